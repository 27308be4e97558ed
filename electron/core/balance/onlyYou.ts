/** Whether someone writes that only Lull understands them, listens or is there. Counted for them alone; nothing follows from it by itself. */
import { foldScript } from '../safety/normalise.ts'
import { type OnlyYouPhrases, onlyYouPhrases } from './onlyYouPhrases.ts'

/** UTF-16 units that are read of one message: what was meant is said before. */
const MOST_READ = 8000
/** Of a sentence; one without a stop is no sentence any more. */
const MOST_SENTENCE = 600

const sentences = /[.!?;\n]+/
/** What stands in quotes was said by somebody else, or is a title. */
const quoted = /"[^"\n]{0,400}"/g
const toSomebodyElse = /^\s*(?:dear|liebe[rs]?|lieber|querid[oa]|chere?|car[oa]|beste|lieve) (?!lull\b)\w+/

const clauseEnds = /[,:]| but | aber | pero | mais | mas | maar | ma | tapi /

function says(sentence: string, { phrases, denied, others }: OnlyYouPhrases): boolean {
  return phrases.some((phrase) => {
    const found = phrase.exec(sentence)
    if (found === null) return false
    const before = sentence.slice(0, found.index)
    const clause = before.split(clauseEnds).at(-1) ?? ''
    return !denied.test(clause) && !others.some((guard) => guard.test(before))
  })
}

/** True when the message says it in any of the languages; denied, past, asked and other people's words do not count. */
export function saysOnlyYou(text: string): boolean {
  const folded = foldScript(text.slice(0, MOST_READ)).replace(quoted, ' ')
  const languages = onlyYouPhrases.filter(({ trigger }) => trigger.test(folded))
  if (languages.length === 0 || toSomebodyElse.test(folded)) return false
  return folded
    .split(sentences)
    .map((sentence) => sentence.slice(0, MOST_SENTENCE))
    .some((sentence) => languages.some((language) => says(sentence, language)))
}
