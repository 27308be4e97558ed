/** The minutes still in memory: the one going on, and those before it that may still change. */
import { workDay } from '../../../core/presence/localMoment.ts'
import {
  MINUTE_MS,
  type MinuteCounts,
  type MinutePlace,
  noCounts,
} from '../../../core/presence/minuteSums.ts'
import type { Calendar } from '../../ports/calendar.ts'

/** Counts of a minute arrive when it is over; a little later it is written. */
export const MINUTE_GRACE_MS = 5_000

export interface OpenMinute {
  readonly place: MinutePlace
  counts: MinuteCounts
  /** `changed`: written, and otherwise since. */
  state: 'open' | 'written' | 'changed'
}

export function minuteStartMs(atMs: number): number {
  return Math.floor(atMs / MINUTE_MS) * MINUTE_MS
}

export class OpenMinutes {
  readonly #minutes = new Map<number, OpenMinute>()
  readonly #calendar: Calendar

  constructor(calendar: Calendar) {
    this.#calendar = calendar
  }

  /** Every minute that touches this time is there from now on, placed where the person is now. */
  touch(fromMs: number, toMs: number): void {
    for (let atMs = minuteStartMs(fromMs); atMs < toMs; atMs += MINUTE_MS) this.#minute(atMs)
  }

  /** Counts something at a time; false when its minute is over and gone. */
  count(atMs: number, nowMs: number, change: (counts: MinuteCounts) => MinuteCounts): boolean {
    const startMs = minuteStartMs(atMs)
    const known = this.#minutes.get(startMs)
    if (!known && startMs < minuteStartMs(nowMs)) return false
    const minute = known ?? this.#minute(startMs)
    minute.counts = change(minute.counts)
    if (minute.state === 'written') minute.state = 'changed'
    return true
  }

  /** What happened from then on is otherwise than it was written. */
  changeFrom(atMs: number): void {
    for (const minute of this.#minutes.values()) {
      if (minute.state === 'written' && minute.place.atMs + MINUTE_MS > atMs) minute.state = 'changed'
    }
  }

  /** Minutes to be written now, in time order. */
  due(nowMs: number): OpenMinute[] {
    const isOver = ({ place }: OpenMinute) => place.atMs + MINUTE_MS + MINUTE_GRACE_MS <= nowMs
    return this.unwritten().filter(isOver)
  }

  unwritten(): OpenMinute[] {
    const minutes = [...this.#minutes.values()].filter(({ state }) => state !== 'written')
    return minutes.sort((a, b) => a.place.atMs - b.place.atMs)
  }

  forgetBefore(atMs: number): void {
    for (const startMs of this.#minutes.keys()) {
      if (startMs + MINUTE_MS <= atMs) this.#minutes.delete(startMs)
    }
  }

  #minute(startMs: number): OpenMinute {
    const known = this.#minutes.get(startMs)
    if (known) return known
    const moment = this.#calendar.moment(startMs)
    const place = { atMs: startMs, workDay: workDay(moment), minuteOfDay: moment.minuteOfDay }
    const minute: OpenMinute = { place, counts: noCounts, state: 'open' }
    this.#minutes.set(startMs, minute)
    return minute
  }
}
