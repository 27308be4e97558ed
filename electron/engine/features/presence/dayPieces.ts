/** Cuts time where one day becomes the next, at 04:00 where the person is now. */
import { workDay } from '../../../core/presence/localMoment.ts'
import type { Calendar } from '../../ports/calendar.ts'

export interface DayPiece {
  fromMs: number
  toMs: number
  workDay: number
  /** Whole days between the first and the last. */
  betweenDays: boolean
}

/** One piece in each of the two days at the ends, and one for all that is between; empty ones are left out. */
export function dayPieces(fromMs: number, toMs: number, calendar: Calendar): DayPiece[] {
  const firstDay = workDay(calendar.moment(fromMs))
  const lastDay = workDay(calendar.moment(toMs))
  const whole = [{ fromMs, toMs, workDay: firstDay, betweenDays: false }]
  // An earlier day by the clock is a journey west: there is nothing to cut.
  if (lastDay <= firstDay) return whole
  const firstEndMs = calendar.daySpan(firstDay).toMs
  const lastFromMs = calendar.daySpan(lastDay).fromMs
  // So is a later day that began before this time did: a journey east.
  if (firstEndMs <= fromMs || firstEndMs >= toMs) return whole
  return [
    { fromMs, toMs: firstEndMs, workDay: firstDay, betweenDays: false },
    { fromMs: firstEndMs, toMs: lastFromMs, workDay: firstDay, betweenDays: true },
    { fromMs: lastFromMs, toMs, workDay: lastDay, betweenDays: false },
  ].filter((piece) => piece.toMs > piece.fromMs)
}
