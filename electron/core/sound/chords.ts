/** Soft chords: four of them, slow, each melting into the next and the last into the first. */
import { type Swell, swellAt, swellSeconds } from './envelope.ts'
import { levelled } from './loudness.ts'
import { laidOver } from './ring.ts'
import type { Ears, Making } from './soundLoop.ts'

export interface Chord {
  /** Its notes, the lowest first. */
  hz: readonly number[]
  /** Until the next one begins. */
  seconds: number
}

/** C with a ninth, A minor with a ninth, F with a ninth, G with what waits to be resolved; equal temperament, A = 440 Hz. */
export const CHORDS: readonly Chord[] = [
  { hz: [130.81, 196, 246.94, 293.66, 329.63], seconds: 8 },
  { hz: [110, 164.81, 196, 246.94, 261.63], seconds: 8 },
  { hz: [87.31, 130.81, 196, 220, 329.63], seconds: 8 },
  { hz: [98, 146.83, 220, 261.63, 293.66], seconds: 8 },
]

/** Longer than its chord, so that two of them meet. */
export function noteSwell(chord: Chord): Swell {
  return { riseSeconds: 3.2, holdSeconds: chord.seconds - 3.2, fallSeconds: 4.6 }
}

/** One note after the other, as a hand that is laid down. */
const BETWEEN_NOTES_SECONDS = 0.14
/** Of a tone: itself, its octave and the fifth above that, hardly there. */
const PARTIALS = [1, 0.22, 0.06]
/** The ears hear notes that much apart, so that they seem to stand in a room. */
const BETWEEN_EARS_HZ = 0.35
const RMS_DBFS = -24

function swellRing(swell: Swell, rateHz: number): Float32Array {
  const levels = new Float32Array(Math.round(swellSeconds(swell) * rateHz))
  for (let at = 0; at < levels.length; at++) levels[at] = swellAt(swell, at / rateHz)
  return levels
}

/** A sine comes from the two samples before it, with no need to ask for one each time. */
function note(levels: Float32Array, hz: number, rateHz: number): Float32Array {
  const samples = new Float32Array(levels.length)
  for (const [place, gain] of PARTIALS.entries()) {
    const step = (2 * Math.PI * hz * (place + 1)) / rateHz
    const twice = 2 * Math.cos(step)
    let before = -gain * Math.sin(step)
    let now = 0
    for (let at = 0; at < levels.length; at++) {
      samples[at] = (samples[at] ?? 0) + (levels[at] ?? 0) * now
      const next = twice * now - before
      before = now
      now = next
    }
  }
  return samples
}

/** Low notes carry, high ones are near the ear. */
const gainOfNote = (hz: number) => Math.sqrt(130 / hz)

function* ear(chords: readonly Chord[], rateHz: number, byHz: number): Making<Float32Array> {
  const seconds = chords.reduce((sum, chord) => sum + chord.seconds, 0)
  const ring = new Float32Array(Math.round(seconds * rateHz))
  let fromSeconds = 0
  for (const chord of chords) {
    const levels = swellRing(noteSwell(chord), rateHz)
    for (const [place, hz] of chord.hz.entries()) {
      const from = Math.round((fromSeconds + place * BETWEEN_NOTES_SECONDS) * rateHz)
      laidOver(ring, from, note(levels, hz + byHz, rateHz), gainOfNote(hz))
      yield
    }
    fromSeconds += chord.seconds
  }
  return levelled(ring, RMS_DBFS)
}

export function* chordRing(rateHz: number, chords: readonly Chord[] = CHORDS): Making<Ears> {
  const left = yield* ear(chords, rateHz, -BETWEEN_EARS_HZ / 2)
  return [left, yield* ear(chords, rateHz, BETWEEN_EARS_HZ / 2)]
}
