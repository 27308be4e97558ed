/** A comparison with oneself: what happens is said before it begins, and what came of it is never more than it is. */
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CHECKIN_WITHIN_MS, HEART_RATE_AFTER_MS, LEAST_EACH } from '../../../../electron/core/lights/trial.ts'
import { Button } from '../../../design/Button.tsx'
import { Row, Section } from '../../../design/Page.tsx'
import { Switch } from '../../../design/Switch.tsx'
import { useNotice } from '../../../design/Toasts.tsx'
import { useKeptFocus } from '../../../design/useKeptFocus.ts'
import '../../../text/lightSourcesText.ts'
import { errorCode } from '../../../watch.ts'
import { useEditSettings } from '../../presence/useEditSettings.ts'
import { useSettings } from '../../settings/useSettings.ts'
import styles from './Trial.module.css'
import { TrialResults } from './TrialResults.tsx'

export default function TrialSection() {
  const { t } = useTranslation()
  const settings = useSettings()
  const change = useTrialSwitch()
  const onId = useId()
  const [asks, setAsks] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  useKeptFocus(place, '[role="switch"]')
  const isOn = settings?.lights.isTrialOn ?? false
  // Once it is on there is nothing left to ask.
  useEffect(() => {
    if (isOn) setAsks(false)
  }, [isOn])
  if (!settings) return null
  const { isAllowed, atStrain } = settings.lights

  return (
    <Section title={t('lightTrial.title')} about={t('lightTrial.about')}>
      <WhatHappens />
      <div ref={place} className={styles.switch}>
        <Row label={t('lightTrial.switch')} about={t('lightTrial.switchAbout')} labelId={onId}>
          <Switch
            labelId={onId}
            on={isOn || asks}
            onSwitch={(on) => {
              setAsks(on)
              if (!on && isOn) change(false)
            }}
          />
        </Row>
        {asks && !isOn ? <Consent onYes={() => change(true)} onNo={() => setAsks(false)} /> : null}
      </div>
      {isOn && !isAllowed ? <p>{t('lightTrial.idle.notAllowed')}</p> : null}
      {isOn && isAllowed && atStrain === null ? <p>{t('lightTrial.idle.noLook')}</p> : null}
      <TrialResults isOn={isOn} />
    </Section>
  )
}

function useTrialSwitch(): (isTrialOn: boolean) => void {
  const { t } = useTranslation()
  const edit = useEditSettings()
  const notice = useNotice()
  return (isTrialOn) => {
    edit(({ lights }) => ({ lights: { ...lights, isTrialOn } })).catch((error: unknown) =>
      notice({ text: t(`errors.${errorCode(error)}`) }),
    )
  }
}

/** Exactly what happens, before it does. */
function WhatHappens() {
  const { t } = useTranslation()
  const titleId = useId()
  return (
    <section className={styles.told} aria-labelledby={titleId}>
      <h3 id={titleId}>{t('lightTrial.how')}</h3>
      <ul>
        <li>{t('lightTrial.chance')}</li>
        <li>{t('lightTrial.mood', { hours: CHECKIN_WITHIN_MS / 3_600_000 })}</li>
        <li>{t('lightTrial.heartRate', { minutes: HEART_RATE_AFTER_MS / 60_000 })}</li>
        <li>{t('lightTrial.asked')}</li>
        <li>{t('lightTrial.enough', { n: LEAST_EACH })}</li>
      </ul>
    </section>
  )
}

function Consent({ onYes, onNo }: { onYes: () => void; onNo: () => void }) {
  const { t } = useTranslation()
  return (
    <div className={styles.consent} role="status">
      <p>{t('lightTrial.consent')}</p>
      <div className={styles.ways}>
        <Button onClick={onYes}>{t('lightTrial.begin')}</Button>
        <Button look="plain" onClick={onNo}>
          {t('lightTrial.leaveOff')}
        </Button>
      </div>
    </div>
  )
}
