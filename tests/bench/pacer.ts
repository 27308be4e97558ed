/** What the breathing lamp costs while somebody looks at it, beside a blank page and the smallest thing that moves. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { chromiumPath, openChromium } from '../app/launchBrowser.ts'
import { type PageServer, pageServer } from '../app/screens/pageServer.ts'
import { median } from './median.ts'
import { printRows, type Row } from './table.ts'

const ROUNDS = 3
const MEASURE_SECONDS = 20
const FRAMES_SECONDS = 10
const SETTLE_MS = 3000
const GOAL_PERCENT = 3
const GOAL_DROPPED = 1
/** Corner window and overlay, px. */
const SIZES = [160, 480]

/** Processor time of the page, of whoever draws it and of the browser, seconds. */
async function cpuSeconds(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0)
}

async function cpuPercent(session: CDPSession): Promise<number> {
  const before = await cpuSeconds(session)
  const from = performance.now()
  await wait(MEASURE_SECONDS * 1000)
  const after = await cpuSeconds(session)
  return ((after - before) / (performance.now() - from)) * 100_000
}

/** Share of frames at 60 Hz that came late, in percent: a gap of two frames dropped one. */
async function droppedPercent(page: Page): Promise<number> {
  return page.evaluate(
    (ms) =>
      new Promise<number>((done) => {
        const frameMs = 1000 / 60
        const from = performance.now()
        let last = 0
        let dropped = 0
        let all = 0
        const look = (at: number) => {
          if (last > 0) {
            const frames = Math.max(1, Math.round((at - last) / frameMs))
            all += frames
            dropped += frames - 1
          }
          last = at
          if (performance.now() - from < ms) requestAnimationFrame(look)
          else done((dropped / all) * 100)
        }
        requestAnimationFrame(look)
      }),
    FRAMES_SECONDS * 1000,
  )
}

/** The real player in its real page, at one size; the words around it are there as well. */
async function openPacer(browser: Browser, server: PageServer, size: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 960, height: 900 } })
  await page.goto(`${server.address}/?window=home&scenario=empty&theme=dark#/exercises/six-breaths`)
  await page.addScriptTag({ url: '/fake/fake.js', type: 'module' })
  await page.getByText('a light that moves').click()
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByRole('button', { name: 'Start without saying' }).click()
  await page.getByRole('button', { name: 'Pause' }).waitFor()
  await page.evaluate((px) => {
    const lamp = document.querySelector<HTMLElement>('[class*="pacer"][aria-hidden]')
    lamp?.style.setProperty('--pacer-size', `${px}px`)
  }, size)
  return page
}

/** Sixteen pixels that fade in and out: what moving anything costs here. */
async function openDot(browser: Browser): Promise<Page> {
  const page = await browser.newPage()
  await page.setContent('<i style="display:block;width:16px;height:16px;background:#f80"></i>')
  await page.evaluate(() => {
    document.querySelector('i')?.animate([{ opacity: 0.3 }, { opacity: 1 }, { opacity: 0.3 }], {
      duration: 10_000,
      iterations: Number.POSITIVE_INFINITY,
    })
  })
  return page
}

interface Measured {
  cpu: number[]
  dropped: number[]
}

async function measure(session: CDPSession, open: () => Promise<Page>, into: Measured): Promise<void> {
  const page = await open()
  await wait(SETTLE_MS)
  into.cpu.push(await cpuPercent(session))
  into.dropped.push(await droppedPercent(page))
  await page.close()
}

function rowsOf(size: number, pacer: Measured, blank: Measured, dot: Measured): Row[] {
  const ours = median(pacer.cpu)
  const none = median(blank.cpu)
  const least = median(dot.cpu)
  const dropped = median(pacer.dropped)
  return [
    {
      what: `pacer of ${size} px, processor time above a blank page`,
      against: `blank page ${none.toFixed(2)} %, a moving dot ${least.toFixed(2)} %; ratio to the dot`,
      value: ours - none,
      unit: '% of a core',
      ratio: ours / least,
      goal: `≤ ${GOAL_PERCENT} %`,
      met: ours - none <= GOAL_PERCENT,
    },
    {
      what: `pacer of ${size} px, frames dropped at 60 Hz`,
      against: `blank page, ${median(blank.dropped).toFixed(2)} %`,
      value: dropped,
      unit: '%',
      goal: `≤ ${GOAL_DROPPED} %`,
      met: dropped <= GOAL_DROPPED,
    },
  ]
}

/** Without a graphics card the processor draws all of it, which is the dearest case there is. */
export async function pacer(): Promise<Row[]> {
  if (!chromiumPath) return [{ what: 'pacer', skipped: 'needs a Chromium; LULL_CHROMIUM names it' }]
  const server = await pageServer()
  const browser = await openChromium()
  const measured = (): Measured => ({ cpu: [], dropped: [] })
  const blank = measured()
  const dot = measured()
  const pacers = SIZES.map((size) => ({ size, found: measured() }))
  try {
    const session = await browser.newBrowserCDPSession()
    for (let round = 0; round < ROUNDS; round++) {
      await measure(session, () => browser.newPage(), blank)
      await measure(session, () => openDot(browser), dot)
      for (const { size, found } of pacers) {
        await measure(session, () => openPacer(browser, server, size), found)
      }
    }
  } finally {
    await browser.close()
    await server.close()
  }
  return pacers.flatMap(({ size, found }) => rowsOf(size, found, blank, dot))
}

if (import.meta.main) {
  printRows(await pacer())
  // Playwright keeps its driver open; the figures are out.
  process.exit(0)
}
