/** What a person's own ratings say about an exercise in one word, where they say anything at all. */
import type { RatingSummary } from './ratingSummary.ts'

/** `unclear`: too few ratings, or an interval that holds zero, which may be chance. */
export type OwnEffect = 'better' | 'worse' | 'unclear'

export function ownEffect(helped: RatingSummary): OwnEffect {
  if (helped.kind === 'too_few') return 'unclear'
  if (helped.low > 0) return 'better'
  return helped.high < 0 ? 'worse' : 'unclear'
}

/** The lower end of the interval: what the exercise does for this person at least; null while nobody can say. */
export function leastEffect(helped: RatingSummary): number | null {
  return helped.kind === 'known' ? helped.low : null
}
