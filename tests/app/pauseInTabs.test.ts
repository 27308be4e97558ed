/** A pause in a browser: offered in every tab, taken in one, the same end in all, and gone from all with one answer. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, openChromium, type RunningHost, startHost } from './launchBrowser.ts'
import { preparedData } from './launchData.ts'
import { screenshot } from './launchElectron.ts'

const patience = { timeout: 20_000, interval: 50 }

describe.skipIf(!chromiumPath)('a pause in two tabs (needs a Chromium; LULL_CHROMIUM names it)', () => {
  let browser: Browser
  let host: RunningHost
  let context: BrowserContext
  let first: Page
  let second: Page
  const complaints: string[] = []

  beforeAll(async () => {
    browser = await openChromium()
    host = await startHost(await preparedData(null))
    context = await browser.newContext({ viewport: { width: 960, height: 680 } })
    const opened = async (address: string) => {
      const page = await context.newPage()
      page.on('pageerror', (error) => complaints.push(error.message))
      await page.goto(address)
      return page
    }
    first = await opened(host.link)
    await first.getByRole('navigation').waitFor()
    const origin = new URL(host.link).origin
    second = await opened(`${origin}/?window=popup`)
    await first.goto(`${origin}/?window=home#/pauses/settings`)
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
  })

  const offer = (page: Page) => page.getByRole('dialog', { name: 'This is how Lull offers a pause.' })
  const over = (page: Page) => page.getByRole('dialog', { name: /^Two minutes/ })

  it('is offered on purpose in both, and left in both by one answer', async () => {
    await first.getByRole('button', { name: 'Take the tour' }).click()
    await first.getByRole('button', { name: /^(Begin|Next)$/ }).click()
    await expect
      .poll(async () => {
        const show = first.getByRole('button', { name: 'Show me one' })
        if (await show.isVisible()) return true
        await first.getByRole('button', { name: /^(Begin|Next)$/ }).click()
        return false
      }, patience)
      .toBe(true)
    await first.getByRole('button', { name: 'Show me one' }).click()
    await Promise.all([offer(first).waitFor(), offer(second).waitFor()])
    await screenshot(first, 'pause-offered-in-tab')
    await expect
      .poll(async () => {
        const start = offer(second).getByRole('button', { name: 'Start' })
        if (await start.isVisible()) await start.click()
        return over(second).isVisible()
      }, patience)
      .toBe(true)
    await over(first).waitFor()
    expect(await offer(first).count()).toBe(0)
  })

  it('ends at the same time in both, and for both by Esc', async () => {
    const ends = await Promise.all(
      [first, second].map((page) =>
        over(page)
          .getByText(/^Until /)
          .textContent(),
      ),
    )
    expect(ends[0]).toBe(ends[1])
    await over(second).getByRole('region').waitFor()
    await screenshot(second, 'pause-in-tab')
    await expect
      .poll(async () => {
        await second.keyboard.press('Escape')
        return over(first).isVisible()
      }, patience)
      .toBe(false)
    await expect.poll(() => over(second).isVisible(), patience).toBe(false)
    expect(complaints).toEqual([])
  })

  it('frees the page when the engine dies in the middle of it', async () => {
    await first.goto(`${new URL(host.link).origin}/?window=home#/pauses`)
    await first.getByRole('button', { name: 'Take a pause now' }).click()
    await first.getByRole('menuitem').first().click()
    const running = first.getByRole('dialog')
    await running.getByText(/^Until /).waitFor()
    host.child.kill('SIGKILL')
    await host.gone
    await expect.poll(() => running.isVisible(), { timeout: 6000, interval: 50 }).toBe(false)
  })
})
