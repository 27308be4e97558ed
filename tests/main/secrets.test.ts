/** The desktop's key: locked where a keychain is real, adopted from the clear file, and never replaced. */
import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { headlessKey } from '../../electron/hosts/keyFile.ts'
import { desktopKey, type Keychain } from '../../electron/main/secrets.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lull-secret-'))
})
const file = (name: string) => join(folder, name)

/** Locks by turning the text around: enough to see whether it was asked. */
function keychain(backend: string, available = true): Keychain {
  const turned = (text: string) => [...text].reverse().join('')
  return {
    isEncryptionAvailable: () => available,
    getSelectedStorageBackend: () => backend,
    encryptString: (text) => Buffer.from(`locked:${turned(text)}`),
    decryptString: (locked) => {
      const text = locked.toString()
      if (!text.startsWith('locked:')) throw new Error('not mine')
      return turned(text.slice(7))
    },
  }
}
const real = keychain('gnome_libsecret')
const key = (chain: Keychain, env = {}) => desktopKey(folder, chain, env, 'linux')

describe('with a keychain', () => {
  it('makes a key that only the keychain opens, and finds it again', () => {
    const made = key(real)
    expect(made.keeper).toBe('keychain')
    expect(existsSync(file('lull.key'))).toBe(false)
    expect(readFileSync(file('lull.key.locked'), 'utf8')).not.toContain(made.keyHex)
    if (process.platform !== 'win32') expect(statSync(file('lull.key.locked')).mode & 0o777).toBe(0o600)
    expect(key(real).keyHex).toBe(made.keyHex)
  })

  it('adopts the key of the headless host and removes the clear file', () => {
    const { keyHex } = headlessKey(folder, {})
    writeFileSync(file('lull.db'), 'data')
    expect(key(real)).toEqual({ keyHex, keeper: 'keychain', notice: null })
    expect(existsSync(file('lull.key'))).toBe(false)
    expect(key(real).keyHex).toBe(keyHex)
  })

  it('says so when the keychain does not open the key, and keeps everything', () => {
    writeFileSync(file('lull.key.locked'), 'of another account')
    expect(() => key(real)).toThrow(/keychain/)
    expect(readFileSync(file('lull.key.locked'), 'utf8')).toBe('of another account')
  })

  it('never makes a key for a database whose key is gone', () => {
    writeFileSync(file('lull.db'), 'data')
    expect(() => key(real)).toThrow(/missing/)
    expect(existsSync(file('lull.key.locked'))).toBe(false)
  })
})

describe('without a real keychain', () => {
  it.each([
    ['basic_text', true],
    ['unknown', true],
    ['gnome_libsecret', false],
  ])('keeps the same clear file as the headless host (%s, available %s)', (backend, available) => {
    const made = key(keychain(backend, available))
    expect(made.keeper).toBe('file')
    expect(headlessKey(folder, {}).keyHex).toBe(made.keyHex)
  })

  it('does not pretend to open a locked key', () => {
    key(real)
    expect(() => key(keychain('basic_text'))).toThrow(/keychain/)
  })
})

it('lets LULL_KEY win', () => {
  expect(key(real, { LULL_KEY: 'ab'.repeat(32) }).keeper).toBe('environment')
})
