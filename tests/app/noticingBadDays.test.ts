/** Bad days of noticing: no bus, a bus that hangs, no display, a clock that jumps, a flood, strange names, older data. */
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openDatabase } from '../../electron/engine/store/database.ts'
import { migrations } from '../../electron/engine/store/migrations/index.ts'
import { sql } from '../../electron/engine/store/sql.ts'
import { prepareDataFolder } from '../../electron/hosts/dataFolder.ts'
import { headlessKey, readClearKey } from '../../electron/hosts/keyFile.ts'
import { type Mosquitto, mosquitto, noMosquitto } from '../engine/devices/mqtt/mosquitto.ts'
import { payloadZoo } from '../engine/devices/mqtt/payloadZoo.ts'
import { chromiumPath, openChromium, type RunningHost, startHost } from './launchBrowser.ts'
import { freshFolder, preparedData } from './launchData.ts'
import { screenshot } from './launchElectron.ts'
import { go, openedHome, patience, type Strap, sensorRow, settableClock, strapOn } from './launchNoticing.ts'

let browser: Browser
let host: RunningHost | null = null
let broker: Mosquitto | null = null
let strap: Strap | null = null
beforeAll(async () => {
  if (chromiumPath) browser = await openChromium()
})
afterAll(() => browser?.close())
afterEach(async () => {
  await Promise.all((browser?.contexts() ?? []).map((context) => context.close()))
  await host?.stop()
  await strap?.end()
  await broker?.remove()
  host = null
  strap = null
  broker = null
})

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })

const openedData = (folder: string) =>
  openDatabase({ dataFolder: folder, keyHex: readClearKey(folder) ?? '', now: Date.now() })

/** A bus that takes every connection and never says a word. */
async function hungBus(): Promise<{ address: string; server: Server }> {
  const path = join(freshFolder(), 'bus')
  const server = createServer(() => {})
  await new Promise<void>((listening) => server.listen(path, listening))
  return { address: `unix:path=${path}`, server }
}

describe.skipIf(!chromiumPath)('a desktop that cannot tell', () => {
  it('is said sensor by sensor, without bus and display, and all else works', async () => {
    host = await startHost(await preparedData(null), null, {
      env: {
        DBUS_SESSION_BUS_ADDRESS: '',
        DISPLAY: '',
        WAYLAND_DISPLAY: '',
        XDG_RUNTIME_DIR: '/nonexistent',
      },
    })
    const page = await openedHome(browser, host, 'sensing')
    // A system bus may be there all the same, and then knows of a lock at least.
    await expect
      .poll(() => sensorRow(page, 'At the keyboard').textContent(), patience)
      .toMatch(/Not available on this desktop.*unknown, not as calm\.|asks the login service/)
    await expect
      .poll(() => sensorRow(page, 'Full screen and do not disturb').textContent(), patience)
      .toMatch(/Not available: there is no display to ask\./)
    expect(await sensorRow(page, 'Calls and sharing').textContent()).toMatch(/unknown|Not available/)
    expect(await heading(page).textContent()).not.toMatch(/at the keyboard|fills the screen/)
    await screenshot(page, 'bad-nothing')
    await go(page, 'today')
    await page.getByText('Nobody can tell work from rest at the moment.').waitFor()
    await screenshot(page, 'bad-nothing-today')
  })

  it('does not hold anything up when its bus hangs', async () => {
    const { address, server } = await hungBus()
    const begun = performance.now()
    host = await startHost(await preparedData(null), null, {
      env: { DBUS_SESSION_BUS_ADDRESS: address, DISPLAY: '' },
    })
    const page = await openedHome(browser, host, 'sensing')
    expect(performance.now() - begun).toBeLessThan(10_000)
    await expect
      .poll(() => sensorRow(page, 'At the keyboard').textContent(), patience)
      .toMatch(/It does not answer any more|asks the login service/)
    expect(await sensorRow(page, 'Calls and sharing').textContent()).toMatch(/unknown|Not available/)
    const stopping = performance.now()
    expect(await host.stop()).toBe(0)
    expect(performance.now() - stopping).toBeLessThan(5_000)
    server.close()
  })
})

