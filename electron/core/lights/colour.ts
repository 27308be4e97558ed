/** Colour temperatures and places in the colour diagram, turned into one another and compared by warmth. */
import { intoGamut } from './gamut.ts'
import { asked, type Lamp, type LampColour, type LampWrite, type Xy } from './lamp.ts'

/** Kelvin within which Kim's fits hold. */
const LEAST_KELVIN = 1667
const MOST_KELVIN = 25_000
/** Further than this from the white light of any temperature (CIE 1960 u, v), no temperature describes a colour. */
const MOST_OFF_WHITE = 0.05

export function mirekToKelvin(mirek: number): number {
  return 1e6 / mirek
}

/** Whole mirek, as lamps take them. */
export function kelvinToMirek(kelvin: number): number {
  return Math.round(1e6 / kelvin)
}

/** White light of a temperature: cubic fits of Kim and others (US patent 7024034), 1667–25000 K. */
export function mirekToXy(mirek: number): Xy {
  const kelvin = Math.min(MOST_KELVIN, Math.max(LEAST_KELVIN, mirekToKelvin(mirek)))
  const t = 1e3 / kelvin
  const x =
    kelvin <= 4000
      ? -0.2661239 * t ** 3 - 0.234358 * t ** 2 + 0.8776956 * t + 0.17991
      : -3.0258469 * t ** 3 + 2.1070379 * t ** 2 + 0.2226347 * t + 0.24039
  if (kelvin <= 2222) return { x, y: -1.1063814 * x ** 3 - 1.3481102 * x ** 2 + 2.18555832 * x - 0.20219683 }
  if (kelvin <= 4000) return { x, y: -0.9549476 * x ** 3 - 1.37418593 * x ** 2 + 2.09137015 * x - 0.16748867 }
  return { x, y: 3.081758 * x ** 3 - 5.8733867 * x ** 2 + 3.75112997 * x - 0.37001483 }
}

/** In this diagram equal distances look about equally far. */
function uv({ x, y }: Xy): { u: number; v: number } {
  const below = -2 * x + 12 * y + 3
  return { u: (4 * x) / below, v: (6 * y) / below }
}

/**
 * The temperature a colour looks like, mirek (McCamy, 1992); null for a colour no white light looks like, and for no
 * colour at all.
 */
export function xyToMirek(xy: Xy): number | null {
  if (!(xy.x > 0 && xy.y > 0 && xy.x + xy.y <= 1)) return null
  const n = (xy.x - 0.332) / (0.1858 - xy.y)
  const kelvin = 449 * n ** 3 + 3525 * n ** 2 + 6823.3 * n + 5520.33
  if (!Number.isFinite(kelvin) || kelvin < LEAST_KELVIN || kelvin > MOST_KELVIN) return null
  const mirek = 1e6 / kelvin
  const here = uv(xy)
  const white = uv(mirekToXy(mirek))
  return Math.hypot(here.u - white.u, here.v - white.v) <= MOST_OFF_WHITE ? mirek : null
}

/** Mirek; null where warm and cool mean nothing, such as green. */
export function warmth(colour: LampColour): number | null {
  return colour.kind === 'temperature' ? colour.mirek : xyToMirek(colour)
}

/** Null: one of the two has no temperature, so nobody can say. */
export function isCooler(colour: LampColour, than: LampColour): boolean | null {
  const one = warmth(colour)
  const other = warmth(than)
  return one === null || other === null ? null : one < other
}

/** A colour as this lamp can show it, in its own terms; null where it cannot. */
export function colourFor(
  { can }: Pick<Lamp, 'can'>,
  colour: LampColour,
): Pick<LampWrite, 'mirek' | 'xy'> | null {
  const mirek = colour.kind === 'xy' ? null : colour.mirek
  if (can.temperature !== null && (mirek !== null || can.colour === null)) {
    const wanted = mirek ?? warmth(colour)
    const { leastMirek, mostMirek } = can.temperature
    return wanted === null ? null : { mirek: Math.round(Math.min(mostMirek, Math.max(leastMirek, wanted))) }
  }
  if (can.colour === null) return null
  const xy: Xy = colour.kind === 'xy' ? { x: colour.x, y: colour.y } : mirekToXy(colour.mirek)
  return asked({ kind: 'xy', ...(can.colour.gamut === null ? xy : intoGamut(xy, can.colour.gamut)) })
}
