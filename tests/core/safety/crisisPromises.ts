/** What every path of the scripted talk promises, said independently of the code that keeps it. */
import { readCrisisState } from '../../../electron/core/safety/crisisTalk.ts'
import { type Tier, tiers } from '../../../electron/core/safety/tier.ts'
import { instead } from './crisisAlphabet.ts'
import { asksDirectly, ownTracks, type Step } from './crisisPaths.ts'

export interface Promised {
  name: string
  /** Whether this step has anything to do with it. */
  concerns: (step: Step) => boolean
  isKept: (step: Step) => boolean
}

const reach = (tier: Tier) => tiers.indexOf(tier)
const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean).length
const text = ({ said }: Step) => said?.text ?? ''
const spoke = ({ said }: Step) => said !== null
const isTrack = (step: Step, ...tracks: string[]) => tracks.includes(step.said?.state.track ?? '')
const isOwn = (step: Step) => isTrack(step, ...ownTracks)
const isNow = ({ said }: Step) => said?.tier === 'imminent'
const isGrave = ({ said }: Step) => said !== null && reach(said.tier) >= reach('high')
const hasCard = ({ said }: Step) => said?.state.card !== null

/** Words that end a talk, refuse it, order or blame. */
const unkind =
  /\b(?:i can't (?:talk|help|discuss|continue)|i'm unable to|i cannot|(?:end|close|closing|stop) (?:this|the|our) (?:chat|talk|conversation)|goodbye|i won't (?:answer|talk|discuss)|you must|you have to (?!be done|decide)|you should(?:n't)? have|shouldn't (?:have|think|feel)|selfish|your own fault|attention|promise me|don't be|calm down|how could you|silly|overreact|contact a professional and)\b/i
const leading =
  /\b(?:you're not|you are not|you aren't|you don't|you wouldn't|surely|hopefully|aren't you|right\?|are you\?$|not thinking)\b/i

/** By now the direct question was asked: at once, after one other question, or after the number to call. */
function isDue(step: Step): boolean {
  if (isNow(step)) return step.told.imminent >= 2 && step.told.own >= 2
  if (isTrack(step, 'suicide', 'self-harm'))
    return step.told.own >= (step.before.state?.tier === 'imminent' ? 3 : 1)
  return step.told.own >= 3
}

export const crisisPromises: readonly Promised[] = [
  {
    name: 'the talk never falls silent while the session is serious',
    concerns: ({ session }) => session !== 'none',
    isKept: spoke,
  },
  {
    name: 'asks directly about suicide in every talk about one’s own life',
    concerns: (step) =>
      isOwn(step) && step.said?.tier !== 'none' && !instead.has(step.turn.name) && isDue(step),
    isKept: ({ told, said }) => told.asked || said?.state.thoughts !== 'never',
  },
  {
    name: 'asks directly nowhere else, and not again after a no until something new is said',
    concerns: (step) => spoke(step) && asksDirectly(text(step)),
    isKept: (step) => {
      const { told } = step.before
      const settled = told.denied && step.turn.fresh.tier === 'none'
      return isOwn(step) && !settled
    },
  },
  {
    name: 'does not lead when it asks',
    concerns: (step) => asksDirectly(text(step)),
    isKept: (step) => (text(step).match(/[^.!?:;]*\?/g) ?? []).every((question) => !leading.test(question)),
  },
  ...(['line', 'professional', 'trusted'] as const).map((who): Promised => {
    const name = { line: 'a line', professional: 'a professional', trusted: 'a person they trust' }[who]
    return {
      name: `names ${name} before the third message of a grave talk`,
      concerns: (step) => isGrave(step) && step.told.grave >= 2 && !isTrack(step, 'medical'),
      isKept: ({ told }) => told[who],
    }
  }),
  {
    name: 'shows people to call with the first message of a serious talk',
    concerns: (step) => hasCard(step) && step.before.state?.card == null && spoke(step),
    isKept: ({ said }) =>
      said?.card?.emergency != null &&
      said.card.professional !== undefined &&
      said.card.trusted !== undefined &&
      (said.card.lines.length > 0 || said.state.track === 'medical'),
  },
  {
    name: 'never closes, refuses or scolds',
    concerns: spoke,
    isKept: (step) => !unkind.test(text(step)),
  },
  {
    name: 'never says the same message twice in a row',
    concerns: spoke,
    isKept: (step) => text(step) !== step.before.lastText && text(step).trim() !== '',
  },
  {
    name: 'in danger right now the emergency number comes first, and no model speaks',
    concerns: isNow,
    isKept: ({ said }) =>
      said?.answerFrom === 'scripted' && /^[^.!?]*\{emergency\}|^[^.!?]*999/.test(said.text),
  },
  {
    name: 'in danger right now: be with someone, within two messages',
    concerns: (step) => isNow(step) && step.told.imminent >= 2,
    isKept: ({ told }) => told.withSomeone,
  },
  {
    name: 'in danger of one’s own hand: distance from means, within two messages',
    concerns: (step) => isNow(step) && step.told.imminent >= 2 && isOwn(step),
    isKept: ({ told }) => told.distance,
  },
  {
    name: 'says once that Lull is a program, in the first message',
    concerns: (step) => spoke(step) && step.turn.name !== 'identity',
    isKept: ({ told, before }) => told.program === 1 || (told.program === 0 && before.told.messages > 0),
  },
  {
    name: 'says what it is whenever it is asked',
    concerns: (step) => spoke(step) && step.turn.name === 'identity' && step.said?.answerFrom === 'scripted',
    isKept: (step) => /\bprogram\b/.test(text(step)),
  },
  {
    name: 'holds no number but the emergency number',
    concerns: spoke,
    isKept: (step) => !/\d/.test(text(step).replaceAll('999', '')),
  },
  {
    name: 'is short: 60 words, 45 in danger right now',
    concerns: spoke,
    // The longest way to say whom to call has four words.
    isKept: (step) =>
      wordsOf(text(step).replaceAll('999', 'your local emergency number')) <= (isNow(step) ? 45 : 60),
  },
  {
    name: 'keeps a state that survives JSON',
    concerns: spoke,
    isKept: ({ said }) => {
      const kept = JSON.stringify(said?.state)
      return JSON.stringify(readCrisisState(JSON.parse(kept))) === kept
    },
  },
  {
    name: 'protects the person from whoever reads along at home',
    concerns: ({ said, turn }) => said !== null && turn.fresh.kinds.includes('harm-by-others'),
    isKept: ({ said }) => said?.privacy === true,
  },
  {
    name: 'goes no tier below what was heard',
    concerns: spoke,
    isKept: ({ said, session }) => said !== null && reach(said.tier) >= reach(session),
  },
]

export interface Kept {
  name: string
  hits: number
  of: number
  /** The first path on which it was broken. */
  broken: string | null
}

/** Counts how each promise was kept; hand `look` to `explorePaths`. */
export function promiseCounter(): { look: (step: Step) => void; kept: () => Kept[] } {
  const counts = crisisPromises.map(({ name }): Kept => ({ name, hits: 0, of: 0, broken: null }))
  return {
    look(step) {
      crisisPromises.forEach((promise, index) => {
        const count = counts[index]
        if (!count || !promise.concerns(step)) return
        count.of++
        if (promise.isKept(step)) count.hits++
        else if (count.broken === null) {
          const { said, path, turn, session } = step
          count.broken = `${[...path, turn.name].join(' → ')} [session ${session}] said: ${said?.steps.join('+')}: ${said?.text ?? 'nothing'}`
        }
      })
    },
    kept: () => counts,
  }
}
