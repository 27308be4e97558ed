/** Every screen of the running app, looked at by axe in both themes; a violation names the rule and the element. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, openChromium, type RunningHost, startHost } from './launchBrowser.ts'
import { preparedData, root } from './launchData.ts'
import { screenshot } from './launchElectron.ts'

const axe = readFileSync(createRequire(join(root, 'package.json')).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeNode {
  target: unknown[]
}
interface AxeViolation {
  id: string
  help: string
  nodes: AxeNode[]
}

async function violations(page: Page): Promise<string[]> {
  // Colours are read as they end up: a fade still running would be measured half-way.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  )
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const runner = (
      globalThis as unknown as { axe: { run(options: object): Promise<{ violations: AxeViolation[] }> } }
    ).axe
    const result = await runner.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return result.violations
  })
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} — ${target.join(' ')}`),
  )
}

describe.skipIf(!chromiumPath)('axe finds nothing', () => {
  let browser: Browser
  let host: RunningHost
  let page: Page
  beforeAll(async () => {
    browser = await openChromium()
    host = await startHost(await preparedData('chat'))
    page = await browser.newPage({ viewport: { width: 960, height: 680 } })
    await page.goto(host.link)
    const composer = page.getByRole('textbox', { name: 'Your message' })
    await composer.fill('A long morning, and it is only ten.')
    await composer.press('Enter')
    const replies = page.getByRole('button', { name: 'What to do with this reply' })
    await replies.nth(0).waitFor()
    await composer.fill('I want to die')
    await composer.press('Enter')
    await replies.nth(1).waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
  })

  const popup = { width: 380, height: 560 }
  const home = { width: 960, height: 680 }
  const screens = [
    { name: 'popup', address: '?window=popup', size: popup },
    { name: 'talk', address: '?window=home#/talk', size: home },
    { name: 'sensing', address: '?window=home#/sensing', size: home },
    { name: 'models', address: '?window=home#/models', size: home },
    { name: 'settings', address: '?window=home#/settings', size: home },
    { name: 'protocol', address: '?window=home#/protocol', size: home },
  ]
  const themes = ['light', 'dark'] as const

  it.each(screens.flatMap((screen) => themes.map((theme) => [screen.name, theme, screen] as const)))(
    'on %s in %s',
    async (name, theme, screen) => {
      const origin = new URL(host.link).origin
      await page.setViewportSize(screen.size)
      await page.goto(`${origin}/${screen.address}`)
      await page.getByRole('main').first().waitFor()
      if (screen.size === popup) {
        await page.getByRole('button', { name: 'More', exact: true }).click()
        await page
          .getByRole('menuitem')
          .filter({ hasText: /earlier/i })
          .first()
          .click()
        await page
          .getByRole('button', { name: /A long morning/ })
          .first()
          .click()
        await page.getByText('116 123').first().waitFor()
      }
      await page.evaluate((to) => {
        document.documentElement.dataset.theme = to
      }, theme)
      await screenshot(page, `axe-${name}-${theme}`)
      expect(await violations(page)).toEqual([])
    },
  )
})
