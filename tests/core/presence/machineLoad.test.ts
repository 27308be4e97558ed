/** Shares of processor time with known answers, and plugs with unusual names. */
import { expect, test } from 'vitest'
import { cpuShareBetween, onBatteryFrom } from '../../../electron/core/presence/machineLoad.ts'

const times = (busy: number, idle: number) => ({ user: busy, nice: 0, sys: 0, irq: 0, idle })

test('a quarter of two processors', () => {
  expect(cpuShareBetween([times(0, 0), times(10, 10)], [times(5, 5), times(10, 20)])).toBe(0.25)
})

test('every kind of work counts', () => {
  const after = { user: 1, nice: 2, sys: 3, irq: 4, idle: 10 }
  expect(cpuShareBetween([times(0, 0)], [after])).toBe(0.5)
})

test('unknown without two comparable looks', () => {
  expect(cpuShareBetween([], [])).toBeNull()
  expect(cpuShareBetween([times(1, 1)], [times(1, 1), times(1, 1)])).toBeNull()
  expect(cpuShareBetween([times(1, 1)], [times(1, 1)])).toBeNull()
  expect(cpuShareBetween([times(5, 5)], [times(1, 9)])).toBeNull()
})

test.each([
  [{ hasBattery: false, isCharging: false, acConnected: true }, null, false],
  [{ hasBattery: true, isCharging: false, acConnected: false }, null, true],
  [{ hasBattery: true, isCharging: true, acConnected: false }, null, false],
  [{ hasBattery: true, isCharging: false, acConnected: true }, null, false],
  // Full, with a plug the package does not know.
  [{ hasBattery: true, isCharging: false, acConnected: false }, true, false],
  [{ hasBattery: true, isCharging: false, acConnected: false }, false, true],
])('battery %j, plug %s: on battery %s', (battery, plugged, onBattery) => {
  expect(onBatteryFrom(battery, plugged)).toBe(onBattery)
})
