/** A person who asks once more, after the first wish came to nothing or was undone by a hand, is heard. */
import { expect, it } from 'vitest'
import type { LightsEvent } from '../../../electron/core/lights/hold.ts'
import { lamp, MINUTE, Room } from './room.ts'

const asks = (because: 'shortcut' | 'talk' | 'strain'): LightsEvent => ({
  kind: 'began',
  because,
  look: 'soften',
})
const whats = (room: Room) => room.entries().map(({ what }) => what)

it.each(['shortcut', 'talk'] as const)('by %s, once a lamp was switched on', (because) => {
  const room = new Room([lamp('a', { isOn: false })])
  room.happen(asks(because))
  expect(whats(room)).toEqual(['allOff'])
  room.hand('a', { isOn: true })
  room.happen(asks(because))
  expect(room.sent).toHaveLength(1)
  expect(whats(room)).toContain('begun')
})

it('after every lamp was changed by hand', () => {
  const room = new Room([lamp('a')])
  room.happen(asks('shortcut'))
  room.wait(MINUTE)
  room.hand('a', { brightness: 90 })
  expect(room.state.held).toEqual([])
  room.happen(asks('shortcut'))
  expect(room.get('a').brightness).toBe(56)
})

it('and each time is told that there is nothing to do, without a write', () => {
  const room = new Room([lamp('a', { isOn: false })])
  for (let times = 0; times < 3; times++) room.happen(asks('shortcut'))
  expect(whats(room).filter((what) => what === 'allOff')).toHaveLength(3)
  expect(room.state.claims).toHaveLength(1)
  expect(room.sent).toEqual([])
})

it('changes nothing while the look holds, nor where nobody asked', () => {
  const room = new Room([lamp('a')])
  room.happen(asks('shortcut'))
  room.happen(asks('shortcut'))
  expect(room.sent).toHaveLength(1)
  const raised = new Room([lamp('a')])
  raised.happen(asks('strain'))
  raised.wait(MINUTE)
  raised.hand('a', { brightness: 90 })
  raised.happen(asks('strain'))
  expect(raised.get('a').brightness).toBe(90)
})
