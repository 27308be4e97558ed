/** What follows an answer to each of Lull's questions: one table, so that the whole talk can be read in one place. */
import type { CareStep, Question } from './careSteps.ts'
import type { CrisisState, Thoughts } from './crisisState.ts'

/** What is said next, and what it changes. */
export interface Move {
  say: CareStep
  asks: Question | null
  /** What the answer told. */
  set?: Partial<Pick<CrisisState, 'thoughts' | 'means' | 'pressed' | 'obstacle' | 'offered' | 'checked'>>
}

/** `soon` and `later` only after "when"; `other` is any message that answers nothing. */
export type AnswerKey = 'yes' | 'no' | 'unsure' | 'soon' | 'later' | 'other'

type Answers = Partial<Record<Exclude<AnswerKey, 'other'>, Move>> & { other: Move | 'open' }

const move = (say: CareStep, asks: Question | null, set?: Move['set']): Move =>
  set === undefined ? { say, asks } : { say, asks, set }

const offer = { offered: true } as const
const reachOut = move('can', 'can')
const whatHinders = move('obstacle', 'obstacle', { obstacle: true })
const makePlan = move('can.yes', 'offer', offer)

/** After "no" to the direct question, by the track it was asked in. */
export const afterNo: Partial<Record<CrisisState['track'], Move>> = {
  'self-harm': move('self-harm.no', 'wound'),
  eating: move('eating.stay', 'can'),
  beliefs: move('beliefs.stay', 'can'),
}

const thoughts = (known: Thoughts) => ({ thoughts: known })

/** "Suicide" is completed by `afterNo`, and by whether the question was repeated already. */
export const answersTo: Record<Question, Answers> = {
  suicide: {
    yes: move('yes', 'how', thoughts('yes')),
    no: move('no', null, thoughts('no')),
    unsure: move('unsure', 'suicide', { thoughts: 'unsure', pressed: true }),
    other: move('ask.gently', 'suicide', { pressed: true }),
  },
  how: {
    no: move('how.no', 'can'),
    unsure: reachOut,
    other: move('means', 'means'),
  },
  means: {
    yes: move('means.yes', 'when', { means: true }),
    no: move('means.no', 'when', { means: false }),
    other: move('when', 'when'),
  },
  when: {
    yes: reachOut,
    no: move('when.no', 'can'),
    later: move('when.no', 'can'),
    other: reachOut,
  },
  can: { yes: makePlan, no: whatHinders, unsure: whatHinders, other: whatHinders },
  obstacle: { other: move('obstacle.other', 'offer', offer) },
  offer: { yes: move('offer.yes', null), no: move('offer.no', null), other: 'open' },
  check: {
    no: move('check.same', 'can'),
    yes: move('check.same', 'can'),
    unsure: move('check.same', 'can'),
    other: 'open',
  },
  // Not safe is danger now, and never comes here.
  safe: { yes: move('harm.safe', null), unsure: move('harm.unsure', null), other: move('harm.safe', null) },
  them: { other: move('helper.how', null) },
  danger: { other: move('threat.stay', 'can') },
  sleep: { other: move('beliefs.ground', 'suicide', thoughts('asked')) },
  body: {
    yes: move('eating.body', 'suicide', thoughts('asked')),
    unsure: move('eating.body', 'suicide', thoughts('asked')),
    other: move('eating.ask', 'suicide', thoughts('asked')),
  },
  wound: {
    yes: move('self-harm.wound', 'can'),
    unsure: move('self-harm.wound', 'can'),
    other: move('self-harm.urge', 'offer', offer),
  },
}
