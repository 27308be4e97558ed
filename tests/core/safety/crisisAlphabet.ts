/** The alphabet of the walk: what a person may do next, one letter for each class of turn. */
import type { Kind, Tier } from '../../../electron/core/safety/tier.ts'

/** One letter of the alphabet: what a person may do next. */
export interface PathTurn {
  name: string
  text: string
  fresh: { tier: Tier; kinds: Kind[] }
}

/** Turns in which no rule speaks, one of each class of answer. */
export const calmTurns: Record<string, string> = {
  yes: 'yes',
  no: 'no',
  unsure: 'i don’t know',
  ok: 'ok',
  noted: 'hmm',
  silence: '…',
  joking: 'i was only joking',
  denial: 'forget it, i’m fine',
  anger: 'stop asking, you’re not helping',
  leaving: 'good night then',
  identity: 'are you a real person?',
  reached: 'i called them',
  beside: 'my sister is coming over',
  near: 'he is here now',
  eased: 'i put them away, it is a bit easier',
  worse: 'it is worse',
  soon: 'tonight',
  later: 'not soon, someday',
  person: 'maybe my brother',
  subject: 'work was long and the train was late again',
  'barrier.cost': 'i can’t afford that',
  'barrier.shame': 'i’m so ashamed',
  'barrier.forced': 'they will send the police',
  'barrier.misunderstood': 'they won’t understand',
  'barrier.phone': 'i hate phone calls',
  'barrier.privacy': 'my parents would overhear it',
  'barrier.language': 'my english is bad, another language',
  'barrier.before': 'i tried that before, they were rude',
  'barrier.burden': 'i don’t want to bother them',
  'barrier.nobody': 'there is no one',
  'barrier.unanswered': 'nobody picks up',
}

const serious: [Kind[], Tier[]][] = [
  [['suicide'], ['concern', 'high', 'imminent']],
  [
    ['suicide', 'suicide-plan'],
    ['high', 'imminent'],
  ],
  [['self-harm'], ['concern', 'high', 'imminent']],
  [['eating'], ['concern', 'high']],
  [['beliefs'], ['concern', 'high', 'imminent']],
  [['harm-by-others'], ['concern', 'high', 'imminent']],
  [['someone-else'], ['concern', 'high', 'imminent']],
  [['harm-to-others'], ['concern', 'high', 'imminent']],
  [['overdose'], ['high', 'imminent']],
  [['medical-emergency'], ['imminent']],
  [['grief'], ['none']],
]

const seriousText: Partial<Record<Kind, string>> = {
  suicide: 'i feel so alone and i can’t go on',
  'someone-else': 'my friend wrote me something terrible',
}

/** Every letter. A grave turn comes plain, and as the end of a "no". */
export function alphabet(): PathTurn[] {
  const calm = Object.entries(calmTurns).map(([name, text]): PathTurn => {
    return { name, text, fresh: { tier: 'none', kinds: [] } }
  })
  const grave = serious.flatMap(([kinds, among]) =>
    among.map((tier): PathTurn => {
      const [kind = 'suicide'] = kinds
      const text = seriousText[kind] ?? 'it is like this for me now'
      return { name: `${kinds.join('+')}@${tier}`, text, fresh: { tier, kinds } }
    }),
  )
  const after: PathTurn = {
    name: 'no, but suicide@high',
    text: 'no, i mean it, i can’t go on',
    fresh: { tier: 'high', kinds: ['suicide'] },
  }
  return [...calm, ...grave, after]
}

/** What a person does instead of answering has a right to an answer of its own, before any question. */
export const instead: ReadonlySet<string> = new Set([
  'identity',
  'reached',
  'beside',
  'near',
  'silence',
  'joking',
  'denial',
  'anger',
  'leaving',
  'ok',
  'noted',
])

const among: [string, Kind[]][] = [
  ['suicide', ['suicide']],
  ['self-harm', ['self-harm']],
  ['eating', ['eating']],
  ['violence', ['harm-by-others']],
  ['someone else', ['someone-else']],
  ['harm to others', ['harm-to-others']],
  ['beliefs', ['beliefs']],
  ['overdose and emergency', ['overdose', 'medical-emergency']],
  ['grief and suicide', ['grief', 'suicide']],
]

/**
 * The alphabet by what the talk is about, each small enough to be walked to its end. All barriers are answered alike, so
 * one stands for them.
 */
export function families(): { name: string; letters: PathTurn[] }[] {
  const letters = alphabet().filter(({ name }) => !name.startsWith('barrier.') || name === 'barrier.phone')
  return among.map(([name, kinds]) => ({
    name,
    letters: letters.filter(
      ({ fresh }) => fresh.kinds.length === 0 || fresh.kinds.some((kind) => kinds.includes(kind)),
    ),
  }))
}
