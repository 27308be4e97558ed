/** What the tray says about pauses at every turn, and what can be done about it. */
import { describe, expect, it } from 'vitest'
import type { BreakView } from '../../../electron/contract/breaks.ts'
import { SUPPRESSION_REASONS } from '../../../electron/core/breaks/breakEffects.ts'
import { breakLine, breakLines, saysSpan } from '../../../electron/main/tray/breakLines.ts'
import { breakView, nowMs, offerOf, runningOf } from '../breaks/breakView.ts'

const MINUTE = 60_000
const line = (change: Partial<BreakView>, atMs = nowMs) => breakLine(breakView(change), atMs, 'en-GB')
const does = (change: Partial<BreakView>) =>
  breakLines(breakView(change), nowMs, 'en-GB').flatMap((one) => (one ? [`${one.action}: ${one.label}`] : []))
const next = (inMs: number) => ({ next: { kind: 'micro', because: 'need', inMs } }) as const

describe('the line', () => {
  it.each([
    ['what comes next, as roughly as it is known', next(22 * MINUTE), 'Next pause in about 20 min'],
    ['a few minutes', next(7 * MINUTE), 'Next pause in about 7 min'],
    ['a moment', next(0), 'Next pause in about 1 min'],
    ['a long time', next(130 * MINUTE), 'Next pause in about 2 h'],
    [
      'a time that was set',
      { next: { kind: 'lunch', because: 'time', inMs: 30 * MINUTE } },
      'Lunch at 14:00',
    ],
    ['a pause that is on', { running: runningOf() }, 'On a pause until 13:35'],
    [
      'one that was put off',
      { snoozed: { offer: offerOf(), untilMs: nowMs + 5 * MINUTE } },
      'A pause comes back at 13:35',
    ],
    [
      'one that waits',
      { waiting: { kind: 'micro', because: 'need', sinceMs: nowMs } },
      'A pause is due, at the next good moment',
    ],
    ['quiet that was asked for', { pausedUntilMs: nowMs + 60 * MINUTE }, 'No pauses until 14:30'],
    ['the rest of the day', { isDayDone: true }, 'No pauses until tomorrow'],
    ['all of it off', { isOn: false }, 'Pauses are switched off'],
    ['a call', { silent: { reason: 'call', sinceMs: nowMs } }, 'A pause waits until your call is over'],
    ['nothing known', {}, 'No pause in sight'],
  ] as const)('says %s', (_what, change, words) => {
    expect(line(change)).toBe(words)
  })

  it('has words for every reason of silence', () => {
    for (const reason of SUPPRESSION_REASONS) {
      expect(line({ silent: { reason, sinceMs: nowMs } })).toMatch(/^[A-Z][\w ,:]+$/)
    }
  })

  it('counts on while the engine has nothing new to say, and is redrawn for it', () => {
    expect(line(next(22 * MINUTE), nowMs + 12 * MINUTE)).toBe('Next pause in about 10 min')
    expect(saysSpan(breakView(next(MINUTE)))).toBe(true)
    expect(saysSpan(breakView({ ...next(MINUTE), offer: offerOf() }))).toBe(false)
    expect(saysSpan(breakView())).toBe(false)
  })

  it.each([
    [{}, 'A pause is due: stretch, 2 min'],
    [{ isAgain: true }, 'The pause you put off: stretch, 2 min'],
    [{ arm: null, kind: 'pause', lengthMs: 5 * MINUTE }, 'A pause is due: 5 min'],
    [{ arm: null, kind: 'eyeRest', lengthMs: 20_000 }, 'A pause is due: look far away, 20 s'],
    [{ arm: null, kind: 'lunch', lengthMs: 30 * MINUTE }, 'Time for lunch: 30 min'],
    [{ arm: null, kind: 'endOfDay' }, 'Your working hours are over: close the day'],
  ] as const)('names the offer %j', (change, words) => {
    expect(line({ offer: offerOf(change) })).toBe(words)
  })
})

describe('the ways', () => {
  it('are a pause of one’s own, and quiet for an hour', () => {
    expect(does(next(22 * MINUTE))).toEqual([
      'pauses: Next pause in about 20 min',
      'breakNow: Take a pause now',
      'quietHour: No pauses for 1 hour',
    ])
  })

  it('of an offer are to start it, to put it off while that is left, and not now', () => {
    const rest = ['breakNotNow: Not now', 'quietHour: No pauses for 1 hour']
    const start = 'breakStart: A pause is due: stretch, 2 min'
    expect(does({ offer: offerOf({ form: 'tray' }) })).toEqual([
      start,
      'breakLater: Later: 5 minutes',
      ...rest,
    ])
    expect(does({ offer: offerOf({ postponesLeft: 0 }) })).toEqual([start, ...rest])
  })

  it('of a pause that is on lead back to work, unless it is strict', () => {
    expect(does({ running: runningOf() })).toEqual([
      'pauses: On a pause until 13:35',
      'breakBack: Back to work',
    ])
    expect(does({ running: runningOf({ isStrict: true }) })).toEqual(['pauses: On a pause until 13:35'])
  })

  it('after a pause say whether it helped', () => {
    const rating = { nudgeId: 7, kind: 'micro', arm: 'stretch' } as const
    expect(does({ rating })).toEqual([
      'pauses: Did the pause help?',
      'helped: It helped',
      'helpedNot: Not really',
      'breakNow: Take a pause now',
      'quietHour: No pauses for 1 hour',
    ])
  })

  it('of one that was put off take it now', () => {
    const snoozed = { offer: offerOf(), untilMs: nowMs + 5 * MINUTE }
    expect(does({ snoozed })).toContain('breakStart: Take it now')
  })

  it('out of the quiet are one line', () => {
    for (const change of [{ pausedUntilMs: nowMs + MINUTE }, { isDayDone: true }]) {
      expect(does(change).at(-1)).toBe('offerAgain: Offer pauses again')
    }
    expect(does({ isOn: false })).toEqual(['pauses: Pauses are switched off', 'breakNow: Take a pause now'])
  })
})
