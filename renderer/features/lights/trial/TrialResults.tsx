/** What the comparison shows so far, for each outcome that was fixed beforehand. */
import { useTranslation } from 'react-i18next'
import { HEART_RATE_AFTER_MS, OUTCOMES, type Outcome } from '../../../../electron/core/lights/trial.ts'
import { Button } from '../../../design/Button.tsx'
import { useLanguage } from '../../../text/amounts.ts'
import { errorCode } from '../../../watch.ts'
import { ForgetTrial } from './ForgetTrial.tsx'
import { IntervalPicture } from './IntervalPicture.tsx'
import styles from './Trial.module.css'
import { trialSentences } from './trialWords.ts'
import { type TrialView, useTrial } from './useTrial.ts'

export function TrialResults({ isOn }: { isOn: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { data, error, refetch } = useTrial()
  if (error) {
    return (
      <div>
        <p role="alert">{t('lightTrial.failed', { reason: t(`errors.${errorCode(error)}`) })}</p>
        <Button onClick={() => void refetch()}>{t('lightTrial.again')}</Button>
      </div>
    )
  }
  if (!data) return <p className={styles.small}>{t('lightTrial.waiting')}</p>
  const { moments, outcomes } = data
  if (!isOn && moments === 0) return null
  return (
    <>
      <p>{t('lightTrial.moments', { count: moments, formatted: moments.toLocaleString(language) })}</p>
      <div className={styles.outcomes}>
        {OUTCOMES.map((outcome) => (
          <OutcomeCard key={outcome} outcome={outcome} result={outcomes[outcome]} />
        ))}
      </div>
      {moments > 0 ? <ForgetTrial /> : null}
    </>
  )
}

interface OutcomeCardProps {
  outcome: Outcome
  result: TrialView['outcomes'][Outcome]
}

function OutcomeCard({ outcome, result }: OutcomeCardProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [first, ...rest] = trialSentences(result, outcome, { t, language })
  const title = t(`lightTrial.outcome.${outcome}`, { minutes: HEART_RATE_AFTER_MS / 60_000 })
  return (
    <section className={styles.outcome} aria-label={title}>
      <h3>{title}</h3>
      {result.kind === 'known' ? <IntervalPicture result={result} outcome={outcome} /> : null}
      <p>{first}</p>
      {rest.length > 0 ? <p>{rest.join(' ')}</p> : null}
    </section>
  )
}
