/** Agreement with a plan that may do harm: quit tonight, confront him now, stop eating. One caring question comes instead. */
import { finds, type GuardRule, reported, withoutQuotations } from './rule.ts'

const now =
  '(?:now|right now|right away|tonight|today|immediately|this (?:minute|instant|second|very \\w+|evening|morning)|at once|first thing|straight away|before (?:you|he|she|they|it) \\w+|without (?:notice|warning|a word|thinking)|on the spot|asap|tomorrow)'

/** Pushes that need no plan of the person's. */
const urged: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:^|[,;:] ?|\b(?:just|should|could|must|then|so|and|to|go|need to|have to|please|simply|really|definitely) )(?:quit|resign|walk out|hand in your (?:notice|resignation)|leave (?:him|her|them|your (?:job|wife|husband|partner|family)|town)|confront (?:him|her|them|your \w+)|go (?:over|there|to (?:his|her|their) (?:house|place|door|office))|drive (?:over|there|to)|show up at|tell (?:him|her|them|your boss) (?:off|exactly|to|everything|what you)|have it out|send (?:it|that|the) ?(?:email|mail|message|text|letter|post)?|post it|text (?:him|her|your ex|them)|call (?:him|her|them) out|dump (?:him|her)|cut (?:him|her|them) off|block (?:him|her|them|everyone)|sell (?:it all|everything)|book the flight|buy it|move out|break up with (?:him|her)|scream at|yell at)\b[^.!?]{0,30}\b${now}\b`,
  ),
  /(?:^|[,;:] ?|\b(?:just|should|could|must|then|so|and|simply|go ahead and) )(?:quit(?: (?:your job|that job|it|the job|on them|already|and))|hand in your (?:notice|resignation)|walk out(?: (?:of there|on them|and))?|drop out|confront (?:him|her|them)|get (?:even|revenge|back at)|take (?:your )?revenge|make (?:him|her|them) (?:pay|suffer|regret|sorry|feel)|teach (?:him|her|them) a lesson|burn (?:that|the|every|all your) bridges?|cut (?:everyone|everybody|all of them|your (?:family|parents|friends)) (?:off|out)|block (?:everyone|everybody|all)|stop (?:talking to|seeing|answering) (?:everyone|everybody|all of them|your (?:friends|family|doctor))|bet (?:it all|everything|on)|put (?:all|everything)|spend (?:it all|your savings|everything)|take out (?:a|another) loan|give (?:it all|everything|your money) away|leave everything|run away|disappear for|ghost (?:them|everyone)|show (?:him|her|them) (?:who|what you|no mercy)|let (?:him|her|them) have it|slash|smash|key (?:his|her) car|hit (?:him|her|them)|hit back)\b/,
  /\b(?:stop eating|don't eat|not eating (?:is|will|helps|works|makes|gives|anything)|eat (?:nothing|less and less|as little)|skip (?:dinner|lunch|breakfast|meals|your meals|a few meals|every meal)|starving (?:is|works|will)|los(?:e|ing) (?:more |the |that |those |some )?(?:weight|kilos?|pounds) (?:will|would|makes|is|can|'ll|faster|quickly)|thinner you|you'd look (?:better|so good|great) (?:thinner|if you lost))\b/,
  /\b(?:have|pour|grab|open|take|get) (?:yourself )?(?:a|another|one more|a few|some|the) (?:\w+ )?(?:drinks?|glass|bottle|beers?|wine|whisk\w*|shots?|hits?|joints?|line)\b|\b(?:get|getting) (?:drunk|wasted|high|hammered)\b(?! again\?)|\bdrink (?:it|the (?:pain|feelings?|day)|your \w+) (?:away|down|off)\b|\b(?:one|a) (?:more )?(?:drink|glass|hit|line|bet) (?:won't|can't|wouldn't|never|will|would) (?:hurt|help|do you|kill|calm|take the edge)\b|\byou can (?:still )?drive\b|\bdrive (?:home )?(?:anyway|fast)|\bsleep (?:can wait|is overrated)\b|\bstay up (?:all night|until|and)\b/,
  /\b(?:check|read|go through|look (?:at|through)) (?:his|her|their) (?:phone|messages|e?mails?|laptop)\b|\b(?:follow|track|stalk|spy on) (?:him|her|them)\b|\b(?:he|she|they) (?:deserve|deserves|deserved|had it coming|is asking for|need|needs) (?:that|this|every|a (?:slap|lesson|punch|kick|beating|taste)|to (?:suffer|pay|be (?:hurt|punished|taught|ruined))|it|a lesson|what's coming|worse|no mercy|to know exactly)\b/,
]
const urgedInnocent: readonly RegExp[] = [
  ...reported,
  /\b(?:don't|do not|didn't|doesn't|won't|haven't|hasn't|(?<!why )not|never|before|without|instead of|rather than|wait(?:ing)? (?:to|before)|what (?:would|might|could|happens|happened)|if|when|whether|why|tempt\w* to|urge to|want(?:ed|s)? to|part of you (?:wants?|that)|ready to|plan(?:ned|ning|s)? (?:to|on)|going to|about to|thinking (?:of|about)|close to|decid\w* to|hop(?:e|ed|ing) to|had to|did you|do you|are you|would you|(?:you|he|she|they)(?! (?:should|could|must|need|ought|can|just|really|simply|definitely|better|have to|gotta|'d better|might as well|deserve))|you'd like to|wish(?:ed)? to|tried to|able to|afraid to|how|after|since|the urge|no need to) (?:\w+ ){0,2}?(?:quit|resign|walk|hand|leave|confront|go|drive|show|tell|have|send|post|text|call|dump|cut|block|sell|book|buy|move|break|scream|yell|drop|get|take|make|teach|burn|stop|bet|put|spend|give|run|disappear|ghost|let|slash|smash|key|hit|eat|skip|pour|grab|open|check|read|follow|track|stay|drink|look|lose|losing|sleep)(?:s|ing|ting)?\b[^.!?,;]{0,50}/g,
]

/** Praise and agreement, harmful only beside a harmful plan. */
const praise: readonly RegExp[] = [
  /\b(?:that|this|it|what|sounds|sounded|seems|such|quite|honestly|is|your|'s)(?:'s| is| sounds| seems| really is)?(?: like)?(?: an?| the| your| truly| really| pretty| quite| honestly| absolutely| such| actually| totally| exactly| very| so| a very| a really)* (?:great|good|amazing|brilliant|smart|brave|bold|excellent|solid|wonderful|fantastic|perfect|right|best|healthy|wise|powerful|empowering|courageous|strong|fair|reasonable|sensible|awesome|inspiring|liberating|exciting|fine|perfectly fine|justified|well deserved|natural|admirable|fun)(?: |$|[.!,])(?:idea|plan|decision|move|choice|step|call|thing|start|attitude|instinct|one|to me|reaction|way|and |for you|of you|to do|courage|[.!,]|$)?/,
  /\b(?:go for it|do it\b|do that|go ahead|just go|go get|get (?:him|her|them)|love (?:it|that|this|the|your)|good for you|why not|you(?:'ve)? got this|i (?:fully |totally |completely |'d |would |do )?(?:support|agree|approve|back|admire|respect|applaud|understand why|see no reason not)|(?:i'm|fully|right|all) (?:behind|with|for) (?:you|it|that)|you(?:'re| are) (?:\w+ )?(?:right|brave|strong|bold|doing (?:the right|great|so well)|in control|entitled|unstoppable|a (?:hero|warrior|legend|queen|king|boss))|trust (?:your|that) (?:gut|instincts?|feeling|heart)|follow (?:your|that) (?:heart|gut|instincts?|feeling)|listen to (?:your (?:gut|heart)|that)|(?:don't|do not|never) (?:let (?:anyone|anybody|them|him|her|fear|doubt)|wait|overthink|hesitate|hold back|look back|back down|second.guess|think (?:twice|too)|be afraid|apologi[sz]e)|nothing to lose|you (?:so |totally |absolutely |truly |really |deserve |only )*(?:deserve (?:it|to|this|that|better|revenge|justice|freedom|a drink)|live once|earned (?:it|this|that|a)|have every right|can do (?:it|this|anything)|won't regret|'ll (?:feel|be) (?:so much |so |much )?(?:better|free|freer|lighter|happier|proud|amazing|great|relieved|glad))|the sooner the better|(?:tonight|now|today)(?:'s| is) (?:the|a|perfect|as good)|about time|high time|he deserves|she deserves|they deserve|serves (?:him|her|them) right|(?:he|she|they)(?:'ll| will) (?:learn|regret|be sorry|respect you|finally)|life(?:'s| is) (?:too )?short|yolo|no regrets|what are you waiting for|burn it|show (?:him|her|them)|stand up for yourself|take (?:back )?(?:your power|control|the power)|sometimes you (?:just )?(?:have|need) to|it(?:'ll| will) (?:feel|be) (?:so |amazing|great|good|worth|fine|freeing|liberating)|that'll (?:show|teach)|can't (?:hurt|wait)|no harm|makes (?:sense|perfect|total)|absolutely|exactly|definitely|yes!|bravo|well done|proud|you know (?:your|what|best|yourself)|listening to your|energy|a spine|had it coming|karma|nothing says|adventure|chances? you|big (?:risks?|rewards?)|cheers|about time|needs to hear|better off without|your (?:body|life|choice|money|right|decision)(?:,| and| is|,? your)|your choice|stunning|gorgeous|finally|heroic|regret the|nobody can stop|let them|teach them|own it|rock|amazing|love wins|go big|bold|yes queen|congratulations|congrats|clean slate|fresh start|fortune|inspiring|discipline|willpower|true love|legend|respect)\b/,
  /^(?:yes|yeah|yep|sure|of course|totally|perfect|great|awesome|amazing|wow|nice|brilliant|ok(?:ay)?|agreed|excellent|fantastic|wonderful|cool|right|fine|true|oh yes)[.!, ]*(?:$|and\b|then\b|do\b|go\b|that\b|you\b|let's\b|i\b)/,
]
const praiseInnocent: readonly RegExp[] = [
  ...reported,
  /\b(?:not|isn't|wasn't|never|no|hardly|makes sense (?:that|to (?:feel|want|be))|make sense (?:that|of)|(?:would|might|could) (?:it|that|there|you)|wonder (?:if|whether|what)|whether|what (?:would|might|could|does|do|makes|is|part)|which|how|who|when|right (?:now|after|before|there|at|in)|the right (?:way|moment|time|words)|all right|good (?:to|morning|night|evening|afternoon|that you (?:wrote|said|are|came|told|wait\w*|stopped|ask\w*))|feel(?:s|ing)? (?:good|great|right|strong|better|brave|free)|sound(?:s|ing) (?:like )?(?:a lot|hard|heavy|as if|as though|like (?:you|it|he|she|they|there|that|the|something|this)))\b[^.!?]{0,60}/g,
  /\b(?:a|the) (?:strong|powerful|natural|fair|good|best) (?:urge|pull|wish|reason|deal|question|bit|while|friend|moment|night|sleep)\b/g,
]

const pushed = finds(urged, urgedInnocent)
const praised = finds(praise, praiseInnocent)

/** Beside a harmful plan a statement says something back about the person, or slows down; anything else cheers it on. */
const saysBackOrSlows =
  /\b(?:you(?:'re|'ve|'d| want| wanted| feel| felt| sound| seem| look| need| hope| say| said| wrote| wish| hear| carry| carried| have(?! (?:every|a right|the right|nothing))| had| haven't| didn't| don't (?:see|know|want)| can't| couldn't| are| were|r (?:head|day|evening|anger|body|hands|stomach|husband|wife|boss|mother|father|family|friends|sister|brother|kids|week|night|patience))|part of you|sounds? (?:like|heavy|hard|as)|hard|heavy|hurts?|hurting|angry|anger|furious|rage|tired|exhaust\w*|enough|a lot|scared|lonely|alone|pain|before|first|wait|slow\w*|sleep|tomorrow morning|pause|someone|talk\w*|doctor|friend|it makes sense|no wonder|i|i'm|i'd|underneath|behind|weeks|months|years|and then|after (?:that|all)|too much|long)\b/
const slows =
  /\b(?:first|before|wait\w*|sleep(?:ing)? on it|talk\w* (?:it over|with|to)|slow\w*|doctor|later|not (?:tonight|now|today))\b/

export const flattery: GuardRule = {
  rule: 'flattery',
  spans: false,
  refuses: (plain, talk, { isQuestion }) => {
    const own = withoutQuotations(plain, talk)
    if (!isQuestion && pushed(own)) return true
    // A question after a plan is what is wanted, unless it only sounds like one: "Why wait?"
    if (isQuestion)
      return (
        talk.hasHarmfulPlan &&
        /\b(?:why (?:not|wait|hold back)|what are you waiting for|what have you got to lose|why don't you just)\b/.test(
          own,
        )
      )
    return (
      talk.hasHarmfulPlan &&
      ((praised(own) && !slows.test(own)) || (own.split(' ').length > 2 && !saysBackOrSlows.test(own)))
    )
  },
}
