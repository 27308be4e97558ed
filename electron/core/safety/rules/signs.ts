/** Quiet signs: alone they are tiredness and bad weeks, and several of them close together are more. */
import { type Rule, rule } from './rule.ts'
import { list } from './words.ts'

const work = `(job|work|office|meeting*|boss|shift|project|commute|traffic|homework|exam*|essay|client*|deadline*|
    diet|gym|game|level|traffic|laundry|relationship|marriage|lease|contract|flat|printer|code|noise|heat|
    weather|toothache|tooth|back pain|hay fever|winter|season|course|degree)`

export const signRules: Rule[] = [
  rule({
    code: 'sign.pain',
    kinds: 'suicide',
    tier: 'none',
    facets: ['pain'],
    despite: ['denial'],
    any: list(`
      (can't|cannot|couldn't|can no longer|don't know how (much longer|long)) ..3 (take|bear|stand|handle|
        cope with|endure|live with|carry) ..3 (it|this|pain|anymore|any more|any longer|hurt|another (day|
        minute|second|night)|living like this)
      (pain|hurt|ache|emptiness|darkness|suffering|agony|noise in my head|void|despair|
        heaviness) ..3 (unbearable|never (stops|ends|leaves|goes away)|won't (stop|end|go away|leave)|
        doesn't (stop|end|go away)|too much|all the time|swallowing me|consuming me|eating me alive|every
        (second|minute|day)|is all (i|there is))
      (unbearable|excruciating|endless|constant|so much) (pain|suffering|agony|despair|emptiness)
      (make|want|need|wish|please|just) ..2 (it|the pain|everything|this|the hurting|the noise) to? stop$
      (make|makes) it stop
      (i'm|i|feel) ..2 (broken|shattered|destroyed|hollow|dead inside|empty inside|numb) ..2 (beyond
        repair|inside|all the time|and|$)
      can't do (this|it|life) anymore|can't keep (doing this|going|this up|fighting|pretending)
      too (tired|weak|broken) to (fight|keep fighting|keep going|carry on)
      (tired|sick|exhausted) of (fighting|trying|hurting|pretending|everything|it all|being (me|strong|in
        pain|a failure))
      (had enough|done|finished|over it|so done)$|i give up|giving up on (life|everything|myself)
      (given|gave) up on (life|everything|myself|living)|lost (all|the|my) (will|strength) to`),
    not: [work],
  }),
  rule({
    code: 'sign.trapped',
    kinds: 'suicide',
    tier: 'none',
    facets: ['trapped'],
    despite: ['denial'],
    any: list(`
      (no|any|see no|isn't a|not a|only one|find a) (way out|escape|exit|way forward|other way|way
        through|light at the end|door out)
      (trapped|stuck|cornered|caged|imprisoned|buried alive|suffocating|walls ..2 closing) ..2 (in my
        (life|head|mind|body|skin)|with no|forever|and|here|like|$)
      (nowhere|no place|nothing|no one) (left|else)? (to)? (go|turn|run|hide)$
      (can't|cannot|no way to|never|impossible to) (escape|get out|get away|break free) (this|from|it|of|
        my)?
      walls (are)? closing in|run out of options|out of options|no options left
      nothing (left|else) (to|i can) (try|do)|tried everything|no (one|body) can help me|beyond help
      past help|too late for me`),
    not: [work, '(maze|lift|elevator|escape room|snow|airport|island|rain|queue|car park|lockdown)'],
  }),
  rule({
    code: 'sign.trapped-life',
    kinds: 'suicide',
    tier: 'concern',
    facets: ['trapped'],
    despite: ['denial'],
    any: list(`
      (trapped|imprisoned|stuck|caged) in (this|my) (life|body|head|existence|mind) ..4 (no way|only way|
        forever|until i|and (i|nothing|no)|want|die)
      (no|only) (way out|escape|exit) ..3 (this|of|from|but) (life|pain|suffering|death|dying|misery|
        living|hell|darkness|to die)
      no way out (of this)? (except|but|other than)|only (way|thing) (out|left|that would help|to end)
      no other way (out|to (stop|end) (this|the pain|it|the hurt))
      (don't|can't|cannot|do not|no longer) see (a|any|no|another) (way out|way forward|way through|other
        way|light|hope|future)
      no way out$|(there's|there is|see) no (way out|escape)
      (pain|hurt|suffering|it) ..3 (unbearable|too much to bear|more than i can (bear|take|
        stand)) ..4 (end|stop|want|way|anymore|any longer|rather)`),
    not: [work, '(maze|lift|elevator|escape room|airport|car park)'],
  }),
  rule({
    code: 'sign.hopeless',
    kinds: 'suicide',
    tier: 'none',
    facets: ['hopeless'],
    despite: ['denial'],
    any: list(`
      (no|any|lost all|lost my|lose|losing|given up|without|zero|out of|run out of|not much|little|
        left) (hope|faith|future)
      hopeless
      (nothing|it|things|life|never|none of it) (will|'ll|is going to|is ever going to|
        is)? ever? ..2 (get|gets|change|changes|be|getting|improve|going to) ..2 (better|okay|good|happy|
        alright|anything|worth it|change)
      (no|any) (point|purpose|meaning) ..2 (anymore|left|to anything|in anything|to any of|to my life|in
        my life)
      my life (is|was|has been) ..2 (over|pointless|meaningless|a mistake|worthless|nothing|finished|
        ruined|a waste|empty|a joke|useless)
      (nothing|none of it|it all|it doesn't|everything) (matters|is pointless|feels pointless|means
        nothing|is meaningless|doesn't matter) anymore
      always (going to be|be) (like this|this way|in pain|miserable|alone)
      (beyond|past) (saving|fixing|repair|caring)|can't be fixed|unfixable`),
    not: [work, '(team|club|match|wifi|recipe|bread|app|phone|printer)'],
  }),
  rule({
    code: 'sign.worthless',
    kinds: 'suicide',
    tier: 'none',
    facets: ['burden'],
    any: list(`
      (i'm|i|feel|feeling|am|been|so|being) ..3 (worthless|useless|unlovable|a failure|a disappointment|
        disgusting|pathetic|a mistake|nothing but|a waste|garbage|trash|a piece of shit|a monster|good for
        nothing|nothing$|unwanted|irredeemable|rotten|vermin)
      (hate|despise|loathe|can't stand|disgusted with|disgusted by|sick of) (myself|me|who i am|being me|
        my existence|my life|everything about me|what i am|life)
      (ruin|ruined|ruining|destroy|poison) everything i touch|(everything|all of it|it's all) (is)? my fault
      let (everyone|everybody) down|don't deserve (to|anything|love|happiness|help|kindness|them)
      (a|the|just a) burden`),
  }),
  rule({
    code: 'sign.alone',
    kinds: 'suicide',
    tier: 'none',
    facets: ['alone'],
    despite: ['denial'],
    any: list(`
      (no one|nobody|not one person|no person|none of them|not a soul) {adverb}? (cares|loves me|would
        care|wants me|understands|would understand|sees me|gives a (shit|damn|fuck)|asks|notices|listens|
        talks to me|misses me|left|gets it|to talk to|likes me|checks on me|comes|calls|would notice)
      (completely|utterly|totally|so|all|truly|always) alone
      (i'm|i've|i|have|got) (got)? (no one|nobody|no friends|no family)|pushed everyone away
      everyone (leaves|left|has left|hates me|gave up on me|is gone)
      (lost|losing) (everyone|everything|it all|all i had)`),
  }),
]
