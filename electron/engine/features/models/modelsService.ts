/** Models as a person meets them: what is offered, what is here, which one talks, and what is on its way. */
import { randomUUID } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ModelsSnapshot } from '../../../contract/models.ts'
import {
  type CatalogueEntry,
  type InstalledModel,
  memoryNeedBytes,
  modelFit,
} from '../../../core/models/model.ts'
import { modelFileName, modelTitle } from '../../../core/models/modelFileName.ts'
import { EngineError } from '../../errors.ts'
import type { EventBus } from '../../events.ts'
import type { LanguageModelProcess } from '../../host.ts'
import type { Log } from '../../log.ts'
import type { Clock } from '../../ports/clock.ts'
import type { ModelFacts } from '../../ports/languageModel.ts'
import { Downloads } from './downloads.ts'
import { examineFile } from './examineFile.ts'
import { adopt, type CheckedFile, checkedFile } from './importing.ts'
import type { ModelFiles } from './modelFiles.ts'
import type { LanguageModelRuntime } from './modelRuntime.ts'
import type { ModelsStore, StoredModel } from './modelsStore.ts'
import type { SourceKinds } from './sources/index.ts'

/** Four changes a second are enough for a moving bar. */
const PROGRESS_EVERY_MS = 250

export interface ServiceParts {
  store: ModelsStore
  files: ModelFiles
  runtime: LanguageModelRuntime
  /** The model that talks, or null. */
  selected: () => StoredModel | null
  /** Runs at the end of `start`. */
  prepare: (signal: AbortSignal) => Promise<void>
  catalogue: CatalogueEntry[]
  kinds: SourceKinds
  bus: EventBus
  clock: Clock
  log: Log
  startLanguageModel: () => Promise<LanguageModelProcess>
  freeDiskBytes: () => Promise<number>
  availableMemoryBytes: () => number
  totalMemoryBytes: () => number
}

export class ModelsService {
  readonly #parts: ServiceParts
  readonly #downloads: Downloads
  #importing: ModelsSnapshot['importing'] = null
  #importDone: Promise<unknown> = Promise.resolve()
  readonly #stopping = new AbortController()
  #toldAt = Number.NEGATIVE_INFINITY
  #cancelTelling: (() => void) | null = null
  #stopListening: (() => void)[] = []

