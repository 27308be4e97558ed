/** Every screen worth looking at: which window, in which scenario, and what is opened before the picture. */
import type { Page } from 'playwright-core'
import type { Scenario } from '../../renderer/fakeWorld.ts'
import { balanceScreens } from './balanceScreens.ts'
import { breakScreens } from './breakScreens.ts'
import { breakSettingsScreens } from './breakSettingsScreens.ts'
import { careScreens } from './careScreens.ts'
import { checkinScreens } from './checkinScreens.ts'
import { exerciseScreens } from './exerciseScreens.ts'
import { lightSourcesScreens } from './lightSourcesScreens.ts'
import { lightsScreens } from './lightsScreens.ts'
import { pausesScreens } from './pausesScreens.ts'
import { roomScreens } from './roomScreens.ts'
import { sensingScreens } from './sensingScreens.ts'
import { soundScreens } from './soundScreens.ts'
import { todayScreens } from './todayScreens.ts'

export interface Screen {
  name: string
  window: 'popup' | 'home' | 'nudge' | 'pause'
  scenario: Scenario
  place?: string
  /** More of the address, such as "&browser" for a page without a shell. */
  search?: string
  /** More contrast than usual, as the system asks for it. */
  contrast?: 'more'
  size?: { width: number; height: number }
  /** Steps before the picture is taken. */
  act?: (page: Page) => Promise<void>
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()

async function openMenu(page: Page): Promise<void> {
  await button(page, 'More').click()
  await page.getByRole('menu').waitFor()
}

const popup = (scenario: Scenario, rest: Partial<Screen> = {}): Screen => ({
  name: `popup-${scenario}`,
  window: 'popup',
  scenario,
  ...rest,
})

const home = (place: string, scenario: Scenario, rest: Partial<Screen> = {}): Screen => ({
  name: `home-${place}-${scenario}`,
  window: 'home',
  place,
  scenario,
  ...rest,
})

export const screens: Screen[] = [
  popup('firstRun'),
  popup('empty'),
  popup('noModel'),
  popup('noModelSaid'),
  popup('downloading'),
  popup('downloadFailed'),
  popup('talking'),
  popup('waking'),
  popup('readingLong', { act: (page) => page.getByRole('progressbar').waitFor() }),
  popup('writing'),
  popup('stopped'),
  popup('modelGone'),
  popup('crisis'),
  popup('crisisNoCountry'),
  popup('imminent'),
  popup('talking', { name: 'popup-menu', act: openMenu }),
  popup('talking', {
    name: 'popup-message-menu',
    act: async (page) => {
      await button(page, 'What to do with this reply').focus()
      await page.keyboard.press('Enter')
      await page.getByRole('menuitem', { name: 'Copy' }).waitFor()
    },
  }),
  popup('talking', {
    name: 'popup-why',
    act: async (page) => {
      await button(page, 'What to do with this reply').focus()
      await page.keyboard.press('Enter')
      await page.getByRole('menuitem', { name: 'Why this reply' }).click()
      await page.getByText('The prompt as sent').waitFor()
    },
  }),
  popup('manyTalks', {
    name: 'popup-earlier',
    act: async (page) => {
      await openMenu(page)
      await page.getByRole('menuitem', { name: 'Earlier talks' }).click()
      await page.getByText('The move').first().waitFor()
    },
  }),
  popup('manyTalks', {
    name: 'popup-deleted',
    act: async (page) => {
      await openMenu(page)
      await page.getByRole('menuitem', { name: 'Earlier talks' }).click()
      await button(page, /What to do with “Cannot switch/).click()
      await page.getByRole('menuitem', { name: 'Delete' }).click()
      await button(page, 'Undo').waitFor()
    },
  }),
  popup('crisis', {
    name: 'popup-qr',
    act: async (page) => {
      await button(page, 'On my phone').click()
      await page.getByRole('img', { name: /A code that calls/ }).waitFor()
    },
  }),
  popup('writing', { name: 'popup-zoom-200', size: { width: 190, height: 280 } }),
  popup('crisis', { name: 'popup-crisis-zoom-200', size: { width: 190, height: 280 } }),
  home('talk', 'manyTalks'),
  home('talk', 'empty'),
  home('talk', 'crisis'),
  home('models', 'empty'),
  home('models', 'downloading'),
  home('models', 'downloadFailed'),
  home('settings', 'empty', { size: { width: 960, height: 1500 } }),
  home('protocol', 'empty'),
  home('talk', 'firstRun'),
  home('settings', 'manyTalks', { name: 'home-zoom-200', size: { width: 480, height: 340 } }),
  ...balanceScreens,
  ...breakScreens,
  ...breakSettingsScreens,
  ...careScreens,
  ...checkinScreens,
  ...exerciseScreens,
  ...todayScreens,
  ...pausesScreens,
  ...sensingScreens,
  ...lightsScreens,
  ...lightSourcesScreens,
  ...roomScreens,
  ...soundScreens,
]
