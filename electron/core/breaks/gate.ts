/** The gate: every reason for which nothing is said although a pause is due. It always wins. */
import { type LocalMoment, workDay } from '../presence/localMoment.ts'
import type { SuppressionReason } from './breakEffects.ts'
import type { HushingFact } from './breakFacts.ts'
import { MOST_A_DAY, MOST_FROM_STRAIN } from './breakSettings.ts'
import type { BreakState, DayCount } from './breakState.ts'
import type { Due } from './due.ts'
import { hoursAt } from './workingHours.ts'

/** Days whose counts are remembered: a clock may be set back and forth. */
const DAYS_KEPT = 40

export function countOf(days: readonly DayCount[], day: number): DayCount {
  return days.find((one) => one.workDay === day) ?? { workDay: day, nudges: 0, fromStrain: 0 }
}

/** One more nudge on a day; the day touched last stands last. */
export function counted(days: readonly DayCount[], day: number, isFromStrain: boolean): readonly DayCount[] {
  const { nudges, fromStrain } = countOf(days, day)
  const next = { workDay: day, nudges: nudges + 1, fromStrain: fromStrain + (isFromStrain ? 1 : 0) }
  return [...days.filter((one) => one.workDay !== day), next].slice(-DAYS_KEPT)
}

const HUSHED_AS: readonly (readonly [HushingFact, SuppressionReason])[] = [
  ['inCall', 'call'],
  ['sharing', 'share'],
  ['doNotDisturb', 'do_not_disturb'],
  ['fullScreen', 'full_screen'],
]

/** Call, share, do not disturb, and a full screen that is kept awake. */
export function hushReason(state: BreakState): SuppressionReason | null {
  return HUSHED_AS.find(([fact]) => state.hushed[fact] !== null)?.[1] ?? null
}

export function isPaused(state: BreakState, now: LocalMoment): boolean {
  return state.isSensingPaused || (state.pausedUntilMs !== null && now.atMs < state.pausedUntilMs)
}

/** What the person has ruled out for now: a pause of Lull itself, a day that is closed, and their own hours. */
export function timeReason(
  state: BreakState,
  kind: Due['kind'] | null,
  now: LocalMoment,
): SuppressionReason | null {
  if (isPaused(state, now)) return 'paused'
  if (state.doneDay === workDay(now)) return 'day_done'
  // The end of the day is told after the hours have ended; nothing else is.
  if (kind === 'endOfDay') return null
  const hours = hoursAt(state.settings.hours, now)
  if (hours === 'inside') return null
  return hours === 'break' ? 'hours_break' : hours === 'holiday' ? 'holiday' : 'outside_hours'
}

function capReason(state: BreakState, due: Due, now: LocalMoment): SuppressionReason | null {
  const { nudges, fromStrain } = countOf(state.days, workDay(now))
  const { mostADay, mostFromStrain } = state.settings
  if (nudges >= Math.min(MOST_A_DAY, mostADay)) return 'cap_day'
  const isTooMuchStrain = fromStrain >= Math.min(MOST_FROM_STRAIN, mostFromStrain)
  return due.because === 'strain' && isTooMuchStrain ? 'cap_strain' : null
}

function quietReason(state: BreakState, now: LocalMoment): SuppressionReason | null {
  if (state.notNowUntilMs !== null && now.atMs < state.notNowUntilMs) return 'not_now'
  return state.quietUntilMs !== null && now.atMs < state.quietUntilMs ? 'refractory' : null
}

/** The first reason that holds, in this order; null when the gate is open. */
export function gateReason(state: BreakState, due: Due, now: LocalMoment): SuppressionReason | null {
  return (
    timeReason(state, due.kind, now) ??
    hushReason(state) ??
    capReason(state, due, now) ??
    quietReason(state, now)
  )
}
