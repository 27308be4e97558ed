/** A person's own plan for a hard night: what it holds, in the order in which it is used. */

/**
 * The steps, first to last. Wording is Lull's own; the order follows the safety plans that crisis services use
 * (Nuij 2021, SUPPORT-AND-SAFETY.md §5a): alone first, then with others, then with professionals, then the place.
 */
export const planSteps = [
  /** How I notice that it is getting worse. */
  'signs',
  /** What I can do by myself. */
  'own',
  /** Where I can go, and with whom I can be, without having to talk about it. */
  'company',
  /** Whom I can tell. */
  'people',
  /** Who does this for a living. */
  'professionals',
  /** How I make the place safer. */
  'place',
  /** What I want to stay for. */
  'reasons',
] as const
export type PlanStep = (typeof planSteps)[number]

/** Entries a step holds at most, and characters an entry. */
export const MOST_PLAN_ENTRIES = 12
export const MOST_PLAN_CHARACTERS = 300

export interface SafetyPlan {
  steps: Record<PlanStep, string[]>
  /** Epoch milliseconds. */
  changedAtMs: number
}

/** Someone or some line that the person wants to see first. */
export interface OwnPerson {
  id: string
  name: string
  /** What a phone dials, as typed; null where there is another way. */
  phone: string | null
  /** Another way, in the person's words ("flat 3, knock"); null = none. */
  how: string | null
  /** A professional of their own, rather than a friend. */
  professional: boolean
}

export const MOST_OWN_PEOPLE = 8
