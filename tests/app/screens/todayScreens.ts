/** Today in its states: days calm, heavy, first and blank, over time, explained, marked, and how well it fits. */
import type { Page } from 'playwright-core'
import type { Screen } from './screens.ts'

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()
const tall = { width: 960, height: 1180 }
const zoomed = { width: 480, height: 340 }

const today = (name: string, scenario: Screen['scenario'], rest: Partial<Screen> = {}): Screen => ({
  name: `today-${name}`,
  window: 'home',
  place: 'today',
  scenario,
  size: tall,
  ...rest,
})

async function drawn(page: Page): Promise<void> {
  await page.getByRole('slider', { name: 'Moment of the day' }).waitFor()
  await page.locator('canvas').first().waitFor()
}

async function explained(page: Page): Promise<void> {
  await drawn(page)
  await button(page, /More app-hopping/).click()
  await page.getByRole('dialog').getByRole('table').first().waitFor()
}

async function period(page: Page, name: 'Week' | 'Month'): Promise<void> {
  await button(page, name).click()
  await page.getByRole('table', { name: 'Day by day' }).waitFor()
}

export const todayScreens: Screen[] = [
  today('heavy', 'heavyDay', { act: drawn }),
  today('heavy-window', 'heavyDay', { act: drawn, size: { width: 960, height: 680 } }),
  today('calm', 'calmDay', { act: drawn }),
  today('first', 'firstDay', { act: drawn }),
  today('nothing', 'nothingYet'),
  today('no-strap', 'noStrap', { act: drawn }),
  today('strain-off', 'strainOff', { act: drawn }),
  today('list', 'heavyDay', {
    act: async (page) => {
      await drawn(page)
      await page.getByText('In words, as a list').click()
    },
  }),
  today('cursor', 'heavyDay', {
    size: { width: 960, height: 680 },
    act: async (page) => {
      await drawn(page)
      await page.keyboard.press('Tab')
      await page.getByRole('slider', { name: 'Moment of the day' }).focus()
      for (let press = 0; press < 14; press++) await page.keyboard.press('ArrowLeft')
    },
  }),
  today('drag', 'heavyDay', {
    size: { width: 960, height: 680 },
    act: async (page) => {
      await drawn(page)
      const box = await page.getByRole('slider', { name: 'Moment of the day' }).boundingBox()
      if (!box) return
      await page.mouse.move(box.x + 200, box.y + 80)
      await page.mouse.down()
      await page.mouse.move(box.x + 290, box.y + 90, { steps: 4 })
    },
  }),
  today('explain', 'heavyDay', { act: explained }),
  today('explain-rows', 'heavyDay', {
    act: async (page) => {
      await explained(page)
      await page.getByText('Every signal').click()
      await page.getByText('How the break need came about').click()
      await page.getByText('The rows it came from').click()
    },
  }),
  today('mark', 'heavyDay', {
    size: { width: 960, height: 680 },
    act: async (page) => {
      await drawn(page)
      await button(page, 'Mark a stretch as wrong').click()
      await page.getByRole('dialog').waitFor()
    },
  }),
  today('marked', 'heavyDay', {
    act: async (page) => {
      await drawn(page)
      await button(page, 'Mark a stretch as wrong').click()
      await page.getByLabel('From', { exact: true }).fill('13:40')
      await page.getByLabel('To', { exact: true }).fill('14:20')
      await page.getByLabel('Why, in your words').fill('I was on a treadmill')
      await button(page, 'Mark it').click()
      await button(page, /Take back/).waitFor()
    },
  }),
  today('yesterday', 'heavyDay', {
    act: async (page) => {
      await drawn(page)
      await button(page, 'Day before').click()
      await button(page, 'Back to today').waitFor()
    },
  }),
  today('week', 'heavyDay', { size: { width: 960, height: 680 }, act: (page) => period(page, 'Week') }),
  today('month', 'heavyDay', { size: { width: 960, height: 1240 }, act: (page) => period(page, 'Month') }),
  today('well-few', 'calmDay', {
    size: { width: 960, height: 680 },
    act: (page) => button(page, 'How well does this know me?').click(),
  }),
  today('well-known', 'heavyDay', {
    size: { width: 960, height: 680 },
    act: async (page) => {
      await button(page, 'How well does this know me?').click()
      await page.getByRole('img', { name: /on a line/ }).waitFor()
    },
  }),
  today('well-chance', 'noStrap', {
    size: { width: 960, height: 680 },
    act: async (page) => {
      await button(page, 'How well does this know me?').click()
      await button(page, 'Switch the strain signal off').waitFor()
    },
  }),
  today('zoom-200', 'heavyDay', { size: { width: 480, height: 1900 }, act: drawn }),
  today('explain-zoom-200', 'heavyDay', { size: zoomed, act: explained }),
  today('month-zoom-200', 'heavyDay', {
    size: { width: 480, height: 900 },
    act: (page) => period(page, 'Month'),
  }),
]
