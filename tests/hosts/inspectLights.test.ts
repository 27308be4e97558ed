/** The door for lights: rooms as bridges tell of them, hard ones included, and lines that are not understood. */
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LOOK_IDS } from '../../electron/core/lights/looks.ts'
import { RULES } from '../../electron/core/lights/rules.ts'
import { lightsAnswer } from '../../electron/hosts/inspectLights.ts'
import { answerLines } from '../../electron/hosts/jsonLines.ts'

const gamut = { red: { x: 0.6915, y: 0.3083 }, green: { x: 0.17, y: 0.7 }, blue: { x: 0.1532, y: 0.0475 } }
const schema = { mirek_minimum: 153, mirek_maximum: 500 }

function light(id: string, own: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id,
    type: 'light',
    owner: { rid: `device-${id}`, rtype: 'device' },
    metadata: { name: id },
    on: { on: true },
    dimming: { brightness: 80, min_dim_level: 0.2 },
    color_temperature: { mirek: 300, mirek_valid: true, mirek_schema: schema },
    color: { xy: { x: 0.41, y: 0.39 }, gamut, gamut_type: 'C' },
    dynamics: { status: 'none' },
    mode: 'normal',
    ...own,
  }
}

const coloured = (x: number, y: number) => ({
  color_temperature: { mirek: null, mirek_valid: false, mirek_schema: schema },
  color: { xy: { x, y }, gamut, gamut_type: 'C' },
})
const without = (id: string, ...members: string[]) =>
  Object.fromEntries(Object.entries(light(id)).filter(([name]) => !members.includes(name)))
const dim = (id: string, brightness: number) => light(id, { dimming: { brightness, min_dim_level: 0.2 } })

const DAY = { at: '2026-11-23T13:00:00+01:00', zone: 'Europe/Berlin' }
const EVENING = { at: '2026-11-23T21:00:00+01:00', zone: 'Europe/Berlin' }

function ask(lights: unknown[], look: unknown, more: Record<string, unknown> = DAY) {
  const answer = lightsAnswer({ id: 'a', lights, look, ...more })
  if ('error' in answer) throw new Error(answer.error)
  return answer
}
const ruleOf = (one: unknown, look: unknown = 'soften', more?: Record<string, unknown>) =>
  ask([one], look, more).refused.map(({ rule }) => rule)

