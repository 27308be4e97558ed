/** Whatever happens in whatever order: no offer into a call, no ninth of a day, no hurry, nothing twice, no flapping. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyArmMemory } from '../../../electron/core/breaks/armMemory.ts'
import {
  type BreakEffect,
  type Offer,
  SUPPRESSION_REASONS,
} from '../../../electron/core/breaks/breakEffects.ts'
import { type BreakFacts, HUSHING_FACTS } from '../../../electron/core/breaks/breakFacts.ts'
import { type BreakSettings, defaultBreakSettings } from '../../../electron/core/breaks/breakSettings.ts'
import { type BreakState, newBreakState } from '../../../electron/core/breaks/breakState.ts'
import { type BreakEvent, decideBreak } from '../../../electron/core/breaks/decideBreak.ts'
import { BREAK_KINDS, type BreakKind, type Invitation } from '../../../electron/core/breaks/kinds.ts'
import { workDay } from '../../../electron/core/presence/localMoment.ts'
import type { Activity } from '../../../electron/core/presence/presenceFrom.ts'
import type { Standing } from '../../../electron/core/presence/standing.ts'
import { atWork, Desk, due, HOUR, inGap, MINUTE, moment, offersIn, SECOND, TUESDAY, timeOn } from './desk.ts'

/** Mostly as given, now and then another: a life in which nothing is ever said would prove nothing. */
const mostly = <Value>(usual: Value, ...others: Value[]) =>
  fc.oneof(
    { weight: 20, arbitrary: fc.constant(usual) },
    { weight: 3, arbitrary: fc.constantFrom(...others) },
  )
const maybe = mostly<boolean | null>(false, true, true, null)
const facts: fc.Arbitrary<BreakFacts> = fc.record({
  situation: fc.record({
    activity: mostly<Activity | null>('active', 'idle', 'locked', 'asleep', null),
    inCall: maybe,
    sharing: maybe,
    fullScreen: maybe,
    doNotDisturb: maybe,
    category: fc.constantFrom('dev', 'comms', null),
  }),
  standing: mostly<Standing>('working', 'resting', 'unknown'),
  inputIdleMs: mostly<number | null>(12 * SECOND, 0, 10 * MINUTE, null),
  restMs: mostly(0, 2 * MINUTE, HOUR),
  sinceRestMs: fc.constant(HOUR),
  need: fc.constantFrom(1, 1, 0.5, 0.5, 0, null),
  daySpanMs: fc.constantFrom(null, 2 * HOUR, 10 * HOUR),
  strainRaised: fc.boolean(),
})
/** Mostly some minutes on; now and then back, or to another day. */
const stepMs = fc.oneof(
  { weight: 40, arbitrary: fc.integer({ min: 0, max: 2 * MINUTE }) },
  { weight: 80, arbitrary: fc.integer({ min: 0, max: 25 * MINUTE }) },
  { weight: 3, arbitrary: fc.integer({ min: -3 * HOUR, max: 0 }) },
  { weight: 1, arbitrary: fc.integer({ min: -50 * HOUR, max: 50 * HOUR }) },
)
const invitation = fc.constantFrom<Invitation | null>('walk', 'breathe', null)
const settings = fc.record({
  isOn: mostly(true, false),
  form: fc.constantFrom('tray' as const, 'corner' as const, 'overlay' as const),
  rhythm: mostly<BreakSettings['rhythm']>(
    { by: 'need' },
    {
      by: 'fixed',
      times: [600, 630, 700, 900].map((minuteOfDay) => ({ minuteOfDay, kind: 'micro' as const })),
    },
  ),
  mostADay: fc.constantFrom(2, 8, 100),
  mostFromStrain: fc.constantFrom(0, 3, 100),
  mostPostpones: fc.constantFrom(0, 2),
  isStrict: fc.boolean(),
})

