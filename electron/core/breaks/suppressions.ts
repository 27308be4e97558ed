/** Silence with its reason, as few rows: five hundred looks into the same call are one. */
import { type LocalMoment, workDay } from '../presence/localMoment.ts'
import type { BreakEffect, SuppressionReason } from './breakEffects.ts'
import type { BreakState, OpenSuppression, Step } from './breakState.ts'
import type { Due } from './due.ts'

/** A reason that goes and comes again within this is the same silence. */
export const MERGED_WITHIN_MS = 10 * 60_000
/** A reason that was gone for less has held all the while. */
const SAME_HOLD_MS = 60_000
/** A row that goes on is told again this often, so that little is lost if Lull ends. */
const TOLD_EVERY_MS = 5 * 60_000

function told({ toldMs: _told, ...suppression }: OpenSuppression): BreakEffect {
  return { kind: 'suppressed', suppression }
}

function extended(row: OpenSuppression, nowMs: number): OpenSuppression {
  // Time services set a clock back by moments.
  const goneMs = Math.max(0, nowMs - row.toMs)
  const hasHeld = goneMs <= SAME_HOLD_MS
  return {
    ...row,
    toMs: row.toMs + goneMs,
    heldMs: row.heldMs + (hasHeld ? goneMs : 0),
    times: row.times + (hasHeld ? 0 : 1),
  }
}

function opened(state: BreakState, due: Due, reason: SuppressionReason, now: LocalMoment): Step {
  const row: OpenSuppression = {
    row: state.nextId,
    reason,
    kind: due.kind,
    because: due.because,
    workDay: workDay(now),
    fromMs: now.atMs,
    toMs: now.atMs,
    heldMs: 0,
    times: 1,
    toldMs: now.atMs,
  }
  return [{ ...state, nextId: row.row + 1, suppressions: [...state.suppressions, row] }, [told(row)]]
}

/** Something is due and is not said for this reason. */
export function suppressed(state: BreakState, due: Due, reason: SuppressionReason, now: LocalMoment): Step {
  const place = state.suppressions.findIndex((row) => row.reason === reason)
  const row = state.suppressions[place]
  if (!row) return opened(state, due, reason, now)
  const longer = extended(row, now.atMs)
  const isTold = now.atMs - row.toldMs >= TOLD_EVERY_MS
  const next = isTold ? { ...longer, toldMs: now.atMs } : longer
  return [{ ...state, suppressions: state.suppressions.with(place, next) }, isTold ? [told(next)] : []]
}

/** Rows that are over are told a last time and let go: after ten minutes, with the day, or `all` of them. */
export function closedSuppressions(state: BreakState, now: LocalMoment, all = false): Step {
  if (state.suppressions.length === 0) return [state, []]
  const day = workDay(now)
  const isOver = (row: OpenSuppression) =>
    all || now.atMs - row.toMs > MERGED_WITHIN_MS || row.workDay !== day
  const over = state.suppressions.filter(isOver)
  if (over.length === 0) return [state, []]
  const rest = state.suppressions.filter((row) => !isOver(row))
  return [{ ...state, suppressions: rest }, over.filter((row) => row.toMs > row.toldMs).map(told)]
}
