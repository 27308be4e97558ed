/** Saved devices with their settings and mappings, and what this machine is called towards others. */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { mappingSchema } from '../../../contract/devices.ts'
import type { Mapping } from '../../../core/readings/mapping.ts'
import type { DeviceSettings } from '../../ports/vitals.ts'
import { type Store, sql } from '../../store/sql.ts'
import { asMapping } from './asMapping.ts'

export interface StoredDevice {
  id: string
  driver: string
  title: string
  enabled: boolean
  /** With secrets: they never leave the engine. */
  settings: DeviceSettings
  mappings: readonly Mapping[]
  addedAt: number
  /** Taken away and not yet erased. */
  removedAt: number | null
}

const json = z.string().transform((text): unknown => JSON.parse(text))

const row = z
  .object({
    id: z.string(),
    driver: z.string(),
    title: z.string(),
    enabled: z.number(),
    settings: json.pipe(z.record(z.string(), z.unknown())),
    mappings: json.pipe(z.array(mappingSchema)),
    added_at: z.number(),
    removed_at: z.number().nullable(),
  })
  .transform(
    (found): StoredDevice => ({
      id: found.id,
      driver: found.driver,
      title: found.title,
      enabled: found.enabled === 1,
      settings: found.settings,
      mappings: found.mappings.map(asMapping),
      addedAt: found.added_at,
      removedAt: found.removed_at,
    }),
  )

const columns = sql`id, driver, title, enabled, settings, mappings, added_at, removed_at`
const idRow = z.object({ id: z.string() })

export class DevicesStore {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  /** Oldest first, with those that were taken away and can still come back. */
  all(): StoredDevice[] {
    return this.#store.all(row, sql`SELECT ${columns} FROM devices ORDER BY added_at, id`)
  }

  byId(id: string): StoredDevice | null {
    return this.#store.get(row, sql`SELECT ${columns} FROM devices WHERE id = ${id}`)
  }

  /** Adds a device or changes all of it but its mappings, its age and whether it was taken away. */
  save(device: Pick<StoredDevice, 'id' | 'driver' | 'title' | 'enabled' | 'settings' | 'addedAt'>): void {
    const { id, driver, title, enabled, settings, addedAt } = device
    this.#store.run(sql`
      INSERT INTO devices (id, driver, title, enabled, settings, added_at)
      VALUES (${id}, ${driver}, ${title}, ${enabled ? 1 : 0}, ${JSON.stringify(settings)}, ${addedAt})
      ON CONFLICT (id) DO UPDATE SET
        title = excluded.title, enabled = excluded.enabled, settings = excluded.settings`)
  }

  setMappings(id: string, mappings: readonly Mapping[]): void {
    this.#store.run(sql`UPDATE devices SET mappings = ${JSON.stringify(mappings)} WHERE id = ${id}`)
  }

  /** @returns whether there was such a device to take away, or to bring back when `at` is null. */
  setRemoved(id: string, at: number | null): boolean {
    const changed =
      at === null
        ? this.#store.run(
            sql`UPDATE devices SET removed_at = NULL WHERE id = ${id} AND removed_at IS NOT NULL`,
          )
        : this.#store.run(sql`UPDATE devices SET removed_at = ${at} WHERE id = ${id} AND removed_at IS NULL`)
    return changed > 0
  }

  /** Erases one device that was taken away, or all of them. */
  eraseRemoved(id: string | null = null): void {
    this.#store.run(sql`
      DELETE FROM devices WHERE removed_at IS NOT NULL AND (${id} IS NULL OR id = ${id})`)
  }

  /** All devices, and the name this machine had at brokers. */
  eraseAll(): void {
    this.#store.transaction(() => {
      this.#store.run(sql`DELETE FROM devices`)
      this.#store.run(sql`DELETE FROM install`)
    })
  }

  /** 12 hex digits, made once. */
  installId(): string {
    const known = this.#store.get(idRow, sql`SELECT id FROM install`)
    if (known) return known.id
    const id = randomBytes(6).toString('hex')
    this.#store.run(sql`INSERT INTO install (one, id) VALUES (1, ${id})`)
    return id
  }
}