type Act = BreakEvent | { kind: 'toOpen'; say: 'start' | 'skip' | 'notNow' | 'finish' | 'snooze' }
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 60, arbitrary: facts.map((known): Act => ({ kind: 'tick', facts: known })) },
  {
    weight: 6,
    arbitrary: fc
      .constantFrom(
        'start' as const,
        'skip' as const,
        'notNow' as const,
        'finish' as const,
        'snooze' as const,
      )
      .map((say): Act => ({ kind: 'toOpen', say })),
  },
  {
    weight: 6,
    arbitrary: fc
      .constantFrom('inputGap' as const, 'callEnded' as const, 'noDeferral' as const)
      .map((what): Act => ({ kind: 'breakpoint', what })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(mostly<BreakKind>('micro', ...BREAK_KINDS), invitation)
      .map(([breakKind, arm]): Act => ({ kind: 'started', breakKind, arm })),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Act>(
      { kind: 'suspended' },
      { kind: 'resumed' },
      { kind: 'unpaused' },
      { kind: 'paused', untilMs: timeOn(TUESDAY, '10:00') },
      { kind: 'shownOnPurpose' },
      { kind: 'displaysChanged', displays: [] },
      { kind: 'displaysChanged', displays: ['a', 'b'] },
      { kind: 'notDrawn', id: 1, display: 'a' },
      { kind: 'rated', nudgeId: 1, helped: false },
      { kind: 'answered', id: 3, answer: { say: 'start' } },
    ),
  },
  {
    weight: 2,
    arbitrary: settings.map(
      (change): Act => ({ kind: 'settingsChanged', settings: { ...defaultBreakSettings, ...change } }),
    ),
  },
)
const life = fc.array(fc.tuple(stepMs, act), { minLength: 150, maxLength: 250, size: 'max' })

interface Moment {
  effects: readonly BreakEffect[]
  before: BreakState
  after: BreakState
  facts: BreakFacts | null
  workDay: number
  /** Time that has really passed; a clock set back does not give it back. */
  elapsedMs: number
}

function eventOf(one: Act, state: BreakState): BreakEvent {
  if (one.kind !== 'toOpen') return one
  const id = state.running?.id ?? state.nudge?.id ?? -1
  return {
    kind: 'answered',
    id,
    answer: one.say === 'snooze' ? { say: 'snooze', minutes: 5 } : { say: one.say },
  }
}

/** Lives it and looks at every step. */
function live(steps: readonly (readonly [number, Act])[], see: (one: Moment) => void): void {
  // Past the first twenty, so that pauses are also left out.
  let state: BreakState = { ...newBreakState(5), memory: { ...emptyArmMemory, outcomes: 20 } }
  let nowMs = timeOn(TUESDAY, '09:00')
  let elapsedMs = 0
  let latest: BreakFacts | null = null
  for (const [byMs, one] of steps) {
    nowMs += byMs
    elapsedMs += Math.max(0, byMs)
    const event = eventOf(one, state)
    if (event.kind === 'tick') latest = event.facts
    const before = state
    const [after, effects] = decideBreak(state, event, moment(nowMs))
    state = after
    see({ effects, before, after, facts: latest, workDay: workDay(moment(nowMs)), elapsedMs })
  }
}

/** Offers that were not asked for: neither put off by the person nor shown on purpose. */
function nudgesIn({ effects, before }: Moment): Offer[] {
  return offersIn(effects).filter(
    ({ id, isAgain, because }) => !isAgain && because !== 'tour' && id !== before.nudge?.id,
  )
}

/** Everything that has to occur often enough in a few lives for the others to mean anything. */
const EXPECTED = [
  ...['offer', 'hint', 'withdraw', 'openBreak', 'closeBreak', 'askHelped', 'chosen', 'refused'],
  ...['taken', 'left', 'natural', 'snoozed', 'again', 'skipped', 'notNow', 'ignored', 'withdrawn', 'leftOut'],
  ...['done', 'unseen', 'workedOn'],
  ...SUPPRESSION_REASONS.filter((reason) => !['outside_hours', 'hours_break', 'holiday'].includes(reason)),
]
/** A long life takes minutes to shrink, and the seed is printed. */
const runs = { numRuns: 150, endOnFailure: true }

