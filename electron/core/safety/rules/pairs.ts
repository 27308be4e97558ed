/** Signs that count in pairs: symptoms of an emergency, and what people tell who live in fear of someone. */
import type { Kind } from '../tier.ts'
import { type Facet, type Rule, rule } from './rule.ts'
import { list } from './words.ts'

const harmless = `(last (week|month|year)|years ago|used to|first aid (course|training|class)|training|poster|leaflet|
    episode|series|film|gym|workout|football|rugby|marathon|treadmill|new shoes|dentist|filling|hangover|
    hungover|flu jab|hay fever|vaccin*|heartburn settled|all clear|was fine|is fine now|recovered|
    discharged|the (dog|cat|puppy|kitten|hamster|vet)|my (dog|cat|puppy|kitten)|laughing|lol|haha|novel|
    character|story|metaphor*|panic attack|anxiety|anxious|screen|laptop|phone|car|printer|app|server|price|
    prices)`

const sign = (code: string, kind: Kind, facet: Facet, not: string, any: string): Rule =>
  rule({
    code,
    kinds: kind,
    tier: 'none',
    facets: [facet],
    person: 'told',
    despite: ['denial'],
    not: [not],
    any: list(any),
  })
const symptom = (name: string, any: string) =>
  sign(`symptom.${name}`, 'medical-emergency', 'symptom', harmless, any)

const innocent = `(game|chess|film|series|novel|book|character|toddler|puppy|dog|cat|curfew|grounded|boss|manager|hr|team|
    airbnb|hotel|landlord (said|says)|teacher|exam|coach|school rules|trial|documentary|court drama|recipe|
    surprise)`
const threatened = (name: string, any: string) =>
  sign(`threatened.${name}`, 'harm-by-others', 'threatened', innocent, any)

