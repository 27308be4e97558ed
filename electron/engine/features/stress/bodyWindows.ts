/** The body minute by minute, each source for itself: cut, judged, and the best source chosen to speak. */
import { type BeatMinute, hasIntervals, judgedMinute, MinuteCutter } from '../../../core/hrv/minuteCutter.ts'
import { isStill } from '../../../core/hrv/sourceWindow.ts'
import type { Reading } from '../../../core/readings/mapping.ts'
import { BODY_FRESH_MS, type BodyWindow, MOST_APART_MS } from '../../../core/stress/bodySignals.ts'
import type { Calendar } from '../../ports/calendar.ts'
import type { BodyBaselines, QuietMinutes } from './quietMinutes.ts'
import type { KeptWindow } from './windowStore.ts'

/** One person wears a strap and a watch; a topic filter over a whole house must not fill the memory. */
const MOST_SOURCES = 32

/** A judged minute with where it began. */
export interface JudgedWindow extends KeptWindow {
  fromMs: number
  hasIntervals: boolean
}

interface SourceState {
  cutter: MinuteCutter
  previous: JudgedWindow | null
  current: JudgedWindow | null
  /** The last two quiet minutes that followed one another: they speak while they are fresh, also over a hole after them. */
  pair: readonly [JudgedWindow, JudgedWindow] | null
  /** What was usual when the current minute was judged. */
  baselines: BodyBaselines | null
}

/** What the strain score hears of the body. */
export interface BodyNow {
  source: string
  previous: BodyWindow | null
  current: BodyWindow
  baselines: BodyBaselines
  /** The last judged minute, also when it was refused. */
  window: JudgedWindow
}

export class BodyWindows {
  readonly #quiet: QuietMinutes
  readonly #calendar: Calendar
  readonly #sources = new Map<string, SourceState>()

  constructor(quiet: QuietMinutes, calendar: Calendar) {
    this.#quiet = quiet
    this.#calendar = calendar
  }

  /**
   * Takes in live readings and gives the minutes they complete.
   * @param atDeskSinceMs since when the person has been at the desk; null while they are not working.
   */
  take(readings: readonly Reading[], nowMs: number, atDeskSinceMs: number | null): JudgedWindow[] {
    const judged: JudgedWindow[] = []
    for (const reading of readings) {
      if (reading.kind !== 'rr' && reading.kind !== 'hr') continue
      const state = this.#stateOf(reading.source)
      const beats = reading.kind === 'rr' ? { rrMs: reading.rrMs } : { hrBpm: reading.bpm }
      for (const minute of state.cutter.take({ atMs: reading.atMs, ...beats })) {
        judged.push(this.#judge(reading.source, state, minute, nowMs, atDeskSinceMs))
      }
    }
    return judged
  }

  /** Judges minutes that nothing completed, because their source fell silent. */
  closeSilent(nowMs: number, atDeskSinceMs: number | null): JudgedWindow[] {
    const judged: JudgedWindow[] = []
    for (const [source, state] of this.#sources) {
      const minute = state.cutter.closeSilent(nowMs)
      if (minute) judged.push(this.#judge(source, state, minute, nowMs, atDeskSinceMs))
    }
    return judged
  }

  /** The source that speaks now: one with intervals first, then the one with more quiet minutes; null when all are old. */
  now(nowMs: number): BodyNow | null {
    const fresh = [...this.#sources].flatMap(([source, state]) => {
      const { current } = state
      const isFresh = current !== null && nowMs - current.atMs < BODY_FRESH_MS && nowMs >= current.atMs
      return isFresh ? [{ source, state, current }] : []
    })
    const best = fresh.toSorted(
      (a, b) =>
        Number(b.current.hasIntervals) - Number(a.current.hasIntervals) ||
        this.#quiet.countOf(b.source) - this.#quiet.countOf(a.source),
    )[0]
    if (!best) return null
    const { source, state, current } = best
    state.baselines ??= this.#quiet.baselines(source, this.#calendar.moment(current.atMs))
    const [previous, spoken] = freshPair(state, nowMs) ?? [state.previous, current]
    return {
      source,
      previous: previous === null ? null : this.#heard(previous),
      current: this.#heard(spoken),
      baselines: state.baselines,
      window: current,
    }
  }

  /** Whether a minute may speak for how it is at the desk: it feeds the baseline and is compared with it. */
  isQuiet(window: KeptWindow): boolean {
    return window.isQuiet && !this.#quiet.isWrong(window)
  }

  /** A mark was set or taken back: what is usual is worked out anew. */
  recount(): void {
    for (const state of this.#sources.values()) state.baselines = null
  }

  forget(): void {
    this.#sources.clear()
  }

  #judge(
    source: string,
    state: SourceState,
    minute: BeatMinute,
    nowMs: number,
    atDeskSinceMs: number | null,
  ): JudgedWindow {
    const window = judgedMinute(minute)
    const { n, hrBpm, lnRmssd, coverage, rejectedShare, refused } = window
    // A sender's clock may run ahead of ours by a little; nothing is judged in the future.
    const atMs = Math.min(Math.round(minute.toMs), nowMs)
    const isAtDesk = atDeskSinceMs !== null && atDeskSinceMs <= minute.fromMs
    const isQuiet = isStill(window) && isAtDesk
    const judged: JudgedWindow = {
      ...{ source, atMs, n, hrBpm, lnRmssd, coverage, rejectedShare, refused, isQuiet },
      fromMs: minute.fromMs,
      hasIntervals: hasIntervals(minute),
    }
    const at = this.#calendar.moment(atMs)
    const before = state.current
    if (before?.isQuiet && isQuiet && atMs - before.atMs <= MOST_APART_MS) state.pair = [before, judged]
    state.previous = before
    state.current = judged
    state.baselines = null
    if (isQuiet) this.#quiet.add({ ...at, source, hrBpm, lnRmssd })
    return judged
  }

  /** Moving, away or refused: a minute that is not quiet says nothing of strain. */
  #heard(window: JudgedWindow): BodyWindow {
    const { atMs, hrBpm, lnRmssd, coverage, rejectedShare } = window
    if (!this.isQuiet(window)) return { atMs, hrBpm: null, lnRmssd: null, coverage, rejectedShare }
    return { atMs, hrBpm, lnRmssd, coverage, rejectedShare }
  }

  #stateOf(source: string): SourceState {
    const known = this.#sources.get(source)
    if (known) {
      // A Map keeps the order of entry: the one that spoke last goes to the end.
      this.#sources.delete(source)
      this.#sources.set(source, known)
      return known
    }
    for (const longestSilent of this.#sources.keys()) {
      if (this.#sources.size < MOST_SOURCES) break
      this.#sources.delete(longestSilent)
    }
    const state: SourceState = {
      cutter: new MinuteCutter(),
      previous: null,
      current: null,
      pair: null,
      baselines: null,
    }
    this.#sources.set(source, state)
    return state
  }
}

function freshPair({ pair }: SourceState, nowMs: number): SourceState['pair'] {
  return pair !== null && nowMs - pair[1].atMs < BODY_FRESH_MS ? pair : null
}
