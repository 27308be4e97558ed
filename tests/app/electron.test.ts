/** The desktop app as a person uses it: opening, words, Esc, trouble underneath, and quitting. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { preparedData } from './launchData.ts'
import { appCommand, electronMissing, openApp, type RunningApp, screenshot } from './launchElectron.ts'
import { descendants, heldModel, isRunning } from './launchProcesses.ts'

if (electronMissing) process.stderr.write(`Electron tests are skipped: ${electronMissing}\n`)

let running: RunningApp | null = null
afterEach(async () => {
  await running?.end()
  running = null
})

async function open(...given: Parameters<typeof openApp>): Promise<RunningApp> {
  running = await openApp(...given)
  return running
}

const patience = { timeout: 20_000, interval: 50 }
const composer = (page: Page) => page.getByRole('textbox', { name: 'Your message' })
const isShown = ({ app }: RunningApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false)
/** What a second start of Lull does, and the tray's click: the popup comes up. */
const summon = ({ app }: RunningApp) => app.evaluate(({ app: main }) => main.emit('second-instance'))

async function say(page: Page, text: string): Promise<void> {
  await composer(page).fill(text)
  await composer(page).press('Enter')
}

const replies = (page: Page) => page.getByRole('button', { name: 'What to do with this reply' })
const engineOf = (one: RunningApp) => descendants(one.pid).find(({ args }) => args.includes('utility.cjs'))

