/** What is heard from this page: one sound at a time, made when it is wanted and let go when it is silent. */
import { gainOf } from '../../../electron/core/sound/envelope.ts'
import type { SoundKind } from '../../../electron/core/sound/soundKinds.ts'
import { soundLoop } from '../../../electron/core/sound/soundLoop.ts'
import { seededRandom } from '../../../electron/core/stress/seededRandom.ts'
import { sliced } from './sliced.ts'
import { loopBuffer, outlet, soon, startVoice, type Voice } from './voice.ts'

/** A slider under a hand is followed so softly, s. */
const VOLUME_SECONDS = 0.12
/** A window that closes waits no longer for its sound to go. */
const CUT_MS = 70
/** So long a page may take to be let sound. */
const WAKE_MS = 2000

interface Opened {
  context: AudioContext
  volume: GainNode
  /** Being made, there, or going. */
  voices: number
}

/** `blocked`: the page may not sound, or cannot · `left`: it was stopped before it began. */
export type Started = 'playing' | 'blocked' | 'left'

export class SoundOutput {
  #opened: Opened | null = null
  #voice: Voice | null = null
  #wish = 0

  /** To be called while a key or a button is pressed, or else a page is not let sound. */
  async start(kind: SoundKind, volume: number): Promise<Started> {
    this.stop()
    const wish = this.#wish
    const isWanted = () => wish === this.#wish
    const opened = this.#open(volume)
    if (opened === null) return 'blocked'
    const { context } = opened
    opened.voices += 1
    const [runs, ears] = await Promise.all([
      isRunning(context),
      sliced(soundLoop(kind, seededRandom(anySeed())), isWanted),
    ])
    const left: Started | null = !isWanted() || ears === null ? 'left' : runs ? null : 'blocked'
    if (left !== null || ears === null) {
      this.#gone(opened)
      return left ?? 'left'
    }
    const buffer = loopBuffer(context, ears)
    this.#voice = startVoice(context, buffer, opened.volume, soon(context), () => this.#gone(opened))
    return 'playing'
  }

  /** It goes in its two seconds. */
  stop(): void {
    this.#wish += 1
    const opened = this.#opened
    if (opened) this.#voice?.stop(soon(opened.context))
    this.#voice = null
  }

  setVolume(volume: number): void {
    const opened = this.#opened
    opened?.volume.gain.setTargetAtTime(gainOf(volume), opened.context.currentTime, VOLUME_SECONDS)
  }

  /** For a page that goes away now: as soft an end as there is time for. */
  cut(): void {
    const opened = this.#opened
    if (!opened || opened.voices === 0) return
    opened.volume.gain.setTargetAtTime(0, opened.context.currentTime, CUT_MS / 1000 / 5)
    // Sound is made beside the page, and the page is what would be gone.
    const untilMs = performance.now() + CUT_MS
    while (performance.now() < untilMs);
    this.#wish += 1
    this.#voice = null
    this.#close(opened)
  }

  #open(volume: number): Opened | null {
    if (this.#opened === null) {
      if (typeof AudioContext === 'undefined') return null
      // Nobody waits for rain: large portions cost less.
      const context = new AudioContext({ latencyHint: 'playback' })
      this.#opened = { context, volume: outlet(context, gainOf(volume)), voices: 0 }
    } else this.setVolume(volume)
    return this.#opened
  }

  /** What nobody hears costs nothing. */
  #gone(opened: Opened): void {
    opened.voices -= 1
    if (opened.voices === 0) this.#close(opened)
  }

  #close(opened: Opened): void {
    if (this.#opened === opened) this.#opened = null
    void opened.context.close().catch(() => {})
  }
}

/** A browser that was never pressed in does not answer at all. */
async function isRunning(context: AudioContext): Promise<boolean> {
  if (context.state === 'running') return true
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, WAKE_MS)
  })
  await Promise.race([context.resume().catch(() => {}), late])
  clearTimeout(timer)
  return (context.state as AudioContextState) === 'running'
}

const anySeed = () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
