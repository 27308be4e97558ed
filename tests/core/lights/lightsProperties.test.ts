/** Whatever happens, in whatever order: no write breaks a rule, nobody's change is undone, and the state is plain JSON. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LightsEvent } from '../../../electron/core/lights/hold.ts'
import type { Lamp, LampColour, LampWrite } from '../../../electron/core/lights/lamp.ts'
import { BECAUSE } from '../../../electron/core/lights/lightsEffects.ts'
import type { LightLimits } from '../../../electron/core/lights/limits.ts'
import { LOOK_IDS, LOOKS, type Look, sceneLook } from '../../../electron/core/lights/looks.ts'
import { planLook } from '../../../electron/core/lights/planLook.ts'
import { type Known, safeWrites } from '../../../electron/core/lights/safety.ts'
import { shipped } from './breaths.ts'
import { HOUR, lamp, limits, MINUTE, moment, NOON, Room, SECOND, type Sent } from './room.ts'

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const colour: fc.Arbitrary<LampColour> = fc.oneof(
  fc.record({ kind: fc.constant('temperature' as const), mirek: fc.integer({ min: 153, max: 500 }) }),
  fc.record({ kind: fc.constant('xy' as const), x: real(0.15, 0.7), y: real(0.05, 0.3) }),
)
const can = fc.record({
  dim: fc.boolean(),
  temperature: fc.option(fc.constant({ leastMirek: 153, mostMirek: 454 })),
  colour: fc.option(fc.constant({ gamut: null })),
})
const known = <Value>(value: Value) => fc.constantFrom<Value | null>(value, value, value, null)
const change: fc.Arbitrary<Partial<Lamp>> = fc.record(
  {
    isOn: fc.constantFrom(true, true, true, false, null),
    isReachable: fc.constantFrom(true, true, true, false, null),
    brightness: fc.option(real(0.4, 100), { freq: 10 }),
    colour: fc.option(colour, { freq: 10 }),
    isDynamic: fc.constantFrom(false, false, false, true),
    effect: known('candle').map((one) => (one === null ? 'candle' : null)),
    hasGradient: fc.constantFrom(false, false, true),
  },
  { requiredKeys: [] },
)
const anyLamp = (id: string) =>
  fc
    .tuple(change, can, fc.constantFrom(['study'], ['hall'], ['study', 'flat']))
    .map(([own, able, roomIds]) => lamp(id, { ...own, can: able, roomIds }))
const lamps = fc.tuple(anyLamp('a'), anyLamp('b'), anyLamp('c'))
const anyLimits: fc.Arbitrary<LightLimits> = fc.record({
  ...{ isAllowed: fc.constantFrom(true, true, true, false), lampIds: fc.subarray(['a', 'b', 'c']) },
  ...{ roomIds: fc.subarray(['study', 'flat']), othersLiveHere: fc.boolean() },
  times: fc.option(fc.record({ startMinute: fc.nat(1439), endMinute: fc.nat(1439) }), { freq: 3 }),
  ...{ mostLooksADay: fc.nat(5), leastBrightness: real(0, 40), mayBeDimAtWork: fc.boolean() },
  isAtWork: fc.constantFrom(true, false, null),
  fadeMs: fc.integer({ min: -5, max: 20_000 }),
  sun: fc.oneof(
    fc.constant({ kind: 'clock' as const, sunsetMinute: 1080, sunriseMinute: 420 }),
    fc.record({ kind: fc.constant('place' as const), latitude: real(-90, 90), longitude: real(-180, 180) }),
  ),
})
const scene = fc
  .array(
    fc.record({
      lampId: fc.constantFrom('a', 'b', 'z'),
      brightness: fc.option(real(0, 120)),
      colour: fc.option(colour),
    }),
  )
  .map((own): Look => sceneLook('own', own))
const anyLook = fc.oneof(
  fc.constantFrom(...LOOK_IDS).map((id) => LOOKS[id]),
  scene,
)
const dayTime = fc.integer({ min: 0, max: 24 * 60 - 1 }).map((minute) => NOON + minute * MINUTE)

/** Mirek along the white line, good enough to tell warmer from cooler; null off it. Written anew, to check the first. */
function mirekOf(one: LampColour | null): number | null {
  if (one === null) return null
  if (one.kind === 'temperature') return one.mirek
  const n = (one.x - 0.332) / (0.1858 - one.y)
  return 1e6 / (449 * n ** 3 + 3525 * n ** 2 + 6823.3 * n + 5520.33)
}

