/** The well-founded score: how much a pause is due, from time since rest, the length of the day and the hour. */
import { type DailySpan, isWithin, type LocalMoment, workDay } from '../presence/localMoment.ts'
import { activeSinceRestMs, DEFAULT_FULL_REST_MS, type RhythmRules, type WorkRhythm } from './workRhythm.ts'

export interface BreakRules extends RhythmRules {
  /** Work without rest after which a pause is due, ms; 20–90 minutes. */
  targetMs: number
  /** A day longer than this is a long day, ms. */
  longDayMs: number
  /** The person's own quiet hours; null when they have none. */
  quietHours: DailySpan | null
}

/** 50 minutes, 3 minutes of rest, and a day of 10 hours (work-pattern notes §4.3, §4.4). */
export const defaultBreakRules: BreakRules = {
  targetMs: 50 * 60_000,
  fullRestMs: DEFAULT_FULL_REST_MS,
  longDayMs: 10 * 60 * 60_000,
  quietHours: null,
}

/** The rules as a person set them. */
export function chosenBreakRules(chosen: {
  breakTargetMinutes: number
  longDayHours: number
  quietHours: DailySpan | null
}): BreakRules {
  return {
    ...defaultBreakRules,
    targetMs: chosen.breakTargetMinutes * 60_000,
    longDayMs: chosen.longDayHours * 60 * 60_000,
    quietHours: chosen.quietHours,
  }
}

export interface BreakNeed {
  /** B, 0–1; a pause is due at 1. Null before work or rest was seen, and when neither is for 5 minutes. */
  need: number | null
  /** Work since real rest ÷ target, may exceed 1. */
  sinceRest: number
  activeSinceRestMs: number
  /** From the first work of the day until now, ms; null before it. */
  daySpanMs: number | null
  isLongDay: boolean
  inQuietHours: boolean
}

/** A probe may fail for a while without the rest of the day being in doubt. */
const UNKNOWN_AFTER_MS = 5 * 60_000

/** B = max(work since real rest ÷ target, 0.5·(long day) + 0.5·(in quiet hours)), at most 1. */
export function breakNeed(rhythm: WorkRhythm, rules: BreakRules, now: LocalMoment): BreakNeed {
  const activeMs = activeSinceRestMs(rhythm, rules)
  const sinceRest = activeMs / rules.targetMs
  const isItsDay = rhythm.workDay === workDay(now)
  const daySpanMs = !isItsDay || rhythm.dayFromMs === null ? null : Math.max(0, now.atMs - rhythm.dayFromMs)
  const isLongDay = daySpanMs !== null && daySpanMs > rules.longDayMs
  const inQuietHours = rules.quietHours !== null && isWithin(rules.quietHours, now.minuteOfDay)
  const hours = (isLongDay ? 0.5 : 0) + (inQuietHours ? 0.5 : 0)
  const isSeen = rhythm.sessionFromMs !== null || rhythm.restMs > 0 || rhythm.dayActiveMs > 0
  const isKnown = isSeen && rhythm.unknownMs < UNKNOWN_AFTER_MS
  return {
    need: isKnown ? Math.min(1, Math.max(sinceRest, hours)) : null,
    sinceRest,
    activeSinceRestMs: activeMs,
    daySpanMs,
    isLongDay,
    inQuietHours,
  }
}
