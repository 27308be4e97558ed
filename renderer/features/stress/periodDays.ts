/** A week or a month as a row of days: each with what is known of it, or nothing at all. */
import type { CheckinRow } from '../../../electron/contract/checkins.ts'
import type { DaySums } from '../../../electron/contract/presence.ts'
import type { DayScores } from '../../../electron/contract/stress.ts'
import type { DayWords } from './dayWords.ts'

export interface DailySeries {
  source: string
  kind: 'rmssd' | 'sdnn' | 'hr'
  values: { workDay: number; value: number }[]
  weekMean: number | null
  band: { low: number; high: number } | null
  side: 'below' | 'within' | 'above' | null
}

export interface PeriodDay {
  workDay: number
  /** Null: nothing is known of this day. */
  sums: DaySums | null
  scores: DayScores | null
  moods: number[]
  nightly: number | null
}

export interface PeriodSources {
  fromDay: number
  toDay: number
  sums: readonly DaySums[]
  scores: readonly DayScores[]
  checkins: readonly CheckinRow[]
  nightly: DailySeries | null
}

const kindsByWorth: DailySeries['kind'][] = ['rmssd', 'sdnn', 'hr']

/** The one daily line to show: RMSSD before SDNN before heart rate, the fuller one among equals. */
export function mainSeries(series: readonly DailySeries[]): DailySeries | null {
  const ranked = series.toSorted(
    (a, b) =>
      kindsByWorth.indexOf(a.kind) - kindsByWorth.indexOf(b.kind) || b.values.length - a.values.length,
  )
  return ranked.find(({ values }) => values.length > 0) ?? null
}

/** A day without work is kept with no sums of rest, since rest is counted between work. */
export const isRestDay = (sums: DaySums): boolean => sums.activeMs < 60_000

/** A day nobody worked on is a day of rest where most of its minutes could tell; else it is as good as no day. */
function isKnown(sums: DaySums | undefined): sums is DaySums {
  return sums !== undefined && (!isRestDay(sums) || sums.minutes * 60_000 > 2 * sums.unknownMs)
}

/** Every day of the period, newest first. */
export function periodDays(sources: PeriodSources): PeriodDay[] {
  const days: PeriodDay[] = []
  for (let workDay = sources.toDay; workDay >= sources.fromDay; workDay--) {
    const sums = sources.sums.find((one) => one.workDay === workDay)
    days.push({
      workDay,
      sums: isKnown(sums) ? sums : null,
      scores: sources.scores.find((one) => one.workDay === workDay) ?? null,
      moods: sources.checkins.filter((one) => one.workDay === workDay).map((one) => one.mood),
      nightly: sources.nightly?.values.find((one) => one.workDay === workDay)?.value ?? null,
    })
  }
  return days
}

export interface DayBar {
  /** Parts of the longest day of the period, each 0–1. */
  work: number
  call: number
  rest: number
}

/** Rest between first and last work; the nights around it are nobody's business here. */
export function restWithinMs(sums: DaySums): number {
  if (sums.firstWorkMs === null || sums.lastWorkMs === null) return 0
  const spanMs = sums.lastWorkMs - sums.firstWorkMs
  return Math.max(0, Math.min(sums.restMs, spanMs - sums.activeMs - sums.unknownMs))
}

function lengthMs(sums: DaySums): number {
  return sums.activeMs + restWithinMs(sums)
}

/** The longest day there is, so that bars can be compared; at least eight hours. */
export function longestDayMs(days: readonly PeriodDay[]): number {
  return Math.max(8 * 3_600_000, ...days.map(({ sums }) => (sums ? lengthMs(sums) : 0)))
}

export function dayBar(sums: DaySums, longestMs: number): DayBar {
  const callMs = Math.min(sums.callMs ?? 0, sums.activeMs)
  return {
    work: (sums.activeMs - callMs) / longestMs,
    call: callMs / longestMs,
    rest: restWithinMs(sums) / longestMs,
  }
}

/** Minutes are lost on many hours. */
function roundWords(ms: number, { t, number, duration }: DayWords): string {
  const hours = ms / 3_600_000
  return hours < 10 ? duration(ms) : t('today.duration.hours', { h: number(hours) })
}

/** "In these seven days you were at it for 31 h, with nine calls and 12 real rests. Nothing is known of two days." */
export function periodSentence(days: readonly PeriodDay[], words: DayWords): string {
  const { t, counted, list } = words
  const known = days.flatMap(({ sums }) => (sums ? [sums] : []))
  if (known.length === 0) return t('today.period.nothing', { count: days.length, n: counted(days.length) })
  const sum = (of: (one: DaySums) => number) => known.reduce((all, one) => all + of(one), 0)
  const calls = sum((one) => one.calls ?? 0)
  const rests = sum((one) => one.realRests)
  const happened = [
    ...(calls > 0 ? [t('today.sentence.calls', { count: calls, n: counted(calls) })] : []),
    rests > 0 ? t('today.sentence.rests', { count: rests, n: counted(rests) }) : t('today.period.noRests'),
  ]
  const missing = days.length - known.length
  return [
    t('today.period.sentence', {
      n: counted(days.length),
      length: roundWords(
        sum((one) => one.activeMs),
        words,
      ),
      happened: list(happened),
    }),
    ...(missing > 0 ? [t('today.period.missing', { count: missing, n: counted(missing) })] : []),
  ].join(' ')
}
