/** A person at a desk for tests of stress: real storage and contract, a clock that waits, beats and minutes as the bus brings them. */
import { createRouterClient } from '@orpc/server'
import BetterSqlite3 from 'better-sqlite3'
import { vi } from 'vitest'
import type { PresenceSnapshot } from '../../../../electron/contract/presence.ts'
import { type Settings, settingsDocument } from '../../../../electron/contract/settings.ts'
import type { StressSnapshot } from '../../../../electron/contract/stress.ts'
import type { Checkin } from '../../../../electron/core/checkins/checkin.ts'
import { workDay } from '../../../../electron/core/presence/localMoment.ts'
import type { MinuteRecord } from '../../../../electron/core/presence/minuteRecord.ts'
import type { Standing } from '../../../../electron/core/presence/standing.ts'
import type { Reading, RrReading } from '../../../../electron/core/readings/mapping.ts'
import type { ScoredCheckin } from '../../../../electron/core/stress/agreement.ts'
import { defaultBreakRules } from '../../../../electron/core/stress/breakNeed.ts'
import { seededRandom } from '../../../../electron/core/stress/seededRandom.ts'
import { advanceRhythm, noRhythmYet, type WorkRhythm } from '../../../../electron/core/stress/workRhythm.ts'
import { zoneCalendar } from '../../../../electron/engine/calendar.ts'
import { EventBus } from '../../../../electron/engine/events.ts'
import { createStress } from '../../../../electron/engine/features/stress/index.ts'
import { createLog } from '../../../../electron/engine/log.ts'
import { openDatabase } from '../../../../electron/engine/store/database.ts'
import { Store } from '../../../../electron/engine/store/sql.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import { TEST_KEY } from '../../engineParts.ts'

// Weeks are lived here second by second, and other work may go on beside it.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

export const SECOND = 1000
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
/** A Monday. */
export const MONDAY = Date.UTC(2026, 10, 2, 8, 0, 0)

/** What the sensors say of a minute of ordinary work. */
export type MinuteValues = Partial<MinuteRecord>

const nothingKnown: Omit<MinuteRecord, 'atMs' | 'workDay' | 'minuteOfDay'> = {
  workSeconds: 60,
  restSeconds: 0,
  unknownSeconds: 0,
  activeSeconds: null,
  callSeconds: null,
  sharingSeconds: null,
  fullScreenSeconds: null,
  quietSeconds: null,
  switches: null,
  commsSeconds: null,
  devSeconds: null,
  docsSeconds: null,
  mediaSeconds: null,
  otherSeconds: null,
  keys: null,
  deletes: null,
  pauses: null,
  shortPauses: null,
  clicks: null,
  scrolls: null,
  pathPx: null,
  lateMinutes: null,
  daySpanHours: null,
  loopLagMs: null,
  temperatureC: null,
  cpuShare: null,
  memoryShare: null,
  onBattery: null,
}

/** A heart with some breathing in it; `meanMs` is the interval. */
export interface Heart {
  source?: string
  meanMs: number
  swingMs?: number
  /** Sends intervals (`rr`, the default) or heart rates. */
  kind?: 'rr' | 'hr'
}

export interface Stretch {
  minutes: number
  standing?: Standing
  /** What a minute of work leaves; without it minutes leave no row. */
  minute?: (random: () => number) => MinuteValues
  heart?: Heart
  /** How often the rhythm goes on, ms. */
  stepMs?: number
}

export interface WorldOptions {
  store?: Store
  /** Goes on where another world is, with a copy of everything kept; the other one is left as it is. */
  from?: StressWorld
  clock?: FakeClock
  zone?: string
  settings?: Partial<Settings>
}

export const emptyStore = () => openDatabase({ dataFolder: null, keyHex: TEST_KEY, now: 1 }).store

export class StressWorld {
  readonly store: Store
  readonly clock: FakeClock
  readonly bus = new EventBus()
  readonly logLines: string[] = []
  readonly told: StressSnapshot[] = []
  readonly random = seededRandom(7)
  zone: string
  settings: Settings
  minutes: MinuteRecord[]
  checkins: Checkin[]
  scored: ScoredCheckin[] = []
  rhythm: WorkRhythm
  stress!: ReturnType<typeof createStress>
  #phase = 0
  #beatMs = 0

