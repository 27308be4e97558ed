/** The fake engine's scores: a calm day, a heavy one, a first one, one without a strap, and what each is made of. */
import { ORPCError } from '@orpc/server'
import type { EngineClient } from '../../electron/contract/index.ts'
import type { StrainReasonView, StressSnapshot, WrongStretch } from '../../electron/contract/stress.ts'
import type { Agreement } from '../../electron/core/stress/agreement.ts'
import { daysOf, type FakeDays, minuteMs } from './fakeDays.ts'
import type { FakeEngine, NotedContract } from './fakeEngine.ts'
import { fakeRows, heavySignals, silent, type Unknown } from './fakeSignals.ts'
import { FakeTopic } from './fakeTopic.ts'

type Explanation = Awaited<ReturnType<EngineClient['stress']['explain']>>

const usual = { need: { low: 0.18, high: 0.66 }, strain: { low: 0.24, high: 0.42 } }

const isBody = ({ family }: StrainReasonView) => family === 'body'

export class FakeStress {
  readonly topic = new FakeTopic<StressSnapshot>()
  readonly wrong = new Map<string, WrongStretch>()
  agreement: Agreement = { kind: 'too_few', n: 17, missing: 23 }
  readonly #engine: FakeEngine

  constructor(engine: FakeEngine) {
    this.#engine = engine
    const { scenario, settings } = engine.world
    if (scenario === 'heavyDay') settings.sensing = { ...settings.sensing, apps: true }
    if (scenario === 'heavyDay') {
      this.agreement = { kind: 'known', n: 52, rho: 0.31, low: 0.05, high: 0.53, proposeOff: false }
    }
    if (scenario === 'noStrap') {
      this.agreement = { kind: 'known', n: 44, rho: 0.09, low: -0.21, high: 0.37, proposeOff: true }
    }
    if (scenario === 'strainOff') settings.strainOn = false
  }

  get days(): FakeDays {
    return daysOf(this.#engine)
  }

  #signals(): StrainReasonView[] {
    const { scenario } = this.days
    if (scenario === 'heavyDay') return heavySignals
    const calm = heavySignals.map((one) => ({
      ...one,
      value: (one.usualLow + one.usualHigh) / 2,
      z: 0.1,
      s: 0,
      share: 0,
    }))
    const [switches, ...rest] = calm
    const one = switches ? [{ ...switches, value: 6.4, z: 0.9, s: 0.2, share: 1 }] : []
    return [...one, ...rest].filter((signal) => scenario !== 'noStrap' || !isBody(signal))
  }

