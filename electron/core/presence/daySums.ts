/** A day in a few figures, from its stretches and the sums of its minutes. */
import { REAL_REST_MS } from '../stress/workRhythm.ts'
import type { DaySpan } from './dayLedger.ts'
import type { AppCategory } from './minuteRecord.ts'

/** Sums over the minutes of a day; null where no minute knew. */
export interface MinuteTotals {
  minutes: number
  callSeconds: number | null
  sharingSeconds: number | null
  /** The most minutes of late work any minute told of. */
  lateMinutes: number | null
  switches: number | null
  categorySeconds: Record<AppCategory, number> | null
  keys: number | null
  clicks: number | null
  /** Mean of the minutes that knew. */
  cpuShare: number | null
  temperatureC: number | null
}

export interface DaySums {
  workDay: number
  activeMs: number
  /** Rest between the first and the last work of the day: the night is none of it. */
  restMs: number
  unknownMs: number
  realRests: number
  callMs: number | null
  calls: number | null
  sharingMs: number | null
  lateMs: number
  firstWorkMs: number | null
  lastWorkMs: number | null
  longestStretchMs: number
  switches: number | null
  categorySeconds: Record<AppCategory, number> | null
  keys: number | null
  clicks: number | null
  cpuShare: number | null
  temperatureC: number | null
  minutes: number
}

const length = (span: DaySpan) => span.toMs - span.fromMs
const sum = (spans: readonly DaySpan[]) => spans.reduce((total, span) => total + length(span), 0)
const ms = (seconds: number | null) => (seconds === null ? null : seconds * 1000)

/** Rests between work, where neighbours are one: sleep found at waking goes on from the rest before it. */
function restsBetween(spans: readonly DaySpan[], fromMs: number, toMs: number): DaySpan[] {
  const joined: DaySpan[] = []
  for (const span of spans) {
    if (span.kind !== 'rest' || span.fromMs < fromMs || span.toMs > toMs) continue
    const last = joined.at(-1)
    if (last && last.toMs === span.fromMs) joined[joined.length - 1] = { ...last, toMs: span.toMs }
    else joined.push(span)
  }
  return joined
}

/** The figures of one day; `spans` are all of its stretches in time order. */
export function daySums(workDay: number, spans: readonly DaySpan[], totals: MinuteTotals): DaySums {
  const ofKind = (kind: DaySpan['kind']) => spans.filter((span) => span.kind === kind)
  const work = ofKind('work')
  const firstWorkMs = work.at(0)?.fromMs ?? null
  const lastWorkMs = work.at(-1)?.toMs ?? null
  const rests = restsBetween(spans, firstWorkMs ?? Number.POSITIVE_INFINITY, lastWorkMs ?? 0)
  const calls = ofKind('call').length
  const { callSeconds, sharingSeconds, lateMinutes, ...counted } = totals
  return {
    ...counted,
    workDay,
    activeMs: sum(work),
    restMs: sum(rests),
    unknownMs: sum(ofKind('unknown')),
    realRests: rests.filter((rest) => length(rest) >= REAL_REST_MS).length,
    callMs: ms(callSeconds),
    calls: callSeconds === null ? null : calls,
    sharingMs: ms(sharingSeconds),
    lateMs: (lateMinutes ?? 0) * 60_000,
    firstWorkMs,
    lastWorkMs,
    longestStretchMs: Math.max(0, ...work.map(length)),
  }
}
