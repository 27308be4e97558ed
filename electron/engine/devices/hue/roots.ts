/** Reads the maker's root certificates: `resources/hue/*.pem`. */
import { X509Certificate } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** @throws when there is none: then no bridge could ever be trusted. */
export function readRoots(resourcesFolder: string): X509Certificate[] {
  const folder = join(resourcesFolder, 'hue')
  const files = readdirSync(folder).filter((name) => name.endsWith('.pem'))
  const roots = files.map((name) => new X509Certificate(readFileSync(join(folder, name))))
  if (roots.length === 0)
    throw new Error('resources/hue holds no certificate; this copy of Lull is not whole')
  return roots
}
