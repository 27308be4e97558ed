/** A plain yes or no to a question Lull asked: believed either way, since the person was asked directly. */

export type Asked = 'suicide' | 'safe' | null

const suicideQuestion =
  /\b(?:are you|have you been|do you|are there|have there been|did you)\b[^?]{0,60}\b(?:suicid\w*|kill(?:ing)? yourself|end(?:ing)? your life|tak(?:e|ing) your (?:own )?life|want(?:ing)? to die|wish(?:ing)? you were dead|not want(?:ing)? to be alive)\b[^?]{0,80}\?/i
const safetyQuestion = /\b(?:are you|do you feel|is it) safe\b[^?]{0,60}\?/i

/** What Lull's message asked directly, if anything; the last such question counts. */
export function askedDirectly(lullText: string): Asked {
  const text = lullText.slice(-2000).replace(/[’]/g, "'")
  const suicide = text.search(suicideQuestion)
  const safe = text.search(safetyQuestion)
  if (suicide < 0 && safe < 0) return null
  return suicide >= safe ? 'suicide' : 'safe'
}

const yes =
  /^(?:(?:honestly|well|um+|uh+|ok|okay|if i'm honest|to be honest|tbh|truthfully|i'm afraid|sadly|oh) ?,? ?)*(?:yes|yeah|yep|yea|ya|yup|y|i'm|i do|i have|i've|i was|i did|sometimes|kind of|kinda|sort of|sorta|a (?:little|bit|lot)|often|every (?:day|night)|all the time|constantly|uh huh|mhm|mm hm+|true|correct|definitely|absolutely|more and more|most days|at times|from time to time|i think so|i guess|i suppose|probably)\b/
const notReallyYes =
  /^(?:(?:honestly|well|tbh) ?,? ?)*i'm (?:not|fine|ok|okay|safe|good|just|all right|alright|only|tired)\b|^i (?:do not|don't|was not|wasn't)\b/
const no =
  /^(?:(?:honestly|well|um+|uh+|ok|okay|oh|god|lord|lol|haha|ha) ?,? ?)*(?:no|nope|nah|n|not (?:really|at all|now|right now|anymore|like that|that)|never|of course not|i'm (?:not|fine|safe|ok|okay)|i don't|i do not|i wouldn't|i'd never|nothing like that|absolutely not|definitely not|hell no|i haven't|it's not that|it isn't that)\b/
const unsure =
  /^(?:(?:honestly|well|um+) ?,? ?)*(?:maybe|i don't know|idk|dunno|not sure|i'm not sure|hard to say|perhaps|no idea|i can't say)\b/

export type Answer = 'yes' | 'no' | 'unsure' | null

/** `normalised` is the person's turn after `normalise`. Only how it begins counts: the rest is read by the rules. */
export function directAnswer(normalised: string): Answer {
  const start = normalised.trimStart().slice(0, 120)
  if (unsure.test(start)) return 'unsure'
  if (no.test(start)) return 'no'
  if (yes.test(start) && !notReallyYes.test(start)) return 'yes'
  return null
}
