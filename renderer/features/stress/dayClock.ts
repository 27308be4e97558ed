/** A day on the page: where its line begins and ends, its full hours, and a typed time as a moment. */
import type { DaySpanOfPresence } from '../../../electron/contract/presence.ts'
import { DAY_START_MINUTE } from '../../../electron/core/presence/localMoment.ts'

const MINUTE_MS = 60_000
const QUARTER_MS = 15 * MINUTE_MS
const HOUR_MS = 60 * MINUTE_MS
const MINUTES_PER_DAY = 1440

export interface TimeWindow {
  fromMs: number
  toMs: number
}

/** Spans the line can show: what lies in the future is not there yet. */
interface LineParts {
  bounds: TimeWindow
  spans: readonly DaySpanOfPresence[]
  /** Other moments that must be on the line, such as check-ins. */
  moments: readonly number[]
  /** Null for a day that is over. */
  nowMs: number | null
}

/** A line shorter than this would show minutes as if they were hours. */
const LEAST_LINE_MS = HOUR_MS

/**
 * From the first to the last that is known, inside the day's bounds. Rest at either end is the
 * night before and after; a day of rest alone shows it.
 */
export function lineWindow({ bounds, spans, moments, nowMs }: LineParts): TimeWindow {
  const busy = spans.filter((span) => span.kind === 'work' || span.kind === 'call')
  const shown = busy.length > 0 ? busy : spans
  const starts = [...shown.map((span) => span.fromMs), ...moments]
  const ends = [...shown.map((span) => span.toMs), ...moments]
  const endMs = nowMs ?? Math.max(...ends)
  if (starts.length === 0 || !Number.isFinite(endMs)) return emptyLine(bounds, nowMs)
  const known = { fromMs: Math.min(...starts, endMs), toMs: endMs }
  return nowMs === null ? widened(known, bounds) : upToNow(known)
}

/** Nothing known: eight to eight, or the hours until now. */
function emptyLine(bounds: TimeWindow, nowMs: number | null): TimeWindow {
  if (nowMs === null) return { fromMs: bounds.fromMs + 4 * HOUR_MS, toMs: bounds.fromMs + 16 * HOUR_MS }
  return upToNow({ fromMs: nowMs, toMs: nowMs })
}

/** Today's line ends now: right after 04:00 it begins in the night before rather than go on into what is to come. */
function upToNow({ fromMs, toMs }: TimeWindow): TimeWindow {
  return { fromMs: Math.min(fromMs, toMs - LEAST_LINE_MS), toMs }
}

function widened({ fromMs, toMs }: TimeWindow, bounds: TimeWindow): TimeWindow {
  const from = Math.max(bounds.fromMs, Math.min(fromMs, toMs - LEAST_LINE_MS))
  return { fromMs: from, toMs: Math.min(bounds.toMs, Math.max(toMs, from + LEAST_LINE_MS)) }
}

/** Where a moment lies on the line, 0–1. */
export function shareOf(window: TimeWindow, atMs: number): number {
  const share = (atMs - window.fromMs) / (window.toMs - window.fromMs)
  return Math.max(0, Math.min(1, share))
}

const HOUR_STEPS = [1, 2, 3, 4, 6]

/** Room for the words at an end of the line: a whole clock time, or "now". */
const CLOCK_SHARE = 0.11
const NOW_SHARE = 0.1

/** Full hours on the line, at most `most`, none of them so near an end that its words would meet the end's. */
export function hourTicks(
  window: TimeWindow,
  minuteOfDay: (atMs: number) => number,
  { most, endsNow }: { most: number; endsNow: boolean },
): number[] {
  const hours: number[] = []
  const first = Math.ceil(window.fromMs / QUARTER_MS) * QUARTER_MS
  for (let atMs = first; atMs < window.toMs; atMs += QUARTER_MS) {
    if (minuteOfDay(atMs) % 60 === 0) hours.push(atMs)
  }
  const step = HOUR_STEPS.find((every) => hours.length / every <= most) ?? 8
  const lengthMs = window.toMs - window.fromMs
  return hours
    .filter((atMs) => (minuteOfDay(atMs) / 60) % step === 0)
    .filter((atMs) => atMs - window.fromMs >= lengthMs * CLOCK_SHARE)
    .filter((atMs) => window.toMs - atMs >= lengthMs * (endsNow ? NOW_SHARE : CLOCK_SHARE))
}

/**
 * The moment of a day at which its clock says `minute`; before 04:00 that is the night after. A time the clock leaves
 * out becomes the moment after the gap, one that comes twice the first of both.
 */
export function momentOfDay(
  bounds: TimeWindow,
  minute: number,
  minuteOfDay: (atMs: number) => number,
): number {
  const sinceStart = (minute - DAY_START_MINUTE + MINUTES_PER_DAY) % MINUTES_PER_DAY
  const guess = bounds.fromMs + sinceStart * MINUTE_MS
  for (const hoursOff of [-1, -0.5, 0, 0.5, 1]) {
    const atMs = guess + hoursOff * HOUR_MS
    const isInside = atMs >= bounds.fromMs && atMs < bounds.toMs
    if (isInside && minuteOfDay(atMs) === minute) return atMs
  }
  return Math.min(guess, bounds.toMs)
}
