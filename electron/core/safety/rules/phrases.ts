/** Phrases that several rules are built from, and the figures of speech that look like them. */
import { after, inClause } from './rule.ts'

export const figurativeDeath = after(
  /^ ?(?:of|from|with) (?:embarrassment|laughter|laughing|boredom|shame|cringe|hunger|thirst|heat|curiosity)|^ ?laughing|^ (?:inside )?(?:a little|a bit)|^ on (?:this|that|the) hill/,
)
export const figurativeKilling = after(
  /^ ?(?:with|over|to get|to make|to meet|to finish|to please|trying|at (?:the|this|work)|in the (?:gym|foot)|for (?:this|that|the|a|an|my|forgetting|saying|not|missing|leaving|being|sending|buying)|in (?:this|that|the) game|laughing|by accident in)/,
)
export const endItWith = after(/^ ?(?:with|early|there|here by|at \d|after|on a|the)/)
export const partingFromPlace = after(
  /^ ?(?:in|with|at|near|by|alone|under|on|off|next|above|there|here in|through (?:the|this|another) (?:winter|summer|meeting))\b/,
)

export const methods = `(?:kill(?:ing)?|hang(?:ing)?|shoot(?:ing)?|drown(?:ing)?|unaliv(?:e|ing)|off(?:ing)?|murder(?:ing)?|poison(?:ing)?|starv(?:e|ing)) (?:my ?self|me self)`
export const ending = String.raw`(?:${methods}|end(?:ing)? (?:my (?:own )?life|it all|everything|my pain for good|my existence)|tak(?:e|ing) my (?:own )?life|commit(?:ting)? (?:suicide|suicid)|die by suicide|dying by suicide|jump(?:ing|ed)? (?:off|from) (?:a|the|my) (?:\w+ )?(?:bridge|building|roof|balcony|cliff|ledge|overpass)|jump(?:ing)? in front of (?:a|the) (?:\w+ )?(?:train|bus|car|truck|lorry|tram|subway)|step(?:ping)? in front of (?:a|the) (?:train|bus|car|truck|lorry|tram)|slit(?:ting)? my (?:own )?(?:wrists?|throat)|blow(?:ing)? my brains out)`
export const drugs = `(?:pills?|tablets?|paracetamol|acetaminophen|tylenol|ibuprofen|aspirin|advil|sleeping (?:pills?|tablets?)|antidepressants?|xanax|valium|opioids?|oxy|fentanyl|insulin|meds|medication|medicine|painkillers?|benzos?|sertraline|prozac|co-?codamol)`
export const quantity = String.raw`(?:too? many|too? much|all (?:of )?(?:my|the|these|those|her|his)|(?:a|the|this|my) (?:whole|entire|full)|(?:a|the) (?:bottle|box|packet|pack|handful|fistful|strip|load|bunch) of|handfuls? of|loads? of|lots of|a lot of|every|every single|the rest of (?:my|the)|(?:1\d|[2-9]\d|\d{3}) |(?:ten|fifteen|twenty|thirty|forty|fifty|sixty) )`
export const soonWords = String.raw`(?:tonight|right now|now|today|this (?:evening|afternoon|morning|weekend)|in (?:an?|one|two|\d+|a few) (?:hours?|minutes?)|tomorrow|when (?:they|he|she|everyone|my \w+) (?:leaves?|goes|falls? asleep|is asleep|are asleep|sleeps?)|after (?:work|they leave|everyone)|before (?:morning|midnight|tomorrow)|as soon as)`

export const usualDose = inClause(
  /\b(?:as usual|like (?:every|always)|every (?:morning|day|night|evening)|vitamins?|as prescribed|for (?:my|the|a) (?:headache|cold|flu|fever|allerg\w+|back|thyroid|blood pressure)|on time)\b/,
)
export const figurativeOverdose = after(
  /^ ?(?:on|of) (?:coffee|caffeine|sugar|chocolate|netflix|meetings|tiktok|news|cake|christmas|pasta|cheese|carbs|espresso|content|information|vitamin|twitter|work|tea|candy|sweets|social media|garlic|cuteness|podcasts)/,
)
export const accident = inClause(
  /\b(?:shaving|cooking|chopping|slicing|peeling|on (?:a|the|some|my) (?:paper|glass|tin|can|oven|stove|pan|kettle|iron|hob|knife|nail|fence|edge|broken|box|thorn)|while|by accident|accidentally|with (?:a|the) (?:kitchen|bread|box|steak)|some slack|a slice|a piece|a break|off|out of|short|in half|at (?:the )?(?:gym|practice|training|football|soccer|yoga|crossfit)|running|lifting|jogging|playing|skiing|climbing|falling|slipp\w+|deadlift\w*|skating|cycling)\b/,
)
