/** The log of lights in the database: when, what, why, and what each lamp showed before, with names as they were then. */
import { z } from 'zod'
import type { LightsEntryView } from '../../../contract/lights.ts'
import { BECAUSE, type LightsEntry } from '../../../core/lights/lightsEffects.ts'
import { RULES } from '../../../core/lights/rules.ts'
import { type Sql, type Store, sql } from '../../store/sql.ts'

const colour = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('temperature'), mirek: z.number() }),
  z.object({ kind: z.literal('xy'), x: z.number(), y: z.number() }),
])
const shown = z.object({ brightness: z.number().nullable(), colour: colour.nullable() })
const lamps = z.array(
  z.object({ lampId: z.string(), name: z.string(), before: shown, set: shown.nullable() }),
)
const refused = z.array(z.object({ lampId: z.string(), name: z.string(), rule: z.enum(RULES) }))
const json = z.string().transform((text): unknown => JSON.parse(text))

const row = z
  .object({
    sequence: z.number(),
    at: z.number(),
    work_day: z.number(),
    what: z.enum(['begun', 'restored', 'left', 'withheld', 'nothing', 'allOff', 'ended']),
    because: z.enum(BECAUSE).nullable(),
    look: z.string().nullable(),
    claim_id: z.number().nullable(),
    why: z.string().nullable(),
    lamps: json.pipe(lamps),
    refused: json.pipe(refused),
  })
  .transform(
    (found): LightsEntryView => ({
      row: found.sequence,
      atMs: found.at,
      workDay: found.work_day,
      what: found.what,
      because: found.because,
      look: found.look,
      claimId: found.claim_id,
      lamps: found.lamps,
      refused: found.refused,
      why: found.why,
    }),
  )
const columns = sql`sequence, at, work_day, what, because, look, claim_id, why, lamps, refused`
const valueRow = z.object({ value: z.number().nullable() })
const countRow = z.object({ rows: z.number(), oldestAt: z.number().nullable() })

const lampsRow = z.object({ lamps: z.string() })
const names = z.array(z.object({ lampId: z.string(), name: z.string() }))

/** A line nobody can read must not keep the next from being written. */
function namesIn(text: string): z.infer<typeof names> {
  try {
    return names.parse(JSON.parse(text))
  } catch {
    return []
  }
}

/** As many lines as are searched for a name. */
const NAMED_LINES = 200

export class EntriesStore {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  /** @param nameOf null: nobody knows it now. */
  add(entry: LightsEntry, nameOf: (lampId: string) => string | null): void {
    const { atMs, workDay, what, because, look, claimId, why } = entry
    const name = (lampId: string) => nameOf(lampId) ?? this.#lastNameOf(lampId) ?? lampId
    const lampsJson = JSON.stringify(entry.lamps.map((one) => ({ ...one, name: name(one.lampId) })))
    const refusedJson = JSON.stringify(entry.refused.map((one) => ({ ...one, name: name(one.lampId) })))
    this.#store.run(sql`
      INSERT INTO light_entries (at, work_day, what, because, look, claim_id, why, lamps, refused)
      VALUES (${atMs}, ${workDay}, ${what}, ${because}, ${look}, ${claimId}, ${why}, ${lampsJson}, ${refusedJson})`)
  }

  /** Both days included, newest first. */
  ofDays(fromDay: number, toDay: number, most: number): LightsEntryView[] {
    return this.#rows(
      sql`WHERE work_day BETWEEN ${fromDay} AND ${toDay} ORDER BY sequence DESC LIMIT ${most}`,
    )
  }

  /** About bedtime, from a moment on, in the order they were written. */
  ofBedtime(fromMs: number): LightsEntryView[] {
    return this.#rows(sql`WHERE because = 'bedtime' AND at >= ${fromMs} ORDER BY sequence`)
  }

  all(): LightsEntryView[] {
    return this.#rows(sql`ORDER BY sequence`)
  }

  firstDay(): number | null {
    return this.#value(sql`SELECT min(work_day) AS value FROM light_entries`)
  }

  /** The highest number any wish ever had; 0 without any. */
  highestClaim(): number {
    return this.#value(sql`SELECT max(claim_id) AS value FROM light_entries`) ?? 0
  }

  count(): { rows: number; oldestAt: number | null } {
    const query = sql`SELECT count(*) AS rows, min(at) AS oldestAt FROM light_entries`
    return this.#store.get(countRow, query) ?? { rows: 0, oldestAt: null }
  }

  erase(): void {
    this.#store.run(sql`DELETE FROM light_entries`)
  }

  eraseDay(workDay: number): void {
    this.#store.run(sql`DELETE FROM light_entries WHERE work_day = ${workDay}`)
  }

  #rows(which: Sql): LightsEntryView[] {
    return this.#store.all(row, sql`SELECT ${columns} FROM light_entries ${which}`)
  }

  #value(query: Sql): number | null {
    return this.#store.get(valueRow, query)?.value ?? null
  }

  /** Of a lamp whose bridge has not answered yet, or is gone. */
  #lastNameOf(lampId: string): string | null {
    const query = sql`SELECT lamps FROM light_entries ORDER BY sequence DESC LIMIT ${NAMED_LINES}`
    for (const { lamps: text } of this.#store.all(lampsRow, query)) {
      const found = namesIn(text).find((one) => one.lampId === lampId)
      if (found) return found.name
    }
    return null
  }
}
