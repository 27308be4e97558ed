/** Plans that may harm the person or others, read from their own words: nothing in them is to be praised. */

const intent =
  "(?:going to|want to|will|i'll|i'd|i might|might just|about to|plan(?:ning)? (?:to|on)|thinking (?:of|about)|thought (?:of|about)|consider(?:ing)?|decided (?:to|that i)|ready to|should (?:i|just)|i should|let me|have to|need to|i could|time to|wish to|intend to|tempted to|why not|i'm|i am|just|tonight|tomorrow|today|been|supposed to)"

const deeds: readonly string[] = [
  // Work and study, at once and for good.
  '(?:quit(?:ting)?|resign(?:ing)?|walk(?:ing)? out|hand(?:ing)? in my (?:notice|resignation)|leav(?:e|ing) my job|drop(?:ping)? out|burn(?:ing)? (?:it all|the|every) ?(?:down|bridges?)?|tell(?:ing)? (?:my [\\w-]+(?: [\\w-]+)?|him|her|them|everyone|the \\w+) (?:to (?:shove|go|get|fuck|f)|where to|off|exactly|everything|what (?:i|he|she|they)|the truth|how much|to their face)|give (?:him|her|them) (?:a piece|hell)|say it all|humiliat\\w*|embarrass (?:him|her|them)|report (?:him|her) just)',
  // Facing someone in anger.
  '(?:confront(?:ing)?|have it out|show(?:ing)? up (?:at|to)|driv(?:e|ing) (?:over|to (?:his|her|their))|go(?:ing)? (?:over|to (?:his|her|their)) |scream(?:ing)? at|yell(?:ing)? at|call(?:ing)? (?:him|her|them) out|text(?:ing)? my ex|messag\\w* my ex|call(?:ing)? my ex|follow(?:ing)? (?:him|her|them)|check(?:ing)? (?:his|her|their) phone|read(?:ing)? (?:his|her|their) messages|send(?:ing)? (?:it|the|that|this|an?) (?:angry |whole |nasty |long )?(?:email|mail|message|text|letter))',
  // Against someone.
  '(?:get(?:ting)? (?:back at|even|revenge)|mak(?:e|ing) (?:him|her|them) (?:pay|suffer|regret)|hit(?:ting)? (?:him|her|them|back)|beat(?:ing)? (?:him|her|them)|hurt(?:ing)? (?:him|her|them|someone)|punch\\w*|slap\\w*|kick\\w* (?:him|her|them)|shov\\w* (?:him|her|them)|spit\\w* (?:at|on|in)|slash\\w*|kill(?:ing)? (?:him|her|them)|ruin(?:ing)? (?:him|her|his|their)|post(?:ing)? (?:his|her|their|the) (?:photos|pictures|pics|messages|secrets|address)|expos(?:e|ing) (?:him|her|them)|teach(?:ing)? (?:him|her|them) a lesson|trash(?:ing)?|smash(?:ing)?|expose)',
  // Against one's own body.
  '(?:stop(?:ping)? eating|not eat(?:ing)?|eat(?:ing)? (?:nothing|less than|only|under)|starv(?:e|ing) myself|fast(?:ing)? (?:for|until|till|all)|skip(?:ping)? (?:all |every |my |dinner|lunch|breakfast|meals|food)|liv(?:e|ing) on (?:water|coffee|air)|only (?:drink\\w*|hav(?:e|ing)|liv(?:e|ing) on|water|coffee|eat\\w*)|(?:juice|water|coffee) (?:only|fast|cleanse|diet)|detox\\w*|throw(?:ing)? up|purg(?:e|ing)|los(?:e|ing) \\w+ (?:kg|kilos?|pounds|lbs)|cut(?:ting)? (?:out food|food|calories|myself|my)|burn(?:ing)? myself|hurt(?:ing)? myself|stay(?:ing)? (?:up|awake) (?:all|for)|not sleep(?:ing)?)',
  // Medicine, drink, drugs, driving.
  '(?:stop(?:ping)? (?:taking )?(?:my |the |all )?(?:\\w+ )?(?:meds|medication|medicine|pills|tablets|lithium|insulin|antidepressants?|therapy|treatment|sertraline|ssri)|com(?:e|ing) off (?:my|the)|go(?:ing)? off my|quit(?:ting)? my (?:meds|medication|therapy)|flush(?:ing)?|throw(?:ing)? (?:out|away) my (?:meds|pills|tablets|medication)|doubl(?:e|ing) (?:my|the)|tak(?:e|ing) (?:more|extra|double|a few extra|all)|get(?:ting)? (?:drunk|wasted|high|hammered|blackout)|drink(?:ing)? (?:until|till|tonight|it away|alone|the whole|a bottle|again|myself)|relaps\\w*|use again|one (?:last|more) (?:hit|line|drink)|driv(?:e|ing) (?:home )?(?:drunk|anyway|after|fast))',
  // Money, ties, running away.
  '(?:bet(?:ting)?|gambl\\w*|put(?:ting)? (?:all|everything|my (?:savings|rent|money))|spend(?:ing)? (?:all|my savings|everything)|cash(?:ing)? out|tak(?:e|ing) out a loan|empty(?:ing)? my|giv(?:e|ing) (?:away )?(?:all|everything)|sell(?:ing)? (?:everything|my house|the house)|cut(?:ting)? (?:\\w+ ){0,2}off|block(?:ing)? (?:everyone|them all|all)|ghost(?:ing)? (?:everyone|all)|stop(?:ping)? (?:talking to|seeing) (?:everyone|them all|all|my (?:friends|family|doctor))|disappear(?:ing)?|run(?:ning)? away|leav(?:e|ing) (?:him|her|them|town|everything|my (?:wife|husband|family|kids)|without)|mov(?:e|ing) out tonight|never talk(?:ing)? to)',
]
const plan = new RegExp(String.raw`\b${intent}\b[^.!?\n]{0,40}?\b(?:${deeds.join('|')})`)
const notNow =
  /\b(?:not going to|won't|will not|don't want to|never (?:want|going)|decided (?:not|against)|used to|years ago|last (?:year|month)|wasn't|would never|i'm not (?:going|planning|about)|instead of|talked (?:me|myself) out|before i (?:do anything|decide)|after (?:i've |i have )?(?:talk|spok|speak|sleep|ask|check|wait)|with (?:my|the|a) (?:doctor|gp|psychiatrist|nurse|counsell?or|therapist)(?:'s)?|my doctor (?:said|told|wants|agreed|and i)|slowly with|next (?:spring|summer|year)|once i have (?:another|a new)|new job lined up|found (?:another|a new) job|offer in hand)\b/

/** @param plain the person's message after `normalise`. True when it holds a plan of theirs that may do harm. */
export function planIn(plain: string): boolean {
  return plain.split(/[.!?\n]+/).some((sentence) => plan.test(sentence) && !notNow.test(sentence))
}
