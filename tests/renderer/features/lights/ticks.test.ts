/** What is ticked: rooms, zones and lamps, with and without others in the house. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choiceOf, usualLimits } from '../../../../electron/core/lights/limits.ts'
import {
  goneLamps,
  lampTick,
  roomTick,
  type Ticks,
  withLamp,
  withRoom,
} from '../../../../renderer/features/lights/ticks.ts'

const lamps = [
  { id: 'a', roomIds: ['study', 'zone'] },
  { id: 'b', roomIds: ['study'] },
  { id: 'c', roomIds: ['bed', 'zone'] },
]
const none: Ticks = { lampIds: [], roomIds: [], othersLiveHere: false }
const on = (ticks: Ticks) => lamps.filter((lamp) => lampTick(lamp, ticks) === 'on').map(({ id }) => id)

describe('a room', () => {
  it('ticked whole holds lamps that come later', () => {
    const ticks = { ...none, ...withRoom({ ...none, lampIds: ['a'] }, 'study', lamps, true) }
    expect(ticks).toMatchObject({ roomIds: ['study'], lampIds: [] })
    expect(lampTick({ id: 'new', roomIds: ['study'] }, ticks)).toBe('on')
  })
  it('is ticked in part', () => {
    const study = lamps.slice(0, 2)
    expect(roomTick(study, none)).toEqual({ state: 'off', ticked: 0 })
    expect(roomTick(study, { ...none, lampIds: ['b'] })).toEqual({ state: 'some', ticked: 1 })
    expect(roomTick(study, { ...none, lampIds: ['b', 'a'] })).toEqual({ state: 'on', ticked: 2 })
  })
  it('gives way to its other lamps when one of them is unticked', () => {
    const ticks = { ...none, ...withLamp({ ...none, roomIds: ['study'] }, 'a', lamps, false) }
    expect(ticks).toMatchObject({ roomIds: [], lampIds: ['b'] })
  })
  it('unticked takes its lamps out of a zone as well, and nothing else', () => {
    const ticks = { ...none, ...withRoom({ ...none, roomIds: ['study', 'zone'] }, 'study', lamps, false) }
    expect(on(ticks)).toEqual(['c'])
  })
})

describe('where someone else lives', () => {
  const shared: Ticks = { lampIds: ['b'], roomIds: ['study'], othersLiveHere: true }
  it('only lamps that were ticked by themselves count', () => {
    expect(lamps.map((lamp) => lampTick(lamp, shared))).toEqual(['shared', 'on', 'off'])
  })
  it('unticking one ticks none', () => {
    expect(on({ ...shared, ...withLamp(shared, 'b', lamps, false) })).toEqual([])
  })
})

it('lamps that are away stay ticked', () => {
  expect(goneLamps({ ...none, lampIds: ['a', 'gone'] }, { lamps: lamps as never })).toEqual(['gone'])
})

it('whatever is ticked, a tick changes what it names and no other lamp, and says what the engine will', () => {
  const ids = fc.subarray(['a', 'b', 'c'])
  const rooms = fc.subarray(['study', 'bed', 'zone'])
  fc.assert(
    fc.property(
      ids,
      rooms,
      fc.boolean(),
      fc.constantFrom('a', 'b', 'c'),
      fc.boolean(),
      (lampIds, roomIds, othersLiveHere, lampId, to) => {
        const before: Ticks = { lampIds, roomIds, othersLiveHere }
        const after = { ...before, ...withLamp(before, lampId, lamps, to) }
        expect(on(after).includes(lampId)).toBe(to)
        const others = (ticks: Ticks) => on(ticks).filter((id) => id !== lampId)
        expect(others(after)).toEqual(others(before))
        for (const lamp of lamps) {
          const engine = choiceOf(lamp, { ...usualLimits, ...after })
          expect(engine === 'chosen').toBe(lampTick(lamp, after) === 'on')
        }
      },
    ),
  )
})
