/** Starts Lull and the empty reference app in the same real Electron, for the benches that compare them. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type ElectronApplication, _electron as electron } from 'playwright-core'

export const root = resolve(import.meta.dirname, '../..')
export const emptyApp = join(root, 'tests/bench/emptyApp')

/** Path of an Electron binary, or null where none can be had. */
export function electronBinary(): string | null {
  try {
    const path = createRequire(import.meta.url)('electron') as string
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}

/** Why the Electron benches cannot run here, or null when they can. */
export function whyNoElectron(): string | null {
  if (!process.env.DISPLAY) return 'no display: run it under xvfb-run'
  if (!process.env.ELECTRON_OVERRIDE_DIST_PATH && !existsSync(join(root, 'node_modules/electron/dist'))) {
    return 'no Electron binary: run npm start once where it can be fetched'
  }
  return electronBinary() ? null : 'no Electron binary'
}

const flags = ['--no-sandbox', '--disable-gpu']

/** A fresh data folder and the environment a person would have. */
function environment(): { env: Record<string, string>; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'lull-bench-'))
  const env: Record<string, string> = { LULL_DATA: join(folder, 'data'), LULL_ENGINE_NODE: process.execPath }
  for (const [key, value] of Object.entries(process.env)) {
    if (value !== undefined && !key.startsWith('LULL_')) env[key] = value
  }
  return { env, folder }
}

export interface Running {
  pid: number
  stop(): Promise<void>
}

/** Starts an app and leaves it alone, for idle measurements. */
export function startAlone(app: string): Running {
  const binary = electronBinary()
  if (!binary) throw new Error('no Electron binary')
  const { env, folder } = environment()
  const child: ChildProcess = spawn(binary, [app, ...flags, `--user-data-dir=${join(folder, 'profile')}`], {
    env,
    stdio: 'ignore',
  })
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  return {
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM')
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Starts an app under playwright's eyes. */
export async function startWatched(
  app: string,
): Promise<{ app: ElectronApplication; stop(): Promise<void> }> {
  const binary = electronBinary()
  if (!binary) throw new Error('no Electron binary')
  const { env, folder } = environment()
  const running = await electron.launch({
    executablePath: binary,
    args: [app, ...flags, `--user-data-dir=${join(folder, 'profile')}`],
    env,
    cwd: root,
  })
  return {
    app: running,
    async stop() {
      await running.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
