/** What a message from the broker asks for, and how often it may: anyone with the password can send one. */
import { commandTopic, type HomeSwitch, SWITCHES } from './homeTopics.ts'

export interface HomeCommand {
  what: HomeSwitch
  on: boolean
}

/** Exactly ON or OFF at one of the topics of a switch; null for anything else. */
export function homeCommand(id: string, topic: string, text: string): HomeCommand | null {
  const what = SWITCHES.find((one) => commandTopic(id, one) === topic)
  if (what === undefined || (text !== 'ON' && text !== 'OFF')) return null
  return { what, on: text === 'ON' }
}

const MOST_A_MINUTE = 6
const MINUTE_MS = 60_000

/** Remembers the commands of the last minute; one above the limit is not obeyed and not remembered. */
export function withCommand(
  obeyedAtMs: readonly number[],
  nowMs: number,
): { obeyedAtMs: number[]; isAllowed: boolean } {
  const recent = obeyedAtMs.filter((atMs) => atMs <= nowMs && nowMs - atMs < MINUTE_MS)
  if (recent.length >= MOST_A_MINUTE) return { obeyedAtMs: recent, isAllowed: false }
  return { obeyedAtMs: [...recent, nowMs], isAllowed: true }
}

export type HomeAction = 'start' | 'finish' | 'pause' | 'resume' | 'soften' | 'giveBack'

/** How long ON keeps Lull quiet. */
export const PAUSE_MINUTES = 60

/** What is to be done; null where it is as asked already, so that a long pause is never cut short by another ON. */
export function homeAction(
  { what, on }: HomeCommand,
  {
    running,
    pausedUntilMs,
    isDayDone,
    isCalm,
  }: { running: object | null; pausedUntilMs: number | null; isDayDone: boolean; isCalm: boolean },
): HomeAction | null {
  if (what === 'on_break') {
    if (on) return running === null ? 'start' : null
    return running === null ? null : 'finish'
  }
  if (what === 'calm') {
    if (on) return isCalm ? null : 'soften'
    return isCalm ? 'giveBack' : null
  }
  const isPaused = pausedUntilMs !== null || isDayDone
  if (on) return isPaused ? null : 'pause'
  return isPaused ? 'resume' : null
}
