/** The first days with pauses, in a browser tab over the real host: the tour, a pause taken, quiet asked for, and what is kept. */
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, openChromium, type RunningHost, startHost } from './launchBrowser.ts'
import { preparedData } from './launchData.ts'
import { screenshot } from './launchElectron.ts'
import { dataMap, go, openedHome, patience } from './launchNoticing.ts'
import { answer, button, happenings, leave, lull, nudge, says, take } from './launchPauses.ts'

describe.skipIf(!chromiumPath)('the first days with pauses', () => {
  let browser: Browser
  let folder: string
  let host: RunningHost
  let page: Page
  beforeAll(async () => {
    browser = await openChromium()
    folder = await preparedData(null)
    host = await startHost(folder)
    page = await openedHome(browser, host, 'pauses')
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
  })

  const breathing = /slow breathing/
  const tour = () => page.getByRole('region', { name: 'A tour of pauses' })

  it('begin with an empty place that says what will stand there', async () => {
    await says(page, /^Nothing has been offered so far today\./)
    await page.getByText('Nothing has happened yet today.').waitFor()
    await page.getByText('These first three days Lull goes by time alone.').waitFor()
    await screenshot(page, 'pauses-first')
  })

  it('have a tour that shows one nudge on purpose, and can be left for later', async () => {
    await button(page, 'Begin').click()
    await button(page, 'Next').click()
    await button(page, 'Show me one').click()
    await page.getByText('There it is, in this page.').waitFor()
    await screenshot(page, 'pauses-tour')
    await answer(page, 'This is how Lull offers a pause.', 'Skip this one')
    await page.getByText('It is gone again.').waitFor()
    await button(page, 'Later').click()
    await page.getByText('You stopped at step 2 of 6.').waitFor()
    await button(page, 'Go on').click()
    for (let step = 3; step <= 6; step++) {
      await button(page, 'Next').click()
      await page.getByText(`Step ${step} of 6`).waitFor()
    }
    await button(page, 'Done').click()
    await page.getByText('That was the tour.').waitFor()
    await expect.poll(() => tour().count(), patience).toBe(0)
  })

  it('have the tour again where the settings are, and only there', async () => {
    await go(page, 'today')
    expect(await tour().count()).toBe(0)
    await go(page, 'pauses')
    await page.getByRole('link', { name: 'Settings of pauses' }).click()
    await button(page, 'Take the tour').click()
    await page.getByText('Step 1 of 6').waitFor()
    expect(await tour().count()).toBe(1)
    await button(page, 'Skip the tour').click()
    await expect.poll(() => tour().count(), patience).toBe(0)
  })

  it('take a pause with an exercise in it, and leave it by one key', async () => {
    await page.getByRole('link', { name: 'Pauses', exact: true }).first().click()
    await take(page, /^Breathe/)
    const over = nudge(page, breathing)
    await over.getByText('How tense are you right now?').waitFor()
    await screenshot(page, 'pauses-over')
    await over.getByRole('button', { name: 'Start without saying' }).click()
    await over.getByRole('button', { name: 'Only words' }).click()
    await over.getByRole('listitem').first().waitFor()
    await leave(page, breathing)
    await expect
      .poll(() => happenings(page), patience)
      .toEqual([
        expect.stringMatching(/Left early: slow breathing.*begun by yourself$/),
        expect.stringMatching(/Let pass: a short pause.*shown on purpose.*Why this\?$/),
      ])
    await screenshot(page, 'pauses-left')
  })

  it('say why something was offered, and where that can be changed', async () => {
    await page.getByRole('link', { name: /^Why this\? a short pause/ }).click()
    await says(page, /^At \d\d:\d\d Lull offered a short pause\.$/)
    await page.getByRole('heading', { name: 'What came of it' }).waitFor()
    await screenshot(page, 'pauses-why')
    await page.getByRole('link', { name: 'Back to pauses' }).click()
    await page.getByRole('list', { name: 'What happened' }).waitFor()
  })

  it('are quiet for an hour, or until tomorrow, and at once not any more', async () => {
    await button(page, 'No pauses for an hour').click()
    await says(page, /^No pauses are offered until (tomorrow, )?\d\d:\d\d\.$/)
    await button(page, 'Undo').click()
    await says(page, /^(?!No pauses are offered)/)
    await button(page, 'No pauses until tomorrow').click()
    await says(page, /^No pauses are offered until tomorrow\.$/)
    await screenshot(page, 'pauses-quiet')
    await button(page, 'Offer pauses again').click()
    await says(page, /^(?!No pauses are offered)/)
    await button(page, 'No pauses for an hour').waitFor()
  })

  it('are quiet while all sensing is paused, say so, and end that from here', async () => {
    await go(page, 'sensing')
    await button(page, 'Pause for 1 hour').click()
    await button(page, 'On again').waitFor()
    await go(page, 'pauses')
    await says(page, /^Sensing is paused, so no pauses are offered until (tomorrow, )?\d\d:\d\d\.$/)
    expect(await button(page, 'Offer pauses again').count()).toBe(0)
    await screenshot(page, 'pauses-sensing-paused')
    await button(page, 'Sensing on again').click()
    await says(page, /^(?!Sensing is paused)/)
    await expect
      .poll(() => page.getByRole('link', { name: /^Sensing/ }).textContent(), patience)
      .toBe('Sensingon')
  })

  it('follow what is said on the command line', async () => {
    expect(lull(folder, 'break', 'skip')).toEqual({ code: 1, said: 'There is no pause to skip.' })
    expect(lull(folder, 'break', 'now').code).toBe(0)
    await nudge(page, /Five minutes/).waitFor()
    expect(lull(folder, 'break', 'now').code).toBe(1)
    expect(lull(folder, 'break', 'skip').code).toBe(0)
    await expect.poll(() => nudge(page, /Five minutes/).count(), patience).toBe(0)
    expect(lull(folder, 'pause', '45m').said).toMatch(/^No pauses until .*\d/)
    await says(page, /^No pauses are offered until (tomorrow, )?\d\d:\d\d\.$/)
    expect(lull(folder, 'resume').code).toBe(0)
    await says(page, /^(?!No pauses are offered)/)
    expect(lull(folder, 'pause', '$(reboot)').code).toBe(2)
  })

  async function saved(name: string): Promise<string> {
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()])
    expect(download.suggestedFilename()).toMatch(/^lull-.*\.(csv|json)$/)
    return readFileSync(await download.path(), 'utf8')
  }

  it('can be taken along whole, as tables and as JSON', async () => {
    await go(page, 'pauses')
    await button(page, 'In sum').click()
    const [head = '', ...rows] = (await saved('Save as CSV')).trim().split(/\r?\n/)
    expect(head).toMatch(/what/)
    expect(rows.some((row) => row.includes('left') && row.includes('breathe'))).toBe(true)
    expect((await saved('Silences as CSV')).split(/\r?\n/)[0]).toMatch(/reason/)
    const whole = JSON.parse(await saved('Save as JSON')) as Record<string, unknown>
    expect(JSON.stringify(whole)).toMatch(/"left"/)
    await screenshot(page, 'pauses-sums')
  })

  it('are erased where everything kept is listed, and what was done in them too', async () => {
    await go(page, 'settings')
    const kept = await dataMap(page)
    for (const kind of ['Pauses offered and taken', 'Exercises and ratings'])
      expect(kept[kind]).toMatch(/^\d+ · oldest .+/)
    for (const kind of ['Pauses offered and taken', 'Exercises and ratings']) {
      await page.getByRole('button', { name: `Erase: ${kind}` }).click()
      await button(page, 'Erase it').click()
      await expect.poll(async () => (await dataMap(page))[kind], patience).toBe('none')
    }
    await go(page, 'pauses')
    await says(page, /^Nothing has been offered so far today\./)
  })
})
