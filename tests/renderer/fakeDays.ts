/** Days as the engine would tell them: spans, sums, scores and check-ins of a made-up person, by scenario. */
import type { CheckinRow } from '../../electron/contract/checkins.ts'
import type { DaySpanOfPresence, DaySums } from '../../electron/contract/presence.ts'
import type { DayScores } from '../../electron/contract/stress.ts'
import { checkinsOf } from './fakeCheckins.ts'
import type { FakeEngine, NotedContract } from './fakeEngine.ts'
import { calmPlan, emptySums, firstPlan, heavyPlan, type Kind, lightPlan, type Plan } from './fakePlans.ts'
import { idOf, type Scenario } from './fakeWorld.ts'

export const hourMs = 3_600_000
export const minuteMs = 60_000
const dayMs = 24 * hourMs
/** It is between three and four, whenever the page is looked at: the zone is chosen for it. */
const HOUR_OF_NOW = 15
/** The hour of today's plan that is now, so that the same time has passed in every test. */
const PLANNED_NOW = 15.6
const KEPT_DAYS = 30
const HISTORY_DAYS = 45

/** In all other scenarios no day is known. */
const dayScenarios: Scenario[] = ['calmDay', 'heavyDay', 'firstDay', 'nothingYet', 'noStrap', 'strainOff']

export interface FakePoint {
  atMs: number
  need: number | null
  strain: number | null
  confidence: number
}

/** The same small number for the same day, 0–1. */
const chance = (seed: number) => Math.abs(Math.sin(seed * 12.9898) * 43758.5453) % 1

export class FakeDays {
  readonly nowMs: number
  readonly today: number
  readonly zone: string
  readonly scenario: Scenario
  readonly #offsetMs: number

