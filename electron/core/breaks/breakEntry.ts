/** One line of the history, as it is written down. */
import { type LocalMoment, workDay } from '../presence/localMoment.ts'
import type { BreakEffect, BreakEntry, EntryWhat } from './breakEffects.ts'
import type { Nudge } from './breakState.ts'

type Known = Partial<Omit<BreakEntry, 'atMs' | 'workDay' | 'dayNumber' | 'minuteOfDay'>>

export function entryOf(now: LocalMoment, known: Known & { what: EntryWhat }): BreakEffect {
  return {
    kind: 'entered',
    entry: {
      atMs: now.atMs,
      workDay: workDay(now),
      dayNumber: now.dayNumber,
      minuteOfDay: now.minuteOfDay,
      kind: null,
      arm: null,
      because: null,
      nudgeId: null,
      lengthMs: null,
      restedMs: null,
      reason: null,
      ...known,
    },
  }
}

export function entryOfNudge(
  now: LocalMoment,
  nudge: Nudge,
  what: EntryWhat,
  reason: BreakEntry['reason'] = null,
): BreakEffect {
  const { id, kind, because, lengthMs, offer, choice } = nudge
  const arm = offer?.arm ?? choice?.arm ?? null
  return entryOf(now, { what, kind, because, lengthMs, arm, nudgeId: id, reason })
}
