/** What zigbee2mqtt's lists say, read strictly: rights, ranges, names and endpoints. */
import { describe, expect, it } from 'vitest'
import {
  isOnline,
  zigbeeGroups,
  zigbeeLamps,
} from '../../../../../electron/engine/devices/mqtt/lights/zigbeeDevices.ts'

const feature = (name: string, rest: object = {}) => ({ name, property: name, access: 7, ...rest })
const device = (exposes: unknown, rest: object = {}) => ({
  ...{ ieee_address: '0xa1', friendly_name: 'Desk', definition: { exposes }, ...rest },
})
const light = (features: object[], rest: object = {}) => ({ type: 'light', features, ...rest })
const read = (...devices: unknown[]) => zigbeeLamps(devices, 'z', 10)
const one = (...devices: unknown[]) => read(...devices).lamps[0]
const state = feature('state')

describe('a list of devices', () => {
  it('gives a lamp its own scale, range and right to be asked', () => {
    const lamp = one(
      device([
        light([
          state,
          feature('brightness', { value_max: 1000 }),
          feature('color_temp', { value_min: 200, value_max: 370 }),
        ]),
      ]),
    )
    expect(lamp?.can).toEqual({ dim: true, temperature: { leastMirek: 200, mostMirek: 370 }, colour: null })
    expect(lamp?.leastBrightness).toBe(0.1)
    expect(lamp?.ask).toEqual({
      topic: 'z/Desk/get',
      payload: '{"state":"","brightness":"","color_temp":""}',
    })
    expect(lamp?.orders({ brightness: 50, mirek: 500, fadeMs: 12_345 })).toEqual({
      orders: [{ topic: 'z/Desk/set', payload: '{"brightness":500,"color_temp":370,"transition":12.3}' }],
      leftOut: false,
    })
    expect(lamp?.orders({ brightness: 1, fadeMs: 6_000_000 }).orders[0]?.payload).toContain(
      '"transition":6000',
    )
    expect(
      lamp?.states[0]?.read('{"state":"ON","brightness":500,"color_temp":300,"color_mode":"hs"}'),
    ).toEqual({
      ...{ isOn: true, brightness: 50, mirek: 300, mode: 'other' },
    })
  })

  it('of a device with two lamps has both, each with its own members', () => {
    const at = (endpoint: string) =>
      light(
        [
          feature('state', { property: `state_${endpoint}` }),
          feature('brightness', { property: `brightness_${endpoint}` }),
        ],
        {
          endpoint,
        },
      )
    const { lamps } = read(device([at('l1'), at('l2')]))
    expect(lamps.map(({ id, name }) => `${id} ${name}`)).toEqual(['z:0xa1:l1 Desk l1', 'z:0xa1:l2 Desk l2'])
    expect(lamps[1]?.orders({ brightness: 50, fadeMs: 1000 }).orders).toEqual([
      { topic: 'z/Desk/set', payload: '{"brightness_l2":127,"transition":1}' },
    ])
    expect(lamps[1]?.states[0]?.read('{"state_l1":"ON","state_l2":"OFF"}')).toEqual({ isOn: false })
  })

  it('is not made to say anything else: properties, addresses and names have to be what they are', () => {
    const lies = [
      device([light([state, feature('brightness', { property: 'state' })])]),
      device([light([feature('state', { property: '__proto__' })])]),
      device([light([state])], { ieee_address: '../set' }),
      device([light([state])], { friendly_name: 'a/#' }),
      device([light([state])], { friendly_name: '' }),
      device([light([state], { endpoint: 'a b' })]),
      device([light([])]),
      7,
      null,
    ]
    expect(read(...lies)).toEqual({ lamps: [], unreadCount: lies.length })
  })

  it('leaves out what is no lamp or switched off there, and cannot write what may not be set', () => {
    const others = [
      device([{ type: 'switch', features: [state] }]),
      device(null),
      device([light([state])], { disabled: true }),
      { ieee_address: '0x0', type: 'Coordinator', definition: null },
    ]
    expect(read(...others)).toEqual({ lamps: [], unreadCount: 0 })
    const readOnly = one(
      device([light([feature('state', { access: 1 }), feature('brightness', { access: 5 })])]),
    )
    expect(readOnly?.can.dim).toBe(false)
    expect(readOnly?.ask).toBeNull()
    expect(read({ any: 'thing' }).lamps).toEqual([])
    expect(zigbeeLamps('nothing', 'z', 10)).toEqual({ lamps: [], unreadCount: 1 })
  })

  it('counts lamps beyond the most, and those that come twice', () => {
    const many = Array.from({ length: 12 }, (_, n) => device([light([state])], { ieee_address: `0x${n}` }))
    expect(read(...many).lamps).toHaveLength(10)
    expect(read(...many).unreadCount).toBe(2)
    expect(read(device([light([state])]), device([light([state])])).unreadCount).toBe(1)
  })

  it('cuts a name at sixty characters, and takes out what turns text around', () => {
    const name = one(device([light([state])], { friendly_name: `\u202e${'é'.repeat(100)}` }))?.name
    expect(name).toBe('é'.repeat(60))
  })
})

it('groups have members, and what is none is counted', () => {
  const group = { id: 1, friendly_name: 'Evening', members: [{ ieee_address: '0xa1', endpoint: 11 }, 7] }
  expect(zigbeeGroups([group, { id: 'x' }, 3])).toEqual({
    groups: [{ id: 'g:1', name: 'Evening', members: ['0xa1'] }],
    unreadCount: 2,
  })
})

it.each([
  ['online', true],
  ['offline', false],
  ['{"state":"online"}', true],
  [' { "state" : "offline" } ', false],
  ['"online"', true],
  ['{"state":"perhaps"}', null],
  ['onlineish', null],
  ['', null],
])('%j means %j', (text, meaning) => {
  expect(isOnline(text)).toBe(meaning)
})
