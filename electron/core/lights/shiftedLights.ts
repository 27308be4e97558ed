/** After the wall clock was set back: what is left of every wait stays as long as it was. */
import type { Claim, HeldLamp, LightsState } from './lightsState.ts'

function shiftedClaim(claim: Claim, byMs: number): Claim {
  const earlier = (atMs: number | null) => (atMs === null ? null : atMs - byMs)
  const { exercise } = claim
  return {
    ...claim,
    fromMs: claim.fromMs - byMs,
    untilMs: earlier(claim.untilMs),
    triedMs: earlier(claim.triedMs),
    begunMs: earlier(claim.begunMs),
    undoUntilMs: earlier(claim.undoUntilMs),
    exercise: exercise && { ...exercise, startedAtMs: exercise.startedAtMs - byMs },
  }
}

function shiftedHeld(held: HeldLamp, byMs: number): HeldLamp {
  const { giving } = held
  if (giving === null) return held
  const writtenMs = giving.writtenMs === null ? null : giving.writtenMs - byMs
  return { ...held, giving: { ...giving, sinceMs: giving.sinceMs - byMs, writtenMs } }
}

/** The same state on a clock that shows `byMs` less. */
export function shiftedLights(state: LightsState, byMs: number): LightsState {
  const { snapshot } = state
  return {
    ...state,
    atMs: state.atMs === null ? null : state.atMs - byMs,
    claims: state.claims.map((one) => shiftedClaim(one, byMs)),
    held: state.held.map((one) => shiftedHeld(one, byMs)),
    log: state.log.map((one) => ({ ...one, atMs: one.atMs - byMs })),
    unaskedMs: state.unaskedMs.map((atMs) => atMs - byMs),
    snapshot: snapshot && { ...snapshot, atMs: snapshot.atMs - byMs },
  }
}
