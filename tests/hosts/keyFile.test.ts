/** A key is made once, kept closed, and never replaced while something is locked with it. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { headlessKey, KeyProblem, setDataAside } from '../../electron/hosts/keyFile.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lull-key-'))
})
const keyPath = () => join(folder, 'lull.key')

describe('headlessKey', () => {
  it('makes a key on the first start, says what that means, and finds it again in silence', () => {
    const made = headlessKey(folder, {})
    expect(made.keyHex).toMatch(/^[0-9a-f]{64}$/)
    expect(made.notice).toContain('lull.key')
    expect(headlessKey(folder, {})).toEqual({ keyHex: made.keyHex, keeper: 'file', notice: null })
  })

  it.skipIf(process.platform === 'win32')('lets only this account read it', () => {
    headlessKey(folder, {})
    expect(statSync(keyPath()).mode & 0o777).toBe(0o600)
  })

  it('uses LULL_KEY and writes nothing', () => {
    const given = 'AB'.repeat(32)
    expect(headlessKey(folder, { LULL_KEY: given })).toEqual({
      keyHex: given.toLowerCase(),
      keeper: 'environment',
      notice: null,
    })
    expect(readdirSync(folder)).toEqual([])
  })

  it('refuses a LULL_KEY that is no key', () => {
    expect(() => headlessKey(folder, { LULL_KEY: 'short' })).toThrow(/64 hexadecimal/)
  })

  it('stops plainly where the keychain holds the key', () => {
    writeFileSync(join(folder, 'lull.key.locked'), 'x')
    expect(() => headlessKey(folder, {})).toThrow(/keychain/)
    expect(existsSync(keyPath())).toBe(false)
  })

  it('never makes a new key for a database that is there', () => {
    writeFileSync(join(folder, 'lull.db'), 'data')
    const attempt = () => headlessKey(folder, {})
    expect(attempt).toThrow(KeyProblem)
    expect(attempt).toThrow(/set the old data aside/)
    expect(existsSync(keyPath())).toBe(false)
  })

  it('never replaces a key file that is damaged', () => {
    writeFileSync(keyPath(), 'half a ke')
    expect(() => headlessKey(folder, {})).toThrow(/damaged/)
    expect(readFileSync(keyPath(), 'utf8')).toBe('half a ke')
  })
})

it('calls a key file that cannot be read damaged, without a code', () => {
  mkdirSync(keyPath())
  expect(() => headlessKey(folder, {})).toThrow(/^The key file lull\.key is damaged/)
})

describe('setDataAside', () => {
  it('moves data and keys, keeps models, and leaves room for a fresh start', () => {
    for (const name of ['lull.db', 'lull.db-wal', 'lull.key', 'models.json']) {
      writeFileSync(join(folder, name), name)
    }
    const aside = setDataAside(folder, new Date(0))
    expect(readdirSync(aside).sort()).toEqual(['lull.db', 'lull.db-wal', 'lull.key'])
    expect(existsSync(join(folder, 'models.json'))).toBe(true)
    expect(headlessKey(folder, {}).keeper).toBe('file')
  })
})
