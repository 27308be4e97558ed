/** How often each sensor looks: a locked or sleeping machine has little to tell. */
import type { SensorId } from './sensor.ts'

/** Sensors that ask by themselves; apps and input are counted in a process of their own. */
export type AskingSensor = Exclude<SensorId, 'apps' | 'input'>

/** Well within the time an answer holds (`POLL_VALID_FOR_MS`), two answers included. */
const EVERY_MS: Record<AskingSensor, { here: number; away: number }> = {
  presence: { here: 5_000, away: 10_000 },
  calls: { here: 10_000, away: 25_000 },
  screen: { here: 10_000, away: 25_000 },
  machine: { here: 10_000, away: 30_000 },
}

export function askEveryMs(sensor: AskingSensor, isAway: boolean): number {
  return isAway ? EVERY_MS[sensor].away : EVERY_MS[sensor].here
}

/** How often idle time is asked for while somebody waits for a gap in it, which is told to about two seconds. */
export const CLOSER_LOOK_EVERY_MS = 2_000

/** As `askEveryMs`, where idle time may be wanted more closely; nobody types on a locked or sleeping machine. */
export function askIdleEveryMs(usualMs: number, isAway: boolean, isCloser: boolean): number {
  return isCloser && !isAway ? Math.min(CLOSER_LOOK_EVERY_MS, usualMs) : usualMs
}

/** A look at every open file of a large desktop costs 75 ms of a processor; at this share it is no burden. */
const MOST_WALK_SHARE = 1 / 250
/** Two answers still fit into the minute one holds. */
const LONGEST_WALK_PAUSE_MS = 25_000

/** How long to leave the open files alone after a look that took `spentMs`; the answer in between is the last one. */
export function walkPauseMs(spentMs: number): number {
  return Math.min(spentMs / MOST_WALK_SHARE, LONGEST_WALK_PAUSE_MS)
}
