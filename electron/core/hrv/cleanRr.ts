/** Keeps the beats that can be trusted and remembers where the chain broke; it never makes one up. */
import { median } from './statistics.ts'

/** An interval between two beats in ms, or null where beats are known to be missing. */
export type RrInterval = number | null

export type RejectionReason = 'out_of_range' | 'off_median'

export interface Beat {
  /** Place in the list as received. */
  index: number
  /** When the interval ended, in ms after the list began, as far as the received intervals tell. */
  offsetMs: number
  rrMs: number
}

export interface CleanedRr {
  /** Intervals received; gaps (null) are no intervals. */
  total: number
  /** Trusted intervals in the order received. */
  beats: Beat[]
  rejected: { index: number; reason: RejectionReason }[]
  /** Trusted intervals, cut wherever one was rejected or missing: no difference may be taken across a cut. */
  runs: number[][]
  /** Sum of all positive received intervals, ms. */
  receivedMs: number
}

/** 300–2000 ms, that is 200–30 bpm, both ends included (sensing notes §4.3). */
export const RR_RANGE_MS = { least: 300, most: 2000 } as const
/** A beat further than this share from the median of its neighbourhood is no normal beat. */
const MOST_DEVIATION = 0.2
/** Eleven beats: the beat itself and five on each side, fewer at the ends of the list. */
const NEIGHBOURS_EACH_SIDE = 5

function beatsOf(rr: readonly RrInterval[]): { all: Beat[]; receivedMs: number } {
  const all: Beat[] = []
  let offsetMs = 0
  rr.forEach((rrMs, index) => {
    if (rrMs === null) return
    if (Number.isFinite(rrMs) && rrMs > 0) offsetMs += rrMs
    all.push({ index, offsetMs, rrMs })
  })
  return { all, receivedMs: offsetMs }
}

function isInRange(rrMs: number): boolean {
  return rrMs >= RR_RANGE_MS.least && rrMs <= RR_RANGE_MS.most
}

/** Cuts beats into stretches of neighbours in the received list. */
function runsOf(beats: readonly Beat[]): number[][] {
  const runs: number[][] = []
  let lastIndex = Number.NaN
  for (const beat of beats) {
    if (beat.index === lastIndex + 1) runs.at(-1)?.push(beat.rrMs)
    else runs.push([beat.rrMs])
    lastIndex = beat.index
  }
  return runs
}

/**
 * Range gate, then every beat more than 20 % from the median of the eleven in-range beats centred on it is dropped,
 * and with it the differences on both its sides (sensing notes §4.3). Nothing is interpolated.
 */
export function cleanRr(rr: readonly RrInterval[]): CleanedRr {
  const { all, receivedMs } = beatsOf(rr)
  const inRange = all.filter((beat) => isInRange(beat.rrMs))
  const values = inRange.map((beat) => beat.rrMs)
  const beats = inRange.filter((beat, place) => {
    const from = Math.max(0, place - NEIGHBOURS_EACH_SIDE)
    const centre = median(values.slice(from, place + NEIGHBOURS_EACH_SIDE + 1)) ?? beat.rrMs
    return Math.abs(beat.rrMs - centre) <= MOST_DEVIATION * centre
  })
  const kept = new Set(beats)
  const rejected = all
    .filter((beat) => !kept.has(beat))
    .map((beat) => ({
      index: beat.index,
      reason: isInRange(beat.rrMs) ? ('off_median' as const) : ('out_of_range' as const),
    }))
  return { total: all.length, beats, rejected, runs: runsOf(beats), receivedMs }
}

/** Every positive finite interval as it came, for comparing with the cleaned list. Gaps still cut. */
export function uncleanedRr(rr: readonly RrInterval[]): CleanedRr {
  const { all, receivedMs } = beatsOf(rr)
  const beats = all.filter((beat) => Number.isFinite(beat.rrMs) && beat.rrMs > 0)
  const kept = new Set(beats)
  const rejected = all
    .filter((beat) => !kept.has(beat))
    .map((beat) => ({ index: beat.index, reason: 'out_of_range' as const }))
  return { total: all.length, beats, rejected, runs: runsOf(beats), receivedMs }
}
