/** What the tests of noticing share: a page at a place, the switches on it, the data map, and a strap on a real broker. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import mqtt from 'mqtt'
import type { Browser, Page } from 'playwright-core'
import { z } from 'zod'
import { openDatabase } from '../../electron/engine/store/database.ts'
import { type Sql, sql } from '../../electron/engine/store/sql.ts'
import { readClearKey } from '../../electron/hosts/keyFile.ts'
import type { Place } from '../../renderer/windows/places.ts'
import type { RunningHost } from './launchBrowser.ts'
import { freshFolder, root } from './launchData.ts'

export const patience = { timeout: 20_000, interval: 50 }

/** A page of the host's only browser session, big enough for most of a place. */
export async function openedHome(browser: Browser, host: RunningHost, place: Place): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 960, height: 1100 }, locale: 'en-GB' })
  const page = await context.newPage()
  page.setDefaultTimeout(patience.timeout)
  await page.goto(host.link)
  await page.locator('nav[aria-label="Places"]').waitFor()
  await go(page, place)
  return page
}

export async function go(page: Page, place: Place): Promise<void> {
  await page.evaluate((to) => {
    location.hash = `#/${to}`
  }, place)
  // By tag, here and above: a pause that lies over the page takes everything else from whoever asks by role.
  await page.locator('h1').first().waitFor()
}

/** One sensor's row on the Sensing page, by the name a person reads. */
export const sensorRow = (page: Page, name: string) => page.getByRole('listitem', { name, exact: true })
export const sensorSwitch = (page: Page, name: string) =>
  page.getByRole('switch', { name: `Notice: ${name}`, exact: true })

/** The data map as it reads: what stands beside each kind. The page must be at Settings. */
export async function dataMap(page: Page): Promise<Record<string, string>> {
  const rows = page.getByRole('region', { name: 'What is kept' }).getByRole('listitem')
  await rows.first().waitFor()
  const texts = await rows.evaluateAll((items) =>
    items.map((item) => [...item.querySelectorAll('p')].map((line) => line.textContent?.trim() ?? '')),
  )
  return Object.fromEntries(texts.map(([name = '', facts = '']) => [name, facts]))
}

/** Rows of a table in the file itself. Nobody else may have it open. */
export function rowsIn(folder: string, table: Sql): number {
  const { store } = openDatabase({ dataFolder: folder, keyHex: readClearKey(folder) ?? '', now: Date.now() })
  const counted = store.get(z.object({ n: z.number() }), sql`SELECT count(*) AS n FROM ${table}`)
  store.close()
  return counted?.n ?? -1
}

/** A host whose clock can be set while it runs. */
export function settableClock() {
  const file = join(freshFolder(), 'shift')
  return {
    preload: { file: join(root, 'tests/fixtures/shiftClock.cjs'), env: { LULL_CLOCK_SHIFT: file } },
    /** Sets it this far from the true time, for a host that is still to be started. */
    write(shiftMs: number): void {
      writeFileSync(file, String(shiftMs))
    },
    /** Sets it this far from the true time. */
    set(host: RunningHost, shiftMs: number): void {
      this.write(shiftMs)
      host.child.kill('SIGUSR2')
    },
  }
}

const rrMs = (atMs: number) => Math.round(830 + 40 * Math.sin(atMs / 4000) + 8 * Math.sin(atMs / 700))

/** Intervals of a calm heart that end at a moment, as Polar Sensor Logger sends them. */
export function strapMessage(atMs: number, spanMs = 1000, deviceId = 'H10'): string {
  const rr: number[] = []
  for (let leftMs = spanMs; leftMs > 400; leftMs -= rr[0] ?? spanMs) rr.unshift(rrMs(atMs - spanMs + leftMs))
  return JSON.stringify({ deviceId, timeStamp: atMs, rr, hr: Math.round(60_000 / rrMs(atMs)) })
}

/** Far enough back to hold whole minutes, and near enough to be live. */
const BEHIND_MS = 4 * 60_000

export interface Strap {
  publish(topic: string, payload: string | Buffer): Promise<unknown>
  /** Sends a beat each second until it is ended, the first ones late, as a phone does that was out of reach. */
  wear(topic: string): void
  /** Sends what is still missing at once, six messages a minute: so few that none is over the rate. */
  catchUp(): Promise<void>
  takeOff(): void
  end(): Promise<void>
}

export async function strapOn(port: number, username?: string, password?: string): Promise<Strap> {
  const client = await mqtt.connectAsync({
    host: '127.0.0.1',
    port,
    protocolVersion: 5,
    reconnectPeriod: 200,
    ...(username && { username }),
    ...(password && { password }),
  })
  client.on('error', () => {})
  let timer: NodeJS.Timeout | undefined
  let worn = ''
  let behindMs = BEHIND_MS
  return {
    publish: (topic, payload) => client.publishAsync(topic, payload, { qos: 1 }),
    wear(topic) {
      worn = topic
      timer = setInterval(() => client.publish(topic, strapMessage(Date.now() - behindMs)), 1000)
    },
    async catchUp() {
      const now = Date.now()
      const fromMs = now - behindMs
      behindMs = 0
      for (let atMs = fromMs + 10_000; atMs < now; atMs += 10_000) {
        await client.publishAsync(worn, strapMessage(atMs, 10_000), { qos: 1 })
      }
    },
    takeOff: () => clearInterval(timer),
    async end() {
      clearInterval(timer)
      await client.endAsync(true)
    },
  }
}
