/**
 * Keeps a talk's evaluated state on disk, encrypted: it holds the conversation in clear numbers. A file that is
 * not ours, damaged or of another model is removed and never an error, since it only saves time.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream, rmSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { StateFile } from '../engine/ports/languageModel.ts'

/** `LULLSTATE1`, u16 length of the header, header, 12 bytes nonce, encrypted state, 16 bytes tag. */
const MAGIC = Buffer.from('LULLSTATE1')
const NONCE_BYTES = 12
const TAG_BYTES = 16
const MAX_HEADER_BYTES = 512

/** In clear, but protected by the tag. */
interface StateHeader {
  stateKey: string
  tokens: number
}

const CLEAR = '.clear'
const PART = '.part'

function key(file: StateFile): Buffer {
  const bytes = Buffer.from(file.keyHex, 'hex')
  if (bytes.length !== 32) throw new TypeError('a state file needs a key of 32 bytes')
  return bytes
}

/** Files that hold a state in clear right now. */
const inClear = new Set<string>()

/** Runs `work` with the path of a file that is gone afterwards, whatever happens short of a kill. */
async function withClearFile<Value>(kept: string, work: (path: string) => Promise<Value>): Promise<Value> {
  const path = besides(kept, CLEAR)
  inClear.add(path)
  try {
    return await work(path)
  } finally {
    await rm(path, { force: true }).catch(() => {})
    inClear.delete(path)
  }
}

process.on('exit', () => {
  for (const path of inClear) rmSync(path, { force: true })
})

const besides = (path: string, ending: string) => `${path}.${process.pid}${ending}`

/** Removes what a process that died while saving or restoring left behind. */
async function sweep(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  const left = names.filter((name) => /\.\d+\.(clear|part)$/.test(name))
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })))
}

interface Opened {
  header: StateHeader
  /** Where the encrypted part begins and ends. */
  start: number
  end: number
  nonce: Buffer
  tag: Buffer
  /** Everything before the encrypted part. */
  front: Buffer
}

/** Null for anything that is not a whole state file. */
async function readFront(path: string): Promise<Opened | null> {
  const file = await open(path, 'r').catch(() => null)
  if (!file) return null
  try {
    const { size } = await file.stat()
    const front = Buffer.alloc(MAGIC.length + 2 + MAX_HEADER_BYTES + NONCE_BYTES)
    await file.read(front, 0, front.length, 0)
    if (!front.subarray(0, MAGIC.length).equals(MAGIC)) return null
    const length = front.readUInt16BE(MAGIC.length)
    const at = MAGIC.length + 2
    const start = at + length + NONCE_BYTES
    if (length > MAX_HEADER_BYTES || size < start + TAG_BYTES) return null
    const header: unknown = JSON.parse(front.toString('utf8', at, at + length))
    if (!isHeader(header)) return null
    const tag = Buffer.alloc(TAG_BYTES)
    await file.read(tag, 0, TAG_BYTES, size - TAG_BYTES)
    const nonce = front.subarray(at + length, start)
    return { header, start, end: size - TAG_BYTES, nonce, tag, front: front.subarray(0, start) }
  } catch {
    return null
  } finally {
    await file.close()
  }
}

function isHeader(value: unknown): value is StateHeader {
  return (
    typeof value === 'object' &&
    value !== null &&
    'stateKey' in value &&
    typeof value.stateKey === 'string' &&
    'tokens' in value &&
    Number.isSafeInteger(value.tokens)
  )
}

export class KeptStates {
  readonly #swept = new Set<string>()

  async #prepareFolder(path: string): Promise<void> {
    const folder = dirname(path)
    if (this.#swept.has(folder)) return
    await sweep(folder)
    this.#swept.add(folder)
  }

  /**
   * Decrypts a state for `load` to read, when it belongs to `stateKey` and holds more than `worthTokens`.
   * @returns whether `load` took it; a file that cannot be used is removed.
   */
  async restore(
    file: StateFile,
    stateKey: string,
    worthTokens: number,
    load: (clearPath: string) => Promise<void>,
  ): Promise<boolean> {
    const secret = key(file)
    await this.#prepareFolder(file.path)
    const opened = await readFront(file.path)
    if (opened?.header.stateKey !== stateKey) {
      await rm(file.path, { force: true }).catch(() => {})
      return false
    }
    if (opened.header.tokens <= worthTokens) return false
    return withClearFile(file.path, async (clear) => {
      try {
        const decipher = createDecipheriv('aes-256-gcm', secret, opened.nonce)
        decipher.setAAD(opened.front).setAuthTag(opened.tag)
        await pipeline(
          createReadStream(file.path, {
            start: opened.start,
            end: opened.end - 1,
            highWaterMark: 1024 * 1024,
          }),
          decipher,
          createWriteStream(clear, { mode: 0o600, flags: 'wx' }),
        )
        await load(clear)
        return true
      } catch {
        await rm(file.path, { force: true }).catch(() => {})
        return false
      }
    })
  }

  /**
   * `save` writes the state in clear to the path it is given; what is left in the end is encrypted. A full disk
   * or a folder that cannot be written leaves no file, and no error either.
   */
  async save(
    file: StateFile,
    header: StateHeader,
    save: (clearPath: string) => Promise<void>,
  ): Promise<void> {
    const secret = key(file)
    try {
      await this.#write(file.path, secret, header, save)
    } catch {
      await rm(file.path, { force: true }).catch(() => {})
    }
  }

  async #write(
    path: string,
    secret: Buffer,
    header: StateHeader,
    save: (clearPath: string) => Promise<void>,
  ): Promise<void> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await this.#prepareFolder(path)
    await withClearFile(path, async (clear) => {
      const part = besides(path, PART)
      try {
        // Made by us first, so that the library's writer keeps our mode instead of the default one.
        await (await open(clear, 'wx', 0o600)).close()
        await save(clear)
        await encrypt(clear, part, secret, header)
        await rename(part, path)
      } finally {
        await rm(part, { force: true }).catch(() => {})
      }
    })
  }
}

async function encrypt(from: string, to: string, secret: Buffer, header: StateHeader): Promise<void> {
  const json = Buffer.from(JSON.stringify(header))
  const length = Buffer.alloc(2)
  length.writeUInt16BE(json.length)
  const nonce = randomBytes(NONCE_BYTES)
  const front = Buffer.concat([MAGIC, length, json, nonce])
  const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(front)
  await pipeline(
    createReadStream(from, { highWaterMark: 1024 * 1024 }),
    async function* (source) {
      yield front
      for await (const chunk of source) yield cipher.update(chunk)
      yield cipher.final()
      yield cipher.getAuthTag()
    },
    createWriteStream(to, { mode: 0o600, flags: 'wx' }),
  )
}
