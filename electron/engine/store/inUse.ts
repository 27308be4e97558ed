/** Tells whether some Lull has a data folder open, so that nobody moves files from under it. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { EngineError } from '../errors.ts'

/** @throws EngineError DATABASE_LOCKED while a Lull works on this folder. */
export function refuseInUse(dataFolder: string): void {
  if (!isInUse(dataFolder)) return
  throw new EngineError(
    'DATABASE_LOCKED',
    'Lull is running with this data. Stop it first; then the data can be set aside.',
  )
}

/** Needs no key: a running Lull keeps its lock, and the lock is met before the first byte is read. */
function isInUse(dataFolder: string): boolean {
  const path = join(dataFolder, 'lull.db')
  // Of a file without content SQLite would remove the companions; nobody works on one either.
  if (!statSync(path, { throwIfNoEntry: false })?.size) return false
  let raw: BetterSqlite3.Database | null = null
  try {
    raw = new BetterSqlite3(path, { readonly: true, timeout: 0 })
    // Otherwise a file for sharing would be made beside what a killed Lull left.
    raw.pragma('locking_mode = EXCLUSIVE')
    raw.pragma('user_version')
    return false
  } catch (error) {
    return error instanceof BetterSqlite3.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code)
  } finally {
    raw?.close()
  }
}
