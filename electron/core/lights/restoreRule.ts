/** Giving back: only what Lull changed, only to what was there, and only where the lamp still shows what Lull set. */
import { isSameColour, type Lamp, type LampWrite, type Shown } from './lamp.ts'
import { colourOfWrite } from './lampRules.ts'
import type { Rule } from './rules.ts'
import type { Kept } from './safety.ts'
import { whoseDoing } from './whoseDoing.ts'
import type { LoggedWrite } from './writeLog.ts'

function was(write: LampWrite, target: Shown): boolean {
  const colour = colourOfWrite(write)
  const isBrightness = write.brightness === undefined || write.brightness === target.brightness
  return isBrightness && (colour === null || (target.colour !== null && isSameColour(colour, target.colour)))
}

export function restoreRule(
  write: LampWrite,
  lamp: Lamp,
  kept: Kept | null,
  log: readonly LoggedWrite[],
  nowMs: number,
): Rule | null {
  if (kept === null || !kept.mayReturnTo.some((target) => was(write, target))) return 'never_was'
  return whoseDoing(lamp, kept, log, nowMs) === 'ours' ? null : 'not_ours'
}
