/** A day of pauses as a line of time: every ending of an offer, silences between, and hundreds of them. */
import { describe, expect, it } from 'vitest'
import {
  dayTimeline,
  isShownIn,
  type NudgeItem,
  silenceGroups,
} from '../../../../renderer/features/breaks/dayTimeline.ts'
import { nudgeAbout, nudgeTitle, quietTitle } from '../../../../renderer/features/breaks/timelineWords.ts'
import { plain } from '../stress/wordsOf.ts'
import { entryAt, minuteMs, nudgeAt, pauseWordsOf, silenceAt } from './pauseWordsOf.ts'

const words = pauseWordsOf()
const nudge = (...entries: Parameters<typeof dayTimeline>[0]): NudgeItem => {
  const item = dayTimeline(entries, []).find(({ type }) => type === 'nudge')
  if (item?.type !== 'nudge') throw new Error('no nudge')
  return item
}
const said = (item: NudgeItem) => plain([nudgeTitle(item, words), ...nudgeAbout(item, words)].join(' | '))

describe('one nudge', () => {
  it.each([
    [
      'taken, where it began',
      [nudgeAt(10, 1, 'offered'), nudgeAt(10.05, 1, 'taken', { restedMs: 2 * minuteMs })],
      'a stretch, 2 min | due after work',
    ],
    [
      'put off and then taken',
      [
        nudgeAt(10, 1, 'offered', { because: 'strain' }),
        nudgeAt(10.02, 1, 'snoozed', { because: 'strain' }),
        nudgeAt(10.1, 1, 'again', { because: 'strain' }),
        nudgeAt(10.2, 1, 'taken', { restedMs: 2 * minuteMs, because: 'strain' }),
      ],
      'a stretch, 2 min | unlike your usual | put off once | offered at 10:00',
    ],
    [
      'left early for a call',
      [nudgeAt(10, 1, 'offered'), nudgeAt(10.02, 1, 'left', { restedMs: 40_000, reason: 'call' })],
      'Left early: a stretch, after 40 s | you were in a call | due after work',
    ],
    [
      'let pass',
      [nudgeAt(10, 1, 'offered'), nudgeAt(10, 1, 'skipped')],
      'Let pass: a stretch | due after work',
    ],
    ['not now', [nudgeAt(10, 1, 'offered'), nudgeAt(10, 1, 'notNow')], 'Not now: a stretch | due after work'],
    [
      'without an answer, by the tray alone',
      [nudgeAt(10, 1, 'hinted'), nudgeAt(10.2, 1, 'ignored')],
      'No answer: a stretch | due after work | only the tray said it',
    ],
    [
      'taken back for a reason nobody has words for',
      [nudgeAt(10, 1, 'offered'), nudgeAt(10.01, 1, 'withdrawn', { reason: 'new_code' })],
      'Taken back: a stretch | something came between | due after work',
    ],
    [
      'left out on purpose',
      [nudgeAt(10, 1, 'leftOut', { arm: 'nothing' })],
      'Left out on purpose | now and then one is left out, to see what speaking up changes',
    ],
    ['with nothing known of its end', [nudgeAt(10, 1, 'offered')], 'Offered: a stretch | due after work'],
    [
      'begun by the person',
      [nudgeAt(10.1, 1, 'taken', { because: 'person', arm: null, kind: 'long', restedMs: 6 * minuteMs })],
      'a long pause, 6 min | begun by yourself',
    ],
  ] as const)('%s', (_, entries, text) => expect(said(nudge(...entries))).toBe(text))

  it('was answered by resting when rest began soon after it', () => {
    const rest = entryAt(10.2, { what: 'natural', restedMs: 10 * minuteMs })
    expect(nudge(nudgeAt(10, 1, 'offered'), rest).outcome).toBe('rested')
    const late = entryAt(11, { what: 'natural', restedMs: 10 * minuteMs })
    expect(nudge(nudgeAt(10, 1, 'offered'), late).outcome).toBe('open')
  })

  it('is told by the day that was closed, where that was the answer', () => {
    const items = dayTimeline(
      [nudgeAt(17, 4, 'offered', { kind: 'endOfDay', arm: null }), nudgeAt(17.02, 4, 'dayDone')],
      [],
    )
    expect(items.map(({ type }) => type)).toEqual(['dayDone'])
  })
})

describe('a day', () => {
  const entries = [
    nudgeAt(10, 1, 'offered'),
    nudgeAt(10.05, 1, 'taken', { restedMs: 2 * minuteMs }),
    entryAt(12.5, { what: 'natural', restedMs: 25 * minuteMs }),
    nudgeAt(15, 2, 'offered'),
    nudgeAt(15.01, 2, 'skipped'),
  ]
  const silences = [
    silenceAt(9, 1),
    silenceAt(13, 2),
    silenceAt(13.5, 3, { reason: 'share', heldMs: 9 * minuteMs, times: 2 }),
    silenceAt(16, 4),
  ]

  it('is told newest first, with the silences that lie between', () => {
    const items = dayTimeline(entries, silences)
    expect(items.map(({ type }) => type)).toEqual(['quiet', 'nudge', 'quiet', 'rest', 'nudge', 'quiet'])
    const titles = items.flatMap((item) => (item.type === 'quiet' ? [plain(quietTitle(item, words))] : []))
    expect(titles).toEqual([
      'Nothing was said: you were in a call',
      'Nothing was said, three times',
      'Nothing was said: you were in a call',
    ])
  })

  it('can be looked at by what happened', () => {
    const items = dayTimeline(entries, silences)
    const types = (filter: Parameters<typeof isShownIn>[0]) =>
      items.filter((item) => isShownIn(filter, item)).map(({ type }) => type)
    expect(types('pauses')).toEqual(['rest', 'nudge'])
    expect(types('offers')).toEqual(['nudge', 'nudge'])
    expect(types('silences')).toEqual(['quiet', 'quiet', 'quiet'])
  })

  it('with five hundred silences has no more lines than happenings and gaps between them', () => {
    const many = Array.from({ length: 500 }, (_, row) =>
      silenceAt(6 + row / 40, row, { reason: row % 2 === 0 ? 'call' : 'refractory' }),
    )
    const items = dayTimeline(entries, many)
    expect(items.length).toBeLessThanOrEqual(2 * 3 + 1)
    const rows = items.flatMap((item) =>
      item.type === 'quiet' ? item.groups.flatMap((one) => one.rows) : [],
    )
    expect(rows).toHaveLength(500)
    expect(silenceGroups(many).map(({ rows: { length } }) => length)).toEqual([250, 250])
  })

  it('of nothing is nothing', () => expect(dayTimeline([], [])).toEqual([]))
})
