/** One turn of the talk as the decisions see it: where it stood, what was heard, and what that answers. */

import type { AnswerKey, Move } from './answers.ts'
import type { CareStep, Question } from './careSteps.ts'
import type { CrisisState, Track } from './crisisState.ts'
import type { HeardTurn } from './hearTurn.ts'
import { type Danger, reach, saysSuicide } from './tracks.ts'

export interface Moment {
  /** Where the talk stood; for a talk that begins, its new state. */
  state: CrisisState
  begins: boolean
  /** Track of this turn. */
  track: Track
  danger: Danger
  heard: HeardTurn
  /** What Lull's last message asked. */
  pending: Question | null
  /** Turns of the person so far. */
  turn: number
  /** Someone the person named to Lull for such moments. */
  hasOwnPeople: boolean
}

export const say = (step: CareStep, asks: Question | null, set?: Move['set']): Move =>
  set === undefined ? { say: step, asks } : { say: step, asks, set }

/** The answer to the pending question. Fresh danger outweighs a "no" before it: "no, I'm going to do it". */
export function answerOf({ heard, pending, danger }: Moment): AnswerKey {
  const { fresh } = danger
  const grave = reach(fresh.tier) >= reach('high')
  if (pending === 'suicide') {
    if (grave && saysSuicide(danger)) return 'yes'
    const takenBack = heard.manner === 'denial' || heard.manner === 'joking'
    const answer = takenBack ? 'no' : heard.directAnswer
    if (answer === 'no' && fresh.tier !== 'none') return 'other'
    return answer ?? 'other'
  }
  if (pending === 'when' && heard.when !== null) return heard.when
  if (pending === 'how' && grave) return 'yes'
  if ((pending === 'can' || pending === 'offer') && heard.manner === 'ok') return 'yes'
  if (pending === 'check' && heard.news === 'worse') return 'no'
  return heard.answer ?? 'other'
}
