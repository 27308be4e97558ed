/** The real Electron app under a display that is already there, driven from outside. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { findElectron } from '../../electron/hosts/electronBinary.ts'
import { startOptions } from '../../electron/hosts/options.ts'
import { planStart } from '../../electron/hosts/planStart.ts'
import { root } from './launchData.ts'

const electron = findElectron(root)

/** Why the app cannot be opened here, or null when it can. */
export const electronMissing =
  electron === null
    ? 'no Electron binary: set ELECTRON_OVERRIDE_DIST_PATH, or let npm start fetch one'
    : process.platform === 'linux' && !process.env.DISPLAY
      ? 'no display: run under xvfb-run'
      : null

/** The command line the launcher would use. */
export function appCommand(dataFolder: string, more: string[] = []) {
  const plan = planStart({
    options: startOptions([]),
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    hasDisplay: true,
    electron,
  })
  if (plan.door !== 'electron') throw new Error(electronMissing ?? 'no Electron')
  return {
    path: plan.path,
    args: [root, ...plan.args, '--disable-gpu', ...more],
    env: {
      ...(process.env as Record<string, string>),
      LULL_DATA: dataFolder,
      LANG: 'en_GB.UTF-8',
      ...(plan.engineInNode ? { LULL_ENGINE_NODE: process.execPath } : {}),
    },
  }
}

export interface RunningApp {
  app: ElectronApplication
  popup: Page
  pid: number
  /** Quits as the tray does, and waits until the process is gone. Safe to call twice. */
  end(): Promise<void>
}

export async function openApp(dataFolder: string, more: string[] = []): Promise<RunningApp> {
  const { args, env } = appCommand(dataFolder, more)
  // Without a path of ours: only then does playwright hold the app back until it listens, and misses no window.
  const app = await _electron.launch({ args, env })
  const child = app.process()
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const popup = await app.firstWindow()
  await popup.getByRole('textbox').or(popup.getByRole('button')).first().waitFor()
  return {
    app,
    popup,
    pid: child.pid ?? 0,
    async end() {
      if (child.exitCode === null && child.signalCode === null) {
        // The answer may be lost with the process that gives it.
        void app.evaluate(({ app: main }) => main.quit()).catch(() => {})
        await gone
      }
    },
  }
}

/** Pictures to look at, kept out of the repository. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = join(root, 'test-results')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
