/** What the line of a day draws: stretches long enough to be seen, and where beats were read. */
import type { DaySpanOfPresence } from '../../../electron/contract/presence.ts'
import type { TimeWindow } from './dayClock.ts'

/** Less than a minute away is a thought, not a rest: the line joins it, the list keeps it. */
const LEAST_DRAWN_MS = 60_000
/** Windows of beats are about a minute apart; a longer way between two was not read. */
const MOST_APART_MS = 150_000

export type Stretch = DaySpanOfPresence

/** Stretches inside the window, short ones joined to the one before, equal neighbours joined; calls lie over the work. */
export function drawnStretches(spans: readonly Stretch[], window: TimeWindow): Stretch[] {
  const calls = spans.filter(({ kind }) => kind === 'call')
  const others = spans.filter(({ kind }) => kind !== 'call')
  return [...joined(others, window), ...joined(calls, window)]
}

function joined(spans: readonly Stretch[], window: TimeWindow): Stretch[] {
  const drawn: Stretch[] = []
  for (const span of spans) {
    const fromMs = Math.max(span.fromMs, window.fromMs)
    const toMs = Math.min(span.toMs, window.toMs)
    if (toMs <= fromMs) continue
    const last = drawn.at(-1)
    const touches = last !== undefined && fromMs - last.toMs < LEAST_DRAWN_MS
    if (last && touches && (last.kind === span.kind || toMs - fromMs < LEAST_DRAWN_MS)) {
      drawn[drawn.length - 1] = { ...last, toMs }
    } else drawn.push({ kind: span.kind, fromMs, toMs })
  }
  return drawn
}

/** What no stretch speaks for, inside the window: nobody looked. */
export function silentStretches(drawn: readonly Stretch[], window: TimeWindow): Stretch[] {
  const holes: Stretch[] = []
  let fromMs = window.fromMs
  for (const span of drawn.toSorted((a, b) => a.fromMs - b.fromMs)) {
    if (span.fromMs - fromMs >= LEAST_DRAWN_MS) holes.push({ kind: 'unknown', fromMs, toMs: span.fromMs })
    fromMs = Math.max(fromMs, span.toMs)
  }
  if (window.toMs - fromMs >= LEAST_DRAWN_MS) holes.push({ kind: 'unknown', fromMs, toMs: window.toMs })
  return holes
}

export interface BeatStretch {
  fromMs: number
  toMs: number
  /** At rest at the desk: these minutes make the usual. */
  quiet: boolean
}

/** Good minutes of beats as stretches; each window speaks for the minute before its time. */
export function beatStretches(windows: readonly { atMs: number; quiet: boolean }[]): BeatStretch[] {
  const stretches: BeatStretch[] = []
  for (const { atMs, quiet } of windows) {
    const last = stretches.at(-1)
    const isNext = last !== undefined && atMs - last.toMs <= MOST_APART_MS
    if (last && isNext && last.quiet === quiet) last.toMs = atMs
    else stretches.push({ fromMs: isNext && last ? last.toMs : atMs - 60_000, toMs: atMs, quiet })
  }
  return stretches
}

/** Time by kind, ms. */
export function timeByKind(spans: readonly Stretch[]): Record<Stretch['kind'], number> {
  const sums = { work: 0, call: 0, rest: 0, unknown: 0 }
  for (const span of spans) sums[span.kind] += Math.max(0, span.toMs - span.fromMs)
  return sums
}
