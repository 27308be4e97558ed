/** How a sound comes and goes: slowly, and never with a step one could hear. */

/** A sound comes so slowly that nobody starts at it. */
export const FADE_IN_SECONDS = 3
export const FADE_OUT_SECONDS = 2

const within = (share: number) => (Number.isFinite(share) ? Math.max(0, Math.min(1, share)) : 0)

/** From 0 to 1 with level ends, as the level of a breath. */
export function rising(share: number): number {
  return (1 - Math.cos(Math.PI * within(share))) / 2
}

/** Points of a fade at equal distances; between them nobody hears a corner. */
const CURVE_POINTS = 65

/** A whole fade as values to be played one after the other, 0–1. */
export function fadeCurve(way: 'in' | 'out'): Float32Array<ArrayBuffer> {
  const last = CURVE_POINTS - 1
  return Float32Array.from({ length: CURVE_POINTS }, (_, point) =>
    rising(way === 'in' ? point / last : 1 - point / last),
  )
}

/** The person's 0–1 as a gain: squared, since that is nearer to how loudness is heard. */
export function gainOf(volume: number): number {
  return within(volume) ** 2
}

export interface Swell {
  riseSeconds: number
  holdSeconds: number
  fallSeconds: number
}

export const swellSeconds = ({ riseSeconds, holdSeconds, fallSeconds }: Swell): number =>
  riseSeconds + holdSeconds + fallSeconds

/** A note that grows, stays and goes, 0–1; nothing before and after. */
export function swellAt({ riseSeconds, holdSeconds, fallSeconds }: Swell, atSeconds: number): number {
  if (atSeconds <= riseSeconds) return rising(atSeconds / riseSeconds)
  const gone = atSeconds - riseSeconds - holdSeconds
  return gone <= 0 ? 1 : 1 - rising(gone / fallSeconds)
}
