/** Reads the catalogue of voices that ships with Lull; a mistake in it is found at start, not by a person. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { catalogueEntry } from '../../../contract/models.ts'
import type { CatalogueEntry } from '../../../core/models/model.ts'

export function readCatalogue(resourcesFolder: string): CatalogueEntry[] {
  const text = readFileSync(join(resourcesFolder, 'models', 'catalogue.json'), 'utf8')
  const entries = z.array(catalogueEntry).parse(JSON.parse(text))
  if (new Set(entries.map((entry) => entry.id)).size < entries.length) {
    throw new Error('two entries of the catalogue of models have the same id')
  }
  return entries
}
