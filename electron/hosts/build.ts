/** Builds `out/` when it is missing or made from other sources, so that no start needs a step of its own. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { say } from './say.ts'

const sourceFolders = ['electron', 'renderer']
const sourceFiles = ['package.json', 'package-lock.json', 'electron.vite.config.ts']
const products = [
  'main/index.cjs',
  'main/utility.cjs',
  'main/node.cjs',
  'preload/index.cjs',
  'renderer/index.html',
]

const stampPath = (root: string) => join(root, 'out', '.built')
const lockPath = (root: string) => join(root, '.cache', 'build.lock')

/** Changes whenever a source is added, removed or written: names, sizes and times, without reading them all. */
export function sourceFingerprint(root: string): string {
  const hash = createHash('sha256')
  const add = (path: string) => {
    const facts = statSync(join(root, path), { throwIfNoEntry: false })
    if (facts) hash.update(`${path} ${facts.size} ${facts.mtimeMs}\n`)
  }
  for (const folder of sourceFolders) {
    const names = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    for (const name of names.sort()) add(name)
  }
  for (const name of sourceFiles) add(name)
  return hash.digest('hex')
}

/** Whether `out/` is whole and made from the sources as they are. */
export function isBuilt(root: string): boolean {
  if (!products.every((name) => existsSync(join(root, 'out', name)))) return false
  return existsSync(stampPath(root)) && readFileSync(stampPath(root), 'utf8') === sourceFingerprint(root)
}

/** Builds if needed; two starts at once build once. @throws with a plain sentence when the build fails. */
export async function ensureBuilt(root: string): Promise<void> {
  if (isBuilt(root)) return
  const release = await takeTurn(root)
  try {
    if (isBuilt(root)) return
    say('Preparing Lull (a few seconds, only after a change)…')
    const fingerprint = sourceFingerprint(root)
    rmSync(stampPath(root), { force: true })
    await runBuilder(root)
    writeFileSync(stampPath(root), fingerprint)
  } finally {
    release()
  }
}

function runBuilder(root: string): Promise<void> {
  const manifest = createRequire(join(root, 'package.json')).resolve('electron-vite/package.json')
  const builder = join(dirname(manifest), 'bin', 'electron-vite.js')
  return new Promise((resolve, reject) => {
    // Its progress goes to stderr: stdout belongs to links and JSON.
    const child = spawn(process.execPath, [builder, 'build', '--logLevel', 'warn'], {
      cwd: root,
      stdio: ['ignore', process.stderr, process.stderr],
    })
    child.once('error', reject)
    child.once('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error('Lull could not be built; the lines above say why.'))
    })
  })
}

/** Waits for another build to end. @returns a function that lets the next one in. */
async function takeTurn(root: string): Promise<() => void> {
  const path = lockPath(root)
  mkdirSync(dirname(path), { recursive: true })
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' })
      return () => rmSync(path, { force: true })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    if (!isAlive(Number(readIfThere(path)))) rmSync(path, { force: true })
    else await pause(100)
  }
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
