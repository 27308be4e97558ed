/** Keeps one noisy topic from drowning the rest: so many messages a second, the others counted. */

export interface TopicRate {
  secondStartMs: number
  taken: number
  /** Messages turned away since the beginning. */
  refused: number
}

/** A strap sends one message a second (sensing notes §3). */
export const MOST_MESSAGES_PER_SECOND = 50

export const quietTopic: TopicRate = { secondStartMs: Number.NEGATIVE_INFINITY, taken: 0, refused: 0 }

/** Whether to take a message that came now, and the state after it. A clock set back starts a new second. */
export function takeMessage(rate: TopicRate, nowMs: number): [TopicRate, boolean] {
  const isNewSecond = nowMs - rate.secondStartMs >= 1000 || nowMs < rate.secondStartMs
  const taken = isNewSecond ? 0 : rate.taken
  const secondStartMs = isNewSecond ? nowMs : rate.secondStartMs
  if (taken >= MOST_MESSAGES_PER_SECOND) return [{ ...rate, refused: rate.refused + 1 }, false]
  return [{ secondStartMs, taken: taken + 1, refused: rate.refused }, true]
}
