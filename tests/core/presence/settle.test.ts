/** Since when a value holds, in the probe's own words, and probes that disagree without taking turns. */
import { expect, test } from 'vitest'
import type { FactReading } from '../../../electron/core/presence/fact.ts'
import { presenceFrom } from '../../../electron/core/presence/presenceFrom.ts'
import { type SettledReadings, settle } from '../../../electron/core/presence/settle.ts'

const input = (value: string | null, atMs: number, extra: Partial<FactReading> = {}) =>
  ({ fact: 'input', value, source: 'probe', atMs, quality: 1, how: 'poll', ...extra }) as FactReading
const settled = (...readings: FactReading[]) => readings.reduce<SettledReadings>(settle, {})

test('idle since the last key, not since it was noticed', () => {
  const readings = [
    input('active', 0),
    input('active', 5_000),
    input('idle', 40_000, { sinceMs: 8_000 }),
    input('idle', 45_000, { sinceMs: 8_001 }),
    input('idle', 50_000, { sinceMs: 8_000 }),
  ]
  expect(presenceFrom(settled(...readings), 50_000).input).toMatchObject({ value: 'idle', sinceMs: 8_001 })
})

test('an event has its own beginning too, and one in the future is no beginning', () => {
  const event = (sinceMs: number) => input('idle', 40_000, { how: 'event', sinceMs })
  expect(presenceFrom(settled(event(10_000)), 40_000).input.sinceMs).toBe(10_000)
  expect(presenceFrom(settled(event(90_000)), 40_000).input.sinceMs).toBe(40_000)
})

test('the same answer after a long silence begins anew', () => {
  const state = settled(input('active', 0), input('active', 5_000), input('active', 30_000))
  expect(presenceFrom(state, 30_000).input.sinceMs).toBe(0)
  const later = settle(state, input('active', 600_000))
  expect(presenceFrom(later, 600_000).input).toMatchObject({ value: 'active', sinceMs: 600_000 })
})

test('two probes of equal quality that contradict each other do not take turns', () => {
  let state: SettledReadings = {}
  const seen = new Set<unknown>()
  for (let second = 0; second < 60; second++) {
    const source = second % 2 === 0 ? 'x11' : 'mutter'
    state = settle(state, input(source === 'x11' ? 'active' : 'idle', second * 1000, { source }))
    if (second > 3) seen.add(presenceFrom(state, second * 1000).input.value)
  }
  expect(seen.size).toBe(1)
})
