/** Days on which something breaks: time goes on, nothing is lost, and what was refused is counted. */
import { expect, test } from 'vitest'
import { HOUR, MINUTE, noticing } from './noticing.ts'

test.each(['minuteFinished', 'rhythmAdvanced', 'presenceChanged'] as const)(
  'a listener of %s that breaks stops neither time nor the others',
  (event) => {
    const world = noticing()
    world.bus.on(event, () => {
      throw new Error('not mine')
    })
    world.live('active', 6 * MINUTE)
    expect(world.rows('minutes')).toHaveLength(5)
    expect(world.snapshot()).toMatchObject({ standing: 'working' })
    world.report([{ fact: 'locked', value: true }])
    expect(world.snapshot()).toMatchObject({ standing: 'resting' })
    expect(world.logLines.some((line) => line.includes('presenceFailed'))).toBe(true)
    expect(world.logLines.join('')).not.toContain('not mine')
  },
)

test('a full disk: minutes wait, and are written when there is room', () => {
  const world = noticing()
  world.live('active', 3 * MINUTE)
  const pages = world.store.raw.pragma('page_count', { simple: true })
  world.store.raw.pragma(`max_page_count = ${pages}`)
  world.live('active', 3 * HOUR)
  const whileFull = world.rows('minutes').length
  expect(whileFull).toBeLessThan(180)
  world.store.raw.pragma('max_page_count = 1000000')
  world.live('active', 3 * MINUTE)
  expect(world.rows('minutes')).toHaveLength(185)
  expect(world.today().sums.longestStretchMs).toBeGreaterThan(3 * HOUR)
  expect(world.logLines.filter((line) => line.includes('minutesNotKept')).length).toBeLessThanOrEqual(181)
})

test('a sensor that tells nonsense is counted and the rest goes on', () => {
  const world = noticing()
  world.sensors.hold('input', 'active')
  for (let count = 0; count < 1000; count++) {
    world.sensors.say('locked', 'yes')
    world.sensors.say('inCall', true, { atMs: world.clock.now() + HOUR })
    world.sensors.say('smell' as 'locked', true)
    world.sensors.say('sharing', true, { source: `source ${count}`, how: 'event' })
  }
  world.clock.advance(6 * MINUTE)
  expect(world.snapshot()).toMatchObject({ activity: { value: 'active' }, inCall: { value: null } })
  const refused = world.logLines
    .map((line) => JSON.parse(line))
    .find(({ event }) => event === 'presenceReadingsRefused')
  expect(refused.count).toBeGreaterThanOrEqual(3000)
})

test('after it was stopped nothing is heard, told or counted', () => {
  const world = noticing()
  world.live('active', 20 * MINUTE)
  const { sink } = world.sensors
  world.service.stop()
  const before = world.told.rhythms.length
  sink?.fact({
    fact: 'locked',
    value: true,
    source: 'x',
    atMs: world.clock.now(),
    quality: 1,
    how: 'event',
  })
  world.report([{ fact: 'locked', value: true }])
  world.clock.advance(HOUR)
  expect(world.told.rhythms.length).toBe(before)
  expect(world.snapshot().activity.value).toBe('active')
})
