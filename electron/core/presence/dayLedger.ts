/** What time adds up to: the rhythm, the minutes of late work, and the day as stretches of work, rest and calls. */
import {
  advanceRhythm,
  LEAST_REST_MS,
  noRhythmYet,
  type RhythmEffect,
  type RhythmRules,
  type WorkRhythm,
} from '../stress/workRhythm.ts'
import type { Standing } from './standing.ts'
import type { Stretch } from './stretch.ts'

/** A stretch as it is kept. Work, rest and unknown follow one another; calls stand beside them. */
export interface DaySpan {
  kind: 'work' | 'rest' | 'unknown' | 'call'
  workDay: number
  fromMs: number
  toMs: number
}

export interface DayLedger {
  rhythm: WorkRhythm
  /** Work inside the quiet hours on `rhythm.workDay`, ms. */
  lateMs: number
  /** In time order; only the last two may still change. */
  standings: readonly DaySpan[]
  /** In time order; only the last may still change. */
  calls: readonly DaySpan[]
}

export const emptyLedger: DayLedger = { rhythm: noRhythmYet, lateMs: 0, standings: [], calls: [] }

/** Spans at the end of each row that later time may still change. */
export const OPEN_STANDINGS = 2
export const OPEN_CALLS = 1

/** After so long a time in which nobody could tell, a new day begins with nothing carried over. */
const LOST_AFTER_MS = 60 * 60_000
/** Away from camera and microphone for less than this is the same call. */
const SAME_CALL_MS = 60_000

const KIND: Record<Standing, DaySpan['kind']> = { working: 'work', resting: 'rest', unknown: 'unknown' }

/** Equal neighbours are one span, and a rest of less than a minute between work is a thought. */
function withStanding(spans: readonly DaySpan[], next: DaySpan): readonly DaySpan[] {
  const last = spans.at(-1)
  if (!last || last.toMs !== next.fromMs || last.workDay !== next.workDay) return [...spans, next]
  if (last.kind === next.kind) return [...spans.slice(0, -1), { ...last, toMs: next.toMs }]
  const before = spans.at(-2)
  const isThought = last.kind === 'rest' && last.toMs - last.fromMs < LEAST_REST_MS
  const isBetweenWork = next.kind === 'work' && before?.kind === 'work' && before.toMs === last.fromMs
  if (!isThought || !isBetweenWork || before.workDay !== next.workDay) return [...spans, next]
  return [...spans.slice(0, -2), { ...before, toMs: next.toMs }]
}

function withCall(spans: readonly DaySpan[], next: DaySpan): readonly DaySpan[] {
  const last = spans.at(-1)
  if (!last || last.workDay !== next.workDay || next.fromMs - last.toMs >= SAME_CALL_MS)
    return [...spans, next]
  return [...spans.slice(0, -1), { ...last, toMs: next.toMs }]
}

/** Nothing of yesterday is carried into a day that began with an hour nobody could tell of. */
function carriedOver(rhythm: WorkRhythm, workDay: number): WorkRhythm {
  return rhythm.workDay !== workDay && rhythm.unknownMs >= LOST_AFTER_MS ? noRhythmYet : rhythm
}

/** Takes in the next stretch. */
export function advanceLedger(
  ledger: DayLedger,
  stretch: Stretch,
  rules: RhythmRules,
): [DayLedger, RhythmEffect[]] {
  const { fromMs, toMs, workDay, standing } = stretch
  const [rhythm, effects] = advanceRhythm(carriedOver(ledger.rhythm, workDay), stretch, rules)
  const lateBefore = ledger.rhythm.workDay === workDay ? ledger.lateMs : 0
  const lateMs = lateBefore + (stretch.late && standing === 'working' ? toMs - fromMs : 0)
  if (stretch.betweenDays) return [{ ...ledger, rhythm, lateMs }, effects]
  const span: DaySpan = { kind: KIND[standing], workDay, fromMs, toMs }
  const isCall = stretch.situation.inCall === true
  return [
    {
      rhythm,
      lateMs,
      standings: withStanding(ledger.standings, span),
      calls: isCall ? withCall(ledger.calls, { ...span, kind: 'call' }) : ledger.calls,
    },
    effects,
  ]
}

/** All stretches in turn. */
export function ledgerAfter(
  ledger: DayLedger,
  stretches: readonly Stretch[],
  rules: RhythmRules,
): [DayLedger, RhythmEffect[]] {
  const effects: RhythmEffect[] = []
  let after = ledger
  for (const stretch of stretches) {
    const [next, more] = advanceLedger(after, stretch, rules)
    after = next
    effects.push(...more)
  }
  return [after, effects]
}
