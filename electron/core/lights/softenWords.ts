/** How people ask in English for a softer light, or for theirs back, as whole sentences. */

export interface WishPatterns {
  soften: readonly RegExp[]
  back: readonly RegExp[]
}

const any = (...ways: string[]) => `(?:${ways.join('|')})`
const maybe = (...ways: string[]) => `(?: ${any(...ways)})?`

/** Said before a wish, and after it, in any number. */
const lead = `(?:${any(
  'hey|hi|hello|good (?:evening|morning)|ok|okay|oh|ah|lull|yes|yeah|yep|sure|alright|right|well|um|uh|hmm|so|then|now|just',
  'also|and|actually|maybe|perhaps|please|pls|plz|thanks|thank you|for now|quick|quickly|no wait|wait|hang on',
)},? )*`
const tail = `(?:,? ${any(
  'please|pls|plz|thanks|thank you|ty|now|right now|for me|for now|(?:just )?for a (?:bit|while|little while|moment|minute|few minutes|second)',
  'lull|ok|okay|again|would you|could you|can you|will you|if you can|if you could|if possible|if you do not mind|too|then|maybe',
)})*`
/** The reason, told after it. */
const reason = `(?:,? ${any('because', 'cause', 'since', 'so (?:that )?i', 'as my', 'as i')} .{1,90}|, ${any(
  'i',
  'my',
  'it is',
  'they are',
  'the lights? (?:is|are)',
  'this is',
)} .{1,90})?`

const bit = any(
  '(?:just )?(?:a (?:little |tiny )?bit|a little|a touch|a tad|slightly|somewhat|some)(?: more)?',
  'much|way|even|more',
)
const which =
  '(?:room|desk|ceiling|overhead|main|big|office|bedroom|living room|study|kitchen|hue|floor|reading)'
const light = `${any(
  '(?:the|these|those|this|that|my|our|all(?: of)? (?:the|my|these|our)|all)',
)}(?: ${which})? (?:lights?|lamps?|lighting|light ?bulbs?|bulbs?)(?: level)?`
const room = any('the', 'this', 'my').concat(' (?:room|office|study|bedroom)')
const it = '(?:it|them|that|those|this)'
const place = any(
  'in (?:here|there|this room|(?:the|my|our) (?:room|office|study|bedroom|living room|kitchen))',
  'around (?:here|me)|above me|over (?:here|my desk)|(?:at|on) (?:my|the) desk',
)
const softer = any(
  '(?:softer|warmer|dimmer|darker|lower|gentler|cosier|cozier|calmer|mellower|soft|warm|dim|low|cosy|cozy|gentle)',
  'less (?:bright|harsh|glaring)|easier on (?:my|the) eyes',
)
const less = '(?:soften|dim|lower|reduce|mellow|tone down|turn down|bring down|take down|warm up|warm)'
const lessening =
  '(?:softening|dimming|lowering|reducing|toning down|turning down|bringing down|warming up|warming)'
const moved = '(?:turn|bring|tone|take|put)'
const set = '(?:make|get|put|set|turn|have)'

/** What is asked to be done, with what it is done to. */
const softened = (object: string) =>
  any(
    `${less}${maybe(bit)} ${object}${maybe(bit)}${maybe(place)}${maybe(bit)}`,
    `${moved} ${object}${maybe(bit)} down${maybe(bit)}${maybe(place)}`,
    `warm ${object} up${maybe(bit)}${maybe(place)}`,
    `${set} ${object}${maybe('be')}${maybe(bit)}${maybe('to', 'on')} ${softer}${maybe(place)}`,
  )
