/** What the guard knows of the talk around a sentence: whether advice is welcome, what was planned, feared or asked for. */
import { isIdentityQuestion } from '../identityQuestion.ts'
import { normalise } from '../normalise.ts'
import type { Kind, Tier, Turn } from '../tier.ts'
import { beliefs, plainBeliefs } from './beliefs.ts'
import { planIn } from './harmfulPlans.ts'

/**
 * `open`: asked for or said yes to. `reflect`: asked for in one breath with a feeling that nobody has said back yet.
 * `closed`: neither.
 */
export type AdviceDoor = 'open' | 'reflect' | 'closed'

export interface GuardTalk {
  /** Newest message of the person as written, cut to what is looked at; '' when unknown. */
  personText: string
  /** The same, plain. */
  person: string
  tier: Tier
  kinds: readonly Kind[]
  advice: AdviceDoor
  /** Something harmful the person said they would do, in the newest message or the one before. */
  hasHarmfulPlan: boolean
  /** The person spoke of being watched, chosen, spoken to: nothing of it is to be confirmed. */
  hasBelief: boolean
  /** The same, said so plainly that whatever does not doubt or care would feed it. */
  hasPlainBelief: boolean
  /** "Are you human?": what does not deny it claims it. */
  asksIdentity: boolean
  asksSecrecy: boolean
  /** The person wants words for somebody else: what stands in quotation marks is theirs. */
  asksDraft: boolean
  saysGoodbye: boolean
}

export interface TalkFacts {
  /** Oldest first; the newest of the person is what is answered. */
  turns: readonly Turn[]
  tier: Tier
  kinds: readonly Kind[]
  /** What the person does here: `talk`, `listen`, `plan`, `work`; an unknown one counts as `talk`. */
  mode: string
}

/** For text outside a talk, such as a summary: only rules that need no talk speak. */
export const noTalk: GuardTalk = {
  personText: '',
  person: '',
  tier: 'none',
  kinds: [],
  advice: 'open',
  hasHarmfulPlan: false,
  hasBelief: false,
  hasPlainBelief: false,
  asksIdentity: false,
  asksSecrecy: false,
  asksDraft: false,
  saysGoodbye: false,
}

/** Of a long message its beginning and end are looked at. */
const MAX_LOOKED_AT = 3000
const looked = (text: string) =>
  text.length <= MAX_LOOKED_AT
    ? text
    : `${text.slice(0, MAX_LOOKED_AT / 2)} … ${text.slice(-MAX_LOOKED_AT / 2)}`

