/** Silence is named when it has lasted longer than a mapping's patience, and only while somebody could be heard. */
import { expect, test } from 'vitest'
import type { Mapping } from '../../../electron/core/readings/mapping.ts'
import { isSilent, type Listening } from '../../../electron/core/readings/silence.ts'

const live: Mapping = { id: 'hr', topicFilter: 'hr', valuePath: '$', kind: 'hr', unit: 'bpm' }
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const listening = (over: Partial<Listening> = {}): Listening => ({
  connectedSinceMs: 0,
  watchedSinceMs: 0,
  lastMessageMs: null,
  ...over,
})

test.each([
  ['five minutes of beats', live, listening(), 5 * MINUTE, false],
  ['more', live, listening(), 5 * MINUTE + 1, true],
  ['after a message', live, listening({ lastMessageMs: MINUTE }), 6 * MINUTE, false],
  ['and more', live, listening({ lastMessageMs: MINUTE }), 6 * MINUTE + 1, true],
  ['a connection of now', live, listening({ connectedSinceMs: HOUR }), HOUR + MINUTE, false],
  ['no connection', live, listening({ connectedSinceMs: null }), 100 * HOUR, false],
  ['a night', { ...live, discrete: true }, listening(), 36 * HOUR, false],
  ['a day and a half', { ...live, discrete: true }, listening(), 36 * HOUR + 1, true],
  [
    'a nightly value over reconnects',
    { ...live, kind: 'rmssd', unit: 'ms' },
    listening({ connectedSinceMs: 36 * HOUR }),
    37 * HOUR,
    true,
  ],
  ['a clock set back', live, listening({ lastMessageMs: HOUR }), 0, false],
] satisfies [string, Mapping, Listening, number, boolean][])('%s', (_name, mapping, heard, nowMs, silent) =>
  expect(isSilent(mapping, heard, nowMs)).toBe(silent),
)
