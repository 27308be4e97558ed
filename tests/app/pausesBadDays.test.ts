/** Pauses when it matters: one that is due by itself, a call in the way, a clock set back, a host that dies, and a year behind it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { keepRhythm } from '../../electron/engine/features/presence/keptRhythm.ts'
import { sql } from '../../electron/engine/store/sql.ts'
import { seedBreaks } from '../engine/features/breaks/seedBreaks.ts'
import { chromiumPath, endedHost, openChromium, type RunningHost, startHost } from './launchBrowser.ts'
import { preparedData } from './launchData.ts'
import { screenshot } from './launchElectron.ts'
import { type ForeignWindow, foreignWindow } from './launchForeignWindow.ts'
import { openedHome, patience, sensorRow, settableClock } from './launchNoticing.ts'
import { answer, button, happenings, leave, nudge, says, sentence, take, withData } from './launchPauses.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** A gap of eight seconds in the typing, the rounds of the sensors before it, and a busy machine. */
const soon = { timeout: 40_000, interval: 100 }

let browser: Browser
let host: RunningHost | null = null
let typing: NodeJS.Timeout | undefined
let foreign: ForeignWindow | null = null
beforeAll(async () => {
  if (chromiumPath) browser = await openChromium()
})
afterAll(() => browser?.close())
afterEach(async () => {
  clearInterval(typing)
  foreign?.close()
  foreign = null
  await Promise.all((browser?.contexts() ?? []).map((context) => context.close()))
  await host?.stop()
  host = null
})

/** Number of the local day that began at 04:00. */
const workDayNow = () => {
  const now = Date.now()
  return Math.floor((now - 4 * HOUR - new Date(now).getTimezoneOffset() * MINUTE) / DAY)
}

/** Data of somebody who has been at it for an hour, and whose day has no pauses by the clock. */
async function anHourIn(): Promise<string> {
  const folder = await preparedData(null)
  const now = Date.now()
  withData(folder, (store) => {
    const kinds = { lunch: { isOn: false }, endOfDay: { isOn: false } }
    const patch = JSON.stringify({ breaks: { kinds }, tourSeenAt: now })
    store.run(sql`UPDATE settings SET document = json_patch(document, ${patch})`)
    const rhythm = {
      ...{ activeMs: HOUR, restMs: 0, sessionFromMs: now - HOUR, workDay: workDayNow() },
      ...{ dayFromMs: now - HOUR, dayToMs: now, dayActiveMs: HOUR, unknownMs: 0 },
    }
    keepRhythm(store, { atMs: now, rhythm, lateMs: 0, noting: true })
  })
  return folder
}

/** Somebody writes, in another window than ours. */
function write(): void {
  foreign ??= foreignWindow({ x: 0, y: 0, width: 100, height: 100 })
  foreign.focus()
  typing = setInterval(() => foreign?.press('a'), 300)
}

const due = /You have been at it/

describe.skipIf(!chromiumPath || !process.env.DISPLAY)('a pause that is due', () => {
  it('waits while somebody writes, comes by itself in the gap, to every tab, and says why', async () => {
    const folder = await anHourIn()
    write()
    host = await startHost(folder)
    const page = await openedHome(browser, host, 'pauses')
    const tab = await page.context().newPage()
    await tab.goto(`${new URL(page.url()).origin}/?window=popup`)
    await says(page, /One is due, and waits for a moment that fits\.$/)
    await page.getByText(/^It has been due since \d\d:\d\d\. Lull looks for a gap in your typing/).waitFor()
    await screenshot(page, 'pauses-waiting')
    expect(await nudge(page, due).count()).toBe(0)
    clearInterval(typing)
    await expect.poll(() => nudge(page, due).count(), soon).toBe(1)
    await nudge(tab, due).waitFor()
    await says(page, /Right now there is /)
    await screenshot(page, 'pauses-due')
    await answer(tab, due, 'Skip this one')
    await expect.poll(() => nudge(page, due).count(), patience).toBe(0)
    await expect
      .poll(() => happenings(page), patience)
      .toEqual([expect.stringMatching(/Let pass: .*due after work.*Why this\?$/)])
    await page.getByRole('link', { name: /^Why this\?/ }).click()
    await page.getByText(/You had been at it for 1\sh/).waitFor()
    await page.getByText(/It waited for a moment that fits: a gap in the typing/).waitFor()
    await screenshot(page, 'pauses-due-why')
  })
})

/** A camera nobody has: only who holds it open is looked at. */
const camera = '/dev/video77'
const noCamera = (() => {
  try {
    writeFileSync(camera, '', { flag: 'wx' })
    rmSync(camera)
    return false
  } catch {
    return true
  }
})()

/** A program in a call: holds a camera open, as far as anybody can see. */
function caller(): ChildProcess {
  writeFileSync(camera, '')
  const held = `require('node:fs').openSync(${JSON.stringify(camera)}); setInterval(() => {}, 1e6)`
  return spawn(process.execPath, ['-e', held], { stdio: 'ignore' })
}

