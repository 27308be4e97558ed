/** The heart-rate-variability formulas, each exactly one line of the notes (sensing notes §4.1). */
import { mean, sampleSd } from './statistics.ts'

/** Stretches of consecutive intervals in ms; no formula looks across a cut. */
export type BeatRuns = readonly (readonly number[])[]

export interface HrvFeatures {
  meanRrMs: number | null
  meanHrBpm: number | null
  sdnnMs: number | null
  rmssdMs: number | null
  lnRmssd: number | null
  /** Differences larger than 50 ms, a count. */
  nn50: number | null
  pnn50: number | null
  sd1Ms: number | null
  sd2Ms: number | null
}

/** Difference d_i = RR_{i+1} − RR_i in ms, only within a run. */
export function successiveDifferencesMs(runs: BeatRuns): number[] {
  return runs.flatMap((run) => run.slice(1).map((rrMs, before) => rrMs - (run[before] ?? rrMs)))
}

function successiveSumsMs(runs: BeatRuns): number[] {
  return runs.flatMap((run) => run.slice(1).map((rrMs, before) => rrMs + (run[before] ?? rrMs)))
}

/** Mean interval in ms; null without beats. */
export function meanRrMs(runs: BeatRuns): number | null {
  return mean(runs.flat())
}

/** 60000 / mean(RR), not the mean of 60000/RR; null without beats. */
export function meanHeartRateBpm(runs: BeatRuns): number | null {
  const meanMs = meanRrMs(runs)
  return meanMs === null || meanMs <= 0 ? null : 60_000 / meanMs
}

/** Sample sd of the intervals, ms, divisor n−1; null below two beats. */
export function sdnnMs(runs: BeatRuns): number | null {
  return sampleSd(runs.flat())
}

/** Root mean square of the differences, ms, divided by their number; null without a difference. */
export function rmssdMs(runs: BeatRuns): number | null {
  const squares = mean(successiveDifferencesMs(runs).map((difference) => difference ** 2))
  return squares === null ? null : Math.sqrt(squares)
}

/** Natural logarithm of RMSSD in ms; null where RMSSD is unknown or zero. */
export function lnRmssd(runs: BeatRuns): number | null {
  const rmssd = rmssdMs(runs)
  return rmssd === null || rmssd <= 0 ? null : Math.log(rmssd)
}

/** How many differences are strictly larger than 50 ms; null without a difference. */
export function nn50(runs: BeatRuns): number | null {
  const differences = successiveDifferencesMs(runs)
  if (differences.length === 0) return null
  return differences.filter((difference) => Math.abs(difference) > 50).length
}

/** nn50 as a percentage of the differences (not of the beats), 0–100; null without a difference. */
export function pnn50Percent(runs: BeatRuns): number | null {
  const count = nn50(runs)
  return count === null ? null : (100 * count) / successiveDifferencesMs(runs).length
}

/** Poincaré width: sample sd of (RR_{i+1} − RR_i)/√2 over the pairs, ms; null below two pairs. */
export function sd1Ms(runs: BeatRuns): number | null {
  return sampleSd(successiveDifferencesMs(runs).map((difference) => difference / Math.SQRT2))
}

/** Poincaré length: sample sd of (RR_{i+1} + RR_i)/√2 over the pairs, ms; null below two pairs. */
export function sd2Ms(runs: BeatRuns): number | null {
  return sampleSd(successiveSumsMs(runs).map((sum) => sum / Math.SQRT2))
}

/** All of the above. */
export function hrvFeatures(runs: BeatRuns): HrvFeatures {
  return {
    meanRrMs: meanRrMs(runs),
    meanHrBpm: meanHeartRateBpm(runs),
    sdnnMs: sdnnMs(runs),
    rmssdMs: rmssdMs(runs),
    lnRmssd: lnRmssd(runs),
    nn50: nn50(runs),
    pnn50: pnn50Percent(runs),
    sd1Ms: sd1Ms(runs),
    sd2Ms: sd2Ms(runs),
  }
}
