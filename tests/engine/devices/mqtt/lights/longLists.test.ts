/** Lists of zigbee2mqtt in large homes, over a real broker: read whole, or counted as not read. */
import { describe, expect, it } from 'vitest'
import { brokerForTest, publisherForTest } from '../brokerTest.ts'
import { mosquittoTitle, noMosquitto } from '../mosquitto.ts'
import { lightsForTest } from './lightsForTest.ts'

describe.skipIf(noMosquitto)(`long lists over ${mosquittoTitle}`, () => {
  it.each(['5', '3.1.1'])(
    'a list of two hundred devices is read, one too large is counted (MQTT %s)',
    async (version) => {
      const { port } = await brokerForTest()
      const publisher = await publisherForTest(port)
      const keep = (topic: string, payload: string) =>
        publisher.publishAsync(`zigbee2mqtt/bridge/${topic}`, payload, { qos: 1, retain: true })
      const features = ['state', 'brightness'].map((name) => ({ name, property: name, access: 7 }))
      const device = (n: number, bytes: number) => ({
        ...{ ieee_address: `0x${(4096 + n).toString(16)}`, friendly_name: `Lamp ${n}` },
        definition: { description: 'x'.repeat(bytes), exposes: [{ type: 'light', features }] },
      })
      const list = (bytes: number) => JSON.stringify(Array.from({ length: 200 }, (_, n) => device(n, bytes)))
      await keep('state', '{"state":"online"}')
      await keep('devices', list(12_000))
      const settings = { settings: { version }, discoveryTopic: null }
      const some = lightsForTest(port, settings)
      await some.connected()
      expect(some.connection.state().snapshot).toMatchObject({ lamps: { length: 200 }, unreadCount: 0 })
      await keep('devices', list(22_000))
      const none = lightsForTest(port, { ...settings, discoveryTopic: 'other' })
      await none.connected()
      expect(none.connection.state().snapshot).toMatchObject({ lamps: [], unreadCount: 1 })
    },
    20_000,
  )
})
