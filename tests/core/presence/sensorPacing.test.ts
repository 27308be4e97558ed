/** Waits: how often is looked, when what died is started again, when a bus is looked for again, what a probe is asked. */
import { expect, test } from 'vitest'
import { busReconnectMs } from '../../../electron/core/presence/busReconnect.ts'
import { desktopWish } from '../../../electron/core/presence/desktopWish.ts'
import { POLL_VALID_FOR_MS } from '../../../electron/core/presence/fact.ts'
import { nextProbeRestart } from '../../../electron/core/presence/probeRestart.ts'
import { SENSOR_IDS, type SensorId } from '../../../electron/core/presence/sensor.ts'
import { askEveryMs, askIdleEveryMs, walkPauseMs } from '../../../electron/core/presence/sensorPace.ts'

test('a bus is looked for after 1, 2, 4 … 60 seconds', () => {
  expect([1, 2, 3, 6, 7, 100].map(busReconnectMs)).toEqual([1000, 2000, 4000, 32_000, 60_000, 60_000])
})

test('a probe is started again after 1, 5 and 30 seconds, then not any more', () => {
  expect([0, 1, 2, 3].map((before) => nextProbeRestart(before, 0).waitMs)).toEqual([1000, 5000, 30_000, null])
})

test('after ten healthy minutes the row begins anew', () => {
  expect(nextProbeRestart(3, 600_000)).toEqual({ failures: 1, waitMs: 1000 })
  expect(nextProbeRestart(3, 599_999)).toEqual({ failures: 4, waitMs: null })
})

test('two answers fit into the time one holds, also while away', () => {
  expect(2 * askEveryMs('presence', true)).toBeLessThan(POLL_VALID_FOR_MS.input)
  expect(2 * askEveryMs('calls', true)).toBeLessThan(POLL_VALID_FOR_MS.inCall)
  expect(2 * askEveryMs('screen', true)).toBeLessThan(POLL_VALID_FOR_MS.fullScreen)
  expect(askEveryMs('presence', false)).toBe(5_000)
})

test('idle time is asked for every two seconds only while somebody waits for it, and is there', () => {
  expect(askIdleEveryMs(5_000, false, false)).toBe(5_000)
  expect(askIdleEveryMs(5_000, false, true)).toBe(2_000)
  expect(askIdleEveryMs(10_000, true, true)).toBe(10_000)
})

test('the desktop probe is asked only for what nobody else tells', () => {
  const wish = (wanted: SensorId[], hasOtherIdleSource: boolean) =>
    desktopWish({ wanted: new Set(wanted), hasOtherIdleSource })
  expect(wish(['presence', 'calls', 'machine', 'input'], true)).toEqual([])
  expect(wish(['presence'], false)).toEqual(['presence'])
  expect(wish(['calls'], false)).toEqual([])
  expect(wish([...SENSOR_IDS], true)).toEqual(['screen', 'apps'])
})

test('open files are left alone for longer the longer it takes to look at them', () => {
  expect([0, 4, 40, 75, 1_000].map(walkPauseMs)).toEqual([0, 1_000, 10_000, 18_750, 25_000])
  expect(2 * walkPauseMs(Number.POSITIVE_INFINITY)).toBeLessThan(POLL_VALID_FOR_MS.inCall)
})
