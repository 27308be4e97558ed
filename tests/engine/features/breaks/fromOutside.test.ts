/** What a home may ask of pauses, which sees nobody. */
import { expect, test } from 'vitest'
import { fromOutside } from '../../../../electron/engine/features/breaks/fromOutside.ts'
import { breaksWorld, MINUTE, SECOND } from './breaksWorld.ts'

function home() {
  const world = breaksWorld()
  return { world, asked: fromOutside(world.pausing.breaks) }
}

test('begins a pause, and ends it; ending none is nothing', () => {
  const { world, asked } = home()
  asked.finish()
  asked.start()
  expect(world.view().running).toMatchObject({ kind: 'pause', because: 'person' })
  asked.finish()
  expect(world.view().running).toBeNull()
})

test('takes up what is offered', () => {
  const { world, asked } = home()
  const { id } = world.untilOffered()
  asked.start()
  expect(world.view().running).toMatchObject({ id, because: 'need' })
})

test.each(['inCall', 'sharing', 'doNotDisturb', 'fullScreen'] as const)('begins nothing while %s', (fact) => {
  const { world, asked } = home()
  world.sensors[fact] = true
  world.type(20 * SECOND)
  expect(() => asked.start()).toThrow(expect.objectContaining({ data: { because: 'hushed' } }))
  expect(world.view().running).toBeNull()
  world.sensors[fact] = false
  world.type(MINUTE)
  asked.start()
  expect(world.view().running).not.toBeNull()
})

test('keeps Lull quiet for a while, and lets it go on', () => {
  const { world, asked } = home()
  asked.pause(60)
  expect(world.view().pausedUntilMs).toBe(world.clock.now() + 60 * MINUTE)
  asked.resume()
  expect(asked.view().pausedUntilMs).toBeNull()
})
