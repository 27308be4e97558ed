/** Whatever happens, in whatever order: no write that reaches a lamp breaks a rule, as judged here anew from the rules' own words. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Lamp, LampColour, LampWrite } from '../../../../electron/core/lights/lamp.ts'
import { lamp } from './fakeHouse.ts'
import { lightsWorld, MINUTE, SECOND, settled } from './lightsWorld.ts'
import { breatheForOneMinute } from './plans.ts'

type World = ReturnType<typeof lightsWorld>

type Happening =
  | { do: 'apply'; look: string; because: 'shortcut' | 'talk' }
  | { do: 'preview'; look: string }
  | {
      do:
        | 'undo'
        | 'release'
        | 'raise'
        | 'clear'
        | 'pauseStart'
        | 'pauseEnd'
        | 'follow'
        | 'exerciseEnded'
        | 'write'
    }
  | { do: 'outside' | 'back' | 'quiet' | 'loud' | 'sleep' | 'wake' | 'allow' | 'forbid' | 'crash' }
  | { do: 'hand'; lamp: number; brightness: number }
  | { do: 'switch'; lamp: number; isOn: boolean }
  | { do: 'reach'; lamp: number; isReachable: boolean }
  | { do: 'bridge'; isThere: boolean }
  | { do: 'answers'; outcome: 'written' | 'partly' | 'refused' | 'gave_up' | 'unreachable' }
  | { do: 'reading'; ms: number }
  | { do: 'wait'; ms: number }

const looks = fc.constantFrom('soften', 'focus', 'break', 'windDown', 'breathe', 'listen', 'nothing')
const lampNumber = fc.integer({ min: 0, max: 3 })
const plain = fc.constantFrom(
  ...([
    'undo',
    'release',
    'raise',
    'clear',
    'pauseStart',
    'pauseEnd',
    'follow',
    'exerciseEnded',
    'write',
  ] as const),
  ...(['outside', 'back', 'quiet', 'loud', 'sleep', 'wake', 'allow', 'forbid', 'crash'] as const),
)
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('apply' as const),
      look: looks,
      because: fc.constantFrom('shortcut' as const, 'talk' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('preview' as const), look: looks }) },
  { weight: 5, arbitrary: plain.map((name) => ({ do: name })) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('hand' as const),
      lamp: lampNumber,
      brightness: fc.integer({ min: 1, max: 100 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('switch' as const), lamp: lampNumber, isOn: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('reach' as const), lamp: lampNumber, isReachable: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('bridge' as const), isThere: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('answers' as const),
      outcome: fc.constantFrom('written', 'written', 'partly', 'refused', 'gave_up', 'unreachable'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('reading' as const), ms: fc.constantFrom(0, 0, 800, 3000) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.constantFrom(100, 900, 4000, 12_000, 40_000),
    }),
  },
) as fc.Arbitrary<Happening>

const lamps: readonly Lamp[] = [
  lamp('hue:a'),
  lamp('hue:b', { brightness: 40, colour: { kind: 'temperature', mirek: 447 } }),
  lamp('hue:c', { can: { dim: true, temperature: null, colour: null }, colour: null }),
  lamp('hue:never', { roomIds: ['hue:attic'] }),
]

function happen(world: World, one: Happening): unknown {
  const { lights } = world.client()
  const id = 'lamp' in one ? (lamps[one.lamp]?.id ?? 'hue:a') : 'hue:a'
  switch (one.do) {
    case 'apply':
      return lights.apply({ look: one.look, because: one.because })
    case 'preview':
      return lights.preview({ look: one.look })
    case 'undo':
      return lights.undo({ claimId: world.view().claims[0]?.claimId ?? 1 })
    case 'release':
      return lights.release()
    case 'raise':
      return world.raise('raised')
    case 'clear':
      return world.raise('clear')
    case 'pauseStart':
      return world.pause('start')
    case 'pauseEnd':
      return world.pause('end')
    case 'follow':
      return lights.followExercise({
        exerciseId: 'breath',
        lengthSeconds: 60,
        startedAtMs: world.clock.now(),
      })
    case 'exerciseEnded':
      return lights.exerciseEnded()
    case 'write':
      return lights.writing()
    case 'outside':
      return world.outside().soften()
    case 'back':
      return world.outside().back()
    case 'quiet':
      return world.change({ sensingPaused: { until: null } })
    case 'loud':
      return world.change({ sensingPaused: null })
    case 'sleep':
      return world.see({ activity: 'asleep' })
    case 'wake':
      return world.see({ activity: 'active' })
    case 'allow':
      return world.choose({ isAllowed: true })
    case 'forbid':
      return world.choose({ isAllowed: false })
    case 'crash':
      world.crash()
      world.clock.jump(3 * SECOND)
      return world.begin()
    case 'hand':
      return world.house.hand(id, {
        brightness: handed(one.brightness, world.house.get(id).brightness),
        ...(world.house.get(id).colour === null ? {} : { colour: { kind: 'temperature', mirek: 153 } }),
      })
    case 'switch':
      return world.house.hand(id, { isOn: one.isOn })
    case 'reach':
      return world.house.hand(id, { isReachable: one.isReachable })
    case 'bridge':
      return world.house.setPhase(
        one.isThere ? { phase: 'connected' } : { phase: 'failed', failure: 'unreachable', retrying: true },
      )
    case 'answers':
      world.house.answers = one.outcome
      return
    case 'reading':
      world.house.readMs = one.ms
      return
    case 'wait':
      return world.pass(one.ms, 250)
  }
}

/** Far from all that Lull sets: what lies on the way of a fade, nobody could tell from it. */
function handed(drawn: number, now: number | null): number {
  const [one, other] = drawn < 50 ? [3, 97] : [97, 3]
  return Math.abs(one - (now ?? 0)) < 3 ? other : one
}

