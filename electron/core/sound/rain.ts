/** Rain: an even rustle that swells a little, and drops that fall near by. */
import { fromDecibels, levelled } from './loudness.ts'
import { filtered, highPass, laidOver, lowPass, turned, whiteRing } from './ring.ts'
import type { Ears, Making } from './soundLoop.ts'

const RUSTLE_HZ = { least: 350, most: 3200 }
const RMS_DBFS = -30
/** How much louder and softer it gets, and how often in the whole loop: whole numbers, so that the ring stays whole. */
const SWELLS = [
  { share: 0.16, times: 2 },
  { share: 0.09, times: 5 },
  { share: 0.05, times: 13 },
]
const DROPS_A_SECOND = 11
/** Of the rustle's root mean square: from drops far away to those near by. */
const DROP_GAIN = { least: 0.4, most: 4.5 }
const DROP_HZ = { least: 900, most: 3600 }
const DROP_SECONDS = 0.045
/** So that a drop begins as a drop, and not as a click. */
const DROP_RISE_SECONDS = 0.0012

const between = ({ least, most }: { least: number; most: number }, share: number) =>
  least + (most - least) * share

/** So many samples have the same gain: a step from one to the next is far below what can be heard. */
const SAME_GAIN_SAMPLES = 64

function swollen(ring: Float32Array): Float32Array {
  const turn = (2 * Math.PI) / ring.length
  let gain = 1
  for (let at = 0; at < ring.length; at++) {
    if (at % SAME_GAIN_SAMPLES === 0) {
      gain = SWELLS.reduce((sum, { share, times }) => sum + share * Math.sin(at * turn * times + times), 1)
    }
    ring[at] = (ring[at] ?? 0) * gain
  }
  return ring
}

/** A short ring that goes down a little, as water does. */
function drop(rateHz: number, hz: number): Float32Array {
  const rise = DROP_RISE_SECONDS * rateHz
  return Float32Array.from({ length: Math.round(DROP_SECONDS * rateHz) }, (_, at) => {
    const share = at / (DROP_SECONDS * rateHz)
    const level = Math.min(1, at / rise) * Math.exp(-7 * share) * (1 - share)
    return level * Math.sin(((2 * Math.PI * hz * at) / rateHz) * (1 - 0.18 * share))
  })
}

/** Few drops are near. */
const dropGain = (random: () => number) => fromDecibels(RMS_DBFS) * between(DROP_GAIN, random() ** 4)

/** @param random 0–1 */
export function* rain(rateHz: number, seconds: number, random: () => number): Making<Ears> {
  const rustle = whiteRing(Math.round(rateHz * seconds), random)
  yield
  const { least, most } = RUSTLE_HZ
  for (const filter of [highPass(least, rateHz), lowPass(most, rateHz), lowPass(most * 2, rateHz)]) {
    filtered(rustle, rateHz, filter)
    yield
  }
  const left = levelled(swollen(rustle), RMS_DBFS)
  const right = turned(left, Math.floor(left.length / 2))
  yield
  const drops = Array.from({ length: 24 }, (_, place) => drop(rateHz, between(DROP_HZ, place / 23)))
  for (let fallen = 0; fallen < DROPS_A_SECOND * seconds; fallen++) {
    const from = Math.floor(random() * left.length)
    const one = drops[Math.floor(random() * drops.length)] ?? new Float32Array()
    const gain = dropGain(random)
    const side = random()
    laidOver(left, from, one, gain * Math.sqrt(1 - side))
    laidOver(right, from, one, gain * Math.sqrt(side))
  }
  yield
  return [levelled(left, RMS_DBFS), levelled(right, RMS_DBFS)]
}
