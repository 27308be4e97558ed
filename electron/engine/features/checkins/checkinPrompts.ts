/** Looks at the clock and the surroundings, and keeps the one prompt a person may see. */
import type { PresenceSnapshot } from '../../../contract/presence.ts'
import type { Settings } from '../../../contract/settings.ts'
import type { StressSnapshot } from '../../../contract/stress.ts'
import { isBadMoment } from '../../../core/checkins/badMoment.ts'
import {
  noPrompt,
  type PromptEffect,
  type PromptEvent,
  type PromptState,
  planPrompt,
  shownPrompt,
} from '../../../core/checkins/planPrompt.ts'
import { pauseAt } from '../../../core/presence/sensingPlan.ts'
import type { EventBus } from '../../events.ts'
import type { Log } from '../../log.ts'
import type { Calendar } from '../../ports/calendar.ts'
import type { Clock } from '../../ports/clock.ts'
import type { CheckinsStore } from './checkinsStore.ts'

const MINUTE_MS = 60_000
/** Long enough for the limits of a day and of 90 minutes, also on a day of 25 hours; older ones say nothing any more. */
const OFFERS_KEPT_MS = 48 * 60 * MINUTE_MS

export interface CheckinPromptsParts {
  store: CheckinsStore
  bus: EventBus
  clock: Clock
  calendar: Calendar
  log: Log
  settings: () => Settings
  lastAnswerMs: () => number | null
  /** What a person sees has changed, or may have: another minute began. */
  looked: (isShownChanged: boolean) => void
}

export class CheckinPrompts {
  readonly #parts: CheckinPromptsParts
  readonly #stopListening: (() => void)[] = []
  #cancelTimer = () => {}
  #state: PromptState = noPrompt
  #isBadMoment = false
  #strain: StressSnapshot['strain'] | null = null

  constructor(parts: CheckinPromptsParts) {
    this.#parts = parts
  }

  start(): void {
    const { bus, store, clock } = this.#parts
    this.#surely(() => store.eraseOffersBefore(clock.now() - OFFERS_KEPT_MS))
    this.#stopListening.push(
      bus.on('presenceChanged', (presence) => this.#takePresence(presence)),
      bus.on('stressChanged', ({ strain }) => this.#takeStrain(strain)),
      bus.on('settingsChanged', () => this.#look()),
    )
    this.#lookEachMinute()
  }

  stop(): void {
    this.#cancelTimer()
    for (const stop of this.#stopListening.splice(0)) stop()
  }

  /** The offer a person sees now. */
  shown(): PromptState['offered'] {
    return shownPrompt(this.#state, this.#isBadMoment)
  }

  answered(): void {
    this.#do({ kind: 'answered' })
  }

  dismiss(): void {
    this.#do({ kind: 'dismissed' })
  }

  /** Whatever was to be asked is not asked any more; part of erasing. */
  forget(): void {
    this.#do({ kind: 'dismissed' })
  }

  #takePresence(presence: PresenceSnapshot): void {
    const isBad = isBadMoment({
      activity: presence.activity.value,
      inCall: presence.inCall.value,
      sharing: presence.sharing.value,
      fullScreen: presence.fullScreen.value,
      doNotDisturb: presence.doNotDisturb.value,
    })
    if (isBad === this.#isBadMoment) return
    const before = this.shown()
    this.#isBadMoment = isBad
    this.#look(before)
  }

  #takeStrain(strain: StressSnapshot['strain']): void {
    const wasRaised = this.#strain?.phase === 'raised'
    this.#strain = strain
    if (wasRaised !== (strain.phase === 'raised')) this.#look()
  }

  /** At the beginning of each minute, so that a chosen time is met to the minute. */
  #lookEachMinute(): void {
    const { clock } = this.#parts
    this.#look()
    this.#cancelTimer = clock.after(MINUTE_MS - (clock.now() % MINUTE_MS), () => this.#lookEachMinute())
  }

  #look(before = this.shown()): void {
    const { store, clock, settings, lastAnswerMs } = this.#parts
    this.#surely(() => {
      const circumstances = {
        times: settings().checkinTimes,
        isBadMoment: this.#isBadMoment,
        isRaised: this.#mayStrainAsk(),
        offers: store.offersSince(clock.now() - OFFERS_KEPT_MS),
        lastAnswerMs: lastAnswerMs(),
      }
      this.#do({ kind: 'looked', circumstances }, before)
    })
  }

  /** Runs by the clock or by what others tell, with nobody to hear of a failure; the next minute tries again. */
  #surely(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#parts.log.error('checkinPromptFailed', error)
    }
  }

  #mayStrainAsk(): boolean {
    const settings = this.#parts.settings()
    const isPaused = pauseAt(settings, this.#parts.clock.now()) !== null
    const { checkinWhenRaised, strainOn } = settings
    return this.#strain?.phase === 'raised' && checkinWhenRaised && strainOn && !isPaused
  }

  #do(event: PromptEvent, before = this.shown()): void {
    const { calendar, clock } = this.#parts
    const [state, effects] = planPrompt(this.#state, event, calendar.moment(clock.now()))
    for (const effect of effects) this.#keep(effect)
    this.#state = state
    this.#parts.looked(JSON.stringify(before) !== JSON.stringify(this.shown()))
  }

  /** Kept before anyone is asked, so that a crash cannot make it four a day. */
  #keep(effect: PromptEffect): void {
    if (effect.kind === 'offer') this.#parts.store.addOffer(effect.offer, effect.because)
  }
}
