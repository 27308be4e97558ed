/** One item of a day's line in words: what it was, and beneath it how it came about. */

import type { NudgeItem, QuietItem, RestItem, SilenceGroup } from './dayTimeline.ts'
import type { PauseWords } from './pauseWords.ts'
import { goneWords, whatWords } from './pauseWords.ts'

type Words = Pick<PauseWords, 't' | 'duration' | 'clockMinute' | 'times' | 'counted' | 'number'>

/** Less than a second is no length anybody would name. */
const LEAST_NAMED_MS = 1000
export const isNamed = (ms: number | null): ms is number => ms !== null && ms >= LEAST_NAMED_MS

export function nudgeTitle(item: NudgeItem, words: Words): string {
  const { t, duration } = words
  const what = whatWords(item.entry, words)
  const length = isNamed(item.restedMs) ? duration(item.restedMs) : null
  switch (item.outcome) {
    case 'taken':
      return length === null ? what : t('pauses.day.taken', { what, length })
    case 'left':
      return length === null ? t('pauses.day.leftUnknown', { what }) : t('pauses.day.left', { what, length })
    case 'leftOut':
      return t('pauses.day.leftOut')
    default:
      return t(`pauses.day.${item.outcome}`, { what })
  }
}

/** How it came about, in pieces that stand beside each other. */
export function nudgeAbout(item: NudgeItem, words: Words): string[] {
  const { t, clockMinute, times } = words
  const { entry, outcome, timesSnoozed, isHint, offeredMinute, minuteOfDay, reason } = item
  if (outcome === 'leftOut') return [t('pauses.day.leftOutAbout')]
  const isEndedFor = reason !== null && (outcome === 'withdrawn' || outcome === 'left')
  return [
    ...(isEndedFor ? [goneWords(reason, words)] : []),
    ...(entry.because === null ? [] : [t(`pauses.day.because.${entry.because}`)]),
    ...(timesSnoozed > 0 ? [t('pauses.day.snoozed', { times: times(timesSnoozed) })] : []),
    ...(isHint ? [t('pauses.day.byTray')] : []),
    ...(offeredMinute !== null && Math.abs(offeredMinute - minuteOfDay) > 1
      ? [t('pauses.day.offeredAt', { clock: clockMinute(offeredMinute) })]
      : []),
  ]
}

export function restTitle({ restedMs }: RestItem, { t, duration }: Words): string {
  return restedMs === null
    ? t('pauses.day.naturalUnknown')
    : t('pauses.day.natural', { length: duration(restedMs) })
}

export const timesOf = (n: number, { t, number }: Pick<Words, 't' | 'number'>): string =>
  t('pauses.silences.times', { count: n, n: number(n) })

/** "3 times, 1 h 12 min" */
export function groupWords({ times, heldMs }: SilenceGroup, words: Words): string {
  return words.t('pauses.silences.line', { times: timesOf(times, words), length: words.duration(heldMs) })
}

export function quietTitle({ groups }: QuietItem, words: Words): string {
  const [only] = groups
  if (groups.length === 1 && only) {
    return words.t('pauses.day.quiet', { why: words.t(`pauses.reason.${only.reason}`) })
  }
  const times = groups.reduce((sum, group) => sum + group.times, 0)
  return words.t('pauses.day.quietMany', { times: words.times(times) })
}
