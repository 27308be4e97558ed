/** What a replayed day prints about pauses: what was offered and why, what came of it, and every silence with its reason. */
import type { BreakEntryView, BreakView, ChoiceView, SuppressionView } from '../contract/breaks.ts'
import type { EngineClient } from '../contract/index.ts'
import { MERGED_WITHIN_MS } from '../core/breaks/suppressions.ts'
import type { DayEventOf } from './dayEvents.ts'
import type { DayLine } from './dayLines.ts'

/** Entries that begin a nudge, and therefore may come with a choice. */
const BEGINNINGS: ReadonlySet<BreakEntryView['what']> = new Set(['offered', 'hinted', 'leftOut'])

const rounded = (value: number | null) => (value === null ? null : Math.round(value))
const roundedShares = (shares: ChoiceView['probabilities']) =>
  Object.fromEntries(Object.entries(shares).map(([arm, share]) => [arm, Math.round(share * 1000) / 1000]))

export type PauseEvent = DayEventOf<'pauseAnswer' | 'pauseStart' | 'pauseRated' | 'noPauses'>

export interface DayPausesParts {
  client: EngineClient
  nowMs: () => number
  line: (atMs: number, kind: string, rest: DayLine) => void
}

export class DayPauses {
  readonly #parts: DayPausesParts
  /** What was printed of the last days. */
  readonly #printed = new Map<string, number>()
  /** Choices whose outcome is not known yet. */
  readonly #open = new Set<number>()
  #fromDay: number | null = null
  /** The last that was told, for answers to what is open. */
  #view: BreakView | null = null
  /** Looks follow one another: two at once would print things twice. */
  #looking: Promise<void> = Promise.resolve()

  constructor(parts: DayPausesParts) {
    this.#parts = parts
  }

  changed(view: BreakView): Promise<void> {
    this.#view = view
    return this.#look(false)
  }

  /** @throws when the person cannot have done that at this moment. */
  async apply(event: PauseEvent): Promise<void> {
    const { breaks } = this.#parts.client
    switch (event.kind) {
      case 'pauseAnswer':
        return await this.#answer(event)
      case 'pauseStart':
        await breaks.start({ kind: event.pause, arm: event.arm })
        return
      case 'pauseRated':
        return await this.#rate(event.helped)
      case 'noPauses':
        if (event.minutes === 0) await breaks.resume({})
        else await breaks.pause({ minutes: event.minutes })
    }
  }

  async #answer({ say, minutes }: DayEventOf<'pauseAnswer'>): Promise<void> {
    const { offer, snoozed, running } = this.#view ?? {}
    const open = say === 'finish' ? running : (offer ?? snoozed?.offer)
    if (!open)
      throw new Error(say === 'finish' ? 'no pause is running' : 'no pause is offered at that moment')
    const answer = say === 'snooze' ? { say, minutes } : { say }
    await this.#parts.client.breaks.answer({ id: open.id, answer })
  }

  async #rate(helped: boolean): Promise<void> {
    const rating = this.#view?.rating
    if (!rating) throw new Error('nobody asks at that moment whether a pause helped')
    await this.#parts.client.breaks.rate({ nudgeId: rating.nudgeId, helped })
  }

  /** Silences that were still going on are told as far as they went. */
  finish(): Promise<void> {
    return this.#look(true)
  }

  #look(isLast: boolean): Promise<void> {
    this.#looking = this.#looking.then(() => this.#tell(isLast))
    return this.#looking
  }

  async #tell(isLast: boolean): Promise<void> {
    const { client } = this.#parts
    const { workDay } = await client.presence.today()
    const days = { fromDay: Math.min(this.#fromDay ?? workDay, workDay), toDay: workDay + 1 }
    const { entries, suppressions } = await client.breaks.history(days)
    for (const entry of entries) await this.#entry(entry)
    for (const silence of suppressions) this.#silence(silence, isLast)
    await this.#outcomes()
    this.#fromDay = workDay - 1
    for (const [key, day] of this.#printed) if (day < workDay - 3) this.#printed.delete(key)
  }

  #isNew(key: string, day: number): boolean {
    if (this.#printed.has(key)) return false
    this.#printed.set(key, day)
    return true
  }

  async #entry(entry: BreakEntryView): Promise<void> {
    const { atMs, what, nudgeId, kind, arm, because, reason } = entry
    if (!this.#isNew(`${atMs} ${what} ${nudgeId}`, entry.workDay)) return
    if (nudgeId !== null && BEGINNINGS.has(what)) await this.#choice(nudgeId)
    const lengths = { lengthMs: rounded(entry.lengthMs), restedMs: rounded(entry.restedMs) }
    const offer = this.#view?.offer?.id === nudgeId ? this.#view?.offer : null
    const said = offer ? { form: offer.form, exercise: offer.exercise?.id ?? null } : {}
    this.#parts.line(atMs, 'pause', { what, pause: kind, arm, because, nudgeId, ...lengths, reason, ...said })
  }

  async #choice(nudgeId: number): Promise<void> {
    const { choice } = await this.#parts.client.breaks.why({ nudgeId })
    if (choice === null) return
    const { atMs, kind, bucket, arm, by, probabilities, expected, asks } = choice
    this.#open.add(nudgeId)
    const chances = { probabilities: roundedShares(probabilities), expected: roundedShares(expected) }
    this.#parts.line(atMs, 'choice', { nudgeId, pause: kind, bucket, arm, by, ...chances, asks })
  }

  async #outcomes(): Promise<void> {
    for (const nudgeId of this.#open) {
      const { choice } = await this.#parts.client.breaks.why({ nudgeId })
      if (!choice?.outcome) continue
      this.#open.delete(nudgeId)
      const { how, worked, atMs } = choice.outcome
      this.#parts.line(atMs, 'outcome', { nudgeId, arm: choice.arm, how, worked })
    }
  }

  #silence(silence: SuppressionView, isLast: boolean): void {
    const { row, reason, kind, because, fromMs, toMs, heldMs, times, workDay } = silence
    const isOver = this.#parts.nowMs() - toMs > MERGED_WITHIN_MS
    if (!(isOver || isLast) || !this.#isNew(`silence ${row}`, workDay)) return
    const held = { fromMs, toMs, heldMs: rounded(heldMs), times }
    this.#parts.line(toMs, 'silence', { reason, pause: kind, because, ...held })
  }
}
