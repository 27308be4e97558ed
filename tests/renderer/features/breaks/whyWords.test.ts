/** Why a pause was offered, told from what is kept and honest about what is not. */
import { describe, expect, it } from 'vitest'
import type { ChoiceView } from '../../../../electron/contract/breaks.ts'
import { beliefWords } from '../../../../renderer/features/breaks/Beliefs.tsx'
import { learningSentence } from '../../../../renderer/features/breaks/LearningPage.tsx'
import {
  decidedAtMs,
  knownWords,
  momentSentences,
  outcomeWords,
  type ScoresThen,
  stepWords,
  type Why,
  whyTitle,
} from '../../../../renderer/features/breaks/whyWords.ts'
import { plain } from '../stress/wordsOf.ts'
import { at, minuteMs, nudgeAt, pauseWordsOf, tuesday } from './pauseWordsOf.ts'

const words = pauseWordsOf()
const choice: ChoiceView = {
  nudgeId: 1,
  atMs: at(10),
  workDay: tuesday,
  kind: 'micro',
  bucket: 'lowHigh',
  form: 'corner',
  arm: 'stretch',
  by: 'learnt',
  probabilities: { nothing: 0.2, stretch: 0.8 },
  expected: {},
  asks: false,
  outcome: { how: 'done', worked: true, atMs: at(10.1) },
  helped: null,
}
const why = (rest: Partial<Why> = {}): Why => ({
  entries: [nudgeAt(10, 1, 'offered'), nudgeAt(10.1, 1, 'taken')],
  choice,
  arms: [],
  ...rest,
})
const chosen = (rest: Partial<ChoiceView>) => why({ choice: { ...choice, ...rest } })
const title = (of: Why) =>
  plain(
    whyTitle(of, words)
      .map(({ text }) => text)
      .join(''),
  )

const scores = {
  atMs: at(10),
  need: { value: 1, activeSinceRestMs: 62 * minuteMs, targetMs: 50 * minuteMs },
  strain: { state: 'known', value: 0.3, phase: 'clear', reasons: [] },
  decision: null,
} as unknown as ScoresThen

describe('the sentence', () => {
  it.each([
    [why(), 'At 10:00 Lull offered a stretch.'],
    [why({ entries: [nudgeAt(10, 1, 'hinted')] }), 'At 10:00 the tray offered a stretch.'],
    [
      why({ entries: [nudgeAt(10, 1, 'leftOut', { arm: 'nothing' })] }),
      'At 10:00 a pause was due, and Lull said nothing on purpose.',
    ],
    [
      why({ entries: [nudgeAt(10, 1, 'taken', { because: 'person', arm: null })] }),
      'At 10:00 you took a short pause yourself.',
    ],
    [why({ entries: [] }), 'Nothing is kept about this pause any more.'],
  ])('%#', (of, text) => expect(title(of)).toBe(text))
})

describe('what was known', () => {
  const told = (of: Why, kept: ScoresThen | null | undefined) =>
    plain(knownWords(of, kept, words).sentences.join(' '))
  it('is need and strain as they were', () => {
    expect(told(why(), scores)).toBe(
      'A pause was due after your work. You had been at it for 1 h 2 min since a real rest; a pause is due at 50 min. The strain signal was not raised. It counted as a calm moment with a pause due.',
    )
  })
  it('says so where nothing is kept, and nothing while it is looked up', () => {
    expect(told(why(), null)).toMatch(/The scores of that moment are not kept any more\.$/)
    expect(told(why(), undefined)).not.toMatch(/kept|at it for/)
  })
  it('says unknown as unknown', () => {
    const blind = {
      ...scores,
      need: { ...scores.need, value: null },
      strain: { ...scores.strain, value: null },
    }
    expect(told(why(), blind)).toMatch(/was not known\. The strain signal was not known then/)
  })
  it('lists what was unlike the usual where strain counted', () => {
    const reason = { family: 'fragmentation', feature: 'switchesPerMinute', level: 'week' }
    const raised = { ...scores, strain: { ...scores.strain, reasons: [reason] } } as unknown as ScoresThen
    expect(knownWords(chosen({ bucket: 'highLow' }), raised, words).reasons).toHaveLength(1)
    expect(knownWords(why(), raised, words).reasons).toEqual([])
  })
  it('asks about the moment of the choice', () => {
    expect(decidedAtMs(why())).toBe(at(10))
    expect(decidedAtMs(why({ entries: [], choice: null }))).toBeNull()
  })
})

it('tells why at that moment, and nothing of it where the person began', () => {
  expect(momentSentences(why(), words).join(' ')).toMatch(/Nothing stood against it.* gap in the typing/)
  expect(momentSentences(chosen({ form: 'tray' }), words)[1]).toMatch(/only the tray/)
  const own = why({ entries: [nudgeAt(10, 1, 'taken', { because: 'person' })], choice: null })
  expect(momentSentences(own, words)).toEqual([])
})

describe('what came of it', () => {
  it.each([
    [why(), 'You took it. It counted as having worked.'],
    [chosen({ helped: true }), 'You took it. You said it helped. It counted as having worked.'],
    [
      chosen({ outcome: { how: 'ratedBad', worked: false, atMs: 1 }, helped: false }),
      'You took it, and said it did not help. It counted as not having worked.',
    ],
    [
      chosen({ outcome: { how: 'unseen', worked: null, atMs: 1 } }),
      'Something came between, so nobody can say. It was not counted.',
    ],
    [why({ choice: null, entries: [nudgeAt(10, 1, 'offered')] }), 'Nothing yet.'],
    [
      why({ choice: null, entries: [nudgeAt(10, 1, 'offered'), nudgeAt(10, 1, 'notNow')] }),
      'You said not now.',
    ],
  ])('%#', (of, text) => expect(outcomeWords(of, words).join(' ')).toBe(text))

  it('step by step, with a reason where there is one', () => {
    expect(stepWords(nudgeAt(10, 1, 'snoozed'), words)).toBe('put off')
    expect(stepWords(nudgeAt(10, 1, 'withdrawn', { reason: 'call' }), words)).toBe(
      'taken back: you were in a call',
    )
  })
})

describe('what is believed', () => {
  const belief = (tried: number, worked: number, arm: 'stretch' | 'nothing' = 'stretch') =>
    beliefWords({ arm, tried, worked, expected: 0.5, isPinned: false, isBanned: false }, words)
  it('is told with counts', () => {
    expect(belief(12, 8)).toBe('Tried 12 times, taken 8')
    expect(belief(1, 0)).toBe('Tried once, taken never')
    expect(belief(0, 0)).toBe('Not tried yet')
    expect(belief(30, 11, 'nothing')).toBe('Said nothing 30 times; you rested anyway in 11')
  })
  it.each([
    [0, /^Nothing has been learnt yet\. The first 20/],
    [14, /^So far Lull has seen 14 of 20 outcomes/],
    [145, /^From 145 outcomes/],
  ])('after %i outcomes', (outcomes, text) => {
    const parts = learningSentence({ outcomes, ruledOutcomes: 20 }, words)
    expect(parts.map((part) => part.text).join('')).toMatch(text)
  })
})
