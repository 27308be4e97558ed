/** Samples that are bent into a ring, so that the last meets the first as if there were no end. */

/** Gives the next sample for one; keeps what it needs of those before. */
export type Filter = (sample: number) => number

const smoothing = (cornerHz: number, rateHz: number) => 1 - Math.exp((-2 * Math.PI * cornerHz) / rateHz)

/** Leaves what is below the corner; 6 dB an octave above it. */
export function lowPass(cornerHz: number, rateHz: number): Filter {
  const share = smoothing(cornerHz, rateHz)
  let level = 0
  return (sample) => {
    level += share * (sample - level)
    return level
  }
}

export function highPass(cornerHz: number, rateHz: number): Filter {
  const low = lowPass(cornerHz, rateHz)
  return (sample) => sample - low(sample)
}

/** What a filter of these remembers is gone long before that. */
const WARM_SECONDS = 1

/**
 * A ring through a filter is a ring again: it has heard its end before its beginning. Changes the samples in place.
 */
export function filtered(ring: Float32Array, rateHz: number, filter: Filter): void {
  const from = Math.max(0, ring.length - Math.round(WARM_SECONDS * rateHz))
  for (let at = from; at < ring.length; at++) filter(ring[at] ?? 0)
  for (let at = 0; at < ring.length; at++) ring[at] = filter(ring[at] ?? 0)
}

/** `random` gives 0–1. */
export function whiteRing(samples: number, random: () => number): Float32Array {
  const ring = new Float32Array(samples)
  for (let at = 0; at < samples; at++) ring[at] = random() * 2 - 1
  return ring
}

/** The same ring from another place on. */
export function turned(ring: Float32Array, by: number): Float32Array {
  const other = new Float32Array(ring.length)
  other.set(ring.subarray(by))
  other.set(ring.subarray(0, by), ring.length - by)
  return other
}

/** Lays samples over a ring, and what goes over its end over its beginning. */
export function laidOver(ring: Float32Array, from: number, samples: Float32Array, gain: number): void {
  const { length } = ring
  let at = ((from % length) + length) % length
  for (const sample of samples) {
    ring[at] = (ring[at] ?? 0) + sample * gain
    at = at + 1 === length ? 0 : at + 1
  }
}
