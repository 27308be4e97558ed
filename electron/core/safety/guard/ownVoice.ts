/**
 * What Lull may say of itself. A program that listens needs few first persons: it reads, wonders, asks, cannot. Every
 * other "I", "my" and "me" claims more than it can keep, and is refused without being known beforehand.
 */
import { type GuardRule, reported, setAside, withoutQuotations } from './rule.ts'

const lightly =
  '(?: (?:also|just|still|only|really|do|simply|honestly|perhaps|maybe|gladly|first|then|even|already|well|too|rather|certainly|now|again|probably|never|sometimes))*'
const doing =
  "(?:hear|see|read|wonder|think|guess|mean|ask|say|notice|suppose|assume|imagine|picture|understand|get(?! (?:so|very|really|goosebumps|tired|sad|jealous|lonely|anxious|nervous|hungry|butterflies|emotional|worried|hurt))|gather|believed|took|take (?:it|that|this|such|what|your|them|every)|follow|listen|stay|keep (?:reading|to|listening|going|it short|quiet|asking)|try|help|look|go|write|suggest|offer|put|repeat|wait|explain|draft|answer|make(?! me)|give (?:you )?(?:an? |one )?(?:idea|example|suggestion|answer|short|wrong)|sum|leave|sit with (?:it|that|this|what)|be (?:here|quiet|brief|wrong|plain|clear|honest|slow|careful|read|more careful|of)|miss(?:ed)? (?:the|that|what|a)|misread|misunderst\\w+|got (?:that|it) wrong|get (?:things|that|it|this) wrong|have (?:no|nothing|only|not|a (?:question|guess|suggestion|thought|few (?:questions|ideas))|one (?:question|idea|thought)|an idea|to (?:say|ask|be)|your|read|heard|the words|misread|misunderstood|understood|written|said)|need (?:to (?:ask|say|be|check)|no)|want (?:people|you to have|someone|somebody)|want to (?:understand|ask|say|hear|make sure|be (?:clear|careful|honest|sure)|check|get|know|stay|read|help|listen|brush|push|rush)|wanted to|hope|wish (?:you|it|that|there|things)|appreciate|respect|run|work (?:offline|with|only)|exist|know (?:that|nothing|little|too little|only|very little|about|of|it(?:'s| is) (?:hard|a lot|late|not)|this is|what you (?:mean|wrote|said))|believe|find (?:it|that)|sense (?:that|some|a)|agree|stand corrected|apologi[sz]e|lack|consist|said|asked|wrote|heard|meant|thought|read|called|used|seem|sound|may|might|promise nothing|count|refer|speak plainly|hold (?:no|that|this|it)|remember (?:what|that|you)|talk|understood|list|trust you|start|stop|pause|end|ran|came|come|point|recogni[sz]e (?:that|the words?)|play|pick|choose|pretend|tell|claim|thank|value what|take (?:note|what|you|your)|leave|learn|add|return)"
