/** Two ways to say what is usual for a person's body: the live rule, and the laboratory's. */
import { LIVE_REACH_MS, liveBaseline, liveZ, type QuietMinute, sustainedZ } from '../core/hrv/liveBaseline.ts'
import type { SourceWindow } from '../core/hrv/sourceWindow.ts'
import { spreadBaseline } from '../core/hrv/spreadBaseline.ts'
import { bodyScore } from '../core/stress/bodySignals.ts'
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

interface Known {
  quiet: QuietMinute[]
  previous: { atMs: number; zHr: number | null; zLnRmssd: number | null } | null
}

/** "Two consecutive windows" may be a window and a half apart. */
const MOST_WINDOWS_APART = 2.5

/** As it is done live: 14 days, ±2 h, 60 quiet minutes over 3 days, and two consecutive windows that agree. */
export function ownBaseline(calendar: Calendar, windowMs = 60_000): BodyRating {
  const people = new Map<string, Known>()
  return {
    window(person, window) {
      const known = people.get(person) ?? { quiet: [], previous: null }
      people.set(person, known)
      const at = calendar.moment(window.atMs)
      const zOf = (measure: 'hrBpm' | 'lnRmssd') =>
        liveZ(window[measure], liveBaseline(known.quiet, measure, person, at))
      const now = { atMs: window.atMs, zHr: zOf('hrBpm'), zLnRmssd: zOf('lnRmssd') }
      const { previous } = known
      const isNext = previous !== null && now.atMs - previous.atMs <= MOST_WINDOWS_APART * windowMs
      const score = isNext
        ? bodyScore(sustainedZ(previous.zHr, now.zHr), sustainedZ(previous.zLnRmssd, now.zLnRmssd))
        : null
      known.previous = now
      while (known.quiet[0] && at.atMs - known.quiet[0].atMs > LIVE_REACH_MS) known.quiet.shift()
      if (window.refused.length === 0 && window.steady !== false) {
        known.quiet.push({ ...at, source: person, hrBpm: window.hrBpm, lnRmssd: window.lnRmssd })
      }
      return [rated(person, window, now.zHr, now.zLnRmssd, score)]
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
          const zHr = liveZ(window.hrBpm, hr)
          const zLnRmssd = liveZ(window.lnRmssd, lnRmssd)
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
