/** What was, as a page asks for it: lines, sums, a month, a week, and the reasons of one nudge. */
import { z } from 'zod'
import type {
  BreakEntryView,
  BreakStatisticsView,
  CalendarDayView,
  ChoiceView,
  SuppressionView,
} from '../../../contract/breaks.ts'
import { type BreakEntry, ENTRY_WHATS, SUPPRESSION_REASONS } from '../../../core/breaks/breakEffects.ts'
import { compareOnOff, type LoggedChoice, type OnOff } from '../../../core/breaks/evaluation.ts'
import { monthCalendar } from '../../../core/breaks/monthCalendar.ts'
import {
  type DayStretch,
  type EntryGroup,
  groupedStatistics,
  type SuppressionGroup,
} from '../../../core/breaks/statistics.ts'
import { EngineError } from '../../errors.ts'
import { type Sql, type Store, sql } from '../../store/sql.ts'
import {
  armColumn,
  becauseColumn,
  choiceColumns,
  choiceRow,
  entryColumns,
  entryRow,
  kindColumn,
  suppressionColumns,
  suppressionRow,
} from './breakRows.ts'

const MOST_DAYS = 62
/** As in the contract: of more, the latest. */
const MOST_ENTRIES = 5000
const MOST_SUPPRESSIONS = 2000

const entryGroup: z.ZodType<EntryGroup> = z.object({
  what: z.enum(ENTRY_WHATS),
  kind: kindColumn.nullable(),
  arm: armColumn.nullable(),
  because: becauseColumn.nullable(),
  reason: z.string().nullable(),
  times: z.number(),
  restedMs: z.number(),
})
const suppressionGroup: z.ZodType<SuppressionGroup> = z.object({
  reason: z.enum(SUPPRESSION_REASONS),
  stretches: z.number(),
  heldMs: z.number(),
})
const ratedRow = z.object({ helped: z.number(), times: z.number() })
const firstRow = z.object({ day: z.number().nullable() })
/** Of the chances only those that comparing on with off looks at: years of choices are read at once. */
const loggedRow = z
  .object({ arm: armColumn, chance: z.number(), nothing: z.number().nullable(), worked: z.number() })
  .transform(({ arm, chance, nothing, worked }): LoggedChoice => {
    const probabilities = { ...(nothing !== null && { nothing }), [arm]: chance }
    return { arm, probabilities, worked: worked === 1 }
  })

interface BreakHistoryParts {
  store: Store
  stretches: (fromDay: number, toDay: number) => DayStretch[]
}

interface Days {
  fromDay: number
  toDay: number
}

const within = ({ fromDay, toDay }: Days): Sql => sql`work_day BETWEEN ${fromDay} AND ${toDay}`

export class BreakHistory {
  readonly #store: Store
  readonly #stretches: BreakHistoryParts['stretches']
  #onOff: OnOff | null = null

  constructor({ store, stretches }: BreakHistoryParts) {
    this.#store = store
    this.#stretches = stretches
  }

  /** Choices or their outcomes changed. */
  forget(): void {
    this.#onOff = null
  }

  /** @throws EngineError INVALID_INPUT for more than 62 days. */
  lines(days: Days): { entries: BreakEntryView[]; suppressions: SuppressionView[] } {
    if (days.toDay - days.fromDay >= MOST_DAYS) {
      throw new EngineError('INVALID_INPUT', `At most ${MOST_DAYS} days at once.`)
    }
    return {
      entries: this.entries(within(days), MOST_ENTRIES),
      suppressions: this.suppressions(within(days), MOST_SUPPRESSIONS),
    }
  }

  statistics(days: Days): BreakStatisticsView {
    return groupedStatistics(
      this.#entryGroups(days),
      this.#store.all(
        suppressionGroup,
        sql`SELECT reason, count(*) AS stretches, sum(held_ms) AS heldMs FROM break_suppressions
          WHERE ${within(days)} GROUP BY reason`,
      ),
      this.#stretches(days.fromDay, days.toDay),
    )
  }

  month(date: { year: number; month: number }, weekStart: 0 | 1): CalendarDayView[][] {
    // Its days are known before its rows: whole weeks around the month.
    const days = monthCalendar(date, weekStart, [], []).flat()
    const fromDay = days[0]?.workDay ?? 0
    const toDay = days.at(-1)?.workDay ?? fromDay
    const entries = this.entries(within({ fromDay, toDay }), Number.MAX_SAFE_INTEGER)
    // What a row says, the core's entry says too; only its reason is any text.
    return monthCalendar(date, weekStart, entries as BreakEntry[], this.#stretches(fromDay, toDay))
  }

  rated(days: Days): { helped: number; didNot: number } {
    const rows = this.#store.all(
      ratedRow,
      sql`SELECT helped, count(*) AS times FROM break_choices
        WHERE helped IS NOT NULL AND ${within(days)} GROUP BY helped`,
    )
    const timesOf = (value: number) => rows.find(({ helped }) => helped === value)?.times ?? 0
    return { helped: timesOf(1), didNot: timesOf(0) }
  }

  /** Over all learnt choices with an outcome. */
  onOff(): OnOff {
    this.#onOff ??= compareOnOff(
      this.#store.all(
        loggedRow,
        sql`SELECT arm, worked, json_extract(probabilities, '$.nothing') AS "nothing",
          coalesce(json_extract(probabilities, '$.' || arm), 0) AS chance FROM break_choices
          WHERE chosen_by = 'learnt' AND worked IS NOT NULL ORDER BY nudge_id`,
      ),
    )
    return this.#onOff
  }

  firstDay(): number | null {
    const days = [sql`break_entries`, sql`break_suppressions`].flatMap((table) => {
      const day = this.#store.get(firstRow, sql`SELECT min(work_day) AS day FROM ${table}`)?.day
      return day === null || day === undefined ? [] : [day]
    })
    return days.length === 0 ? null : Math.min(...days)
  }

  choice(nudgeId: number): ChoiceView | null {
    const query = sql`SELECT ${choiceColumns} FROM break_choices WHERE nudge_id = ${nudgeId}`
    return this.#store.get(choiceRow, query)
  }

  choices(): ChoiceView[] {
    return this.#store.all(choiceRow, sql`SELECT ${choiceColumns} FROM break_choices ORDER BY nudge_id`)
  }

  /** In time order; of more than `most`, the latest. */
  entries(where: Sql, most = Number.MAX_SAFE_INTEGER): BreakEntryView[] {
    const query = sql`SELECT ${entryColumns} FROM break_entries WHERE ${where}
      ORDER BY at DESC, sequence DESC LIMIT ${most}`
    return this.#store.all(entryRow, query).reverse()
  }

  suppressions(where: Sql, most = Number.MAX_SAFE_INTEGER): SuppressionView[] {
    const query = sql`SELECT ${suppressionColumns} FROM break_suppressions WHERE ${where}
      ORDER BY from_at DESC, "row" DESC LIMIT ${most}`
    return this.#store.all(suppressionRow, query).reverse()
  }

  #entryGroups(days: Days): EntryGroup[] {
    return this.#store.all(
      entryGroup,
      sql`SELECT what, kind, arm, because, reason, count(*) AS times, total(rested_ms) AS restedMs
        FROM break_entries INDEXED BY break_entries_alike WHERE ${within(days)} GROUP BY what, kind, arm, because, reason`,
    )
  }
}
