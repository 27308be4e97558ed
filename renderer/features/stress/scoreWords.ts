/** The two scores and how far to trust them, as words: a pause that is due, a moment unlike the usual. */
import type { DayScores, StressSnapshot } from '../../../electron/contract/stress.ts'
import type { DayWords } from './dayWords.ts'

type Need = Pick<
  StressSnapshot['need'],
  'value' | 'activeSinceRestMs' | 'targetMs' | 'isLongDay' | 'inQuietHours'
>
export type Band = { low: number; high: number } | null

/** A pause is due at 1; from here on it is soon. */
const SOON = 0.8
const HALF_WAY = 0.5
const MINUTE_MS = 60_000

/** How near a pause is. */
export function needLevel(value: number | null): 'unknown' | 'far' | 'growing' | 'soon' | 'due' {
  if (value === null) return 'unknown'
  if (value >= 1) return 'due'
  if (value >= SOON) return 'soon'
  return value >= HALF_WAY ? 'growing' : 'far'
}

export const needWords = (value: number | null, { t }: DayWords): string =>
  t(`today.need.${needLevel(value)}`)

/** What the break need rests on, one short sentence each. */
export function needBecause(need: Need, { t, duration }: DayWords): string[] {
  if (need.value === null) return [t('today.need.unknownWhy')]
  const isFresh = need.activeSinceRestMs < MINUTE_MS
  return [
    isFresh
      ? t('today.need.justBegun')
      : t('today.need.since', { active: duration(need.activeSinceRestMs), target: duration(need.targetMs) }),
    ...(need.isLongDay ? [t('today.need.longDay')] : []),
    ...(need.inQuietHours ? [t('today.need.quietHours')] : []),
  ]
}

/** Where a value lies beside the usual; null while there is no usual. */
export function besideUsual(value: number, usual: Band): 'below' | 'within' | 'above' | null {
  if (usual === null) return null
  if (value < usual.low) return 'below'
  return value > usual.high ? 'above' : 'within'
}

/** RAISE_AT of the rule: what is high for anyone who has no usual yet. */
const HIGH = 0.6

/** Beside the usual, or beside what is high for anyone. */
export function strainLevel(value: number, usual: Band): 'below' | 'within' | 'above' | 'high' | 'low' {
  return besideUsual(value, usual) ?? (value >= HIGH ? 'high' : 'low')
}

export function strainWords(value: number, usual: Band, phase: string, { t }: DayWords): string {
  return t(`today.strain.${phase === 'raised' ? 'raised' : strainLevel(value, usual)}`)
}

const FAIR = 0.5
const GOOD = 0.7

export function confidenceWords(confidence: number, { t, percent }: DayWords): string {
  const level = confidence < FAIR ? 'unsure' : confidence < GOOD ? 'fair' : 'good'
  return t(`today.confidence.${level}`, { share: percent(confidence) })
}

/** Why there is no strain score to show; null when there is one. */
export function noStrainWords(strain: StressSnapshot['strain'], { t, number }: DayWords): string | null {
  if (strain.state === 'learning') {
    return t('today.strain.learning', { days: number(Math.min(strain.daysKnown, LEARNING_DAYS)) })
  }
  return strain.state === 'known' ? null : t(`today.strain.${strain.state}`)
}

/** The first three days are for learning. */
const LEARNING_DAYS = 3

/** A day that is over: how the break need stood at its highest. */
export function needMostWords(needMost: number | null, { t }: DayWords): string {
  if (needMost === null) return t('today.past.needUnknown')
  if (needMost >= 1) return t('today.past.needDue')
  return t(needMost >= SOON ? 'today.past.needNear' : 'today.past.needFar')
}

export function raisedWords(scores: DayScores, words: DayWords): string {
  const { t, times, duration } = words
  if (scores.strainKnownMs <= 0) return t('today.past.strainUnknown')
  const known = t('today.past.strainKnown', { length: duration(scores.strainKnownMs) })
  if (scores.raisedTimes === 0) return `${known} ${t('today.past.neverRaised')}`
  const raised = { times: times(scores.raisedTimes), length: duration(scores.raisedMs) }
  return `${known} ${t('today.past.raised', raised)}`
}