  constructor(options: WorldOptions = {}) {
    const { from } = options
    this.store = options.store ?? from?.copyOfStore() ?? emptyStore()
    this.clock = options.clock ?? new FakeClock(from?.clock.now() ?? MONDAY)
    this.zone = options.zone ?? from?.zone ?? 'UTC'
    this.settings = { ...(from?.settings ?? settingsDocument.parse({})), ...options.settings }
    this.minutes = [...(from?.minutes ?? [])]
    this.checkins = [...(from?.checkins ?? [])]
    this.rhythm = from?.rhythm ?? noRhythmYet
    this.bus.on('stressChanged', (snapshot) => this.told.push(snapshot))
    this.open()
  }

  open(): void {
    this.stress = createStress({
      store: this.store,
      bus: this.bus,
      clock: this.clock,
      calendar: zoneCalendar(() => this.zone),
      log: createLog(this.clock, (line) => this.logLines.push(line)),
      settings: () => this.settings,
      minutes: (fromMs, toMs) => this.minutes.filter((one) => one.atMs >= fromMs && one.atMs < toMs),
      checkins: (fromMs, toMs) => this.checkins.filter((one) => one.atMs >= fromMs && one.atMs < toMs),
      scoredCheckins: () => this.scored,
    })
    this.stress.service.start()
  }

  /** As if the app was closed and opened again. */
  restart(): void {
    this.stress.service.stop()
    this.open()
  }

  copyOfStore(): Store {
    this.stress.service.stop()
    const copy = new Store(new BetterSqlite3(this.store.raw.serialize()))
    this.open()
    return copy
  }

  get service() {
    return this.stress.service
  }

  get calendar() {
    return zoneCalendar(() => this.zone)
  }

  get today(): number {
    return workDay(this.calendar.moment(this.clock.now()))
  }

  /** The procedures with their contract: what does not fit it fails. */
  client() {
    const context = { role: 'window' as const, report: () => {} }
    return createRouterClient({ stress: this.stress.router }, { context }).stress
  }

  change(settings: Partial<Settings>): void {
    this.settings = { ...this.settings, ...settings }
    this.bus.emit('settingsChanged', this.settings)
  }

  presence(inCall: boolean | null): void {
    const unknown = { value: null, source: null, sinceMs: null, quality: 0 }
    const snapshot: PresenceSnapshot = {
      activity: { ...unknown, value: 'active' },
      inCall: { ...unknown, value: inCall },
      sharing: unknown,
      fullScreen: unknown,
      doNotDisturb: unknown,
      standing: 'working',
      sensing: { state: 'on', until: null },
      sensors: [],
    }
    this.bus.emit('presenceChanged', snapshot)
  }

  checkin(mood: number, atMs = this.clock.now()): void {
    const id = crypto.randomUUID()
    this.checkins.push({
      ...{ id, atMs, mood, energy: null, words: [], tags: [], sleepHours: null, because: 'person' },
      workDay: workDay(this.calendar.moment(atMs)),
    })
    this.checkins.sort((a, b) => a.atMs - b.atMs)
    this.bus.emit('checkinsChanged', {})
  }

  take(...readings: Reading[]): void {
    this.bus.emit('readingsTaken', readings)
  }

  /** Lives through a stretch of time. */
  live({ minutes, standing = 'working', minute, heart, stepMs = 10 * SECOND }: Stretch): this {
    const endMs = this.clock.now() + minutes * MINUTE
    this.#beatMs = this.clock.now()
    while (this.clock.now() < endMs) {
      const fromMs = this.clock.now()
      const toMs = Math.min(endMs, fromMs + stepMs)
      if (heart) this.#beat(heart, toMs)
      else this.clock.advance(toMs - fromMs)
      if (Math.floor(toMs / MINUTE) > Math.floor(fromMs / MINUTE) && minute && standing === 'working') {
        this.#finishMinute(Math.floor(toMs / MINUTE) * MINUTE - MINUTE, minute(this.random))
      }
      this.#advance(fromMs, toMs, standing)
    }
    return this
  }

