/** Exercises and the help for a hard moment in a browser tab, also by keyboard alone, and with nothing left to answer underneath. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, openChromium, type RunningHost, startHost } from './launchBrowser.ts'
import { preparedData } from './launchData.ts'
import { screenshot } from './launchElectron.ts'
import { go, openedHome, patience } from './launchNoticing.ts'
import { button, happenings, nudge, says } from './launchPauses.ts'

describe.skipIf(!chromiumPath)('exercises', () => {
  let browser: Browser
  let host: RunningHost
  let page: Page
  beforeAll(async () => {
    browser = await openChromium()
    host = await startHost(await preparedData(null))
    page = await openedHome(browser, host, 'exercises')
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
  })

  const item = (name: string) => page.getByRole('link', { name: new RegExp(`^${name}`) })
  const rated = (value: number) => button(page, `${value} of 10`).click()

  it('stand in order of what is known of them, and for a feeling', async () => {
    await page.getByText('By what is known of them in general').waitFor()
    expect(await page.getByRole('main').getByRole('listitem').count()).toBe(13)
    await button(page, 'stiff').click()
    await expect.poll(() => item('4-7-8').count(), patience).toBe(0)
    await item('Stand and stretch').waitFor()
    await screenshot(page, 'exercises-stiff')
    await button(page, 'show all').click()
    await item('4-7-8').waitFor()
  })

  it('say when they suit, what to mind and what is known, each with its source', async () => {
    await item('Cyclic sighing').click()
    await says(page, /^Cyclic sighing$/)
    for (const part of ['When it suits', 'Before you start', 'How it goes', 'What is known'])
      await page.getByRole('region', { name: part }).waitFor()
    expect(await page.getByRole('list', { name: 'Sources' }).getByRole('listitem').count()).toBeGreaterThan(0)
    await page.getByText('Not rated by you yet.').waitFor()
    await screenshot(page, 'exercises-one')
  })

  it('go by words alone, and tell after five ratings what those say', async () => {
    await page.getByRole('radio', { name: 'only words' }).click()
    for (const [before, after] of [
      [7, 4],
      [6, 4],
      [8, 5],
      [5, 5],
      [7, 3],
    ] as const) {
      await button(page, 'Start').click()
      await rated(before)
      await page.getByText('There is no clock here. Take your own time.').waitFor()
      await button(page, 'I am done').click()
      await page.getByText('And now, how tense are you?').waitFor()
      await rated(after)
      await button(page, 'Start').waitFor()
    }
    const helped = page.getByRole('region', { name: 'Did it help you?' })
    await helped.getByText('You rated it 5 times: better 4, the same 1, worse 0.').waitFor()
    await helped.getByText(/^Done 5 times\./).waitFor()
    await screenshot(page, 'exercises-rated')
    await page.getByRole('link', { name: 'All exercises' }).click()
    const own = page.getByRole('region', { name: 'First what you rated well yourself' })
    await own.getByRole('link', { name: /^Cyclic sighing.*Your ratings: better 4 of 5 times$/s }).waitFor()
  })

  /** Tab until what is wanted has the keyboard. */
  async function tabTo(wanted: ReturnType<Page['getByRole']>): Promise<void> {
    for (let press = 0; press < 60; press++) {
      await page.keyboard.press('Tab')
      const [one] = await wanted.all()
      if (await one?.evaluate((element) => element === document.activeElement)) return
    }
    throw new Error(`Tab never came to ${wanted}`)
  }

  async function press(role: 'button' | 'link', name: string | RegExp, key = 'Enter'): Promise<void> {
    await page.getByRole(role, { name }).first().waitFor()
    await tabTo(page.getByRole(role, { name }).first())
    await page.keyboard.press(key)
  }

  it('can be begun in a pause, done, stopped and left by keyboard alone', async () => {
    await page.goto(`${new URL(page.url()).origin}/?window=home#/talk`)
    await press('link', /^Pauses$/)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await press('button', 'Take a pause now')
    await page.getByRole('menu').waitFor()
    const breathe = page.getByRole('menuitem', { name: /^Breathe/ })
    for (let down = 0; down < 12; down++) {
      if (await breathe.evaluate((element) => element === document.activeElement)) break
      await page.keyboard.press('ArrowDown')
    }
    await page.keyboard.press('Enter')
    const over = nudge(page, /slow breathing/)
    await over.getByText('How tense are you right now?').waitFor()
    await press('button', '6 of 10')
    await over.getByRole('button', { name: 'Pause', exact: true }).waitFor()
    await page.keyboard.press('Space')
    await over.getByText('Paused. The time stands still.').waitFor()
    await page.keyboard.press('Space')
    await press('button', 'Stop here')
    await over.getByText(/Look at something far away/).waitFor()
    await press('button', 'Back to work', 'Space')
    await expect.poll(() => over.count(), patience).toBe(0)
    await expect.poll(() => happenings(page), patience).toHaveLength(1)
  })

  it('can be chosen from the list, done and rated by keyboard alone', async () => {
    await press('link', 'Exercises')
    await page.getByText('By what is known of them in general').waitFor()
    await press('link', /^Eye rest/)
    await says(page, /^Eye rest$/)
    await press('button', 'Start')
    await page.getByText(/right now\?/).waitFor()
    await press('button', '3 of 10')
    await press('button', 'Only words')
    await press('button', 'I am done')
    await page.getByText(/^And now,/).waitFor()
    await press('button', '7 of 10')
    await page.getByText('Too few ratings of yours yet (1 of 5).').waitFor()
  })

  const door = () => page.getByRole('dialog', { name: 'A hard moment' })

  it('have a door for a hard moment in every place, by button and by address', async () => {
    await go(page, 'talk')
    const begun = performance.now()
    await button(page, 'A hard moment').click()
    await door().waitFor()
    expect(performance.now() - begun).toBeLessThan(1_000)
    await door().getByText('999').first().waitFor()
    await screenshot(page, 'panic-page')
    await button(page, 'Find the room').click()
    await door().getByRole('button', { name: 'Next', exact: true }).click()
    await button(page, 'People to call').click()
    await door().getByText('116 123').first().waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => door().count(), patience).toBe(0)
    await page.evaluate(() => {
      location.hash = '#/panic-1'
    })
    await door().waitFor()
    await button(page, 'Back to where I was').click()
    await expect.poll(() => door().count(), patience).toBe(0)
    await page.getByRole('heading', { name: 'Earlier talks' }).waitFor()
  })

  it('open that door over a pause that is on, and come back to it', async () => {
    await go(page, 'pauses')
    await button(page, 'Take a pause now').click()
    await page.getByRole('menuitem', { name: /^Long pause/ }).click()
    const over = nudge(page, /Fifteen minutes/)
    await over.getByText(/^Until /).waitFor()
    // A press in its first moments was meant for what stood there before.
    await expect
      .poll(async () => {
        if (!(await door().isVisible())) await over.getByRole('button', { name: 'A hard moment' }).click()
        return door().isVisible()
      }, patience)
      .toBe(true)
    await button(page, 'Back to where I was').click()
    await over.waitFor()
  })

  it('open that door also when nothing answers underneath any more', async () => {
    host.child.kill('SIGKILL')
    await host.gone
    await expect.poll(() => nudge(page, /Fifteen minutes/).count(), { timeout: 8_000, interval: 50 }).toBe(0)
    await button(page, 'A hard moment').click()
    await door().getByText('Breathe with the light').waitFor()
    await door().getByText('999').first().waitFor()
    await button(page, 'Find the room').click()
    await door().getByRole('button', { name: 'Next', exact: true }).click()
    await screenshot(page, 'panic-alone')
    await page.keyboard.press('Escape')
    await page.evaluate(() => {
      location.hash = '#/panic-2'
    })
    await door().waitFor()
  })
})
