/** What is told, when, and to whom; what is obeyed; and what is left behind at a broker: nothing that has no meaning. */
import { describe, expect, it, vi } from 'vitest'
import type { HomeAssistantSettings } from '../../../../electron/contract/homeAssistant.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import { fakeAnnouncers } from './fakeAnnouncer.ts'
import { homeForTest, ID } from './homeForTest.ts'

const START = ['break_due', 'on_break', 'paused', 'calm'].map((what) => `lull/${ID}/${what}/state OFF`)
const JSON_TOPIC = `lull/${ID}/state`
const values = (strain: string | null, nextBreak: number | null) =>
  `${JSON_TOPIC} ${JSON.stringify({ strain, next_break: nextBreak })}`
const command = (what: string) => `lull/${ID}/${what}/set`

function started(settings: Partial<HomeAssistantSettings> = {}) {
  const clock = new FakeClock()
  const announcers = fakeAnnouncers()
  const home = homeForTest({ clock, connect: announcers.connect, settings: { on: true, ...settings } })
  home.service.start()
  return { ...home, clock, announcers, last: announcers.last, all: announcers.all }
}

function connected(settings: Partial<HomeAssistantSettings> = {}) {
  const home = started(settings)
  home.last().connect().look()
  return home
}

describe('the link', () => {
  it('is made only when switched on', () => {
    const { all, service, change } = started({ on: false })
    expect(all).toEqual([])
    expect(service.state()).toEqual({
      link: { phase: 'off' },
      published: 0,
      commands: { obeyed: 0, refused: 0 },
    })
    change({ on: true })
    expect(all).toHaveLength(1)
    expect(service.state().link).toEqual({ phase: 'connecting' })
  })

  it('says that there is no broker, and comes with one', () => {
    const { all, service, brokersChanged, world } = started({ deviceId: 'other' })
    expect(service.state().link).toEqual({ phase: 'no_broker' })
    brokersChanged({ ...world.brokers, other: { host: 'other' } })
    expect(all.map(({ broker }) => broker.host)).toEqual(['other'])
  })

  it('guesses no broker among several', () => {
    const { service, brokersChanged, all } = started()
    brokersChanged({ one: { host: 'one' }, two: { host: 'two' } })
    expect(all).toHaveLength(1)
    expect(service.state().link).toEqual({ phase: 'no_broker' })
  })

  it('shows how it fares', () => {
    const { service, last, logLines } = started()
    const failure = {
      phase: 'failed',
      failure: 'credentials_refused',
      retrying: false,
      detail: null,
    } as const
    last().context.phase(failure)
    expect(service.state().link).toEqual(failure)
    expect(logLines.join()).not.toContain('sea-salt')
  })

  it('that cannot be made of its settings is told as that', () => {
    const { service, brokersChanged, change } = started({ on: false })
    brokersChanged({ home: { host: 'throws' } })
    change({ on: true })
    expect(service.state().link).toMatchObject({ phase: 'failed', failure: 'unknown', detail: 'settings' })
  })

  it('appears in the list of connections', () => {
    const { last, peers } = started()
    last().context.connectionMade('broker:1883', 'answered')
    expect(peers).toEqual(['broker:1883 Home Assistant answered'])
  })

  it('is not made anew while devices report', () => {
    const { all, bus, shown, clock } = connected()
    clock.advance(10_000)
    const before = shown()
    for (let times = 0; times < 50; times++) {
      bus.emit('devicesChanged', {})
      clock.advance(500)
    }
    expect(all).toHaveLength(1)
    expect(shown()).toBe(before)
  })

  it('goes on while sensing is paused, and says that it is', () => {
    const { bus, world, last, clock } = connected()
    world.settings = { ...world.settings, sensingPaused: { until: null } }
    bus.emit('settingsChanged', world.settings)
    clock.advance(1000)
    expect(last().look()).toEqual([`lull/${ID}/paused/state ON`])
    expect(last().takenBack).toBeNull()
  })
})

