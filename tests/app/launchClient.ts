/** Lets a test speak to the engine of a running app as a page does, for what has no button of its own. */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import type { BreakView } from '../../electron/contract/breaks.ts'
import type { EngineClient } from '../../electron/contract/index.ts'
import type { Settings } from '../../electron/contract/settings.ts'
import type { TestDoor } from './launchClientEntry.ts'
import { root } from './launchData.ts'
import type { RunningApp } from './launchElectron.ts'

type Given = typeof globalThis & { lullTestDoor: TestDoor }

let script: Promise<string> | null = null

async function bundled(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    root,
    build: {
      write: false,
      target: 'chrome111',
      lib: { entry: join(root, 'tests/app/launchClientEntry.ts'), formats: ['iife'], name: 'lullTest' },
    },
  })) as Rolldown.RolldownOutput[]
  const code = built[0]?.output[0].code
  if (!code) throw new Error('nothing was built')
  return code
}

type Part = 'breaks' | 'shell'
type Call<Of extends Part> = (name: keyof EngineClient[Of], input?: unknown) => Promise<unknown>

export interface AppClient {
  breaks: Call<'breaks'>
  shell: Call<'shell'>
  change(settings: Parameters<EngineClient['settings']['change']>[0]): Promise<unknown>
  breakSettings(): Promise<Settings['breaks']>
  /** The newest state of pauses. */
  view(): Promise<BreakView | null>
  views(): Promise<TestDoor['views']>
}

type Running = Pick<RunningApp, 'app'>

/** A page of the app in a hidden window of its own. */
export async function hiddenPage({ app }: Running, address: string): Promise<Page> {
  const opened = app.waitForEvent('window')
  await app.evaluate(async ({ app: main, BrowserWindow }, wanted) => {
    const own = new BrowserWindow({
      show: false,
      webPreferences: { preload: `${main.getAppPath()}/out/preload/index.cjs`, sandbox: true },
    })
    // A page that is not there has the right origin as well.
    await own.loadURL(wanted).catch(() => {})
    Object.assign(globalThis, { lullTestPage: own.webContents })
  }, address)
  return await opened
}

/** What the popup's page is given once it has loaded goes to the newest hidden page instead, once. */
export const giveConnection = ({ app }: Running) =>
  app.evaluate(({ BrowserWindow }) => {
    const popup = BrowserWindow.getAllWindows()
      .map(({ webContents }) => webContents)
      .find((one) => one.getURL().includes('window=popup'))
    const { lullTestPage } = globalThis as unknown as { lullTestPage: Electron.WebContents }
    if (!popup) throw new Error('no popup')
    popup.postMessage = (...given) => {
      Reflect.deleteProperty(popup, 'postMessage')
      lullTestPage.postMessage(...given)
    }
    popup.emit('did-finish-load')
  })

/** A new engine needs a new client. */
export async function appClient(running: Running): Promise<AppClient> {
  script ??= bundled()
  const page = await hiddenPage(running, 'app://lull/empty')
  await page.evaluate(await script)
  await giveConnection(running)
  const views = () => page.evaluate(() => (globalThis as Given).lullTestDoor.views)
  await page.waitForFunction(() => (globalThis as Given).lullTestDoor.views.length > 0)
  const calling = (part: Part) => (name: string, input?: unknown) =>
    page.evaluate(
      ([of, called, given]) => {
        const { client } = (globalThis as Given).lullTestDoor
        const procedures = client?.[of] as unknown as Record<string, (input: unknown) => Promise<unknown>>
        return procedures[called]?.(given)
      },
      [part, name, input] as const,
    )
  return {
    breaks: calling('breaks'),
    shell: calling('shell'),
    change: (settings) =>
      page.evaluate((given) => (globalThis as Given).lullTestDoor.client?.settings.change(given), settings),
    breakSettings: () =>
      page.evaluate(async () => {
        const settings = await (globalThis as Given).lullTestDoor.client?.settings.current()
        if (!settings) throw new Error('no engine')
        return settings.breaks
      }),
    view: async () => (await views()).at(-1)?.view ?? null,
    views,
  }
}
