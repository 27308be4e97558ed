/** Check-ins in the database, those being taken away included, and when one was offered. */
import { z } from 'zod'
import type { Checkin } from '../../../core/checkins/checkin.ts'
import type { PromptOffer, PromptReason } from '../../../core/checkins/planPrompt.ts'
import type { ScoredCheckin } from '../../../core/stress/agreement.ts'
import { type Sql, type Store, sql } from '../../store/sql.ts'

/** A check-in with the strain score as it stood without it, 0–1; null when none was known. */
export interface KeptCheckin extends Checkin {
  strain: number | null
}

const jsonList = z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text)))

const checkinColumns = z
  .object({
    id: z.string(),
    at: z.number(),
    work_day: z.number(),
    mood: z.number(),
    energy: z.number().nullable(),
    words: jsonList,
    tags: jsonList,
    sleep_hours: z.number().nullable(),
    because: z.enum(['person', 'time', 'strain']),
    strain: z.number().nullable(),
  })
  .transform(
    ({ at, work_day, sleep_hours, ...row }): KeptCheckin => ({
      ...row,
      atMs: at,
      workDay: work_day,
      sleepHours: sleep_hours,
    }),
  )

const columns = sql`SELECT id, at, work_day, mood, energy, words, tags, sleep_hours, because, strain FROM checkins`

const promptColumns = z
  .object({
    at: z.number(),
    work_day: z.number(),
    because: z.enum(['time', 'strain']),
    answered: z.number(),
  })
  .transform((row) => ({
    atMs: row.at,
    workDay: row.work_day,
    because: row.because,
    answered: row.answered === 1,
  }))

const countRow = z.object({ rows: z.number(), oldest: z.number().nullable() })
const scoredRow = z.object({ strain: z.number(), mood: z.number() })
const tagsRow = z.object({ tags: jsonList })
const atRow = z.object({ at: z.number().nullable() })
const answerTime = z.object({ at: z.number() })
const foundRow = z.object({ found: z.number() })

export class CheckinsStore {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  /** Times from `fromMs` on, `toMs` not included; oldest first. */
  between(fromMs: number, toMs: number): KeptCheckin[] {
    return this.#all(sql`WHERE erased_at IS NULL AND at >= ${fromMs} AND at < ${toMs} ORDER BY at, id`)
  }