  #strain(): StressSnapshot['strain'] {
    const { days } = this
    const last = days.points(days.today).at(-1)
    const state = !this.#engine.world.settings.strainOn ? 'off' : days.hasStrain ? 'known' : 'learning'
    const isKnown = state === 'known'
    const isHeavy = days.scenario === 'heavyDay'
    const body: Unknown = [
      { feature: 'hrBpm', reason: 'no_value' },
      { feature: 'lnRmssd', reason: 'no_value' },
    ]
    return {
      state,
      value: isKnown ? (last?.strain ?? 0.3) : null,
      confidence: isKnown ? (last?.confidence ?? 0.58) : 0,
      phase: isHeavy ? 'raised' : 'clear',
      contributing: isHeavy ? ['fragmentation', 'body'] : [],
      reasons: isKnown
        ? this.#signals()
            .filter((one) => one.s > 0)
            .slice(0, 3)
        : [],
      unknown: isKnown ? [...silent, ...(days.hasBeats ? [] : body)] : [],
      daysKnown: days.hasStrain ? 14 : 1,
      usual: isKnown ? usual.strain : null,
    }
  }

  #need(): StressSnapshot['need'] {
    const { days } = this
    const last = days.points(days.today).at(-1)
    const value = last?.need ?? null
    const targetMs = 50 * minuteMs
    const since = days.spans(days.today).findLast((span) => span.kind === 'rest')
    const firstMs = days.sums(days.today).firstWorkMs
    const activeSinceRestMs = firstMs === null ? 0 : days.nowMs - (since?.toMs ?? firstMs)
    return {
      value,
      sinceRest: activeSinceRestMs / targetMs,
      activeSinceRestMs,
      targetMs,
      daySpanMs: firstMs === null ? null : days.nowMs - firstMs,
      isLongDay: false,
      inQuietHours: false,
      usual: days.hasStrain ? usual.need : null,
    }
  }

  snapshot(): StressSnapshot {
    const { hasBeats, hasStrain, nowMs } = this.days
    return {
      atMs: nowMs,
      need: this.#need(),
      strain: this.#strain(),
      body: {
        source: hasBeats ? 'Polar H10' : null,
        atMs: hasBeats ? nowMs - 20_000 : null,
        hrBpm: hasBeats ? (this.days.scenario === 'heavyDay' ? 78 : 68) : null,
        rmssdMs: hasBeats ? 34 : null,
        coverage: hasBeats ? 0.96 : null,
        refused: [],
        baseline: {
          known: hasStrain && this.days.scenario === 'heavyDay',
          quietMinutes: hasBeats ? (this.days.scenario === 'heavyDay' ? 214 : 31) : 0,
          days: hasBeats ? (this.days.scenario === 'heavyDay' ? 9 : 2) : 0,
          leastMinutes: 60,
          leastDays: 3,
        },
      },
    }
  }

  tell(): void {
    this.topic.emit(this.snapshot())
  }

  day(workDay: number) {
    const { days } = this
    const bounds = days.bounds(workDay)
    const scores = days.scores(workDay)
    return {
      ...bounds,
      points: days.points(workDay),
      raised: days.raised(workDay),
      needUsual: days.hasStrain ? usual.need : null,
      strainUsual: days.hasStrain ? usual.strain : null,
      beats: {
        windows: days.beats(workDay),
        accepted: scores.windowsAccepted,
        refused: [{ reason: 'too_many_bad_beats', count: scores.windowsRefused }],
      },
      daily: this.#daily(workDay - 6, workDay),
      wrong: [...this.wrong.values()].filter((one) => one.fromMs < bounds.toMs && one.toMs > bounds.fromMs),
      scores,
    }
  }

  #daily(fromDay: number, toDay: number) {
    const values = this.days.nightly(fromDay, toDay)
    if (values.length === 0) return []
    const weekMean = values.reduce((sum, one) => sum + one.value, 0) / values.length
    return [
      {
        source: 'watch',
        kind: 'rmssd' as const,
        values,
        weekMean,
        band: { low: 41, high: 48 },
        side: 'within' as const,
      },
    ]
  }

  period(fromDay: number, toDay: number) {
    const { days } = this
    const all = Array.from({ length: toDay - fromDay + 1 }, (_, at) => fromDay + at)
    return {
      days: all.filter((workDay) => days.isKnown(workDay)).map((workDay) => days.scores(workDay)),
      daily: this.#daily(fromDay, toDay),
    }
  }

  explain(atMs: number): Explanation | null {
    const { days } = this
    const workDay = [days.today, days.today - 1, days.today - 2].find(
      (day) => atMs >= days.bounds(day).fromMs,
    )
    const points = days.points(workDay ?? days.today)
    const point = points.find((one) => Math.abs(one.atMs - atMs) <= 2 * minuteMs)
    if (!point) return null
    const { usual: _need, ...need } = this.#need()
    const { usual: _strain, ...strain } = this.#strain()
    const isKnown = point.strain !== null
    return {
      atMs: point.atMs,
      need: { ...need, value: point.need },
      strain: {
        ...strain,
        state: strain.state === 'known' && !isKnown ? 'unknown' : strain.state,
        value: point.strain,
        confidence: point.confidence,
        reasons: isKnown ? strain.reasons : [],
        signals: isKnown ? this.#signals() : [],
        threshold: days.hasStrain ? 0.62 : null,
      },
      ...fakeRows(point.atMs, days.hasBeats),
      checkin: null,
      decision: this.#decision(point.atMs, workDay ?? days.today),
    }
  }

  #decision(atMs: number, workDay: number): Explanation['decision'] {
    const raised = this.days.raised(workDay).find((one) => Math.abs(one.fromMs - atMs) <= 10 * minuteMs)
    if (!raised) return null
    return {
      atMs: raised.fromMs,
      kind: 'strainRaised',
      because: null,
      strain: 0.64,
      threshold: 0.62,
      highMs: 10 * minuteMs,
      raisedShare: 0.03,
      contributing: ['fragmentation', 'body'],
    }
  }
}

const worlds = new WeakMap<FakeEngine, FakeStress>()

/** What a fake engine holds of scores, for tests to look at and to change. */
export function stressOf(engine: FakeEngine): FakeStress {
  const stress = worlds.get(engine) ?? new FakeStress(engine)
  worlds.set(engine, stress)
  return stress
}

export function fakeStress(noted: NotedContract, engine: FakeEngine) {
  const stress = stressOf(engine)
  void (async () => {
    for await (const _ of engine.settings.watch(engine.world.settings, undefined)) stress.tell()
  })()
  return {
    watch: noted.stress.watch.handler(({ signal }) => stress.topic.watch(stress.snapshot(), signal)),
    day: noted.stress.day.handler(({ input }) => stress.day(input.workDay)),
    days: noted.stress.days.handler(({ input }) => stress.period(input.fromDay, input.toDay)),
    explain: noted.stress.explain.handler(({ input }) => {
      const explanation = stress.explain(input.atMs)
      if (!explanation) throw new ORPCError('NOT_FOUND', { defined: true })
      return explanation
    }),
    markWrong: noted.stress.markWrong.handler(({ input }) => {
      stress.wrong.set(input.id, input)
      return input
    }),
    unmarkWrong: noted.stress.unmarkWrong.handler(({ input }) => {
      stress.wrong.delete(input.id)
      return {}
    }),
    howWell: noted.stress.howWell.handler(() => stress.agreement),
  }
}
