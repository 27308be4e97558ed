/** How much of a pause is left, however the clock is set meanwhile, and how that is said without haste. */
import type { TFunction } from 'i18next'

const SECOND_MS = 1000
const MINUTE_MS = 60_000
/** Below it seconds are told, in steps that nobody has to race with. */
const SECONDS_BELOW_MS = 60 * SECOND_MS
const SECONDS_STEP = 5
/** Shorter pauses are over before half of them is worth a word. */
const LEAST_HALF_MS = 60 * SECOND_MS
/** In shorter ones "one minute left" would be said at half time. */
const LEAST_MINUTE_MS = 3 * MINUTE_MS

export interface Instant {
  /** Epoch ms, which the person may set. */
  wallMs: number
  /** Never set, but some systems stop it while they sleep. */
  steadyMs: number
}

/** When the end of a pause was heard of. */
export interface Anchor extends Instant {
  endsAtMs: number
}

/** Never more than was left when it was heard, so that a clock set back does not lengthen a pause. */
export function leftMs(anchor: Anchor, now: Instant): number {
  const byWall = anchor.endsAtMs - now.wallMs
  const bySteady = anchor.endsAtMs - anchor.wallMs - (now.steadyMs - anchor.steadyMs)
  return Math.max(0, Math.min(byWall, bySteady))
}

/** How long its end is over, ms; 0 while it is not. */
export function overMs(anchor: Anchor, now: Instant): number {
  const bySteady = anchor.endsAtMs - anchor.wallMs - (now.steadyMs - anchor.steadyMs)
  return Math.max(0, -Math.min(anchor.endsAtMs - now.wallMs, bySteady))
}

/** Until the next whole second, ms. */
export const toNextSecondMs = (left: number): number => left % SECOND_MS || SECOND_MS

/** "Four minutes", then "40 seconds". */
export function leftWords(left: number, t: TFunction): string {
  if (left > SECONDS_BELOW_MS)
    return t('break.left.minutes', { count: Math.max(1, Math.round(left / MINUTE_MS)) })
  const seconds = Math.ceil(left / SECOND_MS / SECONDS_STEP) * SECONDS_STEP
  if (seconds === 60) return t('break.left.minutes', { count: 1 })
  return seconds <= SECONDS_STEP ? t('break.left.moment') : t('break.left.seconds', { count: seconds })
}

/** What a screen reader is told, each once. */
export type Milestone = 'start' | 'half' | 'minute' | 'over'

export function milestoneAt(left: number, lengthMs: number): Milestone {
  if (left <= 0) return 'over'
  if (lengthMs >= LEAST_MINUTE_MS && left <= MINUTE_MS) return 'minute'
  if (lengthMs >= LEAST_HALF_MS && left <= lengthMs / 2) return 'half'
  return 'start'
}
