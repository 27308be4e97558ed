/** How, with what and when; and pills or poison, meant or taken. */
import { inStory, negated, past, workJoke } from '../guards.ts'
import {
  drugs,
  ending,
  figurativeKilling,
  figurativeOverdose,
  quantity,
  soonWords,
  usualDose,
} from './phrases.ts'
import { after, inClause, inSentence, type Rule, rule, usual } from './rule.ts'

/** Saying that it will be done, how, and with what. */
export const planRules: Rule[] = [
  rule(
    'plan.intent',
    ['suicide', 'suicide-plan'],
    'high',
    new RegExp(
      String.raw`\b(?:i'm (?:\w+ )?(?:going|about|planning|ready|determined|preparing) to|i'll|i will|i've decided to|i decided to|i plan to|i intend to|plan on|planning on|i'm on my way to|i'm (?=kill|hang|shoot|jump|end))(?: \w+){0,2} ?(?:${ending}|die(?= tonight| today)|overdose|end it(?: all)?|take (?:all |every )(?:of )?(?:my|the|these) (?:\w+ )?${drugs})\b`,
    ),
    ['intent', 'wish'],
    [
      ...usual,
      figurativeKilling,
      inClause(
        /\bend it (?:with|at|early|there|here by)\b|\bif (?:i have to|this|they|he|she|one|another)\b.*\b(?:meeting|email|call|build|form)\b/,
      ),
    ],
  ),
  rule(
    'plan.made',
    ['suicide', 'suicide-plan'],
    'high',
    /\b(?:i've|i have|i had|got|made|making|have) (?:\w+ )?plan(?:s)? (?:to (?:die|kill myself|end (?:it|my life|it all|things)|do it)|for (?:how|my (?:death|suicide|own death)|ending)|(?:of )?how (?:i|to) (?:would |will |'ll )?(?:do it|die|kill))|\bi know (?:exactly )?how i(?:'d| would|'ll| will|'m going to) (?:do it|kill myself|end it|die)\b|\b(?:picked|chosen|set) (?:a|the) (?:date|day|place|method) (?:to|for)\b.{0,20}\b(?:die|kill|end|suicide)\b/,
    ['intent', 'wish'],
  ),
  rule(
    'plan.note',
    ['suicide', 'suicide-plan'],
    'high',
    /\b(?:wrote|written|writing|write|finished|left|drafted|typed|started) (?:out )?(?:my|a|the) suicide (?:note|letter)s?\b|\bmy suicide note\b|\b(?:wrote|written|writing) (?:my )?goodbye (?:notes?|letters?) (?:to (?:my (?:kids|family|parents|mom|mum|wife|husband|son|daughter)|everyone))\b|\b(?:help me |how to )?(?:write|writing) (?:a|my) suicide (?:note|letter)\b/,
    ['intent', 'wish'],
    [negated, past, inStory],
  ),
  rule(
    'plan.method-question',
    ['suicide', 'suicide-plan'],
    'high',
    /\b(?:painless(?:ly)?|easiest|quickest|fastest|best|least painful|quick|surest|most painless) (?:and \w+ )?(?:way|method|ways|methods) (?:to (?:die|kill myself|end (?:it|my life|it all)|go for good|commit suicide)|of (?:dying|killing myself|suicide))\b|\bhow (?:do|can|could|would|should) i (?:\w+ )?(?:kill myself|die|end my life|commit suicide|hang myself)\b|\bhow many \w+(?: \w+){0,3} (?:to (?:die|kill (?:me|myself|you|a person)|overdose)|would (?:kill|it take to kill) (?:me|someone|you))\b|\bways to (?:die|kill myself|end my life)\b/,
    ['wish'],
    [
      inStory,
      workJoke,
      after(/^ ?(?:my (?:server|process)|of laughter|in (?:minecraft|this game|game|dark souls|elden))/),
      inClause(/\b(?:game|minecraft|level|boss|respawn|process|server|hardcore)\b/),
    ],
  ),
  rule(
    'plan.means',
    ['suicide', 'suicide-plan'],
    'none',
    new RegExp(
      String.raw`\b(?:i(?:'ve| have|'ve got| have got| got| bought| found| keep| saved up| hid| stockpiled|'m holding|'m looking at|'m saving|'ve saved up)|there(?:'s| is| are)|with|holding|using|have) (?:\w+ ){0,4}(?:${drugs}|rope|noose|gun|pistol|rifle|shotgun|razor|razors|blade|blades|knife|belt|helium|charcoal|bleach|antifreeze)\b|\b(?:the|my) (?:rope|noose|gun|pills|tablets|razor|blade|knife) (?:is|are|ready|in my|right here|next to me|in front)|\bi'm (?:\w+ )?(?:standing |sitting |up )?(?:on|at|near) (?:a|the|my) (?:edge|bridge|roof|rooftop|ledge|balcony|train tracks?|tracks|platform edge|cliff|overpass)\b|\bloaded (?:the |my |a )?(?:gun|pistol|rifle|shotgun)\b|\bgun is loaded\b|\bnoose is\b`,
    ),
    ['means'],
    [negated, past, inStory],
  ),
  rule(
    'plan.soon',
    'suicide-plan',
    'none',
    new RegExp(
      String.raw`\b(?:(?:going|about|ready|planning) to do it|i'll do it|i will do it|doing it|do it|${ending}|end it|be dead|die|dead|gone|jump|over) (?:by )?${soonWords}\b|\b(?:tonight|today|tomorrow|this (?:evening|weekend)) (?:is|will be) (?:the (?:night|day)|my last|it|when)\b|\b(?:tonight|today|tomorrow)\b(?=.{0,40}\b(?:kill myself|end (?:it all|my life)|hang myself|jump)\b)`,
    ),
    ['soon'],
    [negated, inStory],
  ),
  rule(
    'plan.soon-wish',
    'suicide-plan',
    'none',
    /^(?:\w+ ){0,3}(?:tonight|right now|now|today|tomorrow|in an hour|this evening)(?: \w+){0,2}$/,
    ['soon'],
  ),
  rule(
    'plan.last',
    ['suicide', 'suicide-plan'],
    'high',
    /\bwon't be (?:here|around|alive) (?:tomorrow|in the morning|by (?:morning|tomorrow))\b|\bthis is my (?:last|final) (?:goodbye|night alive|message to)\b|\bmy last (?:night|day) (?:alive|on earth)\b|\btonight(?:'s| is) the night i (?:die|end|kill)/,
    ['intent', 'wish', 'soon'],
    [
      inStory,
      inSentence(
        /\b(?:office|work|meeting|stand-?up|call|holiday|vacation|leave|off|slack|out of office|dentist|flight|train|travel\w*|desk)\b/,
      ),
    ],
  ),
  rule(
    'plan.do-it',
    ['suicide', 'suicide-plan'],
    'none',
    /\b(?:i'm (?:\w+ )?(?:going|about|ready) to|i'll|i will|might|could|i want to|i've decided to|planning to) (?:just |really |finally )?(?:do it|go through with it|act on it)\b/,
    ['intent'],
    [negated],
  ),
]

