/** Wanting to be dead, said directly. */
import { type Guard, lesserThan } from '../guards.ts'
import { type Rule, rule } from './rule.ts'
import { list } from './words.ts'

const embarrassed = `(embarrass*|cringe|awkward|mortified|blush*|on camera|mic|unmuted|reply all|in front of (everyone|the
    class|my)|laughing|secondhand)`

/** Characters of a turn that a guard looks over for its subject: a long text has many, and would cost its square. */
const LOOKED_AT = 2000

/** What is ended when the turn names it anywhere. */
const endsSomething: Guard = ({ company }) =>
  /\b(?:membership|subscription|contract|podcast|relationship|marriage|lease|tenancy|engagement|boyfriend|girlfriend|the show|our show|friendship|broadband|phone plan|notice period)\b/.test(
    company.text.slice(0, LOOKED_AT),
  )

/** The word alone, or beside a feeling, may be meant; beside a mishap it is a figure of speech. */
const besideMishap: Guard = ({ wordsOfSentence, company }) =>
  (wordsOfSentence.length > 4 || company.text.length > 50) &&
  !/\b(?:sad|hate|cry|crying|cried|alone|tired|done|life|everything|nothing|hurts?|pain|anymore|fail\w*|depress\w*|can't|worthless|useless|lonely|nobody|no one|empty|numb|broken|seriously|for real|tonight|pills|anxiety|panic|scared|dumped|divorce|fired|grief|died)\b/.test(
    company.text.slice(0, LOOKED_AT),
  )

