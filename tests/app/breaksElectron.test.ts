/** Pauses in the real desktop app on two displays: over all of them, gone when anything fails, and the keyboard given back. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type AppClient, appClient } from './launchClient.ts'
import { preparedData } from './launchData.ts'
import { appCommand, electronMissing, openApp, type RunningApp, screenshot } from './launchElectron.ts'
import { type ForeignWindow, foreignWindow } from './launchForeignWindow.ts'
import { descendants } from './launchProcesses.ts'

const patience = { timeout: 20_000, interval: 20 }
/** Two seconds, and what a busy machine takes besides. */
const WATCHDOG_MS = 3_500

interface FakeDisplay {
  id: number
  x: number
  width: number
}
/** Halves of the one screen that Xvfb has. */
const left: FakeDisplay = { id: 101, x: 0, width: 640 }
const right: FakeDisplay = { id: 102, x: 640, width: 640 }

let folder: string
let one: RunningApp
let client: AppClient
let foreign: ForeignWindow | null = null

/**
 * A stand-in: no X server at hand shows Chromium two displays, so the shell is told of two, each half of the real one.
 * Windows, their places, focus and drawing are real.
 */
const standIn = (displays: FakeDisplay[]) =>
  one.app.evaluate(({ screen }, given) => {
    const all = given.map(({ id, x, width }) => {
      const bounds = { x, y: 0, width, height: 800 }
      return { ...screen.getPrimaryDisplay(), id, bounds, workArea: bounds }
    })
    const at = (x: number) => all.find(({ bounds }) => x < bounds.x + bounds.width) ?? all[0]
    Object.assign(screen, {
      getAllDisplays: () => all,
      getDisplayNearestPoint: (point: Electron.Point) => at(point.x),
      getDisplayMatching: (box: Electron.Rectangle) => at(box.x),
    })
    screen.emit('display-added')
  }, displays)

interface Shown {
  address: string
  x: number
  width: number
  isVisible: boolean
  isFocused: boolean
}
const windows = (of: 'pause' | 'nudge'): Promise<Shown[]> =>
  one.app.evaluate(
    ({ BrowserWindow }, name) =>
      BrowserWindow.getAllWindows()
        .filter((window) => window.webContents.getURL().includes(`window=${name}`))
        .map((window) => ({
          address: window.webContents.getURL(),
          ...window.getBounds(),
          isVisible: window.isVisible(),
          isFocused: window.isFocused(),
        }))
        .sort((a, b) => a.x - b.x),
    of,
  )
const isUp = async (of: 'pause' | 'nudge') => (await windows(of)).filter(({ isVisible }) => isVisible).length
const pages = (of: 'pause' | 'nudge'): Page[] =>
  one.app.windows().filter((page) => page.url().includes(`window=${of}`))

/** The small window is as high as what it says: nothing to scroll, and not the height it was made with. */
const fitsItsContent = () =>
  pages('nudge')[0]?.evaluate(() => {
    const page = document.querySelector('main')
    return page !== null && page.scrollHeight <= page.clientHeight && innerHeight !== 220
  })

const start = () => client.breaks('start', { kind: 'pause', arm: null })
const running = async () => (await client.view())?.running ?? null

const isPopupUp = () =>
  one.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some(
      (window) => window.webContents.getURL().includes('window=popup') && window.isVisible(),
    ),
  )

/** Does something to each window of a pause as soon as it is made, before it has loaded anything. */
const meddle = (how: 'hang' | 'unreachable', displays: string[]) =>
  one.app.evaluate(
    ({ app }, [what, whose]) => {
      app.on('browser-window-created', (_event, window) => {
        const load = window.loadURL.bind(window)
        window.loadURL = async (address, options) => {
          if (!whose.some((id) => address.includes(`display=${id}`))) return load(address, options)
          if (what === 'unreachable') return load('https://example.org/', options)
          window.webContents.once('dom-ready', () => {
            const pid = window.webContents.getOSProcessId()
            process.kill(pid, 'SIGSTOP')
            process.once('exit', () => process.kill(pid, 'SIGKILL'))
          })
          return load(address, options)
        }
      })
    },
    [how, displays] as const,
  )