const mirekOf = (colour: LampColour | null) => (colour?.kind === 'temperature' ? colour.mirek : null)

const nothingYet = { atMs: 0, turnedMs: Number.NEGATIVE_INFINITY, direction: 0 }
/** A second, less a step of this test's clock: a write is seen at the end of the step it was sent in. */
const TURN_MS = 1000 - 250
/** A light that stood still for so long does not turn when it moves again. */
const AT_REST_MS = 30_000

/** What the person last did with each lamp, as this test sees it, and whether it shows that. */
class Judge {
  readonly broken: string[] = []
  /** Writes went through that were said not to: then nobody can count turns. */
  areLost = false
  readonly #own = new Map<string, { brightness: number; mirek: number | null }>()
  readonly #last = new Map<string, typeof nothingYet>()
  #seen = 0
  readonly #world: World
  readonly #isEvening: boolean

  constructor(world: World, isEvening: boolean) {
    this.#world = world
    this.#isEvening = isEvening
    for (const one of lamps) this.owned(one.id)
  }

  /** It is as the person has it now. */
  owned(id: string): void {
    const { brightness, colour } = this.#world.house.get(id)
    this.#own.set(id, { brightness: brightness ?? 0, mirek: mirekOf(colour) })
  }

  look(): void {
    const { seen } = this.#world.house
    for (; this.#seen < seen.length; this.#seen++) {
      const one = seen[this.#seen]
      if (one) this.#judge(one.write, one.was, one.atMs)
    }
  }

  #judge(write: LampWrite, was: Lamp, atMs: number): void {
    const own = this.#own.get(was.id) ?? { brightness: 0, mirek: null }
    const rule = (name: string, isKept: boolean) => {
      if (!isKept)
        this.broken.push(
          `${name}: ${was.id} ${JSON.stringify(write)} was ${was.brightness} of ${own.brightness}`,
        )
    }
    rule(
      'known members',
      Object.keys(write).every((key) => ['lampId', 'brightness', 'mirek', 'xy', 'fadeMs'].includes(key)),
    )
    rule('never a lamp that is off', was.isOn === true)
    rule('never out of reach', was.isReachable === true)
    rule('ticked', was.id !== 'hue:never')
    rule('fades of a second', write.fadeMs >= 1000)
    const { brightness, mirek } = write
    if (brightness !== undefined) {
      rule('never brighter than the person had it', brightness <= own.brightness + 1)
      rule('above the floor', brightness >= Math.min(10, own.brightness) - 0.01)
      this.#turn(rule, was, brightness, atMs)
    }
    if (mirek !== undefined && this.#isEvening && was.colour !== null) {
      rule('never cooler than the person had it after sunset', mirek >= (own.mirek ?? 0) - 2)
    }
  }

  #turn(rule: (name: string, isKept: boolean) => void, was: Lamp, brightness: number, atMs: number): void {
    const direction = Math.sign(Math.round((brightness - (was.brightness ?? 0)) * 2))
    if (direction === 0) return
    const last = this.#last.get(was.id) ?? nothingYet
    const isTurn = last.direction !== 0 && direction !== last.direction && atMs - last.atMs < AT_REST_MS
    if (isTurn && !this.areLost) rule('one turn a second', atMs - last.turnedMs >= TURN_MS)
    this.#last.set(was.id, { atMs, turnedMs: isTurn ? atMs : last.turnedMs, direction })
  }
}

describe('random days', () => {
  it.each([
    ['at noon', '2026-06-03T10:00:00Z', false],
    ['in the evening', '2026-06-03T20:00:00Z', true],
  ])(
    'no write breaks a rule, and everything is given back in the end, %s',
    async (_name, at, isEvening) => {
      await fc.assert(
        fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 40 }), async (happenings) => {
          const world = lightsWorld({
            at,
            lamps,
            lights: { warmsInTalk: true, leastBrightness: 10, mostLooksADay: 24 },
          })
          world.plans.set('breath 60', breatheForOneMinute)
          const judge = new Judge(world, isEvening)
          for (const one of happenings) {
            // Wishes wait for lamps to be read, and time goes on only here.
            const done = Promise.resolve(happen(world, one)).catch(() => {})
            if (one.do === 'answers' && one.outcome === 'partly') judge.areLost = true
            if (one.do === 'hand') judge.owned(lamps[one.lamp]?.id ?? '')
            if (one.do === 'wait') await done
            await settled()
            judge.look()
          }
          world.house.answers = 'written'
          world.house.readMs = 0
          for (const { id } of lamps) world.house.hand(id, { isReachable: true })
          world.house.setPhase({ phase: 'connected' })
          await world.client().lights.release()
          await world.pass(2 * MINUTE, SECOND)
          judge.look()
          expect(judge.broken).toEqual([])
          expect(world.view().owed).toBe(0)
          expect(world.kept('lightsSnapshot')).toBeNull()
          expect(world.logged('lightsFailed')).toEqual([])
          await world.end()
        }),
        { numRuns: 100, seed: 20_261_123 },
      )
    },
    120_000,
  )
})
