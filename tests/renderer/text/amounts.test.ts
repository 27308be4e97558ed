/** Sizes and times as words. */
import { describe, expect, it } from 'vitest'
import { sizeWords, timeWords } from '../../../renderer/text/amounts.ts'

describe('sizes', () => {
  it.each([
    [61_440, '61 kB'],
    [98_362_432, '98 MB'],
    [1_280_835_840, '1.3 GB'],
  ])('%d bytes are %s', (bytes, words) => expect(sizeWords(bytes, 'en')).toBe(words))
})

describe('times', () => {
  const now = new Date(2026, 10, 22, 14, 30).getTime()
  const at = (...parts: [number, number, number, number, number]) => new Date(...parts).getTime()
  it.each([
    [now - 20_000, { key: 'time.now', values: {} }],
    [now - 11 * 60_000, { key: 'time.minutesAgo', values: { count: 11 } }],
    [at(2026, 10, 22, 9, 5), { key: 'time.today', values: { clock: '09:05' } }],
    [at(2026, 10, 21, 23, 59), { key: 'time.yesterday', values: { clock: '23:59' } }],
    [at(2026, 10, 19, 8, 0), { key: 'time.day', values: { day: 'Thursday' } }],
    [at(2026, 4, 3, 8, 0), { key: 'time.day', values: { day: '3 May' } }],
    [at(2025, 4, 3, 8, 0), { key: 'time.day', values: { day: '3 May 2025' } }],
  ])('%d', (then, words) => expect(timeWords(then, now, 'en-GB')).toEqual(words))

  it('takes a clock that was set back as now', () => {
    expect(timeWords(now + 60_000, now, 'en-GB').key).toBe('time.now')
  })
})
