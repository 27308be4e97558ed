/** How a source stands, and the one thing that helps when it does not. */
import { useTranslation } from 'react-i18next'
import { Button, buttonClass } from '../../../design/Button.tsx'
import { remedyOf } from './failures.ts'
import type { SourceCardProps } from './SourceCard.tsx'
import styles from './Sources.module.css'
import { useFailureWords } from './useTroubleWords.ts'

type SourcePhaseProps = Pick<SourceCardProps, 'source' | 'doings' | 'onPairAgain' | 'onFind'>

export function SourcePhase(props: SourcePhaseProps) {
  const { t } = useTranslation()
  const words = useFailureWords()
  const { phase, driver } = props.source
  return (
    <>
      <div className={styles.phase} data-phase={phase.phase} role="status">
        {phase.phase === 'failed' ? (
          <p>
            {words(phase.failure, driver)}{' '}
            {phase.retrying ? t('lightSources.retrying') : t('lightSources.waits')}
          </p>
        ) : (
          <p>{t(`lightSources.phase.${phase.phase}`)}</p>
        )}
      </div>
      <Remedies {...props} />
    </>
  )
}

function Remedies({ source, doings, onPairAgain, onFind }: SourcePhaseProps) {
  const { t } = useTranslation()
  const remedy = remedyOf(source)
  if (remedy === null) return null
  return (
    <div className={styles.ways}>
      {remedy === 'look' ? <Button onClick={onPairAgain}>{t('lightSources.alarm.look')}</Button> : null}
      {remedy === 'pair' ? <Button onClick={onPairAgain}>{t('lightSources.pairAgain')}</Button> : null}
      {remedy === 'find' ? <Button onClick={onFind}>{t('lightSources.lookAgain')}</Button> : null}
      {remedy === 'sensing' ? (
        <a href="#/sensing" className={buttonClass('chip')}>
          {t('lightSources.toSensing')}
        </a>
      ) : null}
      {remedy === 'look' || remedy === 'pair' ? null : (
        <Button onClick={() => doings.retry(source)}>{t('lightSources.retry')}</Button>
      )}
    </div>
  )
}
