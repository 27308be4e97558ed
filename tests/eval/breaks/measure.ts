/** What many lives of one person come to: acceptance, regret, adapting, rest in time, and how true the own log speaks. */
import {
  compareOnOff,
  evenly,
  type LoggedChoice,
  type Policy,
  snips,
} from '../../../electron/core/breaks/evaluation.ts'
import { type Arm, armsOf } from '../../../electron/core/breaks/kinds.ts'
import { live } from './life.ts'
import type { KnownChoice, LivedLife } from './livedLife.ts'
import { CHANGES_ON_DAY, type Person } from './people.ts'

export interface Measured {
  name: string
  lives: number
  /** Invitations taken, of those with an outcome; nothing left out among them. */
  accepted: number
  /** The same, by when: the first twenty by rules, and the last third of the days. */
  acceptedRules: number
  acceptedLate: number
  offeredPerDay: number
  /** Lost against the best arm, per 100 learnt choices. */
  regret: { lull: number; evenly: number; rules: number }
  /** Days after the change of mind until the new arm leads for three days; null for who does not change. */
  adapt: { median: number | null; p90: number | null; never: number } | null
  violations: { hushed: number; caps: number; hurried: number }
  due: number
  restedInTime: number
  /** The same person with Lull's breaks off. */
  restedWithout: number
  snips: { error: number; width: number; covered: number; lives: number }
  onOff: { covered: number; lives: number; notEnough: number }
}

const share = (part: number, whole: number) => (whole === 0 ? Number.NaN : part / whole)
const mean = (values: readonly number[]) =>
  share(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  )

function invitations(choices: readonly KnownChoice[]): KnownChoice[] {
  return choices.filter(({ arm, worked }) => arm !== 'nothing' && worked !== null)
}

const accepted = (choices: readonly KnownChoice[]) =>
  share(choices.filter(({ worked }) => worked === true).length, choices.length)

/** Chance to work under a way of choosing, as the simulator knows it. */
function worthOf(choice: KnownChoice, policy: Policy): number {
  const shares = policy({ arm: choice.arm, probabilities: choice.probabilities, worked: false })
  return Object.entries(shares).reduce((sum, [arm, chance]) => sum + chance * choice.truth[arm as Arm], 0)
}

const asLogged: Policy = ({ probabilities }) => probabilities

function lost(choice: KnownChoice): { lull: number; evenly: number; rules: number } {
  const arms = armsOf(choice.kind)
  const best = Math.max(...arms.map((arm) => choice.truth[arm]))
  const ruled = arms.filter((arm) => arm !== 'nothing')
  return {
    lull: best - worthOf(choice, asLogged),
    evenly: best - worthOf(choice, evenly),
    rules: best - mean(ruled.map((arm) => choice.truth[arm])),
  }
}

/** First day from the change on after which walking is likelier than breathing for three working days together. */
function daysToAdapt(choices: readonly KnownChoice[]): number | null {
  const lead = new Map<number, number[]>()
  for (const { day, by, probabilities } of choices) {
    if (by !== 'learnt' || day < CHANGES_ON_DAY) continue
    lead.set(day, [...(lead.get(day) ?? []), (probabilities.walk ?? 0) - (probabilities.breathe ?? 0)])
  }
  const days = [...lead].map(([day, leads]) => ({ day, leads: mean(leads) > 0 }))
  const found = days.findIndex((_, place) => {
    const three = days.slice(place, place + 3)
    return three.length === 3 && three.every(({ leads }) => leads)
  })
  return found < 0 ? null : (days[found]?.day ?? CHANGES_ON_DAY) - CHANGES_ON_DAY
}

function quantile(sorted: readonly number[], at: number): number | null {
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? null
}

function adapting(lives: readonly LivedLife[]): NonNullable<Measured['adapt']> {
  const found = lives.map(({ choices }) => daysToAdapt(choices))
  const days = found.filter((one) => one !== null).sort((a, b) => a - b)
  return { median: quantile(days, 0.5), p90: quantile(days, 0.9), never: found.length - days.length }
}

const learnt = (life: LivedLife) =>
  life.choices.filter(({ by, worked }) => by === 'learnt' && worked !== null)
