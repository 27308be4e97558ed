/** Lamps that breathe with an exercise, on the clock that also moves the circle on the page. */
import type { Followed, LightsState } from '../../../core/lights/lightsState.ts'
import { EngineError } from '../../errors.ts'
import type { LightsParts } from './lightsParts.ts'
import type { LightWishes } from './lightWishes.ts'

/** What a preview of breathing shows: one breath, of ten seconds. */
const SHOWN = { exerciseId: 'six-breaths', lengthSeconds: 10 } as const

export interface FollowingParts extends Pick<LightsParts, 'clock' | 'exercisePlan'> {
  wishes: LightWishes
  state: () => LightsState
  isWanted: () => boolean
}

export class Following {
  readonly #parts: FollowingParts

  constructor(parts: FollowingParts) {
    this.#parts = parts
  }

  /**
   * Ends with the exercise's own time, also when the page goes away.
   * @returns whether any lamp will follow. @throws EngineError NOT_FOUND
   */
  async begin(exerciseId: string, lengthSeconds: number, startedAtMs: number): Promise<boolean> {
    const { exercisePlan, isWanted, clock, wishes } = this.#parts
    const plan = exercisePlan(exerciseId, lengthSeconds)
    if (plan === null) throw new EngineError('NOT_FOUND', 'There is no such exercise.')
    const isOver = startedAtMs + plan.totalMs <= clock.now()
    if (!isWanted() || isOver) return false
    try {
      await wishes.ask({ because: 'exercise', look: 'breathe', exercise: { plan, startedAtMs } })
    } catch (error) {
      if (error instanceof EngineError) return false
      throw error
    }
    return this.#isFollowing()
  }

  /** One breath from now on, without an exercise on any page. */
  oneBreath(): Followed | null {
    const { exercisePlan, clock } = this.#parts
    const plan = exercisePlan(SHOWN.exerciseId, SHOWN.lengthSeconds)
    return plan && { plan, startedAtMs: clock.now() }
  }

  end(): void {
    this.#parts.wishes.end('exercise')
  }

  /** Lamps breathe, or wait for a moment until they may. */
  #isFollowing(): boolean {
    const { claims, held } = this.#parts.state()
    const claim = claims.find(({ because }) => because === 'exercise')
    if (claim === undefined) return false
    const isHeld = held.some(({ layers }) => layers.some(({ claimId }) => claimId === claim.id))
    return isHeld || claim.begunMs === null
  }
}