export const wishRules: Rule[] = [
  rule({
    code: 'wish.die',
    kinds: 'suicide',
    tier: 'high',
    facets: ['wish'],
    any: list(`
      {want} {dead}|{want} (disappear|vanish) from (this|the) (world|earth|life)
      (wish|wished|wishing) that? (i|he|she|they) (was|were|wasn't|could be|would be|are|had been|had|
        would|could|would just|could just) {adverb}? (dead|died|die|killed|not alive|never woken up)
      (wish|wished|wishing) that? (i'd|he'd|she'd|they'd) {adverb}? (died|die|be dead|been killed)
      i should (have|just|be|of) {adverb}? (died|die|dead|killed)
      i should've (died|been dead|been killed|jumped|done it)|(shouldn't|should not) have survived
      deserve to (die|be dead)|i'm better off dead|i'd be better off dead|he'd be better off dead
      better dead than|let me (just)? die|(make|made|makes) me {adverb}? want to (die|be dead)
      want to not (be|exist|live|wake up)|(dying|death) is (all|what) i (want|think about|crave)
      (want|need|crave) (death|oblivion|to suicide|suicide)|my life to (end|be over)
      (don't|not) (deserve|belong) (to (live|be alive)|alive|in this world|on this earth)
      no right to (live|be alive)|life don tire me|i don tire for (this)? life
      e better make i (no|don't) (dey|are)|make i (just)? (die|dead)|don't want live|want kill (me|i)
      (i|me) want (dead|die)|no want live|hope (i|he|she) {adverb}? (die|dies)
      pray that? (i|god|he|she) {adverb}? (die|takes me|take me|kills me|lets me die)`),
    not: [
      embarrassed,
      'hope (it|you) (die|dies)',
      'want (him|her|them|you|this|it) to die',
      '(dead|die) than (in|at|on) (a|the)',
      '(feel|feels|feeling) like (dying|i died|death) (of|from|today|after|this morning|hungover)',
      `(hangover|hungover|flu|hangovers|stomach bug|man flu|leg day|workout|half marathon|marathon|the gym|
        food coma|jet lag*)`,
      'people (who|want)',
      '(old|painless|way i) want to die (old|peacefully|in my sleep)',
    ],
    guards: [lesserThan],
    notNext: [
      'a (virgin|rich|happy|hero|legend|little)',
      'on (stage|a hill|holiday)',
      '(old|happy|rich|peacefully|surrounded|at home|knowing|doing what)',
    ],
  }),
  rule({
    code: 'wish.died',
    kinds: 'suicide',
    tier: 'concern',
    facets: ['wish'],
    person: 'self',
    any: [
      `(i|i have|i just|i really) {adverb}? wanted {adverb}? to {adverb}? (die|be dead|end it all|end it|
        {suicide})`,
      '(felt|been feeling|was feeling) like (dying|ending it)',
    ],
    not: [embarrassed, '(hangover|hungover|flu|workout|marathon)'],
  }),
  rule({
    code: 'wish.suicidal',
    kinds: 'suicide',
    tier: 'high',
    facets: ['wish'],
    any: list(`
      (i'm|i|feel|feels|been|feeling|felt|having|have|has|had|get|gets|getting|got|my|so|really|very|
        become|becoming|quite|bit|actively|passively|kind of|kinda|also|now|still|are|is|these|he's|she's|
        they're|again|pretty|lowkey|constant|be|always|being|am|of|more|badly|fighting|daily) suicidal
      suicidal (thoughts|thought|ideation|feelings|ideas|urges|tendencies|impulses|again|tonight|right
        now|lately)`),
    not: [
      'if (someone|anyone|a user|users|people|you|i ever)',
      '(my|a|the) (patient|client|user|users|students) ..2 suicidal',
      'suicidal (person|people|patients|users|callers|character|teens|youth)',
      "(not|never|no|isn't|wasn't) {adverb}? (actually|actively|exactly)? suicidal",
      '(support|helping|help|treating|treat|assess|assessing|risk of|calls from|hotline) ..2 suicidal',
    ],
  }),
  rule({
    code: 'wish.suicide',
    kinds: 'suicide',
    tier: 'high',
    facets: ['wish'],
    any: list(`
      (think|thinks|thinking|thought|thoughts|considering|consider|contemplating|planning|plan|attempt|
        attempting|tempted|close to|idea|ideas|obsessed|fantasising|fantasizing|fantasise|fantasize|dream|
        dreaming|visions|urges|drawn|turning|resort) ..2 (about|of|on|by|with|to)? {poss}? (committing|
        commiting|doing)? suicide
      suicide (is|seems|feels|looks|sounds) {adverb}? (like)? (the only|my only|a way|the way|an option|
        the answer|better|easier|inevitable|a relief|the best)
      suicide (is)? (on my mind|in my head|all the time)|suicide (crosses|crossed|enters|keeps)
      (want|need) to suicide|i'll suicide|suicide (myself|me)|(i|will|going to) (suicide|commit suicide)$`),
    not: [
      `(squad|prevention|awareness|study|research|statistics|rates|training|paper|hotline|lecture|policy|
        bereaved)`,
      `(his|her|their|dad's|mum's|brother's|sister's|friend's|uncle's|cousin's|son's|daughter's|father's|
        mother's) suicide`,
    ],
  }),
  rule({
    code: 'wish.ending',
    kinds: 'suicide',
    tier: 'high',
    facets: ['wish'],
    any: [
      '{suicide}',
      'wish (i|he|she) had? (killed {self}|{suicide})',
      `(should have|should of|should've|could have|nearly|almost|tempted to have|tried and|failed
        to) (killed {self}|kill {self}|hanged {self}|jumped|ended it)`,
    ],
    not: [
      '(practically|basically) (kill|killed|killing) {self}',
      'told (me|him|her|them|us|you) (to|go|i should|should)? (kill|kms|kys|end)',
      'end (everything|it all) on a',
      `(drive|driving|walk|walking|step|stepping|jump|jumping|cross|crossing|run|
        running) .. {jumpPlace} (to (get|work|school|fetch|cool|swim|save|rescue|catch|see|reach|the (shops|
        station))|for (fun|charity|a swim|a dip|a run)|with (friends|the kids|my kids|my friends|the dog)|
        safely)`,
      '(bungee|swimming|swim|kayak*|fishing|dog|river jump|tombstoning|holiday|charity|lifeguard|tourist)',
      'tried to kill (me|us)$',
    ],
    notNext: [
      '(than|rather than) (listen|watch|read|eat|do|sit|go to|attend)',
      '(by|in the) (summer|end)',
      'when (the|my|this) (internet|build|printer|wifi)',
    ],
  }),
  rule({
    code: 'wish.end-it',
    kinds: 'suicide',
    tier: 'high',
    facets: ['wish'],
    any: list(`
      ({going}|{want}|time to|i could|better to|wish i could) end (it|things|all of this|all this|this
        (life|pain|suffering|misery|hell)|my (pain|suffering|misery)|it now|it tonight) (now|already|
        tonight|for good|forever|once and for all|today|soon|permanently|anymore|here)?$
      ({going}|{want}|time to|i could|i'll) (end|finish) (it|things|this) (now|tonight|for good|forever|
        once and for all|permanently|with (pills|a rope|a gun|the pills))
      (finally|just) (end|ending|finish) (it|all this|this) (all|for good|tonight|now)?$`),
    guards: [endsSomething],
    not: [
      `(relationship|marriage|contract|call|meeting|subscription|lease|affair|friendship|project|session|
        boyfriend|girlfriend|with (him|her|them)|us|dating|engagement|game|match|shift|chapter|story|
        argument|debate|feud|race)`,
    ],
  }),
  rule({
    code: 'wish.not-live',
    kinds: 'suicide',
    tier: 'high',
    facets: ['wish'],
    despite: ['denial'],
    any: list(`
      (don't|didn't|doesn't|no longer|not|ain't|never|can't|nor) {adverb}? even? {adverb}? (want|wants|
        wish|wishes|care|feel like|plan|intend|desire|see|wanting|wants) {self}? to? {adverb}? (be alive|
        being alive|live|living|be living|go on living|keep living|continue living|stay alive|exist|
        existing|carry on living|stay in this world|be in this world|be on this (earth|planet)|be of this
        world|inhabit this world) (anymore|any more|any longer|no more|longer|like this|this life|in this
        world|on this planet|again|another day|through this|past)?
      (don't|doesn't) want (this|my|to continue this) life {anymore}?|(not|don't) want live
      no want live again|done (with|being) (life|alive|living)
      (over|through with) (being alive|living|life itself)`),
    not: [
      `(live|living|exist) (in|with|at|near|there|by|alone|under|on|off|next|above|here|off|apart|up|
        together|somewhere|so far|that far|paycheck)`,
      "(don't|doesn't|didn't) want to live (like (a|my)|through|without (you|coffee|wifi)|to regret)",
      '(that|this) (kind|sort) of life',
      'a life without',
    ],
    notNext: [
      `(in|with|at|near|by|alone|under|on|off|next|above|there|here|together|apart|so|up|to|without coffee|
        that|a (lie|double|life of))`,
    ],
  }),
  rule({
    code: 'wish.jump',
    kinds: 'suicide',
    tier: 'high',
    facets: ['wish'],
    scope: 'sentence',
    any: [
      '{place} ..6 (want|going|about|ready|urge|tempted|feel like|thinking about|thinking of) to? (jump|jumping|step off|stepping off|let go|fall|go over)',
      `(want|going|about|ready|urge|tempted|thinking about|thinking of) to? (jump|jumping|step off|let go|
        go over) ..6 {place}`,
    ],
    not: ['(bungee|pool|parachute|skydiv*|swim|lifeguard|cat|dog|film|game)'],
  }),
  rule({
    code: 'slang.kms',
    kinds: 'suicide',
    tier: 'concern',
    any: list(`
      kms|(want|going|might|will|could|should) to? {adverb}? (unalive|yeet) (myself|off|me)|self delete|ctb
      catch the bus|sudoku myself|neck rope|me to the noose|cease me|delete me from existence|perma log off
      permanent nap|forever nap|forever sleep|dirt nap|alt f4 (life|myself)|uninstall (life|myself)
      despawn (me|myself|forever)|(leave|exit|quit) the server (for good|of life|irl)|final boss of life
      become one with the (pavement|tracks|train)|long walk off a short pier|play in traffic
      marinate in bleach|drink bleach|lie down in traffic|join the dirt`),
    not: [
      '{number} kms',
      '(missed|miss|catch) the bus (to|home|from|at|because|again|into|in|every|this|tomorrow)',
      '(need|want) to catch the bus (to|home|from|at|in)',
    ],
    guards: [besideMishap],
    notNext: ['(to|from|home|into) (work|town|school|the|home|uni|college)'],
  }),
]
