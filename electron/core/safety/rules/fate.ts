/** Leaving it to others: being called home, joining the dead, letting an accident or an illness decide. */
import { type Rule, rule } from './rule.ts'
import { list } from './words.ts'

export const fateRules: Rule[] = [
  rule({
    code: 'veiled.called',
    kinds: 'suicide',
    tier: 'concern',
    facets: ['wish'],
    any: list(`
      (lord|god|jesus|allah|father|him|he|maker|heaven|the almighty|angels|death|bhagwan|our lady|the good
        lord) ..4 (take|takes|taking|call|calls|collect|fetch|come for|come fi|bring|bringing|carry|send
        for) ..1 (me|him child|my life|his child|this life|away my life) ..1 (home|away|now|in my sleep|
        soon|tonight|already|from|out|and|quick|quickly|$)
      (take|call|bring|carry|fetch) me (home|away|lord|jesus|now lord|o lord|father|from this (world|life|
        earth)|in my sleep)
      (ask|asking|beg|begging|pray|praying|waiting|wait|prayer|askin) ..3 (him|god|jesus|lord|the lord|
        allah|father|for him|for god) ..4 (take|end|call|bring|come|let me (go|die|rest)|do it|release)
      (only|just) (the sin|sin|the fear of (hell|god)|god|my (faith|religion)|hell|the (bible|
        quran)) ..4 (keeps|stops|stopping|keeping|standing|holds|stand|holding|between)
      (only thing|all that's|that's all that's) (stopping|keeping|standing|holding) ..3 (me|between)
      (it's|know it's|is) (haram|a sin) ..8 (otherwise|only thing|stop*|keep*|nights|me)
      would have (done it|gone|ended it) (already|long ago|since|by now|years ago)
      (tired|weary|had enough) of (this|dis) (earth|world|life|body)`),
    not: [
      `(karaoke|song|hymn|choir|country roads|uber|taxi|driver|train|bus|airport|after the party|pub|gym|
        smoking|drinking|sweets|chocolate|sleep now|my mum|my dad|parents)`,
    ],
  }),
  rule({
    code: 'veiled.with-the-dead',
    kinds: 'suicide',
    tier: 'concern',
    facets: ['wish', 'farewell'],
    scope: 'sentence',
    any: list(`
      (go|going|gonna|want|wanna|ready|time|trying|coming|wish|i'm|i'll|will|supposed|nearly|can't wait|
        choose|decided|let me) ..3 (be with|join|follow|go to|meet|see|be reunited with|go and be with|go
        meet|lie beside|sleep beside|catch up with|was with) ..1 (him|her|them|my (mum|dad|nan|gran|grandma|
        husband|wife|son|daughter|baby|brother|sister|boy|girl|lad|twin|friend|babies)|mama|daddy|
        har) ..1 (now|again|soon|at last|up there|there|in heaven|on the other side|where|in the (ground|
        grave|earth)|forever|that side|today|tonight|instead|this (month|week))
      (be|being|go|join|meet|see|follow|lie) ..2 (with)? (him|her|them) ..8 (died|buried|funeral|grave|
        passed|heaven|other side|pick the day|my turn|no more waiting)
      (she's|he's|they're|she is|he is) (waiting for me|saving me a (seat|place)|calling me|calling me
        home|calling (to)? me)
      (leave|left|leaving) (him|her) (on (his|her) own|alone) (up there|down there|there|in (the)?
        (ground|dark))
      (my|almost my|nearly my) (turn|time) (next|now|soon|to go|to follow|is (near|coming|up))
      (jealous|envy|envious|envied|lucky|wish i could (trade|swap)|trade places|better end|got out|free
        now|why not me|should have been me|should've been me|wish it (was|had been|were) me) ..8 (dead|died|
        died|death|obituar*|funeral|funerals|grave|passed|body|coffin|deceased|corpse|cremation|them|him|
        her|die)
      (dead|died|death|obituar*|funeral|funerals|passed|body|coffin|cremation|grave|graves|
        corpse) ..8 (jealous|envy|envious|lucky|why not me|wish i could (trade|swap)|trade places|better
        end|should have been me|should've been me|wish it (was|had been|were) me|good for (him|her|them))`),
    not: [
      `(celebrity|singer|lottery|raffle|airport|party|match|final|phone|battery|film|game|dinner|lunch|
        lucky to (have|be|know)|lucky (dog|cat|escape))`,
      '(not|never) (jealous|envious)',
    ],
  }),
  rule({
    code: 'veiled.fate',
    kinds: 'suicide',
    tier: 'concern',
    facets: ['wish'],
    scope: 'sentence',
    any: list(`
      (if|let|make) (it|a (truck|car|bus|lorry|train)|something|somebody|someone|i (fall|crash|go under|
        bleed out|drown|get hit|get sick)|that|trailer|the sea|sea|god|the (crisis|sea|road|ice|water|
        wave)) ..5 (happens|happen|hit*|comes|come|takes|took|want|wants|jam|kills|fall|falls|crash) ..4 (it
        happens|so be it|cool|wouldn't (argue|mind|complain|fight|swerve|move)|won't (argue|mind|fight|
        move)|fine|i fall|it come|let it|could have me|take me|good|who cares|make e|at least|then it|i'm
        (fine|ok|okay) with)
      (let|leave) (it|god|fate|the (sea|road|sickness|illness)|nature) (decide|take me|have me|happen|go
        in its own way|run its course) ..2
      (stopped|stop|skipping|skipped|quit|leaving off|not|don't|refuse|refused|refusing|
        leave) ..3 (checking|taking|clip|clipping|wearing|take|wear|doing|injecting|testing|
        check) ..4 (sugars|insulin|blood pressure|heart|helmet|seatbelt|seat belt|belt|harness|vest|
        rejection|dialysis|my (meds|medicine|tablets|tablet|medication|treatment|injections)|life jacket|
        lifejacket|the ones) ..8 (decide|let it|what it means|want it|don't care|why bother|what for|point|
        come|reason|who cares|if i|happen*|die|end|mean that)
      (hope|hoping|wish|wishing|want|wanted|keep hoping|praying|pray|like) ..3 (to)? (get|it's|it is|it
        was|for|i get|i'd get|the|they find|something|a) ..2 (terminal|cancer|incurable|fatal|an aneurysm|a
        heart attack|the lump|roof comes in|ceiling comes|plane (crashes|goes down)|malignant|tumour|tumor)
      (relieved|relief|glad|happy|pleased|disappointed|gutted|sad) ..6 (if|when|that|it was|the
        doctor) ..4 (cancer|terminal|benign|malignant|tumour|tumor|all clear|was nothing|still (breathing|
        here|alive))
      (cross|crossing|walk|walking|drive|driving|ride|riding|drivin|swim*) ..4 (without looking|anyhow|
        like (don't)? nothing matter*|with my eyes (closed|shut)|without (lights|a helmet|caring)) ..8`),
    not: [
      `(mum|dad|mother|father|grandma|dog|cat|my (sister|brother|wife|husband|friend)) ..4 (cancer|tumour|
        tumor|benign|terminal|diagnos*)`,
      `(airport|terminal (two|one|three|five|building|window)|computer|command|vegan|contract|horoscope|
        diet|gym|snack*|lent)`,
    ],
  }),
]
