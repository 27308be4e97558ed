/** What was asked of the fake bridge: every request, and every change with the light it made. */
import type { FakeLight } from './resources.ts'

export interface SeenRequest {
  atMs: number
  method: string
  path: string
  status: number
}

/** The light of one lamp before and after a change. */
export interface LampLight {
  lampId: string
  fromLuminance: number
  toLuminance: number
  /** What the lamp really takes: nothing, where it ignores fades. */
  fadeMs: number
}

export interface SeenWrite {
  atMs: number
  kind: 'light' | 'grouped_light'
  id: string
  body: Record<string, unknown>
  status: number
  lamps: LampLight[]
}

/** Relative luminance, 0–1, as a screen counts it (CIE 1931 Y): lamps dim along the eye, about by the power of 2.2. */
export function luminanceOf({ on, dimming }: FakeLight): number {
  if (!on.on) return 0
  return ((dimming?.brightness ?? 100) / 100) ** 2.2
}

/** The most requests in any stretch of this length. */
export function mostWithin(timesMs: readonly number[], stretchMs: number): number {
  return timesMs.reduce(
    (most, from) => Math.max(most, timesMs.filter((at) => at >= from && at < from + stretchMs).length),
    0,
  )
}
