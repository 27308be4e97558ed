/** A colour a lamp cannot show becomes the nearest it can: a point outside its triangle moves to the nearest edge. */
import type { Gamut, Xy } from './lamp.ts'

/** Gamuts of Hue lamps by letter, for lamps that give only that (sensing and light notes §7). */
export const HUE_GAMUTS: Readonly<Record<string, Gamut>> = {
  A: { red: { x: 0.704, y: 0.296 }, green: { x: 0.2151, y: 0.7106 }, blue: { x: 0.138, y: 0.08 } },
  B: { red: { x: 0.675, y: 0.322 }, green: { x: 0.409, y: 0.518 }, blue: { x: 0.167, y: 0.04 } },
  C: { red: { x: 0.6915, y: 0.3083 }, green: { x: 0.17, y: 0.7 }, blue: { x: 0.1532, y: 0.0475 } },
}

function cross(from: Xy, to: Xy, point: Xy): number {
  return (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x)
}

function edgesOf({ red, green, blue }: Gamut): [Xy, Xy][] {
  return [
    [red, green],
    [green, blue],
    [blue, red],
  ]
}

/** On an edge counts as inside, whichever way round the corners go. */
export function isInGamut(point: Xy, gamut: Gamut): boolean {
  const sides = edgesOf(gamut).map(([from, to]) => cross(from, to, point))
  return sides.every((side) => side >= -1e-12) || sides.every((side) => side <= 1e-12)
}

function nearestOnEdge(point: Xy, from: Xy, to: Xy): Xy {
  const alongX = to.x - from.x
  const alongY = to.y - from.y
  const squared = alongX * alongX + alongY * alongY
  if (squared === 0) return from
  const share = ((point.x - from.x) * alongX + (point.y - from.y) * alongY) / squared
  const within = Math.min(1, Math.max(0, share))
  return { x: from.x + within * alongX, y: from.y + within * alongY }
}

const apart = (a: Xy, b: Xy) => Math.hypot(a.x - b.x, a.y - b.y)

export function intoGamut(point: Xy, gamut: Gamut): Xy {
  if (isInGamut(point, gamut)) return { x: point.x, y: point.y }
  const nearest = edgesOf(gamut).map(([from, to]) => nearestOnEdge(point, from, to))
  return nearest.reduce((best, one) => (apart(one, point) < apart(best, point) ? one : best))
}
