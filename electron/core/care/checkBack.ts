/** Coming back to a hard moment: asked once more later, twice at most, and closed by any answer. */
import { higherTier, type Tier, tiers } from '../safety/tier.ts'

/** Long enough for a night or a day in between. */
export const CHECK_BACK_AFTER_MS = 6 * 3_600_000
/** Asked and put off this often, it is not asked again. */
export const MOST_TIMES_ASKED = 2
/** A wait longer than this by the clock of now was written under a clock that was wrong. */
const LONGEST_WAIT_MS = CHECK_BACK_AFTER_MS + 24 * 3_600_000

export const checkBackAnswers = ['better', 'same', 'worse', 'talk', 'later', 'close'] as const
export type CheckBackAnswer = (typeof checkBackAnswers)[number]

/** A hard moment that Lull said it would come back to; one for each talk. */
export interface HardMoment {
  conversationId: string
  /** When it was, epoch ms. */
  sinceMs: number
  /** Number of its day, from 04:00 where the person was then. */
  workDay: number
  tier: Tier
  /** BCP 47 tag of the language to ask in. */
  language: string
  /** Not asked before, epoch ms. */
  dueAtMs: number
  /** How often it was asked and put off. */
  timesAsked: number
  /** What closed it; null while it is open. */
  answer: CheckBackAnswer | null
}

/** A hard moment now. While an earlier one of the same talk is open, the graver tier stays. */
export function hardMomentNow(
  known: HardMoment | null,
  heard: { conversationId: string; tier: Tier; language: string },
  now: { atMs: number; workDay: number },
): HardMoment {
  const isOpen = known !== null && known.answer === null
  return {
    ...heard,
    tier: isOpen ? higherTier(known.tier, heard.tier) : heard.tier,
    sinceMs: now.atMs,
    workDay: now.workDay,
    dueAtMs: now.atMs + CHECK_BACK_AFTER_MS,
    timesAsked: 0,
    answer: null,
  }
}

function isDue({ answer, dueAtMs }: HardMoment, nowMs: number): boolean {
  return answer === null && (nowMs >= dueAtMs || dueAtMs - nowMs > LONGEST_WAIT_MS)
}

/** The one to ask about now: the gravest, of these the latest; null when none is due. */
export function dueCheckBack(moments: readonly HardMoment[], nowMs: number): HardMoment | null {
  const due = moments.filter((moment) => isDue(moment, nowMs))
  const [first] = due.toSorted(
    (a, b) => tiers.indexOf(b.tier) - tiers.indexOf(a.tier) || b.sinceMs - a.sinceMs,
  )
  return first ?? null
}

/** What the answer makes of it; one that is closed stays as it is. */
export function withAnswer(moment: HardMoment, answer: CheckBackAnswer, nowMs: number): HardMoment {
  if (moment.answer !== null) return moment
  const timesAsked = moment.timesAsked + 1
  if (answer !== 'later' || timesAsked >= MOST_TIMES_ASKED) return { ...moment, timesAsked, answer }
  return { ...moment, timesAsked, dueAtMs: nowMs + CHECK_BACK_AFTER_MS }
}
