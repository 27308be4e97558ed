/** Everything the line of a day shows, gathered once, and what it says of one moment. */
import type { CheckinRow } from '../../../electron/contract/checkins.ts'
import type { WrongStretch } from '../../../electron/contract/stress.ts'
import { highest, minutesKnown, pointNear, type ScorePoint } from './curve.ts'
import { lineWindow, type TimeWindow } from './dayClock.ts'
import type { DayWords } from './dayWords.ts'
import { needLevel, strainLevel } from './scoreWords.ts'
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

/** "2:05 PM: at it. A pause is due soon. Strain signal above your usual." */
export function momentWords(line: DayLineModel, atMs: number, words: DayWords): string {
  const { t } = words
  // Calls lie over the work.
  const kind = line.spans.findLast((one) => atMs >= one.fromMs && atMs < one.toMs)?.kind
  const isCall = line.spans.some((one) => one.kind === 'call' && atMs >= one.fromMs && atMs < one.toMs)
  const point = pointNear(line.points, atMs)
  const strain = point?.strain ?? null
  const checkin = line.checkins.find((one) => Math.abs(one.atMs - atMs) <= NEAR_MS)
  const isWrong = line.wrong.some((one) => atMs >= one.fromMs && atMs < one.toMs)
  const sentence = t('today.line.at', {
    clock: words.clock(atMs),
    what: kind ? t(`today.line.kind.${isCall ? 'call' : kind}`) : t('today.line.nothing'),
    need: t(`today.line.need.${needLevel(point?.need ?? null)}`),
    strain: t(`today.line.strain.${strain === null ? 'unknown' : strainLevel(strain, line.strainUsual)}`),
  })
  return [
    sentence,
    ...(checkin ? [t('today.line.checkinAt', { mood: t(`checkins.moods.${faceOf(checkin.mood)}`) })] : []),
    ...(isWrong ? [t('today.line.wrongAt')] : []),
  ].join(' ')
}

/** What the curves show, for those who do not see them. */
export function curveSummary(line: DayLineModel, words: DayWords): string {
  return [needSummary(line, words), strainSummary(line, words), ...raisedSummary(line, words)].join(' ')
}

function needSummary(line: DayLineModel, { t, clock }: DayWords): string {
  const due = line.points.find(({ need }) => need !== null && need >= 1)
  if (due) return t('today.line.summary.needDue', { clock: clock(due.atMs) })
  const need = highest(line.points, 'need')
  return need === null
    ? t('today.line.summary.needUnknown')
    : t('today.line.summary.need', { clock: clock(need.atMs) })
}

function strainSummary(line: DayLineModel, { t, clock, duration }: DayWords): string {
  const strain = highest(line.points, 'strain')
  if (strain === null) return t('today.line.summary.strainUnknown')
  const length = duration(minutesKnown(line.points, 'strain') * 60_000)
  return t('today.line.summary.strain', { length, clock: clock(strain.atMs) })
}

function raisedSummary(line: DayLineModel, words: DayWords): string[] {
  const spans = line.raised.map((one) => words.span(one.fromMs, one.toMs))
  if (spans.length === 0) return []
  return [
    words.t('today.line.summary.raised', { times: words.times(spans.length), spans: words.list(spans) }),
  ]
}

/** "at it 5 h 10 min, 50 min of it in calls"; rest and gaps only inside the line. */
export function sumWords(
  line: DayLineModel,
  kind: Exclude<Stretch['kind'], 'call'>,
  words: DayWords,
): string {
  const { t, duration } = words
  const sums = timeByKind(line.stretches)
  const sum = t('today.line.sum', { kind: t(`today.line.kind.${kind}`), length: duration(sums[kind]) })
  if (kind !== 'work' || sums.call < 60_000) return sum
  return t('today.line.sumCalls', { sum, calls: duration(sums.call) })
}
