/** Bridges and brokers as they come and go, the room on screen, and how each is found and paired. */
import { describe, expect, it } from 'vitest'
import type { PairStep } from '../../../../electron/contract/lights.ts'
import { fakeDriver, type HeldPairing, heldPairing, lamp } from './fakeHouse.ts'
import { lightsWorld, MINUTE, OTHER_SOURCE, SECOND, SOURCE, settled } from './lightsWorld.ts'

const bridge = { bridgeId: 'cc', host: '10.0.0.9', port: 443, sha256: null }
const paired = (key: string) => ({
  paired: true as const,
  settings: { house: 1, key, bridgeId: 'cc', host: '10.0.0.9', port: 443 },
})

function pairingWorld(options: Parameters<typeof lightsWorld>[0] = {}) {
  const pairings: HeldPairing[] = []
  const houses: Parameters<typeof fakeDriver>[0]['houses'] = []
  const driver = fakeDriver({
    houses,
    findings: {
      found: [
        { bridgeId: 'aa', host: '10.0.0.2', port: 443, model: 'BSB002' },
        { bridgeId: 'cc', host: '10.0.0.9', port: 443, model: null },
      ],
      outcome: 'answered',
    },
    sighting: {
      seen: true,
      bridgeId: 'cc',
      host: '10.0.0.9',
      port: 443,
      trust: 'ask',
      sha256: 'ab'.repeat(32),
    },
    pairing: () => {
      const pairing = heldPairing(1000)
      pairings.push(pairing)
      return pairing
    },
  })
  const world = lightsWorld({
    ...options,
    drivers: [driver],
    otherLamps: [lamp('hue:new')],
    isStarted: false,
  })
  world.store.raw.prepare('DELETE FROM light_sources WHERE id = ?').run(OTHER_SOURCE)
  if (options.isUnpaired) world.store.raw.prepare('DELETE FROM light_sources').run()
  houses.push(world.house, world.other)
  world.begin()
  return { world, pairings }
}

