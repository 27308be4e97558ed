/** Which door `npm start` opens, decided from what is at hand. */
import type { ElectronBinary } from './electronBinary.ts'
import type { StartOptions } from './options.ts'

/** Older Electrons carry a Node that the native modules do not load in. */
const OLDEST_ENGINE_ELECTRON = 40

export interface StartFacts {
  options: StartOptions
  platform: NodeJS.Platform
  /** The process runs as root. */
  isRoot: boolean
  /** A screen to draw on. */
  hasDisplay: boolean
  /** Null: not there and not to be had. Undefined: not there, nobody tried yet. */
  electron: ElectronBinary | null | undefined
}

export type StartPlan =
  | { door: 'fetch' }
  | { door: 'browser'; line: string | null }
  | {
      door: 'electron'
      path: string
      args: string[]
      line: string | null
      /** Run the engine in the launcher's own Node. */
      engineInNode: boolean
    }

export function planStart(facts: StartFacts): StartPlan {
  const { options, electron } = facts
  if (options.browser) return { door: 'browser', line: null }
  if (facts.platform === 'linux' && !facts.hasDisplay) {
    return { door: 'browser', line: 'There is no display here, so Lull opens in the browser.' }
  }
  if (electron === undefined) return { door: 'fetch' }
  if (electron === null) {
    return { door: 'browser', line: 'Electron could not be fetched, so Lull opens in the browser.' }
  }
  const rootOnLinux = facts.platform === 'linux' && facts.isRoot
  return {
    door: 'electron',
    path: electron.path,
    args: options.noSandbox || rootOnLinux ? ['--no-sandbox'] : [],
    line:
      rootOnLinux && !options.noSandbox
        ? 'You are root: Electron has no sandbox then. An ordinary account is safer.'
        : null,
    engineInNode: electron.major !== null && electron.major < OLDEST_ENGINE_ELECTRON,
  }
}

/** Whether Electron's end was a failure to start, which the browser host can still make good. */
export function failedToStart(code: number | null, ranMs: number): boolean {
  return code !== 0 && ranMs < 10_000
}

/** A sentence when this Node cannot run Lull, else null. */
export function nodeProblem(version: string): string | null {
  const major = Number.parseInt(version.replace(/^v/, ''), 10)
  if (major >= 24) return null
  return `Lull runs on Node 24, which "npm ci" brings along; this is ${version}. Start it with "npm start", and run "npm ci" first.`
}