describe.skipIf(!chromiumPath)('a clock that jumps', () => {
  it('leaves the day true both ways', async () => {
    const clock = settableClock()
    const folder = await preparedData(null)
    host = await startHost(folder, clock.preload)
    const page = await openedHome(browser, host, 'sensing')
    await expect.poll(() => sensorRow(page, 'At the keyboard').textContent(), patience).toMatch(/You: at it/)
    const known = () => sensorRow(page, 'At the keyboard').textContent()
    const startedMs = Date.now()
    for (const shiftMs of [3 * 3_600_000, -3_600_000, 0]) {
      clock.set(host, shiftMs)
      await expect.poll(known, patience).toMatch(/You: at it since.*Last reading just now/)
    }
    await go(page, 'today')
    expect(await heading(page).textContent()).not.toMatch(/\d h|-\d|−\d/)
    expect(await host.stop()).toBe(0)
    const { store } = openedData(folder)
    const span = z.object({ kind: z.string(), ms: z.number() })
    const spans = store.all(span, sql`SELECT kind, to_at - from_at AS ms FROM spans`)
    store.close()
    const workedMs = spans.filter(({ kind }) => kind === 'work').reduce((sum, { ms }) => sum + ms, 0)
    expect(workedMs).toBeLessThan(Date.now() - startedMs + 60_000)
    expect(spans.filter(({ ms }) => ms < 0)).toEqual([])
  })
})

/** Names that try to be something else: another direction, commands for a terminal, a page. */
const strange = {
  title: `\u202Egnp.tset\u202C <img src=x onerror=alert(1)> \u0007\u001B[31m${'x'.repeat(8)}`,
  topic: 'psl/<b>hr</b>/\u202Eevil\u202C',
}

/** Resident memory of the engine's process, in megabytes. */
const memoryMb = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

/** What a flood may cost for good: pages of the heap that were touched once, no message of it. */
const MOST_GROWTH_MB = 60

async function addBroker(page: Page, title: string, port: number, user = ''): Promise<void> {
  await button(page, 'Add a broker').click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('textbox', { name: 'Name', exact: true }).fill(title)
  await sheet.getByRole('textbox', { name: 'Address' }).fill('127.0.0.1')
  const encrypted = sheet.getByRole('switch', { name: 'Encrypted (TLS)' })
  if (await encrypted.isChecked()) await encrypted.click()
  await sheet.getByText('For those who know their broker').click()
  await sheet.getByRole('textbox', { name: 'Port' }).fill(String(port))
  await sheet.getByRole('textbox', { name: 'User name' }).fill(user)
  await button(page, 'Save').click()
  await page.getByRole('dialog', { name: /^What should Lull read/ }).waitFor()
}

