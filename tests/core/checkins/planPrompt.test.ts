/** A check-in is offered rarely, at the times a person chose or when strain is raised, and never at a bad moment. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  LEAST_BETWEEN_PROMPTS_MS,
  MOST_PROMPTS_A_DAY,
  noPrompt,
  PROMPT_LASTS_MS,
  type PromptCircumstances,
  type PromptOffer,
  type PromptState,
  planPrompt,
  QUIET_AFTER_ANSWER_MS,
  shownPrompt,
} from '../../../electron/core/checkins/planPrompt.ts'
import { workDay } from '../../../electron/core/presence/localMoment.ts'
import { zoneCalendar } from '../../../electron/engine/calendar.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const time = (text: string) => {
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  return hours * 60 + minutes
}

/** A person with a clock that looks once a minute, as the service does. */
class Person {
  zone = 'Europe/Berlin'
  nowMs: number
  state: PromptState = noPrompt
  around: PromptCircumstances
  readonly offers: PromptOffer[] = []
  readonly offered: string[] = []
  readonly withdrawn: string[] = []
  readonly #calendar = zoneCalendar(() => this.zone)

  constructor(startIso: string, times: string[] = [], around: Partial<PromptCircumstances> = {}) {
    this.nowMs = Date.parse(startIso)
    this.around = {
      times: times.map(time),
      isBadMoment: false,
      isRaised: false,
      offers: this.offers,
      lastAnswerMs: null,
      ...around,
    }
    this.look()
  }

  get clock(): string {
    const { minuteOfDay } = this.#calendar.moment(this.nowMs)
    return `${String(Math.floor(minuteOfDay / 60)).padStart(2, '0')}:${String(minuteOfDay % 60).padStart(2, '0')}`
  }

