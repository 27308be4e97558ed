/** Fits how scores become chances, on families left out, and where a chance is enough. */
import {
  chance,
  learnedTiers,
  type Scale,
  textScore,
  type WindowScore,
} from '../../../../electron/core/safety/learned/calibration.ts'
import { rounded } from './fitNgrams.ts'
import { denseDesign, fitLogistic } from './logistic.ts'
import type { TrainingSession } from './trainingLines.ts'
import { reaches, type TrainingWindow } from './trainingWindows.ts'

/** One turn as a head hears it: its score for each tier. */
export interface HeardTurn {
  session: number
  scores: number[]
  windows: number
}

export function heardTurns(windows: readonly TrainingWindow[], scores: readonly WindowScore[]): HeardTurn[] {
  const judged = [...windows.keys()].filter((row) => row in scores)
  const rowsOfTurn = Map.groupBy(judged, (row) => `${windows[row]?.session}/${windows[row]?.turn}`)
  return [...rowsOfTurn.values()].map((rows) => ({
    session: windows[rows[0] as number]?.session ?? -1,
    scores: learnedTiers.map((_, at) => textScore(rows.map((row) => scores[row]?.tiers[at] as number))),
    windows: rows.length,
  }))
}

/**
 * Platt's scale with a share for length. Every turn of a session below the tier counts as such; of a session that
 * reaches it, the loudest turn.
 */
export function fitScale(
  sessions: readonly TrainingSession[],
  turns: readonly HeardTurn[],
  at: number,
): Scale {
  const tier = learnedTiers[at] as (typeof learnedTiers)[number]
  const chosen = [...Map.groupBy(turns, ({ session }) => session)].flatMap(([session, own]) =>
    reaches(sessions[session] as TrainingSession, tier)
      ? [own.reduce((best, one) => ((one.scores[at] as number) > (best.scores[at] as number) ? one : best))]
      : own,
  )
  const labels = Float64Array.from(chosen, ({ session }) =>
    reaches(sessions[session] as TrainingSession, tier) ? 1 : 0,
  )
  const platt = (isLengthRead: boolean) =>
    fitLogistic({
      design: denseDesign(
        chosen.map(({ scores, windows }) =>
          Float32Array.of(scores[at] as number, isLengthRead ? Math.log(windows) : 0),
        ),
        2,
      ),
      labels,
      weights: new Float64Array(chosen.length).fill(1),
      l2: 1e-6,
    })
  const withLength = platt(true)
  const { weights, bias } = (withLength.weights[1] as number) <= 0 ? withLength : platt(false)
  return {
    slope: rounded(Math.max(0, weights[0] as number)),
    perLogWindow: rounded(Math.min(0, weights[1] as number)),
    offset: rounded(bias),
    threshold: 1,
  }
}

/** For each session the highest chance of any turn. */
export function sessionChances(
  sessions: readonly TrainingSession[],
  turns: readonly HeardTurn[],
  scale: Scale,
  at: number,
): Float64Array {
  const chances = new Float64Array(sessions.length)
  for (const { session, scores, windows } of turns) {
    chances[session] = Math.max(chances[session] as number, chance(scale, scores[at] as number, windows))
  }
  return chances
}
