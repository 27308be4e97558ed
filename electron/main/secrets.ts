/** The database key in the desktop app: locked by the system's keychain where there is a real one, else the key file. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import {
  CLEAR_KEY_FILE,
  type DatabaseKey,
  KeyProblem,
  keyFromEnvironment,
  LOCKED_KEY_FILE,
  makeClearKey,
  newKeyHex,
  readClearKey,
  refuseLostKey,
  writeKeyFile,
} from '../hosts/keyFile.ts'

/** What is needed of Electron's safeStorage. */
export interface Keychain {
  isEncryptionAvailable(): boolean
  /** Linux only. "basic_text" is a fixed password: no better than the clear file, and less honest. */
  getSelectedStorageBackend?(): string
  encryptString(text: string): Buffer
  decryptString(locked: Buffer): string
}

function isReal(keychain: Keychain, platform: NodeJS.Platform): boolean {
  if (!keychain.isEncryptionAvailable()) return false
  if (platform !== 'linux') return true
  // An Electron that cannot name its backend might be using the fixed password.
  const backend = keychain.getSelectedStorageBackend?.() ?? 'unknown'
  return backend !== 'basic_text' && backend !== 'unknown'
}

/** @throws KeyProblem when data is there that no key at hand opens. */
export function desktopKey(
  folder: string,
  keychain: Keychain,
  env: Record<string, string | undefined>,
  platform: NodeJS.Platform,
): DatabaseKey {
  const given = keyFromEnvironment(env)
  if (given) return given
  const real = isReal(keychain, platform)
  if (existsSync(join(folder, LOCKED_KEY_FILE))) return unlocked(folder, keychain, real)
  const clear = readClearKey(folder)
  if (!real) return clear ? { keyHex: clear, keeper: 'file', notice: null } : makeClearKey(folder)
  if (!clear) refuseLostKey(folder)
  const keyHex = clear ?? newKeyHex()
  lock(folder, keychain, keyHex)
  return { keyHex, keeper: 'keychain', notice: null }
}

function unlocked(folder: string, keychain: Keychain, real: boolean): DatabaseKey {
  const cannot = new KeyProblem(
    'This system’s keychain does not open the key of your talks. Unlock the keychain and try again, or set the old data aside and start fresh.',
    true,
  )
  if (!real) throw cannot
  try {
    const keyHex = keychain.decryptString(readFileSync(join(folder, LOCKED_KEY_FILE)))
    if (/^[0-9a-f]{64}$/.test(keyHex)) {
      // Left behind when an earlier start was cut short between locking and removing.
      rmSync(join(folder, CLEAR_KEY_FILE), { force: true })
      return { keyHex, keeper: 'keychain', notice: null }
    }
  } catch {
    // Another account's keychain, or a new one.
  }
  throw cannot
}

/** Locks the key and removes the clear file, once it is certain that the lock opens again. */
function lock(folder: string, keychain: Keychain, keyHex: string): void {
  writeKeyFile(folder, LOCKED_KEY_FILE, keychain.encryptString(keyHex))
  if (keychain.decryptString(readFileSync(join(folder, LOCKED_KEY_FILE))) === keyHex) {
    rmSync(join(folder, CLEAR_KEY_FILE), { force: true })
  }
}
