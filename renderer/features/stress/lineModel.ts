/** Everything the line of a day shows, gathered once, and what it says of one moment. */
import type { CheckinRow } from '../../../electron/contract/checkins.ts'
import type { WrongStretch } from '../../../electron/contract/stress.ts'
import { highest, minutesKnown, pointNear, type ScorePoint } from './curve.ts'
import { lineWindow, type TimeWindow } from './dayClock.ts'
import type { DayWords } from './dayWords.ts'
import { faceOf } from './signalWords.ts'
import { type BeatStretch, beatStretches, drawnStretches, type Stretch, timeByKind } from './stretches.ts'

type Band = { low: number; high: number } | null

/** One day as the engine tells it; null where it did not answer. */
export interface DayData {
  presence: { fromMs: number; toMs: number; spans: Stretch[] } | null
  stress: {
    fromMs: number
    toMs: number
    points: ScorePoint[]
    raised: TimeWindow[]
    needUsual: Band
    strainUsual: Band
    beats: { windows: { atMs: number; quiet: boolean }[] }
    wrong: WrongStretch[]
  } | null
  checkins: readonly CheckinRow[]
}

export interface DayLineModel {
  bounds: TimeWindow
  window: TimeWindow
  /** As they were kept. */
  spans: Stretch[]
  /** As they are drawn. */
  stretches: Stretch[]
  points: ScorePoint[]
  raised: TimeWindow[]
  needUsual: Band
  strainUsual: Band
  beats: BeatStretch[]
  checkins: readonly CheckinRow[]
  wrong: readonly WrongStretch[]
  isToday: boolean
}

const nothing = { points: [], raised: [], needUsual: null, strainUsual: null, wrong: [] }

/** Null until the engine has told where the day begins and ends. */
export function dayLineModel(data: DayData, nowMs: number | null): DayLineModel | null {
  const bounds = data.presence ?? data.stress
  if (!bounds) return null
  const spans = data.presence?.spans ?? []
  const stress = data.stress ?? nothing
  const windows = data.stress?.beats.windows ?? []
  const moments = [
    ...data.checkins.map((one) => one.atMs),
    ...windows.flatMap((one, at) => (at === 0 || at === windows.length - 1 ? [one.atMs] : [])),
    ...(spans.length > 0 ? [] : stress.points.map((one) => one.atMs)),
  ]
  const window = lineWindow({ bounds, spans, moments, nowMs })
  return {
    bounds: { fromMs: bounds.fromMs, toMs: bounds.toMs },
    window,
    spans,
    stretches: drawnStretches(spans, window),
    points: stress.points,
    raised: stress.raised,
    needUsual: stress.needUsual,
    strainUsual: stress.strainUsual,
    beats: beatStretches(windows),
    checkins: data.checkins,
    wrong: stress.wrong,
    isToday: nowMs !== null,
  }
}

const NEAR_MS = 3 * 60_000

/** "2:05 PM: at it. Break need 0.86, strain signal 0.62 (confidence 54 %)." */
export function momentWords(line: DayLineModel, atMs: number, words: DayWords): string {
  const { t, exact, percent } = words
  const span = line.spans.find((one) => atMs >= one.fromMs && atMs < one.toMs)
  const point = pointNear(line.points, atMs)
  const need = point?.need ?? null
  const strain = point?.strain ?? null
  const checkin = line.checkins.find((one) => Math.abs(one.atMs - atMs) <= NEAR_MS)
  const isWrong = line.wrong.some((one) => atMs >= one.fromMs && atMs < one.toMs)
  const sentence = t('today.line.at', {
    clock: words.clock(atMs),
    what: span ? t(`today.line.kind.${span.kind}`) : t('today.line.nothing'),
    need: need === null ? t('today.line.needUnknown') : t('today.line.need', { value: exact(need) }),
    strain:
      strain === null
        ? t('today.line.strainUnknown')
        : t('today.line.strain', {
            value: exact(strain),
            confidence: percent(point?.confidence ?? 0),
          }),
  })
  return [
    sentence,
    ...(checkin ? [t('today.line.checkinAt', { mood: t(`checkins.moods.${faceOf(checkin.mood)}`) })] : []),
    ...(isWrong ? [t('today.line.wrongAt')] : []),
  ].join(' ')
}

/** What the curves show, for those who do not see them. */
export function curveSummary(line: DayLineModel, words: DayWords): string {
  const { t, exact, clock, duration } = words
  const need = highest(line.points, 'need')
  const strain = highest(line.points, 'strain')
  const spans = line.raised.map((one) => words.span(one.fromMs, one.toMs))
  return [
    need === null
      ? t('today.line.summary.needUnknown')
      : t('today.line.summary.need', { clock: clock(need.atMs), value: exact(need.value) }),
    strain === null
      ? t('today.line.summary.strainUnknown')
      : t('today.line.summary.strain', {
          length: duration(minutesKnown(line.points, 'strain') * 60_000),
          clock: clock(strain.atMs),
          value: exact(strain.value),
        }),
    ...(spans.length === 0
      ? []
      : [
          t('today.line.summary.raised', {
            times: words.times(spans.length),
            spans: words.list(spans),
          }),
        ]),
  ].join(' ')
}

/** "at it 5 h 10 min · in a call 50 min", the longest first, rest and gaps only inside the line. */
export function sumWords(line: DayLineModel, kind: Stretch['kind'], words: DayWords): string {
  const sums = timeByKind(line.stretches)
  const length = words.duration(sums[kind])
  return words.t('today.line.sum', { kind: words.t(`today.line.kind.${kind}`), length })
}
