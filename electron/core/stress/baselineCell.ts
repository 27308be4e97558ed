/** Which part of the person's week a moment belongs to, and what to fall back on while that part is thin. */
import { isWeekend, type LocalMoment, minuteOfWorkDay, workDay } from '../presence/localMoment.ts'

/** Weekday or weekend, and one of six 4-hour blocks counted from 04:00 (work-pattern notes §4.3). */
export interface BaselineCell {
  days: 'weekday' | 'weekend'
  block: number
}

/** From the particular to the general: the cell, the same hours on all days, the whole week. */
export const CELL_LEVELS = ['cell', 'hours', 'week'] as const
export type CellLevel = (typeof CELL_LEVELS)[number]

const BLOCK_MINUTES = 240

export function baselineCell(moment: LocalMoment): BaselineCell {
  return {
    days: isWeekend(workDay(moment)) ? 'weekend' : 'weekday',
    block: Math.floor(minuteOfWorkDay(moment) / BLOCK_MINUTES),
  }
}

/** Whether what was seen in one cell speaks for another at a level. */
export function speaksFor(seen: BaselineCell, wanted: BaselineCell, level: CellLevel): boolean {
  if (level === 'week') return true
  if (seen.block !== wanted.block) return false
  return level === 'hours' || seen.days === wanted.days
}
