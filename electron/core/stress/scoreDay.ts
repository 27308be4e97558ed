/** What a day leaves of its scores, summed as it goes, so that years can be shown without reading their minutes. */
import { type TimeByHundredth, withTime } from './ownRange.ts'

/** Sums of one source of beats; sources are never added up. */
export interface SourceDay {
  hasIntervals: boolean
  /** Of accepted windows. */
  hrBpmSum: number
  hrWindows: number
  lnRmssdSum: number
  rmssdWindows: number
  accepted: number
  refused: number
}

export interface ScoreDay {
  /** Highest B; null before any was known. */
  needMost: number | null
  needTimes: TimeByHundredth
  /** Only of S as it was shown. */
  strainTimes: TimeByHundredth
  /** Σ S·ms and the ms it was known. */
  strainMsSum: number
  strainKnownMs: number
  /** Σ confidence·ms and the ms it was worked out. */
  confidenceMsSum: number
  assessedMs: number
  raisedMs: number
  raisedTimes: number
  body: Readonly<Record<string, SourceDay>>
}

export const noScoresYet: ScoreDay = {
  needMost: null,
  needTimes: {},
  strainTimes: {},
  strainMsSum: 0,
  strainKnownMs: 0,
  confidenceMsSum: 0,
  assessedMs: 0,
  raisedMs: 0,
  raisedTimes: 0,
  body: {},
}

/** The scores of one moment and the time they stand for. */
export interface ScoredMoment {
  need: number | null
  /** Null while it may not be shown. */
  strain: number | null
  /** Null where strain was not worked out at all. */
  confidence: number | null
  isRaised: boolean
  coversMs: number
}

export function withMoment(day: ScoreDay, moment: ScoredMoment): ScoreDay {
  const { need, strain, confidence, coversMs } = moment
  return {
    ...day,
    needMost: need === null ? day.needMost : Math.max(need, day.needMost ?? 0),
    needTimes: need === null ? day.needTimes : withTime(day.needTimes, need, coversMs),
    strainTimes: strain === null ? day.strainTimes : withTime(day.strainTimes, strain, coversMs),
    strainMsSum: day.strainMsSum + (strain ?? 0) * coversMs,
    strainKnownMs: day.strainKnownMs + (strain === null ? 0 : coversMs),
    confidenceMsSum: day.confidenceMsSum + (confidence ?? 0) * coversMs,
    assessedMs: day.assessedMs + (confidence === null ? 0 : coversMs),
    raisedMs: day.raisedMs + (moment.isRaised ? coversMs : 0),
  }
}

export function withRaised(day: ScoreDay): ScoreDay {
  return { ...day, raisedTimes: day.raisedTimes + 1 }
}

const noWindowsYet: SourceDay = {
  hasIntervals: false,
  hrBpmSum: 0,
  hrWindows: 0,
  lnRmssdSum: 0,
  rmssdWindows: 0,
  accepted: 0,
  refused: 0,
}

export interface DayWindow {
  hasIntervals: boolean
  hrBpm: number | null
  lnRmssd: number | null
  isAccepted: boolean
}

export function withBeatWindow(day: ScoreDay, source: string, window: DayWindow): ScoreDay {
  const before = day.body[source] ?? noWindowsYet
  const hrBpm = window.isAccepted ? window.hrBpm : null
  const lnRmssd = window.isAccepted ? window.lnRmssd : null
  const after: SourceDay = {
    hasIntervals: before.hasIntervals || window.hasIntervals,
    hrBpmSum: before.hrBpmSum + (hrBpm ?? 0),
    hrWindows: before.hrWindows + (hrBpm === null ? 0 : 1),
    lnRmssdSum: before.lnRmssdSum + (lnRmssd ?? 0),
    rmssdWindows: before.rmssdWindows + (lnRmssd === null ? 0 : 1),
    accepted: before.accepted + (window.isAccepted ? 1 : 0),
    refused: before.refused + (window.isAccepted ? 0 : 1),
  }
  return { ...day, body: { ...day.body, [source]: after } }
}

/** The source that speaks for the day: one with intervals first, then the one with more good windows; null without any. */
export function sourceOfDay(day: ScoreDay): string | null {
  const best = Object.entries(day.body).toSorted(
    ([, a], [, b]) => Number(b.hasIntervals) - Number(a.hasIntervals) || b.accepted - a.accepted,
  )[0]
  return best?.[0] ?? null
}

export interface DayMeans {
  needMost: number | null
  strainMean: number | null
  strainKnownMs: number
  raisedMs: number
  raisedTimes: number
  confidenceMean: number | null
  hrBpm: number | null
  /** exp of the mean ln RMSSD, ms. */
  rmssdMs: number | null
  windowsAccepted: number
  windowsRefused: number
}

const share = (sum: number, of: number) => (of > 0 ? sum / of : null)

/** What a day is shown as. */
export function meansOfDay(day: ScoreDay): DayMeans {
  const body = day.body[sourceOfDay(day) ?? ''] ?? noWindowsYet
  const lnRmssd = share(body.lnRmssdSum, body.rmssdWindows)
  return {
    needMost: day.needMost,
    strainMean: share(day.strainMsSum, day.strainKnownMs),
    strainKnownMs: day.strainKnownMs,
    raisedMs: day.raisedMs,
    raisedTimes: day.raisedTimes,
    confidenceMean: share(day.confidenceMsSum, day.assessedMs),
    hrBpm: share(body.hrBpmSum, body.hrWindows),
    rmssdMs: lnRmssd === null ? null : Math.exp(lnRmssd),
    windowsAccepted: body.accepted,
    windowsRefused: body.refused,
  }
}
