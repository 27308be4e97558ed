/** Which voice to suggest first: the best that this machine runs comfortably, without long waits for each word. */
import { type CatalogueEntry, modelFit } from './model.ts'

/** Above this, a machine without a graphics card writes slower than most people read (measured, §5.4 of the notes). */
const COMFORTABLE_PARAMETERS = 2_500_000_000

/** Id of the entry to suggest, or null when the catalogue is empty. The smallest when nothing fits well. */
export function recommendedId(
  catalogue: Pick<CatalogueEntry, 'id' | 'parameters' | 'memoryBytes'>[],
  availableBytes: number,
): string | null {
  const bySize = catalogue.toSorted((a, b) => a.parameters - b.parameters)
  const comfortable = bySize.findLast(
    (entry) =>
      entry.parameters <= COMFORTABLE_PARAMETERS && modelFit(entry.memoryBytes, availableBytes) === 'fits',
  )
  return (comfortable ?? bySize[0])?.id ?? null
}
