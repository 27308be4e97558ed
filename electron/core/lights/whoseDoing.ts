/** Tells whether a lamp shows what Lull set, or what a hand made of it. */
import { isSameBrightness, isSameColour, type Lamp, type Shown } from './lamp.ts'
import { ANSWER_LATE_MS, type LoggedWrite, lastWrite } from './writeLog.ts'

/**
 * `ours`: as Lull set it · `theirs`: someone else changed it · `unsure`: a write is on its way, or the lamp tells of the
 * middle of a fade.
 */
export type Whose = 'ours' | 'theirs' | 'unsure'

/** What is unknown on either side says nothing. */
export function shows(lamp: Shown, set: Shown): boolean {
  const isBright = lamp.brightness === null || set.brightness === null
  const isColour = lamp.colour === null || set.colour === null
  return (
    (isBright || isSameBrightness(lamp.brightness ?? 0, set.brightness ?? 0)) &&
    (isColour || (lamp.colour !== null && set.colour !== null && isSameColour(lamp.colour, set.colour)))
  )
}

function between(value: number, a: number, b: number): boolean {
  return value >= Math.min(a, b) - 1 && value <= Math.max(a, b) + 1
}

function isOnTheWay(lamp: Shown, { from, to }: LoggedWrite): boolean {
  const { brightness } = lamp
  const isBetween =
    brightness === null || from.brightness === null || to.brightness === null
      ? true
      : between(brightness, from.brightness, to.brightness)
  return isBetween && isColourOnTheWay(lamp, from, to)
}

function isColourOnTheWay({ colour }: Shown, from: Shown, to: Shown): boolean {
  if (colour === null || from.colour === null || to.colour === null) return true
  if (isSameColour(colour, from.colour) || isSameColour(colour, to.colour)) return true
  if (colour.kind === 'xy' || from.colour.kind === 'xy' || to.colour.kind === 'xy') {
    return from.colour.kind !== to.colour.kind || colour.kind === 'xy'
  }
  return between(colour.mirek, from.colour.mirek, to.colour.mirek)
}

/** What Lull set, or, where a write may not have arrived, what it set before. */
export interface Believed {
  set: Shown
  orElse: Shown | null
}

export function isAsSet(lamp: Shown, { set, orElse }: Believed): boolean {
  return shows(lamp, set) || (orElse !== null && shows(lamp, orElse))
}

export function whoseDoing(
  lamp: Lamp,
  believed: Believed,
  log: readonly LoggedWrite[],
  nowMs: number,
): Whose {
  if (isAsSet(lamp, believed)) return 'ours'
  const last = lastWrite(log, lamp.id)
  const isMoving = last !== null && nowMs - last.atMs < last.fadeMs + ANSWER_LATE_MS
  if (!isMoving) return 'theirs'
  const isLate = log.some(
    (one) => one.lampId === lamp.id && last.atMs - one.atMs < ANSWER_LATE_MS && isOnTheWay(lamp, one),
  )
  return isLate ? 'unsure' : 'theirs'
}
