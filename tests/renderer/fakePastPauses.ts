/** A made-up year of pauses: offers with every ending, rests, silences, choices and what was learnt from them. */
import type { BreakEntryView, ChoiceView, SuppressionView } from '../../electron/contract/breaks.ts'
import { SUPPRESSION_REASONS, type SuppressionReason } from '../../electron/core/breaks/breakEffects.ts'
import type { OnOff } from '../../electron/core/breaks/evaluation.ts'
import { ARMS, type Arm, type BreakKind, KIND_LENGTH_MS } from '../../electron/core/breaks/kinds.ts'
import { monthCalendar } from '../../electron/core/breaks/monthCalendar.ts'
import { breakStatistics, type DayStretch } from '../../electron/core/breaks/statistics.ts'
import type { FakeDays } from './fakeDays.ts'

const minuteMs = 60_000
/** The same small number for the same seed, 0–1. */
const chance = (seed: number) => Math.abs(Math.sin(seed * 78.233) * 43758.5453) % 1
const pick = <Value>(from: readonly Value[], seed: number): Value =>
  from[Math.floor(chance(seed) * from.length)] as Value

type Ending =
  | 'taken'
  | 'snoozed'
  | 'skipped'
  | 'notNow'
  | 'ignored'
  | 'withdrawn'
  | 'leftOut'
  | 'left'
  | 'hinted'
type Planned = [hour: number, ending: Ending, arm: Arm, kind?: BreakKind]

const todaysPlan: Planned[] = [
  [9.6, 'taken', 'stretch'],
  [10.7, 'withdrawn', 'breathe'],
  [11.4, 'snoozed', 'walk', 'pause'],
  [13.7, 'leftOut', 'nothing'],
  [14.6, 'skipped', 'lookAway'],
]
const endings: Ending[] = [
  'taken',
  'taken',
  'taken',
  'snoozed',
  'skipped',
  'ignored',
  'notNow',
  'left',
  'hinted',
]

function planOf(day: number): Planned[] {
  const n = 2 + Math.floor(chance(day + 3) * 5)
  return Array.from({ length: n }, (_, at): Planned => {
    const seed = day * 17 + at
    const ending = chance(seed + 5) < 0.1 ? 'leftOut' : pick(endings, seed)
    const arm = ending === 'leftOut' ? 'nothing' : pick(ARMS.slice(1), seed + 1)
    return [9 + at * 1.5 + chance(seed + 2), ending, arm, at === 2 ? 'pause' : 'micro']
  })
}

interface DayOfPast {
  entries: BreakEntryView[]
  suppressions: SuppressionView[]
}

export class FakePastPauses {
  readonly #days: FakeDays
  readonly #kept = new Map<number, DayOfPast>()
  /** How many days back there is anything. */
  readonly #reach: number
  readonly #silences: number
  onOff: OnOff = { kind: 'not_enough', n: 61, missing: 14 }
  isForgotten = false

  constructor(days: FakeDays) {
    this.#days = days
    const { scenario } = days
    this.#reach = scenario === 'nothingYet' ? -1 : scenario === 'firstDay' ? 0 : 365
    this.#silences = scenario === 'heavyDay' ? 500 : 6
    if (scenario === 'heavyDay') {
      this.onOff = {
        kind: 'known',
        spoke: { mean: 0.58, low: 0.49, high: 0.66, effectiveN: 118, n: 131 },
        leftOut: { mean: 0.36, low: 0.21, high: 0.53, effectiveN: 28, n: 30 },
        difference: 0.22,
        low: 0.03,
        high: 0.39,
        leastVisible: 0.21,
      }
    }
  }

  get today(): number {
    return this.#days.today
  }

  #isKnown(day: number): boolean {
    const ago = this.today - day
    const weekday = (day + 4) % 7
    if (ago < 0 || ago > this.#reach) return false
    return ago === 0 || !(weekday === 0 || (weekday === 6 && chance(day) < 0.8) || chance(day * 3) < 0.05)
  }

  day(day: number): DayOfPast {
    const kept = this.#kept.get(day) ?? this.#make(day)
    this.#kept.set(day, kept)
    return kept
  }

