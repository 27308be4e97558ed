/** What must survive a restart so that a day goes on: read by a schema, and begun anew where it cannot be read. */
import { z } from 'zod'
import { noStrainYet, type StrainMemory } from '../../../core/stress/assessStrain.ts'
import { calmState, type StressState } from '../../../core/stress/decideStress.ts'
import { FAMILIES, FEATURE_IDS } from '../../../core/stress/families.ts'
import type { Log } from '../../log.ts'
import { type Store, sql } from '../../store/sql.ts'

const NAME = 'strain'

export interface StrainState {
  stress: StressState
  memory: StrainMemory
  /** The same without the person's own answers, for comparing it with them. */
  memoryWithoutSelf: StrainMemory
}

export const freshStrain: StrainState = {
  stress: calmState,
  memory: noStrainYet,
  memoryWithoutSelf: noStrainYet,
}

const share = z.number().min(0).max(1)
const lengthMs = z.number().min(0)
const families = z.array(z.enum(FAMILIES))
const feature = z.enum(FEATURE_IDS)

const signal = z.object({
  feature,
  value: z.number(),
  usual: z.number(),
  spread: z.number(),
  z: z.number(),
  s: share,
  q: share,
})
const memory = z
  .object({
    heard: z.partialRecord(feature, signal),
    smoothed: z.object({ value: z.number(), atMs: z.number() }).nullable(),
  })
  .transform(({ heard, smoothed }): StrainMemory => {
    const known = Object.values(heard).flatMap((one) => (one === undefined ? [] : [[one.feature, one]]))
    return { heard: Object.fromEntries(known), smoothed }
  })
const stretch = z.object({ fromMs: z.number(), toMs: z.number() })
const historyDay = z.object({
  workDay: z.number().int(),
  binsMs: z.array(lengthMs).length(101),
  knownMs: lengthMs,
  raisedMs: lengthMs,
})
const stress = z.object({
  phase: z.enum(['clear', 'queued', 'raised']),
  inCall: z.boolean().nullable(),
  last: z
    .object({
      atMs: z.number(),
      strain: z.number().nullable(),
      contributing: families,
      isHigh: z.boolean(),
      enteredToMs: z.number(),
    })
    .nullable(),
  high: z.array(stretch),
  lowSinceMs: z.number().nullable(),
  unknownSinceMs: z.number().nullable().default(null),
  history: z.array(historyDay),
})
const strainState = z.object({ stress, memory, memoryWithoutSelf: memory })
const keptRow = z.object({ json: z.string() })

export class StrainStateStore {
  readonly #store: Store
  readonly #log: Log

  constructor(store: Store, log: Log) {
    this.#store = store
    this.#log = log
  }

  read(): StrainState {
    const row = this.#store.get(keptRow, sql`SELECT json FROM kept_states WHERE name = ${NAME}`)
    if (row === null) return freshStrain
    try {
      return strainState.parse(JSON.parse(row.json))
    } catch {
      // A state nobody can read must not keep Lull from noticing: it learns anew, which takes three days.
      this.#log.warn('strainStateUnreadable')
      return freshStrain
    }
  }

  write(state: StrainState, nowMs: number): void {
    const json = JSON.stringify(state)
    this.#store.run(sql`
      INSERT INTO kept_states (name, at, json) VALUES (${NAME}, ${nowMs}, ${json})
      ON CONFLICT (name) DO UPDATE SET at = excluded.at, json = excluded.json`)
  }

  erase(): void {
    this.#store.run(sql`DELETE FROM kept_states WHERE name = ${NAME}`)
  }
}
