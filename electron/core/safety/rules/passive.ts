/** Passive wishes, no reason to live, burden, no way out: not a plan, and reason enough to ask. */
import { type Rule, rule } from './rule.ts'
import { list } from './words.ts'

const office = `(team|company|project|client|department|office|firm|meeting|deal|code|codebase|sprint|band|group chat|
    party|job|exam|essay|season|league|club|trip|holiday)`

export const passiveRules: Rule[] = [
  rule({
    code: 'passive.wake',
    kinds: 'suicide',
    tier: 'concern',
    facets: ['wish'],
    despite: ['denial'],
    any: list(`
      (don't|didn't|not|never|doesn't|without|won't|wouldn't|no|hope|hoping|wish|wishing|pray|praying|
        rather|nor) ..3 (wake up|waking up|wakes up|woke up|wake|woken up|open my eyes) (again|tomorrow|
        anymore|ever|in the morning|at all|one day|from this|any more|no more|more)?$
      (don't|didn't|not|never|doesn't|hope|wish|pray|praying|wouldn't|if i|without) ..3 (wake|waking|
        wakes|woke) up (again|tomorrow|anymore|ever|in the morning|at all|one (day|morning)|and|would|is|
        sounds|any more)
      (sleep|slept|sleeping) (forever|for good|and (never|not) (wake|waking)|until (i die|it's all over|
        there's nothing)|a thousand years|for eternity)
      (fall asleep|go to sleep|close my eyes|drift off|pass) and (never|not|that's it|that be it|stay
        there|just not)
      in my sleep would be|disappointed (to wake|when i wake|i woke|that i woke|i wake up)
      (sad|upset|angry|gutted|annoyed|sorry) (that)? (i|to|when i) (wake|woke) up (again|alive|every|each|
        in the morning|still)`),
    not: [
      `(early|at {number}|to (my|the|an|his|her) alarm|for (work|school)|so early|on time|the (baby|kids|
        neighbours|neighbors)|wake (him|her|them)|late|my alarm|alarm clock|overslept|bad dream i|from this
        (dream|nightmare) (of a|game)|coma patient|his coma|her coma|hungover|hangover)`,
    ],
  }),
  rule({
    code: 'passive.better-off',
    kinds: 'suicide',
    tier: 'concern',
    facets: ['burden'],
    despite: ['denial'],
    any: list(`
      better off (if (i|he|she|they) (was|were|wasn't|didn't|died|had never|'m)|without (me|him|her|them)|
        dead|when (i'm|he's|she's) (gone|dead)|if (i'm|he's|she's) (gone|dead|not)|had i never|never having)
      better (if (i|he|she|they) (was|were|wasn't|just|had|didn't|died|disappeared|never|vanished|left
        this|stopped existing)|without (me|him|her)|place without (me|him|her)|place if i)
      (life|lives|world|things|everything|it) ..3 (easier|better|simpler|lighter|happier|
        cheaper) ..2 (without (me|him|her)|if (i|he|she) (wasn't|didn't exist|was gone|were gone|was dead|
        died|disappeared|weren't)|once (i'm|he's|she's) gone|with me (gone|dead|out of))
      (easier|better|simpler|happier|relieved|lighter|freer|richer) ..2 (without me (here|around|in|
        there)|if i (wasn't|weren't|was gone|was dead|were gone|died|disappeared|didn't exist)|with me
        (gone|dead)|when i'm (gone|dead|no more)|once i'm (gone|dead|no more))
      {everyone} (would|'d|will|could|might|'ll) {adverb}? (be|do|cope|manage|get on|get by|
        live) ..2 (happier|relieved|fine|lighter|better|easier|free) ..2 without (me|him|her)
      {everyone} ..3 (move on|get over it|get over me|forget me|recover) ..2 (if|when|once|after|quickly|
        soon|eventually) ..2 (i'm|i) (gone|dead|died|go|do it|was gone)
      (no one|nobody|not one person|who) (would|will|'d|is going to|cares|would even|will even) ..2 (miss|
        notice|mourn|cry|come to my funeral|care|remember|mind|look for me) ..3 (me|if i|when i|i'm|my
        (absence|funeral|death)|once i)
      (wouldn't|won't) ..2 (miss|notice|mourn|be missed|miss me)$|i (won't|wouldn't) be missed
      (how long|wonder how long|wonder who|wonder if anyone|would anyone|does anyone) ..5 (find me|find my
        body|notice (i|i'm|if i)|miss me|come to my funeral|care if i died|my body)`),
    not: [office, '(survey|voucher|flights|insurance provider|broadband)'],
    notNext: ['(here|around|in it)? for (the|a) (weekend|day|night|evening|hour|week|party)'],
  }),
  rule({
    code: 'passive.burden',
    kinds: 'suicide',
    tier: 'concern',
    facets: ['burden'],
    any: list(`
      (i'm|i|being|be|been|become|feel like|am|he's|she's|always|just|only) {adverb}? (such|nothing but|
        only|just|like|always|am)? (a|the|this|another)? {adverb}? (huge|massive|constant|total|big|real|
        heavy|dead)? (burden|burdens|dead weight|deadweight|millstone|drain on (everyone|my|them|him|her|
        people|this)|waste of (space|air|oxygen|skin|food|life|breath|resources|everyone's)|oxygen thief|
        parasite|leech on|weight on (everyone|my|their|them)|weight around|mistake that|problem everyone|
        cancer to (everyone|my)|plague on|liability to (my|everyone|them)|albatross)
      (burden|burdening|dragging|drag|weighing|ruin|ruining|poison|poisoning|destroy|destroying|
        wreck) ..2 (everyone|my family|them|my kids|my children|my wife|my husband|everybody|all of them|my
        parents|everyone's lives|everyone around me|everyone i) (down|with (me|my|myself)|any longer|
        anymore|by (being|existing)|i touch|$)
      (only|just|all i do is) (cost|hurt|cause|bring) ..2 (my family|them|everyone|people|everybody|pain|
        trouble|my parents) (money|pain|trouble|grief|worry|misery|stress)?$
      (they|everyone|my (family|kids|wife|husband|parents)) ..2 (stuck with|sick of|tired of|have to (look
        after|carry|put up with|deal with)) me$
      free them (from|of) me|stop being (a|everyone's|their) (burden|problem)
      (nobody|no one) (would|'d) have to (worry|look after|deal|carry|care)
      one less (mouth|thing|problem|person|burden) (to|for|in)
      (relief|favour|favor|kindness|mercy|blessing) to (everyone|them|my family|the world|my kids|my
        parents|him|her) ..3 (if|when|i|gone|dead|my)
      (do|doing) everyone a (favour|favor)|world a favour|world a favor`),
    not: [
      office,
      `(tax|financial|mental|admin|regulatory|burden of proof|caseload|budget|burden on (the|our) (server|
        servers|system|team|nhs|staff)|workload)`,
      "(don't|not) want to (be a burden|burden) (you|anyone|people) (with|by) (this|my (problem|question))",
    ],
  }),
  rule({
    code: 'passive.gone',
    kinds: 'suicide',
    tier: 'concern',
    facets: ['wish'],
    despite: ['denial'],
    any: list(`
      wish that? (i|i'd|he|she|they) (could {adverb}? (disappear|vanish|stop existing|evaporate|dissolve|
        fade away|not be|cease|stop being|be erased|undo being)|wasn't (alive|here|born|around|me)|didn't
        exist|had? (never been born|never existed|not been born|never come into)|was never born|were never
        born|was gone|were gone|was (erased|invisible forever|no more)|never (existed|happened|was born)|
        just ended)
      (want|wants|wanting|need|like|love|ready|wish|feel like|long|longing|rather|thinking about|thoughts
        of) to? {adverb}? (disappear|disappearing|vanish|vanishing|fade away|fade out|dissolve|evaporate|be
        erased|cease|be nothing|become nothing|turn to dust|slip away|be no one|not be|not be here|not be
        around|be gone|stop being|go away) (forever|for good|completely|entirely|and never (come back|be
        found|return)|without a trace|anymore|any more|from everything|from the world|from existence|
        permanently|quietly|$)
      (don't|doesn't|didn't|not|never) {adverb}? (want|wants|wish|like|see|care|feel like|wanting|
        desire) ..2 (be here|being here|exist|existing|be around|stay here|be me|go on|carry on|be part of
        this|be on this planet|keep going|continue|do (life|living|this life)|wake up to this|stay on this
        earth|face life|be conscious|continue with (life|this life)) {anymore}?$
      (want|need|wish) (it|everything|this|it all|all of it|the pain|the noise|my brain|my life|
        existence) .. (to)? (stop|end|be over|go dark|go quiet|be done|go black) (for good|forever|
        permanently|completely|and never|$)
      (hope|hoping|wish|wishing|pray|praying|wouldn't mind|don't care|wouldn't care|fine|okay|relieved|
        relief|glad|better|thankful|grateful|happy|not bothered|not fussed) ..4 (if|that|when|not|
        i) ..2 (die|died|dead|live or die|don't make it|didn't make it|don't wake|didn't wake|got hit|get
        hit|never woke|crashed|went down|had (cancer|a heart attack)|killed me|stopped (beating|breathing)|
        it was terminal|terminal|ended tomorrow|run over|knocked down|(bus|truck|car|train|lorry|van|
        something|tram) (hit|took|hits|got|flattened) me)
      if (i|he|she) {adverb}? (died|die|was dead|disappeared|was gone|vanished|got hit|dropped dead|never
        came back|stopped existing|didn't exist|wasn't here|weren't here|never existed|wasn't alive) (it|
        everyone|they|at least|tomorrow|tonight|then|today|nobody|no one|would|who|i'd|that|maybe|things|my|
        all|i wouldn't|people|anymore|right now|the world)
      (don't|doesn't) care (if|whether) (i|he|she) (die|dies|live|lives|live or die|get hit|wake up|
        survive|make it|get killed|am alive|stay alive)
      (no fear|not scared|not afraid|stopped being (scared|afraid)) of (dying|death) anymore
      (reckless|stopped looking) ..5 (care if i die|hoping)
      stopped looking (both ways|before i cross|when i cross)
      (stopped|not|don't bother|without) (wearing|putting on|looking) ..3 (seatbelt|seat belt|road)`),
    not: [
      `(office|this job|this company|this meeting|this party|this town|this city|this school|work|gym|
        twitter|instagram|from social|the group chat|on a (beach|island|holiday)|to (italy|greece|a cabin|
        the woods|the mountains|an island|a beach)|vacation|retire|this flat|this house)`,
      'wish i (was|were) (here|gone|there|home)',
      '(hope|hoping|hopes) (he|she|it|they|you)',
      '{relation} (died|dies|die|dead|passed)',
    ],
  }),
  rule({
    code: 'passive.no-reason',
    kinds: 'suicide',
    tier: 'concern',
    facets: ['hopeless'],
    despite: ['denial'],
    any: list(`
      (no|any|a|single|one|another|enough|good|find|see|many|real|few|out of|run out of) (reason|reasons|
        point|purpose|sense|use) ..2 (to|in|of|for) ..2 (live|living|be alive|being alive|stay alive|staying
        alive|keep living|exist|existing|be here|being here|being on this|carry on living|going on|go on|
        continue living|life|keep going|stick around|sticking around|wake up|waking up|get up anymore|
        breathe|breathing|carry on|staying|stay)
      (what's|whats|what is|see|is there|isn't|isn't any|ain't|there's no|no) the? (point|use|purpose|
        sense) (of|in|to|for)? (me|living|life|my life|being alive|staying alive|existing|going on living|
        being here|continuing|existence|even living|even being alive|breathing|carrying on living)
      (nothing|not much|little|anything|something|no one) (left|else|more)? (to|worth) (live|living|stay|
        staying|stick around|exist|carry on|going on) for?
      nothing (here|left) for me (here|in this|on this|anymore|in life)
      life ..3 (isn't|not|no longer|never|hardly|ain't|wasn't) ..2 (worth|for me|meant for me|made for)
      (isn't|not|no longer|ain't) (worth|made for) (living|it anymore|being alive|being here|life|this
        world|this life)
      (wasn't|not) (made|meant|built|cut out) for (this world|life|living|being alive)
      (can't|cannot|can barely|don't know how to|unable to|hard to|not sure i can|not sure how long i can|
        not know how long i can|couldn't) {adverb}? (go on|carry on|keep going|keep on|bear|stand|face|
        continue|keep|keep doing|do) (living|with life|with living|being alive|life anymore|with my life|
        with this life|existing|like this much longer|another day|one more day|life)
      (can't|cannot) {adverb}? (go on|carry on|continue) (anymore|any longer|no more|longer|$)
      (fed up|tired|sick|exhausted|done|finished|weary|bored|through|over it|sick and tired|wearied|had
        enough) (of|with|from) (being alive|being here|living|life|existing|existence|this life|my life|
        breathing|this world|everything in life|this earth|life itself|waking up)
      (unbearable|too much|agony|torture|painful|exhausting|pain|hell|hurts|punishment|sentence) (to)? (be
        alive|being alive|exist|existing|living|live|breathe|breathing|stay alive|keep living|just to
        (exist|be|breathe|live))
      (living|being alive|existing|life|existence|breathing|waking up) (is|feels|has become|hurts|
        became) {adverb}? (like)? (unbearable|too much|agony|torture|painful|hell|pointless|meaningless|a
        punishment|a chore|too painful|physically painful|pain|unbearably|only pain|a prison|a life
        sentence|empty|hollow now|worthless|a burden|too hard|a nightmare)`),
    not: [
      `(in (this|that|the) (town|city|office|house|flat|job|relationship|meeting|field|project|country|
        industry|area|london|dorm*)|with (my (parents|roommate*|ex|in laws)|him|her|them)|paycheck|out of (a
        suitcase|my car)|off (noodles|ramen)|(at|on) (campus|minimum wage)|working here|at this company|
        night shifts|in london|living in|living with|living alone|living at)`,
      '(my|his|her) {relation} life',
      'this (job|degree|course|course|project|subscription|phone|car|relationship|class)',
      '(book|film|episode|series|season|essay|marathon|race|gym|diet|run|hill|app|phone)',
    ],
  }),
  rule({
    code: 'passive.death',
    kinds: 'suicide',
    tier: 'concern',
    facets: ['wish'],
    any: list(`
      (death|dying|being dead|not existing|nothingness|oblivion|not waking up|eternal sleep|the grave|
        never waking up|the end|not being alive|not being here) ..2 (would be|sounds|seems|feels|looks|is|
        be|sounded|as) ..2 (a|like a|the|so|like|kind of|pretty|almost|my)? (relief|peaceful|easier|nice|
        better|comfort*|only (way|option|escape|exit|answer|thing|solution|peace|friend)|appealing|tempting|
        inviting|restful|freedom|blessing|mercy|welcome|calming|soothing|good|escape|solution|beautiful|a
        mercy|attractive|kinder|release|the answer|way out)
      (thought|idea|thoughts) of (dying|death|being dead|not existing|not being here|never waking up|not
        waking up|ending|suicide) ..3 (comfort*|relief|peaceful|calming|soothing|nice|calms|soothes|
        relieves|warm|safe|appealing|makes me (calm|happy|smile)|doesn't scare)
      only (way|escape|exit|option|thing|answer) ..4 (die|death|dead|dying|grave|coffin|kill*|suicide)
      (ready|waiting|longing|wait|yearning|itching|begging|counting down|living) (for|to) (death|it all to
        be over|die|my death|the end to come|my time to come|dying|my turn to die)
      (death|dying) (can't|won't|doesn't|couldn't) come (soon|quick|fast)
      (truck|car|bus|train|lorry|bullet|lightning|meteor|piano|tree|plane|illness|cancer|something|
        someone|god|accident|heart attack|earth|the lord) .. (would|to|will|could|just|hits|hit|would just|
        comes|come|takes|take|kills|please) .. (me (out)?|run me over|finish me|end me|kill me|take me|hit
        me) (on|in|away|out|home|tonight|today|already|quick|$)
      (think|thinks|thinking|thoughts|daydream|daydreams|daydreaming|fantasise|fantasize|fantasising|
        fantasizing|dreaming|dream|wonder|imagine|imagining|picture|picturing|obsessing) ..3 (about|of|
        what)? {adverb}? (my own (death|funeral|suicide)|my (death|funeral)|dying|being dead|death all|death
        constantly|death every|death a lot|not being (here|alive|around)|how i'd die|how i would die|what if
        i (just)? (let go|didn't wake|wasn't here|jumped|died|ended|drove|stopped existing)|who would (come
        to|be at) my funeral|no longer existing|letting go of the wheel|it would be like (to be dead|if i
        was gone|if i (died|wasn't)))
      (let|letting) go of the (wheel|railing|rail|steering)
      drive (off|into) ..3 (road|cliff|tree|wall|bridge|traffic|barrier|lamp post|ditch|lake|river)
      (swerve|swerving|steer) .. (into|off|in front)
      (see|seeing|imagine|picture|know) ..2 (no|any|a) future (with me|for me|where i)
      (can't|don't|never|cannot|couldn't) {adverb}? (see|imagine|picture|visualise) .. (future|making it|
        living|reaching|being alive|past|surviving) (with me|for myself|for me|past|to|until|at|beyond|in
        it|anymore|after|that long|{number}|next|this year|$)
      won't (make it|live|last|survive|be alive) ..2 (to (see)?|until|till|past|another|beyond|much
        longer|that long) (christmas|{number}|summer|the end|my (birthday|next)|spring|next|another|new
        year|winter|year|week|month|the morning|much)`),
    not: [
      '(dad|mum|dog|cat|grandma|grandmother|grandfather|grandad|nan|friend|brother|sister|my {relation})',
      '(fear|afraid|scared|terrified|anxious|anxiety|worry|worried|panic) (of|about) (dying|death)',
      '(shoot|hit) me (an|a|up|with a question)',
      '(hospice|philosophy|class|stoic*|buddhis*|religion|sermon|workshop|insurance|pension)',
    ],
  }),
]
