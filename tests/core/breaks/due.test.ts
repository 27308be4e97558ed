/** What is due when: by need, by strain, at fixed times, at lunch, at the end of the day, and for tired eyes. */
import { describe, expect, test } from 'vitest'
import type { BreakEffect } from '../../../electron/core/breaks/breakEffects.ts'
import { type BreakSettings, defaultBreakSettings } from '../../../electron/core/breaks/breakSettings.ts'
import { decideBreak } from '../../../electron/core/breaks/decideBreak.ts'
import type { BreakKind } from '../../../electron/core/breaks/kinds.ts'
import type { WorkingHours } from '../../../electron/core/breaks/workingHours.ts'
import type { LocalMoment } from '../../../electron/core/presence/localMoment.ts'
import { Desk, due, entriesIn, HOUR, inGap, MINUTE, moment, offersIn, situation, TUESDAY } from './desk.ts'

type Kinds = BreakSettings['kinds']
const withKinds = (change: Partial<Record<BreakKind, boolean>>): { kinds: Kinds } => ({
  kinds: Object.fromEntries(
    Object.entries(defaultBreakSettings.kinds).map(([kind, one]) => [
      kind,
      { ...one, isOn: change[kind as BreakKind] ?? (kind === 'lunch' ? false : one.isOn) },
    ]),
  ) as Kinds,
})
const offered = (desk: Desk) => offersIn(desk.effects).map(({ kind, because }) => [kind, because])

describe('by need', () => {
  test('a long one takes the place of a short one as work goes on without longer rest', () => {
    const desk = new Desk({ bans: ['nothing'] })
    const told: [string, number][] = []
    const fromMs = desk.nowMs
    for (let turn = 0; turn < 5; turn++) {
      desk.pass(50 * MINUTE, { need: 0.5 })
      const [offer] = offersIn(desk.look({ need: 1, ...inGap }))
      told.push([offer?.kind ?? '', Math.round((desk.nowMs - fromMs) / MINUTE)])
      desk.answer('skip')
      desk.rest(MINUTE)
      desk.work({ need: 0.7 })
    }
    expect(told.map(([kind]) => kind)).toEqual(['micro', 'micro', 'pause', 'long', 'long'])
  })
  test('rest counts in proportion for the longer ones too', () => {
    const desk = new Desk()
    desk.pass(100 * MINUTE)
    desk.rest(2.5 * MINUTE)
    desk.work()
    expect(desk.state.workSince.pause / MINUTE).toBeCloseTo(50, 0)
    expect(desk.state.workSince.long / MINUTE).toBeCloseTo(100 * (1 - 2.5 / 15), 0)
  })
  test('a night takes all of it away', () => {
    const desk = new Desk()
    desk.pass(170 * MINUTE)
    desk.nowMs += 14 * HOUR
    desk.work()
    expect(desk.state.workSince).toEqual({ eyeRest: 0, pause: 0, long: 0 })
    expect(entriesIn(desk.effects)).toEqual([])
  })
  test('kinds that are off are not offered; with all off, nothing is', () => {
    const pauseOnly = new Desk(withKinds({ micro: false, long: false }))
    pauseOnly.look({ ...due, ...inGap })
    expect(offered(pauseOnly)).toEqual([['pause', 'need']])
    const none = new Desk(withKinds({ micro: false, pause: false, long: false, endOfDay: false }))
    none.pass(HOUR, { ...due, ...inGap })
    expect(none.effects).toEqual([])
  })
  test('natural rest is entered once, when it ends; a moment away and a night are none', () => {
    const desk = new Desk()
    desk.look()
    desk.rest(50_000)
    desk.work()
    desk.rest(90_000)
    desk.work()
    desk.rest(5 * HOUR)
    desk.work()
    expect(entriesIn(desk.effects)).toEqual(['natural'])
  })
})

describe('from strain', () => {
  test('a short one, from the fourth day on', () => {
    const desk = new Desk()
    const strained = { need: 0.5, strainRaised: true, ...inGap }
    for (let day = 0; day < 3; day++) {
      desk.look(strained)
      expect(offersIn(desk.effects)).toEqual([])
      desk.nowMs += 24 * HOUR
    }
    desk.look(strained)
    expect(offered(desk)).toEqual([['micro', 'strain']])
  })
  test('need comes before strain', () => {
    const desk = new Desk()
    desk.state = { ...desk.state, daysSeen: 4 }
    desk.look({ ...due, ...inGap, strainRaised: true })
    expect(offered(desk)).toEqual([['micro', 'need']])
    expect(desk.state.nudge?.choice?.bucket).toBe('highHigh')
  })
})

