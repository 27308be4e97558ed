/** What the popup has to load before one can write: its scripts and styles, compressed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from '../app/launchData.ts'
import { printRows, type Row } from './table.ts'

const GOAL_KB = 250

interface Chunk {
  file: string
  src?: string
  imports?: string[]
  dynamicImports?: string[]
  css?: string[]
}

/** Files of a chunk and all it imports statically. */
function filesOf(manifest: Record<string, Chunk>, key: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[key]
  if (!chunk || seen.has(chunk.file)) return seen
  seen.add(chunk.file)
  for (const css of chunk.css ?? []) seen.add(css)
  for (const next of chunk.imports ?? []) filesOf(manifest, next, seen)
  return seen
}

export async function popupSize(): Promise<Row[]> {
  const folder = join(root, 'out/renderer')
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >
  const files = filesOf(manifest, 'index.html')
  for (const key of manifest['index.html']?.dynamicImports ?? []) {
    if (/popup/i.test(key)) filesOf(manifest, key, files)
  }
  let bytes = gzipSync(readFileSync(join(folder, 'index.html'))).length
  for (const file of files) bytes += gzipSync(readFileSync(join(folder, file)), { level: 9 }).length
  const kilobytes = bytes / 1000
  return [
    {
      what: `popup page, gzip (${files.size + 1} files, fonts apart)`,
      value: kilobytes,
      unit: 'kB',
      goal: `≤ ${GOAL_KB} kB`,
      met: kilobytes <= GOAL_KB,
    },
  ]
}

if (import.meta.main) printRows(await popupSize())
