/** Being hurt or threatened by someone. */
import { type Rule, rule } from './rule.ts'
import { list } from './words.ts'

const lawful = '(probation|bailiff*|court fine|police (said|told)|parking|immigration officer|customs)'
/** Blows that are none. */
export const play = `(chess|fifa|cards|monopoly|tennis|mario kart|poker|squash|darts|golf|the race|race|final|match|league|
    football|boxing|judo|karate|sparring|bjj|jiu jitsu|mma|martial|rugby|pillow|snowball|water balloon|cat|
    kitten|dog|puppy|toddler|baby|horse|goose|parrot|cow|goalkeeper|deadline|wave|emotionally|metaphor*|in
    my dream|nightmare about|a dream)`

export const violenceRules: Rule[] = [
  rule({
    code: 'others.hit',
    kinds: 'harm-by-others',
    tier: 'high',
    person: 'told',
    any: list(`
      {he} ..6 {hurtVerb} (me|us|on me|me up|my (kids|children|son|daughter|baby|face|head|mum|sister|
        brother|little))
      {he} ..3 (grab|grabs|grabbed|held|holds|pinned|pins|pushed|pushes|threw|throws|shoved|dragged|drags|
        slammed|slams|squeezed|squeezes|pulls|pulled|yanked|yanks|choke slammed) (me|my (hair|arm|wrist|
        throat|neck|head|face|collar)) ..3 (by (the|my)|down|against|into|onto|across|around|so hard|hard|
        wall|floor|stairs|back|until|off the|to the (floor|ground))
      {he} ..3 (touch|touches|touched|feels|felt) (me|my (body|breasts|chest|private parts|privates|bum|
        bottom)) ..3 (at night|in bed|asleep|sleep|inappropriately|sexually|under|down there|when (my mum|no
        one|nobody|mum)|private|without|even though|and (tells|told|says|said) me)
      {he} ..3 (put|puts|had|has|wrapped|wraps|got) (his|her|their) hands (on|around|round) (me|my (neck|
        throat|kids))
      (his|her) hands (were|was|are) (around|round|on) my (neck|throat)
      {he} (threw|throws|chucked|smashed|hurled) ..4 (at me|at my (head|face)|over my head|next to my head)
      {he} ..4 (force|forces|forced|forcing|makes|made|pressure*|coerce*) ..2 (me|himself on me|herself on
        me) ..2 (to)? (have sex|have s3x|sleep with|sex|do (sexual|things in bed|it in bed)|intercourse|
        perform|when i say no|strip|on me)
      {he} ..3 (won't|doesn't|didn't|never|wouldn't) (stop|take no|listen|accept) ..3 (when i (say|said)
        no|for an answer in bed|no for an answer ..2 bed)
      (woke|wake) up (to|with) (him|her) (on top|inside|touching|having)
      (black eye|bruises|bruise|broken (arm|rib|ribs|nose|wrist|jaw)|split lip|busted lip|marks on my
        neck|burn marks) ..6 (he|she|my (husband|wife|partner|boyfriend|girlfriend|dad|father|mum|stepdad|
        ex)|from (him|her|last night)|makeup|sunglasses|concealer|hide|cover|told (work|people|them|
        everyone))
      (cover|covering|hide|hiding|concealer|makeup) ..4 (bruise|bruises|black eye|marks)
      (he|she|my (husband|wife|partner|boyfriend|girlfriend|dad|father|stepdad|mum)) ..3 (gets|is|becomes|
        turned|turns|got|was) (violent|physical with me|physically abusive|abusive|aggressive with me)
      (lay|lays|laid|laying|lays) (his|her|a) (hand|hands|finger) on me`),
    not: [
      play,
      '(party|tantrum|shade|curveball|surprise)',
      '(it|that|this) (hurts|hurt) me (that|when|how|so)',
      '(he|she) (hurts|hurt) me (that|when|how|by (not|forgetting|ignoring|saying|leaving))',
      `(bruises|bruise|black eye) ..5 (football|rugby|gym|bike|fell|falling|iron|blood thinners|climbing|
        skating|boxing|roller derby|door$)`,
      '(hits|hit) me (up|with)',
      '(feelings|verbally)',
    ],
  }),
  rule({
    code: 'others.passive',
    kinds: 'harm-by-others',
    tier: 'high',
    person: 'told',
    any: list(`
      (i|i'm|i've|we|we're|me and the kids) (was|got|get|am|keep getting|being|been|'m being|just got|
        keep|being|getting|am being|have been)? ..1 (raped|sexually assaulted|molested|beaten|beaten up|
        strangled|physically abused|abused (by|at home|every)|hit (by my|at home|every|when)|attacked (by|
        last night|on the|in the|at)|groped|assaulted|spiked|date raped|trafficked|pimped|battered|slapped
        around|knocked about|kicked around|being (abused|hit|beaten|hurt|attacked|held (captive|against))|
        choked (by|last|until)|hurt by my|sexually abused|jumped by|mugged|kidnapped|burned by|held captive|
        locked (in|up|out) (by|my|every)|sold)
      (someone|a man|a guy|a stranger|my (date|uncle|cousin|boss|neighbour|teacher|coach|pastor|
        stepbrother|brother|ex)) ..2 (raped|assaulted|attacked|molested|groped|drugged|spiked|forced himself
        on|abused|touched) (me|my drink)
      (said|saying|told him|screamed|kept saying) no ..5 (but)? (he|they|she) (didn't stop|kept going|did
        it anyway|carried on|wouldn't stop|held me)
      (forced|pressured|made) (into|to have) (sex|marriage|marry|it)|forced marriage|being forced to marry
      (domestic|physical|sexual) (violence|abuse) (at home|by my|from my|relationship)
      (he|she|my {relation}) (is|was) (abusing|abusive to|hurting|beating|hitting|molesting|raping) (me|
        us|my)`),
    not: [
      play,
      `(by|at|in) (traffic|the (press|news|thread|review|comments)|a (bug|wave)|covid|competitors|life|
        reality|inspiration|another team)`,
      '(comments|online|on twitter|verbally attacked|email|channel)',
    ],
  }),
  rule({
    code: 'others.threat',
    kinds: 'harm-by-others',
    tier: 'high',
    person: 'told',
    any: list(`
      {he} ..3 (threaten|threatens|threatened|threatening|swore|promised|swears|vowed|says|said|keeps
        saying|told me|tells me|warned|warns|texted|messaged) ..4 (to|he'll|she'll|he'd|she'd|they'll|he
        will|going to|he's going to|she's going to|he would|i'll) ..2 (kill|hurt|beat|stab|shoot|hit|burn|
        strangle|bury|find|finish|come after|slit|rape|harm|throw acid|acid|smash|break|end|destroy|murder|
        make me (pay|regret|disappear)) (me|us|my (kids|children|son|daughter|face|family|mum|legs|neck|
        throat)|on me|my|the (kids|dog|cat|house))
      {he} ..2 (has|had|got|kept|keeps|pulled|pulls|held|holds|pointed|points|waved|showed|shows|grabbed|
        put) ..2 (a|the|his)? (gun|knife|blade|machete|cutlass|weapon|hammer|bat) ..3 (on me|at me|to my|in
        my face|against|when he|during|at my|by the bed|under the)
      (afraid|scared|terrified|frightened|fear|worried) ..3 (he'll|she'll|he will|he's going to|he might|
        she might|they'll|he is going to|they're going to|he would) ..2 (kill|hurt|hit|beat|find|come|do
        something to|rape|attack) (me|us|the kids|for me|after me|my)
      (not|don't feel|never feel|isn't|not feeling|no longer|unsafe) ..2 (safe)? (at home|in my (own)?
        (home|house|flat|bed)|with (him|her|my (husband|wife|partner|boyfriend|dad|father|ex|stepdad))|
        around (him|her|my (husband|dad|stepdad|partner|boyfriend|ex|wife))|going home)$
      (fear for|fearing for|afraid for|scared for) (my|our) (life|safety|lives)
      (he'll|she'll|he will|he's going to|going to) kill me (one day|if i leave|if i (tell|go|try)|next
        time|this time|and nobody)`),
    despite: ['denial'],
    not: [
      play,
      lawful,
      '(disappoint*|judg*|opinion|reaction|email|boss|team|expense*|report)',
      "(safe (with|around) (him|her) now|feel safe with|i'm safe|am safe)",
      `(kill me|murder me) (if|when|for) ..3 (forget|late|break|broke|lose|lost|spill*|scratch*|dent*|eat|
        ate|miss|fail|see* (the|my) (bill|mess|state|grades))`,
    ],
  }),
  rule({
    code: 'others.afraid',
    kinds: 'harm-by-others',
    tier: 'high',
    person: 'told',
    scope: 'sentence',
    any: list(`
      (afraid|scared|terrified|frightened|fear|worried|dread) ..6 (he'll|she'll|they'll|he will|she will|
        he's going to|she's going to|they're going to|he might|she might|he could|they might|he'd|she'd|my
        {relation} (will|might|is going to|could)) ..1 (kill|hurt|hit|beat|rape|find|attack|strangle|stab|
        shoot|come after|punch|burn) (me|us|my (kids|children|mum|son|daughter))`),
    not: [play, lawful],
  }),
  rule({
    code: 'others.now',
    kinds: 'harm-by-others',
    tier: 'imminent',
    person: 'told',
    facets: ['act'],
    any: list(`
      (i'm|we're|i|we|i've|me and (the kids|my (kids|son|daughter|mum|sister))|im) ..3 (hiding|hid|locked
        (in|myself|ourselves)|barricaded|locking myself|ran (to|into)|in the (bathroom|wardrobe|closet|
        toilet)|under the bed|locked) ..8 (from (him|her|them|my (husband|wife|partner|boyfriend|dad|father|
        ex|stepdad|brother|son))|because (he|she|they)|he's (outside|drunk|screaming|shouting|banging|
        trying|got|coming|going|here|at|smashing|yelling|kicking)|he is (outside|drunk|screaming|banging|
        trying|at|here)|she's (outside|screaming|banging|trying|coming|got)|hear (him|her)|(husband|partner|
        boyfriend|dad|stepdad|ex|father|brother) (is|was|has|'s)? (outside|banging|drunk|screaming|trying|
        coming|going|shouting|kicking|smashing))
      {he} ..3 (trying to (break (down|in|into)|get in|kill me|hurt me|strangle|kick the door|open the
        door|find me|get to)|(breaking|kicking|smashing|banging|hammering|pounding|beating) (down|in|on|at|
        through) ..2 (the|my)? (door|window|doors|windows)|coming (to|after|up the stairs|at) ..1 (me|hurt|
        kill|us|with|get)|outside (my|the|our) (door|house|window|flat|room) (with|and (he|she)|threaten*|
        scream*|shout*|right now|now|trying|banging)|in (my|the|our) (house|flat|kitchen|room|garden|
        hallway) (with a|right now|now and|and (i|won't|has)|screaming|smashing)|(got|has|have|holding|
        waving|picked up|grabbed|went to get|getting|fetching) (a|the|his) (knife|gun|bat|axe|machete|
        cutlass|hammer|belt) ..2 (and|now|he|to my|on|at|outside|coming|says|$))
      {he} ..2 (hitting|beating|choking|attacking|strangling|punching|raping|stabbing|hurting) (me|my mum|
        us|her|my sister|my brother) (right now|now|again right|as i|downstairs|in the (next|other))
      (he|she|someone|they|a man|intruder|somebody) (is|'s|are)? ..1 (in|inside|breaking into|broke into|
        has broken into|at) (my|the|our) (house|flat|home|apartment|room|door|window) ..3 (right now|now|
        help|i'm alone|and i'm|hiding|with a (knife|gun)|please|scared|i don't know who|trying)
      (he's|she's|he is|she is|he'll|he's|he) (going to|about to|gonna|will) ..1 (kill|murder|stab|shoot|
        rape) (me|us) ..4 (help|please|scared|hiding|knife|gun|serious|tonight|right now|now|coming)`),
    not: [
      play,
      `(cooking|cutting (the|a)|carving|halloween|costume|steak|bread|battery|phone|pizza|parcel|delivery|
        postman|candidate|plumber|haunted|trick or treat|surprise party|hide and seek|nerf|the cat|wasp|
        spider|mouse|raccoon|bat in)`,
    ],
  }),
]
