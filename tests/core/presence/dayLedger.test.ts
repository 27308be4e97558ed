/** Time adds up to a rhythm and to a day of stretches. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DayLedger, emptyLedger, ledgerAfter } from '../../../electron/core/presence/dayLedger.ts'
import { NOTHING_KNOWN } from '../../../electron/core/presence/situation.ts'
import type { Standing } from '../../../electron/core/presence/standing.ts'
import type { Stretch } from '../../../electron/core/presence/stretch.ts'

const MINUTE = 60_000
const rules = { fullRestMs: 3 * MINUTE }
type Part = [Standing, number, Partial<Stretch>?]

function stretches(parts: readonly Part[]): Stretch[] {
  let atMs = 0
  return parts.map(([standing, minutes, extra]) => {
    const fromMs = atMs
    atMs += minutes * MINUTE
    const whole = {
      fromMs,
      toMs: atMs,
      workDay: 7,
      situation: NOTHING_KNOWN,
      standing,
      late: null,
      betweenDays: false,
    }
    return { ...whole, ...extra }
  })
}
const lived = (...parts: Part[]): DayLedger => ledgerAfter(emptyLedger, stretches(parts), rules)[0]
const told = ({ standings, calls }: DayLedger) =>
  [...standings, ...calls].map(({ kind, fromMs, toMs }) => `${kind} ${fromMs / MINUTE}-${toMs / MINUTE}`)
const inCall = { situation: { ...NOTHING_KNOWN, inCall: true } }

test('a rest of less than a minute between work is a thought; a whole minute is a rest', () => {
  expect(told(lived(['working', 10], ['resting', 0.9], ['working', 5]))).toEqual(['work 0-15.9'])
  expect(told(lived(['working', 10], ['resting', 1], ['working', 5]))).toEqual([
    'work 0-10',
    'rest 10-11',
    'work 11-16',
  ])
  expect(told(lived(['working', 10], ['unknown', 0.5], ['working', 5]))).toHaveLength(3)
})

test('work of the day is the same in the rhythm and in its stretches', () => {
  const { rhythm, standings } = lived(
    ['working', 10],
    ['resting', 0.9],
    ['working', 5],
    ['resting', 9],
    ['working', 1],
  )
  const work = standings
    .filter(({ kind }) => kind === 'work')
    .reduce((sum, one) => sum + one.toMs - one.fromMs, 0)
  expect(work).toBe(rhythm.dayActiveMs)
})

test('a call with a moment away from the microphone is one call', () => {
  const once = lived(
    ['working', 10, inCall],
    ['working', 0.5],
    ['working', 5, inCall],
    ['working', 2],
    ['working', 1, inCall],
  )
  expect(told(once)).toEqual(['work 0-18.5', 'call 0-15.5', 'call 17.5-18.5'])
})

test('days end at four: a stretch over the boundary is two, and whole days of sleep leave nothing', () => {
  const ledger = lived(
    ['working', 10],
    ['resting', 20],
    ['resting', 2880, { betweenDays: true }],
    ['resting', 5, { workDay: 9 }],
    ['working', 5, { workDay: 9 }],
  )
  expect(told(ledger)).toEqual(['work 0-10', 'rest 10-30', 'rest 2910-2915', 'work 2915-2920'])
  expect(ledger.rhythm).toMatchObject({ workDay: 9, dayActiveMs: 5 * MINUTE, activeMs: 5 * MINUTE })
})

test('late work is counted by day', () => {
  const late = { late: true }
  expect(lived(['working', 10], ['working', 4, late], ['resting', 3, late]).lateMs).toBe(4 * MINUTE)
  expect(lived(['working', 4, late], ['working', 2, { ...late, workDay: 8 }]).lateMs).toBe(2 * MINUTE)
})

test('a day that begins after an hour nobody could tell of carries nothing over', () => {
  const nextDay = { workDay: 8 }
  expect(lived(['working', 40], ['unknown', 600], ['working', 1, nextDay]).rhythm.activeMs).toBe(MINUTE)
  expect(lived(['working', 40], ['unknown', 5], ['working', 1, nextDay]).rhythm.activeMs).toBe(41 * MINUTE)
})

test('cutting time in pieces changes nothing', () => {
  const part = fc.tuple(
    fc.constantFrom<Standing>('working', 'resting', 'unknown'),
    fc.integer({ min: 1, max: 40 }).map((steps) => steps / 4),
    fc.boolean().map((isCall) => (isCall ? inCall : {})),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
      const halves = parts.flatMap(([standing, minutes, extra]): Part[] => [
        [standing, minutes / 2, extra],
        [standing, minutes / 2, extra],
      ])
      expect(lived(...halves)).toEqual(lived(...(parts as Part[])))
    }),
  )
})
