/** First guesses from name and size, as the known senders write them. */
import { describe, expect, it } from 'vitest'
import { guessMeaning, guessTimeUnit } from '../../../../renderer/features/devices/guessMeaning.ts'

describe('what a value is', () => {
  it.each([
    ['$.hr', 66, 'hr', 'bpm'],
    ['$', 72, 'hr', 'bpm'],
    ['$.rr', [905, 912], 'rr_list', 'ms'],
    ['$.rr', [0.905, 0.912], 'rr_list', 's'],
    ['$.rr_ms', 850.5, 'rr', 'ms'],
    ['$.ibi', 0.85, 'rr', 's'],
    ['$', 912, 'rr', 'ms'],
    ['$.lastNight.dailyRmssd', 41, 'rmssd', 'ms'],
    ['$.data.metrics[?name=heart_rate_variability].data[*].qty', 48.2, 'sdnn', 'ms'],
    ['$.data.metrics[?name=heart_rate].data[*].Avg', 61, 'hr', 'bpm'],
    ['$["heart.rate"]', '66', 'hr', 'bpm'],
    ['$.rr', [], 'rr_list', 'ms'],
  ])('%s %j is %s in %s', (path, sample, kind, unit) => {
    expect(guessMeaning(path, sample)).toEqual({ kind, unit })
  })
})

describe('how a time is written', () => {
  it.each([
    ['2026-01-01 08:30:00 +0100', 'iso'],
    [1_767_225_600, 's'],
    [1_767_225_600.12, 's'],
    [1_767_225_600_123, 'ms'],
    ['1767225600123', 'ms'],
    [1_767_225_600_123_000, 'us'],
    [820_540_800_000_000_000, 'polar_ns'],
  ])('%s is %s', (sample, unit) => expect(guessTimeUnit(sample)).toBe(unit))
})
