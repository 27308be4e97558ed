/** The log as stories: which look changed what, how it ended, and what became of each lamp. */
import { describe, expect, it } from 'vitest'
import type { LightsEntryView } from '../../../../electron/contract/lights.ts'
import { RULES } from '../../../../electron/core/lights/rules.ts'
import {
  byDay,
  type LogRow,
  lightStories,
  type Story,
} from '../../../../renderer/features/lights/lightStories.ts'
import {
  endedWords,
  entryWords,
  fateWords,
  storyWords,
} from '../../../../renderer/features/lights/logWords.ts'
import { lightsPast } from '../../livedLights.ts'
import { wordsOf } from './wordsOf.ts'

const words = wordsOf()
const noon = Date.UTC(2026, 10, 24, 12)
const lamp = (lampId: string) => ({
  ...{ lampId, name: lampId },
  before: { brightness: 80, colour: null },
  set: { brightness: 56, colour: null },
})
function entry(row: number, rest: Partial<LightsEntryView> & Pick<LightsEntryView, 'what'>): LightsEntryView {
  return {
    ...{ row, atMs: noon + row * 60_000, workDay: 20_000, because: null, look: null, claimId: null },
    ...{ lamps: [], refused: [], why: null },
    ...rest,
  }
}
const begun = (row: number, claimId: number, lampIds: string[], rest: Partial<LightsEntryView> = {}) =>
  entry(row, { what: 'begun', claimId, look: 'soften', because: 'talk', lamps: lampIds.map(lamp), ...rest })
const stories = (rows: LogRow[]): Story[] => rows.flatMap((row) => (row.kind === 'story' ? [row.story] : []))

describe('a story', () => {
  it('holds its end and the fate of each lamp', () => {
    const rows = lightStories([
      entry(4, { what: 'restored', lamps: [lamp('a')] }),
      entry(3, { what: 'ended', claimId: 1, look: 'soften', because: 'talk', why: 'over' }),
      entry(2, { what: 'left', claimId: 1, lamps: [lamp('b')], why: 'hand' }),
      begun(1, 1, ['a', 'b']),
    ])
    expect(rows).toHaveLength(1)
    const [story] = stories(rows)
    if (!story) throw new Error('no story')
    expect(storyWords(story, words)).toBe('Soften, because you asked in a talk')
    expect(endedWords(story, words)).toBe('Over at 12:03')
    expect(story.lamps.map(({ fate }) => fateWords(fate, true, words))).toEqual([
      'given back at 12:04',
      'changed by hand at 12:02, left alone',
    ])
  })
  it('takes in lamps that had to wait', () => {
    const rows = lightStories([
      begun(1, 1, ['a'], { refused: [{ lampId: 'b', name: 'b', rule: 'too_soon' }] }),
      begun(2, 1, ['b']),
    ])
    const [story] = stories(rows)
    expect(rows).toHaveLength(1)
    expect(story?.lamps.map(({ lampId }) => lampId)).toEqual(['a', 'b'])
    expect(story?.leftAlone).toEqual([])
  })
  it('of two looks over one another: the lamp was given back by both', () => {
    const rows = lightStories([
      begun(1, 1, ['a']),
      begun(2, 2, ['a'], { look: 'break', because: 'pause' }),
      entry(3, { what: 'restored', lamps: [lamp('a')] }),
    ])
    expect(stories(rows).map(({ lamps }) => lamps[0]?.fate?.kind)).toEqual(['restored', 'restored'])
  })
  it('that still runs says so, and one whose end is not known does not pretend', () => {
    const [story] = stories(lightStories([begun(1, 1, ['a'])]))
    if (!story) throw new Error('no story')
    expect(endedWords(story, words)).toBe('Still running')
    expect(fateWords(null, false, words)).toBe('still held')
    expect(fateWords(null, true, words)).toMatch(/not in these days/)
  })
})

it('what belongs to a look of other days stands by itself', () => {
  const rows = lightStories([entry(1, { what: 'restored', lamps: [lamp('a')] })])
  expect(rows[0]).toMatchObject({ kind: 'plain' })
  expect(entryWords(entry(1, { what: 'restored', lamps: [lamp('a')] }), words)).toBe('One lamp given back')
})

it('days come newest first, and nothing is lost', () => {
  const past = lightsPast(20_000, noon)
  const rows = lightStories(past)
  expect(byDay(rows).map(({ day, rows: ofDay }) => [day, ofDay.length])).toEqual([
    [20_000, 3],
    [19_999, 2],
    [19_997, 2],
  ])
  const [first] = stories(rows)
  expect(first?.leftAlone).toEqual([{ lampId: 'simulator:lamp-4', name: 'Shelf', rule: 'off' }])
})

describe('words', () => {
  it('there are some for every rule', () => {
    for (const rule of RULES) expect(words.t(`lights.rule.${rule}`)).not.toMatch(/lights\.rule/)
    expect(new Set(RULES.map((rule) => words.t(`lights.rule.${rule}`))).size).toBe(RULES.length)
  })
  it.each([
    ['trial', 'Soften left out by chance, for your comparison'],
    ['daily_cap', 'Soften left out: as many today as may be'],
    ['something new', 'Soften left out'],
  ])('withheld for %s', (why, said) => {
    expect(entryWords(entry(1, { what: 'withheld', look: 'soften', why }), words)).toBe(said)
  })
  it.each([
    ['allOff', 'Soften changed nothing: every ticked lamp was off'],
    ['nothing', 'Soften changed nothing, because you asked'],
  ] as const)('%s', (what, said) => {
    expect(entryWords(entry(1, { what, look: 'soften', because: 'shortcut' }), words)).toBe(said)
  })
  it.each([
    'undone',
    'released',
    'paused',
    'quit',
    'suspended',
    'settings',
    'replaced',
    'quiet_times',
    'new',
  ])('ended: %s', (why) => {
    const [story] = stories(lightStories([begun(1, 1, ['a']), entry(2, { what: 'ended', claimId: 1, why })]))
    expect(story && endedWords(story, words)).toMatch(/12:02/)
  })
  it.each(['off', 'gone', 'no_answer', 'refused', 'too_long_ago', 'let_go', 'new'])('left: %s', (why) => {
    expect(fateWords({ kind: 'left', atMs: noon, why }, true, words)).not.toMatch(/lights\./)
  })
})
