/** Which of at most six arms this time: by rules at first, then by what has worked, with every chance written down. */
import { type ArmMemory, type Bucket, posterior, posteriorMean } from './armMemory.ts'
import { fillLogitBeta } from './betaDraws.ts'
import { boundedShares, type Shares } from './boundedShares.ts'
import { type Arm, armsOf, type BreakKind } from './kinds.ts'

/** So many outcomes come from the fixed rotation before anything learnt is used (work-pattern notes §5.2). */
export const RULED_OUTCOMES = 20
/** Draws from which the probabilities are estimated (§5.2). */
export const DRAWS = 2000
/** "Did that help?" is asked after one in three (§5.2). */
const ASK_SHARE = 1 / 3

/** The order of the rules: little effort first, for it is liked most (work-pattern notes §0.3). */
const RULED_ORDER: readonly Arm[] = ['stretch', 'breathe', 'lookAway', 'walk', 'talk']

export interface ChoiceInputs {
  kind: BreakKind
  bucket: Bucket
  /** Whether the pause may be left out: not where the person set the time. */
  mayLeaveOut: boolean
  learns: boolean
  pins: readonly Arm[]
  bans: readonly Arm[]
  favourites: readonly Arm[]
}

export interface Choice {
  arm: Arm
  /** `pinned`: the person's pin left no choice. */
  by: 'pinned' | 'rules' | 'learnt'
  /** Of every arm that could have been chosen; they sum to 1. By rules, 1 for the one. */
  probabilities: Shares
  /** How often each is believed to work, 0–1. */
  expected: Shares
  /** Whether to ask afterwards if it helped. */
  asks: boolean
}

/** What may be chosen at all. A ban wins over a pin, and a pin over everything else. */
export function eligibleArms(inputs: ChoiceInputs): Arm[] {
  const fitting = armsOf(inputs.kind).filter((arm) => !inputs.bans.includes(arm))
  const pinned = fitting.filter((arm) => inputs.pins.includes(arm))
  if (pinned.length > 0) return pinned
  return fitting.filter((arm) => arm !== 'nothing' || inputs.mayLeaveOut)
}

/** The fixed order, with a favourite at every second place. */
function rotationOf(eligible: readonly Arm[], favourites: readonly Arm[]): Arm[] {
  const order = RULED_ORDER.filter((arm) => eligible.includes(arm))
  const liked = order.filter((arm) => favourites.includes(arm))
  const others = order.filter((arm) => !favourites.includes(arm))
  if (liked.length === 0 || others.length === 0) return order.length > 0 ? order : [...eligible]
  const turns = Array.from({ length: Math.max(liked.length, others.length) }, (_, turn) => turn)
  return turns.flatMap((turn) => [liked[turn % liked.length], others[turn % others.length]] as Arm[])
}

/** How often each arm had the best of 2,000 joint draws from what is believed. */
function winsOf(memory: ArmMemory, bucket: Bucket, arms: readonly Arm[], random: () => number) {
  const draws = new Float64Array(DRAWS)
  const best = new Float64Array(DRAWS).fill(Number.NEGATIVE_INFINITY)
  const winner = new Uint8Array(DRAWS)
  for (const [place, arm] of arms.entries()) {
    const { a, b } = posterior(memory, bucket, arm)
    fillLogitBeta(a, b, random, draws)
    for (let draw = 0; draw < DRAWS; draw++) {
      const value = draws[draw] ?? 0
      if (value <= (best[draw] ?? 0)) continue
      best[draw] = value
      winner[draw] = place
    }
  }
  const wins = new Array<number>(arms.length).fill(0)
  for (const place of winner) wins[place] = (wins[place] ?? 0) + 1
  return arms.map((arm, place): [Arm, number] => [arm, wins[place] ?? 0])
}

function drawn(shares: Shares, arms: readonly Arm[], chance: number): Arm | null {
  let left = chance
  for (const arm of arms) {
    left -= shares[arm] ?? 0
    if (left < 0) return arm
  }
  return arms.at(-1) ?? null
}

/**
 * One choice, and the memory with the rotation moved on. Null when the person banned all that fits: then nothing in
 * particular is suggested. The same memory, inputs and chance always give the same.
 */
export function chooseArm(
  memory: ArmMemory,
  inputs: ChoiceInputs,
  random: () => number,
): [ArmMemory, Choice | null] {
  const arms = eligibleArms(inputs)
  const expected = Object.fromEntries(arms.map((arm) => [arm, posteriorMean(memory, inputs.bucket, arm)]))
  const asks = random() < ASK_SHARE
  const [only] = arms
  if (only === undefined || (arms.length === 1 && only === 'nothing')) return [memory, null]
  if (arms.length === 1) {
    const by = inputs.pins.includes(only) ? 'pinned' : 'rules'
    return [memory, { arm: only, by, probabilities: { [only]: 1 }, expected, asks }]
  }
  if (!inputs.learns || memory.outcomes < RULED_OUTCOMES) {
    const order = rotationOf(arms, inputs.favourites)
    const arm = order[memory.rotation % order.length] ?? only
    const moved = { ...memory, rotation: memory.rotation + 1 }
    return [moved, { arm, by: 'rules', probabilities: { [arm]: 1 }, expected, asks }]
  }
  const probabilities = boundedShares(winsOf(memory, inputs.bucket, arms, random))
  const arm = drawn(probabilities, arms, random()) ?? only
  return [memory, { arm, by: 'learnt', probabilities, expected, asks }]
}
