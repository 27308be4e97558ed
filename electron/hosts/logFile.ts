/** Keeps the engine's redacted log lines beside the data, at most two files of one megabyte. */
import { appendFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const LOG_MAX_BYTES = 1_000_000

/** @returns a function that appends one line; a full disk loses log lines, never the talk. */
export function logFile(folder: string): (line: string) => void {
  const path = join(folder, 'lull.log')
  let bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  return (line) => {
    try {
      if (bytes > LOG_MAX_BYTES) {
        renameSync(path, `${path}.1`)
        bytes = 0
      }
      appendFileSync(path, `${line.trimEnd()}\n`, { mode: 0o600 })
      bytes += Buffer.byteLength(line) + 1
    } catch {
      // Nowhere left to say so.
    }
  }
}
