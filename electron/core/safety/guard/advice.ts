/** Advice nobody asked for, or given before what the person feels was said back. Offers and people to turn to are welcome. */
import { finds, type GuardRule, reported, withoutQuotations } from './rule.ts'
import type { GuardTalk } from './talk.ts'

/** What advisers tell people to do. */
const doing =
  '(?:try|talk|tell|ask|take|write|set|start|go|make|call|use|do|find|put|get|give|let|plan|schedule|practi[cs]e|speak|consider|look|read|listen|walk|breathe|join|book|block|turn|move|split|break|note|list|keep|leave|rest|sleep|eat|drink|email|message|reach|stop|avoid|focus|step|close|open|prepare|review|limit|switch|delete|mute|apologi[sz]e|forgive|accept|learn|prioriti[sz]e|delegate|organi[sz]e|exercise|meditate|stretch|run|swim|cook|clean|declutter|sort|remember|remind|think (?:about|of|positive)|say|be (?:honest|kind|more|less|patient|strong|gentle|open|clear|proud|firm|careful|brave|yourself|grateful)|stay|relax|calm|work|change|quit|leave|distract|reward|treat yourself|allow|challenge|reframe|replace|track|visit|spend|connect|seek|consult|see a|show|send|stand|confront|discuss|express|share|journal|check|draw|paint|sing|play|watch|wake|get up|slow|pause|count|hold|imagine|picture|visuali[sz]e|visit|wait|compare|ignore|pick|choose|invite|unplug|log|save|ground|hydrate|buy|add|cut|reduce|build|create|develop|establish|maintain|follow|commit|decide|aim|begin|return|celebrate|acknowledge|recogni[sz]e|embrace|notice|observe|name|label|tidy|wash|shower|bring|wear|light|lie|sit|stick|face|arrange|negotiate|suggest|propose|volunteer(?:ed)?|tackle|explore|hire|update|apply|search|network|cry it|let it|lower|raise|manage|handle|address|communicate|explain|clarify|trust|believe in|love yourself|value|ease|give up|report|file|complain|document|record|contact|demand|insist|refuse|ring|phone|text|throw|grab|head|hang|hit the|download|sign|register|enroll?|donate|adopt|massage|lean|push|pull|smile|laugh|dance|pray|study|research|google|sell|budget|unfollow|unsubscribe|vent|scream|nap|snack|drop|skip|finish|complete|continue|repeat|restart|rethink|reconsider|reconnect|ride|sketch|surround|swap|thank|toss|travel|unwind|warm|weigh|wind down|withdraw|wrap|raise|hand|resign|sue|quit|fight|resist|expect|remain|rely|feed|fill|dim|shut|lock|disconnect|engage|attend|bake|knit|garden|hike|jog|lift|nourish|pamper|protect|pursue|reclaim|release|rebuild|simplify|strengthen|tap into|treasure|whisper)'

