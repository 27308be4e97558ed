/** What one decision about breaks costs, and a whole year of one person. */
import { newBreakState } from '../../electron/core/breaks/breakState.ts'
import { decideBreak } from '../../electron/core/breaks/decideBreak.ts'
import { atWork } from '../core/breaks/desk.ts'
import { live, moment } from '../eval/breaks/life.ts'
import { people } from '../eval/breaks/people.ts'
import { median } from './median.ts'
import { printRows, type Row } from './table.ts'

const ROUNDS = 25
const LOOKS = 20_000
const YEAR_DAYS = 365
const DECISION_GOAL_US = 50
const YEAR_GOAL_MS = 2000

/** Mean over many looks of a working day, in which things are due, waited for, said, ignored and kept quiet, µs. */
function decisionUs(seed: number): number {
  let state = newBreakState(seed)
  const startedAt = performance.now()
  for (let look = 0; look < LOOKS; look++) {
    const atMs = 1_780_000_000_000 + look * 5000
    const sinceRestMs = (look * 5000) % 4_000_000
    const facts = {
      ...atWork,
      sinceRestMs,
      need: Math.min(1, sinceRestMs / 3_000_000),
      inputIdleMs: look % 9 === 0 ? 12_000 : 0,
      situation: { ...atWork.situation, inCall: look % 2000 > 1700 },
    }
    ;[state] = decideBreak(state, { kind: 'tick', facts }, moment(atMs))
  }
  return ((performance.now() - startedAt) * 1000) / LOOKS
}

export async function breakDecision(): Promise<Row[]> {
  decisionUs(1)
  const took = Array.from({ length: ROUNDS }, (_, round) => decisionUs(round + 2))
  const value = median(took)
  return [
    {
      what: `one decision about breaks, ${LOOKS} looks at a day (most of ${ROUNDS}: ${Math.max(...took).toFixed(1)} µs)`,
      value,
      unit: 'µs',
      goal: `≤ ${DECISION_GOAL_US} µs`,
      met: value <= DECISION_GOAL_US,
    },
  ]
}

export async function breakYear(): Promise<Row[]> {
  const [person] = people
  if (!person) return [{ what: 'a year of breaks', skipped: 'there is nobody' }]
  live(person, { days: 30, seed: 1 })
  const lives = [1, 2, 3, 4, 5].map((seed) => {
    const startedAt = performance.now()
    const before = process.cpuUsage()
    const { decisions } = live(person, { days: YEAR_DAYS, seed })
    const { user, system } = process.cpuUsage(before)
    return { tookMs: performance.now() - startedAt, cpuMs: (user + system) / 1000, decisions }
  })
  const cpuMs = median(lives.map((one) => one.cpuMs))
  const value = median(lives.map(({ tookMs }) => tookMs))
  return [
    {
      what: `a year of one person (${person.name}), ${lives[0]?.decisions ?? 0} decisions, simulating them included`,
      against: `time on a core, ${cpuMs.toFixed(0)} ms`,
      value,
      unit: 'ms',
      goal: `≤ ${YEAR_GOAL_MS} ms`,
      met: value <= YEAR_GOAL_MS,
    },
  ]
}

if (import.meta.main) printRows([...(await breakDecision()), ...(await breakYear())])
