/** Lights announced to Home Assistant at a real broker: both languages, both forms of discovery, and what is left out. */
import { describe, expect, it, vi } from 'vitest'
import { brokerForTest, fasterClock, publisherForTest } from '../brokerTest.ts'
import { mosquittoTitle, noMosquitto } from '../mosquitto.ts'
import { announcedForTest, lightsForTest, zigbeeForTest } from './lightsForTest.ts'

describe.skipIf(noMosquitto)(`lights of Home Assistant over ${mosquittoTitle}`, () => {
  it('in JSON: shown in its room, dimmed and warmed, and heard', async () => {
    const { port } = await brokerForTest()
    const light = await announcedForTest(port, { id: 'one', schema: 'json' })
    const lights = lightsForTest(port, { zigbeeTopic: null })
    await lights.ready()
    expect(lights.lamps()).toEqual([
      {
        ...{ id: 'mqttLights:h:one', name: 'Board one', roomIds: ['mqttLights:r:kitchen'], isOn: true },
        ...{ isReachable: true, brightness: 78.43, leastBrightness: 0.39, effect: null },
        ...{ colour: { kind: 'temperature', mirek: 300 }, isDynamic: false, hasGradient: false },
        can: { dim: true, temperature: { leastMirek: 160, mostMirek: 400 }, colour: null },
      },
    ])
    expect(lights.connection.state().snapshot?.rooms).toEqual([
      { id: 'mqttLights:r:kitchen', name: 'Kitchen', lampIds: ['mqttLights:h:one'], canWrite: false },
    ])
    expect(await lights.write('Board one', { brightness: 40, mirek: 450, fadeMs: 1800 })).toBe('written')
    expect(light.heard).toEqual([
      { topic: 'set', text: '{"brightness":102,"color_temp":400,"transition":2}' },
    ])
    expect(lights.lamp('Board one')).toMatchObject({ brightness: 40, colour: { mirek: 400 } })
  })

  it('with a topic for each thing: no fade can be said, so it is told in steps', async () => {
    const { port } = await brokerForTest()
    const light = await announcedForTest(port, { id: 'two', schema: 'default' })
    const lights = lightsForTest(port, { zigbeeTopic: null })
    await lights.ready()
    expect(lights.lamp('Board two')).toMatchObject({ brightness: 78, leastBrightness: 1, isOn: true })
    expect(await lights.write('Board two', { brightness: 40, mirek: 350 })).toBe('written')
    expect(light.heard.map(({ topic, text }) => `${topic} ${text}`)).toEqual([
      ...['white/set 317', 'level/set 65'],
      ...['white/set 333', 'level/set 53'],
      ...['white/set 350', 'level/set 40'],
    ])
    await vi.waitFor(() =>
      expect(lights.lamp('Board two')).toMatchObject({ brightness: 40, colour: { mirek: 350 } }),
    )
  })

  it('a lamp that would come on when told a brightness is left alone while it is off', async () => {
    const { port } = await brokerForTest()
    const options = { isOn: false, comesOnByBrightness: true }
    const both = [
      await announcedForTest(port, { id: 'json', schema: 'json', ...options }),
      await announcedForTest(port, { id: 'plain', schema: 'default', ...options }),
    ]
    const lights = lightsForTest(port, { zigbeeTopic: null })
    await lights.ready()
    expect(await lights.write('Board json', { brightness: 40 })).toBe('refused')
    expect(await lights.write('Board plain', { brightness: 40 })).toBe('refused')
    await both[0]?.hand({ isOn: true })
    await vi.waitFor(() => expect(lights.lamp('Board json').isOn).toBe(true))
    expect(await lights.write('Board json', { brightness: 40 })).toBe('written')
    await both[0]?.hand({ isOn: false })
    await vi.waitFor(() => expect(lights.lamp('Board json').isOn).toBe(false))
    expect(await lights.write('Board json', { brightness: 20 })).toBe('refused')
    expect(both.map(({ heard }) => heard.length)).toEqual([1, 0])
  })

  it('offline, silent about being there, and mute', async () => {
    const { port } = await brokerForTest()
    const gone = await announcedForTest(port, { id: 'gone', schema: 'json' })
    const shy = await announcedForTest(port, { id: 'shy', schema: 'json', saysOnline: false })
    await announcedForTest(port, { id: 'mute', schema: 'json', isMute: true })
    const lights = lightsForTest(port, { zigbeeTopic: null, clock: fasterClock(4) })
    await lights.ready()
    await gone.goAway()
    await vi.waitFor(() => expect(lights.lamp('Board gone').isReachable).toBe(false))
    expect(await lights.write('Board gone', { brightness: 40 })).toBe('refused')
    // What the broker kept is no sign of life.
    expect(lights.lamp('Board shy')).toMatchObject({ isOn: true, isReachable: null })
    await shy.tell()
    await vi.waitFor(() => expect(lights.lamp('Board shy').isReachable).toBe(true))
    expect(await lights.write('Board mute', { brightness: 40 })).toBe('unreachable')
  })

  it('announced as a whole device, changed, and taken away', async () => {
    const { port } = await brokerForTest()
    const light = await announcedForTest(port, { id: 'whole', schema: 'json' })
    await light.announce('')
    const { dev, name: _name, ...part } = light.config
    const topic = 'homeassistant/device/board/config'
    const device = (parts: object) => ({ dev, o: { name: 'test' }, cmps: parts })
    const sensor = { p: 'sensor', uniq_id: 'temperature', stat_t: 'x/y' }
    await light.announce(device({ lamp: { p: 'light', name: 'Ceiling', ...part }, sensor }), topic)
    const lights = lightsForTest(port, { zigbeeTopic: null })
    await lights.ready()
    expect(lights.lamps().map(({ name }) => name)).toEqual(['Board whole Ceiling'])
    await light.announce(device({ lamp: { p: 'light', name: 'Lamp', ...part }, sensor }), topic)
    await vi.waitFor(() => expect(lights.lamps().map(({ name }) => name)).toEqual(['Board whole Lamp']))
    await light.announce(device({ lamp: { p: 'light' }, sensor }), topic)
    await vi.waitFor(() => expect(lights.lamps()).toEqual([]))
    expect(lights.connection.state().snapshot?.unreadCount).toBe(0)
  })

  it('what nobody can read back, or only a template understands, is left out and counted', async () => {
    const { port } = await brokerForTest()
    const announced = [
      ['schema', { schema: 'template' }],
      ['optimistic', { opt: true }],
      ['blind', { stat_t: undefined }],
      ['wild', { cmd_t: 'lights/+/set' }],
      ['clever', { avty_tpl: '{% if value %}online{% endif %}' }],
    ] as const
    for (const [id, extra] of announced) await announcedForTest(port, { id, schema: 'json', extra })
    const lights = lightsForTest(port, { zigbeeTopic: null })
    await lights.ready()
    // The one with a wildcard still has a state, and cannot be told anything.
    expect(lights.lamps()).toEqual([])
    expect(lights.connection.state().snapshot?.unreadCount).toBe(5)
  })

  it('lamps of zigbee2mqtt that are announced here too are there once, and lend their room', async () => {
    const { port } = await brokerForTest()
    await zigbeeForTest(port, (zigbee) => zigbee.add('Desk'))
    const publisher = await publisherForTest(port)
    const announce = (id: string, name: string) =>
      publisher.publishAsync(
        `homeassistant/light/${id}/light/config`,
        JSON.stringify({
          ...{ schema: 'json', name: null, unique_id: `${id}_light`, brightness: true },
          ...{ state_topic: `zigbee2mqtt/${name}`, command_topic: `zigbee2mqtt/${name}/set` },
          device: { name, suggested_area: 'Study' },
          origin: { name: 'Zigbee2MQTT' },
        }),
        { qos: 1, retain: true },
      )
    await announce('0x1000', 'Desk')
    await announce('group_1', 'All lamps')
    const lights = lightsForTest(port)
    await lights.ready()
    expect(lights.lamps()).toMatchObject([{ id: 'mqttLights:z:0x1000', roomIds: ['mqttLights:r:study'] }])
    // Known only through Home Assistant, it is asked all the same.
    const other = lightsForTest(port, { zigbeeTopic: null })
    await other.connected()
    await vi.waitFor(() => expect(other.lamp('Desk')).toMatchObject({ isOn: true, isReachable: true }))
  })
})
