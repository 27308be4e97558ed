/** Telling a Home Assistant: what it would hear before it hears anything, and how it stands. */
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HomeAssistantSettings } from '../../../electron/contract/homeAssistant.ts'
import { Button } from '../../design/Button.tsx'
import { Row, Section } from '../../design/Page.tsx'
import { Switch } from '../../design/Switch.tsx'
import '../../text/breakSettingsText.ts'
import '../../text/sensingText.ts'
import { Cards } from '../breaks/settings/Cards.tsx'
import { useDevices } from '../devices/useDevices.ts'
import type { SettingsEdit } from '../presence/useEditSettings.ts'
import { BrokerRow } from './BrokerRow.tsx'
import { brokersOf, chosenBroker } from './brokers.ts'
import styles from './HomeAssistant.module.css'
import { LinkState } from './LinkState.tsx'
import { Messages } from './Messages.tsx'

export interface HomeAssistantSectionProps {
  settings: HomeAssistantSettings
  onEdit: (how: SettingsEdit) => void
}

export function HomeAssistantSection({ settings, onEdit }: HomeAssistantSectionProps) {
  const { t } = useTranslation()
  const onId = useId()
  const devices = useDevices()
  const [asks, setAsks] = useState(false)
  // Once it holds there is nothing left to ask.
  useEffect(() => {
    if (settings.on) setAsks(false)
  }, [settings.on])
  if (!devices) return null
  const brokers = brokersOf(devices)
  const chosen = chosenBroker(brokers, settings.deviceId)
  const change = (part: Partial<HomeAssistantSettings>) =>
    onEdit(({ homeAssistant }) => ({ homeAssistant: { ...homeAssistant, ...part } }))
  const isOpen = settings.on || asks

  return (
    <Section title={t('homeAssistant.title')} about={t('homeAssistant.about')}>
      <Row label={t('homeAssistant.on')} about={t('homeAssistant.onAbout')} labelId={onId}>
        <Switch
          labelId={onId}
          on={settings.on}
          onSwitch={(on) => {
            setAsks(on)
            if (!on) change({ on: false })
          }}
        />
      </Row>
      {settings.on ? <LinkState /> : null}
      {asks && !settings.on ? <Told /> : null}
      {isOpen ? (
        <div>
          <BrokerRow brokers={brokers} chosen={chosen} onChoose={(deviceId) => change({ deviceId })} />
          <Choices settings={settings} onChange={change} />
        </div>
      ) : null}
      {isOpen ? <Messages settings={settings} /> : null}
      {asks && !settings.on ? (
        <div className={styles.ways}>
          <Button disabled={chosen.is !== 'known'} onClick={() => change({ on: true })}>
            {t('homeAssistant.switchOn')}
          </Button>
          <Button look="plain" onClick={() => setAsks(false)}>
            {t('homeAssistant.leaveOff')}
          </Button>
        </div>
      ) : null}
    </Section>
  )
}

/** Said before anything is told. */
function Told() {
  const { t } = useTranslation()
  return (
    <div className={styles.told} role="status">
      <h3>{t('homeAssistant.told')}</h3>
      <ul>
        <li>{t('homeAssistant.toldBreaks')}</li>
        <li>{t('homeAssistant.toldPresence')}</li>
        <li>{t('homeAssistant.toldStrain')}</li>
      </ul>
      <p>
        <strong>{t('homeAssistant.everyone')}</strong>
      </p>
    </div>
  )
}

interface ChoicesProps {
  settings: HomeAssistantSettings
  onChange: (part: Partial<HomeAssistantSettings>) => void
}

function Choices({ settings, onChange }: ChoicesProps) {
  const { t } = useTranslation()
  const strainId = useId()
  const commandsId = useId()
  return (
    <>
      <div className={styles.form}>
        <p>{t('homeAssistant.form')}</p>
        <Cards
          label={t('homeAssistant.form')}
          value={settings.form}
          options={[
            {
              value: 'device',
              name: t('homeAssistant.formDevice'),
              about: t('homeAssistant.formDeviceAbout'),
            },
            { value: 'older', name: t('homeAssistant.formOlder'), about: t('homeAssistant.formOlderAbout') },
          ]}
          onChoose={(form) => onChange({ form })}
        />
      </div>
      <Row label={t('homeAssistant.strain')} about={t('homeAssistant.strainAbout')} labelId={strainId}>
        <Switch labelId={strainId} on={settings.strain} onSwitch={(strain) => onChange({ strain })} />
      </Row>
      <Row label={t('homeAssistant.commands')} about={t('homeAssistant.commandsAbout')} labelId={commandsId}>
        <Switch labelId={commandsId} on={settings.commands} onSwitch={(commands) => onChange({ commands })} />
      </Row>
    </>
  )
}
