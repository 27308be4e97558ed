/** What becomes of an offer: taken, put off, declined, ignored, answered by resting, or taken away. */
import { describe, expect, test } from 'vitest'
import type { BreakEffect } from '../../../electron/core/breaks/breakEffects.ts'
import type { BreakSettings } from '../../../electron/core/breaks/breakSettings.ts'
import { quietMs } from '../../../electron/core/breaks/outcomes.ts'
import {
  atWork,
  Desk,
  due,
  entriesIn,
  HOUR,
  inGap,
  kinds,
  MINUTE,
  offersIn,
  SECOND,
  situation,
} from './desk.ts'

function offered(settings: Partial<BreakSettings> = {}): Desk {
  const desk = new Desk(settings)
  desk.look({ ...due, ...inGap })
  expect(offersIn(desk.effects)).toHaveLength(1)
  desk.effects.length = 0
  return desk
}

const outcomes = (effects: readonly BreakEffect[]) =>
  effects.flatMap((effect) => (effect.kind === 'outcome' ? [[effect.how, effect.worked]] : []))
const withdrawals = (effects: readonly BreakEffect[]) =>
  effects.flatMap((effect) => (effect.kind === 'withdraw' ? [effect.because] : []))

/** When the next offer comes with something due all the while, in minutes from now. */
function nextOfferAfter(desk: Desk): number {
  const fromMs = desk.nowMs
  while (desk.nowMs - fromMs < 6 * HOUR) {
    if (offersIn(desk.pass(10 * SECOND, { ...atWork, ...due, ...inGap })).length > 0) break
  }
  return Math.round((desk.nowMs - fromMs) / MINUTE)
}

describe('taken', () => {
  test('opens a break with one end, and closes it by itself', () => {
    const desk = offered()
    const effects = desk.answer('start')
    expect(kinds(effects)).toEqual(['withdraw', 'openBreak'])
    const { running } = desk.state
    expect(running).toMatchObject({
      lengthMs: 2 * MINUTE,
      fromMs: desk.nowMs,
      endsAtMs: desk.nowMs + 2 * MINUTE,
    })
    const end = desk.rest(2 * MINUTE)
    expect(kinds(end).filter((kind) => kind !== 'askHelped' && kind !== 'outcome')).toEqual([
      'closeBreak',
      'entered',
    ])
    expect(entriesIn(end)).toEqual(['taken'])
  })
  test('counts as worked, and is learnt', () => {
    const desk = offered()
    desk.answer('start')
    desk.rest(5 * MINUTE)
    expect(outcomes(desk.effects)).toEqual([['done', true]])
    expect(desk.state.memory).toMatchObject({ outcomes: 1, counts: { stretch: { tried: 1, worked: 1 } } })
  })
  test('three fifths are enough, less is left early', () => {
    for (const [seconds, what] of [
      [80, 'taken'],
      [60, 'left'],
    ] as const) {
      const desk = offered()
      desk.answer('start')
      desk.rest(seconds * SECOND)
      expect(entriesIn(desk.answer('finish'))).toEqual([what])
    }
  })
  test('its rest is no natural one besides, and the next offer waits half an hour', () => {
    const desk = offered()
    desk.answer('start')
    desk.rest(4 * MINUTE)
    desk.work()
    expect(entriesIn(desk.effects)).toEqual(['taken'])
    expect(nextOfferAfter(desk)).toBe(28)
  })
  test('can still be taken from the tray, until ten minutes are over', () => {
    const desk = offered()
    const id = desk.openId()
    const effects = desk.pass(3 * MINUTE)
    expect(kinds(effects)).toEqual(['withdraw', 'hint'])
    expect(withdrawals(effects)).toEqual(['unanswered'])
    expect(kinds(desk.answer('start', id))).toEqual(['withdraw', 'openBreak'])
  })
})