const killEngine = () => {
  const engine = descendants(one.pid).find(({ args }) => args.includes('utility.cjs'))
  if (!engine) throw new Error('no engine process')
  process.kill(engine.pid, 'SIGKILL')
}

describe.skipIf(electronMissing !== null)('pauses in the desktop app', () => {
  beforeEach(async () => {
    folder = await preparedData(null)
    one = await openApp(folder, ['--hidden'])
    await standIn([left, right])
    client = await appClient(one)
  })
  afterEach(async () => {
    foreign?.close()
    foreign = null
    await one.end()
  })

  async function overlayUp(): Promise<void> {
    await client.change({ breaks: { ...(await settings()), form: 'overlay' } })
    await start()
    await expect.poll(() => isUp('pause'), patience).toBe(2)
    await expect.poll(async () => (await client.view())?.drawn.toSorted(), patience).toEqual(['101', '102'])
  }
  /** And its page listens: keys of its first moments are not meant for it. */
  async function hasKeyboard(): Promise<void> {
    await expect
      .poll(async () => (await windows('pause')).some(({ isFocused }) => isFocused), patience)
      .toBe(true)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  const settings = () => client.breakSettings()

  it('offers in the corner without taking the keyboard, and covers every display only when it is begun', async () => {
    foreign = foreignWindow({ x: 100, y: 100, width: 200, height: 200 })
    foreign.focus()
    foreign.pointTo(150, 150)
    await client.change({ breaks: { ...(await settings()), form: 'overlay' } })
    await client.breaks('showOnPurpose')
    await expect.poll(() => isUp('nudge'), patience).toBe(1)
    await expect.poll(async () => (await client.view())?.drawn, patience).toEqual(['corner'])
    expect(foreign.hasFocus()).toBe(true)
    expect(await isUp('pause')).toBe(0)
    const [nudge] = await windows('nudge')
    // Bottom right of the display with the pointer.
    expect(nudge).toMatchObject({ width: 340, x: 640 - 340 - 12 })
    await expect.poll(fitsItsContent, patience).toBe(true)

    // A click in its first moments was meant for what stood there before, and is swallowed.
    await new Promise((resolve) => setTimeout(resolve, 500))
    await pages('nudge')[0]
      ?.getByRole('button', { name: /^Start/ })
      .click()
    await expect.poll(() => isUp('pause'), patience).toBe(2)
    expect(await windows('nudge')).toEqual([])
  })

  it('stands on both displays with the same end, and leaves both at once, with the keyboard given back', async () => {
    foreign = foreignWindow({ x: 100, y: 100, width: 200, height: 200 })
    foreign.focus()
    foreign.pointTo(150, 150)
    await overlayUp()
    const both = await windows('pause')
    expect(both.map(({ address, x, width }) => [address.match(/display=(\d+)/)?.[1], x, width])).toEqual([
      ['101', 0, 640],
      ['102', 640, 640],
    ])
    const ends = await Promise.all(
      pages('pause').map((page) =>
        page
          .getByText(/\d\d:\d\d/)
          .first()
          .textContent(),
      ),
    )
    expect(new Set(ends).size).toBe(1)
    const drawnAt = async (display: string) =>
      (await client.views()).find(({ view }) => view.drawn.includes(display))?.atMs ?? 0
    expect(Math.abs((await drawnAt('101')) - (await drawnAt('102')))).toBeLessThan(1_000)

    // The one where the pointer is has the keyboard, so that Esc works.
    await hasKeyboard()
    expect((await windows('pause')).map(({ isFocused }) => isFocused)).toEqual([true, false])
    foreign.keys()
    foreign.press('Escape')
    await expect.poll(() => windows('pause'), patience).toEqual([])
    expect(await running()).toBeNull()
    foreign.press('a')
    await expect.poll(() => foreign?.keys(), patience).toEqual(['a'])
  })

  it('takes no key that was under way when it came', async () => {
    foreign = foreignWindow({ x: 100, y: 100, width: 200, height: 200 })
    foreign.focus()
    await client.change({ breaks: { ...(await settings()), form: 'overlay' } })
    await start()
    await expect.poll(() => isUp('pause'), { ...patience, interval: 5 }).toBeGreaterThan(0)
    // Within the first moments, as someone who is writing would.
    for (const key of ['a', 'space', 'Return', 'Escape']) foreign.press(key)
    expect(foreign.keys()).toEqual(['a', 'space', 'Return', 'Escape'])
    expect(await running()).not.toBeNull()
  })

  it('takes a window that never draws away after two seconds, and the pause goes on beside it', async () => {
    await meddle('hang', ['102'])
    await client.change({ breaks: { ...(await settings()), form: 'overlay' } })
    const since = performance.now()
    await start()
    await expect
      .poll(async () => (await running())?.displays, { ...patience, timeout: 6_000 })
      .toEqual(['101'])
    expect(performance.now() - since).toBeLessThan(WATCHDOG_MS + 1_000)
    expect((await windows('pause')).map(({ x }) => x)).toEqual([0])
  })

  it('gives the desktop back when no window draws', async () => {
    foreign = foreignWindow({ x: 100, y: 100, width: 200, height: 200 })
    foreign.focus()
    foreign.pointTo(150, 150)
    await meddle('hang', ['101', '102'])
    await client.change({ breaks: { ...(await settings()), form: 'overlay' } })
    await start()
    await expect.poll(running, { ...patience, timeout: 6_000 }).toBeNull()
    expect(await windows('pause')).toEqual([])
    foreign.press('a')
    await expect.poll(() => foreign?.keys(), patience).toContain('a')
  })

  it('takes a window whose page cannot be loaded away at once', async () => {
    await meddle('unreachable', ['101'])
    await client.change({ breaks: { ...(await settings()), form: 'overlay' } })
    const since = performance.now()
    await start()
    await expect.poll(async () => (await running())?.displays, patience).toEqual(['102'])
    expect(performance.now() - since).toBeLessThan(2_000)
  })

  it('follows displays that go, change and come in the middle of it', async () => {
    await overlayUp()
    await standIn([left])
    await expect.poll(async () => (await windows('pause')).map(({ x }) => x), patience).toEqual([0])
    await expect.poll(async () => (await running())?.displays, patience).toEqual(['101'])
    await standIn([
      { ...left, width: 500 },
      { id: 103, x: 500, width: 780 },
    ])
    await expect
      .poll(
        async () => (await windows('pause')).map(({ x, width, isVisible }) => [x, width, isVisible]),
        patience,
      )
      .toEqual([
        [0, 500, true],
        [500, 780, true],
      ])
    expect((await running())?.displays).toEqual(['101', '103'])
  })

  it('closes by itself when the engine dies in it and does not come back', async () => {
    await overlayUp()
    await one.app.evaluate(() => {
      process.env.LULL_ENGINE_NODE = '/nowhere'
    })
    killEngine()
    const since = performance.now()
    await expect.poll(() => windows('pause'), { ...patience, timeout: 8_000 }).toEqual([])
    expect(performance.now() - since).toBeLessThan(5_000)
  })

  it('gets a person out by Esc when the engine hangs', async () => {
    foreign = foreignWindow({ x: 100, y: 100, width: 200, height: 200 })
    await overlayUp()
    await hasKeyboard()
    const engine = descendants(one.pid).find(({ args }) => args.includes('utility.cjs'))
    if (!engine) throw new Error('no engine process')
    process.kill(engine.pid, 'SIGSTOP')
    try {
      foreign.press('Escape')
      await expect.poll(() => windows('pause'), { ...patience, timeout: 5_000 }).toEqual([])
    } finally {
      process.kill(engine.pid, 'SIGCONT')
    }
  })

  it('stays against Alt+F4 and Esc where the person chose strict', async () => {
    foreign = foreignWindow({ x: 100, y: 100, width: 200, height: 200 })
    await client.change({ breaks: { ...(await settings()), isStrict: true } })
    await overlayUp()
    await one.app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) {
        if (window.webContents.getURL().includes('window=pause')) window.close()
      }
    })
    await hasKeyboard()
    foreign.press('Escape')
    // Nothing is to happen, for longer than it takes to happen otherwise.
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    expect(await isUp('pause')).toBe(2)
    expect(await running()).toMatchObject({ isStrict: true })
  })

  it('is begun, left and silenced by a second start that brings an order, which opens nothing else', async () => {
    const tell = async (...words: string[]) => {
      const { path, args, env } = appCommand(folder)
      const [code] = await once(spawn(path, [...args, ...words], { env, stdio: 'ignore' }), 'exit')
      return code as number | null
    }
    expect(await tell('break', 'now')).toBe(0)
    await expect.poll(running, patience).toMatchObject({ kind: 'pause', form: 'corner' })
    await expect.poll(() => isUp('nudge'), patience).toBe(1)
    expect(await tell('break', 'skip')).toBe(0)
    await expect.poll(running, patience).toBeNull()
    expect(await tell('pause', '45m')).toBe(0)
    await expect
      .poll(async () => (await client.view())?.pausedUntilMs, patience)
      .toBeGreaterThan(Date.now() + 44 * 60_000)
    expect(await tell('pause', '$(reboot)')).toBe(0)
    expect(await tell('resume')).toBe(0)
    await expect.poll(async () => (await client.view())?.pausedUntilMs, patience).toBeNull()
    expect(await isPopupUp()).toBe(false)
    await one.end()
    expect(await tell('break', 'now')).toBe(3)
  })

  it('has the help for a hard moment behind a shortcut, and also when nothing answers underneath', async () => {
    const accelerator = 'CommandOrControl+Alt+Space'
    const isHeld = () =>
      one.app.evaluate(({ globalShortcut }, keys) => globalShortcut.isRegistered(keys), accelerator)
    await expect.poll(isHeld, patience).toBe(true)
    await client.change({ panicShortcut: null })
    await expect.poll(isHeld, patience).toBe(false)
    await client.change({ panicShortcut: accelerator })
    await expect.poll(isHeld, patience).toBe(true)
    await one.app.evaluate(() => {
      process.env.LULL_ENGINE_NODE = '/nowhere'
    })
    killEngine()
    foreign = foreignWindow({ x: 100, y: 100, width: 200, height: 200 })
    foreign.press('Control_L', 'Alt_L', 'space')
    await expect.poll(isPopupUp, patience).toBe(true)
    await one.popup.getByRole('dialog', { name: 'A hard moment' }).waitFor()
  })

  it('opens the popup for what a page wants of it', async () => {
    await client.shell('openPopup', { wish: 'checkin' })
    await expect.poll(isPopupUp, patience).toBe(true)
    await one.popup.getByRole('dialog', { name: 'How are you?' }).waitFor()
    await one.popup.keyboard.press('Escape')
    await client.shell('openPopup', { wish: 'panic' })
    await one.popup.getByRole('dialog', { name: 'A hard moment' }).waitFor()
  })

  it('gives the keyboard back to a window of its own', async () => {
    await client.shell('openHome', { place: 'settings' })
    const home = () =>
      one.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .find((window) => window.webContents.getURL().includes('window=home'))
          ?.isFocused(),
      )
    await expect.poll(home, patience).toBe(true)
    await overlayUp()
    await expect.poll(home, patience).toBe(false)
    await client.breaks('answer', { id: (await running())?.id ?? 0, answer: { say: 'finish' } })
    await expect.poll(home, patience).toBe(true)
  })

  it.each(['light', 'dark'] as const)('looks like this, %s', async (theme) => {
    await client.change({ theme })
    await client.breaks('showOnPurpose')
    await expect.poll(async () => (await client.view())?.drawn, patience).toEqual(['corner'])
    const shot = async (of: 'pause' | 'nudge', name: string) => {
      await new Promise((resolve) => setTimeout(resolve, 800))
      const page = pages(of)[0]
      if (page) await screenshot(page, `pause-${name}-${theme}`)
    }
    await shot('nudge', 'offer')
    const id = (await client.view())?.offer?.id ?? 0
    await client.breaks('answer', { id, answer: { say: 'start' } })
    await expect.poll(running, patience).not.toBeNull()
    await pages('nudge')[0]?.getByText('Back to work').waitFor()
    await expect.poll(fitsItsContent, patience).toBe(true)
    await shot('nudge', 'corner')
    await client.breaks('answer', { id, answer: { say: 'finish' } })
    await overlayUp()
    await shot('pause', 'overlay')
  })
})
