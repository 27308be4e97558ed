/** How long somebody has been at an exercise: pauses and sleep do not count. */

/** A look at the clocks of the page. */
export interface Look {
  /** A clock that only goes forward, ms; on some systems it stands still while the computer sleeps. */
  monotonicMs: number
  /** Epoch ms; may be set. */
  wallMs: number
  /** A page nobody sees gets its timers late. */
  isHidden: boolean
}

export interface ExerciseClock {
  /** Up to the last look. */
  spentMs: number
  /** The last look while running; null while it stands. */
  last: Look | null
}

export const atRest: ExerciseClock = { spentMs: 0, last: null }

/** The page looks every second: a longer silence was a sleep. */
const SLEEP_MS = 5000
/** Browsers let hidden pages look once a minute. */
const HIDDEN_SLEEP_MS = 90_000

export function started(clock: ExerciseClock, look: Look): ExerciseClock {
  return { ...clock, last: look }
}

/** Whether the computer slept between two looks: then nobody knows what the person did. */
export function slept(last: Look, look: Look): boolean {
  const passedMs = look.monotonicMs - last.monotonicMs
  const wasHidden = last.isHidden || look.isHidden
  // Where the first clock stands still in sleep, only the other one has moved on. Setting it back is no sleep.
  const unseenMs = look.wallMs - last.wallMs - passedMs
  return passedMs > (wasHidden ? HIDDEN_SLEEP_MS : SLEEP_MS) || unseenMs > SLEEP_MS
}

/** A sleep pauses it at the last moment that is known. */
export function lookedAt(clock: ExerciseClock, look: Look): ExerciseClock {
  if (clock.last === null) return clock
  if (slept(clock.last, look)) return { ...clock, last: null }
  return { spentMs: spentAt(clock, look), last: look }
}

export function paused(clock: ExerciseClock, look: Look): ExerciseClock {
  return { ...lookedAt(clock, look), last: null }
}

/** Between two looks. */
export function spentAt(
  { spentMs, last }: ExerciseClock,
  { monotonicMs }: Pick<Look, 'monotonicMs'>,
): number {
  return last === null ? spentMs : spentMs + Math.max(0, monotonicMs - last.monotonicMs)
}
