/** The last minutes as stretches in which nothing changed, which may still turn out to have been otherwise. */
import { isSameSituation, type Situation, standingIn } from './situation.ts'
import type { Standing, StandingRules } from './standing.ts'

export interface Stretch {
  fromMs: number
  toMs: number
  /** Day number with days that start at 04:00, in the zone the person was in then. */
  workDay: number
  situation: Situation
  standing: Standing
  /** Inside the person's quiet hours; null while they have none. */
  late: boolean | null
  /** Whole days over which the machine slept: they count as rest, and leave nothing behind. */
  betweenDays: boolean
}

/**
 * A pointer that is touched and left alone again is no work. Workrave asks for input twice within 9 s before it
 * believes in any (work-pattern notes §1.2).
 */
export const LEAST_ACTIVE_MS = 9_000

function continues(last: Stretch, next: Stretch): boolean {
  return (
    last.toMs === next.fromMs &&
    last.workDay === next.workDay &&
    last.standing === next.standing &&
    last.late === next.late &&
    last.betweenDays === next.betweenDays &&
    isSameSituation(last.situation, next.situation)
  )
}

/** The stretches with one more; equal neighbours become one, and one without length is left out. */
export function withStretch(stretches: readonly Stretch[], next: Stretch): Stretch[] {
  if (next.toMs <= next.fromMs) return [...stretches]
  const last = stretches.at(-1)
  if (!last || !continues(last, next)) return [...stretches, next]
  return [...stretches.slice(0, -1), { ...last, toMs: next.toMs }]
}

/** The part of a stretch between two times; null when there is none. */
export function clipped(stretch: Stretch, fromMs: number, toMs: number): Stretch | null {
  const from = Math.max(stretch.fromMs, fromMs)
  const to = Math.min(stretch.toMs, toMs)
  return to > from ? { ...stretch, fromMs: from, toMs: to } : null
}

/** Everything before a time, and everything from it on. */
export function cutAt(stretches: readonly Stretch[], atMs: number): [Stretch[], Stretch[]] {
  const before = stretches.flatMap((one) => clipped(one, Number.NEGATIVE_INFINITY, atMs) ?? [])
  const after = stretches.flatMap((one) => clipped(one, atMs, Number.POSITIVE_INFINITY) ?? [])
  return [before, after]
}

function asIdle(stretch: Stretch, rules: StandingRules): Stretch {
  const situation: Situation = { ...stretch.situation, activity: 'idle' }
  return { ...stretch, situation, standing: standingIn(situation, rules) }
}

/** Where the input before `end` began, when it came out of idleness and was too short to be work; else `end`. */
function bumpStart(stretches: readonly Stretch[], end: number): number {
  let start = end
  let lengthMs = 0
  for (let place = end - 1; stretches[place]?.situation.activity === 'active'; place--) {
    lengthMs += (stretches[place]?.toMs ?? 0) - (stretches[place]?.fromMs ?? 0)
    start = place
  }
  const cameFromIdle = stretches[start - 1]?.situation.activity === 'idle'
  return cameFromIdle && lengthMs < LEAST_ACTIVE_MS ? start : end
}

/**
 * Input has been idle since `sinceMs`, as was learned just now: what was taken for activity from then on was none, and
 * a bump between two idle times was none either. Calls stay work; locked and asleep stay what they are.
 */
export function withIdleSince(
  stretches: readonly Stretch[],
  sinceMs: number,
  rules: StandingRules,
): Stretch[] {
  const [before, after] = cutAt(stretches, sinceMs)
  const idleFrom = bumpStart(before, before.length)
  const isInput = ({ situation }: Stretch) => situation.activity === 'active' || situation.activity === null
  const marked = [
    ...before.map((one, place) => (place >= idleFrom ? asIdle(one, rules) : one)),
    ...after.map((one) => (isInput(one) ? asIdle(one, rules) : one)),
  ]
  return marked.reduce<Stretch[]>(withStretch, [])
}
