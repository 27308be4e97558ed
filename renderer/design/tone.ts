/** The soft sound at the beginning and end of a pause: two low notes that come and go slowly, and are never loud. */

export type Tone = 'start' | 'end'

export interface Note {
  hz: number
  shape: 'sine' | 'triangle'
  atMs: number
  attackMs: number
  releaseMs: number
  /** Of full scale, 0–1. */
  gain: number
}

/** The loudest Lull ever is, of full scale; the person's volume is a share of it. */
export const MOST_GAIN = 0.12
const LOW_HZ = 220
const HIGH_HZ = 330
const ATTACK_MS = 140
const RELEASE_MS = 1100
const SECOND_NOTE_MS = 420

/** A fifth, down to rest and up to come back. Both notes together stay within `MOST_GAIN`. */
export function notesOf(tone: Tone, volume: number): Note[] {
  const share = Number.isFinite(volume) ? Math.max(0, Math.min(1, volume)) : 0
  const [first, second] = tone === 'start' ? [HIGH_HZ, LOW_HZ] : [LOW_HZ, HIGH_HZ]
  const note = (hz: number, atMs: number): Note => ({
    ...{ hz, atMs, attackMs: ATTACK_MS, releaseMs: RELEASE_MS },
    // A sine that low is hardly heard from a small speaker.
    shape: hz === LOW_HZ ? 'triangle' : 'sine',
    gain: (share * MOST_GAIN) / 2,
  })
  return [note(first, 0), note(second, SECOND_NOTE_MS)]
}

function sound(context: AudioContext, { hz, shape, atMs, attackMs, releaseMs, gain }: Note): OscillatorNode {
  const fromS = context.currentTime + atMs / 1000
  const fullS = fromS + attackMs / 1000
  const untilS = fullS + releaseMs / 1000
  const volume = context.createGain()
  volume.gain.setValueAtTime(0, fromS)
  volume.gain.linearRampToValueAtTime(gain, fullS)
  volume.gain.linearRampToValueAtTime(0, untilS)
  const source = context.createOscillator()
  source.type = shape
  source.frequency.value = hz
  source.connect(volume).connect(context.destination)
  source.start(fromS)
  source.stop(untilS)
  return source
}

/** Silent where a page may not sound yet, or cannot. */
export function playTone(tone: Tone, volume: number): void {
  const notes = notesOf(tone, volume)
  if (notes.every(({ gain }) => gain === 0) || typeof AudioContext === 'undefined') return
  const context = new AudioContext()
  const last = notes.map((note) => sound(context, note)).at(-1)
  const close = () => void context.close().catch(() => {})
  // A browser that waits for a first press would sound whenever that comes.
  if (context.state === 'suspended') close()
  else if (last) last.onended = close
}