  constructor(parts: ServiceParts) {
    this.#parts = parts
    this.#downloads = new Downloads({
      ...parts,
      install: (entry, fileName, signal) => this.#install(entry, fileName, signal),
      changed: (what) => this.#changed(what),
    })
  }

  async start(): Promise<void> {
    const { bus, files, runtime, catalogue } = this.#parts
    this.#stopListening = [
      bus.on('presenceChanged', (presence) => {
        if (presence.activity.value === 'asleep') runtime.end()
      }),
      bus.on('everythingErased', () => runtime.end()),
    ]
    await files.tidy(catalogue)
    await this.#forgetMissing()
    await this.#parts.prepare(this.#stopping.signal)
  }

  async stop(): Promise<void> {
    for (const stopListening of this.#stopListening) stopListening()
    this.#stopping.abort()
    this.#cancelTelling?.()
    await this.#downloads.stop()
    await this.#importDone.catch(() => {})
    await this.#parts.runtime.stop()
    await this.#parts.files.stop()
  }

  snapshot(): ModelsSnapshot {
    const { store, runtime, catalogue } = this.#parts
    const selected = this.#parts.selected()
    // What the loaded model holds would be free again before another one is loaded.
    const held = runtime.awake() && selected ? memoryNeedBytes(selected.sizeBytes) : 0
    const available = this.#parts.availableMemoryBytes() + held
    return {
      catalogue: catalogue.map((entry) => ({ ...entry, fit: modelFit(entry.memoryBytes, available) })),
      installed: store.all().map(installedModel),
      selectedId: selected?.id ?? null,
      downloads: this.#downloads.list(),
      importing: this.#importing,
      runtime: runtime.state(),
      availableMemoryBytes: available,
    }
  }

  /** @returns a function that stops listening. */
  onChange(listener: () => void): () => void {
    const stops = [
      this.#parts.bus.on('modelsChanged', listener),
      this.#parts.bus.on('runtimeChanged', listener),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }

  download(catalogueId: string): void {
    const entry = this.#entry(catalogueId)
    const installed = this.#parts.store.bySha256(entry.sha256)
    if (installed) this.#selectFirst(installed)
    else this.#downloads.start(entry)
  }

  async cancelDownload(catalogueId: string, discard: boolean): Promise<void> {
    await this.#downloads.cancel(this.#entry(catalogueId), discard)
  }

  select(modelId: string): void {
    const { store, runtime } = this.#parts
    if (!store.byId(modelId)) throw new EngineError('NOT_FOUND', 'This model is not on this computer.')
    store.select(modelId)
    runtime.selectionChanged()
    this.#changed('state')
  }

  async remove(modelId: string): Promise<void> {
    const { store, files, runtime } = this.#parts
    const model = store.byId(modelId)
    if (!model) throw new EngineError('NOT_FOUND', 'This model is not on this computer.')
    store.remove(modelId)
    runtime.selectionChanged()
    this.#changed('state')
    await files.deleteFile(model)
  }

  /** For erasing everything: no file of Lull's making stays. */
  async removeAll(): Promise<void> {
    for (const entry of this.#parts.catalogue) await this.#downloads.cancel(entry, true)
    for (const model of this.#parts.store.all()) await this.remove(model.id)
  }

  /** @throws FILE_UNREADABLE, MODEL_BROKEN, MODEL_TOO_BIG, DISK_FULL, BUSY while another import runs. */
  async import(path: string): Promise<InstalledModel> {
    if (this.#importing) throw new EngineError('BUSY', 'Another model is being imported.')
    this.#importing = { fileName: modelFileName(basename(path)), doneBytes: 0, totalBytes: 0 }
    const done = this.#import(path).finally(() => {
      this.#importing = null
      this.#changed('state')
    })
    this.#importDone = done
    return installedModel(await done)
  }

  async #import(path: string): Promise<StoredModel> {
    const file = await checkedFile(path)
    this.#importProgress(0, file.sizeBytes)
    const facts = await examineFile(this.#parts, file.path, this.#stopping.signal)
    if (!facts.canChat) {
      throw new EngineError('MODEL_BROKEN', 'This model is not made for talking.', { reason: 'NOT_CHAT' })
    }
    // Said before minutes of copying: what is more than the whole machine never fits.
    if (memoryNeedBytes(file.sizeBytes) > this.#parts.totalMemoryBytes()) {
      throw new EngineError('MODEL_TOO_BIG', 'This model needs more memory than this computer has.')
    }
    const { store, files, clock } = this.#parts
    const adopted = await adopt(file, {
      ...this.#parts,
      temporaryPath: files.importPath(randomUUID()),
      signal: this.#stopping.signal,
      onProgress: (doneBytes) => this.#importProgress(doneBytes, file.sizeBytes),
    })
    const known = store.bySha256(adopted.sha256)
    if (known && adopted.temporaryPath) await rm(adopted.temporaryPath, { force: true })
    const model = known ?? importedModel(file, facts, adopted.sha256, this.#parts.catalogue, clock.now())
    if (!known) {
      if (adopted.temporaryPath) {
        model.owned = true
        model.path = files.nameFor(adopted.sha256, model.fileName)
        await rename(adopted.temporaryPath, files.pathOf(model))
      }
      store.add(model)
    }
    this.select(model.id)
    return model
  }

  #importProgress(doneBytes: number, totalBytes: number): void {
    if (!this.#importing) return
    this.#importing = { ...this.#importing, doneBytes, totalBytes }
    this.#changed('progress')
  }

  /** A download is whole and checked: put it on the list. */
  async #install(entry: CatalogueEntry, fileName: string, signal: AbortSignal): Promise<void> {
    const { store, files, clock, log } = this.#parts
    const facts = await examineFile(this.#parts, files.inFolder(fileName), signal).catch((error: unknown) => {
      signal.throwIfAborted()
      // The bytes are the ones the catalogue vouches for; what the header says is only shown.
      log.error('downloadedModelNotExamined', error)
      return null
    })
    const model = catalogueModel(entry, facts, fileName, clock.now())
    // The same file may have been imported while it was on its way.
    const installed = store.bySha256(entry.sha256) ?? model
    if (installed === model) store.add(model)
    this.#selectFirst(installed)
    this.#changed('state')
  }

  #selectFirst(model: StoredModel): void {
    if (!this.#parts.store.selected()) this.select(model.id)
  }

  #entry(catalogueId: string): CatalogueEntry {
    const entry = this.#parts.catalogue.find((one) => one.id === catalogueId)
    if (!entry) throw new EngineError('NOT_FOUND', 'The catalogue has no such model.')
    return entry
  }

  async #forgetMissing(): Promise<void> {
    const { store, files, log } = this.#parts
    for (const model of store.all()) {
      const state = await files.state(model)
      if (state !== 'present') log.warn('modelFileChanged', { model: model.id, phase: state })
      // An altered one stays on the list, so that the person sees it; waking it says that it is broken.
      if (state === 'missing') this.forget(model)
    }
  }

  /** Its file is gone, so it goes from the list. */
  forget(model: StoredModel): void {
    this.#parts.store.remove(model.id)
    this.#changed('state')
  }

  #changed(what: 'progress' | 'state'): void {
    const waitMs = this.#toldAt + PROGRESS_EVERY_MS - this.#parts.clock.now()
    if (what === 'state' || waitMs <= 0) this.#tell()
    else this.#cancelTelling ??= this.#parts.clock.after(waitMs, () => this.#tell())
  }

  #tell(): void {
    this.#cancelTelling?.()
    this.#cancelTelling = null
    this.#toldAt = this.#parts.clock.now()
    this.#parts.bus.emit('modelsChanged', {})
  }
}

