/** The Sensing page by keyboard alone: a pause, a switch, a broker, a value pointed at; and the way back each time. */
import { existsSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type PageServer, pageServer } from './pageServer.ts'
import { chromiumPath, openBrowser } from './shoot.ts'

describe.skipIf(!existsSync(chromiumPath))('by keyboard (needs a Chromium; LULL_CHROMIUM names it)', () => {
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

  async function open(scenario: string): Promise<void> {
    page = await browser.newPage({ viewport: { width: 960, height: 680 }, reducedMotion: 'reduce' })
    await page.goto(`${server.address}/?window=home&scenario=${scenario}&theme=light#/sensing`)
    await page.addScriptTag({ url: '/fake/fake.js', type: 'module' })
    await page.getByRole('heading', { level: 1 }).waitFor()
  }

  /** Tab until the element with this role and name has the keyboard. */
  async function tabTo(
    role: 'button' | 'switch' | 'textbox' | 'radio',
    name: string | RegExp,
  ): Promise<void> {
    const wanted = page.getByRole(role, { name }).first()
    for (let press = 0; press < 120; press++) {
      await page.keyboard.press('Tab')
      if (await wanted.evaluate((element) => element === document.activeElement)) return
    }
    throw new Error(`Tab never came to ${role} ${name}`)
  }

  const focusedName = () =>
    page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
    )

  it('pauses, goes on, and switches a sensor', async () => {
    await open('sensing')
    await tabTo('button', 'Pause for 1 hour')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /looks away until/ }).waitFor()
    await tabTo('button', 'On again')
    await page.keyboard.press('Space')
    await page.getByRole('heading', { level: 1, name: /Lull notices/ }).waitFor()
    await tabTo('switch', 'Notice: How hard the computer works')
    await page.keyboard.press('Space')
    await page.getByRole('heading', { level: 1, name: /the computer's load/ }).waitFor()
  })

  it('adds a broker, and Esc leads back to where it began', async () => {
    await open('sensing')
    await tabTo('button', 'Add a broker')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await focusedName()).toBe('Add a broker')
    await page.keyboard.press('Enter')
    await tabTo('textbox', 'Address')
    await page.keyboard.type('broker.home')
    await tabTo('button', 'Try connection')
    await page.keyboard.press('Enter')
    await page.getByText('It works, with MQTT 5.').waitFor()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: /What should Lull read/ }).waitFor()
  })

  it('picks a topic and points at a value', async () => {
    await open('beats')
    await tabTo('button', 'Choose what to read')
    await page.keyboard.press('Enter')
    await page.getByText('psl/ecg').waitFor()
    await tabTo('button', /^HeartRate/)
    await page.keyboard.press('Enter')
    await tabTo('radio', /A plain number/)
    for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowDown')
    await page.getByRole('radio', { name: /Point at a value/, checked: true }).waitFor()
    await tabTo('button', /stands at \$$/)
    await page.keyboard.press('Enter')
    await tabTo('button', 'Read this')
    await page.keyboard.press('Enter')
    await page.getByText('Heart rate from HeartRate').waitFor()
  })
})
