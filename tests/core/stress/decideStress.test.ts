/** Raised late, bounded always, never in a call, and never flapping. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LocalMoment } from '../../../electron/core/presence/localMoment.ts'
import {
  calmState,
  decideStress,
  type StressEffect,
  type StressEvent,
  type StressState,
} from '../../../electron/core/stress/decideStress.ts'
import { ownP90, raisedShare, withScore } from '../../../electron/core/stress/ownHistory.ts'
import { seededRandom } from '../../../electron/core/stress/seededRandom.ts'

const MINUTE = 60_000
const DAY_MINUTES = 1440
const two = ['body', 'comms'] as const

/** Minute number since the beginning of day 0, as a local moment. */
const at = (minute: number): LocalMoment => ({
  atMs: minute * MINUTE,
  dayNumber: Math.floor(minute / DAY_MINUTES),
  minuteOfDay: minute % DAY_MINUTES,
})
const score = (strain: number | null, contributing: readonly ('body' | 'comms')[] = two): StressEvent => ({
  kind: 'scored',
  strain,
  contributing,
})

class Life {
  state: StressState = calmState
  effects: (StressEffect & { minute: number })[] = []
  minute = 0

  happen(event: StressEvent): this {
    const [state, effects] = decideStress(this.state, event, at(this.minute))
    this.state = state
    this.effects.push(...effects.map((effect) => ({ ...effect, minute: this.minute })))
    return this
  }

  /** One score a minute. */
  scored(
    minutes: number,
    strain: (minute: number) => number | null,
    contributing?: readonly ('body' | 'comms')[],
  ): this {
    for (let passed = 0; passed < minutes; passed++) {
      this.minute++
      this.happen(score(strain(this.minute), contributing))
    }
    return this
  }

  /** Eight working hours a day from nine, with an hour of rest at one. */
  days(count: number, strain: (minute: number) => number | null): this {
    for (let passed = 0; passed < count; passed++) {
      const midnight = Math.ceil(this.minute / DAY_MINUTES) * DAY_MINUTES
      this.minute = midnight + 540
      this.scored(240, strain)
      this.minute += 60
      this.happen({ kind: 'rested', restMs: 60 * MINUTE })
      this.scored(240, strain)
    }
    return this
  }

  kinds(): string[] {
    return this.effects.map((effect) =>
      'because' in effect ? `${effect.kind}:${effect.because}` : effect.kind,
    )
  }
}

/** Five days between .1 and .5, then rested, at nine in the morning. */
function known(): Life {
  const random = seededRandom(1)
  const life = new Life().days(5, () => 0.1 + 0.4 * random())
  life.minute = Math.ceil(life.minute / DAY_MINUTES) * DAY_MINUTES + 540
  return life.happen({ kind: 'rested', restMs: 600 * MINUTE })
}

test('a person at .1 to .5 is never raised', () => {
  expect(known().effects).toEqual([])
})

describe('raising', () => {
  test('takes ten minutes', () => {
    expect(
      known()
        .scored(10, () => 0.7)
        .kinds(),
    ).toEqual([])
    expect(
      known()
        .scored(11, () => 0.7)
        .kinds(),
    ).toEqual(['strainRaised'])
  })

  test('ten of fifteen are enough, five high and five low in turn are not', () => {
    expect(
      known()
        .scored(15, (minute) => (minute % 4 === 0 ? 0.5 : 0.7))
        .kinds(),
    ).toEqual(['strainRaised'])
    expect(
      known()
        .scored(200, (minute) => (minute % 10 < 5 ? 0.5 : 0.7))
        .kinds(),
    ).toEqual([])
  })

  test('needs two families', () => {
    expect(
      known()
        .scored(60, () => 0.9, ['body'])
        .kinds(),
    ).toEqual([])
  })

  test('needs .60 exactly', () => {
    expect(
      known()
        .scored(60, () => 0.599)
        .kinds(),
    ).toEqual([])
    expect(
      known()
        .scored(11, () => 0.6)
        .kinds(),
    ).toEqual(['strainRaised'])
  })

  test('not before three days are known', () => {
    expect(
      new Life()
        .days(2, () => 0.2)
        .scored(120, () => 0.9)
        .kinds(),
    ).toEqual([])
  })

  test('keeps what it was decided from', () => {
    const [raised] = known().scored(11, () => 0.7).effects
    expect(raised).toMatchObject({
      kind: 'strainRaised',
      strain: 0.7,
      threshold: 0.6,
      contributing: two,
      highMs: 10 * MINUTE,
      afterCall: false,
    })
  })

  test('scores every ten seconds or every minute decide the same', () => {
    const life = known()
    const from = life.minute
    while (life.effects.length === 0 && life.minute < from + 30) {
      life.minute += 1 / 6
      life.happen(score(0.7))
    }
    expect(life.minute - from).toBeCloseTo(10 + 1 / 6, 6)
  })
})

