/** What is read from one topic: how much came, what was left out and why, and silence told as silence. */
import { useTranslation } from 'react-i18next'
import type { DeviceView } from '../../../electron/contract/devices.ts'
import { MoreSign } from '../../design/icons.tsx'
import { Menu, MenuItem } from '../../design/Menu.tsx'
import { useLanguage } from '../../text/amounts.ts'
import { useWhen } from '../../text/useWhen.ts'
import styles from './Devices.module.css'
import { useMappingWords, useRefusalWords } from './useMappingWords.ts'

export interface MappingRowProps {
  read: DeviceView['mappings'][number]
  tellsSilence: boolean
  onChange: () => void
  onRemove: () => void
}

export function MappingRow({ read, tellsSilence, onChange, onRemove }: MappingRowProps) {
  const { t } = useTranslation()
  const when = useWhen()
  const words = useMappingWords()
  const counted = useCounted()
  const { mapping, accepted, refused, lastMessageMs } = read
  const leftOut = refused.reduce((sum, { count }) => sum + count, 0)
  const facts = [
    lastMessageMs === null ? t('devices.noMessage') : t('devices.lastMessage', { when: when(lastMessageMs) }),
    accepted === 0 ? t('devices.acceptedNone') : counted('accepted', accepted),
    ...(leftOut > 0 ? [counted('refused', leftOut)] : []),
  ]
  return (
    <li className={styles.mapping}>
      <div className={styles.mappingHead}>
        <p className={styles.mappingName}>{words(mapping)}</p>
        <Menu label={t('devices.actions', { title: words(mapping) })} sign={<MoreSign />}>
          <MenuItem onChoose={onChange}>{t('devices.changeMapping')}</MenuItem>
          <MenuItem onChoose={onRemove}>{t('devices.removeMapping')}</MenuItem>
        </Menu>
      </div>
      <p className={styles.small}>{facts.join(' · ')}</p>
      {tellsSilence ? <p className={styles.silent}>{t('devices.silent')}</p> : null}
      {leftOut > 0 ? <LeftOut refused={refused} /> : null}
    </li>
  )
}

function LeftOut({ refused }: Pick<MappingRowProps['read'], 'refused'>) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useRefusalWords()
  return (
    <details className={styles.leftOut}>
      <summary>{t('devices.refusedWhy')}</summary>
      <dl>
        {refused.map(({ reason, count }) => (
          <div key={reason}>
            <dt>{words(reason)}</dt>
            <dd>{count.toLocaleString(language)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** Counts grow large: they are written the way the language groups figures. */
function useCounted() {
  const { t } = useTranslation()
  const language = useLanguage()
  return (what: 'accepted' | 'refused', count: number) =>
    t(`devices.count.${what}`, { count, formatted: count.toLocaleString(language) })
}
