/** The tray's menu in real Electron: what it says follows the app, and each line does what it says. */
import { afterEach, describe, expect, it } from 'vitest'
import { preparedData } from './launchData.ts'
import { electronMissing, openApp, type RunningApp } from './launchElectron.ts'

const patience = { timeout: 20_000, interval: 50 }

let running: RunningApp | null = null
afterEach(async () => {
  await running?.end()
  running = null
})

/** Keeps the newest menu the app builds, since a display without a desktop has no tray to click. */
async function watchMenu({ app }: RunningApp): Promise<void> {
  await app.evaluate(({ Menu }) => {
    const build = Menu.buildFromTemplate.bind(Menu)
    Menu.buildFromTemplate = (template) => {
      const menu = build(template)
      if (menu.getMenuItemById('quit')) Object.assign(globalThis, { trayMenu: menu })
      return menu
    }
  })
}

/** Id and label of every line; null while no menu was built since watching began. */
const lines = ({ app }: RunningApp) =>
  app.evaluate(() => {
    const menu = (globalThis as { trayMenu?: Electron.Menu }).trayMenu
    return (
      menu?.items.filter((item) => item.type !== 'separator').map((item) => [item.id, item.label]) ?? null
    )
  })
const choose = ({ app }: RunningApp, id: string) =>
  app.evaluate((_electron, wanted) => {
    const menu = (globalThis as { trayMenu?: Electron.Menu }).trayMenu
    menu?.getMenuItemById(wanted)?.click()
  }, id)

describe.skipIf(electronMissing !== null)('the tray menu', () => {
  it('follows what Lull does, opens, begins anew, goes to settings and quits', async () => {
    running = await openApp(await preparedData('chat'))
    const { app, popup } = running
    await watchMenu(running)
    const composer = popup.getByRole('textbox', { name: 'Your message' })
    await composer.fill('A long morning, and it is only ten.')
    await composer.press('Enter')
    await popup.getByRole('button', { name: 'What to do with this reply' }).waitFor()
    const one = running
    await expect
      .poll(() => lines(one), patience)
      .toEqual([
        ['open', 'Open Lull'],
        ['newTalk', 'New talk'],
        ['state', expect.stringMatching(/resting|ready|awake/i)],
        ['settings', 'Settings'],
        ['quit', expect.stringMatching(/^Quit/)],
      ])

    const isShown = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
    await popup.keyboard.press('Escape')
    await expect.poll(isShown, patience).toBe(false)
    await choose(one, 'open')
    await expect.poll(isShown, patience).toBe(true)

    await choose(one, 'newTalk')
    await expect.poll(() => popup.getByText('A long morning').count(), patience).toBe(0)

    const opened = app.waitForEvent('window')
    await choose(one, 'settings')
    const home = await opened
    await expect.poll(() => home.url(), patience).toBe('app://lull/index.html?window=home#/settings')

    const gone = new Promise((resolve) => app.process().once('exit', resolve))
    await choose(one, 'quit')
    await gone
  })
})
