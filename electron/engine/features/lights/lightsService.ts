/** Lights as a feature: what has lamps, what wants a look, what was done, and all that can be asked of it. */
import type { LightsView } from '../../../contract/lights.ts'
import type { LightChoices } from '../../../core/lights/lightChoices.ts'
import { EngineError } from '../../errors.ts'
import type { LampTouch } from '../../ports/lights.ts'
import { choicesOf } from './choicesOf.ts'
import { Following } from './following.ts'
import type { LightSources } from './lightSources.ts'
import { type LightsBase, lightsBase } from './lightsBase.ts'
import { LightsKeeper } from './lightsKeeper.ts'
import { type LightsParts, SIMULATOR } from './lightsParts.ts'
import { lightsRefused } from './lightsRefused.ts'
import type { LightTrial } from './lightTrial.ts'
import { LightWishes } from './lightWishes.ts'
import { Occasions } from './occasions.ts'
import { OwnScenes } from './ownScenes.ts'
import { Pairings } from './pairings.ts'
import { WindDown } from './windDown.ts'

/** As in the contract. */
const MOST_ENTRIES = 2000
const MOST_DAYS = 62

export class LightsService {
  readonly keeper: LightsKeeper
  readonly sources: LightSources
  readonly pairings: Pairings
  readonly scenes: OwnScenes
  readonly following: Following
  readonly trial: LightTrial
  readonly #parts: LightsParts
  readonly #base: LightsBase
  readonly #wishes: LightWishes
  readonly #occasions: Occasions
  readonly #windDown: WindDown
  readonly #stopListening: (() => void)[] = []
  #isAsleep = false
  #isEnding = false

