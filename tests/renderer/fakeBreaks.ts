/** The fake engine's pauses: one state that answers change, and whatever history a test or a picture puts in. */
import { ORPCError } from '@orpc/server'
import type {
  BreakEntryView,
  BreakOffer,
  BreakStatisticsView,
  BreakView,
  CalendarDayView,
  ChoiceView,
  CommandReport,
  SuppressionView,
} from '../../electron/contract/breaks.ts'
import type { RefusedBecause } from '../../electron/core/breaks/breakEffects.ts'
import { ARMS, BREAK_KINDS } from '../../electron/core/breaks/kinds.ts'
import { daysOf } from './fakeDays.ts'
import type { FakeEngine, NotedContract } from './fakeEngine.ts'
import { FakePastPauses } from './fakePastPauses.ts'
import { FakeTopic } from './fakeTopic.ts'
import { idOf, type Scenario } from './fakeWorld.ts'

const minuteMs = 60_000

export function emptyBreaks(now: number): BreakView {
  return {
    atMs: now,
    isOn: true,
    offer: null,
    running: null,
    rating: null,
    snoozed: null,
    waiting: null,
    silent: null,
    pausedUntilMs: null,
    isDayDone: false,
    next: { kind: 'micro', because: 'need', inMs: 22 * minuteMs },
    today: { offered: 0, taken: 0, natural: 0, restedMs: 0, nudgesLeft: 8 },
    isByTimeOnly: false,
    drawn: [],
    command: null,
  }
}

export function someOffer(now: number, rest: Partial<BreakOffer> = {}): BreakOffer {
  return {
    id: 1,
    kind: 'micro',
    arm: 'stretch',
    because: 'need',
    lengthMs: 2 * minuteMs,
    form: 'corner',
    postponesLeft: 2,
    isAgain: false,
    atMs: now,
    sinceRestMs: 52 * minuteMs,
    exercise: { id: 'stretch', title: 'Stretch' },
    reason: null,
    ...rest,
  }
}

const none = { times: 0, restedMs: 0 }
const each = <Name extends string, Value>(names: readonly Name[], value: Value) =>
  Object.fromEntries(names.map((name) => [name, value])) as Record<Name, Value>

export const emptyStatistics: BreakStatisticsView = {
  offered: 0,
  taken: none,
  unasked: 0,
  takenByKind: each(BREAK_KINDS, none),
  takenByArm: each(ARMS, none),
  natural: none,
  left: 0,
  snoozed: 0,
  skipped: 0,
  notNow: 0,
  ignored: 0,
  leftOut: 0,
  withdrawn: {},
  suppressed: {},
  longestStretch: null,
}

export class FakeBreaks {
  readonly topic = new FakeTopic<BreakView>()
  view: BreakView = emptyBreaks(Date.now())
  /** Every answer is refused with this. */
  refusal: RefusedBecause | null = null
  /** What trying an own command comes to; null: none is set. */
  report: Omit<CommandReport, 'id' | 'which' | 'atMs'> | null = {
    outcome: 'done',
    exitCode: 0,
    output: 'lights dimmed',
    outputCut: false,
  }
  /** A made-up year; without it what a test has put into the fields below. */
  past: FakePastPauses | null = null
  entries: BreakEntryView[] = []
  suppressions: SuppressionView[] = []
  statistics: BreakStatisticsView = emptyStatistics
  weeks: CalendarDayView[][] = []
  choice: ChoiceView | null = null
  #commands = 700

  change(change: Partial<BreakView>): void {
    this.view = { ...this.view, ...change }
    this.topic.emit(this.view)
  }

