/** Figures of weeks of talking, worked out when asked for; those of finished weeks are remembered, and never a name or a word. */
import { saysOnlyYou } from '../../../core/balance/onlyYou.ts'
import { countPeople, peopleIn } from '../../../core/balance/peopleSpokenOf.ts'
import { MOST_WEEKS, mondayOf, nextMonday, type WeekFigures } from '../../../core/balance/weeks.ts'
import { nightUse, USE_GAP_MS, usedMs } from '../../../core/care/useOfTime.ts'
import { workDay } from '../../../core/presence/localMoment.ts'
import type { Calendar } from '../../ports/calendar.ts'
import type { Clock } from '../../ports/clock.ts'
import type { WrittenBefore, WrittenMessage } from '../../ports/writtenMessages.ts'

const MINUTE_MS = 60_000
const PAGE = 250

export interface WeekBookParts {
  clock: Clock
  calendar: Calendar
  writtenBefore: WrittenBefore
}

/** One week while it is being read. */
interface OpenWeek {
  onlyYou: number
  /** For the count alone; gone with the reading. */
  people: Set<string>
}

function takeWords(week: OpenWeek, text: string): void {
  if (saysOnlyYou(text)) week.onlyYou += 1
  for (const person of peopleIn(text)) week.people.add(person)
}

export class WeekBook {
  readonly #parts: WeekBookParts
  /** By Monday, those that are over. */
  readonly #finished = new Map<number, WeekFigures>()
  /** Everything before this Monday is in `#finished`, as far back as is shown; null = nothing was read yet. */
  #knownBefore: number | null = null
  #running: { monday: number; figures: WeekFigures | null } | null = null
  #zone = ''

  constructor(parts: WeekBookParts) {
    this.#parts = parts
  }

  /** Weeks with a talk by their Monday: the running one and those before it, as many as are shown. */
  weeks(): ReadonlyMap<number, WeekFigures> {
    this.#followZone()
    const monday = this.thisMonday()
    if (this.#running?.monday !== monday) this.#read(monday)
    const running = this.#running?.figures ?? null
    return running === null ? this.#finished : new Map([[monday, running], ...this.#finished])
  }

  thisMonday(): number {
    const { clock, calendar } = this.#parts
    return mondayOf(workDay(calendar.moment(clock.now())))
  }

  /** Something was said: only the running week is read again. */
  said(): void {
    this.#running = null
  }

  /** A talk went or came back: any week may have changed. */
  forget(): void {
    this.#finished.clear()
    this.#knownBefore = null
    this.#running = null
  }

  /** In another zone weeks begin at another moment. */
  #followZone(): void {
    const zone = this.#parts.calendar.zone()
    if (zone !== this.#zone) this.forget()
    this.#zone = zone
  }

  /** From the newest message back to what is known, or until there are weeks enough. */
  #read(thisMonday: number): void {
    // A clock that was set back a week makes a finished week run again.
    if (this.#knownBefore !== null && this.#knownBefore > thisMonday) this.forget()
    const known = this.#knownBefore
    const floorMs = known === null ? null : this.#startMs(known)
    const timesMs: number[] = []
    const open = new Map<number, OpenWeek>()
    for (const page of this.#pages()) {
      for (const { atMs, text } of page) {
        timesMs.push(atMs)
        const monday = mondayOf(workDay(this.#parts.calendar.moment(atMs)))
        // Also a time that is still to come: a clock was wrong then.
        if (monday > thisMonday || monday < (known ?? monday)) continue
        const week = open.get(monday) ?? { onlyYou: 0, people: new Set<string>() }
        open.set(monday, week)
        if (text !== null) takeWords(week, text)
      }
      const isKnown = floorMs !== null && page.every(({ atMs }) => atMs < floorMs - USE_GAP_MS)
      if (isKnown || this.#isEnough(page, open)) break
    }
    this.#finish(
      thisMonday,
      open,
      timesMs.sort((a, b) => a - b),
    )
  }

  *#pages(): Generator<WrittenMessage[]> {
    const { writtenBefore } = this.#parts
    let page = writtenBefore(null, PAGE)
    while (page.length > 0) {
      yield page
      page = writtenBefore(page.at(-1)?.sequence ?? 0, PAGE)
    }
  }

  /** The oldest week that is shown is read whole only when a page lies before it. */
  #isEnough(page: readonly WrittenMessage[], open: ReadonlyMap<number, OpenWeek>): boolean {
    const oldestShown = [...open.keys()].sort((a, b) => b - a)[MOST_WEEKS]
    if (oldestShown === undefined) return false
    const endMs = this.#startMs(nextMonday(oldestShown))
    return page.every(({ atMs }) => atMs < endMs - USE_GAP_MS)
  }

  #finish(thisMonday: number, open: ReadonlyMap<number, OpenWeek>, timesMs: readonly number[]): void {
    this.#running = { monday: thisMonday, figures: null }
    const newest = [...open].sort(([a], [b]) => b - a).slice(0, MOST_WEEKS)
    for (const [monday, week] of newest) {
      const figures = this.#figures(monday, week, timesMs)
      if (monday === thisMonday) this.#running.figures = figures
      else this.#finished.set(monday, figures)
    }
    this.#knownBefore = thisMonday
  }

  #figures(monday: number, week: OpenWeek, timesMs: readonly number[]): WeekFigures {
    const { calendar } = this.#parts
    const span = { fromMs: this.#startMs(monday), toMs: this.#startMs(nextMonday(monday)) }
    const { nightMs, nights } = nightUse(timesMs, span, (atMs) => calendar.moment(atMs))
    return {
      minutes: Math.floor(usedMs(timesMs, span) / MINUTE_MS),
      nightMinutes: Math.floor(nightMs / MINUTE_MS),
      nights,
      onlyYou: week.onlyYou,
      people: countPeople(week.people),
    }
  }

  #startMs(workDayNumber: number): number {
    return this.#parts.calendar.daySpan(workDayNumber).fromMs
  }
}
