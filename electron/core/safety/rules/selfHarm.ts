/** Hurting oneself, with or without the wish to die. */
import { type Rule, rule } from './rule.ts'
import { list } from './words.ts'

const accident = `(shaving|cooking|chopping|slicing|peeling|by accident|accidentally|kitchen|while (cooking|cutting|
    chopping|gardening|shaving|working|ironing)|on (the|a|some|my|an) (paper|glass|tin|can|oven|stove|pan|
    kettle|iron|hob|nail|fence|edge|broken|box|thorn|toaster|hot|radiator|tray|grill|bbq|barbecue|corner|
    door|table|desk|coffee|tea|soup|straightener*|curling)|with (a|the) (kitchen|bread|box|steak|hair|
    curling|glue|hot)|(at|in|after) the? (gym|practice|training|football|soccer|yoga|crossfit|match|game|
    pilates)|running|lifting|jogging|skiing|climbing|falling|fell|slipp*|deadlift*|skating|cycling|moving
    (house|the|furniture)|lifting|sunburn*|in the sun|squats|bench press|stretch*|sport|injury|physio*)`

const body = `(arm|arms|wrist|wrists|thigh|thighs|leg|legs|skin|stomach|hips|hip|ankle|ankles|forearm|forearms|belly|
    shoulder|hand|hands|chest|face|neck)`

