/** Reads an answer out of the chances of the next token, so that a model is asked without being let write. */
import type { Token } from 'node-llama-cpp'

/** Below this share of yes and no together a model would say something else, and has no answer. */
const LEAST_ANSWER = 0.05

/** Yes against no, 0–1; 0 where neither is about to be said. */
export function chanceOfYes(
  chances: ReadonlyMap<Token, number> | undefined,
  textOf: (token: Token) => string,
): number {
  let yes = 0
  let no = 0
  for (const [token, chance] of chances ?? []) {
    const said = textOf(token).trim().toLowerCase()
    if (said === '') continue
    // Small vocabularies write a word in pieces.
    if ('yes'.startsWith(said)) yes += chance
    else if ('no'.startsWith(said)) no += chance
  }
  return yes + no < LEAST_ANSWER ? 0 : yes / (yes + no)
}
