/** The sounds as a browser makes them, in numbers: the cap, the fades, the seam, what they cost; and one at a time. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FADE_IN_SECONDS } from '../../electron/core/sound/envelope.ts'
import { MOST_PEAK_DBFS } from '../../electron/core/sound/loudness.ts'
import { SOUND_KINDS } from '../../electron/core/sound/soundKinds.ts'
import { chromiumPath, openChromium } from './launchBrowser.ts'
import { type PageServer, pageServer } from './screens/pageServer.ts'
import type { soundParts } from './soundEntry.ts'

declare global {
  interface Window {
    soundParts: typeof soundParts
  }
}

const root = join(import.meta.dirname, '../..')

async function bundled(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'lull-sound-'))
  const entry = join(import.meta.dirname, 'soundEntry.ts')
  const lib = { entry, formats: ['es' as const], fileName: () => 'sound.js' }
  await build({ configFile: false, root, logLevel: 'warn', publicDir: false, build: { outDir: folder, lib } })
  const script = readFileSync(join(folder, 'sound.js'), 'utf8')
  rmSync(folder, { recursive: true, force: true })
  return script
}

describe.skipIf(!chromiumPath)('sound (needs a Chromium)', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openChromium()
  })
  afterAll(() => browser?.close())

  describe('as samples', () => {
    let page: Page
    beforeAll(async () => {
      page = await browser.newPage()
      await page.setContent('<button>Play</button>')
      await page.addScriptTag({ content: await bundled(), type: 'module' })
      await page.waitForFunction(() => 'soundParts' in window)
    })
    afterAll(() => page?.close())

    it.each(SOUND_KINDS)('%s stays below the cap, comes and goes softly, and has no seam', async (kind) => {
      const heard = await page.evaluate((one) => window.soundParts.measuredSound(one), kind)
      process.stdout.write(
        `${kind}: loop ${heard.loopSeconds} s, peak ${heard.peakDb.toFixed(2)} dBFS, rms ${heard.rmsDb.toFixed(2)} dBFS, mean ${heard.mean.toExponential(1)}, ` +
          `corner at the seam ${heard.seamCorner.toFixed(4)} of at most ${heard.mostCorner.toFixed(4)}, ` +
          `first 0.1 s ${heard.firstDb.toFixed(0)} dB, last 0.1 s ${heard.lastDb.toFixed(0)} dB\n`,
      )
      expect(heard.peakDb).toBeLessThan(MOST_PEAK_DBFS)
      expect(heard.rmsDb).toBeGreaterThan(-34)
      expect(heard.mean).toBeLessThan(2e-4)
      expect(heard.loopSeconds).toBeGreaterThanOrEqual(20)
      expect(heard.seamCorner).toBeLessThanOrEqual(heard.mostCorner)
      expect(heard.seamRms).toBeGreaterThanOrEqual(heard.leastRms * 0.8)
      expect(heard.seamRms).toBeLessThanOrEqual(heard.mostRms * 1.2)
      expect(heard.firstDb).toBeLessThan(-40)
      expect(heard.lastDb).toBeLessThan(-35)
      expect([heard.before, heard.after]).toEqual([0, 0])
    })

    it('comes in three seconds and goes in two, also when it is stopped while it comes', async () => {
      const whole = await page.evaluate(() => window.soundParts.measuredFades(0, 5))
      expect(whole.levels[0]).toBeCloseTo(0, 3)
      expect(whole.levels[6]).toBeCloseTo(0.5, 2)
      expect(whole.levels[12]).toBeCloseTo(1, 3)
      expect(whole.levels[24]).toBeCloseTo(0.5, 2)
      expect(whole.levels.slice(29).every((level) => level === 0)).toBe(true)
      const cut = await page.evaluate(() => window.soundParts.measuredFades(0, 1))
      expect(Math.max(...cut.levels)).toBeLessThan(0.45)
      expect(cut.levels.slice(13).every((level) => level === 0)).toBe(true)
      process.stdout.write(
        `fades: at ${FADE_IN_SECONDS / 2} s ${whole.levels[6]?.toFixed(3)}, a second after stop ${whole.levels[24]?.toFixed(3)}; ` +
          `biggest step from sample to sample ${Math.max(whole.step, cut.step).toExponential(1)}\n`,
      )
      // What stands at 0.2 goes in steps of less than a ten-thousandth of it.
      expect(Math.max(whole.step, cut.step)).toBeLessThan(2e-5)
    })

    it('whatever is pressed and however loud, nothing passes the gate', async () => {
      const { peakDb } = await page.evaluate(() => window.soundParts.measuredHammering())
      process.stdout.write(`twelve presses in a second at twice the volume: peak ${peakDb.toFixed(2)} dBFS\n`)
      expect(peakDb).toBeLessThan(MOST_PEAK_DBFS)
    })

    it('is made in turns that leave the page free, and costs little', async () => {
      // A page is let sound once somebody has pressed in it.
      await page.getByRole('button').click()
      const session = await browser.newBrowserCDPSession()
      const cpuSeconds = async () => {
        const { processInfo } = await session.send('SystemInfo.getProcessInfo')
        return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0)
      }
      const share = async (seconds: number) => {
        const before = await cpuSeconds()
        const fromMs = performance.now()
        await wait(seconds * 1000)
        return ((await cpuSeconds()) - before) / ((performance.now() - fromMs) / 1000)
      }
      const longest = await page.evaluate(() => window.soundParts.longestTurn('chords'))
      await wait(500)
      const still = await share(10)
      const { started, ms } = await page.evaluate(() => window.soundParts.playedLive('rain'))
      const playing = await share(20)
      process.stdout.write(
        `chords made with no turn longer than ${longest.toFixed(0)} ms; rain there after ${ms.toFixed(0)} ms; ` +
          `all of Chromium: ${(still * 100).toFixed(1)} % of a core silent, ${(playing * 100).toFixed(1)} % over 20 s of rain\n`,
      )
      expect(started).toBe('playing')
      // Wide, for a machine that does something else as well.
      expect(playing - still).toBeLessThan(0.12)
      await page.evaluate(() => window.soundParts.stopLive())
    })
  })

  describe('in the page', () => {
    let server: PageServer
    let context: BrowserContext
    beforeAll(async () => {
      server = await pageServer()
      context = await browser.newContext({ viewport: { width: 960, height: 900 }, reducedMotion: 'reduce' })
    })
    afterAll(async () => {
      await context?.close()
      await server?.close()
    })

    const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first()
    async function opened(place: string): Promise<Page> {
      const page = await context.newPage()
      await page.goto(`${server.address}/?window=home&scenario=empty#/${place}`)
      await page.addScriptTag({ url: '/fake/fake.js', type: 'module' })
      return page
    }
    async function begun(): Promise<Page> {
      const page = await opened('exercises/six-breaths')
      await button(page, 'Start').click()
      await button(page, 'Start without saying').click()
      await button(page, 'Play rain').waitFor()
      return page
    }
    const line = (page: Page) => page.getByRole('region', { name: 'Playing now' })

    it('begins by a press, goes on wherever one goes, and one window stops the other', async () => {
      const first = await begun()
      await button(first, 'Play rain').focus()
      await first.keyboard.press('Enter')
      await line(first).getByText('Rain is playing.').waitFor()
      await first.getByRole('link', { name: 'Settings' }).click()
      await first.getByRole('link', { name: 'Talk' }).click()
      await line(first).getByText('Rain is playing.').waitFor()

      const second = await opened('talk')
      await line(second).getByText('It plays in another window of Lull.').waitFor()
      await line(second).getByRole('button', { name: 'Stop the rain' }).click()
      await expect.poll(() => line(first).count()).toBe(0)
      await expect.poll(() => line(second).count()).toBe(0)

      await second.goto(`${server.address}/?window=home&scenario=empty&again#/exercises/six-breaths`)
      await second.addScriptTag({ url: '/fake/fake.js', type: 'module' })
      await button(second, 'Start').click()
      await button(second, 'Start without saying').click()
      await button(second, 'Play rain').click()
      await line(first).getByText('It plays in another window of Lull.').waitFor()
      await second.close()
      // What was closed is not said to play on.
      await expect.poll(() => line(first).count()).toBe(0)
      await first.close()
    })
  })
})