  do(event: Parameters<typeof planPrompt>[1]): void {
    const [state, effects] = planPrompt(this.state, event, this.#calendar.moment(this.nowMs))
    this.state = state
    for (const effect of effects) {
      if (effect.kind === 'offer') {
        this.offers.push(effect.offer)
        this.offered.push(`${effect.because} ${this.clock}`)
      } else this.withdrawn.push(`${effect.because} ${this.clock}`)
    }
  }

  look(change: Partial<PromptCircumstances> = {}): void {
    this.around = { ...this.around, ...change }
    this.do({ kind: 'looked', circumstances: this.around })
  }

  /** Lives on minute by minute. */
  for(ms: number): this {
    for (const endMs = this.nowMs + ms; this.nowMs < endMs; ) {
      this.nowMs += MINUTE
      this.look()
    }
    return this
  }

  answer(): void {
    this.do({ kind: 'answered' })
    this.around = { ...this.around, lastAnswerMs: this.nowMs }
  }

  get workDay(): number {
    return workDay(this.#calendar.moment(this.nowMs))
  }
}

describe('chosen times', () => {
  it('are asked at, and the offer goes after half an hour', () => {
    const person = new Person('2026-11-24T10:00:00Z', ['14:00']).for(4 * HOUR)
    expect(person.offered).toEqual(['time 14:00'])
    expect(person.withdrawn).toEqual(['passed 14:30'])
    expect(person.state.offered).toBeNull()
  })

  it('do not pile up after a late start', () => {
    const late = new Person('2026-11-24T17:00:00Z', ['09:00', '12:30', '17:00']).for(HOUR)
    expect(late.offered).toEqual([])
    const within = new Person('2026-11-24T16:20:00Z', ['09:00', '12:30', '17:00'])
    expect(within.offered).toEqual(['time 17:20'])
  })

  it('that a person has just chosen are not asked at right away', () => {
    const person = new Person('2026-11-24T13:10:00Z', ['09:00'])
    person.look({ times: [time('09:00'), time('14:00')] })
    expect(person.for(HOUR).offered).toEqual([])
    expect(person.for(24 * HOUR).offered).toEqual(['time 09:00', 'time 14:00'])
  })

  it('over midnight work as any other', () => {
    const person = new Person('2026-11-24T22:00:00Z', ['23:50'], { isBadMoment: true }).for(65 * MINUTE)
    person.look({ isBadMoment: false })
    expect(person.offered).toEqual(['time 00:05'])
  })
})

describe('a bad moment', () => {
  it('is waited out within half an hour', () => {
    const person = new Person('2026-11-24T12:50:00Z', ['14:00'], { isBadMoment: true }).for(25 * MINUTE)
    expect(person.offered).toEqual([])
    person.look({ isBadMoment: false })
    expect(person.offered).toEqual(['time 14:15'])
  })

  it('that lasts longer drops the question', () => {
    const person = new Person('2026-11-24T12:50:00Z', ['14:00'], { isBadMoment: true }).for(45 * MINUTE)
    person.look({ isBadMoment: false })
    expect(person.for(2 * HOUR).offered).toEqual([])
  })

  it('hides an offer that is out, and gives it back while it lasts', () => {
    const person = new Person('2026-11-24T13:00:00Z', ['14:00'])
    expect(shownPrompt(person.state, true)).toBeNull()
    expect(shownPrompt(person.state, false)).toEqual({ because: 'time', sinceMs: person.nowMs })
    person.around = { ...person.around, isBadMoment: true }
    person.for(PROMPT_LASTS_MS)
    expect(shownPrompt(person.state, false)).toBeNull()
  })
})

describe('raised strain', () => {
  it('asks once, and again only when it is raised anew', () => {
    const person = new Person('2026-11-24T09:00:00Z')
    person.look({ isRaised: true })
    expect(person.for(5 * HOUR).offered).toEqual(['strain 10:00'])
    person.look({ isRaised: false })
    person.look({ isRaised: true })
    expect(person.offered).toEqual(['strain 10:00', 'strain 15:00'])
  })

  it('waits for the end of a call, and is dropped when it clears meanwhile', () => {
    const person = new Person('2026-11-24T09:00:00Z', [], { isBadMoment: true, isRaised: true })
    person.for(20 * MINUTE).look({ isBadMoment: false })
    expect(person.offered).toEqual(['strain 10:20'])

    const cleared = new Person('2026-11-24T09:00:00Z', [], { isBadMoment: true, isRaised: true })
    cleared.for(20 * MINUTE).look({ isRaised: false })
    cleared.look({ isBadMoment: false })
    expect(cleared.offered).toEqual([])
  })
})

describe('the limits', () => {
  it('are three a day, and the day begins at 04:00', () => {
    const times = ['06:00', '08:00', '10:00', '12:00', '14:00', '02:00']
    const person = new Person('2026-11-24T03:30:00Z', times).for(24 * HOUR)
    expect(person.offered).toEqual(['time 06:00', 'time 08:00', 'time 10:00'])
    person.for(2 * HOUR)
    expect(person.offered.slice(3)).toEqual(['time 06:00'])
  })

  it('are ninety minutes between two, whatever the reasons', () => {
    const person = new Person('2026-11-24T09:00:00Z', ['10:00', '11:00', '11:10']).for(10 * MINUTE)
    person.look({ isRaised: true })
    person.for(3 * HOUR)
    expect(person.offered).toEqual(['time 10:00', 'time 11:30'])
  })

  it('are an hour of quiet after an answer', () => {
    const person = new Person('2026-11-24T08:55:00Z', ['10:00', '11:00'])
    person.answer()
    expect(person.for(30 * MINUTE).offered).toEqual([])
    expect(person.for(2 * HOUR).offered).toEqual(['time 11:00'])
  })

  it('also hold after a restart: only what was kept is known then', () => {
    const person = new Person('2026-11-24T13:00:00Z', ['14:00'])
    person.nowMs += 5 * MINUTE
    person.state = noPrompt
    person.look()
    expect(person.offered).toEqual(['time 14:00'])
  })

  it('hold on any day whatsoever', () => {
    const step = fc.record({
      afterMinutes: fc.integer({ min: 1, max: 200 }),
      isBadMoment: fc.boolean(),
      isRaised: fc.boolean(),
      does: fc.constantFrom('nothing', 'nothing', 'nothing', 'answers', 'dismisses', 'restarts', 'travels'),
    })
    const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'Pacific/Auckland']
    const day = fc.tuple(
      fc.array(fc.integer({ min: 0, max: 1439 }), { maxLength: 6 }),
      fc.array(step, { minLength: 5, maxLength: 60 }),
    )
    fc.assert(
      fc.property(day, ([times, steps]) => {
        const person = new Person('2026-10-24T00:00:00Z', [], { times })
        let travels = 0
        for (const { afterMinutes, does, ...around } of steps) {
          person.for((afterMinutes - 1) * MINUTE)
          person.nowMs += MINUTE
          const before = person.offers.length
          person.look(around)
          if (person.offers.length > before) {
            expect(around.isBadMoment).toBe(false)
            const { lastAnswerMs } = person.around
            if (lastAnswerMs !== null)
              expect(person.nowMs - lastAnswerMs).toBeGreaterThanOrEqual(QUIET_AFTER_ANSWER_MS)
          }
          if (does === 'answers') person.answer()
          if (does === 'dismisses') person.do({ kind: 'dismissed' })
          if (does === 'restarts') person.state = noPrompt
          if (does === 'travels') person.zone = zones[++travels % zones.length] ?? 'UTC'
          const { offered } = person.state
          if (offered) expect(person.nowMs - offered.sinceMs).toBeLessThan(PROMPT_LASTS_MS)
        }
        const days = Map.groupBy(person.offers, (offer) => offer.workDay)
        for (const offers of days.values()) expect(offers.length).toBeLessThanOrEqual(MOST_PROMPTS_A_DAY)
        const apart = person.offers.slice(1).map((offer, i) => offer.atMs - (person.offers[i]?.atMs ?? 0))
        for (const ms of apart) expect(ms).toBeGreaterThanOrEqual(LEAST_BETWEEN_PROMPTS_MS)
      }),
      { numRuns: 150 },
    )
  })
})

describe('an answer or a no', () => {
  it('takes the prompt away, and what waited behind it', () => {
    const person = new Person('2026-11-24T13:00:00Z', ['14:00'])
    person.answer()
    expect(person.state).toMatchObject({ offered: null, waiting: null })
    expect(person.withdrawn).toEqual(['answered 14:00'])
    const other = new Person('2026-11-24T13:00:00Z', ['14:00'])
    other.do({ kind: 'dismissed' })
    expect(other.withdrawn).toEqual(['dismissed 14:00'])
    expect(other.for(HOUR).offered).toEqual(['time 14:00'])
  })
})

describe('the wall clock', () => {
  it('may leave a time out in spring: it comes right after', () => {
    // On 29 March 2026 Berlin goes from 02:00 to 03:00.
    const person = new Person('2026-03-28T23:00:00Z', ['02:30']).for(6 * HOUR)
    expect(person.offered).toEqual(['time 03:00'])
  })

  it('may show a time twice in autumn: it is asked at once', () => {
    // On 25 October 2026 Berlin goes from 03:00 back to 02:00.
    const person = new Person('2026-10-24T22:00:00Z', ['02:30']).for(2.5 * HOUR)
    person.do({ kind: 'dismissed' })
    expect(person.for(4 * HOUR).offered).toEqual(['time 02:30'])
  })

  it('of a traveller counts where the person is, and no time twice on one date', () => {
    const person = new Person('2026-11-24T07:00:00Z', ['14:00']).for(7 * HOUR)
    expect(person.offered).toEqual(['time 14:00'])
    person.zone = 'America/New_York'
    expect(person.for(8 * HOUR).offered).toEqual(['time 14:00'])
    expect(person.for(24 * HOUR).offered).toEqual(['time 14:00', 'time 14:00'])
    expect(new Date(person.offers[1]?.atMs ?? 0).toISOString()).toBe('2026-11-25T19:00:00.000Z')
  })

  it('of a traveller eastwards leaves out what was never lived through', () => {
    const person = new Person('2026-11-24T07:00:00Z', ['14:00'])
    person.zone = 'Asia/Tokyo'
    expect(person.for(2 * HOUR).offered).toEqual([])
  })

  it('that was years ahead and is mended does not keep questions away', () => {
    const person = new Person('2031-11-24T13:00:00Z', ['14:00'])
    expect(person.offered).toEqual(['time 14:00'])
    person.nowMs = Date.parse('2026-11-24T12:59:00Z')
    person.look()
    expect(person.state.offered).toBeNull()
    expect(person.for(10 * MINUTE).offered).toEqual(['time 14:00', 'time 14:00'])
  })
})
