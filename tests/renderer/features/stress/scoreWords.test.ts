/** The scores in words: a pause that is due, a moment unlike the usual, and how sure that is. */
import { describe, expect, it } from 'vitest'
import type { DayScores, StressSnapshot } from '../../../../electron/contract/stress.ts'
import { bandLabel } from '../../../../renderer/features/stress/bandLabel.ts'
import {
  besideUsual,
  confidenceWords,
  needBecause,
  needMostWords,
  needWords,
  noStrainWords,
  raisedWords,
  strainWords,
} from '../../../../renderer/features/stress/scoreWords.ts'
import { hourMs, minuteMs, plain, wordsOf } from './wordsOf.ts'

const words = wordsOf()
const usual = { low: 0.2, high: 0.4 }

describe('break need', () => {
  it.each([
    [null, 'Not known right now'],
    [0, 'No pause is due for a while'],
    [0.6, 'A pause comes nearer'],
    [0.86, 'A pause is due soon'],
    [1, 'A pause is due'],
  ])('%s: %s', (value, said) => expect(needWords(value, words)).toBe(said))

  it('says what it rests on', () => {
    const need = {
      value: 0.8,
      activeSinceRestMs: 43 * minuteMs,
      targetMs: 50 * minuteMs,
      isLongDay: true,
      inQuietHours: true,
    }
    expect(needBecause(need, words).map(plain)).toEqual([
      '43 min of work since a rest of three minutes or more. Due at 50 min.',
      'The day is already a long one.',
      'These are your quiet hours.',
    ])
    expect(
      needBecause({ ...need, activeSinceRestMs: 4_000, isLongDay: false, inQuietHours: false }, words),
    ).toEqual(['You have only just begun, or just come back from a rest.'])
    expect(needBecause({ ...need, value: null }, words)).toEqual([
      'Nobody can tell work from rest at the moment.',
    ])
  })
  it('at its highest on a day that is over', () =>
    expect([null, 0.3, 0.9, 1].map((value) => needMostWords(value, words))).toEqual([
      'Not known on this day',
      'A pause was never due',
      'A pause was nearly due',
      'A pause was due',
    ]))
})

describe('the strain signal', () => {
  it('is said beside the usual', () => {
    expect(strainWords(0.3, usual, 'clear', words)).toBe('As usual for you')
    expect(strainWords(0.5, usual, 'clear', words)).toBe('Above your usual')
    expect(strainWords(0.1, usual, 'clear', words)).toBe('Below your usual')
    expect(strainWords(0.5, usual, 'raised', words)).toBe('Unlike your usual for a while now')
    expect(strainWords(0.7, null, 'clear', words)).toBe('On the high side; your usual is not known yet')
  })
  it('says why it is not there', () => {
    const strain = (state: string, daysKnown = 1) =>
      noStrainWords({ state, daysKnown } as StressSnapshot['strain'], words)
    expect(strain('learning')).toBe('Learning what is usual for you: 1 of 3 days so far.')
    expect(strain('off')).toBe('The strain signal is switched off.')
    expect(strain('unknown')).toBe('Too little is known right now to say anything.')
    expect(strain('known')).toBeNull()
  })
  it('says how sure it is', () =>
    expect([0.41, 0.6, 0.8].map((one) => confidenceWords(one, words))).toEqual([
      'Fairly unsure: 41% of what there is to know.',
      'Half sure: 60% of what there is to know.',
      'Fairly sure: 80% of what there is to know.',
    ]))
  it('of a day that is over says how long it was known, and how often raised', () => {
    const scores = { strainKnownMs: 3 * hourMs, raisedTimes: 1, raisedMs: 20 * minuteMs } as DayScores
    expect(plain(raisedWords(scores, words))).toBe(
      'It was known for 3 h. It was raised once, for 20 min in all.',
    )
    expect(plain(raisedWords({ ...scores, raisedTimes: 0 }, words))).toBe(
      'It was known for 3 h. It was never raised.',
    )
    expect(raisedWords({ ...scores, strainKnownMs: 0 }, words)).toBe('It was not known on this day.')
  })
})

describe('a band', () => {
  it('knows the side of the usual', () =>
    expect([0.1, 0.2, 0.4, 0.41].map((value) => besideUsual(value, usual))).toEqual([
      'below',
      'within',
      'within',
      'above',
    ]))
  it('is said to those who do not see it', () => {
    const band = { title: 'Break need', said: 'A pause is due.', value: 1, usual }
    expect(bandLabel(band, words)).toBe('Break need: A pause is due. Above your usual.')
    expect(bandLabel({ ...band, said: 'Above your usual' }, words)).toBe('Break need: Above your usual.')
    expect(bandLabel({ ...band, usual: null }, words)).toContain('Your usual is not known yet.')
    expect(bandLabel({ ...band, value: null }, words)).toBe('Break need: A pause is due.')
  })
})
