/** Presence on the wire: reports of the shell, the snapshot and its changes, days and programs. */
import { call } from '@orpc/server'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { FactReport, PresenceSnapshot } from '../../../../electron/contract/presence.ts'
import type { Role } from '../../../../electron/contract/procedure.ts'
import { presenceRouter } from '../../../../electron/engine/features/presence/presenceRouter.ts'
import { HOUR, MINUTE, type NoticingOptions, noticing } from './noticing.ts'

function wired(options: NoticingOptions = {}) {
  const world = noticing(options)
  const router = presenceRouter(world.service, world.bus, world.clock)
  const as = (role: Role) => ({ context: { role, report: () => {} } })
  const page = as('window')
  const reading = (changes: object): FactReport => {
    const whole = {
      fact: 'locked',
      value: true,
      source: 'powerMonitor',
      atMs: world.clock.now(),
      quality: 1,
      how: 'event',
    }
    return { ...whole, ...changes } as FactReport
  }
  return {
    ...world,
    router,
    page,
    reading,
    as,
    send: (readings: FactReport[]) => call(router.report, { readings }, as('shell')),
  }
}

describe('a report of the shell', () => {
  test('is presence at once', async () => {
    const { send, reading, service } = wired()
    await send([reading({}), reading({ fact: 'inCall', value: false })])
    expect(service.snapshot()).toMatchObject({
      activity: { value: 'locked', source: 'powerMonitor', quality: 1 },
      inCall: { value: false },
      standing: 'resting',
    })
  })

  test('is refused where a value is not of its fact or a time cannot be true; the rest of it counts', async () => {
    const { send, reading, service, clock, logLines } = wired()
    const bad = [
      reading({ fact: 'inCall', value: 'active' }),
      reading({ fact: 'input', value: true }),
      reading({ fact: 'inCall', atMs: clock.now() + 2 * MINUTE + 1 }),
      reading({ fact: 'inCall', atMs: clock.now() - 24 * HOUR }),
    ]
    await expect(send([...bad, reading({ fact: 'fullScreen' })])).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: '4 of 5 readings were refused.',
    })
    expect(service.snapshot()).toMatchObject({
      inCall: { value: null },
      activity: { value: null },
      fullScreen: { value: true },
    })
    clock.advance(10_000)
    expect(logLines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ event: 'presenceReadingsRefused', count: 4 }),
    )
  })

  test('is dropped where the person did not allow it', async () => {
    const sensing = { presence: true, calls: false, screen: true, apps: false, input: false, machine: false }
    const { send, reading, service } = wired({ settings: { sensing } })
    await send([reading({ fact: 'inCall' }), reading({ fact: 'sharing' })])
    expect(service.snapshot()).toMatchObject({ inCall: { value: null }, sharing: { value: null } })
  })

  test('counts with what the probes say', async () => {
    const { send, reading, sensors, service, clock } = wired()
    sensors.hold('input', 'active')
    clock.advance(10_000)
    await send([reading({ fact: 'asleep' })])
    expect(service.snapshot().activity).toMatchObject({ value: 'asleep', sinceMs: clock.now() })
    await send([reading({ fact: 'asleep', value: false })])
    expect(service.snapshot().activity.value).toBe('active')
  })

  test('is for the shell alone, and for 20 readings at most', async () => {
    const { router, reading, page, send } = wired()
    await expect(call(router.report, { readings: [reading({})] }, page)).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    })
    await expect(send(Array.from({ length: 21 }, () => reading({})))).rejects.toThrow()
    await expect(send([])).rejects.toThrow()
  })
})

