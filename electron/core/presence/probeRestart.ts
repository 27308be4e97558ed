/** When a dead or hung probe process is started again: three times, later each time, then not any more. */

const WAITS_MS = [1_000, 5_000, 30_000] as const
/** A run this long was healthy: an end after it begins the row anew. */
const HEALTHY_RUN_MS = 10 * 60_000

export interface ProbeRestart {
  /** Ends in a row, this one included. */
  failures: number
  /** Null: it is off now. */
  waitMs: number | null
}

/** @param ranMs how long it was alive; 0 when it never was. */
export function nextProbeRestart(failuresBefore: number, ranMs: number): ProbeRestart {
  const failures = ranMs >= HEALTHY_RUN_MS ? 1 : failuresBefore + 1
  return { failures, waitMs: WAITS_MS[failures - 1] ?? null }
}
