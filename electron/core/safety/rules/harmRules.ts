/** Hurting oneself, and being hurt by someone. */
import { inStory, negated, past } from '../guards.ts'
import { accident } from './phrases.ts'
import { after, inClause, type Rule, rule, usual } from './rule.ts'

/** Hurting oneself without saying that one wants to die. */
export const selfHarmRules: Rule[] = [
  rule(
    'harm.self',
    'self-harm',
    'high',
    /\b(?:cut|cuts|cutting|burn|burned|burnt|burning|hurt|hurting|harm|harming|harmed|scratch(?:ed|ing)?|punish(?:ed|ing)?|slash(?:ed|ing)?|slic(?:ed|ing)) (?:my ?self|my (?:own )?(?:arms?|wrists?|thighs?|legs?|skin|stomach))(?! out\b)\b/,
    [],
    [...usual, accident],
  ),
  rule(
    'harm.self-word',
    'self-harm',
    'high',
    /\b(?:i|i'm|i've|i've been|i started|started|urge to|urges to|want to|going to|need to|relapsed (?:with|on|into)|back to|thinking (?:about|of)|can't stop) (?:\w+ ){0,2}self[- ]?harm(?:ing|ed)?\b|\bmy self[- ]?harm\b|\b(?:urges? to (?:cut|bleed|burn)(?! (?:costs|corners|ties|back|down|the|in|off|up|some|class|it|calories))|(?:need|want|tempted|craving) to (?:cut|bleed)(?: again| tonight| right now| so badly|$))|\bi (?:relapsed|started cutting|'ve been cutting|'m cutting|cut) (?:again|last night)\b|\b(?:fresh|new) cuts on my (?:arms?|legs?|thighs?|wrists?)\b|\bcutting is (?:the only|what|all)\b|\b(?:hit|hitting|bang|banging|banged) my (?:own )?head (?:against|on|into) (?:the|a) wall\b(?= until| again and again| so)|\bi've been cutting\b(?! (?:back|down|out|corners|costs|it|sugar|carbs|calories|grass|wood|hair|class))/,
    [],
    [
      ...usual,
      accident,
      inClause(
        /\b(?:policy|content|moderation|filter|sugar|carbs|coffee|the call|the cord|budget|costs|smoking|drinking)\b/,
      ),
    ],
  ),
]

const hitVerbs = String.raw`(?:hits?|\bhit|beats?|beat|beaten|punch(?:es|ed)?|kick(?:s|ed)|chok(?:es|ed)|strangl(?:es|ed)|slapp(?:s|ed)|slaps|rap(?:es|ed)|assault(?:s|ed)|abus(?:es|ed|ing)|beating|hitting|choking|punching|attack(?:s|ed)|burn(?:s|ed)|stabb(?:ed)|threw (?:\w+ ){0,3}at|shoved|shoves|drags|dragged|molest(?:s|ed)|grop(?:es|ed)|hurts|hurting)`
const people = String.raw`(?:he|she|they|he's|she's|(?:my|the) (?:\w+ )?(?:husband|wife|partner|boyfriend|girlfriend|bf|gf|ex|dad|father|stepdad|stepfather|mom|mum|mother|stepmom|brother|sister|uncle|boss|manager|colleague|coworker|roommate|flatmate|housemate|fiance|spouse|son|parents|landlord|coach|teacher|neighbou?r))`

