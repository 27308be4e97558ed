/** How serious a session is, read from the person's own words before any model sees them. */
import { type Answer, askedDirectly, directAnswer } from './directAnswer.ts'
import { type Place, reportedSpeech } from './guards.ts'
import { clausesOf, normalise, withoutQuotations } from './normalise.ts'
import { anyTrigger, type Facet, otherRules, type Rule, selfRules } from './rules.ts'
import { higherTier, type Kind, type Tier, type TriageResult, type Turn, tiers } from './tier.ts'

/** What one turn says by itself. */
interface Heard {
  tier: Tier
  kinds: Set<Kind>
  reasons: Set<string>
  facets: Set<Facet>
}

/**
 * The session's state. It rises at once to the tier of a turn, and falls one tier only after `quietTurnsBefore` turns
 * of the person in which no rule spoke: people often step back from a hard sentence without being any safer. A clear
 * "no" to Lull's direct question is believed: from high it falls one tier at once, at concern it counts as all but the
 * last quiet turn. Imminent (an overdose, danger now) is never undone by a "no" alone.
 */
interface State {
  tier: Tier
  quietTurns: number
  kinds: Set<Kind>
  reasons: Set<string>
  facets: Set<Facet>
}

const quietTurnsBefore: Record<Tier, number> = { none: 0, concern: 3, high: 4, imminent: 6 }

function placeOf(rule: Rule, clause: string, sentence: string): Place | null {
  const found = rule.pattern.exec(clause)
  if (!found) return null
  const [match] = found
  return {
    before: clause.slice(0, found.index),
    match,
    after: clause.slice(found.index + match.length),
    clause,
    sentence,
  }
}

function hear(rule: Rule, place: Place | null, heard: Heard, whom: 'self' | 'other'): void {
  if (!place || rule.guards.some((guard) => guard(place))) return
  for (const facet of rule.facets) heard.facets.add(facet)
  if (rule.tier === 'none') {
    heard.reasons.add(`${rule.code}/${whom}`)
    return
  }
  heard.tier = higherTier(heard.tier, rule.tier)
  for (const kind of rule.kinds) heard.kinds.add(kind)
  heard.reasons.add(`${rule.code}/${whom}`)
}

/** What another person is told to have said counts for them, one tier as a helper's worry. */
function hearReported(reported: string[], heard: Heard): void {
  for (const text of reported) {
    const spoken = selfRules.filter((rule) => rule.kinds.includes('suicide') && rule.tier !== 'none')
    for (const { text: clause, sentence } of clausesOf(text)) {
      if (!spoken.some((rule) => isHeard(rule, clause, sentence))) continue
      heard.tier = higherTier(heard.tier, 'concern')
      heard.kinds.add('someone-else')
      heard.reasons.add('other.quoted/other')
    }
  }
}

function isHeard(rule: Rule, clause: string, sentence: string): boolean {
  const place = placeOf(rule, clause, sentence)
  return place !== null && !rule.guards.some((guard) => guard(place))
}

function listen(normalised: string): Heard {
  const heard: Heard = { tier: 'none', kinds: new Set(), reasons: new Set(), facets: new Set() }
  const { own, reported } = withoutQuotations(normalised)
  for (const { text: clause, sentence } of clausesOf(own)) {
    if (!anyTrigger.test(clause)) continue
    for (const rule of otherRules) hear(rule, placeOf(rule, clause, sentence), heard, 'other')
    for (const rule of selfRules) {
      const place = placeOf(rule, clause, sentence)
      if (place && !reportedSpeech(place)) hear(rule, place, heard, 'self')
    }
  }
  hearReported(reported, heard)
  return heard
}

/**
 * Plan with means or a near time is imminent. Facets of earlier turns count while the session is high: "I want to die"
 * and, two messages later, "the pills are in front of me" belong together.
 */
