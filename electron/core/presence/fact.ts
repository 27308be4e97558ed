/** What can be known about someone at a desk without looking or listening: eight facts, each possibly unknown. */

/** `input` is whether keys or pointer were used lately; the others are yes or no. */
export type Fact = 'input' | 'locked' | 'asleep' | 'inCall' | 'sharing' | 'fullScreen' | 'doNotDisturb'

export interface FactValues {
  input: 'active' | 'idle'
  locked: boolean
  asleep: boolean
  inCall: boolean
  sharing: boolean
  fullScreen: boolean
  doNotDisturb: boolean
}

/** One answer of one probe. */
export type FactReading = {
  [F in Fact]: {
    fact: F
    /** Null when the probe cannot know: that is an answer, and never a guess. */
    value: FactValues[F] | null
    /** Which probe, such as `powerMonitor` or `mutter`. */
    source: string
    /** Epoch ms of the reading. */
    atMs: number
    /** How far to trust it, 0–1; of several answers the better one wins. */
    quality: number
    /** Since when the value holds, as far as the probe itself knows (the last key press for `idle`), epoch ms. */
    sinceMs?: number
    /** With `input`: time since the last key or pointer use, where it is known to the second, ms. */
    idleMs?: number
    /** `event` says a change once, when it happens, and is believed at once; `poll` repeats and is confirmed. */
    how: 'poll' | 'event'
  }
}[Fact]

/** A fact as Lull holds it. */
export interface Known<Value> {
  value: Value | null
  /** Probe the value comes from; null while nothing is known. */
  source: string | null
  /** Since when the value holds, epoch ms; null while nothing is known. */
  sinceMs: number | null
  /** 0–1; 0 while nothing is known. */
  quality: number
}

/** A polled answer older than this is no answer: probes ask every 1 s for input and lock, every 5–10 s for the rest. */
export const POLL_VALID_FOR_MS: Record<Fact, number> = {
  input: 30_000,
  locked: 30_000,
  asleep: 30_000,
  inCall: 60_000,
  sharing: 60_000,
  fullScreen: 60_000,
  doNotDisturb: 60_000,
}

/** An event has no repeat; after a day without another the probe has lost its source. */
export const EVENT_VALID_FOR_MS = 24 * 60 * 60_000
