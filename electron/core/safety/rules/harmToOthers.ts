/** Thoughts or plans of hurting someone, told apart from the anger everyone says aloud. */
import { type Rule, rule } from './rule.ts'
import { list } from './words.ts'

const verb = `(kill|killing|hurt|hurting|stab|stabbing|shoot|shooting|murder|murdering|strangle|strangling|suffocate|
    suffocating|smother|smothering|poison|poisoning|choke|choking|attack|attacking|beat|beating|burn|
    burning|harm|harming|shake|shaking|drown|drowning|slit|rape|bash|bashing|set fire to|run over|running
    over|chop|throttle|butcher|execute|slaughter|waste|merk|shank|shanking|end|ending|smash)`
const joke = `(lol|lmao|haha|jk|i swear|one more time|again and i|if (he|she|they|my .. {relation}) ..4 (again|one
    more|doesn't|don't|keeps|eats|ate|touches|leaves|forgets|calls|chews|snores)|for (eating|leaving|
    forgetting|spoiling|taking|using|borrowing|finishing|waking|being late|not|telling|making)|(ate|
    finished|used|spoiled|borrowed|forgot|broke|stole) (my|the) (shampoo|lunch|leftovers|yoghurt|yogurt|
    charger|ending|milk|pizza|fries|hoodie|cheese|snacks|biscuits|chocolate)|snor*|chew*|parking|dishes|
    homework|wifi|printer|spoiler*|karaoke|prank|birthday|surprise|toilet seat|remote|socks|towel|fantasy
    football|referee|umpire)`
const play = `(game|level|boss|npc|raid|ranked|lobby|minecraft|chess|monopoly|movie|film|book|novel|story|character|
    scene|series|dragon|zombie*|mosquito*|spider*|wasp*|fly|flies|ants|weeds|rats|mice|rat|mouse|slugs|
    germs|bacteria|virus|plant|plants|chicken|turkey|fish|lobster|deer|debate|interview|presentation|record|
    personal best|eggs|meat|marinade|penalty|hoops|scene|film|photos|portrait|self defence|boxing|sparring|
    bjj|feelings|(his|her|their) feelings|chances|reputation|my back|my knee|animation|unit test*|child
    process|thread|laser tag|paintball|water fight)`

