/** Presence for tests: real storage, a clock that can jump, and sensors that say what the test holds up. */
import { onTestFinished } from 'vitest'
import type { FactReport, PresenceSnapshot } from '../../../../electron/contract/presence.ts'
import { type Settings, settingsDocument } from '../../../../electron/contract/settings.ts'
import type { Fact, FactReading } from '../../../../electron/core/presence/fact.ts'
import type { MinuteRecord } from '../../../../electron/core/presence/minuteRecord.ts'
import { SENSOR_OF_FACT } from '../../../../electron/core/presence/sensingPlan.ts'
import type { SensorId } from '../../../../electron/core/presence/sensor.ts'
import { zoneCalendar } from '../../../../electron/engine/calendar.ts'
import { type EngineEvents, EventBus } from '../../../../electron/engine/events.ts'
import {
  type PresenceParts,
  PresenceService,
} from '../../../../electron/engine/features/presence/presenceService.ts'
import { createLog } from '../../../../electron/engine/log.ts'
import type { Clock } from '../../../../electron/engine/ports/clock.ts'
import type { SensorSink, Sensors } from '../../../../electron/engine/ports/presence.ts'
import { openDatabase } from '../../../../electron/engine/store/database.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import { TEST_KEY } from '../../engineParts.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
/** Real probes ask each 5 s. */
export const POLL_MS = 5_000

/** A clock that goes when told to, and can be moved while the machine sleeps or by hand: then no timer runs. */
export class JumpingClock implements Clock {
  readonly #running: FakeClock
  #offMs = 0

  constructor(startMs: number) {
    this.#running = new FakeClock(startMs)
  }

  now(): number {
    return this.#running.now() + this.#offMs
  }

  after(delayMs: number, callback: () => void): () => void {
    return this.#running.after(delayMs, callback)
  }

  advance(byMs: number): void {
    this.#running.advance(byMs)
  }

  jump(byMs: number): void {
    this.#offMs += byMs
  }
}

export class HeldSensors implements Sensors {
  sink: SensorSink | null = null
  wanted: ReadonlySet<SensorId> = new Set()
  readonly asked: SensorId[][] = []
  /** Each time a closer look was asked for, or not any more. */
  readonly closer: boolean[] = []
  readonly #held = new Map<Fact, { value: unknown; sinceMs?: number | undefined }>()
  readonly #clock: Clock
  #app: string | null | undefined
  #cancel = () => {}

  constructor(clock: Clock) {
    this.#clock = clock
  }

  start(sink: SensorSink): void {
    this.sink = sink
    this.#poll()
  }

  want(sensors: ReadonlySet<SensorId>): void {
    this.wanted = sensors
    this.asked.push([...sensors].sort())
  }

  lookCloser(isWanted: boolean): void {
    this.closer.push(isWanted)
  }

  stop(): void {
    this.#cancel()
    this.sink = null
  }

  /** Said from now on at each question; null = the probe cannot know, undefined = it says nothing. */
  hold(fact: Fact, value: FactReading['value'] | undefined, sinceMs?: number): void {
    if (value === undefined) this.#held.delete(fact)
    else this.#held.set(fact, { value, sinceMs })
  }

  /** The program in front from now on. */
  front(app: string | null | undefined): void {
    this.#app = app
  }

  /** One reading, whether the sensor is wanted or not. */
  say(fact: Fact, value: unknown, extra: Partial<FactReading> = {}): void {
    const reading = {
      fact,
      value,
      source: 'probe',
      atMs: this.#clock.now(),
      quality: 1,
      how: 'poll',
      ...extra,
    }
    this.sink?.fact(reading as FactReading)
  }

