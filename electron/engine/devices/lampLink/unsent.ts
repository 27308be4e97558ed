/** A plan of which nothing can be sent, answered as a connection answers one. */
import type { WriteOutcome, WritePlan, WriteResult } from '../../ports/lights.ts'

export function unsent({ groups = [], lamps = [] }: WritePlan, outcome: WriteOutcome): WriteResult[] {
  const ids = [...groups.map(({ groupId }) => groupId), ...lamps.map(({ lampId }) => lampId)]
  return ids.map((id) => ({ id, outcome }))
}
