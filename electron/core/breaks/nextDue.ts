/** The next pause that can be foreseen while work goes on as now: for those who like to know what is coming. */
import type { LocalMoment } from '../presence/localMoment.ts'
import { workDay } from '../presence/localMoment.ts'
import type { BreakFacts } from './breakFacts.ts'
import { MOST_A_DAY } from './breakSettings.ts'
import type { BreakState } from './breakState.ts'
import { type Due, EYES_AFTER_MS, kindByWork, LONG_DAY_MS } from './due.ts'
import { countOf, hushReason, timeReason } from './gate.ts'
import type { BreakKind } from './kinds.ts'
import { hoursAt, weekdayOf } from './workingHours.ts'

export interface NextPause {
  kind: BreakKind
  because: Due['because']
  /** From now on; 0 while it is due and only waits. */
  inMs: number
}

const MINUTE = 60_000
const MINUTES_PER_DAY = 1440

function sinceMidnightMs(now: LocalMoment): number {
  return now.minuteOfDay * MINUTE + (((now.atMs % MINUTE) + MINUTE) % MINUTE)
}

/** Until the wall clock shows this minute next, ms. A clock change in between is left out of account. */
function untilMinute(minuteOfDay: number, now: LocalMoment): number {
  const dayMs = MINUTES_PER_DAY * MINUTE
  return (minuteOfDay * MINUTE - sinceMidnightMs(now) + dayMs) % dayMs
}

/** The moment after so much more of the same day's clock. */
function later(now: LocalMoment, byMs: number): LocalMoment {
  const minutes = Math.floor((sinceMidnightMs(now) + byMs) / MINUTE)
  return {
    atMs: now.atMs + byMs,
    dayNumber: now.dayNumber + Math.floor(minutes / MINUTES_PER_DAY),
    minuteOfDay: minutes % MINUTES_PER_DAY,
  }
}

function lunchNext({ settings, slots }: BreakState, now: LocalMoment): NextPause[] {
  const { startMinute, endMinute } = settings.lunch
  if (!settings.kinds.lunch.isOn || startMinute === endMinute) return []
  const inMs = untilMinute(startMinute, now)
  const slot = `lunch:${later(now, inMs).dayNumber}`
  return slots.includes(slot) ? [] : [{ kind: 'lunch', because: 'time', inMs }]
}

function endOfDayNext({ settings, slots }: BreakState, facts: BreakFacts, now: LocalMoment): NextPause[] {
  if (!settings.kinds.endOfDay.isOn) return []
  const told = (day: number) => slots.includes(`endOfDay:${day}`)
  if (settings.hours === null) {
    if (facts.daySpanMs === null || told(workDay(now))) return []
    return [{ kind: 'endOfDay', because: 'time', inMs: Math.max(0, LONG_DAY_MS - facts.daySpanMs) }]
  }
  const ranges = settings.hours.weekdays[weekdayOf(now.dayNumber)]?.ranges ?? []
  const ends = ranges.map(({ startMinute, endMinute }) =>
    endMinute < startMinute ? endMinute + MINUTES_PER_DAY : endMinute,
  )
  const inMs = Math.max(...ends) * MINUTE - sinceMidnightMs(now)
  return inMs > 0 && !told(now.dayNumber) ? [{ kind: 'endOfDay', because: 'time', inMs }] : []
}

function fixedNext({ settings, slots }: BreakState, now: LocalMoment): NextPause[] {
  if (settings.rhythm.by !== 'fixed') return []
  return settings.rhythm.times.flatMap(({ minuteOfDay, kind }) => {
    const inMs = untilMinute(minuteOfDay, now)
    const slot = `fixed:${minuteOfDay}:${later(now, inMs).dayNumber}`
    const isComing = settings.kinds[kind].isOn && !slots.includes(slot)
    return isComing ? [{ kind, because: 'time' as const, inMs }] : []
  })
}

/** Work so much longer, of which a long rest would have taken none. */
function workedOn(state: BreakState, byMs: number): BreakState {
  const { eyeRest, pause, long } = state.workSince
  return { ...state, workSince: { eyeRest: eyeRest + byMs, pause: pause + byMs, long: long + byMs } }
}

function neededNext(state: BreakState, facts: BreakFacts, targetMs: number): NextPause[] {
  const { settings } = state
  if (settings.rhythm.by === 'fixed' || facts.standing !== 'working') return []
  const found: NextPause[] = []
  if (settings.kinds.eyeRest.isOn) {
    const inMs = Math.max(0, EYES_AFTER_MS - state.workSince.eyeRest)
    found.push({ kind: 'eyeRest', because: 'need', inMs })
  }
  if (facts.need === null) return found
  const inMs = facts.need >= 1 ? 0 : Math.max(0, targetMs - facts.sinceRestMs)
  const kind = kindByWork(workedOn(state, inMs))
  // First: what a longer pause comes for, a shorter one need not.
  return kind === null ? found : [{ kind, because: 'need', inMs }, ...found]
}

/** Nothing is said before the quiet after the last one is over. */
function quietForMs({ quietUntilMs, notNowUntilMs }: BreakState, now: LocalMoment): number {
  return Math.max(0, (quietUntilMs ?? 0) - now.atMs, (notNowUntilMs ?? 0) - now.atMs)
}

function isSpoken(state: BreakState, { kind, inMs }: NextPause, now: LocalMoment): boolean {
  const { hours } = state.settings
  const then = later(now, inMs)
  if (workDay(then) !== workDay(now)) return false
  if (kind !== 'endOfDay') return hoursAt(hours, then) === 'inside'
  const before = hoursAt(hours, later(then, -MINUTE))
  return before === 'inside' || before === 'break'
}

/**
 * Null while nothing can be foreseen: breaks are off or paused, the day is closed or has had its share, something is open
 * already, a call goes on, or nobody works.
 */
export function nextDue(
  state: BreakState,
  facts: BreakFacts,
  targetMs: number,
  now: LocalMoment,
): NextPause | null {
  const { settings, nudge, running } = state
  if (!settings.isOn || nudge !== null || running !== null || facts.standing === 'resting') return null
  if (timeReason(state, 'endOfDay', now) !== null || hushReason(state) !== null) return null
  const { nudges } = countOf(state.days, workDay(now))
  if (nudges >= Math.min(MOST_A_DAY, settings.mostADay)) return null
  const quietMs = quietForMs(state, now)
  const timed = [...lunchNext(state, now), ...endOfDayNext(state, facts, now), ...fixedNext(state, now)]
  const all = [...timed, ...neededNext(state, facts, targetMs)]
    .map((one) => ({ ...one, inMs: Math.max(one.inMs, quietMs) }))
    .filter((one) => isSpoken(state, one, now))
  return all.reduce<NextPause | null>((first, one) => (first && first.inMs <= one.inMs ? first : one), null)
}
