/** What counts as work and what as rest. */
import { expect, test } from 'vitest'
import type { FactReading } from '../../../electron/core/presence/fact.ts'
import { presenceFrom } from '../../../electron/core/presence/presenceFrom.ts'
import { type SettledReadings, settle } from '../../../electron/core/presence/settle.ts'
import { standingOf } from '../../../electron/core/presence/standing.ts'

function presence(facts: Record<string, unknown>) {
  const readings = Object.entries(facts).map(
    ([fact, value]) => ({ fact, value, source: 'x', atMs: 0, quality: 1, how: 'event' }) as FactReading,
  )
  return presenceFrom(readings.reduce<SettledReadings>(settle, {}), 0)
}

test.each([
  [{}, 'unknown'],
  [{ input: 'active' }, 'working'],
  [{ input: 'idle' }, 'resting'],
  [{ input: 'idle', inCall: true }, 'working'],
  [{ inCall: true }, 'working'],
  [{ input: 'idle', sharing: true }, 'working'],
  [{ input: 'idle', fullScreen: true }, 'working'],
  [{ input: 'active', locked: true }, 'resting'],
  [{ locked: true, inCall: true }, 'working'],
  [{ asleep: true, inCall: true }, 'resting'],
] as const)('%j: %s', (facts, standing) =>
  expect(standingOf(presence(facts), { passiveScreen: 'work' })).toBe(standing),
)

test('reading may count as rest, if the person says so', () => {
  expect(standingOf(presence({ input: 'idle', fullScreen: true }), { passiveScreen: 'rest' })).toBe('resting')
})
