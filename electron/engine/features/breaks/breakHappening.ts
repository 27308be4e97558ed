/** A break that began or ended and an offer that was turned down, told to others once each. */
import type { BreakEffect, RunningBreak } from '../../../core/breaks/breakEffects.ts'
import type { BreakState } from '../../../core/breaks/breakState.ts'
import type { CommandBreak, CommandMoment } from './ownCommands.ts'

export interface Happening {
  what: CommandMoment
  /** The break itself; null for one that was skipped. */
  running: RunningBreak | null
  about: CommandBreak
}

/** @param before the effect. An open break is opened again whenever displays change, and that is no beginning. */
export function happeningIn(effect: BreakEffect, before: BreakState, nowMs: number): Happening | null {
  if (effect.kind === 'openBreak') {
    const { running } = effect
    if (running.id === before.running?.id) return null
    return { what: 'start', running, about: { kind: running.kind, ms: running.lengthMs } }
  }
  if (effect.kind === 'closeBreak' && before.running) {
    const { running } = before
    const ms = Math.max(0, Math.min(nowMs - running.fromMs, running.lengthMs))
    return { what: 'end', running, about: { kind: running.kind, ms } }
  }
  if (effect.kind !== 'withdraw' || before.nudge === null) return null
  if (effect.because !== 'skipped' && effect.because !== 'notNow') return null
  return { what: 'skip', running: null, about: { kind: before.nudge.kind, ms: before.nudge.lengthMs } }
}