describe('clearing', () => {
  const raised = () => known().scored(11, () => 0.7)
  test('at .40 for ten minutes', () => {
    expect(
      raised()
        .scored(10, () => 0.4)
        .kinds(),
    ).toEqual(['strainRaised'])
    expect(
      raised()
        .scored(11, () => 0.4)
        .kinds(),
    ).toEqual(['strainRaised', 'strainCleared:low'])
    expect(
      raised()
        .scored(30, (minute) => (minute % 8 === 0 ? 0.5 : 0.3))
        .kinds(),
    ).toEqual(['strainRaised'])
  })

  test('by five minutes of rest, not by four', () => {
    expect(
      raised()
        .happen({ kind: 'rested', restMs: 4 * MINUTE })
        .kinds(),
    ).toEqual(['strainRaised'])
    expect(
      raised()
        .happen({ kind: 'rested', restMs: 5 * MINUTE })
        .kinds(),
    ).toEqual(['strainRaised', 'strainCleared:rest'])
  })

  test('a minute or two without a score changes nothing', () => {
    const life = raised().scored(5, () => null)
    expect(life.scored(1, () => 0.7).kinds()).toEqual(['strainRaised'])
    expect(life.scored(9, () => null).kinds()).toEqual(['strainRaised'])
  })

  test('at once when no score can be had any more', () => {
    expect(raised().happen({ kind: 'scoreLost' }).kinds()).toEqual(['strainRaised', 'strainCleared:unknown'])
  })

  test('when the score has not been known for ten minutes', () => {
    expect(
      raised()
        .scored(11, () => null)
        .kinds(),
    ).toEqual(['strainRaised', 'strainCleared:unknown'])
  })

  test('after rest it takes ten minutes again', () => {
    const life = raised().happen({ kind: 'rested', restMs: 5 * MINUTE })
    expect(life.scored(10, () => 0.7).kinds()).toHaveLength(2)
    expect(life.scored(1, () => 0.7).kinds()).toEqual(['strainRaised', 'strainCleared:rest', 'strainRaised'])
  })
})

describe('calls', () => {
  const inCall = () =>
    known()
      .happen({ kind: 'callChanged', inCall: true })
      .scored(30, () => 0.7)
  test('never raised in one, told at its end', () => {
    expect(inCall().kinds()).toEqual(['strainQueued'])
    const life = inCall().happen({ kind: 'callChanged', inCall: false })
    expect(life.kinds()).toEqual(['strainQueued', 'strainRaised'])
    expect(life.effects.at(-1)).toMatchObject({ afterCall: true })
  })

  test('what has passed by then is dropped', () => {
    expect(
      inCall()
        .scored(11, () => 0.3)
        .happen({ kind: 'callChanged', inCall: false })
        .kinds(),
    ).toEqual(['strainQueued', 'queueDropped:low'])
    const life = inCall()
    life.minute += 20
    expect(life.happen({ kind: 'callChanged', inCall: false }).kinds()).toEqual([
      'strainQueued',
      'queueDropped:unknown',
    ])
  })

  test('losing sight of the call is not its end', () => {
    const life = inCall()
      .happen({ kind: 'callChanged', inCall: null })
      .scored(5, () => 0.7)
    expect(life.kinds()).toEqual(['strainQueued'])
    expect(life.happen({ kind: 'callChanged', inCall: false }).kinds()).toEqual([
      'strainQueued',
      'strainRaised',
    ])
  })

  test('a call that nobody can tell of holds nothing back', () => {
    const life = known()
      .happen({ kind: 'callChanged', inCall: null })
      .scored(11, () => 0.7)
    expect(life.kinds()).toEqual(['strainRaised'])
  })

  test('a call that begins later ends nothing', () => {
    const life = known()
      .scored(11, () => 0.7)
      .happen({ kind: 'callChanged', inCall: true })
      .scored(5, () => 0.7)
    expect(life.kinds()).toEqual(['strainRaised'])
  })
})

test('a constant score never flaps', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (strain) => {
      const life = known().scored(2000, () => strain)
      expect(life.effects.length).toBeLessThanOrEqual(2)
    }),
    { numRuns: 40 },
  )
})

test('the same score for weeks is the usual, and is never raised', () => {
  for (const strain of [0.3, 0.65, 0.9, 1]) expect(new Life().days(20, () => strain).effects).toEqual([])
})

