/** What is due: by the clock where the person set a time, else by need, else by strain. */
import { isWithin, type LocalMoment, workDay } from '../presence/localMoment.ts'
import type { BreakFacts } from './breakFacts.ts'
import type { BreakState } from './breakState.ts'
import type { BreakKind } from './kinds.ts'
import { lastHoursEnd } from './workingHours.ts'

export interface Due {
  kind: BreakKind
  because: 'need' | 'strain' | 'time'
  /** The turn it takes, for what comes once; null for what comes as needed. */
  slot: string | null
}

/** Strain alone is not enough (work-pattern notes §5.2). */
const STRAIN_FROM_NEED = 0.4
/** The first days go by time only (§4.4). */
export const TIMED_DAYS = 3
/** A fixed time that could not be said lapses; longer than the hour's half a clock change can hide. */
export const SLOT_LASTS_MINUTES = 45
/** The end of the day can be told for so long after it. */
const END_LASTS_MINUTES = 60
/** A long day, for those without working hours (§4.4). */
export const LONG_DAY_MS = 9 * 60 * 60_000
/** Twenty minutes at the screen, for those who want to rest their eyes. */
export const EYES_AFTER_MS = 20 * 60_000
/** Work after which a pause, and after which a long one, takes the place of a short one. */
const PAUSE_AFTER_MS = 90 * 60_000
const LONG_AFTER_MS = 180 * 60_000

const MINUTES_PER_DAY = 1440

type Timed = Due & { slot: string }

/** The calendar day on which something that begins at this minute has begun last. */
function dayOfBegin(startMinute: number, now: LocalMoment): number {
  return now.minuteOfDay >= startMinute ? now.dayNumber : now.dayNumber - 1
}

function lunchDue({ settings }: BreakState, facts: BreakFacts, now: LocalMoment): Timed | null {
  if (!settings.kinds.lunch.isOn || facts.standing !== 'working') return null
  if (!isWithin(settings.lunch, now.minuteOfDay)) return null
  return { kind: 'lunch', because: 'time', slot: `lunch:${dayOfBegin(settings.lunch.startMinute, now)}` }
}

function endOfDayDue({ settings }: BreakState, facts: BreakFacts, now: LocalMoment): Timed | null {
  if (!settings.kinds.endOfDay.isOn || facts.standing !== 'working') return null
  if (settings.hours === null) {
    const isLong = facts.daySpanMs !== null && facts.daySpanMs >= LONG_DAY_MS
    return isLong ? { kind: 'endOfDay', because: 'time', slot: `endOfDay:${workDay(now)}` } : null
  }
  const end = lastHoursEnd(settings.hours, now)
  if (end === null || end.minutesAgo >= END_LASTS_MINUTES) return null
  return { kind: 'endOfDay', because: 'time', slot: `endOfDay:${end.dayNumber}` }
}

/** Fixed times whose turn it is, whether or not they have had it. */
function fixedDue({ settings }: BreakState, now: LocalMoment): Timed[] {
  if (settings.rhythm.by !== 'fixed') return []
  return settings.rhythm.times.flatMap(({ minuteOfDay, kind }) => {
    const late = (now.minuteOfDay - minuteOfDay + MINUTES_PER_DAY) % MINUTES_PER_DAY
    if (late >= SLOT_LASTS_MINUTES || !settings.kinds[kind].isOn) return []
    const slot = `fixed:${minuteOfDay}:${dayOfBegin(minuteOfDay, now)}`
    return [{ kind, because: 'time' as const, slot }]
  })
}

/** What is due by the clock at this moment, the weightiest first. */
export function timedDues(state: BreakState, facts: BreakFacts, now: LocalMoment): Timed[] {
  const single = [lunchDue(state, facts, now), endOfDayDue(state, facts, now)]
  return [...single.filter((due) => due !== null), ...fixedDue(state, now)]
}

/** The longer the work since a longer rest, the longer the pause; of those the person wants. */
export function kindByWork({ settings, workSince }: BreakState): BreakKind | null {
  const { kinds } = settings
  if (kinds.long.isOn && workSince.long >= LONG_AFTER_MS) return 'long'
  if (kinds.pause.isOn && workSince.pause >= PAUSE_AFTER_MS) return 'pause'
  return (['micro', 'pause', 'long'] as const).find((kind) => kinds[kind].isOn) ?? null
}

function neededDue(state: BreakState, facts: BreakFacts): Due | null {
  if (facts.need === null) return null
  if (facts.need >= 1) {
    const kind = kindByWork(state)
    return kind && { kind, because: 'need', slot: null }
  }
  const { usesStrain, kinds } = state.settings
  const mayUseStrain = usesStrain && state.daysSeen > TIMED_DAYS
  if (!mayUseStrain || !facts.strainRaised || facts.need < STRAIN_FROM_NEED) return null
  // Little effort while it is heavy (work-pattern notes §5.1).
  const kind = (['micro', 'pause'] as const).find((one) => kinds[one].isOn)
  return kind ? { kind, because: 'strain', slot: null } : null
}

function eyesDue({ settings, workSince }: BreakState, facts: BreakFacts): Due | null {
  const isDue = settings.kinds.eyeRest.isOn && workSince.eyeRest >= EYES_AFTER_MS
  return isDue && facts.standing === 'working' ? { kind: 'eyeRest', because: 'need', slot: null } : null
}

/** The one thing that is due now; null when nothing is, and when Lull's breaks are off. */
export function dueNow(state: BreakState, facts: BreakFacts, now: LocalMoment): Due | null {
  if (!state.settings.isOn) return null
  const timed = timedDues(state, facts, now).find(({ slot }) => !state.slots.includes(slot))
  if (timed) return timed
  if (state.settings.rhythm.by === 'fixed') return null
  return neededDue(state, facts) ?? eyesDue(state, facts)
}