function combined(heard: Heard, state: State): Tier {
  const earlier = tiers.indexOf(state.tier) >= tiers.indexOf('high') ? state.facets : new Set<Facet>()
  const has = (facet: Facet) => heard.facets.has(facet) || earlier.has(facet)
  if (heard.facets.size === 0) return heard.tier
  const wishes = has('wish') && (tiers.indexOf(heard.tier) >= 2 || earlier.has('wish'))
  const meant = has('intent') && (wishes || state.tier !== 'none')
  const newly = (facet: Facet) => heard.facets.has(facet)
  if (meant && (has('means') || has('soon')) && (newly('intent') || newly('means') || newly('soon')))
    return 'imminent'
  if (wishes && newly('means') && !heard.kinds.has('overdose')) return 'imminent'
  if (wishes && has('means') && newly('soon')) return 'imminent'
  if (wishes && newly('wish') && newly('soon') && heard.reasons.has('plan.soon/self')) return 'imminent'
  if (newly('intent') && state.tier !== 'none') return higherTier(heard.tier, 'high')
  return heard.tier
}

function answered(heard: Heard, answer: Answer, question: 'suicide' | 'safe', state: State): void {
  if (question === 'suicide' && answer === 'yes') {
    heard.tier = higherTier(heard.tier, 'high')
    heard.kinds.add('suicide')
    heard.facets.add('wish')
    heard.reasons.add('answer.yes/self')
  }
  if (question === 'suicide' && answer === 'unsure') {
    heard.tier = higherTier(heard.tier, 'concern')
    heard.kinds.add('suicide')
    heard.reasons.add('answer.unsure/self')
  }
  if (question === 'safe' && answer === 'no' && state.kinds.has('harm-by-others')) {
    heard.tier = higherTier(heard.tier, 'imminent')
    heard.kinds.add('harm-by-others')
    heard.reasons.add('answer.not-safe/self')
  }
}

const calm = (): State => ({
  tier: 'none',
  quietTurns: 0,
  kinds: new Set(),
  reasons: new Set(),
  facets: new Set(),
})

function lowered(state: State, believedNo: boolean): State {
  if (state.tier === 'none') return state
  const quietTurns = state.quietTurns + 1
  const needed = quietTurnsBefore[state.tier]
  if (believedNo && state.tier === 'concern')
    return { ...state, quietTurns: Math.max(quietTurns, needed - 1) }
  const falls = quietTurns >= needed || (believedNo && state.tier === 'high')
  if (!falls) return { ...state, quietTurns }
  const tier = tiers[tiers.indexOf(state.tier) - 1] ?? 'none'
  return tier === 'none' ? calm() : { ...state, tier, quietTurns: 0, facets: new Set() }
}

function afterTurn(state: State, text: string, lullBefore: string | null): State {
  const normalised = normalise(text)
  const heard = listen(normalised)
  heard.tier = combined(heard, state)
  const question = lullBefore === null ? null : askedDirectly(lullBefore)
  const answer = question === null ? null : directAnswer(normalised)
  if (question !== null) answered(heard, answer, question, state)
  if (heard.tier === 'none') return lowered(state, question === 'suicide' && answer === 'no')
  const risen = higherTier(state.tier, heard.tier)
  if (heard.tier === 'imminent' && heard.kinds.size === 0)
    for (const kind of state.kinds) heard.kinds.add(kind)
  return {
    tier: risen,
    quietTurns: 0,
    kinds: new Set([...state.kinds, ...heard.kinds]),
    reasons: new Set([...state.reasons, ...heard.reasons]),
    facets: new Set([...state.facets, ...heard.facets]),
  }
}

/** Reads a whole session. Total: any strings give a result. Time grows linearly with the text. */
export function triage(turns: readonly Turn[]): TriageResult {
  let state = calm()
  let lullBefore: string | null = null
  const perTurn: Tier[] = []
  for (const turn of turns) {
    if (turn.role === 'person') {
      state = afterTurn(state, turn.text, lullBefore)
      lullBefore = null
    } else lullBefore = turn.text
    perTurn.push(state.tier)
  }
  return { tier: state.tier, kinds: [...state.kinds], reasons: [...state.reasons], perTurn }
}
