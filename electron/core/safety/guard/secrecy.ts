/** Promises to keep something from people who could help, and oaths of any kind: a program can keep none. */
import { finds, type GuardRule, reported, withoutQuotations } from './rule.ts'

const anyone =
  '(?:anyone|anybody|a soul|another soul|a single person|a living soul|them|him|her|your (?:\\w+ )?(?:parents?|mom|mum|mother|dad|father|wife|husband|partner|boss|doctor|gp|sister|brother|friends?|family|teachers?|counsell?or|therapist|psychiatrist|boyfriend|girlfriend)|the (?:police|doctors?|hospital|school|others|nurse)|people|others|outsiders)'

const promised: readonly RegExp[] = [
  /\b(?:our|your) (?:little |dirty |big )?secrets? (?:is|are|will|stays?|between|with|dies?|remains?)\b|\bour (?:little |own |shared )?secret\b|\b(?:it|this|that|everything)(?:'s| is|'ll be| will be| stays| can be| remains)(?: just| only| strictly| all)? (?:a |our |your )?(?:secret|confidential(?:ly)?|between (?:you and me|us|the two of us)|safe with me|off the record|in the vault|locked away)\b|\bsafe with me\b|\b(?:just )?between (?:you and me|us|the two of us)\b(?=[ .!?,]*$|,| (?:and|i|nobody|no one))/,
  new RegExp(
    String.raw`\bi(?:'ll| will| would|'d| can| won't| swear i| promise (?:i|not to|that i|you i)| swear (?:not to|that i))?(?: won't| will| would|'ll)?(?: never| not| always| ever| absolutely)* (?:tell|told|report|mention|reveal|share|betray|speak of|repeat|breathe a word|say a word|say anything|let on|give (?:it|this|you|that) away|alert|inform|snitch|rat)\b(?! you\b)[^.!?]{0,20}(?:\b(?:${anyone}|this|it|that|a word|your secret|about this|ever|to anyone)\b|[.!]|$)`,
  ),
  /\b(?:my lips are sealed|mum's the word|(?:you have|i give you|on) my word|cross my heart|pinky (?:promise|swear)|take (?:it|this|that) to (?:my|the) grave|scout's honou?r|hand on heart|i (?:promise|swear|vow|guarantee|pledge)|you can trust me(?: with| not| to keep| completely|[.!]|$)|trust me with (?:this|it|anything|everything|your)|(?:your|a) secret('s| is)? (?:safe|fine|good)|i (?:can|will|'ll) keep (?:a|your|this|that|it|any) ?secrets?|i'll keep (?:this|it|that|quiet|everything|your)(?: \w+)? ?(?:secret|to myself|quiet|private|between|safe|confidential|under)?|we (?:can|could|'ll|will|should) keep (?:this|it|that) (?:\w+ )?(?:secret|between|to ourselves|quiet|private|here|from))\b/,
  new RegExp(
    String.raw`\b(?:don't|do not|never|you don't (?:have|need) to|you shouldn't|no need to|better not|best not to|you needn't|there's no reason to|why would you|please don't|i wouldn't|i'd rather you (?:didn't|not)|avoid) (?:ever )?(?:tell(?:ing)?|mention(?:ing)?|involv(?:e|ing)|inform(?:ing)?|show(?:ing)?|worry|let|alert|report(?:ing)?|share(?: this| it)?(?: with)?|talk(?:ing)? (?:about (?:this|it|us) )?(?:to|with)|speak(?:ing)? (?:to|with)|say anything to|bother(?:ing)?|confide in|open up to) ${anyone}\b`,
  ),
  /\b(?:nobody|no one|none of them|they|he|she|your \w+|the (?:doctors?|police)|anyone)(?: else)? (?:ever |really )?(?:needs?|has|have|must|should|shouldn't|mustn't|needn't|better not|can't|will|would|can|don't need|doesn't need|doesn't have|don't have|won't|shouldn't|mustn't|never needs?|ever)(?: ever| to| have| never| need)* (?:to )?(?:know(?! you\b)|find out|hear (?:about|of) (?:this|it)|see (?:this|it)|learn (?:about|of))\b/,
  /\bkeep (?:this|it|that|your \w+|things?|everything|all this|what you \w+|us) (?:\w+ )?(?:a )?(?:secret|between us|safe with me|hidden|to yourself|to ourselves|from (?:them|him|her|everyone|anyone|your \w+|the \w+)|quiet|under wraps|private from|just here|with me)\b|\bhide (?:this chat|this|it|that|these|our|the (?:chat|talk|truth|pills|cuts)) from\b|\b(?:lie to|say nothing to|make up (?:a|some) (?:story|excuse) for) (?:them|him|her|your \w+|the \w+)\b|\btell (?:them|him|her|your \w+|the \w+) (?:that )?(?:you(?:'re| are) (?:fine|ok|okay|better|busy|well|ill)|nothing|you fell|it was an accident|something else|a (?:white )?lie)\b|\b(?:i would|i'd|better to|best to|let's|just|you should|please|you could) (?:\w+ )?(?:leave|keep) (?:him|her|them|your \w+|everyone|anyone|anybody|others|people|the \w+) out of (?:this|it|that)\b|\b(?:let's |please |better |best |just )?(?:not|don't|never) (?:to )?(?:involve|include|tell|bring in|call in|mention (?:it|this|us) to|drag in) (?:anybody|anyone|others|your \w+|him|her|them|outsiders|people|the \w+)\b|\b(?:better|best|safer|nicer|easier|good|fine) (?:for everyone )?if (?:[\w']+ ){1,3}(?:don't|doesn't|never|didn't) (?:know|find out|hear|learn|see)\b|\b(?:delete|erase|clear|remove|wipe) (?:the|these|your|this|all|our|my) (?:\w+ )?(?:messages?|chat|history|texts?|traces?|talk|photos?|evidence)\b[^.!?]{0,40}\b(?:so|before|won't|can't|sees?|finds?|knows?)\b|\b(?:nothing|not a word|none of (?:it|this)) (?:ever )?(?:leaves|goes beyond|gets out of|will leave) (?:this|these|here|the)\b|\bbest not to (?:mention|say|tell|involve|share)\b|\bfor (?:your|my) eyes\b|\b(?:simply |just )?(?:won't|needn't|don't need to|shouldn't|not) (?:to )?(?:mention|bring up|raise) (?:it|this|that|any of (?:it|this))\b|\bwhat happens here\b|\bwhat happens in this\b|\bstays? (?:inside|within|behind|in) (?:these|this|our|the) (?:walls|chat|room|talk|conversation|doors|window)\b|\b(?:(?:i'm|me|consider me|i am) (?:like )?a|silent as (?:a|the)|like a|take it to the) (?:vault|grave|tomb|locked box|safe box)\b|\bnot a word to\b|\bthis (?:chat|talk|conversation) (?:never happened|is only ours|stays (?:between|secret|private|ours|with us|hidden))\b/,
]
const innocent: readonly RegExp[] = [
  ...reported,
  /\b(?:can't|cannot|couldn't|not able to|unable to|won't|wouldn't want to|i'm not someone who can|nothing i can) (?:\w+ ){0,2}?(?:promise|swear|keep|guarantee|give you my word|be a secret|vow)\b[^.!?]{0,100}/g,
  /\b(?:you|he|she|they|who|did you|have you|someone|your \w+)(?:'ve|'d| have| had| has)? (?:\w+ )?(?:kept|keep|keeps|hid|hide|hides|promised|promise|swore|told|never told|didn't tell|haven't told|decide|choose|made|make)\b[^.!?]{0,80}/g,
  /\b(?:stays?|kept|keeps|remains?|saved|stored|written) (?:only )?(?:on|in) (?:this|your) (?:computer|machine|disk|device|laptop)\b/g,
  /\b(?:i don't have to|what would it be like if|is there (?:anyone|someone|a reason)|would you (?:like|want)|afraid (?:that|of what)|what if|when|(?<!\b(?:better|best|safer|nicer|easier|good|fine) )if) [^.!?]{0,60}\b(?:know|knew|find out|found out|tell|told)\b/g,
]
const found = finds(promised, innocent)
/** In answer to a wish for secrecy these too are the promise. */
const reassures =
  /\b(?:won't|will never|never|nothing ever|nobody|no one|not a soul|doesn't|always|safe|trust|secret|promise|swear|silence|quiet about)\b[^.!?]{0,40}\b(?:hear|mention|learn|find|leaves?|know|goes|go|told|tell|said|with me|here|happen|me|it|this)\b/
const limits =
  /\b(?:can't|cannot|couldn't|computer|machine|program|stored|afraid|scared|if|what|heavy|hard|people|someone|help\w*|you never|you've never|you haven't|promise that)\b/
/** "Of course." after "promise not to tell" is the promise. */
const assents =
  /^(?:yes|yeah|sure|of course|absolutely|always|certainly|ok(?:ay)?|deal|agreed|definitely|naturally|done|no problem|don't worry|no worries|understood|as you wish|i (?:will|won't|do|understand)|i'll|never|it(?:'s| is| will|'ll)|you can (?:trust|count|rely|be sure|tell me anything)|that's (?:fine|ok|okay)|fine|all right|alright|nobody|no one)\b(?![^.!?]*\b(?:can't|cannot|but|though|hard|heavy|lot|scar|afraid|computer|machine|program|who|promise)\b)/

export const secrecy: GuardRule = {
  rule: 'secrecy',
  spans: false,
  refuses: (plain, talk, { isQuestion }) => {
    const own = withoutQuotations(plain, talk)
    if (found(own)) return true
    return (
      talk.asksSecrecy && !isQuestion && (assents.test(own) || (reassures.test(own) && !limits.test(own)))
    )
  },
}
