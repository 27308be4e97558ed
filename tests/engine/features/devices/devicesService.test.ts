/** Devices are saved before they are connected, keep their secrets, and run only while they may. */
import { describe, expect, it, vi } from 'vitest'
import type { Mapping, Reading } from '../../../../electron/core/readings/mapping.ts'
import { EngineError } from '../../../../electron/engine/errors.ts'
import { ID, memoryStore, OTHER_ID, serviceForTest } from './devicesForTest.ts'

const hr: Mapping = { id: 'strap.hr', topicFilter: 'strap/hr', valuePath: '$', kind: 'hr', unit: 'bpm' }
const night: Mapping = { id: 'night', topicFilter: 'night', valuePath: '$', kind: 'rmssd', unit: 'ms' }
const reading = (bpm: number, source = 'strap.hr') =>
  ({ kind: 'hr', source, atMs: 1, timeFrom: 'arrival', notLive: null, bpm }) as const
const MINUTE = 60_000

function codeOf(act: () => unknown): unknown {
  try {
    act()
    return 'no error'
  } catch (error) {
    return error instanceof EngineError ? { code: error.code, ...error.data } : error
  }
}

function started(options: Parameters<typeof serviceForTest>[0] = {}) {
  const test = serviceForTest(options)
  test.service.start()
  return test
}

describe('saving', () => {
  it('connects at once, and again after a restart', async () => {
    const first = started()
    expect(first.save()).toMatchObject({
      id: ID,
      title: 'Chest strap',
      phase: { phase: 'connecting' },
      mappings: [],
    })
    expect(first.last().context.fresh).toBe(true)
    expect(first.service.isRunning).toBe(true)
    await first.service.stop()
    expect(first.last().closed).toBe('put away')

    const second = started({ store: first.store })
    expect(second.last().settings).toEqual({ host: 'broker', password: 'sea-salt' })
    expect(second.last().context.fresh).toBe(false)
    expect(second.last().context.installId).toBe(first.last().context.installId)
    expect(second.last().context.installId).toMatch(/^[0-9a-f]{12}$/)
  })

  it('never gives a secret back, keeps it for null, and drops it for an empty one', () => {
    const { save, service, last } = started()
    expect(save()).toMatchObject({ settings: { host: 'broker', password: null }, secretsSet: ['password'] })
    expect(JSON.stringify(service.snapshot())).not.toContain('sea-salt')
    expect(JSON.stringify(service.keeper().rows('devices'))).not.toContain('sea-salt')
    save({ settings: { host: 'broker', password: null }, title: 'Strap' })
    expect(last().settings).toMatchObject({ password: 'sea-salt' })
    expect(save({ settings: { host: 'broker', password: '' } }).secretsSet).toEqual([])
  })

  it('lends saved settings inside the engine, and guesses among none', () => {
    const { save, service } = started()
    expect(service.savedSettings('fake', null)).toBeNull()
    save({ enabled: false })
    const settings = { host: 'broker', password: 'sea-salt' }
    expect(service.savedSettings('fake', null)).toEqual(settings)
    expect(service.savedSettings('topicless', null)).toBeNull()
    expect(service.savedSettings('topicless', ID)).toBeNull()
    save({ id: OTHER_ID, settings: { host: 'other' } })
    expect(service.savedSettings('fake', null)).toBeNull()
    expect(service.savedSettings('fake', ID)).toEqual(settings)
    service.remove(ID)
    expect(service.savedSettings('fake', ID)).toBeNull()
    expect(service.savedSettings('fake', null)).toMatchObject({ host: 'other' })
  })

  it('takes only what the driver takes, and says where and why', () => {
    const { save, service } = started()
    expect(codeOf(() => save({ settings: {} }))).toEqual({
      code: 'DEVICE_SETTINGS',
      field: 'host',
      problem: 'missing',
    })
    expect(codeOf(() => save({ driver: 'telepathy' }))).toMatchObject({ code: 'NOT_FOUND' })
    expect(service.snapshot()).toEqual({ devices: [] })
    save()
    expect(codeOf(() => save({ driver: 'topicless' }))).toMatchObject({
      field: 'driver',
      problem: 'cannot_change',
    })
    for (let number = 30; number < 49; number++) save({ id: ID.replace(/^11/, String(number)) })
    expect(codeOf(() => save({ id: OTHER_ID }))).toMatchObject({ field: 'title', problem: 'too_many' })
  })

  it('reconnects when settings change, after the old connection is gone', async () => {
    const { save, connections } = started()
    save()
    save({ settings: { host: 'elsewhere', password: null } })
    expect(connections).toHaveLength(1)
    expect(connections[0]?.closed).toBe('forgotten')
    await vi.waitFor(() => expect(connections).toHaveLength(2))
    expect(connections[1]?.settings).toEqual({ host: 'elsewhere', password: 'sea-salt' })
    save({ title: 'Another title', settings: { host: 'elsewhere', password: null } })
    expect(connections[1]?.closed).toBe('no')
  })

  it('switched off is off', () => {
    const { save, last, service } = started()
    save()
    expect(save({ enabled: false })).toMatchObject({ enabled: false, phase: { phase: 'off' } })
    expect(last().closed).toBe('forgotten')
    expect(service.isRunning).toBe(false)
  })

  it('survives settings that no longer fit', () => {
    const { save, logLines } = started()
    expect(save({ settings: { host: 'throws' } })).toMatchObject({
      phase: { phase: 'failed', failure: 'unknown', retrying: false },
    })
    expect(logLines.join()).toContain('deviceNotConnected')
  })
})