  #poll(): void {
    this.#cancel = this.#clock.after(POLL_MS, () => this.#poll())
    for (const [fact, { value, sinceMs }] of this.#held) {
      if (this.wanted.has(SENSOR_OF_FACT[fact]))
        this.say(fact, value, sinceMs === undefined ? {} : { sinceMs })
    }
    if (this.#app !== undefined && this.wanted.has('apps')) {
      this.sink?.app({ atMs: this.#clock.now(), app: this.#app })
    }
  }
}

type Rhythm = EngineEvents['rhythmAdvanced']

export interface NoticingOptions
  extends Partial<Pick<PresenceParts, 'isDeviceRunning' | 'bootedAtMs' | 'store'>> {
  /** Local or UTC ISO time at which it begins. */
  at?: string
  zone?: string
  settings?: Partial<Settings>
}

/** Presence, running. Everything it tells is noted down. */
export function noticing(options: NoticingOptions = {}) {
  const clock = new JumpingClock(Date.parse(options.at ?? '2026-06-03T08:00:00Z'))
  const store = options.store ?? openDatabase({ dataFolder: null, keyHex: TEST_KEY, now: clock.now() }).store
  const bus = new EventBus()
  const logLines: string[] = []
  const log = createLog(clock, (line) => logLines.push(line))
  const place = { zone: options.zone ?? 'UTC' }
  const calendar = zoneCalendar(() => place.zone)
  let settings = settingsDocument.parse(options.settings ?? {})
  const told = {
    snapshots: [] as PresenceSnapshot[],
    rhythms: [] as Rhythm[],
    minutes: [] as MinuteRecord[],
    setBacks: [] as EngineEvents['clockSetBack'][],
  }
  bus.on('presenceChanged', (snapshot) => told.snapshots.push(snapshot))
  bus.on('rhythmAdvanced', (rhythm) => told.rhythms.push(rhythm))
  bus.on('minuteFinished', (minute) => told.minutes.push(minute))
  bus.on('clockSetBack', (setBack) => told.setBacks.push(setBack))

  const world = {
    clock,
    store,
    bus,
    calendar,
    place,
    log,
    logLines,
    told,
    sensors: new HeldSensors(clock),
    service: null as unknown as PresenceService,
    settings: () => settings,
    change(patch: Partial<Settings>) {
      settings = settingsDocument.parse({ ...settings, ...patch })
      bus.emit('settingsChanged', settings)
    },
    begin() {
      world.sensors = new HeldSensors(clock)
      const { isDeviceRunning, bootedAtMs } = options
      world.service = new PresenceService({
        store,
        bus,
        clock,
        calendar,
        log,
        sensors: world.sensors,
        settings: () => settings,
        ...(isDeviceRunning && { isDeviceRunning }),
        ...(bootedAtMs && { bootedAtMs }),
      })
      world.service.start()
    },
    /** Ends it, lets time pass without it, and begins anew on the same database. */
    restart(afterMs: number) {
      world.service.stop()
      clock.jump(afterMs)
      world.begin()
    },
    /** Time with this input, as probes say it: idle since the last key, noticed half a minute later. */
    live(input: 'active' | 'idle' | null | undefined, forMs: number) {
      if (input === 'idle') {
        const lastInputMs = clock.now()
        const unnoticedMs = Math.min(forMs, 30_000)
        clock.advance(unnoticedMs)
        world.sensors.hold('input', 'idle', lastInputMs)
        clock.advance(forMs - unnoticedMs)
      } else {
        world.sensors.hold('input', input)
        clock.advance(forMs)
      }
    },
    report(readings: Partial<FactReport>[]) {
      const whole = { source: 'powerMonitor', atMs: clock.now(), quality: 1, how: 'event' }
      world.service.report(readings.map((reading) => ({ ...whole, ...reading }) as FactReport))
    },
    today: () => world.service.days.day(world.service.days.today().workDay),
    rhythm: () => told.rhythms.at(-1)?.rhythm,
    snapshot: () => world.service.snapshot(),
    /** All rows of a table, as they lie there. */
    rows: (table: string) => store.raw.prepare(`SELECT * FROM ${table}`).all() as Record<string, number>[],
  }
  world.begin()
  onTestFinished(() => world.service.stop())
  return world
}
