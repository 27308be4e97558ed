/** What is known at one look: presence, rest, break need and strain, as others have worked them out. */
import type { Situation } from '../presence/situation.ts'
import type { Standing } from '../presence/standing.ts'

export interface BreakFacts {
  /** Null wherever it is unknown. */
  situation: Situation
  standing: Standing
  /** Since the last key or pointer use, ms; null when nobody can tell. */
  inputIdleMs: number | null
  /** Rest that is going on, ms; 0 while working. */
  restMs: number
  /** Work since real rest, ms. */
  sinceRestMs: number
  /** B, 0–1; null while work cannot be told from rest. */
  need: number | null
  /** From the first work of the day until now, ms; null before it. */
  daySpanMs: number | null
  strainRaised: boolean
}

/** Facts that forbid to speak. */
export const HUSHING_FACTS = ['inCall', 'sharing', 'doNotDisturb', 'fullScreen'] as const
export type HushingFact = (typeof HUSHING_FACTS)[number]

/** When each was last seen to be so, epoch ms; null once it was seen to be over. */
export type Hushed = Readonly<Record<HushingFact, number | null>>

export const nothingHushed: Hushed = { inCall: null, sharing: null, doNotDisturb: null, fullScreen: null }

/**
 * A probe that loses sight of a call has not seen its end: it is held for so long, which outlasts most calls. Where
 * nobody could ever tell, nothing is held.
 */
export const HELD_FOR_MS = 60 * 60_000

/** What forbids to speak, with one more look taken in. The same value comes back when nothing changed. */
export function hushedAfter(hushed: Hushed, situation: Situation, nowMs: number): Hushed {
  const next: Record<HushingFact, number | null> = { ...hushed }
  for (const fact of HUSHING_FACTS) {
    const value = situation[fact]
    const heldMs = hushed[fact]
    if (value === true) next[fact] = nowMs
    else if (value === false) next[fact] = null
    else next[fact] = heldMs !== null && nowMs - heldMs < HELD_FOR_MS ? heldMs : null
  }
  return next
}

/** Away from the keys for more than this is away from the desk: an offer would meet nobody. */
export const LONGEST_GAP_MS = 60_000

/**
 * Whether somebody is there to be asked, be it in a call or before a film; where nobody can tell, it is taken that
 * somebody is.
 */
export function isSomebodyThere({ situation, inputIdleMs }: BreakFacts): boolean {
  const { activity, inCall, sharing, fullScreen } = situation
  if (inCall === true || sharing === true || fullScreen === true) return true
  if (activity === 'locked' || activity === 'asleep') return false
  if (inputIdleMs !== null) return inputIdleMs <= LONGEST_GAP_MS
  return activity !== 'idle'
}
