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

interface AxeScreen {
  name: string
  address: string
  size: { width: number; height: number }
  /** Opens what is to be looked at, once the place stands. */
  act?: (page: Page) => Promise<unknown>
  /** Puts it away again. */
  leave?: (page: Page) => Promise<unknown>
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first()
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor()

const pauseScreens: Omit<AxeScreen, 'size'>[] = [
  {
    name: 'pauses',
    address: '?window=home#/pauses',
    act: (page) => button(page, 'Take a pause now').waitFor(),
  },
  {
    name: 'pauses-week',
    address: '?window=home#/pauses/week',
    act: (page) => page.getByText(/^A first week/).waitFor(),
  },
  {
    name: 'pauses-month',
    address: '?window=home#/pauses/month',
    act: (page) => page.getByRole('grid').waitFor(),
  },
  {
    name: 'pauses-sums',
    address: '?window=home#/pauses/sums',
    act: (page) => heading(page, /fills by itself|last 30 days/),
  },
  {
    name: 'pauses-learning',
    address: '?window=home#/pauses/learning',
    act: (page) => heading(page, /learnt/),
  },
  {
    name: 'pauses-settings',
    address: '?window=home#/pauses/settings',
    act: async (page) => {
      await page.getByRole('radio', { name: 'In my working hours' }).click()
      await button(page, 'Change Monday').click()
      await button(page, 'Set a program: When it ends').click()
      await button(page, 'Take the tour').click()
      await page.getByText('Step 1 of 6').waitFor()
    },
    leave: async (page) => {
      await page.getByRole('radio', { name: 'Whenever I work' }).click()
      await page.goto('about:blank')
    },
  },
  {
    name: 'pause-over',
    address: '?window=home#/pauses',
    act: async (page) => {
      await button(page, 'Take a pause now').click()
      await page.getByRole('menuitem', { name: /^Stretch/ }).click()
      await page
        .getByRole('dialog')
        .getByText(/^Until /)
        .waitFor()
    },
    leave: async (page) => {
      while (await page.getByRole('dialog').isVisible()) await page.keyboard.press('Escape')
    },
  },
  { name: 'exercises', address: '?window=home#/exercises', act: (page) => heading(page, /small things/) },
  {
    name: 'exercise',
    address: '?window=home#/exercises/six-breaths',
    act: (page) => heading(page, 'What is known'),
  },
  {
    name: 'exercise-begun',
    address: '?window=home#/exercises/six-breaths',
    act: async (page) => {
      await button(page, 'Start').click()
      await button(page, 'Start without saying').click()
      await button(page, 'Pause').click()
    },
    leave: (page) => button(page, 'Stop here').click(),
  },
  {
    name: 'panic',
    address: '?window=home#/talk',
    act: async (page) => {
      await button(page, 'A hard moment').click()
      await button(page, 'People to call').click()
      await page.getByRole('dialog').getByText('116 123').first().waitFor()
    },
    leave: (page) => page.keyboard.press('Escape'),
  },
]

const lightScreens: Omit<AxeScreen, 'size'>[] = [
  {
    name: 'lights',
    address: '?window=home#/lights',
    act: async (page) => {
      await page.getByRole('button', { name: /^Desk lamp/ }).press('ArrowDown')
      await page.getByRole('region', { name: /^A hand on/ }).waitFor()
      await button(page, 'Tune: Soften').click()
      await button(page, 'Keep the room as it stands').click()
      await button(page, 'Take over a scene').click()
    },
    // What was opened is closed again.
    leave: (page) => page.goto('about:blank'),
  },
  {
    name: 'lights-set',
    address: '?window=home#/lights',
    act: async (page) => {
      await button(page, 'Set it now: Soften').click()
      // A lamp that was just given back waits half a minute for the next look.
      await button(page, 'Give the light back').waitFor()
    },
    leave: async (page) => {
      await button(page, 'Give the light back').click()
      await button(page, 'Set it now: Soften').waitFor()
    },
  },
  {
    name: 'lights-touch',
    address: '?window=home#/lights/touch',
    act: async (page) => {
      await page.getByRole('switch', { name: 'Wind down before bed' }).click()
      await page.getByText(/^Tonight it begins/).waitFor()
      await page.getByRole('radio', { name: 'By a place' }).click()
      await button(page, 'Use this place').click()
      await page.getByRole('alert').waitFor()
    },
    leave: (page) => page.getByRole('switch', { name: 'Wind down before bed' }).click(),
  },
  {
    name: 'lights-sources',
    address: '?window=home#/lights/sources',
    act: (page) => heading(page, /None of your lamps/),
  },
  {
    name: 'lights-trial',
    address: '?window=home#/lights/trial',
    act: (page) => heading(page, /cue to slow down/),
  },
  {
    name: 'lights-log',
    address: '?window=home#/lights/log',
    act: async (page) => {
      await page.locator('summary').first().click()
      await heading(page, /^Today/)
    },
  },
]

const careScreens: Omit<AxeScreen, 'size'>[] = [
  { name: 'people', address: '?window=home#/people', act: (page) => heading(page, /on a hard night\?$/) },
  {
    name: 'people-add',
    address: '?window=home#/people',
    act: async (page) => {
      await button(page, 'Add someone').click()
      await button(page, 'Keep').click()
      await page.getByRole('alert').waitFor()
    },
    leave: (page) => button(page, 'Cancel').click(),
  },
  { name: 'plan', address: '?window=home#/people/plan', act: (page) => heading(page, /^How I notice/) },
  {
    name: 'plan-whole',
    address: '?window=home#/people/plan',
    act: async (page) => {
      await button(page, 'All at once').click()
      await heading(page, 'What I want to stay for')
    },
  },
  {
    name: 'protocol-listening',
    address: '?window=home#/protocol',
    act: async (page) => {
      await page.getByRole('switch', { name: 'Rules written by people' }).click()
      await button(page, 'Switch it off').waitFor()
    },
  },
]

/** How far the page runs out of its window to the side, in pixels. */
const sideways = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })

