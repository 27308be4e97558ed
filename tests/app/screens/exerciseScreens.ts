/** Exercises in their states: the list, one of them, its player at several levels, and the door of a hard moment. */
import type { Page } from 'playwright-core'
import type { Screen } from './screens.ts'

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()

/** Waits until the glow has grown to so much of its size. */
async function lampGrown(page: Page, scale: number): Promise<void> {
  await page.waitForFunction((least) => {
    const glow = document.querySelector('[class*="glow"]')
    return glow !== null && new DOMMatrix(getComputedStyle(glow).transform).a >= least
  }, scale)
}

async function start(page: Page): Promise<void> {
  await button(page, 'Start').click()
  await button(page, 'Start without saying').click()
  await button(page, 'Stop here').waitFor()
}

const breathingAt = (scale: number) => async (page: Page) => {
  await page.getByText('a light that moves').click()
  await start(page)
  await lampGrown(page, scale)
}

async function openDoor(page: Page): Promise<void> {
  await button(page, 'A hard moment').click()
  await page.getByText('Breathe with the light').waitFor()
}

const exercise = (name: string, id: string, rest: Partial<Screen> = {}): Screen => ({
  name: `exercise-${name}`,
  window: 'home',
  scenario: 'empty',
  place: `exercises/${id}`,
  ...rest,
})

const panic = (name: string, rest: Partial<Screen> = {}): Screen => ({
  name: `panic-${name}`,
  window: 'popup',
  scenario: 'talking',
  act: openDoor,
  ...rest,
})

const zoomed = { width: 190, height: 280 }

export const exerciseScreens: Screen[] = [
  {
    name: 'exercises-list',
    window: 'home',
    scenario: 'empty',
    place: 'exercises',
    act: (page) => page.getByText('Cyclic sighing').waitFor(),
  },
  {
    name: 'exercises-filtered',
    window: 'home',
    scenario: 'empty',
    place: 'exercises',
    act: (page) => button(page, 'stiff').click(),
  },
  exercise('one', 'six-breaths', { size: { width: 960, height: 1180 } }),
  exercise('one-zoom-200', 'cyclic-sighing', { size: { width: 480, height: 340 } }),
  exercise('gone', 'not-there'),
  exercise('before', 'six-breaths', {
    act: async (page) => {
      await button(page, 'Start').click()
      await button(page, 'Start without saying').waitFor()
    },
  }),
  exercise('breath-empty', 'six-breaths', { act: breathingAt(0.58) }),
  exercise('breath-half', 'six-breaths', { act: breathingAt(0.79) }),
  exercise('breath-full', 'six-breaths', { act: breathingAt(0.98) }),
  exercise('still', 'six-breaths', { act: start }),
  exercise('steps', 'self-compassion-break', { act: start }),
  exercise('text', 'cyclic-sighing', {
    act: async (page) => {
      await page.getByText('only words').click()
      await start(page)
    },
  }),
  exercise('paused', 'muscle-relaxation', {
    act: async (page) => {
      await start(page)
      await page.keyboard.press('Space')
      await page.getByText('The time stands still').waitFor()
    },
  }),
  panic('breath', {
    act: async (page) => {
      await openDoor(page)
      await button(page, 'Let it move').click()
      await lampGrown(page, 0.9)
    },
  }),
  panic('breath-still'),
  panic('ground', {
    act: async (page) => {
      await openDoor(page)
      await button(page, 'Find the room').click()
      await button(page, 'Next').click()
    },
  }),
  panic('people', {
    act: async (page) => {
      await openDoor(page)
      await button(page, 'People to call').click()
      await page.getByText('999').first().waitFor()
    },
  }),
  panic('zoom-200', { size: zoomed }),
  panic('home', { window: 'home', place: 'models', scenario: 'empty' }),
]
