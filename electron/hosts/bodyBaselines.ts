/** Two ways to say what is usual for a person's body: the live rule, and the laboratory's. */
import { LIVE_REACH_MS, liveBaseline, type QuietMinute } from '../core/hrv/liveBaseline.ts'
import { isStill, type SourceWindow } from '../core/hrv/sourceWindow.ts'
import { spreadBaseline } from '../core/hrv/spreadBaseline.ts'
import { mean } from '../core/hrv/statistics.ts'
import type { LocalMoment } from '../core/presence/localMoment.ts'
import { type BodyWindow, bodyScore, bodySignals, bodyZ } from '../core/stress/bodySignals.ts'
import type { Calendar } from '../engine/ports/calendar.ts'

/** A judged window; `atMs` is its end. */
export type BodyWindowAt = SourceWindow & { atMs: number }

export interface RatedWindow {
  person: string
  /** End of the window, epoch ms. */
  atMs: number
  hrBpm: number | null
  lnRmssd: number | null
  coverage: number | null
  /** Signed, in robust standard deviations; null where the value or what is usual is unknown. */
  zHr: number | null
  zLnRmssd: number | null
  /** 0–1. */
  bodyScore: number | null
}

export interface BodyRating {
  /** Rated windows that are ready now, this one among them or later. */
  window(person: string, window: BodyWindowAt): RatedWindow[]
  /** Those that had to wait for the end of the input. */
  rest(): RatedWindow[]
}

/** "Two consecutive windows" may be a window and a half apart. */
const MOST_WINDOWS_APART = 2.5
/** So many are let go at once, which is cheaper than one at a time. */
const MOST_OLD = 100

const HOURS = 24

/** Quiet minutes of the last fourteen days by the hour of day, so that a long recording is not read again for each minute. */
class QuietHours {
  readonly #hours: QuietMinute[][] = Array.from({ length: HOURS }, () => [])

  add(minute: QuietMinute): void {
    const hour = Math.floor(minute.minuteOfDay / 60)
    const kept = this.#hours[hour] ?? []
    const old = kept.findIndex((one) => minute.atMs - one.atMs <= LIVE_REACH_MS)
    if (old > MOST_OLD) kept.splice(0, old)
    kept.push(minute)
  }

  /** All that may lie within two hours of a time of day. */
  around({ minuteOfDay }: LocalMoment): QuietMinute[] {
    const hour = Math.floor(minuteOfDay / 60)
    return [-2, -1, 0, 1, 2].flatMap((off) => this.#hours[(hour + off + HOURS) % HOURS] ?? [])
  }
}

interface Known {
  quiet: QuietHours
  previous: BodyWindow | null
}

/**
 * As it is done live: 14 days, ±2 h, 60 quiet minutes over 3 days, and two consecutive windows that agree. Where the
 * person was nobody knows here: every good window that does not move counts as quiet.
 */
export function ownBaseline(calendar: Calendar, windowMs = 60_000): BodyRating {
  const people = new Map<string, Known>()
  return {
    window(person, window) {
      const known = people.get(person) ?? { quiet: new QuietHours(), previous: null }
      people.set(person, known)
      const { atMs } = window
      const at = calendar.moment(atMs)
      const isQuiet = isStill(window)
      const { hrBpm, lnRmssd } = isQuiet ? window : { hrBpm: null, lnRmssd: null }
      const current = { ...window, hrBpm, lnRmssd }
      const near = known.quiet.around(at)
      const baselines = {
        hrBpm: liveBaseline(near, 'hrBpm', person, at),
        lnRmssd: liveBaseline(near, 'lnRmssd', person, at),
      }
      const signals = bodySignals(known.previous, current, baselines, atMs, MOST_WINDOWS_APART * windowMs)
      known.previous = current
      if (isQuiet) known.quiet.add({ ...at, source: person, hrBpm, lnRmssd })
      const zHr = bodyZ('hrBpm', hrBpm, baselines.hrBpm)
      const zLnRmssd = bodyZ('lnRmssd', lnRmssd, baselines.lnRmssd)
      return [rated(person, window, zHr, zLnRmssd, mean(signals.map((signal) => signal.s)))]
    },
    rest: () => [],
  }
}

/** Median and MAD over all good windows of the person, known only at the end; each window stands for itself. */
export function sharedBaseline(): BodyRating {
  const people = new Map<string, BodyWindowAt[]>()
  return {
    window(person, window) {
      const windows = people.get(person)
      if (windows) windows.push(window)
      else people.set(person, [window])
      return []
    },
    rest: () =>
      [...people].flatMap(([person, windows]) => {
        const hr = spreadBaseline(windows.map((window) => window.hrBpm))
        const lnRmssd = spreadBaseline(windows.map((window) => window.lnRmssd))
        return windows.map((window) => {
          const zHr = bodyZ('hrBpm', window.hrBpm, hr)
          const zLnRmssd = bodyZ('lnRmssd', window.lnRmssd, lnRmssd)
          return rated(person, window, zHr, zLnRmssd, bodyScore(zHr, zLnRmssd))
        })
      }),
  }
}

function rated(
  person: string,
  { atMs, hrBpm, lnRmssd, coverage }: BodyWindowAt,
  zHr: number | null,
  zLnRmssd: number | null,
  score: number | null,
): RatedWindow {
  return { person, atMs, hrBpm, lnRmssd, coverage, zHr, zLnRmssd, bodyScore: score }
}
