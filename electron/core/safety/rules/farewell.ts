/** Rehearsal, farewell, giving away, and arranging what comes after. */
import { officeDay } from './plan.ts'
import { type Rule, rule } from './rule.ts'
import { list } from './words.ts'

/** Trying it out, saying goodbye, giving away, and arranging what comes after. */
export const farewellRules: Rule[] = [
  rule({
    code: 'plan.rehearsal',
    kinds: ['suicide', 'suicide-plan'],
    tier: 'high',
    facets: ['rehearsal', 'wish'],
    any: list(`
      (put|placed|tied|tightened|wrapped|looped|held|tried|testing|tested|practised|practiced|practising|
        practicing|had|slipped|fastened|hung) ..3 (noose|rope|belt|cord|gun|plastic bag|scarf|ligature|
        barrel|muzzle) ..4 (neck|head|mouth|temple|beam|door|banister|throat|chin|tree|knot|knots)
      (practised|practiced|practising|practicing|tried out|rehearsed|rehearsing|testing|tested|learned|
        learnt|learning) ..3 (noose|knot|hanging|tying (a|the) noose|my suicide|the jump|ligature|how to
        hang|it would hold|branch would hold|would hold me|would hold my weight)
      (stood|standing|sat|went|walked|walking|drove|driven|driving|keep going|found myself|been|going|go|
        climbed|visited|cycled|parked) ..5 (the)? {place} ..6 (jump|step off|jumping|couldn't do it|nearly|
        almost|working up|thinking about it|looking down|looking at the drop|how far|how high|what it would
        be|let go|courage|did it|pull me|climbed over|ending|see if i could|wondering|imagining|waiting for
        (the|a) (train|express)|to be sure|over the (rail|railing|barrier)|came down|talked me down)
      (counted|counting|counts|laid out|lined up|spread out|poured out|tipped out|emptied|
        sorted) ..3 (pills|tablets|the meds|my meds|my medication|painkillers|bottle|blister packs|
        paracetamol|all the {pills})
      (looked up|looking up|googled|googling|searched|searching|researching|researched|reading about|read
        up on|been reading|browsing|search|look up|googles) ..3 (ways to (die|kill|end)|how to (die|kill
        {self}|hang|overdose|end it|tie a noose)|methods|suicide (methods|forums|websites|bridges)|lethal
        (dose|doses)|painless (ways|methods|death)|how (many|much) .. (kill|lethal|fatal)|train (times|
        timetable) ..4 (track|platform|jump|step)|which (bridges|buildings|pills))
      (garage|car) ..4 (engine|exhaust) (running|on) ..4 (door|closed|shut|windows|sat)
      (almost|nearly) (did it|stepped|jumped|went through with it|let go|drove (off|into)|pulled the
        trigger|swallowed them)
      (came|come) so close to (doing it|jumping|ending it|stepping)
      (bought|buying|ordered|got) (a|the|some)? (rope|noose|gun|helium|charcoal|razor blades) (today|
        yesterday|last (week|night)|for (it|myself|this)|this (morning|week)|to (do it|use))$`),
    not: [
      '(to (photograph|watch the (sunset|stars|ships|trains)|feed|walk the dog|paint|fish|take photos))',
      `(climbing (wall|gym|frame)|sailing|boat|knots|scout|arborist|hammock|swing|camping|hunting|shooting
        range|range day|pharmac*|inventory|stock take|stocktake|as a nurse|my patients|travel|packing|pill
        organiser|pill organizer|weekly)`,
    ],
  }),
  rule({
    code: 'farewell.veiled',
    kinds: 'suicide',
    tier: 'concern',
    facets: ['farewell'],
    despite: ['denial'],
    any: list(`
      (won't|not going to|not|don't think i'll|may not|might not|i'll not|doubt i'll|won't
        even) be (around|here|alive|in (your|this) (way|world)|a (bother|problem|burden)) (much longer|for
        (long|much longer|very long|that|it)|anymore|to (see|bother)|very long|any longer|by (then|spring|
        christmas|summer|next)|when|to watch|next)
      (you|they|nobody|no one|she|he|everyone) (won't|will not|will never|'ll never|will|won't ever) (have
        to (worry|deal|put up|see|hear|think|look after|listen|suffer|bother|cope|care) ..2 (me|from me|
        about me|with me|anymore)|hear from me (again|anymore)|see me (again|anymore|ever))
      (take care of|look after|be good to|look out for|watch over|feed|be there for|please love|raise|
        tell) ..4 (when|after|once|if|for me when) i'm (gone|not (here|around)|dead|no longer|no more)
      who (will|would|is going to|gets|takes|'ll) (take|look after|feed|have|get|care for|want|
        inherit) ..4 (when|after|if|once) i'm? (gone|dead|wasn't here|not here|not around|no longer here|am
        gone)
      what (would|will|happens) .. (happen|become of)? ..2 my (cat|dog|kids|children|son|daughter|pets|
        cats|dogs|family|mum) ..2 (if|when|once) (i|i'm) ..2 (gone|dead|died|die|not here|wasn't here)
      (when|once|after) i'm (gone|dead|no longer here|not here anymore|finally gone|buried)
      (goodbye|farewell|bye) (everyone|forever|world|cruel world|all|to you all|for good|for the last
        time|my friends|my (loves|babies|family)|and thank you (all|for everything)|to everyone|life)
      (this|it) (is|will be) (goodbye|my goodbye|the last (time|goodbye)|farewell|my last)
      (saying|said|say|saying all) ..2 goodbyes
      (final|last) (goodbye|goodbyes|message|post|words|note|farewell|letter|wish|wishes)
      (say|said|saying|hug*|kissed) ..3 (one (last|final) time|for the last time|goodbye without (saying|
        them knowing|telling))
      without them (knowing|realising) it was goodbye|last hug
      (it|everything|this|the pain|all this|all of this|things|my pain|the suffering|all) (will|'ll|is
        going to|'s going to|going to|will all|'ll all) ..2 (be)? (over|end|ended|done|finished|stop|quiet|
        peaceful|better) (soon|very soon|shortly|for good|before long|by (tomorrow|morning|monday|tonight)|
        then|tonight|tomorrow|one way or another)
      (soon|finally) ..3 (be (free|at peace|at rest|over|gone|quiet|with (my|him|her|them|grandma|mum|dad|
        nan|god|jesus))|i'll (rest|sleep)|find peace|i can rest|no more pain|i'll be (nothing|nowhere))
      (see|seeing|meet|meeting|join|joining|be with|be reunited with|go to|going to|reunite with|go home
        to|going home to|follow|following) ..4 (on the other side|in heaven|up there|in the next life|in
        another life|soon in heaven|in the (grave|ground|hereafter)|in eternity|where (he|she|they) (is|are)
        now|beyond)
      (join|follow|be with|see|go be with) (my late|my dead|my (mum|dad|nan|gran|husband|wife|son|
        daughter|baby|brother|sister|boy|girl)|him|her|them|god|jesus|the lord) ..2 (soon|again soon|
        tonight|shortly|at last|now)$
      (ready|time|want) to (go home (to (god|jesus|the lord|heaven|him|my maker)|now lord)|go to (god|
        heaven|my rest|sleep for good)|be with (the lord|god|jesus|him now)|meet (god|my maker|jesus))
      (where|place) i'm going
      (won't|don't) (need|be needing) (it|them|this|these|money|any of it|any of this|that|
        anything) (anymore|soon|where|after|any longer|much longer|by then|now anyway)
      (tell|let) ..5 (know)? (that)? i (loved|love|always loved) (them|him|her|you all|everyone) ..3 (if|
        when|after|something happens|anything happens|i'm gone|don't make|$)
      (remember|forgive) me (fondly|when|as|for what i|kindly|if|please|someday|one day)
      (sorry|forgive me|apologies) for (what i'm about to|everything i'm about|leaving you|what i have to|
        what's coming|doing this to|what you'll find)
      (if|in case) (anything|something) happens to me|check* out (early|for good|of this life)
      (long|final|big|eternal|last) (sleep|rest|journey|exit)$`),
    not: [
      officeDay,
      `(team|company|move|moving (out|away|abroad|to)|transfer*|abroad|deploy*|university|uni|new job|
        retire*|retirement|holiday|holidays|babysit*|dog sitter|cat sitter|pet sitter|surgery|insurance|for
        (the|a) (weekend|week|fortnight)|paris|london|spain|subscription|warranty|graduat*|leaving drinks|
        lunch)`,
      '(album|song|series|season|episode|film|movie|novel|tour|finale|book)',
    ],
  }),
  rule({
    code: 'farewell.giving',
    kinds: 'suicide',
    tier: 'none',
    facets: ['giving'],
    any: list(`
      (giving|gave|given|give|signed over|handing|handed|passing on|sold|selling|parting with) ..5 (away|
        to my {relation}|to a friend|to charity|to the neighbour|to someone|out) ..4 $
      (giving|gave|given|give) ..3 away ..3 (my|things|everything|stuff|possessions|all|clothes|books|dog|
        cat|guitar|records|collection|jewellery|jewelry|ring|watch)
      (giving|gave|given|give) (away)? (all)? my (things|stuff|possessions|belongings|records|collection|
        guitar|dog|cat|clothes|books|watch|ring|jewellery|jewelry|savings|console|bike|camera|
        art) ..2 (away|to)
      (found|finding|find|arranged|rehomed|rehoming|sorted) ..3 (home|homes|owner|
        someone) ..3 (for)? my (dog|cat|pets|cats|dogs|animals|rabbit|fish|bird|plants)
      (put|putting|getting|got|set|setting|sorting|sorted) my (affairs|papers|finances|accounts|things|
        life insurance|house|estate) in order
      (made|making|updated|updating|wrote|writing|finished|signed|changed|changing|revised|sorted|
        sorting) ..2 (will|testament|advance directive|life insurance|power of attorney|passwords)
      (written|wrote|writing|left|leaving|list|listed|shared) ..3 (down|of|out)? (all|my)? my? (passwords|
        pin codes|account numbers|bank details|logins) ..4 (for|so|to)
      (paid|paying|cleared|settled|settling|tied|tying) (off|up|all|every) ..3 (debts|debt|bills|loose ends)
      (cleaned|cleaning|cleared|emptied|tidied|deleting|deleted|wiped) ..4 (so (nobody|no one|they|she|he|
        my) .. (has|have|need*|find*|won't|don't))
      (planned|planning|picked|choosing|chose|written|arranged|wrote) ..2 (my|my own) (funeral|obituary|
        eulogy|epitaph|burial|gravestone|cremation)
      life insurance .. (pay|pays|cover|covers|suicide|worth more)|worth more dead
      cancelled (everything|all my)`),
    not: [
      `(moving|moved|declutter*|marie kondo|spring clean*|charity shop drive|closet|wardrobe|downsiz*|
        donation|vinted|ebay|garage sale|car boot|flat|new house|solicitor|mortgage|baby|newborn|pregnan*|
        marriage|wedding|divorce|estate planning|retire*|financial adviser|tax|landlord)`,
    ],
  }),
]
