/** What comes together: with what the session already holds, with other layers, and with what Lull had asked. */
import type { Answer, Asked } from './directAnswer.ts'
import type { Mark, Whom } from './hear.ts'
import type { Facet } from './rules/rule.ts'
import { pairOf } from './signsTogether.ts'
import { higherTier, type Kind, type Opinion, type Tier, tiers } from './tier.ts'

/** What is gathered about one turn before it joins the session. */
export interface Turned {
  tier: Tier
  kinds: Set<Kind>
  reasons: Set<string>
  marks: readonly Mark[]
}

/** What of the session counts here. */
export interface Session {
  readonly tier: Tier
  readonly kinds: ReadonlySet<Kind>
  readonly facets: ReadonlySet<`${Whom}:${Facet}`>
}

export const atLeast = (tier: Tier, other: Tier): boolean => tiers.indexOf(tier) >= tiers.indexOf(other)

/** Other layers raise, and what they hear may belong together with what was said before. */
export function opined(turned: Turned, opinions: readonly Opinion[]): readonly Mark[] {
  const marks = [...turned.marks]
  for (const { layer, tier, kinds } of opinions) {
    turned.tier = higherTier(turned.tier, tier)
    for (const kind of kinds) {
      turned.kinds.add(kind)
      turned.reasons.add(`${layer}.${kind}`)
      if (kind === 'suicide' && atLeast(tier, 'high'))
        marks.push({ facet: 'wish', whom: 'self', code: layer, sentence: 0 })
    }
  }
  return marks
}

/**
 * A plan with means or a near time is imminent. Facets of earlier turns count while the session is high: "I want to
 * die" and, two messages later, "the pills are in front of me" belong together. So for someone told of.
 */
export function combine(turned: Turned, marks: readonly Mark[], session: Session): void {
  for (const whom of ['self', 'other'] as const) {
    const own = marks.filter((mark) => mark.whom === whom)
    if (own.length === 0) continue
    const newly = (facet: Facet) => own.some((mark) => mark.facet === facet)
    const earlier = (facet: Facet) =>
      atLeast(session.tier, whom === 'self' ? 'high' : 'concern') && session.facets.has(`${whom}:${facet}`)
    const has = (facet: Facet) => newly(facet) || earlier(facet)
    const wishes = earlier('wish') || (newly('wish') && (whom === 'other' || atLeast(turned.tier, 'high')))
    const meant = has('intent') && (wishes || session.tier !== 'none')
    const isOverdose = turned.kinds.has('overdose')
    const isNow =
      (meant && (has('means') || has('soon')) && (newly('intent') || newly('means') || newly('soon'))) ||
      (whom === 'self' && wishes && newly('means') && !isOverdose) ||
      (wishes && has('means') && newly('soon')) ||
      (wishes && newly('wish') && newly('soon') && turned.reasons.has(`plan.soon/${whom}`))
    if (isNow) {
      turned.tier = 'imminent'
      if (whom === 'other') turned.kinds.add('someone-else')
      else if (turned.kinds.size === 0) turned.kinds.add('suicide').add('suicide-plan')
    } else if (whom === 'self' && newly('intent') && session.tier !== 'none') {
      turned.tier = higherTier(turned.tier, 'high')
    }
  }
}

/** Symptoms and fears that say little alone. */
export function paired(turned: Turned): void {
  if (pairOf('symptom', turned.marks)) {
    turned.tier = 'imminent'
    turned.kinds.add('medical-emergency')
    if (turned.marks.some(({ code }) => code === 'symptom.taken')) turned.kinds.add('overdose')
    turned.reasons.add('medical.together/self')
  }
  if (pairOf('threatened', turned.marks)) {
    turned.tier = higherTier(turned.tier, 'concern')
    turned.kinds.add('harm-by-others')
    turned.reasons.add('others.together/self')
  }
}

export function answered(turned: Turned, answer: Answer, asked: Asked, session: Session): void {
  if (asked === 'suicide' && answer === 'yes') {
    turned.tier = higherTier(turned.tier, 'high')
    turned.kinds.add('suicide')
    turned.reasons.add('answer.yes/self')
  }
  if (asked === 'suicide' && answer === 'unsure') {
    turned.tier = higherTier(turned.tier, 'concern')
    turned.kinds.add('suicide')
    turned.reasons.add('answer.unsure/self')
  }
  if (asked === 'safe' && answer === 'no' && session.kinds.has('harm-by-others')) {
    turned.tier = 'imminent'
    turned.kinds.add('harm-by-others')
    turned.reasons.add('answer.not-safe/self')
  }
}
