/** Living in fear of someone: control, being followed, blackmailed or bullied. */
import { type Rule, rule } from './rule.ts'
import { play } from './violence.ts'
import { list } from './words.ts'

export const controlRules: Rule[] = [
  rule({
    code: 'others.fear',
    kinds: 'harm-by-others',
    tier: 'concern',
    person: 'told',
    despite: ['denial'],
    any: list(`
      (afraid|scared|terrified|frightened|petrified|frit|fearful|dread|dreading|nervous|flinch|shake|
        shaking|tense up|hide) ..4 (of|when|to go home|going home|to be (home|alone) with|what|because of|
        every time|whenever|if) ..2 (my)? (him|her|husband|wife|partner|boyfriend|girlfriend|ex|dad|father|
        stepdad|stepfather|mum|mother|stepmother|brother|uncle|he|she|son|fiance|mother in law|in laws|
        landlord) ..2 (when|comes home|gets home|home|drinks|is drunk|drunk|angry|shouts|gets (angry|like
        that|mad)|finds out|will do|might do|raises|does|walks in|$)
      (walking|walk|walked|tiptoe|tiptoeing|live|living|walkin) on eggshells
      (hear|hearing) (his|her|their) (key|keys|car|footsteps|steps|truck) ..5 (freeze|shake|stomach|panic|
        scared|drops|heart|sick|tense|hide|hold my breath)
      never know ..3 (which|what) ..2 (mood|version) ..2 (he|she|of him|of her|him|her)
      (punches|punched|kicks|kicked|smashes|smashed|breaks|broke|throws|threw|punching|smashing|throwing|
        slams) ..3 (walls|the wall|doors|door|things|plates|my (phone|things|stuff|laptop)|furniture|holes|
        stuff|the tv|dishes) ..4 (when|angry|fight|argue|next to|if|mad|because|around me|he|drunk|in front)
      (he|she|my {relation}) ..3 (scares|frightens|terrifies|intimidates|scared|frightened) me
      (he|she|they) ..2 (smashed|broke|destroyed|took|burned|cut up) my (phone|things|clothes|stuff|
        laptop|glasses|passport|cards|card)`),
    not: [
      play,
      `(dentist|driving test|judge|teacher|parents evening|exam|grades|surprise party|proposal|disappoint*|
        coming out|hurting|losing|surgery|operation|flying|spider*|storm|thunder|cancer|dying|sick|ill|
        hospital|of heights|my toddler|toddler|teenager|my (baby|cat|dog))`,
    ],
  }),
  rule({
    code: 'others.control',
    kinds: 'harm-by-others',
    tier: 'concern',
    person: 'told',
    despite: ['denial'],
    any: list(`
      {he} ..2 (won't|doesn't|didn't|wouldn't|will not|don't|never|not|refuses to|stopped) {adverb}? (let|
        lets|letting|allow|allows|allowing|permit|permits|allowed) me ..2 (to)? (see|talk|speak|go|leave|
        work|have|use|out|drive|study|contact|call|meet|visit|sleep|wear|eat|get a job|my own|my|any|near|
        phone|anywhere|alone|shower|keep)
      (not|never|isn't|ain't|no longer) allowed (to|out|my|a|any) ..3 (see|leave|phone|friends|family|
        work|money|talk|go out|house|speak|my mum|contact|unless|without|bank|job|social media|drive|shower|
        close the door)
      {he} ..3 (controls|controlling|takes|took|keeps|kept|hides|hid|holds|confiscated|monitors|decides|
        checks|checking|reads|goes through|tracks|tracking|installed|has|put|demands|looks through|counts|
        locked|locks|deletes|deleted|blocked|answers|watches|cut|cuts|isolates|isolated) ..2 (all)? (the|my|
        our|of my|of the|me)? ..2 (money|wages|salary|pay|phone|messages|texts|passport|documents|papers|
        keys|car keys|location|bank|bank card|card|cards|emails|tracker|tracking app|spyware|airtag|gps|
        camera in (my|the|our)|cameras in|password|passwords|what i (wear|eat|spend)|when i|who i (see|
        talk)|mileage|receipts|every penny|me (in|out|from)|off from (my|everyone)|allowance|visa|family
        from me|friends from me|pills|medication|contraception|birth control|inhaler|food)
      (i|we) (have to|need to|must|always have to|had to) ..2 (ask|beg|get|show|send|prove|account|text|
        report|video call) ..3 (permission|him|her|for (every|money)|where i (am|was)|receipts|proof|photo|
        every (penny|hour)|photos|my (husband|wife|partner|boyfriend|dad)) ..4 (to|before|for|when|every|go|
        leave|see|spend|i'm|if|because|or)
      (he|she|they|my {relation}) ..2 (says|said|told me|tells me|convinced me|keeps telling me) ..4 (no
        one (else)? (would|will|believe)|nobody (else)? (would|will|believe)|i'm crazy|i'd lose the kids|
        i'll lose the kids|take the (kids|children)|never see (my|the) (kids|children)|i'm nothing without|i
        made (him|her) do|deport*|my fault (he|she)|i'm worthless|if i leave|if i left|if i ever leave)
      {he} ..4 (threatens|threatened|threatening|will|says|said|keeps saying|he'll|she'll) ..5 (kill
        (himself|herself|themselves) if i (leave|left|go)|take (the|my|our) (kids|children|baby)|post|share|
        leak|send|tell everyone|report me|deport|have me deported|throw me out|kick me out|ruin me|out
        me) ..4 (if i|nudes|photos|pictures|pics|videos|away|when|unless|leave|online|everyone|immigration|
        parents|family)?$`),
    not: [
      `(curfew|grounded|screen time|detox|pact|favourite mug|work phone|company (phone|laptop|card)|it
        department|our budget|budget app|joint budget|exam|bedtime|dog|cat|toddler|chocolate|diet|recipe|the
        remote|lending|prom|strict (but|parents)|hiking|the doctor (won't|doesn't)|boss|manager|teacher|hr|
        employer|airline|landlord (won't|doesn't) let me (have|keep) (a|pets))`,
    ],
  }),
  rule({
    code: 'others.stalk',
    kinds: 'harm-by-others',
    tier: 'concern',
    person: 'told',
    any: list(`
      (my ex|he|she|someone|a man|a guy|this (guy|man|woman|person|coworker)|my (boss|neighbour|coworker|
        stalker|ex (husband|wife|boyfriend|girlfriend|partner))|they|some (man|guy)) ..4 (stalking|stalks|
        stalked|follows|following|followed|waits|waiting|waited|turns up|turning up|shows up|showing up|
        showed up|parked|parks|sits|sitting|watches|watching|keeps coming|drives past|driving past|sits
        outside|hanging around|turned up|found out where) ..4 (me (home|everywhere|to|from|around|for|at|
        since|after|again|and|$)|outside (my|the|our)|at my (house|work|door|home|flat|school|job|gym|uni|
        window|place|kids)|my (house|flat|home|street|window|every move|building|kids)|for me|where i live|
        us|past my)
      (i'm|i've|being|been|getting) ..2 (stalked|followed (home|everywhere|by a|again|at night)|harassed
        by (my ex|a|him)|blackmailed|sextorted|groomed)
      (blackmail|blackmailing|sextortion|extorting) me
      (found|there was|there's) ..2 (airtag|tracker|gps tracker|tracking device|hidden camera) ..5 (my|
        car|bag|bedroom|coat)
      (restraining order|protective order|non molestation order|injunction) ..6 (keeps|still|broke|
        breached|ignores|violat*)
      (hundred|hundreds|fifty|50|100|dozens|forty|30|40|nonstop|200) ..3 (missed calls|texts|messages|
        calls) ..4 (from (him|her|my ex)|a day|every|since i left)`),
    not: [
      play,
      '(sitting|standing|sat) on (me|my chest)',
      `(instagram|twitter|tiktok|linkedin|insta|youtube|the news|duck|ducks|newsletter|cat|dog|puppy|
        toddler|tour guide|recipe|spotify|waiting for me to (reply|finish|answer))`,
    ],
  }),
  rule({
    code: 'other.told-to',
    kinds: 'harm-by-others',
    tier: 'concern',
    person: 'told',
    any: list(`
      ({he}|people|everyone|someone|classmates|kids|girls|boys|they|comments|strangers|group chat|anon|
        bullies|my whole class|some kids|some boys|some girls) ..4 (told|tells|telling|tell|said|say|saying|
        commented|comment|commenting|messaged|messaging|sent|send|keep telling|texted|spam*|
        dm*) ..2 (me)? ..2 (to|i should|should|go)? (kill myself|die|kms|kys|end my life|hang myself|kill
        yourself|go die|jump|drink bleach|neck myself|unalive myself|do everyone a favour|rope)
      (bullied|bullying|bully|cyberbullied|cyberbullying) ..6 (every day|school|online|hit|threaten*|die|
        hurt|kill|scared|group chat|me|beat*)
      (bullies|classmates|kids at school|boys at school|girls at school|girls in my class|boys in my
        class) ..5 (hit|punch*|kick*|beat*|spit|threaten*|push*|hurt|film*|post*|corner*) me`),
    not: ['(no one|nobody|never) (told|said)', '(documentary|anti bullying week|assembly|podcast|campaign)'],
  }),
]