export const pairRules: Rule[] = [
  symptom(
    'chest',
    `
      (chest|breastbone|breast bone|ribs|shoulder blades|left arm|jaw) ..4 (pain|pains|paining|pressing|
        pressure|crush*|squeez*|heavy|heaviness|tight|hurts|hurting|ache*|aches|burning|sharp|stabbing|
        sucking in|numb|sensation|vice|vise|stone|elephant|someone sitting|brick|hot)
      (pain|pains|pressure|pressing|crush*|squeez*|heaviness|tightness|sharp|weight|sensation|tight|
        tightness|elephant|stone|sitting) ..4 (chest|breastbone|breast bone|shoulder blades|left arm|down my
        arm|jaw|heart)`,
  ),
  symptom(
    'breath',
    `
      (can't|cannot|couldn't|hard to|struggling to|trouble|difficulty|unable to|barely|fighting to|noise
        when|not) ..2 (breathe|breathing|get a breath|take the air|get air|catch (my|his|her) breath|say
        more than|speak in sentences|finish a sentence|lie flat)
      (wheez*|gasping|out of puff|short of breath|shortness of breath|breathless|stopped breathing|snoring
        strangely|gurgl*|struggling for breath)
      (inhaler|puffer) ..3 (nothing|empty|not|isn't|doesn't|no help)
      oxygen ..6 (80|81|82|83|84|85|86|87|88|89|low)|(ribs|tummy|chest) ..2 (sucking in|caving)`,
  ),
  symptom(
    'swelling',
    `
      (tongue|throat|lips|face|eyes|neck|mouth|body) ..4 (swelling|swollen|swole|swell|swells|closing|
        close|closed|big|thick|puffy|itch*|tight|balloon*|red|scratch*|hives)
      (hives|anaphyl*|epipen|swelling|swollen)|(rash|hives|welts) ..4 (spreading|all over|everywhere|again)`,
  ),
  symptom(
    'swallow',
    `
      (can't|cannot|couldn't|hard to|no fit) ..2 swallow|drooling|choking
      (throat|breath) ..3 (close|closing|whistl*|noise)`,
  ),
  symptom(
    'allergen',
    `
      (peanut*|cashew*|almond*|hazelnut*|walnut*|prawn*|shrimp*|crayfish|shellfish|lobster|crab|bee|wasp|
        kiwi|sesame|antibiotic*|penicillin|amoxicillin|hornet|snake|scorpion|jellyfish|crustacean*)`,
  ),
  symptom(
    'faint',
    `
      (passed out|pass out|passes out|fainted|faint|faintness|fainting|blacked out|collapsed|collapse|
        collapsing|keeled over|falls when (he|she) walks|can't stand|can't to stand|cannot stand|unsteady|
        legs (don't|dont|won't) work|legs gone|dizzy|light headed|lightheaded|feelin light|room (is)?
        spinning|table is moving|floor is moving|slumped|floppy|limp|went down|gone down|unconscious|won't
        wake|can't wake (him|her|them|my)|not waking|hard to wake|not opening eyes|unresponsive|seizure|had
        a fit|convuls*|shaking so hard|shivering|cold sweat|clammy|wet in sweat|soaked through|sweating|
        drenched in sweat|very sleepy|so sleepy|can't stay awake|drowsy|everything slow|floaty|heart (is)?
        (racing|thumpin*|pounding|all over)|pulse ..4 (all over|slow|fast|racing|weak)|hands ..2 (cold|blue|
        numb|shaking)|feel cold|freezing|mottled|grey as|gone grey|so pale|white as|swimmy|crook|quiet and
        floppy|burning up|so thirsty|throwing up|been sick|puking|vomit*|feel sick)`,
  ),
  symptom(
    'nerves',
    `
      (half of the|half his|half her|one side|left side|right side|other side|my left|my right|left hand|
        right hand|left arm|right arm|left leg|right leg|me left|me right|the arm|the hand|hand) ..4 (face|
        sleeping|sleeps|numb|dead|gone|weak|droop*|heavy|limp|body|won't|wont|tingly|tingling|hang|doing
        what it wants)
      (can't|cannot|cyah) ..2 (lift|raise|move|feel|say my name|say meh name)|gone to one side
      (face|mouth|smile) ..3 (droop*|crooked|sleeping|slid*|twisted|lopsided|slipping)
      (words|speech|talk|talking|speak) ..4 (funny|funy|slur*|wrong|not words|nonsense|jumbled|sense|mush|
        thick|mixed up|won't come)
      (arm|leg|hand|other one|othr) ..3 (won't|wont|can't|heavy|numb|dead|dropped|weak|gone)
      (seeing|see|two of|there's two) ..2 (double|rings|two|the telly|spots)
      (can't|cannot) see (properly|right|straight)|vision ..3 (dark|gone|blur*|double|black)
      (worst|thunderclap) headache|pupil*|clear (stuff|fluid)|(asked|asking) the same|don't remember how
      talking irrelevant|won't look at the light|hurts to look at light
      (confused|doesn't know my name|thinks i'm|doesn't know where|can't remember what day|not making
        sense|doesn't answer with sense|asking the same|doesn't recogni*|talking nonsense|sudden|come on
        sudden)
      neck is (hard|stiff)|stiff neck|tongue feels thick|ears (are)? ringing`,
  ),
  symptom(
    'blood',
    `
      (bleeding|bled|bleed|blood|clots|clot) ..5 (won't stop|since|still|through|gone through|lots|so
        much|a lot|pure|bright|coming|comes|hours|pads|towel*|everywhere|pool|keeps|soaking|like plums|
        coffee grounds|months|pregnan*)
      (vomit*|threw up|throwing up|cough*|passing|been sick|peed|pee) ..4 (blood|clots|coffee grounds|
        pink|brown|black)
      (warfarin|blood thinner*|thinners)|(months|weeks) (pregnant|gone|along)
      baby (doesn't|isn't|not|hasn't|stopped) mov*|belly is hard|frothy|spurting|rush|towel ..3 soaked
      like tap|bone (is|don)? .. come out|(weeks|days) after the birth|deep (cut|gash)
      (cut|gash) ..3 (to the bone|deep|open|gaping)`,
  ),
  symptom(
    'knock',
    `
      knee to the head|fell on (my|his|her) head|went (through|thru) the glass|grinder slipped
      (fell|fallen|fall|came off|slipped|hit|banged|bumped|knocked|thrown) ..5 (head|concrete|bathroom
        floor|ladder|stairs|table|horse|bike|glass door|trampoline|roof|skull|tree|kerb|changing table|
        floor)`,
  ),
  symptom(
    'fumes',
    `
      (boiler|generator|gas|carbon monoxide|fumes|charcoal|barbecue|bbq|smoke|stove|heater) ..5 (corridor|
        inside|indoors|smell*|alarm|burning|strong|leak*|kitchen|room|thick|yellow|flame)
      (all (three|four|of us|of them)|everybody|everyone|whole family) ..4 (headache|vomit*|sick|dizzy|
        sleepy)
      goes (away)? when we go out`,
  ),
  symptom(
    'taken',
    `
      (took|taken|take|had|drank|drink|swallowed|ate|eat|given|gave|consumed|downed|injected|muddled|
        mixed) ..6 (twice|two times|three times|double|by mistake|wrong|more than i was supposed|more than i
        should|most of the|the whole|whole a|all the|all of the|many of the|too many|all medicine|both rows|
        instead of|on top of|at number) ..4 (pill|pills|tablet|tablets|medicine|dose|insulin|xans|row|box|
        strip|bottle|sleepers|meds)
      (pill|pills|tablet|tablets|medicine|meds|packets|packs|strips|insulin|xans) ..4 (twice|two times|
        three times|double|empty|all gone|muddled|by mistake|mixed up|instead)
      taken them all|took them all|drunk them all|swallowed them all|muddled my pills
      (stopped|quit|nae|no|cold turkey|off) ..2 (drinking|drink|the drink|booze|benzos|valium|xanax|cold
        turkey|gin|vodka) ..6 (since|friday|thursday|years|days|on my own|suddenly|dead)`,
  ),
  symptom(
    'seeing',
    `
      (ants|bugs|spiders|rats|insects|walls|wa's|brother|people|folks|things) ..4 (ceiling|crawling|ain't
        here|aren't here|that's dead|in the corner|on the walls|not there)
      hands ..3 (shaking|shake|trembling|maracas)
      (fever|temperature) ..3 (high|40|41|39|much|burning|days|rash|won't)|red line ..3 (arm|armpit|leg)
      body hot like fire|purple spots|spots that don't|out of insulin|nail polish|hasn't peed|not peed
      no wet nappies`,
  ),
  threatened(
    'fear',
    `
      (scared|afraid|frightened|terrified|fear|shaking|freeze|dread|flinch|heart (drops|stops|
        pounds)) ..6 (him|her|he|she|husband|wife|partner|boyfriend|girlfriend|dad|father|stepdad|
        stepfather|home|phone (rings|ring)|key|footsteps|go home|come home|pullin* into)`,
  ),
  threatened(
    'locked',
    `
      (locks|locked|lock|locking|bolt|bolted|padlock*|barricad*) ..5 (me|my door|outside of|door|kitchen|
        fridge|garage|room|us|out|in)
      (took|takes|taken|hid|hides|has|keeps|holds|sleeps on|asleep on) ..3 (my passport|my phone|my keys|
        the keys|my papers|my bank card|my card|my medicine|my meds|my documents|the door off|my pension)
      no door on|door off`,
  ),
  threatened(
    'marks',
    `
      (black eye|bruise|bruises|finger marks|handprint|burst lip|split lip|welts|broken rib|broke ma
        wrist|broke my wrist|the rib|marks) ..8 (fade|hide|cover|makeup|wedding|nobody|see|ask|doctor|said|
        told|sleeves|work|school|he|she|him|her)
      (he|she|they|him|husband|dad|stepdad|stepfather|uncle|aunt|brother|boyfriend|wife|
        missus) ..4 (leather*|leatherin*|strike*|hand goes up|back of (his|her) hand|hits|slapped|beat*|
        twist*|chok*|grab*|kick*|shov*|belt*|whip*|pinch*|wire|burn*|cutlass|throws things|smash*)`,
  ),
  threatened(
    'watch',
    `
      (tracks|tracking|checks|reads|times|monitors|counts|watches) ..4 (me|my phone|my messages|my
        location|my car|odometer|mileage|receipts|change|it|my emails)
      (my|the) (location|passwords|passcodes|password|phone|wages|salary|pension|money|pay) ..5 (his|her|
        him|he|she|goes into|account|controls|father|mother)
      (have to|must|had to|got to) ..2 (ask|show|explain|account|prove|report|tell him|text him|send him)
      (doesn't|don't|won't|not) ..3 (like|let|allow*) ..2 me ..2 (going out|go out|see|seeing|talk*|work*|
        leave|alone)
      (wipe|delete) this chat|talk quietly`,
  ),
  threatened(
    'here',
    `
      (he's|he is|him|she's|she is|husband|boyfriend|ex|stepdad|dad|father|uncle) ..4 (at the door|at the
        gate|a gate|outside|in the house|downstairs|in the next room|asleep on|coming up|waiting in the car|
        home soon|due home|back soon|on his way)
      (i'm|i am|im) ..3 (in the (wardrobe|closet|loo|toilet|bathroom|shed|cupboard|attic|garage|car|dark)|
        under the (bed|table)|hiding|whispering)
      (can't|cannot|cant) ..2 (ring|call|talk|speak) ..4 (hear|he'll)
      (bread knife|kitchen knife|knife|cutlass|machete|hammer|axe|gun)`,
  ),
  threatened(
    'threat',
    `
      (says|say|said|saying|tells|told|going to|promise*|threat*|will) ..5 (chop|kill me|break (me|my)|
        find me|take the (kids|children|baby)|tell everyone|post|ruin|lose the (job|room|kids|house)|regret|
        deport*|send it|drop (my|the) (video|pics)|next time)
      if (i|you) (talk|tell|leave|scream|run|go)|(no one|nobody) (will|would|'ll) believe|my fault|talk back
      i made him|make him jealous|only when (he's|she's) (drunk|stressed|angry)
      when (he|she|him) (drinks|is drunk|drunk|been drinking|drinkin)|wi drink in him`,
  ),
]