/** The sound server of this desktop, which tells that a call is over; without one a microphone may still listen. */
const hasSound = existsSync('/usr/bin/pactl') && existsSync(`${process.env.XDG_RUNTIME_DIR}/pulse/native`)

describe.skipIf(!chromiumPath || noCamera || !process.env.DISPLAY)(
  'a call (needs to be allowed to make a file under /dev; that it ends needs a sound server)',
  () => {
    let call: ChildProcess | null = null
    afterEach(() => {
      call?.kill('SIGKILL')
      rmSync(camera, { force: true })
    })

    it('silences a pause that is due and says so, until somebody can tell that it is over', async () => {
      call = caller()
      write()
      host = await startHost(await anHourIn())
      const page = await openedHome(browser, host, 'pauses')
      const silent = /One is due, and nothing is said: you are in a call\.$/
      await expect.poll(() => sentence(page), soon).toMatch(silent)
      clearInterval(typing)
      await expect
        .poll(() => happenings(page), patience)
        .toEqual([expect.stringMatching(/you were in a call/)])
      await screenshot(page, 'pauses-call')
      call.kill('SIGKILL')
      if (hasSound) {
        await expect.poll(() => nudge(page, due).count(), soon).toBe(1)
        return
      }
      const tab = await page.context().newPage()
      await tab.goto(`${new URL(page.url()).origin}/?window=home#/sensing`)
      await expect
        .poll(() => sensorRow(tab, 'Calls and sharing').textContent(), soon)
        .toContain('In a call: unknown')
      expect(await sentence(page)).toMatch(silent)
      expect(await nudge(page, due).count()).toBe(0)
    })
  },
)

describe.skipIf(!chromiumPath)('a pause that is on', () => {
  const over = /Fifteen minutes/
  const until = (page: Page) =>
    nudge(page, over)
      .getByText(/^Until \d\d:\d\d/)
      .textContent()

  it('keeps what is left of it when the clock is set back two hours, and can still be left', async () => {
    const clock = settableClock()
    // At noon, so that two hours back are the same day whenever this runs: a day begins at 04:00.
    const noonMs = new Date().setHours(12, 0, 0, 0) - Date.now()
    clock.write(noonMs)
    host = await startHost(await preparedData(null), clock.preload)
    const page = await openedHome(browser, host, 'pauses')
    // The page has the clock of the machine, too.
    await page.evaluate((shiftMs) => {
      const trueNow = Date.now
      const clock = { shiftMs }
      Object.assign(window, { clock })
      Date.now = () => trueNow() + clock.shiftMs
    }, noonMs)
    await take(page, /^Long pause/)
    const minutes = (text: string | null) => {
      const [, hour, minute] = /(\d\d):(\d\d)/.exec(text ?? '') ?? []
      return Number(hour) * 60 + Number(minute)
    }
    const before = minutes(await until(page))
    await page.evaluate(
      (shiftMs) => {
        Object.assign((window as unknown as { clock: object }).clock, { shiftMs })
      },
      noonMs - 2 * HOUR,
    )
    clock.set(host, noonMs - 2 * HOUR)
    await expect.poll(async () => minutes(await until(page)), soon).toBe((before - 120 + 1440) % 1440)
    await screenshot(page, 'pauses-clock-back')
    await leave(page, over)
    await expect.poll(() => happenings(page), patience).toHaveLength(1)
    expect((await happenings(page)).join()).not.toMatch(/[-−]\d/)
  })

  it('goes on where it was after its host was killed and started again, with nobody else on its data', async () => {
    const folder = await preparedData(null)
    host = await startHost(folder)
    let page = await openedHome(browser, host, 'pauses')
    await take(page, /^Long pause/)
    const ends = await until(page)
    expect((await endedHost(folder)).said).toBe('Lull is already running; here is a new link to it.\n')
    host.child.kill('SIGKILL')
    await host.gone
    await expect.poll(() => nudge(page, over).count(), { timeout: 8_000, interval: 50 }).toBe(0)
    await screenshot(page, 'pauses-killed')
    host = await startHost(folder)
    page = await openedHome(browser, host, 'pauses')
    expect(await until(page)).toBe(ends)
    await leave(page, over)
    await button(page, 'Take a pause now').waitFor()
  })
})

describe.skipIf(!chromiumPath)('a year of pauses', () => {
  it('opens its month, its week and its sums at once', async () => {
    const folder = await preparedData(null)
    const today = workDayNow()
    const perDay = { entriesADay: 25, silencesADay: 40, choicesADay: 8 }
    withData(folder, (store) => seedBreaks(store, { today, days: 365, ...perDay }))
    host = await startHost(folder)
    const page = await openedHome(browser, host, 'pauses')
    await page.getByRole('list', { name: 'What happened' }).waitFor()
    for (const [name, shown] of [
      ['Month', /has held .* so far\.$/],
      ['Week', /^In these seven days you took /],
      ['In sum', /^In the last 30 days you took /],
      ['A year', /^In the last year you took [\d,]+ pauses/],
      ['All', /^Since /],
    ] as const) {
      await button(page, name).click()
      await says(page, shown)
      await screenshot(page, `pauses-year-${name.toLowerCase().replace(' ', '-')}`)
    }
  })
})
