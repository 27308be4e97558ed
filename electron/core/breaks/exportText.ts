/** The history as text to take along: a table any spreadsheet opens, and JSON with everything. */
import type { BreakEntry, ChoiceRecord, Suppression } from './breakEffects.ts'
import { dateText } from './monthCalendar.ts'

/** What a spreadsheet would take for a formula, also behind spaces. */
const FORMULA = /^\s*[=+\-@＝＋－＠\t\r]/
const NEEDS_QUOTES = /[",;\r\n\t]/

/** One field: a formula becomes plain text by an apostrophe, quotes are doubled. Numbers stay numbers. */
export function csvField(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const plain = FORMULA.test(value) ? `'${value}` : value
  return NEEDS_QUOTES.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

const line = (fields: readonly (string | number | null)[]) => `${fields.map(csvField).join(',')}\r\n`

/** Such as 09:05. */
export function clockText(minuteOfDay: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`
}

const seconds = (ms: number | null) => (ms === null ? null : Math.round(ms / 1000))

const COLUMNS = [
  ...['date', 'time', 'epoch_ms', 'what', 'kind', 'activity', 'because'],
  ...['nudge', 'length_s', 'rested_s', 'reason'],
]

function entryLine(entry: BreakEntry): string {
  const { dayNumber, minuteOfDay, atMs, what, kind, arm, because, nudgeId, lengthMs, restedMs, reason } =
    entry
  const when = [dateText(dayNumber), clockText(minuteOfDay), atMs]
  return line([...when, what, kind, arm, because, nudgeId, seconds(lengthMs), seconds(restedMs), reason])
}

/** RFC 4180, one line per entry of the history. */
export function entriesAsCsv(entries: readonly BreakEntry[]): string {
  return line(COLUMNS) + entries.map(entryLine).join('')
}

const SUPPRESSION_COLUMNS = [
  'day',
  'from_epoch_ms',
  'to_epoch_ms',
  'reason',
  'kind',
  'because',
  'held_s',
  'times',
]

/** RFC 4180, one line per silence. */
export function suppressionsAsCsv(suppressions: readonly Suppression[]): string {
  const lines = suppressions.map(({ workDay, fromMs, toMs, reason, kind, because, heldMs, times }) =>
    line([dateText(workDay), fromMs, toMs, reason, kind, because, seconds(heldMs), times]),
  )
  return line(SUPPRESSION_COLUMNS) + lines.join('')
}

export interface BreakHistory {
  entries: readonly BreakEntry[]
  suppressions: readonly Suppression[]
  choices: readonly ChoiceRecord[]
}

/** Everything, with the version of its form. */
export function historyAsJson(history: BreakHistory): string {
  return `${JSON.stringify({ version: 1, ...history }, null, 2)}\n`
}