describe('the room on screen', () => {
  it('is there while nothing is paired, and every look may be tried in it without leave', async () => {
    const world = lightsWorld({ isUnpaired: true, lights: { isAllowed: false, roomIds: [] } })
    expect(world.view()).toMatchObject({
      isSimulated: true,
      isAllowed: false,
      sources: [{ id: 'simulator' }],
    })
    await world.client().lights.preview({ look: 'soften' })
    await settled()
    const desk = () => world.view().lamps.find(({ id }) => id === 'simulator:desk')
    expect(desk()).toMatchObject({ brightness: 56, choice: 'chosen', heldBy: 'soften' })
    await world.pass(15 * SECOND)
    expect(desk()).toMatchObject({ brightness: 90, heldBy: null })
  })

  it('does nothing nobody asked for without leave', async () => {
    const world = lightsWorld({ isUnpaired: true, lights: { isAllowed: false, warmsInTalk: true } })
    world.raise('raised')
    world.pause('start')
    await world.client().lights.writing()
    await world.pass(5 * SECOND)
    expect(world.view().claims).toEqual([])
    expect(world.whats()).toEqual([])
  })

  it('has lamps a hand can touch, and only they can be', async () => {
    const world = lightsWorld({ isUnpaired: true })
    const { lights } = world.client()
    await lights.touchLamp({ lampId: 'simulator:desk', isOn: false })
    expect(world.view().lamps.find(({ id }) => id === 'simulator:desk')?.isOn).toBe(false)
    await expect(lights.touchLamp({ lampId: 'simulator:nothing', isOn: true })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    const real = lightsWorld()
    await expect(real.client().lights.touchLamp({ lampId: 'hue:desk', isOn: true })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(real.house.seen).toEqual([])
  })

  it('goes with every look in it when something is paired', async () => {
    const { world, pairings } = pairingWorld({ isUnpaired: true })
    await world.client().lights.apply({ look: 'soften', because: 'shortcut' })
    await settled()
    const steps = await world.client().lights.pair({ driver: 'hue', ...bridge })
    await steps.next()
    pairings[0]?.end(paired('new-key'))
    await steps.next()
    expect(world.view()).toMatchObject({ isSimulated: false, claims: [], owed: 0 })
    expect(world.view().lamps.map(({ id }) => id)).toEqual(['hue:new'])
    await world.pass(10 * SECOND)
    expect(world.kept('lightsSnapshot')).toBeNull()
    expect(world.other.seen).toEqual([])
  })
})

describe('finding and pairing', () => {
  it('tells of what was found which is known already', async () => {
    const { world } = pairingWorld()
    const { lights } = world.client()
    const { found, outcome } = await lights.discover()
    expect(outcome).toBe('answered')
    expect(found.map(({ bridgeId, sourceId }) => [bridgeId, sourceId])).toEqual([
      ['aa', SOURCE],
      ['cc', null],
    ])
    expect(await lights.lookUp()).toMatchObject({ outcome: 'answered' })
    expect(await lights.lookAt({ driver: 'hue', address: '10.0.0.9' })).toMatchObject({
      seen: true,
      trust: 'ask',
      sha256: 'ab'.repeat(32),
    })
  })

  it('waits for the button, keeps what was paired, and never tells its key', async () => {
    const { world, pairings } = pairingWorld()
    const steps = await world.client().lights.pair({ driver: 'hue', ...bridge })
    const seen: PairStep[] = []
    const watching = (async () => {
      for await (const step of steps) seen.push(step)
    })()
    await settled()
    expect(seen).toEqual([{ step: 'waiting', endsAtMs: 1000 }])
    pairings[0]?.end(paired('new-key'))
    await watching
    expect(seen[1]).toMatchObject({ step: 'paired' })
    expect(world.view().sources).toMatchObject([
      { id: SOURCE },
      { title: 'Hue Bridge CC', bridgeId: 'cc', address: '10.0.0.9', isVerified: true },
    ])
    expect(JSON.stringify([world.view(), world.logLines])).not.toContain('new-key')
    expect(JSON.stringify(world.lights.keeper.rows('lightSources'))).not.toContain('key')
  })

  it('a known bridge gets the new key and keeps its name, its ticks and its place', async () => {
    const { world, pairings } = pairingWorld()
    await world.client().lights.renameSource({ id: SOURCE, title: 'Downstairs' })
    const steps = await world.client().lights.pair({ driver: 'hue', ...bridge, bridgeId: 'aa' })
    await steps.next()
    const settings = { house: 0, key: 'second', bridgeId: 'aa', host: '10.0.0.5', port: 443 }
    pairings[0]?.end({ paired: true, settings })
    expect((await steps.next()).value).toEqual({ step: 'paired', sourceId: SOURCE })
    expect(world.view().sources).toMatchObject([{ id: SOURCE, title: 'Downstairs', address: '10.0.0.5' }])
    expect(world.house.settings.at(-1)).toMatchObject({ key: 'second' })
    expect(world.house.closed).toBe(1)
  })

  it('ends when the watcher goes, and what was paired then is kept', async () => {
    const { world, pairings } = pairingWorld()
    const leaving = new AbortController()
    const steps = await world.client().lights.pair({ driver: 'hue', ...bridge }, { signal: leaving.signal })
    await steps.next()
    leaving.abort()
    await settled()
    expect(pairings[0]?.cancelled).toBe(true)
    const again = await world.client().lights.pair({ driver: 'hue', ...bridge })
    await again.next()
    pairings[1]?.end(paired('late'))
    await again.return?.(undefined)
    await settled()
    expect(world.view().sources).toHaveLength(2)
  })

  it('says by name why it failed', async () => {
    const { world, pairings } = pairingWorld()
    const steps = await world.client().lights.pair({ driver: 'hue', ...bridge })
    await steps.next()
    pairings[0]?.end({ paired: false, failure: 'button_not_pressed' })
    expect((await steps.next()).value).toEqual({ step: 'failed', failure: 'button_not_pressed' })
    expect((await steps.next()).done).toBe(true)
  })

  it('takes lamps of a broker, and refuses settings that do not fit by field', async () => {
    const world = lightsWorld({ otherLamps: [lamp('mqttLights:a')] })
    const { lights } = world.client()
    const topics = { zigbeeTopic: 'zigbee2mqtt', discoveryTopic: null }
    const deviceId = '00000000-0000-4000-8000-000000000777'
    const { sourceId } = await lights.addBroker({ deviceId, ...topics })
    expect((await lights.addBroker({ deviceId, ...topics })).sourceId).toBe(sourceId)
    const shown = world.view().sources.find(({ id }) => id === sourceId)
    expect(shown).toMatchObject({ driver: 'mqttLights', address: 'My broker', bridgeId: null })
  })
})

describe('what is paired', () => {
  it('keeps an address it was found at, and counts what it said to the network', async () => {
    const world = lightsWorld()
    const told: unknown[] = []
    world.bus.on('connectionMade', (one) => told.push(one))
    world.house.context?.settingsChanged({ host: '10.0.0.77' })
    world.house.context?.connectionMade('10.0.0.77:443', 'answered')
    world.house.context?.note('bridgeMoved', { times: 1 })
    expect(world.view().sources[0]?.address).toBe('10.0.0.77')
    expect(told).toMatchObject([{ peer: '10.0.0.77:443', reason: 'lights', outcome: 'answered' }])
    expect(world.logged('bridgeMoved')).toHaveLength(1)
    await world.end()
    world.begin()
    expect(world.house.settings.at(-1)).toMatchObject({ host: '10.0.0.77', key: 'secret-key' })
  })

  it('that is taken away gives its lamps back first, and can come back for ten seconds', async () => {
    const world = lightsWorld()
    const { lights } = world.client()
    await lights.apply({ look: 'soften', because: 'shortcut' })
    await world.pass(5 * SECOND)
    expect(await lights.removeSource({ id: SOURCE })).toEqual({ undoSeconds: 10 })
    expect(world.view()).toMatchObject({ isSimulated: true, sources: [{ id: 'simulator' }] })
    await world.pass(5 * SECOND)
    expect(world.house.shown('hue:desk')).toEqual([80, 300])
    expect(await lights.restoreSource({ id: SOURCE })).toEqual({ restored: true })
    expect(world.view()).toMatchObject({ isSimulated: false, sources: [{ id: SOURCE }] })
    expect(world.house.closed).toBe(0)
    await world.pass(20 * SECOND)
    await lights.removeSource({ id: SOURCE })
    await world.pass(11 * SECOND)
    expect(await lights.restoreSource({ id: SOURCE })).toEqual({ restored: false })
    expect(world.store.raw.prepare('SELECT count(*) AS n FROM light_sources').get()).toEqual({ n: 0 })
    expect(world.house.closed).toBe(1)
  })

  it('that was taken away is gone when Lull ends meanwhile', async () => {
    const world = lightsWorld()
    await world.client().lights.removeSource({ id: SOURCE })
    await world.end()
    expect(world.store.raw.prepare('SELECT count(*) AS n FROM light_sources').get()).toEqual({ n: 0 })
  })

  it('is tried again at a word, and an unknown one is said to be', async () => {
    const world = lightsWorld()
    await world.client().lights.retrySource({ id: SOURCE })
    expect(world.house.retries).toBe(1)
    for (const call of ['retrySource', 'removeSource'] as const) {
      await expect(world.client().lights[call]({ id: 'nothing' })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      })
    }
  })

  it('says once that writes were given up, until one goes through', async () => {
    const world = lightsWorld()
    world.house.tell({ kind: 'gave_up' })
    expect(world.view().sources[0]?.gaveUp).toBe(true)
    await world.client().lights.apply({ look: 'soften', because: 'shortcut' })
    await settled()
    expect(world.view().sources[0]?.gaveUp).toBe(false)
  })

  it('comes anew from a broker that was set up differently', async () => {
    const world = lightsWorld({ otherLamps: [lamp('mqttLights:a')] })
    await world.client().lights.addBroker({
      ...{ deviceId: '00000000-0000-4000-8000-000000000777', discoveryTopic: null },
      zigbeeTopic: 'zigbee2mqtt',
    })
    world.bus.emit('devicesChanged', {})
    const before = world.other.retries
    world.broker = { host: 'elsewhere' }
    world.bus.emit('devicesChanged', {})
    world.bus.emit('devicesChanged', {})
    expect(world.other.retries).toBe(before + 1)
  })

  it('tells of changes four times a second at the most', async () => {
    const world = lightsWorld()
    await world.pass(2 * SECOND)
    const before = world.views.length
    for (let n = 0; n < 100; n++) {
      world.house.hand('hue:desk', { brightness: 20 + (n % 50) })
      world.clock.advance(10)
    }
    expect(world.views.length - before).toBeLessThanOrEqual(5)
    await world.pass(MINUTE, 5 * SECOND)
    expect(world.views.at(-1)?.lamps[0]?.brightness).toBe(69)
  })
})
