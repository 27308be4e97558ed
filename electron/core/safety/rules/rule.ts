/** The shape of a rule and the words several rules share. */
import { type Guard, inStory, negated, past, workJoke } from '../guards.ts'
import type { Kind, Tier } from '../tier.ts'

/**
 * What a match adds beyond its tier; a turn or a session is judged by what comes together.
 * wish: wants to be dead · intent: says it will be done · means: has or names something to do it with ·
 * soon: a time close by · act: has been done.
 */
export type Facet = 'wish' | 'intent' | 'means' | 'soon' | 'act'

export interface Rule {
  code: string
  kinds: Kind[]
  /** `none` for a rule that only adds a facet to what else is said. */
  tier: Tier
  facets: Facet[]
  pattern: RegExp
  /** Any of these silences the match. */
  guards: Guard[]
}

export const usual: Guard[] = [negated, past, inStory, workJoke]
/** For words that deny by themselves, as in "don't want to wake up". */
export const withoutNegation: Guard[] = [past, inStory, workJoke]

export function rule(
  code: string,
  kind: Kind | Kind[],
  tier: Tier,
  pattern: RegExp,
  facets: Facet[] = [],
  guards: Guard[] = usual,
): Rule {
  return { code, kinds: Array.isArray(kind) ? kind : [kind], tier, facets, pattern, guards }
}

export const after =
  (pattern: RegExp): Guard =>
  (place) =>
    pattern.test(place.after)
export const inSentence =
  (pattern: RegExp): Guard =>
  (place) =>
    pattern.test(place.sentence)
export const inClause =
  (pattern: RegExp): Guard =>
  (place) =>
    pattern.test(place.clause)