/** Someone hurting the person, or about to. */
export const harmRules: Rule[] = [
  rule(
    'others.hit',
    'harm-by-others',
    'high',
    new RegExp(
      String.raw`\b${people}(?: [\w']+){0,6} ${hitVerbs} me\b|\b${people}(?: [\w']+){0,3} (?:grab(?:s|bed)|held|holds|pinned|pins) me (?:by the (?:throat|neck|hair)|down)\b|\b${people}(?: [\w']+){0,3} touch(?:es|ed) me (?:at night|in bed|when (?:i'm asleep|i sleep)|inappropriately|sexually)\b|\b${people}(?: \w+){0,3} (?:put|puts|had|has) (?:his|her|their) hands (?:on|around) my (?:neck|throat)\b`,
    ),
    [],
    [
      negated,
      past,
      inStory,
      after(
        /^ ?(?:with (?:a|an|the|that|this|another|more) (?:\w+ ){0,2}(?:deadline|idea|question|email|task|ticket|project|bill|invoice|request|news|joke|look|feedback|review|update|bug|list|change|pillow|snowball|tickets|tasks|questions)|at (?:chess|tennis|ping|poker|fifa|mario|the game|cards|monopoly|squash|darts|table|golf|it|everything)|to (?:it|the|a|that|work|this)|in (?:chess|tennis|fifa|the (?:race|game|final|finals|debate)|mario|a (?:race|game))|by (?:a|one|two|three|\d+) |that|when (?:he|she|they) (?:says?|said|forgets?|doesn't|didn't|ignores?)|so (?:much|deeply|badly) (?:that|when)|out of)/,
      ),
      inClause(
        /\b(?:emotionally|feelings|verbally|realisation|realization|it (?:just |suddenly )?hits me|hits? me up)\b|\b(?:he|she|they|it) (?:really )?hurts? me (?:that|when|how|so)\b/,
      ),
    ],
  ),
  rule(
    'others.passive',
    'harm-by-others',
    'high',
    /\bi (?:was|got|get|am|'m|keep getting|am being|'m being|was being|'ve been|have been|am getting|'m getting) (?:\w+ )?(?:raped|sexually assaulted|molested|beaten(?: up)?|strangled|physically abused|abused (?:by|at home)|hit (?:by my|at home)|attacked (?:by|last night|on the|in the))|\bi'm (?:\w+ )?(?:being|getting) (?:\w+ )?(?:abused|beaten(?: up)?|\bhit|raped|hurt by my|stalked|attacked)\b|\bi've been (?:\w+ )?(?:raped|sexually assaulted|beaten(?: up)?|abused by)\b/,
    [],
    [
      negated,
      past,
      inStory,
      inClause(
        /\bbeaten (?:up )?(?:by (?:traffic|the|a|this|it|competitors?|another)|at|in (?:the|a|chess|fifa))\b|\b(?:game|chess|match|league|fifa|tennis|comments|online|verbally|in the (?:press|news|thread|review|channel|email))\b/,
      ),
    ],
  ),
  rule(
    'others.threat',
    'harm-by-others',
    'high',
    new RegExp(
      String.raw`\b${people}(?: \w+){0,3} (?:threaten(?:s|ed|ing)?|swore|promised)(?: \w+){0,2} to (?:kill|hurt|beat|stab|shoot|hit) (?:me|us|my (?:kids|children|son|daughter))\b|\b(?:afraid|scared|terrified|frightened) (?:of|to go home (?:to|because of)|(?:that )?(?:he|she|my \w+)(?:'ll| will| is going to|'s going to| might)(?: hurt| kill| hit| beat)(?: me)?) ?(?:my (?:husband|wife|partner|boyfriend|girlfriend|ex|dad|father|stepdad|mom|mum|mother|stepfather))?\b(?<= (?:husband|wife|partner|boyfriend|girlfriend|ex|dad|father|stepdad|mom|mum|mother|stepfather|hurt|kill|\bhit|beat|me))|\b(?:i'm not|i don't feel|it's not|not) safe (?:at home|in my (?:own )?(?:home|house|flat)|with (?:him|her|my (?:husband|wife|partner|boyfriend|dad|father|ex)))\b`,
    ),
    [],
    [
      past,
      inStory,
      (place) => /^(?:afraid|scared|terrified|frightened)/.test(place.match) && negated(place),
      inClause(/\b(?:disappoint\w*|judg\w*|opinion|reaction|telling|losing)\b/),
    ],
  ),
  rule(
    'others.afraid',
    'harm-by-others',
    'high',
    /\b(?:he|she|they|my (?:husband|wife|partner|boyfriend|girlfriend|ex|dad|father|stepdad|stepfather|mom|mum|mother|brother|roommate|flatmate))(?:'ll| will| is going to|'s going to|'re going to| might| could| would) (?:hurt|kill|\bhit|beat|rape|find|attack) me\b/,
    [],
    [past, inStory, (place) => !/\b(?:afraid|scared|terrified|frightened|fear)\b/.test(place.sentence)],
  ),
  rule(
    'others.now',
    'harm-by-others',
    'imminent',
    /\b(?:i'm|we're) (?:\w+ )?(?:hiding|locked (?:in|myself)|barricaded)(?: \w+){0,5} (?:from (?:him|her|them|my (?:husband|wife|partner|boyfriend|girlfriend|dad|father|ex|stepdad))|because (?:he|she|they))\b|\b(?:he|she|they|my (?:husband|partner|boyfriend|ex|dad|father|stepdad|wife|girlfriend))(?:'s| is| are|'re| has| have)? (?:\w+ ){0,3}(?:trying to (?:break (?:down|in)|get in|kill me|hurt me)|breaking (?:down|in)|banging on (?:the|my) door|coming (?:to|after) (?:me|hurt|kill)|(?:got|has|have|holding) (?:a|the) (?:knife|gun|bat|axe|machete)|outside (?:my|the) (?:door|house|window) (?:with|and he|and she|threaten\w*|scream\w*|shout\w*))|\b(?:he|she)(?:'s| is) going to kill me\b(?=.{0,60}\b(?:help|please|scared|hiding|knife|gun|serious|not joking|tonight)\b)|\b(?:hitting|beating|choking|attacking) me right now\b/,
    ['act'],
    [
      negated,
      past,
      inStory,
      inClause(
        /\b(?:kitchen|cooking|cutting (?:the|a)|carving|halloween|costume|steak|bread|phone|battery)\b/,
      ),
    ],
  ),
]
