/** Discovery against what Home Assistant documents, in both forms and with every choice. */
import { describe, expect, it } from 'vitest'
import {
  discoveryMessages,
  discoveryTopics,
  leftBehind,
} from '../../../electron/core/homeAssistant/discovery.ts'
import type { HomeChoices } from '../../../electron/core/homeAssistant/entities.ts'
import { DISCOVERY_TOPIC, deviceMessageSchema, olderSchemas } from './documentedMembers.ts'

const id = 'lull_1a2b3c4d5e6f'
const identity = { id, hostName: 'study-pc', appVersion: '0.1.0' }
const allChoices: HomeChoices[] = (['device', 'older'] as const).flatMap((form) =>
  [true, false].flatMap((strain) => [true, false].map((commands) => ({ form, strain, commands }))),
)
const device: HomeChoices = { form: 'device', strain: true, commands: false }
const older: HomeChoices = { ...device, form: 'older' }

function deviceMessage(choices: HomeChoices) {
  const [message, ...others] = discoveryMessages(identity, choices)
  expect(others).toEqual([])
  return deviceMessageSchema.parse(JSON.parse(message?.payload ?? ''))
}
const wantedOf = (choices: HomeChoices) =>
  Object.entries(deviceMessage(choices).cmps)
    .filter(([, component]) => 'unique_id' in component)
    .map(([key, { p }]) => `${p} ${key}`)

describe('discovery', () => {
  it.each(allChoices)('has only documented members: %o', (choices) => {
    for (const { topic, payload, retained } of discoveryMessages(identity, choices)) {
      expect(topic).toMatch(DISCOVERY_TOPIC)
      expect(retained).toBe(true)
      const platform = topic.split('/')[1] as 'device' | keyof typeof olderSchemas
      const schema = platform === 'device' ? deviceMessageSchema : olderSchemas[platform]
      schema.parse(JSON.parse(payload))
    }
  })

  it.each(allChoices)('tells of no beat, no number and no alarm: %o', (choices) => {
    const text = JSON.stringify(discoveryMessages(identity, choices))
    expect(text).not.toMatch(/rmssd|bpm|heart|%|problem|safety|measurement_class/i)
  })

  it('names the device after its computer', () => {
    expect(deviceMessage(device).dev).toEqual({
      ids: [id],
      name: 'Lull on study-pc',
      mf: 'Lull',
      mdl: 'Desktop companion',
      sw: '0.1.0',
    })
    const named = (hostName: string) =>
      JSON.parse(discoveryMessages({ ...identity, hostName }, device)[0]?.payload ?? '').dev.name
    expect(named('')).toBe('Lull')
    expect(named(' \u0000\u202e ')).toBe('Lull')
    expect(named('x'.repeat(300))).toHaveLength('Lull on '.length + 60)
  })

  it('shows without commands and switches with them; the other kind is taken back', () => {
    expect(wantedOf(device)).toEqual([
      'sensor strain',
      'sensor next_break',
      'binary_sensor break_due',
      'binary_sensor on_break',
      'binary_sensor paused',
      'binary_sensor calm',
    ])
    expect(wantedOf({ ...device, commands: true, strain: false })).toEqual([
      'sensor next_break',
      'binary_sensor break_due',
      'switch on_break_switch',
      'switch paused_switch',
      'switch calm_switch',
    ])
    expect(deviceMessage({ ...device, strain: false }).cmps.strain).toEqual({ p: 'sensor' })
    expect(deviceMessage(device).cmps.paused_switch).toEqual({ p: 'switch' })
    expect(deviceMessage({ ...device, commands: true }).cmps.calm_switch).toMatchObject({
      name: 'Calm lights',
      icon: 'mdi:weather-night',
      default_entity_id: 'switch.lull_calm',
      command_topic: `lull/${id}/calm/set`,
    })
  })

  it('strain is a band, with no unit', () => {
    expect(deviceMessage(device).cmps.strain).toMatchObject({
      device_class: 'enum',
      options: ['low', 'usual', 'raised'],
      expire_after: 600,
    })
  })

  it('the older form stands where older versions look', () => {
    expect(discoveryMessages(identity, older).map(({ topic }) => topic)).toEqual([
      `homeassistant/sensor/${id}/strain/config`,
      `homeassistant/sensor/${id}/next_break/config`,
      `homeassistant/binary_sensor/${id}/break_due/config`,
      `homeassistant/binary_sensor/${id}/on_break/config`,
      `homeassistant/binary_sensor/${id}/paused/config`,
      `homeassistant/binary_sensor/${id}/calm/config`,
    ])
  })

  it('every entity has a name of its own', () => {
    for (const choices of allChoices) {
      const texts = discoveryMessages(identity, choices).flatMap(({ payload }) => [
        ...payload.matchAll(/"unique_id":"([^"]+)"/g),
      ])
      expect(new Set(texts.map((match) => match[1])).size).toBe(texts.length)
    }
  })
})

describe('what stays at the broker', () => {
  it.each(allChoices)('is either used or stale, never both: %o', (choices) => {
    const { used, unused } = discoveryTopics(id, choices)
    expect(used).toEqual(discoveryMessages(identity, choices).map(({ topic }) => topic))
    expect(used.filter((topic) => unused.includes(topic))).toEqual([])
    expect(used.length + unused.length).toBe(10)
  })

  it('is taken back by another form and left alone by the same', () => {
    expect(leftBehind(id, device, older)).toEqual([`homeassistant/device/${id}/config`])
    expect(leftBehind(id, older, device)).toHaveLength(6)
    expect(leftBehind(id, device, { ...device, strain: false })).toEqual([])
    expect(leftBehind(id, older, { ...older, strain: false })).toEqual([
      `homeassistant/sensor/${id}/strain/config`,
    ])
    expect(leftBehind(id, older, { ...older, commands: true })).toEqual([
      `homeassistant/binary_sensor/${id}/on_break/config`,
      `homeassistant/binary_sensor/${id}/paused/config`,
      `homeassistant/binary_sensor/${id}/calm/config`,
    ])
  })
})