export const selfHarmRules: Rule[] = [
  rule({
    code: 'harm.self',
    kinds: 'self-harm',
    tier: 'high',
    any: list(`
      (cut|cuts|cutting|burn|burns|burned|burnt|burning|hurt|hurts|hurting|harm|harms|harming|harmed|
        scratch|scratched|scratching|scratches|punish|punished|punishing|slash|slashed|slashing|slice|
        sliced|slicing|stab|stabbing|stabbed|carve|carving|carved|bruise|bruising|injure|injuring|mutilate|
        mutilating|hit|hitting|punch|punching|punches|bite|biting|whip|whipping|starve|pinch|choke|choking|
        scald|scalding|damage|damaging|brand|branding|tear|bleed|bleeding|cutted) {self}
      (cut|cuts|cutting|burn|burns|burned|burnt|burning|scratch|scratched|scratching|slash|slashed|
        slashing|slice|sliced|slicing|stab|stabbing|carve|carving|carved|scrape|scraping|cutted|scald|dig|
        digging) ..2 (my|his|her|their) (own)? ${body}
      (hit|hits|hitting|bang|banging|banged|bangs|smash|smashing|slam|slamming|slammed|punch|punching|
        punched|beat|beating) (my|his|her|their) (own)? (head|face|legs|thighs|arms|fists|fist|skull|hands|
        hand) ..3 (against|on|into|until|because|when|so|again|with|over|in|wall|walls|to (punish|feel|stop|
        make)|for)
      (pressed|pressing|press|held|holding|put|putting|stub|stubbed|stubbing|dragged|dragging|drag|ran|
        running|used|using|took|taking|pulled|pull) ..4 (cigarette|cigarettes|lighter|blade|razor|razors|
        knife|needle|pin|scissors|iron|compass|flame|candle|glass|lit match|box cutter|sharpener
        blade) ..4 (my|his|her|on|out on|into|across|over|to) (own|my|his|her)? ..1 (${body}|skin|myself|
        herself|himself)`),
    not: [
      accident,
      '(hair|fringe|bangs|nails|toenails|losses|grass|steak|sleeves|jeans)',
      `(hurt|hurting|hurts) {self} (more|by (caring|loving|working|trying)|emotionally|laughing|in the long
        run|trying)`,
      '(to|as) (warm|wax)',
      '(ruler|timer|tattoo|eyeliner|lipstick|makeup|contour*)',
      `(head (against|on) (a|the) (brick)? wall (trying|until|with|over|to get|all day|again and again|so|
        about) ..8 (code|work|client|team|css|build|bug|landlord|insurance|council|boss|meeting|homework|
        problem|it to))`,
    ],
    notNext: ['(out|off|short|some|a (slice|piece|break|bit|deal)|in half|loose)$'],
  }),
  rule({
    code: 'harm.self-word',
    kinds: 'self-harm',
    tier: 'high',
    any: list(`
      (i|i'm|i've|he|she|he's|she's|been|started|start|urge|urges|want|wants|going|need|needs|relapsed|
        back|thinking|thoughts|stop|stopped|keep|keeps|keeps on|tempted|craving|cravings|resist|resisting|
        fighting|still|again|hide|hiding|my|her|his|recent|fresh|through|about|with|addicted|quit|feel like|
        of|resort|turn|turned|turning) ..2 (to|with|on|into|about|of)? (self harm|self harming|self harmed|
        selfharm|self injury|self injure|self injuring|self mutilat*|sh) (again|tonight|today|lately|now|
        urges|urge|relapse|scars|because|when|since|every|and|at|in|for|a|is|to|as|so|on|$)
      sh (urges|urge|relapse|relapsed|again)|(fresh|new) cuts
      self harm (urges|urge|relapse|thoughts|again|tonight|today|is the only)
      (urge|urges|craving|cravings|itch|itching|need|needs|want|wants|wanting|tempted|desperate|dying|
        thinking about|can't stop|feel like|think about) ..2 to? (cut|cutting|bleed|bleeding|burn|feel
        (the)? (blade|pain|sting)|see (the)? blood|see myself bleed|draw blood|slice|hurt (myself|me)|use
        (my|the) (blade|razor)) (again|tonight|right now|so badly|so bad|today|lately|now|is|really|deep|
        deeper|until|when|it|because|my|to|just|$)
      (relapsed|slipped|slip up|broke my streak|gave in|caved|back to day one|day zero|lost my
        streak) ..6 (cut|cutting|cuts|blade|blades|razor|burn|burned|self harm|harm|arms|thighs|wrists|
        months clean|days clean|weeks clean)
      (days|months|weeks|day|month) clean ..8 (cut|cutting|blade|razor|relapsed|slipped|gave in|broke)
      (started|been|i'm|he's|she's|went back to|back to|keep|kept|stop|she|he|secretly|is|
        begun) (been)? cutting (again|last night|tonight|to (cope|feel)|since|because|every|more|deeper|
        when|my|at|in the|$)
      (i|she|he|just) cut (again|last night|tonight|too deep|deeper|deep|today|so deep)
      (fresh|new|deep|bleeding|hiding|hide|cover|covering|covered|more|long|recent|red|stinging|his|
        her) (cuts|marks|wounds|burns|scars|slashes|lines) ..4 (on|under|with|sleeves|arm|arms|wrists|
        thighs|legs|up)
      cutting is (the only|what|all|my only|how)
      (only|just) (way|thing) ..4 (feel (anything|something|better|real|alive)|calm|cope|release|relief|
        works|helps|control) ..4 (cut|cutting|pain|bleed|blade|burn|hurting|razor|burning)
      (cut|cutting|burn|burning|bleed|bleeding|hurting myself|razor|blade|pain) ..3 (is|makes|helps|calms|
        gives|quiets|was|brings) ..3 (relief|release|calm|calms|feel (something|alive|real|better|anything)|
        cope|control|only thing|numb|only way|quiet|the noise|relieves)
      (hair tie|rubber band|elastic band|tweezers|sharpener|pencil sharpener|safety pin|shaver|blade|
        razor|lighter) ..5 (snap|snapping|against my|skin|apart|take the blade|blade out|punish|until it
        (bleeds|bled|hurts|burns)|blood)
      (pick|picking|picked|scratch|scratching|scratched|rub|rubbing|scrub|scrubbing|clawing|claw|bite|
        biting|dig|digging|pull|pulling) ..5 (until|till) ..2 (bleed|bleeds|bled|raw|blood|i bleed|draws
        blood)
      (burn|burns|burned|burnt|burning) (my|his|her) .. with (a|the|my) (lighter|cigarette|cigarettes|
        iron|candle|match|hair straightener on purpose)
      (hurt|hurting|injure|harm) {self} (on purpose|deliberately|intentionally|to (cope|feel|punish|calm))
      (deserve|deserved|need|needed) (the pain|to (feel pain|hurt|be punished|bleed|suffer physically))
      (blood|bleeding) (running|dripping|all) .. (arm|arms|leg|thigh|wrist|wrists) ..6 (feel|felt|calm|did
        it|better|cut|relief|again)`),
    not: [
      accident,
      `(policy|content|moderation|filter|sugar|carbs|coffee|the call|the cord|budget|costs|smoking|
        drinking|calories|film|hair|grass|meat|class|training course|leaflet|assembly|safeguarding)`,
      `(nail|nails|cuticle|cuticles|scab|mosquito|eczema|rash|bites|bite|itchy|shirt|tattoo|coffee stain|
        acne|spot|spots)`,
      'cutting (back|down|out|corners|costs|it|sugar|carbs|calories|grass|wood|hair|class|the)',
      'urge to (cut|burn) (costs|corners|ties|back|down|the|in|off|up|some|class|it|calories)',
      '(scars|cuts) ..6 (fade|faded|old|healed|from (surgery|falling|my (c|operation)))',
    ],
  }),
  rule({
    code: 'harm.wish',
    kinds: 'self-harm',
    tier: 'high',
    any: list(`
      (want|wants|need|needs|going|urge|urges|tempted|might|about|feel like|thinking about|thoughts of|
        thoughts about|thinking of|scared i'll|afraid i'll|scared i will|afraid i might|i'm going to|scared
        i might|worried i'll) to? {adverb}? (hurt|harm|hurting|harming|cut|cutting|burn|burning|do something
        to|injure|punish) {self}
      (not safe|unsafe|don't feel safe|don't trust myself|can't trust myself|not feel safe) (with myself|
        from myself|alone|by myself|around (the)? (knives|sharp|pills|blades)|with (the)? (knives|pills)|on
        my own|tonight|in my own (head|company|skin)|$)
      (hide|hidden|lock|locked|took|take) ..3 (knives|blades|razors|sharps|sharp things) ..5 (from me|so
        i|away from me|because i)`),
    despite: ['denial'],
    guards: [
      ({ before, match }) =>
        / (?:don't|didn't|doesn't|never|not|no) (?:[a-z']+ ){0,3}$/.test(before) && !/safe|trust/.test(match),
    ],
    not: [
      accident,
      'safe (at|in) (home|my (home|house|flat|street|area|neighbourhood))',
      '(neighbourhood|street|street at night|dark alley|route home|car park|station)',
    ],
  }),
]
