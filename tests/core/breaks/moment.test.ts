/** A moment that fits: a gap in the typing, another kind of program, the end of a call, coming back. Else only the tray. */
import { describe, expect, test } from 'vitest'
import type { Breakpoint } from '../../../electron/core/breaks/breakpoint.ts'
import { Desk, due, entriesIn, inGap, kinds, MINUTE, offersIn, SECOND, situation } from './desk.ts'

const typing = { inputIdleMs: 0 }

function waiting(): Desk {
  const desk = new Desk()
  desk.pass(6 * MINUTE, typing)
  desk.pass(MINUTE, due)
  expect(offersIn(desk.effects)).toEqual([])
  return desk
}

describe('a gap in the typing', () => {
  test.each([
    [0, 0],
    [7.9, 0],
    [8, 1],
    [30, 1],
    [60, 1],
    [60.1, 0],
  ])('of %d s gives %d offers', (seconds, offers) => {
    expect(offersIn(waiting().look({ inputIdleMs: seconds * SECOND }))).toHaveLength(offers)
  })
  test('is offered as the person set it', () => {
    const [offer] = offersIn(waiting().look(inGap))
    expect(offer).toMatchObject({ form: 'corner', kind: 'micro', because: 'need', sinceRestMs: 50 * MINUTE })
  })
})

describe('another kind of program', () => {
  test('after five minutes in the one before', () => {
    expect(offersIn(waiting().look(situation({ category: 'comms' })))).toHaveLength(1)
  })
  test('not while hopping', () => {
    const desk = waiting()
    desk.state = { ...desk.state, dwelling: { category: 'dev', sinceMs: desk.nowMs - 4 * MINUTE } }
    expect(offersIn(desk.look(situation({ category: 'comms' })))).toEqual([])
  })
  test('an unknown one is none', () => {
    expect(offersIn(waiting().look(situation({ category: null })))).toEqual([])
  })
  test('is forgotten after thirty seconds', () => {
    const desk = new Desk()
    desk.pass(6 * MINUTE, typing)
    desk.look(situation({ category: 'comms' }))
    desk.pass(40 * SECOND)
    expect(offersIn(desk.look(due))).toEqual([])
  })
})

test('the end of a call is a moment, and lets out what waited for it', () => {
  const desk = new Desk()
  desk.look({ ...due, ...situation({ inCall: true }) })
  expect(offersIn(desk.pass(30 * MINUTE))).toEqual([])
  expect(offersIn(desk.look(situation({ inCall: false })))).toHaveLength(1)
})

test('coming back from away is a moment, as long as something is due', () => {
  const desk = new Desk()
  desk.look({ ...due, ...situation({ activity: 'locked' }) })
  expect(offersIn(desk.look(situation({ activity: 'active' })))).toHaveLength(1)
})

describe('a moment told by others', () => {
  test.each<Breakpoint>(['inputGap', 'categorySwitch', 'callEnded', 'returned'])(
    '%s counts at once',
    (what) => {
      expect(offersIn(waiting().do({ kind: 'breakpoint', what }))).toHaveLength(1)
    },
  )
  test('never against what is known: a call is still on', () => {
    const desk = new Desk()
    desk.look({ ...due, ...situation({ inCall: true }) })
    expect(offersIn(desk.do({ kind: 'breakpoint', what: 'callEnded' }))).toEqual([])
  })
  test('not on a look that is a minute old', () => {
    const desk = waiting()
    desk.nowMs += 61 * SECOND
    expect(offersIn(desk.do({ kind: 'breakpoint', what: 'returned' }))).toEqual([])
  })
})

describe('no such moment', () => {
  test('after ten minutes the tray says it, once, and nothing opens', () => {
    const desk = new Desk()
    desk.look({ ...due, ...typing })
    expect(desk.pass(10 * MINUTE - 10 * SECOND)).toEqual([])
    const effects = desk.pass(10 * SECOND)
    expect(kinds(effects)).toEqual(['chosen', 'hint', 'entered'])
    expect(entriesIn(effects)).toEqual(['hinted'])
    expect(kinds(desk.pass(5 * MINUTE, { need: 1 }))).toEqual([])
  })
  test('unknown input means no waiting', () => {
    const desk = new Desk()
    expect(offersIn(desk.look({ ...due, inputIdleMs: null }))).toHaveLength(1)
  })
  test('waiting begins anew after the gate was closed', () => {
    const desk = new Desk()
    desk.look({ ...due, ...typing })
    desk.pass(9 * MINUTE)
    desk.pass(MINUTE, situation({ fullScreen: true }))
    expect(offersIn(desk.pass(9 * MINUTE, situation({ fullScreen: false })))).toEqual([])
    expect(offersIn(desk.pass(MINUTE + 10 * SECOND))).toHaveLength(1)
  })
})
