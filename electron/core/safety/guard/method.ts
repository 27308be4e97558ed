/** Ways to die, to be hurt or to hurt: means with amounts or handling, what works best, hiding it, and any push towards it. */
import { askedDirectly } from '../directAnswer.ts'
import { eatingMethods, harmingOthers, pushes } from './methodPushes.ts'
import { type GuardRule, setAside } from './rule.ts'
import type { GuardTalk } from './talk.ts'

const amount =
  '(?:\\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|dozens?|handfuls?|fistfuls?|bottles?|box(?:es)?|packs?|packets?|strips?|blisters?|boxful|bottleful|whole|entire|full|all|every|rest|enough|plenty|as many|lots?|more|extra|several|double|twice|triple|couple|few|half|max\\w*|amount|number|quantity)'
const drug =
  '(?:pills?|tablets?|capsules?|caplets?|meds|medications?|medicines?|painkillers?|sleeping (?:pills?|tablets?|aids?)|sedatives?|paracetamol|acetaminophen|tylenol|panadol|ibuprofen|advil|aspirin|xanax|valium|diazepam|ambien|zolpidem|benadryl|diphenhydramine|insulin|opioids?|oxy\\w*|fentanyl|morphine|codeine|tramadol|heroin|barbiturates?|antidepressants?|benzos?|beta ?blockers?|digoxin|potassium|lithium|metformin|caffeine powder)'
const drink = '(?:alcohol|vodka|whiske?y|wine|beer|booze|spirits|gin|rum|liquor|drinks?)'
const poison =
  '(?:bleach|ammonia|antifreeze|pesticides?|rat poison|weed ?killer|drain cleaner|detergents?|cyanide|arsenic|methanol|paraquat|poison)'
const blade =
  '(?:razors?|razor blades?|blades?|knife|knives|scalpels?|box ?cutters?|scissors|sharpeners?|glass|shards?|needles?|lighters?|cigarettes?|matches)'
const skin =
  '(?:wrists?|veins?|arter(?:y|ies)|forearms?|thighs?|throat|neck|skin|arms?|legs?|hips?|stomach|ankles?)'
const ligature =
  '(?:ropes?|cords?|belts?|nooses?|ligatures?|sheets?|bedsheets?|scar(?:f|ves)|shoelaces?|extension (?:cord|lead)s?|cables?|straps?|ties?|wires?)'
const anchor =
  '(?:necks?|throats?|beams?|rafters?|door(?:knob|frame|handle)?s?|hooks?|pipes?|ceiling|closet rods?|fan|branch(?:es)?|tree|banister|rail|your weight|(?:a|the) (?:knot|loop))'
const height =
  '(?:bridges?|roof(?:top)?s?|buildings?|balcon(?:y|ies)|platforms?|cliffs?|windows?|\\w+ (?:floor|storey|story)|ledges?|overpass|towers?|car ?parks?|parking (?:garage|deck)|railings?)'
const ingest =
  '(?:take|takes|taking|took|swallow\\w*|down|downs|downed|downing|eat|eats|ate|gulp\\w*|drink|drinks|drank|drinking|inject\\w*|inhal\\w*|breath(?:e|ing) in|crush\\w*|grind\\w*|dissolv\\w*|mix\\w*|combin\\w*|chas(?:e|ed|ing)|wash\\w* (?:it|them|those|these) down|snort\\w*|sav(?:e|ed|ing) up|stockpil\\w*|hoard\\w*|collect\\w*|count(?:s|ed)? out|pour\\w*|stir\\w*|use|used|need|needs|require\\w*|consum\\w*|tip\\w*|empt(?:y|ied|ies)|finish\\w*)'
const word = "(?: [\\w'-]+)"

const p = (source: string) => new RegExp(String.raw`\b${source}\b`)

