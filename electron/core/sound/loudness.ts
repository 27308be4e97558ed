/** How loud samples are, and the cap that no sound of Lull's ever goes above. */

/** Decibels below the loudest a machine can play, at full volume. */
export const MOST_PEAK_DBFS = -12
/** What lies between two samples may be a little higher than both. */
const BETWEEN_SAMPLES_DB = 0.6

/** A quarter of full scale, which is a little below −12 dB. */
const CAP = 0.25
const CAP_POINTS = 257

/** For a gate before the loudspeaker: what is below the cap passes as it is, and nothing goes above it. From −1 to 1. */
export function capCurve(): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: CAP_POINTS }, (_, point) =>
    Math.max(-CAP, Math.min(CAP, (2 * point) / (CAP_POINTS - 1) - 1)),
  )
}

/** −12 dB is a quarter. */
export const fromDecibels = (decibels: number): number => 10 ** (decibels / 20)
export const inDecibels = (amplitude: number): number => 20 * Math.log10(amplitude)

export function meanOf(samples: Float32Array): number {
  let sum = 0
  for (const sample of samples) sum += sample
  return samples.length === 0 ? 0 : sum / samples.length
}

export function peakOf(samples: Float32Array): number {
  let peak = 0
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample))
  return peak
}

export function rmsOf(samples: Float32Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  return samples.length === 0 ? 0 : Math.sqrt(sum / samples.length)
}

/** Up to this share of the cap a sample stays as it is. */
const UNBENT = 0.7

/** Comes near the cap and never passes it; without a corner. */
function bent(sample: number, cap: number): number {
  const free = cap * UNBENT
  const over = Math.abs(sample) - free
  return over <= 0 ? sample : Math.sign(sample) * (free + (cap - free) * Math.tanh(over / (cap - free)))
}

/**
 * Takes out what stands still, brings the rest to a loudness, and bends peaks so that none can pass the cap, whatever
 * came in. Changes the samples in place.
 * @param rmsDbfs of the whole, before peaks are bent
 */
export function levelled(samples: Float32Array, rmsDbfs: number): Float32Array {
  const cap = fromDecibels(MOST_PEAK_DBFS - BETWEEN_SAMPLES_DB)
  const mean = meanOf(samples)
  // What is left when the part that stands still is taken out.
  const rms = Math.sqrt(Math.max(0, rmsOf(samples) ** 2 - mean ** 2))
  const gain = rms > 0 ? fromDecibels(rmsDbfs) / rms : 0
  for (let at = 0; at < samples.length; at++) samples[at] = bent(((samples[at] ?? 0) - mean) * gain, cap)
  return samples
}
