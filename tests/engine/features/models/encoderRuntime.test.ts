/** The encoder shares the language model's process, comes back after every death but a row of them, and needs no model that talks. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { EventBus } from '../../../../electron/engine/events.ts'
import { EncoderRuntime } from '../../../../electron/engine/features/models/encoderRuntime.ts'
import { ModelProcess } from '../../../../electron/engine/features/models/modelProcess.ts'
import { LanguageModelRuntime } from '../../../../electron/engine/features/models/modelRuntime.ts'
import type { StoredModel } from '../../../../electron/engine/features/models/modelsStore.ts'
import { LanguageModelError } from '../../../../electron/engine/ports/languageModel.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import { ScriptedModel, scriptedProcess } from '../../../fakes/scriptedModel.ts'

const MINUTE_MS = 60_000
const silent = { info() {}, warn() {}, error() {} }
const stopped = { code: 'MODEL_STOPPED' }

let clock: FakeClock
let script: ScriptedModel
let selected: StoredModel | null
let processes: ReturnType<typeof scriptedProcess>[]
let runtime: LanguageModelRuntime
let encoder: EncoderRuntime

beforeEach(() => {
  clock = new FakeClock()
  script = new ScriptedModel()
  selected = null
  processes = []
  const startLanguageModel = async () => {
    const process = scriptedProcess(script)
    processes.push(process)
    return process
  }
  const process = new ModelProcess({ clock, log: silent, startLanguageModel })
  encoder = new EncoderRuntime({ process, clock, file: { path: '/encoder.gguf', sha256: '0'.repeat(64) } })
  runtime = new LanguageModelRuntime({
    ...{ process, clock, log: silent, bus: new EventBus(), onMissing: () => {} },
    selected: () => selected,
    pathOf: (one) => one.path,
    fileState: async () => 'present',
    availableMemoryBytes: () => 8e9,
  })
})

const chosen = (): StoredModel => ({
  ...{
    id: 'a',
    catalogueId: null,
    title: 'Voice',
    fileName: 'a.gguf',
    sizeBytes: 1e8,
    sha256: 'a'.repeat(64),
  },
  ...{ licence: null, architecture: 'llama', parameters: 2e9, trainedContextTokens: 8192, addedAt: 0 },
  ...{ path: '/a.gguf', owned: false },
})
/** A text on its way that the encoder does not answer. */
const underWay = async () => {
  const before = script.embedded.length
  script.holdEncoding = new Promise(() => {})
  const call = encoder.embed(['held'])
  call.catch(() => {})
  await vi.waitFor(() => expect(script.embedded).toHaveLength(before + 1))
  script.holdEncoding = null
  return { call }
}

describe('waking', () => {
  it('needs no model that talks, and happens once for everybody', async () => {
    encoder.wake()
    const [one, other] = await Promise.all([encoder.embed(['a']), encoder.embed(['b', 'c'])])
    expect([one.length, other.length]).toEqual([1, 2])
    expect(processes).toHaveLength(1)
    expect(script.encoderLoads).toBe(1)
    expect(runtime.state().phase).toBe('off')
  })

  it.each(['encoder first', 'model first'])(
    'shares the process with a model that talks: %s',
    async (order) => {
      selected = chosen()
      if (order === 'model first') await runtime.wake()
      await encoder.embed(['a'])
      await runtime.wake()
      await encoder.embed(['b'])
      expect(processes).toHaveLength(1)
      expect(script.encoderLoads).toBe(1)
      expect(runtime.state().phase).toBe('ready')
    },
  )

  it('outlives the choice of a model', async () => {
    await encoder.embed(['a'])
    selected = chosen()
    runtime.selectionChanged()
    await encoder.embed(['b'])
    expect(processes).toHaveLength(1)
  })

  it('goes on for the others when one stops waiting', async () => {
    const stop = new AbortController()
    const impatient = encoder.embed(['a'], stop.signal)
    stop.abort(new Error('no longer'))
    await expect(impatient).rejects.toThrow('no longer')
    expect(await encoder.embed(['b'])).toHaveLength(1)
    expect(processes).toHaveLength(1)
  })

  it('is not tried again with a file that is not the one that ships', async () => {
    let loads = 0
    await encoder.embed(['a'])
    for (const process of processes) process.crash()
    const broken = scriptedProcess(script)
    broken.encoder.load = async () => {
      loads++
      throw new LanguageModelError('MODEL_BROKEN', 'other bytes')
    }
    const process = new ModelProcess({ clock, log: silent, startLanguageModel: async () => broken })
    const other = new EncoderRuntime({ process, clock, file: { path: '/x', sha256: '1'.repeat(64) } })
    for (let nth = 0; nth < 2; nth++) {
      await expect(other.embed(['a'])).rejects.toMatchObject({ code: 'MODEL_BROKEN' })
    }
    expect(loads).toBe(1)
  })
})

