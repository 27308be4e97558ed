/** The rhythm as it outlives a restart: one row, written at most once a minute. */
import { z } from 'zod'
import type { WorkRhythm } from '../../../core/stress/workRhythm.ts'
import { type Store, sql } from '../../store/sql.ts'

const NAME = 'rhythm'
const perhaps = z.number().nullable()
const shape = z.object({
  rhythm: z.object({
    activeMs: z.number(),
    restMs: z.number(),
    sessionFromMs: perhaps,
    workDay: perhaps,
    dayFromMs: perhaps,
    dayToMs: perhaps,
    dayActiveMs: z.number(),
    unknownMs: z.number(),
  }),
  /** Work inside the quiet hours of its day, ms. */
  lateMs: z.number(),
  /** Whether anything was noted when it was written; the time after a pause began is nobody's business. */
  noting: z.boolean(),
})
const row = z.object({ at: z.number(), json: z.string() })

export interface KeptRhythm {
  atMs: number
  rhythm: WorkRhythm
  lateMs: number
  noting: boolean
}

export function keepRhythm(store: Store, { atMs, ...kept }: KeptRhythm): void {
  store.run(sql`
    INSERT INTO kept_states (name, at, json) VALUES (${NAME}, ${atMs}, ${JSON.stringify(kept)})
    ON CONFLICT (name) DO UPDATE SET at = excluded.at, json = excluded.json`)
}

/** Null when there is none, or none that can be read: then the rhythm begins anew. */
export function keptRhythm(store: Store): KeptRhythm | null {
  const kept = store.get(row, sql`SELECT at, json FROM kept_states WHERE name = ${NAME}`)
  if (!kept) return null
  try {
    return { atMs: kept.at, ...shape.parse(JSON.parse(kept.json)) }
  } catch {
    return null
  }
}

export function forgetRhythm(store: Store): void {
  store.run(sql`DELETE FROM kept_states WHERE name = ${NAME}`)
}
