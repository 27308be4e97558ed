/** Which notice about Lull itself is due now: it is on screen until it is put away, and never two at once. */
import type { Notice, NoticeKind } from './notices.ts'
import { reachedAtMs, type TimeSpan, usedMs } from './useOfTime.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
/** Away for longer, Lull says again what it is (SUPPORT-AND-SAFETY.md §4, L2). */
export const AWAY_MS = 7 * 24 * HOUR_MS
/** After so long without a message the hours of use begin anew: that is a night's sleep. */
export const REST_MS = 8 * HOUR_MS
/** How far back the times of messages must reach for everything below. */
export const NOTICE_LOOKS_BACK_MS = AWAY_MS + 24 * HOUR_MS

/** A clock that was set back by more was wrong before. */
const AHEAD_MS = 24 * HOUR_MS

export interface NoticeFacts {
  nowMs: number
  /** Times of messages of all talks over `NOTICE_LOOKS_BACK_MS`, rising, epoch ms. */
  timesMs: readonly number[]
  /** The last message before these; null when there was none. */
  earlierMs: number | null
  /** When each kind was put away last, epoch ms. */
  putAway: Partial<Record<NoticeKind, number>>
  /** Hours of use between two notices, 1–3. */
  noticeHours: number
  /** Minutes a day, set by the person; null = no limit. */
  talkLimitMinutes: number | null
  /** The day of now, from 04:00. */
  today: TimeSpan
  /** Whether it is night for this person. */
  isNight: boolean
}

/** The times that have been, also where a clock was wrong before and is right now. */
const passed = ({ timesMs, nowMs }: NoticeFacts): number[] => timesMs.filter((atMs) => atMs <= nowMs)

/** After a week away: from then on, and on the day of coming back. */
function returned(facts: NoticeFacts, timesMs: readonly number[]): Notice | null {
  const { nowMs, earlierMs, putAway, today, isNight } = facts
  const all = earlierMs === null ? timesMs : [earlierMs, ...timesMs]
  const gapEnds = [...all, nowMs]
  const index = gapEnds.findLastIndex((atMs, at) => at > 0 && atMs - (gapEnds[at - 1] ?? atMs) > AWAY_MS)
  const lastMs = gapEnds[index - 1]
  const backMs = gapEnds[index]
  if (lastMs === undefined || backMs === undefined || backMs < today.fromMs) return null
  const seenMs = putAway.returned
  // One from far ahead was put away under a clock that was wrong.
  const isPutAway = seenMs !== undefined && seenMs > backMs - AWAY_MS && seenMs <= nowMs + AHEAD_MS
  return isPutAway
    ? null
    : { kind: 'returned', sinceMs: lastMs + AWAY_MS, usedMinutes: null, atNight: isNight }
}

/** After hours of use without a night's rest between them. */
function longUse(facts: NoticeFacts, timesMs: readonly number[]): Notice | null {
  const { nowMs, putAway, noticeHours, isNight } = facts
  const lastMs = timesMs.at(-1)
  if (lastMs === undefined || nowMs - lastMs >= REST_MS) return null
  const begins = timesMs.findLastIndex((atMs, at) => at === 0 || atMs - (timesMs[at - 1] ?? atMs) >= REST_MS)
  // One put away in what is now the future was put away before the clock was set back: it says nothing.
  const seenMs = putAway.longUse !== undefined && putAway.longUse <= nowMs ? putAway.longUse : 0
  const span = { fromMs: Math.max(timesMs[begins] ?? 0, seenMs), toMs: nowMs + 1 }
  const sinceMs = reachedAtMs(timesMs, span, noticeHours * HOUR_MS)
  if (sinceMs === null) return null
  const usedMinutes = Math.floor(usedMs(timesMs, span) / MINUTE_MS)
  return { kind: 'longUse', sinceMs, usedMinutes, atNight: isNight }
}

/** The person's own limit, once a day. */
function enough(facts: NoticeFacts, timesMs: readonly number[]): Notice | null {
  const { putAway, talkLimitMinutes, today, isNight } = facts
  if (talkLimitMinutes === null) return null
  const seenMs = putAway.enough
  if (seenMs !== undefined && seenMs >= today.fromMs && seenMs < today.toMs) return null
  const sinceMs = reachedAtMs(timesMs, today, talkLimitMinutes * MINUTE_MS)
  if (sinceMs === null) return null
  const usedMinutes = Math.floor(usedMs(timesMs, today) / MINUTE_MS)
  return { kind: 'enough', sinceMs, usedMinutes, atNight: isNight }
}

/** The most important one that is due and was not put away; null when none is. */
export function noticeDue(facts: NoticeFacts): Notice | null {
  const timesMs = passed(facts)
  return returned(facts, timesMs) ?? longUse(facts, timesMs) ?? enough(facts, timesMs)
}
