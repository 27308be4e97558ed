/** Someone else in danger, told by the person who worries, in words that only fit a third person. */
import { type Rule, rule } from './rule.ts'
import { list } from './words.ts'

const other = "({relation}|she|he|they|she's|he's|they're|someone|somebody|girl|guy|woman|man|boy)"

export const otherRules: Rule[] = [
  rule({
    code: 'other.said',
    kinds: 'someone-else',
    tier: 'concern',
    person: 'told',
    any: list(`
      ${other} ..3 (said|says|saying|told me|tells me|texted|wrote|messaged|keeps saying|keeps telling|
        admitted|confessed|confided|posted|tweeted|mentioned|talking about|talks about|joking about|jokes
        about|whispered|threatens|threatened|hints|hinting|hinted) ..5 (want to die|want to kill myself|
        wants to die|wanna die|kill (himself|herself|themselves|themself)|end (it all|my life|his life|her
        life|it|their life|everything)|better off (dead|without (him|her|them))|not want* to (be here|live|
        be alive|wake up|exist)|doesn't want to (be here|live|be alive|wake up|exist|go on)|don't want to
        (be here|live|be alive|wake up|exist|go on)|can't go on|no reason to live|nothing to live for|
        suicide|suicidal|goodbye (forever|for good)|wish* (i|he|she|they) (was|were) dead|overdose|hurting
        (himself|herself|themselves)|cutting|jumping|can't do this anymore|won't be (here|around)|see me
        again|be gone soon)
      ${other} ..4 (self harms|self harming|selfharming|self harm|cuts (herself|himself|themselves)|
        cutting (herself|himself|themselves)|hurting (herself|himself|themselves)|hurts (herself|himself|
        themselves)|cuts on (her|his|their) (arms|arm|wrists|legs|thighs)|been cutting|is cutting|started
        cutting|burns (herself|himself)|marks on (her|his) (arms|wrists)|scars on (her|his) (arms|wrists))
      (found|saw|seen|noticed|discovered) ..4 (cuts|scars|fresh cuts|razor|razors|blades|blade|suicide
        note|goodbye (note|letter)|searches ..3 (suicide|die|kill)|pills hidden|rope|noose|marks) ..5 (her|
        his|their|my (son|daughter|friend|brother|sister|husband|wife|kid|child|partner|roommate|flatmate|
        mum|dad)|{relation}|arms|bag|room|drawer|phone|bed|history|laptop)
      (worried|scared|afraid|concerned|terrified|frightened|fear) ..4 ${other} ..5 (hurt (herself|himself|
        themselves)|kill (herself|himself|themselves)|do something (stupid|to|drastic|silly)|harm (herself|
        himself|themselves)|suicidal|end (it|her|his|their)|take (her|his|their) own|not be safe|try again|
        attempt|jump|overdose)
      ${other} ..4 (tried|attempted|attempting) ..2 (suicide|to (kill (herself|himself|themselves)|end
        (her|his|their) life|take (her|his|their) (own)? life|overdose|hang (herself|himself))) ..3
      (talk|talking|help|support|stop|save|keep) ..3 (suicidal|from (killing|hurting) (herself|himself|
        themselves))
      ${other} ..3 (giving away|gave away|gives away) ..4 (things|stuff|everything|possessions|dog|cat) ..6
      ${other} ..3 (not|stopped|hardly|barely|hasn't|refuses|won't|refusing) ..2 (eating|eat|eaten|to
        eat) ..6 (thin*|weeks|weight|fat|days|bones|worried|faint*|wasting|skeleton|meals|disappear*)`),
    not: [
      `(story|novel|film|movie|character|series|book|song|article|podcast|celebrity|famous|statistics|told
        me to|years ago|when (he|she|they) (was|were) (young|a kid|a teenager|in (school|college))|back in|
        in 19*|in 20*|lol|joking obviously|meeting|deadline|a toddler who refuses|picky|fussy eater|
        broccoli|peas|vegetables|the (dog|cat)|puppy)`,
      '(tried|attempted) to (kill|end) (it|the|a|time)',
      `(he|she|they) (survived|recovered|is (fine|ok|okay|better|well|safe) now|are fine now|got help|is in
        recovery)`,
      'cut* (hair|costs|corners|the grass)',
    ],
  }),
  rule({
    code: 'other.prepared',
    kinds: 'someone-else',
    tier: 'high',
    person: 'told',
    facets: ['intent'],
    any: list(`
      ${other} ..5 (has|have|bought|got|stockpiled|hid|hiding|collecting|saved|wrote|written|left|leaving|
        made|has made|planning|planned|keeps) ..4 (plan to (die|kill|end|do it)|suicide note|goodbye
        (letter|letters|note|notes)|a (gun|rope|noose) ..4 (and|to|she|he|in)|pills ..4 (to|hidden|stash|
        stockpile|saved)|method|a date|how (he'd|she'd|they'd) do it|when (he|she|they) will do it)
      ${other} ..4 (is|was|'s|wants|going|planning|about|plans|intends|threatening|threatens|says (he'll|
        she'll|they'll)) ..3 (going to|to|will)? (kill (herself|himself|themselves|themself)|end (her|his|
        their) (own)? life|hang (herself|himself)|shoot (herself|himself)|jump (off|from|in front)|take
        (her|his|their) own life|overdose) ..3 (tonight|today|this weekend|tomorrow|soon|if i|after|when|on|
        this week|before)
      ${other} ..4 (sent|texted|messaged|posted|sending|left|wrote|emailed) ..3 (goodbye|a goodbye|final|a
        final|last|farewell|a farewell) (message|messages|text|texts|note|letter|post|video|to)?
      ${other} ..3 (went missing|missing|disappeared|won't answer|isn't answering|not answering|phone is
        off|stopped replying|not picking up|gone quiet|isn't replying) ..8 (suicid*|goodbye|note|die|kill|
        hurt (herself|himself)|end|dark|wants to|bridge|jump|pills)`),
    not: [
      `(story|novel|film|movie|character|series|book|song|article|podcast|celebrity|famous|years ago|in
        19*|in 20*|dog|cat|leaving do|retire*|colleague is leaving|new job|moving|ghosted|date|tinder|hinge)`,
    ],
  }),
  rule({
    code: 'other.now',
    kinds: 'someone-else',
    tier: 'imminent',
    person: 'told',
    facets: ['act'],
    any: list(`
      ${other} ..4 (took|taken|swallowed|downed|overdosed|overdosing) ..4 (pills|tablets|overdose|meds|
        medication|whole bottle|bottle of|packet of|paracetamol|tylenol|on (pills|heroin|fentanyl|
        something)|everything in|all (her|his|their)|too many)
      ${other} ..3 (overdosed|od'd|is overdosing|has hanged|hanged (herself|himself)|has slit|slit (her|
        his) wrists|cut (her|his) wrists|cutting (right now|now|her wrists|his wrists)|jumped|is hanging|has
        jumped) ..4 (just|right now|now|and|minutes|blood|ago|on|help|breathing|unconscious|$)
      ${other} ..3 (on|standing on|sitting on|at|climbed|is on|up on|gone to|over|outside
        on) ..2 {place} ..6 (jump|now|right now|tonight|won't come|threatening|saying|going to|and (he|she|
        says|won't|wants)|crying|edge|railing|down|help|call*|phone)
      ${other} ..3 (has|holding|with|got|is holding|picked up|grabbed|locked) ..3 (gun|knife|rope|noose|
        razor|blade|pills|bathroom with) ..6 (right now|now|to (her|his|their) (head|throat|wrist*|neck)|and
        (won't|says|locked|is going|saying)|going to|threatening|kill (herself|himself|themselves)|in the
        bathroom|hand|die)
      ${other} ..3 (going to|about to|is going to|trying to|will|wants to) ..2 (kill (herself|himself|
        themselves|themself)|end (her|his|their) life|jump|do it|hang (herself|himself)|shoot (herself|
        himself)) ..3 (right now|now|tonight|today|any minute|in (an|ten|five|the next)|as we speak|this
        minute)
      ${other} ..3 (isn't|not|stopped|won't|isn't) (breathing|responding|waking up|wake up|respond)`),
    not: [
      `(story|novel|film|movie|character|series|book|song|article|podcast|celebrity|famous|years ago|last
        year|in 19*|in 20*|alarm|snooze|for (school|work)|email|emails|texts|the vet|usual|prescribed|
        bungee|trampoline|pool|diving|kitchen|cooking|phone|text|photo|view|selfie|painting|train spotting|
        fishing|sunset)`,
      `(took|taken) (his|her|their|my|the) (meds|medication|pills|tablets) (today|this morning|on time|as|
        with (food|breakfast|water))`,
    ],
  }),
]
