/** One broker: how it stands in plain words, what is read from it, and what can be done. */
import { useTranslation } from 'react-i18next'
import type { DeviceView } from '../../../electron/contract/devices.ts'
import { Button } from '../../design/Button.tsx'
import { MoreSign } from '../../design/icons.tsx'
import { Menu, MenuItem, MenuLine } from '../../design/Menu.tsx'
import styles from './Devices.module.css'
import { MappingRow } from './MappingRow.tsx'
import type { DeviceDoings } from './useDeviceDoings.ts'
import { usePhaseWords } from './usePhaseWords.ts'

export interface DeviceCardProps {
  device: DeviceView
  doings: DeviceDoings
  onEdit: () => void
  /** Null: look around; else the mapping to change. */
  onRead: (mappingId: string | null) => void
}

export function DeviceCard({ device, doings, onEdit, onRead }: DeviceCardProps) {
  const { t } = useTranslation()
  const { title, phase, mappings, enabled } = device
  const waits = phase.phase === 'failed' && !phase.retrying
  // Told once for a topic, however much is read from it.
  const firstSilent = (topic: string) =>
    mappings.find(({ silent, mapping }) => silent && mapping.topicFilter === topic)
  return (
    <li className={styles.card}>
      <div className={styles.cardHead}>
        <h3>{title}</h3>
        <Menu label={t('devices.actions', { title })} sign={<MoreSign />}>
          <MenuItem onChoose={onEdit}>{t('devices.edit')}</MenuItem>
          <MenuItem onChoose={() => doings.enable(device, !enabled)}>
            {enabled ? t('devices.pause') : t('devices.goOn')}
          </MenuItem>
          <MenuLine />
          <MenuItem onChoose={() => doings.remove(device, t('devices.removed', { title }))}>
            {t('devices.remove')}
          </MenuItem>
        </Menu>
      </div>
      <PhaseLine phase={phase} />
      {mappings.length === 0 && phase.phase === 'connected' ? (
        <p className={styles.small}>{t('devices.mappingsNone')}</p>
      ) : null}
      {mappings.length > 0 ? (
        <ul className={styles.mappings}>
          {mappings.map((read) => (
            <MappingRow
              key={read.mapping.id}
              read={read}
              tellsSilence={read === firstSilent(read.mapping.topicFilter)}
              onChange={() => onRead(read.mapping.id)}
              onRemove={() => doings.removeMapping(device, read.mapping.id)}
            />
          ))}
        </ul>
      ) : null}
      <div className={styles.ways}>
        {waits ? <Button onClick={() => doings.retry(device)}>{t('devices.retry')}</Button> : null}
        {enabled ? (
          <Button onClick={() => onRead(null)}>{t('devices.chooseTopics')}</Button>
        ) : (
          <Button onClick={() => doings.enable(device, true)}>{t('devices.goOn')}</Button>
        )}
      </div>
    </li>
  )
}

export function PhaseLine({ phase }: { phase: DeviceView['phase'] }) {
  const { t } = useTranslation()
  const words = usePhaseWords()
  return (
    <div className={styles.phase} data-phase={phase.phase}>
      <p>
        {words(phase)} {phase.phase === 'failed' && phase.retrying ? t('devices.retrying') : null}
      </p>
      {phase.phase === 'failed' && phase.detail ? (
        <p className={styles.small}>{t('devices.detail', { detail: phase.detail })}</p>
      ) : null}
    </div>
  )
}
