/** What can go wrong with a bridge or a broker, who has words for it, and what helps. */
import type {
  LightDriver,
  LightSourceView,
  LightsFailureCode,
  PairStep,
  SightingView,
} from '../../../../electron/contract/lights.ts'
import type { PageErrorCode } from '../../../watch.ts'

export type SightingFailure = Extract<SightingView, { seen: false }>['failure']
export type PairFailure = Extract<PairStep, { step: 'failed' }>['failure']
export type LightsTrouble = LightsFailureCode | SightingFailure | PairFailure

/** What stopped a step: a refusal with a name, or the engine itself. */
export type Trouble = { failure: LightsTrouble } | { error: PageErrorCode }

/** These sound wrong of a broker in the words a bridge has. */
export const brokerFailures = ['unreachable', 'timed_out', 'busy', 'bad_answer', 'too_large'] as const
export type BrokerFailure = (typeof brokerFailures)[number]

export const isBrokerFailure = (failure: string): failure is BrokerFailure =>
  brokerFailures.some((one) => one === failure)

/** `look`: at the fingerprint, before anything else · `find`: it is somewhere else, or someone else. */
export type Remedy = 'look' | 'pair' | 'find' | 'sensing' | 'retry'

const bridgeRemedies: Record<LightsFailureCode, Remedy> = {
  wrong_bridge: 'find',
  certificate_changed: 'look',
  unknown_certificate: 'look',
  not_hue_certificate: 'retry',
  certificate_expired: 'retry',
  certificate_not_yet_valid: 'retry',
  unreachable: 'retry',
  timed_out: 'retry',
  busy: 'retry',
  bad_answer: 'retry',
  too_large: 'retry',
  key_removed: 'pair',
  no_broker: 'sensing',
  broker_refused: 'sensing',
}

/** Null: nothing is wrong. */
export function remedyOf({ driver, phase }: Pick<LightSourceView, 'driver' | 'phase'>): Remedy | null {
  if (phase.phase !== 'failed') return null
  const remedy = bridgeRemedies[phase.failure]
  return isBridge(driver) || remedy === 'sensing' ? remedy : 'retry'
}

export const isBridge = (driver: LightDriver): driver is 'hue' | 'hueV1' =>
  driver === 'hue' || driver === 'hueV1'

/** It claims to be the one that was paired and cannot show it: more than a fault. */
export const isAlarm = ({ phase }: Pick<LightSourceView, 'phase'>): boolean =>
  phase.phase === 'failed' && phase.failure === 'certificate_changed'
