/** A made-up model file and the catalogue entry that describes it, for tests of fetching and installing. */
import { createHash } from 'node:crypto'
import type { CatalogueEntry, ModelSource } from '../../../../electron/core/models/model.ts'

/** Bytes that do not compress to nothing and begin like a model file. */
export function modelBytes(length = 300_000, seed = 1): Buffer {
  const bytes = Buffer.alloc(length)
  let state = seed
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    bytes[at] = state >>> 16
  }
  bytes.write('GGUF', 'latin1')
  return bytes
}

export const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

export function catalogueEntryFor(
  bytes: Buffer,
  sources: ModelSource[],
  changes: Partial<CatalogueEntry> = {},
): CatalogueEntry {
  return {
    id: 'small',
    title: 'Small one',
    about: 'For tests.',
    licence: 'Apache-2.0',
    licenceUrl: 'https://example.org/licence',
    sizeBytes: bytes.length,
    sha256: sha256(bytes),
    fileName: 'small.gguf',
    parameters: 135_000_000,
    languages: ['en'],
    limits: 'None worth naming.',
    memoryBytes: 600_000_000,
    sources,
    ...changes,
  }
}