/** Pills and poison, taken or meant to be taken. */
export const overdoseRules: Rule[] = [
  rule(
    'overdose.taken',
    'overdose',
    'imminent',
    new RegExp(
      String.raw`(?:^|\b(?:i|i've|i have|just|already)(?: \w+){0,3} )(?:took|taken|swallowed|downed|ate|eaten|popped|injected|washed down) (?:\w+ )?(?:${quantity} ?(?:\w+ ){0,5}?(?:${drugs}|${drugs}s)|an overdose|the (?:whole|entire) (?:bottle|box|packet|pack|lot))\b`,
    ),
    ['act'],
    [negated, past, inStory, usualDose],
  ),
  rule(
    'overdose.word',
    'overdose',
    'imminent',
    /\b(?:i|i've|i think i|i think i've|i have|just|i've just|i just) (?:just |already |accidentally |probably |might have |may have )?(?:overdosed|taken an overdose|took an overdose)\b/,
    ['act'],
    [negated, past, inStory, figurativeOverdose],
  ),
  rule(
    'overdose.poison',
    'overdose',
    'imminent',
    /\b(?:i|i've|i have|just) (?:\w+ ){0,2}(?:drank|drunk|swallowed|downed) (?:\w+ ){0,3}(?:bleach|antifreeze|drain cleaner|poison|pesticide|weed ?killer|rat poison|detergent)\b/,
    ['act'],
    [negated, past, inStory],
  ),
  rule(
    'overdose.meant',
    ['suicide', 'suicide-plan', 'overdose'],
    'high',
    new RegExp(
      String.raw`\b(?:want|going|plan|planning|thinking|tempted|about|might|could|will|i'll|urge|ready|how|thought)(?: about| of| on| to| just)* (?:overdos(?:e|ing)|tak(?:e|ing) (?:an overdose|${quantity} ?(?:\w+ ){0,4}?(?:${drugs})|the whole bottle|them all at once))\b`,
    ),
    ['wish', 'means'],
    [...usual, figurativeOverdose, usualDose],
  ),
]