describe('sensing', () => {
  it.each([
    ['paused', { sensing: false }],
    ['given no weight', { bodyWeight: 0 }],
  ])('%s: nothing is connected, and nothing is kept for it meanwhile', async (_how, change) => {
    const { save, allowed, settingsMoved, connections, device } = started()
    save()
    const before = { ...allowed }
    Object.assign(allowed, change)
    settingsMoved()
    expect(connections[0]?.closed).toBe('forgotten')
    expect(device()).toMatchObject({ enabled: true, phase: { phase: 'off' } })
    Object.assign(allowed, before)
    settingsMoved()
    await vi.waitFor(() => expect(connections).toHaveLength(2))
    expect(connections[1]?.context.fresh).toBe(true)
  })

  it('that is paused at the start begins afresh, also when the pause ends by itself', () => {
    const store = memoryStore()
    const first = started({ store })
    first.save()
    const second = serviceForTest({ store })
    second.allowed.sensing = false
    second.service.start()
    expect(second.connections).toHaveLength(0)
    second.allowed.sensing = true
    second.clock.advance(30_000)
    expect(second.last().context.fresh).toBe(true)
  })
})

describe('readings', () => {
  it('go on to the bus and are counted by mapping, intervals one by one', () => {
    const { save, service, last, readings, device, clock } = started()
    save()
    service.setMappings(ID, [hr, { ...night, id: 'strap.rr', kind: 'rr_list', topicFilter: 'rr' }])
    const rr: Reading = {
      kind: 'rr',
      source: 'strap.rr/1A2B',
      atMs: 1,
      timeFrom: 'arrival',
      notLive: null,
      rrMs: [800, null, 810],
    }
    clock.advance(1000)
    last().context.take([reading(61), rr])
    last().context.heard('strap.hr', clock.now() + 5)
    last().context.refuse('strap.hr', [{ reason: 'not_json', count: 3 }])
    last().context.refuse('strap.hr', [
      { reason: 'not_json', count: 1 },
      { reason: 'over_rate', count: 7 },
    ])
    expect(readings).toEqual([reading(61), rr])
    expect(device()?.mappings).toMatchObject([
      {
        accepted: 1,
        refused: [
          { reason: 'not_json', count: 4 },
          { reason: 'over_rate', count: 7 },
        ],
        lastMessageMs: clock.now() + 5,
        lastReadingMs: clock.now(),
      },
      { accepted: 2, refused: [], lastMessageMs: null },
    ])
  })

  it('keep their counts over a pause', async () => {
    const { save, service, last, allowed, settingsMoved, connections, device } = started()
    save()
    service.setMappings(ID, [hr])
    last().context.take([reading(61)])
    allowed.sensing = false
    settingsMoved()
    allowed.sensing = true
    settingsMoved()
    await vi.waitFor(() => expect(connections).toHaveLength(2))
    last().context.take([reading(62)])
    expect(device()?.mappings[0]?.accepted).toBe(2)
  })

  it('of a listener that fails do not harm the device', () => {
    const { save, bus, last, logLines } = started()
    save()
    bus.on('readingsTaken', () => {
      throw new Error('61 bpm at noon')
    })
    expect(() => last().context.take([reading(61)])).not.toThrow()
    expect(logLines.join()).toContain('listenerFailed')
    expect(logLines.join()).not.toContain('61 bpm')
  })
})

