/** The database key where no keychain keeps it: a file only this account may read, beside the data. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KeyKeeper } from '../engine/host.ts'

export const CLEAR_KEY_FILE = 'lull.key'
/** Written by the desktop app: the same key, locked by the system's keychain. */
export const LOCKED_KEY_FILE = 'lull.key.locked'

export interface DatabaseKey {
  /** 32 bytes as hex. */
  keyHex: string
  keeper: KeyKeeper
  /** A plain sentence for the person when something about the key is new, else null. */
  notice: string | null
}

/** The data cannot be opened with what is here; `canSetAside` says whether starting fresh would help. */
export class KeyProblem extends Error {
  readonly code = 'DATABASE_KEY_WRONG'
  readonly canSetAside: boolean
  constructor(message: string, canSetAside: boolean) {
    super(message)
    this.name = 'KeyProblem'
    this.canSetAside = canSetAside
  }
}

const HEX_KEY = /^[0-9a-f]{64}$/i

/** LULL_KEY, for people who keep the key elsewhere; null when it is not set. @throws KeyProblem when it is no key. */
export function keyFromEnvironment(env: Record<string, string | undefined>): DatabaseKey | null {
  const given = env.LULL_KEY
  if (!given) return null
  if (!HEX_KEY.test(given)) {
    throw new KeyProblem('LULL_KEY must be 64 hexadecimal digits (32 bytes).', false)
  }
  return { keyHex: given.toLowerCase(), keeper: 'environment', notice: null }
}

export const newKeyHex = () => randomBytes(32).toString('hex')

/** The key in the clear file, or null when there is none. @throws KeyProblem when the file holds no key. */
export function readClearKey(folder: string): string | null {
  const path = join(folder, CLEAR_KEY_FILE)
  if (!existsSync(path)) return null
  const text = textOf(path)
  if (HEX_KEY.test(text)) return text.toLowerCase()
  throw new KeyProblem(
    `The key file ${CLEAR_KEY_FILE} is damaged, so what is kept here cannot be opened. Put your copy of it back, or set the old data aside and start fresh.`,
    true,
  )
}

/** Empty when it cannot be read: a key that is out of reach opens as little as a damaged one. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return ''
  }
}

/** Writes a key file that only this account may read; never replaces one that is there. */
export function writeKeyFile(folder: string, name: string, content: string | Uint8Array): void {
  writeFileSync(join(folder, name), content, { mode: 0o600, flag: 'wx', flush: true })
}

/** @throws KeyProblem when a database is there whose key is gone: a new key could never open it. */
export function refuseLostKey(folder: string): void {
  if (!existsSync(join(folder, 'lull.db'))) return
  throw new KeyProblem(
    'The key that opens your talks is missing, so they cannot be read. Put the key file back, or set the old data aside and start fresh.',
    true,
  )
}

/** The key for a host without a desktop: LULL_KEY, else the file, made on the first start. @throws KeyProblem */
export function headlessKey(folder: string, env: Record<string, string | undefined>): DatabaseKey {
  const given = keyFromEnvironment(env)
  if (given) return given
  const kept = readClearKey(folder)
  if (kept) return { keyHex: kept, keeper: 'file', notice: null }
  if (existsSync(join(folder, LOCKED_KEY_FILE))) {
    throw new KeyProblem(
      'These talks were locked by the desktop app with this system’s keychain, which is out of reach here. Start the desktop app, or choose another folder with --data.',
      false,
    )
  }
  return makeClearKey(folder)
}

/** Makes a key and keeps it in the clear file. @throws KeyProblem when a database is there already. */
export function makeClearKey(folder: string): DatabaseKey {
  refuseLostKey(folder)
  try {
    writeKeyFile(folder, CLEAR_KEY_FILE, `${newKeyHex()}\n`)
  } catch (error) {
    // Another host made it in the same moment; its key is as good.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  // Read back, so that what is used is what will be found next time.
  const keyHex = readClearKey(folder)
  if (!keyHex) throw new KeyProblem('The new key could not be kept in the data folder.', false)
  return {
    keyHex,
    keeper: 'file',
    notice: `Your talks are encrypted. Their key is the file ${CLEAR_KEY_FILE} beside them (${folder}): whoever can read that file can read them, and without it nobody can.`,
  }
}

/** Moves data that cannot be opened into a folder of its own, so that nothing is overwritten. @returns its path. */
export function setDataAside(folder: string, now: Date): string {
  const aside = join(folder, `aside-${now.toISOString().replace(/[:.]/g, '-')}`)
  mkdirSync(aside, { mode: 0o700 })
  for (const name of readdirSync(folder)) {
    const belongs = name.startsWith('lull.db') || name.startsWith(CLEAR_KEY_FILE) || name === 'states'
    if (belongs) renameSync(join(folder, name), join(aside, name))
  }
  return aside
}
