/** Starts Lull and the empty reference app in the same real Electron, for the benches that compare them. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { _electron, type ElectronApplication } from 'playwright-core'
import { freshFolder, preparedData, root } from '../app/launchData.ts'
import { appCommand, electronMissing } from '../app/launchElectron.ts'

/** Why the Electron benches cannot run here, or null when they can. */
export const whyNoElectron = electronMissing

export type App = 'empty' | 'lull'

/** The same Electron and the same flags; Lull on prepared data, as on the second day. */
async function command(app: App) {
  const { path, args, env } = appCommand(app === 'lull' ? await preparedData(null) : freshFolder())
  if (app === 'lull') return { path, args, env }
  const own = [join(root, 'tests/bench/emptyApp'), `--user-data-dir=${freshFolder()}`]
  return { path, args: [...own, ...args.filter((arg) => arg !== root)], env }
}

export interface Running {
  pid: number
  stop(): Promise<void>
}

/** Starts an app hidden and leaves it alone, for idle measurements. */
export async function startAlone(app: App): Promise<Running> {
  const { path, args, env } = await command(app)
  const child = spawn(path, [...args, '--hidden'], { env, stdio: 'ignore' })
  const gone = once(child, 'exit')
  return {
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM')
      await gone
    },
  }
}

export interface Watched {
  app: ElectronApplication
  /** Milliseconds from launching to a field one can write in. */
  usableAfterMs: number
  stop(): Promise<void>
}

/** Starts an app and waits for its field. */
export async function startWatched(app: App): Promise<Watched> {
  const { args, env } = await command(app)
  const start = performance.now()
  const running = await _electron.launch({ args, env })
  const page = await running.firstWindow()
  await page.waitForSelector('textarea', { state: 'attached' })
  const usableAfterMs = performance.now() - start
  const gone = once(running.process(), 'exit')
  return {
    app: running,
    usableAfterMs,
    async stop() {
      // The answer may be lost with the process that gives it.
      void running.evaluate(({ app: main }) => main.quit()).catch(() => {})
      await gone
    },
  }
}