describe('at most a tenth of active time, whatever drifts', () => {
  const drifts: Record<string, (day: number, random: () => number) => number> = {
    'slowly up': (day, random) => day / 60 + 0.2 * random(),
    'a step up': (day, random) => (day < 15 ? 0.2 : 0.75) + 0.2 * random(),
    'up and down': (day, random) => 0.5 + 0.4 * Math.sin(day / 5) + 0.1 * random(),
    jumping: (_day, random) => (random() < 0.5 ? 0.2 : 1),
    'high, then hanging between': (day, random) => (day % 7 === 0 ? 0.9 : 0.5) + 0.05 * random(),
    'high at once': (_day, random) => 0.7 + 0.3 * random(),
  }
  test.each(Object.entries(drifts))('%s', (_name, drift) => {
    const random = seededRandom(5)
    let level = 0.3
    const life = new Life()
    let raisedMinutes = 0
    let minutes = 0
    life.days(60, (minute) => {
      minutes++
      if (life.state.phase === 'raised') raisedMinutes++
      // A level that wanders by itself over minutes, as a smoothed score does.
      level += (drift(Math.floor(minute / DAY_MINUTES), random) - level) / 8
      return Math.max(0, Math.min(1, level))
    })
    expect(raisedMinutes).toBeGreaterThan(0)
    expect(raisedMinutes / minutes).toBeLessThanOrEqual(0.1)
    const bounded = life.effects.filter((effect) => 'because' in effect && effect.because === 'share_bound')
    expect(bounded.length, 'it does not come and go at the bound').toBeLessThanOrEqual(30)
    expect(life.effects.length).toBeLessThanOrEqual(60 * 4)
    expect(raisedShare(life.state.history, Math.floor(life.minute / DAY_MINUTES))).toBeLessThanOrEqual(
      0.1 + 0.001,
    )
  })
})

test('a clock set back forgets the running quarter of an hour, and nothing breaks', () => {
  const life = known().scored(9, () => 0.7)
  life.minute -= 60
  expect(life.scored(10, () => 0.7).kinds()).toEqual([])
  expect(life.scored(1, () => 0.7).kinds()).toEqual(['strainRaised'])
})

test('whatever happens, raised and cleared take turns and nothing is raised in a call', () => {
  const event = fc.oneof(
    {
      weight: 10,
      arbitrary: fc
        .double({ min: 0, max: 1, noNaN: true })
        .map((strain) => ({ times: 12, event: score(strain) })),
    },
    fc.constant({ times: 1, event: score(null) }),
    fc
      .constantFrom(true, false, null)
      .map((inCall) => ({ times: 1, event: { kind: 'callChanged' as const, inCall } })),
    fc
      .integer({ min: 1, max: 9 })
      .map((minutes) => ({ times: 1, event: { kind: 'rested' as const, restMs: minutes * MINUTE } })),
  )
  const start = known()
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      const life = new Life()
      life.state = start.state
      life.minute = start.minute
      let raised = false
      let inCall: boolean | null = null
      for (const { times, event } of events) {
        for (let once = 0; once < times; once++) {
          life.minute++
          life.effects = []
          life.happen(event)
          if (event.kind === 'callChanged') inCall = event.inCall
          for (const effect of life.effects) {
            if (effect.kind === 'strainRaised') {
              expect([raised, inCall === true]).toEqual([false, false])
              raised = true
            }
            if (effect.kind === 'strainCleared') {
              expect(raised).toBe(true)
              raised = false
            }
          }
        }
      }
    }),
  )
})

describe('own history', () => {
  const day = (workDay: number, strains: number[], history = [] as ReturnType<typeof withScore>) =>
    strains.reduce(
      (all, strain) => withScore(all, workDay, { strain, coversMs: 60 * MINUTE, isRaised: false }),
      history,
    )
  const ten = [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95]
  test('the upper edge of the hundredth at 90 %', () => {
    const history = day(3, ten, day(2, ten, day(1, ten)))
    expect(ownP90(history, 3)).toBeCloseTo(0.86, 9)
  })

  test('three days and six hours, then it is known', () => {
    expect(ownP90(day(2, ten, day(1, ten)), 2)).toBeNull()
    expect(ownP90(day(3, [0.1], day(2, [0.1], day(1, [0.1]))), 3)).toBeNull()
  })

  test('fourteen days, and no day from the future', () => {
    const history = day(20, [0.1], day(7, [0.1], day(6, [0.1])))
    expect(history.map((one) => one.workDay)).toEqual([7, 20])
    expect(day(10, [0.1], history).map((one) => one.workDay)).toEqual([7, 10])
  })
})
