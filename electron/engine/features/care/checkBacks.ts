/** Hard moments that Lull said it would come back to: kept with their talk, and gone with it. */
import type { CareView } from '../../../contract/care.ts'
import {
  type CheckBackAnswer,
  dueCheckBack,
  type HardMoment,
  hardMomentNow,
  withAnswer,
} from '../../../core/care/checkBack.ts'
import { workDay } from '../../../core/presence/localMoment.ts'
import type { Tier } from '../../../core/safety/tier.ts'
import { UNDO_SECONDS } from '../../erasures.ts'
import { EngineError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import type { Calendar } from '../../ports/calendar.ts'
import type { Clock } from '../../ports/clock.ts'
import type { CareStore } from './careStore.ts'

/** By then a talk that was erased is gone for good. */
const SWEEP_AFTER_MS = (UNDO_SECONDS + 1) * 1000

export interface CheckBacksParts {
  rows: CareStore
  clock: Clock
  calendar: Calendar
  log: Log
  /** `open`: to be seen · `hidden`: being erased, and may come back · `gone`. */
  talkIs: (conversationId: string) => 'open' | 'hidden' | 'gone'
  /** Reviewed words to ask with; `timesAsked`: how often it was asked before. */
  checkBackWords: (language: string, timesAsked: number) => string
}

export class CheckBacks {
  readonly #parts: CheckBacksParts
  #moments: HardMoment[] | null = null
  #cancelSweep: (() => void) | null = null

  constructor(parts: CheckBacksParts) {
    this.#parts = parts
  }

  start(): void {
    this.#sweep()
  }

  stop(): void {
    this.#cancelSweep?.()
    this.#cancelSweep = null
    this.#sweep()
  }

  willCheckBack(heard: { conversationId: string; tier: Tier; language: string }): void {
    const { clock, calendar } = this.#parts
    const atMs = clock.now()
    const now = { atMs, workDay: workDay(calendar.moment(atMs)) }
    this.#keep(hardMomentNow(this.#of(heard.conversationId), heard, now))
  }

  /** The one to ask about now; of a talk that is being erased nothing is asked. */
  due(): CareView['checkBack'] {
    const { clock, talkIs, checkBackWords } = this.#parts
    const open = this.#all().filter(
      ({ conversationId, answer }) => answer === null && talkIs(conversationId) === 'open',
    )
    const due = dueCheckBack(open, clock.now())
    if (due === null) return null
    const { conversationId, sinceMs, tier, language, timesAsked } = due
    return { conversationId, sinceMs, tier, text: checkBackWords(language, timesAsked) }
  }

  /** @throws EngineError NOT_FOUND when nothing of this talk is open. */
  answer(conversationId: string, answer: CheckBackAnswer): void {
    const moment = this.#of(conversationId)
    if (moment === null || moment.answer !== null) {
      throw new EngineError('NOT_FOUND', 'There is nothing to come back to in this conversation.')
    }
    this.#keep(withAnswer(moment, answer, this.#parts.clock.now()))
  }

  /** A talk is being erased: what is kept of it goes with it, once it cannot be brought back. */
  talkErased(): void {
    this.#cancelSweep ??= this.#parts.clock.after(SWEEP_AFTER_MS, () => {
      this.#cancelSweep = null
      this.#sweep()
      // One that was erased meanwhile still waits for its own end.
      if (this.#all().some(({ conversationId }) => this.#parts.talkIs(conversationId) === 'hidden'))
        this.talkErased()
    })
  }

  /** What is held in memory. */
  forget(): void {
    this.#moments = null
  }

  #all(): readonly HardMoment[] {
    this.#moments ??= this.#parts.rows.moments()
    return this.#moments
  }

  #of(conversationId: string): HardMoment | null {
    return this.#all().find((moment) => moment.conversationId === conversationId) ?? null
  }

  #keep(moment: HardMoment): void {
    this.#parts.rows.keepMoment(moment)
    this.forget()
  }

  /** Runs by the clock, with nobody to hear of a failure: what would not go now goes at the next start. */
  #sweep(): void {
    const { rows, talkIs, log } = this.#parts
    try {
      for (const { conversationId } of this.#all()) {
        if (talkIs(conversationId) === 'gone') rows.eraseMoment(conversationId)
      }
    } catch (error) {
      log.error('eraseFailed', error)
    }
    this.forget()
  }
}