describe('what is told', () => {
  it('comes at once, then at most twice a second', () => {
    const { save, last, changes, clock } = started()
    save()
    clock.advance(1000)
    const before = changes()
    for (let tenth = 0; tenth < 100; tenth++) {
      last().context.heard('strap.hr', clock.now())
      clock.advance(100)
    }
    expect(changes() - before).toBeGreaterThanOrEqual(20)
    expect(changes() - before).toBeLessThanOrEqual(21)
  })

  it('holds phases and connections', () => {
    const { save, service, last, device, peers, logLines } = started()
    save()
    last().context.phase({ phase: 'failed', failure: 'credentials_refused', retrying: false, detail: '135' })
    last().context.connectionMade('broker:1883', 'failed')
    expect(device()?.phase).toEqual({
      phase: 'failed',
      failure: 'credentials_refused',
      retrying: false,
      detail: '135',
    })
    expect(peers).toEqual(['broker:1883 devices failed'])
    expect(service.isRunning).toBe(false)
    last().context.phase({ phase: 'connected', protocol: '5' })
    expect(device()?.phase).toEqual({ phase: 'connected', protocol: '5' })
    expect(service.isRunning).toBe(true)
    expect(logLines.join()).not.toContain('broker')
  })

  it('names silence: five minutes for beats, a day and a half for nightly values', () => {
    const { save, service, last, device, clock, changes } = started()
    save()
    service.setMappings(ID, [hr, night])
    const silent = () => device()?.mappings.map((mapping) => mapping.silent)
    clock.advance(10 * MINUTE)
    expect(silent()).toEqual([false, false])
    last().context.phase({ phase: 'connected', protocol: '5' })
    clock.advance(4 * MINUTE)
    last().context.heard('strap.hr', clock.now())
    clock.advance(5 * MINUTE)
    expect(silent()).toEqual([false, false])
    const before = changes()
    clock.advance(MINUTE)
    expect(silent()).toEqual([true, false])
    expect(changes()).toBeGreaterThan(before)
    clock.advance(36 * 60 * MINUTE)
    expect(silent()).toEqual([true, true])
    last().context.heard('night', clock.now())
    last().context.heard('strap.hr', clock.now())
    expect(silent()).toEqual([false, false])
    last().context.phase({ phase: 'failed', failure: 'connection_lost', retrying: true, detail: null })
    clock.advance(10 * MINUTE)
    expect(silent()).toEqual([false, false])
  })
})