  scored(most: number): ScoredCheckin[] {
    return this.#store.all(
      scoredRow,
      sql`SELECT strain, mood FROM checkins WHERE erased_at IS NULL AND strain IS NOT NULL
        ORDER BY at DESC, id LIMIT ${most}`,
    )
  }

  checkin(id: string): KeptCheckin | null {
    return this.#all(sql`WHERE erased_at IS NULL AND id = ${id}`)[0] ?? null
  }

  /** Whether it is being taken away just now. */
  isHidden(id: string): boolean {
    return this.#found(sql`SELECT count(*) AS found FROM checkins WHERE id = ${id} AND erased_at IS NOT NULL`)
  }

  /** All of it or nothing; the same id again replaces what was said. The latest offer from `answers` on, epoch ms, led to it. */
  keep(checkin: KeptCheckin, answers: number | null): void {
    this.#store.transaction(() => {
      this.#keep(checkin)
      if (answers !== null) this.#markAnswered(answers)
    })
  }

  #keep(checkin: KeptCheckin): void {
    const { id, atMs, workDay, mood, energy, sleepHours, because, strain } = checkin
    const words = JSON.stringify(checkin.words)
    const tags = JSON.stringify(checkin.tags)
    this.#store.run(sql`
      INSERT INTO checkins (id, at, work_day, mood, energy, words, tags, sleep_hours, because, strain)
      VALUES (${id}, ${atMs}, ${workDay}, ${mood}, ${energy}, ${words}, ${tags}, ${sleepHours}, ${because}, ${strain})
      ON CONFLICT (id) DO UPDATE SET
        mood = excluded.mood, energy = excluded.energy, words = excluded.words,
        tags = excluded.tags, sleep_hours = excluded.sleep_hours`)
  }

  /** Epoch ms of the latest one; null when there is none. */
  lastAtMs(): number | null {
    return this.#store.get(atRow, sql`SELECT max(at) AS at FROM checkins WHERE erased_at IS NULL`)?.at ?? null
  }

  /** Tags of the latest answers that have any. */
  tagsNewestFirst(answers: number): string[][] {
    const rows = this.#store.all(
      tagsRow,
      sql`SELECT tags FROM checkins WHERE erased_at IS NULL AND tags <> '[]' ORDER BY at DESC LIMIT ${answers}`,
    )
    return rows.map(({ tags }) => tags)
  }

  sleepTold(workDay: number): boolean {
    return this.#found(sql`
      SELECT count(*) AS found FROM checkins
      WHERE erased_at IS NULL AND work_day = ${workDay} AND sleep_hours IS NOT NULL`)
  }

  /** @returns false when there was none to hide. */
  hide(id: string, atMs: number): boolean {
    return (
      this.#store.run(sql`UPDATE checkins SET erased_at = ${atMs} WHERE id = ${id} AND erased_at IS NULL`) > 0
    )
  }

  unhide(id: string): boolean {
    return (
      this.#store.run(sql`UPDATE checkins SET erased_at = NULL WHERE id = ${id} AND erased_at IS NOT NULL`) >
      0
    )
  }

  /** Erases one that was hidden, or all of them. @returns the times of those that went, epoch ms. */
  eraseHidden(id: string | null): number[] {
    const which = id === null ? sql`erased_at IS NOT NULL` : sql`id = ${id} AND erased_at IS NOT NULL`
    return this.#store.transaction(() => {
      const times = this.#store.all(answerTime, sql`SELECT at FROM checkins WHERE ${which}`)
      this.#store.run(sql`DELETE FROM checkins WHERE ${which}`)
      return times.map(({ at }) => at)
    })
  }

  addOffer({ atMs, workDay }: PromptOffer, because: PromptReason): void {
    this.#store.run(sql`
      INSERT INTO checkin_prompts (at, work_day, because, answered) VALUES (${atMs}, ${workDay}, ${because}, 0)
      ON CONFLICT (at) DO NOTHING`)
  }

  /** Offers from `fromMs` on, oldest first. */
  offersSince(fromMs: number): PromptOffer[] {
    return this.#store.all(
      promptColumns,
      sql`SELECT at, work_day, because, answered FROM checkin_prompts WHERE at >= ${fromMs} ORDER BY at`,
    )
  }

  #markAnswered(fromMs: number): void {
    this.#store.run(sql`
      UPDATE checkin_prompts SET answered = 1
      WHERE at = (SELECT max(at) FROM checkin_prompts) AND at >= ${fromMs}`)
  }

  eraseOffersBefore(beforeMs: number): void {
    this.#store.run(sql`DELETE FROM checkin_prompts WHERE at < ${beforeMs}`)
  }

  /** Those being taken away are counted: until they are erased they are still here. */
  count(): { rows: number; oldestAt: number | null } {
    const row = this.#store.get(countRow, sql`SELECT count(*) AS rows, min(at) AS oldest FROM checkins`)
    return { rows: row?.rows ?? 0, oldestAt: row?.oldest ?? null }
  }

  /** Everything that is kept, for taking along. */
  rows(): unknown[] {
    const prompts = this.#store.all(
      promptColumns,
      sql`SELECT at, work_day, because, answered FROM checkin_prompts ORDER BY at`,
    )
    return [
      ...this.#all(sql`ORDER BY at, id`).map((row) => ({ what: 'answer', ...row })),
      ...prompts.map((row) => ({ what: 'prompt', ...row })),
    ]
  }

  eraseEverything(): void {
    this.#store.transaction(() => {
      this.#store.run(sql`DELETE FROM checkins`)
      this.#store.run(sql`DELETE FROM checkin_prompts`)
    })
  }

  /** What was said on a day by the clock of then, and what is shown on it by the clock of now. */
  eraseDay({ workDay, fromMs, toMs }: { workDay: number; fromMs: number; toMs: number }): void {
    const ofDay = sql`WHERE work_day = ${workDay} OR (at >= ${fromMs} AND at < ${toMs})`
    this.#store.transaction(() => {
      this.#store.run(sql`DELETE FROM checkins ${ofDay}`)
      this.#store.run(sql`DELETE FROM checkin_prompts ${ofDay}`)
    })
  }

  #all(where: Sql): KeptCheckin[] {
    return this.#store.all(checkinColumns, sql`${columns} ${where}`)
  }

  #found(query: Sql): boolean {
    return (this.#store.get(foundRow, query)?.found ?? 0) > 0
  }
}
