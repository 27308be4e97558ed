/** What counts for and against a candidate reply. Whatever makes something up, orders, judges or consoles is out. */
import { added, type CandidateView, isQuestion, joined } from './candidateView.ts'
import { closeness } from './contentWords.ts'
import {
  contradicts,
  inventsName,
  inventsNumber,
  inventsTime,
  leavesOutSelf,
  repeatsQuestion,
  repeatsReply,
  soundsLikeTitle,
  stutters,
  wrongPerson,
} from './distortions.ts'
import type { MessageKind } from './messageKind.ts'
import { isOpen } from './openQuestions.ts'

const comfort =
  /\b(?:sorry|worry|worries|alone|lucky|in luck|good company|too bad|shame|no harm|normal|you are (?:so |very |most |just |all )?(?:ok|okay|fine|safe|right|alright|all right|welcome|blessed|brave|strong|relieved|loved|special|human|upset|sad|lost|lonely))\b/g
const praise =
  /\b(?:great|good (?:job|for you|work|luck)|wonderful|amazing|awesome|beautiful|nice|lovely|congratulations|congrats|well done|perfect|genius|masterpiece|impressive|cool|fantastic|love|cute|typical|cruel|proud of you)\b/g
const commanding =
  /\byou (?:can not|can|could|may not|should|need to|must|have to|had better|are (?:not )?(?:allowed|supposed|going to))\b/g
const orders =
  /^(?:please )?(?:stop|try|let us|lets|remember|make sure|take a|do not|consider|go|keep|be|think)\b/
const personal =
  /\b(?:name|named|old are|age|job|for a living|status|favou?rite|hobby|colou?r|wife|husband|girlfriend|boyfriend|weather|drink|company)\b/g
const accusing =
  /\b(?:problem|issue|excuse|attitude|fault|wrong|(?:say|tell you|make you feel) about you|kind of (?:a )?(?:parent|mother|father|person|kid|child|man|woman)|why (?:not|do you|did you|are you|would you)|your (?:point|business|deal)|the point|what about me|you are not telling)\b/g
const crooked =
  /\b(?:(?:does|do|did) (?:that|it) like|how is that like|what do that|that going on|what is with|what is (?:your|the) (?:go|day|latest|new)|what is (?:that )?you|(?:you|that) what|make you$|you are adopted|you was|your (?:every|some|any|no) ?(?:one|body|thing)|you do not have \w+ed)\b/
const goodMood = /\b(?:glad|proud|happy|happiest|celebrate|excited|enjoy|enjoyed|smile)\b/g
const badMood = /\b(?:bothers?|worst|hardest|afraid|scared|heaviest|hurts?)\b/g

/** "You can't focus" is no order to someone who wrote "Can't focus today". */
const commands = (view: CandidateView) =>
  added(view, commanding) && !(leavesOutSelf(view) && view.allText.startsWith(`you ${view.mirror[0]} `))

export interface CandidateRule {
  reason: string
  /** Points, or -Infinity for what must not be shown. */
  points(view: CandidateView): number
}
const out = (reason: string, applies: (view: CandidateView) => boolean): CandidateRule => ({
  reason,
  points: (view) => (applies(view) ? -Infinity : 0),
})
const when = (reason: string, points: number, applies: (view: CandidateView) => boolean): CandidateRule => ({
  reason,
  points: (view) => (applies(view) ? points : 0),
})

const manners: readonly CandidateRule[] = [
  out('refused', (view) => view.candidate.refused),
  out('unfinished', (view) => !view.candidate.whole || !/[.!?]$/.test(view.candidate.text.trim())),
  out('odd-characters', (view) =>
    /[^\p{L}\p{N}\s.,!?'’-]|\n|[.!?,]{2,}(?<!\.\.\.)/u.test(view.candidate.text.trim().replace(/!!+/g, '!')),
  ),
  out('own-voice', (view) => /\b(?:i|me|my|mine|we|us|our)\b/.test(view.allText)),
  out('invented-time', inventsTime),
  out('stutters', stutters),
  out('echo', (view) => joined(view.candidate.text) === joined(view.message)),
  out('repeats-reply', repeatsReply),
  out('invented-name', inventsName),
]

const reflecting: readonly CandidateRule[] = [
  ...manners,
  out('comfort', (view) => added(view, comfort)),
  out('praise', (view) => added(view, praise)),
  out('commands', (view) => commands(view) || view.sentences.some((one) => orders.test(joined(one)))),
  out('asks-personal', (view) => added(view, personal)),
  out('accuses', (view) => added(view, accusing, view.questionText)),
  out('crooked', (view) =>
    view.sentences.some((one) => crooked.test(joined(one)) || /, your \w+\?$/.test(one)),
  ),
  out('invented-number', inventsNumber),
  out('contradicts', contradicts),
  out('wrong-person', wrongPerson),
  out('title', soundsLikeTitle),
  out('mood', (view) => added(view, view.kind === 'good' ? badMood : goodMood)),
  when('words-back', 2, (view) => view.kept > 0),
  when('more-words-back', 1, (view) => view.kept > 1),
  when('most-words-back', 1, (view) => view.kept * 2 >= view.messageStems.length && view.kept > 0),
  { reason: 'close', points: (view) => 2 * closeness(view.said, view.mirror) },
  {
    reason: 'other-words',
    points: (view) =>
      -1.5 * Math.min(3, view.saidStems.filter((one) => !view.messageStems.includes(one)).length),
  },
  {
    reason: 'turned-around',
    points: (view) =>
      view.saidStems.filter((one) => view.messageStems.includes(one)).length > view.kept ? -3 : 0,
  },
  when('you', 1, (view) => /\byour?\b/.test(joined(view.sentences[0] ?? ''))),
  when(
    'one-question',
    1.5,
    (view) => view.sentences.filter(isQuestion).length === 1 && isQuestion(view.sentences.at(-1) ?? ''),
  ),
  when('many-questions', -4, (view) => view.sentences.filter(isQuestion).length > 1),
  when('no-question', -0.5, (view) => view.question === null),
  when('open-question', 1, isOpen),
  // Enough to fail: the statement before it can still be shown, with an authored question.
  when('free-question', -4, (view) => view.question !== null && !isOpen(view)),
  when('same-question', -4, repeatsQuestion),
  when(
    'short',
    0.5,
    (view) =>
      view.sentences.length <= 2 &&
      view.allText.split(' ').length >= 5 &&
      view.allText.split(' ').length <= 30,
  ),
  when('long', -2, (view) => view.sentences.length > 2 || view.allText.split(' ').length > 30),
]

/** Answers to greetings, thanks and goodbyes are few, so they are known. */
const social: Partial<Record<MessageKind, RegExp>> = {
  greeting:
    /^(?:hi|hello|hey|good (?:morning|afternoon|evening))(?: there)?(?: (?:what is on your mind|how (?:are you|is your day)(?: (?:doing|going|so far|today))*|what brings you here))?$/,
  thanks: /^(?:you are (?:very |most )?welcome|any ?time)(?: (?:and )?take care)?$/,
  goodbye:
    /^(?:(?:ok|okay|good ?night|good ?bye|bye|see you|sleep well|rest well|take care)(?: (?:and|then|soon|later))* ?)+(?:have a (?:good|nice|calm) (?:day|night|evening|meeting|one))?$/,
}

export function rulesFor(kind: MessageKind): readonly CandidateRule[] {
  if (kind === 'statement' || kind === 'good' || kind === 'question') return reflecting
  const known = social[kind]
  return [...manners, when('known-answer', 10, (view) => known?.test(joined(view.candidate.text)) ?? false)]
}
