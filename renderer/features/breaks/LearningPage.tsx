/** All that was learnt about pauses, in counts anyone can follow, and one button that forgets it. */
import { useTranslation } from 'react-i18next'
import { Section } from '../../design/Page.tsx'
import type { DayWords } from '../stress/dayWords.ts'
import { Beliefs } from './Beliefs.tsx'
import { ForgetLearning } from './ForgetLearning.tsx'
import { Failed, Lede, Waiting } from './Frame.tsx'
import { hrefOf } from './pausesAddress.ts'
import { type SentencePart, sentenceParts } from './pauseWords.ts'
import { Said } from './Said.tsx'
import { useLearning } from './usePauses.ts'
import styles from './Why.module.css'

export function learningSentence(
  { outcomes, ruledOutcomes }: { outcomes: number; ruledOutcomes: number },
  { t, number }: Pick<DayWords, 't' | 'number'>,
): SentencePart[] {
  const values = { seen: number(outcomes), n: number(ruledOutcomes) }
  if (outcomes === 0) return sentenceParts(t('pauses.learning.sentenceNone', values))
  return sentenceParts(
    t(outcomes < ruledOutcomes ? 'pauses.learning.sentenceRules' : 'pauses.learning.sentenceLearnt', values),
  )
}

export function LearningPage({ words }: { words: DayWords }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useLearning()
  if (!data && !error) return <Waiting />
  return (
    <>
      <Lede>{data ? <Said parts={learningSentence(data, words)} /> : t('pauses.learning.title')}</Lede>
      {error ? <Failed error={error} onAgain={() => void refetch()} /> : null}
      {data ? (
        <>
          <Section title={t('pauses.learning.title')} about={t('pauses.learning.about')}>
            <Beliefs arms={data.arms} words={words} />
          </Section>
          <p className={styles.quiet}>{t('pauses.learning.how')}</p>
          <div className={styles.ways}>
            <ForgetLearning />
            <a className={styles.link} href={hrefOf({ view: 'settings' })}>
              {t('pauses.why.settings')}
            </a>
          </div>
        </>
      ) : null}
    </>
  )
}
