/** What Lull may notice, sensor by sensor: a sentence of what it notices now, then every switch. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PresenceSnapshot } from '../../../electron/contract/presence.ts'
import { defaultWeights } from '../../../electron/core/stress/families.ts'
import { Page, Section } from '../../design/Page.tsx'
import { useLanguage } from '../../text/amounts.ts'
import '../../text/sensingText.ts'
import { errorCode, type PageErrorCode } from '../../watch.ts'
import { DevicesSection } from '../devices/DevicesSection.tsx'
import { useDevices } from '../devices/useDevices.ts'
import { useSettings } from '../settings/useSettings.ts'
import { DayRules } from './DayRules.tsx'
import { Programs } from './Programs.tsx'
import styles from './Sensing.module.css'
import { useSensingState } from './SensingSign.tsx'
import { SensingStateLine } from './SensingStateLine.tsx'
import { SensorRow } from './SensorRow.tsx'
import { noticedNow, type SensingState, whyNothing } from './sensingState.ts'
import { type SettingsEdit, useEditSettings } from './useEditSettings.ts'
import { useMoment } from './useMoment.ts'
import { useSensing } from './useSensing.ts'
import { Weights } from './Weights.tsx'

export default function SensingPage() {
  const { t } = useTranslation()
  const snapshot = useSensing()
  const settings = useSettings()
  const now = useSensingState()
  const edit = useEditSettings()
  const [failure, setFailure] = useState<PageErrorCode | null>(null)
  const title = useTitle(snapshot, now)
  if (!snapshot || !settings || !now) return null

  function change(how: SettingsEdit) {
    setFailure(null)
    edit(how).catch((error: unknown) => setFailure(errorCode(error)))
  }

  const isPaused = now.state === 'pausedUntil' || now.state === 'pausedOpen'
  return (
    <Page title={title}>
      {failure ? <p role="alert">{t('settingsPage.notSaved', { reason: t(`errors.${failure}`) })}</p> : null}
      <SensingStateLine now={now} onPause={(sensingPaused) => change(() => ({ sensingPaused }))} />
      <Section title={t('sensing.sensors')} about={t('sensing.sensorsAbout')}>
        <ul className={styles.sensors}>
          {snapshot.sensors.map((sensor) => (
            <SensorRow
              key={sensor.sensor}
              // The switch follows what was chosen at once; the snapshot may come a second later.
              sensor={{ ...sensor, allowed: settings.sensing[sensor.sensor] }}
              snapshot={snapshot}
              isPaused={isPaused}
              onSwitch={(on) => change(({ sensing }) => ({ sensing: { ...sensing, [sensor.sensor]: on } }))}
            />
          ))}
        </ul>
      </Section>
      {settings.sensing.apps ? <Programs /> : null}
      <DevicesSection
        listens={settings.weights.body > 0}
        onListen={(on) =>
          change(({ weights }) => ({ weights: { ...weights, body: on ? defaultWeights.body : 0 } }))
        }
      />
      <DayRules settings={settings} onEdit={change} />
      <Weights settings={settings} onEdit={change} />
    </Page>
  )
}

/** More than this are named briefly. */
const FEW_THINGS = 3

function useTitle(snapshot: PresenceSnapshot | undefined, now: SensingState | undefined): string {
  const { t } = useTranslation()
  const language = useLanguage()
  const moment = useMoment()
  const devices = useDevices()
  if (!snapshot || !now) return ''
  if (now.state === 'pausedUntil') return t('sensing.title.pausedUntil', { until: moment(now.until) })
  if (now.state !== 'on') return t(`sensing.title.${now.state}`)
  const noticed = noticedNow(snapshot, devices ?? [])
  const count = noticed.length
  if (count === 0) return t(`sensing.title.${whyNothing(snapshot)}`)
  const things = noticed.map((thing) =>
    count > FEW_THINGS ? t(`sensing.thingShort.${thing}`) : t(`sensing.thing.${thing}`),
  )
  return t('sensing.title.notices', { count, things: new Intl.ListFormat(language).format(things) })
}
