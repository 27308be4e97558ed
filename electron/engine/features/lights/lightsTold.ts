/** Tells everybody what is seen of lights, at most four times a second, and what was just done for as long as it is news. */
import type { LightsView } from '../../../contract/lights.ts'
import type { LightsEffect, LightsEntry } from '../../../core/lights/lightsEffects.ts'
import type { Rule } from '../../../core/lights/rules.ts'
import type { EventBus } from '../../events.ts'
import { type Paced, paced } from '../../paced.ts'
import type { Clock } from '../../ports/clock.ts'
import { lightsView, type ViewParts } from './lightsView.ts'

const TELL_EVERY_MS = 250
const NEWS_MS = 60_000

type Announced = NonNullable<LightsView['announced']>
type Told = NonNullable<LightsView['told']>

/** Lamps the person never gave are no news, and those that show the look already are none either. */
const NO_NEWS: ReadonlySet<Rule> = new Set(['not_chosen', 'shared_home', 'nothing_to_change'])

function toldOf({ atMs, what, look, because, why, refused }: LightsEntry): Told | null {
  const own = refused.filter(({ rule }) => !NO_NEWS.has(rule))
  if (what === 'allOff' || what === 'withheld') return { atMs, what, look, because, why, refused: own }
  if (what === 'nothing') return { atMs, what, look, because, why, refused: [...refused] }
  if (what !== 'begun' || own.length === 0) return null
  return { atMs, what: 'refused', look, because, why, refused: own }
}

export interface LightsToldParts {
  bus: EventBus
  clock: Clock
  view: () => ViewParts
}

export class LightsTold {
  readonly #parts: LightsToldParts
  readonly #teller: Paced<void>
  #announced: Announced | null = null
  #told: Told | null = null
  #cancels: (() => void)[] = []
  #looked = ''

  constructor(parts: LightsToldParts) {
    this.#parts = parts
    this.#teller = paced(parts.clock, TELL_EVERY_MS, () => this.#tell())
  }

  view(): LightsView {
    const nowMs = this.#parts.clock.now()
    const announced = this.#announced !== null && nowMs < this.#announced.undoUntilMs ? this.#announced : null
    const told = this.#told !== null && Math.abs(nowMs - this.#told.atMs) < NEWS_MS ? this.#told : null
    return lightsView(this.#parts.view(), { announced, told })
  }

  /** Something may look different. */
  changed(): void {
    this.#teller.push()
  }

  done(effect: LightsEffect): void {
    const nowMs = this.#parts.clock.now()
    if (effect.kind === 'announced') {
      const { claimId, look, because, lampIds, undoUntilMs } = effect
      this.#announced = { claimId, look, because, atMs: nowMs, lampIds: [...lampIds], undoUntilMs }
      this.#againAt(undoUntilMs - nowMs)
    }
    const told = effect.kind === 'entered' ? toldOf(effect.entry) : null
    if (told !== null) this.#say(told)
  }

  /** A wish that came to nothing, with a code for why. */
  refused(look: string | null, because: Told['because'], why: string): void {
    const atMs = this.#parts.clock.now()
    this.#say({ atMs, what: 'refused', look, because, why, refused: [] })
    this.changed()
  }

  forget(): void {
    this.#announced = null
    this.#told = null
    this.changed()
  }

  stop(): void {
    this.#teller.stop()
    for (const cancel of this.#cancels.splice(0)) cancel()
  }

  #say(told: Told): void {
    this.#told = told
    this.#againAt(NEWS_MS)
  }

  /** News that is over goes from every page. */
  #againAt(inMs: number): void {
    const cancel = this.#parts.clock.after(inMs, () => {
      this.#cancels = this.#cancels.filter((one) => one !== cancel)
      this.changed()
    })
    this.#cancels.push(cancel)
  }

  #tell(): void {
    const view = this.view()
    const look = JSON.stringify({ ...view, atMs: 0 })
    if (look === this.#looked) return
    this.#looked = look
    this.#parts.bus.emit('lightsChanged', view)
  }
}
