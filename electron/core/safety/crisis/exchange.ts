/** What the scripted talk is given for one turn of the person, and what it gives back. */
import type { SafetyText } from '../safetyText.ts'
import type { CareCard, CountryHelp, Helpline, OwnHelp, Tier, TriageResult, Turn } from '../tier.ts'
import type { CareStep } from './careSteps.ts'
import type { CrisisState } from './crisisState.ts'

/** Reviewed texts by language; English is always there and stands in for the others. */
export type SafetyTexts = Readonly<Record<string, SafetyText>> & { readonly en: SafetyText }

export interface CrisisInput {
  /** The session, oldest first; the last turn is the person's. */
  turns: readonly Turn[]
  triage: Pick<TriageResult, 'tier' | 'kinds'>
  /** What the newest turn says by itself. */
  fresh: Pick<TriageResult, 'tier' | 'kinds'>
  /** Kept with Lull's last message of this talk that had a state; null when there is none. */
  previous: CrisisState | null
  /** Lines of the country in use; null when it is unknown. */
  help: CountryHelp | null
  directory: readonly Helpline[]
  /** When the newest turn came, in milliseconds since 1970; closed lines stand behind then. Absent when not known. */
  atMs?: number | undefined
  /** People the person named for such moments; shown first. */
  own: readonly OwnHelp[]
  texts: SafetyTexts
  /** BCP 47 tag of what the newest turn was understood in. */
  language: string
  /** Whether the newest turn asks what Lull is. */
  asksIdentity: boolean
  /** True for models too small to be trusted with a grave moment: then authored words go on. */
  smallModel: boolean
}

export interface CrisisTurn {
  /** Of the talk, the answers to Lull's own questions included; never below what triage says. */
  tier: Tier
  /** Authored words. When `answerFrom` is `model`: to be used if no model can speak. */
  text: string
  steps: CareStep[]
  /** Null when the same people are on screen already. */
  card: CareCard | null
  answerFrom: 'scripted' | 'model'
  /** For the model's newest turn; null when it does not speak. */
  modelNote: string | null
  /** To be kept with the message, and given back as `previous`. */
  state: CrisisState
  /** A plan of their own is offered beside this message. */
  offer: 'safety-plan' | null
  /** Someone at home may read along: neutral window title, a quick way out, "delete this talk". */
  privacy: boolean
}
