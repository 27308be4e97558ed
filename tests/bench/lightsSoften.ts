/** From strain that is raised to the first write at the bridge, and to the last of ten lamps. */

import { systemClock } from '../../electron/hosts/systemClock.ts'
import { type Certificate, testRoot } from '../fakes/hueBridge/certificate.ts'
import { manyLamps } from '../fakes/hueBridge/resources.ts'
import { lightsAtBridge } from '../fakes/lightsAtBridge.ts'
import { p99, sleep } from './lightsBridge.ts'
import { median } from './median.ts'
import { printRows, type Row } from './table.ts'

const ROUNDS = 100
/** The others end with the first write. */
const WHOLE_ROUNDS = 30
const LAMPS = 10
const FIRST_GOAL_MS = 100
const ALL_GOAL_MS = 1200
/** Ten lamps a second (light notes §7): nine waits of 100 ms between ten writes. */
const BRIDGE_LIMIT_MS = 1000
const GIVEN_UP_AFTER_MS = 5000

interface Round {
  firstMs: number
  lastMs: number
}

const now = () => performance.timeOrigin + performance.now()

/** A new bridge each time: a lamp changes once in thirty seconds at most. */
async function round(root: Certificate, writesToSee: number): Promise<Round> {
  const lull = await lightsAtBridge({ clock: systemClock, lamps: manyLamps(LAMPS), root })
  const { writes } = lull.bridge.house
  const raisedAtMs = now()
  lull.strain('raised')
  while (writes.length < writesToSee && now() - raisedAtMs < GIVEN_UP_AFTER_MS) await sleep(5)
  await lull.stop(true)
  if (writes.length < writesToSee) throw new Error(`only ${writes.length} of ${LAMPS} lamps were written`)
  return {
    firstMs: (writes[0]?.atMs ?? Number.NaN) - raisedAtMs,
    lastMs: (writes.at(-1)?.atMs ?? Number.NaN) - raisedAtMs,
  }
}

export async function lightsSoften(): Promise<Row[]> {
  const root = testRoot()
  await round(root, 1)
  const rounds: Round[] = []
  while (rounds.length < ROUNDS) rounds.push(await round(root, rounds.length < WHOLE_ROUNDS ? LAMPS : 1))
  const first = rounds.map(({ firstMs }) => firstMs)
  const all = rounds.slice(0, WHOLE_ROUNDS).map(({ lastMs }) => lastMs)
  return [
    {
      what: `from raised strain to the first write at the bridge, p99 of ${ROUNDS}, lamps read anew and the way back on disk before it`,
      against: `p50 ${median(first).toFixed(0)} ms`,
      value: p99(first),
      unit: 'ms',
      goal: `≤ ${FIRST_GOAL_MS} ms`,
      met: p99(first) <= FIRST_GOAL_MS,
    },
    {
      what: `from raised strain to the last of ${LAMPS} lamps, p99 of ${WHOLE_ROUNDS}`,
      against: `the bridge's own limit, ${BRIDGE_LIMIT_MS} ms; p50 ${median(all).toFixed(0)} ms`,
      value: p99(all),
      unit: 'ms',
      ratio: p99(all) / BRIDGE_LIMIT_MS,
      goal: `≤ ${ALL_GOAL_MS} ms`,
      met: p99(all) <= ALL_GOAL_MS,
    },
  ]
}

if (import.meta.main) printRows(await lightsSoften())
