/** Voices as the page sees them: what there is, what is being fetched, and which one speaks. */
import type { ModelsSnapshot } from '../../../electron/contract/models.ts'
import { useWatch, type Watch } from '../../watch.ts'

const modelsWatch: Watch<ModelsSnapshot, ModelsSnapshot> = {
  key: ['models'],
  open: (client, signal) => client.models.watch(undefined, { signal }),
  reduce: (_, snapshot) => snapshot,
}

export const useModels = (): ModelsSnapshot | undefined => useWatch(modelsWatch)

export type OfferedModel = ModelsSnapshot['catalogue'][number]

/** The model that answers, or null while none is chosen. */
export function selectedModel(models: ModelsSnapshot) {
  return models.installed.find((model) => model.id === models.selectedId) ?? null
}

/** What the empty popup offers: the starter, or else the smallest entry. */
export function starterModel(models: ModelsSnapshot): OfferedModel | null {
  const bySize = [...models.catalogue].sort((a, b) => a.sizeBytes - b.sizeBytes)
  return bySize.find((entry) => entry.id === 'starter') ?? bySize[0] ?? null
}