  #make(day: number): DayOfPast {
    if (!this.#isKnown(day)) return { entries: [], suppressions: [] }
    const isToday = day === this.today
    const isFirst = this.#days.scenario === 'firstDay'
    const plan = isToday ? (isFirst ? todaysPlan.slice(-1) : todaysPlan) : planOf(day)
    const rests =
      isToday && !isFirst
        ? [12.2]
        : isFirst
          ? []
          : [12 + chance(day), ...(chance(day + 9) < 0.6 ? [15.4] : [])]
    const entries = [
      ...plan.flatMap((planned, at) => this.#story(day, planned, day * 10 + at + 1)),
      ...rests.map((hour) =>
        this.#entry(day, hour + 0.4, { what: 'natural', restedMs: (8 + 20 * chance(day + hour)) * minuteMs }),
      ),
    ].sort((a, b) => a.atMs - b.atMs)
    return { entries, suppressions: isFirst ? [] : this.#quiet(day, isToday) }
  }

  #entry(
    day: number,
    hour: number,
    rest: Partial<BreakEntryView> & Pick<BreakEntryView, 'what'>,
  ): BreakEntryView {
    return {
      atMs: this.#days.at(day, hour),
      workDay: day,
      dayNumber: day,
      minuteOfDay: Math.round(hour * 60) % 1440,
      kind: null,
      arm: null,
      because: null,
      nudgeId: null,
      lengthMs: null,
      restedMs: null,
      reason: null,
      ...rest,
    }
  }

  #story(day: number, [hour, ending, arm, kind = 'micro']: Planned, nudgeId: number): BreakEntryView[] {
    const because = chance(nudgeId) < 0.25 ? ('strain' as const) : ('need' as const)
    const lengthMs = arm === 'walk' ? 5 * minuteMs : KIND_LENGTH_MS[kind]
    const of = {
      kind,
      arm: arm === 'lookAway' && kind === 'pause' ? ('stretch' as const) : arm,
      because,
      nudgeId,
      lengthMs,
    }
    const entry = (minutes: number, rest: Partial<BreakEntryView> & Pick<BreakEntryView, 'what'>) =>
      this.#entry(day, hour + minutes / 60, { ...of, ...rest })
    if (ending === 'leftOut') return [entry(0, { what: 'leftOut' })]
    const said = entry(0, { what: ending === 'hinted' ? 'hinted' : 'offered' })
    const taken = (minutes: number) =>
      entry(minutes + lengthMs / minuteMs, { what: 'taken', restedMs: lengthMs })
    if (ending === 'taken' || ending === 'hinted') return [said, taken(1)]
    if (ending === 'snoozed') {
      return [said, entry(1, { what: 'snoozed' }), entry(6, { what: 'again' }), taken(7)]
    }
    if (ending === 'withdrawn') return [said, entry(1, { what: 'withdrawn', reason: 'call' })]
    if (ending === 'left') return [said, entry(1.6, { what: 'left', restedMs: 0.6 * minuteMs })]
    return [said, entry(ending === 'ignored' ? 10 : 1, { what: ending })]
  }

