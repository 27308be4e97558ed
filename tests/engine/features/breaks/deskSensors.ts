/** Sensors of a desk that a test sits at: keys in use or not, a call or not, told as real probes tell it. */
import type { FactReading } from '../../../../electron/core/presence/fact.ts'
import { SENSOR_OF_FACT } from '../../../../electron/core/presence/sensingPlan.ts'
import type { SensorId } from '../../../../electron/core/presence/sensor.ts'
import type { Clock } from '../../../../electron/engine/ports/clock.ts'
import type { SensorSink, Sensors } from '../../../../electron/engine/ports/presence.ts'

const USUAL_MS = 5000
const CLOSER_MS = 2000
const IDLE_AFTER_MS = 30_000

type YesNo = boolean | null

export class DeskSensors implements Sensors {
  isTyping = true
  /** False: idle time is known only as "in use" or not. */
  tellsIdle = true
  inCall: YesNo = false
  sharing: YesNo = false
  fullScreen: YesNo = false
  doNotDisturb: YesNo = false
  asleep: YesNo = false
  isCloser = false
  readonly #clock: Clock
  #sink: SensorSink | null = null
  #wanted: ReadonlySet<SensorId> = new Set()
  #lastInputMs: number
  #cancel = () => {}

  constructor(clock: Clock) {
    this.#clock = clock
    this.#lastInputMs = clock.now()
  }

  start(sink: SensorSink): void {
    this.#sink = sink
    this.#poll()
  }

  want(sensors: ReadonlySet<SensorId>): void {
    this.#wanted = sensors
  }

  lookCloser(isWanted: boolean): void {
    this.isCloser = isWanted
    this.#again()
  }

  stop(): void {
    this.#cancel()
    this.#sink = null
  }

  /** Everything as it is now, at once. */
  tell(): void {
    if (this.isTyping) this.#lastInputMs = this.#clock.now()
    const idleMs = Math.max(0, this.#clock.now() - this.#lastInputMs)
    const isIdle = idleMs >= IDLE_AFTER_MS
    this.#say('input', isIdle ? 'idle' : 'active', {
      ...(this.tellsIdle && { idleMs }),
      ...(isIdle && { sinceMs: this.#lastInputMs }),
    })
    for (const fact of ['inCall', 'sharing', 'fullScreen', 'doNotDisturb', 'asleep'] as const) {
      this.#say(fact, this[fact])
    }
  }

  #poll(): void {
    this.#again()
    this.tell()
  }

  #again(): void {
    this.#cancel()
    if (this.#sink === null) return
    this.#cancel = this.#clock.after(this.isCloser ? CLOSER_MS : USUAL_MS, () => this.#poll())
  }

  #say(fact: FactReading['fact'], value: unknown, extra: object = {}): void {
    if (!this.#wanted.has(SENSOR_OF_FACT[fact])) return
    const reading = {
      fact,
      value,
      source: 'desk',
      atMs: this.#clock.now(),
      quality: 1,
      how: 'poll',
      ...extra,
    }
    this.#sink?.fact(reading as FactReading)
  }
}
