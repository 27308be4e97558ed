/** Where model files live on disk, whether there is room for another, and whether they are still what they were. */
import { mkdtempSync } from 'node:fs'
import { mkdir, readdir, rm, stat, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CatalogueEntry } from '../../../core/models/model.ts'
import { modelFileName } from '../../../core/models/modelFileName.ts'
import type { StoredModel } from './modelsStore.ts'
import { partPaths } from './sources/httpsSource.ts'
import { TEMPORARY_PREFIX } from './sources/pythonPackageSource.ts'

/** Beginning of the names of copies that are not whole yet. */
const IMPORT_PREFIX = 'import-'
/** Left free beyond a model, so that the rest of the computer keeps working. */
export const SPARE_DISK_BYTES = 200_000_000

export type FileState = 'present' | 'missing' | 'altered'

export class ModelFiles {
  readonly folder: string
  /** True when nothing outlives this run: imports then stay where they are. */
  readonly passing: boolean

  constructor(dataFolder: string | null) {
    this.passing = dataFolder === null
    this.folder =
      dataFolder === null ? mkdtempSync(join(tmpdir(), 'lull-models-')) : join(dataFolder, 'models')
  }

  /** Name of a finished file: readable, and never the same for two different models. */
  nameFor(sha256: string, fileName: string): string {
    return `${sha256.slice(0, 12)}-${modelFileName(fileName)}`
  }

  pathOf(model: Pick<StoredModel, 'path' | 'owned'>): string {
    return model.owned ? join(this.folder, model.path) : model.path
  }

  inFolder(name: string): string {
    return join(this.folder, name)
  }

  importPath(id: string): string {
    return join(this.folder, `${IMPORT_PREFIX}${id}`)
  }

  async prepare(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 })
  }

  async freeBytes(): Promise<number> {
    await this.prepare()
    const found = await statfs(this.folder)
    return found.bavail * found.bsize
  }

  async state(model: StoredModel): Promise<FileState> {
    const found = await stat(this.pathOf(model)).catch(() => null)
    if (!found?.isFile()) return 'missing'
    return found.size === model.sizeBytes ? 'present' : 'altered'
  }

  async deleteFile(model: StoredModel): Promise<void> {
    if (model.owned) await rm(this.pathOf(model), { force: true })
  }

  /** Removes what a crash left behind; parts of entries we know are kept for going on. */
  async tidy(catalogue: CatalogueEntry[]): Promise<void> {
    const known = new Set(catalogue.flatMap((entry) => Object.values(partPaths(this.folder, entry.sha256))))
    for (const name of await readdir(this.folder).catch(() => [])) {
      const path = join(this.folder, name)
      const temporary = name.startsWith(TEMPORARY_PREFIX) || name.startsWith(IMPORT_PREFIX)
      const strayPart = /\.part(\.json)?$/.test(name) && !known.has(path)
      if (temporary || strayPart) await rm(path, { recursive: true, force: true })
    }
  }

  async stop(): Promise<void> {
    if (this.passing) await rm(this.folder, { recursive: true, force: true })
  }
}