const asks: readonly RegExp[] = [
  /\bwhat (?:else )?(?:should|can|could|do|would|might|am) (?:i|you|we|one|someone)(?: \w+)? (?:do|try|say|suggest|recommend|advise|change|eat|write|answer|reply|start|wear|supposed)\b/,
  /\bwhat(?:'s| is| would be) (?:the|a|your) (?:\w+ )?(?:best|good|next|better|right|easiest|first|quick\w*|simple|small\w*)?\s?(?:way|thing|step|idea|advice|tip|trick|plan|suggestion)/,
  /\b(?:any|some|your|give me|have|got|need|want|like|love|take|appreciate|hear|for) (?:\w+ ){0,2}(?:advice|tips?|ideas?|suggestions?|recommendations?|pointers|steps?|strateg(?:y|ies)|a plan|guidance|input|thoughts on what)\b/,
  /\bhow (?:do|can|should|could|would|might|to)\b(?! you (?:feel|know|think|mean|do|work)\b)(?! (?:he|she|they|people|anyone)\b)/,
  /\b(?:should|shall|could|can) i\b[^.!]{2,}\?/,
  /\b(?:help me (?:with|to|figure|plan|write|find|think|decide|sort|make|come|get|work|understand|prepare|start|choose|stop|calm|sleep|relax|focus)|tell me (?:what (?:to|i)|how|where to|some|a way)|suggest (?:something|a|an|me|some)|recommend|advise me|walk me through|show me (?:how|what)|guide me|talk me through|list (?:some|a few|three|five)|teach me)\b/,
  /\bwhat (?:would|do) you (?:do|suggest|recommend|advise|think i|say i)\b/,
  /\b(?:what|anything|something)(?:'s| is| would| could| might| can| that| will)? (?:\w+ ){0,2}helps? (?:me|with|against|here|you|people|most|now)?\b[^.!]*\?/,
  /\b(?:can|could|would|will) you (?:please )?(?:help|suggest|recommend|give|think of|tell me (?:how|what to)|name|list|write|draft|plan|show|offer|share|advise)\b/,
  /^(?:please |can you |could you )?(?:explain|describe|teach me|tell me about|show me)\b/,
  /\bquestions?\b[.!:]?$|^(?:quick |silly |odd |another |one )?question\b|\b(?:need|want|could use) (?:some |your |a little |a bit of |a hand|any )?(?:help|hand|assistance)\b|\b(?:best|good|easiest|quickest|cheapest|safest|right|proper) (?:way|place|time|method|order) (?:to|for)\b|^how (?!are\b|is\b|was\b|were\b|come\b|could (?:he|she|they)\b|did (?:he|she|they)\b)\w+\b[^.!]*|\bcan i ask\b/,
  /\bideas\?|\btips\?|\badvice\?|\bsuggestions\?|\bnow what\?|\bwhat now\?|\bwhat do i do\b|\bwhere (?:do|should|could|can) i (?:start|begin|go|even)\b/,
]
/** Messages of the person back to which something asked for stays open. */
const STILL_TALKED_ABOUT = 3
const saysYes =
  /^(?:(?:hm+|um+|uh+|well|oh|honestly|i guess|i think),? ?)*(?:yes|yeah|yea|yep|yup|sure|ok|okay|k|please|go ahead|go on|of course|i'd (?:like|love|be (?:glad|happy|open)|appreciate|take)|that (?:would|might|could) (?:help|be)|sounds (?:good|fine|great)|fine|why not|definitely|alright|all right|hit me|shoot|let's|absolutely|gladly|by all means|if you like|try me|mhm|certainly|feel free|you can|you may|do it|do|maybe|ja|si|oui|sim|iya|ya)\b/
const wantsNone =
  /\b(?:no|don't (?:want|need|give|offer)(?: me)?(?: any)?|not (?:looking for|asking for|after|here for)(?: any)?|without|stop (?:giving me|with the)|spare me(?: the)?|skip the|hold the|rather than|instead of|sick of|tired of|enough) (?:\w+ ){0,2}(?:advice|tips?|ideas?|suggestions?|solutions?|fixing|fixes|plans?)\b|\bjust (?:listen|want(?:ed)? (?:to (?:vent|talk|say|be heard|get (?:it|this) out)|you to listen|someone to listen)|needed? to (?:vent|say|get|rant)|venting|let me vent)\b|\bdon't (?:tell me what to do|try to fix|fix (?:it|this|me))\b|\bi don't want (?:it|this|to be) fixed\b/
const saysNo =
  /^(?:(?:hm+|um+|well|oh|honestly|thanks),? ?)*(?:no|nope|nah|not (?:now|really|yet)|rather not|i'd rather not)\b/
/** Of Lull: a question that a yes opens the door for. */
const offers =
  /\b(?:may i|could i|can i|shall i|should i|want me to|would you like|do you want|would it help|would it be (?:ok|okay|all right|useful|helpful|good)|are you open|open to|interested in|up for|is it (?:ok|okay|all right) if i|an idea|a suggestion|a thought|some ideas)\b[^.!]{0,120}\?/

const feelings =
  /\b(?:sad|scared|afraid|terrified|anxious|panick\w*|worried|lonely|alone|angry|furious|hurt|hurts|ashamed|guilty|hopeless|worthless|useless|empty|numb|overwhelm\w*|exhaust\w*|drained|miserable|devastat\w*|heartbroken|cry|cried|crying|hate|desperate|depressed|stress\w*|burn(?:t|ed) out|broken|falling apart|breaking|can't (?:cope|take|breathe|stop|go on|do this)|awful|terrible|horrible|frustrat\w*|humiliat\w*|grief|grieving|panic|dread|lost|stuck|tired|nervous|failure|failed|upset|shaking|suffocating|jealous|betrayed|rejected|at my limit|worn out|fed up)\b/

/** "What helps against panic?" asks; the feeling of who asks stands beside the question. */
const besidesQuestions = (person: string) =>
  person.replace(/[^.!?\n]*\?/g, (one) => (/\bi(?:'m|'ve)?\b[^?]{0,40},/.test(one) ? one : ' '))

function adviceDoor({ turns, mode }: TalkFacts, person: string): AdviceDoor {
  const last = turns.findLastIndex((turn) => turn.role === 'person')
  if (last < 0) return 'open'
  if (wantsNone.test(person) && !asks.slice(4).some((pattern) => pattern.test(person))) return 'closed'
  const lullBefore = turns.slice(0, last).findLast((turn) => turn.role === 'lull')
  const hasReplies = lullBefore !== undefined
  if (asks.some((pattern) => pattern.test(person)))
    return hasReplies || !feelings.test(besidesQuestions(person)) ? 'open' : 'reflect'
  // A bare yes answers an offer; where the talk before is not known, it is taken for one.
  const isYes =
    saysYes.test(person) && (person.length <= 80 || /\b(?:idea|advice|tip|suggest|try|hear)/.test(person))
  if (isYes && (!lullBefore || offers.test(normalise(looked(lullBefore.text))))) return 'open'
  if (saysNo.test(person)) return 'closed'
  if (mode === 'plan' || mode === 'work') return hasReplies || !feelings.test(person) ? 'open' : 'reflect'
  // What was asked for a moment ago is still talked about.
  const before = turns.slice(0, last).filter((turn) => turn.role === 'person')
  const earlier = before.slice(-STILL_TALKED_ABOUT).map((turn) => normalise(looked(turn.text)))
  if (earlier.some((one) => wantsNone.test(one))) return 'closed'
  return earlier.some((one) => asks.some((pattern) => pattern.test(one))) ? 'open' : 'closed'
}

const secretWish =
  /\b(?:promise (?:me )?(?:you|not|to|that|it)|swear|don't tell|do not tell|won't tell|can't tell|keep (?:this|it|that|a) (?:\w+ )?(?:secret|between|private|to yourself|quiet)|between (?:us|you and me)|our secret|nobody (?:can|must|may|should|has to) know|no one (?:can|must|may|should|has to) know|never tell|stays? (?:here|between))\b/
const draftWish =
  /\b(?:write|draft|word|phrase|help me (?:say|tell|write)|what (?:should|could|can|do) i (?:say|write|tell|text|answer|reply)|how (?:do|can|should|could) i (?:say|tell|write|put|answer))\b/
const goodbye =
  /\b(?:bye|goodbye|good ?night|see (?:you|ya)|ttyl|talk (?:to you )?later|(?:got to|have to|need to|should|must|going to|want to) (?:go|run|leave|get back|head|sleep|stop|log off|hang up)|going to bed|heading (?:off|out|home|to bed)|off to (?:bed|work)|that's (?:all|it) for (?:now|today)|i'm (?:done|off|out|leaving)|enough for (?:now|today)|stop (?:here|now|using|talking)|delet(?:e|ing) (?:this|the|you)|uninstall)\b/

/** Reads what the guard needs from a talk. Total: any strings give an answer, in time linear in the newest messages. */
export function guardTalk(facts: TalkFacts): GuardTalk {
  const persons = facts.turns.filter((turn) => turn.role === 'person').slice(-2)
  const personText = looked(persons.at(-1)?.text ?? '')
  const person = normalise(personText).trim()
  const plans = persons.map((turn) => normalise(looked(turn.text)))
  return {
    personText,
    person,
    tier: facts.tier,
    kinds: facts.kinds,
    advice: adviceDoor(facts, person),
    hasHarmfulPlan: plans.some(planIn),
    hasBelief:
      facts.kinds.includes('beliefs') || plans.some((one) => beliefs.some((pattern) => pattern.test(one))),
    hasPlainBelief:
      (facts.kinds.includes('beliefs') && facts.turns.length === 1) ||
      plans.some((one) => plainBeliefs.some((pattern) => pattern.test(one))),
    asksIdentity: isIdentityQuestion(personText),
    asksDraft: draftWish.test(person),
    asksSecrecy: secretWish.test(person),
    saysGoodbye: goodbye.test(person) && person.length <= 200,
  }
}