  #quiet(day: number, isToday: boolean): SuppressionView[] {
    const n = isToday ? this.#silences : 3 + Math.floor(chance(day) * 5)
    const hours = isToday ? 6 : 8
    return Array.from({ length: n }, (_, at): SuppressionView => {
      const fromMs = this.#days.at(day, 9.1 + (at * hours) / n)
      const heldMs = Math.round((1 + chance(day + at) * (n > 50 ? 1 : 24)) * minuteMs)
      const reasons: readonly SuppressionReason[] =
        n > 50 ? SUPPRESSION_REASONS : ['call', 'refractory', 'share']
      // Whatever the date, one reason stands out, as it does in real days.
      const reason = n > 50 && at % 3 === 0 ? 'call' : pick(reasons, day * 7 + at)
      const of = { kind: 'micro' as const, because: 'need' as const, workDay: day }
      return {
        row: (day % 1000) * 1000 + at,
        reason,
        ...of,
        fromMs,
        toMs: fromMs + heldMs,
        heldMs,
        times: 1 + (at % 2),
      }
    })
  }

  span(fromDay: number, toDay: number): DayOfPast {
    const first = Math.max(fromDay, this.today - 400)
    const days = Array.from({ length: Math.max(0, Math.min(toDay, this.today) - first + 1) }, (_, at) =>
      this.day(first + at),
    )
    return {
      entries: days.flatMap(({ entries }) => entries),
      suppressions: days.flatMap(({ suppressions }) => suppressions),
    }
  }

  #stretches(fromDay: number, toDay: number): DayStretch[] {
    const stretches: DayStretch[] = []
    for (let day = Math.max(fromDay, this.today - 400); day <= Math.min(toDay, this.today); day++) {
      if (this.#isKnown(day)) {
        stretches.push({ workDay: day, longestStretchMs: Math.round(60 + 90 * chance(day)) * minuteMs })
      }
    }
    return stretches
  }

  statistics(fromDay: number, toDay: number) {
    const { entries, suppressions } = this.span(fromDay, toDay)
    return breakStatistics(entries as never, suppressions, this.#stretches(fromDay, toDay))
  }

  month(of: { year: number; month: number }, weekStart: 0 | 1) {
    const days = monthCalendar(of, weekStart, [], []).flat()
    const [fromDay, toDay] = [days[0]?.workDay ?? 0, days.at(-1)?.workDay ?? 0]
    const { entries } = this.span(fromDay, toDay)
    return { weeks: monthCalendar(of, weekStart, entries as never, this.#stretches(fromDay, toDay)) }
  }

  week(fromDay: number) {
    return {
      statistics: this.statistics(fromDay, fromDay + 6),
      rated: this.#reach < 1 ? { helped: 0, didNot: 0 } : { helped: 4, didNot: 1 },
      onOff:
        this.isForgotten || this.#reach < 1 ? { kind: 'not_enough' as const, n: 0, missing: 20 } : this.onOff,
      firstDay: this.#reach < 0 ? null : this.today - this.#reach,
    }
  }

  /** Null for a nudge nobody knows. */
  why(nudgeId: number): { entries: BreakEntryView[]; choice: ChoiceView | null } | null {
    const day = Math.floor((nudgeId - 1) / 10)
    const entries = this.day(day).entries.filter((one) => one.nudgeId === nudgeId)
    const [first] = entries
    if (!first?.kind || !first.arm || this.isForgotten) return first ? { entries, choice: null } : null
    const last = entries.at(-1)
    const how = last?.what === 'taken' ? 'done' : last?.what === 'leftOut' ? 'workedOn' : last?.what
    const rest = ARMS.filter((arm) => first.kind !== 'pause' || arm !== 'lookAway')
    const others = rest.filter((arm) => arm !== first.arm)
    const shares = [0.24, 0.16, 0.12, 0.1, 0.06]
    const probabilities = Object.fromEntries(others.map((arm, at) => [arm, shares[at] ?? 0.05]))
    const sum = Object.values(probabilities).reduce((all, one) => all + one, 0)
    return {
      entries,
      choice: {
        nudgeId,
        atMs: first.atMs,
        workDay: day,
        kind: first.kind,
        bucket: first.because === 'strain' ? 'highLow' : 'lowHigh',
        form: first.what === 'hinted' ? 'tray' : 'corner',
        arm: first.arm,
        by: 'learnt',
        probabilities: { ...probabilities, [first.arm]: 1 - sum },
        expected: {},
        asks: false,
        outcome: how ? { how, worked: how === 'done', atMs: last?.atMs ?? 0 } : null,
        helped: how === 'done' ? true : null,
      },
    }
  }

  learning() {
    const isNew = this.#reach < 1 || this.isForgotten
    const tried: Record<Arm, [number, number]> = {
      nothing: [30, 11],
      lookAway: [21, 12],
      stretch: [44, 31],
      breathe: [38, 19],
      walk: [12, 8],
      talk: [0, 0],
    }
    return {
      outcomes: isNew ? (this.isForgotten ? 0 : 1) : 145,
      ruledOutcomes: 20,
      arms: ARMS.map((arm) => {
        const [all, worked] = isNew ? [0, 0] : tried[arm]
        return { arm, tried: all, worked, expected: all === 0 ? 0.5 : (worked + 1) / (all + 2) }
      }),
    }
  }
}
