/** How the scores of a moment came about, from plain sentences down to the rows they came from. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { EngineClient } from '../../../electron/contract/index.ts'
import type { FeatureId } from '../../../electron/core/stress/families.ts'
import { Button } from '../../design/Button.tsx'
import { Sheet } from '../../design/Sheet.tsx'
import { errorCode, useClient } from '../../watch.ts'
import type { DayWords } from './dayWords.ts'
import styles from './Explain.module.css'
import { ExplainRows } from './ExplainRows.tsx'
import { ExplainSignals } from './ExplainSignals.tsx'
import { type Band, confidenceWords, needLevel, strainLevel } from './scoreWords.ts'
import { reasonWords } from './signalWords.ts'
import tables from './Tables.module.css'

export type Explanation = Awaited<ReturnType<EngineClient['stress']['explain']>>

export interface ExplainProps {
  atMs: number
  workDay: number
  /** The reason it was opened from; its row is marked. */
  feature: FeatureId | null
  /** Of the strain signal on that day. */
  usual: Band
  words: DayWords
  onMark: (atMs: number) => void
  onClose: () => void
}

export default function Explain({ atMs, workDay, feature, usual, words, onMark, onClose }: ExplainProps) {
  const { t } = useTranslation()
  const client = useClient()
  const { data, error } = useQuery({
    queryKey: ['day', 'explain', atMs],
    queryFn: () => client.stress.explain({ atMs }),
    retry: false,
  })
  const title = t('today.explain.title', {
    clock: words.clock(data?.atMs ?? atMs),
    date: words.date(workDay),
  })
  return (
    <Sheet title={title} onClose={onClose}>
      {error ? <Nothing code={errorCode(error)} atMs={atMs} words={words} /> : null}
      {data ? (
        <>
          <Plain data={data} workDay={workDay} usual={usual} words={words} />
          <NeedSum data={data} words={words} />
          <ExplainSignals strain={data.strain} feature={feature} words={words} />
          <ExplainRows data={data} words={words} />
          <p>
            <Button onClick={() => onMark(data.atMs)}>{t('today.explain.mark')}</Button>
          </p>
        </>
      ) : null}
    </Sheet>
  )
}

interface NothingProps {
  code: ReturnType<typeof errorCode>
  atMs: number
  words: DayWords
}

function Nothing({ code, atMs, words }: NothingProps) {
  const { t } = words
  if (code !== 'NOT_FOUND') return <p role="alert">{t(`errors.${code}`)}</p>
  return <p>{t('today.explain.nothing', { clock: words.clock(atMs) })}</p>
}

interface PartProps {
  data: Explanation
  words: DayWords
}

function strainSentence({ strain }: Explanation, usual: Band, words: DayWords): string {
  const { t, number, percent } = words
  if (strain.state === 'off') return t('today.explain.strainOff')
  if (strain.state === 'learning') {
    return t('today.explain.strainLearning', { days: number(Math.min(3, strain.daysKnown)) })
  }
  if (strain.value === null) return t('today.explain.strainNot', { confidence: percent(strain.confidence) })
  const was = t(`today.explain.strainWas.${strainLevel(strain.value, usual)}`)
  return `${was} ${confidenceWords(strain.confidence, words)}`
}

function Plain({ data, workDay, usual, words }: PartProps & Pick<ExplainProps, 'workDay' | 'usual'>) {
  const { t } = words
  const { need, strain } = data
  return (
    <div className={styles.plain}>
      {data.decision ? <Decision decision={data.decision} words={words} /> : null}
      <p>{t(`today.explain.needWas.${needLevel(need.value)}`)}</p>
      <p>{strainSentence(data, usual, words)}</p>
      {strain.state === 'known' && strain.reasons.length > 0 ? (
        <ul className={styles.reasons}>
          {strain.reasons.map((reason) => (
            <li key={reason.feature}>{reasonWords(reason, { atMs: data.atMs, workDay }, words)}</li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

const becauses = ['low', 'rest', 'unknown', 'share_bound'] as const

function Decision({ decision, words }: { decision: NonNullable<Explanation['decision']>; words: DayWords }) {
  const { t } = words
  const because = becauses.find((one) => one === decision.because)
  return (
    <p className={styles.decision}>
      <strong>{t(`today.explain.decision.${decision.kind}`)}</strong>{' '}
      {because ? `${t(`today.explain.because.${because}`)} ` : null}
      {t('today.explain.decisionNumbers', {
        high: words.duration(decision.highMs),
        share: words.percent(decision.raisedShare),
      })}
    </p>
  )
}

function NeedSum({ data: { need }, words }: PartProps) {
  const { t, duration, exact } = words
  return (
    <details className={tables.fold}>
      <summary>{t('today.explain.needHow')}</summary>
      <div className={tables.folded}>
        <p>
          {t('today.explain.needSum', {
            active: duration(need.activeSinceRestMs),
            target: duration(need.targetMs),
            ratio: exact(need.sinceRest),
          })}
        </p>
        <p>
          {t('today.explain.needHours', {
            long: t(need.isLongDay ? 'today.explain.yes' : 'today.explain.no'),
            quiet: t(need.inQuietHours ? 'today.explain.yes' : 'today.explain.no'),
          })}
        </p>
      </div>
    </details>
  )
}
