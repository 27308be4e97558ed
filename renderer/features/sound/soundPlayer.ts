/** What is played in this page and who stopped it; it outlives every place one goes to, for it belongs to the page. */
import { FADE_OUT_SECONDS } from '../../../electron/core/sound/envelope.ts'
import { type SoundKind, type SoundUntil, soundEndsAtMs } from '../../../electron/core/sound/soundKinds.ts'
import { type SoundLine, type SoundWord, soundLine } from './soundLine.ts'
import { SoundOutput } from './soundOutput.ts'

/** Why it fell silent without being asked, or never began. */
export type SoundTold = 'call' | 'over' | 'asleep' | 'blocked'

export interface SoundView {
  /** What is heard; null: nothing. */
  kind: SoundKind | null
  /** Heard from this window, and not from another one. */
  isHere: boolean
  /** How long the person wants it. */
  until: SoundUntil
  /** When it will go by itself, epoch ms. */
  endsAtMs: number | null
  told: SoundTold | null
}

const silent: SoundView = { kind: null, isHere: false, until: 'open', endsAtMs: null, told: null }

export class SoundPlayer {
  #view = silent
  readonly #output: SoundOutput
  readonly #line: SoundLine
  readonly #id = crypto.randomUUID()
  readonly #listeners = new Set<() => void>()
  #sinceMs = 0
  /** The latest beginning another window told of. */
  #heardSinceMs = 0
  #elsewhere: string | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #inCall: boolean | null = null
  #pauseEndsAtMs: number | null = null

  constructor(output = new SoundOutput()) {
    this.#output = output
    this.#line = soundLine((word) => this.#heard(word))
    this.#line.tell({ say: 'who', from: this.#id })
  }

  view = (): SoundView => this.#view

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Only ever by a press of the person's. */
  async play(kind: SoundKind, volume: number, until: SoundUntil = this.#view.until): Promise<void> {
    // After what was heard already, be it in the same millisecond or on a clock that was set back.
    this.#sinceMs = Math.max(Date.now(), this.#heardSinceMs + 1)
    this.#elsewhere = null
    this.#become({ kind, isHere: true, until, told: null })
    this.#timeEnd()
    this.#line.tell({ say: 'playing', from: this.#id, kind, sinceMs: this.#sinceMs })
    if ((await this.#output.start(kind, volume)) === 'blocked') this.#fallSilent('blocked')
  }

  /** Wherever it is heard. */
  stop(): void {
    if (!this.#view.isHere && this.#view.kind !== null) this.#line.tell({ say: 'stop', from: this.#id })
    this.#fallSilent(null)
  }

  /** The person has read why. */
  forget(): void {
    if (this.#view.told !== null) this.#become({ told: null })
  }

  setUntil(until: SoundUntil): void {
    this.#become({ until })
    this.#timeEnd()
  }

  setVolume(volume: number): void {
    if (this.#view.isHere) this.#output.setVolume(volume)
  }

  /** Null: nobody knows. What is begun in a call is the person's own wish. */
  callIs(inCall: boolean | null): void {
    const hasBegun = inCall === true && this.#inCall !== true
    this.#inCall = inCall
    if (hasBegun && this.#view.isHere) this.#fallSilent('call')
  }

  /** Null: none runs. */
  pauseIs(endsAtMs: number | null): void {
    if (endsAtMs === this.#pauseEndsAtMs) return
    this.#pauseEndsAtMs = endsAtMs
    if (!this.#view.isHere || this.#view.until !== 'pause') return
    if (endsAtMs === null) this.#fallSilent(null)
    else this.#timeEnd()
  }

  slept(): void {
    if (this.#view.isHere) this.#fallSilent('asleep')
  }

  /** The page goes away. */
  leave(): void {
    const wasHere = this.#view.isHere
    if (wasHere) this.#output.cut()
    clearTimeout(this.#timer)
    if (wasHere) this.#become({ ...silent, until: this.#view.until })
    if (wasHere) this.#line.tell({ say: 'silent', from: this.#id })
  }

  #heard(word: SoundWord): void {
    if (word.from === this.#id) return
    const { isHere, kind } = this.#view
    if (word.say === 'who' && isHere && kind !== null) this.#sayPlaying(kind)
    if (word.say === 'stop' && isHere) this.#fallSilent(null)
    if (word.say === 'silent' && this.#elsewhere === word.from) {
      this.#elsewhere = null
      if (!isHere) this.#become({ kind: null, endsAtMs: null })
    }
    if (word.say === 'playing') this.#heardPlaying(word)
  }

  #heardPlaying(word: SoundWord & { say: 'playing' }): void {
    const { isHere, kind } = this.#view
    this.#heardSinceMs = Math.max(this.#heardSinceMs, word.sinceMs)
    // Two that begin at once must not both give way.
    const isEarlier = (word.sinceMs - this.#sinceMs || (word.from > this.#id ? 1 : -1)) < 0
    if (isHere && kind !== null && isEarlier) this.#sayPlaying(kind)
    else {
      if (isHere) this.#fallSilent(null)
      this.#elsewhere = word.from
      this.#become({ kind: word.kind, isHere: false, endsAtMs: null, told: null })
    }
  }

  #sayPlaying(kind: SoundKind): void {
    this.#line.tell({ say: 'playing', from: this.#id, kind, sinceMs: this.#sinceMs })
  }

  #fallSilent(told: SoundTold | null): void {
    const wasHere = this.#view.isHere
    clearTimeout(this.#timer)
    this.#output.stop()
    this.#become({ kind: null, isHere: false, endsAtMs: null, told })
    if (wasHere) this.#line.tell({ say: 'silent', from: this.#id })
  }

  #timeEnd(): void {
    clearTimeout(this.#timer)
    if (!this.#view.isHere) return
    const now = Date.now()
    const endsAtMs = soundEndsAtMs(this.#view.until, now, this.#pauseEndsAtMs, FADE_OUT_SECONDS * 1000)
    this.#become({ endsAtMs })
    if (endsAtMs === null) return
    const told = this.#view.until === 'pause' ? null : 'over'
    this.#timer = setTimeout(() => this.#fallSilent(told), endsAtMs - now)
  }

  #become(change: Partial<SoundView>): void {
    this.#view = { ...this.#view, ...change }
    for (const listener of [...this.#listeners]) listener()
  }
}
