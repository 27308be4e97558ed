/** A made-up heart: beats that breathe, drift and tire like real ones, the same every time. */

export type SimulatedDay = 'calm' | 'heavy'

interface Shape {
  bpm: number
  breathsPerMinute: number
  /** How far breathing moves an interval, ms. */
  breathMs: number
  /** Random part of an interval, ms. */
  noiseMs: number
}

/** Resting at a desk, RMSSD about 35 ms; and a hard afternoon that goes from about 15 down to 9. */
const CALM: Shape = { bpm: 65, breathsPerMinute: 13, breathMs: 38, noiseMs: 9 }
const HEAVY: Shape = { bpm: 80, breathsPerMinute: 17, breathMs: 17, noiseMs: 5 }
const EXHAUSTED: Shape = { bpm: 94, breathsPerMinute: 19, breathMs: 10, noiseMs: 3.5 }
/** A heavy day has become as heavy as it gets. */
const TIRED_AFTER_MS = 4 * 60 * 60_000

/** The slow waves of blood pressure, and a drift over minutes. */
const SLOW_WAVE = { ms: 12, perMinute: 6 }
const DRIFT = { ms: 20, keptPerBeat: 0.995 }

/** Numbers 0–1 from a seed (mulberry32, public domain). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function between(from: Shape, to: Shape, share: number): Shape {
  const mix = (one: number, other: number) => one + (other - one) * share
  return {
    bpm: mix(from.bpm, to.bpm),
    breathsPerMinute: mix(from.breathsPerMinute, to.breathsPerMinute),
    breathMs: mix(from.breathMs, to.breathMs),
    noiseMs: mix(from.noiseMs, to.noiseMs),
  }
}

/** @returns a function that gives the next interval in whole ms. */
export function simulatedHeart(day: SimulatedDay, seed: number): () => number {
  const random = randomFrom(seed)
  // The sum of three is near enough to a bell curve; sd 0.5 before scaling.
  const bell = () => (random() + random() + random() - 1.5) * 2
  let elapsedMs = 0
  let breath = 0
  let drift = 0
  return () => {
    const tired = Math.min(1, elapsedMs / TIRED_AFTER_MS)
    const shape = day === 'calm' ? CALM : between(HEAVY, EXHAUSTED, tired)
    const slow = Math.sin((2 * Math.PI * SLOW_WAVE.perMinute * elapsedMs) / 60_000)
    drift = drift * DRIFT.keptPerBeat + bell() * DRIFT.ms * Math.sqrt(1 - DRIFT.keptPerBeat ** 2)
    const breathing = Math.sin(2 * Math.PI * breath)
    const rrMs = Math.round(
      60_000 / shape.bpm + breathing * shape.breathMs + slow * SLOW_WAVE.ms + drift + bell() * shape.noiseMs,
    )
    elapsedMs += rrMs
    breath = (breath + (shape.breathsPerMinute * rrMs) / 60_000) % 1
    return rrMs
  }
}
