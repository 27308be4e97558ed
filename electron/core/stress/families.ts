/** The one table of what may speak for strain, how much each weighs, and which way is heavier (work-pattern notes §4.3). */

export const FAMILIES = [
  'self',
  'body',
  'fragmentation',
  'comms',
  'typing',
  'hours',
  'machine',
  'pointer',
] as const
export type FamilyId = (typeof FAMILIES)[number]

/** Weight by family, each ≥ 0; the person may edit them. Weight 0 switches the family's sensor off. */
export type Weights = Readonly<Record<FamilyId, number>>

export const defaultWeights: Weights = {
  self: 0.3,
  body: 0.25,
  fragmentation: 0.15,
  comms: 0.1,
  typing: 0.08,
  hours: 0.05,
  machine: 0.05,
  pointer: 0.02,
}

/** A measure of a 10-minute window. `heavier` is the direction that counts; the other one never does. */
interface FeatureRow {
  family: FamilyId
  heavier: 'high' | 'low'
  /** Least spread in the feature's own unit: less than this is no difference anyone would notice. */
  floor: number
}

export const FEATURES = {
  /** The person's own answer, 1–5. */
  checkin: { family: 'self', heavier: 'low', floor: 0.5 },
  /** Heart rate, bpm. */
  hrBpm: { family: 'body', heavier: 'high', floor: 1 },
  /** ln of RMSSD in ms. */
  lnRmssd: { family: 'body', heavier: 'low', floor: 0.05 },
  /** Changes of the app in front, a minute of active time. */
  switchesPerMinute: { family: 'fragmentation', heavier: 'high', floor: 0.5 },
  /** Mean time with one app in front, seconds. */
  dwellSeconds: { family: 'fragmentation', heavier: 'low', floor: 10 },
  /** Share of active time in mail and chat, 0–1. */
  commsShare: { family: 'comms', heavier: 'high', floor: 0.05 },
  /** Deleting keys among all keys, 0–1. */
  deleteShare: { family: 'typing', heavier: 'high', floor: 0.02 },
  /** Short pauses among all pauses in typing, 0–1. */
  shortPauseShare: { family: 'typing', heavier: 'high', floor: 0.05 },
  /** Pointer path for each click, pixels. */
  pathPerClickPx: { family: 'pointer', heavier: 'high', floor: 100 },
  /** Minutes of work inside the person's quiet hours so far this day. */
  lateMinutes: { family: 'hours', heavier: 'high', floor: 15 },
  /** Time since the first work of the day, hours. */
  daySpanHours: { family: 'hours', heavier: 'high', floor: 0.5 },
  /** How late the event loop runs, ms. */
  loopLagMs: { family: 'machine', heavier: 'high', floor: 5 },
  /** Temperature of the machine, °C. */
  temperatureC: { family: 'machine', heavier: 'high', floor: 3 },
} as const satisfies Record<string, FeatureRow>

export type FeatureId = keyof typeof FEATURES
export const FEATURE_IDS = Object.keys(FEATURES) as FeatureId[]

/** Features that a 10-minute window of work gives; self and body have baselines of their own kind. */
export type WorkFeatureId = Exclude<FeatureId, 'checkin' | 'hrBpm' | 'lnRmssd'>
export const WORK_FEATURE_IDS = FEATURE_IDS.filter(
  (id): id is WorkFeatureId => FEATURES[id].family !== 'self' && FEATURES[id].family !== 'body',
)

/** Whether a family's sensor may run at all. */
export function isSensorOn(weights: Weights, family: FamilyId): boolean {
  return weights[family] > 0
}
