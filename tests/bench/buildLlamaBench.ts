/**
 * Builds llama.cpp's own benchmark against the very libraries that Lull runs on, so that a difference between
 * the two is ours and not the compiler's. `npm run bench:llama`; the result is kept.
 */
import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const modules = resolve(import.meta.dirname, '../../node_modules')
const library = join(modules, 'node-llama-cpp/llama')

/** Why it cannot be built here, in a sentence. */
export class CannotBuild extends Error {}

interface Plan {
  /** Folder of the libraries node-llama-cpp loads. */
  libraries: string
  /** Where the benchmark is kept. */
  folder: string
  binary: string
}

function plan(): Plan {
  const name = `${process.platform}-${process.arch}`
  if (process.platform !== 'linux') {
    throw new CannotBuild(`the benchmark is only built on Linux, and this is ${process.platform}`)
  }
  const libraries = join(modules, '@node-llama-cpp', name, 'bins', name)
  if (!existsSync(libraries)) throw new CannotBuild(`node-llama-cpp has no binaries for ${name} here: npm ci`)
  const { release } = JSON.parse(readFileSync(join(library, 'binariesGithubRelease.json'), 'utf8')) as {
    release: string
  }
  const cache = process.env.LULL_BENCH_CACHE ?? join(homedir(), '.cache/lull-bench')
  const folder = join(cache, `llama-bench-${release}-${name}`)
  return { libraries, folder, binary: join(folder, 'llama-bench') }
}

function need(tool: string): void {
  try {
    execFileSync(tool, ['--version'], { stdio: 'ignore' })
  } catch {
    throw new CannotBuild(`it needs ${tool}, which is not installed`)
  }
}

/** Only the two files of the benchmark are compiled; all else comes from the libraries. */
function build(into: string, { libraries }: Plan): void {
  const work = mkdtempSync(join(tmpdir(), 'lull-llama-bench-'))
  const run = (tool: string, args: string[]) => execFileSync(tool, args, { cwd: work, stdio: 'pipe' })
  try {
    run('git', ['clone', '--quiet', join(library, 'gitRelease.bundle'), 'source'])
    const include = ['include', 'ggml/include', 'common', 'vendor'].map((folder) => `-Isource/${folder}`)
    const sources = ['llama-bench.cpp', 'main.cpp'].map((file) => `source/tools/llama-bench/${file}`)
    const shared = readdirSync(libraries).filter((file) => file.endsWith('.so'))
    for (const file of shared) copyFileSync(join(libraries, file), join(into, file))
    const linked = shared.filter((file) => !file.startsWith('libggml-cpu')).map((file) => join(into, file))
    run('g++', [
      ...['-O2', '-DNDEBUG', '-std=c++17', '-pthread'],
      ...include,
      ...sources,
      ...['-o', join(into, 'llama-bench')],
      ...linked,
      ...['-Wl,-rpath,$ORIGIN', '-Wl,--allow-shlib-undefined'],
    ])
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Path of the benchmark; built on first use, in about half a minute. @throws CannotBuild */
export function llamaBench(): string {
  const planned = plan()
  if (existsSync(planned.binary)) return planned.binary
  for (const tool of ['git', 'g++']) need(tool)
  const part = `${planned.folder}.${process.pid}.part`
  mkdirSync(part, { recursive: true })
  try {
    build(part, planned)
    rmSync(planned.folder, { recursive: true, force: true })
    renameSync(part, planned.folder)
  } catch (error) {
    const lines =
      error instanceof Error && 'stderr' in error ? String(error.stderr).split('\n') : [`${error}`]
    const told = lines.find((line) => /error|fatal/i.test(line)) ?? lines[0]
    throw new CannotBuild(`building failed: ${told}`)
  } finally {
    rmSync(part, { recursive: true, force: true })
  }
  return planned.binary
}

if (import.meta.main) {
  try {
    console.log(`llama-bench is at ${llamaBench()}`)
  } catch (error) {
    if (!(error instanceof CannotBuild)) throw error
    console.log(`llama-bench cannot be built: ${error.message}.`)
    process.exitCode = 1
  }
}
