/** The sums of each day, kept as the day goes; what is usual of a score is read from the last fourteen. */
import { z } from 'zod'
import { middleHalf, type OwnRange, type TimeOfDays, timeOfDays } from '../../../core/stress/ownRange.ts'
import { noScoresYet, type ScoreDay } from '../../../core/stress/scoreDay.ts'
import { type Store, sql } from '../../store/sql.ts'

const USUAL_DAYS = 14

const times = z.record(z.string().regex(/^\d{1,3}$/), z.number())
const sums = z.object({
  needMost: z.number().nullable(),
  needTimes: times,
  strainTimes: times,
  strainMsSum: z.number(),
  strainKnownMs: z.number(),
  confidenceMsSum: z.number(),
  assessedMs: z.number(),
  raisedMs: z.number(),
  raisedTimes: z.number(),
  body: z.record(
    z.string(),
    z.object({
      hasIntervals: z.boolean(),
      hrBpmSum: z.number(),
      hrWindows: z.number(),
      lnRmssdSum: z.number(),
      rmssdWindows: z.number(),
      accepted: z.number(),
      refused: z.number(),
    }),
  ),
})
const dayRow = z
  .object({ work_day: z.number(), sums: z.string() })
  .transform(({ work_day, sums: text }): [number, ScoreDay] => [work_day, sums.parse(JSON.parse(text))])
const countRow = z.object({ rows: z.number() })
const firstRow = z.object({ day: z.number().nullable() })

interface DaysBefore {
  day: number
  need: TimeOfDays
  strain: TimeOfDays
}

export class ScoreDays {
  readonly #store: Store
  /** The days that are being added to: today, and yesterday around four in the morning. */
  readonly #open = new Map<number, ScoreDay>()
  readonly #unsaved = new Set<number>()
  /** The thirteen days before one, so that what is usual now is not read again every ten seconds. */
  #before: DaysBefore | null = null

  constructor(store: Store) {
    this.#store = store
  }

  /** Changes the sums of a day in memory; `save` writes them. */
  change(day: number, how: (sums: ScoreDay) => ScoreDay): void {
    // What was read of this day and before it is no longer how it stands.
    const isNew = !this.#open.has(day)
    if (this.#before !== null && (day < this.#before.day || isNew)) this.#before = null
    this.#open.set(day, how(this.day(day)))
    this.#unsaved.add(day)
  }

  save(): void {
    for (const day of this.#unsaved) {
      this.#store.run(sql`
        INSERT INTO score_days (work_day, sums) VALUES (${day}, ${JSON.stringify(this.day(day))})
        ON CONFLICT (work_day) DO UPDATE SET sums = excluded.sums`)
    }
    this.#unsaved.clear()
    for (const day of [...this.#open.keys()].toSorted((a, b) => b - a).slice(2)) this.#close(day)
  }

  #close(day: number): void {
    this.#open.delete(day)
    if (this.#before?.day === day) this.#before = null
  }

  day(day: number): ScoreDay {
    return this.#open.get(day) ?? this.between(day, day)[0]?.[1] ?? noScoresYet
  }

  /** Days with sums, ends included, in order. */
  between(fromDay: number, toDay: number): [number, ScoreDay][] {
    const kept = new Map(
      this.#store.all(
        dayRow,
        sql`SELECT work_day, sums FROM score_days WHERE work_day BETWEEN ${fromDay} AND ${toDay}`,
      ),
    )
    for (const [day, open] of this.#open) if (day >= fromDay && day <= toDay) kept.set(day, open)
    return [...kept].toSorted(([a], [b]) => a - b)
  }

  /** The middle half of the fourteen days up to one, by score; null before three days are known. */
  usual(day: number): { need: OwnRange | null; strain: OwnRange | null } {
    const before = this.#daysBefore(day)
    const { needTimes, strainTimes } = this.#open.get(day) ?? noScoresYet
    return {
      need: middleHalf([needTimes], before.need),
      strain: middleHalf([strainTimes], before.strain),
    }
  }

  count(): number {
    return this.#store.get(countRow, sql`SELECT count(*) AS rows FROM score_days`)?.rows ?? 0
  }

  first(): number | null {
    return this.#store.get(firstRow, sql`SELECT min(work_day) AS day FROM score_days`)?.day ?? null
  }

  rows(): unknown[] {
    return this.between(-1, Number.MAX_SAFE_INTEGER).map(([workDay, day]) => ({ workDay, ...day }))
  }

  eraseBody(): void {
    this.#before = null
    for (const [day, sums] of this.#open) this.#open.set(day, { ...sums, body: {} })
    this.#store.run(sql`UPDATE score_days SET sums = json_set(sums, '$.body', json('{}'))`)
  }

  eraseDay(day: number): void {
    this.#before = null
    this.#open.delete(day)
    this.#unsaved.delete(day)
    this.#store.run(sql`DELETE FROM score_days WHERE work_day = ${day}`)
  }

  erase(): void {
    this.#before = null
    this.#open.clear()
    this.#unsaved.clear()
    this.#store.run(sql`DELETE FROM score_days`)
  }

  #daysBefore(day: number): DaysBefore {
    if (this.#before?.day === day) return this.#before
    // A day that is open is added anew each time; one that is kept, as after a restart, is one of those before.
    const toDay = this.#open.has(day) ? day - 1 : day
    const sums = this.between(day - USUAL_DAYS + 1, toDay).map(([, one]) => one)
    this.#before = {
      day,
      need: timeOfDays(sums.map((one) => one.needTimes)),
      strain: timeOfDays(sums.map((one) => one.strainTimes)),
    }
    return this.#before
  }
}
