/** Finds and runs the person's own pip, so that their index, mirror, proxy and certificates are used as they set them. */
import { type ChildProcess, spawn } from 'node:child_process'
import { constants, existsSync } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'
import type { Clock } from '../../../ports/clock.ts'

/** A program by its absolute path, and what comes before pip's own arguments. */
export interface PipCommand {
  file: string
  leading: string[]
}

const CANDIDATES: readonly (readonly [name: string, ...leading: string[]])[] = [
  ['python3', '-m', 'pip'],
  ['python', '-m', 'pip'],
  ['pip3'],
  ['pip'],
  ['py', '-3', '-m', 'pip'],
]
const PROBE_LIMIT_MS = 20_000
/** Enough of pip's output to know why it failed; a runaway program must not fill memory. */
const OUTPUT_LIMIT = 64 * 1024

export interface PipRun {
  exitCode: number | null
  output: string
}

export interface PipRunOptions {
  env: NodeJS.ProcessEnv
  /** An empty folder of ours: Python looks for modules in the current one. */
  cwd: string
  signal: AbortSignal
}

/** The first pip that answers, or null. */
export async function findPip(options: PipRunOptions & { clock: Clock }): Promise<PipCommand | null> {
  for (const [name, ...leading] of CANDIDATES) {
    const file = await programOnPath(name, options.env)
    if (!file) continue
    const command = { file, leading }
    if (await answers(command, options)) return command
  }
  return null
}

async function answers(command: PipCommand, options: PipRunOptions & { clock: Clock }): Promise<boolean> {
  const limit = new AbortController()
  const cancel = options.clock.after(PROBE_LIMIT_MS, () => limit.abort())
  try {
    const run = await runPip(command, ['--version'], {
      ...options,
      signal: AbortSignal.any([options.signal, limit.signal]),
    })
    return run.exitCode === 0 && /^pip \d/m.test(run.output)
  } catch (error) {
    options.signal.throwIfAborted()
    if (limit.signal.aborted || isSpawnError(error)) return false
    throw error
  } finally {
    cancel()
  }
}

function isSpawnError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && String(error.syscall).startsWith('spawn')
}

/** Absolute path of a program; relative entries of PATH are passed over, since anyone may write to a current folder. */
export async function programOnPath(name: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  const windows = process.platform === 'win32'
  const path = env.PATH ?? env.Path ?? ''
  for (const folder of path.split(delimiter).filter(isAbsolute)) {
    const file = join(folder, windows ? `${name}.exe` : name)
    const usable = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (usable && !opensInstaller(file)) return file
  }
  return null
}

/** On a Mac without developer tools, Apple's own python3 is a stand-in that opens an installer window. */
function opensInstaller(file: string): boolean {
  if (process.platform !== 'darwin' || !file.startsWith('/usr/bin/')) return false
  return !existsSync('/Library/Developer/CommandLineTools') && !existsSync('/Applications/Xcode.app')
}

/** Runs pip without a shell and waits for its end; aborting ends it and everything it started. */
export function runPip(command: PipCommand, args: string[], options: PipRunOptions): Promise<PipRun> {
  return new Promise((resolve, reject) => {
    if (options.signal.aborted) return reject(options.signal.reason)
    const child = spawn(command.file, [...command.leading, ...args], {
      cwd: options.cwd,
      env: options.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: false,
      windowsHide: true,
      // A group of its own, so that stopping also reaches what pip itself starts.
      detached: process.platform !== 'win32',
    })
    let output = ''
    const collect = (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-OUTPUT_LIMIT)
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    const onAbort = () => endGroup(child)
    options.signal.addEventListener('abort', onAbort, { once: true })
    child.once('error', (error) => {
      options.signal.removeEventListener('abort', onAbort)
      reject(error)
    })
    child.once('close', (exitCode) => {
      options.signal.removeEventListener('abort', onAbort)
      if (options.signal.aborted) reject(options.signal.reason)
      else resolve({ exitCode, output })
    })
  })
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  if (process.platform === 'win32') {
    const taskkill = join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'taskkill.exe')
    spawn(taskkill, ['/pid', String(child.pid), '/T', '/F'], { windowsHide: true }).on('error', () =>
      child.kill(),
    )
    return
  }
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}
