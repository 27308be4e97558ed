/** English figures of speech that hold dangerous words and mean none: they are taken out before rules look. */
import { list } from './words.ts'

export const figures = list(`
  (die|dies|died|dying|dead) {adverb}? (of|from|with) .. (embarrassment|laughter|laughing|boredom|shame|
    cringe|cringing|hunger|thirst|heat|curiosity|excitement|cuteness|happiness|joy|secondhand embarrassment|
    fomo|suspense|jealousy|humiliation)
  (die|dying|died|dead) (laughing|inside|on this hill|on that hill|on the hill|on the inside|a little|a
    bit|hungry|for a (coffee|drink|holiday|wee|smoke))
  wouldn't be caught dead|over my dead body
  dead (tired|serious|simple|easy|set|weight|end|line|beat|good|silence|quiet|wrong|right|heat|pan|lift|
    center|centre|cute|funny|ass)
  dead (battery|phone|link|code|pixel|zone|ringer|leg|arm|sea|poets|season)|drop dead gorgeous|left for dead
  back from the dead|the walking dead|undead|grateful dead|play dead|played dead|brain dead|dead to me
  (phone|battery|laptop|car|engine|wifi|internet|plant|plants|server|conversation|chat|trend|signal|mic|
    pc|console|tv|fridge|boiler|thread|process|app|joke|meme) .. (died|dies|dying|is dead|was dead|die)
  die hard|(is|are|was|were|looks|tastes|cake|recipe|view|views) to die for|never say die|do or die
  old habits die|die cast|die cut|roll the die|six sided die|a die|the die
  dying (to|for) (see|know|meet|try|hear|tell|get|go|watch|eat|have|show|visit|find|ask|read|a|an|some|
    the|your|my)
  dying out|dying breed|dying of thirst here|i'm dying lol|i'm dying haha|lol i'm dying|haha i'm dying
  (kill|kills|killing|killed) (time|two birds|it|the (mood|vibe|lights|engine|process|task|job|bill|deal|
    server|weeds|switch|buzz|bug|rumour|music|joke|boss|dragon|enemy|noise|pain|germs|bacteria|branch|
    session|terminal|container|pod|app)|a (process|few hours|bit of time|bottle|bug|spider|fly|wasp|plant|
    job|task)|an hour|an afternoon|some time|off (weeds|the)|me softly|them with kindness|him with kindness|
    her with kindness)
  (deadline|heat|commute|traffic|suspense|wait|waiting|back|feet|knees|knee|legs|head|shoes|heels|
    hangover|exam|exams|homework|boots|weather|humidity|pollen|hay fever|sinuses|tooth|shoulders|neck|
    period|cramps|stairs|workout|curiosity|job|project|shift|week|meeting|inflation|rent|price|prices|heels|
    cough|deadlines|suspense|allergies|wrist|wrists|hip) {adverb}? (kill|kills|killing|killed|is killing|was
    killing|are killing|were killing|will kill|going to kill|nearly killed|has been killing|is going to
    kill) (me|us)
  (this|that|it|it's|you're|you) {adverb}? (is|are|was)? {adverb}? (killing me|killed me|kills me|slays me)
  if looks could kill|dressed to kill|killer (app|instinct|outfit|heels|whale|feature|workout)
  make a killing|made a killing|buzz kill|buzzkill|overkill|road kill|roadkill|painkiller|kill or be killed
  would kill for|could kill for|i'd kill for|kill for (a|some|an)|killed it|kill it at|kill your darlings
  killing spree in
  (kill|killing|killed) (myself|himself|herself|themselves|ourselves|yourself) (over|to (get|make|meet|
    finish|please|impress|be|pass|reach|save|keep|earn|pay)|trying|at (the|this|work)|in the (gym|foot)|for
    (this|that|the|a|an|my|these) (job|deadline|boss|company|grade|grades|client|project|promotion|team|
    report|exam|team|kids)|laughing|with (work|overtime|training|exercise)|working|studying|training)
  working myself to death|worked to death|bored to death|bored to tears|scared to death|scared me to death
  frightened to death|worried to death|sick to death|love you to death|loved to death|tickled to death
  freezing to death|starving to death here|death by (powerpoint|chocolate|meeting|email)|death stare
  death grip|kiss of death|death metal|black death|death row|death tax|death valley|death star|death note
  death of a salesman|at death's door with this cold|catch my death|be the death of me
  life or death (matter|meeting|email)|fate worse than death|matter of life and death
  shoot (me|him|her|them|us|you|over) (an|a|your|the) (email|text|message|line|dm|note|mail|invite)
  shoot (the breeze|hoops|some hoops|a video|a film|a scene|the moon|from the hip|photos|pictures|pool|for
    the)
  photo shoot|shooting (star|stars|hoops|guard|script|schedule|location)|shoot myself in the foot
  shot myself in the foot|shot in the dark|worth a shot|long shot|big shot|flu shot|shot down my
  shoot down (the|my|his|her) (idea|proposal)|hang (out|on|around|up|in there|tight|about|of it|with)
  hanging (out|on|around|up|in there|by a thread|over my head)|get the hang
  jump (on|onto|off|in on) (a|the|this|that) (call|zoom|chance|bandwagon|meeting|trend|train of thought|
    opportunity|bed|sofa|trampoline|couch|diving board)
  jump (ship|to conclusions|the gun|the queue|for joy|rope|into (work|bed|the (pool|shower|deep end))|at
    the chance|through hoops|scare|scares|out of my skin)
  bungee jump*|base jump*|skydiv*|jump start*|(jump|jumped|jumping|jumps) off the (bus|train|tram|call|page)
  hop off|(under|off) the radar|thrown under the bus|throw* .. under the bus|threw .. under the bus
  missed the boat|bridge (loan|the gap|game|club|player)|burn (bridges|my bridges|the bridge)
  cross that bridge|water under the bridge|roof over my head|through the roof|hit the roof|raise the roof
  on edge|edge of my seat|on the edge of my seat|cutting edge|over the edge with
  cut (costs|corners|ties|back|down|the (call|crap|grass|cake|cord|rope|deal|budget|sugar|bread|onions|
    vegetables)|(me|myself|yourself|him|her|them) some slack|some slack|it close|it fine|to the chase|and
    paste|off|out|class|classes|calories|carbs|sugar|it out|hair|my (hair|nails|fringe|bangs|losses|grass|
    hours|sandwich|toast|own hair|dad off|mum off|family off|mother off|father off|sister off))
  cutting (costs|corners|ties|back|down|the (grass|budget|cord|cake)|my (hair|nails|fringe|hours|losses|
    steak)|class|carbs|sugar|calories|board|edge|it close|out|off)
  clean cut|haircut|paper cut|price cut*|tax cut*|job cut*|pay cut|director's cut|power cut*|cold cuts
  cut above|cut out for|cut scene|cuts both ways
  beat (me|him|her|us|them) (to it|at|by|again at|in (chess|the|a|fifa|tennis|every|straight)|fair and
    square|up about|hands down)
  ^ beats me|what beats me|beat myself up|beating myself up|beat around the bush
  beat the (traffic|rush|heat|clock|boss|level|game|record|deadline)|heart (skipped a beat|beats)
  (hit|hits) me (up|that|with (a|an|the|another|more|that|his|her) (question|questions|email|deadline|
    bill|invoice|idea|news|task|tasks|request|feedback|update|list|ticket|tickets|project|review|pillow|
    snowball)|like a (truck|ton)|all at once|hard that|so hard when|when i|in the feels|back|on the)
  it (just|finally|suddenly|really)? hit me
  hit the (road|gym|hay|sack|wall|books|nail|ground|spot|jackpot|brakes|snooze)
  hitting the (gym|wall|books|road)|hit a wall|hit rock bottom|smash hit|hit song
  (knock|knocked|knocks) (it out|on wood|me out of the park|my socks off)
  attack (plan|the problem|of the|surface|on titan)|snack attack
  heart attack (when|on a plate|from|at|reading|seeing|over|every)
  (nearly|almost|about|gave me|giving me|give me|like) (to have)? (had|having|have|a)? (a|an)? (heart
    attack|stroke|aneurysm)
  rape seed|rapeseed
  (choke|choked|choking) (up|on (my|a|the) (coffee|tea|drink|lunch|water|sandwich|food|words)|under
    pressure|back tears|in the (final|interview))
  overdose* {adverb}? (on|of) (coffee|caffeine|sugar|chocolate|netflix|meetings|tiktok|news|cake|
    christmas|pasta|cheese|carbs|espresso|content|information|vitamin|twitter|work|tea|candy|sweets|social
    media|garlic|cuteness|podcasts|serotonin|dopamine|nostalgia|sunshine|romcoms|memes)
  vitamin overdose|sugar overdose|information overdose|od on (coffee|chocolate|sugar)
  drown* (my|her|his)? myself? (in|under) (work|coffee|chocolate|paperwork|music|tea|wine|emails|email|
    laundry|debt|homework|tickets|meetings|admin|deadlines|marking|tasks)
  drowning in|sink or swim|up to my neck in|pain in the (neck|ass|arse|butt|backside)|stab in the dark
  stab in the back|stabbed in the back|stabbed me in the back|back stab*|backstab*
  stabbing pain in my (back|knee|foot|toe|shoulder)|take a stab|twist the knife
  blow my (mind|nose|cover|budget)|blew my mind|brain fog|blood pressure|blood test|blood sugar|blood orange
  bad blood|bleed me dry|bleeding edge|bleeding heart|nose bleed|nosebleed
  bleeding (obvious|idiot|hell|internet|printer|train)|bloody (hell|meeting|train|computer)
  axe (throwing|body spray)|axed my|got the axe
  murder (mystery|mysteries|podcast|weapon in|on the dance|she wrote|hornet)
  murder* (a|an) (burger|pizza|curry|pint|coffee|song)|could murder a|bloody murder|get away with murder
  poison ivy|name your poison|food poisoning|toxic positivity|ghosted
  (end|ends|ending|ended) (it|things) (with|there|here|early|at|on a|amicably)
  end (the|this|my|our|a) (call|meeting|relationship|marriage|contract|subscription|lease|conversation|
    chat|session|day|week|year|shift|project|trial|membership|internship|affair|engagement|placement)
  end up|end of (the|my|this|story|term|month|year|an)|loose ends|make ends meet|dead end*|weekend|week end
  at my wit's end|wits end|never ending (meeting|meetings|emails|story|cycle|pile|list)
  endless (meetings|emails|scroll*)
  suicide for (the|our|my|this|any) (company|team|brand|business|firm|party|career|club|product|project|
    show)
  suicide (squad|squads|drill|drills|sprint|sprints|run|runs|prevention|awareness|bomber*|squeeze|mission|
    door|doors|king|watch on|pact in|hotline|silence|by cop in|note in the|forest documentary|rate*|
    statistics|wing|burger|sauce)
  (server|process|app|laptop|printer|phone|bot|pod|container|plant|car|boiler|job|thread|daemon|
    script) {adverb}? (commit|committed|committing|killed|kills|hanged) (suicide|itself)
  career suicide|political suicide|social suicide|commercial suicide|professional suicide
  suicidal (pricing|tackle|driver*|cyclist*|pedestrian*|squirrel*|deadline|schedule|moth*|chess|opening|
    lyrics|empathy)
  kamikaze
  kms (server|key|keys|activation|host|client|service|encrypt*|license|policy|per|an|away|away from|today
    on|run|ran|ride|later|to go|left|from|round|each|every|on the|in the|back|walk|down|north|south|of)
  (aws|azure|windows|cloud|google|{number}|two|three|five|few|several|many|more|2|3|4|5|6|7|8|9|1|100|
    1000|500|300) kms
  self harm (policy|moderation|content|filter|training|guidelines)|harm reduction|do no harm|no harm no foul
  no harm done|harmless|(feel|feeling|felt) like death (warmed up)?|like a zombie|like the walking dead
  dead man walking|dead woman walking|i'm dead|im dead lol|i'm so dead|so dead (if|when)
  dead when (mum|dad|she|he|my)|he's (so)? dead when|you're (so)? dead
  (mum|dad|boss|she|he|wife|husband|girlfriend|boyfriend|parents|teacher|landlord|manager|editor|
    coach) {adverb}? (is|are|'s|was)? (will|would|going to|might)? {adverb}? (kill|killing|murder) me (when|
    for|because|once|lol|if (this|the|i (forget|miss|missed|break|broke|lose|lost|fail|don't|am late|burn|
    spill*|mess|eat|ate|bring|buy|spend)))
  (kill|killed|murdered|killing|murder) (him|her|them|you|my .. {relation}) (for|if .. (again|doesn't|
    don't|keeps|eats|leaves)|with kindness|at (chess|fifa|cards|monopoly|tennis|mario kart|smash)|in (chess|
    fifa|the final|the game|that game|mario kart|smash|ranked|this game))
  could (just|have)? (kill|killed|murder|strangle|throttle) (him|her|them|my .. {relation}|that|whoever)
  i'll kill (him|her|you|them) lol
  threaten* (to|with) (sue|quit|strike|leave a|fire|legal|dismiss*|redundan*|report|cancel|call hr|walk out)
  (last|final) (night|day) (of|at|in) (the|my|our|work|school|holiday|term|vacation|uni|the office|the
    job|contract)
  goodbye (party|lunch|drinks|card|email|cake|kiss|to (sugar|summer|my free time|sleep|carbs|my weekend|
    the weekend))
  farewell (party|lunch|drinks|email|card|cake|tour|do)
  say goodbye to (my|the) (weekend|deposit|sleep|free time|budget|bonus)
  run* out of (time|money|steam|patience|milk|coffee|battery)
  disappear* (into (work|a book|the crowd|my room|meetings)|off the|from (the office|social media|
    instagram|my desktop))
  ghost town
  (want|wanted|could|wish i could) .. (disappear|vanish|sink|crawl) .. (floor|ground|hole|seat|chair|sofa|
    wall|earth|carpet|desk)
  (ground|floor|earth) .. (swallow|open up|eat) .. me|curl up and die (of|when)
  put me out of my misery (and tell|already|and say)
  (someone|somebody) please? (finish|kill|end|shoot|unplug) me|kill me now|just kill me|shoot me now
  somebody shoot me|someone shoot me|end me|send help|i can't even|i'm deceased
  (it|this) (is|was) (literally)? torture|torture* (playlist|device of)`)
