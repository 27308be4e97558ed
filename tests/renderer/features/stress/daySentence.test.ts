/** The sentence a day begins with: real grammar from counts alone, and never a verdict. */
import { describe, expect, it } from 'vitest'
import { FEATURE_IDS } from '../../../../electron/core/stress/families.ts'
import { type DayFacts, daySentence } from '../../../../renderer/features/stress/daySentence.ts'
import { at, hourMs, minuteMs, plain, tuesday, wordsOf } from './wordsOf.ts'

const words = wordsOf()

const nothing: DayFacts = {
  workDay: tuesday,
  isToday: true,
  nowMs: at(15),
  sensing: 'on',
  activeMs: 0,
  restMs: 0,
  unknownMs: 0,
  realRests: 0,
  calls: null,
  lateMs: 0,
  firstWorkMs: null,
  lastWorkMs: null,
  sinceRest: null,
  unlike: null,
  raised: { times: 0, ms: 0 },
}
const morning: Partial<DayFacts> = {
  nowMs: at(11.5),
  activeMs: 2.5 * hourMs,
  firstWorkMs: at(8.7),
  lastWorkMs: at(11.5),
  calls: 2,
  realRests: 1,
}
const day: Partial<DayFacts> = {
  activeMs: 5 * hourMs,
  firstWorkMs: at(8.7),
  lastWorkMs: at(15),
  calls: 1,
  realRests: 3,
}
const past = { isToday: false, sensing: null }

const say = (...facts: Partial<DayFacts>[]) =>
  plain(
    daySentence(Object.assign({}, nothing, ...facts), words)
      .map(({ text }) => text)
      .join(''),
  )

describe('a day of which nothing is known', () => {
  it.each([
    ['Nothing is known of today yet. It fills by itself.', {}],
    ['You have only just begun.', { activeMs: 20_000 }],
    ['Sensing is off, so today stays blank.', { sensing: 'off' }],
    ['Sensing is paused, so today stays blank for now.', { sensing: 'paused' }],
    ['Nothing is known of this day.', past],
    ['Only rest so far today, as far as this computer can tell.', { restMs: hourMs }],
    ['A day of rest, as far as this computer could tell.', { ...past, restMs: 9 * hourMs }],
    ['So far nobody can tell work from rest today.', { unknownMs: hourMs }],
    ['Nobody could tell work from rest on this day.', { ...past, unknownMs: 9 * hourMs, restMs: hourMs }],
  ] as [string, Partial<DayFacts>][])('%s', (sentence, facts) => expect(say(facts)).toBe(sentence))
})

describe('a day with work', () => {
  it.each([
    ['A full morning with two calls and one real rest.', [morning]],
    ['A morning with two calls and one real rest.', [morning, { activeMs: 1.9 * hourMs }]],
    ['A full morning with two calls, and no real rest yet.', [morning, { realRests: 0 }]],
    ['A full morning at the desk, with no real rest yet.', [morning, { realRests: 0, calls: null }]],
    ['A full morning with one real rest.', [morning, { calls: 0 }]],
    ['A full morning with 14 calls and twelve real rests.', [morning, { calls: 14, realRests: 12 }]],
    ['A day with one call and three real rests.', [day]],
    ['A full day with one call and three real rests.', [day, { activeMs: 6.1 * hourMs, lastWorkMs: at(16) }]],
    [
      'You began at 14:50, and have been at it for 22 min.',
      [{ activeMs: 22 * minuteMs, firstWorkMs: at(14.84), lastWorkMs: at(15.2) }],
    ],
    [
      'An evening with one real rest.',
      [morning, { firstWorkMs: at(18), lastWorkMs: at(21), nowMs: at(21), calls: null, activeMs: hourMs }],
    ],
    [
      'A night with one real rest.',
      [morning, { firstWorkMs: at(22.5), lastWorkMs: at(27), nowMs: at(27), calls: null, activeMs: hourMs }],
    ],
  ] as [string, Partial<DayFacts>[]][])('%s', (sentence, facts) => expect(say(...facts)).toBe(sentence))

  it('says how much nobody could tell, before how late it was', () => {
    expect(say(day, { unknownMs: 80 * minuteMs, lateMs: hourMs })).toBe(
      'A day with one call and three real rests. For 1 h 20 min of it nobody could tell work from rest.',
    )
    expect(say(day, { unknownMs: 5 * minuteMs, lateMs: 45 * minuteMs })).toBe(
      'A day with one call and three real rests. 45 min of it fell into your quiet hours.',
    )
  })

  it('ends with a long time without a rest', () => {
    const since = (minutes: number) => ({
      sinceRest: { activeMs: minutes * minuteMs, targetMs: 50 * minuteMs },
    })
    expect(say(day, since(62))).toBe(
      'A day with one call and three real rests. It has been 1 h 2 min of work since a real rest.',
    )
    expect(say(day, since(49))).toBe('A day with one call and three real rests.')
  })

  it('ends with what is unlike the usual, and marks only that', () => {
    const parts = daySentence(
      { ...nothing, ...day, unlike: { feature: 'switchesPerMinute', level: 'cell' } } as DayFacts,
      words,
    )
    expect(parts).toEqual([
      { text: 'A day with one call and three real rests. This afternoon has ', strong: false },
      { text: 'more app-hopping than your usual weekday afternoon', strong: true },
      { text: '.', strong: false },
    ])
  })

  it('names the night after midnight by the day it belongs to', () => {
    expect(say(day, { nowMs: at(25), unlike: { feature: 'commsShare', level: 'cell' } })).toContain(
      'Tonight has more mail and chat than your usual weekday night.',
    )
  })
})

describe('a day that is over', () => {
  it.each([
    [
      'A full day with one call and three real rests.',
      [day, past, { activeMs: 6 * hourMs, lastWorkMs: at(16) }],
    ],
    ['A short day with one real rest.', [day, past, { activeMs: hourMs, calls: 0, realRests: 1 }]],
    [
      'A short morning at the desk, with no real rest.',
      [morning, past, { activeMs: hourMs, calls: 0, realRests: 0 }],
    ],
    [
      'A day with one call and three real rests. It was unlike your usual twice, for 40 min in all.',
      [day, past, { raised: { times: 2, ms: 40 * minuteMs } }],
    ],
    [
      'A day with one call and three real rests. It was unlike your usual three times, for 1 h in all.',
      [day, past, { raised: { times: 3, ms: hourMs } }],
    ],
  ] as [string, Partial<DayFacts>[]][])('%s', (sentence, facts) => expect(say(...facts)).toBe(sentence))

  it('says nothing of now', () => {
    expect(
      say(day, past, {
        unlike: { feature: 'hrBpm', level: null },
        sinceRest: { activeMs: 9e6, targetMs: 3e6 },
      }),
    ).toBe('A day with one call and three real rests.')
  })
})

describe('what it never says', () => {
  const verdict = /\b(you are|you were|stress|tense|tired|overload|too much|should|must)\b/i
  it.each(FEATURE_IDS)('no verdict about %s', (unlike) => {
    const sentence = say(day, { unlike: { feature: unlike, level: 'cell' } })
    expect(sentence).not.toMatch(verdict)
    expect(sentence).not.toMatch(/\{\{|<|undefined|null|NaN/)
  })
})
