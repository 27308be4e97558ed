/** The real browser host and a headless Chromium, as `npm start -- --print-link` and a person would start them. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { type Browser, chromium } from 'playwright-core'
import { root } from './launchData.ts'

/** Null with a reason where there is no Chromium to drive. */
export const chromiumPath =
  [
    process.env.LULL_CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find((path) => path && existsSync(path)) ?? null

export interface RunningHost {
  link: string
  child: ChildProcess
  /** What it told the person so far, on stderr. */
  said(): string
  /** Resolves when it has ended, however it did. */
  gone: Promise<unknown>
  /** Ends it as Ctrl+C does. @returns its exit code. */
  stop(): Promise<number | null>
}

export interface HostStart {
  /** Options beside the data folder. */
  args?: string[]
  env?: Record<string, string>
  /** Through the launcher, as `npm start` does; else the host alone. */
  launcher?: boolean
}

function spawnHost(dataFolder: string, nodeArgs: string[], start: HostStart) {
  const entry = start.launcher ? 'electron/hosts/start.ts' : 'out/main/node.cjs'
  const args = ['--print-link', '--data', dataFolder, ...(start.args ?? [])]
  const child = spawn(process.execPath, [...nodeArgs, join(root, entry), ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, LANG: 'en_GB.UTF-8', ...start.env },
  })
  const { stdout, stderr } = child
  if (!stdout || !stderr) throw new Error('the host has no output')
  let said = ''
  stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8')
  })
  // Somebody may have changed a source in between; that line is not what a test asks about.
  return { child, stdout, said: () => said.replace(/^Preparing Lull.*\n/m, '') }
}

/** A host that ends by itself. @returns its exit code, what it told the person, and what it printed for programs. */
export async function endedHost(dataFolder: string, start: HostStart = {}) {
  const { child, stdout, said } = spawnHost(dataFolder, [], start)
  const printed = text(stdout)
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, said: said(), printed: await printed }
}

/** @param preload a CommonJS file loaded first, there and in every Node process the host forks. */
export async function startHost(
  dataFolder: string,
  preload: { file: string; env: Record<string, string> } | null = null,
  start: HostStart = {},
): Promise<RunningHost> {
  const nodeArgs = preload ? ['--require', preload.file] : []
  const env = { ...preload?.env, ...start.env }
  const { child, stdout, said } = spawnHost(dataFolder, nodeArgs, { ...start, env })
  const lines = createInterface(stdout)
  const link = await new Promise<string>((resolve, reject) => {
    lines.once('line', resolve)
    child.once('exit', () => reject(new Error(`the host ended: ${said()}`)))
  })
  return {
    link,
    child,
    said,
    gone: once(child, 'exit'),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
      child.kill('SIGINT')
      const [code] = (await once(child, 'exit')) as [number | null]
      return code
    },
  }
}

export function openChromium(): Promise<Browser> {
  // Root in a container has no sandbox to give; a person's browser does.
  return chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox'] })
}