describe.skipIf(!chromiumPath || noMosquitto)('a broker full of nonsense', () => {
  it('leaves the page usable, the memory flat and every name a text, with two tabs watching', async () => {
    broker = await mosquitto()
    strap = await strapOn(broker.port)
    host = await startHost(await preparedData(null))
    const page = await openedHome(browser, host, 'sensing')
    const tab = await page.context().newPage()
    await tab.goto(`${new URL(page.url()).origin}/#/sensing`)
    await addBroker(page, strange.title, broker.port)
    const topics = page.getByRole('dialog')
    const named = topics.getByRole('button').filter({ hasText: 'evil' })
    await expect
      .poll(async () => {
        await strap?.publish(strange.topic, '61')
        return named.count()
      }, patience)
      .toBe(1)
    expect(await named.textContent()).toContain(strange.topic)
    await screenshot(page, 'bad-names')
    await named.click()
    await topics.getByRole('radio', { name: /A plain number/ }).click()
    await button(page, 'Read this').click()
    for (const one of [page, tab]) {
      const card = one.getByRole('heading', { name: 'onerror=alert(1)' })
      await expect.poll(() => card.count(), patience).toBe(1)
      expect(await one.locator('img[src=x]').count()).toBe(0)
    }
    const { pid = 0 } = host.child
    const flood = async (count: number) => {
      const payloads = payloadZoo
        .map(([, payload]) => Buffer.from(payload))
        .filter(({ length }) => length < 5_000)
      for (let sent = 0; sent < count; sent += 1000) {
        const some = Array.from({ length: 1000 }, (_, at) => payloads[(sent + at) % payloads.length] ?? '')
        await Promise.all(
          some.map((payload, at) =>
            strap?.publish(at % 20 === 0 ? strange.topic : `zoo/${at % 50}`, payload),
          ),
        )
      }
    }
    await flood(10_000)
    const before = memoryMb(pid)
    await flood(100_000)
    expect(memoryMb(pid) - before).toBeLessThan(MOST_GROWTH_MB)
    const begun = performance.now()
    await go(tab, 'today')
    await go(tab, 'sensing')
    expect(performance.now() - begun).toBeLessThan(3_000)
    await expect
      .poll(
        () =>
          tab
            .getByText(/[\d,]+ left out/)
            .first()
            .textContent(),
        patience,
      )
      .toMatch(/left out/)
    // Right after the flood one more message may still be over the rate.
    await expect
      .poll(
        async () => {
          await strap?.publish(strange.topic, '64')
          return tab.getByText(/\d readings? taken/).count()
        },
        { ...patience, interval: 500 },
      )
      .toBeGreaterThan(0)
    await screenshot(tab, 'bad-flood')
  })

  it('may stand beside nineteen others', async () => {
    broker = await mosquitto()
    host = await startHost(await preparedData(null))
    const page = await openedHome(browser, host, 'sensing')
    for (let number = 1; number <= 20; number++) {
      await addBroker(page, `Broker ${number}`, broker.port, `user${number}`)
      await page.keyboard.press('Escape')
    }
    await expect.poll(() => page.getByText(/Connected, MQTT 5\./).count(), patience).toBe(20)
    await screenshot(page, 'bad-twenty')
    expect(await host.stop()).toBe(0)
  })
})

describe.skipIf(!chromiumPath)('data of an older Lull', () => {
  it('keeps its talks and its settings, and gains what is new', async () => {
    const folder = join(freshFolder(), 'data')
    prepareDataFolder(folder)
    const { keyHex } = headlessKey(folder, {})
    const at = Date.now() - 86_400_000
    const { store } = openDatabase({
      dataFolder: folder,
      keyHex,
      now: at,
      migrations: migrations.slice(0, 2),
    })
    const settings = {
      theme: 'dark',
      country: 'DE',
      shortcut: null,
      openAtLogin: false,
      noticeAcceptedAt: at,
    }
    store.run(sql`INSERT INTO settings (one, document) VALUES (1, ${JSON.stringify(settings)})`)
    store.run(sql`
      INSERT INTO conversations (id, title, mode, started_at, updated_at)
      VALUES ('9c5b94b1-35ad-49bb-b118-8e8fc24abf80', 'The move', 'talk', ${at}, ${at})`)
    store.run(sql`
      INSERT INTO messages (id, conversation_id, author, text, at, status, tier)
      VALUES ('0b0e9f0a-6a1c-4f52-9f0f-5d3a5c1f7d11', '9c5b94b1-35ad-49bb-b118-8e8fc24abf80', 'person',
        'Boxes everywhere, and the cat hides.', ${at}, 'sent', 'none')`)
    store.close()
    host = await startHost(folder)
    expect(host.said()).toBe('')
    const page = await openedHome(browser, host, 'talk')
    await page.getByText('The move').first().click()
    await page.getByText('Boxes everywhere, and the cat hides.').first().waitFor()
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
    await go(page, 'sensing')
    await expect.poll(() => sensorRow(page, 'At the keyboard').textContent(), patience).toMatch(/Running/)
    await screenshot(page, 'bad-older')
  })
})