describe('taking away', () => {
  it('hides at once, can be taken back for ten seconds, then erases', async () => {
    const { save, service, clock, connections, store } = started()
    save()
    service.setMappings(ID, [hr])
    service.remove(ID)
    expect(service.snapshot().devices).toEqual([])
    expect(connections[0]?.closed).toBe('forgotten')
    expect(service.keeper().count('devices').rows).toBe(1)
    clock.advance(9999)
    expect(service.restore(ID)).toBe(true)
    await vi.waitFor(() => expect(connections).toHaveLength(2))
    expect(service.snapshot().devices).toMatchObject([
      { id: ID, secretsSet: ['password'], mappings: [{ mapping: hr }] },
    ])
    service.remove(ID)
    clock.advance(10_000)
    expect(service.restore(ID)).toBe(false)
    expect(service.keeper().count('devices')).toEqual({ rows: 0, oldestAt: null })
    expect(JSON.stringify(store.raw.prepare('SELECT * FROM devices').all())).toBe('[]')
  })

  it('cannot be taken back after the engine stopped, nor after it died', async () => {
    const first = started()
    first.save()
    first.service.remove(ID)
    await first.service.stop()
    expect(first.service.keeper().count('devices').rows).toBe(0)
    first.service.start()
    first.save()
    first.service.remove(ID)
    const second = started({ store: first.store })
    expect(second.service.keeper().count('devices').rows).toBe(0)
  })

  it('of nothing, and anything else about nothing, is refused', () => {
    const { service } = started()
    for (const act of [
      () => service.remove(ID),
      () => service.retry(ID),
      () => service.preview(ID, hr),
      () => service.setMappings(ID, []),
      () => service.watchTopics(ID, '#', () => {}),
    ]) {
      expect(codeOf(act)).toEqual({ code: 'NOT_FOUND' })
    }
    expect(service.restore(ID)).toBe(false)
  })
})

describe('trying out', () => {
  it('uses what the form holds, and the saved secret for null', async () => {
    const { save, service, tested, peers } = started()
    save()
    const phase = await service.test({ id: ID, driver: 'fake', settings: { host: 'new', password: null } })
    expect(phase).toEqual({ phase: 'connected', protocol: '5' })
    await service.test({ id: null, driver: 'fake', settings: { host: 'new', password: null } })
    expect(tested).toEqual([
      { host: 'new', password: 'sea-salt' },
      { host: 'new', password: null },
    ])
    expect(peers).toContain('tested:1883 devices answered')
    await expect(service.test({ id: null, driver: 'fake', settings: {} })).rejects.toMatchObject({
      code: 'DEVICE_SETTINGS',
      data: { field: 'host', problem: 'missing' },
    })
  })

  it('ends after ten seconds', async () => {
    const { service, driver, clock } = started()
    driver.outcome = new Promise(() => {})
    const tested = service.test({ id: null, driver: 'fake', settings: { host: 'black-hole' } })
    clock.advance(10_000)
    expect(await tested).toMatchObject({ phase: 'failed', failure: 'timed_out' })
  })

  it('again after a failure is passed on', () => {
    const { save, service, last } = started()
    save()
    service.retry(ID)
    expect(last().retries).toBe(1)
  })
})

