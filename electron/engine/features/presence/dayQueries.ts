/** Days as a page asks for them: one with its stretches, or many as sums. */
import type { DaySpanOfPresence, DaySums } from '../../../contract/presence.ts'
import { workDay } from '../../../core/presence/localMoment.ts'
import { EngineError } from '../../errors.ts'
import type { Calendar } from '../../ports/calendar.ts'
import type { Clock } from '../../ports/clock.ts'
import type { PresenceStore } from './presenceStore.ts'

const MOST_DAYS = 62

interface DayQueriesParts {
  rows: PresenceStore
  calendar: Calendar
  clock: Clock
}

export class DayQueries {
  readonly #parts: DayQueriesParts

  constructor(parts: DayQueriesParts) {
    this.#parts = parts
  }

  today(): { workDay: number; fromMs: number; toMs: number; zone: string } {
    const { calendar, clock } = this.#parts
    const today = workDay(calendar.moment(clock.now()))
    return { workDay: today, ...calendar.daySpan(today), zone: calendar.zone() }
  }

  day(day: number): { sums: DaySums; fromMs: number; toMs: number; spans: DaySpanOfPresence[] } {
    const { rows, calendar } = this.#parts
    const spans = rows.spansOf(day).map(({ kind, fromMs, toMs }) => ({ kind, fromMs, toMs }))
    const bounds = calendar.daySpan(day)
    return {
      sums: rows.day(day) ?? rows.summed(day),
      // A day that began in another zone began at another time.
      fromMs: Math.min(bounds.fromMs, ...spans.map((span) => span.fromMs)),
      toMs: Math.max(bounds.toMs, ...spans.map((span) => span.toMs)),
      spans,
    }
  }

  /** @throws EngineError INVALID_INPUT for more than 62 days. */
  days(fromDay: number, toDay: number): DaySums[] {
    if (toDay - fromDay >= MOST_DAYS) {
      throw new EngineError('INVALID_INPUT', `At most ${MOST_DAYS} days at once.`)
    }
    return this.#parts.rows.days(fromDay, toDay)
  }

  /** Of any number of days. */
  stretches(fromDay: number, toDay: number): { workDay: number; longestStretchMs: number }[] {
    return this.#parts.rows.stretches(fromDay, toDay)
  }
}