describe('put off', () => {
  test('comes back after five minutes, as asked, uncounted', () => {
    const desk = offered()
    expect(withdrawals(desk.snooze(5))).toEqual(['snoozed'])
    expect(offersIn(desk.pass(5 * MINUTE - 10 * SECOND))).toEqual([])
    const [again] = offersIn(desk.pass(10 * SECOND))
    expect(again).toMatchObject({ isAgain: true, postponesLeft: 1, arm: 'stretch' })
    expect(desk.state.days).toEqual([expect.objectContaining({ nudges: 1 })])
  })
  test('waits a minute for a gap, then comes without one', () => {
    const desk = offered()
    desk.snooze(15)
    expect(offersIn(desk.pass(15 * MINUTE + 50 * SECOND, { inputIdleMs: 0 }))).toEqual([])
    expect(offersIn(desk.pass(10 * SECOND))).toHaveLength(1)
  })
  test('has a limit', () => {
    const desk = offered({ mostPostpones: 1 })
    desk.snooze(5)
    desk.pass(5 * MINUTE)
    expect(desk.snooze(5)).toEqual([{ kind: 'refused', because: 'postpone_limit' }])
    expect(kinds(offered({ mostPostpones: 0 }).snooze(5))).toEqual(['refused'])
  })
  test('never comes back into a call; it waits, and lapses after half an hour', () => {
    const desk = offered()
    desk.snooze(5)
    desk.pass(20 * MINUTE, situation({ inCall: true }))
    expect(offersIn(desk.effects)).toEqual([])
    expect(offersIn(desk.look(situation({ inCall: false })))).toHaveLength(1)

    const other = offered()
    other.snooze(5)
    other.pass(40 * MINUTE, situation({ inCall: true }))
    expect(withdrawals(other.effects)).toEqual(['snoozed', 'lapsed'])
    expect(outcomes(other.effects)).toEqual([['unseen', null]])
  })
  test('resting before it comes back is an answer', () => {
    const desk = offered()
    desk.snooze(15)
    desk.pass(6 * MINUTE)
    desk.rest(2 * MINUTE)
    expect(outcomes(desk.effects)).toEqual([['natural', true]])
  })
  test('can be begun before', () => {
    const desk = offered()
    desk.snooze(15)
    expect(kinds(desk.answer('start'))).toContain('openBreak')
  })
})

describe('declined', () => {
  test('skip: half an hour', () => {
    const desk = offered()
    const effects = desk.answer('skip')
    expect([withdrawals(effects), outcomes(effects), entriesIn(effects)]).toEqual([
      ['skipped'],
      [['skipped', false]],
      ['skipped'],
    ])
    expect(nextOfferAfter(desk)).toBe(30)
  })
  test('not now: an hour', () => {
    const desk = offered()
    desk.answer('notNow')
    expect(nextOfferAfter(desk)).toBe(60)
  })
  test('an answer to an offer that is gone changes nothing', () => {
    const desk = offered()
    const id = desk.openId()
    desk.answer('skip')
    const before = desk.state
    expect(desk.answer('start', id)).toEqual([{ kind: 'refused', because: 'gone' }])
    expect(desk.answer('finish', id)).toEqual([{ kind: 'refused', because: 'not_running' }])
    expect(desk.state).toEqual(before)
  })
})

describe('ignored', () => {
  function ignore(desk: Desk): void {
    desk.pass(10 * MINUTE, { ...atWork, ...due, ...inGap })
  }
  test('leaves the screen after two minutes and the tray after ten', () => {
    const desk = offered()
    ignore(desk)
    expect(withdrawals(desk.effects)).toEqual(['unanswered', 'ignored'])
    expect(outcomes(desk.effects)).toEqual([['ignored', false]])
    expect(entriesIn(desk.effects)).toEqual(['ignored'])
  })
  test('doubles the quiet time from the offer on, up to four hours', () => {
    const desk = offered()
    const waits: number[] = []
    for (let turn = 0; turn < 4; turn++) {
      ignore(desk)
      waits.push(nextOfferAfter(desk) + 10)
    }
    expect(waits).toEqual([60, 120, 240, 240])
  })
  test('an answer ends the doubling', () => {
    const desk = offered()
    ignore(desk)
    nextOfferAfter(desk)
    desk.answer('skip')
    expect(nextOfferAfter(desk)).toBe(30)
    ignore(desk)
    expect(nextOfferAfter(desk) + 10).toBe(60)
  })
  test('a new day forgives, and still keeps half an hour', () => {
    const desk = new Desk({}, '00:30')
    desk.look({ ...due, ...inGap })
    ignore(desk)
    nextOfferAfter(desk)
    ignore(desk)
    // Two were ignored, the second at 01:30: quiet until 03:30 at least.
    nextOfferAfter(desk)
    ignore(desk)
    // The third at 03:30 would be quiet until 07:30; the day begins at 04:00.
    expect(nextOfferAfter(desk)).toBe(50)
  })
  test('the doubling in numbers', () => {
    expect([0, 1, 2, 3, 4, 50].map((times) => quietMs(times) / MINUTE)).toEqual([30, 60, 120, 240, 240, 240])
  })
})