describe('sleeping', () => {
  it('comes ten minutes after the last use of either', async () => {
    selected = chosen()
    await runtime.wake()
    clock.advance(9 * MINUTE_MS)
    await encoder.embed(['a'])
    clock.advance(10 * MINUTE_MS - 1)
    expect(runtime.state().phase).toBe('ready')
    clock.advance(1)
    expect(runtime.state().phase).toBe('off')
    expect(await processes[0]?.ended).toMatchObject({ expected: true })
    expect(clock.pending).toBe(0)
  })

  it('comes too where nothing but the encoder was there, and is followed by a new process', async () => {
    await encoder.embed(['a'])
    clock.advance(10 * MINUTE_MS)
    expect(await processes[0]?.ended).toMatchObject({ expected: true })
    expect(await encoder.embed(['b'])).toHaveLength(1)
    expect(processes).toHaveLength(2)
  })

  it('never comes while it reads', async () => {
    await underWay()
    clock.advance(60 * MINUTE_MS)
    expect(await encoder.embed(['b'])).toHaveLength(1)
    expect(processes).toHaveLength(1)
  })

  it('is for good when the engine closes', async () => {
    await encoder.embed(['a'])
    await runtime.stop()
    await expect(encoder.embed(['b'])).rejects.toMatchObject(stopped)
    expect(processes).toHaveLength(1)
  })
})

describe('dying', () => {
  it('ends the call, and the next one has a new process at once', async () => {
    const { call } = await underWay()
    processes[0]?.crash()
    await expect(call).rejects.toMatchObject(stopped)
    expect(await encoder.embed(['b'])).toHaveLength(1)
    expect(processes).toHaveLength(2)
  })

  it('is not waited for by whoever asks while the old process is still going', async () => {
    await encoder.embed(['a'])
    const first = processes[0]
    if (!first) throw new Error('no process')
    const gone = Promise.withResolvers<{ expected: boolean; detail: string }>()
    first.ended = gone.promise
    first.crash()
    await expect(encoder.embed(['b'])).rejects.toMatchObject(stopped)
    const next = encoder.embed(['c'])
    gone.resolve({ expected: false, detail: 'SIGKILL' })
    expect(await next).toHaveLength(1)
  })

  it('three times in a row leaves it alone, and the model that talks goes on', async () => {
    for (let nth = 0; nth < 3; nth++) {
      const { call } = await underWay()
      processes[nth]?.crash()
      await expect(call).rejects.toMatchObject(stopped)
    }
    await expect(encoder.embed(['b'])).rejects.toMatchObject(stopped)
    expect(processes).toHaveLength(3)
    selected = chosen()
    await expect(runtime.wake()).resolves.toMatchObject({ modelId: 'a' })
    await expect(encoder.embed(['c'])).rejects.toMatchObject(stopped)
    clock.advance(30 * MINUTE_MS)
    expect(await encoder.embed(['d'])).toHaveLength(1)
  })

  it('before it began counts as well', async () => {
    let starts = 0
    const startLanguageModel = () => {
      starts++
      return Promise.reject(new Error('no such file'))
    }
    const process = new ModelProcess({ clock, log: silent, startLanguageModel })
    const other = new EncoderRuntime({ process, clock, file: { path: '/x', sha256: '1'.repeat(64) } })
    for (let nth = 0; nth < 5; nth++) await expect(other.embed(['a'])).rejects.toMatchObject(stopped)
    expect(starts).toBe(3)
  })

  it('of a process that was put to sleep is no crash, neither at work nor at its start', async () => {
    for (let nth = 0; nth < 4; nth++) {
      const starting = encoder.embed(['a'])
      runtime.end()
      await expect(starting).rejects.toMatchObject(stopped)
    }
    for (let nth = 0; nth < 4; nth++) {
      const { call } = await underWay()
      runtime.end()
      await expect(call).rejects.toMatchObject(stopped)
    }
    expect(await encoder.embed(['b'])).toHaveLength(1)
  })
})