describe('telling', () => {
  it('all when the link is up, and all again when asked', () => {
    const { last } = started()
    const [discovery, ...states] = last().connect().look()
    expect(discovery).toMatch(`homeassistant/device/${ID}/config {`)
    expect(states).toEqual([...START, values('usual', null)])
    last().context.tellAll()
    expect(last().look()).toEqual([discovery, ...states])
  })

  it('only what changed', () => {
    const { last, breaks, strain, clock } = connected()
    breaks.change({ next: { inMs: 24 * 60_000 } })
    clock.advance(1000)
    expect(last().look()).toEqual([values('usual', 25)])
    breaks.change({ next: { inMs: 23 * 60_000 } })
    strain({ value: 0.41 })
    clock.advance(10_000)
    expect(last().look()).toEqual([])
    breaks.change({ offer: {} })
    strain({ phase: 'raised', value: 0.8 })
    clock.advance(1000)
    expect(last().look()).toEqual([`lull/${ID}/break_due/state ON`, values('raised', 25)])
  })

  it('that a look is on, whoever wanted it, and when it is over', () => {
    const { last, lights, clock } = connected()
    for (const [look, told] of [
      ['break', 'ON'],
      [null, 'OFF'],
    ] as const) {
      lights.hold(look)
      clock.advance(1000)
      expect(last().look()).toEqual([`lull/${ID}/calm/state ${told}`])
    }
  })

  it('at most once a second by itself', () => {
    const { last, breaks } = connected()
    for (let minute = 100; minute > 0; minute -= 5) breaks.change({ next: { inMs: minute * 60_000 } })
    expect(last().look().length).toBeLessThanOrEqual(1)
  })

  it('values again before they are too old', () => {
    const { last, clock } = connected()
    for (let half = 0; half < 4; half++) {
      clock.advance(300_000)
      expect(last().look()).toContain(values('usual', null))
    }
  })

  it('all again while a topic is refused: the access list may have been mended', () => {
    const { last, clock } = connected()
    last().context.phase({ phase: 'failed', failure: 'topic_refused', retrying: false, detail: null })
    clock.advance(300_000)
    expect(last().look()).toContainEqual(expect.stringContaining(`homeassistant/device/${ID}/config`))
  })

  it('nothing of strain where that is off', () => {
    const { last } = started({ strain: false })
    last().connect()
    const told = last().look()
    expect(told.at(-1)).toBe(`${JSON_TOPIC} {"next_break":null}`)
    expect(told.join()).not.toMatch(/usual|Strain/)
  })

  it('a failure of what is asked stops nothing', () => {
    const { last, world, bus, clock, logLines } = connected()
    const { strain } = world
    world.strain = null as never
    bus.emit('breaksChanged', {} as never)
    clock.advance(1000)
    expect(logLines.join()).toContain('homeAssistantFailed')
    world.strain = { ...strain, value: 0 }
    bus.emit('breaksChanged', {} as never)
    clock.advance(1000)
    expect(last().look()).toEqual([values('low', null)])
  })

  it('costs one timer while nothing happens, and none while off', () => {
    const { clock, change } = connected()
    clock.advance(10_000)
    expect(clock.pending).toBe(1)
    change({ on: false })
    clock.advance(10_000)
    expect(clock.pending).toBe(0)
  })
})

