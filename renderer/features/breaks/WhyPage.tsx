/** Why this pause: from a plain sentence down to the chance each thing had. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChoiceView } from '../../../electron/contract/breaks.ts'
import { ARMS } from '../../../electron/core/breaks/kinds.ts'
import { Section } from '../../design/Page.tsx'
import { Beliefs } from './Beliefs.tsx'
import { ForgetLearning } from './ForgetLearning.tsx'
import { Failed, Lede, Waiting } from './Frame.tsx'
import { hrefOf } from './pausesAddress.ts'
import type { PauseWords } from './pauseWords.ts'
import { Said } from './Said.tsx'
import { isNotFound, useScoresThen, useWhy } from './usePauses.ts'
import styles from './Why.module.css'
import {
  beginningOf,
  decidedAtMs,
  knownWords,
  momentSentences,
  outcomeWords,
  type ScoresThen,
  stepWords,
  type Why,
  whyTitle,
} from './whyWords.ts'

export interface WhyPageProps {
  nudgeId: number
  words: PauseWords
}

export function WhyPage({ nudgeId, words }: WhyPageProps) {
  const { t } = useTranslation()
  const { data, error, refetch } = useWhy(nudgeId)
  const scores = useScoresThen(data ? decidedAtMs(data) : null)
  if (!data && !error) return <Waiting />
  if (!data) {
    return (
      <>
        <Lede>{isNotFound(error) ? t('pauses.why.notFound') : t('pauses.title')}</Lede>
        {isNotFound(error) ? null : <Failed error={error} onAgain={() => void refetch()} />}
      </>
    )
  }
  const kept = scores.isError ? null : scores.data
  return (
    <>
      <Lede>
        <Said parts={whyTitle(data, words)} />
      </Lede>
      <WhyBody why={data} scores={kept} words={words} />
    </>
  )
}

interface BodyProps {
  why: Why
  scores: ScoresThen | null | undefined
  words: PauseWords
}

function WhyBody({ why, scores, words }: BodyProps) {
  const { t } = useTranslation()
  const first = beginningOf(why)
  const known = useMemo(() => knownWords(why, scores, words), [why, scores, words])
  const moment = momentSentences(why, words)
  const isPerson = first?.because === 'person'
  return (
    <>
      {first ? <p className={styles.date}>{words.longDate(first.workDay)}</p> : null}
      <Section title={t('pauses.why.known')}>
        <p className={styles.reading}>{known.sentences.join(' ')}</p>
        {known.reasons.length > 0 ? (
          <div>
            <p>{t('pauses.why.strainReasons')}</p>
            <ul className={styles.reasons}>
              {known.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </div>
        ) : null}
      </Section>
      {moment.length > 0 ? (
        <Section title={t('pauses.why.moment')}>
          <p className={styles.reading}>{moment.join(' ')}</p>
        </Section>
      ) : null}
      {isPerson ? null : (
        <Section title={t('pauses.why.chosen')}>
          <Chosen choice={why.choice} words={words} />
        </Section>
      )}
      <Section title={t('pauses.why.came')}>
        <p className={styles.reading}>{outcomeWords(why, words).join(' ')}</p>
        <Steps why={why} words={words} />
      </Section>
      {why.choice ? (
        <Section title={t('pauses.learning.title')} about={t('pauses.learning.about')}>
          <Beliefs arms={why.arms} words={words} />
        </Section>
      ) : null}
      <div className={styles.ways}>
        <a className={styles.link} href={hrefOf({ view: 'settings' })}>
          {t('pauses.why.settings')}
        </a>
        <a className={styles.link} href={hrefOf({ view: 'learning' })}>
          {t('pauses.why.learning')}
        </a>
        {why.choice ? <ForgetLearning /> : null}
      </div>
    </>
  )
}

function Chosen({ choice, words }: { choice: ChoiceView | null; words: PauseWords }) {
  const { t } = useTranslation()
  if (choice === null) return <p className={styles.reading}>{t('pauses.why.noChoice')}</p>
  return (
    <>
      <p className={styles.reading}>{t(`pauses.why.by.${choice.by}`)}</p>
      {choice.by === 'learnt' ? <Chances choice={choice} words={words} /> : null}
    </>
  )
}

function Chances({ choice, words }: { choice: ChoiceView; words: PauseWords }) {
  const { t } = useTranslation()
  const { probabilities, arm: chosen } = choice
  const arms = ARMS.filter((arm) => probabilities[arm] !== undefined).toSorted(
    (a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0),
  )
  return (
    <ul className={styles.chances}>
      {arms.map((arm) => {
        const share = probabilities[arm] ?? 0
        return (
          <li key={arm} className={styles.chance} data-chosen={arm === chosen || undefined}>
            <span className={styles.chanceName}>
              {t(`pauses.armName.${arm}`)}
              {arm === chosen ? <span className={styles.settled}>{t('pauses.why.thisOne')}</span> : null}
            </span>
            <span className={styles.track} aria-hidden="true">
              <span className={styles.fill} style={{ width: `${share * 100}%` }} />
            </span>
            <span className={styles.share}>{words.percent(share)}</span>
          </li>
        )
      })}
    </ul>
  )
}

function Steps({ why, words }: { why: Why; words: PauseWords }) {
  const { t } = useTranslation()
  if (why.entries.length < 2) return null
  return (
    <ol className={styles.steps} aria-label={t('pauses.why.steps')}>
      {why.entries.map((entry) => (
        <li key={`${entry.atMs}${entry.what}`}>
          <time className={styles.stepTime}>{words.clockMinute(entry.minuteOfDay)}</time>
          {stepWords(entry, words)}
        </li>
      ))}
    </ol>
  )
}