export const harmToOthersRules: Rule[] = [
  rule({
    code: 'harm-others.thoughts',
    kinds: 'harm-to-others',
    tier: 'high',
    person: 'doer',
    any: list(`
      (thoughts|thought|thinking|think|fantasies|fantasy|fantasise|fantasize|fantasising|fantasizing|
        fantasised|dream|dreaming|daydream|daydreaming|images|urge|urges|impulse|impulses|imagining|imagine|
        picturing|picture|visions|obsessed|want|wanting|voices|considering|tempted|craving|compulsion|
        planning|plan|ready|close|intend|idea|ideas|itching) ..3 (of|about|to|
        with)? {adverb}? ${verb} {them}
      (scared|afraid|worried|terrified|frightened|fear) ..2 (i'll|i will|i might|i'm going to|i could|that
        i|i'd|of what i|what i'll|what i might|i) ..4 (hurt|kill|harm|snap|stab|shake|do to|lose control|do
        something (bad|terrible|awful)|strangle|smother|lash out) ..2 (and|{them}|to {them}|on {them}|hurt|
        with)
      (snap|lose it|lose control|flip|crack) and ..2 (hurt|kill|stab|shoot|harm|do something|attack|
        beat) ..2 (someone|somebody|him|her|them|people|everyone|my|the)
      (i want|i need|want|need|deserves|deserve|deserved|wish) {them}? to (die|suffer|bleed|be dead|burn|
        pay with (his|her|their) life) ..3 (and i|i'll|by my hand|i'm going to|i could|slowly|for what)
      (homicidal|murderous) (thoughts|urges|ideation|rage|impulses|feelings)|homicidal
      (take|taking|bring|bringing) (him|her|them|everyone|someone|as many|some of them|people|the whole|
        others|my (kids|family|wife|husband|boss)) ..3 (with me|down with me|out with me)
      kill (us both|us all|my family and|the kids and (then)? myself|{them} and (then)? (myself|me))
      (want|need|going) to (see (him|her|them) bleed|make (him|her|them) bleed|watch (him|her|them) (die|
        bleed|suffer)|make (him|her|them) suffer)`),
    not: [
      joke,
      play,
      '(intrusive (thoughts|images) (that)? ..3 (never|would never|ocd|therapist))',
      'hurt (people|someone|him|her|them|my {relation}) (by|if i (say|leave|tell|break)|feelings|with my words|again by|when i (leave|tell))',
      '(avoid|not) (hurting|to hurt) {them}',
    ],
    notNext: ['(feelings|by (telling|saying|leaving|breaking|not)|if i (say|tell|leave|cancel))'],
  }),
  rule({
    code: 'harm-others.intent',
    kinds: 'harm-to-others',
    tier: 'high',
    facets: ['act'],
    person: 'doer',
    any: list(`
      (i'm|i'll|i|i've|i will) {adverb}? (going to|planning to|about to|plan to|intend to|decided to|will|
        ready to|'m going to|planning on|have to|need to|coming to)? {adverb}? (stab|stabbing|shoot|
        shooting|murder|strangle|slit (his|her|their) throat|poison|execute|slaughter|beat {them} to (death|
        a pulp)|bash {them} head|burn (his|her|their|the) (house|home|car|flat) down|set (his|her|their)
        (house|car) on fire|run (him|her|them) over|shoot up|blow up|smother|shank|suffocate|hurt {them}
        (badly|bad|tonight|so)|drown {them}) ..1 {them}
      (shoot up|shooting up|bomb|bombing|blow up|burn down|attack|set fire to) (the|my|this|that|
        a) (school|office|work|workplace|church|mosque|synagogue|place|building|mall|college|house|campus|
        police station|hospital|concert|crowd)
      (bring|bringing|take|taking|took|brought|carry|carrying|packed) (a|the|my|dad's|my dad's) (gun|
        knife|rifle|machete|blade|weapon|bat) (to|into) (school|work|the office|class|church|college|uni|
        his|her|their|the (party|meeting))
      (bought|got|buying|getting|have|sharpened|loaded|hid|hiding|found|carrying|keep|kept|packed|
        took) ..3 {weapon} ..4 (for (him|her|them|my (boss|ex|stepdad|dad|neighbour|wife|husband))|to (kill|
        stab|shoot|hurt|use on|scare) {them}|with (his|her|their) name|and (he|she|they) (will|won't|is
        going|deserve*))
      (plan|list|plans) ..2 (to|of) (kill|people (to|i want to) (kill|hurt)|who (will|should) die|shoot|
        murder|hurt)
      kill list|hit list
      (he|she|they) ..2 (won't|will not|'s not going to|isn't going to|not going to) (see tomorrow|be
        breathing|live (to see|through)|wake up tomorrow|make it home|survive)
      (know|found out) where (he|she|they) (lives|live|parks|works|sleeps) ..6 (knife|gun|pay|hurt|
        tonight|kill|waiting|wait|end)`),
    not: [
      joke,
      play,
      `(shoot (him|her|them|you) (an|a)|stab (at|in)|basketball|hoops|picture*|video|wedding|flu|vaccine|
        needle|acupunct*|budget)`,
      '(protest|documentary|news|suspect|arrested|trial)',
    ],
  }),
  rule({
    code: 'harm-others.kill',
    kinds: 'harm-to-others',
    tier: 'concern',
    person: 'doer',
    any: list(`
      (i'm|i'll|i|i will) {adverb}? (going to|want to|planning to|about to|wanna|will|ready to|'m going
        to|could honestly|might|need to|swear i'll) {adverb}? (kill|hurt|end|murder|destroy|beat up|smash|
        batter|do (him|her|them) in) {them} ..3
      (make|making) {them} pay for (it|what|this|everything)
      (get|getting|take|taking|have) (my)? revenge (on|for)
      (he|she|they) (deserve|deserves) (to die|to suffer|to bleed|to hurt|what's coming)
      (hate|hating) {them} ..4 (want|wish|could) ..3 (dead|die|hurt|kill)
      (want|wish|wishing) {them} (was|were|to be)? dead
      (hit|slapped|punched|pushed|shook|shoved|hurt|kicked|smacked) my (wife|husband|girlfriend|boyfriend|
        partner|son|daughter|kid|kids|child|baby|mum|toddler)`),
    not: [
      joke,
      play,
      '(hurt|hurting) {them} (feelings|by|if i (say|leave|tell)|when i (leave|tell)|emotionally|again)',
      "(don't|not) want to hurt",
      '(funny|kidding|joking|honestly love|in scrabble)',
      '(kill|murder|destroy|smash|beat|batter|end) {them} (at|in|on|with kindness|off|for me)',
      'want (him|her|it|them) dead (in|at)',
    ],
    notNext: ['(at|in|with kindness|feelings)'],
  }),
  rule({
    code: 'harm-others.now',
    kinds: 'harm-to-others',
    tier: 'imminent',
    facets: ['act'],
    person: 'doer',
    scope: 'sentence',
    any: list(`
      {weapon} ..4 (in my (hand|hands|bag|pocket|car|coat|lap)|with me|right here|loaded|next to
        me) ..8 (him|her|them|he|she|they|neighbour|everyone|come* home|walks in|outside (his|her|their)|
        door)
      (outside|in front of|at|parked (outside|by|near)|waiting (outside|by|at|for)|on my way to|going to|
        driving to|heading to|walking to) (his|her|their|my ex's|my boss's|the) (house|door|flat|place|work|
        office|car|school|street|apartment) ..8 (gun|knife|kill|hurt|stab|shoot|bat|petrol|hammer|machete|
        pay|make (him|her|them)|beat|end (him|her|them)|smash (his|her|their) (head|face))
      (i'm|i'll|going to|about to|i am|gonna) ..2 (kill|stab|shoot|strangle|smother|hurt|beat|murder|harm|
        burn|attack) {them} (right now|now|tonight|today|when (he|she|they) (gets|get|comes|come|walks|
        opens)|the second|as soon as|in (ten|five|a few|an)|this (evening|afternoon|minute)|in (his|her|
        their) sleep)
      (just|i|i've|i think i) ..1 (stabbed|shot|strangled|killed|poisoned|hit|shook|smothered|beat|
        pushed) (him|her|them|my (wife|husband|girlfriend|boyfriend|partner|baby|son|daughter|mum|dad|
        brother|sister|neighbour|stepdad|kid)|the baby|someone|a man) ..8 (blood|bleeding|breathing|not
        moving|won't wake|unconscious|on the floor|floor|what do i do|help|limp|quiet now|dead)
      hands (are)? (round|around) (his|her|their) (neck|throat)`),
    not: [joke, play],
  }),
]
