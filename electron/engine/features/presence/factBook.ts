/** The answers of all probes as they stand: what is refused is counted, and what belongs together is forgotten together. */
import { shiftedReadings } from '../../../core/presence/clockShift.ts'
import type { FactReading } from '../../../core/presence/fact.ts'
import {
  inputIdleMs,
  inputLooksOf,
  NO_INPUT_LOOKS,
  shiftedInputLooks,
  withInputLook,
} from '../../../core/presence/inputIdle.ts'
import { isFresh, type Presence, presenceFrom } from '../../../core/presence/presenceFrom.ts'
import { flawOfReading, type ReadingFlaw, type UncheckedReading } from '../../../core/presence/readingFlaw.ts'
import { SENSOR_OF_FACT } from '../../../core/presence/sensingPlan.ts'
import type { SensorId } from '../../../core/presence/sensor.ts'
import { type SettledReading, type SettledReadings, settle } from '../../../core/presence/settle.ts'

/** Probes of one fact, far more than there are: a source that changes its name each time must not fill the memory. */
const MOST_SOURCES = 16

export class FactBook {
  #settled: SettledReadings = {}
  #looks = NO_INPUT_LOOKS
  /** Probes of the shell, which live on when ours end. */
  readonly #shellSources = new Set<string>()

  presence(nowMs: number): Presence {
    return presenceFrom(this.#settled, nowMs)
  }

  inputIdleMs(nowMs: number): number | null {
    return inputIdleMs(this.#looks, nowMs)
  }

  /** Null when the reading was taken in, else what is wrong with it. */
  take(reading: UncheckedReading, nowMs: number, from: 'sensor' | 'shell'): ReadingFlaw | 'source' | null {
    const flaw = flawOfReading(reading, nowMs)
    if (flaw) return flaw
    // Whole milliseconds leave this process; the check above matched the value to its fact.
    const taken = { ...reading, atMs: Math.round(reading.atMs) } as FactReading
    if (taken.sinceMs !== undefined) taken.sinceMs = Math.max(0, Math.round(taken.sinceMs))
    const next = settle(this.#settled, taken)
    if (Object.values(next).filter(({ held }) => held.fact === taken.fact).length > MOST_SOURCES) {
      this.#keep((one) => isFresh(one, nowMs))
      return 'source'
    }
    this.#settled = next
    this.#looks = withInputLook(this.#looks, taken)
    if (from === 'shell') this.#shellSources.add(reading.source)
    return null
  }

  /** Probe of the shell that knows when input was last used, whichever other probe is believed; null without one. */
  shellIdleSource(nowMs: number): string | null {
    const known = Object.values(this.#settled).find(
      (one) =>
        one.held.fact === 'input' &&
        one.held.value !== null &&
        this.#shellSources.has(one.held.source) &&
        isFresh(one, nowMs),
    )
    return known?.held.source ?? null
  }

  /** Forgets every fact but those of these sensors. */
  keepOnly(sensors: ReadonlySet<SensorId>): void {
    this.#keep(({ held }) => sensors.has(SENSOR_OF_FACT[held.fact]))
    if (!sensors.has('presence')) this.#looks = NO_INPUT_LOOKS
  }

  /** A sensor came to its end: what it said of a lock an hour ago is no answer any more. */
  lost(sensor: SensorId): void {
    this.#keep(({ held }) => SENSOR_OF_FACT[held.fact] !== sensor || this.#shellSources.has(held.source))
    if (sensor !== 'presence') return
    this.#looks = inputLooksOf(this.#looks, (source) => this.#shellSources.has(source))
  }

  /** A machine that runs is not asleep, whatever was said before it slept. */
  woke(): void {
    this.#keep(({ held }) => held.fact !== 'asleep')
  }

  clockSetBack(byMs: number): void {
    this.#settled = shiftedReadings(this.#settled, byMs)
    this.#looks = shiftedInputLooks(this.#looks, byMs)
  }

  #keep(isKept: (settled: SettledReading) => boolean): void {
    this.#settled = Object.fromEntries(Object.entries(this.#settled).filter(([, one]) => isKept(one)))
  }
}
