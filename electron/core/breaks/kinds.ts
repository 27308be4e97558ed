/** What a pause can be, and what it can be filled with. */

/** From the shortest to the one that ends the day. */
export const BREAK_KINDS = ['eyeRest', 'micro', 'pause', 'long', 'lunch', 'endOfDay'] as const
export type BreakKind = (typeof BREAK_KINDS)[number]

/** What may be chosen when a pause is due; `nothing` leaves it out, so that the others can be compared with it. */
export const ARMS = ['nothing', 'lookAway', 'stretch', 'breathe', 'walk', 'talk'] as const
export type Arm = (typeof ARMS)[number]
/** What a person can be invited to. */
export type Invitation = Exclude<Arm, 'nothing'>

const SECOND = 1000
const MINUTE = 60_000

/** Lengths of the kinds by default, ms (PRODUCT: micro 20 s – 2 min, pause 5 min, long 10–15 min). */
export const KIND_LENGTH_MS: Record<BreakKind, number> = {
  eyeRest: 20 * SECOND,
  micro: 2 * MINUTE,
  pause: 5 * MINUTE,
  long: 15 * MINUTE,
  lunch: 30 * MINUTE,
  endOfDay: 5 * MINUTE,
}

/** A walk of less is a trip to the door (work-pattern notes §5.2: "walk 5+ min"). */
const LEAST_WALK_MS = 5 * MINUTE

/** Only these leave a choice: the longer ones are the person's own time, and an eye rest is what it is. */
export const CHOICE_KINDS: ReadonlySet<BreakKind> = new Set(['micro', 'pause'])

const PAUSE_ARMS: readonly Arm[] = ARMS.filter((arm) => arm !== 'lookAway')

/** What a kind can be filled with: twenty seconds of looking away are no pause of five minutes. */
export function armsOf(kind: BreakKind): readonly Arm[] {
  return kind === 'pause' ? PAUSE_ARMS : ARMS
}

/** How long a pause of this kind lasts with this in it, ms. */
export function lengthWith(
  arm: Arm | null,
  kind: BreakKind,
  lengthOf: Readonly<Record<BreakKind, number>>,
): number {
  const length = lengthOf[kind]
  if (kind === 'micro' && arm === 'lookAway') return Math.min(length, lengthOf.eyeRest)
  if (CHOICE_KINDS.has(kind) && arm === 'walk') return Math.max(length, LEAST_WALK_MS)
  return length
}
