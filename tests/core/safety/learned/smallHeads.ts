/** Heads small enough to work out by hand, as JSON the readers take. */

export const bytes = (values: number[]) => Buffer.from(Int8Array.from(values)).toString('base64')
export const floats = (values: number[]) => Buffer.from(Float32Array.from(values).buffer).toString('base64')

const scale = (threshold: number) => ({ slope: 1, perLogWindow: 0, offset: 0, threshold })

/** Every n-gram weighs 10 steps of 0.1 for concern and -10 for high; every second kind is heard. */
export const smallNgrams = () => ({
  format: 1,
  trainedOn: 'a'.repeat(64),
  tiers: {
    bits: 4,
    outputs: { concern: { scale: 0.1, bias: 0.5 }, high: { scale: 0.1, bias: 0 } },
    weights: bytes(Array(16).fill([10, -10]).flat()),
  },
  kinds: {
    bits: 4,
    outputs: { suicide: { scale: 1, bias: 0 }, eating: { scale: 1, bias: 0 } },
    weights: bytes(Array(16).fill([1, -1]).flat()),
  },
  calibration: { concern: scale(0.5), high: scale(0.5) },
})

/** Three dimensions, two centres: the first means high and eating, the second nothing. */
export const smallKernel = () => ({
  format: 1,
  trainedOn: 'b'.repeat(64),
  dimensions: 3,
  gamma: 1,
  count: 2,
  // 127/512 is the most a component can be; a real vector has hundreds of components.
  centres: bytes([127, 0, 0, 0, 127, 0]),
  weights: floats([2, -2, 4, -4, 0, 0, 8, -8]),
  outputs: { concern: { bias: 0 }, high: { bias: 0 }, suicide: { bias: -1 }, eating: { bias: -2 } },
  alone: { concern: scale(0.5), high: scale(0.6) },
  joined: { concern: scale(0.5), high: scale(0.6) },
  ngramShare: 0.5,
})
