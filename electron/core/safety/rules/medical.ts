/** A body in danger now: the person's own, or of someone beside them. */
import { type Rule, rule } from './rule.ts'
import { list } from './words.ts'

const calm = `(flashcards|carry (two|an)|signs of|desens*|jumper ant|anxiety|anxious|panic attack|panic attacks|
    stressed|before (the|my) (presentation|interview|exam|meeting)|gym|workout|heartburn|reflux|pulled a
    muscle|pulled muscle|bruised rib|cough|coughing|chest cold|chest infection|chest day|asthma (is)? (fine|
    ok)|last (week|month|year)|years ago|used to|first aid (course|training|class)|training|course|cpr|exam|
    film|episode|series|greys anatomy|drama|dog|cat|puppy|hamster|vet|metaphor*|heart strings|price|prices|
    bill|my heart (hurts|aches|breaks)|heartbr*|laugh*|hilarious|running for the bus|hill|stairs are|new
    year|poster|leaflet|in my dream|nightmare|test came back|all clear|turned out|was fine|is fine now|
    recovered|discharged|back home|anniversary|smells|mask|stuffy nose|blocked nose|hay fever|altitude|
    figuratively|corset|jeans|tight (dress|bra|jeans))`
const sick = `(i|i'm|my|me|he|he's|she|she's|his|her|they|mum|dad|my {relation}|the baby|baby|someone|a man|a woman|
    colleague|son|daughter|{relation})`