function isDarkByClock(atMs: number): boolean {
  const { minuteOfDay } = moment(atMs)
  return minuteOfDay >= 1080 || minuteOfDay < 420
}

/** The rules of doing no harm, said a second time and against the lamp as it was. */
function expectHarmless({ write, was, atMs, purpose }: Sent, own: LightLimits): void {
  expect(
    Object.keys(write).every((name) => ['lampId', 'brightness', 'mirek', 'xy', 'fadeMs'].includes(name)),
  ).toBe(true)
  expect(was.isOn).toBe(true)
  expect(was.isReachable).toBe(true)
  expect([was.isDynamic, was.effect]).toEqual([false, null])
  expect(write.fadeMs).toBeGreaterThanOrEqual(1000)
  if (purpose === 'restore') return
  expect(own.isAllowed).toBe(true)
  const isTicked = own.lampIds.includes(was.id)
  const isByRoom = !own.othersLiveHere && was.roomIds.some((room) => own.roomIds.includes(room))
  expect(isTicked || isByRoom).toBe(true)
  if (write.brightness !== undefined) {
    expect(was.can.dim).toBe(true)
    expect(write.brightness).toBeGreaterThanOrEqual(own.leastBrightness - 1e-6)
    if (own.isAtWork !== false && !own.mayBeDimAtWork)
      expect(write.brightness).toBeGreaterThanOrEqual(10 - 1e-6)
    if (purpose === 'look') expect(write.brightness).toBeLessThanOrEqual((was.brightness ?? 0) + 1e-6)
    else expect(Math.abs(write.brightness - (was.brightness ?? 0))).toBeLessThanOrEqual(10.01)
  }
  const asks: LampColour | null =
    write.xy !== undefined
      ? { kind: 'xy', ...write.xy }
      : write.mirek === undefined
        ? null
        : { kind: 'temperature', mirek: write.mirek }
  if (asks === null || own.sun.kind !== 'clock' || !isDarkByClock(atMs)) return
  expect(mirekOf(asks) ?? 0).toBeGreaterThanOrEqual((mirekOf(was.colour) ?? Number.POSITIVE_INFINITY) - 1e-6)
}

/** Reversals of brightness of one lamp, at most one in any second; one change in half a minute outside breathing. */
function expectSlow(sent: readonly Sent[]): void {
  const turns: number[] = []
  let before = 0
  let changedMs = Number.NEGATIVE_INFINITY
  let lastMs = Number.NEGATIVE_INFINITY
  for (const { write, was, atMs, purpose } of sent) {
    const by =
      write.brightness === undefined ? 0 : Math.sign(Math.round(write.brightness - (was.brightness ?? 0)))
    // Light that stood still for a minute has no direction to turn from.
    const isStill = atMs - changedMs > MINUTE
    if (by !== 0 && before !== 0 && by !== before && !isStill) turns.push(atMs)
    if (by !== 0) before = by
    if (by !== 0) changedMs = atMs
    if (purpose === 'look') expect(atMs - lastMs).toBeGreaterThanOrEqual(30 * SECOND)
    if (purpose !== 'breathe') lastMs = atMs
  }
  turns.forEach((atMs, place) => {
    const last = turns[place - 1]
    if (last !== undefined) expect(atMs - last).toBeGreaterThanOrEqual(1000)
  })
}

