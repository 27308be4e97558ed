/** The fake bridge itself, against what is known of real ones. */
import { request } from 'node:https'
import { expect, it } from 'vitest'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import type { FakeHueBridge } from '../../../fakes/hueBridge/fakeHueBridge.ts'
import { root, startBridge, until } from './hueForTest.ts'

interface Said {
  status: number
  body: { data: unknown[]; errors: { description: string }[] }
}

function ask(
  bridge: FakeHueBridge,
  method: string,
  path: string,
  options: { key?: string; body?: unknown } = {},
) {
  return new Promise<Said>((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: bridge.port,
        ca: root.pem,
        servername: bridge.bridgeId,
        method,
        path,
        headers: options.key === undefined ? {} : { 'hue-application-key': options.key },
      },
      async (response) => {
        let text = ''
        for await (const piece of response) text += piece
        resolve({ status: response.statusCode ?? 0, body: text.startsWith('<') ? null : JSON.parse(text) })
      },
    )
    sent.on('error', reject)
    sent.end(options.body === undefined ? undefined : JSON.stringify(options.body))
  })
}

it('makes a key for thirty seconds after the button', async () => {
  const clock = new FakeClock()
  const bridge = await startBridge({ clock })
  const pair = () =>
    ask(bridge, 'POST', '/api', { body: { devicetype: 'lull#test', generateclientkey: true } })
  const notPressed = [{ error: { type: 101, address: '', description: 'link button not pressed' } }]
  expect((await pair()).body).toEqual(notPressed)
  bridge.door.press()
  clock.advance(30_000)
  expect((await pair()).body).toMatchObject([
    { success: { clientkey: expect.stringMatching(/^[0-9A-F]{32}$/) } },
  ])
  clock.advance(1)
  expect((await pair()).body).toEqual(notPressed)
})

it('shows nothing without a key, and refuses one that was removed', async () => {
  const bridge = await startBridge()
  const { username: key } = bridge.door.make()
  expect((await ask(bridge, 'GET', '/clip/v2/resource/light')).status).toBe(403)
  expect((await ask(bridge, 'GET', '/clip/v2/resource/light', { key })).body.data).toHaveLength(8)
  expect((await ask(bridge, 'GET', '/api/config')).body).toMatchObject({ bridgeid: '001788FFFE100001' })
  bridge.door.removeAll()
  expect((await ask(bridge, 'GET', '/clip/v2/resource/light', { key })).status).toBe(403)
})

it('keeps percent in 254 steps, tells no temperature in colour mode, and never gets darker than it can', async () => {
  const bridge = await startBridge()
  const { username: key } = bridge.door.make()
  const lamp = bridge.house.light('Desk left')
  const put = (body: unknown) => ask(bridge, 'PUT', `/clip/v2/resource/light/${lamp.id}`, { key, body })
  const dimTo = async (brightness: number) => {
    await put({ dimming: { brightness } })
    return lamp.dimming?.brightness
  }
  expect([await dimTo(30), await dimTo(80), await dimTo(79.92), await dimTo(0), await dimTo(100)]).toEqual([
    29.92, 79.92, 79.53, 0.2, 100,
  ])
  await put({ color: { xy: { x: 0.3, y: 0.3 } } })
  expect(lamp.color_temperature).toMatchObject({ mirek: null, mirek_valid: false })
  await put({ color_temperature: { mirek: 400 } })
  expect(lamp.color_temperature).toMatchObject({ mirek: 400, mirek_valid: true })
})

it('says 404, 400 and 207 with the reason', async () => {
  const bridge = await startBridge()
  const { username: key } = bridge.door.make()
  const put = (id: string, body: unknown) =>
    ask(bridge, 'PUT', `/clip/v2/resource/light/${id}`, { key, body })
  const { id } = bridge.house.light('Corner')
  expect(await put('nobody', {})).toMatchObject({
    status: 404,
    body: { errors: [{ description: 'Not Found' }] },
  })
  for (const body of [
    3,
    { dimming: { brightness: 'x' } },
    { color_temperature: { mirek: 9999 } },
    { party: {} },
  ]) {
    expect(await put(id, body)).toMatchObject({ status: 400, body: { data: [], errors: [{}] } })
  }
  expect(await put(id, { color: { xy: { x: 0.3, y: 0.3 } } })).toMatchObject({
    status: 207,
    body: {
      data: [{ rid: id, rtype: 'light' }],
      errors: [{ description: expect.stringContaining('.color.xy') }],
    },
  })
})

it('refuses a fourth request at a time', async () => {
  const bridge = await startBridge({ answerMs: 100 })
  const { username: key } = bridge.door.make()
  const all = await Promise.all(
    Array.from({ length: 5 }, () => ask(bridge, 'GET', '/clip/v2/resource/bridge', { key })),
  )
  expect(all.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429, 429])
})

it('writes down what each change did to the light', async () => {
  const clock = new FakeClock()
  const bridge = await startBridge({ clock })
  const { username: key } = bridge.door.make()
  bridge.house.ignoreFades('Shelf')
  const { id } = bridge.house.light('Shelf')
  const body = { dimming: { brightness: 30 }, dynamics: { duration: 4000 } }
  await ask(bridge, 'PUT', `/clip/v2/resource/light/${id}`, { key, body })
  const [write] = bridge.house.writes
  expect(write).toMatchObject({ atMs: clock.now(), kind: 'light', id, body, status: 200 })
  expect(write?.lamps[0]).toMatchObject({ lampId: id, fadeMs: 0 })
  expect(write?.lamps[0]?.fromLuminance).toBeGreaterThan(write?.lamps[0]?.toLuminance ?? 1)
})

it('tells changes in groups, with ids, after a greeting', async () => {
  const bridge = await startBridge()
  const { username: key } = bridge.door.make()
  let heard = ''
  const sent = request(
    {
      host: '127.0.0.1',
      port: bridge.port,
      ca: root.pem,
      servername: bridge.bridgeId,
      path: '/eventstream/clip/v2',
      headers: { 'hue-application-key': key, accept: 'text/event-stream' },
    },
    (response) => response.on('data', (piece) => (heard += piece)),
  )
  sent.on('error', () => {})
  sent.end()
  await until(() => heard === ': hi\n\n')
  bridge.house.hand('Shelf', { dimming: { brightness: 20 } })
  await until(() => heard.length > 20)
  const [, id, data] = /^: hi\n\nid: (\d+:\d)\ndata: (.*)\n\n$/.exec(heard) ?? []
  expect(id).toMatch(/^\d{10}:\d$/)
  const [event] = JSON.parse(data ?? '[]')
  expect(event.type).toBe('update')
  expect(event.data.map(({ type }: { type: string }) => type)).toEqual([
    'light',
    'grouped_light',
    'grouped_light',
  ])
  sent.destroy()
})
