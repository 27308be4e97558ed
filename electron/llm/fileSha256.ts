/** SHA-256 of a model file, remembered while the file stays the same: a reload must not read gigabytes again. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'

const known = new Map<string, string>()

/** Lower-case hex. @throws the signal's reason when aborted. */
export async function fileSha256(path: string, signal?: AbortSignal): Promise<string> {
  const stats = await stat(path)
  const key = `${path}\n${stats.size}\n${stats.mtimeMs}\n${stats.ino}`
  const before = known.get(key)
  if (before !== undefined) return before
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    signal?.throwIfAborted()
    hash.update(chunk)
  }
  const found = hash.digest('hex')
  known.set(key, found)
  return found
}
