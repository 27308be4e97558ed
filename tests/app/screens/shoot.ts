/**
 * Takes a picture of every screen in light and dark, and lets axe-core look at each:
 * `node tests/app/screens/shoot.ts [part of a name]`. Pictures go to $LULL_SHOTS.
 */
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
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

export async function look(
  browser: Browser,
  server: PageServer,
  screen: Screen,
  theme: 'light' | 'dark',
  picture: string | null,
): Promise<Finding[]> {
  const findings: Finding[] = []
  const context = await browser.newContext({
    viewport: screen.size ?? sizes[screen.window],
    colorScheme: theme,
    reducedMotion: 'reduce',
    contrast: screen.contrast ?? 'no-preference',
    // Only a picture is looked at closely.
    deviceScaleFactor: picture === null ? 1 : 2,
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => findings.push(`${screen.name} ${theme}: ${error.message}`))
  page.on('console', (message) => {
    const isOurs = message.type() === 'error' && !/WebSocket|404/.test(message.text())
    if (isOurs) findings.push(`${screen.name} ${theme}: ${message.text()}`)
  })
  const search = `?window=${screen.window}&scenario=${screen.scenario}&theme=${theme}${screen.search ?? ''}`
  await page.goto(`${server.address}/${search}${screen.place ? `#/${screen.place}` : ''}`)
  await page.addScriptTag({ url: '/fake/fake.js', type: 'module' })
  await page.locator('main').first().waitFor()
  await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
  await screen.act?.(page)
  await page.evaluate(() => document.fonts.ready)
  await page.waitForLoadState('networkidle')
  if (picture) await page.screenshot({ path: picture })
  await page.evaluate(axeSource)
  findings.push(
    ...(await page.evaluate(
      async ({ name, shade }) => {
        // axe puts itself on the window; it has no types there.
        const { axe } = window as unknown as { axe: typeof import('axe-core') }
        // Focus guards send the keyboard on the moment they get it. A menu belongs to its button, not to a landmark.
        const context = { include: ['html'], exclude: ['[data-base-ui-focus-guard]'] }
        const { violations } = await axe.run(context, {
          rules: { region: { enabled: document.querySelector('[role="menu"]') === null } },
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        })
        return violations.flatMap(({ id, nodes }) =>
          nodes.map(
            (node) => `${name} ${shade}: ${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`,
          ),
        )
      },
      { name: screen.name, shade: theme },
    )),
  )
  await context.close()
  return findings
}

export async function shootAll(part: string, folder: string): Promise<Finding[]> {
  mkdirSync(folder, { recursive: true })
  const server = await pageServer()
  const browser = await openBrowser()
  const findings: Finding[] = []
  try {
    for (const screen of screens.filter(({ name }) => name.includes(part))) {
      for (const theme of ['light', 'dark'] as const) {
        const picture = join(folder, `${screen.name}-${theme}.png`)
        findings.push(...(await look(browser, server, screen, theme, picture)))
      }
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
