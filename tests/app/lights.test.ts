/** A person's paths through lights: a room on screen to try, a bridge to pair, a look that comes, and the light given back. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { FakeHueBridge } from '../fakes/hueBridge/fakeHueBridge.ts'
import { chromiumPath, openChromium, type RunningHost, startHost } from './launchBrowser.ts'
import { preparedData } from './launchData.ts'
import { screenshot } from './launchElectron.ts'
import {
  brightness,
  expectAs,
  givenBack,
  openBridge,
  pairByHand,
  pairInData,
  part,
  tickFirstRoom,
} from './launchLights.ts'
import { openedHome, patience } from './launchNoticing.ts'
import { button, says } from './launchPauses.ts'

let browser: Browser
let host: RunningHost | null = null
let bridge: FakeHueBridge | null = null
beforeAll(async () => {
  if (chromiumPath) browser = await openChromium()
})
afterAll(() => browser?.close())
afterEach(async () => {
  await Promise.all((browser?.contexts() ?? []).map((context) => context.close()))
  await host?.stop()
  await bridge?.stop()
  host = null
  bridge = null
})

const lampWords = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) })

describe.skipIf(!chromiumPath)('a room on screen', () => {
  it('shows a look for ten seconds and gives everything back, and a hand on a lamp wins', async () => {
    host = await startHost(await preparedData(null))
    const page = await openedHome(browser, host, 'lights')
    await says(page, /^This is a room on screen: try every look here/)
    await page.getByText('90%, neutral white').waitFor()
    await button(page, 'Show for ten seconds: Soften').click()
    await says(page, /^This is Soften, for ten seconds\.$/)
    await page.getByText('56%, evening').first().waitFor()
    await screenshot(page, 'lights-room-preview')
    await lampWords(page, 'Desk lamp').first().click()
    await page.getByText('90%, neutral white').waitFor({ state: 'detached' })
    await says(page, /^This is a room on screen/)
    // What the hand did stays; everything else is as it was.
    await page.getByText('70%, warm white').waitFor()
    expect(await lampWords(page, 'Desk lamp').first().textContent()).toMatch(/off/)
    await part(page, 'Log')
    await page.locator('summary').first().click()
    await page
      .getByText(/changed by hand|switched off by then/)
      .first()
      .waitFor()
    await screenshot(page, 'lights-room-log')
  })
})

describe.skipIf(!chromiumPath)('a bridge', () => {
  it('is paired by its fingerprint and its button, and nothing is touched before a room is ticked', async () => {
    bridge = await openBridge()
    const before = brightness(bridge)
    host = await startHost(await preparedData(null))
    const page = await openedHome(browser, host, 'lights')
    await pairByHand(page, bridge, 'lights')
    await tickFirstRoom(page, 'lights')
    expect(bridge.house.writes).toEqual([])
    expectAs(bridge, before)
    expect(host.said()).not.toMatch(/[A-Za-z0-9_-]{36,}/)
  })

  it('softens when asked, never switches on, and undoes it within its minute', async () => {
    bridge = await openBridge()
    const before = brightness(bridge)
    const folder = await preparedData(null)
    pairInData(folder, bridge)
    host = await startHost(folder)
    const page = await openedHome(browser, host, 'lights')
    await says(page, /^Every lamp is as you left it\. Lull may touch /)
    await screenshot(page, 'lights-ready')
    await button(page, 'Set it now: Soften').click()
    await says(page, /^The light in .* softer since \d\d:\d\d, because you asked\.$/)
    await expect.poll(() => brightness(bridge as FakeHueBridge)['Desk left'], patience).toBeLessThan(57)
    expect(brightness(bridge).Window).toBe(null)
    await screenshot(page, 'lights-softened')
    const bodies = bridge.house.writes.map(({ body }) => JSON.stringify(body))
    expect(bodies.join()).not.toMatch(/"on"|alert|effects|signaling/)
    await button(page, /^Undo \(\d+ s\)/).click()
    await givenBack(bridge, before)
    await says(page, /^Every lamp is as you left it/)
    await part(page, 'Log')
    await page
      .getByText(/^Soften, because you asked/)
      .first()
      .waitFor()
    await screenshot(page, 'lights-log')
  })

  it('is left alone where a hand was quicker', async () => {
    bridge = await openBridge()
    const before = brightness(bridge)
    const folder = await preparedData(null)
    pairInData(folder, bridge)
    host = await startHost(folder)
    const page = await openedHome(browser, host, 'lights')
    await button(page, 'Set it now: Soften').click()
    await expect.poll(() => brightness(bridge as FakeHueBridge)['Floor lamp'], patience).toBeLessThan(57)
    bridge.house.hand('Floor lamp', { dimming: { brightness: 33 } })
    await page.getByText('33%').first().waitFor()
    await button(page, 'Give the light back').first().click()
    await givenBack(bridge, { ...before, 'Floor lamp': brightness(bridge)['Floor lamp'] ?? null })
    expect(Math.round(brightness(bridge)['Floor lamp'] ?? 0)).toBe(33)
  })

  it('says so and does nothing when every ticked lamp is off', async () => {
    bridge = await openBridge()
    for (const { metadata } of bridge.house.lights) bridge.house.hand(metadata.name, { on: { on: false } })
    const folder = await preparedData(null)
    pairInData(folder, bridge)
    host = await startHost(folder)
    const page = await openedHome(browser, host, 'lights')
    await says(page, /^Every lamp you ticked is off, so there is nothing to soften\.$/)
    await button(page, 'Set it now: Soften').click()
    await page.getByText(/changed nothing: every lamp you ticked is off/).waitFor()
    await screenshot(page, 'lights-all-off')
    expect(bridge.house.writes).toEqual([])
  })
})