const modals: readonly RegExp[] = [
  /\b(?:you|one|people) (?:really |just |also |definitely |probably |always |first |maybe |perhaps |simply )*(?:should|ought to|had better|'d better|'d be (?:better off|wise to|smart to)|would do well to|might want to|may want to|'ll want to|will want to|want to make sure|might consider|may consider|might find it|would benefit from|'d benefit from|need only) /,
  new RegExp(
    String.raw`\b(?:you|we|let's)(?:'ll)? (?:really |just |also |definitely |probably |always |maybe |perhaps |simply )*(?:could|can|might|may|need to|have to|must|should|shouldn't|gotta|will need to|would need to)(?: (?:always|also|just|maybe|perhaps|even|then|first|simply|easily|really|at least|definitely|still|instead|try to|start to|start by|begin by|learn to|as well))* ${doing}\b`,
  ),
  /\b(?:have you (?:ever |already |also )?(?:tried|considered|thought (?:about|of) (?:\w+ing\b|a |an |the |your )|looked into|been (?:getting|eating|sleeping|drinking enough|exercising|meditating))|why (?:don't|not|wouldn't) (?:you |we )?(?:just |simply |try )?\w+|what if you (?:\w+ed|\w+|just)\b|how about (?:you |we )?(?:\w+ing|a |an |some|the|trying|just)|what about (?:\w+ing|a (?:walk|break|list|nap|bath|hobby|run|holiday|day)|trying)|ever (?:tried|considered))\b/,
  /\b(?:i(?:'d| would| can| could| will|'ll)?(?: \w+)? (?:suggest|recommend|advise|encourage|urge|propose)\b|\bi(?:'d| would)(?: \w+)? (?:start by|start with|begin by|begin with|try|go for)\b|my (?:advice|suggestion|recommendation|tip|two cents)|if i (?:were|was) you|here (?:are|is|'s) (?:a |an |some |a few |one |two |three |my |the )?(?:\w+ )?(?:tips?|ideas?|steps?|suggestions?|things? (?:you|to)|ways? (?:you|to)|advice|strateg\w+|tools?|exercises?|techniques?|plan|thought that might help|trick)|(?:some|a few|two|three|several|other) (?:\w+ )?(?:tips|ideas|steps|suggestions|strategies|tricks|ways to|things (?:to try|you can|you could|that (?:can|could|might|may) help)|techniques)\b(?=[^?]*$)|(?:one|another|a|something|a simple|a good) (?:\w+ )?(?:tip|idea|trick|way|thing|technique|strategy|exercise|suggestion)? ?(?:to try|(?:is|would be) to|you (?:can|could|might) (?:try|do)|worth trying|that (?:can|could|might|may|often|usually) helps?)\b)/,
  /\b(?:it|that|this|doing (?:this|that|so)|\w+ing|a (?:\w+ )*(?:walk|break|bath|nap|list|routine|run|shower|talk|breath|journal|plan|hobby|cup of tea|schedule|change|night's sleep|holiday|diary|rest|stretch)|(?:deep |slow |some |regular )*(?:breath\w*|exercise|fresh air|sleep|water|music|meditation|mindfulness|yoga|journaling|movement|sunlight|rest|boundaries|routine|structure|stretching|walking|writing))(?: \w+)? (?:might|may|could|would|can|will|'ll|often|usually|really|always|does|do|helps?|is (?:a |an )?(?:good|great|known|helpful|useful|effective|proven|excellent|simple|powerful|best))(?: (?:really|also|often|be|a|an|actually|definitely|greatly|sometimes|known to|something that|able to|good way to|great way to|helpful to|useful to|best way to))* ?(?:help(?:s|ful)?|work(?:s)? wonders|do (?:you )?(?:wonders|good)|useful|good for|reduces?|improves?|calms?|eases?|lowers?|relieves?|boosts?|make (?:a|it|things|you)|way to|worth (?:trying|a try)|clear your|the trick|beneficial|wise|smart|healing|settle)\b/,
  /\b(?:some people (?:find|like|use|write|take|do|try|keep)|(?:many|most|other|lots of|plenty of) people (?:find|use|benefit|do|try)|what (?:helps|works|often helps|can help|usually helps|sometimes helps|might help) (?:is|most|many|people|some|with|here)?|(?:studies|research|experts?|evidence|science) (?:shows?|suggests?|says?|recommends?|finds?|agrees?)|the (?:best|first|next|key|trick|secret|important|main|right|only|easiest|simplest|smart|healthy|obvious)(?: \w+)? (?:thing|step|way|is|move|approach|solution|answer|option|here|to do)(?: (?:to|is|would|here|now|you can|you could))|it(?:'s| is| would be| might be| could be| may be| can be)(?: \w+)? (?:important|essential|crucial|best|better|helpful|useful|a good idea|good(?! that)|great(?! that)|worth|wise|smart|time|necessary|vital|key|healthy|advisable|a great idea)(?: \w+)? (?:that you|to (?!hear|read|know|feel|be (?:sad|angry|scared|tired|upset|here|heard))|for you to|you|\w+ing)|make sure(?: that)? (?:you|to)|(?:remember|don't forget|be sure|try your best|do your best|feel free|aim|learn|try|strive|dare) to|all (?:it takes|you (?:have|need) to do) is|the (?:sooner|more) you|(?:is|are|can be|makes?|makes for) (?:a |an |such a )?(?:very |really )?(?:powerful|great|good|useful|helpful|proven|simple|healthy|excellent|effective|wonderful|valuable|underrated) (?:tools?|ways?|habits?|techniques?|outlets?|practices?|starts?|steps?|strateg\w+|ideas?|distraction|coping)|(?:is|are) (?:\w+ly )?(?:effective|key|crucial|essential|vital|important|(?:great|good|perfect|excellent|wonderful|brilliant|ideal|amazing|fantastic) for (?:that|this|it|you|stress|anxiety|sleep|the (?:mind|soul|head|body)|relax\w*|calm\w*|clear\w*)|half the battle|the (?:answer|solution|key|way forward|best medicine))\b|(?:would|could|might|will|can) (?:bring|give|create|restore|free|clear|lift|take your mind|get you|make (?:it|things|you|all)|do you good|be (?:good|healthy|wise|worth|useful|helpful|a start))\b|might work|may be time to|it(?:'s| is| may be| might be| could be)(?: \w+)? time (?:to|for|you)|does wonders|works wonders|goes a long way|makes a (?:big|huge|real|world of|lot of) difference|(?<!i |what |nothing |that |which |how |it |else )(?:would|could|might|may|can|will|often|usually|always|really|'d) helps?(?: (?:you|with|a lot|to|too|here|enormously|calm))?|you(?:'d| would|'ll| will) (?:\w+ )?(?:feel (?:\w+ )?better|sleep better|be (?:better|happier|calmer|healthier)|see (?:things|results)|thank yourself|benefit)|it (?:\w+ )?helps to|whatever you do|^next time,? (?=\w)|next time you|going forward|from now on|in (?:the )?future,|something to try|a good (?:start|idea|first step|way|place|rule|habit|next step) (?:to \w+ )?(?:is|would|might|could))\b/,
]

/** A sentence that begins as an order. */
const order = new RegExp(
  String.raw`^(?:[-•\d.)\s]{0,5})(?:(?:so|then|and|but|now|first|firstly|second|secondly|third|next|finally|also|maybe|perhaps|instead|okay|ok|well|please|just|simply|try to|always|never|do|don't|gently|slowly|today|tonight|tomorrow|for now|right now|in the meantime|at work|before bed|in the morning|one thing|one idea|my tip|tip|step \w+|when (?:it|you|this|that|he|she)[^,]{0,40}|if (?:it|you|this|that|he|she)[^,]{0,40})[,:]? )*(?:${doing}|take|try|let's ${doing})\b(?!(?: (?:is|are|was|were|isn't|aren't|wasn't|doesn't|don't|didn't|has|had|hasn't|did|does|comes?|came|feels?|felt|never|after|again|seems?|seemed|sounds?|follows?|followed|keeps?|kept|takes|took|used|went|goes|gets|got|becomes?|became|would|could|can|can't|will|won't|may|might|must|too|that|which|all (?:day|week|night|month|year)|by \w+|or (?:no|sleep|work)|and (?:more|no|sleep|work|then)|without|as usual|before it|from \w+ to)\b))`,
)
/** Orders that ask for nothing but words, or are said at the door. */
const notAdvice: readonly RegExp[] = [
  /\byou (?:can|could|may)\b[^.!?]{0,60}\b(?:whenever|if|as (?:much|little|long|often)(?: \w+){0,3} as|any ?time|however) you (?:like|want|wish|need)\b/g,
  /\bwe(?:'ll)? (?:can|could|may|might)(?: \w+ly| also| always| just)? (?:look|go|leave|find|stay|talk|think|sit|see|stop|come back|write|sort|put|start|keep|work out|slow|take|pick|begin|end|do (?:that|it|both|either|nothing)|pause|wait|be|let|read|turn|make|give|search|get|try)\b[^.!?;]*/g,
  ...reported,
  /^(?:(?:so|then|and|please|just|well|ok|okay|no|yes|first|also|then) ?,? )*(?:tell me|ask (?:away|anything|me|whatever)|say (?:more|as|whatever|it|what)|go on|go ahead|take (?:your time|the time|all the time|care|it (?:easy|slow|slowly)|as long)|keep (?:going|writing|talking)|write (?:as|whatever|more|it (?:here|down here)|here|to me|on|when|if)|start (?:wherever|anywhere|where)|sleep well|rest well|get (?:home|well|some rest)|have a|let (?:me know|it out here|me|us)|let's (?:stay|look|see|go (?:slowly|back)|take|leave|talk|start|begin|slow|think|find|hear|sit|keep|not|pause|put|turn|hold|stop)|go easy|be (?:gentle|kind|easy) (?:with|to|on) yourself|stay (?:with|as long)|enjoy|see you|come back|leave it|hold on|thank|think (?:it|of it) as|make yourself|call it|put it (?:in|how|as)|give (?:it|me) (?:a|whatever)|share (?:as|what|whatever|more)|describe|help me|correct me|stop me|pick (?:whichever|whatever)|choose whatever|talk (?:here|as|about)|use whatever words|do (?:you|they|he|she|your|any)|look (?:at (?:that|you|all)|how)|see (?:how|what|if)|notice how you|show (?:me|him|her) )\b[^.!?]*/g,
  /\byou (?:can|could|may|might|don't have to|needn't) (?:\w+ )?(?:stop|tell me|ask|write|say|leave (?:it|that|this)|talk (?:here|about|as)|come back|be (?:angry|sad|quiet|here|tired|honest here|as)|take your time|take all|cry|feel|put (?:it|that|this) (?:here|down)|go on|start (?:wherever|anywhere|with whatever)|share|stay (?:with|quiet)|decide|choose|correct|skip (?:that|it|this|the question)|pick (?:this|it) up|let (?:it|that) (?:be|stand|out)|rest here|hardly|barely|almost|not|only|see|hear|sense|keep (?:writing|going|talking)|use (?:any|whatever)|give (?:it|that) (?:a name|any)|find (?:it|no)|get (?:no|hardly)|do (?:nothing|it all|anything|both)|make (?:sense|no))\b[^.!?;,]*/g,
  /\b(?:you|no one|nobody|it|that|they|this|he|she)(?: really)? (?:shouldn't|should not|should never) (?:have|be (?:so|this|that) (?:hard|alone)|be (?:treated|spoken|left)|need|feel you)\b[^.!?;]*|\b(?:no one|nobody) should (?:have|be|need|feel)\b[^.!?;]*|\b(?:who|what|how|when|where|which|why (?:it|that|this|you)|whatever|whoever)\b[^.!?;,]{0,40}\b(?:you|they|he|she|it|one) (?:should|could|can|might|must|need|have)\b[^.!?;]*/g,
  /\b(?:could|would|can|shall|may|might|should) (?:i|we|you|it|that|this|they|he|she|there|one|your \w+|someone|any(?:one|body|thing)?)\b[^.!]*\?/g,
  /\b(?:do you (?:want|need|wish|feel|have)|would you (?:like|rather|want|prefer)|is there|are there|want to|shall we|may i|what (?:would|could|might|do|does|did|is|was|has|helps|helped|helps you|can)|how (?:would|could|might|do|does|did|is|was|are|long|much|often)|who|when|where|which|did you|was there|have you (?:been|had|told|got|always|felt|noticed|ever (?:told|felt|had|said))|has)\b[^.!]*\?/g,
]
const offersChoice =
  /\b(?:if you(?:'d)? (?:like|want|wish|prefer)|whenever you|only if|or (?:we|you) (?:can|could)|either way|up to you|your choice)\b/

/** People and places that help count as leading to people, where a session is serious always, a doctor at any time. */
const helper =
  /\b(?:doctor|gp|pharmacist|nurse|clinic|hospital|emergency|ambulance|helpline|hotline|crisis line|lifeline|samaritans|professional|counsell?or|midwife|vet|lawyer|union|citizens advice|the line (?:below|above|shown)|people (?:below|above)|under help)\b/
const people =
  /\b(?:friend|someone|somebody|family|sister|brother|mother|mum|mom|father|dad|partner|wife|husband|neighbou?r|person|people|aunt|uncle|cousin|colleague|roommate|flatmate|near you|with you|be with|not alone|out of reach|another room|safe place|away from|distance|lock|hand (?:it|them))\b/
const confrontation =
  /\b(?:confront|tell (?:him|her|them) (?:off|how|that|what you (?:think|feel|really))|leave (?:him|her)|forgive|apologi[sz]e)\b/

/** After a comma or a colon an order may begin anew: "Whatever happens, call your boss." */
const laterOrder =
  /[,;:] (?:and |then |so |just |please |second,? |don't |do not |never |always )*(?:talk|tell|ask|write|set|start|go|make|call|use|try|find|put|give|schedule|speak|consider|listen|breathe|join|block|split|list|leave|drink|email|message|reach|stop|avoid|focus|prepare|delete|apologi[sz]e|forgive|accept|learn|prioriti[sz]e|delegate|organi[sz]e|meditate|stretch|remember|think about|say (?!so\b)|be (?:honest|kind|patient|strong|firm|brave)|relax|distract|reward|treat yourself|allow yourself|challenge|confront|share|journal|check|get (?:some|up|out|a)|take (?:a|some|the|time|breaks?)|hold for|count to|ignore|choose|reply|answer|avoid)\b(?= \w)/
const found = finds(modals, notAdvice)
const ordered = finds([order, laterOrder], notAdvice)

/** "You need to finish the report" says back "I need to finish the report"; "you should rest" says back nothing. */
function saysBack(plain: string, talk: GuardTalk): boolean {
  const verb =
    /\byou (?:\w+ )?(?:should|need to|have to|must|ought to|can|could|might|may) (?:\w+ly |just |really |still |always |also )?(\w+)/.exec(
      plain,
    )?.[1]
  if (verb === undefined || verb.length < 2) return false
  return new RegExp(
    String.raw`\bi(?:'ve)? (?:\w+ )?(?:should|need(?: to)?|have to|got to|must|ought to|can|could|might|may|want to|keep|'m supposed to|has to) (?:\w+ ){0,2}${verb}`,
  ).test(talk.person)
}

/** What a person in danger is told to do at once, or how to reach people; not how to live. */
const safetyStep =
  /\b(?:call|stay (?:near|close|with|on the|sitting|apart|where)|write (?:here|before|after|only|what)|before you write|unlock|sit|lie down|packaging|step back|move away|walk(?:ing)? away|keep (?:it short|walking|them|talking|the packaging)|say (?:where|what|only|it|so)|ask (?:them|first|straight|at the start)|listen (?:to them|without)|let (?:them|someone|it be)|begin with|start with:|tell (?:them|the next|someone|one person)|leave (?:out|what|it|big)|put away|don't (?:wait|drive|try to settle)|do what they say|you (?:can|may|could) (?:begin|ask|tell|keep|leave|step|stop|start|show|hand|go to))\b/

function leadsToPeople(plain: string, talk: GuardTalk): boolean {
  if (confrontation.test(plain)) return false
  return helper.test(plain) || (talk.tier !== 'none' && (people.test(plain) || safetyStep.test(plain)))
}

export const advice: GuardRule = {
  rule: 'advice',
  spans: false,
  refuses: (plain, talk, sentence) => {
    if (talk.advice === 'open' || (talk.advice === 'reflect' && sentence.reflectedBefore)) return false
    const own = withoutQuotations(plain, talk)
    if (!found(own) && (sentence.isQuestion || !ordered(own))) return false
    if (offersChoice.test(own) || talk.tier === 'imminent') return false
    return !leadsToPeople(own, talk) && !saysBack(own, talk)
  },
}

const reflects =
  /\b(?:you(?:'re|'ve|r)?\b|sounds?|seems?|feels?|that (?:is|was|must)|it makes sense|no wonder|of course|hard|heavy|a lot|hurts?)/
/** True for a sentence that says something back about the person, and asks or advises nothing. */
export function saysSomethingBack(plain: string, isQuestion: boolean): boolean {
  return (
    !isQuestion && reflects.test(plain) && plain.split(' ').length >= 3 && !found(plain) && !ordered(plain)
  )
}