  constructor(scenario: Scenario, nowMs: number) {
    this.scenario = scenario
    this.nowMs = nowMs
    const utcHour = new Date(nowMs).getUTCHours()
    // 15 o'clock is at most 12 hours ahead or 8 behind.
    const hours = ((HOUR_OF_NOW - utcHour + 35) % 24) - 11
    this.#offsetMs = hours * hourMs
    // These names count the other way round.
    this.zone = hours === 0 ? 'UTC' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`
    this.today = Math.floor((nowMs + this.#offsetMs - 4 * hourMs) / dayMs)
  }

  /** The moment at which the clock of a day says an hour such as 13.5. */
  at(workDay: number, hour: number): number {
    return workDay * dayMs + Math.round(hour * 60) * minuteMs - this.#offsetMs
  }

  /** The moment a plan means by an hour. */
  #planned(workDay: number, hour: number): number {
    if (workDay !== this.today) return this.at(workDay, hour)
    const shiftMs = this.nowMs - this.at(workDay, PLANNED_NOW)
    return this.at(workDay, hour) + Math.round(shiftMs / minuteMs) * minuteMs
  }

  bounds(workDay: number) {
    return { fromMs: this.at(workDay, 4), toMs: this.at(workDay, 28) }
  }

  /** Weekends, one lost day, everything before the history, and before the first day are not known. */
  isKnown(workDay: number): boolean {
    if (!dayScenarios.includes(this.scenario)) return false
    const ago = this.today - workDay
    if (ago === 0) return this.scenario !== 'nothingYet'
    const weekday = (workDay + 4) % 7
    const isOff = weekday === 0 || (weekday === 6 && chance(workDay) < 0.7) || ago === 9
    const isNew = this.scenario === 'firstDay' || this.scenario === 'nothingYet'
    return ago > 0 && ago < HISTORY_DAYS && !isOff && !isNew
  }

  #plan(workDay: number): Plan {
    if (workDay !== this.today) {
      const shift = chance(workDay) - 0.4
      const plan = this.#isHeavyPast(workDay) ? heavyPlan : chance(workDay + 4) < 0.25 ? lightPlan : calmPlan
      return plan.map(([kind, from, to]) => [kind, from + shift, to + shift])
    }
    if (this.scenario === 'firstDay') return firstPlan
    return this.scenario === 'heavyDay' ? heavyPlan : calmPlan
  }

  /** All of a known day, also where its stretches are not kept any more. */
  #whole(workDay: number): DaySpanOfPresence[] {
    if (!this.isKnown(workDay)) return []
    const endMs = workDay === this.today ? this.nowMs : Number.POSITIVE_INFINITY
    return this.#plan(workDay).flatMap(([kind, from, to]) => {
      const fromMs = this.#planned(workDay, from)
      const toMs = Math.min(this.#planned(workDay, to), endMs)
      return toMs > fromMs ? [{ kind, fromMs, toMs }] : []
    })
  }

  spans(workDay: number): DaySpanOfPresence[] {
    return this.today - workDay < KEPT_DAYS ? this.#whole(workDay) : []
  }

  sums(workDay: number): DaySums {
    const spans = this.#whole(workDay)
    const of = (kinds: Kind[]) => spans.filter((span) => kinds.includes(span.kind))
    const total = (kinds: Kind[]) => of(kinds).reduce((sum, one) => sum + one.toMs - one.fromMs, 0)
    const busy = of(['work', 'call'])
    return {
      ...emptySums(workDay),
      activeMs: total(['work', 'call']),
      restMs: total(['rest']),
      unknownMs: total(['unknown']),
      realRests: of(['rest']).filter((one) => one.toMs - one.fromMs >= 5 * minuteMs).length,
      callMs: total(['call']),
      calls: of(['call']).length,
      firstWorkMs: busy[0]?.fromMs ?? null,
      lastWorkMs: busy.at(-1)?.toMs ?? null,
      minutes: Math.round(total(['work', 'call', 'rest', 'unknown']) / minuteMs),
    }
  }

  get hasStrain(): boolean {
    return ['calmDay', 'heavyDay', 'noStrap'].includes(this.scenario)
  }

  get hasBeats(): boolean {
    return this.hasStrain && this.scenario !== 'noStrap'
  }

  points(workDay: number): FakePoint[] {
    if (this.today - workDay >= KEPT_DAYS) return []
    const points: FakePoint[] = []
    let activeMs = 0
    for (const span of this.spans(workDay)) {
      if (span.kind === 'rest' && span.toMs - span.fromMs >= 3 * minuteMs) activeMs = 0
      for (let atMs = span.fromMs; atMs < span.toMs; atMs += minuteMs) {
        if (span.kind === 'work' || span.kind === 'call') activeMs += minuteMs
        const isUnknown = span.kind === 'unknown'
        const need = isUnknown ? null : span.kind === 'rest' ? 0 : Math.min(1, activeMs / (50 * minuteMs))
        points.push({ atMs, need, ...this.#strain(workDay, span.kind, atMs) })
      }
    }
    return points
  }

  #strain(workDay: number, kind: Kind, atMs: number): { strain: number | null; confidence: number } {
    const hour = (atMs - this.#planned(workDay, 0)) / hourMs
    const isSilent = !this.hasStrain || kind === 'unknown' || kind === 'rest' || hour < 9.2
    if (isSilent) return { strain: null, confidence: this.hasStrain ? 0.22 : 0 }
    const wave = 0.32 + 0.07 * Math.sin(hour * 2.1 + workDay) + 0.03 * Math.sin(hour * 9)
    const isHeavy = this.#plan(workDay)[0]?.[2] === heavyPlan[0]?.[2] || this.#isHeavyPast(workDay)
    const climb = isHeavy ? Math.max(0, Math.min(0.36, (hour - 13.4) * 0.26)) : 0
    return { strain: Math.min(1, wave + climb), confidence: this.scenario === 'noStrap' ? 0.41 : 0.58 }
  }

  #isHeavyPast(workDay: number): boolean {
    return workDay !== this.today && chance(workDay + 3) < 0.3
  }

  /** Stretches with a score at or above .62. */
  raised(workDay: number): { fromMs: number; toMs: number }[] {
    const stretches: { fromMs: number; toMs: number }[] = []
    for (const { atMs, strain } of this.points(workDay)) {
      if (strain === null || strain < 0.62) continue
      const last = stretches.at(-1)
      if (last && atMs - last.toMs <= 2 * minuteMs) last.toMs = atMs
      else stretches.push({ fromMs: atMs, toMs: atMs })
    }
    return stretches.filter((one) => one.toMs - one.fromMs >= 10 * minuteMs)
  }

  scores(workDay: number): DayScores {
    const isKept = this.today - workDay < KEPT_DAYS
    const points = this.points(workDay)
    const needs = points.flatMap(({ need }) => (need === null ? [] : [need]))
    const strains = points.flatMap(({ strain }) => (strain === null ? [] : [strain]))
    const raised = this.raised(workDay)
    const old = { need: 0.6 + 0.4 * chance(workDay), strain: 0.25 + 0.2 * chance(workDay + 1) }
    const isKnown = this.isKnown(workDay)
    return {
      workDay,
      needMost: isKept ? (needs.length > 0 ? Math.max(...needs) : null) : isKnown ? old.need : null,
      strainMean: isKept
        ? strains.length > 0
          ? strains.reduce((sum, one) => sum + one, 0) / strains.length
          : null
        : isKnown
          ? old.strain
          : null,
      strainKnownMs: strains.length * minuteMs,
      raisedMs: raised.reduce((sum, one) => sum + one.toMs - one.fromMs, 0),
      raisedTimes: raised.length,
      confidenceMean: strains.length > 0 ? 0.52 : null,
      hrBpm: this.hasBeats && strains.length > 0 ? 68 + 6 * chance(workDay) : null,
      rmssdMs: this.hasBeats && strains.length > 0 ? 36 + 10 * chance(workDay + 5) : null,
      windowsAccepted: this.hasBeats ? Math.round(strains.length * 0.8) : 0,
      windowsRefused: this.hasBeats ? Math.round(strains.length * 0.07) : 0,
    }
  }

  /** Good minutes of beats: not all of work, and some of them quiet. */
  beats(workDay: number): { atMs: number; hrBpm: number; rmssdMs: number; quiet: boolean }[] {
    if (!this.hasBeats) return []
    return this.points(workDay)
      .filter(({ atMs, strain }) => strain !== null && chance(Math.floor(atMs / (17 * minuteMs))) > 0.16)
      .map(({ atMs }) => ({
        atMs,
        hrBpm: 70 + 4 * chance(atMs / minuteMs),
        rmssdMs: 38 + 8 * chance(atMs / minuteMs + 2),
        quiet: chance(Math.floor(atMs / (23 * minuteMs))) > 0.5,
      }))
  }

  nightly(fromDay: number, toDay: number): { workDay: number; value: number }[] {
    if (!this.hasBeats) return []
    const days = Array.from({ length: Math.max(0, toDay - fromDay + 1) }, (_, at) => fromDay + at)
    return days
      .filter((workDay) => this.isKnown(workDay) && chance(workDay + 7) > 0.15)
      .map((workDay) => ({ workDay, value: Math.round(39 + 11 * chance(workDay + 11)) }))
  }

  checkins(workDay: number): CheckinRow[] {
    if (!this.isKnown(workDay) || !this.hasStrain) return []
    const isHeavy = workDay === this.today ? this.scenario === 'heavyDay' : this.#isHeavyPast(workDay)
    const row = { words: [], tags: [], sleepHours: null, because: 'person' as const, workDay }
    const said: CheckinRow[] = [
      {
        ...row,
        id: idOf(workDay * 10),
        atMs: this.#planned(workDay, 10.95),
        mood: 4,
        energy: 4,
        tags: ['office'],
      },
      {
        ...row,
        id: idOf(workDay * 10 + 1),
        atMs: this.#planned(workDay, 14.5),
        mood: isHeavy ? 2 : 3,
        energy: isHeavy ? 2 : null,
        words: isHeavy ? ['tense'] : [],
        because: isHeavy ? 'strain' : 'time',
      },
    ]
    return said.filter((one) => one.atMs <= this.nowMs && (workDay === this.today || chance(one.atMs) > 0.3))
  }
}

const worlds = new WeakMap<FakeEngine, FakeDays>()

/** The days a fake engine knows; its check-ins are laid into the world of check-ins. */
export function daysOf(engine: FakeEngine): FakeDays {
  const known = worlds.get(engine)
  if (known) return known
  const days = new FakeDays(engine.world.scenario, Date.now())
  worlds.set(engine, days)
  const checkins = checkinsOf(engine)
  for (let ago = 0; ago < HISTORY_DAYS; ago++) {
    for (const row of days.checkins(days.today - ago)) checkins.rows.set(row.id, row)
  }
  return days
}

/** What presence tells about days. */
export function fakeDays(noted: NotedContract, engine: FakeEngine) {
  const days = daysOf(engine)
  return {
    today: noted.presence.today.handler(() => ({
      workDay: days.today,
      ...days.bounds(days.today),
      zone: days.zone,
    })),
    day: noted.presence.day.handler(({ input: { workDay } }) => ({
      sums: days.sums(workDay),
      ...days.bounds(workDay),
      spans: days.spans(workDay),
    })),
    days: noted.presence.days.handler(({ input: { fromDay, toDay } }) => ({
      days: Array.from({ length: toDay - fromDay + 1 }, (_, at) => fromDay + at)
        .filter((workDay) => days.isKnown(workDay))
        .map((workDay) => days.sums(workDay)),
    })),
  }
}
