/** One silent notification for each check-in that is offered, and none while the person looks at Lull anyway. */

/** Two offers are 90 minutes apart and one lasts 30: what comes back sooner is the same one after a call. */
const SAME_OFFER_MS = 60 * 60_000

export interface CheckinNoticeParts {
  /** Whether the popup is before the person now. */
  isSeen(): boolean
  /** Shows it. @returns what takes it away again. */
  show(): () => void
  nowMs(): number
}

/** @returns what is to be told whenever the engine says whether a check-in is offered. */
export function checkinNotice(parts: CheckinNoticeParts): (isDue: boolean) => void {
  let wasDue = false
  let toldAtMs: number | null = null
  let close = () => {}
  return (isDue) => {
    if (isDue === wasDue) return
    wasDue = isDue
    close()
    close = () => {}
    const nowMs = parts.nowMs()
    if (!isDue || (toldAtMs !== null && Math.abs(nowMs - toldAtMs) < SAME_OFFER_MS)) return
    toldAtMs = nowMs
    if (!parts.isSeen()) close = parts.show()
  }
}
