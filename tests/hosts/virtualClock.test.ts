/** A clock for replays: timers in their order, wall time that may jump. */
import { expect, it } from 'vitest'
import { VirtualClock } from '../../electron/hosts/virtualClock.ts'

it('names the next timer and calls what is due in order', () => {
  const clock = new VirtualClock(1000)
  const called: string[] = []
  clock.after(50, () => called.push('late'))
  clock.after(10, () => called.push('early'))
  const cancel = clock.after(20, () => called.push('never'))
  cancel()
  expect(clock.nextMs()).toBe(1010)
  clock.moveTo(1050)
  expect(called).toEqual(['early', 'late'])
  expect([clock.now(), clock.nextMs()]).toEqual([1050, null])
})

it('keeps the distance of timers when the wall clock is set', () => {
  const clock = new VirtualClock(100_000)
  let at = 0
  clock.after(5_000, () => {
    at = clock.now()
  })
  clock.setTo(40_000)
  expect(clock.nextMs()).toBe(45_000)
  clock.moveTo(45_000)
  expect(at).toBe(45_000)
})
