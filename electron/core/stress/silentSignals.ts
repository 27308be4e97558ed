/** A sensor that falls silent must not make a day look heavier: its last word holds as long as it would lower the score. */
import { FEATURES, type FeatureId, type Weights } from './families.ts'
import type { Signal } from './signal.ts'
import { type StrainScore, strainScore } from './strainScore.ts'

/** The last signal of each measure heard since the last real rest. */
export type HeardSignals = Readonly<Partial<Record<FeatureId, Signal>>>

/**
 * What was heard, with the signals of now, each at the best quality it had: a sensor that goes away thins out before it
 * falls silent. The person's own answers fade by design and are not sensors.
 */
export function withHeard(heard: HeardSignals, signals: readonly Signal[]): HeardSignals {
  const next: Partial<Record<FeatureId, Signal>> = { ...heard }
  for (const signal of signals) {
    if (FEATURES[signal.feature].family !== 'self') next[signal.feature] = atBestQuality(signal, heard)
  }
  return next
}

function atBestQuality(signal: Signal, heard: HeardSignals): Signal {
  return { ...signal, q: Math.max(signal.q, heard[signal.feature]?.q ?? 0) }
}

/**
 * The score of the signals at hand, or the one with sensors that thinned out or fell silent still counted in full,
 * whichever is lower. The confidence and the parts are always those of the signals at hand.
 */
export function steadyStrainScore(
  signals: readonly Signal[],
  heard: HeardSignals,
  weights: Weights,
  daysKnown: number,
): StrainScore {
  const now = strainScore(signals, weights, daysKnown)
  const own = signals.filter((signal) => FEATURES[signal.feature].family === 'self')
  const sensors = Object.values(withHeard(heard, signals))
  const held = strainScore([...own, ...sensors], weights, daysKnown)
  if (now.strain === null || held.strain === null || held.strain >= now.strain) return now
  return { ...now, strain: held.strain }
}
