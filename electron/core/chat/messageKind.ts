/** What sort of message a person wrote, as far as a short answer has to differ: a greeting needs no reflection. */

export const messageKinds = [
  'statement',
  'good',
  'question',
  'greeting',
  'howAreYou',
  'thanks',
  'goodbye',
] as const
export type MessageKind = (typeof messageKinds)[number]

/** Longer messages say something besides the greeting. */
const MOST_WORDS = 9

const howAreYou =
  /\b(?:how are (?:you|u|things)|how(?:'s| is) it going|how do you do|what'?s up|how have you been)\b/i
const goodbye =
  /\b(?:bye|goodbye|good ?night|nighty? night|see (?:you|ya)|ttyl|talk (?:to you )?later|(?:gotta|got to|have to|need to|should|must) (?:go|run|leave|get back|head|sleep)|going to (?:bed|sleep)|heading (?:off|out|home|to bed)|off to (?:bed|work|a meeting)|until (?:later|tomorrow)|that's (?:all|it) for (?:now|today))\b/i
const thanks = /\b(?:thanks|thank (?:you|u)|thx|cheers|much appreciated)\b/i
const greeting = /^\s*(?:hi+|hey+|hello|hiya|yo|good (?:morning|afternoon|evening)|morning|evening)\b/i
const goodNews =
  /\b(?:finally|passed|won|got the|promoted|engaged|married|adopted|accepted|happy|glad|proud|excited|thrilled|great|good news|amazing|wonderful|lovely|actually (?:good|fun|nice)|in bloom|celebrat\w+|yay|woo\w*|can't wait|made it)\b/i
const badNews =
  /\b(?:not|no|never|nobody|\w+n't|but|tired|worried|anxious|afraid|scared|sad|angry|hate|awful|terrible|bad|lost|died|sick|missed|late|stress\w*|alone|fight|fired|exhausted|fraud|quit|left)\b/i

export function messageKind(text: string): MessageKind {
  const words = text.trim().split(/\s+/).length
  if (words <= MOST_WORDS) {
    if (howAreYou.test(text)) return 'howAreYou'
    if (goodbye.test(text)) return 'goodbye'
    if (thanks.test(text)) return 'thanks'
    if (greeting.test(text) && words <= 4) return 'greeting'
  }
  if (/\?\s*$/.test(text)) return 'question'
  return goodNews.test(text) && !badNews.test(text) ? 'good' : 'statement'
}
