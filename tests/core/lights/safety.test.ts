/** The last gate: each rule by its name, what a restore may do, and how often a room may turn round. */
import { describe, expect, test } from 'vitest'
import type { Lamp, LampWrite } from '../../../electron/core/lights/lamp.ts'
import type { LightLimits } from '../../../electron/core/lights/limits.ts'
import { LOOKS, lookWith, sceneLook } from '../../../electron/core/lights/looks.ts'
import { mostReversalsASecond } from '../../../electron/core/lights/luminance.ts'
import { planLook } from '../../../electron/core/lights/planLook.ts'
import { type Known, type Request, safeWrites } from '../../../electron/core/lights/safety.ts'
import type { LoggedWrite } from '../../../electron/core/lights/writeLog.ts'
import { lamp, limits, moment, NIGHT, NOON, SECOND } from './room.ts'

interface Case {
  write?: object
  lamp?: Partial<Lamp>
  limits?: Partial<LightLimits>
  request?: Partial<Request>
  known?: Partial<Known>
  atMs?: number
}

function gate(one: Case) {
  const write = { lampId: 'a', fadeMs: 4000, ...(one.write ?? { brightness: 50 }) } as LampWrite
  const request: Request = { purpose: 'look', isAsked: true, writes: [write], ...one.request }
  const known: Known = {
    lamps: [lamp('a', one.lamp)],
    ...{ log: [], kept: [], limits: { ...limits, ...one.limits }, looksToday: 0 },
    ...one.known,
  }
  return safeWrites(request, known, moment(one.atMs ?? NOON))
}

const entry = (atMs: number, from: number, to: number, own: Partial<LoggedWrite> = {}): LoggedWrite => ({
  ...{ atMs, lampId: 'a', roomIds: ['study'], purpose: 'breathe', fadeMs: 1000, isTaken: true },
  ...{ from: { brightness: from, colour: null }, to: { brightness: to, colour: null } },
  ...own,
})

describe('rules', () => {
  test('a gentle change of a lamp that is on passes', () => {
    expect(gate({})).toMatchObject({ allowed: [{ lampId: 'a', brightness: 50, fadeMs: 4000 }], refused: [] })
  })
  const xy = { x: 0.3, y: 0.3 }
  test.each<[string, Case]>([
    ['switches_on', { write: { brightness: 50, on: { on: true } } }],
    ['switches_on', { write: { on: { on: false } } }],
    ['other_member', { write: { brightness: 50, alert: { action: 'breathe' } } }],
    ['other_member', { write: { brightness: 50, effects: { effect: 'candle' } } }],
    ['other_member', { write: { mirek: 400, xy } }],
    ['nothing_asked', { write: {} }],
    ['no_number', { write: { brightness: Number.NaN } }],
    ['no_number', { write: { brightness: 0 } }],
    ['no_number', { write: { mirek: 1e9 } }],
    ['no_number', { write: { brightness: 50, fadeMs: Number.POSITIVE_INFINITY } }],
    ['no_number', { write: { brightness: 50, fadeMs: Number.NaN } }],
    ['fade_too_short', { write: { brightness: 50, fadeMs: 999 } }],
    ['unknown_lamp', { write: { lampId: 'b', brightness: 50 } }],
    ['off', { lamp: { isOn: false } }],
    ['unreachable', { lamp: { isReachable: false } }],
    ['unknown_state', { lamp: { isOn: null } }],
    ['unknown_state', { lamp: { isReachable: null } }],
    ['unknown_state', { lamp: { brightness: null } }],
    ['unknown_state', { write: { mirek: 400 }, lamp: { colour: null } }],
    ['unknown_state', { write: { mirek: 400 }, lamp: { colour: { kind: 'temperature', mirek: 700 } } }],
    ['scene_running', { lamp: { isDynamic: true } }],
    ['effect_running', { lamp: { effect: 'candle' } }],
    ['gradient', { write: { mirek: 400 }, lamp: { hasGradient: true } }],
    ['cannot_dim', { lamp: { can: { dim: false, temperature: null, colour: null } } }],
    ['cannot_colour', { write: { mirek: 510 } }],
    ['cannot_colour', { write: { xy }, lamp: { can: { dim: true, temperature: null, colour: null } } }],
    ['brighter', { write: { brightness: 80.5 } }],
    ['below_floor', { write: { brightness: 19 }, limits: { leastBrightness: 20 } }],
    ['below_ten_at_work', { write: { brightness: 9 }, limits: { leastBrightness: 1 } }],
    ['below_ten_at_work', { write: { brightness: 9 }, limits: { leastBrightness: 1, isAtWork: null } }],
    ['cooler_after_sunset', { write: { mirek: 299 }, atMs: NIGHT }],
    ['cooler_after_sunset', { write: { xy: { x: 0.17, y: 0.7 } }, atMs: NIGHT }],
    [
      'cooler_after_sunset',
      { write: { mirek: 450 }, lamp: { colour: { kind: 'xy', x: 0.69, y: 0.3 } }, atMs: NIGHT },
    ],
    ['not_allowed', { limits: { isAllowed: false } }],
    ['not_chosen', { limits: { roomIds: [] } }],
    ['shared_home', { limits: { othersLiveHere: true } }],
    ['quiet_times', { limits: { times: { startMinute: 18 * 60, endMinute: 23 * 60 } } }],
    ['daily_cap', { request: { isAsked: false }, known: { looksToday: 6 } }],
    ['too_soon', { known: { log: [entry(NOON - 29 * SECOND, 90, 80, { purpose: 'look' })] } }],
    ['too_soon', { known: { log: [entry(NOON - 29 * SECOND, 60, 80, { purpose: 'restore' })] } }],
    ['step_too_big', { request: { purpose: 'breathe' }, write: { brightness: 69.5 } }],
    ['never_was', { request: { purpose: 'restore' }, write: { brightness: 90 } }],
  ])('%s: %o', (rule, one) => {
    expect(gate(one)).toMatchObject({ allowed: [], refused: [{ rule }], logged: [] })
  })
  test.each<[string, Case]>([
    [
      'nine percent away from work',
      { write: { brightness: 9 }, limits: { leastBrightness: 1, isAtWork: false } },
    ],
    [
      'nine percent at work when asked for',
      { write: { brightness: 9 }, limits: { leastBrightness: 1, mayBeDimAtWork: true } },
    ],
    ['cooler by day', { write: { mirek: 233 } }],
    ['warmer at night', { write: { mirek: 400 }, atMs: NIGHT }],
    ['ticked by itself where others live', { limits: { othersLiveHere: true, lampIds: ['a'] } }],
    ['asked for beyond the cap', { known: { looksToday: 99 } }],
    ['after half a minute', { known: { log: [entry(NOON - 30 * SECOND, 90, 80, { purpose: 'look' })] } }],
    [
      'breathing within half a minute',
      {
        request: { purpose: 'breathe' },
        write: { brightness: 70 },
        known: { log: [entry(NOON - 5 * SECOND, 90, 80)] },
      },
    ],
  ])('allowed: %s', (_, one) => expect(gate(one).refused).toEqual([]))

  test('a lamp gets one write of a batch', () => {
    const writes = [50, 40].map((brightness) => ({ lampId: 'a', brightness, fadeMs: 4000 }))
    expect(gate({ request: { writes } })).toMatchObject({
      allowed: [{ brightness: 50 }],
      refused: [{ rule: 'too_soon' }],
    })
  })
})

