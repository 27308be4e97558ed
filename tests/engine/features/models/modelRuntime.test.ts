/** The life of a language model process: woken, joined, idle, put to sleep, crashing, replaced. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { RuntimeState } from '../../../../electron/core/models/model.ts'
import { EventBus } from '../../../../electron/engine/events.ts'
import type { FileState } from '../../../../electron/engine/features/models/modelFiles.ts'
import { ModelProcess } from '../../../../electron/engine/features/models/modelProcess.ts'
import { LanguageModelRuntime } from '../../../../electron/engine/features/models/modelRuntime.ts'
import type { StoredModel } from '../../../../electron/engine/features/models/modelsStore.ts'
import { LanguageModelError } from '../../../../electron/engine/ports/languageModel.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import { ScriptedModel, scriptedProcess } from '../../../fakes/scriptedModel.ts'

const MINUTE_MS = 60_000

const model = (id: string): StoredModel => ({
  id,
  catalogueId: null,
  title: `Voice ${id}`,
  fileName: `${id}.gguf`,
  sizeBytes: 100_000_000,
  sha256: id.repeat(64).slice(0, 64),
  licence: null,
  architecture: 'llama',
  parameters: 135_000_000,
  trainedContextTokens: 8192,
  addedAt: 0,
  path: `/somewhere/${id}.gguf`,
  owned: false,
})

let clock: FakeClock
let bus: EventBus
let states: RuntimeState[]
let selected: StoredModel | null
let fileState: FileState
let availableBytes: number
let processes: ReturnType<typeof scriptedProcess>[]
let prepare: (process: ReturnType<typeof scriptedProcess>) => void
let runtime: LanguageModelRuntime
const silent = { info() {}, warn() {}, error() {} }

beforeEach(() => {
  clock = new FakeClock()
  bus = new EventBus()
  states = []
  bus.on('runtimeChanged', (state) => states.push(state))
  selected = model('a')
  fileState = 'present'
  availableBytes = 8e9
  processes = []
  prepare = () => {}
  const startLanguageModel = async () => {
    const process = scriptedProcess(new ScriptedModel())
    prepare(process)
    processes.push(process)
    return process
  }
  runtime = new LanguageModelRuntime({
    clock,
    bus,
    log: silent,
    process: new ModelProcess({ clock, log: silent, startLanguageModel }),
    selected: () => selected,
    pathOf: (one) => one.path,
    fileState: async () => fileState,
    onMissing: () => {
      selected = null
    },
    availableMemoryBytes: () => availableBytes,
  })
})

const phases = () => states.map((state) => state.phase)
/** A load that the test lets go on, or not. */
function held() {
  const gate = Promise.withResolvers<void>()
  prepare = (process) => {
    const load = process.model.load.bind(process.model)
    process.model.load = async (request) => {
      await gate.promise
      return load(request)
    }
  }
  return gate
}

