/** How every bench says what it found: one row a figure, with what it was compared against and the goal. */

export type Row =
  | {
      what: string
      /** What the figure stands beside, measured in the same minute. */
      against?: string
      value: number
      unit: string
      ratio?: number
      goal?: string
      met?: boolean
    }
  | {
      what: string
      /** Why it could not be measured here. */
      skipped: string
    }

const number = (value: number) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2))

export function formatRows(rows: readonly Row[]): string {
  const cells = rows.map((row) =>
    'skipped' in row
      ? [row.what, `not measured: ${row.skipped}`, '', '', '']
      : [
          row.what,
          `${number(row.value)} ${row.unit}`,
          row.ratio === undefined ? '' : `${row.ratio.toFixed(2)} ×`,
          row.against ?? '',
          row.goal ? `${row.goal}${row.met === undefined ? '' : row.met ? ' ✓' : ' ✗'}` : '',
        ],
  )
  const table = [['what', 'figure', 'ratio', 'against', 'goal'], ...cells]
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

export function printRows(rows: readonly Row[]): void {
  console.log(formatRows(rows))
}