const softenedRoom = any(
  `${set} (?:it|this|things|everything)${maybe(bit)} ${softer} ${place}`,
  `(?:soften|dim) ${room}${maybe(bit)}`,
  `${set} ${room}${maybe(bit)} ${softer}`,
)
const wasWas = any(
  '(?:to )?(?:how|what|the way|as|like) (?:it|they) (?:was|were)(?: before)?',
  'to normal',
  'like before',
)
const broughtBack = (object: string) =>
  any(
    `(?:give|bring|put|turn|set|switch|change|get) ${object} back${maybe('up', wasWas)}${maybe(place)}`,
    `(?:give|bring|get|put) (?:me )?back ${object}${maybe(place)}`,
    `give me ${object} back`,
    `(?:undo|restore|reset) ${object}`,
    `${set} ${object} (?:normal(?: again)?|${wasWas}|(?:bright|brighter|normal) again)`,
  )
const undone =
  'undo the (?:softening|dimming|softer light|light change)|stop (?:softening|dimming)(?: the lights?)?'

const asked = any(
  '(?:can|could|would|will) (?:you|we)(?: (?:please|just|maybe|also|kindly|possibly|perhaps|quickly))*',
  'would you be able to|is it possible to|can you try to|i would like you to|i want you to|i need you to',
  'please|let us|let us just|go ahead and|feel free to',
)
const wantsOf = any(
  'i would (?:like|prefer)|i want|i need|(?:can|could|may) (?:i|we) (?:have|get)|give me|let us have',
)
const softLight = `(?:some )?(?:${bit} )?(?:softer|warmer|dimmer|gentler|lower|less|soft|dim|low|warm) (?:light|lights|lighting)`
const short = (wish: string, after = tail) => new RegExp(`^${lead}(?:${wish})${after}$`)
const full = (wish: string) => short(wish, tail + reason)

const doneTo = (wish: string) => [
  full(`(?:${asked} )?${lead}(?:${wish})`),
  // "My head hurts, can you dim the light": what stands before is told, and then it is asked for.
  new RegExp(
    `^(?!.*\\b(?:if|when|whenever|why|what|whether|not|never|used to|wish|imagine)\\b).{1,120}?(?:,| so| and),? (?:so |and |then )?(?:(?:can|could|would|will) you|please)(?: please| just)? (?:${wish})${tail}$`,
  ),
]

export const english: WishPatterns = {
  soften: [
    ...doneTo(softened(light)),
    ...doneTo(softenedRoom),
    full(
      `(?:would you mind|do you mind|mind|how about|what about)(?: just)? ${lessening}${maybe(bit)} ${light}${maybe(bit)}${maybe(place)}`,
    ),
    full(
      `(?:would you mind|do you mind|how about) (?:making|turning|bringing|putting) ${light}${maybe(bit)} (?:down|${softer})${maybe(bit)}${maybe(place)}`,
    ),
    full(
      `${wantsOf} ${any(`${light}${maybe(bit)} (?:${softer}|dimmed|softened|lowered|turned down)${maybe(bit)}`, softLight)}${maybe(place)}`,
    ),
    full(`(?:can|could) ${light} be${maybe(bit)} (?:${softer}|dimmed|softened)${maybe(bit)}${maybe(place)}`),
    new RegExp(`^${lead}${softLight}${maybe(place)},? (?:please|pls|plz)$`),
    short(`(?:the )?lights${maybe(bit)} (?:softer|warmer|dimmer|lower|down)${maybe(bit)}`),
    short('soften'),
  ],
  back: [
    ...doneTo(broughtBack(light)),
    full(`(?:${asked} )?(?:${undone})`),
    full(`${wantsOf} ${light} back (?:up|${wasWas})`),
    short(`(?:the )?lights back(?: up| ${wasWas})?`),
    short(
      '(?:back to )?(?:the |my )?(?:normal|usual|regular) (?:light|lights|lighting)(?: again)?(?:,? please)',
    ),
  ],
}

/** What stands for a light that was named before. */
export const englishIt: WishPatterns = {
  soften: [full(`(?:${asked} )?${lead}${softened(it)}`), ...doneTo(softened(it))],
  back: [full(`(?:${asked} )?${lead}${broughtBack(it)}`), ...doneTo(broughtBack(it))],
}
