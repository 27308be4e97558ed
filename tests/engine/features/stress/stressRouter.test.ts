/** The page is told of real changes, at most once a second, and never misses the last one. */
import { expect, it } from 'vitest'
import { stressSnapshot } from '../../../../electron/contract/stress.ts'
import { heavyMinute, SECOND, StressWorld } from './stressWorld.ts'

it('a page hears at most one snapshot a second, and none that looks the same', async () => {
  const world = new StressWorld()
  world.live({ minutes: 1, minute: heavyMinute })
  const watch = await world.client().watch()
  const heard = async () => stressSnapshot.parse((await watch.next()).value)
  expect(await heard()).toEqual(world.service.snapshot())
  for (let n = 0; n < 200; n++) world.change({ breakTargetMinutes: 20 + (n % 70) })
  world.change({ breakTargetMinutes: 33 })
  world.change({ breakTargetMinutes: 33 })
  expect((await heard()).need.targetMs).toBe(20 * 60_000)
  const next = heard()
  world.clock.advance(SECOND)
  expect((await next).need.targetMs).toBe(33 * 60_000)
  const told = world.told.length
  world.change({ theme: 'dark' })
  world.change({ breakTargetMinutes: 33 })
  expect(world.told.length).toBe(told)
  await watch.return?.(undefined)
})
