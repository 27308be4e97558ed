/** The models part of the contract, answered by the models service. */
import { os } from '../../wire/procedures.ts'
import { watchStream } from '../../wire/watchStream.ts'
import type { LanguageModelRuntime } from './modelRuntime.ts'
import type { ModelsService } from './modelsService.ts'

export function modelsRouter(service: ModelsService, runtime: LanguageModelRuntime) {
  return {
    watch: os.models.watch.handler(({ signal }) =>
      watchStream({
        signal,
        listen: (push) => service.onChange(() => push(service.snapshot())),
        snapshot: () => service.snapshot(),
      }),
    ),
    download: os.models.download.handler(({ input }) => {
      service.download(input.catalogueId)
      return {}
    }),
    cancelDownload: os.models.cancelDownload.handler(async ({ input }) => {
      await service.cancelDownload(input.catalogueId, input.discard)
      return {}
    }),
    import: os.models.import.handler(async ({ input }) => ({ model: await service.import(input.path) })),
    select: os.models.select.handler(({ input }) => {
      service.select(input.modelId)
      return {}
    }),
    remove: os.models.remove.handler(async ({ input }) => {
      await service.remove(input.modelId)
      return {}
    }),
    wake: os.models.wake.handler(() => {
      runtime.wakeQuietly()
      return {}
    }),
  }
}
