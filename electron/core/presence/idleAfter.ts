/** When a pause in input is no longer part of working: one number for every probe, so that they agree. */

/** Without a key or the pointer used for this long, input is idle. Shorter pauses are reading or thinking. */
export const IDLE_AFTER_MS = 30_000
