/** Discovery messages of Home Assistant, as devices write them: short names, bases, scales, kelvin and templates. */
import { describe, expect, it } from 'vitest'
import { discoveredLights } from '../../../../../electron/engine/devices/mqtt/lights/discoveredLights.ts'
import {
  isPlainCommand,
  templateReader,
} from '../../../../../electron/engine/devices/mqtt/lights/valueTemplate.ts'

const TOPIC = 'homeassistant/light/one/config'
const read = (config: object) => discoveredLights(TOPIC, false, JSON.stringify(config))
const lampOf = (config: object) => read(config).lights[0]?.lamp
const json = { schema: 'json', name: 'Lamp', stat_t: 'a/state', cmd_t: 'a/set' }
const plain = { name: 'Lamp', state_topic: 'a/on', command_topic: 'a/on/set' }
const change = { brightness: 50, mirek: 400, fadeMs: 4000 }
const payloads = (config: object) =>
  lampOf(config)
    ?.orders(change)
    .orders.map(({ topic, payload }) => `${topic} ${payload}`)

describe('json', () => {
  it('short and long names mean the same', () => {
    const short = {
      ...json,
      sup_clrm: ['color_temp', 'xy'],
      bri_scl: 100,
      clr_temp_k: true,
      min_k: 2500,
      max_k: 5000,
    }
    const long = {
      ...{
        schema: 'json',
        name: 'Lamp',
        state_topic: 'a/state',
        command_topic: 'a/set',
        brightness_scale: 100,
      },
      ...{
        supported_color_modes: ['color_temp', 'xy'],
        color_temp_kelvin: true,
        min_kelvin: 2500,
        max_kelvin: 5000,
      },
    }
    for (const config of [short, long]) {
      const lamp = lampOf(config)
      expect(lamp?.can).toEqual({
        ...{ dim: true, temperature: { leastMirek: 200, mostMirek: 400 }, colour: { gamut: null } },
      })
      expect(payloads(config)).toEqual(['a/set {"brightness":50,"color_temp":2500,"transition":4}'])
      const heard = lamp?.states[0]?.read(
        '{"state":"ON","brightness":50,"color_temp":4000,"color_mode":"color_temp"}',
      )
      expect(heard).toEqual({ isOn: true, brightness: 50, mirek: 250, mode: 'temperature' })
    }
  })

  it('a base stands at either end of a topic, in lists of availability too', () => {
    const lamp = lampOf({
      ...{ ...json, '~': 'home/lamp', stat_t: '~/state', cmd_t: 'prefix/~' },
      ...{
        avty: [
          { t: '~/there', pl_avail: 'yes', pl_not_avail: 'no' },
          { topic: 'house', val_tpl: '{{ value_json.s }}' },
        ],
      },
      avty_mode: 'all',
    })
    expect(lamp?.states[0]?.topic).toBe('home/lamp/state')
    expect(lamp?.availability.mode).toBe('all')
    const [own, house] = lamp?.availability.topics ?? []
    expect([own?.topic, own?.read('yes'), own?.read('no'), own?.read('online')]).toEqual([
      'home/lamp/there',
      true,
      false,
      null,
    ])
    expect([house?.read('{"s":"online"}'), house?.read('{"s":"offline"}'), house?.read('online')]).toEqual([
      true,
      false,
      null,
    ])
  })

  it('flags of older configurations count, and fades that are not offered are not asked for', () => {
    const lamp = lampOf({ ...json, brightness: true, color_temp: true, xy: true, transition: false })
    expect(lamp?.can).toMatchObject({
      dim: true,
      temperature: { leastMirek: 153, mostMirek: 500 },
      colour: {},
    })
    expect(lamp?.fades).toBe(false)
    expect(lamp?.orders(change)).toEqual({
      orders: [{ topic: 'a/set', payload: '{"brightness":128,"color_temp":400}' }],
      leftOut: false,
    })
    expect(lampOf(json)?.can).toEqual({ dim: false, temperature: null, colour: null })
    expect(lampOf(json)?.orders(change)).toEqual({ orders: [], leftOut: true })
  })

  it('a lamp of few steps is not dimmed: it could not be told from a hand', () => {
    expect(lampOf({ ...json, brightness: true, bri_scl: 10 })?.can.dim).toBe(false)
    expect(lampOf({ ...json, brightness: true, bri_scl: 50 })?.can.dim).toBe(true)
  })

  it('hears colours it could not give back as what they are, and effects', () => {
    const lamp = lampOf({ ...json, sup_clrm: ['color_temp', 'rgb'] })
    expect(
      lamp?.states[0]?.read('{"color_mode":"rgb","color":{"r":255,"g":0,"b":9},"effect":"Rainbow"}'),
    ).toEqual({
      ...{ xy: null, mode: 'other', effect: 'Rainbow' },
    })
    expect(lamp?.states[0]?.read('{"effect":"None"}')).toEqual({ effect: null })
    expect(lamp?.states[0]?.read('[]')).toBeNull()
  })
})

