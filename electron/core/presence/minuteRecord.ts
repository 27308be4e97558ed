/** What one minute leaves behind: fixed counts, null wherever the sensor is off, absent or cannot know. */
import type { MinuteRow } from '../stress/workWindow.ts'

/** Kept for 30 days, then summed up by day. */
export const MINUTES_KEPT_DAYS = 30

/** Kinds of programs; what a program is called stays in memory unless the person maps it. */
export const APP_CATEGORIES = ['comms', 'dev', 'docs', 'media', 'other'] as const
export type AppCategory = (typeof APP_CATEGORIES)[number]

export interface MinuteRecord extends MinuteRow {
  /** Beginning of the minute, epoch ms, a multiple of 60 000. */
  atMs: number
  /** Day number with days that start at 04:00, in the zone the person was in then. */
  workDay: number
  /** Local minutes since midnight, 0–1439, in the zone the person was in then. */
  minuteOfDay: number
  /** By standing; together at most 60. */
  workSeconds: number
  restSeconds: number
  unknownSeconds: number
  /** Null while no probe can tell. */
  callSeconds: number | null
  sharingSeconds: number | null
  fullScreenSeconds: number | null
  /** Do not disturb. */
  quietSeconds: number | null
  devSeconds: number | null
  docsSeconds: number | null
  mediaSeconds: number | null
  otherSeconds: number | null
  scrolls: number | null
  cpuShare: number | null
  memoryShare: number | null
  onBattery: boolean | null
}
