/** A data folder is known to be in use without its key, and looking changes nothing. */
import { hash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '../../../electron/engine/store/database.ts'
import { refuseInUse } from '../../../electron/engine/store/inUse.ts'
import { sql } from '../../../electron/engine/store/sql.ts'
import { TEST_KEY, temporaryFolder } from '../engineParts.ts'

const open = (dataFolder: string) => openDatabase({ dataFolder, keyHex: TEST_KEY, now: 1000 }).store
const contents = (folder: string) =>
  readdirSync(folder).map((name) => [name, hash('sha256', readFileSync(join(folder, name)))])

it('is refused while a Lull works on it, and free before and after', () => {
  const folder = temporaryFolder()
  refuseInUse(folder)
  const store = open(folder)
  expect(() => refuseInUse(folder)).toThrow(expect.objectContaining({ code: 'DATABASE_LOCKED' }))
  store.close()
  const before = contents(folder)
  refuseInUse(folder)
  expect(contents(folder)).toEqual(before)
})

it('leaves what a killed Lull left as it is', () => {
  const folder = temporaryFolder()
  const killed = temporaryFolder()
  const store = open(folder)
  store.run(sql`INSERT INTO settings (one, document) VALUES (1, 'the quiet room')`)
  cpSync(folder, killed, { recursive: true })
  store.close()
  const before = contents(killed)
  expect(before.map(([name]) => name)).toContain('lull.db-wal')
  refuseInUse(killed)
  expect(contents(killed)).toEqual(before)
})

it('leaves the companions of an emptied file alone', () => {
  const folder = temporaryFolder()
  open(folder).close()
  truncateSync(join(folder, 'lull.db'), 0)
  writeFileSync(join(folder, 'lull.db-wal'), 'the last words')
  const before = contents(folder)
  refuseInUse(folder)
  expect(contents(folder)).toEqual(before)
})
