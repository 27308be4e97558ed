/** Against leaning on Lull: what a person may see of their own use, and what they did outside it. */
import type { BalanceView } from '../../../contract/balance.ts'
import type { Settings } from '../../../contract/settings.ts'
import type { Act } from '../../../core/balance/acts.ts'
import { signsOf } from '../../../core/balance/signs.ts'
import { weeksOfUse } from '../../../core/balance/weeks.ts'
import { workDay } from '../../../core/presence/localMoment.ts'
import { Erasures } from '../../erasures.ts'
import { EngineError } from '../../errors.ts'
import type { EventBus } from '../../events.ts'
import type { Log } from '../../log.ts'
import { type Paced, paced } from '../../paced.ts'
import type { Calendar } from '../../ports/calendar.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Keeper } from '../../ports/keeper.ts'
import type { WrittenBefore } from '../../ports/writtenMessages.ts'
import type { BalanceStore } from './balanceStore.ts'
import { WeekBook } from './weekBook.ts'

/** As in the contract. */
const MOST_ACTS = 200
/** Acts whose weeks are counted: eight weeks of more than any week holds. */
const ACTS_FOR_WEEKS = 2000
/** Pauses are counted over so many days, today included. */
const PAUSE_DAYS = 30
/** While a talk goes on the page need not follow every message. */
const TOLD_EVERY_MS = 2000
const MINUTE_MS = 60_000

export interface BalanceParts {
  rows: BalanceStore
  bus: EventBus
  clock: Clock
  calendar: Calendar
  log: Log
  settings: () => Settings
  writtenBefore: WrittenBefore
  /** Use today, ms. */
  usedTodayMs: () => number
  /** Pauses taken on these days, both included, for walking and for talking with someone. */
  pausesTaken: (days: { fromDay: number; toDay: number }) => { walk: number; talk: number }
}

export class BalanceService {
  readonly keeper: Keeper
  readonly #parts: BalanceParts
  readonly #weeks: WeekBook
  readonly #erasures: Erasures
  readonly #talkWentOn: Paced<Record<string, never>>
  readonly #stopListening: (() => void)[] = []

  constructor(parts: BalanceParts) {
    const { rows, bus, clock } = parts
    this.#parts = parts
    this.#weeks = new WeekBook(parts)
    this.#erasures = new Erasures(clock, (id) => this.#eraseForGood(id))
    this.#talkWentOn = paced(clock, TOLD_EVERY_MS, () => bus.emit('balanceChanged', {}))
    this.keeper = {
      kinds: ['acts'],
      count: () => rows.count(),
      rows: () => rows.rows(),
      erase: () => {
        this.#erasures.cancelAll()
        rows.eraseEverything()
        this.#tell()
      },
      eraseDay: (day) => {
        rows.eraseDay(day)
        this.#tell()
      },
    }
  }

  start(): void {
    const { rows, bus, log } = this.#parts
    const erased = rows.eraseHidden(null)
    if (erased > 0) log.info('actsErased', { count: erased })
    this.#stopListening.push(
      bus.on('conversationChanged', ({ change }) => {
        if (change.type === 'message') this.#weeks.said()
        else if (change.type === 'reply' || change.type === 'failure' || change.type === 'conversation')
          return
        else this.#weeks.forget()
        this.#talkWentOn.push({})
      }),
      bus.on('settingsChanged', () => this.#tell()),
      bus.on('breakHappened', ({ what }) => {
        if (what === 'end') this.#tell()
      }),
      bus.on('everythingErased', () => {
        this.#erasures.cancelAll()
        this.#weeks.forget()
        this.#tell()
      }),
    )
  }

  stop(): void {
    for (const stop of this.#stopListening.splice(0)) stop()
    this.#talkWentOn.stop()
    this.#erasures.finishAll()
  }

  view(): BalanceView {
    const { rows, settings, usedTodayMs, pausesTaken } = this.#parts
    const toDay = this.#now().workDay
    const weeks = weeksOfUse(this.#weeks.weeks(), rows.actDays(ACTS_FOR_WEEKS))
    const { walk, talk } = pausesTaken({ fromDay: toDay - PAUSE_DAYS + 1, toDay })
    return {
      today: {
        minutes: Math.floor(usedTodayMs() / MINUTE_MS),
        limitMinutes: settings().talkLimitMinutes,
      },
      weeks,
      signs: signsOf(weeks, this.#weeks.thisMonday()),
      acts: rows.acts(MOST_ACTS),
      walks: walk,
      talksWithPeople: talk,
      plan: rows.plan(),
    }
  }

  /** The moment is that of the first time it was sent. @throws EngineError NOT_FOUND for one being taken away, DISK_FULL */
  addAct({ id, kind, note }: Pick<Act, 'id' | 'kind' | 'note'>): Act {
    const { rows } = this.#parts
    if (rows.isHidden(id)) throw notFound()
    // Half a surrogate pair cannot be stored as text.
    const act = { ...(rows.act(id) ?? { id, ...this.#now() }), kind, note: note?.toWellFormed() ?? null }
    rows.keep(act)
    this.#tell()
    return act
  }

  /** @returns for how long it can be brought back, in seconds. @throws EngineError NOT_FOUND */
  eraseAct(id: string): number {
    const { rows, clock } = this.#parts
    if (!rows.hide(id, clock.now())) throw notFound()
    this.#tell()
    return this.#erasures.begin(id)
  }

  /** @returns false when it is gone for good. */
  restoreAct(id: string): boolean {
    if (!this.#erasures.cancel(id) || !this.#parts.rows.unhide(id)) return false
    this.#tell()
    return true
  }

  /** An empty one takes it away. @throws EngineError DISK_FULL */
  setPlan(plan: string): void {
    const { rows, clock } = this.#parts
    if (plan === '') rows.erasePlan()
    else rows.writePlan(plan, clock.now())
    this.#tell()
  }

  #now(): { atMs: number; workDay: number } {
    const { clock, calendar } = this.#parts
    const atMs = clock.now()
    return { atMs, workDay: workDay(calendar.moment(atMs)) }
  }

  #tell(): void {
    this.#parts.bus.emit('balanceChanged', {})
  }

  /** Runs by the clock, with nobody to hear of a failure: what would not go now goes at the next start. */
  #eraseForGood(id: string): void {
    const { rows, log } = this.#parts
    try {
      rows.eraseHidden(id)
    } catch (error) {
      log.error('eraseFailed', error, { actId: id })
    }
  }
}

function notFound(): EngineError {
  return new EngineError('NOT_FOUND', 'This entry is not there any more.')
}
