/** A sensor that falls silent must not make a day look heavier: its last word holds as long as it would lower the score. */
import { FEATURES, type FeatureId, type Weights } from './families.ts'
import type { Signal } from './signal.ts'
import { type StrainScore, strainScore } from './strainScore.ts'

/** The last signal of each measure heard since the last real rest. */
export type HeardSignals = Readonly<Partial<Record<FeatureId, Signal>>>

/** What was heard, with the signals of now. The person's own answers fade by design and are not sensors. */
export function withHeard(heard: HeardSignals, signals: readonly Signal[]): HeardSignals {
  const next: Partial<Record<FeatureId, Signal>> = { ...heard }
  for (const signal of signals) {
    if (FEATURES[signal.feature].family !== 'self') next[signal.feature] = signal
  }
  return next
}

/**
 * The score of the signals at hand, or the one with the last words of sensors that fell silent, whichever is lower. The
 * confidence and the parts are always those of the signals at hand.
 */
export function steadyStrainScore(
  signals: readonly Signal[],
  heard: HeardSignals,
  weights: Weights,
  daysKnown: number,
): StrainScore {
  const now = strainScore(signals, weights, daysKnown)
  const speaking = new Set(signals.map((signal) => signal.feature))
  const silent = Object.values(heard).filter((signal) => !speaking.has(signal.feature))
  const held = strainScore([...signals, ...silent], weights, daysKnown)
  if (now.strain === null || held.strain === null || held.strain >= now.strain) return now
  return { ...now, strain: held.strain }
}
