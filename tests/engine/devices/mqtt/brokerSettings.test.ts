/** Settings of a broker are checked before anything is sent to it. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readBrokerSettings } from '../../../../electron/engine/devices/mqtt/brokerSettings.ts'
import { mqtt } from '../../../../electron/engine/devices/mqtt/index.ts'
import { clientId, peerOf } from '../../../../electron/engine/devices/mqtt/mqttConnection.ts'
import { tlsFile } from './mosquitto.ts'

const ca = readFileSync(tlsFile('ca.pem'), 'utf8')

describe('settings', () => {
  it('need no more than an address', () => {
    expect(mqtt.checkSettings({ host: ' broker.local ' })).toEqual({
      ok: true,
      settings: {
        host: 'broker.local',
        port: 1883,
        tls: false,
        ca: null,
        username: null,
        password: null,
        version: 'auto',
        qos: 1,
      },
    })
    expect(mqtt.checkSettings({ host: '[fe80::1]', tls: true, username: '', ca })).toMatchObject({
      settings: { host: 'fe80::1', port: 8883, username: null },
    })
    expect(mqtt.checkSettings({ host: 'h', ca: `${ca}\n${ca}` })).toMatchObject({ ok: true })
  })

  it.each([
    ['host', 'missing', {}],
    ['host', 'missing', { host: '  ' }],
    ['host', 'missing', { host: 5 }],
    ['host', 'not_a_host', { host: 'mqtt://broker' }],
    ['host', 'not_a_host', { host: 'broker:1883' }],
    ['host', 'not_a_host', { host: 'two words' }],
    ['host', 'too_long', { host: 'h'.repeat(256) }],
    ['port', 'not_a_port', { host: 'h', port: 0 }],
    ['port', 'not_a_port', { host: 'h', port: 65_536 }],
    ['port', 'not_a_port', { host: 'h', port: 1.5 }],
    ['port', 'not_a_port', { host: 'h', port: '1883' }],
    ['tls', 'not_valid', { host: 'h', tls: 'yes' }],
    ['ca', 'not_a_certificate', { host: 'h', ca: 'hello' }],
    ['ca', 'not_a_certificate', { host: 'h', ca: ca.replace('MII', 'AAA') }],
    ['ca', 'too_long', { host: 'h', ca: 'x'.repeat(20_001) }],
    ['username', 'user_missing', { host: 'h', password: 'secret' }],
    ['version', 'not_valid', { host: 'h', version: '4' }],
    ['qos', 'not_valid', { host: 'h', qos: 2 }],
    ['', 'not_valid', 'broker'],
  ])('say where and what is wrong: %s %s', (field, problem, settings) => {
    expect(mqtt.checkSettings(settings)).toEqual({ ok: false, field, problem })
  })

  it('are drawn as one flat form with no words in it', () => {
    const { properties, required } = mqtt.settingsSchema as {
      properties: Record<string, Record<string, unknown>>
      required: string[]
    }
    expect(required).toEqual(['host'])
    expect(Object.keys(properties)).toEqual([
      'host',
      'port',
      'tls',
      'ca',
      'username',
      'password',
      'version',
      'qos',
    ])
    expect(properties.port).toEqual({
      type: ['integer', 'null'],
      minimum: 1,
      maximum: 65_535,
      default: null,
      'x-widget': 'port',
    })
    expect(properties.password).toMatchObject({ type: ['string', 'null'], 'x-widget': 'password' })
    expect(properties.ca).toMatchObject({ type: ['string', 'null'], 'x-widget': 'pem', 'x-when': 'tls' })
    expect(properties.version).toMatchObject({ enum: ['auto', '5', '3.1.1'], default: 'auto' })
    expect(properties.qos).toMatchObject({ enum: [0, 1], default: 1 })
    expect(JSON.stringify(mqtt.settingsSchema)).not.toMatch(/title|description|\$schema/)
    expect(mqtt.secrets).toEqual(['password'])
  })
})

describe('the name at a broker', () => {
  const at = (host: string, username: string | null = null) => readBrokerSettings({ host, username })

  it('is the same on every start, fits an old broker, and differs by user', () => {
    const name = clientId('lull', '0123456789ab', at('broker'))
    expect(name).toMatch(/^lull-0123456789ab-[0-9a-f]{4}$/)
    expect(name.length).toBeLessThanOrEqual(23)
    expect(clientId('lull', '0123456789ab', at('broker'))).toBe(name)
    expect(clientId('lull', '0123456789ab', at('broker', 'mira'))).not.toBe(name)
    expect(clientId('lull', '0123456789ab', at('broker'), 'second strap')).not.toBe(name)
    expect(clientId('test', '0123456789ab', at('broker'))).not.toBe(name)
  })

  it('and of the broker is its address', () => {
    expect(peerOf(at('broker'))).toBe('broker:1883')
    expect(peerOf(at('[::1]'))).toBe('[::1]:1883')
  })
})
