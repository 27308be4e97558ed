/** One minute: seconds by what was known, counts by sensor, null where nobody could tell. */
import { describe, expect, test } from 'vitest'
import { emptyLedger } from '../../../electron/core/presence/dayLedger.ts'
import {
  type MinuteCounts,
  minuteRecord,
  noCounts,
  withInput,
  withMachine,
  withSwitches,
} from '../../../electron/core/presence/minuteSums.ts'
import { NOTHING_KNOWN, type Situation, standingIn } from '../../../electron/core/presence/situation.ts'

const place = { atMs: 600_000, workDay: 7, minuteOfDay: 610 }
const rules = { passiveScreen: 'work' } as const
const part = (
  fromSecond: number,
  toSecond: number,
  known: Partial<Situation>,
  late: boolean | null = null,
) => {
  const situation = { ...NOTHING_KNOWN, ...known }
  const [fromMs, toMs] = [place.atMs + fromSecond * 1000, place.atMs + toSecond * 1000]
  return {
    fromMs,
    toMs,
    workDay: 7,
    situation,
    standing: standingIn(situation, rules),
    late,
    betweenDays: false,
  }
}
const minute = (parts: ReturnType<typeof part>[], counts: MinuteCounts = noCounts, ledger = emptyLedger) =>
  minuteRecord(place, parts, counts, ledger)
const input = { keys: 3, deletes: 1, clicks: 2, scrolls: 0, pathPx: 10.5, pauses: 2, shortPauses: 1 }
const machine = {
  atMs: 0,
  cpuShare: 0.2,
  loopLagMs: 5,
  memoryShare: 0.5,
  temperatureC: null,
  onBattery: null,
}

test('seconds by standing are those inside the minute', () => {
  const parts = [part(-30, 20, { activity: 'active' }), part(20, 50, { activity: 'idle' }), part(50, 90, {})]
  expect(minute(parts)).toMatchObject({
    workSeconds: 20,
    restSeconds: 30,
    unknownSeconds: 10,
    activeSeconds: 20,
  })
})

test('facts count where they are true, and are null where nobody could tell all minute', () => {
  const parts = [
    part(0, 20, { activity: 'active', inCall: true, sharing: false }),
    part(20, 60, { activity: 'active' }),
  ]
  expect(minute(parts)).toMatchObject({
    callSeconds: 20,
    sharingSeconds: 0,
    fullScreenSeconds: null,
    quietSeconds: null,
    switches: null,
    commsSeconds: null,
    keys: null,
    cpuShare: null,
    onBattery: null,
  })
})

describe('a minute with nothing to say has no row', () => {
  test('when nobody could tell', () => expect(minute([part(0, 60, {})])).toBeNull())
  test('when nothing passed in it', () => expect(minute([])).toBeNull())
  test('but what one sensor knows is something', () => {
    expect(minute([part(0, 60, { inCall: false })])).toMatchObject({
      unknownSeconds: 60,
      callSeconds: 0,
      activeSeconds: null,
    })
    expect(minute([part(0, 60, {})], withMachine(noCounts, machine))).toMatchObject({
      cpuShare: 0.2,
      workSeconds: 0,
    })
  })
})

test('a program in front counts while someone is there, or while nobody can tell', () => {
  const comms = { category: 'comms' } as const
  const parts = [
    part(0, 20, { ...comms, activity: 'active' }),
    part(20, 40, { ...comms, activity: 'idle' }),
    part(40, 50, { ...comms }),
    part(50, 60, { activity: 'active', category: 'dev' }),
  ]
  expect(minute(parts)).toMatchObject({ commsSeconds: 30, devSeconds: 10, mediaSeconds: 0 })
})

test('counts of input add up, also when they come in parts', () => {
  const counts = { ...input, fromMs: 0, toMs: 1 }
  const twice = withInput(withInput(noCounts, counts), counts)
  expect(minute([part(0, 60, { activity: 'active' })], twice)).toMatchObject({
    keys: 6,
    pathPx: 21,
    shortPauses: 2,
    scrolls: 0,
  })
})

test('the machine: means, and the worst lag', () => {
  const samples = [machine, { ...machine, cpuShare: 0.4, loopLagMs: 50, temperatureC: 60, onBattery: true }]
  const counts = samples.reduce(withMachine, noCounts)
  const record = minute([part(0, 60, { activity: 'active' })], counts)
  expect(record).toMatchObject({ memoryShare: 0.5, loopLagMs: 50, temperatureC: 60, onBattery: true })
  expect(record?.cpuShare).toBeCloseTo(0.3, 12)
})

test('switches: none seen is zero, nobody looking is unknown', () => {
  const seen = (counts: MinuteCounts) => minute([part(0, 60, { activity: 'active' })], counts)?.switches
  expect([
    seen(noCounts),
    seen(withSwitches(noCounts, 0)),
    seen(withSwitches(withSwitches(noCounts, 1), 1)),
  ]).toEqual([null, 0, 2])
})

describe('how far the day had come', () => {
  const rhythm = { ...emptyLedger.rhythm, workDay: 7, dayFromMs: 0 }
  const ledger = { ...emptyLedger, rhythm, lateMs: 90_000 }
  test('is told in hours, and late work in minutes where there are quiet hours', () => {
    expect(minute([part(0, 60, { activity: 'active' }, true)], noCounts, ledger)).toMatchObject({
      daySpanHours: 660_000 / 3_600_000,
      lateMinutes: 1.5,
    })
    expect(minute([part(0, 60, { activity: 'active' })], noCounts, ledger)?.lateMinutes).toBeNull()
  })
  test('is unknown before the first work of this day', () => {
    const yesterday = { ...ledger, rhythm: { ...rhythm, workDay: 6 } }
    const record = minute([part(0, 60, { activity: 'idle' }, true)], noCounts, yesterday)
    expect(record).toMatchObject({ daySpanHours: null, lateMinutes: null })
  })
})

test('a sensor gone wild does not fill the memory', () => {
  let counts = noCounts
  for (let place = 0; place < 1000; place++) counts = withMachine(counts, machine)
  expect(counts.machine).toHaveLength(60)
})
