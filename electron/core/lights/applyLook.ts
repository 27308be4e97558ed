/** Gives a claim the room: its writes through the gate, what it found kept, and a word to the person. */
import { type LocalMoment, workDay } from '../presence/localMoment.ts'
import { seededRandom } from '../stress/seededRandom.ts'
import { hasWave, planWave, type Wave } from './breatheWaves.ts'
import { firstStep } from './breathing.ts'
import { endedClaim, isAsked, strongest, withClaim } from './claims.ts'
import { entered } from './entry.ts'
import { entryLamp } from './heldLamps.ts'
import { known } from './known.ts'
import type { Lamp, LampWrite } from './lamp.ts'
import type { LightsEffect, WithheldBecause } from './lightsEffects.ts'
import type { Claim, LightsState, LightsStep } from './lightsState.ts'
import { choiceOf } from './limits.ts'
import { planLook } from './planLook.ts'
import { isPassing, type Refused } from './rules.ts'
import { type Request, safeWrites, type Verdict } from './safety.ts'
import { drawnArm, PROPENSITY } from './trial.ts'
import { written } from './written.ts'

/** A lamp that cannot be changed yet is tried again for so long. */
const RETRY_MS = 60_000
const UNDO_MS = 60_000
const HOUR_MS = 60 * 60_000
/** Looks nobody asked for (work-pattern notes §4.3). */
const MOST_UNASKED_AN_HOUR = 2

interface Planned extends Verdict {
  wave: Wave | null
  purpose: 'look' | 'breathe'
}

/** Lamps this claim may still be given; one that is on its way back has to arrive first. */
function sorted(state: LightsState, claim: Claim): { free: Lamp[]; refused: Refused[]; coming: string[] } {
  const coming = state.held.filter(({ giving }) => giving !== null).map(({ lampId }) => lampId)
  const isWanted = ({ id }: Lamp) => claim.begunMs === null || claim.retry.includes(id)
  const refused = state.lamps
    .filter(({ id }) => claim.handsOff.includes(id))
    .map(({ id }): Refused => ({ lampId: id, rule: 'by_hand' }))
  const free = state.lamps.filter(
    (lamp) => isWanted(lamp) && !claim.handsOff.includes(lamp.id) && !coming.includes(lamp.id),
  )
  return {
    free,
    refused,
    coming: coming.filter((id) => state.lamps.some((lamp) => lamp.id === id && isWanted(lamp))),
  }
}

function planned(state: LightsState, claim: Claim, free: readonly Lamp[], now: LocalMoment): Planned {
  const { exercise } = claim
  if (exercise === null || !hasWave(exercise.plan)) {
    const plan = planLook(free, claim.look, state.limits, now)
    const request: Request = { purpose: 'look', isAsked: isAsked(claim), writes: plan.writes }
    const verdict = safeWrites(request, known(state, now), now)
    return { ...verdict, refused: [...plan.refused, ...verdict.refused], wave: null, purpose: 'look' }
  }
  const chosen = free.filter((lamp) => choiceOf(lamp, state.limits) === 'chosen')
  const plan = planWave(chosen, exercise.plan, state.limits)
  const steps = plan.wave === null ? [] : firstStep(state, plan.wave, exercise, now.atMs)
  const breathing = chosen.filter(({ id }) => plan.wave?.lampIds.includes(id))
  const colours = planLook(breathing, { ...claim.look, brightness: null }, state.limits, now).writes
  const writes = together(steps, colours)
  const verdict = safeWrites({ purpose: 'breathe', isAsked: true, writes }, known(state, now), now)
  const silent = free.filter(({ id }) => !plan.wave?.lampIds.includes(id))
  const others = planLook(silent, claim.look, state.limits, now).refused
  return {
    ...verdict,
    refused: [
      ...others.filter(({ lampId }) => !isTold(plan.refused, lampId)),
      ...plan.refused,
      ...verdict.refused,
    ],
    wave: plan.wave,
    purpose: 'breathe',
  }
}

/** A lamp that breathes takes the colour of the look with its first step. */
function together(steps: readonly LampWrite[], colours: readonly LampWrite[]): LampWrite[] {
  const ids = [...new Set([...steps, ...colours].map(({ lampId }) => lampId))]
  const of = (writes: readonly LampWrite[], id: string) => writes.find(({ lampId }) => lampId === id)
  return ids.map((id) => ({ ...of(colours, id), ...of(steps, id) }) as LampWrite)
}

const isTold = (refused: readonly Refused[], lampId: string) => refused.some((one) => one.lampId === lampId)

function withheldBecause(state: LightsState, claim: Claim, now: LocalMoment): WithheldBecause | null {
  if (isAsked(claim)) return null
  const inHour = state.unaskedMs.filter((atMs) => now.atMs - atMs < HOUR_MS).length
  if (known(state, now).looksToday >= state.limits.mostLooksADay) return 'daily_cap'
  return inHour >= MOST_UNASKED_AN_HOUR ? 'hourly' : null
}

