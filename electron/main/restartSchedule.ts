/** When a dead engine is started again: soon, later, much later, then only when the person asks. */

const WAITS_MS = [1_000, 5_000, 30_000] as const
/** A run this long counts as healthy: an end after it starts the row anew. */
const HEALTHY_RUN_MS = 60_000

export interface Restart {
  /** Ends in a row, this one included. */
  failures: number
  /** Milliseconds until the next start, or null: wait for the person. */
  waitMs: number | null
}

/** @param ranMs how long the engine had been ready when it ended; 0 when it never was. */
export function nextRestart(failuresBefore: number, ranMs: number): Restart {
  const failures = ranMs >= HEALTHY_RUN_MS ? 1 : failuresBefore + 1
  return { failures, waitMs: WAITS_MS[failures - 1] ?? null }
}