describe('the gate', () => {
  test('for any lamps, look, limits and time no planned write breaks a rule', () => {
    fc.assert(
      fc.property(
        lamps,
        anyLook,
        anyLimits,
        dayTime,
        fc.boolean(),
        fc.nat(8),
        (all, look, own, atMs, isAsked, looksToday) => {
          const { writes, refused } = planLook(all, look, own, moment(atMs))
          expect(writes.length + refused.length).toBe(all.length)
          const verdict = safeWrites(
            { purpose: 'look', isAsked, writes },
            { lamps: all, log: [], kept: [], limits: own, looksToday },
            moment(atMs),
          )
          if (!isAsked && looksToday >= own.mostLooksADay) expect(verdict.allowed).toEqual([])
          for (const write of verdict.allowed) {
            const was = all.find(({ id }) => id === write.lampId) as Lamp
            expectHarmless({ write, was, atMs, purpose: 'look' }, own)
          }
        },
      ),
      { numRuns: 3000 },
    )
  })
  test('what the plan lets through the gate lets through, but for pace, times and caps', () => {
    const open = { ...limits, lampIds: ['a', 'b', 'c'] }
    fc.assert(
      fc.property(lamps, anyLook, dayTime, (all, look, atMs) => {
        const { writes } = planLook(all, look, open, moment(atMs))
        const given: Known = { lamps: all, log: [], kept: [], limits: open, looksToday: 0 }
        expect(safeWrites({ purpose: 'look', isAsked: true, writes }, given, moment(atMs)).refused).toEqual(
          [],
        )
      }),
      { numRuns: 2000 },
    )
  })
  test('a write that is any object at all', () => {
    const odd = fc.dictionary(
      fc.constantFrom('lampId', 'brightness', 'mirek', 'xy', 'fadeMs', 'on', 'alert'),
      fc.anything(),
    )
    fc.assert(
      fc.property(odd, (write) => {
        const writes = [{ lampId: 'a', ...write } as unknown as LampWrite]
        const given: Known = { lamps: [lamp('a')], log: [], kept: [], limits, looksToday: 0 }
        const { allowed } = safeWrites({ purpose: 'look', isAsked: true, writes }, given, moment(NOON))
        for (const one of allowed)
          expectHarmless({ write: one, was: lamp('a'), atMs: NOON, purpose: 'look' }, limits)
      }),
      { numRuns: 1000 },
    )
  })
})

type Step =
  | { waitMs: number }
  | { event: LightsEvent }
  | { hand: string; change: Partial<Lamp> }
  | { answers: boolean }

const breath = shipped('cyclic-sighing', 60)
const event: fc.Arbitrary<Step> = fc
  .oneof(
    fc.record({
      kind: fc.constant('began' as const),
      because: fc.constantFrom(...BECAUSE),
      look: fc.constantFrom(...LOOK_IDS),
    }),
    fc.record({ kind: fc.constant('ended' as const), because: fc.constantFrom(...BECAUSE) }),
    fc.record({ kind: fc.constant('undone' as const), claimId: fc.integer({ min: 1, max: 6 }) }),
    fc.constantFrom<LightsEvent>(
      { kind: 'released' },
      { kind: 'paused' },
      { kind: 'unpaused' },
      { kind: 'suspended' },
      { kind: 'tick' },
    ),
    fc.constant<LightsEvent>({ kind: 'restarted', snapshot: null }),
    fc.record({
      kind: fc.constant('situationChanged' as const),
      isAtWork: fc.constantFrom(true, false, null),
      inCall: fc.constantFrom(true, false, false, null),
    }),
  )
  .map((one) => ({ event: one }))
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: event },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(200, 700, 5000, 31_000, 10 * MINUTE, 3 * HOUR, -HOUR)
      .map((waitMs) => ({ waitMs })),
  },
  { weight: 2, arbitrary: fc.record({ hand: fc.constantFrom('a', 'b', 'c'), change }) },
  { weight: 1, arbitrary: fc.constant({ event: { kind: 'exercise' } as unknown as LightsEvent }) },
  { weight: 1, arbitrary: fc.boolean().map((answers) => ({ answers })) },
)

function live(room: Room, one: Step): void {
  if ('waitMs' in one && one.waitMs < 0) room.nowMs += one.waitMs
  else if ('waitMs' in one) room.wait(one.waitMs, one.waitMs > 40_000 ? MINUTE : 500)
  else if ('hand' in one) room.hand(one.hand, one.change)
  else if ('answers' in one) room.isAnswering = one.answers
  else if ((one.event.kind as string) === 'exercise') {
    const exercise = { plan: breath, startedAtMs: room.nowMs }
    room.happen({ kind: 'began', because: 'exercise', look: 'breathe', exercise })
  } else room.happen(one.event)
}

