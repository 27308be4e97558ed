/** Every screen in both themes, as built and under its own policy: no error, and nothing axe-core objects to. */
import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { type PageServer, pageServer } from './pageServer.ts'
import { screens } from './screens.ts'
import { chromiumPath, look, openBrowser } from './shoot.ts'

describe.skipIf(!existsSync(chromiumPath))('every screen (needs a Chromium; LULL_CHROMIUM names it)', () => {
  let server: PageServer
  let browser: Browser

  beforeAll(async () => {
    server = await pageServer()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  // Several at once: each waits half a second until nothing is loaded any more.
  it.concurrent.for(
    screens.flatMap((screen) => (['light', 'dark'] as const).map((theme) => ({ screen, theme }))),
  )('$screen.name, $theme', async ({ screen, theme }, { expect }) =>
    expect(await look(browser, server, screen, theme, null)).toEqual([]),
  )
})
