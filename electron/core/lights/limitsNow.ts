/** What holds for lamps at this moment: the person's choices, the room on screen, and what is just being taken away. */
import { type LightChoices, limitsFrom } from './lightChoices.ts'
import type { LightLimits } from './limits.ts'

export interface LampsNow {
  /** Null: nobody knows, which counts as work. */
  isAtWork: boolean | null
  /** Rooms of the room on screen while nothing is paired; there everybody may try every look. Null: something is. */
  simulatedRoomIds: readonly string[] | null
  /** Lamps and rooms of what was taken away: Lull only gives them back. */
  leaving: ReadonlySet<string>
}

export function limitsNow(
  choices: LightChoices,
  { isAtWork, simulatedRoomIds, leaving }: LampsNow,
): LightLimits {
  const limits = limitsFrom(choices, isAtWork)
  const stays = (id: string) => !leaving.has(id)
  const lampIds = limits.lampIds.filter(stays)
  const roomIds = limits.roomIds.filter(stays)
  if (simulatedRoomIds === null) return { ...limits, lampIds, roomIds }
  return {
    ...limits,
    isAllowed: true,
    othersLiveHere: false,
    lampIds,
    roomIds: [...new Set([...roomIds, ...simulatedRoomIds])],
  }
}