  /** Away in one go, such as over night. */
  away(untilMs: number): this {
    const fromMs = this.clock.now()
    this.#advance(fromMs, fromMs + SECOND, 'resting')
    this.clock.advance(untilMs - fromMs)
    this.#advance(fromMs + SECOND, untilMs, 'resting')
    return this
  }

  #advance(fromMs: number, toMs: number, standing: Standing): void {
    const day = workDay(this.calendar.moment(fromMs))
    const span = { fromMs, toMs, standing, workDay: day }
    const [rhythm, effects] = advanceRhythm(this.rhythm, span, defaultBreakRules)
    this.rhythm = rhythm
    this.bus.emit('rhythmAdvanced', { rhythm, effects, atMs: toMs })
  }

  #finishMinute(atMs: number, values: MinuteValues): void {
    const moment = this.calendar.moment(atMs)
    const row = {
      ...nothingKnown,
      ...values,
      atMs,
      workDay: workDay(moment),
      minuteOfDay: moment.minuteOfDay,
    }
    this.minutes.push(row)
    this.bus.emit('minuteFinished', row)
  }

  /** Beats until a moment, one message a second as a strap sends them. */
  #beat(heart: Heart, toMs: number): void {
    while (this.clock.now() < toMs) {
      const secondMs = Math.min(toMs, this.clock.now() + SECOND)
      const rrMs: number[] = []
      for (;;) {
        const next = heart.meanMs + (heart.swingMs ?? 30) * Math.sin(this.#phase) + 8 * (this.random() - 0.5)
        if (this.#beatMs + next > secondMs) break
        this.#phase += 1.3
        this.#beatMs += next
        rrMs.push(Math.round(next))
      }
      this.clock.advance(secondMs - this.clock.now())
      if (heart.kind === 'hr') this.take(hr(secondMs, 60_000 / heart.meanMs, heart.source))
      else if (rrMs.length > 0) this.take(rr(secondMs, rrMs, heart.source))
    }
  }
}

export function rr(atMs: number, rrMs: (number | null)[], source = 'strap'): RrReading {
  return { kind: 'rr', source, atMs, timeFrom: 'payload', notLive: null, rrMs }
}

export function hr(atMs: number, bpm: number, source = 'watch'): Reading {
  return { kind: 'hr', source, atMs, timeFrom: 'payload', notLive: null, bpm }
}

const bell = (random: () => number) => random() + random() + random() - 1.5

/** A minute like most: every work sensor speaks. */
export function usualMinute(random: () => number): MinuteValues {
  const commsSeconds = Math.max(0, 12 + 4 * bell(random))
  return {
    ...{ activeSeconds: 55, callSeconds: 0, switches: Math.round(Math.max(0, 4 + 2 * bell(random))) },
    ...{ commsSeconds, devSeconds: 40, docsSeconds: 0, mediaSeconds: 0, otherSeconds: 15 - commsSeconds / 2 },
    ...{ keys: 120, deletes: Math.round(10 + 3 * bell(random)), pauses: 30 },
    ...{ shortPauses: Math.round(15 + 4 * bell(random)), clicks: 10, scrolls: 3 },
    ...{ pathPx: 6000 + 1500 * bell(random), lateMinutes: 0, daySpanHours: 4 },
    ...{ loopLagMs: 5 + 2 * bell(random), temperatureC: 55 + 3 * bell(random) },
  }
}

/** A minute unlike the usual in every way. */
export function heavyMinute(random: () => number): MinuteValues {
  return {
    ...usualMinute(random),
    ...{ switches: 16, commsSeconds: 45, deletes: 40, shortPauses: 28, pathPx: 25_000 },
    ...{ loopLagMs: 60, temperatureC: 80 },
  }
}

/** Days with eighty minutes of work in the morning and as many in the afternoon, and a night after each. */
export function workDays(
  world: StressWorld,
  days: number,
  minute: (random: () => number) => MinuteValues = usualMinute,
  stepMs = MINUTE,
): StressWorld {
  for (let day = 0; day < days; day++) {
    const startMs = world.clock.now()
    world.live({ minutes: 80, minute, stepMs })
    world.away(startMs + 5 * HOUR)
    world.live({ minutes: 80, minute, stepMs })
    world.away(startMs + DAY)
  }
  return world
}
