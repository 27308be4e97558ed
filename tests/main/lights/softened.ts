/** A room in which Lull has just set a look, for what the shell says of it. */
import type { LightsView } from '../../../electron/contract/lights.ts'
import type { Because } from '../../../electron/core/lights/lightsEffects.ts'
import { pairedLights } from '../../renderer/fakeRoom.ts'

export const nowMs = new Date(2026, 10, 24, 13, 30).getTime()
const MINUTE = 60_000

/** Begun just now, with its minute to undo ahead. */
export function softened(because: Because = 'shortcut', look = 'soften', claimId = 7): LightsView {
  const view = pairedLights(nowMs)
  const lampIds = view.lamps.filter(({ isOn, choice }) => isOn && choice === 'chosen').map(({ id }) => id)
  return {
    ...view,
    lamps: view.lamps.map((lamp) => (lampIds.includes(lamp.id) ? { ...lamp, heldBy: look } : lamp)),
    claims: [{ claimId, look, because, fromMs: nowMs, begunMs: nowMs, untilMs: nowMs + 20 * MINUTE }],
    announced: { claimId, look, because, atMs: nowMs, lampIds, undoUntilMs: nowMs + MINUTE },
  }
}
