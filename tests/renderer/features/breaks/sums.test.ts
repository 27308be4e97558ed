/** Weeks and sums in words, the comparison with its doubts, and files to take along. */
import { describe, expect, it } from 'vitest'
import type { BreakStatisticsView } from '../../../../electron/contract/breaks.ts'
import { exportFile } from '../../../../renderer/features/breaks/ExportPauses.tsx'
import { leastVisibleWith, onOffWords, points } from '../../../../renderer/features/breaks/onOffWords.ts'
import { sumsSentence } from '../../../../renderer/features/breaks/SumsPage.tsx'
import {
  armRows,
  isEmptySums,
  kindRows,
  offeredRows,
  silenceSumRows,
} from '../../../../renderer/features/breaks/sumRows.ts'
import { ratedWords, weekSentence } from '../../../../renderer/features/breaks/weekSentence.ts'
import { emptyStatistics } from '../../fakeBreaks.ts'
import { plain } from '../stress/wordsOf.ts'
import { hourMs, minuteMs, pauseWordsOf, tuesday } from './pauseWordsOf.ts'

const words = pauseWordsOf()
const sums = (rest: Partial<BreakStatisticsView> = {}): BreakStatisticsView => ({
  ...emptyStatistics,
  ...rest,
})
const taken = (times: number) => ({ taken: { times, restedMs: times * 3 * minuteMs } })

describe('a week', () => {
  it('is told beside the one before, without a grade', () => {
    const week = sums({ ...taken(9), natural: { times: 14, restedMs: hourMs } })
    expect(weekSentence(week, sums(taken(6)), words)).toBe(
      'In these seven days you took nine pauses and had 14 rests of your own. In the seven days before it was six.',
    )
    expect(weekSentence(week, sums(taken(9)), words)).toMatch(/the same number\.$/)
    expect(weekSentence(week, sums({ offered: 3 }), words)).toMatch(/before it was none\.$/)
    expect(weekSentence(week, sums(), words)).toMatch(/own\.$/)
  })
  it('says unknown as unknown', () => {
    expect(weekSentence(sums(), sums(taken(3)), words)).toBe(
      'Nothing is known of pauses in these seven days.',
    )
    expect(weekSentence(sums({ offered: 3 }), null, words)).toBe('In these seven days no pause was taken.')
  })
  it.each([
    [{ helped: 0, didNot: 0 }, /^Nobody was asked/],
    [{ helped: 4, didNot: 1 }, /^After four pauses you said it helped, after one that it did not\.$/],
    [{ helped: 1, didNot: 0 }, /^After one pause you said it helped\.$/],
    [{ helped: 0, didNot: 2 }, /^After two pauses you said it did not help\.$/],
  ])('rated %o', (rated, text) => expect(ratedWords(rated, words)).toMatch(text))
})

describe('sums', () => {
  const some = sums({
    offered: 12,
    ...taken(3),
    unasked: 1,
    takenByKind: { ...emptyStatistics.takenByKind, micro: { times: 3, restedMs: 9 * minuteMs } },
    takenByArm: { ...emptyStatistics.takenByArm, walk: { times: 2, restedMs: 6 * minuteMs } },
    withdrawn: { call: 2, lapsed: 1 },
    suppressed: { refractory: { stretches: 1, heldMs: minuteMs }, call: { stretches: 5, heldMs: hourMs } },
  })
  const told = (rows: { name: string; value: string }[]) =>
    rows.map(({ name, value }) => plain(`${name}: ${value}`))

  it('are rows of what happened', () => {
    expect(told(offeredRows(some, words))).toEqual([
      'Offered: 12',
      'Taken: 3 times, 9 min',
      'of these begun by yourself: 1',
      'Rests of your own: 0',
      'Taken back: 3',
    ])
    expect(told(kindRows(some, words))).toEqual(['Short pause: 3 times, 9 min'])
    expect(told(armRows(some, words))).toEqual(['Walk: 2 times, 6 min'])
    expect(told(silenceSumRows(some, words))).toEqual([
      'In a call: 5 times, 1 h',
      'Too soon after the last one: once, 1 min',
    ])
  })
  it('know when there is nothing', () => {
    expect(isEmptySums(sums())).toBe(true)
    expect(isEmptySums(sums({ suppressed: { call: { stretches: 1, heldMs: 0 } } }))).toBe(false)
  })
  it.each([
    [some, 'month', null, 'In the last 30 days you took three pauses, 9 min in all.'],
    [some, 'all', tuesday, 'Since 12 May 2026 you took three pauses, 9 min in all.'],
    [some, 'all', null, 'So far you took three pauses, 9 min in all.'],
    [sums({ offered: 2 }), 'week', tuesday, 'In the last seven days no pause was taken.'],
    [sums(), 'year', null, 'Nothing has been offered or taken yet. This page fills by itself.'],
    [sums(), 'week', tuesday, 'Nothing is known of pauses in the last seven days.'],
  ] as const)('%#', (of, span, firstDay, text) =>
    expect(plain(sumsSentence(of, { span, firstDay }, words))).toBe(text),
  )
})

describe('the comparison', () => {
  const known = {
    kind: 'known' as const,
    spoke: { mean: 0.62, low: 0.5, high: 0.7, effectiveN: 90, n: 102 },
    leftOut: { mean: 0.38, low: 0.2, high: 0.5, effectiveN: 24, n: 26 },
    difference: 0.24,
    low: 0.05,
    high: 0.41,
    leastVisible: 0.22,
  }

  it('says how sure it is, and what so few cannot show', () => {
    expect(onOffWords(known, words)).toEqual([
      'Where Lull spoke, you rested in 62 of 100 such moments; where it kept quiet, in 38 of 100.',
      'The difference is 24 points, and could be anything from 5 to 41.',
      'So speaking up seems to help you rest.',
      'With so few, a difference of less than 22 points would not show.',
      'From 102 said and 26 left out.',
    ])
  })
  it('is chance where nothing is within reach, and says when silence is better', () => {
    expect(onOffWords({ ...known, low: -0.05 }, words)[2]).toMatch(/^This may be chance/)
    expect(onOffWords({ ...known, difference: -0.2, low: -0.3, high: -0.1 }, words)[2]).toMatch(
      /offering fewer\.$/,
    )
    expect(points(-0.051, words)).toBe('−5')
  })
  it('says what is missing while there is too little', () => {
    expect(onOffWords({ kind: 'not_enough', n: 61, missing: 14 }, words)).toEqual([
      'Not enough data yet: about 14 more moments of the rarer kind, mostly pauses left out by chance, are needed.',
      'Even then, with so few, only a difference of more than 31 points would show.',
    ])
    expect(onOffWords({ kind: 'not_enough', n: 0, missing: 20 }, words)).toEqual([
      'So far every choice came from fixed rules, so there is nothing to compare yet.',
    ])
    expect(leastVisibleWith(20)).toBeCloseTo(0.31, 2)
  })
})

it('each file to take along has its own name', () => {
  const exported = { fileName: 'lull-pauses-2026-05-12', csv: 'a', suppressionsCsv: 'b', json: '{}' }
  const names = (['csv', 'silencesCsv', 'json'] as const).map((form) => exportFile(exported, form).name)
  expect(names).toEqual([
    'lull-pauses-2026-05-12.csv',
    'lull-pauses-2026-05-12-silences.csv',
    'lull-pauses-2026-05-12.json',
  ])
})
