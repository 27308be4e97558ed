/** The three ways the heads are heard in the app, as one thing to calibrate and to measure. */
import {
  type Calibration,
  learnedTiers,
  type WindowScore,
} from '../../../../electron/core/safety/learned/calibration.ts'
import { higherTier, type Tier } from '../../../../electron/core/safety/tier.ts'
import { fitScale, type HeardTurn, heardTurns, sessionChances } from './calibrate.ts'
import { type HeadScores, joinedScores } from './outOfFold.ts'
import { thresholdFor } from './thresholds.ts'
import type { TrainingSession } from './trainingLines.ts'
import type { TrainingWindow } from './trainingWindows.ts'

export const listeners = ['ngrams', 'alone', 'joined'] as const
export type Listener = (typeof listeners)[number]

/** Most false alarms of n-grams and encoder together, of sessions without risk: rules add theirs, 4 % in all. */
const MOST_FALSE_ALARMS = 0.015
/** The n-grams' part of them: the encoder hears better, but is not always there. */
const MOST_OF_NGRAMS = 0.0075
/** What is flagged is said to be high when that is more likely than not. */
const HIGH_FROM = 0.5

export interface Heard {
  scales: Record<Listener, Calibration>
  chances: Record<Listener, Float64Array[]>
}

function scaled(
  sessions: readonly TrainingSession[],
  turns: readonly HeardTurn[],
  among: (session: number) => boolean,
) {
  const fitted = turns.filter(({ session }) => among(session))
  const [concern, high] = learnedTiers.map((_, at) => fitScale(sessions, fitted, at))
  const calibration = { concern, high } as Calibration
  const chances = learnedTiers.map((tier, at) => sessionChances(sessions, turns, calibration[tier], at))
  return { calibration, chances }
}

/**
 * Fits scales and thresholds on sessions that were left out.
 * @param among sessions to fit on; chances are worked out for all.
 */
export function listen(
  sessions: readonly TrainingSession[],
  windows: readonly TrainingWindow[],
  scores: HeadScores,
  share: number,
  among: (session: number) => boolean = () => true,
): Heard {
  const of = (windowScores: readonly WindowScore[]) =>
    scaled(sessions, heardTurns(windows, windowScores), among)
  const each = {
    ngrams: of(scores.ngrams),
    alone: of(scores.kernel),
    joined: of(joinedScores(scores, share)),
  }
  const quiet = [...sessions.keys()].filter(
    (at) => among(at) && sessions[at]?.family !== null && sessions[at]?.tier === 'none',
  )
  const concern = (name: Listener) => each[name].chances[0] as Float64Array
  const ngrams = thresholdFor(concern('ngrams'), quiet, MOST_OF_NGRAMS)
  const isFlagged = (session: number) => (concern('ngrams')[session] as number) >= ngrams
  const joined = thresholdFor(concern('joined'), quiet, MOST_FALSE_ALARMS, isFlagged)
  const alone = thresholdFor(concern('alone'), quiet, MOST_FALSE_ALARMS)
  for (const [name, threshold] of Object.entries({ ngrams, joined, alone })) {
    each[name as Listener].calibration.concern.threshold = threshold
    each[name as Listener].calibration.high.threshold = HIGH_FROM
  }
  return {
    scales: {
      ngrams: each.ngrams.calibration,
      alone: each.alone.calibration,
      joined: each.joined.calibration,
    },
    chances: { ngrams: each.ngrams.chances, alone: each.alone.chances, joined: each.joined.chances },
  }
}

/** The highest tier any of the listeners says of a session. */
export function tierSaid(heard: Heard, names: readonly Listener[], session: number): Tier {
  let said: Tier = 'none'
  for (const name of names) {
    const [concern, high] = learnedTiers.map(
      (tier, at) => (heard.chances[name][at]?.[session] as number) >= heard.scales[name][tier].threshold,
    )
    if (concern) said = higherTier(said, high ? 'high' : 'concern')
  }
  return said
}
