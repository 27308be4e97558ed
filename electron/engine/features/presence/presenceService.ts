/** Keeps the last presence the shell reported and tells the engine; what nobody reported is unknown. */
import type { PresenceState } from '../../../contract/presence.ts'
import type { EventBus } from '../../events.ts'
import type { Clock } from '../../ports/clock.ts'

export class PresenceService {
  #state: PresenceState
  readonly #bus: EventBus

  constructor(bus: EventBus, clock: Clock) {
    this.#bus = bus
    this.#state = { state: 'unknown', at: clock.now(), source: 'none' }
  }

  current(): PresenceState {
    return this.#state
  }

  report(state: PresenceState): void {
    this.#state = state
    this.#bus.emit('presenceChanged', state)
  }
}
