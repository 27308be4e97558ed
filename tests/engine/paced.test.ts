/** Whoever is told often is told in time, and never misses the last of it. */
import { expect, it } from 'vitest'
import { paced } from '../../electron/engine/paced.ts'
import { FakeClock } from '../fakes/fakeClock.ts'

const SECOND = 1000

it('the first at once, then the newest of what came', () => {
  const clock = new FakeClock()
  const heard: number[] = []
  const slow = paced<number>(clock, SECOND, (value) => heard.push(value))
  slow.push(1)
  slow.push(2)
  slow.push(3)
  expect(heard).toEqual([1])
  clock.advance(SECOND)
  expect(heard).toEqual([1, 3])
  clock.advance(SECOND)
  slow.push(4)
  expect(heard).toEqual([1, 3, 4])
  slow.push(5)
  slow.stop()
  clock.advance(5 * SECOND)
  expect([heard, clock.pending]).toEqual([[1, 3, 4], 0])
})

it('who is told may push again', () => {
  const clock = new FakeClock()
  const heard: number[] = []
  const slow = paced<number>(clock, SECOND, (value) => {
    heard.push(value)
    if (value < 3) slow.push(value + 1)
  })
  slow.push(1)
  expect(heard).toEqual([1])
  clock.advance(5 * SECOND)
  expect(heard).toEqual([1, 2, 3])
})
