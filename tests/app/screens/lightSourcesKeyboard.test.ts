/** Pairing, renaming and comparing by keyboard alone; and the way back from each step. */
import { existsSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { bridgeSource, pairedLights } from '../../renderer/fakeRoom.ts'
import { type PageServer, pageServer } from './pageServer.ts'
import { chromiumPath, openBrowser } from './shoot.ts'

type Fakes = { fakeLights: Record<string, unknown> & { change(to: unknown): void; pairingsLeft: number } }

const sighting = {
  ...{ seen: true, bridgeId: '001788fffe123456', host: '192.168.1.20', port: 443, trust: 'ask' },
  sha256: '9f86d081884c7d65'.repeat(4),
}

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

  async function open(part: 'sources' | 'trial'): Promise<void> {
    page = await browser.newPage({ viewport: { width: 960, height: 680 }, reducedMotion: 'reduce' })
    await page.goto(`${server.address}/?window=home&scenario=beats&theme=light#/lights/${part}`)
    await page.addScriptTag({ url: '/fake/fake.js', type: 'module' })
    await page.waitForFunction(() => 'fakeLights' in window)
    await page.getByRole('heading', { level: 2 }).first().waitFor()
  }

  async function tabTo(role: 'button' | 'switch' | 'textbox', name: string | RegExp): Promise<void> {
    const wanted = page.getByRole(role, { name }).first()
    await wanted.waitFor()
    for (let press = 0; press < 120; press++) {
      await page.keyboard.press('Tab')
      if (await wanted.evaluate((element) => element === document.activeElement)) return
    }
    throw new Error(`Tab never came to ${role} ${name}`)
  }
  const press = (key: string) => page.keyboard.press(key)
  const dialog = (name: string) => page.getByRole('dialog', { name }).waitFor()
  const has = (parts: object) =>
    page.evaluate((given) => {
      const { fakeLights } = window as unknown as Fakes
      Object.assign(fakeLights, given)
      // The last step of a pairing that has none lasts.
      if (Array.isArray(fakeLights.pairing) && fakeLights.pairing.length === 1) {
        fakeLights.pairing = [...fakeLights.pairing, new Promise(() => {})]
      }
    }, parts)
  const waitFocus = (name: string) =>
    page.waitForFunction((wanted) => {
      const focused = document.activeElement
      return (focused?.getAttribute('aria-label') ?? focused?.textContent) === wanted
    }, name)

  async function toTrust(): Promise<void> {
    await tabTo('button', 'Look for a bridge')
    await press('Enter')
    await dialog('Find a Hue bridge')
    await tabTo('textbox', 'Or type its address')
    await page.keyboard.type('192.168.1.20')
    await press('Enter')
    await dialog('Is this your bridge?')
    await waitFocus('Is this your bridge?')
  }

  it('pairs, and goes on to the rooms', async () => {
    await open('sources')
    const waiting = { step: 'waiting', endsAtMs: Date.now() + 30_000 }
    await has({ sighting, pairing: [waiting, { step: 'paired', sourceId: 'source-new' }] })
    await toTrust()
    await tabTo('button', 'Yes, this is my bridge')
    await press('Enter')
    await dialog('Paired')
    await waitFocus('Paired')
    await press('Tab')
    await waitFocus('Choose the rooms Lull may touch')
    await press('Enter')
    await page.waitForURL(/#\/lights\/touch$/)
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false)
  })

  it('goes back step by step, and Esc ends the pairing and leads to where it began', async () => {
    await open('sources')
    await has({ sighting, pairing: [{ step: 'waiting', endsAtMs: Date.now() + 30_000 }] })
    await toTrust()
    await tabTo('button', 'Yes, this is my bridge')
    await press('Enter')
    await dialog('Press the round button on the bridge')
    await waitFocus('Press the round button on the bridge')
    await press('Tab')
    await waitFocus('Cancel')
    await press('Enter')
    await waitFocus('Is this your bridge?')
    await press('Tab')
    await waitFocus('Back')
    await press('Enter')
    await waitFocus('Find a Hue bridge')
    await page.waitForFunction(() => (window as unknown as Fakes).fakeLights.pairingsLeft === 1)
    await press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await waitFocus('Look for a bridge')
  })

  it('renames and removes, and never loses the keyboard', async () => {
    await open('sources')
    await page.evaluate((to) => (window as unknown as Fakes).fakeLights.change(to), pairedLights(Date.now()))
    await tabTo('button', `What to do with “${bridgeSource.title}”`)
    await press('Enter')
    await page.getByRole('menuitem', { name: 'Rename' }).waitFor()
    await press('Enter')
    await waitFocusField()
    await page.keyboard.type('Upstairs')
    await press('Enter')
    await waitFocus('What to do with “Upstairs”')
    await press('Enter')
    await page.getByRole('menuitem', { name: 'Remove' }).waitFor()
    await press('End')
    await press('Enter')
    await page.getByText('Removed “Upstairs”', { exact: false }).waitFor()
    await waitFocus('Look for a bridge')
  })

  it('begins to compare', async () => {
    await open('trial')
    await tabTo('switch', 'Compare with and without')
    await press('Space')
    await tabTo('button', 'Begin to compare')
    await press('Enter')
    await page.getByRole('region', { name: 'Your next check-in' }).waitFor()
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false)
  })

  const waitFocusField = () =>
    page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'New name')
})
