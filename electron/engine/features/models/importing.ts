/** Brings a person's own .gguf in: checked first, then linked or copied, never trusted by its name. */
import { createHash } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { access, type FileHandle, link, open, realpath, rm, stat } from 'node:fs/promises'
import { EngineError } from '../../errors.ts'
import { type ModelFiles, SPARE_DISK_BYTES } from './modelFiles.ts'
import { isDiskFull } from './sources/source.ts'

const CHUNK_BYTES = 1 << 20

export interface CheckedFile {
  /** Without links, so that what was examined is what is kept. */
  path: string
  sizeBytes: number
}

/** @throws FILE_UNREADABLE, MODEL_BROKEN for anything that does not even begin like a model file. */
export async function checkedFile(path: string): Promise<CheckedFile> {
  const unreadable = () => new EngineError('FILE_UNREADABLE', 'Lull cannot read this file.')
  const real = await realpath(path).catch(() => null)
  const found = real === null ? null : await stat(real).catch(() => null)
  if (real === null || !found?.isFile()) throw unreadable()
  await access(real, constants.R_OK).catch(() => {
    throw unreadable()
  })
  if ((await firstBytes(real)) !== 'GGUF') {
    const reason = found.size === 0 ? 'EMPTY' : 'NOT_GGUF'
    throw new EngineError('MODEL_BROKEN', 'This file is not a GGUF model.', { reason })
  }
  return { path: real, sizeBytes: found.size }
}

async function firstBytes(path: string): Promise<string> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.toString('latin1', 0, bytesRead)
  } finally {
    await handle.close()
  }
}

export interface Adopted {
  sha256: string
  /** The unfinished name to move into place, or null when the file stays where it is. */
  temporaryPath: string | null
}

export interface AdoptOptions {
  files: ModelFiles
  temporaryPath: string
  freeDiskBytes: () => Promise<number>
  signal: AbortSignal
  onProgress: (doneBytes: number) => void
}

/** Hashes the file and gives it a second name in our folder: a hard link where one can be had, else a copy. */
export async function adopt(file: CheckedFile, options: AdoptOptions): Promise<Adopted> {
  const { temporaryPath } = options
  if (options.files.passing) {
    return { sha256: await readThrough(file.path, null, options), temporaryPath: null }
  }
  await options.files.prepare()
  try {
    // A link costs no room; it fails across file systems and on some network drives.
    const linked = await link(file.path, temporaryPath).then(
      () => true,
      () => false,
    )
    const sha256 = linked ? await readThrough(temporaryPath, null, options) : await copy(file, options)
    return { sha256, temporaryPath }
  } catch (error) {
    await rm(temporaryPath, { force: true })
    throw isDiskFull(error) ? diskFull(file.sizeBytes) : error
  }
}

async function copy(file: CheckedFile, options: AdoptOptions): Promise<string> {
  const free = await options.freeDiskBytes()
  if (free < file.sizeBytes + SPARE_DISK_BYTES) throw diskFull(file.sizeBytes)
  const target = await open(options.temporaryPath, 'wx', 0o600)
  try {
    const sha256 = await readThrough(file.path, target, options)
    await target.sync()
    return sha256
  } finally {
    await target.close()
  }
}

function diskFull(sizeBytes: number): EngineError {
  const neededBytes = sizeBytes + SPARE_DISK_BYTES
  return new EngineError('DISK_FULL', 'There is not enough room for this model.', { neededBytes })
}

export function fileSha256(path: string, signal: AbortSignal): Promise<string> {
  return readThrough(path, null, { signal, onProgress: () => {} })
}

async function readThrough(
  path: string,
  target: FileHandle | null,
  options: Pick<AdoptOptions, 'signal' | 'onProgress'>,
): Promise<string> {
  const hash = createHash('sha256')
  let doneBytes = 0
  for await (const chunk of createReadStream(path, { signal: options.signal, highWaterMark: CHUNK_BYTES })) {
    hash.update(chunk)
    await target?.appendFile(chunk)
    doneBytes += chunk.length
    options.onProgress(doneBytes)
  }
  return hash.digest('hex')
}
