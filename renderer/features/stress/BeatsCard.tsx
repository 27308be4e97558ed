/** What the heart adds, if anything is heard of it: now, how much of it was heard, and how far the usual is known. */
import { useTranslation } from 'react-i18next'
import type { DayScores, StressSnapshot } from '../../../electron/contract/stress.ts'
import styles from './Cards.module.css'
import type { DayWords } from './dayWords.ts'
import { NightLine } from './NightLine.tsx'
import { type DailySeries, mainSeries } from './periodDays.ts'
import { besideUsual } from './scoreWords.ts'
import { sourceWords } from './sourceWords.ts'

type Body = StressSnapshot['body']

const refusals = [
  'no_beats',
  'too_short',
  'too_many_bad_beats',
  'too_little_covered',
  'no_differences',
] as const

/** Codes of later versions have no words yet. */
export function refusalWords(reason: string, { t }: DayWords): string {
  const known = refusals.find((one) => one === reason)
  return t(`today.beats.refusal.${known ?? 'other'}`)
}

export interface BeatsCardProps {
  body: Body | undefined
  series: readonly DailySeries[]
  workDay: number
  words: DayWords
}

export function BeatsCard({ body, series, workDay, words }: BeatsCardProps) {
  const { t } = useTranslation()
  const nightly = mainSeries(series)
  if (!body) return null
  return (
    <section className={styles.card} aria-label={t('today.beats.title')}>
      <h2>{t('today.beats.title')}</h2>
      {body.source === null || body.atMs === null ? (
        <p className={styles.small}>{t('today.beats.none')}</p>
      ) : (
        <Now body={body} words={words} />
      )}
      {nightly ? <Nightly series={nightly} workDay={workDay} words={words} /> : null}
    </section>
  )
}

function Now({ body, words }: { body: Body; words: DayWords }) {
  const { t } = useTranslation()
  const { baseline, hrBpm, rmssdMs, coverage, refused } = body
  const values = { source: sourceWords(body.source ?? '', words), clock: words.clock(body.atMs ?? 0) }
  return (
    <>
      {hrBpm === null && rmssdMs === null ? null : (
        <p className={styles.figures}>
          {hrBpm === null ? null : <span>{t('today.beats.now', { hr: words.number(hrBpm) })}</span>}
          <small>
            {rmssdMs === null
              ? t('today.beats.rmssdUnknown')
              : t('today.beats.rmssd', { value: words.number(rmssdMs) })}
          </small>
        </p>
      )}
      <p className={styles.small}>
        {coverage === null
          ? t('today.beats.fromOnly', values)
          : t('today.beats.from', { ...values, share: words.percent(coverage) })}
      </p>
      {refused.length > 0 ? (
        <p className={styles.small}>
          {t('today.beats.refused', { why: words.list(refused.map((one) => refusalWords(one, words))) })}
        </p>
      ) : null}
      <p className={styles.small}>
        {t(baseline.known ? 'today.beats.known' : 'today.beats.learning', {
          minutes: words.number(baseline.quietMinutes),
          days: words.number(baseline.days),
          least: words.number(baseline.leastMinutes),
          leastDays: words.number(baseline.leastDays),
        })}
      </p>
      <p className={styles.small}>{t('today.beats.caveat')}</p>
    </>
  )
}

interface NightlyProps {
  series: DailySeries
  workDay: number
  words: DayWords
}

/** "42 ms, your week 45 ms" */
function nightWords(
  value: number | null,
  mean: number | null,
  said: (ms: number) => string,
  { t }: DayWords,
) {
  if (value !== null) {
    return mean === null
      ? t('today.beats.nightNoMean', { value: said(value) })
      : t('today.beats.night', { value: said(value), mean: said(mean) })
  }
  return mean === null ? t('today.beats.nightNone') : t('today.beats.nightWeekOnly', { mean: said(mean) })
}

export function Nightly({ series, workDay, words }: NightlyProps) {
  const { t, number } = words
  const value = series.values.find((one) => one.workDay === workDay)?.value ?? null
  const said = (amount: number) =>
    t(series.kind === 'hr' ? 'today.unit.bpm' : 'today.unit.ms', { value: number(amount) })
  const side = value === null ? null : besideUsual(value, series.band)
  const sentence = nightWords(value, series.weekMean, said, words)
  return (
    <div className={styles.nightly}>
      <p>{t(`today.beats.nightly.${series.kind}`)}</p>
      <NightLine
        label={side === null ? sentence : `${sentence}. ${t(`today.strain.${side}`)}.`}
        series={series}
        workDay={workDay}
      />
      <p className={styles.small}>
        {sentence}
        {series.band
          ? ` · ${t('today.beats.normal', { low: number(series.band.low), high: number(series.band.high) })}`
          : null}
      </p>
    </div>
  )
}

export interface DayBeatsProps {
  scores: DayScores
  series: readonly DailySeries[]
  words: DayWords
}

/** The beats of a day that is over, or of today on the whole. */
export function DayBeatsCard({ scores, series, words }: DayBeatsProps) {
  const { t } = useTranslation()
  const nightly = mainSeries(series)
  const { windowsAccepted, windowsRefused, hrBpm, rmssdMs } = scores
  if (windowsAccepted + windowsRefused === 0 && !nightly) return null
  const said = [
    ...(hrBpm === null ? [] : [t('today.beats.meanHr', { value: words.number(hrBpm) })]),
    ...(rmssdMs === null ? [] : [t('today.beats.rmssd', { value: words.number(rmssdMs) })]),
    ...(windowsAccepted > 0 ? [t('today.beats.day', { count: windowsAccepted })] : []),
    ...(windowsRefused > 0 ? [t('today.beats.dayRefused', { count: windowsRefused })] : []),
  ]
  return (
    <section className={styles.card} aria-label={t('today.beats.title')}>
      <h2>{t('today.beats.title')}</h2>
      {said.length > 0 ? <p className={styles.small}>{said.join(' · ')}</p> : null}
      {nightly ? <Nightly series={nightly} workDay={scores.workDay} words={words} /> : null}
    </section>
  )
}
