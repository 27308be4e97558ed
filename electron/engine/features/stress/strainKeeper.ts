/** The strain score as it goes: assessed, decided on, and remembered, with one copy that never heard the person's answers. */
import { type LocalMoment, workDay } from '../../../core/presence/localMoment.ts'
import {
  assessStrain,
  noStrainYet,
  type StrainAssessment,
  type StrainInputs,
  type StrainMemory,
} from '../../../core/stress/assessStrain.ts'
import {
  decideStress,
  RAISE_AT,
  RAISE_WITHIN_MS,
  type StressEffect,
  type StressEvent,
  type StressState,
} from '../../../core/stress/decideStress.ts'
import { ownP90 } from '../../../core/stress/ownHistory.ts'
import { REAL_REST_MS } from '../../../core/stress/workRhythm.ts'
import { freshStrain, type StrainState } from './strainState.ts'

/** A score speaks for so long; later nothing is known any more. */
export const SCORE_FRESH_MS = 2 * 60_000

export class StrainKeeper {
  #stress: StressState = freshStrain.stress
  #memory: StrainMemory = freshStrain.memory
  #memoryWithoutSelf: StrainMemory = freshStrain.memoryWithoutSelf
  #last: { atMs: number; assessment: StrainAssessment; withoutSelf: number | null } | null = null

  /** Goes on from a state that was kept; what was under way long ago is over, and nobody saw how. */
  restore(state: StrainState, now: LocalMoment): StressEffect[] {
    this.#stress = state.stress
    this.#memory = state.memory
    this.#memoryWithoutSelf = state.memoryWithoutSelf
    this.#last = null
    const lastMs = state.stress.last?.atMs ?? null
    const isOfNow = lastMs !== null && now.atMs >= lastMs && now.atMs - lastMs <= RAISE_WITHIN_MS
    // Whether a call goes on is asked anew.
    this.#stress = { ...this.#stress, inCall: null }
    return isOfNow ? [] : this.unknown(now)
  }

  state(): StrainState {
    return { stress: this.#stress, memory: this.#memory, memoryWithoutSelf: this.#memoryWithoutSelf }
  }

  get phase(): StressState['phase'] {
    return this.#stress.phase
  }

  assess(inputs: StrainInputs, now: LocalMoment): [StrainAssessment, StressEffect[]] {
    const [memory, assessment] = assessStrain(this.#memory, inputs, now.atMs)
    const otherSignals = inputs.otherSignals.filter((signal) => signal.feature !== 'checkin')
    const [memoryWithoutSelf, { strain: withoutSelf }] = assessStrain(
      this.#memoryWithoutSelf,
      { ...inputs, otherSignals },
      now.atMs,
    )
    this.#memory = memory
    this.#memoryWithoutSelf = memoryWithoutSelf
    this.#last = { atMs: now.atMs, assessment, withoutSelf }
    const { strain, contributing } = assessment
    return [assessment, this.#decide({ kind: 'scored', strain, contributing }, now)]
  }

  callChanged(inCall: boolean | null, now: LocalMoment): StressEffect[] {
    return inCall === this.#stress.inCall ? [] : this.#decide({ kind: 'callChanged', inCall }, now)
  }

  /** After a real rest it begins anew: what was heard before speaks no more. */
  rested(now: LocalMoment): StressEffect[] {
    this.#begin()
    return this.#decide({ kind: 'rested', restMs: REAL_REST_MS }, now)
  }

  /** Nothing can be known of now: switched off, or nobody can tell work from rest. */
  unknown(now: LocalMoment): StressEffect[] {
    this.#begin()
    return this.#decide({ kind: 'scoreLost' }, now)
  }

  /** The clock was set back: what was heard by the other clock is of no time. */
  clockSetBack(): void {
    this.#begin()
  }

  /** The last assessment while it still speaks. */
  current(nowMs: number): StrainAssessment | null {
    return this.#fresh(nowMs)?.assessment ?? null
  }

  /** S as it would stand without the person's own answers; null while it may not be shown. */
  withoutSelf(nowMs: number): number | null {
    return this.#fresh(nowMs)?.withoutSelf ?? null
  }

  /** max(.60, own P90); null while learning. */
  threshold(now: LocalMoment): number | null {
    const p90 = ownP90(this.#stress.history, workDay(now))
    return p90 === null ? null : Math.max(RAISE_AT, p90)
  }

  eraseDay(day: number, isToday: boolean): void {
    const history = this.#stress.history.filter((one) => one.workDay !== day)
    if (isToday) this.forget()
    this.#stress = { ...this.#stress, history }
  }

  /** What the body said is erased: it speaks no more, also not as the last word of a silent sensor. */
  forgetBody(): void {
    const without = ({ heard: { hrBpm: _hr, lnRmssd: _rmssd, ...heard }, smoothed }: StrainMemory) => {
      return { heard, smoothed }
    }
    this.#memory = without(this.#memory)
    this.#memoryWithoutSelf = without(this.#memoryWithoutSelf)
    this.#last = null
  }

  forget(): void {
    this.#stress = { ...freshStrain.stress, inCall: this.#stress.inCall }
    this.#begin()
  }

  #begin(): void {
    this.#memory = noStrainYet
    this.#memoryWithoutSelf = noStrainYet
    this.#last = null
  }

  #fresh(nowMs: number) {
    const last = this.#last
    return last !== null && nowMs >= last.atMs && nowMs - last.atMs <= SCORE_FRESH_MS ? last : null
  }

  #decide(event: StressEvent, now: LocalMoment): StressEffect[] {
    const [stress, effects] = decideStress(this.#stress, event, now)
    this.#stress = stress
    return effects
  }
}
