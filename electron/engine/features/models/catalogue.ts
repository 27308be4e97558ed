/** Reads the catalogue of voices that ships with Lull; a mistake in it is found at start, not by a person. */
import { z } from 'zod'
import { catalogueEntry } from '../../../contract/models.ts'
import type { CatalogueEntry } from '../../../core/models/model.ts'
import { readResource } from '../../resources.ts'

export function readCatalogue(resourcesFolder: string): CatalogueEntry[] {
  const entries = readResource(resourcesFolder, 'models/catalogue.json', z.array(catalogueEntry))
  if (new Set(entries.map((entry) => entry.id)).size < entries.length) {
    throw new Error('two entries of the catalogue of models have the same id')
  }
  return entries
}
