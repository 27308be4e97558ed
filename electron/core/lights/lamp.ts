/** What Lull knows of a lamp, whatever drives it, and all it can ever ask of one. */

/** A place in the CIE 1931 diagram. */
export interface Xy {
  x: number
  y: number
}

/** Corners of the colours a lamp can show. */
export interface Gamut {
  red: Xy
  green: Xy
  blue: Xy
}

export interface MirekRange {
  leastMirek: number
  mostMirek: number
}

/** Mirek: a million divided by kelvin; more is warmer. */
export type LampColour = { kind: 'temperature'; mirek: number } | ({ kind: 'xy' } & Xy)

/** What a lamp shows; null: unknown, or it has no such thing. */
export interface Shown {
  /** Percent, 0–100. */
  brightness: number | null
  colour: LampColour | null
}

export interface LampAbilities {
  /** Without it, it is a plug: on or off. */
  dim: boolean
  temperature: MirekRange | null
  /** A lamp may have colours and not say which. */
  colour: { gamut: Gamut | null } | null
}

export interface Lamp extends Shown {
  /** `driver:unique`. */
  id: string
  name: string
  roomIds: readonly string[]
  isOn: boolean | null
  /** Only a fresh answer says so; null: nobody knows. */
  isReachable: boolean | null
  /** The darkest it can be while on, percent. */
  leastBrightness: number | null
  can: LampAbilities
  /** Something moves it already: a dynamic scene, or a film or game. */
  isDynamic: boolean
  /** A running effect, such as a candle. */
  effect: string | null
  /** It shows several colours along its length, which two numbers could not give back. */
  hasGradient: boolean
}

/** All that can be asked of a lamp. That a lamp be on is no part of it, so nothing in Lull can switch one on. */
export interface LampWrite {
  lampId: string
  /** Percent. */
  brightness?: number
  mirek?: number
  xy?: Xy
  fadeMs: number
}

/** Two answers of one lamp differ less than this when nobody touched it: it counts brightness in 254 steps. */
export const SAME_BRIGHTNESS = 1
export const SAME_MIREK = 2
export const SAME_XY = 0.01
/** Numbers that were added up differ in their last digits. */
const ROUNDING = 1e-9

export function isSameBrightness(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME_BRIGHTNESS + ROUNDING
}

export function isSameColour(a: LampColour, b: LampColour): boolean {
  if (a.kind === 'temperature') {
    return b.kind === 'temperature' && Math.abs(a.mirek - b.mirek) <= SAME_MIREK + ROUNDING
  }
  if (b.kind === 'temperature') return false
  return Math.abs(a.x - b.x) <= SAME_XY + ROUNDING && Math.abs(a.y - b.y) <= SAME_XY + ROUNDING
}

export function shownBy({ brightness, colour }: Shown): Shown {
  return { brightness, colour }
}

/** What a lamp shows once a write has been done. */
export function shownAfter(before: Shown, { brightness, mirek, xy }: Partial<LampWrite>): Shown {
  const colour: LampColour | null =
    xy !== undefined
      ? { kind: 'xy', x: xy.x, y: xy.y }
      : mirek !== undefined
        ? { kind: 'temperature', mirek }
        : null
  return { brightness: brightness ?? before.brightness, colour: colour ?? before.colour }
}

/** The members of a write that show a colour. */
export function asked(colour: LampColour): Pick<LampWrite, 'mirek' | 'xy'> {
  return colour.kind === 'xy' ? { xy: { x: colour.x, y: colour.y } } : { mirek: colour.mirek }
}
