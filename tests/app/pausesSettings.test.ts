/** What a person chooses about pauses, kept over a restart, and their own programs with what came of them. */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, openChromium, type RunningHost, startHost } from './launchBrowser.ts'
import { freshFolder, preparedData } from './launchData.ts'
import { screenshot } from './launchElectron.ts'
import { openedHome, patience } from './launchNoticing.ts'
import { button, leave, nudge, says } from './launchPauses.ts'

/** A program of the person's own. */
function script(name: string, ...lines: string[]): string {
  const path = join(freshFolder(), name)
  writeFileSync(path, ['#!/bin/sh', ...lines, ''].join('\n'))
  chmodSync(path, 0o755)
  return path
}

describe.skipIf(!chromiumPath)('the settings of pauses', () => {
  let browser: Browser
  let folder: string
  let host: RunningHost
  let page: Page
  beforeAll(async () => {
    browser = await openChromium()
    folder = await preparedData(null)
    host = await startHost(folder)
    await opened()
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
  })

  async function opened(): Promise<void> {
    page = await openedHome(browser, host, 'pauses')
    await page.getByRole('link', { name: 'Settings of pauses' }).click()
    await radio('Small window').waitFor()
  }

  const radio = (name: string) => page.getByRole('radio', { name, exact: true })
  const toggle = (name: string | RegExp) => page.getByRole('switch', { name })
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  const part = (name: string) => page.getByRole('region', { name, exact: true })
  const wish = (name: string) => page.getByRole('combobox', { name: `Wish for ${name}` })

  async function choose(arm: string, to: string): Promise<void> {
    await wish(arm).click()
    await page.getByRole('option', { name: to }).click()
  }

  async function typed(name: string, value: string): Promise<void> {
    await field(name).fill(value)
    await field(name).press('Tab')
  }

  it('take a form, kinds with their lengths, caps, wishes and a sound', async () => {
    await radio('Over every display').click()
    await toggle('Offer eye rests').or(toggle('Offer: Eye rest')).first().click()
    await toggle('Offer: Short pause').click()
    await typed('Length: Pause', '7')
    await typed('Most nudges a day', '5')
    await typed('How often one may be put off', '1')
    await choose('Walk', 'always')
    await choose('Talk it over', 'never')
    await toggle('A soft tone').click()
    await page.getByRole('slider', { name: 'Volume' }).fill('20')
    await toggle('Strict').click()
    await button(page, 'Switch strict on').click()
    await expect.poll(() => toggle('Strict').isChecked(), patience).toBe(true)
    await page.getByText('A pause you began stays until its end.').waitFor()
  })

  it('take working hours over midnight with time off in them, and days off', async () => {
    await radio('In my working hours').click()
    await button(page, 'Change Monday').click()
    const [hours, off] = [part('Hours on Monday'), part('Time off in these hours')]
    await hours.getByLabel(/1: from/).fill('20:00')
    await hours.getByLabel(/1: until/).fill('04:00')
    await off.getByRole('button', { name: 'Add time off' }).click()
    // Inside the hours that were just typed, although they are not saved yet.
    await expect.poll(() => off.getByLabel(/1: from/).inputValue(), patience).toBe('20:00')
    await off.getByLabel(/1: from/).fill('23:30')
    await off.getByLabel(/1: until/).fill('00:30')
    await off.getByLabel(/1: until/).press('Tab')
    expect(await off.getByText('This lies outside the hours').count()).toBe(0)
    await screenshot(page, 'pauses-settings-hours')
    await button(page, 'Done with Monday').click()
    await page.getByText(/20:00 until 0?4:00 the next day/).waitFor()
    await page.getByText(/without 23:30 until 0?0:30 the next day/).waitFor()
    await part('Days off').getByLabel('First day').fill('2031-12-24')
    await part('Days off').getByLabel('Last day').fill('2032-01-02')
    await part('Days off').getByRole('button', { name: 'Add', exact: true }).click()
    await part('Days off').getByText(/2031/).waitFor()
  })

  it('are all as they were after a restart', async () => {
    expect(await host.stop()).toBe(0)
    host = await startHost(folder)
    await page.context().close()
    await opened()
    expect(await radio('Over every display').isChecked()).toBe(true)
    expect(await toggle('Offer: Eye rest').isChecked()).toBe(true)
    expect(await toggle('Offer: Short pause').isChecked()).toBe(false)
    expect(await field('Length: Pause').inputValue()).toBe('7')
    expect(await field('Most nudges a day').inputValue()).toBe('5')
    expect(await field('How often one may be put off').inputValue()).toBe('1')
    expect(await wish('Walk').textContent()).toContain('always')
    expect(await wish('Talk it over').textContent()).toContain('never')
    expect(await toggle('Strict').isChecked()).toBe(true)
    expect(await toggle('A soft tone').isChecked()).toBe(true)
    await page.getByText('20% of as loud as Lull ever is').waitFor()
    await page.getByText(/20:00 until 0?4:00 the next day/).waitFor()
    await page.getByText(/without 23:30 until 0?0:30 the next day/).waitFor()
    await part('Days off').getByText(/2031/).waitFor()
    await screenshot(page, 'pauses-settings-kept')
    await toggle('Strict').click()
    await expect.poll(() => toggle('Strict').isChecked(), patience).toBe(false)
  })

  async function setCommand(when: string, program: string, ...args: string[]): Promise<void> {
    await button(page, `Set a program: ${when}`).click()
    await field('Program').fill(program)
    for (const [place, argument] of args.entries()) {
      await button(page, 'Add an argument').click()
      await field(`Argument ${place + 1}`).fill(argument)
    }
    await button(page, 'Save').click()
    await button(page, `Try it now: ${when}`).waitFor()
  }
  const tried = async (when: string) => {
    await button(page, `Try it now: ${when}`).click()
    return part(when)
  }

  it('run a program of the person, and show what it said, what failed and what is missing', async () => {
    const written = join(freshFolder(), 'written')
    const dim = script(
      'dim',
      `echo "$1|$2|$LULL_EVENT|$LULL_BREAK_KIND|$LULL_BREAK_SECONDS" | tee -a ${written}`,
    )
    await setCommand('When a pause begins', dim, 'the *living* room', '$HOME > x')
    const begins = await tried('When a pause begins')
    await begins.getByText('It worked.').waitFor()
    await begins.getByText(/the \*living\* room\|\$HOME > x\|/).waitFor()
    await setCommand('When it ends', script('fail', 'echo "no such lamp" >&2', 'exit 3'))
    const ends = await tried('When it ends')
    await ends.getByText('It ran, and said that something went wrong.').waitFor()
    await ends.getByText('Exit code 3').waitFor()
    await setCommand('When it is skipped', '/nowhere/at/all')
    const skipped = await tried('When it is skipped')
    await skipped.getByText('There is no such program.').waitFor()
    await screenshot(page, 'pauses-settings-commands')
    await begins.getByRole('button', { name: 'Put away' }).click()
    await expect.poll(() => begins.getByText('It worked.').count(), patience).toBe(0)

    writeFileSync(written, '')
    await page.getByRole('link', { name: 'Pauses', exact: true }).first().click()
    await button(page, 'Take a pause now').click()
    await page.getByRole('menuitem', { name: /^Long pause/ }).click()
    await nudge(page, /Fifteen minutes/).waitFor()
    await expect
      .poll(() => readFileSync(written, 'utf8'), patience)
      .toBe('the *living* room|$HOME > x|start|long|900\n')
    await leave(page, /Fifteen minutes/)
    await page.getByRole('link', { name: 'Settings of pauses' }).click()
    await part('Own commands')
      .getByText(/^It ran: When it ends/)
      .waitFor()
  })

  it('say what they do with a switch turned off', async () => {
    await toggle('Offer pauses').click()
    await page.getByRole('link', { name: 'Pauses', exact: true }).first().click()
    await says(page, /^Pauses are switched off\. You can still take one whenever you like\.$/)
  })
})
