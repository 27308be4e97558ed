/** Someone else in danger, told by the person who worries about them. */
import { inStory, negated, past } from '../guards.ts'
import { inClause, type Rule, rule } from './rule.ts'

const other = String.raw`(?:(?:my|our|a|his|her|their|this|the|one of my|someone's) (?:\w+ ){0,3}?(?:friend|bestie|mate|brother|sister|sibling|mom|mum|mother|dad|father|son|daughter|kid|child|wife|husband|partner|girlfriend|boyfriend|ex|roommate|flatmate|housemate|colleague|coworker|co-worker|boss|manager|cousin|uncle|aunt|nephew|niece|neighbou?r|student|employee|teammate|grandson|granddaughter|report)|she|he|she's|he's|someone|somebody|friend|sister|brother|they|a guy|a girl|a woman|a man)`

/** Someone the person knows is in danger; answered as a helper's worry. */
export const otherRules: Rule[] = [
  rule(
    'other.wish',
    'someone-else',
    'concern',
    new RegExp(
      String.raw`\b${other}\b(?:(?!\bi\b) ?[\w']+){0,8} (?:(?:want|wants|wanted|going|threatens|threatening|threatened|planning|plans|tried|trying|thinking (?:about|of)|talking about|talks about|talked about|about|might|will|would|'ll|wishes) (?:\w+ )?(?:to )?(?:die|be dead|kill(?:ing)? (?:him|her|them)sel(?:f|ves)|end(?:ing)? (?:his|her|their) (?:own )?li(?:fe|ves)|end(?:ing)? it all|commit(?:ting)? suicide|suicide|hurt(?:ing)? (?:him|her|them)sel(?:f|ves)|overdose)|(?:is|are|was|'s|feels|feeling|might be|be|been|seems|really|so) suicidal|suicidal|(?:doesn't|don't|didn't) want to (?:live|be alive|be here anymore|wake up)|wishes (?:she|he|they) (?:was|were) dead|(?:self[- ]?harms?|self[- ]?harming|is cutting|been cutting|cuts|cutting|hurting|harming) (?:him|her|them)?(?:self|selves)?)(?= |$)`,
    ),
    [],
    [
      negated,
      inStory,
      past,
      inClause(
        /\b(?:cutting (?:costs|corners|back|down|grass|hair|the)|cuts (?:costs|corners|hair))\b|\bthe (?:movie|film|show|series|book|game|character)\b/,
      ),
    ],
  ),
  rule(
    'other.said',
    'someone-else',
    'concern',
    new RegExp(
      String.raw`\b${other}\b(?: [\w']+){0,4} (?:said|says|told me|tells me|texted|wrote|messaged|keeps saying)(?: [\w']+){0,4} (?:want to die|want to kill myself|wants to die|kill (?:my|him|her|them)self|end (?:it all|my life|his life|her life)|better off dead|better off if (?:she|he|they) (?:was|were) (?:dead|gone))\b`,
    ),
    [],
    [inStory, past, inClause(/\btold me to\b/)],
  ),
  rule(
    'other.now',
    'someone-else',
    'imminent',
    new RegExp(
      String.raw`\b${other}\b(?: [\w']+){0,4} (?:(?:just |has |'s |have )?(?:took|taken|swallowed|overdosed)(?: [\w']+){0,4} (?:pills?|tablets?|overdose|meds|medication|bottle|paracetamol|tylenol)|(?:just )?overdosed|is (?:\w+ )?(?:on|standing on) (?:a|the) (?:bridge|roof|ledge|tracks|edge)|(?:is |'s )?going to kill (?:him|her|them)sel(?:f|ves) (?:tonight|now|right now|today)|isn't (?:breathing|responding|waking up)|won't wake up)\b`,
    ),
    ['act'],
    [negated, inStory, past],
  ),
  rule(
    'other.told-to',
    'harm-by-others',
    'concern',
    new RegExp(
      String.raw`\b${other}\b(?: [\w']+){0,4} (?:told|tells|telling|tell)(?: me)? to (?:kill myself|die|kms|kys|end my life)\b|\b(?:people|everyone|they)(?: [\w']+){0,3} (?:tell|telling|told) me to (?:kill myself|die|kys|kms)\b`,
    ),
    [],
    [negated, past, inStory],
  ),
]
