/** What the made-up scores rest on: signals of a heavy afternoon, what is silent, and the rows behind a moment. */
import type { EngineClient } from '../../electron/contract/index.ts'
import type { StrainReasonView, StressSnapshot } from '../../electron/contract/stress.ts'
import { minuteMs } from './fakeDays.ts'

type Explanation = Awaited<ReturnType<EngineClient['stress']['explain']>>
export type Unknown = StressSnapshot['strain']['unknown']

const reason = (
  part: Pick<StrainReasonView, 'family' | 'feature' | 'value' | 'usualLow' | 'usualHigh' | 'z' | 's' | 'w'> &
    Partial<StrainReasonView>,
): StrainReasonView => ({
  direction: 'high',
  q: 1,
  share: 0,
  level: part.family === 'body' || part.family === 'self' ? null : 'cell',
  ...part,
})

/** A heavy afternoon: hopping, a faster heart, much mail. */
export const heavySignals: StrainReasonView[] = [
  reason({
    family: 'fragmentation',
    feature: 'switchesPerMinute',
    value: 9.2,
    usualLow: 3.8,
    usualHigh: 6.1,
    z: 2.7,
    s: 1,
    w: 0.15,
    share: 0.42,
  }),
  reason({
    family: 'body',
    feature: 'hrBpm',
    value: 78,
    usualLow: 64,
    usualHigh: 71,
    z: 2.4,
    s: 0.95,
    w: 0.25,
    q: 0.96,
    share: 0.36,
  }),
  reason({
    family: 'fragmentation',
    feature: 'dwellSeconds',
    direction: 'low',
    value: 21,
    usualLow: 34,
    usualHigh: 75,
    z: -1.6,
    s: 0.55,
    w: 0.15,
    share: 0.12,
  }),
  reason({
    family: 'comms',
    feature: 'commsShare',
    value: 0.41,
    usualLow: 0.18,
    usualHigh: 0.34,
    z: 1.4,
    s: 0.45,
    w: 0.1,
    share: 0.1,
  }),
  reason({
    family: 'body',
    feature: 'lnRmssd',
    direction: 'low',
    value: Math.log(34),
    usualLow: Math.log(33),
    usualHigh: Math.log(45),
    z: -0.4,
    s: 0,
    w: 0.25,
    q: 0.96,
  }),
  reason({
    family: 'hours',
    feature: 'daySpanHours',
    value: 6.9,
    usualLow: 6.1,
    usualHigh: 7.4,
    z: 0.2,
    s: 0,
    w: 0.05,
  }),
]

/** What does not speak in any of the days. */
export const silent: Unknown = [
  { feature: 'checkin', reason: 'no_value' },
  { feature: 'deleteShare', reason: 'no_value' },
  { feature: 'shortPauseShare', reason: 'no_value' },
  { feature: 'pathPerClickPx', reason: 'off' },
  { feature: 'loopLagMs', reason: 'no_value' },
  { feature: 'temperatureC', reason: 'too_few_days' },
]

export function fakeRows(
  atMs: number,
  hasBeats: boolean,
): Pick<Explanation, 'minutes' | 'windows' | 'beats'> {
  const minute = (ago: number) => ({
    atMs: atMs - ago * minuteMs,
    workSeconds: 60,
    restSeconds: 0,
    unknownSeconds: 0,
    activeSeconds: 60 - ago,
    callSeconds: 0,
    switches: 9 - (ago % 3),
    commsSeconds: 24,
    devSeconds: 30,
    keys: null,
    lateMinutes: 0,
    daySpanHours: 6.9,
    onBattery: false,
  })
  const window = (ago: number) => ({
    atMs: atMs - ago * minuteMs,
    source: 'Polar H10',
    n: 76 - ago,
    hrBpm: ago === 3 ? null : 77.4 - ago,
    rmssdMs: ago === 3 ? null : 34.2 + ago,
    coverage: ago === 3 ? 0.7 : 0.96,
    rejectedShare: ago === 3 ? 0.08 : 0.01,
    refused: ago === 3 ? ['too_many_bad_beats', 'too_little_covered'] : [],
    quiet: ago === 4,
  })
  return {
    minutes: Array.from({ length: 10 }, (_, ago) => minute(9 - ago)),
    windows: hasBeats ? Array.from({ length: 5 }, (_, ago) => window(4 - ago)) : [],
    beats: hasBeats
      ? { rows: 371, fromMs: atMs - 5 * minuteMs, toMs: atMs }
      : { rows: 0, fromMs: null, toMs: null },
  }
}
