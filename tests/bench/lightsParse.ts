/** The whole state of a house with 60 lamps, from the bridge's text to lamps, beside parsing that text and no more. */
import { HouseState } from '../../electron/engine/devices/hue/houseState.ts'
import { house, manyLamps } from '../fakes/hueBridge/resources.ts'
import { median } from './median.ts'
import { printRows, type Row } from './table.ts'

const LAMPS = 60
const ROUNDS = 200
const GOAL_MS = 20

function tookMs(work: () => void): number {
  const startedAt = performance.now()
  work()
  return performance.now() - startedAt
}

export async function lightsParse(): Promise<Row[]> {
  const text = JSON.stringify({ errors: [], data: house('001788fffe100001', manyLamps(LAMPS)) })
  const read = () => {
    const { data } = JSON.parse(text) as { data: unknown[] }
    const state = new HouseState()
    state.readAll(data, 0)
    if (state.lamps().length !== LAMPS) throw new Error('not all lamps were read')
  }
  // As it is after a start: nothing of it has run before.
  const firstMs = tookMs(read)
  const readMs: number[] = []
  const parsedMs: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    readMs.push(tookMs(read))
    parsedMs.push(tookMs(() => JSON.parse(text)))
  }
  const value = median(readMs)
  const reference = median(parsedMs)
  return [
    {
      what: `state of ${LAMPS} lamps read, ${(text.length / 1024).toFixed(0)} kB (the very first time: ${firstMs.toFixed(1)} ms)`,
      against: `JSON.parse of the same text, ${reference.toFixed(2)} ms`,
      value,
      unit: 'ms',
      ratio: value / reference,
      goal: `≤ ${GOAL_MS} ms, the first time too`,
      met: Math.max(value, firstMs) <= GOAL_MS,
    },
  ]
}

if (import.meta.main) printRows(await lightsParse())
