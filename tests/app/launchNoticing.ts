/** What the tests of noticing share: a page at a place, the switches on it, the data map, and a strap on a real broker. */
import mqtt from 'mqtt'
import type { Browser, Page } from 'playwright-core'
import type { Place } from '../../renderer/windows/places.ts'
import type { RunningHost } from './launchBrowser.ts'

export const patience = { timeout: 20_000, interval: 50 }

/** A page of the host's only browser session, big enough for most of a place. */
export async function openedHome(browser: Browser, host: RunningHost, place: Place): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 960, height: 1100 }, locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(host.link)
  await page.getByRole('navigation', { name: 'Places' }).waitFor()
  await go(page, place)
  return page
}

export async function go(page: Page, place: Place): Promise<void> {
  await page.evaluate((to) => {
    location.hash = `#/${to}`
  }, place)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
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

/** Intervals of a calm heart, as Polar Sensor Logger sends them once a second. */
export function strapMessage(atMs: number, device = 'H10'): string {
  const rr = Math.round(830 + 40 * Math.sin(atMs / 4000) + 8 * Math.sin(atMs / 700))
  return JSON.stringify({ deviceId: device, timeStamp: atMs, rr: [rr], hr: Math.round(60_000 / rr) })
}

/** Minutes of beats that end now, each beat when it was. */
export function strapMinutes(minutes: number, device?: string): string[] {
  const messages: string[] = []
  const endMs = Date.now()
  for (let atMs = endMs - minutes * 60_000; atMs < endMs; ) {
    const message = strapMessage(atMs, device)
    messages.push(message)
    atMs += (JSON.parse(message) as { rr: number[] }).rr[0] ?? 1000
  }
  return messages
}

export interface Strap {
  publish(topic: string, payload: string | Buffer): Promise<unknown>
  /** Sends a beat each second until it is ended. */
  wear(topic: string): void
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
  return {
    publish: (topic, payload) => client.publishAsync(topic, payload, { qos: 1 }),
    wear(topic) {
      timer = setInterval(() => client.publish(topic, strapMessage(Date.now()), { qos: 0 }), 1000)
    },
    async end() {
      clearInterval(timer)
      await client.endAsync(true)
    },
  }
}
