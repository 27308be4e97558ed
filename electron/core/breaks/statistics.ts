/** What was offered, taken, left and not said, over any stretch of days. No score comes of it. */
import type { BreakEntry, Suppression, SuppressionReason } from './breakEffects.ts'
import { ARMS, type Arm, BREAK_KINDS, type BreakKind } from './kinds.ts'

/** The longest work without a minute of rest, by day, as presence knows it. */
export interface DayStretch {
  workDay: number
  longestStretchMs: number
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

function add(taken: Taken, restedMs: number | null): void {
  taken.times++
  taken.restedMs += restedMs ?? 0
}

function addTaken(sums: BreakStatistics, { kind, arm, because, restedMs }: BreakEntry): void {
  add(sums.taken, restedMs)
  if (kind) add(sums.takenByKind[kind], restedMs)
  if (arm) add(sums.takenByArm[arm], restedMs)
  if (because === 'person') sums.unasked++
}

function addEntry(sums: BreakStatistics, entry: BreakEntry): void {
  const { what, reason } = entry
  if (what === 'taken') addTaken(sums, entry)
  else if (what === 'natural') add(sums.natural, entry.restedMs)
  else if (what === 'offered' || what === 'hinted') sums.offered++
  else if (what === 'withdrawn') sums.withdrawn[reason ?? ''] = (sums.withdrawn[reason ?? ''] ?? 0) + 1
  else if (what !== 'again' && what !== 'dayDone') sums[what]++
}

function addSuppression(sums: BreakStatistics, { reason, heldMs }: Suppression): void {
  const known = sums.suppressed[reason] ?? { stretches: 0, heldMs: 0 }
  sums.suppressed[reason] = { stretches: known.stretches + 1, heldMs: known.heldMs + heldMs }
}

/** Sums over all that is given; choose the days before. */
export function breakStatistics(
  entries: readonly BreakEntry[],
  suppressions: readonly Suppression[],
  stretches: readonly DayStretch[],
): BreakStatistics {
  const sums = emptyStatistics()
  for (const entry of entries) addEntry(sums, entry)
  for (const suppression of suppressions) addSuppression(sums, suppression)
  for (const one of stretches) {
    if (one.longestStretchMs > (sums.longestStretch?.longestStretchMs ?? 0)) sums.longestStretch = one
  }
  return sums
}