describe('waking', () => {
  it('starts one process for everybody who asks', async () => {
    const [first, second] = await Promise.all([runtime.wake(), runtime.wake()])
    expect(first).toBe(second)
    expect(first).toMatchObject({ modelId: 'a', title: 'Voice a', contextTokens: 4096 })
    expect(await runtime.wake()).toBe(first)
    expect(processes).toHaveLength(1)
    expect(phases()).toEqual(['waking', 'ready'])
    expect(runtime.awake()).toBe(first)
  })

  it('asks for the checked file and a context that fits', async () => {
    const requests: unknown[] = []
    availableBytes = 830_000_000
    prepare = (process) => {
      process.model.load = async (request) => {
        requests.push(request)
        return { contextTokens: request.contextTokens, threads: 1, stateKey: 'x' }
      }
    }
    await runtime.wake()
    expect(requests).toEqual([
      { path: '/somewhere/a.gguf', sha256: 'a'.repeat(64), contextTokens: 2048, threads: null },
    ])
  })

  it('lets one caller stop waiting without stopping the others', async () => {
    const gate = held()
    const controller = new AbortController()
    const patient = runtime.wake()
    const impatient = runtime.wake(controller.signal)
    controller.abort(new Error('no longer'))
    await expect(impatient).rejects.toThrow('no longer')
    gate.resolve()
    await expect(patient).resolves.toMatchObject({ modelId: 'a' })
  })

  it('says MODEL_MISSING without a selected model, and quietly does nothing', async () => {
    selected = null
    await expect(runtime.wake()).rejects.toMatchObject({ code: 'MODEL_MISSING' })
    runtime.wakeQuietly()
    expect(states).toEqual([])
    expect(processes).toHaveLength(0)
  })

  it('says MODEL_MISSING when the file is gone, and MODEL_BROKEN when it changed', async () => {
    fileState = 'altered'
    await expect(runtime.wake()).rejects.toMatchObject({ code: 'MODEL_BROKEN' })
    expect(runtime.state()).toEqual({ phase: 'failed', modelId: 'a', failure: 'MODEL_BROKEN' })
    fileState = 'missing'
    await expect(runtime.wake()).rejects.toMatchObject({ code: 'MODEL_MISSING' })
    expect(runtime.state()).toEqual({ phase: 'failed', modelId: null, failure: 'MODEL_MISSING' })
    expect(processes).toHaveLength(0)
  })

  it('refuses what cannot fit into memory before starting anything', async () => {
    availableBytes = 300_000_000
    await expect(runtime.wake()).rejects.toMatchObject({ code: 'MODEL_TOO_BIG' })
    expect(processes).toHaveLength(0)
    availableBytes = 8e9
    runtime.wakeQuietly()
    await expect(runtime.wake()).resolves.toMatchObject({ modelId: 'a' })
  })

  it('ends the process of a file that does not load, and does not try again by itself', async () => {
    prepare = (process) => {
      process.model.load = async () => {
        throw new LanguageModelError('MODEL_BROKEN', 'checksum')
      }
    }
    await expect(runtime.wake()).rejects.toMatchObject({ code: 'MODEL_BROKEN' })
    await processes[0]?.ended
    expect(phases()).toEqual(['waking', 'failed'])
    runtime.wakeQuietly()
    expect(processes).toHaveLength(1)
  })

  it('gives up on a load that hangs', async () => {
    held()
    const waking = runtime.wake()
    const outcome = expect(waking).rejects.toMatchObject({ code: 'MODEL_STOPPED' })
    await vi.waitFor(() => expect(clock.pending).toBe(1))
    clock.advance(5 * MINUTE_MS)
    await outcome
    await processes[0]?.ended
  })
})

describe('sleeping', () => {
  it('ends ten minutes after the last use', async () => {
    await runtime.wake()
    clock.advance(9 * MINUTE_MS)
    await runtime.using(async () => {})
    clock.advance(10 * MINUTE_MS - 1)
    expect(runtime.state().phase).toBe('ready')
    clock.advance(1)
    expect(runtime.state().phase).toBe('off')
    expect(await processes[0]?.ended).toMatchObject({ expected: true })
    expect(clock.pending).toBe(0)
  })

  it('never ends while it works', async () => {
    await runtime.wake()
    const gate = Promise.withResolvers<void>()
    const work = runtime.using(() => gate.promise)
    expect(runtime.state().phase).toBe('busy')
    clock.advance(60 * MINUTE_MS)
    expect(runtime.state().phase).toBe('busy')
    gate.resolve()
    await work
    expect(runtime.state().phase).toBe('ready')
  })

  it('ends at once when told to, also while waking', async () => {
    await runtime.wake()
    runtime.end()
    expect(runtime.state().phase).toBe('off')
    const gate = held()
    const waking = runtime.wake()
    const outcome = expect(waking).rejects.toMatchObject({ code: 'MODEL_STOPPED' })
    await vi.waitFor(() => expect(processes).toHaveLength(2))
    runtime.end()
    expect(runtime.state().phase).toBe('off')
    gate.resolve()
    await outcome
    expect(runtime.state()).toEqual({ phase: 'off', modelId: 'a', failure: null })
  })

  it('can be woken again at once after that', async () => {
    const gate = held()
    const first = runtime.wake()
    first.catch(() => {})
    runtime.end()
    prepare = () => {}
    const second = await runtime.wake()
    gate.resolve()
    await expect(first).rejects.toMatchObject({ code: 'MODEL_STOPPED' })
    expect(runtime.awake()).toBe(second)
  })

  it('stops for good with the engine', async () => {
    await runtime.wake()
    await runtime.stop()
    await expect(runtime.wake()).rejects.toMatchObject({ code: 'MODEL_STOPPED' })
    expect(runtime.state().phase).toBe('off')
  })
})

