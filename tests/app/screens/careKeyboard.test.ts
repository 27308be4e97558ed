/** A hard moment by keyboard alone, and the plan on paper: in a real browser, since only that has both. */
import { existsSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type PageServer, pageServer } from './pageServer.ts'
import { chromiumPath, openBrowser } from './shoot.ts'

describe.skipIf(!existsSync(chromiumPath))('care (needs a Chromium; LULL_CHROMIUM names it)', () => {
  let server: PageServer
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    server = await pageServer()
    browser = await openBrowser()
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })
  afterEach(() => page.close())

  async function open(window: 'popup' | 'home', scenario: string, place = ''): Promise<void> {
    const viewport = window === 'popup' ? { width: 380, height: 560 } : { width: 960, height: 680 }
    page = await browser.newPage({ viewport, reducedMotion: 'reduce' })
    await page.goto(`${server.address}/?window=${window}&scenario=${scenario}&theme=dark#/${place}`)
    await page.addScriptTag({ url: '/fake/fake.js', type: 'module' })
    await page.getByRole('main').first().waitFor()
  }
  const focusedName = () =>
    page.evaluate(() => {
      const { activeElement } = document
      return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? ''
    })
  const field = () => page.getByRole('textbox', { name: 'Your message' })

  it('has the card before the field, in the order it is read', async () => {
    await open('popup', 'crisisOwn')
    await page.getByText('You put Maya first for moments like this.').waitFor()
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
    const back: string[] = []
    for (let press = 0; press < 11; press++) {
      await page.keyboard.press('Shift+Tab')
      back.unshift(await focusedName())
    }
    expect(back).toEqual([
      'CallMaya',
      'Copy',
      'On my phone',
      'change country',
      'Call116 123',
      'Copy',
      'On my phone',
      'Their page',
      '999',
      'one more line',
      'How this works',
    ])
  })

  it('shows the first number without a scroll, and the code by one press', async () => {
    await open('popup', 'crisis')
    const call = page.getByRole('link', { name: /^Call/ }).first()
    await call.waitFor()
    const [box, above] = [await call.boundingBox(), await field().boundingBox()]
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(above?.y ?? 0)
    await page.getByRole('button', { name: 'On my phone' }).press('Enter')
    await page.getByRole('img', { name: /A code that calls 116 123/ }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('img', { name: /A code that calls/ }).waitFor({ state: 'detached' })
  })

  it('leaves a private talk with two presses of Esc, under a neutral title', async () => {
    await open('home', 'private', 'talk')
    await page.getByRole('button', { name: 'Leave quickly' }).waitFor()
    expect(await page.title()).toBe('Notes')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.waitForURL(/#\/pauses$/)
    await page.getByText('he hit me again').first().waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Talk', exact: true }).click()
    await page.getByRole('button', { name: 'Delete it' }).click()
    await page.getByText('Deleted.').waitFor()
    expect(await page.getByText('he hit me again').count()).toBe(0)
  })

  it('prints the plan black on white, and nothing of the window', async () => {
    await open('home', 'people', 'people/plan')
    await page.getByRole('button', { name: 'Print it' }).waitFor()
    const paper = page.locator('article[aria-hidden="true"]')
    expect(await paper.isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    expect(await paper.isVisible()).toBe(true)
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false)
    expect(await page.getByRole('button', { name: 'Print it' }).isVisible()).toBe(false)
    const drawn = await paper.evaluate((sheet) => {
      const { color, backgroundColor } = getComputedStyle(sheet)
      return { color, backgroundColor, body: getComputedStyle(document.body).backgroundColor }
    })
    const [black, white] = ['rgb(0, 0, 0)', 'rgb(255, 255, 255)']
    expect(drawn).toEqual({ color: black, backgroundColor: white, body: white })
    expect(await paper.textContent()).toContain('Walk to the canal and back')
  })

  it('prints another page as it is', async () => {
    await open('home', 'people', 'people/plan')
    await page.getByRole('button', { name: 'Print it' }).waitFor()
    await page.getByRole('link', { name: 'How this works', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: /something serious/ }).waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('heading', { level: 1, name: /something serious/ }).isVisible()).toBe(true)
  })
})