describe('at fixed times', () => {
  const times = [
    { minuteOfDay: 10 * 60 + 30, kind: 'micro' as const },
    { minuteOfDay: 15 * 60, kind: 'pause' as const },
  ]
  const fixed = (clock: string) => new Desk({ rhythm: { by: 'fixed', times } }, clock)

  test('once each, never before, and need says nothing', () => {
    const desk = fixed('10:00')
    desk.pass(6 * HOUR, { need: 1, ...inGap, strainRaised: true })
    expect(offered(desk)).toEqual([
      ['micro', 'time'],
      ['pause', 'time'],
    ])
    expect(desk.effects.flatMap((one) => (one.kind === 'chosen' ? [one.choice.arm] : []))).not.toContain(
      'nothing',
    )
  })
  test('is never left out to learn from it', () => {
    const desk = fixed('10:29')
    desk.state = { ...desk.state, memory: { ...desk.state.memory, outcomes: 20 } }
    desk.pass(2 * MINUTE, inGap)
    const [choice] = desk.effects.flatMap((one) => (one.kind === 'chosen' ? [one.choice] : []))
    expect(choice?.by).toBe('learnt')
    expect(Object.keys(choice?.probabilities ?? {})).not.toContain('nothing')
  })
  test('a call may pass, but after 45 minutes it lapses', () => {
    const early = fixed('10:25')
    early.pass(40 * MINUTE, { ...inGap, ...situation({ inCall: true }) })
    early.look(situation({ inCall: false }))
    expect(offered(early)).toEqual([['micro', 'time']])
    const late = fixed('10:25')
    late.pass(55 * MINUTE, { ...inGap, ...situation({ inCall: true }) })
    late.pass(HOUR, situation({ inCall: false }))
    expect(offered(late)).toEqual([])
  })
  test('a pause taken shortly before is the one', () => {
    const desk = fixed('10:10')
    desk.look()
    desk.rest(3 * MINUTE)
    desk.work(inGap)
    desk.pass(HOUR)
    expect(offered(desk)).toEqual([])
  })
  test('the clock set back does not ask twice', () => {
    const desk = fixed('10:25')
    desk.pass(10 * MINUTE, inGap)
    desk.answer('skip')
    desk.nowMs -= 2 * HOUR
    desk.pass(3 * HOUR)
    expect(offered(desk)).toEqual([['micro', 'time']])
  })

  /** Local times of a night in which 02:00 becomes 03:00, or 03:00 becomes 02:00. */
  function night(shiftMinutes: number): number {
    const settings = {
      ...defaultBreakSettings,
      rhythm: { by: 'fixed' as const, times: [{ minuteOfDay: 150, kind: 'micro' as const }] },
    }
    let state = new Desk().state
    state = { ...state, settings }
    const seen: BreakEffect[] = []
    for (let minute = 60; minute < 300; minute++) {
      const changeAt = shiftMinutes > 0 ? 120 : 180
      const local = minute < changeAt ? minute : minute + shiftMinutes
      const now: LocalMoment = { ...moment(TUESDAY * 24 * HOUR + minute * MINUTE), minuteOfDay: local }
      const facts = { ...new Desk().facts, ...inGap }
      const [next, effects] = decideBreak(state, { kind: 'tick', facts }, now)
      state = next
      seen.push(...effects)
    }
    return offersIn(seen).length
  }
  test('in the night the clocks go forward over it, it is asked all the same', () =>
    expect(night(60)).toBe(1))
  test('in the night it comes twice, it is asked once', () => expect(night(-60)).toBe(1))
})

describe('lunch', () => {
  const lunch = (clock: string) =>
    new Desk({ ...withKinds({ lunch: true, micro: false, pause: false, long: false }) }, clock)
  test('once a day, in its time', () => {
    const desk = lunch('11:00')
    desk.pass(3 * HOUR + 30 * MINUTE, inGap)
    expect(offered(desk)).toEqual([['lunch', 'time']])
    desk.nowMs += 21 * HOUR
    desk.pass(2 * HOUR)
    expect(offered(desk)).toHaveLength(2)
  })
  test('not for who has had it', () => {
    const desk = lunch('11:30')
    desk.look()
    desk.rest(25 * MINUTE)
    desk.work(inGap)
    desk.pass(3 * HOUR)
    expect(offered(desk)).toEqual([])
  })
})

describe('the end of the day', () => {
  const day = {
    ranges: [
      { startMinute: 540, endMinute: 720 },
      { startMinute: 780, endMinute: 1020 },
    ],
    breaks: [],
  }
  const hours: WorkingHours = { weekdays: Array.from({ length: 7 }, () => day), holidays: [] }
  test('after the last range, to who still works; and nothing else', () => {
    const desk = new Desk({ hours }, '11:30')
    desk.pass(8 * HOUR, { need: 0.2, ...inGap })
    expect(offered(desk)).toEqual([['endOfDay', 'time']])
    expect(desk.effects.findLast((one) => one.kind === 'entered')).toMatchObject({
      entry: { dayNumber: TUESDAY },
    })
  })
  test('not to who has gone', () => {
    const desk = new Desk({ hours }, '16:00')
    desk.look()
    desk.rest(4 * HOUR)
    expect(offered(desk)).toEqual([])
  })
  test('taking it closes the day', () => {
    const desk = new Desk({ hours }, '17:05')
    desk.look(inGap)
    desk.answer('start')
    expect([desk.state.doneDay, desk.state.running]).toEqual([TUESDAY, null])
  })
  test('without hours after nine', () => {
    const desk = new Desk({}, '17:00')
    desk.look({ need: 0.2, ...inGap, daySpanMs: 9 * HOUR - 1 })
    expect(offered(desk)).toEqual([])
    desk.look({ daySpanMs: 9 * HOUR })
    expect(offered(desk)).toEqual([['endOfDay', 'time']])
  })
})

test('tired eyes are off; who wants it is told after twenty minutes, with no more than all else', () => {
  const off = new Desk()
  off.pass(HOUR, { need: 0.2, ...inGap })
  expect(offered(off)).toEqual([])
  const desk = new Desk(withKinds({ eyeRest: true }))
  desk.pass(21 * MINUTE, { need: 0.2, ...inGap })
  expect(offersIn(desk.effects)).toMatchObject([{ kind: 'eyeRest', arm: 'lookAway', lengthMs: 20_000 }])
})