describe('crashing', () => {
  const crash = async (nth: number) => {
    processes[nth]?.crash()
    await processes[nth]?.ended
  }

  it('is off after a death while idle, and wakes again', async () => {
    await runtime.wake()
    await crash(0)
    expect(runtime.state()).toEqual({ phase: 'off', modelId: 'a', failure: null })
    expect(runtime.awake()).toBeNull()
    await expect(runtime.wake()).resolves.toMatchObject({ modelId: 'a' })
  })

  it('has failed after a death while it worked', async () => {
    const ready = await runtime.wake()
    const gate = Promise.withResolvers<void>()
    const work = runtime.using(async () => {
      await gate.promise
      return ready.model.countTokens([])
    })
    const outcome = expect(work).rejects.toMatchObject({ code: 'MODEL_STOPPED' })
    await crash(0)
    expect(runtime.state()).toEqual({ phase: 'failed', modelId: 'a', failure: 'MODEL_STOPPED' })
    gate.resolve()
    await outcome
    expect(runtime.state().phase).toBe('failed')
  })

  it('has failed after a death while waking', async () => {
    held()
    const waking = runtime.wake()
    const outcome = expect(waking).rejects.toMatchObject({ code: 'MODEL_STOPPED' })
    await vi.waitFor(() => expect(clock.pending).toBe(1))
    await crash(0)
    await outcome
    expect(runtime.state()).toEqual({ phase: 'failed', modelId: 'a', failure: 'MODEL_STOPPED' })
    expect(clock.pending).toBe(0)
  })

  it('leaves a process that died three times alone until the person asks', async () => {
    for (let nth = 0; nth < 3; nth++) {
      await runtime.wake()
      await crash(nth)
    }
    expect(runtime.state()).toEqual({ phase: 'failed', modelId: 'a', failure: 'MODEL_STOPPED' })
    runtime.wakeQuietly()
    expect(processes).toHaveLength(3)
    await expect(runtime.wake()).resolves.toMatchObject({ modelId: 'a' })
    await runtime.using(async () => {})
    await crash(3)
    expect(runtime.state().phase).toBe('off')
  })

  it('counts a process that does not start', async () => {
    const failing = new LanguageModelRuntime({
      clock,
      bus,
      log: silent,
      process: new ModelProcess({
        clock,
        log: silent,
        startLanguageModel: () => Promise.reject(new Error('no such file')),
      }),
      selected: () => selected,
      pathOf: (one) => one.path,
      fileState: async () => 'present',
      onMissing: () => {},
      availableMemoryBytes: () => 8e9,
    })
    await expect(failing.wake()).rejects.toMatchObject({ code: 'MODEL_STOPPED' })
    expect(failing.state()).toMatchObject({ phase: 'failed', failure: 'MODEL_STOPPED' })
  })
})

describe('choosing another model', () => {
  it('loads the new one when the old one was awake', async () => {
    await runtime.wake()
    selected = model('b')
    runtime.selectionChanged()
    await expect(runtime.wake()).resolves.toMatchObject({ modelId: 'b' })
    expect(await processes[0]?.ended).toMatchObject({ expected: true })
    expect(processes).toHaveLength(2)
  })

  it('gives those who were waiting the new one', async () => {
    const gate = held()
    const waking = runtime.wake()
    await vi.waitFor(() => expect(processes).toHaveLength(1))
    selected = model('b')
    prepare = () => {}
    runtime.selectionChanged()
    gate.resolve()
    await expect(waking).resolves.toMatchObject({ modelId: 'b' })
  })

  it('starts nothing when nothing was awake', async () => {
    selected = model('b')
    runtime.selectionChanged()
    expect(processes).toHaveLength(0)
  })

  it('waits until the old process has given its memory back', async () => {
    await runtime.wake()
    const gone = Promise.withResolvers<{ expected: boolean; detail: string }>()
    const first = processes[0]
    if (!first) throw new Error('no process')
    first.ended = gone.promise
    runtime.end()
    const waking = runtime.wake()
    expect(processes).toHaveLength(1)
    gone.resolve({ expected: true, detail: '' })
    await waking
    expect(processes).toHaveLength(2)
  })
})
