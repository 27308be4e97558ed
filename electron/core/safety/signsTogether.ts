/** Quiet signs: one says little, several different ones close together say more, however long the session is. */
import type { Mark } from './hear.ts'
import type { Facet } from './rules/rule.ts'
import { type Tier, tiers } from './tier.ts'

export interface Recent {
  /** The person's turn, from 1. */
  turn: number
  marks: readonly Mark[]
}

/** How close signs must stand: this many sentences within a turn, this many turns of the person. */
const SENTENCES = 14
const TURNS = 5

/** What each sign weighs; the same sign said often weighs no more than once. */
const weights: Partial<Record<Facet, number>> = {
  pain: 1,
  trapped: 1,
  burden: 1,
  hopeless: 1,
  alone: 1,
  wish: 2,
  farewell: 2,
  giving: 2,
  rehearsal: 2,
}
const quiet = new Set(Object.keys(weights) as Facet[])
const preparing: readonly Facet[] = ['farewell', 'giving', 'rehearsal']

/** Marks of the last turns, oldest first. */
export function recentMarks(
  before: readonly Recent[],
  turn: number,
  marks: readonly Mark[],
): readonly Recent[] {
  const kept =
    before.length > 0 && (before[0]?.turn ?? turn) <= turn - TURNS
      ? before.filter((one) => one.turn > turn - TURNS)
      : before
  return marks.length === 0 ? kept : [...kept, { turn, marks }]
}

const weigh = (facets: ReadonlySet<Facet>) => {
  let sum = 0
  for (const facet of facets) sum += weights[facet] ?? 0
  return sum
}

const ownQuiet = (marks: readonly Mark[]) =>
  marks.filter(({ facet, whom }) => whom === 'self' && quiet.has(facet))

/** The heaviest stretch of a long text, so that length alone adds nothing. */
function heaviest(marks: readonly Mark[]): Set<Facet> {
  let best = new Set<Facet>()
  for (const [at, { sentence }] of marks.entries()) {
    const near = new Set<Facet>()
    for (const mark of marks.slice(at)) {
      if (mark.sentence - sentence >= SENTENCES) break
      near.add(mark.facet)
    }
    if (weigh(near) > weigh(best)) best = near
  }
  return best
}

/**
 * @param tier of the session with this turn, before its signs are weighed.
 * @returns the tier the signs reach together, or null when there are too few.
 */
export function signsTogether(recent: readonly Recent[], turn: number, tier: Tier): Tier | null {
  const newest = recent.at(-1)
  if (newest?.turn !== turn) return null
  const here = heaviest(ownQuiet(newest.marks).sort((one, other) => one.sentence - other.sentence))
  if (here.size === 0) return null
  const all = new Set(here)
  for (const { marks } of recent) for (const { facet } of ownQuiet(marks)) all.add(facet)
  const isPreparing = preparing.some((facet) => all.has(facet))
  const isSerious = tiers.indexOf(tier) >= tiers.indexOf('concern')
  if (isSerious && isPreparing && all.size >= 2 && weigh(all) >= 4) return 'high'
  if (here.size >= 2 && weigh(here) >= 3) return 'concern'
  if (all.size >= 3 && weigh(all) >= 4) return 'concern'
  return null
}

/** Not eating, and a body that gives way, in the same stretch. */
export function bodyFails(recent: readonly Recent[], turn: number): boolean {
  const newest = recent.at(-1)
  if (newest?.turn !== turn) return false
  const has = (facet: Facet) =>
    recent.some(({ marks }) => marks.some((mark) => mark.facet === facet && mark.whom === 'self'))
  const newly = newest.marks.some(({ facet }) => facet === 'starving' || facet === 'fainting')
  return newly && has('starving') && has('fainting')
}

/** Two different signs of one sort within this many sentences are no chance any more. */
const PAIR_SENTENCES = 8

/** True when two rules with the facet spoke close together in one turn. */
export function pairOf(facet: Facet, marks: readonly Mark[]): boolean {
  const found = marks.filter((mark) => mark.facet === facet)
  return found.some((one) =>
    found.some(
      ({ code, sentence }) => code !== one.code && Math.abs(sentence - one.sentence) < PAIR_SENTENCES,
    ),
  )
}
