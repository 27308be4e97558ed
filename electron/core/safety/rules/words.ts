/** The lists of English phrases that rules are written with: one list a concept, so that a new word helps every rule. */
import { relations } from '../frame.ts'
import type { WordLists } from './notation.ts'

/** A list written as phrases between bars or line ends; bars inside brackets belong to the phrase. */
export function list(text: string): string[] {
  const phrases: string[] = []
  let depth = 0
  let start = 0
  const take = (end: number) => {
    const phrase = text.slice(start, end).trim()
    if (phrase !== '') phrases.push(phrase)
    start = end + 1
  }
  for (const [at, sign] of [...text].entries()) {
    if (sign === '(') depth++
    if (sign === ')') depth--
    if (depth === 0 && (sign === '\n' || sign === '|')) take(at)
  }
  take(text.length)
  return phrases
}

export const englishWords: WordLists = {
  relation: relations,
  /** Who does something, as the first word of what they do. */
  who: [
    ...list(`
      i|i'm|i've|i'd|i'll|he|she|they|he's|she's|they're|they've|he'll|she'll|they'll|who|he'd|she'd`),
    ...relations,
  ],
  i: list("i|i'm|i've|i'd|i'll"),
  them: list(`
    him|her|them|people|someone|somebody|everyone|everybody|anyone|my {close}|his {close}|the {close}
    that (man|woman|guy|bitch|bastard|boy|girl|teacher|kid)|these people|those people|all of them
    both of them|a stranger|strangers
    my (neighbour|neighbor|landlord|teacher|classmates|family|whole family|kids|baby)
    the (baby|kids|neighbours|neighbors|children)|a (child|kid|person|man|woman)`),
  close: ['(ex|old|own|little|younger|older|big|step|whole)? {relation}'],
  he: list(`
    he|she|they|he's|she's|they're|he'll|she'll|his|my (ex|own|step)? {relation}|the (ex|landlord|boss)
    my {relation} who|our {relation}|a man|some man|some guy|a guy|this guy|this man`),
  self: list(`
    myself|himself|herself|themselves|themself|ourselves|yourself|me self|my self|my own self|oneself`),
  poss: list('my|his|her|their|your|our'),
  object: list('me|him|her|them|us'),
  adverb: list(`
    just|really|only|honestly|actually|so badly|so bad|so much|simply|finally|seriously|literally|kind of
    kinda|sort of|sometimes|often|always|still|genuinely|secretly|constantly`),
  want: [
    `(want|wants|wanting|wish|wishes|wishing|need|needs|hope|hopes|hoping|longing|long|longs|rather|beg|
      begging|pray|prays|praying|desperate|ready|prefer|love|yearn|yearning|crave|craving|ache|aching|
      prepared|happy|eager|aim|yearns) {adverb}? to? {adverb}?`,
    "(i'd|would|should|he'd|she'd|they'd) (like|love|prefer) {adverb}? to {adverb}?",
    '(wish|wishing|wished) (i|he|she|they) could {adverb}?',
    '(feel|feels|feeling) like',
    `(think|thinks|thinking|dream|dreaming|dreams|fantasise|fantasising|fantasize|fantasizing|daydreaming|
      thoughts) (a lot|constantly|seriously|more and more)? (about|of) {adverb}?`,
    '(considering|contemplating|considered|tempted to|tempted by|urge to|urges to|obsessed with)',
  ],
  going: list(`
    (i'm|he's|she's|they're|going|about|planning|plan|plans|ready|determined|preparing|decided|intend|
      intends|intending|set|prepared|resolved|trying|tried|try|attempted|attempting|threatening|threatens|
      threatened|wants|want|wanted) going? to {adverb}?
    (i'll|will|i'm|he'll|she'll|they'll|might|could|may|going|he's|she's|they're|i will) {adverb}?|plan on
    planning on|thinking of|thinking about|thoughts of|thoughts about|close to|on the verge of|came close to
    talking about|talks about|keeps talking about|talked about`),
  /** To be dead, however it is put. */
  dead: list(`
    die|be dead|dead|not exist|stop existing|cease to exist|not be alive|not be here|stop being alive
    stop living|quit living|be gone (forever|for good)|be no more|leave this (world|earth|life|planet)
    leave the world|depart this (life|world|earth)|be six feet under|be in the ground|be in my grave
    be buried|end up dead|be done with (life|living|this life)|not live|exit this life|exit life
    check out of life|log off (of)? life|meet my maker|go meet my maker|perish|expire|be put down
    be put out of my misery`),
  /** To take one's life, by any name and any means. */
  suicide: list(`
    (kill|kills|killing|hang|hanging|shoot|shooting|drown|drowning|unalive|off|offing|murder|poison|
      poisoning|neck|necking|top|topping|gas|gassing|end|ending|delete|deleting|gut|electrocute|suffocate|
      suffocating|smother|asphyxiate|gun|destroy) {self}
    (kill|killing) me self|do away with {self}|doing away with {self}|do {self} in|doing {self} in
    finish {self} off|finishing {self} off|make away with {self}
    (end|ending|take|taking|finish|finishing|terminate|terminating|throw away|snuff
      out) {poss} own? (life|lives|existence|life away|time here|days)
    (end|ending) (it all|everything|{poss} pain for good|{poss} misery|{poss} suffering)
    (commit|committing|commited|committed|do|doing|try|attempt|attempting|tried|attempted|consider|
      considering|contemplate|contemplating) suicide
    die by suicide|dying by suicide|commit (die|not alive|sudoku|self delete)|self delete
    (jump|jumping|jumped|throw {self}|throwing {self}|throwing {self}|fling {self}|hurl {self}|chuck
      {self}|step|stepping|walk|walking|leap|leaping|dive|lie down|lay down|lying down|drive|driving|swerve|
      swerving|crash|steer) .. (off|from|into|in front of|under|onto|before) (a|the|my|an|this|that|some|
      oncoming)? {jumpPlace}
    (slit|slitting|slash|slashing|open|cut|cutting) {poss} own? (wrists|wrist|throat|veins)
    (blow|blowing) {poss} own? brains out
    (put|putting) a (bullet|gun) (in|to|through) {poss} (head|brain|mouth|temple)|eat a bullet
    swallow a bullet|suck on a (gun|shotgun)|bite the bullet for good|catch the bus for good|ctb
    toaster bath|take a bath with (a|the) toaster|game end {self}|alt f4 {poss} life
    yeet {self} (off|out|into) ..|rope {self}|join the choir invisible`),
  jumpPlace: list(`
    bridge|{tall} bridge|{tall} building|building|roof|rooftop|balcony|cliff|cliffs|ledge|overpass|flyover
    parking garage|multistorey|window|high place|train|trains|tram|bus|car|truck|lorry|subway|tube|tracks
    rails|train tracks|railway|railway line|traffic|tree|wall|river|sea|ocean|canal|lake|well|metro|motorway
    highway|concrete pillar|pillar|freeway|lane|oncoming traffic|moving (car|train|bus|traffic)
    next (train|bus|truck)`),
  tall: list('tall|high|highest|nearest|that|very|railway|old|road|local|motorway|big|tallest'),
  anymore: list('anymore|any more|any longer|no more|longer|again|much longer'),
  pills: list(`
    pill|pills|tablet|tablets|paracetamol|acetaminophen|tylenol|ibuprofen|aspirin|advil|antidepressants
    antidepressant|xanax|valium|opioids|opioid|oxy|oxycodone|morphine|fentanyl|insulin|meds|medication
    medications|medicine|medicines|painkillers|benzos|benzo|sertraline|prozac|co codamol|codeine|zopiclone
    ambien|sleepers|capsules|blister packs|diazepam|lorazepam|tramadol|antihistamines|beta blockers
    dihydrocodeine|temazepam|heart medication|blood pressure meds|prescription|prescriptions|seroquel
    lithium|klonopin|gabapentin|pregabalin|amitriptyline|barbiturates|panadol|sleeping pills
    sleeping tablets|sleep meds|disprin|nurofen|propranolol|quetiapine|mirtazapine|capsule|sleeping pill`),
  quantity: list(`
    too many|too much|all (of)? (my|the|these|those|her|his|their|it|them)
    (a|the|this|my|his|her) (whole|entire|full)
    (a|the|his|her|my) (bottle|box|packet|pack|handful|fistful|strip|load|bunch|cupboard|month's worth|
      cocktail|heap|pile) of
    handfuls of|loads of|lots of|a lot of|heaps of|every|every single|every last
    the rest of (my|the|her|his)|the lot|everything in|{number}|double|triple|a ton of|a bunch of
    more than i should|bare|a month's worth of|a dangerous amount of|half (the|a) (bottle|box|packet)
    most of (the|my|her|his) (bottle|box|packet)`),
  number: list(`
    10|11|12|13|14|15|16|17|18|19|20|22|24|25|28|30|32|35|36|40|42|45|48|50|56|60|64|70|75|80|90|96|100|120
    150|200|ten|eleven|twelve|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|hundred|a hundred
    twenty (four|eight|five|six)|thirty (two|six)|dozens of|dozen`),
  poison: list(`
    bleach|antifreeze|drain cleaner|poison|pesticide|weedkiller|weed killer|rat poison|detergent|paraquat
    insecticide|sniper|acid|toilet cleaner|disinfectant|dettol|battery acid|kerosene|turpentine|methanol
    rat pellets|insect killer|phenyl|harpic|gasoline|petrol`),
  weapon: list(`
    gun|pistol|rifle|shotgun|revolver|firearm|knife|blade|machete|axe|cutlass|bat|hammer|crossbow|glock
    strap|shank|kitchen knife`),
  means: list(`
    {pills}|{weapon}|rope|noose|razor|razors|razor blade|blades|belt|cord|ligature|helium|charcoal|hose
    exhaust|cable|bleach|antifreeze|scarf|plastic bag|bullets|ammo|sleeping pills|hunting rifle|scalpel`),
  place: list(`
    bridge|roof|rooftop|ledge|balcony|train tracks|tracks|platform|cliff|overpass|edge|railing|parapet
    the top of the (car park|multistorey|building|tower|cliffs)|car park roof|multistorey|top floor|viaduct
    weir|pier|window ledge|wrong side of the (railing|barrier|rail)|edge of the (roof|bridge|platform|cliff)
    level crossing|railway line|embankment|{tall} bridge`),
  soon: list(`
    tonight|right now|now|today|this (evening|afternoon|morning|weekend|minute)
    in (an|one|two|three|half an|a few|five|ten) (hour|hours|minute|minutes)|tomorrow
    tomorrow (morning|night)
    when (they|he|she|everyone|my {relation}|the kids) (leave|leaves|go|goes|falls asleep|are asleep|is
      asleep|sleeps|sleep|are in bed|go to bed)
    after (work|they leave|everyone|the kids are|dinner|this message|i send this|this call)
    before (morning|midnight|tomorrow|sunrise|they get home|anyone gets home)|as soon as
    once (they|everyone|the kids|he|she) .. (asleep|gone|out|left)
    by (tomorrow|morning|midnight|tonight|friday|sunday|monday)
    on (friday|saturday|sunday|monday|my birthday)|at midnight|this is it`),
  ago: list(`
    just|already|an hour ago|ten minutes ago|half an hour ago|a while ago|tonight|this morning|right now
    minutes ago|twenty minutes ago`),
  everyone: list(`
    everyone|everybody|they|they'd|people|the world|my family|my kids|my children|my wife|my husband
    my partner|my parents|my mum|my dad|my friends|my boyfriend|my girlfriend|the kids|all of them
    those around me|my (wife|husband|partner) and kids|my team|the people i love|my loved ones|she|he|you
    you all|you lot|everyone i love|everyone around me|the family|we`),
  hurtVerb: list(`
    hit|hits|beat|beats|beaten|punch|punches|punched|kick|kicks|kicked|choke|chokes|choked|strangle
    strangles|strangled|slap|slaps|slapped|rape|rapes|raped|assault|assaults|assaulted|abuse|abuses|abused
    abusing|beating|hitting|choking|punching|kicking|slapping|attack|attacks|attacked|attacking|burns|burned
    stabbed|shoved|shoves|shoving|drags|dragged|molested|molests|groped|gropes|hurts|hurting|headbutted
    whips|whipped|flogs|flogged|belts|belted|thumps|thumped|battered|batters|smacks|smacked|licked down
    bites|bit|knocked|throttled|throttles|spits on|spat on|pushed|pushes|twists|twisted|canes|beats up
    beat up|kicks the shit out of|knocks`),
}

/** How much more often than a rare word these stand in calm sentences. */
const often: [number, string][] = [
  [9000, 'i to the a and my it of in me'],
  [3000, "i'm you is that was for on with do at have be not but so they this he she we"],
  [
    600,
    `i've i'd i'll your his her their our him them us an these those or from by up out off as are been has had don't did no
    if when who what how why there just really only still all any some one get got go going want wants need think feel
    like know can can't will would could might about more now today time day work people said say make take too much it's
    that's he's she's they're never always something nothing everything someone everyone wanted being were thing things
    back over down into than then even after before again last next because until while where which am put here end sleep
    home week night good`,
  ],
]
export const commonWords = new Map(
  often.flatMap(([weight, words]) => words.split(/\s+/).map((word) => [word, weight] as const)),
)
