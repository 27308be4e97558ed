/** Downloads as they run: each entry's sources in order, until one gives the file or all have said why not. */
import type {
  CatalogueEntry,
  Download,
  DownloadState,
  ModelSource,
  SourceFailure,
} from '../../../core/models/model.ts'
import type { EventBus } from '../../events.ts'
import type { Log } from '../../log.ts'
import type { Clock } from '../../ports/clock.ts'
import { type ModelFiles, SPARE_DISK_BYTES } from './modelFiles.ts'
import { removePart } from './sources/httpsSource.ts'
import { fetchModel, type SourceKinds } from './sources/index.ts'
import { isDiskFull, SourceError } from './sources/source.ts'

interface Running {
  download: Download
  controller: AbortController
  /** Resolves when nothing of it runs any more. */
  done: Promise<void>
}

export interface DownloadsParts {
  files: ModelFiles
  kinds: SourceKinds
  clock: Clock
  bus: EventBus
  log: Log
  freeDiskBytes: () => Promise<number>
  /** Takes over a whole, checked file; the download stays listed as checking until it resolves. */
  install: (entry: CatalogueEntry, fileName: string, signal: AbortSignal) => Promise<void>
  /** `progress` may be told later, `state` at once. */
  changed: (what: 'progress' | 'state') => void
}

export class Downloads {
  readonly #parts: DownloadsParts
  readonly #running = new Map<string, Running>()

  constructor(parts: DownloadsParts) {
    this.#parts = parts
  }

  list(): Download[] {
    return [...this.#running.values()].map((running) => running.download)
  }

  /** Starts or goes on; does nothing while the entry is being fetched already. */
  start(entry: CatalogueEntry): void {
    const known = this.#running.get(entry.id)
    if (known && known.download.state.phase !== 'failed') return
    const [first] = entry.sources
    if (!first) return
    const controller = new AbortController()
    const state: DownloadState = {
      phase: 'fetching',
      receivedBytes: 0,
      totalBytes: entry.sizeBytes,
      source: first,
    }
    const running: Running = {
      download: { catalogueId: entry.id, startedAt: this.#parts.clock.now(), state },
      controller,
      done: Promise.resolve(),
    }
    this.#running.set(entry.id, running)
    running.done = this.#run(entry, running)
    this.#parts.changed('state')
  }

  /** Stops an entry and forgets its failure. */
  async cancel(entry: CatalogueEntry, discard: boolean): Promise<void> {
    const running = this.#running.get(entry.id)
    running?.controller.abort()
    await running?.done
    // Another start may have come while we waited; that one is not ours to forget.
    if (running && this.#running.get(entry.id) === running) this.#running.delete(entry.id)
    if (discard) await removePart(this.#parts.files.folder, entry.sha256)
    this.#parts.changed('state')
  }

  async stop(): Promise<void> {
    const all = [...this.#running.values()]
    for (const running of all) running.controller.abort()
    await Promise.all(all.map((running) => running.done))
    this.#running.clear()
  }

  async #run(entry: CatalogueEntry, running: Running): Promise<void> {
    try {
      const outcome = await this.#fetch(entry, running)
      if (outcome) this.#set(running, outcome, 'state')
      else if (this.#running.get(entry.id) === running) this.#running.delete(entry.id)
    } catch (error) {
      if (running.controller.signal.aborted) return
      this.#parts.log.error('downloadFailed', error)
      const failed: DownloadState = {
        phase: 'failed',
        reason: 'SOURCES_FAILED',
        failures: [],
        neededBytes: null,
      }
      this.#set(running, failed, 'state')
    } finally {
      this.#parts.changed('state')
    }
  }

  /** @returns the failure, or null when the file is installed. */
  async #fetch(entry: CatalogueEntry, running: Running): Promise<DownloadState | null> {
    const fileName = this.#parts.files.nameFor(entry.sha256, entry.fileName)
    const failures: SourceFailure[] = []
    let neededBytes: number | null = null
    for (const source of entry.sources) {
      const needed = entry.sizeBytes * this.#parts.kinds[source.kind].widest + SPARE_DISK_BYTES
      const failure = await this.#tryFrom(source, entry, fileName, needed, running)
      if (failure === null) {
        await this.#parts.install(entry, fileName, running.controller.signal)
        return null
      }
      if (failure === 'DISK_FULL') neededBytes = Math.min(needed, neededBytes ?? needed)
      else failures.push(failure)
    }
    return { phase: 'failed', reason: neededBytes ? 'DISK_FULL' : 'SOURCES_FAILED', failures, neededBytes }
  }

  /** @returns why this source did not give the file, or null when it is there, whole and checked. */
  async #tryFrom(
    source: ModelSource,
    entry: CatalogueEntry,
    fileName: string,
    neededBytes: number,
    running: Running,
  ): Promise<SourceFailure | 'DISK_FULL' | null> {
    if ((await this.#parts.freeDiskBytes()) < neededBytes) return 'DISK_FULL'
    try {
      await this.#fetchFrom(source, entry, fileName, running)
      return null
    } catch (error) {
      running.controller.signal.throwIfAborted()
      if (isDiskFull(error)) return 'DISK_FULL'
      if (error instanceof SourceError) return { source, reason: error.reason, hint: error.hint }
      this.#parts.log.error('modelSourceFailed', error)
      return { source, reason: 'INTERNAL', hint: null }
    }
  }

  async #fetchFrom(
    source: ModelSource,
    entry: CatalogueEntry,
    fileName: string,
    running: Running,
  ): Promise<void> {
    const { files, bus, clock, kinds } = this.#parts
    const totalBytes = entry.sizeBytes
    const fetching = (receivedBytes: number) =>
      ({ phase: 'fetching', receivedBytes: Math.min(receivedBytes, totalBytes), totalBytes, source }) as const
    this.#set(running, fetching(0), 'state')
    await fetchModel(kinds, source, entry, {
      target: { folder: files.folder, finalPath: files.inFolder(fileName) },
      signal: running.controller.signal,
      clock,
      onProgress: (progress) => {
        if (progress.phase === 'checking') this.#set(running, { phase: 'checking', source }, 'state')
        else this.#set(running, fetching(progress.receivedBytes), 'progress')
      },
      onConnection: (peer, outcome) =>
        bus.emit('connectionMade', {
          at: clock.now(),
          peer,
          reason: `model download: ${entry.title}`,
          outcome,
        }),
    })
  }

  #set(running: Running, state: DownloadState, what: 'progress' | 'state'): void {
    running.download = { ...running.download, state }
    this.#parts.changed(what)
  }
}
