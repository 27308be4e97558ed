/** What a person says about one topic: where the value stands, what it is, and when it was taken (sensing notes §6). */

export type ReadingKind = 'rr_list' | 'rr' | 'hr' | 'rmssd' | 'sdnn'
export type ValueUnit = 'ms' | 's' | '1/1024 s' | 'bpm'
/** `polar_ns` is nanoseconds since 2000-01-01T00:00:00Z. */
export type TimeUnit = 'iso' | 's' | 'ms' | 'us' | 'polar_ns'

export interface Mapping {
  /** Names the mapping in sources and baselines; stays when the topic changes. */
  id: string
  /** MQTT topic filter, + and # allowed. */
  topicFilter: string
  /** Path of the value in the payload, such as `$.rr`; `$` is the payload itself. */
  valuePath: string
  kind: ReadingKind
  unit: ValueUnit
  /** When the value was taken; without it the time of arrival counts. */
  time?: { path: string; unit: TimeUnit }
  /** Which device sent it: from the payload, or a topic level counted from 0, from the end when negative. */
  device?: { path: string } | { topicLevel: number }
  /** A value now and then (nightly, hourly): it never counts as live. RMSSD and SDNN never do, with or without it. */
  discrete?: boolean
}

/** Why a reading may not feed the live score; only a discrete one feeds the daily line. */
export type NotLive = 'retained' | 'old' | 'discrete'

interface ReadingOrigin {
  /** Mapping and device: baselines never mix sources. */
  source: string
  /** Epoch ms. */
  atMs: number
  timeFrom: 'payload' | 'arrival'
  /** Null for a live reading. */
  notLive: NotLive | null
}

/** Intervals in ms as sent; null where one could not be read, so that the chain breaks there. Not yet cleaned. */
export type RrReading = ReadingOrigin & { kind: 'rr'; rrMs: (number | null)[] }
export type HeartRateReading = ReadingOrigin & { kind: 'hr'; bpm: number }
export type VariabilityReading = ReadingOrigin & { kind: 'rmssd' | 'sdnn'; ms: number }
export type Reading = RrReading | HeartRateReading | VariabilityReading

export type RefusalReason =
  | 'empty'
  | 'too_large'
  | 'not_utf8'
  | 'byte_order_mark'
  | 'too_deep'
  | 'not_json'
  | 'topic_not_mapped'
  | 'bad_mapping'
  | 'path_missing'
  | 'no_value'
  | 'unavailable'
  | 'not_a_number'
  | 'not_finite'
  | 'out_of_range'
  | 'too_many_values'
  | 'time_missing'
  | 'bad_time'
  | 'future'
  | 'too_old'
  | 'retained_without_time'

export interface Refusal {
  reason: RefusalReason
  count: number
}
