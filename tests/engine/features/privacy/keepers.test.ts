/** Several keepers answer as one, in the contract's order, and one that fails does not save the others. */
import { describe, expect, it } from 'vitest'
import { Keepers } from '../../../../electron/engine/features/privacy/keepers.ts'
import { FakeKeeper } from './fakeKeeper.ts'

const day = { workDay: 20_000, fromMs: 10, toMs: 20 }

function two() {
  const beats = new FakeKeeper(
    ['beats', 'scores'],
    [
      { kind: 'beats', at: 12, workDay: 20_000 },
      { kind: 'scores', at: 30, workDay: 20_001 },
    ],
  )
  const presence = new FakeKeeper(
    ['minutes', 'scores'],
    [
      { kind: 'minutes', at: 15, workDay: 20_000 },
      { kind: 'scores', at: 11, workDay: 20_000 },
    ],
  )
  return { beats, presence, keepers: new Keepers([beats, presence]) }
}

describe('keepers', () => {
  it('are counted together by kind', () => {
    expect(two().keepers.counts()).toEqual([
      { kind: 'minutes', rows: 1, oldestAt: 15 },
      { kind: 'beats', rows: 1, oldestAt: 12 },
      { kind: 'scores', rows: 2, oldestAt: 11 },
    ])
    expect(new Keepers([new FakeKeeper(['days'])]).counts()).toEqual([
      { kind: 'days', rows: 0, oldestAt: null },
    ])
  })

  it('erase one kind and leave the others', () => {
    const { keepers } = two()
    keepers.erase('scores')
    expect(keepers.counts().map(({ rows }) => rows)).toEqual([1, 1, 0])
    expect(keepers.has('scores')).toBe(true)
    expect(keepers.has('messages')).toBe(false)
  })

  it('erase one day everywhere', () => {
    const { keepers, beats, presence } = two()
    keepers.eraseDay(day)
    expect(beats.days).toEqual([day])
    expect(presence.days).toEqual([day])
    expect(keepers.counts().map(({ rows }) => rows)).toEqual([0, 0, 1])
  })

  it('all erase, also when one of them fails, and the failure is told', () => {
    const { keepers, beats, presence } = two()
    beats.erase = () => {
      throw new Error('locked')
    }
    expect(() => keepers.eraseAll()).toThrow('locked')
    expect(presence.kept).toEqual([])
    beats.eraseDay = () => {
      throw new Error('locked')
    }
    expect(() => keepers.eraseDay(day)).toThrow('locked')
    expect(presence.days).toEqual([day])
  })
})
