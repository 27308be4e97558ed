/** Sessions as fitting sees them: windows with what is known of them, which is less than of their session. */
import { learnedKinds } from '../../../../electron/core/safety/learned/calibration.ts'
import { allWindowsOf } from '../../../../electron/core/safety/learned/windows.ts'
import { type Kind, type Tier, tiers } from '../../../../electron/core/safety/tier.ts'
import type { TrainingSession } from './trainingLines.ts'

export interface TrainingWindow {
  /** Place of its session in the list. */
  session: number
  /** Of the person, from 0. */
  turn: number
  text: string
  words: number
}

export function windowsOfSessions(sessions: readonly TrainingSession[]): TrainingWindow[] {
  return sessions.flatMap(({ said }, session) =>
    said.flatMap((turnText, turn) =>
      allWindowsOf(turnText).map((text) => ({ session, turn, text, words: text.split(' ').length })),
    ),
  )
}

export const reaches = (session: TrainingSession, tier: Tier) =>
  tiers.indexOf(session.tier) >= tiers.indexOf(tier)

/** A weight of 0 leaves a row out. */
export interface Labels {
  labels: Float64Array
  weights: Float64Array
}

/** "Yes" and "ok" carry a tier only by what was asked before them. */
const FEWEST_WORDS = 3

/**
 * A session below the tier lends its label to every window, and shares one weight among them by the root of their
 * number. A session that reaches it says so in one window in ten that `scores` rank highest; without scores only
 * sessions with a single window are certain.
 */
export function labelled(
  sessions: readonly TrainingSession[],
  windows: readonly TrainingWindow[],
  tier: Tier,
  scores: Float64Array | null,
): Labels {
  const labels = new Float64Array(windows.length)
  const weights = new Float64Array(windows.length)
  for (const [session, rows] of Map.groupBy(windows.keys(), (row) => windows[row]?.session ?? -1)) {
    const isReached = reaches(sessions[session] as TrainingSession, tier)
    const told = isReached ? tellingRows(rows, windows, scores) : rows
    const weight = isReached ? 1 / told.length : 1 / Math.sqrt(rows.length)
    for (const row of told) {
      labels[row] = isReached ? 1 : 0
      weights[row] = weight
    }
  }
  return { labels, weights }
}

function tellingRows(
  rows: readonly number[],
  windows: readonly TrainingWindow[],
  scores: Float64Array | null,
): readonly number[] {
  const able = rows.length === 1 ? rows : rows.filter((row) => (windows[row]?.words ?? 0) >= FEWEST_WORDS)
  if (able.length === 1) return able
  if (!scores) return []
  return able
    .toSorted((a, b) => (scores[b] as number) - (scores[a] as number) || a - b)
    .slice(0, Math.ceil(able.length / 10))
}

/** The kind as learned layers tell it apart, or null for a session without one. */
export function kindOf(session: TrainingSession | undefined): Kind | null {
  if (!session || session.tier === 'none') return null
  const kind = session.kind === 'suicide-plan' ? 'suicide' : session.kind
  return learnedKinds.find((one) => one === kind) ?? null
}

/** Some of the sessions with their windows, for fitting without the others. */
export function partOf(
  sessions: readonly TrainingSession[],
  windows: readonly TrainingWindow[],
  isPart: (session: number) => boolean,
) {
  const kept = [...sessions.keys()].filter(isPart)
  const placeOf = new Map(kept.map((session, at) => [session, at]))
  const rows = [...windows.keys()].filter((row) => placeOf.has(windows[row]?.session ?? -1))
  return {
    rows,
    sessions: kept.map((session) => sessions[session] as TrainingSession),
    windows: rows.map((row) => {
      const window = windows[row] as TrainingWindow
      return { ...window, session: placeOf.get(window.session) as number }
    }),
  }
}