  /** A report that a command has run by itself. */
  commandRan(which: CommandReport['which'], report: Partial<CommandReport> = {}): CommandReport {
    const command: CommandReport = {
      id: idOf(this.#commands++),
      which,
      atMs: Date.now(),
      outcome: 'done',
      exitCode: 0,
      output: '',
      outputCut: false,
      ...report,
    }
    this.change({ command })
    return command
  }
}

const fakes = new WeakMap<FakeEngine, FakeBreaks>()

export function breaksOf(engine: FakeEngine): FakeBreaks {
  const breaks = fakes.get(engine) ?? withPast(engine)
  fakes.set(engine, breaks)
  return breaks
}

/** The scenarios that live through days bring a past of pauses with them. */
const pastScenarios: Scenario[] = ['calmDay', 'heavyDay', 'firstDay', 'nothingYet']

function withPast(engine: FakeEngine): FakeBreaks {
  const breaks = new FakeBreaks()
  const { scenario } = engine.world
  if (!pastScenarios.includes(scenario)) return breaks
  const past = new FakePastPauses(daysOf(engine))
  const { offered, taken, natural } = past.statistics(past.today, past.today)
  const today = {
    offered,
    taken: taken.times,
    natural: natural.times,
    restedMs: taken.restedMs + natural.restedMs,
    nudgesLeft: 8 - offered,
  }
  const isByTimeOnly = scenario === 'firstDay' || scenario === 'nothingYet'
  return Object.assign(breaks, { past, view: { ...breaks.view, today, isByTimeOnly } })
}

export function fakeBreaks(noted: NotedContract, engine: FakeEngine) {
  const breaks = breaksOf(engine)
  const refuse = (code: string, data: Record<string, string> | null = null) =>
    new ORPCError(code, { defined: true, data })
  const check = () => {
    if (breaks.refusal) throw refuse('BREAK_REFUSED', { because: breaks.refusal })
  }
  const begin = (offer: BreakOffer, now: number) => {
    const { id, kind, arm, because, lengthMs, form, exercise } = offer
    const endsAtMs = now + lengthMs
    const rest = { fromMs: now, endsAtMs, isStrict: engine.world.settings.breaks.isStrict, displays: [] }
    breaks.change({
      offer: null,
      snoozed: null,
      running: { id, kind, arm, because, lengthMs, form, exercise, ...rest },
    })
  }
  return {
    watch: noted.breaks.watch.handler(({ signal }) => breaks.topic.watch(breaks.view, signal)),
    answer: noted.breaks.answer.handler(({ input }) => {
      check()
      const now = Date.now()
      const { answer } = input
      const open = breaks.view.offer ?? breaks.view.snoozed?.offer
      if (answer.say === 'finish') {
        const { running } = breaks.view
        if (!running) throw refuse('BREAK_REFUSED', { because: 'not_running' })
        breaks.change({
          running: null,
          rating: { nudgeId: running.id, kind: running.kind, arm: running.arm },
        })
        return {}
      }
      if (!open || open.id !== input.id) throw refuse('BREAK_REFUSED', { because: 'gone' })
      if (answer.say === 'start') begin(open, now)
      else if (answer.say !== 'snooze') breaks.change({ offer: null, snoozed: null })
      else {
        const offer = { ...open, postponesLeft: open.postponesLeft - 1 }
        breaks.change({ offer: null, snoozed: { offer, untilMs: now + answer.minutes * minuteMs } })
      }
      return {}
    }),
    start: noted.breaks.start.handler(({ input }) => {
      check()
      const { lengthMs } = engine.world.settings.breaks.kinds[input.kind]
      begin(someOffer(Date.now(), { ...input, because: 'person', lengthMs, exercise: null }), Date.now())
      return {}
    }),
    rate: noted.breaks.rate.handler(() => {
      breaks.change({ rating: null })
      return {}
    }),
    pause: noted.breaks.pause.handler(({ input }) => {
      breaks.change({ pausedUntilMs: Date.now() + (input.minutes ?? 600) * minuteMs })
      return {}
    }),
    resume: noted.breaks.resume.handler(() => {
      breaks.change({ pausedUntilMs: null })
      return {}
    }),
    showOnPurpose: noted.breaks.showOnPurpose.handler(() => {
      check()
      const { form } = engine.world.settings.breaks
      breaks.change({ offer: someOffer(Date.now(), { id: 77, because: 'tour', form }) })
      return {}
    }),
    displays: noted.breaks.displays.handler(() => ({})),
    drawn: noted.breaks.drawn.handler(({ input }) => {
      breaks.change({ drawn: [...new Set([...breaks.view.drawn, input.display])] })
      return {}
    }),
    notDrawn: noted.breaks.notDrawn.handler(() => ({})),
    history: noted.breaks.history.handler(
      ({ input: { fromDay, toDay } }) =>
        breaks.past?.span(fromDay, toDay) ?? { entries: breaks.entries, suppressions: breaks.suppressions },
    ),
    statistics: noted.breaks.statistics.handler(
      ({ input: { fromDay, toDay } }) => breaks.past?.statistics(fromDay, toDay) ?? breaks.statistics,
    ),
    month: noted.breaks.month.handler(
      ({ input: { weekStart, ...of } }) => breaks.past?.month(of, weekStart) ?? { weeks: breaks.weeks },
    ),
    week: noted.breaks.week.handler(
      ({ input: { fromDay } }) =>
        breaks.past?.week(fromDay) ?? {
          statistics: breaks.statistics,
          rated: { helped: 0, didNot: 0 },
          onOff: { kind: 'not_enough' as const, n: 0, missing: 40 },
          firstDay: null,
        },
    ),
    why: noted.breaks.why.handler(({ input }) => {
      const told = breaks.past?.why(input.nudgeId)
      if (told) return { ...told, arms: beliefs(engine) }
      const entries = breaks.entries.filter(({ nudgeId }) => nudgeId === input.nudgeId)
      if (entries.length === 0) throw refuse('NOT_FOUND')
      return { entries, choice: breaks.choice, arms: beliefs(engine) }
    }),
    learning: noted.breaks.learning.handler(() => ({
      outcomes: 0,
      ruledOutcomes: 20,
      ...breaks.past?.learning(),
      arms: beliefs(engine),
    })),
    forgetLearning: noted.breaks.forgetLearning.handler(() => {
      if (breaks.past) breaks.past.isForgotten = true
      return {}
    }),
    export: noted.breaks.export.handler(() => ({
      fileName: 'lull-pauses-2026-11-03',
      csv: 'at,what\n',
      suppressionsCsv: 'from,reason\n',
      json: '{}',
    })),
    tryCommand: noted.breaks.tryCommand.handler(({ input }) => {
      const isSet = engine.world.settings.breakCommands[input.which] !== null
      if (!isSet || !breaks.report) throw refuse('NOT_FOUND')
      return { id: idOf(699), which: input.which, atMs: Date.now(), ...breaks.report }
    }),
    putCommandAway: noted.breaks.putCommandAway.handler(({ input }) => {
      if (breaks.view.command?.id === input.id) breaks.change({ command: null })
      return {}
    }),
  }
}

function beliefs(engine: FakeEngine) {
  const { pins, bans } = engine.world.settings.breaks
  const known = breaksOf(engine).past?.learning().arms ?? []
  return ARMS.map((arm) => ({
    arm,
    tried: 0,
    worked: 0,
    expected: 0.5,
    ...known.find((one) => one.arm === arm),
    isPinned: pins.includes(arm),
    isBanned: bans.includes(arm),
  }))
}