describe('default', () => {
  const full = {
    ...plain,
    ...{ brightness_command_topic: 'a/b/set', brightness_state_topic: 'a/b' },
    ...{ color_temp_command_topic: 'a/t/set', color_temp_state_topic: 'a/t' },
  }

  it('reads each topic through its template', () => {
    const lamp = lampOf({
      ...{ ...full, payload_on: '1', payload_off: '0', brightness_scale: 99 },
      ...{
        brightness_value_template: '{{ value_json.value | round(0) }}',
        state_value_template: "{{ value_json['on'] }}",
      },
    })
    const heard = (topic: string, text: string) => lamp?.states.find((one) => one.topic === topic)?.read(text)
    expect(heard('a/on', '{"on":1}')).toEqual({ isOn: true })
    expect(heard('a/on', '{"on":"0"}')).toEqual({ isOn: false })
    expect(heard('a/on', '{"on":"maybe"}')).toEqual({ isOn: null })
    expect(heard('a/on', 'garbage')).toBeNull()
    expect(heard('a/b', '{"value":49.5}')).toEqual({ brightness: 50 })
    expect(heard('a/b', '{"value":100}')).toEqual({ brightness: null })
    expect(heard('a/t', '300')).toEqual({ mirek: 300 })
    expect(heard('a/t', '')).toEqual({ mirek: null })
    expect(payloads(full)).toEqual(['a/t/set 400', 'a/b/set 128'])
  })

  it('can only what is both said and heard in words that are understood', () => {
    expect(lampOf({ ...full, brightness_state_topic: undefined })?.can.dim).toBe(false)
    expect(lampOf({ ...full, brightness_command_template: '{"b":{{ value }}}' })?.can.dim).toBe(false)
    expect(lampOf({ ...full, brightness_command_template: '{{ value }}' })?.can.dim).toBe(true)
    expect(
      lampOf({ ...full, color_temp_value_template: '{% if 1 %}2{% endif %}' })?.can.temperature,
    ).toBeNull()
    const coloured = lampOf({ ...full, rgb_command_topic: 'a/rgb' })
    expect(coloured?.states.find(({ topic }) => topic === 'a/t')?.read('300')).toEqual({
      mirek: 300,
      mode: 'other',
    })
    const xy = {
      ...plain,
      xy_command_topic: 'a/xy/set',
      xy_state_topic: 'a/xy',
      color_mode_state_topic: 'a/mode',
    }
    const lamp = lampOf(xy)
    expect(lamp?.orders({ xy: { x: 0.5, y: 0.4 }, fadeMs: 1 }).orders).toEqual([
      { topic: 'a/xy/set', payload: '0.5,0.4' },
    ])
    expect(lamp?.states.map(({ read: heard }) => heard('0.5,0.4'))).toContainEqual({ xy: { x: 0.5, y: 0.4 } })
    expect(lamp?.states.map(({ read: heard }) => heard('0.5,0.4,1'))).toContainEqual({ xy: null })
  })
})

describe('what is left out', () => {
  it.each([
    ['no state', { ...json, stat_t: undefined }],
    ['no command', { ...json, cmd_t: undefined }],
    ['optimistic', { ...json, optimistic: true }],
    ['a template schema', { ...json, schema: 'template' }],
    ['no name', { ...json, name: null }],
    ['a wildcard', { ...json, stat_t: 'a/+' }],
    ['a topic of the broker', { ...plain, state_topic: '$SYS/a' }],
    ['availability nobody understands', { ...json, avty_t: 'a', avty_tpl: '{{ states(1) }}' }],
  ])('%s', (_what, config) => {
    expect(read(config)).toEqual({ lights: [], unreadCount: 1 })
  })

  it('ids are kept when they are plain, and stay the same when they are not', () => {
    expect(lampOf({ ...json, uniq_id: 'a.b-1' })?.id).toBe('h:a.b-1')
    const odd = lampOf({ ...json, uniq_id: 'ä/'.repeat(200) })?.id
    expect(odd).toMatch(/^h:#[0-9a-f]{32}$/)
    expect(lampOf({ ...json, uniq_id: 'ä/'.repeat(200), name: 'Other' })?.id).toBe(odd)
    expect(lampOf(json)?.id).not.toBe(odd)
  })
})

describe('templates', () => {
  it.each([
    ['{{ value }}', 'x', 'x'],
    ['{{value_json.a.b}}', '{"a":{"b":1.5}}', '1.5'],
    ['{{ value_json["a b"] | int }}', '{"a b":"2"}', '2'],
    ['{{ value_json.__proto__ }}', '{}', undefined],
    ['{{ value_json.constructor }}', '{"constructor":"own"}', 'own'],
    ['{{ value_json.a }}', '{"a":{}}', undefined],
    ['{{ value_json.a }}', 'not json', undefined],
  ])('%s of %s', (template, text, value) => {
    expect(templateReader(template)?.(text)).toBe(value)
  })

  it.each(['{{ value_json.a if value_json.b else 1 }}', '{{ 1 }}', 'plain', '{{ value_json.a + 1 }}', 7])(
    '%s is not understood',
    (template) => {
      expect(templateReader(template)).toBeNull()
      expect(isPlainCommand(template)).toBe(false)
    },
  )
})