describe('under any order of events', () => {
  test('a good deal happens in these lives', () => {
    const seen = new Map<string, number>()
    const most = { nudges: 0, fromStrain: 0 }
    const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1)
    fc.assert(
      fc.property(life, (steps) => {
        live(steps, ({ effects, after }) => {
          for (const effect of effects) {
            count(effect.kind)
            if (effect.kind === 'entered') count(effect.entry.what)
            if (effect.kind === 'outcome') count(effect.how)
            if (effect.kind === 'suppressed') count(effect.suppression.reason)
          }
          most.nudges = Math.max(most.nudges, ...after.days.map(({ nudges }) => nudges))
          most.fromStrain = Math.max(most.fromStrain, ...after.days.map(({ fromStrain }) => fromStrain))
        })
      }),
      { ...runs, seed: 1 },
    )
    expect(most).toEqual({ nudges: 8, fromStrain: 3 })
    for (const what of EXPECTED) expect([what, (seen.get(what) ?? 0) >= 10]).toEqual([what, true])
  })

  test('nothing is said into a call, a share, do not disturb or a full screen', () => {
    fc.assert(
      fc.property(life, (steps) => {
        live(steps, ({ effects, facts: known }) => {
          if (offersIn(effects).length === 0) return
          for (const fact of HUSHING_FACTS) expect(known?.situation[fact]).not.toBe(true)
        })
      }),
      runs,
    )
  })

  test('nothing stays on the screen in one either', () => {
    fc.assert(
      fc.property(life, (steps) => {
        live(steps, ({ after, facts: known }) => {
          if (after.nudge?.stage !== 'shown' && after.nudge?.stage !== 'hinted') return
          for (const fact of HUSHING_FACTS) expect(known?.situation[fact]).not.toBe(true)
        })
      }),
      runs,
    )
  })

  test('never more than eight a day, three of them from strain', () => {
    fc.assert(
      fc.property(life, (steps) => {
        const byDay = new Map<number, Offer[]>()
        live(steps, (one) => {
          const day = [...(byDay.get(one.workDay) ?? []), ...nudgesIn(one)]
          byDay.set(one.workDay, day)
          expect(day.length).toBeLessThanOrEqual(8)
          expect(day.filter(({ because }) => because === 'strain').length).toBeLessThanOrEqual(3)
        })
      }),
      runs,
    )
  })

  test('half an hour between any two, an hour after "not now"', () => {
    fc.assert(
      fc.property(life, (steps) => {
        let lastMs = Number.NEGATIVE_INFINITY
        let notNowMs = Number.NEGATIVE_INFINITY
        live(steps, (one) => {
          if (nudgesIn(one).length > 0) {
            expect(one.elapsedMs - lastMs).toBeGreaterThanOrEqual(30 * MINUTE)
            expect(one.elapsedMs - notNowMs).toBeGreaterThanOrEqual(HOUR)
            lastMs = one.elapsedMs
          }
          // To the one shown on purpose it is no wish for quiet.
          const isNotNow = one.effects.some(
            (effect) =>
              effect.kind === 'entered' && effect.entry.what === 'notNow' && effect.entry.because !== 'tour',
          )
          if (isNotNow) notNowMs = one.elapsedMs
        })
      }),
      runs,
    )
  })

  test('what was put off comes back at most as often as it was put off', () => {
    fc.assert(
      fc.property(life, (steps) => {
        let snoozes = 0
        let again = 0
        live(steps, ({ effects }) => {
          snoozes += effects.filter(
            (effect) => effect.kind === 'entered' && effect.entry.what === 'snoozed',
          ).length
          again += effects.filter(
            (effect) => effect.kind === 'entered' && effect.entry.what === 'again',
          ).length
          expect(again).toBeLessThanOrEqual(snoozes)
        })
      }),
      runs,
    )
  })

  test('one offer and one break at a time; every break that opens is closed, every outcome is told once', () => {
    fc.assert(
      fc.property(life, (steps) => {
        let open: number | null = null
        const outcomes = new Set<number>()
        live(steps, ({ effects, after }) => {
          for (const effect of effects) {
            if (effect.kind === 'openBreak') {
              expect(open === null || open === effect.running.id).toBe(true)
              open = effect.running.id
            }
            if (effect.kind === 'closeBreak') {
              expect(open).toBe(effect.id)
              open = null
            }
            if (effect.kind === 'outcome') {
              expect(outcomes.has(effect.nudgeId)).toBe(false)
              outcomes.add(effect.nudgeId)
            }
          }
          expect(after.running?.id ?? null).toBe(open)
        })
      }),
      runs,
    )
  })

  test('the state is plain, stays small, and the same life gives the same decisions', () => {
    fc.assert(
      fc.property(life, (steps) => {
        const first: string[] = []
        let last: BreakState | null = null
        live(steps, ({ effects, after }) => {
          first.push(JSON.stringify(effects))
          last = after
        })
        const json = JSON.stringify(last)
        expect(JSON.parse(json)).toEqual(last)
        expect(json.length).toBeLessThan(16_000)
        let place = 0
        live(steps, ({ effects }) => expect(JSON.stringify(effects)).toBe(first[place++]))
      }),
      { numRuns: 100 },
    )
  })
})