describe('answered by resting', () => {
  test('a rest of three fifths that began within five minutes', () => {
    const desk = offered()
    desk.pass(4 * MINUTE)
    const effects = desk.rest(80 * SECOND)
    expect(withdrawals(effects)).toEqual(['natural'])
    expect(outcomes(effects)).toEqual([['natural', true]])
    expect(entriesIn(desk.work())).toEqual([])
    expect(entriesIn(desk.pass(MINUTE, { need: 0 }))).toEqual(['natural'])
  })
  test('not one that began later', () => {
    const desk = offered()
    desk.pass(6 * MINUTE)
    desk.rest(5 * MINUTE)
    expect(outcomes(desk.effects)).toEqual([['ignored', false]])
  })
  test('never less than a minute, however short the pause', () => {
    const desk = new Desk({ pins: ['lookAway'] })
    desk.look({ ...due, ...inGap })
    expect(desk.state.nudge?.lengthMs).toBe(20 * SECOND)
    desk.rest(50 * SECOND)
    expect(outcomes(desk.effects)).toEqual([])
    desk.rest(10 * SECOND)
    expect(outcomes(desk.effects)).toEqual([['natural', true]])
  })
  test('with the lid closed and the machine asleep', () => {
    const desk = offered()
    desk.pass(MINUTE)
    desk.do({ kind: 'suspended' })
    desk.nowMs += 40 * MINUTE
    desk.do({ kind: 'resumed' })
    desk.work()
    expect(outcomes(desk.effects)).toEqual([['natural', true]])
    desk.pass(MINUTE, { need: 0 })
    expect(entriesIn(desk.effects)).toEqual(['natural'])
  })
  test('a rest that was only touched is one rest, as long as it was in the end', () => {
    const desk = new Desk()
    desk.rest(5 * MINUTE)
    desk.work({ need: 0 })
    desk.look({ standing: 'resting', restMs: 5.5 * MINUTE, need: 0 })
    desk.pass(1.5 * MINUTE, { standing: 'resting', need: 0 })
    desk.work({ need: 0 })
    desk.pass(3 * MINUTE, { need: 0 })
    const natural = desk.effects.flatMap((effect) => (effect.kind === 'entered' ? [effect.entry] : []))
    expect(natural.map(({ what, restedMs }) => [what, restedMs])).toEqual([['natural', 7 * MINUTE]])
  })
  test('nothing is said to whoever is just back, before their rest is accounted for', () => {
    const desk = new Desk()
    desk.rest(5 * MINUTE)
    expect(desk.work({ ...due, ...inGap, restMs: 5 * MINUTE })).toEqual([])
    expect(desk.state.nudge).toBeNull()
  })
  test('nobody can tell work from rest: nothing is learnt', () => {
    const desk = offered()
    desk.pass(11 * MINUTE, { ...situation({ activity: null }), standing: 'unknown', inputIdleMs: null })
    expect(outcomes(desk.effects)).toEqual([['ignored', null]])
    expect(desk.state.memory.outcomes).toBe(0)
  })
})

