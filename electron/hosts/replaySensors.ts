/** Sensors that say what the replayed day says, as often as real ones would. */
import type { Fact, FactReading } from '../core/presence/fact.ts'
import { SENSOR_OF_FACT } from '../core/presence/sensingPlan.ts'
import { SENSOR_IDS, type SensorCondition, type SensorId } from '../core/presence/sensor.ts'
import { CLOSER_LOOK_EVERY_MS } from '../core/presence/sensorPace.ts'
import type { Clock } from '../engine/ports/clock.ts'
import type { SensorSink, Sensors } from '../engine/ports/presence.ts'
import type { DayEventOf } from './dayEvents.ts'

/** A fact is told as a change, which speaks for a day. */
const FACTS_EVERY_MS = 60 * 60_000
/** Which program is in front is asked for again and again; an answer speaks for ten seconds. */
const APP_EVERY_MS = 5_000

const RUNNING: SensorCondition = { state: 'running', sources: ['replay'] }
const OFF: SensorCondition = { state: 'off' }

type Held = { value: FactReading['value']; sinceMs: number }

export class ReplaySensors implements Sensors {
  readonly #clock: Clock
  readonly #held = new Map<Fact, Held>()
  #app: { name: string | null } | null = null
  #wanted: ReadonlySet<SensorId> = new Set()
  #sink: SensorSink | null = null
  /** Last key or pointer use, epoch ms; null where the day does not say. */
  #lastInputMs: number | null = null
  #isCloser = false
  #cancelCloser = () => {}
  #stopTimers: (() => void)[] = []

  constructor(clock: Clock) {
    this.#clock = clock
  }

  start(sink: SensorSink): void {
    this.#sink = sink
    this.#every(FACTS_EVERY_MS, () => this.#tellFacts())
    this.#every(APP_EVERY_MS, () => this.#tellApp())
  }

  want(sensors: ReadonlySet<SensorId>): void {
    this.#wanted = sensors
    for (const sensor of SENSOR_IDS) {
      const isOn = sensors.has(sensor)
      this.#sink?.condition(sensor, isOn ? RUNNING : OFF)
    }
    // What a sensor said before it was off is forgotten, and holds still.
    this.#tellFacts()
  }

  lookCloser(isWanted: boolean): void {
    this.#isCloser = isWanted
    // Real sensors answer later, too.
    this.#lookCloserIn(0)
  }

  stop(): void {
    this.lookCloser(false)
    for (const stop of this.#stopTimers) stop()
    this.#sink = null
  }

  presence(event: DayEventOf<'presence'>): void {
    const isKnown = event.state !== 'unknown'
    this.#hold('asleep', isKnown ? event.state === 'asleep' : null)
    this.#hold('locked', isKnown ? event.state === 'locked' : null)
    const isUsed = event.state === 'active' || event.state === 'idle'
    const nowMs = this.#clock.now()
    this.#lastInputMs = event.idleMs === undefined ? null : nowMs - event.idleMs
    const sinceMs = event.state === 'idle' ? (this.#lastInputMs ?? nowMs) : nowMs
    this.#hold('input', isUsed ? (event.state as 'active' | 'idle') : null, sinceMs)
    this.#lookCloserIn(CLOSER_LOOK_EVERY_MS)
  }

  flag(fact: 'inCall' | 'fullScreen' | 'doNotDisturb', on: boolean | null): void {
    this.#hold(fact, on)
  }

  app(event: DayEventOf<'app'>): void {
    this.#app = { name: event.app }
    // Twice, for a window that was seen once may only have flashed by.
    this.#tellApp()
    this.#tellApp()
  }

  input(event: DayEventOf<'input'>): void {
    if (!this.#wanted.has('input')) return
    const { kind: _, at: toMs, ...counts } = event
    this.#sink?.input({ fromMs: toMs - 60_000, toMs, ...counts })
  }

  machine(event: DayEventOf<'machine'>): void {
    if (!this.#wanted.has('machine')) return
    const { kind: _, at: atMs, ...sample } = event
    this.#sink?.machine({ atMs, ...sample })
  }

  /** A real change is confirmed by two equal answers; the day's word is taken at once. */
  #hold(fact: Fact, value: FactReading['value'], sinceMs = this.#clock.now()): void {
    this.#held.set(fact, { value, sinceMs })
    this.#tell(fact)
  }

  #tellFacts(): void {
    for (const fact of this.#held.keys()) this.#tell(fact)
  }

  #tell(fact: Fact): void {
    const held = this.#held.get(fact)
    if (!held || !this.#wanted.has(SENSOR_OF_FACT[fact])) return
    const atMs = this.#clock.now()
    const isExact = fact === 'input' && this.#lastInputMs !== null
    const idle = isExact && { idleMs: Math.max(0, atMs - (this.#lastInputMs ?? atMs)) }
    const reading = { fact, ...held, ...idle, source: 'replay', atMs, quality: 1, how: 'event' }
    // A fact and its value were put in together.
    this.#sink?.fact(reading as FactReading)
  }

  /** A day without gaps in the typing has nothing more to tell, however closely it is looked at. */
  #lookCloserIn(inMs: number): void {
    this.#cancelCloser()
    if (!this.#isCloser || this.#lastInputMs === null) return
    this.#cancelCloser = this.#clock.after(inMs, () => {
      this.#lookCloserIn(CLOSER_LOOK_EVERY_MS)
      this.#tell('input')
    })
  }

  #tellApp(): void {
    if (this.#app === null || !this.#wanted.has('apps') || !this.#isSomebodyThere()) return
    this.#sink?.app({ atMs: this.#clock.now(), app: this.#app.name })
  }

  /** The presence of a day that never says so is taken for granted. */
  #isSomebodyThere(): boolean {
    const input = this.#held.get('input')
    return input === undefined || input.value !== null
  }

  #every(everyMs: number, call: () => void): void {
    let cancel = () => {}
    const next = () => {
      cancel = this.#clock.after(everyMs, () => {
        call()
        next()
      })
    }
    next()
    this.#stopTimers.push(() => cancel())
  }
}
