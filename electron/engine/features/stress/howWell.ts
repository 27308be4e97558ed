/** How well does this know me? The score against the person's own answers, worked out when asked and until one changes. */
import { type Agreement, agreement, type ScoredCheckin } from '../../../core/stress/agreement.ts'
import { seededRandom } from '../../../core/stress/seededRandom.ts'

/** The same answers always give the same interval. */
const SEED = 20_260_704

export class HowWell {
  readonly #scoredCheckins: () => ScoredCheckin[]
  #known: Agreement | null = null

  constructor(scoredCheckins: () => ScoredCheckin[]) {
    this.#scoredCheckins = scoredCheckins
  }

  answer(): Agreement {
    this.#known ??= agreement(this.#scoredCheckins(), seededRandom(SEED))
    return this.#known
  }

  forget(): void {
    this.#known = null
  }
}
