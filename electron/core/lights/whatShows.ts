/** What a room shows of Lull's doing and what can be taken back, told the same way in tray, popup and home window. */
import type { Because } from './lightsEffects.ts'

interface Wanted {
  claimId: number
  look: string
  begunMs: number | null
}

export interface RoomNow<Claim extends Wanted, Announced extends { claimId: number; undoUntilMs: number }> {
  /** The strongest first. */
  claims: readonly Claim[]
  lamps: readonly { heldBy: string | null }[]
  announced: Announced | null
}

/** The wish whose look at least one lamp still shows; null: Lull holds nothing, or every lamp was changed by hand. */
export function showing<Claim extends Wanted>({
  claims,
  lamps,
}: Pick<RoomNow<Claim, never>, 'claims' | 'lamps'>): Claim | null {
  const isHeld = ({ look, begunMs }: Wanted) =>
    begunMs !== null && lamps.some(({ heldBy }) => heldBy === look)
  return claims.find(isHeld) ?? null
}

/** Asked for by the person, wherever they are; what nobody asked for may wait in silence. */
const ASKED_NOW: readonly Because[] = ['shortcut', 'talk', 'outside']

/** A wish that has to wait, as for a lamp that was changed a moment ago, while nothing else shows; null: none does. */
export function coming<Claim extends Wanted & { because: Because }>(
  view: Pick<RoomNow<Claim, never>, 'claims' | 'lamps'>,
): Claim | null {
  if (showing(view) !== null) return null
  return view.claims.find(({ begunMs, because }) => begunMs === null && ASKED_NOW.includes(because)) ?? null
}

/** What was just done and can be undone now; null once its minute is over, or it ended. */
export function undoable<Announced extends { claimId: number; undoUntilMs: number }>(
  { claims, announced }: Pick<RoomNow<Wanted, Announced>, 'claims' | 'announced'>,
  nowMs: number,
): Announced | null {
  if (announced === null || nowMs >= announced.undoUntilMs) return null
  return claims.some(({ claimId }) => claimId === announced.claimId) ? announced : null
}
