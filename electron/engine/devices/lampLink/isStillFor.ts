/** Whether a change to a whole room still reaches the lamps it was made for, and no other: rooms change while it waits. */
import type { LampGroup } from '../../ports/lights.ts'

export function isStillFor(lampIds: readonly string[], group: LampGroup | undefined): boolean {
  if (!group?.canWrite || group.lampIds.length !== lampIds.length) return false
  const own = new Set(lampIds)
  return group.lampIds.every((id) => own.has(id))
}
