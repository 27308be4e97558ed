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

interface Held {
  notices?: Electron.Notification[]
}

/** The home window, as a page would have it opened. */
async function homeAt({ app, popup }: RunningApp, place: 'Settings') {
  const opened = app.waitForEvent('window')
  await popup.getByRole('button', { name: 'More' }).click()
  await popup.getByRole('menuitem', { name: place }).click()
  return await opened
}

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
        ['checkin', 'How are you?'],
        ['panic', 'A hard moment'],
        ['state', expect.stringMatching(/resting|ready|awake/i)],
        ['pauses', expect.stringMatching(/pause/i)],
        ['breakNow', 'Take a pause now'],
        ['quietHour', 'No pauses for 1 hour'],
        ['sensing', 'Sensing is on'],
        ['pauseHour', 'Pause sensing for an hour'],
        ['pauseTomorrow', 'Pause sensing until tomorrow'],
        ['pauseOpen', 'Switch sensing off'],
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

    const sensing = async () => (await lines(one))?.find(([id]) => id === 'sensing')?.[1]
    await choose(one, 'pauseHour')
    await expect.poll(sensing, patience).toMatch(/^Sensing is paused until \S*\s?\d/)
    await choose(one, 'resume')
    await expect.poll(sensing, patience).toBe('Sensing is on')
    await choose(one, 'pauseOpen')
    await expect.poll(sensing, patience).toBe('Sensing is off until you switch it on')

    const breakLine = async () => (await lines(one))?.find(([id]) => id === 'pauses')?.[1]
    await choose(one, 'breakNow')
    await expect.poll(breakLine, patience).toMatch(/^On a pause until \d/)
    await choose(one, 'breakBack')
    await expect.poll(breakLine, patience).not.toMatch(/^On a pause/)
    await choose(one, 'quietHour')
    await expect.poll(breakLine, patience).toMatch(/^No pauses until/)
    await choose(one, 'offerAgain')
    await expect.poll(breakLine, patience).not.toMatch(/^No pauses until/)

    await choose(one, 'panic')
    await popup.getByRole('dialog', { name: 'A hard moment' }).waitFor()
    await popup.keyboard.press('Escape')
    await popup.getByRole('dialog', { name: 'A hard moment' }).waitFor({ state: 'detached' })

    await choose(one, 'checkin')
    await popup.getByRole('dialog', { name: 'How are you?' }).waitFor()
    await popup.keyboard.press('Escape')
    await popup.getByRole('dialog', { name: 'How are you?' }).waitFor({ state: 'detached' })
    expect(await isShown()).toBe(true)

    const opened = app.waitForEvent('window')
    await choose(one, 'settings')
    const home = await opened
    await expect.poll(() => home.url(), patience).toBe('app://lull/index.html?window=home#/settings')

    const gone = new Promise((resolve) => app.process().once('exit', resolve))
    await choose(one, 'quit')
    await gone
  })

  it('asks for a check-in once, without a sound, and a click on the question opens it', async () => {
    running = await openApp(await preparedData(null))
    const { app, popup } = running
    await app.evaluate(({ Notification }) => {
      Notification.isSupported = () => true
      Notification.prototype.show = function show() {
        Object.assign(globalThis, { notices: [...((globalThis as Held).notices ?? []), this] })
      }
    })
    const notices = () =>
      app.evaluate(() => ((globalThis as Held).notices ?? []).map(({ title, silent }) => ({ title, silent })))
    const home = await homeAt(running, 'Settings')
    await popup.keyboard.press('Escape')
    const time = home.getByLabel('Another time')
    // Should the minute end between reading the clock and choosing it, the next one is there to be chosen.
    await expect
      .poll(
        async () => {
          await time.fill(new Date().toTimeString().slice(0, 5))
          await home.getByRole('button', { name: 'Add' }).click()
          return notices()
        },
        { timeout: 20_000, interval: 500 },
      )
      .toEqual([{ title: 'How are you?', silent: true }])
    await app.evaluate(() => (globalThis as Held).notices?.[0]?.emit('click'))
    await popup.getByRole('dialog', { name: 'How are you?' }).waitFor()
    await popup.keyboard.press('4')
    await popup.keyboard.press('Enter')
    await popup.getByText('Noted: good.').waitFor()
    expect(await notices()).toHaveLength(1)
  })
})
