/** A clock set back moves times and changes no length. */
import { expect, test } from 'vitest'
import { shiftedReadings, shiftedRhythm } from '../../../electron/core/presence/clockShift.ts'
import type { FactReading } from '../../../electron/core/presence/fact.ts'
import { presenceFrom } from '../../../electron/core/presence/presenceFrom.ts'
import { settle } from '../../../electron/core/presence/settle.ts'
import { noRhythmYet } from '../../../electron/core/stress/workRhythm.ts'

const HOUR = 3_600_000

test('what was said once stays said', () => {
  const locked = {
    fact: 'locked',
    value: true,
    source: 'x',
    atMs: 30 * HOUR,
    quality: 1,
    how: 'event',
  } as FactReading
  const before = settle({}, locked)
  expect(presenceFrom(before, HOUR).locked.value).toBeNull()
  const after = shiftedReadings(before, 29 * HOUR)
  expect(presenceFrom(after, HOUR).locked).toMatchObject({ value: true, sinceMs: HOUR })
})

test('half a confirmation and a beginning of its own move along', () => {
  const idle = {
    fact: 'input',
    value: 'idle',
    source: 'x',
    atMs: 9 * HOUR,
    sinceMs: 8 * HOUR,
    quality: 1,
    how: 'poll',
  }
  const state = shiftedReadings(settle({}, idle as FactReading), HOUR)
  expect(state['input:x']).toMatchObject({
    held: { atMs: 8 * HOUR, sinceMs: 7 * HOUR },
    candidate: { atMs: 8 * HOUR },
  })
})

test('work and rest have lasted as long as before', () => {
  const rhythm = { ...noRhythmYet, activeMs: 5, restMs: 6, dayFromMs: 3 * HOUR, sessionFromMs: 4 * HOUR }
  expect(shiftedRhythm(rhythm, HOUR)).toEqual({ ...rhythm, dayFromMs: 2 * HOUR, sessionFromMs: 3 * HOUR })
})
