/** Starts a program of the person's own: no shell, ten seconds, a megabyte of output, and nothing of Lull's secrets. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '../../ports/clock.ts'
import type { OwnCommandResult, RunOwnCommand } from '../../ports/ownCommand.ts'

const ENDED_AFTER_MS = 10_000
const MOST_OUTPUT_BYTES = 1024 * 1024
const KEPT_OUTPUT_CHARACTERS = 2000
/** Four bytes hold any character. */
const KEPT_OUTPUT_BYTES = 4 * KEPT_OUTPUT_CHARACTERS + 4
/** What a program printed last may arrive a little after its end. */
const LAST_WORDS_MS = 200

export interface OwnCommandParts {
  clock: Clock
  env?: NodeJS.ProcessEnv
  endedAfterMs?: number
}

/** The person's environment as it is, without what is Lull's or its runtime's alone. */
export function ownCommandEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = Object.entries(env).filter(([name]) => !/^(LULL|ELECTRON|npm)_/i.test(name))
  return Object.fromEntries(own)
}

/** Programs that hang when Lull ends end with it. */
const hanging = new Set<() => void>()
let isWatchingEnd = false

function endHanging(): void {
  for (const end of hanging) end()
}

function endWithLull(end: () => void): () => void {
  if (!isWatchingEnd) process.once('exit', endHanging)
  isWatchingEnd = true
  hanging.add(end)
  return () => hanging.delete(end)
}

/** With everything it started that did not leave its group; Windows keeps no groups, and walks the tree instead. */
function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  if (process.platform === 'win32') {
    const taskkill = join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'taskkill.exe')
    spawn(taskkill, ['/pid', String(pid), '/t', '/f'], { windowsHide: true, stdio: 'ignore' }).on(
      'error',
      () => {},
    )
    return
  }
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It was gone already.
  }
}

const CONTROL = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

function readable(printed: readonly Buffer[]): { text: string; isCut: boolean } {
  const text = Buffer.concat(printed)
    .toString('utf8')
    .replaceAll('\r\n', '\n')
    .replace(CONTROL, (character) => (character === '\n' || character === '\t' ? character : ''))
  return { text: text.slice(0, KEPT_OUTPUT_CHARACTERS), isCut: text.length > KEPT_OUTPUT_CHARACTERS }
}

const OUTCOMES: Record<string, OwnCommandResult['outcome']> = {
  ENOENT: 'missing',
  EACCES: 'not_allowed',
  EPERM: 'not_allowed',
  // A file that is no program, and a Windows script that only a shell could run.
  ENOEXEC: 'not_allowed',
  EINVAL: 'not_allowed',
}

function notStarted(error: unknown): OwnCommandResult {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return { outcome: OUTCOMES[code] ?? 'failed', exitCode: null, output: '', outputCut: false }
}

class OwnCommandRun {
  readonly result: Promise<OwnCommandResult>
  readonly #child: ChildProcess
  readonly #clock: Clock
  readonly #printed: Buffer[] = []
  #printedBytes = 0
  #ended: 'timed_out' | 'too_much' | null = null
  #cancelTimer: () => void
  #forget: () => void
  #settle: (result: OwnCommandResult) => void = () => {}

  constructor(child: ChildProcess, clock: Clock, endedAfterMs: number) {
    this.#child = child
    this.#clock = clock
    this.result = new Promise((resolve) => {
      this.#settle = resolve
    })
    this.#forget = endWithLull(() => endGroup(child))
    this.#cancelTimer = clock.after(endedAfterMs, () => this.#end('timed_out'))
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (bytes: Buffer) => this.#hear(bytes))
      stream?.on('error', () => {})
    }
    child.on('error', (error) => this.#finish(notStarted(error)))
    child.on('exit', (exitCode) => this.#exited(exitCode))
    child.on('close', (exitCode) => this.#over(exitCode))
  }

  #hear(bytes: Buffer): void {
    const left = KEPT_OUTPUT_BYTES - this.#printedBytes
    if (left > 0) this.#printed.push(Buffer.from(bytes.subarray(0, left)))
    this.#printedBytes += bytes.length
    if (this.#printedBytes > MOST_OUTPUT_BYTES) this.#end('too_much')
  }

  #end(why: 'timed_out' | 'too_much'): void {
    this.#ended ??= why
    endGroup(this.#child)
    this.#child.stdout?.destroy()
    this.#child.stderr?.destroy()
    this.#over(null)
  }

  /** What it started may live on with its streams open: that is waited for no longer than a moment. */
  #exited(exitCode: number | null): void {
    this.#cancelTimer()
    this.#cancelTimer = this.#clock.after(LAST_WORDS_MS, () => this.#over(exitCode))
  }

  #over(exitCode: number | null): void {
    const { text, isCut } = readable(this.#printed)
    this.#finish({
      outcome: this.#ended ?? (exitCode === 0 ? 'done' : 'failed'),
      exitCode: this.#ended === null ? exitCode : null,
      output: text,
      outputCut: isCut || this.#printedBytes > KEPT_OUTPUT_BYTES,
    })
  }

  #finish(result: OwnCommandResult): void {
    this.#cancelTimer()
    this.#forget()
    this.#child.stdout?.destroy()
    this.#child.stderr?.destroy()
    this.#settle(result)
  }
}

export function createRunOwnCommand({
  clock,
  env = process.env,
  endedAfterMs = ENDED_AFTER_MS,
}: OwnCommandParts): RunOwnCommand {
  return async (command, environment) => {
    const [program, ...given] = command
    if (program === undefined) return notStarted(null)
    try {
      const child = spawn(program, given, {
        ...(existsSync(homedir()) && { cwd: homedir() }),
        env: { ...ownCommandEnvironment(env), ...environment },
        shell: false,
        // A group of its own, so that all of it can be ended.
        detached: process.platform !== 'win32',
        windowsHide: true,
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      return await new OwnCommandRun(child, clock, endedAfterMs).result
    } catch (error) {
      return notStarted(error)
    }
  }
}
