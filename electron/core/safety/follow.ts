/** How a session stands after each turn: it rises at once, falls slowly, and hears what was spread over messages. */
import { answered, atLeast, combine, opined, paired, type Turned } from './combine.ts'
import type { Asked } from './directAnswer.ts'
import type { Heard, Mark, Whom } from './hear.ts'
import type { Facet } from './rules/rule.ts'
import { bodyFails, type Recent, recentMarks, signsTogether } from './signsTogether.ts'
import { higherTier, type Kind, type Opinion, type Tier, tiers } from './tier.ts'

/**
 * The session's state. It rises at once to the tier of a turn, and falls one tier only after `quietTurnsBefore` turns
 * of the person in which nothing spoke: people often step back from a hard sentence without being any safer. A clear
 * "no" to Lull's direct question is believed: from high it falls one tier at once, at concern it counts as all but the
 * last quiet turn. Imminent (an overdose, danger now) is never undone by a "no" alone.
 */
export interface State {
  readonly tier: Tier
  readonly kinds: ReadonlySet<Kind>
  readonly reasons: ReadonlySet<string>
  /** BCP 47 of the rules that spoke last; `en` until any did. */
  readonly language: string
  readonly quietTurns: number
  /** What was said since the session was calm. */
  readonly facets: ReadonlySet<`${Whom}:${Facet}`>
  readonly recent: readonly Recent[]
  /** Turns of the person so far. */
  readonly turns: number
  /** The newest turns, when they are only a few words each. */
  readonly scraps: readonly string[]
  /** Turns of the person in which a loss is still kept in mind. */
  readonly griefTurns: number
}

export const calm: State = {
  tier: 'none',
  kinds: new Set(),
  reasons: new Set(),
  language: 'en',
  quietTurns: 0,
  facets: new Set(),
  recent: [],
  turns: 0,
  scraps: [],
  griefTurns: 0,
}

const quietTurnsBefore: Record<Tier, number> = { none: 0, concern: 3, high: 4, imminent: 6 }
const GRIEF_TURNS = 8
const SCRAP_CHARACTERS = 40
const MOST_SCRAPS = 12

export interface PersonTurn {
  text: string
  /** What Lull asked directly just before. */
  asked: Asked
  opinions: readonly Opinion[]
}

/** @param hear one text by itself; remembered by the caller, since scraps are heard together as well. */
export function follow(state: State, turn: PersonTurn, hear: (text: string) => Heard): State {
  const heard = hear(turn.text)
  const scraps = scrapsAfter(state.scraps, turn.text)
  const turned: Turned = {
    tier: heard.tier,
    kinds: new Set(heard.kinds),
    reasons: new Set(heard.reasons),
    marks: heard.marks,
  }
  let language = heard.language
  const joined = heardTogether(state.scraps, scraps, heard, hear)
  if (joined) {
    turned.tier = higherTier(turned.tier, joined.tier)
    for (const kind of joined.kinds) turned.kinds.add(kind)
    for (const reason of joined.reasons) turned.reasons.add(reason)
    turned.marks = [...turned.marks, ...joined.marks]
    language = joined.language
  }
  const turns = state.turns + 1
  const marks = opined(turned, turn.opinions)
  const recent = recentMarks(state.recent, turns, marks)
  combine(turned, marks, state)
  const together = signsTogether(recent, turns, higherTier(turned.tier, state.tier))
  if (together && !atLeast(turned.tier, together)) {
    turned.tier = together
    turned.kinds.add('suicide')
    turned.reasons.add('signs.together/self')
  }
  if (bodyFails(recent, turns)) {
    turned.tier = higherTier(turned.tier, 'high')
    turned.kinds.add('eating')
    turned.reasons.add('eating.body-fails/self')
  }
  paired(turned)
  if (turn.asked !== null) answered(turned, heard.answer, turn.asked, state)
  const griefTurns = turned.kinds.has('grief') ? GRIEF_TURNS : Math.max(0, state.griefTurns - 1)
  const after = { ...state, turns, scraps, recent, griefTurns, language: language ?? state.language }
  if (turned.tier === 'none')
    return lowered(withKinds(after, turned), turn.asked === 'suicide' && heard.answer === 'no')
  return risen(after, turned, marks)
}

function scrapsAfter(before: readonly string[], text: string): readonly string[] {
  const plain = text.trim()
  if (plain.length > SCRAP_CHARACTERS || plain === '') return plain === '' ? before : []
  return [...before, plain].slice(-MOST_SCRAPS)
}

/** One sentence over several messages: what they say together that neither the newest nor the earlier ones said. */
function heardTogether(
  before: readonly string[],
  scraps: readonly string[],
  alone: Heard,
  hear: (text: string) => Heard,
): Heard | null {
  if (scraps.length < 2) return null
  const now = hear(scraps.join(' '))
  if (now.tier === 'none' || !(tiers.indexOf(now.tier) > tiers.indexOf(alone.tier))) return null
  // Once heard it is heard: later scraps that hold it too say nothing new.
  return atLeast(hear(before.join(' ')).tier, now.tier) ? null : now
}

function risen(after: State, turned: Turned, marks: readonly Mark[]): State {
  const facets = new Set(after.facets)
  for (const { facet, whom } of marks) facets.add(`${whom}:${facet}`)
  if (turned.reasons.has('answer.yes/self')) facets.add('self:wish')
  return {
    ...after,
    tier: higherTier(after.tier, turned.tier),
    quietTurns: 0,
    kinds: new Set([...after.kinds, ...turned.kinds]),
    reasons: new Set([...after.reasons, ...turned.reasons]),
    facets,
  }
}

/** A loss is no tier: it is kept in mind for some turns, whatever the tier does. */
function withKinds(after: State, turned: Turned): State {
  if (turned.kinds.has('grief')) {
    const reasons = [...turned.reasons].filter((reason) => reason.startsWith('grief.'))
    return {
      ...after,
      kinds: new Set([...after.kinds, 'grief']),
      reasons: new Set([...after.reasons, ...reasons]),
    }
  }
  if (after.griefTurns > 0 || !after.kinds.has('grief') || after.tier !== 'none') return after
  return { ...after, kinds: new Set(), reasons: new Set() }
}

function lowered(state: State, believedNo: boolean): State {
  if (state.tier === 'none') return state
  const quietTurns = state.quietTurns + 1
  const needed = quietTurnsBefore[state.tier]
  if (believedNo && state.tier === 'concern')
    return { ...state, quietTurns: Math.max(quietTurns, needed - 1) }
  const falls = quietTurns >= needed || (believedNo && state.tier === 'high')
  if (!falls) return { ...state, quietTurns }
  const tier = tiers[tiers.indexOf(state.tier) - 1] ?? 'none'
  if (tier !== 'none') return { ...state, tier, quietTurns: 0, facets: new Set() }
  const isGrieving = state.griefTurns > 0 && state.kinds.has('grief')
  return {
    ...calm,
    language: state.language,
    turns: state.turns,
    scraps: state.scraps,
    griefTurns: state.griefTurns,
    kinds: isGrieving ? new Set(['grief'] as const) : calm.kinds,
  }
}
