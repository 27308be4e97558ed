/** Names of programs stay in memory, unless the person gave one a category. */
import { describe, expect, test } from 'vitest'
import { MINUTE, noticing } from './noticing.ts'

const sensing = { presence: true, calls: false, screen: false, apps: true, input: false, machine: false }
const NAME = 'Secret-Diary-9000'

function atWork(apps: string[], settings = {}) {
  const world = noticing({ settings: { sensing, ...settings } })
  for (const app of apps) {
    world.sensors.front(app)
    world.live('active', 2 * MINUTE)
  }
  return world
}

/** Every text in every table. */
function everythingKept(world: ReturnType<typeof noticing>) {
  const tables = world.store.raw.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as {
    name: string
  }[]
  return JSON.stringify(
    tables.map(({ name }) => world.store.raw.prepare(`SELECT * FROM "${name}"`).all()),
  ).toLowerCase()
}

test('a name is in no row and no log line', () => {
  const world = atWork([NAME, 'Code', NAME, 'Slack'])
  world.service.stop()
  expect(everythingKept(world)).not.toContain('diary')
  expect(world.logLines.join('').toLowerCase()).not.toContain('diary')
  expect(JSON.stringify(world.told).toLowerCase()).not.toContain('diary')
  expect(world.rows('minutes').length).toBeGreaterThan(5)
})

describe('a category of the person', () => {
  test('counts from then on, is kept by name, and outlives a restart', () => {
    const world = atWork([NAME, NAME])
    world.service.mapProgram(NAME, 'docs')
    world.live('active', 3 * MINUTE)
    expect(world.told.minutes.at(-1)).toMatchObject({ docsSeconds: 60, otherSeconds: 0 })
    expect(world.rows('programs')).toEqual([{ app: NAME.toLowerCase(), category: 'docs' }])
    world.restart(MINUTE)
    expect(world.service.programs.list()).toEqual([
      { app: NAME.toLowerCase(), seconds: 0, category: 'docs', mapped: true },
    ])
    world.service.mapProgram('SECRET-diary-9000.exe', null)
    expect(world.rows('programs')).toEqual([])
    expect(world.service.programs.list()).toEqual([])
  })

  test('can be changed, and well-known names need none', () => {
    const world = atWork(['Slack', 'Code'])
    expect(world.service.programs.list()).toMatchObject([
      { app: 'Slack', category: 'comms', mapped: false },
      { app: 'Code', category: 'dev' },
    ])
    world.service.mapProgram('Slack', 'docs')
    world.service.mapProgram('Slack', 'media')
    expect(world.rows('programs')).toEqual([{ app: 'slack', category: 'media' }])
  })

  test('has room for 200 names', () => {
    const { service, rows } = noticing()
    for (let place = 0; place < 200; place++) service.mapProgram(`app ${place}`, 'dev')
    service.mapProgram('app 7', 'docs')
    expect(() => service.mapProgram('one more', 'dev')).toThrow('At most 200')
    expect(() => service.mapProgram('.exe', 'dev')).toThrow('needs a name')
    expect(rows('programs')).toHaveLength(200)
  })
})

describe('the list', () => {
  test('holds the 60 most used of at most 200 remembered', () => {
    const world = noticing({ settings: { sensing } })
    world.live('active', MINUTE)
    for (let place = 0; place < 300; place++) {
      for (let sample = 0; sample <= place % 7; sample++) {
        world.clock.advance(2_000)
        world.sensors.sink?.app({ atMs: world.clock.now(), app: `app ${place}` })
      }
    }
    const list = world.service.programs.list()
    expect(list).toHaveLength(60)
    expect(list.map(({ seconds }) => seconds)).toEqual(
      list.map(({ seconds }) => seconds).toSorted((a, b) => b - a),
    )
  })

  test('counts only time in which someone is there', () => {
    const world = atWork(['Code'])
    const seconds = () => world.service.programs.list()[0]?.seconds ?? 0
    const before = seconds()
    world.live('idle', 10 * MINUTE)
    expect(seconds() - before).toBeLessThanOrEqual(40)
  })

  test('is empty once programs may not be looked at any more', () => {
    const world = atWork([NAME])
    world.change({ sensing: { ...sensing, apps: false } })
    expect(world.service.programs.list()).toEqual([])
  })
})