export const medicalRules: Rule[] = [
  rule({
    code: 'medical.chest',
    kinds: 'medical-emergency',
    tier: 'imminent',
    any: list(`
      (crushing|severe|terrible|bad|sharp|stabbing|awful|heavy|squeezing|intense|sudden|horrible|strong|
        unbearable|serious|massive|burning|radiating|dull) ..2 (chest (pain|pains|pressure|tightness)|pain
        ..3 chest|pressure ..3 chest|ache ..2 chest)
      (chest pain|chest pains|pain in (my|his|her|the) chest|pains in (my|his|her) chest|chest (is)?
        (hurts|hurting|paining|crushing|burning)|tightness in (my|his|her) chest|pressure on (my|his|her)
        chest|chest feels (tight|heavy|crushed|like)|chest is (tight|heavy|killing)|elephant (is)? ..2 (on|
        sitting) ..1 (my|his|her) chest|chest ..2 (tight|pain|hurts)) ..8 (arm|jaw|sweat*|breath|breathe|
        breathing|right now|numb|shoulder|vomit*|sick|dizzy|faint|back|neck|getting worse|hour|minutes|grey|
        clammy|cold sweat|collapse*|spreading|won't go|going down|should i call|what do i do|help|heart
        attack|left)
      (arm|jaw|shoulder) ..4 (numb|pain|hurts|tingling|heavy) ..6 (chest|breath|sweat*)
      (sweating|sweaty|cold sweat|breathless|clammy|short of breath|can't breathe) ..6 (chest (pain|hurts|
        is tight|pressure)|left arm|arm (is)? numb|pain in (my|his|her) (arm|jaw|chest))
      (left arm|down my arm|arm and jaw|jaw and arm) ..4 (pain|numb|hurts|tingling|heavy|ache*)
      (think|thinks|might|maybe|is|i'm|am i|he's|she's|could) ..2 (be|i'm|he's|she's)? (having|had) (a|
        another) (heart attack|stroke|cardiac arrest)
      (i've|i have|there's|get|getting|got) ..2 (chest pain|chest pains|pain in my chest|pressure in my
        chest) ..2 (right now|now|and|since|for|that|$)`),
    not: [calm],
  }),
  rule({
    code: 'medical.stroke',
    kinds: 'medical-emergency',
    tier: 'imminent',
    any: list(`
      (face|mouth|smile|eye|lip) ..3 (drooping|droops|droop|drooped|lopsided|sagging|dropped|slipped|
        twisted|fallen on one|hanging down|crooked)
      (slurring|slurred|slurs|slurry) (speech|words|his|her|my|and|all|badly|suddenly)?
      (speech|words|talking|sentences) ..3 (slurred|slurring|slurry|jumbled|garbled|gibberish|come out
        wrong|coming out wrong|don't make sense|making no sense|mixed up|not making sense|nonsense)
      (can't|cannot|couldn't|unable to|not able to) ..2 (lift|raise|move|feel) ..1 (my|his|her|one|
        the) ..2 (arm|leg|side|hand|face|arms)
      (one|left|right|whole left|whole right) side (of (my|his|her|the) (body|face))? ..4 (numb|weak|limp|
        drooping|paralysed|paralyzed|tingling|dead|won't move|can't move|gone)
      (sudden|suddenly|all of a sudden) ..4 (numb|blind|can't see|lost (vision|sight|his speech|her
        speech|my speech)|can't speak|can't talk|weak (on|in|arm|leg)|confused|weakness|worst headache|
        confusion|double vision|dropped everything)
      (worst headache|thunderclap headache) (of my life|ever|suddenly|and)?
      (can't|cannot|couldn't|unable to) (speak|talk|say|find) ..2 (properly|words|clearly|anything|a word|
        a sentence|the words) ..4 (arm|face|suddenly|numb|since|side|hand|right now|confused)`),
    not: [
      calm,
      `(drunk|wine|beer|dentist|novocaine|anaesthetic|filling|slept on|pins and needles|bell's palsy (last|
        was)|zoom|microphone|presentation|words fail|speech (therapy|therapist)|moved by|emotional|wedding|
        can't move my arm (because|in) (the|this) (cast|sling))`,
    ],
  }),
  rule({
    code: 'medical.breath',
    kinds: 'medical-emergency',
    tier: 'imminent',
    any: list(`
      (throat|tongue|lips|face|airway|neck) ..3 (closing|closing up|swelling|swollen|swelled|swole|
        tightening|puffing up|swells|shut|tight|itchy and swollen|ballooning|blown up|closes) ..6 (breath*|
        bee|wasp|sting|stung|nuts|peanut*|allerg*|epipen|hives|ate|eating|prawn*|shellfish|antibiotic*|
        medication|fast|help|now|up|swallow|rash|wheez*|after|took|injection)
      (anaphyla*|anaphylactic|epipen (isn't|not|doesn't|expired)|no epipen|used (my|his|her) epipen|
        allergic reaction ..6 (breath*|throat|swell*|tongue|face|getting worse|hives|epipen|bad|severe|
        serious)|severe allergic)
      (stung|sting|peanut*|nuts|shellfish|prawn*|bee|wasp|allergic) ..8 (throat|tongue|can't breathe|face
        (is)? (swelling|swollen)|swelling up|wheezing|lips|hard to breathe|struggling to breathe|breathing)
      (can't|cannot|couldn't|struggling to|struggles to|hard to|unable to|fighting to|can barely|gasping|
        not able to|difficulty|trouble|barely|finding it hard to|short of) ..1 (to)? (breathe|breathing|get
        (any)? air|catch (my|his|her) breath|breath) ..6 (inhaler|blue|asthma|lips|chest|wheez*|help|
        swallow*|throat|speak|talk|right now|getting worse|properly and|ambulance|lungs|lying down|puffer|
        nebulis*|nebuliz*|blue lips|collaps*|grey|at all|fever|sentence)
      (inhaler|puffer|ventolin) ..3 (isn't|not|doesn't|empty|ran out|isnt|no longer|stopped) ..3 (working|
        helping|help|work|breath*|wheez*|attack|$)
      (asthma attack) ..5 (bad|now|can't|inhaler|won't|worse|help|serious)
      (not|isn't|stopped|no longer|barely|hardly|ain't) breathing
      (lips|face|skin|fingers|he's|she's|baby|turning|turned|gone) ..2 (blue|grey|purple|
        ashen) ..3 (breath*|lips|limp|won't|face|not|round|around|help|$)
      (choking|choked) (on (a|some|his|her|my|food|meat|grape)|and (can't|he|she|turning)|right now|help|
        can't)`),
    not: [
      calm,
      "(can't breathe|breathe) (in|through) (this|that|my) (mask|dress|heat|office|nose|jeans|meeting|outfit)",
      '(blue (lipstick|dye|paint|lollipop|slush*|eyes|mood)|feeling blue)',
      '(laughing|so hard|joy)',
      '(dentist|lip filler*|fillers|botox|cried|crying|sunburn|cold sore|tonsil*|sore throat|the flu|a cold) ',
    ],
  }),
  rule({
    code: 'medical.bleeding',
    kinds: 'medical-emergency',
    tier: 'imminent',
    any: list(`
      (bleeding|bleeds|blood|bled|bleed) ..5 (won't stop|not stopping|doesn't stop|can't stop (it|the|him|
        her)|heavily|a lot|everywhere|spurting|squirting|pumping|gushing|pouring|soaking|soaked|through
        (the|three|two|my|towel|bandage|pads|every)|so much|all over (the floor|floor)|too much|dizzy|faint|
        badly|uncontroll*|profusely|nonstop|keeps coming|isn't stopping|towels|towel|pool|puddle|and i'm
        pregnant|weeks pregnant|pregnant)
      (cut|gash|wound|sliced|slashed|stabbed|severed|chopped|amputated|cut off|lost) ..6 (deep|bone|
        artery|won't stop|bleeding|finger off|blood everywhere|to the bone|gaping|fat|tendon|too deep|wide
        open|spurting|hand|leg)? ..4 (won't stop|bleeding a lot|blood everywhere|spurting|see (the)? bone|
        pouring|see (the)? fat|gushing|needs stitches and bleeding|so much blood|can't stop)
      (cut|went|gone) too deep
      (coughing|vomiting|throwing|spitting|coughed|vomited|threw|peeing|pooping|passing|puking) (up)? (up|
        a lot of|bright red)? ..1 blood
      (blood|bleeding) (from|out of) (my|his|her) (ear|ears|mouth|eyes|head|stomach|rectum|neck)
      (stabbed|shot) (in|me|him|her|by|and) ..6 (bleeding|blood|chest|stomach|neck|leg|help|ambulance|
        back|floor)
      (i've|i'm|been|he's been|she's been|just|got|was just) (been)? (shot|stabbed) ..2
      water broke ..6 (blood|weeks|cord|early|coming)|baby is coming (now|right now)?
      (pregnant|pregnancy) ..6 (bleeding|severe pain|no movement|not moving|stopped moving|can't feel (the
        baby|him|her) mov*|seizure|vision|collapsed)`),
    not: [
      calm,
      `(nosebleed|nose bleed|nose is bleeding|gums|floss*|period|paper cut|papercut|scab|shaving|donate*|
        donating blood|blood (drive|test|bank|moon|pressure|type|orange)|steak|rare|horror|halloween|prop|
        fake blood|bleeding (edge|money|heart)|spotting is normal|vaccin*|flu shot|stabbed in the back|shot
        of (espresso|tequila)|got shot down|shot (a|the) (video|film)|screen)`,
    ],
  }),
  rule({
    code: 'medical.unconscious',
    kinds: 'medical-emergency',
    tier: 'imminent',
    any: list(`
      ${sick} ..4 unconscious
      (unresponsive|not responding|won't respond|isn't responding|not responsive|won't wake up|can't wake
        (him|her|them|my|the)|not waking up|doesn't wake|isn't waking|wont wake|not wake up|out cold|passed
        out and|limp and|no pulse|can't find (a|his|her) pulse|hard to wake|can't be woken|lifeless|foaming
        at the mouth|frothing at the mouth|eyes rolled|rolled (his|her) eyes back) ..3
      (having|had|has|is having|another|started having|in the middle of|keeps having) (a|
        an)? ..1 (seizure|fit|convulsion|convulsions|seizures|fits) ..6
      (seizing|convulsing|fitting|jerking and|having a seizure) ..3
      (${sick}) ..2 (collapsed|collapse|keeled over|passed out|blacked out|fainted|fell unconscious|
        dropped to the floor) ..8 (won't|breathing|blood|floor|head|not|help|responding|again|pulse|minutes|
        twice|now|what do|ambulance|moving|wake)
      (hit|hits|banged|bumped|smashed|cracked|knocked|whacked|injured|fell|fallen|struck|hurt) ..6 (head|
        skull|stairs|ladder|roof|bike|horse|concrete) ..8 (vomit*|throwing up|threw up|confused|dizzy|seeing
        double|double vision|blacked out|passed out|unconscious|sleepy|drowsy|can't stay awake|slurr*|
        pupil*|fluid|memory|remember|worst headache|won't stop (bleeding|crying)|bleeding|knocked out|
        seizure|can't (feel|move)|not making sense|sick twice|blurry|blurred|keeps asking|fainted|ears
        ringing|being sick|vision)`),
    not: [
      calm,
      `(asleep|teenager|teen|alarm|snooze|lazy|unresponsive (app|screen|button|server|page|website|laptop|
        computer|client|landlord|customer)|app|screen|server|page|website|laptop|computer|phone|touch|
        keyboard|not responding to (my|emails|email|texts|messages|calls|slack)|email|emails|texts|messages|
        slack|clothes|shirt|dress|dress fitting|fitting room|hissy|giggles|fit of|drunk last night|mattress|
        boxes)`,
      '(fits|fit) (of|in|well|me|perfectly|the|my|for|into|together)',
      '(having|had|has) (a fit|fits) (because|when|about|over|if|at)',
    ],
  }),
  rule({
    code: 'medical.child',
    kinds: ['medical-emergency', 'overdose'],
    tier: 'imminent',
    person: 'told',
    any: list(`
      (baby|toddler|son|daughter|kid|child|he|she|boy|girl|year old|month old|grandson|granddaughter|
        nephew|niece|little one|my (two|three|four) year old|little brother|little sister|twins|
        pickney) ..4 (swallowed|ate|eaten|eat|drank|drunk|got into|gotten into|chewed|put|took|taken|found|
        has had|licked|sucked|swallow) ..4 (pill|pills|tablet|tablets|medication|meds|medicine|battery|
        batteries|button battery|coin battery|magnet|magnets|bleach|detergent|pod|pods|laundry pod|washing
        pod|dishwasher tablet|weed killer|weedkiller|rat poison|antifreeze|berries|mushroom|mushrooms|
        perfume|white spirit|iron tablets|paracetamol|calpol|e liquid|vape (juice|liquid)|gummies|edible|
        edibles|poison|cleaning (fluid|product|liquid)|drain cleaner|nail polish remover|hand sanitiser|hand
        sanitizer|insulin|methadone|kerosene|plant food|sleeping tablets)
      (gave|given|giving) ..3 (baby|toddler|son|daughter|kid|child|him|her|my (son|daughter)) ..5 (double|
        twice|wrong (dose|medicine|medication|syringe)|too much|adult dose|ten times|overdose|two doses|
        second dose)
      (found|toddler|baby) ..4 (empty|open) (bottle|packet|pack|blister) ..4 (pills|tablets|calpol|iron|
        vitamins|medicine|his|her|mouth)
      febrile
      (baby|newborn|infant) ..5 (limp|floppy|won't wake|not breathing|blue|grey|stopped breathing|not
        feeding and|seizure|convuls*|shaking and)
      (carbon monoxide|co alarm|gas leak) ..6 (alarm|going off|dizzy|headache|smell|sick|sleepy|all of us)
      (electrocuted|electric shock|struck by lightning|drowning|pulled (him|her) out of the (water|pool)|
        fell (into|in) the (pool|pond)) ..4 (not|can't|burn|blue|breath*|now|limp|chest|unconscious|help|
        heart)`),
    despite: ['denial'],
    not: [
      calm,
      `(pretend|toy|lego|sand|crayon|vitamin gummy|one vitamin|play dough|playdough|flintstones|cat food|
        dog food|instead of (his|her) dinner)`,
      `(took|take|takes|taking) (his|her|the) (medicine|medication|meds|pills|antibiotics|calpol) (fine|
        well|without|like|easily|now|twice a day|as|before)`,
      '(dog|cat|puppy|kitten|rabbit)',
    ],
  }),
]
