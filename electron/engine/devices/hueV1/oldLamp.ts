/** Reads a light of CLIP v1 as a lamp. What it can do shows in what its state tells. */
import { HUE_GAMUTS } from '../../../core/lights/gamut.ts'
import type { Gamut, Lamp, LampColour, MirekRange } from '../../../core/lights/lamp.ts'
import { percentOf } from './stateBody.ts'
import type { V1Light } from './v1Resources.ts'

/** Hue's whole range, where a lamp gives none of its own. */
const USUAL_MIREK: MirekRange = { leastMirek: 153, mostMirek: 500 }
/** `On/Off plug-in unit`, `On/Off light`: some emulators tell a brightness all the same. */
const SWITCHED_ONLY = /^on\/off/i
/** Lamps of several colours, of which this language knows one. */
const GRADIENT_MODELS = /^LCX/i

const isMirek = (value: number | undefined): value is number =>
  value !== undefined && value >= 50 && value <= 1000

function gamutOf({ capabilities }: V1Light): Gamut | null {
  const { colorgamut, colorgamuttype = '' } = capabilities?.control ?? {}
  if (!colorgamut) return HUE_GAMUTS[colorgamuttype] ?? null
  const [red, green, blue] = colorgamut.map(([x, y]) => ({ x, y }))
  return red && green && blue ? { red, green, blue } : null
}

function mirekRange({ capabilities }: V1Light): MirekRange {
  const { min, max } = capabilities?.control?.ct ?? {}
  // A lamp that was not asked yet tells 0 and 65535.
  return isMirek(min) && isMirek(max) && min < max ? { leastMirek: min, mostMirek: max } : USUAL_MIREK
}

/** Hue and saturation are told as a colour too. */
function colourOf({ state: { colormode, ct, xy } }: V1Light): LampColour | null {
  const temperature: LampColour | null = isMirek(ct) ? { kind: 'temperature', mirek: ct } : null
  const colour: LampColour | null = xy ? { kind: 'xy', x: xy[0], y: xy[1] } : null
  if (colormode === 'ct') return temperature
  return colormode === undefined ? (temperature ?? colour) : colour
}

export function oldLamp(id: string, light: V1Light, roomIds: readonly string[]): Lamp {
  const { name, type, modelid, state } = light
  const isSwitch = SWITCHED_ONLY.test(type)
  const hasBrightness = state.bri !== undefined && !isSwitch
  const { effect = 'none', mode } = state
  return {
    id,
    name,
    roomIds,
    isOn: state.on ?? null,
    isReachable: state.reachable ?? null,
    brightness: hasBrightness && state.bri !== undefined ? percentOf(state.bri) : null,
    leastBrightness: hasBrightness ? percentOf(1) : null,
    colour: isSwitch ? null : colourOf(light),
    can: {
      dim: hasBrightness,
      temperature: state.ct !== undefined && !isSwitch ? mirekRange(light) : null,
      colour: state.xy !== undefined && !isSwitch ? { gamut: gamutOf(light) } : null,
    },
    isDynamic: mode === 'streaming',
    effect: effect === 'none' || effect === '' ? null : effect,
    hasGradient: GRADIENT_MODELS.test(modelid),
  }
}
