/** Finds the folder of the application, from source or from a bundle, to name its parts by path. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export interface AppFolder {
  root: string
  version: string
  /** The built page. */
  page: string
  resources: string
  /** The language model's process, built. */
  languageModelEntry: string
  /** The probes' process, built. */
  probeEntry: string
}

/** @throws when no folder above `start` is the application's: the installation is broken. */
export function appFolder(start: string = import.meta.dirname): AppFolder {
  for (let folder = start; ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json')
    if (existsSync(manifest)) {
      const { name, version } = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, unknown>
      if (name === 'lull' && typeof version === 'string') {
        return {
          root: folder,
          version,
          page: join(folder, 'out/renderer'),
          resources: join(folder, 'resources'),
          languageModelEntry: join(folder, 'out/main/llm.cjs'),
          probeEntry: join(folder, 'out/main/probe.cjs'),
        }
      }
    }
    if (dirname(folder) === folder) throw new Error('the application folder was not found')
  }
}
