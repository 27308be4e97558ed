/** Wanting to be dead, said directly or passively. */
import { embarrassed, inStory, negated, past, workJoke } from '../guards.ts'
import { endItWith, ending, figurativeDeath, figurativeKilling, partingFromPlace } from './phrases.ts'
import { after, inClause, type Rule, rule, usual, withoutNegation } from './rule.ts'

/** Self-regarding rules about wanting to be dead. */
export const wishRules: Rule[] = [
  rule(
    'wish.die',
    'suicide',
    'high',
    /\b(?:want|need|ready|like|prefer|hope|hoping|longing|rather|begging|praying|desperate|wish|wishing) (?:so (?:much|bad|badly) )?(?:just )?(?:to )?(?:just )?(?:die|be dead|not exist anymore|be gone forever|stop existing|not be alive|cease to exist)\b/,
    ['wish'],
    [
      ...usual,
      figurativeDeath,
      embarrassed,
      after(/^ than (?!live|go through|keep|stay|feel|face another|be here|wake)/),
      inClause(
        /\b(?:plants?|phone|battery|laptop|fish|it|things|people|him|her|them|you) (?:want|need)s? to die\b|\bhope (?:he|she|they|it|you)\b|\bpeople who\b|want (?:him|her|them|you|this|it) to die/,
      ),
    ],
  ),
  rule(
    'wish.died',
    'suicide',
    'concern',
    /\bi (?:\w+ )?wanted (?:so badly )?to (?:die|be dead|kill myself|end it all)\b/,
    ['wish'],
    [...usual, figurativeDeath, embarrassed],
  ),
  rule(
    'wish.dead',
    'suicide',
    'high',
    /\b(?:wish|wished|wishing) (?:that )?i (?:was|were|'m|would be|could be|could just be)(?: just)? dead\b|\bwish i(?:'d| had| could)(?: just)? (?:die|died|be killed)\b|\bi should(?:n't have survived|'ve died| have died| just die| die| be dead)\b|\bi deserve to die\b/,
    ['wish'],
    withoutNegation,
  ),
  rule(
    'wish.suicidal',
    'suicide',
    'high',
    /\b(?:i'm|i feel|i've been|i feel so|feeling|i've been feeling|i've been having|having|i have|i've|i get|getting|my|been|i keep having|so|really|very|become|becoming|i've become|quite|a bit|actively|passively|kind of|kinda|also|now|still|are|these) (?:feeling |so |really |very |having |quite |some |more |a bit |actually |actively |always |constant )?suicidal\b/,
    ['wish'],
    [
      ...usual,
      inClause(
        /\b(?:my|a|the|her|his) (?:\w+ )?(?:friend|brother|sister|mom|mum|dad|son|daughter|colleague|coworker|patient|client|user|users|students?|teens?)\b|\b(?:she|he|they|she's|he's|they're) (?:is |are |was |were )?(?:\w+ )?suicidal\b|\bif (?:someone|anyone|a user|users|people)\b/,
      ),
    ],
  ),
  rule(
    'wish.suicide',
    'suicide',
    'high',
    /\b(?:think|thinking|thought|thoughts|considering|consider|contemplating|planning|plan|attempt|attempting|attempted|tried|trying|tempted by|close to|idea|ideas|obsessed with|fantasi[sz]ing|fantasi[sz]e|dream|dreaming)(?: a lot| constantly| seriously| more and more)?(?: about| of| on)? (?:my )?(?:committing )?suicide\b/,
    ['wish'],
    [
      ...usual,
      inClause(
        /\b(?:she|he|they|friend|brother|sister|mom|mum|dad|mother|father|son|daughter|colleague|coworker|uncle|aunt|cousin|husband|wife|partner|someone|people|squad|prevention|awareness|study|research|statistics|rates?|talk|training|paper|my (?:dad|mum|mom)'s)\b/,
      ),
    ],
  ),
  rule(
    'wish.ending',
    'suicide',
    'high',
    new RegExp(String.raw`\b${ending}\b`),
    ['wish'],
    [
      ...usual,
      figurativeKilling,
      figurativeDeath,
      inClause(
        /\b(?:almost|nearly|practically) (?:kill|shoot|drown)(?:ed|ing)? myself\b|\bdrown(?:ing)? myself in (?:work|coffee|chocolate|paperwork|music|tea|wine|emails?)\b|\bshoot(?:ing)? myself in the foot\b|\bstarv(?:e|ing) myself\b|\btold me to\b|\bend (?:everything|it all) on a\b|jump off the (?:bus|call)/,
      ),
    ],
  ),
  rule(
    'wish.end-it',
    'suicide',
    'high',
    /\b(?:want|need|ready|going|trying|about|like|time|decided|wish i could|tempted|planning) (?:just )?(?:to )?(?:just )?end (?:it|things|all of this|all this|this (?:life|pain|suffering))(?: now| already| tonight| for good| forever| once and for all)?$/,
    ['wish'],
    [
      ...usual,
      endItWith,
      inClause(
        /\b(?:relationship|marriage|contract|call|meeting|subscription|lease|affair|friendship|project|session|boyfriend|girlfriend|him|her|us)\b/,
      ),
    ],
  ),
  rule(
    'wish.jump',
    'suicide',
    'high',
    /\b(?:want|going|about|ready|urge|tempted) to jump\b(?! (?:in|into|on a|on the call|ship|to|for|queue|rope|over|around))/,
    ['wish'],
    [
      ...usual,
      (place) =>
        !/\b(?:roof|rooftop|bridge|ledge|balcony|platform|cliff|tracks|overpass|edge|window)\b/.test(
          place.sentence,
        ),
    ],
  ),
  rule(
    'wish.not-live',
    'suicide',
    'high',
    /\b(?:don't|didn't|do not|no longer|not) (?:really |even |actually )?(?:want|wish|care|feel like|plan|see myself) (?:to )?(?:be alive|being alive|live|living|be living|go on living|keep living|continue living|stay alive|exist(?:ing)?|carry on living)(?: any ?more| any longer| like this| this life| in this world| on this planet)?(?:$| any| like| if| without| right now| today| tonight| now| with this pain)/,
    ['wish'],
    [...withoutNegation, partingFromPlace, inClause(/\blive (?:in|with|at|near|there|by)\b/)],
  ),
  rule(
    'slang.kms',
    'suicide',
    'concern',
    /\bkms\b|\b(?:want|going|might|will|could|should|to) (?:just )?(?:unalive|yeet) (?:myself|off)\b|\bself[- ]?delete\b|\bctb\b|\bcatch the bus\b(?= (?:soon|for good|tonight))/,
    [],
    [
      negated,
      inStory,
      workJoke,
      inClause(
        /\bkms (?:server|key|keys|activation|host|client|service|encrypt\w*|license|licen[cs]ing|policy)\b|\b(?:aws|azure|windows|cloud|google|\d+) kms\b/,
      ),
    ],
  ),
]

/** Passive wishes, burden, no way out: not a plan, and reason enough to ask. */
export const passiveRules: Rule[] = [
  rule(
    'passive.wake',
    'suicide',
    'concern',
    /\b(?:don't|didn't|not|never|n't|without) (?:want to |wanting to |have to |ever |even want to |care if i )?wak(?:e|ing) up(?: (?:again|tomorrow|anymore|ever|in the morning|at all))?\b|\bsleep (?:forever|and never wake|and not wake)|\bnot wake up\b|\bnever wake up\b/,
    [],
    [
      ...withoutNegation,
      inClause(
        /\b(?:early|at \d|to (?:my|the|an) alarm|before|for work|for school|so early|on time|the (?:baby|kids?|neighbou?rs?)|him|her|them|tired|late|my alarm)\b/,
      ),
    ],
  ),
  rule(
    'passive.better-off',
    'suicide',
    'concern',
    /\bbetter off (?:if i (?:was|were|'m|wasn't|weren't)|without me|dead|when i'm (?:gone|dead))\b|\bbetter if i (?:was|were|'m|wasn't|weren't|just) (?:dead|gone|not here|here|around|alive|born|never born|died|disappeared)\b|\bworld (?:would be|is) better without me\b|\bbetter without me (?:here|around|in it)\b|\b(?:happier|relieved|lighter) (?:without me|if i (?:was|were|wasn't|weren't) (?:gone|around|here|dead|alive))\b|\bno ?(?:one|body) would (?:even )?(?:miss me|care if i (?:died|was gone|disappeared|were gone|was dead)|notice if i (?:died|was gone|disappeared|were gone|was dead))\b/,
    [],
    [
      past,
      inStory,
      inClause(
        /\b(?:team|company|project|client|department|office|firm|meeting|deal|code|codebase|sprint|band|group chat|party)\b/,
      ),
    ],
  ),
  rule(
    'passive.gone',
    'suicide',
    'concern',
    /\bwish (?:that )?(?:i|i'd) (?:could (?:just )?(?:disappear|vanish|stop existing)(?: forever| for good| completely)|was(?:n't| not) (?:alive|here anymore|born)|were(?:n't| not) (?:alive|here anymore|born)|didn't exist|(?:had )?never been born|was never born|were never born|was gone|were gone)\b|\bwant to (?:disappear|vanish) (?:forever|for good|completely|and never come back)\b|\bdon't want to (?:be here|exist|be around) (?:any ?more|any longer)\b|\bwant it all to (?:stop|end)(?: for good| forever)\b|\bwant everything to (?:stop|end)(?: for good| forever)\b|\bhope i don't (?:wake up|make it)\b|\bif i (?:just )?died (?:it|everyone|they|at least|tomorrow|tonight|then)\b|\bwouldn't (?:mind|care) if i (?:died|was dead|didn't wake up|got hit|never woke up)\b|\bdon't care if i (?:die|live or die|live|get hit|wake up)\b/,
    [],
    [past, inStory, workJoke, inClause(/\b(?:office|this job|this company|this meeting|this party)\b/)],
  ),
  rule(
    'passive.no-reason',
    'suicide',
    'concern',
    /\b(?:no|any|a|single|one) reason (?:left )?(?:to (?:live|go on living|keep living|be alive|stay alive|keep going on living)|for me to (?:live|be alive))\b|\bnothing (?:left )?to live for\b|\blife (?:isn't|is not|is no longer|isn't even|just isn't|not) worth (?:living|it anymore)\b|\bcan't (?:go on|keep|bear) living\b|\b(?:tired|sick|exhausted|done|finished) (?:of|with|from) (?:being alive|living|life|existing)\b(?! (?:in|with|out|at|off|on|near|paycheck|pay|alone))|\b(?:unbearable|too much) (?:to (?:stay|be|keep) alive|being alive)\b|\bdeath (?:would be|sounds|seems|feels like) (?:a relief|peaceful|easier|nice|better|like a relief|the only)\b|\bonly way out\b.{0,20}\b(?:die|death|dead)\b|\bready for (?:death|it all to be over)\b|\bwaiting to die\b|\bnot being alive\b|\b(?:hope|hoping|wish|wishing) (?:that )?(?:a |the |some )?(?:truck|car|bus|train|lorry|bullet) (?:\w+ )?(?:hits?|kills?|would hit) me\b|\b(?:thought|idea) of (?:dying|death|being dead) (?:is|feels|seems|sounds) (?:\w+ ){0,3}(?:comfort\w*|relief|peaceful|calming|soothing|nice)\b|\bnot (?:want|wanting) (?:to )?wake up\b|\bwant no wake up\b|\b(?:thinking|think|thoughts|daydream(?:ing)?|fantasi[sz]e|fantasi[sz]ing|dreaming|dream) (?:a lot |constantly |more and more )?(?:about|of) (?:my own death|dying|being dead|death(?: all the time| constantly| every| a lot|$)|not being (?:here|alive)(?: anymore)?|how i(?:'d| would) die)\b/,
    [],
    [
      past,
      inStory,
      (place) => /^(?:no|any|a|single|one) reason/.test(place.match) && partingFromPlace(place),
      inClause(
        /\bdon't have (?:any )?thoughts\b|\b(?:my|his|her|their) (?:dad|mum|mom|dog|cat|grandma|grandmother|grandfather|friend|brother|sister)(?:'s)?\b/,
      ),
      (place) => /^(?:thoughts|thinking|dying)/.test(place.match) && negated(place),
    ],
  ),
]
