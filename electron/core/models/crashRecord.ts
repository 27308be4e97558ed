/** Decides when a language model process that keeps dying is left alone until the person asks again. */

const WINDOW_MS = 5 * 60_000
const DEATHS_IN_A_ROW = 3

/** Deaths since the last time the model did its work, oldest first (epoch ms). */
export type CrashRecord = readonly number[]

export const noCrashes: CrashRecord = []

export function afterDeath(record: CrashRecord, now: number): CrashRecord {
  return [...record, now].slice(-DEATHS_IN_A_ROW)
}

/** True when starting again by itself would only repeat what just happened three times. */
export function keepsDying(record: CrashRecord): boolean {
  const first = record.at(-DEATHS_IN_A_ROW)
  const last = record.at(-1)
  return first !== undefined && last !== undefined && last - first <= WINDOW_MS
}