describe('whatever happens', () => {
  test('no write breaks a rule, and each state survives as JSON', () => {
    fc.assert(
      fc.property(lamps, anyLimits, dayTime, fc.array(step, { maxLength: 25 }), (all, own, atMs, steps) => {
        const room = new Room(all, atMs, own)
        let from = 0
        const clock: Sent[] = []
        for (const one of steps) {
          const backMs = 'waitMs' in one && one.waitMs < 0 ? one.waitMs : 0
          for (const sent of clock) sent.atMs += backMs
          live(room, one)
          for (const sent of room.sent.slice(from)) {
            const { isAtWork } = room.state.limits
            if (sent.purpose === 'restore') expectHarmless(sent, own)
            else if ('event' in one && one.event.kind === 'situationChanged')
              expectHarmless(sent, { ...own, isAtWork })
            else expectHarmless(sent, { ...own, isAtWork })
            clock.push({ ...sent })
          }
          from = room.sent.length
        }
        for (const id of ['a', 'b', 'c']) expectSlow(clock.filter(({ write }) => write.lampId === id))
      }),
      { numRuns: 250 },
    )
  })

  test('a restore never touches what someone else has changed', () => {
    const plain = fc.tuple(
      ...['a', 'b', 'c'].map((id) =>
        fc
          .record({ brightness: real(30, 100), mirek: fc.integer({ min: 160, max: 440 }) })
          .map((own) =>
            lamp(id, { brightness: own.brightness, colour: { kind: 'temperature', mirek: own.mirek } }),
          ),
      ),
    )
    const byHand = fc.record({ brightness: real(1, 100), mirek: fc.integer({ min: 153, max: 500 }) })
    const end = fc.constantFrom<LightsEvent>(
      { kind: 'released' },
      { kind: 'quitting' },
      { kind: 'restarted', snapshot: null },
    )
    fc.assert(
      fc.property(
        plain,
        fc.constantFrom('soften', 'break', 'windDown'),
        byHand,
        fc.integer({ min: 5, max: 300 }),
        end,
        (all, look, hand, seconds, last) => {
          const room = new Room(all)
          room.happen({ kind: 'began', because: 'talk', look })
          room.wait(70 * SECOND + seconds * SECOND, SECOND)
          const set = room.get('a')
          const mirek = set.colour?.kind === 'temperature' ? set.colour.mirek : 0
          const isSeen =
            Math.abs(hand.brightness - (set.brightness ?? 0)) > 1.01 || Math.abs(hand.mirek - mirek) > 2
          const touched = {
            ...set,
            brightness: hand.brightness,
            colour: { kind: 'temperature' as const, mirek: hand.mirek },
          }
          room.lamps.set('a', touched)
          room.see()
          const before = room.sent.length
          room.happen(last)
          room.see()
          room.wait(MINUTE)
          if (isSeen) {
            expect(room.get('a')).toEqual(touched)
            expect(room.sent.slice(before).some(({ write }) => write.lampId === 'a')).toBe(false)
          }
          for (const one of all.slice(1)) {
            const now = room.get(one.id)
            expect(Math.abs((now.brightness ?? 0) - (one.brightness ?? 0))).toBeLessThanOrEqual(1)
            expect(now.colour).toEqual(one.colour)
          }
        },
      ),
      { numRuns: 120 },
    )
  })

  test('after everything has ended the room is as it was, if nobody touched it', () => {
    // Wind-down before bed lets go at its end, and stays as it is.
    const begin = fc.record({
      because: fc.constantFrom(...BECAUSE.filter((one) => one !== 'bedtime')),
      look: fc.constantFrom(...LOOK_IDS),
      waitMs: fc.integer({ min: 0, max: 90_000 }),
    })
    const all = () => [
      lamp('a'),
      lamp('b', { brightness: 33 }),
      lamp('c', { colour: { kind: 'xy', x: 0.6, y: 0.35 } }),
    ]
    fc.assert(
      fc.property(fc.array(begin, { maxLength: 8 }), (wishes) => {
        const room = new Room(all())
        for (const { waitMs, ...wish } of wishes) {
          room.happen({ kind: 'began', ...wish })
          room.wait(waitMs)
          if (waitMs % 3 === 0) room.happen({ kind: 'ended', because: wish.because })
        }
        room.happen({ kind: 'released' })
        room.wait(MINUTE)
        expect([...room.lamps.values()]).toEqual(all())
        expect(room.state).toMatchObject({ held: [], snapshot: null })
      }),
      { numRuns: 120 },
    )
  })
})
