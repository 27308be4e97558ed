/** What gives occasion for a look without anybody asking: strain, a pause, writing in a talk. */
import type { LightChoices } from '../../../core/lights/lightChoices.ts'
import type { LightsState } from '../../../core/lights/lightsState.ts'
import type { EngineEvents, EventBus } from '../../events.ts'
import type { Clock } from '../../ports/clock.ts'
import type { LightsParts } from './lightsParts.ts'
import type { LightWishes } from './lightWishes.ts'

/** A pause that is over sooner would only make a lamp come and go. */
const SHORTEST_PAUSE_MS = 60_000
const LISTEN_MS = 30_000
/** Who took the warmth back goes on writing without it. */
const NOT_AGAIN_MS = 30 * 60_000

export interface OccasionsParts {
  bus: EventBus
  clock: Clock
  strain: LightsParts['strain']
  choices: () => LightChoices
  wishes: LightWishes
  state: () => LightsState
  safely: (work: () => void) => void
}

export class Occasions {
  readonly #parts: OccasionsParts
  readonly #stopListening: (() => void)[] = []
  #isRaised = false
  #notListeningUntilMs = 0

  constructor(parts: OccasionsParts) {
    this.#parts = parts
  }

  /** A raise from before this start is over for lamps: they were given back. */
  start(): void {
    const { bus, strain, safely } = this.#parts
    this.#isRaised = strain().phase === 'raised'
    this.#stopListening.push(
      bus.on('stressChanged', (snapshot) => safely(() => this.#strainChanged(snapshot.strain.phase))),
      bus.on('breakHappened', (happened) => safely(() => this.#breakHappened(happened))),
    )
  }

  stop(): void {
    for (const stop of this.#stopListening.splice(0)) stop()
  }

  /** The person is writing in a talk. */
  writing(): void {
    const { clock, choices, wishes } = this.#parts
    const { isAllowed, warmsInTalk } = choices()
    const nowMs = clock.now()
    if (!isAllowed || !warmsInTalk || nowMs < this.#notListeningUntilMs) return
    wishes.askQuietly({ because: 'listen', look: 'listen', untilMs: nowMs + LISTEN_MS })
  }

  /** The person wants their light back, from this or from everything. */
  takenBack(claimId: number | null): void {
    const listening = this.#parts.state().claims.find(({ because }) => because === 'listen')
    const isMeant = listening !== undefined && (claimId === null || listening.id === claimId)
    if (isMeant) this.#notListeningUntilMs = this.#parts.clock.now() + NOT_AGAIN_MS
  }

  #strainChanged(phase: 'clear' | 'queued' | 'raised'): void {
    const isRaised = phase === 'raised'
    if (isRaised === this.#isRaised) return
    this.#isRaised = isRaised
    const { choices, wishes } = this.#parts
    const { isAllowed, atStrain } = choices()
    if (!isRaised) wishes.end('strain')
    else if (isAllowed && atStrain !== null) wishes.askQuietly({ because: 'strain', look: atStrain })
  }

  #breakHappened({ what, running }: EngineEvents['breakHappened']): void {
    const { choices, wishes } = this.#parts
    const { isAllowed, atPause } = choices()
    if (what === 'end') wishes.end('pause')
    if (what !== 'start' || running === null || running.lengthMs < SHORTEST_PAUSE_MS) return
    if (!isAllowed || atPause === null) return
    wishes.askQuietly({ because: 'pause', look: atPause, untilMs: running.endsAtMs })
  }
}
