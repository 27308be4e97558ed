/** A whole engine at a real broker: from a setting a person changes to what Home Assistant sees, and back. */
import { hostname } from 'node:os'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createEngine } from '../../../../electron/engine/index.ts'
import { ScriptedModel } from '../../../fakes/scriptedModel.ts'
import { engineParts } from '../../engineParts.ts'
import { keptAt } from './announcerForTest.ts'
import { brokerForTest, fasterClock, publisherForTest } from './brokerTest.ts'
import { mosquittoTitle, noMosquitto } from './mosquitto.ts'

const DEVICE_ID = '11111111-1111-4111-8111-111111111111'
const on = { on: true, deviceId: null, form: 'device', strain: true, commands: true } as const
const wait = { timeout: 8000, interval: 30 }

async function engineAtBroker() {
  const broker = await brokerForTest({ users: { mira: 'sea-salt' } })
  const login = { username: 'mira', password: 'sea-salt' }
  const { parts, logLines } = engineParts(new ScriptedModel(() => ''), { clock: fasterClock(10) })
  const engine = createEngine(parts)
  onTestFinished(() => engine.stop())
  await engine.start()
  const client = engine.client('window')
  const settings = { host: '127.0.0.1', port: broker.port, ...login }
  await client.devices.save({ id: DEVICE_ID, driver: 'mqtt', title: 'Home', enabled: false, settings })
  const kept = () => keptAt(broker.port, login)
  const stateOf = async (what: string) =>
    Object.entries(await kept()).find(([topic]) => topic.endsWith(`/${what}/state`))
  return { broker, login, engine, client, kept, stateOf, logLines }
}

describe.skipIf(noMosquitto)(mosquittoTitle, () => {
  it('hears of an engine’s pauses, and asks for them', async () => {
    const { broker, login, client, stateOf, engine, kept, logLines } = await engineAtBroker()
    const preview = await client.homeAssistant.preview(on)
    expect(preview.messages.map(({ payload }) => payload).join()).toContain(`Lull on ${hostname()}`)
    expect(JSON.stringify(preview)).not.toContain('sea-salt')
    expect(await kept()).toEqual({})

    await client.settings.change({ homeAssistant: on })
    await vi.waitFor(async () => expect((await stateOf('paused'))?.[1]).toBe('OFF'), wait)
    await client.breaks.pause({ minutes: 45 })
    await vi.waitFor(async () => expect((await stateOf('paused'))?.[1]).toBe('ON'), wait)
    await client.breaks.resume({})

    const assistant = await publisherForTest(broker.port, login)
    for (const [text, seen] of [
      ['ON', 'ON'],
      ['OFF', 'OFF'],
    ] as const) {
      const [topic = ''] = (await stateOf('on_break')) ?? []
      await assistant.publishAsync(topic.replace(/state$/, 'set'), text, { qos: 1 })
      await vi.waitFor(async () => expect((await stateOf('on_break'))?.[1]).toBe(seen), wait)
    }
    const watch = await client.homeAssistant.watch()
    const { value } = await watch.next()
    expect(value).toMatchObject({ link: { phase: 'connected' }, commands: { obeyed: 2, refused: 0 } })
    await watch.return?.()

    await engine.stop()
    expect(Object.entries(await kept()).find(([topic]) => topic.endsWith('/status'))?.[1]).toBe('offline')
    expect(logLines.join()).not.toMatch(/sea-salt|mira/)
  }, 25_000)

  it('softens the lights once they may be touched, and gives them back', async () => {
    const { broker, login, client, stateOf } = await engineAtBroker()
    await client.settings.change({ homeAssistant: on })
    await vi.waitFor(async () => expect((await stateOf('calm'))?.[1]).toBe('OFF'), wait)
    const assistant = await publisherForTest(broker.port, login)
    const topic = (await stateOf('calm'))?.[0].replace(/state$/, 'set') ?? ''
    const obeyed = async () => {
      for await (const { commands } of await client.homeAssistant.watch()) return commands
    }
    await assistant.publishAsync(topic, 'ON', { qos: 1 })
    await vi.waitFor(async () => expect(await obeyed()).toEqual({ obeyed: 0, refused: 1 }), wait)
    expect((await stateOf('calm'))?.[1]).toBe('OFF')

    const { lights } = await client.settings.current()
    await client.settings.change({ lights: { ...lights, isAllowed: true } })
    for (const is of ['ON', 'OFF']) {
      await assistant.publishAsync(topic, is, { qos: 1 })
      await vi.waitFor(async () => expect((await stateOf('calm'))?.[1]).toBe(is), wait)
    }
    const day = (await client.presence.today()).workDay
    const { entries } = await client.lights.log({ fromDay: day - 1, toDay: day })
    expect(entries.find(({ what }) => what === 'begun')).toMatchObject({ look: 'soften', because: 'outside' })
    expect(entries.map(({ what }) => what)).toContain('restored')
  }, 25_000)

  it('is left empty when everything is erased', async () => {
    const { client, kept, stateOf } = await engineAtBroker()
    await client.settings.change({ homeAssistant: on })
    await vi.waitFor(async () => expect((await stateOf('paused'))?.[1]).toBe('OFF'), wait)
    const { connections } = await client.privacy.connections()
    expect(connections.map(({ reason }) => reason)).toEqual(['Home Assistant'])
    await client.privacy.eraseEverything({ confirm: 'erase' })
    await vi.waitFor(async () => expect(await kept()).toEqual({}), wait)
  }, 25_000)
})
