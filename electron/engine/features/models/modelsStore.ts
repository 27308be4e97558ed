/** Keeps which model files are on this machine and which one talks. */
import { z } from 'zod'
import type { InstalledModel } from '../../../core/models/model.ts'
import { type Store, sql } from '../../store/sql.ts'

/** An installed model and where its file is. */
export interface StoredModel extends InstalledModel {
  /** Name inside the models folder when Lull made the file, else the absolute path of the person's own. */
  path: string
  /** Whether Lull made the file and may delete it. */
  owned: boolean
}

const row = z
  .object({
    id: z.string(),
    catalogue_id: z.string().nullable(),
    title: z.string(),
    file_name: z.string(),
    path: z.string(),
    owned: z.number(),
    size_bytes: z.number(),
    sha256: z.string(),
    licence: z.string().nullable(),
    architecture: z.string(),
    parameters: z.number().nullable(),
    trained_context_tokens: z.number().nullable(),
    added_at: z.number(),
  })
  .transform(
    (found): StoredModel => ({
      id: found.id,
      catalogueId: found.catalogue_id,
      title: found.title,
      fileName: found.file_name,
      path: found.path,
      owned: found.owned === 1,
      sizeBytes: found.size_bytes,
      sha256: found.sha256,
      licence: found.licence,
      architecture: found.architecture,
      parameters: found.parameters,
      trainedContextTokens: found.trained_context_tokens,
      addedAt: found.added_at,
    }),
  )

const columns = sql`id, catalogue_id, title, file_name, path, owned, size_bytes, sha256, licence, architecture,
  parameters, trained_context_tokens, added_at`

export class ModelsStore {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  /** Newest first. */
  all(): StoredModel[] {
    return this.#store.all(row, sql`SELECT ${columns} FROM models ORDER BY added_at DESC, id`)
  }

  byId(id: string): StoredModel | null {
    return this.#store.get(row, sql`SELECT ${columns} FROM models WHERE id = ${id}`)
  }

  bySha256(sha256: string): StoredModel | null {
    return this.#store.get(row, sql`SELECT ${columns} FROM models WHERE sha256 = ${sha256}`)
  }

  selected(): StoredModel | null {
    return this.#store.get(row, sql`SELECT ${columns} FROM models WHERE selected = 1`)
  }

  add(model: StoredModel): void {
    this.#store.run(sql`INSERT INTO models (${columns}) VALUES (${model.id}, ${model.catalogueId}, ${model.title},
      ${model.fileName}, ${model.path}, ${model.owned ? 1 : 0}, ${model.sizeBytes}, ${model.sha256},
      ${model.licence}, ${model.architecture}, ${model.parameters}, ${model.trainedContextTokens},
      ${model.addedAt})`)
  }

  select(id: string): void {
    this.#store.transaction(() => {
      this.#store.run(sql`UPDATE models SET selected = 0 WHERE selected = 1`)
      this.#store.run(sql`UPDATE models SET selected = 1 WHERE id = ${id}`)
    })
  }

  /** Takes a model off the list; when it was the one that talks, the newest of the others takes over. */
  remove(id: string): void {
    this.#store.transaction(() => {
      this.#store.run(sql`DELETE FROM models WHERE id = ${id}`)
      const newest = this.all()[0]
      if (newest && !this.selected()) this.select(newest.id)
    })
  }
}
