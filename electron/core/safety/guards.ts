/** Reasons why the words of a rule may mean something else in English: denial, long ago, a joke, a story, a game. */
import type { Company } from './frame.ts'

/** What a guard may look at: where a phrase was found and what stands around it. All are held as ` word word `. */
export interface Place {
  /** The clause up to the match, the match itself, and the rest of the clause. */
  before: string
  match: string
  after: string
  clause: string
  sentence: string
  /** The same, word by word, for guards that are phrases themselves. */
  /** What the whole turn is about. */
  company: Company
  wordsBefore: readonly string[]
  wordsMatched: readonly string[]
  wordsAfter: readonly string[]
  wordsOfSentence: readonly string[]
}

/** True silences the match. */
export type Guard = (place: Place) => boolean

const negation =
  / (?:don't|didn't|doesn't|not|never|no|isn't|wasn't|ain't|aren't|won't|wouldn't|haven't|hasn't|hadn't|can't|couldn't|shouldn't|without|stopped|nor|neither|far from|nothing like|nowhere near|against|denied|deny|refuse|refused|avoid)(?= )/

/** Words that look like a denial and are none: "can't stop thinking", "don't know if", "not going to lie". */
const notReallyNegation =
  / (?:(?:can't|couldn't|don't|won't|wouldn't|never|not|haven't|hasn't|doesn't) (?:stop|stopped|help|keep|take|shake|ignore|promise|trust|handle|cope|stand|bear|eat|sleep|breathe|face|see|do (?:this|it|life)|even|go on)|don't (?:know|care|see|really know|understand|feel like|have (?:a|any) (?:choice|reason|option))|didn't know|doesn't (?:stop|matter|help|let up|go away)|not (?:only|just|sure|going to lie|even|joking|kidding|lying|okay|ok|well|good|coping|gonna lie)|never (?:felt|been) (?:so|more|this)|no (?:one|point|way|reason|joke|other|lie|cap|more|hope|future|energy|choice|option|friends)|nobody|why (?:shouldn't|don't) i|why not|no longer (?:care|see|scared|afraid)|isn't (?:a|just a) (?:joke|phase)|anymore)(?= )/g

/** What may stand between a denial and the person it speaks for: "i don't think i want to die". */
const denialOfThought =
  / (?:don't|didn't|not|never|doesn't|isn't|wasn't|wouldn't|no)(?: (?:really|actually|even|exactly|like|at all|saying|as if|that|the case|mean|means|because))*(?: (?:think|thinking|feel|believe|saying|say|said|mean|meant|like|that|because|as if|imply|implying|suggest|suggesting|claim|claiming|sign|way|where|so bad|far enough|to say))+ $/

const person = / (?:i|i'm|i've|i'd|i'll|he|she|they|he's|she's|they're|we)(?= )/g

const irony = /\b(?:totally fine|yeah right|oh sure|sure|oh yeah|oh great|oh no|of course)\b/
/** Looked for near the beginning only: a long text has many denials, and would cost its square. */
const isIronic = ({ text }: Company) => irony.test(text.slice(0, 600))

/** True when a denial stands close before the match, on the same person: "i don't want to kill myself". */
export const denied: Guard = ({ before, company }) => {
  const near = before.split(' ').slice(-11).join(' ')
  const plain = `${near.startsWith(' ') ? '' : ' '}${near}`.replace(notReallyNegation, ' ')
  let at = -1
  for (const found of plain.matchAll(person)) at = found.index
  const own = at < 0 ? plain : plain.slice(at)
  if (negation.test(own)) return true
  if (at < 0) return false
  // The clause may have been cut where the thought begins.
  const lead = `${plain.slice(0, at)} `
  return denialOfThought.test(lead) && !(isIronic(company) && / not like $/.test(lead))
}

const hypothetical =
  / (?:if i (?:ever|should ever)|in case i ever|should i ever|not (?:that|like|as if) i|as if i'd|like i'd ever|i'd never|i would never|i'd rather not|i could never|promise(?:d)? not to|it's not that i|doesn't mean i|never said|not saying|nobody (?:said|wants)|glad i (?:didn't|never)|relieved i didn't|happy i didn't|so glad i'm|grateful i (?:didn't|never)) /

/** True for what is only thought up or turned away: "if I ever feel suicidal I'll call". */
export const disclaimed: Guard = ({ before, match, company }) =>
  hypothetical.test(`${before}${match.trimStart()} `) && !isIronic(company)

const longAgo =
  /\b(?:used to|years? (?:ago|back|since)|decades? ago|months ago|back in (?:\d{4}|the|high|college|school|my)|in (?:19|20)\d\d|when i was (?:a |in |\d+|young|little|younger|still|at|the|about|maybe|around|nineteen|eighteen|seventeen|sixteen|fifteen|fourteen|thirteen|twelve|twenty|thirty)|as a (?:kid|teen|teenager|child|student|girl|boy|young)|in my (?:teens|twenties|thirties|youth|early|late|younger|darkest)|in (?:high school|college|uni|university|secondary school|sixth form)|growing up|(?:a )?(?:long time|lifetime|while) ago|(?:a|one|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:years?|months?) (?:clean|sober|free|since|later|on|out|into recovery|of recovery)|since then i've|in the past|once upon|(?:i'm|i've been) (?:in recovery|recovered|past (?:that|it))|(?:no longer|don't) (?:do|feel|think) (?:that|it|like that) (?:anymore|now)|those days are|behind me|at (?:fifteen|sixteen|seventeen|eighteen|nineteen|1\d|twenty|twelve|thirteen|fourteen)|before (?:treatment|therapy|recovery|the meds|i got help)|(?:last|that) (?:decade|century)|a few years|there was a time|back in \d\d|thirty some years|(?:after|during|before) (?:my|the) (?:first|second) (?:marriage|divorce|baby|wife|husband|year))\b/
const stillNow =
  /\b(?:again|still|now|these days|lately|tonight|today|this (?:week|month|morning|evening)|recently|coming back|came back|back again|returning|once more|relapsed|since|never (?:stopped|really left|went away))\b/
const overNow =
  /\b(?:clean|sober|free|recovered|recovery|better now|okay now|fine now|safe now|happy now|glad|grateful|thankful|survived|anymore|out of (?:that|it|there)|now i (?:have|love|am|can|get|wake|run|work|help|laugh)|haven't (?:\w+ )?since|but now|today i)\b/

const toldAsPast =
  / (?:was|wasn't|wanted|tried|thought|asked|had|believed|used|did|heard|told|took|felt|knew|would|i'd|been|scars|marks|walked|lost|once|were|survived|attempted|starved|weighed|hit|put|stopped) /

/** True for something told as over: "i used to cut, years ago". Not when the sentence says that it is back. */
export const past: Guard = ({ sentence }) =>
  longAgo.test(sentence) &&
  (!stillNow.test(sentence) || overNow.test(sentence)) &&
  !/\b(?:again|coming back|came back|relapsed|still (?:want|think|feel|do|get))\b/.test(sentence)

/** True for something told in the past tense by someone whose turn says that they came through it. */
export const recovered: Guard = ({ clause, company }) => company.recovered && toldAsPast.test(clause)

const story =
  /\b(?:my|the|a|an|this|that|our|main|their|his|her|in|another) (?:\w+ )?(?:character|characters|protagonist|villain|hero|heroine|narrator|npc|avatar|novel|novels|script|screenplay|short story|fanfic|fan fiction|game|song|songs|lyrics?|film|films|movie|movies|show|series|episode|book|podcast|documentary|playthrough|monologue|scene|poem|sim|article|essay|training|course|workshop|policy|survey|questionnaire|musical|opera|tragedy|comic|manga|anime|drama|soap|thriller|sequel|season|finale|chapter|plot|sitcom|memoir|biography|lecture|seminar|module|thesis|dissertation|study|paper|chart|verse|chorus|hymn|ballad)\b|\b(?:act (?:one|two|three|i|ii|iii|iv|v)|hamlet|romeo|juliet|ophelia|shakespeare|werther|anna karenina|netflix|hbo|goodreads|prevalence|statistics|in fiction|trigger warning|likert|questionnaire|survey item|translate|translation|participants?|ethics board|info sheet|moderation|users type|type something like|verb|idiom|headline|pathologist|defendant|prosecution|trial|verdict|the doc|a doc|documentary|doc on|doc about|the cult|sermon|scripture|psalm|verse|gospel|elijah|job|chronicler|asylum|incident review|replica|watchdog|biograph\w*|historian|archive|census|my great|great gran\w*|great grand\w*|podcast|true crime|episode|lit review|literature review|sources|citations?)\b/

/** True when the sentence speaks about a work, a character, teaching or research. */
export const inStory: Guard = ({ sentence, company }) => company.study || story.test(sentence)

const game =
  /\b(?:boss fight|final boss|respawn\w*|spawn|minecraft|fortnite|elden ring|dark souls|valorant|overwatch|league of legends|apex|warzone|call of duty|cod|gta|sims?|roblox|among us|zelda|pokemon|mario|skyrim|baldur|d&d|dungeon\w*|raid|guild|ranked|lobby|headshot|speedrun\w*|permadeath|hardcore mode|perma death|checkpoint|save file|level \d+|health bar|hp|mana|xp|quest|npcs?|in game|ingame|multiplayer|steam deck|playstation|xbox|nintendo|console|gank\w*|noob|kill streak|killstreak|battle royale|tank class|healer|mid lane|jungler|the (?:enemy|other) team|chess|rook|pawn|bishop|checkmate|monopoly|poker|scrabble|werewolf|mafia|paintball|laser tag|this level|that level|last life|extra life|lives left|my party|the dm|campaign)\b/

/** True when the sentence is about a game. */
export const inGame: Guard = ({ sentence }) => game.test(sentence)

const workThing =
  /\b(?:office|colleagues?|relatives|slideshow|salad|meetings?|e?mails?|spreadsheets?|excel|powerpoint|slides?|deck|deadline|stand up|standup|jira|tickets?|sprint|code|codebase|bug|build|compiler|css|regex|yaml|printer|commute|traffic|teams call|zoom|calls?|slack|invoices?|report|reports|project|presentation|homework|essay|exam|exams|client|clients|mondays?|mornings?|audit|timesheets?|expenses|merge|deploy|tax(?:es)?|paperwork|song|ad|ads|queue|wifi|internet|laptop|password|alarm|laundry|dishes|ikea|parking|small talk|group chat|autocorrect|update|updates|captcha|cookie banner|pdf|wordle|referee|spoiler|jingle)\b/
const hyperbole =
  /\b(?:one more|another|yet another|if i (?:have|had|get|got|see|hear) (?:to|one|another)|if (?:this|that|these|he|she|they|the) |makes me|make me|making me|so boring|boring|lol|lmao|lmfao|rofl|haha+|hahaha|ugh|literally|jk|this (?:meeting|build|code|printer|spreadsheet|commute|call)|i swear|kill me now)\b/

/** True for a dark joke whose only subject is work or a nuisance: "one more meeting and i'll kill myself". */
export const workJoke: Guard = ({ sentence }) => workThing.test(sentence) && hyperbole.test(sentence)

/** "I'd rather die than present on Friday": only what is as large as life is meant. */
export const lesserThan: Guard = ({ after }) =>
  /^ (?:die |dead )?than (?!live|living|go through|go on|keep|stay|feel|face another|be here|be alive|wake|exist|this|have my|let my|that she|he knows|she knows)/.test(
    after,
  )
