/** Pills and poison, meant or taken. */
import { type Rule, rule } from './rule.ts'
import { list } from './words.ts'

const usualDose = `(as usual|like every|like always|every (morning|day|night|evening)|vitamin|vitamins|as prescribed|doctor
    said|gp said|for (my|the|a|his|her) (headache|migraine|cold|flu|fever|allerg*|back|thyroid|blood
    pressure|cough|hay fever|tooth*)|on time|two {pills}|one {pills}|jelly|sweets|smarties|gummies|
    kickstarter|at the vet|the vet|recommended dose|my usual|course of antibiotics|antibiotics)`

export const overdoseRules: Rule[] = [
  rule({
    code: 'overdose.taken',
    kinds: 'overdose',
    tier: 'imminent',
    facets: ['act'],
    any: list(`
      (i|i've|he|he's|she|she's|they|they've|just|already|{relation}|and|me|have|has|having) ..2 (took|
        taken|take|swallowed|downed|ate|eaten|popped|injected|drank|necked|gulped|chugged|had|swallowing|
        taking|washed down|done|knocked back|finished|put away|emptied|got
        down) ..2 {quantity} ..4 ({pills}|sleeping pills|oxycontin) ..2
      (took|taken|swallowed|downed|take|finished|emptied|drank|necked) ..2 (an overdose|the (whole|entire|
        full) (bottle|box|packet|pack|lot|strip|thing)|all of (it|them)|every (pill|tablet) ..3|the lot of
        them|them all) ..3 (pills|tablets|at once|already|ago|an hour ago|just now|and (i|now)|{pills}|with
        (vodka|whisky|whiskey|wine|alcohol|gin)|$)
      (washed|washing) (it|them|the pills|the lot|some|all) down with (vodka|whisky|whiskey|wine|alcohol|
        gin|rum|beer)
      (pills|tablets|the lot|they|meds|paracetamol) ..2 (are|is|'re)? ..2 (in me|inside me|swallowed|gone
        down|kicking in|starting to (work|kick)|down me)
      (empty|emptied) ..2 (bottle|packet|packets|blister packs|strips|box) ..4 (took|swallowed|inside me|
        in me|all of them)
      (mixed|took|taken) ..4 {pills} ..3 (vodka|whisky|whiskey|alcohol|wine|booze|gin|rum) ..3 (dizzy|
        sleepy|numb|fading|can't|vision|die|last|end|everything going)`),
    not: [
      usualDose,
      `(bottle|bottles|glass|glasses|pint|can|carton|pot|flask|cup|box|pack|packet) of (red|white|cheap|
        good)? (wine|water|milk|beer|prosecco|champagne|coke|juice|cider|pop|squash|gatorade|coffee|tea|
        biscuits|chocolates|crisps|cookies|cereal|mints)`,
      '(should|could|can|may|will|shall|if|to|never|would) (i|you|he|she|they)?take (too many|more)',
      '(took|taken|has) (too many|a lot of|loads of) (photos|pictures|notes|classes|breaks|days|shifts|calls)',
      '(vitamin|fish oil|protein|creatine|melatonin gummies|electrolyte*)',
      '(cost|costs|price|expensive|refill*|prescribed|a pharmacy|inventory)',
      `(want|wanted|going|thinking|tempted|plan|planning|about|ready|urge|might|could|will|i'll|wish|how
        many|what happens|what if) ..4 (take|swallow|down|overdose)`,
    ],
  }),
  rule({
    code: 'overdose.word',
    kinds: 'overdose',
    tier: 'imminent',
    facets: ['act'],
    any: list(`
      (i|i've|think|have|he|he's|she|she's|{relation}|just|already|might|may|probably|accidentally|has|
        they|they've) ..2 (overdosed|taken an overdose|took an overdose|overdosing (right now|now|on)|is
        overdosing|'s overdosing)
      (is|she's|he's|i'm|are|they're) overdosing
      (too much|too many|way too much) (heroin|fentanyl|oxy|oxycodone|morphine|methadone|ghb|xanax|
        ketamine|insulin|paracetamol|tylenol|pills|tablets|tramadol|benzos|valium|codeine|cocaine|coke|mdma|
        percs) ..6 (can't|won't wake|blue|barely|breathing|dizzy|shaking|sick|heart|fading|throwing up|
        passed out|numb|help|scared|what do i do|now i|and now)
      (accidentally|by accident|by mistake|mistakenly|forgot i|realised i|realized i) ..6 (took|taken|
        doubled|double|injected|swallowed|drank|had|given|gave) ..5 (double|twice|triple|three times|extra|
        too much|too many|two doses|a second dose|another dose|wrong (pills|meds|medication|tablets|dose)|
        {poison}|someone else's|my {relation})`),
    not: [
      usualDose,
      '(film|documentary|celebrity|famous|naloxone training|first aid course)',
      '(coffee|caffeine|salt|chilli|garlic|sugar|perfume)',
    ],
  }),
  rule({
    code: 'overdose.poison',
    kinds: 'overdose',
    tier: 'imminent',
    facets: ['act'],
    any: [
      `(i|i've|he|he's|she|she's|just|already|has|have|{relation}|they) ..2 (drank|drunk|swallowed|downed|
        drink|drinking|ate|eaten|sipped|gulped|got into) ..3 {poison}`,
    ],
    not: [
      "(want|wanted|going|would rather|i'd rather|might as well|could|tempted|if) ..3 (drink|swallow)",
      '(almost|nearly) (drank|drunk|swallowed)',
    ],
  }),
  rule({
    code: 'overdose.meant',
    kinds: ['suicide', 'suicide-plan', 'overdose'],
    tier: 'high',
    facets: ['wish', 'means'],
    any: list(`
      (want|wants|going|plan|plans|planning|thinking|thinks|tempted|about|might|could|will|i'll|urge|
        ready|how|thought|thoughts|considering|need|threatening|i'm|he'll|she'll|urges) (about|of|on|to|
        just|{adverb})? (about|of|on|to|just)? (overdose|overdosing|(take|taking|swallow|swallowing|down|
        downing) (an overdose|{quantity} ..3 {pills}|the whole bottle|them all at once|all of them|every
        pill ..4|all the pills ..3|enough ..3 (pills|tablets|to)))
      (take|taking|swallow|swallowing|down) (all|every|the whole|enough) ..4 {pills} ..4 (tonight|sleep
        forever|and (go|sleep|be|die|never|just|end|drift)|not wake|never wake|at once|die|end|over|done|
        gone)`),
    not: [usualDose, '(afraid|scared|fear|worry|worried) of (overdosing|taking too many)'],
  }),
]
