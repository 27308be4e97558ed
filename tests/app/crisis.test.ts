/** A hard moment in a talk, by keyboard alone: what is said, people to call, the field that stays open, with a model, without one, and with one that dies. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, openChromium, type RunningHost, startHost } from './launchBrowser.ts'
import { preparedData, root } from './launchData.ts'
import { electronMissing, openApp, screenshot } from './launchElectron.ts'
import { modelProcess } from './launchProcesses.ts'

const patience = { timeout: 20_000, interval: 50 }
const axe = readFileSync(createRequire(join(root, 'package.json')).resolve('axe-core/axe.min.js'), 'utf8')

const composer = (page: Page) => page.getByRole('textbox', { name: 'Your message' })
const replies = (page: Page) => page.getByRole('button', { name: 'What to do with this reply' })
const words = (page: Page) => page.getByRole('group', { name: 'Lull', exact: true })
const asks = /suicide|ending your life|killing yourself/i

/** Types and sends with the keyboard alone; the field has the keys from the start and keeps them. */
async function say(page: Page, text: string): Promise<string> {
  const before = await replies(page).count()
  await expect
    .poll(() => composer(page).evaluate((one) => one === document.activeElement), patience)
    .toBe(true)
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await expect.poll(() => replies(page).count(), patience).toBe(before + 1)
  return (await words(page).last().textContent()) ?? ''
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    type Found = { violations: { id: string; nodes: { target: unknown[] }[] }[] }
    const { axe } = globalThis as unknown as { axe: { run(): Promise<Found> } }
    const { violations } = await axe.run()
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`))
  })
}

/** From the field backwards: the card stands above it. */
async function reachByKeys(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 30; presses++) {
    const label = await page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    )
    if (name.test(label)) return
    await page.keyboard.press('Shift+Tab')
  }
  throw new Error(`nothing named ${name} was reached with Shift+Tab`)
}

async function walk(page: Page, picture: string): Promise<void> {
  const first = await say(page, 'I want to die')
  expect(first).toMatch(asks)
  expect(first).toMatch(/program/)
  await page
    .getByRole('region', { name: /call|people/i })
    .first()
    .waitFor()
  await screenshot(page, picture)
  expect(await violations(page)).toEqual([])
  expect(await say(page, 'yes')).not.toBe(first)
  expect(await composer(page).isEnabled(), 'the talk stays open').toBe(true)
  await screenshot(page, `${picture}-yes`)
  await reachByKeys(page, /116 123|Call/)
}

describe.skipIf(!chromiumPath)('a hard moment in a browser', () => {
  let browser: Browser
  let host: RunningHost | null = null
  beforeAll(async () => {
    browser = await openChromium()
  })
  afterAll(() => browser?.close())
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
    await host?.stop()
    host = null
  })

  async function opened(model: 'chat' | null): Promise<{ page: Page; pid: number }> {
    host = await startHost(await preparedData(model))
    const page = await (await browser.newContext({ viewport: { width: 380, height: 560 } })).newPage()
    await page.goto(host.link)
    await composer(page).waitFor()
    await page.goto(`${new URL(page.url()).origin}/?window=popup`)
    await composer(page).waitFor()
    return { page, pid: host.child.pid ?? 0 }
  }

  it('needs no model', async () => {
    const { page } = await opened(null)
    await walk(page, 'crisis-no-model')
  })

  it('goes on when the model process dies in the middle of it', async () => {
    const { page, pid } = await opened('chat')
    const first = await say(page, 'I want to die')
    expect(first).toMatch(asks)
    const model = await modelProcess(pid)
    model.kill()
    const second = await say(page, 'yes')
    expect(second).toMatch(/\w/)
    expect(second).not.toBe(first)
    expect(await page.getByText(/stopped|went wrong|try again/i).count()).toBe(0)
  })
})

describe.skipIf(electronMissing)('a hard moment in Electron', () => {
  it('is walked by keyboard alone', async () => {
    const app = await openApp(await preparedData(null))
    try {
      await walk(app.popup, 'crisis-electron')
    } finally {
      await app.end()
    }
  })
})
