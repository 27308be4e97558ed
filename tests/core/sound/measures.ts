/** What is measured of samples: the step where a ring is closed beside the steps elsewhere, and loudness over time. */

const sorted = (values: number[]) => values.sort((a, b) => a - b)
const share = (values: readonly number[], part: number) =>
  values[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0

/** Steps from sample to sample, and bends from step to step, at the seam and elsewhere. */
export function seamOf(samples: Float32Array) {
  const at = (place: number) => samples[(place + samples.length) % samples.length] ?? 0
  const step = (place: number) => Math.abs(at(place) - at(place - 1))
  const bend = (place: number) => Math.abs(at(place) - 2 * at(place - 1) + at(place - 2))
  const steps: number[] = []
  const bends: number[] = []
  for (let place = 2; place < samples.length; place++) {
    steps.push(step(place))
    bends.push(bend(place))
  }
  sorted(steps)
  sorted(bends)
  return {
    step: step(0),
    usual: share(steps, 0.99),
    most: steps.at(-1) ?? 0,
    bend: Math.max(bend(0), bend(1)),
    mostBend: bends.at(-1) ?? 0,
  }
}

/** Root mean square of each half second. */
export function loudnessOf(samples: Float32Array, rateHz: number): number[] {
  const length = rateHz / 2
  return Array.from({ length: Math.floor(samples.length / length) }, (_, part) => {
    let sum = 0
    for (let at = part * length; at < (part + 1) * length; at++) sum += (samples[at] ?? 0) ** 2
    return Math.sqrt(sum / length)
  })
}
