/** A person's own word on their moments: saved before anyone hears of it, asked for rarely, taken away for good. */
import type { CheckinRow, CheckinState } from '../../../contract/checkins.ts'
import type { Settings } from '../../../contract/settings.ts'
import type { Checkin } from '../../../core/checkins/checkin.ts'
import { isFeelingWord } from '../../../core/checkins/feelings.ts'
import { PROMPT_LASTS_MS } from '../../../core/checkins/planPrompt.ts'
import { tagsByUse, tidyTags } from '../../../core/checkins/tags.ts'
import { workDay } from '../../../core/presence/localMoment.ts'
import type { ScoredCheckin } from '../../../core/stress/agreement.ts'
import { Erasures } from '../../erasures.ts'
import { EngineError } from '../../errors.ts'
import type { EventBus } from '../../events.ts'
import type { Log } from '../../log.ts'
import type { Calendar } from '../../ports/calendar.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Keeper } from '../../ports/keeper.ts'
import { CheckinPrompts } from './checkinPrompts.ts'
import type { CheckinsStore, KeptCheckin } from './checkinsStore.ts'

/** Answers whose tags are counted: a good half year of three a day. */
const ANSWERS_FOR_TAGS = 500
const SUGGESTED_TAGS = 12
/** How well the score fits is asked of the last months; older days were scored by older baselines. */
const SCORED_ANSWERS = 200

export interface CheckinsParts {
  store: CheckinsStore
  bus: EventBus
  clock: Clock
  calendar: Calendar
  log: Log
  settings: () => Settings
  /** S as it stands without the person's own answers, 0–1; null while it is not known. */
  strainWithoutSelf: () => number | null
}

export type CheckinAnswer = Omit<Checkin, 'atMs' | 'workDay'>

export class CheckinsService {
  readonly #parts: CheckinsParts
  readonly #prompts: CheckinPrompts
  readonly #erasures: Erasures
  #stopListening = () => {}
  /** Of what is kept; null = to be read again. */
  #summary: { lastAtMs: number | null; tags: string[] } | null = null
  #sleepDay: number | null = null
  readonly keeper: Keeper

