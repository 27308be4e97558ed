/** The Sensing page with its sheets, the signs that sensing runs, and the data map. */
import type { Page } from 'playwright-core'
import type { Screen } from './screens.ts'

const tall = { width: 960, height: 2100 }
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()

const sensing = (scenario: Screen['scenario'], rest: Partial<Screen> = {}): Screen => ({
  name: `home-sensing-${scenario}`,
  window: 'home',
  place: 'sensing',
  scenario,
  ...rest,
})

async function openBroker(page: Page): Promise<void> {
  await button(page, 'Add a broker').click()
  await page.getByRole('dialog').waitFor()
}

async function openTopics(page: Page): Promise<void> {
  await button(page, 'Choose what to read').click()
  await page.getByText('psl/ecg').waitFor()
}

async function pick(page: Page, topic: string): Promise<void> {
  await openTopics(page)
  await page.getByRole('button').filter({ hasText: topic }).first().click()
  await page.getByRole('button', { name: 'Read this' }).waitFor()
}

export const sensingScreens: Screen[] = [
  sensing('sensing', { size: tall }),
  sensing('sensing', { name: 'home-sensing-first' }),
  sensing('sensingAll', { size: { width: 960, height: 2900 } }),
  sensing('sensingPoor', { size: tall }),
  sensing('sensingPaused'),
  sensing('sensingOff'),
  sensing('beatsFailing', { size: { width: 960, height: 2600 } }),
  sensing('beatsPlaying', { size: tall }),
  sensing('beats', {
    name: 'home-sensing-broker',
    act: async (page) => {
      await openBroker(page)
      await page.getByRole('textbox', { name: 'Address' }).fill('nowhere')
      await button(page, 'Try connection').click()
      await page.getByText(/No computer of this name/).waitFor()
    },
  }),
  sensing('beats', {
    name: 'home-sensing-broker-wrong',
    size: { width: 960, height: 1100 },
    act: async (page) => {
      await openBroker(page)
      await page.getByRole('switch', { name: 'Encrypted (TLS)' }).click()
      await page.getByText('For those who know their broker').click()
      await page.getByRole('textbox', { name: 'Address' }).fill('mqtt://here/')
      await page.getByRole('textbox', { name: 'Port' }).fill('99999')
      await button(page, 'Save').click()
      await page.getByRole('alert').waitFor()
    },
  }),
  sensing('beats', { name: 'home-sensing-topics', act: openTopics }),
  sensing('beats', {
    name: 'home-sensing-preset',
    size: { width: 960, height: 1300 },
    act: async (page) => {
      await pick(page, 'psl/hr')
      await page.getByText('66 beats a minute').first().waitFor()
    },
  }),
  sensing('beats', {
    name: 'home-sensing-point',
    size: { width: 960, height: 1600 },
    act: async (page) => {
      await pick(page, 'phone/health')
      await page.getByRole('radio', { name: /Point at a value/ }).click()
      await button(page, /stands at \$\.data\.metrics\[\?name=heart_rate\]\.data\[\*\]\.Avg/).click()
      await button(page, 'its time').click()
      await button(page, /stands at \$\.data\.metrics\[\?name=heart_rate\]\.data\[\*\]\.date/).click()
      await page
        .getByText(/61 beats a minute/)
        .first()
        .waitFor()
    },
  }),
  sensing('sensingAll', { name: 'home-sensing-zoom-200', size: { width: 480, height: 340 } }),
  sensing('sensingAll', { name: 'home-sensing-narrow', size: { width: 480, height: 4200 } }),
  sensing('beats', {
    name: 'home-sensing-point-zoom-200',
    size: { width: 480, height: 900 },
    act: async (page) => {
      await pick(page, 'HeartRate')
      await page.getByRole('radio', { name: /Point at a value/ }).click()
    },
  }),
  { name: 'popup-sensing-on', window: 'popup', scenario: 'sensing' },
  { name: 'popup-sensing-paused', window: 'popup', scenario: 'sensingPaused' },
  { name: 'popup-sensing-off', window: 'popup', scenario: 'sensingOff' },
  {
    name: 'home-settings-data-map',
    window: 'home',
    place: 'settings',
    scenario: 'sensing',
    size: { width: 960, height: 2300 },
    act: async (page) => {
      await button(page, 'Erase: Minutes at the computer').click()
      await button(page, 'Erase this day').click()
    },
  },
  {
    name: 'home-settings-data-map-narrow',
    window: 'home',
    place: 'settings',
    scenario: 'sensing',
    size: { width: 480, height: 2600 },
  },
]
