/** Whom an English phrase speaks of: the person who writes, someone close to them, or nobody in particular. */
import type { Place } from './guards.ts'

/** `hedged`: told of an unnamed "you", as people do who mean themselves. `nobody`: said of nobody who is in danger. */
export type Who = 'self' | 'other' | 'hedged' | 'nobody'

/** People whom a person has around them; also as the first part of "my friend's". */
export const relations =
  `friend friends bestie mate mates brother bro sister sis sibling mum mother dad father stepdad stepfather stepmum stepmom
  stepmother son sons daughter daughters kid kids child children wife husband partner girlfriend boyfriend ex spouse fiance
  fiancee roommate flatmate housemate colleague coworker boss manager cousin uncle aunt auntie nephew niece neighbour
  neighbor student employee teammate grandson granddaughter grandma grandmother granny nan nana grandad grandpa
  grandfather parents teen teenager twin toddler baby missus lad classmate apprentice landlord carer pastor coach teacher
  therapist client tenant bandmate buddy pal homie homegirl homeboy`.split(/\s+/)

const classes = new Map<string, 'self' | 'other' | 'you' | 'public'>()
for (const word of "i i'm i've i'd i'll me my myself mine we us our we're we've".split(' '))
  classes.set(word, 'self')
for (const word of "you your yourself you're you'd you'll you've yours".split(' ')) classes.set(word, 'you')
for (const word of "he she they him her them his their himself herself themselves themself he's she's they're they've he'd she'd they'd he'll she'll they'll".split(
  ' ',
))
  classes.set(word, 'other')
for (const word of relations) for (const form of [word, `${word}'s`, `${word}s`]) classes.set(form, 'other')
for (const word of 'people patients users anyone teenagers teens students men women humans soldiers veterans citizens celebrities everybody actor actress singer king queen president politician poet'.split(
  ' ',
))
  classes.set(word, 'public')

