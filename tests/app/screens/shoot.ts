/**
 * Takes a picture of every screen in light and dark, and lets axe-core look at each:
 * `node tests/app/screens/shoot.ts [part of a name]`. Pictures go to $LULL_SHOTS.
 */
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type ConsoleMessage, chromium, type Page } from 'playwright-core'
import { type PageServer, pageServer } from './pageServer.ts'
import { type Screen, screens } from './screens.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const sizes = {
  popup: { width: 380, height: 560 },
  home: { width: 960, height: 680 },
  nudge: { width: 340, height: 220 },
  pause: { width: 1280, height: 800 },
}

/** A rule that was broken, where, or an error the page met. */
export type Finding = string

export const chromiumPath = process.env.LULL_CHROMIUM ?? '/usr/bin/chromium'

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
}

export const THEMES = ['light', 'dark'] as const
type Theme = (typeof THEMES)[number]

/** A page that is used again and again: opening a window costs a browser more than showing what is in it. */
export async function openPage(browser: Browser, deviceScaleFactor: number): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', deviceScaleFactor })
  // Each screen begins as if nothing had been before it.
  await context.addInitScript(() => {
    localStorage.clear()
    sessionStorage.clear()
  })
  return context.newPage()
}

/** @param pictureOf where a picture of it goes; null: none is taken. */
export async function look(
  page: Page,
  server: PageServer,
  screen: Screen,
  pictureOf: ((theme: Theme) => string) | null,
): Promise<Finding[]> {
  const findings: Finding[] = []
  const threw = (error: Error) => findings.push(`${screen.name}: ${error.message}`)
  const said = (message: ConsoleMessage) => {
    const isOurs = message.type() === 'error' && !/WebSocket|404/.test(message.text())
    if (isOurs) findings.push(`${screen.name}: ${message.text()}`)
  }
  // Another place of the same page would not load it anew.
  await page.goto('about:blank')
  page.on('pageerror', threw).on('console', said)
  try {
    await page.setViewportSize(screen.size ?? sizes[screen.window])
    await page.emulateMedia({ colorScheme: 'light', contrast: screen.contrast ?? 'no-preference' })
    await shown(page, server, screen)
    for (const theme of THEMES) {
      await turnTo(page, theme)
      if (pictureOf) await page.screenshot({ path: pictureOf(theme) })
      findings.push(...(await objections(page, `${screen.name} ${theme}`)))
    }
  } finally {
    page.off('pageerror', threw).off('console', said)
  }
  return findings
}

async function shown(page: Page, server: PageServer, screen: Screen): Promise<void> {
  const search = `?window=${screen.window}&scenario=${screen.scenario}&theme=light${screen.search ?? ''}`
  await page.goto(`${server.address}/${search}${screen.place ? `#/${screen.place}` : ''}`)
  await page.addScriptTag({ url: '/fake/fake.js', type: 'module' })
  await page.locator('main').first().waitFor()
  await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
  await screen.act?.(page)
  await page.evaluate(() => document.fonts.ready)
  await page.waitForLoadState('networkidle')
  await page.evaluate(axeSource)
}

/** As the setting does, without loading everything again; what is drawn by script follows within a frame or two. */
function turnTo(page: Page, theme: Theme): Promise<void> {
  return page.evaluate(async (wanted) => {
    document.documentElement.dataset.theme = wanted
    const frame = () => new Promise((done) => requestAnimationFrame(done))
    await frame()
    await frame()
    await Promise.allSettled(
      document.getAnimations().flatMap(({ playState, effect, finished }) => {
        const isEndless = effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY
        return playState === 'running' && !isEndless ? [finished] : []
      }),
    )
  }, theme)
}

function objections(page: Page, name: string): Promise<Finding[]> {
  return page.evaluate(async (what) => {
    // axe puts itself on the window; it has no types there.
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    // Focus guards send the keyboard on the moment they get it. A menu belongs to its button, not to a landmark.
    const context = { include: ['html'], exclude: ['[data-base-ui-focus-guard]'] }
    const { violations } = await axe.run(context, {
      rules: { region: { enabled: document.querySelector('[role="menu"]') === null } },
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${what}: ${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
    )
  }, name)
}

export async function shootAll(part: string, folder: string): Promise<Finding[]> {
  mkdirSync(folder, { recursive: true })
  const server = await pageServer()
  const browser = await openBrowser()
  const page = await openPage(browser, 2)
  const findings: Finding[] = []
  try {
    for (const screen of screens.filter(({ name }) => name.includes(part))) {
      const pictureOf = (theme: Theme) => join(folder, `${screen.name}-${theme}.png`)
      findings.push(...(await look(page, server, screen, pictureOf)))
    }
  } finally {
    await browser.close()
    await server.close()
  }
  return findings
}

if (import.meta.main) {
  const folder = process.env.LULL_SHOTS ?? join(tmpdir(), 'lull-shots')
  const findings = await shootAll(process.argv[2] ?? '', folder)
  process.stdout.write(`${findings.join('\n')}${findings.length > 0 ? '\n' : ''}Pictures in ${folder}\n`)
  process.exitCode = findings.length > 0 ? 1 : 0
}
