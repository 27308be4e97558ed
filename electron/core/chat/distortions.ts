/** Ways in which a very small model gets a person wrong: other people, other facts, headings, the same again. */
import { type CandidateView, isQuestion, joined } from './candidateView.ts'
import { closeness, denied, hasDenial, wordsOf } from './contentWords.ts'
import { takeSentences } from './sentences.ts'

/** Denies what was not denied, or the other way round. */
export const contradicts = (view: CandidateView) => {
  if (hasDenial(view.said) && !hasDenial(view.mirror)) return true
  const theirs = denied(view.message)
  return [...denied(view.saidText)].some(([stem, no]) => theirs.has(stem) && theirs.get(stem) !== no)
}

/** Messages that leave out "I": "Sitting in calls all day", "can't focus". */
const withoutSelf =
  /^(?:(?:finally|just|still|also|yeah|yes|no|ok|so|well|and|mostly)[, ]+)*(?:\w+ing|can|can't|couldn't|haven't|hadn't|didn't|don't|got|had|been|bored|tired|missed|lost|finished|stuck|not|nothing|woke|slept)\b/i

export const leavesOutSelf = (view: CandidateView) => withoutSelf.test(view.message.trim())

const speaksOfSelf = (view: CandidateView) =>
  leavesOutSelf(view) || wordsOf(view.message).some((word) => word === 'i' || word === 'we')

/** "His parents" are not "your parents". */
const takesOver = ({ said, mirror }: CandidateView) =>
  said.some(
    (word, at) =>
      word === 'your' &&
      mirror.some(
        (one, place) => one === said[at + 1] && /^(?:his|her|their)$/.test(mirror[place - 1] ?? ''),
      ) &&
      !mirror.some((one, place) => one === 'your' && mirror[place + 1] === said[at + 1]),
  )

/** "She went to her room" is not said back as "you went". */
export const wrongPerson = (view: CandidateView) => {
  if (takesOver(view)) return true
  const [first, second] = view.said
  if (first !== 'you' || second === undefined) return false
  if (view.mirrorText.includes(` you ${second} `)) return false
  // "You're a new boss", of someone who has one.
  if (second === 'are' && !view.said[2]?.endsWith('ing')) return true
  return !speaksOfSelf(view)
}

const helping = new Set('is are was were has have had do does did can could will would'.split(' '))

/** The same two words, or "your" for an article: a sentence without a helping verb is safe when it begins as theirs. */
function beginsAlike(said: readonly string[], mirror: readonly string[]): boolean {
  const [first, second] = said
  return mirror.some(
    (word, at) =>
      word === second &&
      (mirror[at - 1] === first || (first === 'your' && /^(?:the|an?)$/.test(mirror[at - 1] ?? ''))),
  )
}

/** "Your best friend moving to Canada", "Your presentation tomorrow": a heading, not a sentence. */
export const soundsLikeTitle = (view: CandidateView) => {
  const { said, mirror } = view
  if (said.length === 0) return false
  const dropped = mirror.some(
    (word, at) =>
      helping.has(word) &&
      said.some((one, place) => one === mirror[at - 1] && said[place + 1] === mirror[at + 1]),
  )
  if (dropped && !said.some((word) => helping.has(word))) return true
  if (said[0] === 'you' || said.some((word) => helping.has(word))) return false
  return closeness(said, mirror) < 0.6 || !beginsAlike(said, mirror)
}

/** A capital inside a sentence that the person did not write is a name that nobody gave. */
export const inventsName = (view: CandidateView) =>
  view.sentences.some((sentence) =>
    [...sentence.matchAll(/(?<=\s["'(]?)\p{Lu}[\p{L}]+/gu)].some(
      ([word]) => !view.message.toLowerCase().includes(word.toLowerCase()),
    ),
  )

const numberWord =
  /^(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|hundred)$/
export const inventsNumber = (view: CandidateView) =>
  wordsOf(view.candidate.text).some((word) => numberWord.test(word) && !view.mirror.includes(word))

const timeWord =
  /^(?:today|yesterday|tomorrow|tonight|week|weeks|weekend|month|months|years?|morning|afternoon|evening|night|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/
export const inventsTime = (view: CandidateView) =>
  view.said.some((word) => timeWord.test(word) && !view.mirror.includes(word))

/** "Haven't had lunch, haven't had lunch": four words said twice. */
export const stutters = (view: CandidateView) => {
  const runs = view.said.slice(3).map((_, at) => view.said.slice(at, at + 4).join(' '))
  return new Set(runs).size < runs.length
}

export const repeatsReply = (view: CandidateView) =>
  view.previous.some((reply) => {
    const statement = takeSentences(reply.trim(), true).sentences.find((one) => !isQuestion(one.trim()))
    return (
      joined(reply) === joined(view.candidate.text) ||
      (statement !== undefined && view.said.length > 0 && joined(statement) === view.said.join(' '))
    )
  })

export const repeatsQuestion = (view: CandidateView) =>
  view.question !== null &&
  view.previous
    .slice(-3)
    .some((reply) =>
      takeSentences(reply.trim(), true).sentences.some(
        (one) => isQuestion(one.trim()) && joined(one) === view.questionText,
      ),
    )