describe('giving back', () => {
  const before = { brightness: 80, colour: { kind: 'temperature', mirek: 300 } } as const
  const set = { brightness: 40, colour: { kind: 'temperature', mirek: 447 } } as const
  const kept = [{ lampId: 'a', before, set, orElse: null, mayReturnTo: [before] }]
  const back = (shown: Partial<Lamp>, atMs = NIGHT) =>
    gate({
      write: { brightness: 80, mirek: 300 },
      lamp: { ...set, ...shown },
      request: { purpose: 'restore' },
      known: { kept, log: [entry(atMs - 20 * SECOND, 80, 40, { purpose: 'look', fadeMs: 4000 })] },
      limits: { isAllowed: false, roomIds: [], times: { startMinute: 540, endMinute: 600 } },
      atMs,
    }).refused[0]?.rule ?? 'allowed'

  test('brighter, cooler, at night and at once, for it gives back no more than was taken', () => {
    expect(back({})).toBe('allowed')
  })
  test.each([
    [{ brightness: 41 }, 'allowed'],
    [{ brightness: 41.01 }, 'not_ours'],
    [{ brightness: 38.9 }, 'not_ours'],
    [{ colour: { kind: 'temperature', mirek: 449 } as const }, 'allowed'],
    [{ colour: { kind: 'temperature', mirek: 450 } as const }, 'not_ours'],
    [{ colour: { kind: 'xy', x: 0.5, y: 0.4 } as const }, 'not_ours'],
    [{ isOn: false }, 'off'],
    [{ isReachable: false }, 'unreachable'],
    [{ effect: 'candle' }, 'effect_running'],
  ])('where it shows %o: %s', (shown, rule) => expect(back(shown)).toBe(rule))
})