describe('what was said before', () => {
  it('is all taken back when switched off', async () => {
    const { last, change, service } = connected({ commands: true })
    change({ on: false })
    expect(last().takenBack).toEqual([
      `homeassistant/device/${ID}/config`,
      ...['break_due', 'on_break', 'paused', 'calm'].map((what) => `lull/${ID}/${what}/state`),
      `lull/${ID}/status`,
    ])
    await vi.waitFor(() => expect(service.state().link).toEqual({ phase: 'off' }))
  })

  it('stays when Lull only ends', async () => {
    const { last, service } = connected()
    await service.stop()
    expect(last().takenBack).toEqual([])
  })

  it('in the other form is taken back before the new one comes', async () => {
    const { all, change } = connected()
    const gate = Promise.withResolvers<void>()
    const [first] = all
    if (first) first.held = gate.promise
    change({ form: 'older' })
    expect(first?.takenBack).toEqual([`homeassistant/device/${ID}/config`])
    expect(all).toHaveLength(1)
    gate.resolve()
    await vi.waitFor(() => expect(all).toHaveLength(2))
    expect(all[1]?.context.staleTopics).toContain(`homeassistant/device/${ID}/config`)
    all[1]?.connect()
    expect(all[1]?.told.filter(({ topic }) => topic.endsWith('/config'))).toHaveLength(6)
  })

  it('at another broker is taken back, with another password is not', async () => {
    const { all, brokersChanged } = connected()
    brokersChanged({ home: { host: 'broker', port: 1883, password: 'sea-sand' } })
    expect(all[0]?.takenBack).toEqual([])
    await vi.waitFor(() => expect(all).toHaveLength(2))
    brokersChanged({ home: { host: 'elsewhere', port: 1883 } })
    expect(all[1]?.takenBack).toHaveLength(6)
  })

  it('is taken back under the old name when everything was erased', async () => {
    const { all, change, world, bus } = connected()
    world.installId = '000000000000'
    bus.emit('everythingErased', {})
    expect(all[0]?.takenBack).toContain(`lull/${ID}/status`)
    await vi.waitFor(() => expect(all).toHaveLength(2))
    change({ on: false })
    expect(all[1]?.takenBack).toContain('lull/lull_000000000000/status')
  })

  it('many changes at once end in the last one', async () => {
    const { all, change } = connected()
    for (const form of ['older', 'device', 'older'] as const) change({ form })
    change({ commands: true })
    await vi.waitFor(() => expect(all).toHaveLength(2))
    expect(all[1]?.context.commandTopics).toEqual([command('on_break'), command('paused'), command('calm')])
    expect(all[1]?.connect().look()[0]).toContain(`homeassistant/sensor/${ID}/strain/config`)
  })
})

