/** Starts a child process of plain Node with a channel to it, and tells how it ended. */
import { type ChildProcess, fork, type Serializable } from 'node:child_process'
import { homedir } from 'node:os'
import { processPort, type WirePort } from '../engine/wire/port.ts'

/** A child that runs, whoever started it. */
export interface Child {
  port: WirePort
  /** Resolves once, when the process is gone for whatever reason. */
  ended: Promise<{ expected: boolean; detail: string }>
  /** Ends the process. Safe to call twice. */
  end(): void
}

export interface ForkOptions {
  /** The built entry, or its source. */
  entry: string
  /** The Node that runs it; our own by default. */
  execPath?: string
}

interface ChildOptions extends ForkOptions {
  args: readonly string[]
  env: Record<string, string>
}

/** Kept of what the process wrote to stderr, for a report of its end. */
const KEPT_STDERR_BYTES = 2048
/** How long the last of stderr is waited for. */
const LAST_WORDS_MS = 200
/** A process that is told to end and saves nothing is gone in milliseconds. */
const END_WITHIN_MS = 1000

/** @throws when the process cannot be started. */
export async function forkChild(options: ChildOptions): Promise<Child & { pid: number | undefined }> {
  const child = fork(options.entry, options.args, {
    ...(options.execPath !== undefined && { execPath: options.execPath }),
    execArgv: [],
    env: options.env,
    serialization: 'advanced',
    // Our stdout may be somebody's data.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let expected = false
  const stderr = lastOutput(child)
  const ended = new Promise<{ expected: boolean; detail: string }>((resolve) => {
    child.once('exit', async (code, signal) => {
      const how = signal ?? `exit code ${code}`
      resolve({ expected, detail: [how, await stderr()].filter(Boolean).join(': ') })
    })
  })
  await started(child)
  // A message that could not be sent is answered by the end of the process.
  child.on('error', () => {})
  const end = () => {
    if (expected) return
    expected = true
    if (child.connected) child.disconnect()
    const deadline = setTimeout(() => child.kill('SIGKILL'), END_WITHIN_MS)
    deadline.unref()
    void ended.then(() => clearTimeout(deadline))
  }
  return { port: processPort(channel(child)), ended, end, pid: child.pid }
}

/** The wire sends nothing but text and bytes, the probes plain objects. */
function channel(child: ChildProcess): Parameters<typeof processPort>[0] {
  return {
    send: (message) => child.send(message as Serializable),
    // Listeners of different events take different arguments, which one signature cannot say.
    on: (event, listener) => child.on(event, listener as never),
    get connected() {
      return child.connected
    },
  }
}

function started(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('spawn', resolve)
    child.once('error', reject)
  })
}

/** @returns a function for the last of what the process wrote to stderr, once it is gone. */
function lastOutput(child: ChildProcess): () => Promise<string> {
  let kept = Buffer.alloc(0)
  child.stderr?.on('data', (chunk: Buffer) => {
    kept = Buffer.concat([kept, chunk]).subarray(-KEPT_STDERR_BYTES)
  })
  const closed = new Promise<void>((resolve) => child.stderr?.once('close', resolve))
  return async () => {
    // A process of its own that outlives it could hold the pipe open.
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, LAST_WORDS_MS)
    })
    await Promise.race([closed, late])
    clearTimeout(timer)
    // It may be logged, and a home folder is named after a person.
    return kept.toString('utf8').replaceAll(homedir(), '~').trim()
  }
}
