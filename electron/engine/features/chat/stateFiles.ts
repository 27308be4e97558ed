/** Where evaluated conversation states lie on disk: a talk in numbers, so as private as the talk itself. */
import { createHash, hkdfSync } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { StateFile } from '../../ports/languageModel.ts'

/** A state takes tens of megabytes; an older talk is read again in a few seconds instead. */
export const KEPT_STATES = 4

const NAME = /^([0-9a-f-]{36})\.([0-9a-f]{16})\.state/

export const statesFolder = (dataFolder: string) => join(dataFolder, 'states')

function nameOf(conversationId: string, stateKey: string): string {
  return `${conversationId}.${createHash('sha256').update(stateKey).digest('hex').slice(0, 16)}.state`
}

export class StateFiles {
  readonly #folder: string | null
  readonly #keyHex: string

  /** @param databaseKeyHex the states' own key is derived from it, so that losing one gives away neither. */
  constructor(dataFolder: string | null, databaseKeyHex: string) {
    this.#folder = dataFolder === null ? null : statesFolder(dataFolder)
    const key = hkdfSync('sha256', Buffer.from(databaseKeyHex, 'hex'), '', 'lull state files', 32)
    this.#keyHex = Buffer.from(key).toString('hex')
  }

  /** The file for a conversation as this model would save it; states saved under another key are removed. */
  fileOf(conversationId: string, stateKey: string): StateFile | null {
    if (this.#folder === null) return null
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
    const name = nameOf(conversationId, stateKey)
    this.#remove((other) => other.startsWith(`${conversationId}.`) && !other.startsWith(name))
    return { path: join(this.#folder, name), keyHex: this.#keyHex }
  }

  has(conversationId: string, stateKey: string): boolean {
    return this.#folder !== null && existsSync(join(this.#folder, nameOf(conversationId, stateKey)))
  }

  removeOf(conversationId: string): void {
    this.#remove((name) => name.startsWith(`${conversationId}.`))
  }

  removeAll(): void {
    if (this.#folder !== null) rmSync(this.#folder, { recursive: true, force: true })
  }

  /** Removes files of conversations that are gone, and all but the newest few. */
  sweep(conversationIds: readonly string[]): void {
    const known = new Set(conversationIds)
    this.#remove((name) => !known.has(NAME.exec(name)?.[1] ?? ''))
    const byAge = this.list().sort((a, b) => b.savedAt - a.savedAt)
    const old = new Set(byAge.slice(KEPT_STATES).map((file) => file.name))
    this.#remove((name) => old.has(name))
  }

  /** Removes what a process that died while it saved left behind, which may be a state in clear. */
  removeUnfinished(): void {
    this.#remove((name) => !name.endsWith('.state'))
  }

  list(): { name: string; bytes: number; savedAt: number }[] {
    return this.#names().flatMap((name) => {
      const stat = statSync(join(this.#folder ?? '', name), { throwIfNoEntry: false })
      return stat ? [{ name, bytes: stat.size, savedAt: Math.round(stat.mtimeMs) }] : []
    })
  }

  #names(): string[] {
    if (this.#folder === null) return []
    try {
      return readdirSync(this.#folder).filter((name) => NAME.test(name))
    } catch {
      return []
    }
  }

  #remove(unwanted: (name: string) => boolean): void {
    for (const name of this.#names()) {
      if (!unwanted(name)) continue
      try {
        rmSync(join(this.#folder ?? '', name), { force: true })
      } catch {
        // Windows keeps a file that a process has open; the next sweep finds it.
      }
    }
  }
}
