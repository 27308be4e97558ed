/** Minutes as rows of the database, column by column. */
import { z } from 'zod'
import type { MinuteRecord } from '../../../core/presence/minuteRecord.ts'
import { type Sql, sql } from '../../store/sql.ts'

const perhaps = z.number().nullable()

export const minuteRow = z.object({
  atMs: z.number(),
  workDay: z.number(),
  minuteOfDay: z.number(),
  workSeconds: z.number(),
  restSeconds: z.number(),
  unknownSeconds: z.number(),
  activeSeconds: perhaps,
  callSeconds: perhaps,
  sharingSeconds: perhaps,
  fullScreenSeconds: perhaps,
  quietSeconds: perhaps,
  switches: perhaps,
  commsSeconds: perhaps,
  devSeconds: perhaps,
  docsSeconds: perhaps,
  mediaSeconds: perhaps,
  otherSeconds: perhaps,
  keys: perhaps,
  deletes: perhaps,
  pauses: perhaps,
  shortPauses: perhaps,
  clicks: perhaps,
  scrolls: perhaps,
  pathPx: perhaps,
  lateMinutes: perhaps,
  daySpanHours: perhaps,
  loopLagMs: perhaps,
  temperatureC: perhaps,
  cpuShare: perhaps,
  memoryShare: perhaps,
  onBattery: perhaps.transform((value) => (value === null ? null : value === 1)),
})

/** The columns under the names of the record. */
export const MINUTE_COLUMNS = sql`
  at AS atMs, work_day AS workDay, minute_of_day AS minuteOfDay, work_seconds AS workSeconds,
  rest_seconds AS restSeconds, unknown_seconds AS unknownSeconds, active_seconds AS activeSeconds,
  call_seconds AS callSeconds, sharing_seconds AS sharingSeconds, full_screen_seconds AS fullScreenSeconds,
  quiet_seconds AS quietSeconds, switches, comms_seconds AS commsSeconds, dev_seconds AS devSeconds,
  docs_seconds AS docsSeconds, media_seconds AS mediaSeconds, other_seconds AS otherSeconds, keys, deletes,
  pauses, short_pauses AS shortPauses, clicks, scrolls, path_px AS pathPx, late_minutes AS lateMinutes,
  day_span_hours AS daySpanHours, loop_lag_ms AS loopLagMs, temperature_c AS temperatureC,
  cpu_share AS cpuShare, memory_share AS memoryShare, on_battery AS onBattery`

export function replaceMinute(minute: MinuteRecord): Sql {
  const onBattery = minute.onBattery === null ? null : Number(minute.onBattery)
  return sql`
    INSERT OR REPLACE INTO minutes (
      at, work_day, minute_of_day, work_seconds, rest_seconds, unknown_seconds, active_seconds, call_seconds,
      sharing_seconds, full_screen_seconds, quiet_seconds, switches, comms_seconds, dev_seconds, docs_seconds,
      media_seconds, other_seconds, keys, deletes, pauses, short_pauses, clicks, scrolls, path_px, late_minutes,
      day_span_hours, loop_lag_ms, temperature_c, cpu_share, memory_share, on_battery
    ) VALUES (
      ${minute.atMs}, ${minute.workDay}, ${minute.minuteOfDay}, ${minute.workSeconds}, ${minute.restSeconds},
      ${minute.unknownSeconds}, ${minute.activeSeconds}, ${minute.callSeconds}, ${minute.sharingSeconds},
      ${minute.fullScreenSeconds}, ${minute.quietSeconds}, ${minute.switches}, ${minute.commsSeconds},
      ${minute.devSeconds}, ${minute.docsSeconds}, ${minute.mediaSeconds}, ${minute.otherSeconds},
      ${minute.keys}, ${minute.deletes}, ${minute.pauses}, ${minute.shortPauses}, ${minute.clicks},
      ${minute.scrolls}, ${minute.pathPx}, ${minute.lateMinutes}, ${minute.daySpanHours}, ${minute.loopLagMs},
      ${minute.temperatureC}, ${minute.cpuShare}, ${minute.memoryShare}, ${onBattery}
    )`
}
