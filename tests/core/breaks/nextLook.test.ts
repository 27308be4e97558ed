/** Waiting costs no timer: only what ends by the clock, or waits for a gap, is looked at again. */
import { expect, test } from 'vitest'
import { looksForGap, nextLookInMs } from '../../../electron/core/breaks/nextLook.ts'
import { Desk, due, inGap, MINUTE, SECOND } from './desk.ts'

const inMs = (desk: Desk) => nextLookInMs(desk.state, desk.nowMs)

test('nothing is looked at again while work simply goes on', () => {
  const desk = new Desk()
  desk.look()
  expect(inMs(desk)).toBeNull()
})

test('a gap is looked for each two seconds while something waits for one', () => {
  const desk = new Desk()
  desk.look(due)
  expect(inMs(desk)).toBe(2 * SECOND)
  expect(looksForGap(desk.state, desk.nowMs)).toBe(true)
  desk.do({ kind: 'suspended' })
  expect(inMs(desk)).toBeNull()
  expect(looksForGap(desk.state, desk.nowMs)).toBe(false)
})

test('a break is looked at when it ends, and one put off when it is to come back', () => {
  const desk = new Desk()
  desk.look({ ...due, ...inGap })
  expect(inMs(desk), 'what is on the screen can wait').toBeNull()
  desk.snooze(5)
  expect(inMs(desk)).toBe(5 * MINUTE)
  desk.pass(5 * MINUTE, { inputIdleMs: 0 })
  expect(inMs(desk)).toBe(2 * SECOND)
  desk.answer('start')
  expect(inMs(desk)).toBe(2 * MINUTE)
  desk.nowMs += 2 * MINUTE - 10
  expect(inMs(desk), 'timers may run early').toBe(50)
  desk.do({ kind: 'suspended' })
  expect(inMs(desk)).toBeNull()
})
