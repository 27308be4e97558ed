/** What the tests of lights share: a bridge that vouches for itself, one that is paired already, and lamps as they stand. */
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { sql } from '../../electron/engine/store/sql.ts'
import { selfSigned } from '../fakes/hueBridge/certificate.ts'
import { FakeHueBridge } from '../fakes/hueBridge/fakeHueBridge.ts'
import { screenshot } from './launchElectron.ts'
import { patience } from './launchNoticing.ts'
import { button, says, withData } from './launchPauses.ts'

const BRIDGE_ID = '001788fffe100001'

export const openBridge = () =>
  FakeHueBridge.start({ bridgeId: BRIDGE_ID, certificate: selfSigned(BRIDGE_ID) })

/** Lets Lull at every room of a bridge, as if the person had paired and ticked, in data nobody has open. */
export function pairInData(folder: string, bridge: FakeHueBridge): void {
  const { username } = bridge.door.make()
  const settings = {
    ...{ host: '127.0.0.1', port: bridge.port, bridgeId: bridge.bridgeId, key: username, clientKey: null },
    certificateSha256: bridge.certificate.sha256,
  }
  const roomIds = bridge.house.all('room').map(({ id }) => `hue:${id}`)
  const patch = JSON.stringify({ lights: { isAllowed: true, roomIds }, tourSeenAt: Date.now() })
  withData(folder, (store) => {
    store.run(
      sql`INSERT INTO light_sources (id, driver, title, settings, added_at)
        VALUES (${randomUUID()}, ${'hue'}, ${'Hue bridge'}, ${JSON.stringify(settings)}, ${Date.now()})`,
    )
    store.run(sql`UPDATE settings SET document = json_patch(document, ${patch})`)
  })
}

/** Brightness of every lamp by its name, percent; null: it is off or cannot be dimmed. */
export const brightness = (bridge: FakeHueBridge): Record<string, number | null> =>
  Object.fromEntries(
    bridge.house.lights.map(({ metadata, on, dimming }) => [
      metadata.name,
      on.on ? (dimming?.brightness ?? null) : null,
    ]),
  )

/** Each lamp is as bright as then, as near as 254 steps allow. */
export function expectAs(bridge: FakeHueBridge, then: Record<string, number | null>): void {
  for (const [name, value] of Object.entries(brightness(bridge))) {
    const before = then[name] ?? null
    if (before === null || value === null) expect(value, name).toBe(before)
    else expect(Math.abs(value - before), name).toBeLessThanOrEqual(1)
  }
}

export const givenBack = (bridge: FakeHueBridge, then: Record<string, number | null>) =>
  expect
    .poll(
      () =>
        Object.entries(brightness(bridge)).every(
          ([name, value]) => Math.abs((value ?? -1) - (then[name] ?? -1)) <= 1,
        ),
      patience,
    )
    .toBe(true)

/** Opens a part of the page of lights by its name. */
export async function part(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Parts of lights' }).getByText(name, { exact: true }).click()
}

/** From the page of lights to a paired bridge: its address typed, its fingerprint agreed to, its button pressed. */
export async function pairByHand(page: Page, bridge: FakeHueBridge, picture: string): Promise<void> {
  await part(page, 'Your lamps')
  await button(page, 'Look for a bridge').click()
  await page.getByLabel('Or type its address').fill(`127.0.0.1:${bridge.port}`)
  await button(page, 'Go to this address').click()
  await page.getByRole('heading', { name: 'Is this your bridge?' }).waitFor()
  const fingerprint = (await page.getByLabel('Its fingerprint (SHA-256)').first().textContent()) ?? ''
  expect(fingerprint.replace(/[^0-9a-f]/gi, '').toLowerCase()).toContain(bridge.certificate.sha256)
  await screenshot(page, `${picture}-fingerprint`)
  await button(page, 'Yes, this is my bridge').click()
  await page.getByText('Walk over and press it once.').waitFor()
  await screenshot(page, `${picture}-button`)
  bridge.door.press()
  await page.getByText('It has 8 lamps.').waitFor()
  await screenshot(page, `${picture}-paired`)
}

/** From there: Lull may touch the first room. */
export async function tickFirstRoom(page: Page, picture: string): Promise<void> {
  await button(page, 'Choose the rooms Lull may touch').click()
  await says(page, /^Lull may not touch any light\./)
  await page.getByRole('switch', { name: 'Lull may touch the lamps I tick' }).click()
  await page
    .getByRole('checkbox', { name: /^All lamps of / })
    .first()
    .click()
  await says(page, /^Lull may touch \w+ lamps?/)
  await screenshot(page, `${picture}-ticked`)
}
