/** One bridge or broker: who it is and how sure that is, how it stands in plain words, and what can be done. */
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LightSourceView } from '../../../../electron/contract/lights.ts'
import { MoreSign } from '../../../design/icons.tsx'
import { Menu, MenuItem, MenuLine } from '../../../design/Menu.tsx'
import { useKeptFocus } from '../../../design/useKeptFocus.ts'
import { useLanguage } from '../../../text/amounts.ts'
import { RenameField } from '../RenameField.tsx'
import { isAlarm, isBridge } from './failures.ts'
import { SourceAlarm } from './SourceAlarm.tsx'
import { SourcePhase } from './SourcePhase.tsx'
import styles from './Sources.module.css'
import type { SourceDoings } from './useSourceDoings.ts'

export interface SourceCardProps {
  source: LightSourceView
  doings: SourceDoings
  onRemove: () => void
  /** Beginning with a look at who answers there now. */
  onPairAgain: () => void
  onFind: () => void
}

export function SourceCard(props: SourceCardProps) {
  const { source, doings, onRemove, onPairAgain } = props
  const { t } = useTranslation()
  const [isRenaming, setRenaming] = useState(false)
  const place = useRef<HTMLLIElement>(null)
  useKeptFocus(place, 'button')
  const { title, driver } = source

  function renamed(next: string | null) {
    setRenaming(false)
    if (next !== null) doings.rename(source, next)
  }

  return (
    <li ref={place} className={styles.card} data-alarm={isAlarm(source) || undefined}>
      {isRenaming ? (
        <RenameField title={title} label={t('lightSources.newTitle')} onDone={renamed} />
      ) : (
        <div className={styles.cardHead}>
          <h3>{title}</h3>
          <Menu label={t('lightSources.actions', { title })} sign={<MoreSign />}>
            <MenuItem onChoose={() => setRenaming(true)}>{t('lightSources.rename')}</MenuItem>
            <MenuItem onChoose={() => doings.retry(source)}>{t('lightSources.retry')}</MenuItem>
            {isBridge(driver) ? (
              <MenuItem onChoose={onPairAgain}>{t('lightSources.pairAgain')}</MenuItem>
            ) : null}
            <MenuLine />
            <MenuItem onChoose={onRemove}>{t('lightSources.remove')}</MenuItem>
          </Menu>
        </div>
      )}
      <Facts source={source} />
      {isAlarm(source) ? (
        <SourceAlarm hasFingerprint={driver === 'hue'} onLook={onPairAgain} />
      ) : (
        <SourcePhase {...props} />
      )}
    </li>
  )
}

function Facts({ source }: { source: LightSourceView }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { driver, address, lamps, phase, isVerified, unread, gaveUp } = source
  const counted = (count: number) => ({ count, formatted: count.toLocaleString(language) })
  const isUnknown = lamps === 0 && phase.phase !== 'connected'
  const facts = [
    t(`lightSources.kind.${driver}`),
    address,
    isUnknown ? t('lightSources.lampsUnknown') : t('lightSources.lamps', counted(lamps)),
  ]
  const isSure = isVerified && phase.phase === 'connected'
  return (
    <div>
      <p className={styles.facts}>
        {facts.filter((fact) => fact !== null).join(' · ')}
        {isVerified ? null : (
          <>
            {' '}
            <span className={styles.tag}>{t('lightSources.unverified')}</span>
          </>
        )}
      </p>
      {isVerified ? null : <p className={styles.small}>{t('lightSources.unverifiedAbout')}</p>}
      {isSure && (driver === 'hue' || driver === 'mqttLights') ? (
        <p className={styles.small}>{t(`lightSources.verified.${driver}`)}</p>
      ) : null}
      {unread > 0 ? <p className={styles.small}>{t('lightSources.unread', counted(unread))}</p> : null}
      {gaveUp ? <p className={styles.small}>{t('lightSources.gaveUp')}</p> : null}
    </div>
  )
}
