/** Moments at which an offer disturbs least: between two things, or in a gap of the typing. */
import type { AppCategory } from '../presence/minuteRecord.ts'
import { type BreakFacts, LONGEST_GAP_MS } from './breakFacts.ts'

/** `noDeferral`: nobody can tell whether keys are used, and then waiting would be guessing. */
export type Breakpoint = 'inputGap' | 'categorySwitch' | 'callEnded' | 'returned' | 'noDeferral'

/** Shorter than this is a thought in the middle of a sentence (work-pattern notes §5.2: input gap 8–60 s). */
export const LEAST_GAP_MS = 8000
/** A kind of program has to be in front for so long before leaving it means anything (§5.2). */
export const LEAST_DWELL_MS = 5 * 60_000
/** A moment between two things passes (§5.2: unlock/return < 30 s). */
export const BREAKPOINT_LASTS_MS = 30_000
/** After so long without one, only the tray says something (§5.2). */
export const MOST_WAIT_MS = 10 * 60_000

export interface PassedBreakpoint {
  what: Breakpoint
  atMs: number
}

/** Which kind of program has been in front, and since when. */
export interface Dwelling {
  category: AppCategory
  sinceMs: number
}

export function dwellingAfter(dwelling: Dwelling | null, facts: BreakFacts, nowMs: number): Dwelling | null {
  const { category } = facts.situation
  if (category === null) return null
  return dwelling?.category === category ? dwelling : { category, sinceMs: nowMs }
}

function hasReturned(before: BreakFacts, after: BreakFacts, sinceMs: number): boolean {
  if (after.situation.activity !== 'active') return false
  if (sinceMs > LONGEST_GAP_MS) return true
  const { activity } = before.situation
  const wasAway = activity === 'locked' || activity === 'asleep'
  return wasAway || (before.inputIdleMs ?? 0) > LONGEST_GAP_MS
}

/** What lay between two looks; null when the person simply went on. */
export function breakpointBetween(
  look: { facts: BreakFacts; atMs: number } | null,
  after: BreakFacts,
  dwelling: Dwelling | null,
  nowMs: number,
): Breakpoint | null {
  if (look === null) return null
  const before = look.facts
  const sinceMs = nowMs - look.atMs
  const ended = (fact: 'inCall' | 'sharing') =>
    before.situation[fact] === true && after.situation[fact] === false
  if (ended('inCall') || ended('sharing')) return 'callEnded'
  if (hasReturned(before, after, sinceMs)) return 'returned'
  const isOther = dwelling !== null && after.situation.category !== dwelling.category
  const hasDwelt = dwelling !== null && nowMs - dwelling.sinceMs >= LEAST_DWELL_MS
  return isOther && after.situation.category !== null && hasDwelt ? 'categorySwitch' : null
}

/** The breakpoint of this very moment, if it is one. */
export function breakpointNow(
  facts: BreakFacts,
  passed: PassedBreakpoint | null,
  nowMs: number,
): Breakpoint | null {
  if (passed !== null && nowMs - passed.atMs <= BREAKPOINT_LASTS_MS) return passed.what
  if (facts.inputIdleMs === null) return 'noDeferral'
  return facts.inputIdleMs >= LEAST_GAP_MS && facts.inputIdleMs <= LONGEST_GAP_MS ? 'inputGap' : null
}
