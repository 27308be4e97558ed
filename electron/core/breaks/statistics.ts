/** What was offered, taken, left and not said, over any stretch of days. No score comes of it. */
import type { BreakEntry, EntryWhat, Suppression, SuppressionReason } from './breakEffects.ts'
import { ARMS, type Arm, BREAK_KINDS, type BreakKind } from './kinds.ts'

/** The longest work without a minute of rest, by day, as presence knows it. */
export interface DayStretch {
  workDay: number
  longestStretchMs: number
}

/** Entries of the history that count alike, added up. */
export interface EntryGroup extends Pick<BreakEntry, 'kind' | 'arm' | 'because'> {
  what: EntryWhat
  /** Why it was withdrawn. */
  reason: string | null
  times: number
  restedMs: number
}

/** Silences with the same reason, added up. */
export interface SuppressionGroup {
  reason: SuppressionReason
  stretches: number
  heldMs: number
}

interface Taken {
  times: number
  restedMs: number
}

export interface BreakStatistics {
  /** Said on the screen or by the tray; an offer that came back after it was put off counts once. */
  offered: number
  /** Taken up and kept for three fifths at least, offered or begun unasked. */
  taken: Taken
  /** Of these, begun unasked. */
  unasked: number
  takenByKind: Record<BreakKind, Taken>
  takenByArm: Record<Arm, Taken>
  /** Rest of at least a minute nobody asked for. */
  natural: Taken
  /** Begun and left early. */
  left: number
  snoozed: number
  skipped: number
  notNow: number
  ignored: number
  /** Left out on purpose, to see what the others do. */
  leftOut: number
  /** Taken off the screen again, by what came between. */
  withdrawn: Partial<Record<string, number>>
  /** Due and not said, by why: how many stretches, and how long in all. */
  suppressed: Partial<Record<SuppressionReason, { stretches: number; heldMs: number }>>
  /** Null where presence knows nothing. */
  longestStretch: DayStretch | null
}

const noneTaken = (): Taken => ({ times: 0, restedMs: 0 })

function each<Key extends string>(keys: readonly Key[]): Record<Key, Taken> {
  return Object.fromEntries(keys.map((key) => [key, noneTaken()])) as Record<Key, Taken>
}

function emptyStatistics(): BreakStatistics {
  return {
    offered: 0,
    taken: noneTaken(),
    unasked: 0,
    takenByKind: each(BREAK_KINDS),
    takenByArm: each(ARMS),
    natural: noneTaken(),
    left: 0,
    snoozed: 0,
    skipped: 0,
    notNow: 0,
    ignored: 0,
    leftOut: 0,
    withdrawn: {},
    suppressed: {},
    longestStretch: null,
  }
}

function add(taken: Taken, times: number, restedMs: number): void {
  taken.times += times
  taken.restedMs += restedMs
}

type CountedAlike = Omit<EntryGroup, 'times' | 'restedMs'>

function addTaken(sums: BreakStatistics, alike: CountedAlike, times: number, restedMs: number): void {
  const { kind, arm, because } = alike
  add(sums.taken, times, restedMs)
  if (kind) add(sums.takenByKind[kind], times, restedMs)
  if (arm) add(sums.takenByArm[arm], times, restedMs)
  if (because === 'person') sums.unasked += times
}

function addEntries(sums: BreakStatistics, alike: CountedAlike, times: number, restedMs: number): void {
  const { what } = alike
  // What was shown to see what they are like is no offer; rest in it is rest.
  if (alike.because === 'tour' && what !== 'taken') return
  const reason = alike.reason ?? ''
  if (what === 'taken') addTaken(sums, alike, times, restedMs)
  else if (what === 'natural') add(sums.natural, times, restedMs)
  else if (what === 'offered' || what === 'hinted') sums.offered += times
  else if (what === 'withdrawn') sums.withdrawn[reason] = (sums.withdrawn[reason] ?? 0) + times
  else if (what !== 'again' && what !== 'dayDone') sums[what] += times
}

function addSuppressions(
  sums: BreakStatistics,
  reason: SuppressionReason,
  stretches: number,
  heldMs: number,
): void {
  const known = sums.suppressed[reason] ?? { stretches: 0, heldMs: 0 }
  sums.suppressed[reason] = { stretches: known.stretches + stretches, heldMs: known.heldMs + heldMs }
}

function addStretches(sums: BreakStatistics, stretches: readonly DayStretch[]): void {
  for (const one of stretches) {
    if (one.longestStretchMs > (sums.longestStretch?.longestStretchMs ?? 0)) sums.longestStretch = one
  }
}

/** Sums over all that is given; choose the days before. */
export function breakStatistics(
  entries: readonly BreakEntry[],
  suppressions: readonly Suppression[],
  stretches: readonly DayStretch[],
): BreakStatistics {
  const sums = emptyStatistics()
  for (const entry of entries) addEntries(sums, entry, 1, entry.restedMs ?? 0)
  for (const { reason, heldMs } of suppressions) addSuppressions(sums, reason, 1, heldMs)
  addStretches(sums, stretches)
  return sums
}

/** The same from what was added up before, in any grouping that keeps apart what counts apart. */
export function groupedStatistics(
  entries: readonly EntryGroup[],
  suppressions: readonly SuppressionGroup[],
  stretches: readonly DayStretch[],
): BreakStatistics {
  const sums = emptyStatistics()
  for (const group of entries) addEntries(sums, group, group.times, group.restedMs)
  for (const group of suppressions) addSuppressions(sums, group.reason, group.stretches, group.heldMs)
  addStretches(sums, stretches)
  return sums
}
