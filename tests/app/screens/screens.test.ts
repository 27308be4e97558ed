/** Every screen in both themes, as built and under its own policy: no error, and nothing axe-core objects to. */
import { existsSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { type PageServer, pageServer } from './pageServer.ts'
import { screens } from './screens.ts'
import { chromiumPath, look, openBrowser, openPage } from './shoot.ts'

describe.skipIf(!existsSync(chromiumPath))('every screen (needs a Chromium; LULL_CHROMIUM names it)', () => {
  let server: PageServer
  let browser: Browser
  const free: Page[] = []

  beforeAll(async () => {
    server = await pageServer()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  // Two at once: each waits half a second until nothing is loaded any more.
  it.concurrent.for(screens.map((screen) => ({ name: screen.name, screen })))(
    '$name',
    async ({ screen }, { expect }) => {
      const page = free.pop() ?? (await openPage(browser, 1))
      expect(await look(page, server, screen, null)).toEqual([])
      // One that was left in the middle of something is not used again.
      free.push(page)
    },
  )
})
