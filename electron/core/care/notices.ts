/** What Lull says about itself without being asked, and when. */

/** `first`: before first use · `returned`: after a week away · `longUse`: every few hours of use · `enough`: the person's own limit for today. */
export const noticeKinds = ['returned', 'longUse', 'enough'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** Said as it stands wherever the law of a place asks for it (New York GBL Art. 47). */
export const SOFTWARE_SENTENCE =
  'The AI companion is a computer program and not a human being. It is unable to feel human emotion.'

/** A notice that is on screen until it is put away. */
export interface Notice {
  kind: NoticeKind
  sinceMs: number
  /** Use in minutes that it speaks of: since the last notice, or today. Null for `returned`. */
  usedMinutes: number | null
  /** Whether it is night for this person, so that sleep is the better offer. */
  atNight: boolean
}
