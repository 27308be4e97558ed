/** Everything that wants a look, taken to the decision: read the lamps first, then begin, unless it was taken back meanwhile. */
import type { Wish } from '../../../core/lights/claims.ts'
import type { LightsEvent } from '../../../core/lights/hold.ts'
import type { Because, LightsEffect } from '../../../core/lights/lightsEffects.ts'
import type { Claim, LightsState } from '../../../core/lights/lightsState.ts'
import { EngineError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import type { Decided } from './lightsMemory.ts'
import { lightsRefused } from './lightsRefused.ts'

export interface LightWishesParts {
  log: Log
  /** What an event would lead to now. */
  foreseen: (event: LightsEvent) => readonly LightsEffect[]
  state: () => LightsState
  /** Reads the lamps anew that may be touched; never long, never fails. */
  readFirst: () => Promise<void>
  decide: (event: LightsEvent) => Decided
  /** For the page: it came to nothing. */
  refused: (wish: Wish, why: string) => void
}

export class LightWishes {
  readonly #parts: LightWishesParts
  /** Waiting for the lamps to be read; the newest of its kind. */
  readonly #waiting = new Map<Because, symbol>()

  constructor(parts: LightWishesParts) {
    this.#parts = parts
  }

  /** Resolves when it is decided on, or taken back. @throws EngineError LIGHTS_REFUSED, DISK_FULL */
  async ask(wish: Wish): Promise<void> {
    const event = { kind: 'began', ...wish } as const
    const { foreseen, readFirst, decide, refused } = this.#parts
    this.#check(wish, foreseen(event))
    if (this.#isRunning(wish)) {
      decide(event)
      return
    }
    const turn = Symbol(wish.because)
    this.#waiting.set(wish.because, turn)
    await readFirst()
    if (this.#waiting.get(wish.because) !== turn) return
    this.#waiting.delete(wish.because)
    const { effects, isDiskFull } = decide(event)
    this.#check(wish, effects)
    if (!isDiskFull) return
    refused(wish, 'disk_full')
    throw new EngineError('DISK_FULL', 'The disk is full.')
  }

  /** What nobody asked for is left, without a word, where it may not be. */
  askQuietly(wish: Wish): void {
    const refusals = this.#parts.foreseen({ kind: 'began', ...wish }).filter(({ kind }) => kind === 'refused')
    if (refusals.length > 0) return
    this.ask(wish).catch((error: unknown) => {
      if (!(error instanceof EngineError)) this.#parts.log.error('lightsFailed', error)
    })
  }

  end(because: Because): void {
    this.#waiting.delete(because)
    this.#parts.decide({ kind: 'ended', because })
  }

  /** Also what was only about to begin. */
  release(): void {
    this.#waiting.clear()
    this.#parts.decide({ kind: 'released' })
  }

  takeBackAll(): void {
    this.#waiting.clear()
  }

  /** The same wish again only lasts longer. */
  #isRunning({ because, look }: Wish): boolean {
    if (because === 'preview' || because === 'exercise') return false
    const isSame = (one: Claim) => one.because === because && one.look.id === look && one.begunMs !== null
    return this.#parts.state().claims.some(isSame)
  }

  #check(wish: Wish, effects: readonly LightsEffect[]): void {
    const found = effects.find((effect) => effect.kind === 'refused')
    if (found?.kind !== 'refused') return
    this.#parts.refused(wish, found.because)
    throw lightsRefused(found.because)
  }
}
