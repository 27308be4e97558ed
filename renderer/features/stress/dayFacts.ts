/** Gathers what the sentence of a day is made of from what the engine tells. */
import type { DaySpanOfPresence, DaySums, PresenceSnapshot } from '../../../electron/contract/presence.ts'
import type { DayScores, StressSnapshot } from '../../../electron/contract/stress.ts'
import type { DayFacts } from './daySentence.ts'
import type { Reason } from './signalWords.ts'
import { timeByKind } from './stretches.ts'

export interface DaySources {
  workDay: number
  isToday: boolean
  nowMs: number
  sums: DaySums | null
  spans: readonly DaySpanOfPresence[]
  scores: DayScores | null
  /** Of now; not looked at for another day. */
  stress: StressSnapshot | undefined
  presence: PresenceSnapshot | undefined
}

/** The loudest reason, once the signal is raised or above this person's usual. */
export function unlikeNow(stress: StressSnapshot | undefined): Reason | null {
  if (stress?.strain.state !== 'known') return null
  const { value, usual, phase, reasons } = stress.strain
  const isAbove = value !== null && usual !== null && value > usual.high
  return isAbove || phase === 'raised' ? (reasons[0] ?? null) : null
}

export function dayFacts(sources: DaySources): DayFacts {
  const { sums, scores, isToday } = sources
  const stress = isToday ? sources.stress : undefined
  const need = stress?.need
  return {
    workDay: sources.workDay,
    isToday,
    nowMs: sources.nowMs,
    sensing: isToday ? (sources.presence?.sensing.state ?? null) : null,
    activeMs: sums?.activeMs ?? 0,
    restMs: timeByKind(sources.spans).rest,
    unknownMs: sums?.unknownMs ?? 0,
    realRests: sums?.realRests ?? 0,
    calls: sums?.calls ?? null,
    lateMs: sums?.lateMs ?? 0,
    firstWorkMs: sums?.firstWorkMs ?? null,
    lastWorkMs: sums?.lastWorkMs ?? null,
    sinceRest:
      need && need.value !== null ? { activeMs: need.activeSinceRestMs, targetMs: need.targetMs } : null,
    unlike: unlikeNow(stress),
    raised: { times: scores?.raisedTimes ?? 0, ms: scores?.raisedMs ?? 0 },
  }
}
