/** Every authored step of the scripted talk, and what each asks: the vocabulary that texts and state machine share. */

/** What a message of Lull asked, so that a bare "yes" or "no" after it can be understood. */
export const questions = [
  /** Thoughts of suicide, in so many words. */
  'suicide',
  /** Whether there is a way they think of; never which. */
  'how',
  /** Whether something is within reach. */
  'means',
  'when',
  /** Can you reach someone, and will you? */
  'can',
  /** What is in the way. */
  'obstacle',
  /** A plan of their own. */
  'offer',
  /** Easier, the same, or worse. */
  'check',
  /** Safe from another person. */
  'safe',
  /** How someone else is. */
  'them',
  /** Whether someone is in danger from the person who writes. */
  'danger',
  'sleep',
  /** Fainting, a racing heart. */
  'body',
  'wound',
] as const
export type Question = (typeof questions)[number]

/** In the order in which they are looked for: "nobody picks up" is no "nobody". */
export const barriers = [
  'cost',
  'shame',
  /** Police, hospital, being held against one's will. */
  'forced',
  'misunderstood',
  'phone',
  'privacy',
  'language',
  'before',
  'burden',
  'unanswered',
  'nobody',
] as const
export type Barrier = (typeof barriers)[number]
type BarrierStep = `barrier.${Barrier}`

/** Each holds several wordings of the same thing. A wording with `{echo}` is used when there is a safe one. */
export const careSteps = [
  // Parts that stand beside others.
  'program.now',
  'program.grief',
  'people.program',
  'people',
  'people.now',
  'also.harm',
  // The main track.
  'reflect.concern',
  'reflect.high',
  'ask',
  'ask.now',
  'ask.also',
  'ask.gently',
  'ask.new',
  'yes',
  'no',
  'unsure',
  'means',
  'means.yes',
  'means.no',
  'when',
  'how.no',
  'when.no',
  'can',
  'can.own',
  'can.person',
  'can.yes',
  'can.after',
  'obstacle',
  'obstacle.other',
  ...barriers.map((barrier): BarrierStep => `barrier.${barrier}`),
  'reached',
  'reached.after',
  'offer.yes',
  'offer.no',
  'again',
  'after',
  'after.ask',
  'listen',
  // Whatever is answered instead of an answer.
  'joking',
  'denial',
  'anger',
  'silence',
  'ok',
  'leaving',
  'identity',
  // Coming back to it.
  'check',
  'check.eased',
  'check.same',
  'checkBack',
  // Danger right now.
  'now.first',
  'now.ask',
  'now.stay',
  'now.cannot',
  'now.eased',
  'now.reached',
  'now.with',
  'now.identity',
  'overdose.first',
  'overdose.stay',
  'medical.first',
  'medical.stay',
  // The other tracks.
  'self-harm.first',
  'self-harm.no',
  'self-harm.wound',
  'self-harm.urge',
  'eating.first',
  'eating.body',
  'eating.ask',
  'eating.stay',
  'harm.first',
  'harm.safe',
  'harm.unsure',
  'harm.stay',
  'harm.now',
  'harm.now.stay',
  'helper.first',
  'helper.how',
  'helper.stay',
  'helper.now',
  'helper.now.stay',
  'threat.first',
  'threat.stay',
  'threat.now',
  'threat.now.stay',
  'beliefs.first',
  'beliefs.ground',
  'beliefs.stay',
  'grief.first',
  'grief.stay',
  // When the session could not be looked at.
  'unchecked',
] as const
export type CareStep = (typeof careSteps)[number]

/** Steps that ask about suicide in so many words. */
export const directSteps: readonly CareStep[] = [
  'ask',
  'ask.now',
  'ask.gently',
  'ask.new',
  'unsure',
  'now.ask',
  'after.ask',
  'self-harm.first',
  'ask.also',
  'eating.ask',
]

/** For the model, in its newest turn: what kind of talk it is, and what was said in it. Never shown. */
export const careNotes = [
  'concern',
  'high',
  'self-harm',
  'eating',
  'harm',
  'helper',
  'threat',
  'beliefs',
  'grief',
  'said.yes',
  'said.no',
  'said.unsure',
] as const
export type CareNote = (typeof careNotes)[number]

/** What is listened for in an answer, as phrases; each language brings its own. */
export const phraseLists = [
  /** At the beginning of a message. */
  'yes',
  'no',
  'unsure',
  /** The whole message: it agrees, or it only shows that it was read. */
  'ok',
  'noted',
  /** Anywhere in a short message. */
  'joking',
  'serious',
  'denial',
  'anger',
  'leaving',
  /** Someone was called or told; someone is there, or on the way. */
  'reached',
  'beside',
  'eased',
  'worse',
  'soon',
  'later',
  'someone',
  'person',
  ...barriers.map((barrier): BarrierStep => `barrier.${barrier}`),
] as const
export type PhraseList = (typeof phraseLists)[number]
