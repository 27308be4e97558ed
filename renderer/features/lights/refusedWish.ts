/** Why the engine refused a wish about the light, where a page has words for it. */
import { ORPCError } from '@orpc/client'
import type { RefusedWish } from '../../../electron/core/lights/lightsEffects.ts'

const REFUSALS: readonly RefusedWish[] = [
  'not_allowed',
  'paused',
  'quiet_times',
  'unknown_look',
  'undo_over',
  'not_running',
]

/** Null: nothing a page has words for. */
export const refusalOf = (code: unknown): RefusedWish | null => REFUSALS.find((one) => one === code) ?? null

/** Null: it failed in another way. */
export function refusedBecause(error: unknown): RefusedWish | null {
  if (!(error instanceof ORPCError) || error.code !== 'LIGHTS_REFUSED') return null
  const data: unknown = error.data
  return typeof data === 'object' && data !== null && 'because' in data ? refusalOf(data.because) : null
}
