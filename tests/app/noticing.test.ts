/** What a person does with noticing in the first days, in a browser tab over the real host: switches, play, check-ins, Today. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '../../electron/engine/store/sql.ts'
import { chromiumPath, openChromium, type RunningHost, startHost } from './launchBrowser.ts'
import { preparedData } from './launchData.ts'
import { screenshot } from './launchElectron.ts'
import { dataMap, go, openedHome, patience, rowsIn, sensorRow, sensorSwitch } from './launchNoticing.ts'

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const sign = (page: Page) => page.getByRole('link', { name: /^Sensing/ })
const state = (page: Page) => page.getByRole('region', { name: 'Sensing now' })

/** A play takes a minute to tell anything: it runs beside what needs no beats. */
const aMinuteOfBeats = { timeout: 75_000, interval: 250 }

describe.skipIf(!chromiumPath)('the first days with noticing', () => {
  let browser: Browser
  let folder: string
  let host: RunningHost
  let page: Page
  const heavy = { host: null as RunningHost | null, page: null as Page | null }
  beforeAll(async () => {
    browser = await openChromium()
    folder = await preparedData(null)
    host = await startHost(folder)
    page = await openedHome(browser, host, 'sensing')
    heavy.host = await startHost(await preparedData(null))
    heavy.page = await openedHome(browser, heavy.host, 'sensing')
    await button(heavy.page, 'Play a heavy day').click()
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
    await heavy.host?.stop()
  })

  it('begins with presence only, and says of each other sensor how it stands', async () => {
    await expect
      .poll(() => sensorRow(page, 'At the keyboard').textContent(), patience)
      .toMatch(/Running|Not available/)
    for (const name of ['Kind of program', 'How much you type and click', 'How hard the computer works']) {
      expect(await sensorSwitch(page, name).isChecked()).toBe(false)
      expect(await sensorRow(page, name).textContent()).toMatch(/Off\.$/)
    }
    await expect
      .poll(() => page.getByRole('heading', { level: 1 }).textContent(), patience)
      .toMatch(/^Lull notices .+\. Nothing else\.$|^Nothing that is switched on can be noticed/)
    expect(await sign(page).textContent()).toBe('Sensingon')
    await screenshot(page, 'noticing-first')
  })

  it('begins with what was asked for, and lists programs only then', async () => {
    expect(await page.getByRole('heading', { name: 'Programs seen' }).count()).toBe(0)
    await sensorSwitch(page, 'How hard the computer works').click()
    await sensorSwitch(page, 'Kind of program').click()
    await expect
      .poll(() => sensorRow(page, 'How hard the computer works').textContent(), patience)
      .toMatch(/Running: asks .*Last reading/)
    await expect
      .poll(() => sensorRow(page, 'Kind of program').textContent(), patience)
      .toMatch(/Running|Not available/)
    await page.getByRole('heading', { name: 'Programs seen' }).waitFor()
    await screenshot(page, 'noticing-more')
  })

  it('pauses for an hour, until tomorrow and for good, says so everywhere, and goes on', async () => {
    const popup = await page.context().newPage()
    await popup.goto(`${new URL(page.url()).origin}/?window=popup`)
    const popupSign = (words: RegExp) => popup.getByRole('button', { name: words }).waitFor()
    await popupSign(/^Sensing is on\. Open Sensing$/)
    await button(page, 'Pause for 1 hour').click()
    await expect.poll(() => state(page).textContent(), patience).toMatch(/^Paused until .*\d\d:\d\d/)
    await expect.poll(() => sign(page).textContent()).toBe('Sensingpaused')
    await expect
      .poll(() => page.getByRole('heading', { level: 1 }).textContent())
      .toMatch(/^Lull looks away until .*\d\d:\d\d\.$/)
    expect(await sensorRow(page, 'At the keyboard').textContent()).toMatch(/Paused with everything else\.$/)
    await popupSign(/^Sensing is paused until .*\d\d:\d\d\. Open Sensing$/)
    await screenshot(page, 'noticing-paused')
    await button(page, 'On again').click()
    await expect.poll(() => sign(page).textContent(), patience).toBe('Sensingon')
    await button(page, 'Until tomorrow').click()
    await expect.poll(() => state(page).textContent(), patience).toMatch(/^Paused until .*0?4:00/)
    await button(page, 'Switch all off').click()
    await expect.poll(() => state(page).textContent(), patience).toMatch(/^Off until you switch it on again/)
    await expect.poll(() => sign(page).textContent()).toBe('Sensingoff')
    await popupSign(/^Sensing is off\. Open Sensing$/)
    await popup.close()
  })

  it('keeps what was chosen over a restart', async () => {
    expect(await host.stop()).toBe(0)
    host = await startHost(folder)
    await page.context().close()
    page = await openedHome(browser, host, 'sensing')
    await expect.poll(() => state(page).textContent(), patience).toMatch(/^Off until you switch it on again/)
    await expect.poll(() => sign(page).textContent()).toBe('Sensingoff')
    expect(await sensorSwitch(page, 'Kind of program').isChecked()).toBe(true)
    expect(await sensorSwitch(page, 'How much you type and click').isChecked()).toBe(false)
    await button(page, 'On again').click()
    await expect.poll(() => sign(page).textContent(), patience).toBe('Sensingon')
    await button(page, 'Play a calm day').click()
    await page.getByText('Playing.').waitFor()
  })

  it('takes a check-in in a few keys, shows it on Today, and takes it back', async () => {
    const popup = await page.context().newPage()
    await popup.setViewportSize({ width: 380, height: 560 })
    await popup.goto(`${new URL(page.url()).origin}/?window=popup`)
    await popup.getByRole('button', { name: 'How are you?' }).waitFor()
    const begun = performance.now()
    await popup.getByRole('button', { name: 'How are you?' }).focus()
    await popup.keyboard.press('Enter')
    await popup
      .getByRole('dialog', { name: 'How are you?' })
      .getByRole('radio', { name: 'good', exact: true })
      .waitFor()
    await popup.keyboard.press('4')
    await popup.keyboard.press('Enter')
    await popup.getByText('Noted: good.').waitFor()
    expect(performance.now() - begun).toBeLessThan(10_000)
    await screenshot(popup, 'noticing-checkin')
    await go(page, 'today')
    const said = page.getByRole('region', { name: 'Check-ins' })
    await expect.poll(() => said.textContent(), patience).toMatch(/^Check-ins\d\d:\d\dgood$/)
    await popup.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => said.count(), patience).toBe(0)
    await popup.close()
  })

  it('says how many check-ins are missing before it can say how well it knows one', async () => {
    await button(page, 'How well does this know me?').click()
    await page.getByText('Too early to say: 40 more check-ins are needed.').waitFor()
    await screenshot(page, 'noticing-well')
    await button(page, 'Back to the day').click()
  })

  it('shows the beats of a play within a minute or so', async () => {
    for (const [one, name] of [
      [heavy.page, 'heavy'],
      [page, 'calm'],
    ] as const) {
      if (!one) throw new Error('no page')
      await go(one, 'today')
      const beats = one.getByRole('region', { name: 'Beats', exact: true })
      await expect.poll(() => beats.textContent(), aMinuteOfBeats).toMatch(/\d+ bpm.*From the simulator/)
      await screenshot(one, `noticing-today-${name}`)
    }
  })

  it('explains a moment down to its rows', async () => {
    const slider = page.getByRole('slider', { name: 'Moment of the day' })
    const sheet = page.getByRole('dialog', { name: /^\d\d:\d\d, / })
    // The line is drawn anew as the day goes on, and a key may fall between two drawings.
    await expect
      .poll(async () => {
        if (await sheet.isVisible()) return true
        await slider.press('End')
        await slider.press('Enter')
        return sheet.isVisible()
      }, patience)
      .toBe(true)
    await sheet.getByText('The rows it came from').click()
    // Whether its minute was over, and has a row, depends on the second at which this is asked.
    await sheet.getByRole('table').or(sheet.getByText('No minutes were kept for it.')).first().waitFor()
    await screenshot(page, 'noticing-explain')
    await page.keyboard.press('Escape')
  })

  it('marks a stretch as wrong, and takes it back', async () => {
    await button(page, 'Mark a stretch as wrong').click()
    await page.getByLabel('Why, in your words').fill('I was on a treadmill')
    await screenshot(page, 'noticing-mark')
    await button(page, 'Mark it').click()
    const back = page.getByRole('button', { name: /^Take back/ })
    await back.waitFor()
    await screenshot(page, 'noticing-marked')
    await back.click()
    await expect.poll(() => back.count(), patience).toBe(0)
  })

  it('turns to yesterday, a week and a month', async () => {
    await button(page, 'Day before').click()
    await page.getByText('Nothing is known of this day.').waitFor()
    await button(page, 'Week').click()
    await page.getByRole('table', { name: 'Day by day' }).waitFor()
    await screenshot(page, 'noticing-week')
    await button(page, 'Month').click()
    await page.getByRole('table', { name: 'Day by day' }).waitFor()
    await screenshot(page, 'noticing-month')
    await button(page, 'Back to today').click()
    await button(page, 'Day').click()
  })

  it('ends the play by one click', async () => {
    await go(page, 'sensing')
    await button(page, 'End the play').click()
    await button(page, 'Play a calm day').waitFor()
  })

  it('erases one kind, one day and everything, each gone from the file, and goes on noticing', async () => {
    await go(page, 'settings')
    await screenshot(page, 'noticing-map')
    const kept = await dataMap(page)
    for (const kind of ['Minutes at the computer', 'Beats as they came', 'Stretches of work, rest and calls'])
      expect(kept[kind]).toMatch(/^\d+ · oldest .+ · kept 30 days$/)
    await page.getByRole('button', { name: 'Erase: Beats as they came' }).click()
    await button(page, 'Erase it').click()
    await expect.poll(async () => (await dataMap(page))['Beats as they came'], patience).toBe('none')
    await button(page, 'Erase this day').click()
    await button(page, 'Erase it').click()
    await expect
      .poll(async () => (await dataMap(page))['Minutes of beats, and what is usual'], patience)
      .toBe('none')
    await button(page, 'Erase everything').click()
    await page.getByLabel('Type “erase” to confirm').fill('erase')
    await button(page, 'Erase everything').click()
    await page.getByText('Everything is erased.').waitFor()
    await screenshot(page, 'noticing-erased')
    await button(page, 'I understand, begin').click()
    await go(page, 'sensing')
    await expect
      .poll(() => sensorRow(page, 'At the keyboard').textContent(), patience)
      .toMatch(/Running|Not available/)
    expect(await sensorSwitch(page, 'Kind of program').isChecked()).toBe(false)
    expect(await host.stop()).toBe(0)
    for (const table of [sql`beats`, sql`beat_windows`, sql`checkins`, sql`devices`, sql`programs`])
      expect(rowsIn(folder, table), table.text).toBe(0)
  })
})
