/** Pauses in their states: now, days, a month, a week, sums, why, what was learnt; with a rich past and with none. */
import type { Page } from 'playwright-core'
import type { BreakView } from '../../../electron/contract/breaks.ts'
import type { Screen } from './screens.ts'

const minuteMs = 60_000
const tall = { width: 960, height: 1080 }
const zoomed = { width: 480, height: 1500 }
type Fake = { change(change: Partial<BreakView>): void; past: { today: number } | null }

const pauses = (name: string, scenario: Screen['scenario'], rest: Partial<Screen> = {}): Screen => ({
  name: `pauses-${name}`,
  window: 'home',
  place: 'pauses',
  scenario,
  size: tall,
  ...rest,
})

async function change(page: Page, state: Partial<BreakView>): Promise<void> {
  await page.waitForFunction(() => 'fakeBreaks' in window)
  await page.evaluate((to) => (window as unknown as { fakeBreaks: Fake }).fakeBreaks.change(to), state)
}

const happened = (page: Page) => page.getByRole('list', { name: 'What happened' }).waitFor()

async function into(page: Page, name: 'Week' | 'Month' | 'In sum'): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  const there = { Week: 'Does speaking up change anything?', Month: 'Days of', 'In sum': 'Take it along' }
  if (name === 'Month') await page.getByRole('grid').waitFor()
  else await page.getByRole('heading', { name: there[name] }).waitFor()
}

async function why(page: Page, which: RegExp): Promise<void> {
  await page.getByRole('link', { name: which }).first().click()
  await page.getByRole('heading', { name: 'What came of it' }).waitFor()
}

export const pausesScreens: Screen[] = [
  pauses('now', 'calmDay', { act: happened }),
  pauses('now-window', 'calmDay', { act: happened, size: { width: 960, height: 680 } }),
  pauses('menu', 'calmDay', {
    size: { width: 960, height: 680 },
    act: async (page) => {
      await happened(page)
      await page.getByRole('button', { name: 'Take a pause now' }).click()
      await page.getByRole('menu').waitFor()
    },
  }),
  pauses('paused', 'calmDay', {
    size: { width: 960, height: 680 },
    act: async (page) => {
      await page.getByRole('button', { name: 'No pauses for an hour' }).click()
      await page.getByRole('button', { name: 'Undo' }).waitFor()
    },
  }),
  pauses('running', 'calmDay', {
    size: { width: 960, height: 680 },
    act: async (page) => {
      await page.getByRole('button', { name: 'Take a pause now' }).click()
      await page.getByRole('menuitem', { name: /^Walk/ }).click()
      await page.getByRole('heading', { level: 1, name: /^This is your pause/ }).waitFor()
    },
  }),
  pauses('silent', 'heavyDay', {
    act: async (page) => {
      await happened(page)
      await change(page, { silent: { reason: 'call', sinceMs: Date.now() - 12 * minuteMs } })
      await page.getByRole('heading', { level: 1, name: /you are in a call/ }).waitFor()
    },
  }),
  pauses('silences', 'heavyDay', {
    act: async (page) => {
      await happened(page)
      await page.getByRole('button', { name: /^Silences/ }).click()
      await page.locator('summary').first().click()
      await page.getByRole('table').waitFor()
    },
  }),
  pauses('unknown', 'sensingOff', {
    size: { width: 960, height: 680 },
    act: async (page) => {
      await change(page, { next: null, isByTimeOnly: false })
      await page.getByRole('heading', { level: 1 }).waitFor()
    },
  }),
  pauses('first', 'firstDay', { act: happened, size: { width: 960, height: 680 } }),
  pauses('nothing', 'nothingYet', { size: { width: 960, height: 680 } }),
  pauses('yesterday', 'calmDay', {
    act: async (page) => {
      await happened(page)
      await page.getByRole('button', { name: 'Day before' }).click()
      await page.getByRole('button', { name: 'Back to today' }).waitFor()
      await page.getByRole('heading', { level: 1, name: /^A day|known/ }).waitFor()
    },
  }),
  pauses('month', 'calmDay', {
    act: async (page) => {
      await into(page, 'Month')
      await page.getByRole('button', { name: 'Month before' }).click()
      await page.getByRole('button', { name: 'Back to today' }).waitFor()
      await page.getByRole('heading', { level: 1, name: /held/ }).waitFor()
    },
  }),
  pauses('month-now', 'calmDay', { act: (page) => into(page, 'Month') }),
  pauses('month-nothing', 'nothingYet', {
    size: { width: 960, height: 680 },
    act: (page) => into(page, 'Month'),
  }),
  pauses('week', 'heavyDay', {
    size: { width: 960, height: 1560 },
    act: (page) => into(page, 'Week'),
  }),
  pauses('week-few', 'calmDay', { act: (page) => into(page, 'Week') }),
  pauses('week-nothing', 'nothingYet', {
    size: { width: 960, height: 680 },
    act: async (page) => {
      await page.getByRole('button', { name: 'Week', exact: true }).click()
      await page.getByText('A first week').waitFor()
    },
  }),
  pauses('sums', 'heavyDay', {
    size: { width: 960, height: 1240 },
    act: async (page) => {
      await into(page, 'In sum')
      await page.getByRole('button', { name: 'A year' }).click()
      await page.getByRole('heading', { level: 1, name: /last year/ }).waitFor()
    },
  }),
  pauses('sums-nothing', 'nothingYet', {
    size: { width: 960, height: 680 },
    act: async (page) => {
      await page.getByRole('button', { name: 'In sum' }).click()
      await page.getByRole('heading', { level: 1, name: /fills by itself/ }).waitFor()
    },
  }),
  pauses('why', 'heavyDay', {
    size: { width: 960, height: 1320 },
    act: async (page) => {
      await happened(page)
      await why(page, /^Why this\? a walk/)
    },
  }),
  pauses('why-left-out', 'calmDay', {
    size: { width: 960, height: 1320 },
    act: async (page) => {
      await happened(page)
      await why(page, /^Why this\? a short pause/)
    },
  }),
  pauses('why-gone', 'calmDay', {
    size: { width: 960, height: 680 },
    place: 'pauses/why/999999',
    act: (page) => page.getByRole('heading', { level: 1, name: /any more/ }).waitFor(),
  }),
  pauses('learning', 'calmDay', {
    place: 'pauses/learning',
    size: { width: 960, height: 760 },
    act: (page) => page.getByRole('button', { name: 'Forget what was learnt' }).waitFor(),
  }),
  pauses('forget', 'calmDay', {
    place: 'pauses/learning',
    size: { width: 960, height: 680 },
    act: async (page) => {
      await page.getByRole('button', { name: 'Forget what was learnt' }).click()
      await page.getByRole('dialog').waitFor()
    },
  }),
  pauses('zoom-200', 'heavyDay', { size: zoomed, act: happened }),
  pauses('month-zoom-200', 'calmDay', {
    size: { width: 480, height: 900 },
    act: (page) => into(page, 'Month'),
  }),
  pauses('week-zoom-200', 'heavyDay', {
    size: { width: 480, height: 2000 },
    act: (page) => into(page, 'Week'),
  }),
  pauses('why-zoom-200', 'heavyDay', {
    size: { width: 480, height: 1900 },
    act: async (page) => {
      await happened(page)
      await why(page, /^Why this\? a walk/)
    },
  }),
]
