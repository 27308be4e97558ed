/** One window of one source, from intervals where it sends them, else from its heart rates. */
import type { RrInterval } from './cleanRr.ts'
import { areRatesSteady } from './heartRateSlope.ts'
import { type HrvWindow, hrvWindow, LEAST_COVERAGE, type RefusalReason } from './hrvWindow.ts'
import { rrChain } from './rrChain.ts'
import { mean } from './statistics.ts'

/** What a source said at one moment. */
export interface SourceMessage {
  /** Epoch ms; its intervals ended shortly before. */
  atMs: number
  rrMs?: readonly RrInterval[]
  hrBpm?: number
}

export interface SourceWindow {
  /** Intervals, or heart rates where there are none. */
  n: number
  hrBpm: number | null
  /** Only ever from intervals. */
  lnRmssd: number | null
  /** Share of the window that was heard, 0–1. */
  coverage: number | null
  rejectedShare: number | null
  /** Empty for a good window. */
  refused: RefusalReason[]
  /** Whether the heart rate kept within 10 bpm a minute; null where a sender tells too rarely to know. */
  steady: boolean | null
}

/** Accepted and not moving: such a minute may speak for how this person is at rest, if they sat at the desk. */
export function isStill(window: SourceWindow): boolean {
  return window.refused.length === 0 && window.steady !== false
}

/** A heart rate holds until the next one, but for no longer: some senders tell only changes. */
export const HEART_RATE_HOLDS_MS = 60_000

/** The window from `fromMs` up to but without `toMs` judged; messages outside of it are left out. */
export function sourceWindow(messages: readonly SourceMessage[], fromMs: number, toMs: number): SourceWindow {
  const inside = messages.filter((message) => message.atMs >= fromMs && message.atMs < toMs)
  const beats = inside.flatMap(({ atMs, rrMs }) => (rrMs?.length ? [{ atMs, rrMs }] : []))
  const rates = inside.flatMap(({ atMs, hrBpm }) => (hrBpm === undefined ? [] : [{ atMs, hrBpm }]))
  const spanMs = toMs - fromMs
  if (beats.length === 0) return heartRateWindow(rates, toMs, spanMs)
  const judged = hrvWindow(rrChain(beats), { spanMs })
  if (judged.refused.length === 0 || rates.length === 0) return fromIntervals(judged)
  // The strap's own heart rate outlives a window whose intervals are too few or too odd for RMSSD.
  const { hrBpm, coverage } = heartRateWindow(rates, toMs, spanMs)
  return { ...fromIntervals(judged), hrBpm, coverage: hrBpm === null ? judged.coverage : coverage }
}

function fromIntervals({ n, meanHrBpm, lnRmssd, coverage, rejectedShare, refused, steady }: HrvWindow) {
  return { n, hrBpm: meanHrBpm, lnRmssd, coverage, rejectedShare, refused, steady }
}

function heartRateWindow(
  rates: readonly { atMs: number; hrBpm: number }[],
  toMs: number,
  spanMs: number,
): SourceWindow {
  const heldMs = rates.reduce((sum, rate, place) => {
    const nextMs = rates[place + 1]?.atMs ?? toMs
    return sum + Math.min(HEART_RATE_HOLDS_MS, nextMs - rate.atMs)
  }, 0)
  const first = rates[0]
  // The first one speaks also for the time before it that it was measured over.
  const beforeMs = first ? Math.min(HEART_RATE_HOLDS_MS, first.atMs - (toMs - spanMs)) : 0
  const coverage = spanMs > 0 ? Math.min(1, (heldMs + beforeMs) / spanMs) : null
  const refused: RefusalReason[] = []
  if (rates.length === 0) refused.push('no_beats')
  else if (coverage === null || coverage < LEAST_COVERAGE) refused.push('too_little_covered')
  const hrBpm = refused.length > 0 ? null : mean(rates.map((rate) => rate.hrBpm))
  const steady = areRatesSteady(rates.map((rate) => ({ atMs: rate.atMs, bpm: rate.hrBpm })))
  return { n: rates.length, hrBpm, lnRmssd: null, coverage, rejectedShare: null, refused, steady }
}

/**
 * Messages cut where windows end, so that a list of many beats counts in each window its beats ended in. Windows follow
 * one another from `startMs`; the first value tells which.
 */
export function cutIntoWindows(
  message: SourceMessage,
  startMs: number,
  windowMs: number,
): [number, SourceMessage][] {
  const windowOf = (atMs: number) => Math.max(0, Math.floor((atMs - startMs) / windowMs))
  const { atMs, rrMs, hrBpm } = message
  const cut = new Map<number, SourceMessage & { rrMs: RrInterval[] }>()
  let beatMs = atMs - (rrMs ?? []).reduce<number>((sum, rr) => sum + (rr !== null && rr > 0 ? rr : 0), 0)
  for (const rr of rrMs ?? []) {
    if (rr !== null && rr > 0) beatMs += rr
    const window = windowOf(beatMs)
    const part = cut.get(window) ?? { atMs: beatMs, rrMs: [] }
    part.atMs = beatMs
    part.rrMs.push(rr)
    cut.set(window, part)
  }
  const parts: [number, SourceMessage][] = [...cut]
  if (hrBpm !== undefined) parts.push([windowOf(atMs), { atMs, hrBpm }])
  return parts
}
