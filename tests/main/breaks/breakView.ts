/** The engine's words about pauses, as the shell's tests need them. */
import type { BreakOffer, BreakView, RunningBreakView } from '../../../electron/contract/breaks.ts'

export const nowMs = new Date(2026, 10, 24, 13, 30).getTime()

export function breakView(change: Partial<BreakView> = {}): BreakView {
  return {
    atMs: nowMs,
    isOn: true,
    offer: null,
    running: null,
    rating: null,
    snoozed: null,
    waiting: null,
    silent: null,
    pausedUntilMs: null,
    isDayDone: false,
    next: null,
    today: { offered: 0, taken: 0, natural: 0, restedMs: 0, nudgesLeft: 8 },
    isByTimeOnly: false,
    drawn: [],
    command: null,
    ...change,
  }
}

export function offerOf(change: Partial<BreakOffer> = {}): BreakOffer {
  return {
    id: 7,
    kind: 'micro',
    arm: 'stretch',
    because: 'need',
    lengthMs: 120_000,
    form: 'corner',
    postponesLeft: 2,
    isAgain: false,
    atMs: nowMs,
    sinceRestMs: 3_000_000,
    exercise: null,
    reason: null,
    ...change,
  }
}

export function runningOf(change: Partial<RunningBreakView> = {}): RunningBreakView {
  return {
    id: 7,
    kind: 'pause',
    arm: null,
    because: 'need',
    lengthMs: 300_000,
    fromMs: nowMs,
    endsAtMs: nowMs + 300_000,
    form: 'overlay',
    isStrict: false,
    displays: ['1', '2'],
    exercise: null,
    ...change,
  }
}
