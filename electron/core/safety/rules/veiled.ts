/** The wish to be gone, said sideways: not being alive then, being worth more dead, what is set to go out after. */
import { lesserThan } from '../guards.ts'
import { type Rule, rule } from './rule.ts'
import { list } from './words.ts'

const day = `(monday|tuesday|wednesday|thursday|friday|saturday|sunday|christmas|easter|new year|spring|summer|
    autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december|my
    birthday|next (week|month|year|birthday)|the (end|weekend|exam|results|anniversary|funeral|trial|
    {number})|then|that|this|it|college|graduation|retirement)`
const away = `(office|holiday|vacation|annual leave|moving|moved|abroad|leave of absence|out of office|maternity|
    sabbatical|transfer*|new job|retire*|retirement|resign*|flight|festival|deployed|exchange|host family|
    summer camp|uni)`

export const veiledRules: Rule[] = [
  rule({
    code: 'veiled.not-alive',
    kinds: 'suicide',
    tier: 'concern',
    facets: ['wish'],
    despite: ['denial'],
    any: list(`
      (don't|won't|not|never|can't|no longer|doubt|doesn't|shan't|shouldn't|hardly|no) ..4 (be|being|stay|
        staying|remain|see myself|picture myself|keep) ..1 (alive|living|breathing|among the living|in this
        (world|life)|on this (earth|side|planet)) ..2
      (don't|won't|not|never|can't|no) ..3 (see|picture|imagine|plan on|plan for|expect|
        intend) ..3 (myself|to be|me|being|a) ..2 (at {number}|old|thirty|forty|alive|older|there at the
        end|in five years|next year|grey|making it)
      (don't|not|won't|no) ..4 (want|need) ..4 (include me|me in it|to be in it|have me in it)
      (no|have no|lost the|without) (wish|desire|will|appetite|taste|love) (for|of|to|in) (living|live|
        life|be alive|go on|existing|life itself)
      (hope|will) ..6 (for the life itself|for life itself|in my life|to live|to go on)
      (no|any|not) (hope|reason|life) left in (my life|me|this)
      (nothing|not much) ..3 (ahead|after|beyond|coming|left) ..4 (worth|for me|living|alive|me|$)
      living like a dead|(walking|living) (dead|corpse)|already dead (inside)?
      (why|what) ..2 (i|me|am i|do i|should i|must i) ..2 (still)? ..1 (breathe|breathing|here on|alive|
        wake up for|living for|stay on|hanging around|exist|fi stay)
      what i'm hanging around for
      (i'd be|i'll be|i should be|should've been|supposed to be) (dead|gone) (if|by|already|now|long ago|
        instead)
      (better|rather|easier|preferable|more correct|kinder) ..2 (dead|die|death|in the ground|not born|not
        exist*) ..1 (than|pass|that)?
      death (is|better|dey) (better|pass|easier|kinder|preferable)`),
    guards: [lesserThan],
    not: [
      away,
      `(battery|phone|plant|marriage|relationship|book|film|character|walking dead (is|season|marathon|
        episode))`,
      '(no|lost my|without) appetite for (life|risk)',
      '(not|never) ..2 (felt|been) (so|more) alive',
      'glad .. alive',
      '(seen|dressed|caught)',
    ],
  }),
  rule({
    code: 'veiled.dated',
    kinds: ['suicide', 'suicide-plan'],
    tier: 'high',
    facets: ['intent', 'wish', 'farewell'],
    despite: ['denial'],
    any: list(`
      (don't|won't|not|can't|never|no) ..4 (be|being|see|reach|live|exist|be here|be there|be around|plan|
        stay) ..1 (alive|living|breathing|any more|anymore|past|beyond|after) ..1 (on|by|for|after|past|
        beyond|until|come|at|to see|that|this|when) ..1 ${day}
      (it ends|i end it|ending it|end it|i'm done|i'm out|i go|i leave|i finish|it's over|it will be over|
        all over|be free|be gone|be at peace|stop|it is the end|is the end|i'm gone) ..2 (this (week|month|
        weekend|friday|sunday|saturday|monday|tuesday|wednesday|thursday)|on (friday|saturday|sunday|monday|
        tuesday|wednesday|thursday|my birthday|the {number})|next (week|month|friday|monday)|in (two|three|a
        few|{number}) (days|weeks)|before (the month|friday|monday|christmas|sunday)|after (christmas|the
        (exams|wedding|funeral|holidays|anniversary|party))|by (friday|monday|sunday|the end))
      (i've|i|have) ..1 (picked|chosen|got|set|have|choose|chose|decided on|settled|fixed|know|
        marked) ..2 (the|a|my|which) (day|date|hour|night|spot|place|tree|bridge|method|means|way) ..4 (now|
        for it|to go|do it|and (i|the|it|now)|already|out|when|$)
      (i know|know|knows) (how and (i know)? when|when and (i know)? (how|where)|the day and the)
      (made|got) (my|all my|the) (arrangements|preparations|peace with (it|going|leaving|dying))
      (until|till|after) (my birthday|christmas|the summer|spring|april|may) ..8 (allowed to|can|i'm out|
        then i (go|stop|can)|that's it|i stop|permission)
      (nothing|no plans|bought nothing|booked nothing) after (that|then|the {number}|friday|sunday)`),
    not: [
      away,
      '(see|find|have|no) ..2 reason',
      `(subscription|membership|contract|course|term|shift|challenge|diet|detox|dry january|lent|wedding
        date|venue|release|deadline|dentist|boiler|exam|marathon|race|season|project|sprint|tenancy|notice|
        prom|baby shower)`,
    ],
  }),
  rule({
    code: 'veiled.worth-more',
    kinds: ['suicide', 'suicide-plan'],
    tier: 'high',
    facets: ['wish', 'giving'],
    scope: 'sentence',
    any: list(`
      (my|mine|i|i'm|i've|our|me) ..8 (policy|insurance|life cover|payout|pay out|super|death benefit|term
        policy) ..8 (suicide|own (life|hand)|worth more|not be here|i'm gone|am not there|if i die|dead|
        looked like (an accident|a fall)|exclusion|clause|kill myself|top myself|before i)
      (policy|insurance|pay out|pays out|payout|pay|super|they'd pay) ..8 (suicide|own (life|hand)|does
        himself in|does herself in|do myself in|dies by himself|kills (himself|herself)|by (his|her|their)
        own hand|jumped|looked like (an accident|a fall)) ..8 (i|my|mine|i'm|wife|kids|missus|family|asking|
        need|ive|i've)
      worth more (dead|gone|that way|to them (dead|gone))
      (looked|look|looks|make it look) like (an accident|a fall|i fell) ..8`),
    not: [
      `(underwriter|actuar*|policy wording for|our clients|customers|claims handler|novel|exam|thesis|
        article|film|agent training)`,
    ],
  }),
  rule({
    code: 'veiled.timed',
    kinds: ['suicide', 'suicide-plan'],
    tier: 'high',
    facets: ['intent', 'wish', 'farewell'],
    scope: 'sentence',
    any: list(`
      (schedule|scheduled|scheduling|automatically|automatic|timed|timer|set|send|sent|goes out|queued|
        post|posts|email|text|letter|letters|message|messages|video|videos|envelope|envelopes|passwords|
        logins|labels|labelled|captions|accounts) ..8 (after|when|once|by then|for after|until|
        before) ..2 (i'm|im|i am|i'll be|i|i've|i'll) ..1 (dead|gone|not alive|no more|not (around|here)
        (any more|anymore)|passed|died|die|done it|go through with it|done it|do it)
      (someone|somebody|police|so (they|she|he|it|someone)|brother|sister|neighbour|ambulance|who|
        whoever) ..4 (find|finds|discover*|comes and finds) ..1 (me|my body|it|us) ..6 (not my|rather than|
        instead|before|first|and not|after|kids|daughter|son|mum|wife)
      (don't|didn't|not|doesn't|so) ..4 (want|have|has) ..4 (find me|walk in on (that|me|it)|walkin in|
        clean (up)? (it|me|after)|move out of the house after|see me like that|discovery of me|find my body)
      (easiest|easy|easier) ..4 (clean|cleanup|clean up) ..4 (them|whoever|after|for)
      (whoever|who) (finds|comes in|has to find) (me|after|afterwards)`),
    not: [
      away,
      `(lost property|hide and seek|gps|map|address|the venue|parking|meeting point|restaurant|linkedin|
        recruiter*|hospital ward|reception|lipstick|spill*|oven)`,
    ],
  }),
  rule({
    code: 'veiled.done',
    kinds: 'suicide',
    tier: 'none',
    facets: ['farewell'],
    any: list(`
      (after|when|once|before|till|until|if|that) (i|i've|i'm|i'll) ..1 (do it|done it|did it|do this|
        gone|go|leave for good|do what i have to|not there|cark it|am not there|end am|check out|go through
        with it)$
      (i|i've|i'll|have|just|done) ..1 (decided|decide|picked|chosen|resolved|settled|made up my mind|book
        my exit|booked my exit|made my mind up|done decide|made my peace|made peace with it)$
      (calling it a day|call it a day|wants out|want out|i'm out|out of everything|time to (go|leave|
        stop)|ready to go|that's it for me|my time is up|dat is me time|last (christmas|birthday|summer|
        stream|sunrise|time|one|list|thing on the list)|one more (christmas|birthday|summer)|real last|long
        goodbye|the end is|last day|when it's over|it'll be over|see to myself|see to it myself|my own hand|
        goodbye)
      (nice knowing|good to me|thank (you|u) for everything|thanks for everything|best part of my life|the
        best thing in my life|sorry for everything|you (were|was) good to me)
      (won't|don't|not) (need|be needing) (them|it|that|anything|any of it) (any more|anymore|where)
      not where i'll be|where i'm going|i don't need anything (any more|anymore)|won't be getting older`),
    not: [
      away,
      `(pub|work|office|meeting|pizza|dinner|lunch|game|night out|bed|the gym|shift|coffee|party|train|
        store|shop|university|bye for now)`,
    ],
  }),
  rule({
    code: 'veiled.unnoticed',
    kinds: 'suicide',
    tier: 'concern',
    facets: ['alone', 'burden'],
    scope: 'sentence',
    any: list(`
      if (i|me) ..1 (vanish|vanished|disappear|disappeared|die|died|stop existing|am gone|dropped dead|
        fell off|was gone|not exist|am not exist|went missing|collapsed) ..8 (who|notice|check|find|days|
        weeks|realise|realize|nobody|no one|only|someone|miss|care|come looking|tuesday|thursday|smell)
      (how (long|many days)|who|nobody|no one|wonder|when) ..5 (notice*|find|found|realise|check) ..5 (i'm
        dead|i died|i was dead|my body|i'd died|i was gone|if i (die|died|vanished|disappeared)|i'm not
        here|my absence|i've gone|i had died)`),
    not: ['(work chat|meeting|party early|slack|discord game|phone died|wifi)'],
  }),
]
