/** Lengths and times of day are said, not printed. */
import { describe, expect, it } from 'vitest'
import {
  clockWords,
  lengthWords,
  type SpokenWords,
  spanWords,
} from '../../../../../renderer/features/breaks/live/lengthWords.ts'
import { text } from '../../../../../renderer/text/i18n.ts'
import '../../../../../renderer/text/breakText.ts'

const words: SpokenWords = { t: text.t, language: 'en-GB' }
const minuteMs = 60_000

describe('a length', () => {
  it.each([
    [20_000, 'twenty seconds'],
    [10_000, 'ten seconds'],
    [90_000, '90 seconds'],
    [minuteMs, 'one minute'],
    [2 * minuteMs, 'two minutes'],
    [15 * minuteMs, 'fifteen minutes'],
    [17 * minuteMs, '17 minutes'],
    [30 * minuteMs, 'half an hour'],
    [60 * minuteMs, 'an hour'],
    [120 * minuteMs, '120 minutes'],
  ])('of %i ms is %s', (ms, said) => expect(lengthWords(ms, words)).toBe(said))
})

describe('a span that was counted', () => {
  it.each([
    [62 * minuteMs, '62 minutes'],
    [minuteMs, '1 minute'],
    [99.4 * minuteMs, '99 minutes'],
    [120 * minuteMs, '2 hours'],
    [101 * minuteMs, '1 hour 41 minutes'],
    [185.2 * minuteMs, '3 hours 5 minutes'],
  ])('of %i ms is %s', (ms, said) => expect(spanWords(ms, words)).toBe(said))
})

describe('a time of day', () => {
  const at = (hour: number, minute: number) => new Date(2026, 10, 3, hour, minute).getTime()
  it.each([
    [12, 30, 'half past twelve'],
    [12, 31, 'half past twelve'],
    [12, 15, 'quarter past twelve'],
    [12, 45, 'quarter to one'],
    [12, 58, "one o'clock"],
    [11, 59, 'noon'],
    [23, 59, 'midnight'],
    [0, 30, 'half past twelve'],
    [12, 37, '12:37'],
    [16, 5, '16:05'],
  ])('%i:%i is %s', (hour, minute, said) => expect(clockWords(at(hour, minute), words)).toBe(said))
})
