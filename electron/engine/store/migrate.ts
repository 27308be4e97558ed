/** Brings a database to the newest version, forward only, each step in its own transaction, after a backup. */
import type BetterSqlite3 from 'better-sqlite3'
import { EngineError } from '../errors.ts'
import type { Migration } from './migrations/index.ts'

export function databaseVersion(raw: BetterSqlite3.Database): number {
  return Number(raw.pragma('user_version', { simple: true }))
}

/**
 * @param backup called once before the first pending migration of a database that already holds something.
 * @throws DATABASE_NEWER when the file was written by a later Lull; it is left as it is.
 */
export function migrate(
  raw: BetterSqlite3.Database,
  migrations: readonly Migration[],
  backup: (version: number) => void,
): void {
  const from = databaseVersion(raw)
  const newest = migrations.at(-1)?.version ?? 0
  if (from > newest) {
    throw new EngineError(
      'DATABASE_NEWER',
      'This data was written by a newer version of Lull. Please update Lull; nothing was changed.',
      { found: from, known: newest },
    )
  }
  const pending = migrations.filter((migration) => migration.version > from)
  if (pending.length > 0 && from > 0) backup(from)
  for (const migration of pending) {
    raw
      .transaction(() => {
        raw.exec(migration.sql)
        raw.pragma(`user_version = ${migration.version}`)
      })
      .immediate()
  }
}
