/** A strap over a real mosquitto, as a person sets it up in a browser tab: wrong password, topic, preset, silence, a broker that dies. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '../../electron/engine/store/sql.ts'
import { type Mosquitto, mosquitto, mosquittoTitle, noMosquitto } from '../engine/devices/mqtt/mosquitto.ts'
import { chromiumPath, openChromium, type RunningHost, startHost } from './launchBrowser.ts'
import { preparedData } from './launchData.ts'
import { screenshot } from './launchElectron.ts'
import {
  dataMap,
  go,
  openedHome,
  patience,
  rowsIn,
  type Strap,
  settableClock,
  strapOn,
} from './launchNoticing.ts'

const users = { anna: 'right horse', phone: 'strap' }
const acl = ['user anna', 'topic read psl/#', 'topic read body/#', 'user phone', 'topic readwrite #']

describe.skipIf(!chromiumPath || noMosquitto)(`a strap through ${mosquittoTitle}`, () => {
  let browser: Browser
  let broker: Mosquitto
  let strap: Strap
  let folder: string
  let host: RunningHost
  let page: Page
  beforeAll(async () => {
    browser = await openChromium()
    broker = await mosquitto({ users, acl })
    strap = await strapOn(broker.port, 'phone', users.phone)
    folder = await preparedData(null)
    host = await startHost(folder)
    page = await openedHome(browser, host, 'sensing')
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
    await strap?.end()
    await broker?.remove()
  })

  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  const sheet = () => page.getByRole('dialog')
  const card = (): Locator =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'My broker' }) })

  it('is told that a password is wrong, and connects with the right one', async () => {
    await button('Add a broker').click()
    await sheet().getByRole('textbox', { name: 'Address' }).fill('127.0.0.1')
    const encrypted = sheet().getByRole('switch', { name: 'Encrypted (TLS)' })
    if (await encrypted.isChecked()) await encrypted.click()
    await sheet().getByText('For those who know their broker').click()
    await sheet().getByRole('textbox', { name: 'Port' }).fill(String(broker.port))
    await sheet().getByRole('textbox', { name: 'User name' }).fill('anna')
    await sheet().getByLabel('Password').fill('wrong horse')
    await button('Try connection').click()
    await sheet().getByText('The broker refuses this user name or password. Check both.').waitFor()
    await screenshot(page, 'broker-refused')
    await sheet().getByLabel('Password').fill(users.anna)
    await button('Try connection').click()
    await sheet().getByText('It works, with MQTT 5.').waitFor()
    await button('Save').click()
    await page.getByRole('dialog', { name: 'What should Lull read from “My broker”?' }).waitFor()
  })

  it('sees the topic as it arrives, takes the preset, and shows what it makes of the messages', async () => {
    await sheet().getByText('Nothing has arrived yet.').waitFor()
    strap.wear('psl/hr')
    await sheet().getByRole('button').filter({ hasText: 'psl/hr' }).click()
    await sheet().getByText('fits what just came').waitFor()
    expect(
      await sheet()
        .getByRole('radio', { name: /Polar Sensor Logger/ })
        .isChecked(),
    ).toBe(true)
    await sheet()
      .getByText(/1 interval: \d+(\.\d)? ms/)
      .first()
      .waitFor()
    await sheet()
      .getByText(/\d+ beats a minute/)
      .first()
      .waitFor()
    await screenshot(page, 'broker-preview')
    await button('Read this').click()
    await expect.poll(() => page.getByRole('dialog', { name: 'What it means' }).count(), patience).toBe(0)
    await expect.poll(() => card().textContent(), patience).toMatch(/[1-9]\d* readings? taken/)
    await screenshot(page, 'broker-read')
  })

  it('shows the beats of the last minutes on Today', async () => {
    await strap.catchUp()
    await go(page, 'today')
    const beats = page.getByRole('region', { name: 'Beats', exact: true })
    await expect.poll(() => beats.textContent(), patience).toMatch(/\d+ bpm/)
    await screenshot(page, 'broker-today')
  })

  it('says that the broker died, and goes on when it is back', async () => {
    await go(page, 'sensing')
    const taken = async () =>
      Number(/([\d,]+) readings? taken/.exec((await card().textContent()) ?? '')?.[1]?.replaceAll(',', ''))
    await expect.poll(taken, patience).toBeGreaterThan(0)
    await broker.stop('SIGKILL')
    await expect.poll(() => card().textContent(), patience).toMatch(/Lull tries again by itself\./)
    await screenshot(page, 'broker-dead')
    const before = await taken()
    await broker.start()
    await expect.poll(() => card().textContent(), patience).toMatch(/Connected, MQTT 5/)
    await expect.poll(taken, patience).toBeGreaterThan(before)
  })

  it('erases the beats, and they are gone from the file', async () => {
    strap.takeOff()
    await go(page, 'settings')
    expect((await dataMap(page))['Beats as they came']).toMatch(/^\d+ · oldest .+ · kept 30 days$/)
    await page.getByRole('button', { name: 'Erase: Beats as they came' }).click()
    await button('Erase it').click()
    await expect.poll(async () => (await dataMap(page))['Beats as they came'], patience).toBe('none')
    expect(await host.stop()).toBe(0)
    expect(rowsIn(folder, sql`beats`)).toBe(0)
  })

  it('says that a topic is silent when the broker may not let it through', async () => {
    writeFileSync(
      join(broker.folder, 'acl'),
      'user anna\ntopic read other/#\nuser phone\ntopic readwrite #\n',
    )
    await broker.stop()
    await broker.start()
    const clock = settableClock()
    host = await startHost(folder, clock.preload)
    page = await openedHome(browser, host, 'sensing')
    await expect
      .poll(() => card().textContent(), patience)
      .toMatch(/Connected, MQTT 5.*No message since Lull started/)
    await strap.publish('psl/hr', '{}')
    clock.set(host, 6 * 60_000)
    await page.reload()
    await expect
      .poll(() => card().textContent(), patience)
      .toMatch(/Silent for longer than it should be\..*this user may not read the topic/)
    await screenshot(page, 'broker-forbidden')
  })
})
