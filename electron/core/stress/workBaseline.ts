/** What is usual for this person in this part of the week; kept window by window, never read again from months. */
import { type RobustSpread, robustSpread } from '../hrv/statistics.ts'
import { type LocalMoment, workDay } from '../presence/localMoment.ts'
import { type BaselineCell, baselineCell, CELL_LEVELS, type CellLevel, speaksFor } from './baselineCell.ts'
import { WORK_FEATURE_IDS, type WorkFeatureId } from './families.ts'
import type { WorkWindow } from './workWindow.ts'

/** One window as the baseline remembers it. */
export interface BaselineWindow extends BaselineCell {
  atMs: number
  workDay: number
  values: Partial<Record<WorkFeatureId, number>>
}

/** Windows of the last 21 days in time order: at ten hours a day some 1,300 small rows. */
export type WorkBaseline = readonly BaselineWindow[]

/** How it usually is, and how particular that knowledge is. */
export type Usual =
  | (RobustSpread & { known: true; level: CellLevel; cell: BaselineCell; days: number })
  | { known: false; reason: 'too_few_windows' | 'too_few_days'; windows: number; days: number }

export const BASELINE_REACH_MS = 21 * 24 * 60 * 60_000
export const LEAST_WINDOWS = 20
export const LEAST_DAYS = 5

/** Takes in a finished window and lets go of those older than 21 days. Unknown measures stay out. */
export function withWindow(baseline: WorkBaseline, window: WorkWindow, at: LocalMoment): WorkBaseline {
  const values: BaselineWindow['values'] = {}
  for (const [id, measured] of Object.entries(window) as [WorkFeatureId, WorkWindow[WorkFeatureId]][]) {
    if (measured !== null && Number.isFinite(measured.value)) values[id] = measured.value
  }
  const kept = baseline.filter((one) => at.atMs - one.atMs <= BASELINE_REACH_MS)
  if (Object.keys(values).length === 0) return kept
  return [...kept, { ...baselineCell(at), atMs: at.atMs, workDay: workDay(at), values }]
}

/** Different days with windows, for the confidence. */
export function daysKnown(baseline: WorkBaseline): number {
  return new Set(baseline.map((one) => one.workDay)).size
}

function seenAt(
  baseline: WorkBaseline,
  id: WorkFeatureId,
  cell: BaselineCell,
  level: CellLevel,
  nowMs: number,
) {
  const values: number[] = []
  const days = new Set<number>()
  for (const window of baseline) {
    const value = window.values[id]
    const ageMs = nowMs - window.atMs
    if (value === undefined || ageMs <= 0 || ageMs > BASELINE_REACH_MS || !speaksFor(window, cell, level))
      continue
    values.push(value)
    days.add(window.workDay)
  }
  return { values, days: days.size }
}

/**
 * Median and MAD of a measure at this time of the week, from windows before now. Where the cell has fewer than 20 windows
 * or 5 days the same hours of all days speak, then the whole week; where that is too thin as well it is unknown.
 */
export function usualOf(baseline: WorkBaseline, id: WorkFeatureId, at: LocalMoment): Usual {
  const cell = baselineCell(at)
  let windows = 0
  let days = 0
  for (const level of CELL_LEVELS) {
    const seen = seenAt(baseline, id, cell, level, at.atMs)
    windows = seen.values.length
    days = seen.days
    const spread = windows >= LEAST_WINDOWS && days >= LEAST_DAYS ? robustSpread(seen.values) : null
    if (spread) return { known: true, level, cell, days, ...spread }
  }
  return { known: false, reason: windows < LEAST_WINDOWS ? 'too_few_windows' : 'too_few_days', windows, days }
}

/** What is usual of every measure, to be worked out once a window rather than once a score. */
export type UsualWork = Record<WorkFeatureId, Usual>

export function usualWork(baseline: WorkBaseline, at: LocalMoment): UsualWork {
  // Every id of the table is a key, which fromEntries cannot tell.
  return Object.fromEntries(WORK_FEATURE_IDS.map((id) => [id, usualOf(baseline, id, at)])) as UsualWork
}