  constructor(parts: CheckinsParts) {
    this.#parts = parts
    this.#erasures = new Erasures(parts.clock, (id) => this.#eraseForGood(id))
    this.#prompts = new CheckinPrompts({
      ...parts,
      lastAnswerMs: () => this.#known().lastAtMs,
      looked: (isShownChanged) => this.#looked(isShownChanged),
    })
    this.keeper = {
      kinds: ['checkins'],
      count: () => parts.store.count(),
      rows: () => parts.store.rows(),
      erase: () => {
        parts.store.eraseEverything()
        this.#forget()
      },
      eraseDay: (day) => {
        parts.store.eraseDay(day)
        this.#changed()
      },
    }
  }

  start(): void {
    const { store, bus, log } = this.#parts
    const erased = store.eraseHidden(null)
    if (erased.length > 0) log.info('checkinsErased', { count: erased.length })
    this.#tellErased(erased)
    this.#sleepDay = this.#today()
    this.#stopListening = bus.on('everythingErased', () => this.#forget())
    this.#prompts.start()
  }

  stop(): void {
    this.#stopListening()
    this.#prompts.stop()
    this.#erasures.finishAll()
  }

  state(): CheckinState {
    const sleepTold = this.#parts.store.sleepTold(this.#today())
    return { prompt: this.#prompts.shown(), ...this.#known(), sleepTold }
  }

  /** Whether one is offered now; cheap enough to ask at any change. */
  get isDue(): boolean {
    return this.#prompts.shown() !== null
  }

  /** @throws EngineError INVALID_INPUT for words that are not on the wheel, NOT_FOUND for one being taken away. */
  save(answer: CheckinAnswer): CheckinRow {
    const { store, clock } = this.#parts
    if (!answer.words.every(isFeelingWord)) {
      throw new EngineError('INVALID_INPUT', 'A feeling word is not one of the wheel.')
    }
    if (store.isHidden(answer.id)) throw notFound()
    const saved = this.#withMoment(answer)
    const isToPrompt = this.isDue || answer.because !== 'person'
    // A prompt that went while the answer was being given was answered all the same.
    store.keep(saved, isToPrompt ? clock.now() - 2 * PROMPT_LASTS_MS : null)
    this.#summary = null
    this.#prompts.answered()
    this.#tell()
    this.#parts.bus.emit('checkinAnswered', { atMs: saved.atMs, mood: saved.mood })
    return rowOf(saved)
  }

  dismiss(): void {
    this.#prompts.dismiss()
  }

  /** From `fromMs` on, `toMs` not included, oldest first, with the strain score each was given beside. */
  between(fromMs: number, toMs: number): KeptCheckin[] {
    return this.#parts.store.between(fromMs, toMs)
  }

  /** Answers given while a strain score was known, newest first, at most `SCORED_ANSWERS`. */
  scored(): ScoredCheckin[] {
    return this.#parts.store.scored(SCORED_ANSWERS)
  }

  /** @returns for how long it can be brought back, in seconds. @throws EngineError NOT_FOUND */
  erase(id: string): number {
    const { store, clock } = this.#parts
    if (!store.hide(id, clock.now())) throw notFound()
    this.#changed()
    return this.#erasures.begin(id)
  }

  /** @returns false when it is gone for good. */
  restore(id: string): boolean {
    if (!this.#erasures.cancel(id) || !this.#parts.store.unhide(id)) return false
    this.#changed()
    return true
  }

  /** The moment and what stood beside it are those of the first time it was sent. */
  #withMoment(answer: CheckinAnswer): KeptCheckin {
    const { store, clock, calendar, strainWithoutSelf } = this.#parts
    const said = { ...answer, words: [...new Set(answer.words)], tags: tidyTags(answer.tags) }
    const first = store.checkin(answer.id)
    if (first) return { ...first, ...said, because: first.because }
    const now = calendar.moment(clock.now())
    return { ...said, atMs: now.atMs, workDay: workDay(now), strain: strainWithoutSelf() }
  }

  #known() {
    const { store } = this.#parts
    this.#summary ??= {
      lastAtMs: store.lastAtMs(),
      tags: tagsByUse(store.tagsNewestFirst(ANSWERS_FOR_TAGS), SUGGESTED_TAGS),
    }
    return this.#summary
  }

  #today(): number {
    const { calendar, clock } = this.#parts
    return workDay(calendar.moment(clock.now()))
  }

  /** Sleep is asked for anew when a day begins. */
  #looked(isShownChanged: boolean): void {
    const today = this.#today()
    const isNewDay = this.#sleepDay !== null && this.#sleepDay !== today
    this.#sleepDay = today
    if (isShownChanged || isNewDay) this.#tell()
  }

  #forget(): void {
    this.#erasures.cancelAll()
    this.#summary = null
    this.#prompts.forget()
    this.#changed()
  }

  #changed(): void {
    this.#summary = null
    this.#tell()
  }

  #tell(): void {
    this.#parts.bus.emit('checkinsChanged', {})
  }

  #tellErased(times: readonly number[]): void {
    for (const atMs of times) this.#parts.bus.emit('checkinErased', { atMs })
  }

  /** Runs by the clock, with nobody to hear of a failure: what would not go now goes at the next start. */
  #eraseForGood(id: string): void {
    const { store, log } = this.#parts
    try {
      this.#tellErased(store.eraseHidden(id))
    } catch (error) {
      log.error('eraseFailed', error, { checkinId: id })
    }
  }
}

/** What crosses the wire: everything but the score beside it. */
export function rowOf({ strain: _strain, ...row }: KeptCheckin): CheckinRow {
  return row
}

function notFound(): EngineError {
  return new EngineError('NOT_FOUND', 'This check-in is not there any more.')
}
