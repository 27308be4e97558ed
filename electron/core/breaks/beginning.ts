/** The first moments of a run, in which what is unknown is only not known yet: what is due can wait for that. */
import type { BreakFacts } from './breakFacts.ts'

/** Sensors need so long to begin. */
export const BEGINNING_MS = 15_000

/** Whether somebody writes, or is in a call, is still to be told. A clock that was set counts as no beginning. */
export function isBeginning(
  { inputIdleMs, situation }: Pick<BreakFacts, 'inputIdleMs' | 'situation'>,
  begunAtMs: number,
  nowMs: number,
): boolean {
  if (Math.abs(nowMs - begunAtMs) >= BEGINNING_MS) return false
  return inputIdleMs === null || situation.inCall === null
}
