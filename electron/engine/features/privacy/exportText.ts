/** Everything kept as one JSON text that a person can read: noticed rows stand one a line, for there are many. */

export interface ExportedRows {
  kind: string
  rows: readonly unknown[]
}

/** The document's own members first, then `noticed` with a list of rows for each kind. */
export function exportText(document: Record<string, unknown>, noticed: readonly ExportedRows[]): string {
  const members = Object.entries(document).map(
    ([name, value]) => `${JSON.stringify(name)}: ${indented(JSON.stringify(value, null, 2))}`,
  )
  const kinds = noticed.map(({ kind, rows }) => `    ${JSON.stringify(kind)}: ${listText(rows)}`)
  members.push(kinds.length === 0 ? '"noticed": {}' : `"noticed": {\n${kinds.join(',\n')}\n  }`)
  return `{\n${members.map((member) => `  ${member}`).join(',\n')}\n}`
}

const indented = (text: string) => text.replaceAll('\n', '\n  ')

function listText(rows: readonly unknown[]): string {
  if (rows.length === 0) return '[]'
  return `[\n${rows.map((row) => `      ${JSON.stringify(row)}`).join(',\n')}\n    ]`
}