async function violations(page: Page): Promise<string[]> {
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
  /** At 200 %. */
  const zoomed = { width: 480, height: 340 }
  const screens: AxeScreen[] = [
    { name: 'popup', address: '?window=popup', size: popup },
    { name: 'talk', address: '?window=home#/talk', size: home },
    { name: 'sensing', address: '?window=home#/sensing', size: home },
    { name: 'models', address: '?window=home#/models', size: home },
    { name: 'settings', address: '?window=home#/settings', size: home },
    { name: 'protocol', address: '?window=home#/protocol', size: home },
    ...careScreens.map((screen) => ({ size: home, ...screen })),
    ...careScreens
      .filter(({ name }) => /^(people|plan)$/.test(name))
      .map((screen) => ({ ...screen, name: `${screen.name}-zoomed`, size: zoomed })),
    ...pauseScreens.map((screen) => ({ size: home, ...screen })),
    ...lightScreens.map((screen) => ({ size: home, ...screen })),
    ...lightScreens
      .filter(({ name }) => /^lights(-touch)?$/.test(name))
      .map((screen) => ({ ...screen, name: `${screen.name}-zoomed`, size: zoomed })),
    ...pauseScreens
      .filter(({ name }) => /^(pauses|pauses-settings|exercise|panic)$/.test(name))
      .map((screen) => ({ ...screen, name: `${screen.name}-zoomed`, size: zoomed })),
  ]
  // Letters twice as large have the same colours.
  const themesOf = ({ size }: AxeScreen) =>
    size === zoomed ? (['light'] as const) : (['light', 'dark'] as const)

  it.each(
    screens.flatMap((screen) => themesOf(screen).map((theme) => [screen.name, theme, screen] as const)),
  )('on %s in %s', async (name, theme, screen) => {
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
    await screen.act?.(page)
    await page.evaluate((to) => {
      // Something that comes or goes by itself, such as a toast, must not be measured while it fades.
      const still = new CSSStyleSheet()
      still.replaceSync('*, *::before, *::after { transition: none !important; animation: none !important }')
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, still]
      document.documentElement.dataset.theme = to
    }, theme)
    await screenshot(page, `axe-${name}-${theme}`)
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toBe(0)
    await screen.leave?.(page)
  })
})
