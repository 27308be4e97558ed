/** Puts the models feature together for the engine's composition root. */
import { totalmem } from 'node:os'
import type { CatalogueEntry } from '../../../core/models/model.ts'
import type { EventBus } from '../../events.ts'
import type { InspectOverrides, LanguageModelProcess } from '../../host.ts'
import type { Log } from '../../log.ts'
import type { Clock } from '../../ports/clock.ts'
import { encoderFile } from '../../resources.ts'
import type { Store } from '../../store/sql.ts'
import { EncoderRuntime } from './encoderRuntime.ts'
import { givenModel } from './givenModel.ts'
import { ModelFiles } from './modelFiles.ts'
import { ModelProcess } from './modelProcess.ts'
import { LanguageModelRuntime } from './modelRuntime.ts'
import { modelsRouter } from './modelsRouter.ts'
import { ModelsService } from './modelsService.ts'
import { ModelsStore, type StoredModel } from './modelsStore.ts'
import { type SourceKinds, sourceKinds } from './sources/index.ts'

export { readCatalogue } from './catalogue.ts'

export interface ModelsParts {
  store: Store
  bus: EventBus
  clock: Clock
  /** Models live in `models/` below it; null keeps downloads in a folder that goes with this run. */
  dataFolder: string | null
  /** Folder of `resources/`: the encoder is part of Lull. */
  resourcesFolder: string
  catalogue: CatalogueEntry[]
  startLanguageModel: () => Promise<LanguageModelProcess>
  log: Log
  inspect?: InspectOverrides | undefined
  kinds?: SourceKinds
  freeDiskBytes?: () => Promise<number>
  availableMemoryBytes?: () => number
  totalMemoryBytes?: () => number
}

export function createModels(parts: ModelsParts) {
  const files = new ModelFiles(parts.dataFolder)
  const store = new ModelsStore(parts.store)
  const availableMemoryBytes = parts.availableMemoryBytes ?? measuredMemoryBytes
  let given: StoredModel | null = null
  const selected = () => given ?? store.selected()
  const child = new ModelProcess(parts)
  const encoder = new EncoderRuntime({ ...parts, process: child, file: encoderFile(parts.resourcesFolder) })
  const runtime = new LanguageModelRuntime({
    ...parts,
    process: child,
    availableMemoryBytes,
    selected,
    pathOf: (model) => files.pathOf(model),
    fileState: (model) => files.state(model),
    onMissing: (model) => service.forget(model),
  })
  const service = new ModelsService({
    ...parts,
    availableMemoryBytes,
    totalMemoryBytes: parts.totalMemoryBytes ?? totalmem,
    store,
    files,
    runtime,
    selected,
    async prepare(signal) {
      const path = parts.inspect?.modelPath
      if (path !== undefined) given = await givenModel(path, parts, signal)
    },
    kinds: parts.kinds ?? sourceKinds,
    freeDiskBytes: parts.freeDiskBytes ?? (() => files.freeBytes()),
  })
  /** `selected` is known without waking anything: it decides which prompts and texts fit the model. */
  return { service, runtime, encoder, router: modelsRouter(service, runtime), selected }
}

/** Memory a model could have now. macOS counts only untouched pages as available, though it gives back far more. */
function measuredMemoryBytes(): number {
  const measured = process.availableMemory()
  return process.platform === 'darwin' ? Math.max(measured, totalmem() * 0.5) : measured
}
