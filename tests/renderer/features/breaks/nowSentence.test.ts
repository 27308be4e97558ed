/** The sentence about pauses now, in every state there is, and about days that are over. */
import { describe, expect, it } from 'vitest'
import type { BreakView } from '../../../../electron/contract/breaks.ts'
import {
  daySentenceOfPauses,
  type NowFacts,
  nowSentence,
} from '../../../../renderer/features/breaks/nowSentence.ts'
import { aboutWords } from '../../../../renderer/features/breaks/pauseWords.ts'
import { emptyBreaks, someOffer } from '../../fakeBreaks.ts'
import { plain } from '../stress/wordsOf.ts'
import { at, entryAt, hourMs, minuteMs, nudgeAt, pauseWordsOf } from './pauseWordsOf.ts'

const words = pauseWordsOf()
const now = at(15)
const view = (state: Partial<BreakView> = {}): BreakView => ({ ...emptyBreaks(now), ...state })
const today = (counts: Partial<BreakView['today']>) => ({ today: { ...view().today, ...counts } })
const facts = (state: Partial<BreakView>, rest: Partial<NowFacts> = {}): NowFacts => ({
  state: view(state),
  entries: [nudgeAt(9, 1, 'offered')],
  presence: { standing: 'working', sensing: { state: 'on', until: null } },
  isByClock: false,
  ...rest,
})
const said = (state: Partial<BreakView>, rest: Partial<NowFacts> = {}) =>
  plain(
    nowSentence(facts(state, rest), words)
      .map(({ text }) => text)
      .join(''),
  )
const noon = entryAt(12.25, { what: 'natural', restedMs: 15 * minuteMs })
const offer = someOffer(now)

describe('what is said now', () => {
  it.each([
    [
      'counts and the next one',
      today({ taken: 2, natural: 1 }),
      { entries: [noon] },
      'Two pauses so far today, and a real rest at 12:00. The next one in about 20 minutes of work.',
    ],
    [
      'several rests',
      today({ taken: 1, natural: 3 }),
      {},
      'One pause so far today, and three rests of your own. The next one in about 20 minutes of work.',
    ],
    [
      'rests alone',
      today({ natural: 2 }),
      {},
      'Two rests of your own so far today. The next one in about 20 minutes of work.',
    ],
    ['nothing taken yet', {}, {}, 'No pause so far today. The next one in about 20 minutes of work.'],
    [
      'nothing at all yet',
      {},
      { entries: [] },
      'Nothing has been offered so far today. The next one in about 20 minutes of work.',
    ],
    [
      'a time of the clock',
      { next: { kind: 'lunch', because: 'time', inMs: 41 * minuteMs } },
      {},
      'No pause so far today. Lunch in about 40 minutes.',
    ],
    [
      'one nearly due',
      { next: { kind: 'micro', because: 'need', inMs: minuteMs } },
      {},
      'No pause so far today. The next one is nearly due.',
    ],
    [
      'no more today',
      { next: null, ...today({ nudgesLeft: 0 }) },
      {},
      'No pause so far today. No more will be offered today.',
    ],
    ['one that is offered', { offer }, {}, 'No pause so far today. Right now there is a stretch for you.'],
    [
      'one that was put off',
      { snoozed: { offer, untilMs: at(15.25) } },
      {},
      'No pause so far today. You put one off; it comes back at 15:15.',
    ],
    [
      'one that waits',
      { waiting: { kind: 'micro', because: 'need', sinceMs: now } },
      {},
      'No pause so far today. One is due, and waits for a moment that fits.',
    ],
    [
      'why it is silent',
      { silent: { reason: 'call', sinceMs: now } },
      {},
      'No pause so far today. One is due, and nothing is said: you are in a call.',
    ],
    ['paused', { pausedUntilMs: at(16) }, {}, 'No pauses are offered until 16:00.'],
    ['until tomorrow', { isDayDone: true }, {}, 'No pauses are offered until tomorrow.'],
    [
      'switched off',
      { isOn: false },
      {},
      'Pauses are switched off. You can still take one whenever you like.',
    ],
    [
      'unknown',
      { next: null },
      { presence: { standing: 'unknown', sensing: { state: 'on', until: null } } },
      'Nobody can tell work from rest here right now, so nothing is offered.',
    ],
    [
      'one that is offered although nothing is known',
      { next: null, offer },
      { presence: { standing: 'unknown', sensing: { state: 'on', until: null } } },
      'No pause so far today. Right now there is a stretch for you.',
    ],
    [
      'sensing off',
      { next: null },
      { presence: { standing: 'unknown', sensing: { state: 'off', until: null } } },
      'Sensing is off, so nobody can tell when a pause is due. None is offered by itself.',
    ],
    [
      'sensing paused, also where pauses go by the clock',
      { pausedUntilMs: at(16) },
      { presence: { standing: 'unknown', sensing: { state: 'paused', until: at(17) } }, isByClock: true },
      'Sensing is paused, so no pauses are offered until 17:00.',
    ],
    [
      'all sensing switched off',
      {},
      { presence: { standing: 'unknown', sensing: { state: 'paused', until: null } } },
      'You switched all sensing off, so no pauses are offered until it is on again.',
    ],
    [
      'by the clock although nothing is known',
      { next: null },
      { presence: { standing: 'unknown', sensing: { state: 'off', until: null } }, isByClock: true },
      'No pause so far today. The next one comes at a time you set.',
    ],
  ] as [string, Partial<BreakView>, Partial<NowFacts>, string][])('%s', (_, state, rest, text) =>
    expect(said(state, rest)).toBe(text),
  )

  it('is the pause itself while one runs', () => {
    const { id, kind, because, lengthMs, form, exercise } = offer
    const running = {
      ...{ id, kind, because, lengthMs, form, exercise },
      arm: 'walk' as const,
      fromMs: now,
      endsAtMs: at(15.1),
      isStrict: false,
      displays: [],
    }
    expect(said({ running })).toBe('This is your pause: a walk, until 15:06.')
    expect(said({ running: { ...running, arm: null, kind: 'lunch' } })).toBe(
      'You are on a lunch break, until 15:06.',
    )
  })
})

describe('a day that is over', () => {
  it.each([
    [[], 'Nothing is known of pauses on this day.'],
    [[noon], 'A day with one rest of your own.'],
    [[nudgeAt(9, 1, 'offered')], 'One pause was offered, and none was taken.'],
    [[nudgeAt(9, 1, 'leftOut')], 'A day without a pause.'],
    [
      [nudgeAt(9, 1, 'taken'), nudgeAt(10, 2, 'taken'), noon],
      'A day with two pauses and one rest of your own.',
    ],
  ])('%#', (entries, text) => expect(daySentenceOfPauses(entries, words)).toBe(text))
})

it('rounds what is foreseen as one would say it', () => {
  const about = (ms: number) => plain(aboutWords(ms, words))
  expect([0, 7.4 * minuteMs, 12 * minuteMs, 43 * minuteMs].map(about)).toEqual([
    '1 minute',
    '7 minutes',
    '10 minutes',
    '45 minutes',
  ])
  expect(about(2.1 * hourMs)).toBe('2 h')
  expect(about(58 * minuteMs)).toBe('1 h')
})