describe('mappings', () => {
  it('are kept, handed to the connection and there after a restart', async () => {
    const first = started()
    first.save()
    const full: Mapping = {
      ...hr,
      time: { path: '$.at', unit: 'ms' },
      device: { topicLevel: -2 },
      discrete: false,
    }
    expect(first.service.setMappings(ID, [full])).toMatchObject({
      mappings: [{ mapping: full, accepted: 0 }],
    })
    expect(first.last().mappings).toEqual([full])
    await first.service.stop()
    expect(started({ store: first.store }).last().mappings).toEqual([full])
  })

  it.each([
    ['topicFilter', 'misplaced_wildcard', [{ ...hr, topicFilter: 'a/#/b' }]],
    ['valuePath', 'not_a_path', [{ ...hr, valuePath: 'hr' }]],
    ['unit', 'unit_does_not_fit_kind', [{ ...hr, unit: 'ms' as const }]],
    ['id', 'taken', [hr, { ...night, id: hr.id }]],
    ['id', 'not_a_name', [{ ...hr, id: 'strap/hr' }]],
  ])('with a problem are refused as a whole: %s %s', (field, problem, mappings) => {
    const { save, service, device } = started()
    save()
    service.setMappings(ID, [night])
    expect(codeOf(() => service.setMappings(ID, mappings))).toMatchObject({
      code: 'DEVICE_SETTINGS',
      field,
      problem,
      mapping: expect.any(String),
    })
    expect(device()?.mappings.map(({ mapping }) => mapping.id)).toEqual(['night'])
  })

  it('never share a name with those of another device, so that baselines do not mix', () => {
    const { save, service } = started()
    save()
    save({ id: OTHER_ID })
    service.setMappings(ID, [hr])
    expect(codeOf(() => service.setMappings(OTHER_ID, [hr]))).toMatchObject({ field: 'id', problem: 'taken' })
    service.setMappings(ID, [{ ...hr, topicFilter: 'moved/hr' }])
  })

  it('are for devices with topics', () => {
    const { save, service } = started()
    save({ driver: 'topicless' })
    expect(codeOf(() => service.setMappings(ID, [hr]))).toMatchObject({ problem: 'no_topics' })
  })

  it('are previewed on the last messages, with what is wrong with them', () => {
    const { save, service, last } = started()
    save()
    last().messages = [
      { topic: 'strap/hr', payload: '61', arrivedAtMs: 1, retained: false },
      { topic: 'strap/hr', payload: 'sixty', arrivedAtMs: 2, retained: false },
    ]
    expect(service.preview(ID, hr)).toMatchObject({
      problem: null,
      messages: [
        { text: 'sixty', readings: [], refused: [{ reason: 'not_json', count: 1 }] },
        { text: '61', readings: [{ bpm: 61 }] },
      ],
    })
    expect(service.preview(ID, { ...hr, valuePath: 'x' }).problem).toEqual({
      field: 'valuePath',
      problem: 'not_a_path',
    })
  })
})

describe('looking for topics', () => {
  const topic = { topic: 'strap/hr', count: 1, lastAtMs: 1, retained: false, text: '61' }

  it('goes on over a reconnect and ends when nobody looks', async () => {
    const { save, service, connections, last } = started()
    save()
    const heard: unknown[] = []
    const leave = service.watchTopics(ID, '#', (topics) => heard.push(topics))
    last().explorers.get('#')?.([topic])
    save({ settings: { host: 'elsewhere', password: null } })
    await vi.waitFor(() => expect(connections).toHaveLength(2))
    last().explorers.get('#')?.([topic, topic])
    expect(heard).toEqual([[topic], [topic, topic]])
    leave()
    expect(last().explorers.size).toBe(0)
  })

  it('needs a filter that is one', () => {
    const { save, service } = started()
    save()
    expect(codeOf(() => service.watchTopics(ID, 'a/#/b', () => {}))).toMatchObject({
      code: 'DEVICE_SETTINGS',
      field: 'topicFilter',
      problem: 'misplaced_wildcard',
    })
  })
})

describe('erasing', () => {
  it('takes the devices, their connections and the name at brokers', async () => {
    const { save, service, last, store, bus } = started()
    save()
    const installId = last().context.installId
    service.keeper().eraseDay({ workDay: 1, fromMs: 0, toMs: 1 })
    expect(service.keeper().count('devices')).toMatchObject({ rows: 1 })
    service.keeper().erase('devices')
    bus.emit('everythingErased', {})
    expect(last().closed).toBe('forgotten')
    expect(service.snapshot().devices).toEqual([])
    expect(store.raw.prepare('SELECT * FROM install').all()).toEqual([])
    save()
    await vi.waitFor(() => expect(last().closed).toBe('no'))
    expect(last().context.installId).not.toBe(installId)
  })
})
