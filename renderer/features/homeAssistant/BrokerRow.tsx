/** The broker that is told, of those in Sensing. */
import { useTranslation } from 'react-i18next'
import type { DeviceView } from '../../../electron/contract/devices.ts'
import { buttonClass } from '../../design/Button.tsx'
import { Choice } from '../../design/Choice.tsx'
import { Row } from '../../design/Page.tsx'
import type { ChosenBroker } from './brokers.ts'

export interface BrokerRowProps {
  brokers: readonly DeviceView[]
  chosen: ChosenBroker
  onChoose: (deviceId: string) => void
}

export function BrokerRow({ brokers, chosen, onChoose }: BrokerRowProps) {
  const { t } = useTranslation()
  if (chosen.is === 'none') {
    return (
      <Row label={t('homeAssistant.broker')} about={t('homeAssistant.noBrokers')}>
        <a href="#/sensing" className={buttonClass('chip')}>
          {t('homeAssistant.toSensing')}
        </a>
      </Row>
    )
  }
  const about =
    chosen.is === 'gone'
      ? t('homeAssistant.gone')
      : brokers.length === 1
        ? t('homeAssistant.theOnly')
        : undefined
  return (
    <Row label={t('homeAssistant.broker')} about={about}>
      <Choice
        label={t('homeAssistant.broker')}
        value={chosen.is === 'known' ? chosen.id : null}
        options={brokers.map(({ id, title }) => ({ value: id, label: title }))}
        placeholder={t('homeAssistant.firstOf')}
        onChoose={onChoose}
      />
    </Row>
  )
}