describe.skipIf(electronMissing !== null)('the desktop app', () => {
  it('waits hidden, comes when called with the cursor in place, and leaves with Esc', async () => {
    const one = await open(await preparedData('chat'), ['--hidden'])
    expect(await isShown(one)).toBe(false)
    await summon(one)
    await expect.poll(() => isShown(one), patience).toBe(true)
    await expect
      .poll(() => composer(one.popup).evaluate((box) => box === document.activeElement), patience)
      .toBe(true)
    await composer(one.popup).fill('half a thought')
    await one.popup.keyboard.press('Escape')
    await expect.poll(() => isShown(one), patience).toBe(false)
    await summon(one)
    await expect.poll(() => isShown(one), patience).toBe(true)
    expect(await composer(one.popup).inputValue()).toBe('half a thought')
  })

  it('opens by itself for a person, and holds the global shortcut', async () => {
    const one = await open(await preparedData(null))
    await expect.poll(() => isShown(one), patience).toBe(true)
    const held = () =>
      one.app.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('CommandOrControl+Shift+Space'))
    await expect.poll(held, patience).toBe(true)
  })

  it('streams a reply, and keeps the talk over a restart', async () => {
    const folder = await preparedData('chat')
    const one = await open(folder)
    await say(one.popup, 'A long morning, and it is only ten.')
    await expect.poll(() => replies(one.popup).count(), patience).toBe(1)
    await screenshot(one.popup, 'electron-talk')
    await one.end()
    const again = await open(folder)
    await again.popup.getByText('A long morning').first().waitFor()
  })

  it('stops a reply when asked, and says so', async () => {
    const one = await open(await preparedData('endless'))
    const letGo = await heldModel(one.pid)
    await say(one.popup, 'Tell me something endless.')
    await one.popup.getByRole('button', { name: 'Stop', exact: true }).click()
    letGo()
    await one.popup.getByText('You stopped here.').first().waitFor()
  })

  it('goes on after the engine was killed under it, with nothing lost', async () => {
    const one = await open(await preparedData('chat'))
    await say(one.popup, 'Before the trouble.')
    await expect.poll(() => replies(one.popup).count(), patience).toBe(1)
    const engine = engineOf(one)
    if (!engine) throw new Error('no engine process')
    process.kill(engine.pid, 'SIGKILL')
    await expect.poll(() => engineOf(one)?.pid ?? engine.pid, patience).not.toBe(engine.pid)
    await say(one.popup, 'After the trouble.')
    await expect.poll(() => replies(one.popup).count(), patience).toBe(2)
    await one.popup.getByText('Before the trouble.').first().waitFor()
  })

  it('opens the home window where it is asked to, once', async () => {
    const one = await open(await preparedData(null))
    const opened = one.app.waitForEvent('window')
    await one.popup.getByRole('button', { name: 'More', exact: true }).click()
    await one.popup.getByRole('menuitem', { name: 'Settings' }).click()
    const home = await opened
    await expect.poll(() => home.url(), patience).toBe('app://lull/index.html?window=home#/settings')
    await home.getByRole('heading', { name: 'Settings' }).waitFor()
    await screenshot(home, 'electron-home')
    // Asked for again, it is not loaded anew: words begun there would be gone.
    await home.evaluate(() => {
      document.body.dataset.stayed = 'yes'
    })
    for (const place of ['Settings', 'Models']) {
      await summon(one)
      await one.popup.getByRole('button', { name: 'More', exact: true }).click()
      await one.popup.getByRole('menuitem', { name: place }).click()
    }
    await expect.poll(() => home.url(), patience).toContain('#/models')
    expect(await home.evaluate(() => document.body.dataset.stayed)).toBe('yes')
    expect(one.app.windows()).toHaveLength(2)
  })

  it('has no menu entry that reloads a page or leads to the web', async () => {
    const one = await open(await preparedData(null), ['--hidden'])
    const roles = await one.app.evaluate(({ Menu }) =>
      (Menu.getApplicationMenu()?.items ?? []).flatMap((item) => [
        item.role,
        ...(item.submenu?.items ?? []).map(({ role }) => role),
      ]),
    )
    const named = roles.map((role) => String(role).toLowerCase())
    expect(named).toContain('editmenu')
    expect(named).toContain('zoomin')
    for (const unwanted of ['help', 'reload', 'forcereload']) expect(named).not.toContain(unwanted)
  })

  it('lets a page out nowhere', async () => {
    const one = await open(await preparedData(null))
    const { popup } = one
    const before = popup.url()
    const tried = await popup.evaluate(async () => {
      const failed = (attempt: () => unknown) =>
        Promise.resolve()
          .then(attempt)
          .then(
            () => 'done',
            () => 'refused',
          )
      return {
        node: typeof (globalThis as Record<string, unknown>).require,
        opened: window.open('https://example.org') === null,
        web: await failed(() => fetch('https://example.org')),
        loopback: await failed(() => fetch('http://127.0.0.1:1')),
        file: await failed(() => fetch('file:///etc/passwd')),
        other: await failed(() => fetch('app://other/index.html')),
        microphone: await failed(() => navigator.mediaDevices.getUserMedia({ audio: true })),
      }
    })
    expect(tried).toEqual({
      node: 'undefined',
      opened: true,
      web: 'refused',
      loopback: 'refused',
      file: 'refused',
      other: 'refused',
      microphone: 'refused',
    })
    // Asked of the page by the shell: a driver would wait for a navigation that never comes.
    const stayed = await one.app.evaluate(async ({ BrowserWindow }) => {
      const page = BrowserWindow.getAllWindows()[0]?.webContents
      if (!page) return null
      const asked = new Promise((resolve) => page.once('will-navigate', resolve))
      await page.executeJavaScript(`setTimeout(() => { location.href = 'https://example.org/' }); 0`)
      await asked
      return page.getURL()
    })
    expect(stayed).toBe(before)
    expect(one.app.windows()).toHaveLength(1)
  })

  it('is one app per data folder: a second start shows the first and ends', async () => {
    const folder = await preparedData(null)
    const one = await open(folder, ['--hidden'])
    const { path, args, env } = appCommand(folder)
    const second = spawn(path, args, { env, stdio: 'ignore' })
    const [code] = (await once(second, 'exit')) as [number | null]
    expect(code).toBe(0)
    await expect.poll(() => isShown(one), patience).toBe(true)
  })

  it('quits whole: no process stays, and the database is put away', async () => {
    const folder = await preparedData('chat')
    const one = await open(folder)
    await say(one.popup, 'One word before I go.')
    await expect.poll(() => replies(one.popup).count(), patience).toBe(1)
    const all = descendants(one.pid)
    expect(all.some(({ args }) => args.includes('utility.cjs'))).toBe(true)
    await one.end()
    await expect
      .poll(() => all.filter(({ pid }) => isRunning(pid)).map(({ args }) => args), patience)
      .toEqual([])
    expect(readFileSync(`${folder}/lull.log`, 'utf8')).toContain('engineStopped')
  })

  it('leaves no engine behind when the shell itself is killed', async () => {
    const one = await open(await preparedData('chat'))
    await say(one.popup, 'Anything.')
    await expect.poll(() => replies(one.popup).count(), patience).toBe(1)
    const all = descendants(one.pid)
    process.kill(one.pid, 'SIGKILL')
    await expect
      .poll(() => all.filter(({ pid }) => isRunning(pid)).map(({ args }) => args), patience)
      .toEqual([])
  })
})
