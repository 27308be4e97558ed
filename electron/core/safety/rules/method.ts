/** Questions on how it is done: asked outright, as curiosity, or inside a task such as a letter, a story or work. */
import { type Rule, rule } from './rule.ts'
import { list } from './words.ts'

const figurative = `(game|minecraft|level|boss|respawn|process|server|hardcore|weeds|weed|ants|wasps|rats|cockroach*|
    bacteria|germs|mould|mold|moss|plant|plants|cat|dog|hamster|fish|pet|vet|horse|battery|tab|thread|task|
    session|mosquito*|slug*|tree stump|stump|ivy|virus|nits|fleas|bedbugs|bugs)`

export const methodRules: Rule[] = [
  rule({
    code: 'method.ask',
    kinds: ['suicide', 'suicide-plan'],
    tier: 'high',
    facets: ['wish', 'method'],
    despite: ['story'],
    any: list(`
      (painless|painlessly|easiest|quickest|fastest|best|least painful|quick|surest|most painless|most
        (effective|peaceful|reliable)|peaceful|cleanest|simplest|softest|gentlest|easy|foolproof|certain|
        less painful|no pain|reliable|kindest|peacefully) ..2 (way|method|ways|methods|place|drug|pill|
        pills|means) ..3 (to|of|for) ..1 (die|dying|kill {self}|killing {self}|end (it|my life|it all|your
        life|one's life|his life|her life)|go for good|commit suicide|suicide|commit|hang {self}|overdose|
        leave this (world|life)|end everything|end things|not wake up|death)
      (ways|way|method|methods|means|how) to (die (painlessly|quickly|peacefully|without|fast|by|from|in)|
        kill {self}|end (my|your|one's|ur) (own)? life|commit suicide|hang {self}|overdose (on|with|and)|tie
        a noose|make a noose|od on|slit (my|your) wrists|cut (my|your) wrists|gas {self}|poison {self}|drown
        {self}|suffocate {self}|suicide|fatally|die$)
      how (do|can|could|would|should|does|might|did|would) (i|you|one|someone|a person|somebody|people|
        she|he|u) ..2 (kill {self}|die (painlessly|quickly|peacefully|without|from|by)|end (my|your|their|
        one's) life|commit suicide|hang {self}|overdose|tie a noose|suicide|take (my|their|your) own life|
        gas {self}|drown {self}|od)
      how (many|much) ..6 (to (die|kill (me|myself|you|a person|someone|yourself|an adult|a human|him|her|
        somebody)|overdose|od|be fatal|be lethal|stop (my|your|the) heart|never wake|not wake|be deadly|end
        (it|my life))|would (kill|it take to (kill|die|overdose))|(is|are|be) (lethal|fatal|deadly|too many|
        enough to (kill|die|end))|until (you|i) (die|overdose|stop breathing)|before (you|i) (die|overdose|
        it kills)|kills (you|a person|someone)|kill (you|me|someone|a person))
      (lethal|fatal|deadly) (dose|doses|amount|dosage|quantity|combination|mix|level|limit|height|injection)
      (what|which) ..4 ({pills}|pills|drugs|drug|poison|medication|medications|plants|chemicals|mix|
        combination|mushrooms) ..3 (would|could|will|can|to|that|is|are) ..2 (kill|lethal|fatal|deadly|stop
        (your|my|the) heart|take to die|overdose on|make me (never|not) wake|undetect*)
      (can|could|would|will|does|do) (you|i|one|someone|a person|it) ..1 (die|be fatal|be lethal|kill
        (you|me|someone)|overdose) ..2 (from|by|if (i|you)|on|of) ..5 ({pills}|bleeding|hanging|drowning|
        overdos*|bleach|insulin|carbon monoxide|cutting|alcohol and|paracetamol|take|took|drink|drank|jump*|
        cut)
      how (high|tall|far) ..8 (to (die|kill|be fatal|be sure|not survive)|(fatal|lethal|survivable)|before
        (a|the) fall (kills|is fatal))
      how (long|fast|quickly|soon) ..5 (to|until|till|before|does|do|would) ..5 (die|bleed out|bleed to
        death|suffocate|drown|hang|hanging|lose consciousness (when|by|from)|pass out (when|from)|be dead|
        starve to death|stop breathing|the pills (work|kick in)|body to be found|find (my|the) body|be
        unconscious)
      (does|will|would|is) ..2 (hanging|drowning|overdosing|dying|bleeding out|suffocating|jumping|death|
        it) ..2 (hurt|painful|painless|slow|quick) ..3 (to die|when you die|if you (hang|drown|jump|
        overdose|cut)|$)
      (does|would|will) it hurt (to|when (you|i)|if (i|you)) (die|hang|drown|bleed out|jump|overdose|
        bleed|suffocate|drown)
      (where|how|can|help me|best place) ..5 (buy|get|find|order|obtain|purchase|source|make|
        acquire) ..4 (nembutal|pentobarbital|sodium nitrite|helium hood|exit bag|cyanide|suicide (kit|bag|
        pills)|lethal|a noose|euthanasia drugs|a gun (quickly|without|fast|today))
      (nembutal|pentobarbital|exit bag|suicide bag|sodium nitrite|inert gas hood|partial hanging|peaceful
        pill)
      (tie|make|tying|knot) ..2 (noose|hangman*)
      (where|which (artery|vein)|how deep|which way|best place) ..4 (to)? (cut|slice|slit) ..4 (die|bleed
        out|artery|vein|wrists|fatal|quickly|to be sure|enough to)
      which (bridge|building|train|station|cliff) ..6 (jump|die|suicide|high enough|most people)
      best (bridge|building|cliff) ..3 to (jump|die)
      (nobody|no one|without anyone) ..4 (find|stop|save|notice) ..4 (until|before) ..4 (dead|late|gone|
        over)`),
    not: [
      figurative,
      `(prevent|prevention|avoid|safely store|safe storage|poisoned|keep (my|the) (kids|child) safe|
        antidote|mosquito|my (mum|dad|son|daughter|toddler|baby|cat|dog) (just)? (ate|swallowed|took|drank))`,
      '(before|until) (i|you|we) (die|starve) of (hunger|boredom)',
      '(plot|detective|inspector|whodunnit|murder mystery|agatha|the (victim|killer|murderer))',
      '(way|ways) to die (in (skyrim|the game|minecraft|dark souls)|movie|list)',
      `(doctor|nurse|pharmacist|vet|toxicolog*|chemistry|pharmacology) (exam|student|class|revision|course|
        lecture)`,
    ],
    notNext: ['(my|of|in) (server|process|laughter|minecraft|this game|game|dark souls|elden)'],
    guards: [
      ({ sentence }) =>
        /\b(?:lower|reduce|prevent|screen|assess|warning signs|support someone|help someone|talk to someone)\b/.test(
          sentence,
        ),
    ],
  }),
  rule({
    code: 'method.task',
    kinds: ['suicide', 'suicide-plan'],
    tier: 'high',
    facets: ['wish', 'method'],
    despite: ['story'],
    person: 'told',
    any: list(`
      (help me|can you|could you|please|i need|i need to|write|draft|word|how (do|would) (i|you)|compose|
        phrase) ..3 (write|draft|word|compose|phrase|me|with|finish)? ..2 (a|my|the)? (suicide (note|
        letter)|goodbye (note|letter) ..6 (before|after|when|gone|find|last)|last (letter|note|message) to
        my (kids|parents|family|wife|husband|mum|dad)|note for whoever finds me|final (letter|note|message)
        (to|for) (my (kids|family|parents|wife|husband)|everyone))
      (letter|note|message|text|email|card|something) ..5 (to|for) ..4 (open|read|find|found) ..2 (after|
        when|once) (i'm (gone|dead|not)|i die|i am gone|i've gone|my death)
      (character|protagonist|friend|person|girl|boy|man|woman|hero|she|he|story|scene|poem|novel|someone|
        roleplay|role play|pretend|hypothetically|hypothetical|asking for a friend|for research|
        essay) ..6 (exactly|step by step|realistic|realistically|in detail|accurate|accurately|detailed|
        exact|specific|precise|real) ..6 (kill*|suicide|hang*|overdose*|noose|die|dies|dying|poison|take*|
        pills|method|end* (her|his|their) life)
      (step by step|detailed|exact|instructions|recipe|guide|tutorial|describe exactly|in detail|realistic
        details|explain exactly) ..6 (suicide|hang* (himself|herself|themselves|yourself|myself)|overdose*|
        noose|kill* (himself|herself|themselves|yourself|myself)|end* (his|her|their|your|my) life|slit*|
        cut* (his|her|their|your|my) wrists)
      (which|what|how many|how much|dose) ..2 ({pills}|pills|drug|poison|tablets) ..3 (my (character|
        protagonist|heroine|hero)|the character|she|he) ..2 (take|takes|use|uses|swallow*|need*) ..5 (die|
        dies|kill*|suicide|overdose|end|be fatal|work)
      (my character|the character|protagonist|heroine|narrator) ..6 (which|what|how many|how
        much) ..5 ({pills}|pills|dose|rope|knot|height)`),
    not: [
      figurative,
      `(prevention|support|safely|safe messaging|avoid|resign*|leaving do|retire*|colleague|team|job|quit|
        detective|murder|killer|whodunnit|swap|victim)`,
    ],
  }),
  rule({
    code: 'method.will',
    kinds: 'suicide',
    tier: 'none',
    facets: ['giving', 'method'],
    any: list(`
      (write|make|draft|do|making|writing|help) ..3 (my will|a will|last will|my own obituary|my obituary|
        my eulogy) ..6 (tonight|today|quickly|before|asap|by tomorrow|this week|urgent*|now)
      (does|will|would) (life insurance|my (life)? insurance|the insurance) ..3 (pay|cover) ..5 (suicide|
        if i (kill|die by|take))
      what happens (to|with) my (body|debt|kids|accounts|dog|cat|flat) ..3 (if|when|after) i (die|kill|am
        gone|'m gone)`),
  }),
]
