/** What Lull missed while it was not there is neither held against the person nor learnt from. */
import { describe, expect, test } from 'vitest'
import { withoutDay, withoutHistory } from '../../../electron/core/breaks/erasedState.ts'
import { Desk, due, entriesIn, HOUR, inGap, kinds, MINUTE, TUESDAY } from './desk.ts'

const restarted = { kind: 'restarted' } as const

describe('after a restart', () => {
  test('an offer nobody could see is gone without a word about the person', () => {
    const desk = new Desk()
    desk.look({ ...due, ...inGap })
    desk.restart()
    desk.nowMs += HOUR
    const effects = desk.do(restarted)
    expect(kinds(effects)).toEqual(['withdraw', 'entered', 'outcome'])
    expect(effects[2]).toMatchObject({ how: 'unseen', worked: null })
    expect(entriesIn(effects)).toEqual(['withdrawn'])
    expect(desk.state).toMatchObject({ nudge: null, ignoredInRow: 0 })
  })

  test('an offer goes on where Lull was away for a moment, and so does a break', () => {
    const desk = new Desk()
    desk.look({ ...due, ...inGap })
    desk.nowMs += 5000
    expect(desk.do(restarted)).toEqual([])
    desk.answer('start')
    desk.nowMs += MINUTE + 30_000
    expect(desk.do(restarted)).toEqual([])
    desk.nowMs += MINUTE
    expect(kinds(desk.do(restarted))).toContain('closeBreak')
  })
})

test('sensing that is paused keeps everything quiet, and the own pause beside it stays', () => {
  const desk = new Desk()
  const untilMs = desk.nowMs + HOUR
  desk.do({ kind: 'paused', untilMs })
  desk.do({ kind: 'sensingPaused', isPaused: true })
  expect(desk.look({ ...due, ...inGap })).toEqual([
    expect.objectContaining({ suppression: expect.objectContaining({ reason: 'paused' }) }),
  ])
  desk.do({ kind: 'sensingPaused', isPaused: false })
  expect(desk.state.pausedUntilMs).toBe(untilMs)
  expect(kinds(desk.look())).not.toContain('offer')
  desk.nowMs = untilMs
  expect(kinds(desk.look())).toContain('offer')
})

describe('after erasing', () => {
  test('the history: silences are forgotten, and the limit of today stays', () => {
    const desk = new Desk()
    desk.look({ ...due, ...inGap })
    desk.answer('skip')
    desk.look()
    expect(desk.state.suppressions).toHaveLength(1)
    const state = { ...desk.state, days: [{ workDay: 1, nudges: 2, fromStrain: 0 }, ...desk.state.days] }
    const after = withoutHistory(state, TUESDAY)
    expect(after).toMatchObject({ suppressions: [], days: [{ workDay: TUESDAY, nudges: 1 }] })
    expect(after.memory).toBe(desk.state.memory)
  })

  test('today: nothing is learnt from what is open any more', () => {
    const desk = new Desk()
    desk.look({ ...due, ...inGap })
    desk.state = withoutDay(desk.state, TUESDAY, TUESDAY, null)
    const effects = desk.answer('skip')
    expect(kinds(effects)).not.toContain('outcome')
    expect(desk.state.memory.outcomes).toBe(0)
  })
})