describe('taken away at once', () => {
  test.each([
    ['call', situation({ inCall: true })],
    ['share', situation({ sharing: true })],
    ['do_not_disturb', situation({ doNotDisturb: true })],
    ['full_screen', situation({ fullScreen: true })],
  ])('%s', (reason, facts) => {
    const effects = offered().look(facts)
    expect([withdrawals(effects), outcomes(effects), entriesIn(effects)]).toEqual([
      [reason],
      [['unseen', null]],
      ['withdrawn'],
    ])
  })
  test('by pausing Lull, by closing the day, by switching breaks off', () => {
    const desk = offered()
    expect(withdrawals(desk.do({ kind: 'paused', untilMs: desk.nowMs + HOUR }))).toEqual(['paused'])
    expect(withdrawals(offered().do({ kind: 'paused', untilMs: null }))).toEqual(['day_done'])
    const off = { ...desk.state.settings, isOn: false }
    expect(withdrawals(offered().do({ kind: 'settingsChanged', settings: off }))).toEqual(['settings'])
  })
  test('by a window that did not draw', () => {
    const desk = offered()
    const effects = desk.do({ kind: 'notDrawn', id: desk.openId(), display: null })
    expect(withdrawals(effects)).toEqual(['notDrawn'])
    expect(outcomes(effects)).toEqual([['unseen', null]])
  })
  test('a pause ends by itself, or by the person; none is longer than a week', () => {
    const desk = offered()
    desk.do({ kind: 'paused', untilMs: desk.nowMs + 90 * MINUTE })
    expect(nextOfferAfter(desk)).toBe(90)
    desk.answer('skip')
    desk.do({ kind: 'paused', untilMs: desk.nowMs + 1000 * HOUR })
    expect(desk.state.pausedUntilMs).toBe(desk.nowMs + 168 * HOUR)
    desk.do({ kind: 'unpaused' })
    expect(nextOfferAfter(desk)).toBe(30)
  })
})

describe('"did that help?"', () => {
  function asking(): Desk {
    for (let seed = 1; seed < 50; seed++) {
      const desk = new Desk({}, '10:00', seed)
      desk.look({ ...due, ...inGap })
      if (!desk.state.nudge?.choice?.asks) continue
      desk.answer('start')
      expect(kinds(desk.rest(2 * MINUTE))).toContain('askHelped')
      return desk
    }
    throw new Error('nobody was asked')
  }
  test('a no counts as not worked', () => {
    const desk = asking()
    expect(outcomes(desk.do({ kind: 'rated', nudgeId: desk.openId(), helped: false }))).toEqual([
      ['ratedBad', false],
    ])
  })
  test('a yes and silence count as worked', () => {
    const desk = asking()
    expect(outcomes(desk.do({ kind: 'rated', nudgeId: desk.openId(), helped: true }))).toEqual([
      ['done', true],
    ])
    expect(outcomes(asking().pass(2 * MINUTE))).toEqual([['done', true]])
  })
  test('is asked about one in three', () => {
    let asked = 0
    for (let seed = 0; seed < 600; seed++) {
      const desk = new Desk({}, '10:00', seed)
      desk.look({ ...due, ...inGap })
      if (desk.state.nudge?.choice?.asks) asked++
    }
    expect(asked).toBeGreaterThan(160)
    expect(asked).toBeLessThan(240)
  })
})

test('one on purpose is shown in the first days, counts for nothing, and never in a call', () => {
  const desk = new Desk()
  desk.look()
  expect(kinds(desk.do({ kind: 'shownOnPurpose' }))).toEqual(['offer'])
  desk.pass(11 * MINUTE)
  expect([
    desk.state.days,
    desk.state.ignoredInRow,
    desk.state.quietUntilMs,
    desk.state.memory.outcomes,
  ]).toEqual([...[[], 0, null, 0]])
  desk.look(situation({ inCall: true }))
  expect(desk.do({ kind: 'shownOnPurpose' })).toEqual([{ kind: 'refused', because: 'hushed' }])
})

test('forgetting what was learnt forgets an open offer as well', () => {
  const desk = offered()
  desk.do({ kind: 'learningForgotten' })
  desk.answer('start')
  desk.rest(2 * MINUTE)
  expect(desk.state.memory.outcomes).toBe(0)
})
