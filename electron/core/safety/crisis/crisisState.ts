/** What the scripted talk has to remember: plain values, kept as JSON with each message it says. */
import { type Tier, tiers } from '../tier.ts'
import { type CareStep, careSteps, type Question, questions } from './careSteps.ts'

export const tracks = [
  'suicide',
  'self-harm',
  'eating',
  'harm',
  'helper',
  'threat',
  'beliefs',
  'overdose',
  'medical',
  'grief',
] as const
export type Track = (typeof tracks)[number]

/** What the person said to the direct question. `asked`: not yet answered. `back`: said, and then taken back. */
export const thoughtsOf = ['never', 'asked', 'yes', 'no', 'unsure', 'silent', 'back'] as const
export type Thoughts = (typeof thoughtsOf)[number]

export interface CrisisState {
  version: 1
  /** BCP 47 tag of the texts that are used. */
  language: string
  track: Track
  /** Tier of the talk when this was said, the answers to Lull's own questions included. */
  tier: Tier
  /** Highest tier of the talk so far. */
  top: Tier
  /** What the answers to Lull's own questions raised it to, whatever triage heard. */
  raised: Tier
  /** Calm turns since then, 0–6. */
  quiet: number
  /** What the last message asked; null when it asked nothing that has a next step. */
  asked: Question | null
  thoughts: Thoughts
  /** Something is within reach. */
  means: boolean
  /** The direct question was repeated after a non-answer. */
  pressed: boolean
  /** "What is in the way?" was asked. */
  obstacle: boolean
  /** The plan of their own was offered. */
  offered: boolean
  /** The person was asked how it is by now. */
  checked: boolean
  /** Someone was reached or is there, and nothing grave was said since. */
  accompanied: boolean
  /** It was said that Lull is a program. */
  program: boolean
  /** A line, a professional and a trusted person were named. */
  people: boolean
  /** What the card on screen holds; null when there is none. */
  card: { tier: Tier; harm: boolean; poison: boolean } | null
  /** Someone at home may read this. */
  privacy: boolean
  /** Ask how it is at the next opening. */
  wantsCheckBack: boolean
  /** Steps of the last message. */
  steps: CareStep[]
  /** Which wording of a step was used last. */
  wordings: Partial<Record<CareStep, number>>
  /** Turns of the person when this was said, counted from 1. */
  turn: number
  /** The turn at which the questions were through; null while they are not. */
  openTurn: number | null
}

export function newCrisisState(language: string, track: Track): CrisisState {
  return {
    version: 1,
    language,
    track,
    tier: 'none',
    top: 'none',
    raised: 'none',
    quiet: 0,
    asked: null,
    thoughts: 'never',
    means: false,
    pressed: false,
    obstacle: false,
    offered: false,
    checked: false,
    accompanied: false,
    program: false,
    people: false,
    card: null,
    privacy: false,
    wantsCheckBack: false,
    steps: [],
    wordings: {},
    turn: 0,
    openTurn: null,
  }
}

type Fields = Readonly<Record<string, unknown>>
type Check = (value: unknown) => boolean

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isFlag: Check = (value) => typeof value === 'boolean'
const isCount: Check = (value) => Number.isInteger(value) && (value as number) >= 0
const oneOf =
  (values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value)
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)
const isTier = oneOf(tiers)
const isStep = oneOf(careSteps)
const isCard: Check = (value) =>
  isFields(value) && isTier(value.tier) && isFlag(value.harm) && isFlag(value.poison)
const isWordings: Check = (value) =>
  isFields(value) && Object.entries(value).every(([step, index]) => isStep(step) && isCount(index))

const checks: Record<keyof CrisisState, Check> = {
  version: oneOf([1]),
  language: (value) => typeof value === 'string' && value.length <= 35,
  track: oneOf(tracks),
  tier: isTier,
  top: isTier,
  raised: isTier,
  quiet: isCount,
  asked: orNull(oneOf(questions)),
  thoughts: oneOf(thoughtsOf),
  means: isFlag,
  pressed: isFlag,
  obstacle: isFlag,
  offered: isFlag,
  checked: isFlag,
  accompanied: isFlag,
  program: isFlag,
  people: isFlag,
  card: orNull(isCard),
  privacy: isFlag,
  wantsCheckBack: isFlag,
  steps: (value) => Array.isArray(value) && value.length <= 8 && value.every(isStep),
  wordings: isWordings,
  turn: isCount,
  openTurn: orNull(isCount),
}

/**
 * What was kept, or null when it is not a state of this version: then the talk begins anew, which asks once more than
 * needed and never less.
 */
export function readCrisisState(kept: unknown): CrisisState | null {
  if (!isFields(kept)) return null
  const names = Object.keys(checks) as (keyof CrisisState)[]
  if (!names.every((name) => checks[name](kept[name]))) return null
  return Object.fromEntries(names.map((name) => [name, kept[name]])) as unknown as CrisisState
}
