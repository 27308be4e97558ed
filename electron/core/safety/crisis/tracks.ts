/** Which talk it is: each kind of danger has its own first words, and the gravest of what is new decides. */
import { type Kind, type Tier, tiers } from '../tier.ts'
import type { CareNote, CareStep, Question } from './careSteps.ts'
import type { Track } from './crisisState.ts'

export const reach = (tier: Tier): number => tiers.indexOf(tier)

interface TrackPlan {
  /** First words below imminent, with the question they end on. */
  first: CareStep
  asks: Question | null
  /** First words in danger right now, and those after them. */
  now: CareStep
  stay: CareStep
  /** Words without a question that has a next step, for when no model speaks. */
  listen: CareStep
  note: CareNote | null
  /** A plan of their own, and the direct question, belong to it. */
  own: boolean
  /** Which wins when two are heard at the same tier. */
  weight: number
}

const own = { now: 'now.first', stay: 'now.stay', listen: 'listen', own: true } as const
const notOwn = { own: false } as const

export const trackPlans: Record<Track, TrackPlan> = {
  // Its first words are put together from several steps.
  suicide: { ...own, first: 'ask', asks: 'suicide', note: null, weight: 4 },
  'self-harm': { ...own, first: 'self-harm.first', asks: 'suicide', note: 'self-harm', weight: 2 },
  eating: { ...own, first: 'eating.first', asks: 'body', note: 'eating', weight: 1 },
  beliefs: { ...own, first: 'beliefs.first', asks: 'sleep', note: 'beliefs', weight: 2 },
  harm: {
    ...notOwn,
    first: 'harm.first',
    asks: 'safe',
    now: 'harm.now',
    stay: 'harm.now.stay',
    listen: 'harm.stay',
    note: 'harm',
    weight: 3,
  },
  helper: {
    ...notOwn,
    first: 'helper.first',
    asks: 'them',
    now: 'helper.now',
    stay: 'helper.now.stay',
    listen: 'helper.stay',
    note: 'helper',
    weight: 1,
  },
  threat: {
    ...notOwn,
    first: 'threat.first',
    asks: 'danger',
    now: 'threat.now',
    stay: 'threat.now.stay',
    listen: 'listen',
    note: 'threat',
    weight: 3,
  },
  // An overdose or an emergency of the body is answered as one at every tier: waiting is what harms.
  overdose: {
    ...notOwn,
    first: 'overdose.first',
    asks: null,
    now: 'overdose.first',
    stay: 'overdose.stay',
    listen: 'listen',
    note: null,
    weight: 6,
  },
  medical: {
    ...notOwn,
    first: 'medical.first',
    asks: null,
    now: 'medical.first',
    stay: 'medical.stay',
    listen: 'listen',
    note: null,
    weight: 5,
  },
  grief: {
    ...notOwn,
    first: 'grief.first',
    asks: null,
    now: 'now.first',
    stay: 'now.stay',
    listen: 'grief.stay',
    note: 'grief',
    weight: 0,
  },
}

const trackOf: Record<Kind, Track> = {
  suicide: 'suicide',
  'suicide-plan': 'suicide',
  'self-harm': 'self-harm',
  overdose: 'overdose',
  'harm-by-others': 'harm',
  'someone-else': 'helper',
  eating: 'eating',
  'harm-to-others': 'threat',
  beliefs: 'beliefs',
  'medical-emergency': 'medical',
  grief: 'grief',
}

const isOwn = (kind: Kind) => kind === 'suicide' || kind === 'suicide-plan' || kind === 'self-harm'

/** The gravest track of some kinds; null when there are none. */
function gravest(kinds: readonly Kind[], tier: Tier): Track | null {
  // What happens to someone else is theirs: a friend's overdose is answered as a helper's.
  if (kinds.includes('someone-else') && !kinds.some(isOwn)) return 'helper'
  // An overdose that is thought of belongs to the wish; one that was taken is imminent.
  const thought = tier !== 'imminent' && kinds.some(isOwn)
  const heard = kinds
    .filter((kind) => kind !== 'overdose' || !thought)
    .map((kind) => trackOf[kind])
    .filter((track) => track !== undefined)
  return heard.reduce<Track | null>(
    (best, track) => (best === null || trackPlans[track].weight > trackPlans[best].weight ? track : best),
    null,
  )
}

/** What the newest turn says by itself, and the session as a whole. */
export interface Danger {
  tier: Tier
  kinds: readonly Kind[]
  fresh: { tier: Tier; kinds: readonly Kind[] }
}

/** One's own wish to die, said now. */
export const saysSuicide = ({ fresh }: Danger): boolean =>
  fresh.tier !== 'none' && fresh.kinds.some((kind) => kind === 'suicide' || kind === 'suicide-plan')

/**
 * The track of this turn. A talk stays in its track, so that questions are not begun again; it changes for what is
 * graver, and for something else that is said at high or imminent unless it is about the person's own life already.
 */
export function trackNow(danger: Danger, current: { track: Track; tier: Tier } | null): Track {
  const { fresh } = danger
  const heard = fresh.tier === 'none' ? null : gravest(fresh.kinds, fresh.tier)
  // Once the body is looked after, it is asked what the overdose was meant to be.
  if (current?.track === 'overdose' && danger.tier !== 'imminent') return 'suicide'
  if (!current || current.track === 'grief') return heard ?? gravest(danger.kinds, danger.tier) ?? 'suicide'
  if (heard === null || heard === current.track || heard === 'grief') return current.track
  // Both have the same number to call, and what was taken is what they need to know.
  if (current.track === 'overdose' && heard === 'medical') return 'overdose'
  const graver = trackPlans[heard].weight > trackPlans[current.track].weight
  if (graver || reach(fresh.tier) > reach(current.tier)) return heard
  const ownLife = current.track === 'suicide' && reach(current.tier) >= reach('high')
  return reach(fresh.tier) >= reach('high') && !ownLife ? heard : current.track
}
