/** Lights as a bridge tells of them: colour, white, plugs, and what no bridge should say. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hueLamp } from '../../../electron/core/lights/hueLamp.ts'

const around = { driver: 'hue', roomIds: ['study'], isReachable: true }
const read = (resource: unknown) => hueLamp(resource, around)

const colour = {
  id: '7a1c',
  type: 'light',
  metadata: { name: 'Desk', archetype: 'sultan_bulb' },
  on: { on: true },
  dimming: { brightness: 79.92, min_dim_level: 0.2 },
  color_temperature: {
    mirek: 366,
    mirek_valid: true,
    mirek_schema: { mirek_minimum: 153, mirek_maximum: 500 },
  },
  color: {
    xy: { x: 0.4573, y: 0.41 },
    gamut: { red: { x: 0.6915, y: 0.3083 }, green: { x: 0.17, y: 0.7 }, blue: { x: 0.1532, y: 0.0475 } },
    gamut_type: 'C',
  },
  dynamics: { status: 'none', status_values: ['none', 'dynamic_palette'], speed: 0 },
  effects: { status: 'no_effect', status_values: ['no_effect', 'candle'] },
  timed_effects: { status: 'no_effect' },
  mode: 'normal',
}

describe('a light of the bridge', () => {
  test('white or coloured, as it shows', () => {
    expect(read(colour)).toMatchObject({
      unread: [],
      lamp: {
        ...{
          id: 'hue:7a1c',
          name: 'Desk',
          isOn: true,
          isReachable: true,
          brightness: 79.92,
          leastBrightness: 0.2,
        },
        ...{
          colour: { kind: 'temperature', mirek: 366 },
          isDynamic: false,
          effect: null,
          hasGradient: false,
        },
        can: { dim: true, temperature: { leastMirek: 153, mostMirek: 500 } },
      },
    })
  })
  test('`mirek` is null while it shows a colour', () => {
    const red = {
      ...colour,
      color_temperature: { ...colour.color_temperature, mirek: null, mirek_valid: false },
    }
    expect(read(red)).toMatchObject({ unread: [], lamp: { colour: { kind: 'xy', x: 0.4573, y: 0.41 } } })
    const stale = { ...colour, color_temperature: { ...colour.color_temperature, mirek_valid: false } }
    expect(read(stale).lamp?.colour?.kind).toBe('xy')
  })
  test('a white lamp, a dimmable one and a plug lack what they cannot do', () => {
    const { color: _, ...white } = colour
    expect(read(white).lamp?.can).toEqual({
      ...{ dim: true, temperature: { leastMirek: 153, mostMirek: 500 }, colour: null },
    })
    const { color_temperature: __, ...dimmable } = white
    expect(read(dimmable).lamp).toMatchObject({
      colour: null,
      can: { dim: true, temperature: null, colour: null },
    })
    const { dimming: ___, ...plug } = dimmable
    expect(read(plug)).toMatchObject({ unread: [], lamp: { brightness: null, can: { dim: false } } })
  })
  test('what moves by itself is seen', () => {
    expect(read({ ...colour, dynamics: { status: 'dynamic_palette' } }).lamp?.isDynamic).toBe(true)
    expect(read({ ...colour, mode: 'streaming' }).lamp?.isDynamic).toBe(true)
    expect(read({ ...colour, effects: { status: 'candle' } }).lamp?.effect).toBe('candle')
    expect(read({ ...colour, timed_effects: { status: 'sunrise' } }).lamp?.effect).toBe('sunrise')
    const points = [{ color: { xy: { x: 0.3, y: 0.3 } } }, { color: { xy: { x: 0.5, y: 0.4 } } }]
    expect(read({ ...colour, gradient: { points, points_capable: 5 } }).lamp?.hasGradient).toBe(true)
    expect(read({ ...colour, gradient: { points: [], points_capable: 5 } }).lamp?.hasGradient).toBe(false)
  })
  test('a colour lamp that gives only a letter', () => {
    const old = { ...colour, color: { xy: colour.color.xy, gamut_type: 'A' } }
    expect(read(old).lamp?.can.colour?.gamut?.red.x).toBe(0.704)
    expect(read({ ...colour, color: { xy: colour.color.xy, gamut_type: 'other' } }).lamp?.can.colour).toEqual(
      {
        gamut: null,
      },
    )
  })
})

describe('what cannot be read', () => {
  test('is told by its place, and the rest stands', () => {
    const odd = {
      ...{ id: 'x', metadata: { name: 12 }, on: { on: 'yes' }, dimming: { brightness: 140 } },
      color_temperature: { mirek: '366' },
    }
    const { lamp, unread } = read(odd)
    expect(lamp).toMatchObject({ name: '', isOn: null, brightness: null, colour: null })
    expect([...unread].sort()).toEqual([
      'color_temperature.mirek',
      'dimming.brightness',
      'metadata.name',
      'on.on',
    ])
  })
  test('without an id there is no lamp', () => {
    expect(read({ on: { on: true } })).toEqual({ lamp: null, unread: ['id'] })
    for (const odd of [null, 7, 'x', [], undefined]) expect(read(odd)).toEqual({ lamp: null, unread: [''] })
  })
  test('anything at all gives an answer', () => {
    const members = Object.keys(colour)
    const odd = fc.dictionary(fc.constantFrom(...members, '__proto__'), fc.anything())
    fc.assert(
      fc.property(odd, (resource) => {
        const { lamp } = read({ id: 'a', ...resource })
        if (lamp === null) return
        expect(lamp.brightness === null || (lamp.brightness >= 0 && lamp.brightness <= 100)).toBe(true)
        expect(typeof lamp.isOn === 'boolean' || lamp.isOn === null).toBe(true)
        JSON.stringify(lamp)
      }),
    )
  })
})
