/** The question to the own network: that it runs, and what came of it. */
import { useTranslation } from 'react-i18next'
import type { EngineClient } from '../../../../electron/contract/index.ts'
import type { PageErrorCode } from '../../../watch.ts'
import styles from './Pair.module.css'

export type Findings = Awaited<ReturnType<EngineClient['lights']['discover']>>

export interface NetworkSearchProps {
  isOn: boolean
  findings: Findings | undefined
  failure: PageErrorCode | null
}

export function NetworkSearch({ isOn, findings, failure }: NetworkSearchProps) {
  const { t } = useTranslation()
  const isEmpty = !isOn && findings?.found.length === 0 && findings.outcome === 'answered'
  return (
    <div>
      {isOn ? (
        <div className={styles.search} role="progressbar" aria-label={t('pairBridge.searching')}>
          <span />
        </div>
      ) : null}
      <p role="status">
        <SearchWords isOn={isOn} findings={findings} failure={failure} />
      </p>
      {isEmpty ? <p className={styles.small}>{t('pairBridge.noneHelp')}</p> : null}
    </div>
  )
}

function SearchWords({ isOn, findings, failure }: NetworkSearchProps) {
  const { t } = useTranslation()
  if (isOn) return t('pairBridge.searching')
  if (failure !== null) return t('pairBridge.searchFailed', { reason: t(`errors.${failure}`) })
  if (!findings) return null
  if (findings.found.length === 0 && findings.outcome === 'unreachable') return t('pairBridge.noNetwork')
  if (findings.found.length === 0 && findings.outcome !== 'answered') return t('pairBridge.badSearch')
  return t('pairBridge.found', { count: findings.found.length })
}