const allowed: readonly RegExp[] = [
  new RegExp(String.raw`\bi${lightly} ${doing}\b`, 'g'),
  new RegExp(
    String.raw`\bi(?:'d|'ll| can| could| will| would| might| may| should| must| shall| have to| need to| won't| want to| am able to|'m able to|'m going to| tried to| try to| was going to)${lightly} ${doing}\b`,
    'g',
  ),
  /\bi(?:'d)(?: \w+)? (?:like|love|rather|prefer|be (?:glad|curious|careful|happy|interested|guessing|wrong|lying|making|a)|want|need|have|understand|hope|call|say|only|never|expect|bring|wish)\b/g,
  /\bi(?:'m)? (?:\w+ )?(?:can't|cannot|don't|do not|won't|wouldn't|couldn't|didn't|haven't|hasn't|isn't|am not|'m not|not|shouldn't|mustn't|never)\b(?! (?:live|be(?: without)|bear|stand|imagine|go on|sleep (?:well|either|last)|cry|eat|breathe|judge you|leave|hurt|forget|abandon|lie to|tell (?:anyone|anybody|a|them|him|her|your)|stop (?:thinking|loving|caring)|wait (?:to|for|until)|help (?:but|feeling|crying|loving|missing)|want (?:you|to lose)|like (?:it|him|her|them|that|when)|trust (?:him|her|them)|let you|always|only|just (?:a|an|some)|some|a (?:robot|machine|bot|program|computer)|an? (?:ai|algorithm)|think (?:they|he|she) (?:deserve|love)))/g,
  /\bi(?:'m| am)(?: (?:only|just|still|also|really|not|here and|here,|so|very|truly|afraid|honestly|simply|a bit|a little|always|more|quite|fairly|perhaps|maybe|certainly|too))* (?:here|reading|listening|hearing|following|wondering|curious|interested|asking|trying|guessing|unsure|sure|certain|not|able|unable|sorry|glad|happy to|open|ready|lull|software|a (?:computer )?(?:program|machine|piece of software|computer|quiet|small|tool|language model|companion|listener|listening|model)|an? (?:ai|language model|assistant|app)|made|built|only|missing|saying|going (?:to|by|slowly)|with you|all ears|reminded of what|taking|keeping|pleased to|aware|careful|hesitant|quiet|slow|wrong|mistaken|right|limited|no|neither|nothing|one|that|what|the wrong|not the|allowed|meant|supposed|told|given|getting (?:that|this|it)|reluctant|afraid (?:i|that|not|so|this)|confused|stuck|puzzled|at the end|back|done|looking (?:at (?:what|your (?:words|message)|that)|for)|thinking (?:about what|of what|that)|using|running|offline|free of|beside the point|better at|worse at|good at|bad at|of (?:no|little|use)|out of|in no|under|talking|speaking|writing|repeating|offering|suggesting|leaving|staying|holding|thankful (?:you|that you)|grateful (?:you|that you))\b/g,
  /\bi(?:'ve| have)(?: (?:only|just|also|now|already|not|never|misread))* (?:read|heard|understood|misunderstood|misread|got (?:that|it|this|your|the|no|a (?:question|guess|thought))|noticed|asked|said|no|nothing|missed|only|taken|put|written|been (?:reading|told|given|made|built|asking|listening|wrong|unclear|too)|lost (?:the thread|track)|gone too|a (?:question|guess|thought)|kept|made (?:a|that|it|an)|seen what you|repeated|jumped|rushed|left out|overlooked|assumed|drafted|not)\b/g,
  /\b(?:shall|should|may|could|can|do|did) i\b(?= \w)(?=[^.!]*\?)|\bi was (?:about to (?:ask|say|write)|wondering|asking|wrong|going to (?:ask|say)|thinking of what)\b|\b(?:do|did|am|was|can|could|may|might|should|shall|would|will|have|had|if|whether|as|than|what|how|that|where|when|because|so|words|thing|way|everything|all|idea) i\b(?= (?:get|got|understand|hear|read|ask|say|said|put|help|offer|suggest|make|tell|be|have|can|could|may|might|do|misread|misunderstand|am|'m|right|stay|give|go|repeat|see|know|write|check|take|mean|just|sum|name|call|stop|wrong|correct|close|rightly|really|still|should|read|heard|miss|missed|remember|wrote|asked))/g,
  /\bi\b(?=[.,;:!?")…-]|$)|\bi (?:and|or) (?:you|others?)\b/g,
]

const allowedMine =
  /\b(?:of my own|none of my \w+)\b|\bmy (?:own )?(?:mistake|guess|questions?|words?|wording|reply|replies|answers?|last|reading|place|understanding|part|apolog\w*|side|end|sentences?|impression|turn|list|data|limits?|job|role|point|aim|fault|error|suggestion|idea|idea is|ideas|summary|attempt|hunch|thought|thoughts?|sense|view|memory|knowledge|text|tone|previous|first|next|only|earlier|way|name|purpose|task|best|wish|hope|message|messages|draft|doubt|code|developers|makers|programming|program|program's|model|view from|take|bad|pleasure|ability|reach)\b/g
const allowedMe =
  /\b(?:tell|telling|told|correct|let|lets|stop|ask|asking|asked|help|show|showing|give|gave|giving|write|writing|wrote|to|from|besides|for|strikes|teach|excuse|forgive|bear with|answer|believe|remind|reminds|sent|share (?:it|this|that) with|sharing (?:it|this|that|so much|all this|all that|your \w+) with|shared (?:it|this|that|so much|so openly) with|trust(?:ing|ed)? me|trust(?:ing|ed)?|with|guide|pardon|mind|asks|want|lead|keep|makes|make|made|stops|hits|strike|hand|pass|call|describe to|say to|talk to|talking to|speak to|words to|sounds to|behind|in|on|by|around|between you and) me\b|\b(?:like|want|need|for|allow) me to\b/g

const remains = /\bi(?:'m|'ve|'ll|'d)?\b(?![.-]\w)|\bmy\b|\b(?:me|mine)\b/
/** What other people say or think of "I": "whether I should", told by the person. */
export const ownVoice: GuardRule = {
  rule: 'human',
  spans: false,
  refuses: (plain, talk) => {
    if (!remains.test(plain)) return false
    const own = setAside(withoutQuotations(plain, talk), reported)
    if (!remains.test(own)) return false
    return remains.test(setAside(own, [...allowed, allowedMine, allowedMe]))
  },
}
