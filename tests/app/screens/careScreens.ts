/** Care in its states: own people first, the plan offered and written, coming back, notices, leaving quickly; at 200 % and narrow. */
import type { Page } from 'playwright-core'
import type { Screen } from './screens.ts'

const zoomed = { width: 190, height: 280 }
const homeZoomed = { width: 480, height: 340 }
const tall = { width: 960, height: 1500 }

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()

const popup = (name: string, scenario: Screen['scenario'], rest: Partial<Screen> = {}): Screen => ({
  name: `care-${name}`,
  window: 'popup',
  scenario,
  ...rest,
})

const home = (name: string, place: string, scenario: Screen['scenario'], rest: Partial<Screen> = {}) => ({
  name: `care-${name}`,
  window: 'home' as const,
  place,
  scenario,
  ...rest,
})

async function leaveQuickly(page: Page): Promise<void> {
  await button(page, 'Leave quickly').click()
  await page.getByText('A talk was left.').waitFor()
}

export const careScreens: Screen[] = [
  popup('own', 'crisisOwn'),
  popup('own-zoom-200', 'crisisOwn', { size: zoomed }),
  popup('own-tall', 'crisisOwn', { size: { width: 380, height: 900 } }),
  popup('contrast', 'crisis', { contrast: 'more', size: { width: 380, height: 800 } }),
  popup('imminent-tall', 'imminent', { size: { width: 380, height: 900 } }),
  popup('more-lines', 'crisis', {
    size: { width: 380, height: 900 },
    act: (page) => button(page, 'one more line').click(),
  }),
  popup('unconfirmed', 'crisisUnconfirmed', { size: { width: 380, height: 800 } }),
  popup('offer', 'crisisOffer'),
  popup('check-back', 'checkBack'),
  popup('check-back-zoom-200', 'checkBack', { size: zoomed }),
  popup('check-back-worse', 'checkBack', {
    act: async (page) => {
      await button(page, 'Worse').click()
      await page.getByText('Please let someone be with you today.').waitFor()
    },
  }),
  popup('returned', 'noticeReturned'),
  popup('long-use', 'noticeLong'),
  popup('long-use-zoom-200', 'noticeLong', { size: zoomed }),
  popup('night', 'noticeNight'),
  popup('enough', 'noticeEnough'),
  popup('private', 'private', { search: '&browser' }),
  popup('private-zoom-200', 'private', { size: zoomed }),
  popup('left', 'private', { search: '&browser', act: leaveQuickly }),
  popup('panic-own', 'people', {
    act: async (page) => {
      await button(page, 'A hard moment').click()
      await page.getByText('Maya').first().waitFor()
    },
  }),
  popup('panic-people', 'people', {
    act: async (page) => {
      await button(page, 'A hard moment').click()
      await button(page, 'People to call').click()
      await page.getByText('You put Maya first for moments like this.').waitFor()
    },
  }),
  home('home-card', 'talk', 'crisisOwn'),
  home('home-private', 'talk', 'private'),
  home('home-check-back', 'talk', 'checkBack'),
  home('people', 'people', 'people'),
  home('people-empty', 'people', 'empty'),
  home('people-zoom-200', 'people', 'people', { size: homeZoomed }),
  home('people-add', 'people', 'people', {
    act: async (page) => {
      await button(page, 'Add someone').click()
      await page.getByRole('textbox', { name: 'Phone number' }).fill('not a number')
      await page.getByRole('textbox', { name: 'Name' }).fill('Ada')
      await button(page, 'Keep').click()
      await page.getByRole('alert').waitFor()
    },
  }),
  home('plan-empty', 'people/plan', 'empty'),
  home('plan', 'people/plan', 'people', { size: tall }),
  home('plan-step', 'people/plan', 'people', {
    act: async (page) => {
      await button(page, 'One at a time').click()
      for (let step = 1; step < 4; step++) await button(page, 'Next').click()
      await page.getByText('Step 4 of 7').waitFor()
    },
  }),
  home('plan-zoom-200', 'people/plan', 'people', { size: homeZoomed }),
  home('protocol', 'protocol', 'people', {
    size: tall,
    act: async (page) => {
      await page.getByRole('switch', { name: 'Rules written by people' }).click()
      await button(page, 'Switch it off').waitFor()
      await page.getByText('November 2026').waitFor()
    },
  }),
]
