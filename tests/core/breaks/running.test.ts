/** A break that runs through bad days: sleep, clocks set back, displays that go, windows that never draw, calls. */
import { describe, expect, test } from 'vitest'
import type { BreakEffect, RunningBreak } from '../../../electron/core/breaks/breakEffects.ts'
import type { BreakSettings } from '../../../electron/core/breaks/breakSettings.ts'
import { Desk, due, entriesIn, HOUR, inGap, kinds, MINUTE, offersIn, SECOND, situation } from './desk.ts'

function running(settings: Partial<BreakSettings> = {}): Desk {
  const desk = new Desk({ pins: ['breathe'], ...settings })
  desk.do({ kind: 'displaysChanged', displays: ['left', 'right'] })
  desk.look({ ...due, ...inGap })
  desk.answer('start')
  desk.effects.length = 0
  return desk
}

const opened = (effects: readonly BreakEffect[]): RunningBreak[] =>
  effects.flatMap((effect) => (effect.kind === 'openBreak' ? [effect.running] : []))
const closed = (effects: readonly BreakEffect[]) =>
  effects.flatMap((effect) => (effect.kind === 'closeBreak' ? [effect.because] : []))

describe('an overlay', () => {
  test('stands on every display with one end', () => {
    const desk = running({ form: 'overlay' })
    expect(desk.state.running).toMatchObject({
      displays: ['left', 'right'],
      endsAtMs: desk.nowMs + 2 * MINUTE,
    })
  })
  test('moves with the displays and keeps its end', () => {
    const desk = running({ form: 'overlay' })
    const ends = desk.state.running?.endsAtMs
    desk.nowMs += 30 * SECOND
    const [fewer] = opened(desk.do({ kind: 'displaysChanged', displays: ['left'] }))
    expect(fewer).toMatchObject({ displays: ['left'], endsAtMs: ends })
    const [more] = opened(desk.do({ kind: 'displaysChanged', displays: ['left', 'right', 'new'] }))
    expect(more).toMatchObject({ displays: ['left', 'right', 'new'], endsAtMs: ends })
    expect(desk.do({ kind: 'displaysChanged', displays: ['right', 'new', 'left'] })).toEqual([])
  })
  test('gives back a display that did not draw, and ends when none did', () => {
    const desk = running({ form: 'overlay' })
    const id = desk.openId()
    expect(opened(desk.do({ kind: 'notDrawn', id, display: 'right' }))).toMatchObject([
      { displays: ['left'] },
    ])
    desk.nowMs += 2 * SECOND
    const effects = desk.do({ kind: 'notDrawn', id, display: 'left' })
    expect(closed(effects)).toEqual(['notDrawn'])
    expect(effects).toContainEqual(expect.objectContaining({ kind: 'outcome', worked: null }))
  })
  test('other forms stand on no display and do not mind', () => {
    const desk = running({ form: 'corner' })
    expect(desk.state.running?.displays).toEqual([])
    expect(desk.do({ kind: 'displaysChanged', displays: [] })).toEqual([])
  })
})

describe('leaving', () => {
  test('at any time', () => {
    const desk = running()
    desk.rest(30 * SECOND)
    expect(entriesIn(desk.answer('finish'))).toEqual(['left'])
  })
  test('not before the end when the person chose so', () => {
    const desk = running({ isStrict: true })
    expect(desk.answer('finish')).toEqual([{ kind: 'refused', because: 'strict' }])
    expect(closed(desk.rest(2 * MINUTE))).toEqual(['done'])
  })
  test('strict is as it was when the break began', () => {
    const desk = running()
    desk.do({ kind: 'settingsChanged', settings: { ...desk.state.settings, isStrict: true } })
    expect(closed(desk.answer('finish'))).toEqual(['finished'])
  })
})

describe('a call', () => {
  test('that comes in ends any break, also a strict one, and nothing is learnt', () => {
    const desk = running({ isStrict: true, form: 'overlay' })
    const effects = desk.pass(10 * SECOND, situation({ inCall: true }))
    expect(closed(effects)).toEqual(['call'])
    expect(effects).toContainEqual(expect.objectContaining({ kind: 'outcome', how: 'unseen' }))
  })
  test('also when do not disturb was on before', () => {
    const desk = running()
    desk.look(situation({ doNotDisturb: true }))
    expect(closed(desk.look(situation({ doNotDisturb: true, sharing: true })))).toEqual(['share'])
  })
  test('that was on when the person began a break leaves it alone', () => {
    const desk = new Desk()
    desk.look(situation({ inCall: true }))
    expect(kinds(desk.do({ kind: 'started', breakKind: 'micro', arm: null }))).toEqual(['openBreak'])
    expect(closed(desk.pass(MINUTE))).toEqual([])
  })
})

