/** Chooses among short replies of a very small model: what says the person's own words back beats what makes things up. */
import { rulesFor } from './candidateRules.ts'
import { type Candidate, type TalkSoFar, viewOf } from './candidateView.ts'

export interface CandidateScore {
  /** -Infinity for what must not be shown. */
  score: number
  reasons: string[]
}

export interface Ranking {
  /** Place of the one to show, or null when none will do. */
  best: number | null
  /** True when waiting for more is not worth it. */
  clear: boolean
  scores: CandidateScore[]
}

/** Below this an authored reflection serves the person better. */
const FLOOR = 6.5
/** From here on the next candidate would hardly be better. */
const CLEARLY_GOOD = 8.5
function scored(candidate: Candidate, talk: TalkSoFar): CandidateScore {
  const view = viewOf(candidate, talk)
  let score = 0
  const reasons: string[] = []
  for (const rule of rulesFor(view.kind)) {
    const points = rule.points(view)
    if (points === 0) continue
    score += points
    reasons.push(rule.reason)
  }
  return { score, reasons }
}

/** The first of the best, when it is good enough to be shown at all. */
export function rankCandidates(candidates: readonly Candidate[], talk: TalkSoFar): Ranking {
  const scores = candidates.map((candidate) => scored(candidate, talk))
  const top = Math.max(-Infinity, ...scores.map((one) => one.score))
  const best = top >= FLOOR ? scores.findIndex((one) => one.score === top) : null
  const isClear = (one: CandidateScore) =>
    one.score >= CLEARLY_GOOD &&
    (one.reasons.includes('open-question') || one.reasons.includes('known-answer'))
  return { best, clear: scores.some(isClear), scores }
}
