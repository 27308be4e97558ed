/** Checks what a probe process says: it runs native code, and may say anything or say it too often. */
import { z } from 'zod'
import type { ProbeMessage } from '../../../../core/presence/probeMessage.ts'
import { SENSOR_IDS } from '../../../../core/presence/sensor.ts'
import type { Clock } from '../../../ports/clock.ts'

/** A probe process says a few things a second; more is a fault. */
const MOST_A_SECOND = 50
/** Its clock is the machine's, so its times are near ours. */
const MOST_APART_MS = 60_000
const MOST_NAME_LENGTH = 120
const MOST_DETAIL_LENGTH = 200

const atMs = z.number().int().min(0).max(8.64e15)
const count = z.number().int().min(0).max(1_000_000_000)
const sensor = z.enum(SENSOR_IDS)
const source = z.string().min(1).max(40)
const told = {
  source,
  atMs,
  quality: z.number().min(0).max(1),
  sinceMs: atMs.optional(),
  how: z.enum(['poll', 'event']),
}

const flagFact = <Fact extends string>(fact: Fact) =>
  z.object({ ...told, fact: z.literal(fact), value: z.boolean().nullable() })

const reading = z.discriminatedUnion('fact', [
  z.object({
    ...told,
    fact: z.literal('input'),
    value: z.enum(['active', 'idle']).nullable(),
    idleMs: z.number().min(0).optional(),
  }),
  flagFact('locked'),
  flagFact('asleep'),
  flagFact('inCall'),
  flagFact('sharing'),
  flagFact('fullScreen'),
  flagFact('doNotDisturb'),
])

const cut = (most: number) => z.string().transform((text) => text.slice(0, most))

const counts = z.object({
  fromMs: atMs,
  toMs: atMs,
  keys: count,
  deletes: count,
  clicks: count,
  scrolls: count,
  pathPx: z.number().min(0).max(1e9),
  pauses: count,
  shortPauses: count,
})

const problem = z.enum([
  'desktop_cannot_tell',
  'no_display',
  'permission_missing',
  'crashed',
  'hung',
  'not_installed',
])

/** Anything more than these shapes is left out, so that no title can come along. */
const message = z.discriminatedUnion('type', [
  z.object({ type: z.literal('alive'), atMs }),
  z.object({ type: z.literal('fact'), reading }),
  z.object({
    type: z.literal('app'),
    sample: z.object({ atMs, app: cut(MOST_NAME_LENGTH).nullable() }),
  }),
  z.object({ type: z.literal('input'), counts: counts.refine(({ fromMs, toMs }) => fromMs <= toMs) }),
  z.object({ type: z.literal('running'), sensor, source }),
  z.object({
    type: z.literal('unavailable'),
    sensor,
    problem,
    detail: cut(MOST_DETAIL_LENGTH).nullable(),
  }),
])

const TYPES = new Set<unknown>(['alive', 'fact', 'app', 'input', 'running', 'unavailable'])

function timeOf(said: ProbeMessage): number | null {
  if (said.type === 'alive') return said.atMs
  if (said.type === 'fact') return said.reading.atMs
  if (said.type === 'app') return said.sample.atMs
  return said.type === 'input' ? said.counts.toMs : null
}

export class ProbeMessages {
  readonly #clock: Clock
  #second = 0
  #inSecond = 0
  #refused = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Messages refused since this was asked last. */
  takeRefused(): number {
    const refused = this.#refused
    this.#refused = 0
    return refused
  }

  /** The message, or null when it is refused; refusing is cheap and keeps nothing. */
  accept(raw: unknown): ProbeMessage | null {
    const said = this.#parsed(raw)
    if (said === null || !this.#isInTime(said)) {
      this.#refused += 1
      return null
    }
    return said
  }

  #parsed(raw: unknown): ProbeMessage | null {
    if (typeof raw !== 'object' || raw === null || !('type' in raw) || !TYPES.has(raw.type)) return null
    const parsed = message.safeParse(raw)
    return parsed.success ? withoutAbsent(parsed.data) : null
  }

  #isInTime(said: ProbeMessage): boolean {
    const nowMs = this.#clock.now()
    const second = Math.floor(nowMs / 1000)
    if (second !== this.#second) this.#inSecond = 0
    this.#second = second
    this.#inSecond += 1
    const atMs = timeOf(said)
    const isNear = atMs === null || Math.abs(nowMs - atMs) <= MOST_APART_MS
    return isNear && this.#inSecond <= MOST_A_SECOND
  }
}

/** An optional key that is present without a value is left out. */
function withoutAbsent(said: z.infer<typeof message>): ProbeMessage {
  if (said.type !== 'fact') return said
  const { sinceMs, ...reading } = said.reading
  const since = sinceMs !== undefined && { sinceMs }
  if (reading.fact !== 'input') return { type: 'fact', reading: { ...reading, ...since } }
  const { idleMs, ...input } = reading
  return { type: 'fact', reading: { ...input, ...since, ...(idleMs !== undefined && { idleMs }) } }
}
