/** What the sensors say now: which of them may speak, what they answered last, and how much had to be refused. */
import { type AppInFront, appAt, noAppYet, withAppSample } from '../../../core/presence/appInFront.ts'
import type { Presence } from '../../../core/presence/presenceFrom.ts'
import {
  flawOfApp,
  flawOfInput,
  flawOfMachine,
  type UncheckedReading,
} from '../../../core/presence/readingFlaw.ts'
import { SENSOR_OF_FACT, type SensingPlan } from '../../../core/presence/sensingPlan.ts'
import type {
  AppSample,
  InputCounts,
  MachineSample,
  SensorCondition,
  SensorId,
} from '../../../core/presence/sensor.ts'
import { FactBook } from './factBook.ts'

/** `dropped`: nobody may listen to this sensor now. */
export type Taken = 'taken' | 'dropped' | 'refused'

export interface TakenApp {
  taken: Taken
  before: string | null
  seconds: number
  isSwitch: boolean
}

export class SensorBook {
  plan: SensingPlan = { wanted: new Set(), weightless: new Set(), pause: null }
  readonly conditions = new Map<SensorId, SensorCondition>()
  /** Epoch ms of the last reading. */
  readonly lastAtMs = new Map<SensorId, number>()
  #front: AppInFront = noAppYet
  #refused = 0
  readonly #facts = new FactBook()

  presence(nowMs: number): Presence {
    return this.#facts.presence(nowMs)
  }

  inputIdleMs(nowMs: number): number | null {
    return this.#facts.inputIdleMs(nowMs)
  }

  shellIdleSource(nowMs: number): string | null {
    return this.#facts.shellIdleSource(nowMs)
  }

  app(nowMs: number): string | null {
    return appAt(this.#front, nowMs)
  }

  /** Follows a plan from now on; what a sensor said that may not run any more is forgotten. */
  follow(plan: SensingPlan): void {
    for (const sensor of this.plan.wanted) if (!plan.wanted.has(sensor)) this.conditions.delete(sensor)
    this.plan = plan
    this.#facts.keepOnly(plan.wanted)
    if (!plan.wanted.has('apps')) this.#front = noAppYet
  }

  takeFact(reading: UncheckedReading, nowMs: number, from: 'sensor' | 'shell'): Taken {
    const sensor = SENSOR_OF_FACT[reading.fact]
    if (sensor && !this.plan.wanted.has(sensor)) return 'dropped'
    const isRefused = !sensor || this.#facts.take(reading, nowMs, from) !== null
    return isRefused ? this.#refuse() : this.#take(sensor, reading.atMs)
  }

  /** Also tells which program was in front until now, for how many seconds more, and whether it changed. */
  takeApp(sample: AppSample, nowMs: number): TakenApp {
    const before = appAt(this.#front, sample.atMs)
    const seconds = before === null ? 0 : Math.max(0, sample.atMs - (this.#front.atMs ?? 0)) / 1000
    if (!this.plan.wanted.has('apps')) return { taken: 'dropped', before: null, seconds: 0, isSwitch: false }
    if (flawOfApp(sample, nowMs)) return { taken: this.#refuse(), before: null, seconds: 0, isSwitch: false }
    const [front, change] = withAppSample(this.#front, sample)
    this.#front = front
    return { taken: this.#take('apps', sample.atMs), before, seconds, isSwitch: change === 'switched' }
  }

  takeInput(counts: InputCounts, nowMs: number): Taken {
    if (!this.plan.wanted.has('input')) return 'dropped'
    return flawOfInput(counts, nowMs) ? this.#refuse() : this.#take('input', counts.toMs)
  }

  takeMachine(sample: MachineSample, nowMs: number): Taken {
    if (!this.plan.wanted.has('machine')) return 'dropped'
    return flawOfMachine(sample, nowMs) ? this.#refuse() : this.#take('machine', sample.atMs)
  }

  takeCondition(sensor: SensorId, condition: SensorCondition): void {
    if (!this.plan.wanted.has(sensor)) return
    this.conditions.set(sensor, condition)
    if (condition.state !== 'unavailable') return
    this.#facts.lost(sensor)
    if (sensor === 'apps') this.#front = noAppYet
  }

  /** The machine slept, and runs again. */
  woke(): void {
    this.#facts.woke()
    this.#front = noAppYet
  }

  clockSetBack(byMs: number): void {
    this.#facts.clockSetBack(byMs)
    this.#front = noAppYet
  }

  /** How many were refused since the last question. */
  takeRefused(): number {
    const refused = this.#refused
    this.#refused = 0
    return refused
  }

  #refuse(): Taken {
    this.#refused += 1
    return 'refused'
  }

  #take(sensor: SensorId, atMs: number): Taken {
    this.lastAtMs.set(sensor, Math.round(atMs))
    return 'taken'
  }
}