describe('no flash', () => {
  const breathe = (log: LoggedWrite[], brightness: number, now: number) =>
    gate({
      write: { brightness, fadeMs: 1000 },
      lamp: { brightness: now },
      request: { purpose: 'breathe' },
      known: {
        log,
        kept: [
          {
            lampId: 'a',
            before: { brightness: 80, colour: null },
            set: { brightness: now, colour: null },
            orElse: null,
            mayReturnTo: [],
          },
        ],
      },
    }).refused[0]?.rule
  test('one reversal a second', () => {
    const turned = [entry(NOON - 2 * SECOND, 60, 50), entry(NOON - 900, 50, 55)]
    expect(breathe(turned, 50, 55)).toBe('reversal')
    expect(breathe([entry(NOON - 2 * SECOND, 60, 50), entry(NOON - SECOND, 50, 55)], 50, 55)).toBeUndefined()
    expect(breathe(turned, 60, 55)).toBeUndefined()
  })
  test('a room does not flash by lamps that take turns', () => {
    const other = { lampId: 'b' }
    const log = [entry(NOON - 1500, 60, 50, other), entry(NOON - 600, 40, 50, other)]
    expect(breathe(log, 60, 70)).toBe('room_reversal')
    expect(breathe(log, 75, 70)).toBeUndefined()
  })
  test('counting', () => {
    const log = [entry(0, 50, 40), entry(1000, 40, 50), entry(1400, 50, 40), entry(1900, 40, 50)]
    expect(mostReversalsASecond(log)).toBe(3)
    expect(mostReversalsASecond(log.slice(0, 2))).toBe(1)
    expect(mostReversalsASecond([entry(0, 50, 40), entry(1, 40, 40.2), entry(2, 40.2, 30)])).toBe(0)
  })
})

describe('looks', () => {
  const plan = (look: Parameters<typeof planLook>[1], lamps = [lamp('a')], atMs = NOON) =>
    planLook(lamps, look, limits, moment(atMs))
  test('soften is dimmer and warmer', () => {
    expect(plan(LOOKS.soften)).toEqual({
      writes: [{ lampId: 'a', fadeMs: 4000, brightness: 56, mirek: 447 }],
      refused: [],
    })
  })
  test('a darker lamp is not made brighter, a warmer one not cooler', () => {
    const dim = lamp('a', { brightness: 30, colour: { kind: 'temperature', mirek: 480 } })
    expect(plan(LOOKS.soften, [dim])).toEqual({
      writes: [],
      refused: [{ lampId: 'a', rule: 'nothing_to_change' }],
    })
  })
  test('a coloured light keeps its colour', () => {
    const red = lamp('a', { colour: { kind: 'xy', x: 0.69, y: 0.3 } })
    expect(plan(LOOKS.soften, [red]).writes).toEqual([{ lampId: 'a', fadeMs: 4000, brightness: 56 }])
  })
  test('focus is cooler by day, and left alone after sunset', () => {
    expect(plan(LOOKS.focus).writes).toEqual([{ lampId: 'a', fadeMs: 4000, mirek: 233 }])
    expect(plan(LOOKS.focus, undefined, NIGHT)).toEqual({
      writes: [],
      refused: [{ lampId: 'a', rule: 'cooler_after_sunset' }],
    })
  })
  test('listening warms a little', () => {
    expect(plan(LOOKS.listen).writes).toEqual([{ lampId: 'a', fadeMs: 8000, mirek: 330 }])
  })
  test('wind-down takes a minute, and a lamp that gets less warm is as warm as it can', () => {
    const old = lamp('a', {
      can: { dim: true, temperature: { leastMirek: 153, mostMirek: 400 }, colour: null },
    })
    expect(plan(LOOKS.windDown, [old]).writes).toEqual([
      { lampId: 'a', fadeMs: 60_000, brightness: 30, mirek: 400 },
    ])
  })
  test("the person's own", () => {
    const own = lookWith(LOOKS.soften, { brightness: 20, mirek: 400, fadeMs: 200 })
    expect(plan(own).writes).toEqual([{ lampId: 'a', fadeMs: 1000, brightness: 20, mirek: 400 }])
    const scene = sceneLook('own:evening', [{ lampId: 'b', brightness: 30, colour: null }])
    expect(plan(scene, [lamp('a'), lamp('b'), lamp('c', { isOn: false })])).toEqual({
      writes: [{ lampId: 'b', fadeMs: 4000, brightness: 30 }],
      refused: [
        { lampId: 'a', rule: 'nothing_to_change' },
        { lampId: 'c', rule: 'nothing_to_change' },
      ],
    })
  })
  test('plugs, gradients and what moves say why they are left alone', () => {
    const plug = lamp('a', {
      brightness: null,
      colour: null,
      can: { dim: false, temperature: null, colour: null },
    })
    expect(plan(LOOKS.soften, [plug]).refused).toEqual([{ lampId: 'a', rule: 'cannot_dim' }])
    expect(plan(LOOKS.soften, [lamp('a', { hasGradient: true })]).writes).toEqual([
      { lampId: 'a', fadeMs: 4000, brightness: 56 },
    ])
    expect(plan(LOOKS.soften, [lamp('a', { isDynamic: true })]).refused[0]?.rule).toBe('scene_running')
    expect(plan(LOOKS.soften, [lamp('a', { roomIds: ['nursery'] })]).refused[0]?.rule).toBe('not_chosen')
  })
  test('the floor at work is ten percent', () => {
    expect(plan(lookWith(LOOKS.soften, { brightness: 2 })).writes[0]?.brightness).toBe(10)
  })
})
