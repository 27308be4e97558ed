/** Reasons why the words of a rule may mean something else: denial, another person, long ago, a joke, a story. */

/** What a guard may look at: where the rule matched and what stands around it. */
export interface Place {
  /** The clause up to the match, the match itself, and the rest of the clause. */
  before: string
  match: string
  after: string
  clause: string
  sentence: string
}

export type Guard = (place: Place) => boolean

const negation =
  /\b(?:don't|didn't|not|never|no|isn't|wasn't|aren't|won't|wouldn't|haven't|hasn't|hadn't|can't|couldn't|no longer|without|stopped|nor|neither|far from|nothing like|nowhere near|against|denied)\b/g

/** Words that look like a denial and are none: "can't stop thinking", "don't know if", "not gonna lie". */
const notReallyNegation =
  /\b(?:can't (?:stop|help|keep|take|shake|ignore|promise|trust)|couldn't (?:stop|help)|don't (?:know|care|see|trust|even|really know|understand)|didn't know|won't (?:stop|let up)|not (?:only|just|sure|going to lie|even|joking|kidding|lying)|never (?:felt|been) (?:so|more|this)|never stopped|haven't stopped|wouldn't stop|no one|nobody|no point|no way (?:out|i)|no reason|why (?:shouldn't|don't) i|why not|no,|no longer (?:care|see|scared|afraid)|isn't (?:a|just a) joke|no joke|no other)\b/g

/** True when a denial stands close before the match: "i don't want to kill myself". */
export const negated: Guard = ({ before }) => {
  const near = before.split(' ').slice(-9).join(' ').replace(notReallyNegation, ' ')
  return near.search(negation) >= 0
}

const longAgo =
  /\b(?:used to|years? ago|decades? ago|months ago|back in (?:\d{4}|the|high|college|school|my)|in (?:19|20)\d\d\b|when i was (?:a |in |\d+|young|little|younger|still|at)|as a (?:kid|teen|teenager|child|student)|in my (?:teens|twenties|youth|early|late)|in (?:high school|college|uni|university|secondary school)|growing up|long time ago|a lifetime ago|(?:a|one|two|three|four|five|ten|\d+) years? (?:clean|sober|free|since)|since then i've|in the past|years? back|once upon)\b/
const stillNow =
  /\b(?:again|still|now|these days|lately|tonight|today|this (?:week|month|morning|evening)|recently|coming back|came back|back again|anymore)\b/

/** True for something told as over: "i used to cut, years ago". Not when the sentence says that it is back. */
export const past: Guard = ({ sentence }) => longAgo.test(sentence) && !stillNow.test(sentence)

const story =
  /\b(?:my|the|a|this|that|our|main|their) (?:character|protagonist|villain|hero|heroine|narrator|npc|avatar|player|novel|script|screenplay|short story|fanfic|fan fiction|game|song|lyrics?|film|movie|show|series|episode|book|podcast|documentary|playthrough|monologue|scene|poem|sim|article|essay|training|course|workshop|policy|survey|questionnaire)\b/

/** True when the sentence speaks about a work, a character or training material. */
export const inStory: Guard = ({ sentence }) => story.test(sentence)

const workThing =
  /\b(?:meetings?|e?mails?|spreadsheets?|excel|powerpoint|slides?|deck|deadline|stand-?up|jira|tickets?|sprint|code|codebase|bug|build|compiler|css|regex|yaml|printer|commute|traffic|teams call|zoom|calls?|slack|invoices?|report|reports|project|presentation|homework|essay|exam|client|clients|monday|mondays|mornings?|audit|timesheets?|expenses|merge|deploy|tax(?:es)?|paperwork|song|ad|ads|queue|wifi|internet|laptop|password)\b/
const hyperbole =
  /\b(?:one more|another|yet another|if i (?:have|had|get|got|see|hear) (?:to|one|another)|if (?:this|that|these|he|she|they|the) |makes me|make me|so boring|boring|lol|lmao|haha+|ugh|literally|this (?:meeting|build|code|printer|spreadsheet|commute|call))\b/

/** True for a dark joke whose only subject is work or a nuisance: "one more meeting and i'll kill myself". */
export const workJoke: Guard = ({ sentence }) => workThing.test(sentence) && hyperbole.test(sentence)

const embarrassment =
  /\b(?:embarrass\w*|cringe|awkward|mortified|blush\w*|on camera|mic|unmuted|reply.all|in front of (?:everyone|the|my)|laughing|of laughter|of boredom|of shame)\b/

/** True for "i wanted to die" as a word for embarrassment. */
export const embarrassed: Guard = ({ sentence }) => embarrassment.test(sentence)

const someoneElse =
  /\b(?:friend|bestie|brother|sister|sibling|mom|mum|mother|dad|father|son|daughter|kid|child|wife|husband|partner|girlfriend|boyfriend|ex|roommate|flatmate|housemate|colleague|coworker|co-worker|boss|manager|cousin|uncle|aunt|neighbou?r|student|employee|teammate|she|he|she's|he's|someone|somebody|they)\b(?: \w+){0,3} (?:said|says|told me|tells me|wrote|texted|thinks|keeps saying|messaged)(?: me)?(?: that)?(?: \w+){0,2} ?$/

/** True when another person's words are told: "she says i want to die". */
export const reportedSpeech: Guard = ({ before }) => someoneElse.test(before)
