/** Signals in words: values with units, the person's own range, the difference, and why one is silent. */
import { describe, expect, it } from 'vitest'
import type { PresenceSnapshot } from '../../../../electron/contract/presence.ts'
import type { StrainReasonView } from '../../../../electron/contract/stress.ts'
import { FEATURE_IDS, type FeatureId } from '../../../../electron/core/stress/families.ts'
import {
  faceOf,
  type Reason,
  reasonWords,
  unknownGroups,
  usualWords,
  valueWords,
} from '../../../../renderer/features/stress/signalWords.ts'
import { at, plain, tuesday, wordsOf } from './wordsOf.ts'

const words = wordsOf()
const range = (feature: FeatureId, usualLow: number, usualHigh: number) =>
  plain(usualWords({ feature, usualLow, usualHigh } as StrainReasonView, words))

describe('a value', () => {
  it.each([
    ['switchesPerMinute', 9.21, '9.2 a minute'],
    ['switchesPerMinute', 12.4, '12 a minute'],
    ['hrBpm', 77.6, '78 bpm'],
    ['lnRmssd', Math.log(34), '34 ms'],
    ['dwellSeconds', 21.4, '21 s'],
    ['commsShare', 0.41, '41%'],
    ['pathPerClickPx', 1234, '1,234 px'],
    ['lateMinutes', 75, '1 h 15 min'],
    ['daySpanHours', 6.9, '6 h 54 min'],
    ['loopLagMs', 18, '18 ms'],
    ['temperatureC', 61, '61 °C'],
    ['checkin', 2, 'low'],
  ] as [FeatureId, number, string][])('of %s, %d, is %s', (feature, value, said) =>
    expect(plain(valueWords(feature, value, words))).toBe(said),
  )
  it('has its unit said once, with the range beside it', () => {
    expect(range('switchesPerMinute', 3.8, 6.1)).toBe('3.8–6.1')
    expect(range('lnRmssd', Math.log(33), Math.log(45))).toBe('33–45')
    expect(range('checkin', 3, 3.4)).toBe('in between')
  })
  it('never has a usual below nothing, nor a share above all', () => {
    expect(range('commsShare', -0.04, 0.2)).toBe('0%–20%')
    expect(range('deleteShare', 0.9, 1.1)).toBe('90%–100%')
    expect(range('lateMinutes', -10, 10)).toBe('0 s–10 min')
  })
  it('of a face is one of five', () => expect([0, 1.4, 2.5, 4.6, 9].map(faceOf)).toEqual([1, 1, 3, 5, 5]))
})

describe('a reason', () => {
  const say = (feature: FeatureId, hour: number, level: Reason['level'] = 'cell', day = tuesday) =>
    reasonWords({ feature, level }, { atMs: at(hour, day), workDay: day }, words)

  it('names the part of the week its usual speaks for', () => {
    expect(say('switchesPerMinute', 14)).toBe('More app-hopping than your usual weekday afternoon')
    expect(say('commsShare', 9)).toBe('More mail and chat than your usual weekday morning')
    expect(say('dwellSeconds', 19)).toBe('Shorter stays in each app than your usual late weekday afternoon')
    expect(say('dwellSeconds', 21, 'cell', tuesday + 4)).toBe(
      'Shorter stays in each app than your usual weekend evening',
    )
  })
  it('and no more than it speaks for', () => {
    expect(say('switchesPerMinute', 14, 'hours')).toBe('More app-hopping than your usual afternoon')
    expect(say('switchesPerMinute', 14, 'week')).toBe('More app-hopping than your usual')
  })
  it('after midnight belongs to the night of the day before', () =>
    expect(say('commsShare', 25, 'cell', tuesday + 3)).toBe(
      'More mail and chat than your usual weekday night',
    ))
  it('of heart and answers is against a usual of their own kind', () => {
    expect(say('hrBpm', 14)).toBe('A faster heart than in your quiet minutes')
    expect(say('checkin', 14)).toBe('Your own answer, below your usual one')
  })
  it.each(FEATURE_IDS)('of %s is a whole sentence', (feature) =>
    expect(say(feature, 10)).toMatch(/^[A-Z][^{}]+$/),
  )
})

describe('what is unknown', () => {
  const presence = (sensor: string, part: object) =>
    ({
      sensors: [{ sensor, allowed: true, condition: { state: 'running' }, ...part }],
    }) as never as PresenceSnapshot

  it('says a shared reason once', () => {
    const groups = unknownGroups(
      [
        { feature: 'deleteShare', reason: 'no_value' },
        { feature: 'shortPauseShare', reason: 'no_value' },
        { feature: 'hrBpm', reason: 'no_value' },
        { feature: 'commsShare', reason: 'off' },
        { feature: 'temperatureC', reason: 'too_few_days' },
      ],
      presence('input', { allowed: false }),
      words,
    )
    expect(groups).toEqual([
      { why: 'its sensor is not switched on', features: ['deleteShare', 'shortPauseShare'] },
      { why: 'no steady beats against a known usual', features: ['hrBpm'] },
      { why: 'switched off by its weight', features: ['commsShare'] },
      { why: 'fewer than five days yet to know your usual', features: ['temperatureC'] },
    ])
  })
  it('tells an absent sensor from a silent one', () => {
    const why = (part: object) =>
      unknownGroups([{ feature: 'switchesPerMinute', reason: 'no_value' }], presence('apps', part), words)[0]
        ?.why
    const condition = { state: 'unavailable', problem: 'desktop_cannot_tell', detail: null }
    expect(why({ condition })).toBe('this desktop cannot tell')
    expect(why({})).toBe('nothing read in the last minutes')
  })
})
