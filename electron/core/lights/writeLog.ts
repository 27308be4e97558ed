/** What was lately asked of the lamps: enough to keep their pace, and to tell Lull's own doing from a hand's. */
import { type Lamp, type LampWrite, SAME_BRIGHTNESS, type Shown } from './lamp.ts'

/**
 * `look`: a change that stays · `breathe`: a step of a wave that follows a breath · `restore`: back to what was there
 * before.
 */
export type Purpose = 'look' | 'breathe' | 'restore'

export interface LoggedWrite {
  atMs: number
  lampId: string
  roomIds: readonly string[]
  purpose: Purpose
  /** What the lamp was to show until then, and what from now on. */
  from: Shown
  to: Shown
  fadeMs: number
  /** The driver said that it went through. */
  isTaken: boolean
}

/** A lamp's answer may be this much behind its light. */
export const ANSWER_LATE_MS = 3000
/** No rule looks further back, and a longer fade is kept for as long as it takes. */
const KEPT_MS = 60_000

export function loggedWrite(
  write: LampWrite,
  lamp: Lamp,
  purpose: Purpose,
  from: Shown,
  to: Shown,
  atMs: number,
): LoggedWrite {
  return {
    atMs,
    lampId: lamp.id,
    roomIds: lamp.roomIds,
    purpose,
    from,
    to,
    fadeMs: write.fadeMs,
    isTaken: false,
  }
}

export function recent(log: readonly LoggedWrite[], nowMs: number): LoggedWrite[] {
  return log.filter(({ atMs, fadeMs }) => nowMs - atMs < KEPT_MS + fadeMs)
}

export function lastWrite(log: readonly LoggedWrite[], lampId: string): LoggedWrite | null {
  return log.findLast((one) => one.lampId === lampId) ?? null
}

/** It shows something between the ends of its last writes; else a hand has been there, and it heads nowhere. */
function isOnItsWay({ id, brightness }: Lamp, log: readonly LoggedWrite[], last: LoggedWrite): boolean {
  if (brightness === null) return true
  return log.some(({ lampId, atMs, from, to }) => {
    if (lampId !== id || last.atMs - atMs >= ANSWER_LATE_MS) return false
    if (from.brightness === null || to.brightness === null) return true
    const least = Math.min(from.brightness, to.brightness) - SAME_BRIGHTNESS
    const most = Math.max(from.brightness, to.brightness) + SAME_BRIGHTNESS
    return brightness >= least && brightness <= most
  })
}

/** Where a lamp is heading, percent: the target of a fade that goes on or was just over, else what it shows. */
export function headingTo(lamp: Lamp, log: readonly LoggedWrite[], nowMs: number): number | null {
  const last = lastWrite(log, lamp.id)
  const isFading = last !== null && nowMs - last.atMs < last.fadeMs + ANSWER_LATE_MS
  return (isFading && isOnItsWay(lamp, log, last) ? last.to.brightness : null) ?? lamp.brightness
}

/**
 * Where a lamp may be by now, percent: where it is heading, and, as long as nobody has said that this write went
 * through, what it was at before. Empty: nobody knows.
 */
export function mayBeAt(lamp: Lamp, log: readonly LoggedWrite[], nowMs: number): number[] {
  const heading = headingTo(lamp, log, nowMs)
  const taken = headingTo(
    lamp,
    log.filter(({ isTaken }) => isTaken),
    nowMs,
  )
  return heading === null || taken === null ? [] : [heading, taken]
}
