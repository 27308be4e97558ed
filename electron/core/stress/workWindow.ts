/** Ten minutes of counts become the handful of measures a baseline can be kept of. */
import { WORK_FEATURE_IDS, type WorkFeatureId } from './families.ts'

/** What one minute left behind; null wherever its sensor is off, absent or cannot know. */
export interface MinuteRow {
  activeSeconds: number | null
  switches: number | null
  commsSeconds: number | null
  keys: number | null
  deletes: number | null
  pauses: number | null
  shortPauses: number | null
  clicks: number | null
  pathPx: number | null
  lateMinutes: number | null
  daySpanHours: number | null
  loopLagMs: number | null
  temperatureC: number | null
}

/** A measure of the window and how much of it was seen, 0–1. */
export interface MeasuredFeature {
  value: number
  quality: number
}

/** Null: unknown in this window. */
export type WorkWindow = Record<WorkFeatureId, MeasuredFeature | null>

export const WINDOW_MINUTES = 10
/** Below these a share or a rate is a matter of chance. */
const LEAST_ACTIVE_SECONDS = 180
const LEAST_KEYS = 50
const LEAST_PAUSES = 20
const LEAST_CLICKS = 5

type Column = keyof MinuteRow

function total(rows: readonly MinuteRow[], column: Column): number {
  return rows.reduce((sum, row) => sum + (row[column] ?? 0), 0)
}

function knowing(minutes: readonly MinuteRow[], columns: readonly Column[]): MinuteRow[] {
  return minutes.filter((row) => columns.every((column) => row[column] !== null))
}

/** One sum over another in the minutes that know both; null when the lower sum is too small to divide by. */
function ratio(
  minutes: readonly MinuteRow[],
  above: Column,
  below: Column,
  least: number,
): MeasuredFeature | null {
  const rows = knowing(minutes, [above, below])
  const divisor = total(rows, below)
  if (divisor < least) return null
  return { value: total(rows, above) / divisor, quality: Math.min(1, rows.length / WINDOW_MINUTES) }
}

/** Mean of the minutes that know it. */
function average(minutes: readonly MinuteRow[], column: Column): MeasuredFeature | null {
  const rows = knowing(minutes, [column])
  if (rows.length === 0) return null
  return { value: total(rows, column) / rows.length, quality: Math.min(1, rows.length / WINDOW_MINUTES) }
}

/** The last known value, for measures that only grow through the day. */
function latest(minutes: readonly MinuteRow[], column: Column): MeasuredFeature | null {
  const value = minutes.findLast((row) => row[column] !== null)?.[column] ?? null
  return value === null ? null : { value, quality: 1 }
}

function dwell(minutes: readonly MinuteRow[]): MeasuredFeature | null {
  const rows = knowing(minutes, ['activeSeconds', 'switches'])
  const active = total(rows, 'activeSeconds')
  if (active < LEAST_ACTIVE_SECONDS) return null
  // One more than the changes of a whole window, and in proportion of a part, so that a part is no shorter by itself.
  const value = active / (total(rows, 'switches') + rows.length / WINDOW_MINUTES)
  return { value, quality: Math.min(1, rows.length / WINDOW_MINUTES) }
}

const NOTHING = Object.fromEntries(WORK_FEATURE_IDS.map((id) => [id, null])) as WorkWindow

/** The measures of up to ten minutes; all null when fewer than three of them were active work, or none is known. */
export function workWindow(minutes: readonly MinuteRow[]): WorkWindow {
  const rows = minutes.slice(-WINDOW_MINUTES)
  if (total(rows, 'activeSeconds') < LEAST_ACTIVE_SECONDS) return { ...NOTHING }
  const perSecond = ratio(rows, 'switches', 'activeSeconds', LEAST_ACTIVE_SECONDS)
  return {
    switchesPerMinute: perSecond && { ...perSecond, value: perSecond.value * 60 },
    dwellSeconds: dwell(rows),
    commsShare: ratio(rows, 'commsSeconds', 'activeSeconds', LEAST_ACTIVE_SECONDS),
    deleteShare: ratio(rows, 'deletes', 'keys', LEAST_KEYS),
    shortPauseShare: ratio(rows, 'shortPauses', 'pauses', LEAST_PAUSES),
    pathPerClickPx: ratio(rows, 'pathPx', 'clicks', LEAST_CLICKS),
    lateMinutes: latest(rows, 'lateMinutes'),
    daySpanHours: latest(rows, 'daySpanHours'),
    loopLagMs: average(rows, 'loopLagMs'),
    temperatureC: average(rows, 'temperatureC'),
  }
}