const logged = (choices: readonly KnownChoice[]): LoggedChoice[] =>
  choices.map(({ arm, probabilities, worked }) => ({ arm, probabilities, worked: worked === true }))

/** The log's own answer to "what if it had chosen evenly", against the simulator's. */
function judged(lives: readonly LivedLife[]): Measured['snips'] {
  const rows = lives.flatMap((life) => {
    const choices = learnt(life)
    const estimate = snips(logged(choices), evenly)
    if (estimate === null || choices.length < 20) return []
    const truth = mean(choices.map((choice) => worthOf(choice, evenly)))
    return [
      {
        error: estimate.mean - truth,
        width: estimate.high - estimate.low,
        isIn: estimate.low <= truth && truth <= estimate.high,
      },
    ]
  })
  return {
    error: mean(rows.map(({ error }) => error)),
    width: mean(rows.map(({ width }) => width)),
    covered: mean(rows.map(({ isIn }) => (isIn ? 1 : 0))),
    lives: rows.length,
  }
}

function onOff(lives: readonly LivedLife[]): Measured['onOff'] {
  const rows = lives.map((life) => {
    const choices = learnt(life)
    const found = compareOnOff(logged(choices))
    if (found.kind !== 'known') return null
    const spoke: Policy = ({ probabilities: { nothing = 0, ...others } }) =>
      Object.fromEntries(Object.entries(others).map(([arm, chance]) => [arm, chance / (1 - nothing)]))
    const truth = mean(choices.map((choice) => worthOf(choice, spoke) - choice.truth.nothing))
    return found.low <= truth && truth <= found.high
  })
  const known = rows.filter((row) => row !== null)
  return {
    covered: share(known.filter(Boolean).length, known.length),
    lives: known.length,
    notEnough: rows.length - known.length,
  }
}

function violationsIn(lives: readonly LivedLife[]): Measured['violations'] {
  const sum = (of: (life: LivedLife) => number) => lives.reduce((total, life) => total + of(life), 0)
  return {
    hushed: sum(({ violations }) => violations.hushed),
    caps: sum(({ violations }) => violations.caps),
    hurried: sum(({ violations }) => violations.hurried),
  }
}

function restedShare(lives: readonly LivedLife[]): { due: number; rested: number } {
  const due = lives.reduce((sum, life) => sum + life.due, 0)
  return {
    due,
    rested: share(
      lives.reduce((sum, life) => sum + life.restedInTime, 0),
      due,
    ),
  }
}

export interface MeasureOptions {
  days: number
  seeds: number
  /** How many of the lives are also lived without Lull. */
  without: number
}

/** Lives one person `seeds` times. */
export function measure(person: Person, { days, seeds, without }: MeasureOptions): Measured {
  const lives = Array.from({ length: seeds }, (_, seed) => live(person, { days, seed }))
  const alone = Array.from({ length: without }, (_, seed) =>
    live(person, { days, seed, settings: { isOn: false } }),
  )
  const choices = lives.flatMap((life) => life.choices)
  const asked = invitations(choices)
  const lostOnes = lives.flatMap((life) => learnt(life).map(lost))
  const rested = restedShare(lives)
  const workDays = Math.ceil((days / 7) * 5)
  return {
    name: person.name,
    lives: seeds,
    accepted: accepted(asked),
    acceptedRules: accepted(asked.filter(({ by }) => by === 'rules')),
    acceptedLate: accepted(asked.filter(({ day }) => day >= (days * 2) / 3)),
    offeredPerDay: lives.reduce((sum, life) => sum + life.offered, 0) / (seeds * workDays),
    regret: {
      lull: 100 * mean(lostOnes.map((one) => one.lull)),
      evenly: 100 * mean(lostOnes.map((one) => one.evenly)),
      rules: 100 * mean(lostOnes.map((one) => one.rules)),
    },
    adapt: person.name === 'breathes, then walks' ? adapting(lives) : null,
    violations: violationsIn(lives),
    due: rested.due,
    restedInTime: rested.rested,
    restedWithout: restedShare(alone).rested,
    snips: judged(lives),
    onOff: onOff(lives),
  }
}
