/** What two looks at the same lamps tell apart, and what is left to know while nobody answers. */
import type { Lamp } from '../../../core/lights/lamp.ts'
import type { LightsSnapshot } from '../../ports/lights.ts'

/** Ids of lamps that show something else, are new, or are gone. */
export function differing(before: readonly Lamp[], after: readonly Lamp[]): string[] {
  const known = new Map(before.map((lamp) => [lamp.id, JSON.stringify(lamp)]))
  const changed = after.filter((lamp) => known.get(lamp.id) !== JSON.stringify(lamp)).map(({ id }) => id)
  const now = new Set(after.map(({ id }) => id))
  return [...changed, ...before.filter(({ id }) => !now.has(id)).map(({ id }) => id)]
}

/** Without a bridge nobody knows which lamps can be reached. */
export function unreached(snapshot: LightsSnapshot): LightsSnapshot {
  return { ...snapshot, lamps: snapshot.lamps.map((lamp) => ({ ...lamp, isReachable: null })) }
}
