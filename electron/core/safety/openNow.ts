/** Tells whether someone answers a line at a moment, so that a closed one is never offered first. */
import type { Helpline } from './tier.ts'

const dayNumber: Readonly<Record<string, number>> = { Mon: 1, Tue: 2, Wed: 3, Thu: 4, Fri: 5, Sat: 6, Sun: 7 }

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Day 1–7 from Monday and minute of that day, or null where the zone or the moment means nothing here. */
function localTime(zone: string, atMs: number): { day: number; minute: number } | null {
  try {
    const parts = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).formatToParts(atMs)
    const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
    const day = dayNumber[part('weekday')]
    return day === undefined ? null : { day, minute: Number(part('hour')) * 60 + Number(part('minute')) }
  } catch {
    return null
  }
}

/**
 * @param atMs milliseconds since 1970.
 * @returns null when it is not known: the hours are in words only, or the zone is not known here.
 */
export function openNow(line: Pick<Helpline, 'alwaysOpen' | 'opening'>, atMs: number): boolean | null {
  if (line.alwaysOpen) return true
  const now = line.opening ? localTime(line.opening.zone, atMs) : null
  if (!line.opening || !now) return null
  const { day, minute } = now
  const dayBefore = day === 1 ? 7 : day - 1
  return line.opening.spans.some(({ days, from, to }) => {
    const [start, end] = [minutesOf(from), minutesOf(to)]
    if (end > start) return days.includes(day) && minute >= start && minute < end
    return (days.includes(day) && minute >= start) || (days.includes(dayBefore) && minute < end)
  })
}
