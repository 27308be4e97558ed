/** An idle time that stands at zero is mostly a source that hears no input at all, as under XWayland and KWin. */
import { IDLE_AFTER_MS } from './idleAfter.ts'

/** A source's run of zeros. */
export interface ZeroRun {
  /** Beginning of the run, epoch ms; null while the last answer was more than zero. */
  sinceMs: number | null
  /** It said something else than zero at least once. */
  hasCounted: boolean
  isStuck: boolean
}

export const NO_ZEROS: ZeroRun = { sinceMs: null, hasCounted: false, isStuck: false }

export interface IdleAnswer {
  idleMs: number
  atMs: number
  /** Smallest step of the source: 1 for milliseconds, 1000 for seconds. */
  stepMs: number
  /** What the best of the other sources says; null when there is none. */
  otherIdleMs: number | null
}

/**
 * Nobody hits the very millisecond of every question for a minute. In whole seconds zero is common while typing, but
 * five minutes without one pause of a second are not.
 */
const STUCK_AFTER_MS = { fine: 60_000, coarse: 300_000 } as const
/** Two sources asked in the same round may see the same key press a moment apart. */
const CONTRADICTED_AFTER_MS = 10_000

/** The run with one more answer. What is stuck stays so until the source counts again. */
export function zeroRunAfter(run: ZeroRun, answer: IdleAnswer): ZeroRun {
  if (answer.idleMs > 0) return { sinceMs: null, hasCounted: true, isStuck: false }
  const isSetBack = run.sinceMs !== null && answer.atMs < run.sinceMs
  const sinceMs = run.sinceMs === null || isSetBack ? answer.atMs : run.sinceMs
  const lastedMs = answer.atMs - sinceMs
  const mostMs = answer.stepMs < 1000 ? STUCK_AFTER_MS.fine : STUCK_AFTER_MS.coarse
  const isContradicted =
    answer.otherIdleMs !== null && answer.otherIdleMs >= IDLE_AFTER_MS && lastedMs >= CONTRADICTED_AFTER_MS
  return { ...run, sinceMs, isStuck: run.isStuck || lastedMs >= mostMs || isContradicted }
}

/** Zero from a source that never said anything else is no answer either. */
export function believedIdleMs(run: ZeroRun, idleMs: number): number | null {
  if (idleMs > 0) return idleMs
  return run.hasCounted && !run.isStuck ? idleMs : null
}
