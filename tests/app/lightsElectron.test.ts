/** Lights wherever the person is, in the real desktop app over the room on screen: tray, shortcut, notice, popup. */
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { Settings } from '../../electron/contract/settings.ts'
import { defaultLightChoices, type LightChoices } from '../../electron/core/lights/lightChoices.ts'
import { type AppClient, appClient } from './launchClient.ts'
import { preparedData } from './launchData.ts'
import { electronMissing, openApp, type RunningApp, screenshot } from './launchElectron.ts'
import { brightness, givenBack, openBridge, pairByHand, part, tickFirstRoom } from './launchLights.ts'
import { button, says } from './launchPauses.ts'
import { chooseInTray, trayLines, watchTray } from './launchTray.ts'

const patience = { timeout: 20_000, interval: 50 }
const keys = 'CommandOrControl+Alt+Shift+L'

let one: RunningApp
let client: AppClient

const choose = (choices: Partial<LightChoices>) =>
  client.change({ lights: { ...defaultLightChoices, isAllowed: true, ...choices } as Settings['lights'] })
const lines = () => trayLines(one, 'lights')
const softer = ['lights: The light is softer: you asked', 'lightsUndo: Undo']
const soon = ['lights: The light will change in a moment', 'lightsBack: Leave the light as it is']
const plain = ['lightsSoften: Soften the lights']

interface Held {
  pressed?: () => void
  notices?: Electron.Notification[]
}

/** What the shell has pressed when the keys are, for no key reaches an app without a desktop. */
const watchShortcut = () =>
  one.app.evaluate(({ globalShortcut }, wanted) => {
    const register = globalShortcut.register.bind(globalShortcut)
    globalShortcut.register = (accelerator, pressed) => {
      if (accelerator === wanted) Object.assign(globalThis, { pressed })
      return register(accelerator, pressed)
    }
  }, keys)
const press = () => one.app.evaluate(() => (globalThis as Held).pressed?.())
const isHeld = () =>
  one.app.evaluate(({ globalShortcut }, wanted) => globalShortcut.isRegistered(wanted), keys)

const watchNotices = () =>
  one.app.evaluate(({ Notification }) => {
    Notification.isSupported = () => true
    Notification.prototype.show = function show() {
      Object.assign(globalThis, { notices: [...((globalThis as Held).notices ?? []), this] })
    }
  })
const notices = () =>
  one.app.evaluate(() =>
    ((globalThis as Held).notices ?? []).map(({ title, body, silent }) => ({ title, body, silent })),
  )

