/** Copies of the database made before a migration, encrypted like the original; the last two are kept. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type BetterSqlite3 from 'better-sqlite3'

const KEPT_BACKUPS = 2
const BACKUP_NAME = /^lull-v\d+-(\d+)\.db$/

const KEPT_FOR_MS = 14 * 24 * 3600_000

const madeAt = (name: string) => Number(BACKUP_NAME.exec(name)?.[1])

export const backupFolder = (dataFolder: string) => join(dataFolder, 'backups')

/** Newest first. */
export function backups(dataFolder: string): string[] {
  let names: string[]
  try {
    names = readdirSync(backupFolder(dataFolder))
  } catch {
    return []
  }
  return names.filter((name) => BACKUP_NAME.test(name)).sort((a, b) => madeAt(b) - madeAt(a))
}

export function makeBackup(
  raw: BetterSqlite3.Database,
  dataFolder: string,
  version: number,
  now: number,
): void {
  const folder = backupFolder(dataFolder)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `lull-v${version}-${now}.db`)
  // A copy left by an attempt that broke off would make VACUUM INTO fail.
  rmSync(path, { force: true })
  raw.prepare('VACUUM INTO ?').run(path)
  for (const name of backups(dataFolder).slice(KEPT_BACKUPS)) rmSync(join(folder, name), { force: true })
}

/** A copy is there for a migration that went wrong, not for keeping what was erased since. */
export function removeOldBackups(dataFolder: string, now: number): void {
  for (const name of backups(dataFolder)) {
    if (madeAt(name) < now - KEPT_FOR_MS) rmSync(join(backupFolder(dataFolder), name), { force: true })
  }
}

export function removeBackups(dataFolder: string): void {
  rmSync(backupFolder(dataFolder), { recursive: true, force: true })
}