  constructor(parts: LightsParts) {
    this.#parts = parts
    const base = lightsBase(parts, {
      choices: () => this.#choices(),
      lampsGone: (lampIds) => this.#lampsGone(lampIds),
    })
    this.#base = base
    this.sources = base.sources
    this.trial = base.trial
    const state = () => base.loop.state
    this.#wishes = new LightWishes({
      ...{ log: parts.log, state },
      foreseen: (event) => base.loop.foreseen(event),
      readFirst: () => base.loop.readFirst(),
      decide: (event) => base.loop.decide(event),
      refused: ({ look, because }, why) => base.told.refused(look, because, why),
    })
    const shared = { ...parts, ...base, wishes: this.#wishes, state, choices: () => this.#choices() }
    this.#occasions = new Occasions({ ...shared, safely: (work) => this.#safely(work) })
    this.following = new Following({ ...shared, isWanted: () => this.#choices().followsExercises })
    this.#windDown = new WindDown({
      ...{ ...shared, now: () => base.loop.now() },
      isWanted: () => state().claims.some(({ because }) => because === 'bedtime'),
      ask: (untilMs) => this.#wishes.askQuietly({ because: 'bedtime', look: 'windDown', untilMs }),
      end: () => this.#wishes.end('bedtime'),
    })
    this.pairings = new Pairings(shared)
    this.scenes = new OwnScenes(shared)
    this.keeper = new LightsKeeper({
      ...{ ...shared, sources: base.sourceRows, trial: base.trialRows },
      eraseSources: () => this.#eraseSources(),
      eraseEntries: () => this.#eraseEntries(),
      erased: () => base.told.changed(),
    })
  }

  start(): void {
    const { bus } = this.#parts
    this.#base.loop.start()
    this.#occasions.start()
    this.trial.start()
    this.#windDown.look()
    const on: typeof bus.on = (name, listener) =>
      bus.on(name, (payload) => this.#safely(() => listener(payload)))
    this.#stopListening.push(
      on('settingsChanged', () => this.#settingsChanged()),
      on('presenceChanged', ({ activity }) => this.#presenceChanged(activity.value === 'asleep')),
      on('devicesChanged', () => this.sources.brokersChanged()),
      on('clockSetBack', () => this.#base.loop.decide({ kind: 'tick' })),
      on('everythingErased', () => this.#base.told.forget()),
    )
  }

  /** Lamps are given back, for a few seconds at most; what is owed then is given back at the next start. */
  async stop(): Promise<void> {
    this.#isEnding = true
    for (const stop of this.#stopListening.splice(0)) stop()
    this.#windDown.stop()
    this.#occasions.stop()
    this.trial.stop()
    this.#wishes.takeBackAll()
    this.pairings.stop()
    await this.#base.loop.stop()
    this.#base.told.stop()
  }

  view(): LightsView {
    return this.#base.told.view()
  }

  /** @throws EngineError LIGHTS_REFUSED, DISK_FULL */
  async apply(look: string, because: 'shortcut' | 'talk' | 'preview'): Promise<void> {
    // Without a breath to follow there would be nothing to see of it.
    const exercise = because === 'preview' && look === 'breathe' ? this.following.oneBreath() : null
    await this.#wishes.ask({ because, look, exercise })
  }

  /** What a home asks is nothing the person tries out: the room on screen alone is no leave. @throws EngineError LIGHTS_REFUSED */
  async softenFromOutside(): Promise<void> {
    if (!this.#choices().isAllowed) throw lightsRefused('not_allowed')
    await this.#wishes.ask({ because: 'outside', look: 'soften' })
  }

  /** @throws EngineError LIGHTS_REFUSED */
  undo(claimId: number): void {
    this.#occasions.takenBack(claimId)
    const { effects } = this.#base.loop.decide({ kind: 'undone', claimId })
    const found = effects.find((effect) => effect.kind === 'refused')
    if (found?.kind === 'refused') throw lightsRefused(found.because)
  }

  release(): void {
    this.#occasions.takenBack(null)
    this.#wishes.release()
  }

  writing(): void {
    this.#occasions.writing()
  }

  /** @throws EngineError NOT_FOUND */
  touch(lampId: string, hand: LampTouch): void {
    const isThere = this.sources.run(SIMULATOR)?.touch(lampId, hand) ?? false
    if (!isThere) throw new EngineError('NOT_FOUND', 'There is no such lamp in the room on screen.')
    this.#base.loop.see()
  }

  /** @throws EngineError INVALID_INPUT */
  log(fromDay: number, toDay: number) {
    if (toDay < fromDay || toDay - fromDay >= MOST_DAYS) {
      throw new EngineError('INVALID_INPUT', 'At most 62 days, the first one first.')
    }
    return {
      entries: this.#base.entries.ofDays(fromDay, toDay, MOST_ENTRIES),
      firstDay: this.#base.entries.firstDay(),
    }
  }

  forgetTrial(): void {
    this.#base.trialRows.erase()
  }

  #choices(): LightChoices {
    return choicesOf(this.#parts.settings().lights)
  }

  #settingsChanged(): void {
    this.#base.loop.decide({ kind: 'tick' })
    this.#windDown.look()
  }

  #presenceChanged(isAsleep: boolean): void {
    const wasAsleep = this.#isAsleep
    this.#isAsleep = isAsleep
    if (isAsleep && !wasAsleep) {
      this.#wishes.takeBackAll()
      this.#base.loop.decide({ kind: 'suspended' })
    } else if (!isAsleep && wasAsleep) {
      this.sources.retryAll()
      this.#base.loop.see()
      this.#windDown.look()
    } else this.#base.loop.decide({ kind: 'tick' })
  }

  /** Where the room on screen goes, so does every look in it. */
  #lampsGone(lampIds: readonly string[]): void {
    if (this.#isEnding) return
    const isRoom = lampIds.some((id) => id.startsWith(`${SIMULATOR}:`))
    if (isRoom) this.#wishes.release()
    this.#base.loop.decide({ kind: 'lampsGone', lampIds })
  }

  #eraseSources(): void {
    this.#wishes.release()
    this.sources.eraseAll()
  }

  #eraseEntries(): void {
    this.#wishes.release()
    this.#base.entries.erase()
    this.#base.memory.mute()
    this.#base.memory.forget(this.#base.loop.now())
    this.#base.told.forget()
  }

  #safely(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#parts.log.error('lightsFailed', error)
    }
  }
}
