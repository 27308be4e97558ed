/** What a person can do with models, each with the plain reason when it does not work. */
import { useCallback, useState } from 'react'
import { errorCode, type PageErrorCode, useClient } from '../../watch.ts'

export interface ModelDoings {
  failure: PageErrorCode | null
  fetchModel(catalogueId: string): void
  pause(catalogueId: string): void
  discard(catalogueId: string): void
  select(modelId: string): void
  remove(modelId: string): void
  /** Lets the person choose a file through the shell. */
  chooseFile(): void
  importFile(path: string): void
}

export function useModelDoings(): ModelDoings {
  const { models, shell } = useClient()
  const [failure, setFailure] = useState<PageErrorCode | null>(null)
  const run = useCallback((doing: () => Promise<unknown>) => {
    setFailure(null)
    doing().catch((error: unknown) => setFailure(errorCode(error)))
  }, [])
  return {
    failure,
    fetchModel: (catalogueId) => run(() => models.download({ catalogueId })),
    pause: (catalogueId) => run(() => models.cancelDownload({ catalogueId, discard: false })),
    discard: (catalogueId) => run(() => models.cancelDownload({ catalogueId, discard: true })),
    select: (modelId) => run(() => models.select({ modelId })),
    remove: (modelId) => run(() => models.remove({ modelId })),
    chooseFile: () =>
      run(async () => {
        const { path } = await shell.chooseModelFile()
        if (path !== null) await models.import({ path })
      }),
    importFile: (path) => run(() => models.import({ path })),
  }
}
