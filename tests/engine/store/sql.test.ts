/** SQL keeps values out of its text and hands out only rows that fit. */
import BetterSqlite3 from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { RowError, Store, sql } from '../../../electron/engine/store/sql.ts'

const row = z.object({ word: z.string() })

describe('sql', () => {
  it('binds values and never splices them', () => {
    const word = "x'); DROP TABLE words; --"
    expect(sql`INSERT INTO words VALUES (${word}, ${3}, ${null})`).toEqual({
      text: 'INSERT INTO words VALUES (?, ?, ?)',
      values: [word, 3, null],
    })
  })

  it('splices another statement with its values in place', () => {
    const inner = sql`b = ${2}`
    expect(sql`a = ${1} AND ${inner} AND c = ${3}`).toEqual({
      text: 'a = ? AND b = ? AND c = ?',
      values: [1, 2, 3],
    })
  })
})

describe('Store', () => {
  let store: Store

  beforeEach(() => {
    store = new Store(new BetterSqlite3(':memory:'))
    store.raw.exec('CREATE TABLE words (word TEXT, at INTEGER) STRICT')
  })

  it('parses rows on the way out and refuses one that does not fit, without quoting it', () => {
    store.run(sql`INSERT INTO words (word, at) VALUES (${'calm'}, ${1})`)
    expect(store.get(row, sql`SELECT word FROM words`)).toEqual({ word: 'calm' })
    store.run(sql`UPDATE words SET word = ${null}`)
    const read = () => store.all(row, sql`SELECT word FROM words WHERE at = ${1}`)
    expect(read).toThrow(RowError)
    expect(read).not.toThrow(/calm/)
  })

  it('takes all of a transaction or nothing', () => {
    const work = () =>
      store.transaction(() => {
        store.run(sql`INSERT INTO words (word, at) VALUES (${'calm'}, ${1})`)
        throw new Error('no')
      })
    expect(work).toThrow('no')
    expect(store.all(row, sql`SELECT word FROM words`)).toEqual([])
  })

  it('says that the disk is full when it is, for a single write and for a transaction', () => {
    store.raw.pragma('max_page_count = 3')
    const write = () => store.run(sql`INSERT INTO words (word, at) VALUES (${'calm '.repeat(5000)}, ${1})`)
    const full = expect.objectContaining({ code: 'DISK_FULL' })
    expect(write).toThrow(full)
    expect(() => store.transaction(write)).toThrow(full)
    expect(store.all(row, sql`SELECT word FROM words`)).toEqual([])
  })
})
