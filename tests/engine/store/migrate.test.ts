/** Migrations are history, run forward only, and never without a copy. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { backupFolder, backups } from '../../../electron/engine/store/backup.ts'
import { openDatabase } from '../../../electron/engine/store/database.ts'
import { type Migration, migrations } from '../../../electron/engine/store/migrations/index.ts'
import { sql } from '../../../electron/engine/store/sql.ts'
import { TEST_KEY, temporaryFolder } from '../engineParts.ts'

/** sha256 of every migration that was ever in a release or on the main branch. */
const recorded: Record<string, string> = {
  '0001-first-words': '1c5501004a729d4bbd70d0dcc72796055b69721f72fd24ffd847be3eada153b4',
  '0002-models': '4c2f33d6819b13ca291bb77876469726f1b216b98124545e2d16bb4a61126dc3',
  '0003-noticing': 'c00ae842737cef5fbef24e3be7c4b55653be3d15f55a7c894ea152523e1839d9',
  '0004-pauses': 'c72fe81c031772a72894db5365d7d138badc7f19faad391039901516b52ce586',
  '0005-lights': '1b8751d2ac54dd7c51d227368205e7ae3c56c0b8aee39ecc912c3c57a5674e37',
  '0006-care': 'e180dae53ea09989e13b02b6726486fb860e4cb91ea350af3f71ed6f3e92e665',
}

const steps: Migration[] = [
  { version: 1, name: 'a', sql: "CREATE TABLE a (word TEXT) STRICT; INSERT INTO a VALUES ('kept')" },
  { version: 2, name: 'b', sql: 'CREATE TABLE b (word TEXT) STRICT; INSERT INTO b SELECT word FROM a' },
  { version: 3, name: 'c', sql: 'ALTER TABLE b ADD COLUMN at INTEGER' },
  { version: 4, name: 'd', sql: 'CREATE TABLE d (word TEXT) STRICT' },
]
const word = z.object({ word: z.string() })
const open = (dataFolder: string, count: number, now = 1000) =>
  openDatabase({ dataFolder, keyHex: TEST_KEY, now, migrations: steps.slice(0, count) }).store

describe('migrations', () => {
  it('are history', () => {
    const hashes = Object.fromEntries(
      migrations.map(({ name, sql }) => [name, createHash('sha256').update(sql).digest('hex')]),
    )
    expect(hashes, 'released migrations are history; add a new one (and record its hash here)').toEqual(
      recorded,
    )
  })

  it('are numbered without gaps and named like their files', () => {
    expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_, index) => index + 1))
    const folder = join(import.meta.dirname, '../../../electron/engine/store/migrations')
    const files = readdirSync(folder).filter((name) => name.endsWith('.sql'))
    expect(migrations.map((migration) => `${migration.name}.sql`)).toEqual(files.sort())
  })
})

describe('migrate', () => {
  it('runs what is pending and keeps what is there', () => {
    const folder = temporaryFolder()
    open(folder, 1).close()
    const store = open(folder, 3)
    expect(store.all(word, sql`SELECT word FROM b`)).toEqual([{ word: 'kept' }])
    expect(store.raw.pragma('user_version', { simple: true })).toBe(3)
    store.close()
  })

  it('backs up an existing database first, encrypted, and keeps the last two copies', () => {
    const folder = temporaryFolder()
    open(folder, 1, 1000).close()
    expect(backups(folder), 'a new database needs no copy').toEqual([])
    for (const [count, now] of [
      [2, 2000],
      [3, 3000],
      [4, 4000],
    ] as const) {
      open(folder, count, now).close()
    }
    expect(backups(folder)).toEqual(['lull-v3-4000.db', 'lull-v2-3000.db'])
    const copy = join(backupFolder(folder), 'lull-v2-3000.db')
    expect(isPlain(copy)).toBe(false)
  })

  it('does not keep copies for long: they hold what may have been erased since', () => {
    const folder = temporaryFolder()
    open(folder, 1, 1000).close()
    open(folder, 2, 2000).close()
    const dayMs = 24 * 3600_000
    open(folder, 2, 2000 + 14 * dayMs).close()
    expect(backups(folder)).toHaveLength(1)
    open(folder, 2, 2001 + 14 * dayMs).close()
    expect(backups(folder)).toEqual([])
  })

  it('leaves the database as it was when a step fails', () => {
    const folder = temporaryFolder()
    open(folder, 1).close()
    const broken: Migration[] = [
      ...steps.slice(0, 1),
      { version: 2, name: 'broken', sql: 'CREATE TABLE half (word TEXT) STRICT; SELECT * FROM nowhere' },
    ]
    expect(() => openDatabase({ dataFolder: folder, keyHex: TEST_KEY, now: 1, migrations: broken })).toThrow(
      /no such table/,
    )
    const store = open(folder, 1)
    expect(store.all(word, sql`SELECT name AS word FROM sqlite_schema`)).toEqual([{ word: 'a' }])
    store.close()
  })

  it('refuses a newer database with a plain sentence and leaves it alone', () => {
    const folder = temporaryFolder()
    open(folder, 3).close()
    expect(() => open(folder, 2)).toThrow(
      expect.objectContaining({
        code: 'DATABASE_NEWER',
        message: expect.stringContaining('newer version of Lull'),
      }),
    )
    const store = open(folder, 3)
    expect(store.all(word, sql`SELECT word FROM b`)).toHaveLength(1)
    store.close()
  })
})

function isPlain(path: string): boolean {
  return readFileSync(path).subarray(0, 15).toString('latin1') === 'SQLite format 3'
}
