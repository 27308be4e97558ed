/** What a reading from outside must be before it is believed: a value of its own fact, and a time that can be true. */
import type { Fact, FactReading } from './fact.ts'
import type { AppSample, InputCounts, MachineSample } from './sensor.ts'

/** Why something was refused, as a code. */
export type ReadingFlaw =
  /** The value does not belong to the fact. */
  | 'value'
  /** Dated in the future. */
  | 'future'
  /** Dated too long ago. */
  | 'old'

/** Clocks of two processes agree; two minutes are a clock being set in between. */
export const MOST_AHEAD_MS = 2 * 60_000
export const MOST_AGE_MS = 24 * 60 * 60_000
/** Counts and samples belong to the minutes still at hand. */
export const MOST_SAMPLE_AGE_MS = 5 * 60_000
export const LONGEST_APP_NAME = 120
const LONGEST_SOURCE = 40

/** A reading as it comes, before anyone looked at its value. */
export type UncheckedReading = Omit<FactReading, 'fact' | 'value'> & { fact: Fact; value: unknown }

function belongs(fact: Fact, value: unknown): boolean {
  if (value === null) return true
  return fact === 'input' ? value === 'active' || value === 'idle' : typeof value === 'boolean'
}

function flawOfTime(atMs: number, nowMs: number, mostAgeMs: number): ReadingFlaw | null {
  if (!Number.isFinite(atMs)) return 'value'
  if (atMs - nowMs > MOST_AHEAD_MS) return 'future'
  return nowMs - atMs >= mostAgeMs ? 'old' : null
}

/** Null: nothing is wrong with it. */
export function flawOfReading(reading: UncheckedReading, nowMs: number): ReadingFlaw | null {
  const { fact, value, quality, source, sinceMs, idleMs } = reading
  const isQuality = quality >= 0 && quality <= 1
  const isSource = source.length > 0 && source.length <= LONGEST_SOURCE
  const isSince = sinceMs === undefined || Number.isFinite(sinceMs)
  const isIdle = idleMs === undefined || (idleMs >= 0 && Number.isFinite(idleMs))
  if (!belongs(fact, value) || !isQuality || !isSource || !isSince || !isIdle) return 'value'
  return flawOfTime(reading.atMs, nowMs, MOST_AGE_MS)
}

export function flawOfApp({ app, atMs }: AppSample, nowMs: number): ReadingFlaw | null {
  if (app !== null && (app.trim() === '' || app.length > LONGEST_APP_NAME)) return 'value'
  return flawOfTime(atMs, nowMs, MOST_SAMPLE_AGE_MS)
}

/** Faster than anyone types or clicks, by far, in five minutes. */
const MOST_COUNTED = 100_000
const MOST_PATH_PX = 1e8

export function flawOfInput(counts: InputCounts, nowMs: number): ReadingFlaw | null {
  const { fromMs, toMs, pathPx, ...whole } = counts
  const isCount = (value: number) => Number.isInteger(value) && value >= 0 && value <= MOST_COUNTED
  const isPath = pathPx >= 0 && pathPx <= MOST_PATH_PX
  if (!Object.values(whole).every(isCount) || !isPath || !(fromMs <= toMs)) return 'value'
  return flawOfTime(toMs, nowMs, MOST_SAMPLE_AGE_MS)
}

const within = (value: number | null, least: number, most: number) =>
  value === null || (value >= least && value <= most)

export function flawOfMachine(sample: MachineSample, nowMs: number): ReadingFlaw | null {
  const { cpuShare, memoryShare, loopLagMs, temperatureC } = sample
  const isPlausible =
    within(cpuShare, 0, 1) &&
    within(memoryShare, 0, 1) &&
    within(loopLagMs, 0, MOST_AGE_MS) &&
    within(temperatureC, -60, 200)
  return isPlausible ? flawOfTime(sample.atMs, nowMs, MOST_SAMPLE_AGE_MS) : 'value'
}
