/** Silence of the system is "unknown", never a guess. */
import { expect, it } from 'vitest'
import { presenceReading } from '../../../electron/main/power/presenceReading.ts'

const here = { suspended: false, locked: false, idleSeconds: 3 }

it.each([
  [{}, 'active'],
  [{ idleSeconds: 120 }, 'idle'],
  [{ idleSeconds: null }, 'unknown'],
  [{ locked: true, idleSeconds: null }, 'locked'],
  [{ locked: true, suspended: true }, 'asleep'],
])('reads %j as %s', (change, expected) => {
  expect(presenceReading({ ...here, ...change })).toBe(expected)
})
