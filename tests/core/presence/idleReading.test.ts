/** Thirty seconds without input are idle, since the last key. */
import { expect, test } from 'vitest'
import { idleReading } from '../../../electron/core/presence/idleReading.ts'

const read = (idleMs: number | null) => idleReading({ source: 'mutter', idleMs, atMs: 100_000, quality: 0.9 })

test('a pause below thirty seconds is active', () => {
  expect(read(0)).toEqual({
    fact: 'input',
    value: 'active',
    source: 'mutter',
    atMs: 100_000,
    quality: 0.9,
    how: 'poll',
    idleMs: 0,
  })
  expect(read(29_999).value).toBe('active')
})

test('idle began with the last input', () => {
  expect(read(30_000)).toMatchObject({ value: 'idle', sinceMs: 70_000, idleMs: 30_000 })
})

test('not knowing is unknown and has no quality', () => {
  expect(read(null)).toMatchObject({ value: null, quality: 0 })
  expect(read(null)).not.toHaveProperty('idleMs')
})
