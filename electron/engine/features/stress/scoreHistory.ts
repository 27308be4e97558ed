/** Days as they were: minute by minute for a month, by their sums for as long as they are kept. */
import { meansOfDay, type ScoreDay, sourceOfDay } from '../../../core/stress/scoreDay.ts'
import { EngineError } from '../../errors.ts'
import type { Calendar } from '../../ports/calendar.ts'
import type { BodyWindows } from './bodyWindows.ts'
import { dailyLines } from './dailyLines.ts'
import type { NightlyStore } from './nightlyStore.ts'
import type { ScoreDays } from './scoreDays.ts'
import type { ScoreRow, ScoreStore } from './scoreStore.ts'
import { asShareOrNull, rmssdMs } from './stressViews.ts'
import type { KeptWindow, WindowStore } from './windowStore.ts'
import type { WrongStretches } from './wrongStretches.ts'

const MINUTE_MS = 60_000
/** Rows are a minute apart; a longer hole is time that nothing is known of. */
const MOST_APART_MS = 2 * MINUTE_MS
/** A day is shown with the values of its week. */
const WEEK_DAYS = 7
const MOST_DAYS = 62

export interface ScoreHistoryParts {
  calendar: Calendar
  scores: ScoreStore
  days: ScoreDays
  windows: WindowStore
  nightly: NightlyStore
  wrong: WrongStretches
  body: BodyWindows
}

export class ScoreHistory {
  readonly #parts: ScoreHistoryParts

  constructor(parts: ScoreHistoryParts) {
    this.#parts = parts
  }

  day(day: number) {
    const { calendar, scores, days, nightly, wrong } = this.#parts
    const span = calendar.daySpan(day)
    const sums = days.day(day)
    const rows = scores.ofDay(day)
    const usual = days.usual(day)
    return {
      // The first days of all began before the epoch wherever clocks run ahead.
      fromMs: Math.max(0, span.fromMs),
      toMs: Math.max(0, span.toMs),
      points: rows.map(({ atMs, need, strain, confidence }) => ({ atMs, need, strain, confidence })),
      raised: raisedStretches(rows),
      needUsual: usual.need,
      strainUsual: usual.strain,
      beats: this.#beats(day, sums),
      daily: dailyLines(nightly, day - WEEK_DAYS + 1, day),
      wrong: wrong.between(span.fromMs, span.toMs),
      scores: dayView(day, sums),
    }
  }

  /** @throws EngineError INVALID_INPUT */
  range(fromDay: number, toDay: number) {
    if (toDay < fromDay || toDay - fromDay >= MOST_DAYS) {
      throw new EngineError('INVALID_INPUT', 'Ask for one to 62 days, the first one first.')
    }
    return {
      days: this.#parts.days.between(fromDay, toDay).map(([day, sums]) => dayView(day, sums)),
      daily: dailyLines(this.#parts.nightly, fromDay, toDay),
    }
  }

  #beats(day: number, sums: ScoreDay) {
    const source = sourceOfDay(sums)
    const windows = source === null ? [] : this.#parts.windows.ofDay(source, day)
    const accepted = windows.filter((window) => window.refused.length === 0)
    return {
      windows: accepted.map((window) => ({
        atMs: window.atMs,
        hrBpm: window.hrBpm,
        rmssdMs: rmssdMs(window.lnRmssd),
        quiet: this.#parts.body.isQuiet(window),
      })),
      accepted: accepted.length,
      refused: refusedByReason(windows),
    }
  }
}

function dayView(workDay: number, sums: ScoreDay) {
  const means = meansOfDay(sums)
  return {
    workDay,
    ...means,
    strainMean: asShareOrNull(means.strainMean),
    confidenceMean: asShareOrNull(means.confidenceMean),
  }
}

/** A window refused for two reasons counts with both. */
function refusedByReason(windows: readonly KeptWindow[]): { reason: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const reason of windows.flatMap((window) => window.refused)) {
    counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return [...counts].map(([reason, count]) => ({ reason, count }))
}

function raisedStretches(rows: readonly ScoreRow[]): { fromMs: number; toMs: number }[] {
  const stretches: { fromMs: number; toMs: number }[] = []
  for (const { atMs } of rows.filter((row) => row.isRaised)) {
    const last = stretches.at(-1)
    if (last && atMs - last.toMs < MOST_APART_MS) last.toMs = atMs + MINUTE_MS
    else stretches.push({ fromMs: atMs, toMs: atMs + MINUTE_MS })
  }
  return stretches
}
