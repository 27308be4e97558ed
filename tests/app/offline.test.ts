/** Promise one, "Local": a whole talk with every socket that leaves this machine refused, and none was tried. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { chromiumPath, openChromium, type RunningHost, startHost } from './launchBrowser.ts'
import { freshFolder, preparedData, root } from './launchData.ts'
import { electronMissing, openApp } from './launchElectron.ts'

const patience = { timeout: 20_000, interval: 50 }

describe.skipIf(!chromiumPath)('with every unconfigured socket refused', () => {
  let host: RunningHost | null = null
  afterAll(() => host?.stop())

  it('talks, wakes its model, notices and shows its pages without asking anybody', async () => {
    const refusedLog = join(freshFolder(), 'refused.txt')
    const refuse = {
      file: join(root, 'tests/fixtures/refuseSockets.cjs'),
      env: { LULL_REFUSED_LOG: refusedLog },
    }
    host = await startHost(await preparedData('chat'), refuse)
    const browser = await openChromium()
    try {
      const page = await browser.newPage()
      const asked = new Set<string>()
      page.on('request', (request) => asked.add(new URL(request.url()).origin))
      await page.goto(host.link)
      const composer = page.getByRole('textbox', { name: 'Your message' })
      await composer.fill('A long morning, and it is only ten.')
      await composer.press('Enter')
      const replies = page.getByRole('button', { name: 'What to do with this reply' })
      await expect.poll(() => replies.count(), patience).toBe(1)
      await page.evaluate(() => {
        location.hash = '#/sensing'
      })
      await page.getByRole('switch', { name: 'Notice: How hard the computer works' }).click()
      await page.getByRole('button', { name: 'Play a calm day' }).click()
      await page.getByText('Playing.').waitFor()
      for (const place of ['today', 'models', 'settings', 'protocol']) {
        await page.evaluate((to) => {
          location.hash = `#/${to}`
        }, place)
        await page.getByRole('heading', { level: 1 }).first().waitFor()
      }
      expect([...asked], 'the page asks nobody but the host on loopback').toEqual([new URL(host.link).origin])
    } finally {
      await browser.close()
    }
    const refused = existsSync(refusedLog) ? readFileSync(refusedLog, 'utf8') : ''
    expect(refused, 'engine and model process tried to leave this machine').toBe('')
  })
})

/** Names of everything Chromium's network stack did, from the log it keeps of itself. */
function networkEvents(file: string): Set<string> {
  const log = JSON.parse(readFileSync(file, 'utf8')) as {
    constants: { logEventTypes: Record<string, number> }
    events: { type: number }[]
  }
  const names = new Map(Object.entries(log.constants.logEventTypes).map(([name, type]) => [type, name]))
  return new Set(log.events.map(({ type }) => names.get(type) ?? ''))
}

describe.skipIf(electronMissing !== null)('Chromium inside the desktop app', () => {
  it('looks up no name and opens no socket, whatever it would like to fetch', async () => {
    const file = join(freshFolder(), 'network.json')
    const one = await openApp(await preparedData(null), [`--log-net-log=${file}`])
    // By then the session is there, and a dictionary would have been asked for.
    await one.popup.evaluate(() => fetch('https://example.org').catch(() => null))
    await one.end()
    const went = [...networkEvents(file)].filter((name) =>
      /^(UDP_CONNECT|TCP_CONNECT|DNS_TRANSACTION|HOST_RESOLVER_MANAGER_JOB|HOST_RESOLVER_SYSTEM_TASK)/.test(
        name,
      ),
    )
    expect(went).toEqual([])
  })
})