describe('constant input does not flap', () => {
  test.each([
    ['typing on', {}],
    ['in a gap', inGap],
    ['unknown input', { inputIdleMs: null }],
    ['strained', { need: 0.5, strainRaised: true }],
    [
      'nothing known',
      { situation: { ...atWork.situation, activity: null, inCall: null, sharing: null }, inputIdleMs: null },
    ],
  ])('%s', (_name, known) => {
    const desk = new Desk({}, '08:00')
    desk.state = { ...desk.state, daysSeen: 4 }
    desk.pass(8 * HOUR, { ...due, ...known })
    // Ignored all day: 0, 60, 120, 240 and 240 minutes apart, each at most shown, shelved and withdrawn.
    expect(offersIn(desk.effects).length).toBeLessThanOrEqual(4)
    expect(desk.effects.filter(({ kind }) => kind === 'withdraw').length).toBeLessThanOrEqual(8)
    expect(desk.effects.filter(({ kind }) => kind === 'suppressed').length).toBeLessThanOrEqual(110)
  })
})

describe('time going back never doubles', () => {
  test('whenever and however far it goes back', () => {
    const back = fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 3 * 60 }))
    fc.assert(
      fc.property(fc.array(back, { minLength: 1, maxLength: 4 }), (jumps) => {
        const desk = new Desk()
        let lastMs = Number.NEGATIVE_INFINITY
        let elapsedMs = 0
        for (const [forMinutes, backMinutes] of jumps) {
          for (let minute = 0; minute < forMinutes; minute++) {
            elapsedMs += MINUTE
            const before = desk.state.nudge?.id
            const fresh = offersIn(desk.pass(MINUTE, { ...due, ...inGap }, MINUTE)).filter(
              ({ id }) => id !== before,
            )
            if (fresh.length === 0) continue
            expect(elapsedMs - lastMs).toBeGreaterThanOrEqual(30 * MINUTE)
            lastMs = elapsedMs
          }
          desk.nowMs -= backMinutes * MINUTE
        }
        const perDay = desk.state.days.map(({ nudges }) => nudges)
        expect(Math.max(0, ...perDay)).toBeLessThanOrEqual(8)
      }),
      { numRuns: 60 },
    )
  })
})
