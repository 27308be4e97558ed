/** What is usual of this person's work: each finished ten minutes of it is measured, kept and counted once. */
import type { MinuteRecord } from '../../../core/presence/minuteRecord.ts'
import {
  BASELINE_REACH_MS,
  daysKnown,
  type UsualWork,
  usualWork,
  type WorkBaseline,
  withWindow,
} from '../../../core/stress/workBaseline.ts'
import { WINDOW_MINUTES, type WorkWindow, workWindow } from '../../../core/stress/workWindow.ts'
import type { Calendar } from '../../ports/calendar.ts'
import type { WorkWindowStore } from './workWindowStore.ts'
import type { WrongStretches } from './wrongStretches.ts'

const MINUTE_MS = 60_000
const WINDOW_MS = WINDOW_MINUTES * MINUTE_MS
/** The row of a minute comes a little after its end; a minute without work has none. */
const ROW_COMES_WITHIN_MS = 15_000
const FINISHED_AFTER_MS = 60_000

export interface UsualWorkParts {
  store: WorkWindowStore
  wrong: WrongStretches
  calendar: Calendar
  minutes: (fromMs: number, toMs: number) => MinuteRecord[]
}

interface UsualNow {
  windowFromMs: number
  usual: UsualWork
}

const windowOf = (atMs: number) => Math.floor(atMs / WINDOW_MS) * WINDOW_MS

export class UsualWorkKeeper {
  readonly #parts: UsualWorkParts
  /** All windows of 21 days, also those marked as wrong, which may be put back. */
  #all: WorkBaseline = []
  #counted: WorkBaseline = []
  #daysKnown = 0
  /** Minutes of the last windows, in time order. */
  #minutes: MinuteRecord[] = []
  #usualNow: UsualNow | null = null

  constructor(parts: UsualWorkParts) {
    this.#parts = parts
  }

  load(nowMs: number): void {
    const { store, minutes } = this.#parts
    this.#all = store.since(nowMs - BASELINE_REACH_MS)
    this.#minutes = minutes(windowOf(nowMs) - 2 * WINDOW_MS, nowMs)
    this.recount()
  }

  /** Takes in a minute that is over. */
  take(minute: MinuteRecord): void {
    this.finishBefore(minute.atMs, 0)
    const sinceMs = windowOf(minute.atMs) - 2 * WINDOW_MS
    const others = this.#minutes.filter((one) => one.atMs >= sinceMs && one.atMs !== minute.atMs)
    this.#minutes = [...others, minute].sort((a, b) => a.atMs - b.atMs)
    this.finishBefore(minute.atMs + MINUTE_MS, 0)
  }

  /** Measures and keeps windows that are over and not yet kept. */
  finishBefore(nowMs: number, afterMs = FINISHED_AFTER_MS): void {
    for (const fromMs of new Set(this.#minutes.map((minute) => windowOf(minute.atMs)))) {
      const isOver = fromMs + WINDOW_MS + afterMs <= nowMs
      if (isOver && !this.#all.some((window) => window.atMs === fromMs)) this.#finish(fromMs)
    }
  }

  /** The last ten minutes that are over; all unknown where they lie in a stretch marked as wrong. */
  window(nowMs: number): { toMs: number; window: WorkWindow } {
    const minuteMs = Math.floor(nowMs / MINUTE_MS) * MINUTE_MS
    // The row of the minute that has just ended may still be on its way; without it the nine others would seem thin.
    const isOnItsWay = this.#minutes.at(-1)?.atMs === minuteMs - 2 * MINUTE_MS
    const toMs = isOnItsWay && nowMs - minuteMs < ROW_COMES_WITHIN_MS ? minuteMs - MINUTE_MS : minuteMs
    const fromMs = toMs - WINDOW_MS
    if (this.#parts.wrong.covers('work', fromMs, toMs)) return { toMs, window: workWindow([]) }
    const minutes = this.#minutes.filter((minute) => minute.atMs >= fromMs && minute.atMs < toMs)
    return { toMs, window: workWindow(minutes) }
  }

  /**
   * What is usual at this time, worked out once every ten minutes, from windows that share no minute with those that
   * will be compared with it.
   */
  usual(nowMs: number): UsualWork {
    const windowFromMs = windowOf(nowMs)
    if (this.#usualNow?.windowFromMs === windowFromMs) return this.#usualNow.usual
    // One minute more, for the row of the last one may be on its way.
    const earlierMs = windowFromMs - 2 * WINDOW_MS - MINUTE_MS
    const earlier = this.#counted.filter((window) => window.atMs <= earlierMs)
    const usual = usualWork(earlier, this.#parts.calendar.moment(nowMs))
    this.#usualNow = { windowFromMs, usual }
    return usual
  }

  /** Different days with windows that count. */
  get daysKnown(): number {
    return this.#daysKnown
  }

  /** A mark was set or taken back. */
  recount(): void {
    this.#count()
    this.#usualNow = null
  }

  /** The clock was set back: minutes ahead of it are of no window that will come. */
  forgetMinutes(): void {
    this.#minutes = []
    this.#usualNow = null
  }

  eraseDay(day: number): void {
    this.#minutes = this.#minutes.filter((minute) => minute.workDay !== day)
    this.#all = this.#all.filter((window) => window.workDay !== day)
    this.recount()
  }

  forget(): void {
    this.forgetMinutes()
    this.#all = []
    this.recount()
  }

  #finish(fromMs: number): void {
    const minutes = this.#minutes.filter((minute) => windowOf(minute.atMs) === fromMs)
    if (!minutes.some((minute) => minute.workSeconds > 0)) return
    this.#all = withWindow(this.#all, workWindow(minutes), this.#parts.calendar.moment(fromMs))
    const window = this.#all.at(-1)
    if (window?.atMs !== fromMs) return
    this.#parts.store.add(window)
    this.#count()
  }

  #count(): void {
    const { wrong } = this.#parts
    this.#counted = this.#all.filter((one) => !wrong.covers('work', one.atMs, one.atMs + WINDOW_MS))
    this.#daysKnown = daysKnown(this.#counted)
  }
}
