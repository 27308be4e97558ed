/** Lets the held lamps follow an exercise, one step of its wave after the other. */
import type { LocalMoment } from '../presence/localMoment.ts'
import { type Wave, type WaveStep, waveSchedule, waveStepAt, waveWrites } from './breatheWaves.ts'
import { strongest, withClaim } from './claims.ts'
import { known } from './known.ts'
import type { LampWrite } from './lamp.ts'
import type { Claim, Followed, LightsState, LightsStep } from './lightsState.ts'
import { safeWrites } from './safety.ts'
import { mayBeAt } from './writeLog.ts'
import { written } from './written.ts'

/** A step that comes later than this is left out, for its fade would run into the next. */
const MOST_LATE_MS = 400

function stepAt({ plan, startedAtMs }: Followed, nowMs: number): WaveStep | null {
  return waveStepAt(plan, waveSchedule(plan), nowMs - startedAtMs)
}

function places(state: LightsState, lampIds: readonly string[], nowMs: number): Map<string, number[]> {
  const chosen = state.lamps.filter(({ id }) => lampIds.includes(id))
  return new Map(chosen.map((lamp) => [lamp.id, mayBeAt(lamp, state.log, nowMs)]))
}

/** Whenever an exercise begins, the lamps come to it from where they are. */
export function firstStep(state: LightsState, wave: Wave, exercise: Followed, nowMs: number): LampWrite[] {
  const step = stepAt(exercise, nowMs)
  return step === null ? [] : waveWrites(wave, step, places(state, wave.lampIds, nowMs))
}

/** When the next step is to be written, epoch ms; null: there is none. */
export function nextStepMs({ exercise, wave, stepMs }: Claim, nowMs: number): number | null {
  if (exercise === null || wave === null) return null
  const step = stepAt(exercise, nowMs)
  if (step === null) return nowMs < exercise.startedAtMs ? exercise.startedAtMs : null
  return exercise.startedAtMs + (stepMs === step.fromMs ? step.toMs : step.fromMs)
}

/** Lamps of the wave this claim still holds. */
function following(state: LightsState, claim: Claim): string[] {
  return state.held
    .filter(({ layers, giving }) => giving === null && layers.at(-1)?.claimId === claim.id)
    .map(({ lampId }) => lampId)
}

export function breathed(state: LightsState, now: LocalMoment): LightsStep {
  const claim = strongest(state.claims)
  if (!claim?.exercise || claim.wave === null || claim.begunMs === null) return [state, []]
  const step = stepAt(claim.exercise, now.atMs)
  if (step === null || step.fromMs === claim.stepMs) return [state, []]
  const next: Claim = { ...claim, stepMs: step.fromMs }
  const isLate = now.atMs - claim.exercise.startedAtMs - step.fromMs > MOST_LATE_MS
  const isFirst = claim.stepMs === null && claim.begunMs === now.atMs
  if (isLate || isFirst) return [withClaim(state, next), []]
  const wave = {
    ...claim.wave,
    lampIds: claim.wave.lampIds.filter((id) => following(state, claim).includes(id)),
  }
  const writes = waveWrites(wave, step, places(state, wave.lampIds, now.atMs))
  const verdict = safeWrites({ purpose: 'breathe', isAsked: true, writes }, known(state, now), now)
  const after = written(withClaim(state, next), next, verdict)
  if (verdict.allowed.length === 0) return [after, []]
  return [after, [{ kind: 'write', purpose: 'breathe', claimId: claim.id, writes: verdict.allowed }]]
}