describe('sleep and clocks', () => {
  test('slept through: over when the machine wakes, and rest is rest', () => {
    const desk = running()
    desk.do({ kind: 'suspended' })
    desk.nowMs += 3 * HOUR
    const effects = desk.do({ kind: 'resumed' })
    expect(closed(effects)).toEqual(['done'])
    expect(entriesIn(effects)).toEqual(['taken'])
    expect(offersIn(desk.work())).toEqual([])
  })
  test('a short sleep leaves the end where it was', () => {
    const desk = running()
    const ends = desk.state.running?.endsAtMs
    desk.do({ kind: 'suspended' })
    desk.nowMs += 30 * SECOND
    expect(desk.do({ kind: 'resumed' })).toEqual([])
    expect(desk.state.running?.endsAtMs).toBe(ends)
  })
  test('the clock set back two hours: what is left stays as long, all windows are told', () => {
    const desk = running()
    desk.rest(MINUTE)
    desk.nowMs -= 2 * HOUR
    const [again] = opened(desk.look())
    expect(again?.endsAtMs).toBe(desk.nowMs + MINUTE)
    expect(closed(desk.rest(50 * SECOND))).toEqual([])
    expect(closed(desk.rest(10 * SECOND))).toEqual(['done'])
    expect(entriesIn(desk.effects)).toEqual(['taken'])
  })
  test('the clock set back: no second offer for the same pause', () => {
    const desk = new Desk()
    desk.look({ ...due, ...inGap })
    desk.answer('skip')
    desk.nowMs -= 2 * HOUR
    expect(offersIn(desk.pass(29 * MINUTE))).toEqual([])
    expect(offersIn(desk.pass(MINUTE + 10 * SECOND))).toHaveLength(1)
  })
  test('the clock set forward two hours ends the break and breaks nothing', () => {
    const desk = running()
    desk.nowMs += 2 * HOUR
    expect(closed(desk.look())).toEqual(['done'])
  })
  test('the day before is still counted when the clock goes back over 04:00', () => {
    const desk = new Desk({ mostADay: 1 }, '03:50')
    desk.look({ ...due, ...inGap })
    desk.answer('skip')
    desk.pass(40 * MINUTE)
    expect(offersIn(desk.effects)).toHaveLength(2)
    desk.answer('skip')
    desk.nowMs -= 2 * HOUR
    expect(offersIn(desk.pass(6 * HOUR))).toEqual([])
  })
  test('set back by a moment, as time services do: a silence stays one row, and no time turns negative', () => {
    const desk = new Desk()
    desk.look({ ...due, ...inGap, ...situation({ inCall: true }) })
    for (let step = 0; step < 20; step++) {
      desk.pass(10 * SECOND)
      desk.nowMs -= 300
      desk.look()
    }
    expect(desk.state.suppressions).toHaveLength(1)
    expect(desk.state.suppressions[0]).toMatchObject({ reason: 'call', times: 1 })
    const rows = desk.effects.flatMap((one) => (one.kind === 'suppressed' ? [one.suppression.row] : []))
    expect(new Set(rows).size).toBe(1)
    expect(Math.min(...Object.values(desk.state.workSince))).toBeGreaterThanOrEqual(0)
  })
  test('killed in a break: the state is plain, and the break ends on time', () => {
    const desk = running()
    desk.restart()
    desk.nowMs += 5 * MINUTE
    expect(closed(desk.do({ kind: 'resumed' }))).toEqual(['done'])
  })
})

describe('begun unasked', () => {
  test('any kind, with its length, and only one at a time', () => {
    const desk = new Desk()
    desk.look()
    const [long] = opened(desk.do({ kind: 'started', breakKind: 'long', arm: 'walk' }))
    expect(long).toMatchObject({ lengthMs: 15 * MINUTE, arm: 'walk', because: 'person' })
    expect(desk.do({ kind: 'started', breakKind: 'micro', arm: null })).toEqual([
      { kind: 'refused', because: 'already_running' },
    ])
  })
  test('answers an open offer, and is what the history tells', () => {
    const desk = new Desk()
    desk.look({ ...due, ...inGap })
    expect(kinds(desk.do({ kind: 'started', breakKind: 'pause', arm: 'walk' }))).toEqual([
      'withdraw',
      'openBreak',
    ])
    desk.rest(5 * MINUTE)
    expect(desk.state.memory.outcomes).toBe(1)
    expect(entriesIn(desk.effects)).toEqual(['offered', 'taken'])
  })
  test('while one is left out on purpose: nobody told them, and that is what the history says', () => {
    const desk = new Desk({ pins: ['nothing', 'walk'] })
    desk.state = { ...desk.state, memory: { ...desk.state.memory, outcomes: 20 } }
    for (let seed = 1; desk.state.nudge?.stage !== 'quiet'; seed++) {
      desk.state = { ...desk.state, seed, nudge: null, quietUntilMs: null }
      desk.look({ ...due, ...inGap })
    }
    const [opened] = desk.do({ kind: 'started', breakKind: 'micro', arm: null })
    expect(opened).toMatchObject({ kind: 'openBreak', running: { because: 'person' } })
    desk.rest(3 * MINUTE)
    expect(desk.effects).toContainEqual(
      expect.objectContaining({ kind: 'outcome', arm: 'nothing', worked: true }),
    )
  })
  test('the end of the day closes it until four in the morning', () => {
    const desk = new Desk({}, '17:00')
    desk.look()
    expect(entriesIn(desk.do({ kind: 'started', breakKind: 'endOfDay', arm: null }))).toEqual(['dayDone'])
    expect(offersIn(desk.pass(10 * HOUR + 50 * MINUTE, { ...due, ...inGap }, MINUTE))).toEqual([])
    expect(offersIn(desk.pass(20 * MINUTE))).toHaveLength(1)
  })
})
