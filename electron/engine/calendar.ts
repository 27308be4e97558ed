/** Local time by the zone's own rules, with the offset of each quarter hour remembered so that asking is cheap. */
import { Temporal } from 'temporal-polyfill'
import { DAY_START_MINUTE, type LocalMoment } from '../core/presence/localMoment.ts'
import type { Calendar } from './ports/calendar.ts'

const MS_PER_DAY = 86_400_000
/** Offsets change at whole quarter hours, everywhere and ever since clocks were set by law. */
const QUARTER_MS = 15 * 60_000
const REMEMBERED_QUARTERS = 4096

/** A calendar of the zone that `zone` names at each question. A name nobody knows counts as UTC. */
export function zoneCalendar(zone: () => string): Calendar {
  let named = ''
  let known = 'UTC'
  const offsets = new Map<number, number>()

  const currentZone = (): string => {
    const name = zone()
    if (name === named) return known
    named = name
    known = isZone(name) ? name : 'UTC'
    offsets.clear()
    return known
  }
  const offsetMs = (atMs: number): number => {
    const timeZone = currentZone()
    const quarter = Math.floor(atMs / QUARTER_MS)
    const remembered = offsets.get(quarter)
    if (remembered !== undefined) return remembered
    const instant = Temporal.Instant.fromEpochMilliseconds(quarter * QUARTER_MS)
    const offset = instant.toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e6
    if (offsets.size >= REMEMBERED_QUARTERS) offsets.clear()
    offsets.set(quarter, offset)
    return offset
  }

  return {
    zone: currentZone,
    moment(atMs): LocalMoment {
      const localMs = atMs + offsetMs(atMs)
      const dayNumber = Math.floor(localMs / MS_PER_DAY)
      return { atMs, dayNumber, minuteOfDay: Math.floor((localMs - dayNumber * MS_PER_DAY) / 60_000) }
    },
    daySpan: (workDay) => ({
      fromMs: startOfWorkDayMs(workDay, currentZone()),
      toMs: startOfWorkDayMs(workDay + 1, currentZone()),
    }),
  }
}

/** ISO 8601 of an instant as the wall clock of a zone shows it, to the second, with its offset. */
export function localIso(atMs: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(atMs)
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' })
}

/** 04:00 of the day; where a clock change leaves 04:00 out, the moment after it. */
function startOfWorkDayMs(workDay: number, timeZone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(workDay * MS_PER_DAY)
    .toZonedDateTimeISO('UTC')
    .toPlainDate()
    .toZonedDateTime({ timeZone, plainTime: { hour: DAY_START_MINUTE / 60 } }).epochMilliseconds
}

function isZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}
