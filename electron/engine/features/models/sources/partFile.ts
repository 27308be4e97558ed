/** An unfinished model file: hashed while it is written, and moved into place only when every byte is right. */
import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DiskFullError, isDiskFull, SourceError, type WantedFile } from './source.ts'

export class PartFile {
  readonly #path: string
  readonly #wanted: WantedFile
  readonly #handle: FileHandle
  #hash: Hash
  #writtenBytes: number

  private constructor(
    path: string,
    wanted: WantedFile,
    handle: FileHandle,
    hash: Hash,
    writtenBytes: number,
  ) {
    this.#path = path
    this.#wanted = wanted
    this.#handle = handle
    this.#hash = hash
    this.#writtenBytes = writtenBytes
  }

  /** Goes on with what is there: the part is read again, since a checksum cannot be trusted to a note beside it. */
  static async open(path: string, wanted: WantedFile, signal: AbortSignal): Promise<PartFile> {
    await mkdir(dirname(path), { recursive: true })
    const hash = createHash('sha256')
    let writtenBytes = 0
    const size = await stat(path).then(
      (found) => found.size,
      () => 0,
    )
    if (size > 0 && size <= wanted.sizeBytes) {
      for await (const chunk of createReadStream(path, { signal, highWaterMark: 1 << 20 })) {
        hash.update(chunk)
        writtenBytes += chunk.length
      }
    }
    const handle = await open(path, 'a', 0o600)
    const part = new PartFile(path, wanted, handle, hash, writtenBytes)
    if (size > wanted.sizeBytes) await part.restart()
    return part
  }

  get writtenBytes(): number {
    return this.#writtenBytes
  }

  async restart(): Promise<void> {
    await this.#handle.truncate(0)
    this.#hash = createHash('sha256')
    this.#writtenBytes = 0
  }

  /** @throws SourceError SIZE_MISMATCH before a byte too many is written, DiskFullError. */
  async write(chunk: Uint8Array): Promise<void> {
    if (this.#writtenBytes + chunk.length > this.#wanted.sizeBytes) {
      throw new SourceError('SIZE_MISMATCH', 'more bytes than expected')
    }
    try {
      await this.#handle.appendFile(chunk)
    } catch (error) {
      throw isDiskFull(error) ? new DiskFullError() : error
    }
    this.#hash.update(chunk)
    this.#writtenBytes += chunk.length
  }

  /** Checks the whole file and moves it into place; a wrong one is deleted. */
  async finish(finalPath: string): Promise<void> {
    const found = this.#hash.digest('hex')
    await this.#handle.sync()
    await this.close()
    if (this.#writtenBytes !== this.#wanted.sizeBytes || found !== this.#wanted.sha256) {
      await rm(this.#path, { force: true })
      const cut = this.#writtenBytes < this.#wanted.sizeBytes
      throw cut ? new SourceError('CUT') : new SourceError('HASH_MISMATCH')
    }
    await rename(this.#path, finalPath)
    await syncFolder(dirname(finalPath))
  }

  async close(): Promise<void> {
    await this.#handle.close()
  }
}

/** Makes the rename itself outlive a power cut; Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => {})
  await handle?.close()
}
