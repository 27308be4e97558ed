/** The laboratory's baseline: all good windows of one person, for recordings too short to have days of their own. */
import type { LiveBaseline } from './liveBaseline.ts'
import { robustSpread } from './statistics.ts'

/** Median and MAD of every known value; unknown without values or when all are equal. Never used live. */
export function spreadBaseline(values: readonly (number | null)[]): LiveBaseline {
  const spread = robustSpread(values.filter((value) => value !== null))
  if (spread === null) return { known: false, reason: 'too_few_quiet_minutes', quietMinutes: 0, days: 0 }
  if (spread.mad === 0) return { known: false, reason: 'no_spread', quietMinutes: spread.count, days: 1 }
  return { known: true, days: 1, ...spread }
}
