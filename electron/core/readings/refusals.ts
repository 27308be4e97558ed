/** Counts what was refused by reason, so that silence can be told from rubbish. */
import type { Refusal, RefusalReason } from './mapping.ts'

/** Adds one refusal of a reason, or several. The list is changed in place: it lives for one message. */
export function countRefusal(refused: Refusal[], reason: RefusalReason, count = 1): void {
  const known = refused.find((entry) => entry.reason === reason)
  if (known) known.count += count
  else refused.push({ reason, count })
}
