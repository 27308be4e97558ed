/** You and Lull in its states, and "Why this reply" for a model's words and for people's; at 200 % and narrow. */
import type { Page } from 'playwright-core'
import type { Screen } from './screens.ts'

const zoomed = { width: 480, height: 340 }
const tall = { width: 960, height: 1700 }
const narrow = { width: 380, height: 2300 }

const page = (name: string, scenario: Screen['scenario'], rest: Partial<Screen> = {}): Screen => ({
  name: `balance-${name}`,
  window: 'home',
  place: 'people/balance',
  scenario,
  ...rest,
})

async function askWhy(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'What to do with this reply' }).first().focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Why this reply' }).click()
  await page.getByText('How it came about').waitFor()
}

const why = (name: string, scenario: Screen['scenario'], rest: Partial<Screen> = {}): Screen => ({
  name: `why-${name}`,
  window: 'popup',
  scenario,
  act: askWhy,
  ...rest,
})

export const balanceScreens: Screen[] = [
  page('empty', 'empty', { size: { width: 960, height: 1300 } }),
  page('few', 'balanceFew'),
  page('signs', 'balanceSigns', { size: tall }),
  page('limit', 'balanceLimit', { size: tall }),
  page('zoom-200', 'balanceSigns', { size: zoomed }),
  page('narrow', 'balanceSigns', { size: narrow }),
  page('contrast', 'balanceSigns', { contrast: 'more', size: tall }),
  page('adding', 'balanceFew', {
    size: tall,
    act: async (page) => {
      await page.getByRole('button', { name: 'Reached someone' }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('textbox', { name: 'A line about it, if you like' }).waitFor()
    },
  }),
  why('model', 'talking'),
  why('people', 'crisis'),
  why('people-zoom-200', 'crisis', { size: { width: 190, height: 280 } }),
  why('people-tall', 'crisis', { size: { width: 380, height: 900 } }),
]
