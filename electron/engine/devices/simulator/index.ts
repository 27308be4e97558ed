/** A strap that nobody wears: play beats through the same port, so that anyone can see what Lull does with them. */
import { z } from 'zod'
import type { Reading } from '../../../core/readings/mapping.ts'
import type { DeviceConnection, DeviceContext, DeviceDriver } from '../../ports/vitals.ts'
import { formSchema } from '../formSchema.ts'
import { type SimulatedDay, simulatedHeart } from './simulatedHeart.ts'

const settings = z.object({
  // `x-note`: the page says beside this field that all of it is play.
  day: z.literal(['calm', 'heavy'], 'not_valid').default('calm').meta({ 'x-note': 'play' }),
})

const EVERY_MS = 1000
/** The computer slept: nobody's heart was played meanwhile. */
const MOST_GAP_MS = 5000
const SEEDS: Record<SimulatedDay, number> = { calm: 20_261, heavy: 20_262 }

class Simulation implements DeviceConnection {
  readonly #context: DeviceContext
  readonly #source: string
  readonly #nextRrMs: () => number
  #lastBeatMs: number
  #rrMs: number
  #cancel: () => void

  constructor(day: SimulatedDay, context: DeviceContext) {
    this.#context = context
    this.#source = `simulator/${day}`
    this.#nextRrMs = simulatedHeart(day, SEEDS[day])
    this.#lastBeatMs = context.clock.now()
    this.#rrMs = this.#nextRrMs()
    context.phase({ phase: 'connected', protocol: null })
    this.#cancel = context.clock.after(EVERY_MS, () => this.#beat())
  }

  #beat(): void {
    const nowMs = this.#context.clock.now()
    if (Math.abs(nowMs - this.#lastBeatMs) > MOST_GAP_MS) this.#lastBeatMs = nowMs
    const rrMs: number[] = []
    while (this.#lastBeatMs + this.#rrMs <= nowMs) {
      this.#lastBeatMs += this.#rrMs
      rrMs.push(this.#rrMs)
      this.#rrMs = this.#nextRrMs()
    }
    if (rrMs.length > 0) this.#context.take([this.#reading(rrMs)])
    this.#cancel = this.#context.clock.after(EVERY_MS, () => this.#beat())
  }

  #reading(rrMs: number[]): Reading {
    const atMs = this.#lastBeatMs
    return { kind: 'rr', source: this.#source, atMs, timeFrom: 'payload', notLive: null, rrMs }
  }

  setMappings(): void {}

  explore(): () => void {
    return () => {}
  }

  lastMessages(): [] {
    return []
  }

  retry(): void {}

  async close(): Promise<void> {
    this.#cancel()
  }
}

export const simulator: DeviceDriver = {
  id: 'simulator',
  get settingsSchema() {
    return formSchema(settings)
  },
  secrets: [],
  hasTopics: false,
  checkSettings(given) {
    const parsed = settings.safeParse(given)
    return parsed.success
      ? { ok: true, settings: parsed.data }
      : { ok: false, field: 'day', problem: 'not_valid' }
  },
  test: async () => ({ phase: 'connected', protocol: null }),
  connect: (given, _mappings, context) => new Simulation(settings.parse(given).day, context),
}