const singular = new Set("he she he's she's him her".split(' '))
const base = /^ (?:want|wish|need|feel|hope|think|keep|hear|hate|hurt|cut|plan|starve|purge|don't)(?= )/
const inflected =
  /^ (?:wants|wishes|needs|feels|hopes|thinks|keeps|hears|cuts|plans|starves|purges|doesn't|says|hates|hurts)(?= )/
const auxiliary =
  / (?:doesn't|didn't|might|will|would|to|not|could|should|may|can|can't|won't|does|did|and|or) $/

/** A third person acting on "my life" is a threat, not a wish. */
const byAnother =
  / (?:he|she|they|he's|she's|they're|he'll|she'll|they'll|(?:my|the|his|her) [a-z]+)(?: (?:is|are|was|keeps|really|just|always|will|would|could|might|has|had))*(?: (?:wants|want|wanted|going|threatens|threatened|threatening|trying|tries|tried|swore|promised|said (?:he'd|she'd|they'd|he'll|she'll|they'll))(?: to)?)?(?: going)?(?: to)? $/
const bySelf =
  / (?:i|i'm|i'll|i've|i'd)(?: (?:just|really|want|wanted|will|going|to|could|would|might|need|have|thinking|about|of|dream|planning|ready|tempted|still|often|sometimes|keep|am))* $/
const unnamedYou =
  / (?:(?:do|did) you|you ever|ever|you just|sometimes you|you know|when you|makes you|feeling (?:when|where|that|like) you|like you|where you|until you)(?: [a-z']+){0,3} $/
const known = / (?:my|our|his|her|a (?:close|good|dear|old)|someone(?: i)?|somebody(?: i)?|this) /

type Class = 'self' | 'other' | 'you' | 'public' | null

function wordsOf(text: string): string[] {
  return text === '' ? [] : text.trim().split(' ')
}

/** What the match itself says; "me" outweighs the others around it: "they'd be better off without me". */
function classIn(words: readonly string[]): Class {
  let found: Class = null
  for (const [at, word] of words.entries()) {
    const one = classes.get(word)
    // "How do you…", "by the time you read this": whom it is about stands elsewhere.
    if (!one || one === 'you') continue
    const belongs = word === 'my' && words.slice(at + 1, at + 4).some((next) => classes.get(next) === 'other')
    if (one === 'self' && !belongs) return 'self'
    if (found === null || found === 'public') found = belongs ? 'other' : one
  }
  return found
}

function nearestBefore(words: readonly string[]): { one: Class; word: string } {
  for (let at = words.length - 1; at >= 0; at--) {
    const word = words[at] ?? ''
    const one = classes.get(word)
    if (one) return { one, word }
  }
  return { one: null, word: '' }
}

/** What the whole turn says about the others it tells of. */
export interface Company {
  /** Someone the person has around them is named. */
  close: boolean
  /** The turn is about the famous, the dead of history, the news, a work or a study. */
  public: boolean
  /** The turn is an exercise, a game at a table, or a part to be played. */
  study: boolean
  /** The turn looks back on something that is over, from a life that went on. */
  recovered: boolean
  /** The whole turn, normalised. */
  text: string
}

const publicWords =
  /\b(?:actor|actress|singer|band|rapper|celebrity|celebrities|politician|president|minister|king|queen|emperor|poet|author|novelist|painter|artist|philosopher|general|war|century|history|historical|documentary|news|article|headline|podcast|episode|film|movie|series|novel|book|chapter|play|character|protagonist|study|studies|research|researchers|statistics|percent|patients|participants|in (?:1\d|20)\d\d|footballer|athlete|memoir|biography|wikipedia|museum|exam question|case study|textbook|lecture|homework)\b/
const closeWords = new RegExp(
  String.raw`\b(?:my|our|her|his) (?:\w+ ){0,2}(?:${relations.filter((word) => !['coach', 'teacher', 'therapist', 'client'].includes(word)).join('|')})\b|\b(?:someone i (?:know|love|care)|a friend|this (?:girl|guy|boy|kid|woman|man|lad|person) (?:i|in my|at)|worried about (?:him|her|them)|friend of mine|one of my)\b`,
)

const studyWords =
  /\b(?:(?:license|licence|nursing|board|nclex|mcq|multiple choice) (?:exam|question)s?|flash ?cards?|health class|psych(?:ology)? class|role ?play(?:ing)? (?:game|exercise)|dnd|d&d|nat (?:1|20)|paladin|necromancer|fireballs|my players|dungeon master|potion|nerfed|monologue|audition|the director|my (?:novel|screenplay|script|short story|fanfic|character|protagonist)|which (?:film|noir|song|play|movie|poem)|bias cut|leaflet for|poster for|training slides|case vignette|vignette)\b/
const recoveredWords =
  /\b(?:in recovery|recovered|survivors|clean (?:for|since)|(?:years?|decades?) (?:clean|sober|into recovery|of recovery)|at group|support group|i run (?:the|a)|helping (?:others|people|new)|(?:tell|share|telling) my story|back then|(?:those|them|dem) (?:days|time|times|years)|old (?:[\w']+ )?scars|i laugh (?:about it )?now|got (?:me|my) (?:meds|help)|(?:get|got) help|every month and|before my (?:boys|girls|kids|son|daughter|children) (?:was|were|came)|first marriage|now i (?:run|have|train|teach|help|laugh|coach)|well for|on a good dose|remission|discharged (?:in|last year)|tenth board)\b/
const backAgain =
  /\b(?:again|coming back|came back|is back|are back|relapsed?|tonight|these days|lately|still (?:want|think|hear|do|feel|get)|since (?:monday|tuesday|wednesday|thursday|friday|last week|yesterday)|this (?:week|morning|month)|right now|today i)\b/

export function companyOf(plain: string): Company {
  return {
    close: closeWords.test(plain),
    public: publicWords.test(plain),
    study: studyWords.test(plain),
    recovered: recoveredWords.test(plain) && !backAgain.test(plain),
    text: plain,
  }
}

function asOther(company: Company): Who {
  return company.public && !company.close ? 'nobody' : 'other'
}

export function whoOf({ before, match, sentence }: Place, company: Company): Who {
  const words = wordsOf(match)
  const inside = classIn(words)
  if (inside === 'public' || words.some((word) => word === 'yourself')) return 'nobody'
  if (inside === 'self') {
    const isOwnDoing = words.some((word) => word === 'myself' || word === 'i' || word.startsWith("i'"))
    return !isOwnDoing && byAnother.test(before) ? 'nobody' : 'self'
  }
  if (inside === 'other') {
    const isDoer = classes.get(words[0] ?? '') === 'other'
    return !isDoer && bySelf.test(before) ? 'nobody' : asOther(company)
  }
  const { one, word } = nearestBefore(wordsOf(before))
  if (one === 'self') return 'self'
  if (one === 'you') return unnamedYou.test(before) ? 'hedged' : 'nobody'
  if (one === 'public') return 'nobody'
  const isBase = base.test(match) && !auxiliary.test(before)
  if (one === 'other') {
    const isOne =
      singular.has(word) || (relations.includes(word) && !word.endsWith('s') && word !== 'children')
    return isBase && isOne ? 'self' : asOther(company)
  }
  if (inflected.test(match)) return known.test(sentence) || company.close ? asOther(company) : 'nobody'
  return / (?:someone|somebody) /.test(before) ? (company.close ? 'other' : 'nobody') : 'self'
}
