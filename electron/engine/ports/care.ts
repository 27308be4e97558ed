/** What a talk needs of the care around it: whom to show first, and what to remember of a hard moment. */
import type { OwnPerson } from '../../core/care/safetyPlan.ts'
import type { Kind, Tier } from '../../core/safety/tier.ts'

/** None of it ever fails: an answer in a crisis must not wait for a disk. What went wrong is logged. */
export interface CareForTalks {
  /** The person's own people and lines, first one first. */
  people(): readonly OwnPerson[]
  /** People to call were shown, in a card or in words. Counted on this machine, without a word of anyone. */
  referred(shown: { tier: Tier; kinds: readonly Kind[]; country: string | null }): void
  /** Lull will ask how it is at the next opening after six hours; said again, the six hours begin anew. */
  willCheckBack(moment: { conversationId: string; tier: Tier; language: string }): void
}
