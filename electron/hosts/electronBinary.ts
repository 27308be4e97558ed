/** Finds Electron's binary, or fetches it the first time where its release host can be reached. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import http from 'node:http'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { say } from './say.ts'

/** How long an unreachable release host may hold up the start. */
const REACH_PATIENCE_MS = 8_000
const FETCH_PATIENCE_MS = 15 * 60_000

export interface ElectronBinary {
  path: string
  /** Major version, or null when the folder does not say. */
  major: number | null
}

const packageFolder = (root: string) =>
  dirname(createRequire(join(root, 'package.json')).resolve('electron/package.json'))

const binaryName = (platform: NodeJS.Platform) =>
  platform === 'darwin'
    ? 'Electron.app/Contents/MacOS/Electron'
    : platform === 'win32'
      ? 'electron.exe'
      : 'electron'

/** The binary in ELECTRON_OVERRIDE_DIST_PATH, else the installed one, else null. */
export function findElectron(
  root: string,
  env: Record<string, string | undefined> = process.env,
): ElectronBinary | null {
  const folder = env.ELECTRON_OVERRIDE_DIST_PATH || join(packageFolder(root), 'dist')
  const path = join(folder, binaryName(process.platform))
  const version = join(folder, 'version')
  if (!existsSync(path)) return null
  const major = existsSync(version)
    ? Number.parseInt(readFileSync(version, 'utf8').replace(/^v/, ''), 10)
    : NaN
  return { path, major: Number.isNaN(major) ? null : major }
}

/** Where `electron/install.js` would fetch the binary from, by the same variables. */
export function electronAddress(
  version: string,
  env: Record<string, string | undefined>,
  platform: NodeJS.Platform = process.platform,
  arch: string = process.arch,
): string {
  const setting = (name: string) =>
    env[`npm_config_electron_${name}`] || env[`ELECTRON_${name.toUpperCase()}`] || undefined
  const base = setting('mirror') ?? 'https://github.com/electron/electron/releases/download/'
  const folder = (setting('custom_dir') ?? `v${version}`).replace('{{ version }}', version)
  const file = setting('custom_filename') ?? `electron-v${version}-${platform}-${arch}.zip`
  return `${base}${folder}/${file}`
}

/** Fetches the binary if its host answers in time. @returns it, or null with the reason said. */
export async function fetchElectron(root: string): Promise<ElectronBinary | null> {
  const folder = packageFolder(root)
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  if (!(await answers(electronAddress(version, process.env)))) return null
  say('Fetching Electron (about 120 MB, once)…')
  const child = spawn(process.execPath, [join(folder, 'install.js')], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'ignore'],
    // NODE_USE_ENV_PROXY lets Node's own fetch honour HTTP(S)_PROXY, as npm did for the packages.
    env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
    timeout: FETCH_PATIENCE_MS,
  })
  await new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  })
  return findElectron(root)
}

async function answers(address: string): Promise<boolean> {
  try {
    http.setGlobalProxyFromEnv?.()
    const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(REACH_PATIENCE_MS) })
    return answer.ok
  } catch {
    return false
  }
}
