/** What became of a write: it went through, or nobody knows, and then both what it asked and what was before count as Lull's. */
import type { HeldLamp, LightsState } from './lightsState.ts'
import { lastWrite } from './writeLog.ts'

export function taken(state: LightsState, lampIds: readonly string[]): LightsState {
  const log = state.log.map((one) => (lampIds.includes(one.lampId) ? { ...one, isTaken: true } : one))
  return { ...state, log }
}

export function notWritten(state: LightsState, lampIds: readonly string[]): LightsState {
  const lost = lampIds.flatMap((id) => lastWrite(state.log, id) ?? [])
  const held = state.held.map((one): HeldLamp => {
    const write = lost.find(({ lampId }) => lampId === one.lampId)
    if (write === undefined) return one
    const giving = one.giving && { ...one.giving, writtenMs: null }
    return { ...one, set: write.from, orElse: write.to, giving }
  })
  return { ...state, held, log: state.log.filter((one) => !lost.includes(one)) }
}