describe('watching', () => {
  async function watched(options: NoticingOptions = {}) {
    const world = wired(options)
    const controller = new AbortController()
    onTestFinished(() => controller.abort())
    const stream = await call(world.router.watch, undefined, { ...world.page, signal: controller.signal })
    const first = (await stream.next()).value as PresenceSnapshot
    const heard: PresenceSnapshot[] = []
    const reading = (async () => {
      for await (const snapshot of stream) heard.push(snapshot)
    })()
    return {
      ...world,
      first,
      heard,
      controller,
      reading,
      told: () => new Promise((resolve) => setImmediate(resolve)),
    }
  }

  test('gives the snapshot, then changes, at most one a second and the newest at its end', async () => {
    const { first, heard, clock, sensors, told } = await watched()
    expect(first).toMatchObject({ activity: { value: null }, sensing: { state: 'on', until: null } })
    clock.advance(1_000)
    for (let tenth = 0; tenth < 25; tenth++) {
      sensors.say('locked', tenth % 2 === 0, { how: 'event' })
      clock.advance(100)
      await told()
    }
    expect(heard.length).toBeGreaterThanOrEqual(2)
    expect(heard.length).toBeLessThanOrEqual(3)
    clock.advance(1_000)
    await told()
    expect(heard.at(-1)?.activity.value).toBe('locked')
  })

  test('says nothing where nothing changed: newer readings of the same, or there and back within a second', async () => {
    const { heard, clock, sensors, told } = await watched()
    sensors.hold('input', 'active')
    clock.advance(MINUTE)
    await told()
    const before = heard.length
    clock.advance(10 * MINUTE)
    sensors.say('locked', true, { how: 'event' })
    await told()
    clock.advance(100)
    sensors.say('inCall', true, { how: 'event' })
    sensors.say('inCall', false, { how: 'event' })
    sensors.say('inCall', null, { how: 'event' })
    clock.advance(5_000)
    await told()
    expect(heard.slice(before).map(({ activity }) => activity.value)).toEqual(['locked'])
  })

  test('ends with its reader, and nobody is listened for any more', async () => {
    const { controller, reading, clock, sensors, heard } = await watched()
    controller.abort()
    await reading
    sensors.say('locked', true, { how: 'event' })
    clock.advance(10_000)
    expect(heard).toEqual([])
  })
})

describe('days', () => {
  test('today says its number, bounds and zone', async () => {
    const { router, page } = wired({ at: '2026-06-03T01:30:00Z', zone: 'Europe/Berlin' })
    const today = await call(router.today, undefined, page)
    expect(today).toEqual({
      workDay: Date.parse('2026-06-02') / 86_400_000,
      fromMs: Date.parse('2026-06-02T02:00Z'),
      toMs: Date.parse('2026-06-03T02:00Z'),
      zone: 'Europe/Berlin',
    })
  })

  test('a day has its stretches and sums, and many days their sums in order', async () => {
    const { router, page, live, service } = wired()
    live('active', HOUR)
    const { workDay } = service.days.today()
    const day = await call(router.day, { workDay }, page)
    expect(day.spans.map(({ kind }) => kind)).toEqual(['unknown', 'work'])
    expect(day.sums).toMatchObject({ workDay, minutes: 59 })
    const { days } = await call(router.days, { fromDay: workDay - 61, toDay: workDay }, page)
    expect(days).toEqual([day.sums])
  })

  test('more than 62 at once are refused, and backwards there are none', async () => {
    const { router, page } = wired()
    await expect(call(router.days, { fromDay: 0, toDay: 62 }, page)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
    expect(await call(router.days, { fromDay: 9, toDay: 3 }, page)).toEqual({ days: [] })
  })

  test('one of which nothing is known says so', async () => {
    const { router, page } = wired()
    const day = await call(router.day, { workDay: 5 }, page)
    expect(day).toMatchObject({ spans: [], sums: { minutes: 0, calls: null, keys: null, firstWorkMs: null } })
  })
})

test('programs are listed and mapped over the wire', async () => {
  const sensing = { presence: true, calls: false, screen: false, apps: true, input: false, machine: false }
  const { router, page, sensors, live } = wired({ settings: { sensing } })
  sensors.front('Meerkat.exe')
  live('active', 5 * MINUTE)
  const list = async () => (await call(router.programs, undefined, page)).programs
  expect(await list()).toEqual([{ app: 'Meerkat.exe', seconds: 295, category: 'other', mapped: false }])
  await call(router.mapProgram, { app: 'Meerkat.exe', category: 'comms' }, page)
  expect(await list()).toMatchObject([{ app: 'Meerkat.exe', category: 'comms', mapped: true }])
  await expect(call(router.mapProgram, { app: '', category: 'dev' }, page)).rejects.toThrow()
})
