/** How a lamp looks on a screen: its colour as sRGB, softened as the eye does by getting used to it, and how far it glows. */
import { mirekToXy, warmth } from './colour.ts'
import type { LampColour, Xy } from './lamp.ts'

/** sRGB, whole numbers of 0–255. */
export interface Paint {
  red: number
  green: number
  blue: number
}

type Rgb = readonly [number, number, number]

/** CIE XYZ to linear sRGB (IEC 61966-2-1). */
const TO_SRGB: readonly Rgb[] = [
  [3.2406, -1.5372, -0.4986],
  [-0.9689, 1.8758, 0.0415],
  [0.0557, -0.204, 1.057],
]
/** Light the eye of someone in a lit room has got used to, mirek (about 3500 K). */
const USED_TO_MIREK = 286
/** How far: 0 paints every lamp as a camera set to daylight would, 1 paints this light as white. */
const USED_TO_SHARE = 0.4
/** A screen's purest colours are harsher than any lampshade; white light needs less of it. */
const WHITE_SHARE = { colour: 0.2, white: 0.08 }
/** Where nobody says which: an ordinary bulb, mirek. */
const ORDINARY_MIREK = 370
/** A lamp that is on is never drawn as if it were off. */
const LEAST_GLOW = 0.2
/** Of a lamp that is on, and nobody knows how bright. */
const SOME_BRIGHTNESS = 60

function linear({ x, y }: Xy): Rgb {
  const [X, Z] = [x / y, (1 - x - y) / y]
  const [red = 0, green = 0, blue = 0] = TO_SRGB.map(([a, b, c]) => Math.max(0, a * X + b + c * Z))
  return [red, green, blue]
}

function brightest(rgb: Rgb): Rgb {
  const most = Math.max(...rgb)
  return most > 0 && Number.isFinite(most) ? [rgb[0] / most, rgb[1] / most, rgb[2] / most] : [1, 1, 1]
}

const usedTo = brightest(linear(mirekToXy(USED_TO_MIREK)))

/** The curve of sRGB. */
function encoded(value: number): number {
  const share = value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055
  return Math.round(255 * Math.min(1, Math.max(0, share)))
}

function placeOf(colour: LampColour | null): Xy {
  if (colour === null) return mirekToXy(ORDINARY_MIREK)
  if (colour.kind === 'temperature') return mirekToXy(colour.mirek)
  // At the lower edge of the diagram there is no light at all.
  return colour.y > 0.01 ? colour : { x: colour.x, y: 0.01 }
}

/** As bright as a screen can: how bright the lamp is, `glowOf` says. */
export function paintOf(colour: LampColour | null): Paint {
  const light = brightest(linear(placeOf(colour)))
  const seen = brightest([
    light[0] / usedTo[0] ** USED_TO_SHARE,
    light[1] / usedTo[1] ** USED_TO_SHARE,
    light[2] / usedTo[2] ** USED_TO_SHARE,
  ])
  const isWhite = colour === null || warmth(colour) !== null
  const share = isWhite ? WHITE_SHARE.white : WHITE_SHARE.colour
  const [red, green, blue] = seen.map((part) => encoded(part + (1 - part) * share))
  return { red: red ?? 255, green: green ?? 255, blue: blue ?? 255 }
}

/** 0–1 of what the picture can show; `brightness` in percent, null = unknown. */
export function glowOf(isOn: boolean | null, brightness: number | null): number {
  if (isOn !== true) return 0
  const share = Math.min(100, Math.max(0, brightness ?? SOME_BRIGHTNESS)) / 100
  return LEAST_GLOW + (1 - LEAST_GLOW) * share
}