describe('commands', () => {
  it('are not even listened for unless allowed', () => {
    expect(started().last().context.commandTopics).toEqual([])
  })

  it('are obeyed and answered by the state', () => {
    const { last, breaks, service } = connected({ commands: true })
    const { context } = last()
    context.command(command('on_break'), 'ON')
    expect(last().look()).toContain(`lull/${ID}/on_break/state ON`)
    context.command(command('on_break'), 'OFF')
    context.command(command('paused'), 'ON')
    context.command(command('paused'), 'OFF')
    expect(breaks.asked).toEqual(['start', 'finish', 'pause 60', 'resume'])
    expect(last().look()).toEqual([
      `lull/${ID}/on_break/state OFF`,
      `lull/${ID}/paused/state ON`,
      `lull/${ID}/paused/state OFF`,
    ])
    expect(service.state().commands).toEqual({ obeyed: 4, refused: 0 })
  })

  it('that ask for what is so already are answered and do nothing', () => {
    const { last, breaks } = connected({ commands: true })
    last().context.command(command('on_break'), 'OFF')
    expect(breaks.asked).toEqual([])
    expect(last().look()).toEqual([`lull/${ID}/on_break/state OFF`])
  })

  it('that a strict break refuses are counted, and answered by what is', () => {
    const { last, breaks, service } = connected({ commands: true })
    breaks.isStrict = true
    last().context.command(command('on_break'), 'ON')
    last().look()
    last().context.command(command('on_break'), 'OFF')
    expect(last().look()).toEqual([`lull/${ID}/on_break/state ON`])
    expect(service.state().commands).toEqual({ obeyed: 1, refused: 1 })
  })

  it('soften the lights and give them back', async () => {
    const { last, lights, service } = connected({ commands: true })
    const { context } = last()
    context.command(command('calm'), 'ON')
    await vi.waitFor(() => expect(service.state().commands.obeyed).toBe(1))
    expect(last().look()).toContain(`lull/${ID}/calm/state ON`)
    context.command(command('calm'), 'ON')
    context.command(command('calm'), 'OFF')
    context.command(command('calm'), 'OFF')
    expect(lights.asked).toEqual(['soften', 'back'])
    expect(last().look()).toEqual(['ON', 'OFF', 'OFF'].map((is) => `lull/${ID}/calm/state ${is}`))
    expect(service.state().commands).toEqual({ obeyed: 4, refused: 0 })
  })

  it('for lights that are not allowed are answered by what is', async () => {
    const { last, lights, service, logLines } = connected({ commands: true })
    lights.isForbidden = true
    last().context.command(command('calm'), 'ON')
    await vi.waitFor(() => expect(service.state().commands).toEqual({ obeyed: 0, refused: 1 }))
    expect(last().look()).toEqual([`lull/${ID}/calm/state OFF`])
    expect(logLines.join()).not.toContain('homeCommandFailed')
  })

  it('that are answered late are nobody’s after the end', async () => {
    const { last, lights, service } = connected({ commands: true })
    const read = Promise.withResolvers<void>()
    lights.read = read.promise
    last().context.command(command('calm'), 'ON')
    await service.stop()
    read.resolve()
    await vi.waitFor(() => expect(lights.asked).toEqual(['soften']))
    expect(last().look()).toEqual([])
  })

  it('do not switch sensing on that the person paused', () => {
    const { last, world, breaks } = connected({ commands: true })
    world.settings = { ...world.settings, sensingPaused: { until: null } }
    last().context.command(command('paused'), 'OFF')
    expect(breaks.asked).toEqual([])
    expect(last().look()).toEqual([`lull/${ID}/paused/state ON`])
  })

  it('of any other kind are refused and not answered', () => {
    const { last, service, breaks } = connected({ commands: true })
    const { context } = last()
    for (const text of ['on', 'TOGGLE', '', 'ON ']) context.command(command('paused'), text)
    context.command(`lull/${ID}/break_due/set`, 'ON')
    context.refused(3)
    expect(breaks.asked).toEqual([])
    expect(last().look()).toEqual([])
    expect(service.state().commands).toEqual({ obeyed: 0, refused: 8 })
  })

  it('in a flood are obeyed six times a minute each, and shown twice a second', () => {
    const { last, service, breaks, shown, clock } = connected({ commands: true })
    clock.advance(1000)
    const before = shown()
    const { context } = last()
    const startedAt = performance.now()
    for (let number = 0; number < 10_000; number++) {
      context.command(command(number % 2 ? 'paused' : 'on_break'), number % 4 < 2 ? 'ON' : 'OFF')
    }
    expect(performance.now() - startedAt).toBeLessThan(1000)
    expect(service.state().commands).toEqual({ obeyed: 12, refused: 9988 })
    expect(breaks.asked).toHaveLength(12)
    clock.advance(500)
    expect(shown() - before).toBeLessThanOrEqual(2)
    expect(last().look().length).toBeLessThan(20)
    clock.advance(60_000)
    context.command(command('paused'), 'ON')
    expect(service.state().commands.obeyed).toBe(13)
  })

  it('after the end are nobody’s', async () => {
    const { last, service, breaks } = connected({ commands: true })
    await service.stop()
    last().context.command(command('paused'), 'ON')
    expect(breaks.asked).toEqual([])
  })
})

describe('the preview', () => {
  it('is exactly what is told', () => {
    const { last, service, world } = started({ commands: true, form: 'older' })
    last().connect()
    const { messages, commandTopics } = service.preview(world.settings.homeAssistant)
    expect(messages.slice(1)).toEqual(last().told)
    expect(messages[0]).toEqual({ topic: `lull/${ID}/status`, payload: 'online', retained: true })
    expect(commandTopics).toEqual([command('on_break'), command('paused'), command('calm')])
  })

  it('shows the name of the computer before anything is said', () => {
    const { service, all } = started({ on: false })
    const { messages } = service.preview({
      on: true,
      deviceId: null,
      form: 'device',
      strain: true,
      commands: false,
    })
    expect(messages.map(({ payload }) => payload).join()).toContain('Lull on study-pc')
    expect(all).toEqual([])
  })
})
