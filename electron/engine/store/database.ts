/** Opens `lull.db` encrypted, exclusive and checked; what cannot be opened is named plainly and never overwritten. */
import { createHmac } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { EngineError } from '../errors.ts'
import { makeBackup, removeOldBackups } from './backup.ts'
import { migrate } from './migrate.ts'
import { type Migration, migrations as releasedMigrations } from './migrations/index.ts'
import { Store } from './sql.ts'

const FILE = 'lull.db'
/** Tells a wrong key from a damaged file: an encrypted file looks the same in both cases. */
const KEY_CHECK_FILE = 'lull.db.keycheck'
const COMPANIONS = ['', '-wal', '-shm'] as const

export interface OpenOptions {
  /** Null keeps everything in memory. */
  dataFolder: string | null
  /** 32 bytes as hex. */
  keyHex: string
  now: number
  migrations?: readonly Migration[]
}

export interface OpenedDatabase {
  store: Store
  /** Name of the file a damaged database was moved to; null when nothing was wrong. */
  brokenMovedTo: string | null
}

class BrokenFileError extends Error {}

export function openDatabase(options: OpenOptions): OpenedDatabase {
  if (!/^[0-9a-f]{64}$/i.test(options.keyHex)) {
    throw new EngineError('DATABASE_KEY_WRONG', 'The database key is not 32 bytes of hex.')
  }
  const { dataFolder } = options
  if (dataFolder === null) return { store: openInMemory(options), brokenMovedTo: null }
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  try {
    return { store: openFile(dataFolder, options), brokenMovedTo: null }
  } catch (error) {
    if (!(error instanceof BrokenFileError)) throw error
    const brokenMovedTo = moveAside(dataFolder, options.now)
    return { store: openFile(dataFolder, options), brokenMovedTo }
  }
}

/** What was put aside: by us one by one, by a host as a folder. */
const ASIDE = /^(lull\.db\.broken-\d+(-wal|-shm)?|aside-\d{4}-[\dTZ-]+)$/

/** Removes everything that was put aside; part of erasing everything. */
export function removeSetAside(dataFolder: string): void {
  for (const name of readdirSync(dataFolder)) {
    if (ASIDE.test(name)) rmSync(join(dataFolder, name), { recursive: true, force: true })
  }
}

function openInMemory(options: OpenOptions): Store {
  const raw = new BetterSqlite3(':memory:')
  configure(raw)
  migrate(raw, options.migrations ?? releasedMigrations, () => {})
  return new Store(raw)
}

function openFile(dataFolder: string, options: OpenOptions): Store {
  const path = join(dataFolder, FILE)
  const existing = existsSync(path)
  // A file that was whole once and is empty now lost its content; SQLite would take it for a new one.
  if (existing && statSync(path).size === 0 && keyCheck(dataFolder) !== null) throw new BrokenFileError()
  let raw: BetterSqlite3.Database | null = null
  try {
    // SQLite gives its log beside it the same rights.
    closeSync(openSync(path, 'a', 0o600))
    chmodSync(path, 0o600)
    // No waiting: the only other writer can be a second Lull, which keeps its lock for as long as it runs.
    raw = new BetterSqlite3(path, { timeout: 0 })
    unlock(raw, options.keyHex)
    configure(raw)
    if (existing && raw.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new BrokenFileError()
    migrate(raw, options.migrations ?? releasedMigrations, (version) =>
      makeBackup(raw as BetterSqlite3.Database, dataFolder, version, options.now),
    )
    writeKeyCheck(dataFolder, options.keyHex)
    removeOldBackups(dataFolder, options.now)
    return new Store(raw)
  } catch (error) {
    raw?.close()
    throw openError(error, keyCheck(dataFolder) === expectedKeyCheck(options.keyHex))
  }
}

function unlock(raw: BetterSqlite3.Database, keyHex: string): void {
  // SQLCipher's scheme: AES-256 with an HMAC on every page, so that damage is noticed, not read.
  raw.pragma("cipher = 'sqlcipher'")
  raw.pragma(`key = "x'${keyHex}'"`)
}

function configure(raw: BetterSqlite3.Database): void {
  raw.pragma('locking_mode = EXCLUSIVE')
  raw.pragma('journal_mode = WAL')
  raw.pragma('synchronous = FULL')
  raw.pragma('foreign_keys = ON')
  raw.pragma('secure_delete = ON')
  raw.pragma('temp_store = MEMORY')
}

function openError(error: unknown, keyIsRight: boolean): unknown {
  if (!(error instanceof BetterSqlite3.SqliteError)) return error
  const code = error.code
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new EngineError('DATABASE_LOCKED', 'Lull is already running with this data folder.')
  }
  if (code === 'SQLITE_NOTADB' && !keyIsRight) {
    return new EngineError(
      'DATABASE_KEY_WRONG',
      'The key does not open the data that is here. Nothing was changed.',
    )
  }
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return new BrokenFileError()
  if (code.startsWith('SQLITE_FULL')) return new EngineError('DISK_FULL', 'The disk is full.')
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY')) {
    return new EngineError('FILE_UNREADABLE', 'Lull may not write to its data folder.')
  }
  return error
}

function expectedKeyCheck(keyHex: string): string {
  return createHmac('sha256', Buffer.from(keyHex, 'hex')).update('lull key check').digest('hex')
}

function keyCheck(dataFolder: string): string | null {
  try {
    return readFileSync(join(dataFolder, KEY_CHECK_FILE), 'utf8').trim()
  } catch {
    return null
  }
}

function writeKeyCheck(dataFolder: string, keyHex: string): void {
  const expected = expectedKeyCheck(keyHex)
  if (keyCheck(dataFolder) === expected) return
  writeFileSync(join(dataFolder, KEY_CHECK_FILE), `${expected}\n`, { mode: 0o600 })
}

function moveAside(dataFolder: string, now: number): string {
  let at = now
  while (existsSync(join(dataFolder, `${FILE}.broken-${at}`))) at++
  const name = `${FILE}.broken-${at}`
  for (const companion of COMPANIONS) {
    const from = join(dataFolder, FILE + companion)
    if (existsSync(from)) renameSync(from, join(dataFolder, name + companion))
  }
  rmSync(join(dataFolder, KEY_CHECK_FILE), { force: true })
  return name
}
