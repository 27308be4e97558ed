/** How long sensing pauses when a person asks for it in the tray. */

export type Pause = 'hour' | 'tomorrow' | 'open'

const HOUR_MS = 3_600_000
/** A day starts at 04:00 local, as everywhere in Lull. */
const DAY_STARTS_AT_HOUR = 4

/** End of the pause, epoch ms; null = until switched on again. */
export function pauseUntil(pause: Pause, nowMs: number): number | null {
  if (pause === 'open') return null
  return pause === 'hour' ? nowMs + HOUR_MS : nextDayStart(nowMs)
}

/** The next 04:00 by the machine's own clock, whatever clock change lies before it. */
function nextDayStart(nowMs: number): number {
  const start = new Date(nowMs)
  start.setHours(DAY_STARTS_AT_HOUR, 0, 0, 0)
  if (start.getTime() <= nowMs) start.setDate(start.getDate() + 1)
  return start.getTime()
}
