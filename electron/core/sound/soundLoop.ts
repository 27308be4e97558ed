/** Every sound as a ring of samples that may be played round and round. */
import { brownNoise } from './brownNoise.ts'
import { chordRing } from './chords.ts'
import { rain } from './rain.ts'
import type { SoundKind } from './soundKinds.ts'

/** Left and right. */
export type Ears = readonly [Float32Array, Float32Array]
/** Comes to its end in short steps, so that a page that makes it can do something else in between. */
export type Making<Made> = Generator<undefined, Made>

/** Samples a second: what these sounds have to say lies far below half of it, and fewer samples are less memory. */
export const LOOP_RATE_HZ = 24_000
/** So long that nobody knows the same drop again. */
const NOISE_SECONDS = 24

/** @param random 0–1, so that the same beginning makes the same sound */
export function* soundLoop(kind: SoundKind, random: () => number): Making<Ears> {
  switch (kind) {
    case 'rain':
      return yield* rain(LOOP_RATE_HZ, NOISE_SECONDS, random)
    case 'brown':
      return yield* brownNoise(LOOP_RATE_HZ, NOISE_SECONDS, random)
    case 'chords':
      return yield* chordRing(LOOP_RATE_HZ)
  }
}

/** All steps at once. */
export function made<Made>(making: Making<Made>): Made {
  let step = making.next()
  while (!step.done) step = making.next()
  return step.value
}
