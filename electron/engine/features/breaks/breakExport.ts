/** The whole history as texts to take along. */
import type { BreakEntry } from '../../../core/breaks/breakEffects.ts'
import { entriesAsCsv, historyAsJson, suppressionsAsCsv } from '../../../core/breaks/exportText.ts'
import { dateText } from '../../../core/breaks/monthCalendar.ts'
import { sql } from '../../store/sql.ts'
import type { BreakHistory } from './breakHistory.ts'

const EVERYTHING = sql`TRUE`

/** `fileName` has no ending: whoever saves one of the texts adds its own. */
export function breakExport(history: BreakHistory, today: number) {
  // A row is an entry whose reason may come from another version.
  const entries = history.entries(EVERYTHING) as BreakEntry[]
  const suppressions = history.suppressions(EVERYTHING)
  return {
    fileName: `lull-pauses-${dateText(today)}`,
    csv: entriesAsCsv(entries),
    suppressionsCsv: suppressionsAsCsv(suppressions),
    json: historyAsJson({ entries, suppressions, choices: history.choices() }),
  }
}