describe.skipIf(electronMissing !== null)('lights in the desktop app', () => {
  beforeEach(async () => {
    one = await openApp(await preparedData(null), ['--hidden'])
    await watchTray(one)
    await watchShortcut()
    client = await appClient(one)
  })
  afterEach(() => one.end())

  it('says nothing of lights and holds no keys until they may be touched', async () => {
    await client.change({ theme: 'dark' })
    // Sensing is said, so the menu was drawn.
    await client.change({ sensingPaused: { until: null } })
    await expect.poll(() => trayLines(one, 'sensing'), patience).toHaveLength(1)
    expect(await lines()).toEqual([])
    expect(await isHeld()).toBe(false)
    await choose({})
    await expect.poll(isHeld, patience).toBe(true)
    await choose({ isAllowed: false })
    await expect.poll(isHeld, patience).toBe(false)
    await expect.poll(lines, patience).toEqual([])
  })

  it('softens from the tray and undoes; the popup says the same', async () => {
    await choose({})
    await expect.poll(lines, patience).toEqual(plain)
    await chooseInTray(one, 'lightsSoften')
    await expect.poll(lines, patience).toEqual(softer)

    await chooseInTray(one, 'open')
    const line = one.popup.getByRole('region', { name: 'The light' })
    await line.getByText('The light is softer: you asked.').first().waitFor()
    await screenshot(one.popup, 'lights-popup')
    await chooseInTray(one, 'lightsUndo')
    await expect.poll(lines, patience).toEqual(plain)
    await line.waitFor({ state: 'detached' })

    // The same lamp is not changed twice within half a minute.
    await chooseInTray(one, 'lightsSoften')
    await expect.poll(lines, patience).toEqual(soon)
    await line.getByRole('button', { name: 'Leave it' }).click()
    await expect.poll(lines, patience).toEqual(plain)
  })

  it('turns by the keys, and leads to the page of lights', async () => {
    await choose({})
    await expect.poll(lines, patience).toEqual(plain)
    await press()
    await expect.poll(lines, patience).toEqual(softer)
    const opened = one.app.waitForEvent('window')
    await chooseInTray(one, 'lights')
    expect((await opened).url()).toBe('app://lull/index.html?window=home#/lights')
    await press()
    await expect.poll(lines, patience).toEqual(plain)
    await press()
    await expect.poll(lines, patience).toEqual(soon)
    await press()
    await expect.poll(lines, patience).toEqual(plain)
  })

  it('pairs a bridge, is let at its room, shows a look and undoes it', async () => {
    const bridge = await openBridge()
    onTestFinished(() => bridge.stop())
    const before = brightness(bridge)
    await choose({})
    await expect.poll(lines, patience).toEqual(plain)
    const opened = one.app.waitForEvent('window')
    await chooseInTray(one, 'settings')
    await choose({ isAllowed: false })
    const home = await opened
    await home.evaluate(() => {
      location.hash = '#/lights'
    })
    await pairByHand(home, bridge, 'electron-lights')
    await tickFirstRoom(home, 'electron-lights')
    await part(home, 'The room')
    await button(home, 'Show for ten seconds: Soften').click()
    await says(home, /^This is Soften, for ten seconds\.$/)
    await expect.poll(() => brightness(bridge)['Desk left'], patience).toBeLessThan(57)
    await screenshot(home, 'electron-lights-preview')
    await button(home, 'Give the light back').click()
    await givenBack(bridge, before)
    await says(home, /^Every lamp is as you left it/)
    expect(bridge.house.writes.every(({ body }) => !('on' in body))).toBe(true)
  })

  it('softens when the door of a hard moment is opened', async () => {
    await choose({ followsExercises: false })
    await expect.poll(lines, patience).toEqual(plain)
    await chooseInTray(one, 'panic')
    await one.popup.getByRole('dialog', { name: 'A hard moment' }).waitFor()
    await expect.poll(lines, patience).toEqual(softer)
  })

  it('hears a wish in a talk', async () => {
    await choose({})
    await expect.poll(lines, patience).toEqual(plain)
    await chooseInTray(one, 'open')
    const field = one.popup.getByRole('textbox', { name: 'Your message' })
    await field.fill('could you dim the lights a bit please?')
    await field.press('Enter')
    const asked = 'lights: The light is softer: you asked in a talk'
    await expect.poll(lines, patience).toEqual([asked, 'lightsUndo: Undo'])
    await one.popup.locator('li').getByRole('button', { name: 'Undo' }).click()
    await expect.poll(lines, patience).toEqual(plain)
  })

  it('tells once, silently, of a look that nobody asked for, and a click takes it back', async () => {
    await watchNotices()
    const now = new Date()
    const bedMinute = (now.getHours() * 60 + now.getMinutes() + 30) % 1440
    await choose({ windDown: { isOn: true, bedMinute, beforeMinutes: 60 } })
    const words = 'The light is winding down: your bedtime is near'
    await expect
      .poll(notices, { ...patience, timeout: 75_000 })
      .toEqual([{ title: words, body: 'Click here within a minute to undo it.', silent: true }])
    await expect.poll(lines, patience).toEqual([`lights: ${words}`, 'lightsUndo: Undo'])
    await one.app.evaluate(() => (globalThis as Held).notices?.[0]?.emit('click'))
    await expect.poll(lines, patience).toEqual(plain)
    expect(await notices()).toHaveLength(1)
  }, 120_000)
})
