/** Brown noise: a low, even rush, made of chance whose high parts are taken away. */
import { levelled } from './loudness.ts'
import { filtered, highPass, lowPass, turned, whiteRing } from './ring.ts'
import type { Ears, Making } from './soundLoop.ts'

/** Above it 6 dB an octave are lost, which is what makes it brown. */
const CORNER_HZ = 45
/** Below it nothing is heard, and a loudspeaker only works. */
const LEAST_HZ = 24
const RMS_DBFS = -22

/** @param random 0–1 */
export function* brownNoise(rateHz: number, seconds: number, random: () => number): Making<Ears> {
  const ring = whiteRing(Math.round(rateHz * seconds), random)
  yield
  filtered(ring, rateHz, lowPass(CORNER_HZ, rateHz))
  yield
  filtered(ring, rateHz, highPass(LEAST_HZ, rateHz))
  yield
  const left = levelled(ring, RMS_DBFS)
  // Half a ring apart, nothing in one ear goes with what is in the other.
  return [left, turned(left, Math.floor(left.length / 2))]
}