function withheld(state: LightsState, claim: Claim, why: WithheldBecause, now: LocalMoment): LightsStep {
  const [next] = endedClaim(state, claim, 'over', now)
  return [next, [entered({ what: 'withheld', why }, claim, now)]]
}

/** Nothing can be done; said once, and not tried again. */
function idle(state: LightsState, claim: Claim, refused: readonly Refused[], now: LocalMoment): LightsStep {
  const chosen = state.lamps.filter((lamp) => choiceOf(lamp, state.limits) === 'chosen')
  const isDark = chosen.length > 0 && chosen.every(({ isOn }) => isOn === false)
  const entry = entered({ what: isDark ? 'allOff' : 'nothing', refused }, claim, now)
  return [withClaim(state, { ...claim, begunMs: now.atMs }), [entry]]
}

function counted(state: LightsState, claim: Claim, now: LocalMoment): LightsState {
  if (isAsked(claim)) return state
  const day = { workDay: workDay(now), looks: known(state, now).looksToday + 1 }
  return {
    ...state,
    day,
    unaskedMs: [...state.unaskedMs.filter((atMs) => now.atMs - atMs < HOUR_MS), now.atMs],
  }
}

function given(
  state: LightsState,
  claim: Claim,
  plan: Planned,
  retry: string[],
  now: LocalMoment,
): LightsStep {
  const isFirst = claim.begunMs === null
  const undoUntilMs = isFirst ? now.atMs + UNDO_MS : claim.undoUntilMs
  const begunMs = claim.begunMs ?? now.atMs
  const next: Claim = { ...claim, begunMs, undoUntilMs, retry, wave: claim.wave ?? plan.wave }
  const base = withClaim(isFirst ? counted(state, claim, now) : state, next)
  const after = written(base, next, plan)
  const lampIds = plan.allowed.map(({ lampId }) => lampId)
  const lamps = after.held.filter(({ lampId }) => lampIds.includes(lampId)).map(entryLamp)
  const effects: LightsEffect[] = [
    { kind: 'write', purpose: plan.purpose, claimId: claim.id, writes: plan.allowed },
    entered({ what: 'begun', lamps, refused: plan.refused }, claim, now),
  ]
  if (isFirst) {
    const { id, because, look } = claim
    effects.push({
      ...{ kind: 'announced', claimId: id, look: look.id, because, lampIds },
      undoUntilMs: now.atMs + UNDO_MS,
    })
  }
  return [after, effects]
}

/** Half of the raised moments go without, by chance, where the person asked for it; only where there was a light to change. */
function drawn(
  state: LightsState,
  claim: Claim,
  now: LocalMoment,
): { arm: 'look' | 'withheld'; step: LightsStep } {
  if (!state.isTrialOn || claim.because !== 'strain') return { arm: 'look', step: [state, []] }
  const random = seededRandom(state.seed)
  const arm = drawnArm(random)
  const seed = Math.floor(random() * 2 ** 32)
  const effect: LightsEffect = {
    kind: 'drawn',
    atMs: now.atMs,
    claimId: claim.id,
    arm,
    propensity: PROPENSITY,
  }
  return { arm, step: [{ ...state, seed }, [effect]] }
}

function tried(state: LightsState, claim: Claim, now: LocalMoment): LightsStep {
  const { free, refused, coming } = sorted(state, claim)
  const plan = planned(state, claim, free, now)
  const later = plan.refused.filter(({ rule }) => isPassing(rule)).map(({ lampId }) => lampId)
  const retry = [...coming, ...later]
  const all = [...refused, ...plan.refused]
  const isEarly = now.atMs - (claim.begunMs ?? claim.triedMs ?? now.atMs) < RETRY_MS
  if (plan.allowed.length === 0) {
    if (isEarly && (retry.length > 0 || state.lamps.length === 0)) return [state, []]
    return claim.begunMs === null
      ? idle(state, claim, all, now)
      : [withClaim(state, { ...claim, retry: isEarly ? retry : [] }), []]
  }
  if (claim.begunMs !== null) return given(state, claim, { ...plan, refused: all }, retry, now)
  const { arm, step } = drawn(state, claim, now)
  if (arm === 'withheld') {
    const [next, effects] = withheld(step[0], claim, 'trial', now)
    return [next, [...step[1], ...effects]]
  }
  const [next, effects] = given(step[0], claim, { ...plan, refused: all }, retry, now)
  return [next, [...step[1], ...effects]]
}

/** Nothing that nobody asked for begins in a call. */
function mayHaveTheRoom(state: LightsState, claim: Claim): boolean {
  return isAsked(claim) || claim.begunMs !== null || state.inCall !== true
}

export function appliedLook(state: LightsState, now: LocalMoment): LightsStep {
  const claim = strongest(state.claims.filter((one) => mayHaveTheRoom(state, one)))
  if (claim === null) return [state, []]
  if (claim.begunMs !== null && claim.retry.length === 0) return [state, []]
  const why = claim.begunMs === null ? withheldBecause(state, claim, now) : null
  if (why !== null) return withheld(state, claim, why, now)
  const first = { ...claim, triedMs: claim.triedMs ?? now.atMs }
  return tried(withClaim(state, first), first, now)
}