describe('inspect lights', () => {
  it('writes what the look asks, in the words of the line', () => {
    expect(ask([light('desk'), dim('shelf', 40)], 'soften')).toEqual({
      id: 'a',
      writes: [
        { light: 'desk', fadeMs: 4000, brightness: 56, mirek: 447 },
        { light: 'shelf', fadeMs: 4000, mirek: 447 },
      ],
      refused: [],
    })
  })

  it.each([
    ['a lamp that is off', light('a', { on: { on: false } }), 'off'],
    ['one nobody knows of', without('a', 'on'), 'unknown_state'],
    ['one out of reach', light('a', { status: 'connectivity_issue' }), 'unreachable'],
    ['one whose reach is told in a new word', light('a', { status: 'dreaming' }), 'unknown_state'],
    ['a plug', without('a', 'dimming', 'color_temperature', 'color'), 'cannot_dim'],
    ['a scene that moves', light('a', { dynamics: { status: 'dynamic_palette' } }), 'scene_running'],
    ['a candle', light('a', { effects: { status: 'candle' } }), 'effect_running'],
    ['a film', light('a', { mode: 'streaming' }), 'scene_running'],
    [
      'a dark, warm one',
      light('a', { ...coloured(0.56, 0.4), dimming: { brightness: 12 } }),
      'nothing_to_change',
    ],
  ])('leaves %s alone', (_what, one, rule) => {
    const { writes, refused } = ask([one], 'soften')
    expect(writes).toEqual([])
    expect(refused).toEqual([{ light: 'a', rule }])
  })

  it('hears from the device of a light whether it can be reached', () => {
    const link = (status: string) => ({
      ...{ id: 'z', type: 'zigbee_connectivity', status },
      owner: { rid: 'device-a', rtype: 'device' },
    })
    expect(ask([light('a'), link('disconnected')], 'soften').refused).toEqual([
      { light: 'a', rule: 'unreachable' },
    ])
    expect(ask([light('a'), link('connected')], 'soften').writes).toHaveLength(1)
  })

  it('dims a gradient and leaves its colours', () => {
    const points = [{ color: { xy: { x: 0.3, y: 0.3 } } }, { color: { xy: { x: 0.5, y: 0.4 } } }]
    const strip = light('a', { gradient: { points } })
    expect(ask([strip], 'soften').writes).toEqual([{ light: 'a', fadeMs: 4000, brightness: 56 }])
    expect(ruleOf(light('a', { gradient: { points }, dimming: { brightness: 30 } }))).toEqual(['gradient'])
  })

  it('takes no colour from a lamp whose `mirek` is null, unless it gets warmer by it', () => {
    const red = light('a', coloured(0.66, 0.32))
    expect(ask([red], 'soften').writes).toEqual([{ light: 'a', fadeMs: 4000, brightness: 56 }])
    const blueish = light('a', coloured(0.31, 0.32))
    expect(ask([blueish], 'soften').writes).toMatchObject([{ light: 'a', mirek: 447 }])
  })

  it('never gets cooler after sunset', () => {
    expect(ask([light('a')], 'focus').writes).toEqual([{ light: 'a', fadeMs: 4000, mirek: 233 }])
    expect(ruleOf(light('a'), 'focus', EVENING)).toEqual(['cooler_after_sunset'])
    const oslo = { sun: { kind: 'place', latitude: 59.91, longitude: 10.75 } }
    const afternoon = { at: '2026-12-21T15:40:00+01:00', zone: 'Europe/Oslo' }
    expect(ruleOf(light('a'), 'focus', afternoon)).toEqual([])
    expect(ruleOf(light('a'), 'focus', { ...afternoon, limits: oslo })).toEqual(['cooler_after_sunset'])
    const svalbard = { sun: { kind: 'place', latitude: 78.2, longitude: 15.6 } }
    const noon = { at: '2026-12-21T12:00:00+01:00', zone: 'Europe/Oslo', limits: svalbard }
    expect(ruleOf(light('a'), 'focus', noon)).toEqual(['cooler_after_sunset'])
  })

  it('reads the hour on the wall of the zone, whatever the offset says', () => {
    const sameMoment = { at: Date.parse(EVENING.at), zone: 'America/New_York' }
    expect(ruleOf(light('a'), 'focus', sameMoment)).toEqual([])
  })

  it('keeps a look of the line within the rules', () => {
    const brighter = ask([dim('a', 30)], { brightness: 90 })
    expect(brighter).toMatchObject({ writes: [], refused: [{ rule: 'nothing_to_change' }] })
    expect(ask([light('a')], { brightness: 2 }).writes).toMatchObject([{ brightness: 10 }])
    const athome = { isAtWork: false, leastBrightness: 0 }
    expect(ask([light('a')], { brightness: 2 }, { ...DAY, limits: athome }).writes).toMatchObject([
      { brightness: 2 },
    ])
    expect(ask([light('a')], { brightness: 0 }, { ...DAY, limits: athome }).writes).toMatchObject([
      { brightness: 0.2 },
    ])
    expect(ask([light('a')], { brightness: 40, fadeMs: 1 }).writes).toMatchObject([{ fadeMs: 1000 }])
    expect(ask([without('a', 'color')], { mirek: 700 }).writes).toMatchObject([{ mirek: 500 }])
    expect(ask([light('a')], { xy: { x: 0.55, y: 0.41 } }).writes).toEqual([
      { light: 'a', fadeMs: 4000, xy: { x: 0.55, y: 0.41 } },
    ])
  })

  it('obeys the limits of the line, any of them', () => {
    const two = [light('a'), light('b')]
    const rules = (limits: Record<string, unknown>) =>
      ask(two, 'soften', { ...DAY, limits }).refused.map(({ light: id, rule }) => `${id} ${rule}`)
    expect(rules({ lampIds: ['b'] })).toEqual(['a not_chosen'])
    expect(rules({ isAllowed: false })).toEqual(['a not_allowed', 'b not_allowed'])
    expect(rules({ times: { startMinute: 1200, endMinute: 60 } })).toEqual(['a quiet_times', 'b quiet_times'])
    const room = { id: 'study', type: 'room', children: [{ rid: 'device-a', rtype: 'device' }] }
    const shared = { roomIds: ['study'], othersLiveHere: true }
    expect(ask([...two, room], 'soften', { ...DAY, limits: shared }).refused).toEqual([
      { light: 'a', rule: 'shared_home' },
      { light: 'b', rule: 'not_chosen' },
    ])
  })

  it('breathes in a first step of ten percent at most, and says who stays still', () => {
    const { writes, refused } = ask(
      [light('a'), dim('b', 78), dim('c', 15), light('d', { on: { on: false } })],
      'breathe',
    )
    expect(writes.map((write) => [write.light, write.brightness])).toEqual([
      ['a', 70],
      ['b', 68],
    ])
    expect(refused).toEqual([
      { light: 'c', rule: 'too_dim_to_breathe' },
      { light: 'd', rule: 'off' },
    ])
  })

  it('reads around what it cannot read, and says where that stood', () => {
    const odd = [
      42,
      null,
      { on: { on: true } },
      { id: 'g', type: 'grouped_light', dimming: { brightness: 9 } },
    ]
    const { writes, unread } = ask([...odd, light('a', { dynamics: { status: 7 } })], 'soften')
    expect(writes).toHaveLength(1)
    expect(unread).toEqual([
      { light: null, place: 0, members: [''] },
      { light: null, place: 1, members: [''] },
      { light: null, place: 2, members: ['id'] },
      { light: null, place: 3, members: ['type'] },
      { light: 'a', place: 4, members: ['dynamics.status'] },
    ])
  })

  it('answers nothing for no lights, and the same for the same line', () => {
    expect(ask([], 'soften')).toEqual({ id: 'a', writes: [], refused: [] })
    const lights = Array.from({ length: 60 }, (_, place) => light(`lamp ${place}`))
    expect(ask(lights, 'windDown', EVENING).writes).toHaveLength(60)
    expect(ask(lights, 'windDown', EVENING)).toEqual(ask(lights, 'windDown', EVENING))
  })

  it.each([
    [{ lights: 'all', look: 'soften', ...DAY }, /^lights: /],
    [{ lights: [], look: 'party', ...DAY }, /^look: one of soften, breathe/],
    [{ lights: [], look: { on: true }, ...DAY }, /^look: /],
    [{ lights: [], look: { mirek: 300, xy: { x: 0.3, y: 0.3 } }, ...DAY }, /^look: /],
    [{ lights: [], look: 'soften', at: 'noon', zone: 'UTC' }, /^at: expected ISO 8601/],
    [{ lights: [], look: 'soften', at: '2026-11-23T13:00:00', zone: 'UTC' }, /^at: expected ISO 8601/],
    [{ lights: [], look: 'soften', at: 0, zone: 'Mars/Olympus' }, /^zone: nobody knows/],
    [{ lights: [], look: 'soften', at: 0 }, /^zone: /],
    [{ lights: [], look: 'soften', ...DAY, limits: { leastBrightness: -5 } }, /^limits\.leastBrightness: /],
    [{ lights: [], look: 'soften', ...DAY, limits: { sunset: 3 } }, /^limits: /],
    [{ lights: [light('x'), light('x')], look: 'soften', ...DAY }, /two of them have the same id/],
  ])('says of %j what does not fit', (line, error) => {
    expect(lightsAnswer({ id: 7, ...line })).toEqual({ id: 7, error: expect.stringMatching(error) })
  })

  it('goes on after lines of every kind of nonsense', async () => {
    const output = new PassThrough()
    const printed = text(output)
    const good = JSON.stringify({ id: 'good', lights: [light('a')], look: 'soften', ...DAY })
    const lines = ['{', '7', '{"lights":[]}', '{"id":{}}', '{"id":"x"}', good].join('\n')
    await answerLines(Readable.from([Buffer.from(lines)]), output, lightsAnswer)
    output.end()
    const answers = (await printed)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers.map((one) => one.id ?? one.line)).toEqual([1, 2, 3, 4, 'x', 'good'])
    expect(answers.map((one) => 'error' in one)).toEqual([true, true, true, true, true, false])
  })

  it('never asks for more than the rules allow, whatever the lights say', () => {
    const value = fc.oneof(fc.double(), fc.boolean(), fc.constant(null), fc.string(), fc.constant({}))
    const odd = fc.record(
      {
        on: fc.record({ on: fc.oneof(fc.boolean(), value) }),
        dimming: fc.record({ brightness: fc.oneof(fc.double({ min: 0, max: 100 }), value) }),
        color_temperature: fc.record({ mirek: fc.oneof(fc.integer({ min: 100, max: 600 }), value) }),
        dynamics: fc.oneof(fc.constant({ status: 'none' }), value),
      },
      { requiredKeys: [] },
    )
    const look = fc.constantFrom(...LOOK_IDS)
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 5 }), look, fc.boolean(), (members, asked, isEvening) => {
        const lights = members.map((own, place) => light(String(place), own))
        const { writes, refused } = ask(lights, asked, isEvening ? EVENING : DAY)
        expect(writes.length + refused.length).toBe(lights.length)
        for (const { rule } of refused) expect(RULES).toContain(rule)
        for (const write of writes) {
          const own = members[Number(write.light)] as Record<string, Record<string, number>>
          expect(own.on?.on ?? true).toBe(true)
          if (write.brightness !== undefined) {
            expect(write.brightness).toBeLessThanOrEqual(own.dimming?.brightness ?? 80)
          }
          expect(write.fadeMs).toBeGreaterThanOrEqual(1000)
        }
      }),
    )
  })
})
