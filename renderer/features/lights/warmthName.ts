/** A temperature of light in a word, for those to whom kelvin says nothing. */
import { xyToMirek } from '../../../electron/core/lights/colour.ts'
import type { LampColour } from '../../../electron/core/lights/lamp.ts'
import { type Paint, paintOf } from '../../../electron/core/lights/lampPaint.ts'

/** Kelvin below which each is said; fire, bulbs, tubes, and the sky as shops name them. */
const NAMES = [
  [1850, 'ember'],
  [2150, 'candle'],
  [2600, 'evening'],
  [3600, 'warm'],
  [4500, 'neutral'],
  [5800, 'daylight'],
] as const

export type WarmthName = (typeof NAMES)[number][1] | 'cool'

export function warmthName(kelvin: number): WarmthName {
  return NAMES.find(([below]) => kelvin < below)?.[1] ?? 'cool'
}

/** Degrees of hue from which each is said. */
const HUES = [
  [345, 'red'],
  [290, 'pink'],
  [255, 'violet'],
  [200, 'blue'],
  [160, 'turquoise'],
  [75, 'green'],
  [48, 'yellow'],
  [18, 'orange'],
] as const

export type HueName = (typeof HUES)[number][1]

function hueOf({ red, green, blue }: Paint): number {
  const most = Math.max(red, green, blue)
  const span = most - Math.min(red, green, blue)
  if (span === 0) return 0
  if (most === red) return (60 * ((green - blue) / span) + 360) % 360
  return most === green ? 60 * ((blue - red) / span) + 120 : 60 * ((red - green) / span) + 240
}

export type ColourName = { kind: 'white'; name: WarmthName; kelvin: number } | { kind: 'hue'; name: HueName }

export function colourName(colour: LampColour): ColourName {
  const mirek = colour.kind === 'temperature' ? colour.mirek : xyToMirek(colour)
  if (mirek !== null) {
    const kelvin = 1e6 / mirek
    return { kind: 'white', name: warmthName(kelvin), kelvin }
  }
  const hue = hueOf(paintOf(colour))
  return { kind: 'hue', name: HUES.find(([from]) => hue >= from)?.[1] ?? 'red' }
}