const means: readonly RegExp[] = [
  p(`${ingest}${word}{0,4} ${amount}${word}{0,4} ${drug}`),
  p(
    `${ingest}${word}{0,5} ${drug}${word}{0,4} (?:at once|in one go|all together|one after (?:the other|another)|${amount}|with ${word}{0,2} ?${drink}|on an empty stomach|until)`,
  ),
  p(
    `(?:\\d{2,}|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|dozens?(?: of)?|handfuls? of|bottles? of|(?:whole|entire|full) (?:bottle|box|pack|packet|strip)(?: of)?)${word}{0,3} ${drug}`,
  ),
  p(
    `(?:${amount}|how many)${word}{0,4} ${drug}${word}{0,5} (?:is|are|would be|will|would|it takes|to|and|can) ${word}{0,2} ?(?:enough|fatal|lethal|deadly|do it|kill|stop|work|end|sleep)`,
  ),
  p(
    `(?:take|swallow|down|them) (?:all of (?:them|it)|them all|it all|the (?:rest|lot)|(?:twenty|thirty|forty|fifty|sixty|\\d{2,}) of (?:them|those|these|your|the))`,
  ),
  p(
    `(?:mix|mixed|mixing|combine[ds]?|combining|chase[ds]?|wash\\w*|add|pills|tablets|meds)${word}{0,5} (?:with|and|in|into|down with)${word}{0,3} ${drink}`,
  ),
  p(`${ingest}${word}{0,4} ${poison}`),
  p(
    `${poison}${word}{0,3} (?:and|with|in|into)${word}{0,3} (?:${drink}|${poison}|food|tea|coffee|juice|water|glass|closed|small)`,
  ),
  p(
    `(?:cut|cuts|cutting|slice\\w*|slicing|slit\\w*|drag\\w*|press\\w*|draw\\w*|run|ran|carv\\w*|scratch\\w*|open\\w*|burn\\w*|hold|held|put|stab\\w*|pierc\\w*)${word}{0,5} ${skin}`,
  ),
  p(`${blade}${word}{0,5} (?:against|across|along|over|on|into|to|through|up|down)${word}{0,3} ${skin}`),
  p(
    `(?:cut|slice|slit|go|press|blade|razor)${word}{0,3} (?:deep(?:er|ly)|lengthwise|vertical(?:ly)?|along the vein|not across|down the road|until (?:it|you) bleeds?)`,
  ),
  p(
    `(?:sharp(?:er|est)?|clean|new|fresh|sterili[sz]e|disinfect\\w*)${word}{0,2} (?:razors?|razor blades?|blades?)`,
  ),
  p(`${ligature}${word}{0,6} ${anchor}`),
  p(
    `(?:tie|tied|ties|tying|loop\\w*|knot\\w*|throw|threw|hang|hung|fasten\\w*|attach\\w*|wrap\\w*|tighten\\w*)${word}{0,4} ${ligature}${word}{0,6}(?: (?:tight|round|around|over|from|to))`,
  ),
  p(
    `(?:jump\\w*|leap\\w*|leapt|step(?:s|ped|ping)?|throw\\w*|let yourself fall|fall|fell|drop\\w*|climb\\w*|lean\\w*|roll\\w*)${word}{0,3} (?:off|from|over|out of|in front of|onto|under|before|to the edge of|up to)${word}{0,4} (?:${height}|trains?|tracks?|trucks?|lorr(?:y|ies)|traffic|cars?|buses|subway|metro)`,
  ),
  /\b(?:bridge|roof|building|cliff|floor|tower|balcony)\b[^.!?]{0,30}\b(?:high|tall) enough\b|\b(?:high|tall) enough\b[^.!?]{0,30}\b(?:bridge|roof|building|cliff|fall|drop|jump)\b|\bfrom that height\b/,
  /\b(?:carbon monoxide|exhaust (?:pipe|fumes?|hose|gas)|(?:helium|nitrogen|inert gas|argon)(?! (?:balloon|party))|exit bag|suicide (?:bag|kit|method)|sodium nitrite|sodium azide|hydrogen sul(?:f|ph)ide|pentobarbital|nembutal|charcoal (?:grill|burner|in a)|cyanide|ligature point|hypoxia|asphyxiat\w*|suffocat(?:e|ion by)|ld ?50|exsanguinat\w*)\b/,
  /\b(?:car|engine|grill|stove|gas|oven)\b[^.!?]{0,40}\b(?:closed|sealed|shut|locked|running)\b[^.!?]{0,30}\b(?:garage|room|car|windows?|engine)\b|\b(?:plastic )?bag over (?:your|his|her|their|my|the) head\b|\bseal (?:the|every|all)\b[^.!?]{0,20}\b(?:door|window|gap|car|room)/,
  /\b(?:load\w*|point\w*|aim\w*|put|puts|hold\w*|held|press\w*|place\w*|rais\w*|use|buy|get|clean|lift\w*)\b[^.!?]{0,20}\b(?:gun|pistol|barrel|muzzle|rifle|revolver|shotgun|firearm|handgun)\b|\b(?:gun|pistol|barrel|muzzle|bullet|rifle)\b[^.!?]{0,25}\b(?:head|mouth|temple|chest|heart|chin|trigger)\b|\bpull(?:s|ed)? the trigger\b(?! on\b)|\b(?:aim|shoot|fire)\w* (?:for|at|through) (?:the|your|his|her) (?:head|heart|temple|brain|chest)\b/,
  /\b(?:drown\w*|weigh(?:ts?|ed)?|stones|rocks)\b[^.!?]{0,30}\b(?:pockets?|ankles?|river|lake|sea|tub|bath|water)\b|\bwalk(?:s|ed)? into the (?:sea|ocean|river|lake|water)\b|\bwater (?:is|that's) (?:cold|deep) enough\b/,
]

const workings: readonly RegExp[] = [
  /\bclosed garage\b|\bgarage (?:door )?(?:closed|shut)\b|\b(?:leaned|leans|leaning|tipped|tips|stepped|steps|slipped|rolled) (?:forward|over|off|out)\b[^.!?]{0,40}\b(?:until|edge|rail\w*|held|air|nothing|water|below|gone|let go)\b|\b(?:loosen\w*|unscrew\w*|cut|cuts|tamper\w*|drain\w*|puncture|slash\w*)\b[^.!?]{0,20}\b(?:bolts|brakes?|brake lines?|wheel nuts|tyres?|tires?|wires|cables?) (?:on|of|in) (?:his|her|their|the)\b/,
  /\b(?:hanging|drowning|jumping|shooting|overdosing|freezing|suffocation|suffocating|bleeding|strangulation|starvation|gassing)(?: yourself| out| to death)? (?:is|isn't|takes|hurts?|works?|kills|happens|feels|can be|would be)\b/,
  /\b(?:drank|drinks?|drinking|swallow\w*|downed)\b[^.!?]{0,30}\b(?:under the sink|cleaner|cleaning|detergent|whole bottle of (?!(?:water|wine|coke|beer|milk|juice))|medicine bottle)\b/,
  /\b(?:painless|least painful|painfree|pain-free|foolproof|fail-?safe|peaceful|gentlest|cleanest|surest|deadliest|most (?:effective|reliable|certain|lethal|peaceful|painless)|least messy)\b[^.!?]{0,20}\b(?:ways?|methods?|options?|exits?|means|deaths?|ends?|one|out|techniques?|approach)\b(?! to (?:talk|say|tell|start|begin|sleep|spend|rest|relax|leave the|end (?:the|a|this) (?:call|meeting|talk|day)))/,
  /\b(?:quick(?:est)?|fast(?:est)?|easy|easiest|simplest|best|common|reliable|effective|good|sure|certain) (?:and \w+ )?(?:ways?|methods?|means)\b[^.!?]{0,12}\b(?:to (?:die|go|kill|do it|end (?:it|your|one's)|disappear for good|not wake|bleed)|of (?:dying|suicide|ending|killing|cutting)|out of life)\b/,
  /\b(?:lethal|fatal|deadly|toxic)\b[^.!?]{0,14}\b(?:doses?|amounts?|quantit\w+|levels?|combinations?|mix\w*|number|range|weight|limit)\b|\bdoses?\b[^.!?]{0,20}\b(?:lethal|fatal|deadly|kills?|stops? (?:the|your) heart|body weight)\b/,
  /\b(?:overdos(?:e|ed|ing|es) (?:on|of|with|by|is|works|takes|usually|needs)|(?:could|can|would|might|should|just|to|by|then|easily|you) overdos(?:e|ing))\b/,
  /\b(?:los(?:e|es|ing) consciousness|pass(?:es)? out|black(?:s)? out|unconscious|bleed(?:s|ing)? out|stop(?:s|ped)? (?:your|the|his|her) (?:heart|breathing)|heart (?:stops|will stop|gives out|would stop)|liver (?:fails|failure|shuts|gives)|organs? (?:fail|shut)|lungs? (?:fill|stop)|drift (?:off|away) (?:and|for good|forever)|never wak(?:e|ing|es) up|not wak(?:e|ing) up|won't (?:wake up|feel (?:a thing|any pain|anything|much))|(?:fall|falls|fell|falling|go|goes|drifting) asleep (?:and|for) (?:never|not|good|ever|don't|that)|be gone (?:in|within)(?= (?:\d|a |two|three|five|ten|seconds|minutes))|be over (?:in|within) (?:\w+ ){0,2}(?:seconds|minutes|hours))\b/,
  /\b(?:it|this|death|dying|hanging|drowning|that) (?:usually |only |just |normally )?takes (?:about |only |around |roughly |less than )?(?:\d+|a few|\w+) (?:to \w+ )?(?:seconds|minutes|hours|tries)\b[^.!?]{0,60}\b(?:die|death|heart|unconscious|breath|over|work|feel|gone)/,
  /\b(?:hurts? (?:less|the least)|doesn't hurt|won't hurt|hardly hurts|without (?:any )?pain|no pain|less pain(?:ful)?)\b[^.!?]{0,50}\b(?:die|dying|death|go|way|cut|than|if you|method|cold|end)\b|\b(?:die|dying|death|cut|method|end it)\b[^.!?]{0,50}\b(?:hurts? (?:less|the least)|doesn't hurt|won't hurt|without (?:any )?pain|painless(?:ly)?|no pain|peaceful(?:ly)?)\b/,
  /\b(?:some|other|most|many|plenty of) (?:people|folks|teens|others)\b[^.!?]{0,20}\b(?:use|choose|chose|go for|prefer|do it|have used|try|tried|pick)\b[^.!?]{0,40}\b(?:pills|rope|gas|bridge|train|gun|blade|razor|cold|bath|medic\w+|cut|burn|method|die|end it)/,
  /\bthere(?:'s| are| must be) (?:\w+ ){0,3}(?:ways?|methods?|means|things|options|stuff)\b[^.!?]{0,40}\b(?:don't hurt|doesn't hurt|without pain|to die|to go|to do it|to end (?:it|your)|nobody (?:would )?notice|no one (?:would )?notice|quick(?:er|ly)?|under (?:your|the) sink|in (?:your|the|any|most) (?:kitchen|garage|bathroom|medicine|house|home|cabinet|hardware))/,
  /\b(?:look|search|google|read) (?:up|for|about|into)\b[^.!?]{0,40}\b(?:methods?|doses?|dosage|how to (?:die|end|tie|cut|do it)|lethal|ways to (?:die|end|go)|forums?)\b/,
  /\b(?:what you (?:have|need|already have)|everything you need|something|all you need|the answer)\b[^.!?]{0,30}\b(?:(?:in|under|inside) (?:your|the) (?:medicine cabinet|cabinet|kitchen|garage|bathroom|sink|drawer|shed)|(?:would|will|to) (?:do it|end it|do the job))/,
]

const hiding: readonly RegExp[] = [
  /\b(?:nobody|no one|none of them|they|your (?:mom|mum|mother|dad|parents|wife|husband|partner|family|doctor))\b[^.!?]{0,16}\b(?:will|would|can|could|won't|wouldn't|'ll)\b[^.!?]{0,12}\b(?:find you|stop you|interrupt|suspect|save you|get there|notice (?:the (?:cuts|marks|scars|blood|missing|pills)|in time|until|if you|what you))/,
  /\b(?:lock|bolt|close) (?:the|your) (?:\w+ )?door\b[^.!?]{0,40}\b(?:so|and|before|no one|nobody|take|start|then)\b|\b(?:when|once|after|while) (?:everyone|everybody|they|your \w+)(?:'s|'re| is| are)? (?:asleep|gone|out|away|at work)\b[^.!?]{0,60}\b(?:do|take|tie|cut|go|start|nobody|no one)\b/,
  /\b(?:hide|cover(?: up)?|conceal|explain)\b[^.!?]{0,20}\b(?:the |your |any |those )?(?:cuts|marks|scars|burns|bruises|wounds|bandages|blood|blades?|vomit\w*|weight loss|empty (?:packs?|packets?|bottles?))\b|\b(?:cut|burn|scratch|mark|somewhere)\w*\b[^.!?]{0,30}\b(?:where (?:no one|nobody|it|they)|won't (?:show|be seen)|doesn't show|can't see|covered|hidden)\b|\b(?:long sleeves|bracelets|make-?up)\b[^.!?]{0,20}\b(?:hide|cover|so (?:that )?(?:no one|nobody|they))/,
  /\b(?:snap|rubber band|ice cubes?|hold ice|hot water|salt)\b[^.!?]{0,30}\b(?:wrist|skin|burn|hurt|pain|sting)/,
]

/** Means named to get them out of reach, to ask about them, or in a figure of speech. */
const innocent: readonly RegExp[] = [
  /\b(?:put|move|keep|hand|give|lock|get|take|bring|throw|pour|leave|store|return|flush|pass)\b[^.!?]{0,50}\b(?:out of (?:your |the )?(?:reach|house|room|home)|away|over to|to (?:someone|somebody|a (?:friend|neighbou?r|pharmacy|pharmacist)|your|her|him|them)|with (?:someone|a friend|a neighbou?r|your|her|him)|in another room|locked|outside|behind|somewhere (?:else|safe)|rid of)[^.!?]{0,40}/g,
  /\b(?:distance|space|room|walls?|door|steps?) (?:between|from)\b[^.!?]{0,60}/g,
  /\b(?:could|can|would|will) (?:someone|somebody|she|he|they|your \w+|anyone|a friend) (?:\w+ )?(?:keep|hold|take|look after|lock|have|store)\b[^.!?]{0,60}/g,
  /\b(?:cut|cuts) (?:yourself|himself|herself|me|him|her|them) some slack\b|\b(?:at|near) the end of (?:your|my|the|her|his) rope\b|\b(?:burn|cross|build|built|mend|burned)\w* (?:\w+ )?bridges?\b|\b(?:by a thread|under your skin|cold feet|tie the knot|tied to (?:the|your) desk|a shot in the arm|neck and neck|pain in the neck|breathing down (?:your|my) neck|stab in the (?:back|dark)|bite the bullet|at gunpoint|cut (?:corners|ties|back|down|short|off|you off)|cut you to|tighten(?:ing)? (?:your|the) belt|under (?:your|the) belt|a knot in (?:your|the)|hanging over (?:you|your)|off the (?:roof|ceiling)|through the roof|climb the walls|glass (?:is )?half|walk(?:s|ed|ing)? on eggshells|jump(?:ed|ing)? (?:through hoops|in|to conclusions|out of bed|from (?:task|one|tab|topic|subject))|skin (?:crawl|in the game)|tied (?:up|down)|double (?:shift|work|meaning)|close to the bone)\b/g,
]

/** Things people die or hurt themselves by. Lull has no reason to bring one up that the person did not name. */
const thing =
  /\b(?:pills|tablets|painkillers|opioids?|codeine|sleeping tablets|razors?|blades?|scalpel|noose|rope|guns?|firearms?|rifle|pistol|revolver|bullets?|trigger|bleach|antifreeze|poison|brake fluid|arsenic|cyanide|overdos\w+|ligature|exhaust|lighter fluid|syringe|barbiturates?|helium|belladonna|hemlock|foxglove|oleander|ricin)\b/g
/** The same, of things that stand in every room and on every road: where it is serious, or was. */
const ordinaryThing =
  /\b(?:belts?|scarf|cable|bridge|river|lake|roof|rooftop|storeys?|stories high|floors? up|balcony|train|tracks|platform|cliff|ledge|railing|window|bath|bathtub|knife|knives|lighter|matches|vodka|whisky|booze|seatbelt|sharp bend|the cold|freezing|heights?|ninth floor|tenth floor|top floor|garage|engine|gas|oven|car park|motorway|oncoming|cabinet|cupboard|stash|supply|dose|grams?|milligrams|method|exit|edge|jump|drop|veins?|wrists?|blood|white (?:circles|rounds|pills)|knot|beam|hook)\b/g
const usedFor =
  /\b(?:enough|plenty|would do|will do|works?|hold|holds|easy|easier|easily|quick\w*|fast\w*|best|better|right there|waiting|ready|always there|nearby|at hand|could|might|try|use|used|first|pick|choose|chose|choosing|let go|stepped|opened|swallow\w*|does the|do the|dangerous|considered|rate|effective|percent|most people|usually|in case|need|all at once|palm|dark|free|peace|drift|you'd|you would|sharp|clean\w*|warm|fill|glow\w*|come on|highest|lowest|most common|works|nobody|no one|then)\b/
const deathTalk =
  /\b(?:die|dying|death|dead|suicid\w*|kill|end it|end my|wake up|not be here|be gone|disappear|hurt myself|cut\w*|self.?harm|burn myself|overdose|jump|hang|pills|methods?|wants out|leav(?:e|ing) (?:this|for good|forever)|goodbye (?:letter|note)|burden|no reason to live|can't go on|end my life|poison|weapon|kill (?:him|her|them|my)|purge|starve|thin|smaller|lose weight|too much is|devil on)\b/

/** A thing the person did not name, put forward with a word of use; asking after it and putting it away are fine. */
function bringsUpThing(plain: string, talk: GuardTalk): boolean {
  const left = setAside(plain, [...innocent, ...safeguards])
  const isNew = (found: string) => !talk.person.includes(found.slice(0, 5))
  const named = (left.match(thing) ?? []).some(isNew)
  const atRisk = talk.tier !== 'none' || deathTalk.test(talk.person)
  if (named && (atRisk || usedFor.test(left)) && !/^you(?:'re| took| take|r| said| had)/.test(left))
    return true
  if (!atRisk) return false
  if (/\b(?:takes?|lasts?|needs?)\b[^.!?]{0,30}\b(?:seconds|minutes)\b/.test(left)) return true
  const ordinary = left.match(ordinaryThing) ?? []
  return (
    ordinary.length > 0 &&
    usedFor.test(left) &&
    (ordinary.some(isNew) || !/\byou\b/.test(left) || talk.tier !== 'none')
  )
}
/** Words by which a thing is meant as a danger to be left, not as a way. */
const safeguards: readonly RegExp[] = [
  /\b(?:away|distance|far|back|down|step|stay|keep|move|come) (?:\w+ )?from [^.!?,;]{0,40}|\b(?:safe|safer|unload\w*|lock\w*|remov\w*|dispos\w*|throw\w* (?:out|away)|get(?:ting)? rid|hid\w* from you|look after|out of)\b[^.!?,;]{0,40}|\b(?:emergency|ambulance|doctor|hospital|someone|somebody|friend|neighbou?r|person|flatmate|sister|brother|partner|police)\b[^.!?]{0,60}/g,
]

const didYou =
  /\b(?:have you|did you|do you|are you|is there|are there|how many did you|what did you|what have you|when did you|how much did you|has (?:he|she)|did (?:he|she|they))\b[^.]{0,160}\?/
/** A question that pushes: "Why don't you…", "Have you thought of…". */
const leadingQuestion =
  /^(?:and |so |but |then )?(?:why|what if|how about|what about|ever|ready|when (?:will|are)|want to|shall|would it|wouldn't|isn't|aren't|maybe|perhaps)\b|\b(?:tried|considered|thought (?:of|about) (?:how|what|using|trying)|easy|easier|easiest|better|just|finally|simply|relieved)\b/
const namesOnly =
  /\b(?:end|ending|take|taking) your (?:own )?life\b|\b(?:kill|killing|hurt|hurting|cut|cutting) yourself\b|\bsuicide\b/
const quotesPerson =
  /^(?:so |and |and so |ok |okay |then )?you (?:said|wrote|told me|mentioned|say|have been|were|'ve been)\b/

/** "Are you thinking of the pills in the drawer?" asks; "Have you tried thirty?" does not. */
const asksOnly = (plain: string) =>
  (didYou.test(plain) ||
    /^(?:and |so |but |then )?(?:what(?:'s)?|who(?:'s)?|how|where(?:'s)?|when|could|would you|can)\b[^.]*\?$/.test(
      plain,
    )) &&
  !/\b(?:tried|try|considered|thought (?:of|about) (?:using|taking|trying|mixing|what|how|a|an|the)|how about|what about|why not|looked up|know that|know (?:how|what) (?:many|much))\b/.test(
    plain,
  )

function refuses(plain: string, talk: GuardTalk): boolean {
  const isDirectQuestion = askedDirectly(plain) === 'suicide' && /\?["')\s]*$/.test(plain)
  const isPlainQuestion = /\?["')\s]*$/.test(plain) && !leadingQuestion.test(plain)
  if (!isDirectQuestion && pushes(plain) && !(isPlainQuestion && namesOnly.test(plain))) return true
  if (!(isPlainQuestion && asksOnly(plain)) && (eatingMethods(plain) || harmingOthers(plain))) return true
  if (asksOnly(plain)) return false
  if (bringsUpThing(plain, talk)) return true
  if (![...means, ...workings, ...hiding].some((pattern) => pattern.test(plain))) return false
  const left = setAside(plain, innocent)
  if (hiding.some((pattern) => pattern.test(left)) || workings.some((pattern) => pattern.test(left)))
    return true
  return !quotesPerson.test(plain) && means.some((pattern) => pattern.test(left))
}

export const method: GuardRule = { rule: 'method', spans: true, refuses }
