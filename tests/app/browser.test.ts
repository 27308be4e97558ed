/** The same app in a browser tab, over the real loopback host and a real, tiny model. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { linkOfRunningHost } from '../../electron/hosts/hostFile.ts'
import { chromiumPath, openChromium, type RunningHost, startHost } from './launchBrowser.ts'
import { preparedData } from './launchData.ts'
import { screenshot } from './launchElectron.ts'
import { heldModel } from './launchProcesses.ts'

if (!chromiumPath)
  process.stderr.write('Browser tests are skipped: no Chromium here (LULL_CHROMIUM names one)\n')

let browser: Browser
let host: RunningHost | null = null
let complaints: string[]
beforeAll(async () => {
  if (chromiumPath) browser = await openChromium()
})
afterAll(() => browser?.close())
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()))
  await host?.stop()
  host = null
})

const patience = { timeout: 20_000, interval: 50 }
const composer = (page: Page) => page.getByRole('textbox', { name: 'Your message' })
const replies = (page: Page) => page.getByRole('button', { name: 'What to do with this reply' })

async function openedPage(): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  complaints = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  return page
}

async function openedApp(folder: string): Promise<Page> {
  host = await startHost(folder)
  const page = await openedPage()
  await page.goto(host.link)
  await composer(page).waitFor()
  return page
}

describe.skipIf(!chromiumPath)('Lull in a browser', () => {
  it('opens from the link, keeps no token in the address, and answers', async () => {
    const page = await openedApp(await preparedData('chat'))
    expect(new URL(page.url()).hash).toBe('')
    await composer(page).fill('A long morning, and it is only ten.')
    await composer(page).press('Enter')
    await expect.poll(() => replies(page).count(), patience).toBe(1)
    await screenshot(page, 'browser-talk')
    expect(complaints).toEqual([])
  })

  it('refuses a link that was used, and says how to get another', async () => {
    await openedApp(await preparedData(null))
    const stranger = await openedPage()
    await stranger.goto(host?.link ?? '')
    await stranger.getByText('This link was used already.').waitFor()
    await stranger.getByText('npm start').waitFor()
  })

  it('shows strangers a way in and nothing else, and lets a second tab of the same browser in', async () => {
    const folder = await preparedData(null)
    const page = await openedApp(folder)
    const address = new URL(host?.link ?? '').origin
    const stranger = await openedPage()
    await stranger.goto(address)
    await stranger.getByText('npm start').waitFor()
    const tab = await page.context().newPage()
    await tab.goto(address)
    await composer(tab).waitFor()
    const link = await linkOfRunningHost(folder)
    await stranger.goto(link ?? '')
    await composer(stranger).waitFor()
  })

  it('stops a reply when asked, and says so', async () => {
    const page = await openedApp(await preparedData('endless'))
    await composer(page).fill('Good morning.')
    await composer(page).press('Enter')
    await expect.poll(() => replies(page).count(), patience).toBe(1)
    const letGo = await heldModel(host?.child.pid ?? 0)
    await composer(page).fill('Tell me something endless.')
    await composer(page).press('Enter')
    await page.getByRole('button', { name: 'Stop', exact: true }).click()
    letGo()
    await page.getByText('You stopped here.').first().waitFor()
  })

  it('keeps the talk over a restart of the host', async () => {
    const folder = await preparedData('chat')
    const page = await openedApp(folder)
    await composer(page).fill('Remember this one.')
    await composer(page).press('Enter')
    await expect.poll(() => replies(page).count(), patience).toBe(1)
    expect(await host?.stop()).toBe(0)
    const again = await openedApp(folder)
    await again.getByText('Remember this one.').first().waitFor()
  })

  it('ends when its launcher is gone', async () => {
    await openedApp(await preparedData(null))
    const ended = new Promise((resolve) => host?.child.once('exit', resolve))
    host?.child.disconnect()
    expect(await ended).toBe(0)
  })
})