function installedModel({ path: _path, owned: _owned, ...model }: StoredModel): InstalledModel {
  return model
}

function catalogueModel(
  entry: CatalogueEntry,
  facts: ModelFacts | null,
  path: string,
  addedAt: number,
): StoredModel {
  return {
    id: randomUUID(),
    catalogueId: entry.id,
    title: entry.title,
    fileName: entry.fileName,
    sizeBytes: entry.sizeBytes,
    sha256: entry.sha256,
    licence: entry.licence,
    architecture: facts?.architecture ?? 'unknown',
    parameters: entry.parameters,
    trainedContextTokens: facts?.trainedContextTokens ?? null,
    addedAt,
    path,
    owned: true,
  }
}

/** A person's own file; when its bytes are those of a catalogue entry, it goes by that name. */
function importedModel(
  file: CheckedFile,
  facts: ModelFacts,
  sha256: string,
  catalogue: CatalogueEntry[],
  addedAt: number,
): StoredModel {
  const entry = catalogue.find((one) => one.sha256 === sha256)
  const fileName = modelFileName(basename(file.path))
  return {
    id: randomUUID(),
    catalogueId: entry?.id ?? null,
    title: entry?.title ?? modelTitle(facts.title, fileName),
    fileName,
    sizeBytes: file.sizeBytes,
    sha256,
    licence: entry?.licence ?? facts.licence,
    architecture: facts.architecture,
    parameters: entry?.parameters ?? facts.parameters,
    trainedContextTokens: facts.trainedContextTokens,
    addedAt,
    path: file.path,
    owned: false,
  }
}
