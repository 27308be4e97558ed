/** Everything known at one moment becomes one assessment: the score if it may be shown, its reasons, and what is unknown. */
import { loudest, type StrainReason, strainParts } from './explainStrain.ts'
import {
  type FamilyId,
  FEATURES,
  type FeatureId,
  isSensorOn,
  type Weights,
  WORK_FEATURE_IDS,
} from './families.ts'
import { type Signal, signalOf } from './signal.ts'
import { type HeardSignals, steadyStrainScore, withHeard } from './silentSignals.ts'
import { type Smoothed, smoothed } from './smoothing.ts'
import { LEAST_CONFIDENCE } from './strainScore.ts'
import type { UsualWork } from './workBaseline.ts'
import type { WorkWindow } from './workWindow.ts'

export interface StrainInputs {
  window: WorkWindow
  /** From `usualWork`, without the window itself. */
  usual: UsualWork
  /** Different days the baselines rest on, from `daysKnown`. */
  daysKnown: number
  /** From `bodySignals` and `checkinSignal`; what they could not know is simply not here. */
  otherSignals: readonly Signal[]
  weights: Weights
}

/** Carried from one assessment to the next; begin with `noStrainYet`, and again after a real rest. */
export interface StrainMemory {
  heard: HeardSignals
  smoothed: Smoothed | null
}

export const noStrainYet: StrainMemory = { heard: {}, smoothed: null }

export interface UnknownFeature {
  feature: FeatureId
  reason: 'off' | 'no_value' | 'too_few_windows' | 'too_few_days'
}

export interface StrainAssessment {
  /** Smoothed S, 0–1; null while the confidence is below .35 or nothing speaks. Nothing else may be shown. */
  strain: number | null
  /** 0–1. */
  confidence: number
  /** Families with a real part in the score; two are needed to raise. */
  contributing: FamilyId[]
  reasons: StrainReason[]
  /** All signals with their parts in the score, also those that speak for calm; empty while none may be shown. */
  signals: StrainReason[]
  unknown: UnknownFeature[]
}

/** A family with less than this share of the score does not count as a second voice. */
const LEAST_SHARE = 0.1

function workSignals(inputs: StrainInputs): { signals: Signal[]; unknown: UnknownFeature[] } {
  const signals: Signal[] = []
  const unknown: UnknownFeature[] = []
  for (const feature of WORK_FEATURE_IDS) {
    const measured = inputs.window[feature]
    if (!isSensorOn(inputs.weights, FEATURES[feature].family)) unknown.push({ feature, reason: 'off' })
    else if (measured === null) unknown.push({ feature, reason: 'no_value' })
    else {
      const usual = inputs.usual[feature]
      if (usual.known) {
        const signal = signalOf(feature, measured.value, usual, measured.quality)
        signals.push({ ...signal, level: usual.level })
      } else unknown.push({ feature, reason: usual.reason })
    }
  }
  return { signals, unknown }
}

function otherUnknown(inputs: StrainInputs): UnknownFeature[] {
  const speaking = new Set(inputs.otherSignals.map((signal) => signal.feature))
  return (['checkin', 'hrBpm', 'lnRmssd'] as const)
    .filter((feature) => !speaking.has(feature))
    .map((feature) => ({
      feature,
      reason: isSensorOn(inputs.weights, FEATURES[feature].family) ? 'no_value' : 'off',
    }))
}

/** The strain at a moment and the memory for the next. Below confidence .35 neither score nor reasons leave this place. */
export function assessStrain(
  memory: StrainMemory,
  inputs: StrainInputs,
  nowMs: number,
): [StrainMemory, StrainAssessment] {
  const work = workSignals(inputs)
  const signals = [...work.signals, ...inputs.otherSignals]
  const score = steadyStrainScore(signals, memory.heard, inputs.weights, inputs.daysKnown)
  const next = {
    heard: withHeard(memory.heard, signals),
    smoothed: smoothed(memory.smoothed, score.strain, nowMs),
  }
  const isShown = score.strain !== null && score.confidence >= LEAST_CONFIDENCE
  const parts = isShown ? strainParts(signals, score.families, inputs.weights) : []
  const contributing = score.families.filter((part) => part.s > 0 && part.share >= LEAST_SHARE)
  return [
    next,
    {
      strain: isShown ? (next.smoothed?.value ?? null) : null,
      confidence: score.confidence,
      contributing: isShown ? contributing.map((part) => part.family) : [],
      reasons: loudest(parts),
      signals: parts,
      unknown: [...work.unknown, ...otherUnknown(inputs)],
    },
  ]
}
