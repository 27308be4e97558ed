/** After the wall clock was set back: what is left of every wait stays as long as it was. */
import type { BreakState } from './breakState.ts'

/** The same state on a clock that shows `byMs` less. */
export function shiftedState(state: BreakState, byMs: number): BreakState {
  const earlier = (atMs: number | null) => (atMs === null ? null : atMs - byMs)
  const { look, hushed, dwelling, breakpoint, waiting, nudge, running } = state
  const { lastBreak, lastRest } = state
  return {
    ...state,
    atMs: earlier(state.atMs),
    look: look && { ...look, atMs: look.atMs - byMs },
    hushed: {
      inCall: earlier(hushed.inCall),
      sharing: earlier(hushed.sharing),
      doNotDisturb: earlier(hushed.doNotDisturb),
      fullScreen: earlier(hushed.fullScreen),
    },
    dwelling: dwelling && { ...dwelling, sinceMs: dwelling.sinceMs - byMs },
    breakpoint: breakpoint && { ...breakpoint, atMs: breakpoint.atMs - byMs },
    pausedUntilMs: earlier(state.pausedUntilMs),
    waiting: waiting && { ...waiting, sinceMs: waiting.sinceMs - byMs },
    nudge: nudge && {
      ...nudge,
      fromMs: nudge.fromMs - byMs,
      atMs: nudge.atMs - byMs,
      untilMs: earlier(nudge.untilMs),
      offer: nudge.offer && { ...nudge.offer, atMs: nudge.offer.atMs - byMs },
    },
    running: running && {
      ...running,
      fromMs: running.fromMs - byMs,
      endsAtMs: running.endsAtMs - byMs,
    },
    suspendedMs: earlier(state.suspendedMs),
    lastRest: lastRest && { ...lastRest, toMs: lastRest.toMs - byMs },
    lastBreak: lastBreak && { fromMs: lastBreak.fromMs - byMs, toMs: lastBreak.toMs - byMs },
    quietUntilMs: earlier(state.quietUntilMs),
    notNowUntilMs: earlier(state.notNowUntilMs),
  }
}
