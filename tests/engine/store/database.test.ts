/** The database on good days and bad ones: encrypted, exclusive, damaged, locked, killed. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openDatabase } from '../../../electron/engine/store/database.ts'
import { type Store, sql } from '../../../electron/engine/store/sql.ts'
import { resourcesFolder, TEST_KEY, temporaryFolder } from '../engineParts.ts'

const OTHER_KEY = 'b2'.repeat(32)
const document = z.object({ document: z.string() })

const open = (dataFolder: string, keyHex = TEST_KEY, now = 1000) => openDatabase({ dataFolder, keyHex, now })
const write = (store: Store, text: string) =>
  store.run(sql`INSERT INTO settings (one, document) VALUES (1, ${text})`)
const read = (store: Store) => store.get(document, sql`SELECT document FROM settings`)?.document ?? null

function written(text = 'the quiet room'): string {
  const folder = temporaryFolder()
  const { store } = open(folder)
  write(store, text)
  store.close()
  return folder
}

function everyByte(folder: string): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('\n')
}

describe('openDatabase', () => {
  it('keeps what was written, and no plain text on disk while open or closed', () => {
    const folder = temporaryFolder()
    const first = open(folder)
    write(first.store, 'the quiet room')
    expect(everyByte(folder)).not.toContain('quiet')
    first.store.close()
    expect(everyByte(folder)).not.toContain('quiet')
    expect(everyByte(folder)).not.toContain('SQLite format 3')
    expect(everyByte(folder)).not.toContain('CREATE TABLE')
    const second = open(folder)
    expect(read(second.store)).toBe('the quiet room')
    expect(second.brokenMovedTo).toBeNull()
    second.store.close()
  })

  it.skipIf(process.platform === 'win32')('is readable by its owner alone, its log as well', () => {
    const folder = temporaryFolder()
    const { store } = open(folder)
    for (const name of ['lull.db', 'lull.db-wal'])
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
    store.close()
  })

  it('lets only one Lull have a data folder', () => {
    const folder = written()
    const first = open(folder)
    expect(() => open(folder)).toThrow(
      expect.objectContaining({
        code: 'DATABASE_LOCKED',
        message: expect.stringContaining('already running'),
      }),
    )
    expect(read(first.store)).toBe('the quiet room')
    first.store.close()
    open(folder).store.close()
  })

  it('names a wrong key and touches nothing', () => {
    const folder = written()
    const before = readFileSync(join(folder, 'lull.db'))
    expect(() => open(folder, OTHER_KEY)).toThrow(expect.objectContaining({ code: 'DATABASE_KEY_WRONG' }))
    expect(readFileSync(join(folder, 'lull.db')).equals(before)).toBe(true)
    const { store } = open(folder)
    expect(read(store)).toBe('the quiet room')
    store.close()
  })

  it('refuses a key that is none', () => {
    expect(() => open(temporaryFolder(), "x'; --")).toThrow(
      expect.objectContaining({ code: 'DATABASE_KEY_WRONG' }),
    )
  })

  it.each([
    ['overwritten', (path: string) => writeFileSync(path, 'no database at all '.repeat(400))],
    ['emptied', (path: string) => truncateSync(path, 0)],
    ['cut', (path: string) => truncateSync(path, 6000)],
    [
      'damaged in the middle',
      (path: string) => {
        const bytes = readFileSync(path)
        bytes.fill(0x55, bytes.length - 5000, bytes.length - 4000)
        writeFileSync(path, bytes)
      },
    ],
  ])('moves a database that was %s aside, byte for byte, and starts a fresh one', (_how, damage) => {
    const folder = written()
    damage(join(folder, 'lull.db'))
    const damaged = readFileSync(join(folder, 'lull.db'))
    const { store, brokenMovedTo } = open(folder, TEST_KEY, 7000)
    expect(brokenMovedTo).toBe('lull.db.broken-7000')
    expect(readFileSync(join(folder, 'lull.db.broken-7000')).equals(damaged)).toBe(true)
    expect(read(store)).toBeNull()
    store.close()
  })

  it('never overwrites an earlier broken one', () => {
    const folder = written()
    for (const _ of [1, 2]) {
      writeFileSync(join(folder, 'lull.db'), 'no database at all '.repeat(400))
      open(folder, TEST_KEY, 7000).store.close()
    }
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining(['lull.db.broken-7000', 'lull.db.broken-7001']),
    )
  })

  it('loses nothing acknowledged when the process is killed while writing', { timeout: 30_000 }, async () => {
    const folder = temporaryFolder()
    const root = join(import.meta.dirname, '../../..')
    const child = spawn(
      process.execPath,
      [
        '--import',
        join(root, 'tests/fakes/rawImports.ts'),
        join(root, 'tests/fixtures/database/writeUntilKilled.ts'),
        folder,
        TEST_KEY,
        resourcesFolder,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    const acknowledged: string[] = []
    for await (const line of createInterface({ input: child.stdout })) {
      acknowledged.push(line)
      if (acknowledged.length === 40) child.kill('SIGKILL')
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    const { store, brokenMovedTo } = open(folder)
    expect(brokenMovedTo).toBeNull()
    const kept = store.all(z.object({ text: z.string() }), sql`SELECT text FROM messages ORDER BY sequence`)
    expect(acknowledged.length).toBeGreaterThanOrEqual(40)
    expect(kept.map((row) => row.text).slice(0, acknowledged.length)).toEqual(acknowledged)
    expect(store.raw.pragma('integrity_check', { simple: true })).toBe('ok')
    store.close()
  })
})
