/** Lights when it matters: a crash in mid-look, a quit in mid-fade, a bridge that goes, forgets us, or is not who it was. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { selfSigned } from '../fakes/hueBridge/certificate.ts'
import type { FakeHueBridge } from '../fakes/hueBridge/fakeHueBridge.ts'
import { chromiumPath, openChromium, type RunningHost, startHost } from './launchBrowser.ts'
import { preparedData } from './launchData.ts'
import { screenshot } from './launchElectron.ts'
import { brightness, givenBack, openBridge, pairInData, part } from './launchLights.ts'
import { openedHome, patience, settableClock } from './launchNoticing.ts'
import { button, says } from './launchPauses.ts'

const HOUR = 3_600_000

let browser: Browser
let host: RunningHost | null = null
let bridge: FakeHueBridge
beforeAll(async () => {
  if (chromiumPath) browser = await openChromium()
})
afterAll(() => browser?.close())
afterEach(async () => {
  await Promise.all((browser?.contexts() ?? []).map((context) => context.close()))
  await host?.stop()
  await bridge?.stop()
  host = null
})

async function softened() {
  bridge = await openBridge()
  const before = brightness(bridge)
  const folder = await preparedData(null)
  pairInData(folder, bridge)
  host = await startHost(folder)
  const page = await openedHome(browser, host, 'lights')
  await button(page, 'Set it now: Soften').click()
  await says(page, /^The light in .* softer/)
  await expect.poll(() => brightness(bridge)['Desk left'], patience).toBeLessThan(57)
  return { before, folder, page, host }
}

describe.skipIf(!chromiumPath)('what was taken', () => {
  it('comes back at the next start after a crash', async () => {
    const { before, folder, host: killed } = await softened()
    killed.child.kill('SIGKILL')
    await killed.gone
    expect(brightness(bridge)['Desk left']).toBeLessThan(57)
    host = await startHost(folder)
    await givenBack(bridge, before)
    const page = await openedHome(browser, host, 'lights')
    await part(page, 'Log')
    await page.locator('summary').first().click()
    await page
      .getByText(/given back/)
      .first()
      .waitFor()
  })

  it('is left as it is when the next start is hours later', async () => {
    const { folder, host: killed } = await softened()
    killed.child.kill('SIGKILL')
    await killed.gone
    const then = brightness(bridge)
    const written = bridge.house.writes.length
    const clock = settableClock()
    clock.write(3 * HOUR)
    host = await startHost(folder, clock.preload)
    const page = await openedHome(browser, host, 'lights')
    await part(page, 'Log')
    await page.locator('summary').first().click()
    await page
      .getByText(/too long ago to give back/)
      .first()
      .waitFor()
    expect(brightness(bridge)).toEqual(then)
    expect(bridge.house.writes).toHaveLength(written)
  })

  it('comes back before Lull ends when it is quit', async () => {
    const { before, host: running } = await softened()
    await running.stop()
    await givenBack(bridge, before)
    expect(bridge.house.writes.every(({ body }) => !('on' in body))).toBe(true)
  })
})

describe.skipIf(!chromiumPath)('a bridge', () => {
  it('that goes away is said once, asked rarely, and gives its lamps back when it returns', async () => {
    const { before, page } = await softened()
    const { port } = bridge
    await bridge.stop()
    await says(page, /^Hue bridge does not answer/)
    await button(page, 'Give the light back').first().click()
    await page.getByText(/waits? to be given back/).waitFor()
    await screenshot(page, 'lights-bridge-away')
    await bridge.start(port)
    await givenBack(bridge, before)
    await says(page, /^Every lamp is as you left it/)
  })

  it('that removed our key asks to be paired again, and keeps the ticks', async () => {
    const { page } = await softened()
    bridge.door.removeAll()
    bridge.streams.break()
    await says(page, /^Hue bridge no longer knows Lull/)
    await screenshot(page, 'lights-key-removed')
    await part(page, 'Your lamps')
    await page.getByText(/its key was removed\. Pair again\./).waitFor()
    await button(page, 'Pair again').click()
    // Nothing new to compare: only the button is asked for.
    await page.getByText('Walk over and press it once.').waitFor()
    await screenshot(page, 'lights-pair-again')
    bridge.door.press()
    await page.getByText('Lull and the bridge know each other again.').waitFor()
    await page.keyboard.press('Escape')
    await part(page, 'What Lull may touch')
    await says(page, /^Lull may touch \w+ lamps?/)
  })

  it('that shows another fingerprint is an alarm, and no reconnect', async () => {
    const { page } = await softened()
    bridge.showCertificate(selfSigned(bridge.bridgeId))
    await says(page, /^Hue bridge is not who it was/)
    const asked = bridge.asked.length
    await part(page, 'Your lamps')
    await page.getByText('This may not be your bridge').waitFor()
    await screenshot(page, 'lights-alarm')
    await button(page, 'Look at the new fingerprint').click()
    await page.getByRole('heading', { name: "Is this new fingerprint your bridge's?" }).waitFor()
    await screenshot(page, 'lights-alarm-fingerprint')
    expect(bridge.asked).toHaveLength(asked)
  })
})
