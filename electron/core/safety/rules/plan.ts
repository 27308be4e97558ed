/** How, with what, where and when it is to be done. */
import { type Rule, rule } from './rule.ts'
import { list } from './words.ts'

/** What has a last day of its own. */
export const officeDay = `(office|work|meeting|stand up|standup|call|holiday|vacation|leave|off work|day off|slack|out of office|
    dentist|flight|train|travel*|desk|shift|class|school|party|wedding|gym|church|event|session|game|match|
    trip|airport|interview|appointment|exam|lecture|conference|contract|notice period|resign*)`

/** Saying that it will be done, how, and with what. */
export const planRules: Rule[] = [
  rule({
    code: 'plan.intent',
    kinds: ['suicide', 'suicide-plan'],
    tier: 'high',
    facets: ['intent', 'wish'],
    any: list(`
      (i'm|i've|i|he's|she's|he|she|they're|they) {adverb}? (going to|about to|planning to|planning on|
        ready to|determined to|preparing to|decided to|plan to|intend to|on my way to|set to|resolved to|
        made up my mind to|will|mean to|have to) ..2 ({suicide}|die (tonight|today|now)|overdose|end it|be
        dead by|take (all|every) .. {pills})
      (i'll|he'll|she'll|i'm|i shall) {adverb}? ({suicide}|end it all|overdose|be dead (by|soon|before|
        tomorrow|tonight|in)|die tonight)
      (decided|made up my mind|mind is made up|made my decision|made peace with|set on|settled on|come to
        (the|a) decision) ..4 (die|dying|suicide|end it|ending it|my life|kill myself|killing myself|leave
        this (world|life)|go through with it|death|not be here)
      (decided|chosen|chose|know|picked) ..2 (when|how|where) (i'm going to|i will|i'll|to|i want
        to) (die|do it|end it|go|kill myself|end my life)`),
    not: [
      'end it (with|at|early|there|here by)',
      'if (i have to|this|they|he|she|one|another) ..8 (meeting|email|call|build|form)',
      '{number} year plan',
    ],
    notNext: ['(than|rather than) (listen|watch|read|eat|do|sit)'],
  }),
  rule({
    code: 'plan.made',
    kinds: ['suicide', 'suicide-plan'],
    tier: 'high',
    facets: ['intent', 'wish'],
    any: list(`
      (i|i've|i'd|he|she|they|he's|she's|have|got|made|making|had|has) ..2 (plan|plans|method|way|
        date) ..2 (to (die|kill {self}|end (it|my life|his life|her life|it all|things)|do it|go)|for (how|
        my (death|suicide|own death)|ending|killing|suicide)|(of)? how (i|to|he|she) (would|will|'ll|'d)?
        (do it|die|kill)|to (suicide|commit suicide)|and (means|a date|i know when|the means))
      (i|he|she) (know|knows) (exactly)? (how|where|when|the way) (i'd|i would|i'll|i will|i'm going to|
        to|he'd|she'd|he'll|she'll|he'd|i want to) (do it|kill {self}|end it|die|go)
      (picked|chosen|set|fixed|marked|circled|decided on|chose) ..2 (date|day|place|spot|method|bridge|
        tree|time|night|building) ..6 (die|kill|end|suicide|do it|last day|it over|death|my life|go through)
      (my|a|the) suicide (plan|method|date|kit|attempt tonight)
      plan is (to (die|kill|end|hang|jump|take|overdose)|in place|ready|set)
      everything is (ready|planned|prepared|in place|set) ..3 (for (tonight|my (death|exit|departure))|to
        (go|die|end|do it)|now i just)
      (got|have) (it|everything|it all) (planned|figured|worked) out ..4 (die|death|rope|pills|go|end|
        bridge|note|when i'm gone|do it)
      (bought|got|ordered|hid|stashed|saved|saving|stockpiled|stockpiling|hoarding|hoarded|collecting|
        saved up|picked up|stealing|put aside|kept) ..4 ({means}|charcoal|enough) ..3 to (kill {self}|end
        it|do it|die|use on {self}|hang {self}|end (my|his|her) life|make sure|overdose|finish)
      (stockpiling|hoarding|stockpiled|hoarded|saving up|saved up|stashing|collecting|secretly keeping|
        been saving|hiding) ..3 ({pills}|sleeping pills|painkillers)`),
    not: [
      `(pension|business|marketing|escape plan|wedding|holiday|game|novel|for winter|supply|shortage|
        pharmacy ran|just in case the)`,
    ],
  }),
  rule({
    code: 'plan.note',
    kinds: ['suicide', 'suicide-plan'],
    tier: 'high',
    facets: ['intent', 'wish', 'farewell'],
    any: list(`
      (wrote|written|writing|write|finished|left|drafted|typed|started|composing|composed|drafting|
        rewrote|rewriting|found|find|compose|word|phrase|draft|finish|sealed|have|leave|leaving|addressed|
        post|scheduled) ..3 suicide (note|letter|notes|letters|message|video)
      (my|his|her) suicide (note|letter|message)
      (wrote|written|writing|write|recorded|recording|left|leaving|drafted|finished|drafting|word|make|
        made|filmed|film|penned|scheduled) ..3 (goodbye|farewell|final|last) (note|notes|letter|letters|
        message|messages|video|videos|email|emails|voice notes|voice note|text|texts) ..2 (to|for) (my
        {close}|my (family|kids|children|parents|boys|girls|mum|dad)|everyone|each|the (kids|family|
        children)|them|him|her|people|all of)
      (wrote|written|writing|left|sealed|addressed|recorded) ..2 (letters|letter|notes|a note|videos|
        cards|birthday cards) ..4 (for (when|after) i'm (gone|dead|not here)|to (open|read|find) (when|
        after|once) i'm|they'll find (when|after)|(when|after) i (die|go|am gone))
      note (on|for) .. (find me|find my body|body)
      (letter|note|message|email|email) ..4 (explaining why i (did|had to|left)|saying (goodbye|
        sorry)) ..3 (find|after|gone|when)?$`),
    despite: [],
    not: [
      `(quit*|resign*|job|boss|colleagues|retir*|team|office|leaving do|teacher|class|moving|exchange|hr|
        client|company|breakup|break up|character|novel|story)`,
    ],
  }),
  rule({
    code: 'plan.means',
    kinds: ['suicide', 'suicide-plan'],
    tier: 'none',
    facets: ['means'],
    any: list(`
      (i|i've|i've got|i'm|he|he's|she|she's|they|they've|got|have|has|with|holding|using|there's|there
        is|there are|bought|found|looking at|staring at|counting|counted|loaded|loading|tied|tying|gathered|
        sat with|sitting with|keep|kept|took out|ordered|hiding|hid|clutching|grabbed|lined up|emptied|
        poured) ..4 {means}
      (the|my|a|his|her|dad's|this) .. {means} ..2 (is|are|ready|in (my|his|her|front|the drawer)|right
        here|next to|in front|on the (bed|table|counter|desk|floor)|beside|within reach|around|lined up|
        loaded|waiting)
      (i'm|he's|she's|i|he|she|we're|just|me|been|they're) ..3 (standing|sitting|sat|stood|up|here|parked|
        waiting|walking|heading|driving|on my way|at|on|out on|over|looking over|leaning over|
        outside) ..3 (on|at|near|by|to|from|over|of|off)? (a|the|my|that|this|an)? {place}
      (gun|pistol|rifle|shotgun|revolver) ..2 (loaded|in my (hand|mouth|lap)|to my head|under my chin)
      (gun|knife|blade|razor) (to|at|against|on) my (head|throat|wrist|chest|temple|neck|wrists|arm|vein)
      (rope|belt|noose|cord) ..3 (round|around|on) (my|his|her) neck
      (rope|noose|belt) ..3 (hanging|tied|ready|beam|tree|rafter|ceiling|door)|noose is
      engine (is)? running ..4 (garage|shed|windows)|(hose|pipe) ..4 (exhaust|tailpipe)
      feet (are)? (over|off|dangling) ..2 (edge|ledge|side|railing)`),
    not: ['(took|take|taking) (my|the|his|her) (usual|normal|morning|evening|daily|regular)'],
  }),
  rule({
    code: 'plan.soon',
    kinds: 'suicide-plan',
    tier: 'none',
    facets: ['soon'],
    despite: ['past'],
    any: list(`
      (do it|doing it|ending it|end it|ended|be dead|die|dead|gone|jump|over|{suicide}|overdose|finish it|
        leave this world|go|finished|take them|taking them|swallow them|pull the trigger|let go|step off|say
        goodbye|last time|out of here) by? {soon}
      (tonight|today|tomorrow|this evening|this weekend) (is|will be|i|i'll|i'm|it) .. (the (night|day|
        one|end)|my last|it|when|going to|do it|die|end|over|final|kill)
      {soon} ..3 (i'll|i will|i'm|i|and i|i'm going to|going to) ..2 ({suicide}|end it|jump|die|do it|take
        (them|the pills|all)|swallow)
      {soon} ..4 ({suicide}|my last (night|day)|it's over|it will be over)`),
  }),
  rule({
    code: 'plan.soon-wish',
    kinds: 'suicide-plan',
    tier: 'none',
    facets: ['soon'],
    person: 'told',
    any: list(
      '^ ..2 (tonight|right now|now|today|tomorrow|in an hour|this evening|very soon|in a minute|any minute|after this) ..2 $|(tonight|right now|today) $',
    ),
  }),
  rule({
    code: 'plan.last',
    kinds: ['suicide', 'suicide-plan'],
    tier: 'high',
    facets: ['intent', 'wish', 'soon'],
    despite: ['denial'],
    any: list(`
      (won't|not going to|i'll not|will not|not) be? (here|around|alive|breathing|on this
        earth) ..2 (tomorrow|in the morning|by (morning|tomorrow|the time|monday|sunday)|when (they|you|he|
        she|the sun|it gets light) ..2 (wake|wakes|find|finds|back|home|comes|up)|next (week|month|year|
        christmas)|come (morning|tomorrow|monday)|after (tonight|today|this))
      (this|it|tonight) (is|will be) my (last|final) (goodbye|night alive|message|night|day|post|words|
        sunrise|sunset|hours|text|night on|evening on|breath)
      my last (night|day|hours|sunset|evening) (alive|on (earth|this earth|this planet|this world)|
        breathing|here$|ever)
      last (thing|time) (i'll|i will|you'll|you will|they'll) (ever)? (write|say|hear from me|see me|talk|
        do|text|send)
      tonight is the night (i|it|that i)|tonight's the night (i|it)|tonight (i|it) (die|ends|end it|is over)
      (no|not|won't be) (a)? tomorrow for me
      (won't|not going to) (see|live to see) (tomorrow|the sunrise|the morning|another (day|sunrise|
        morning)|monday)
      by the time you (read|get|see|hear) this`),
    not: [officeDay, '(leaving|moving|deleting) (town|this app|the country|my account|instagram)'],
  }),
  rule({
    code: 'plan.place',
    kinds: ['suicide', 'suicide-plan'],
    tier: 'imminent',
    facets: ['means', 'act'],
    any: list(`
      (wrong|other|outer|far) side of (the|a) (railing|railings|rail|barrier|bridge|fence|parapet|balcony|
        wall|tracks)
      (climbed|climbing|got|gone) (over|on) (the|a) (railing|railings|rail|barrier|parapet|ledge|bridge
        rail)
      (standing|sitting|sat|stood) on (the|a) (ledge|parapet|railing|window ledge|train tracks|tracks|
        railway)
      (legs|feet|toes) ..2 (over|off|dangling) ..2 (edge|ledge|side|drop)
      (rope|noose|belt|cord) (is)? (around|round) my neck
      (gun|barrel|pistol|knife|blade) (is)? ..1 (in my mouth|to my head|against my (head|wrist|throat)|
        under my chin)`),
    not: [
      `(view|photo|selfie|pigeon|climbing (wall|gym)|football|stadium|garden|paint*|fixing|cleaning|
        repair*|window cleaner|scaffold*)`,
    ],
  }),
  rule({
    code: 'plan.do-it',
    kinds: ['suicide', 'suicide-plan'],
    tier: 'none',
    facets: ['intent'],
    any: list(`
      (i'm|i'll|might|could|i|decided to|planning to|ready to|going to|want to|need to|brave enough to|
        courage to|guts to|strong enough to|close to|about to|finally) {adverb}? (do it|doing it|go through
        with it|going through with it|act on it|acting on it|follow through)
      (pull the trigger|kick the (chair|stool)|step off|let go of the (rail|railing)|let myself fall|
        swallow them all|take them all|take all of them|down them all|tie the knot and|slip away tonight|
        close my eyes for good)`),
    not: [
      `(gym|run|diet|interview|exam|homework|dishes|presentation|proposal|propose|quit smoking|tattoo|move
        abroad|haircut|degree|marathon|bungee|skydive|resign|quit my job)`,
    ],
  }),
]
