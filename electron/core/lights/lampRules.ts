/** The rules that need no more than the lamp as it is now: whether it may be touched at all, and how far. */
import type { LocalMoment } from '../presence/localMoment.ts'
import { isCooler } from './colour.ts'
import type { Lamp, LampColour, LampWrite } from './lamp.ts'
import { LEAST_AT_WORK, type LightLimits } from './limits.ts'
import type { Rule } from './rules.ts'
import { isAfterSunset } from './sun.ts'

/** Brightness comes back from a lamp with rounding, percent. */
const ROUNDING = 1e-6

export function colourOfWrite({ mirek, xy }: LampWrite): LampColour | null {
  if (xy !== undefined) return { kind: 'xy', x: xy.x, y: xy.y }
  return mirek === undefined ? null : { kind: 'temperature', mirek }
}

/** Whether the lamp is there, on, at rest, and able to do what is asked. */
export function lampRule(write: LampWrite, lamp: Lamp): Rule | null {
  if (lamp.isOn === false) return 'off'
  if (lamp.isReachable === false) return 'unreachable'
  if (lamp.isOn === null || lamp.isReachable === null) return 'unknown_state'
  if (lamp.isDynamic) return 'scene_running'
  if (lamp.effect !== null) return 'effect_running'
  if (write.brightness !== undefined && !lamp.can.dim) return 'cannot_dim'
  if (write.brightness !== undefined && lamp.brightness === null) return 'unknown_state'
  const colour = colourOfWrite(write)
  if (colour === null) return null
  if (lamp.hasGradient) return 'gradient'
  if (!canShow(lamp, colour)) return 'cannot_colour'
  return lamp.colour !== null && canShow(lamp, lamp.colour) ? null : 'unknown_state'
}

/** What a lamp says it shows but cannot be asked for could not be given back. */
function canShow({ can: { temperature, colour } }: Lamp, shown: LampColour): boolean {
  if (shown.kind === 'xy') return colour !== null
  return temperature !== null && shown.mirek >= temperature.leastMirek && shown.mirek <= temperature.mostMirek
}

/** After sunset an unknown warmth is no warmth: nothing is changed that might get cooler. */
function isTooCool(colour: LampColour, lamp: Lamp): boolean {
  return lamp.colour === null || isCooler(colour, lamp.colour) !== false
}

/** @param most how bright it may be at most, percent: as now, or, while it breathes, as it was found. */
export function lookRule(
  write: LampWrite,
  lamp: Lamp,
  most: number | null,
  limits: LightLimits,
  moment: LocalMoment,
): Rule | null {
  const { brightness } = write
  if (brightness !== undefined) {
    if (most === null) return 'unknown_state'
    if (brightness > most + ROUNDING) return 'brighter'
    if (brightness < Math.max(limits.leastBrightness, lamp.leastBrightness ?? 0) - ROUNDING)
      return 'below_floor'
    const isWork = limits.isAtWork !== false && !limits.mayBeDimAtWork
    if (isWork && brightness < LEAST_AT_WORK - ROUNDING) return 'below_ten_at_work'
  }
  const colour = colourOfWrite(write)
  if (colour === null || !isAfterSunset(limits.sun, moment)) return null
  return isTooCool(colour, lamp) ? 'cooler_after_sunset' : null
}
