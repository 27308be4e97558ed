/** The settings of pauses in their states, own commands, Home Assistant, and the tour step by step. */
import type { Page } from 'playwright-core'
import type { Screen } from './screens.ts'

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()
const radio = (page: Page, name: string) => page.getByRole('radio', { name, exact: true })
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true }).first()

const settings = (name: string, rest: Partial<Screen> = {}): Screen => ({
  name: `break-settings-${name}`,
  window: 'home',
  place: 'pauses/settings',
  scenario: 'empty',
  ...rest,
})

async function show(page: Page, name: string): Promise<void> {
  await region(page, name).waitFor()
  await region(page, name).evaluate((part) => part.scrollIntoView({ block: 'start' }))
}

async function fixedTimes(page: Page): Promise<void> {
  await radio(page, 'By the clock').click()
  const times = region(page, 'Times')
  await times.getByLabel('Time of a new pause').fill('15:00')
  await times.getByRole('button', { name: 'Add' }).click()
  await times.getByRole('alert').waitFor()
  await show(page, 'Rhythm')
}

async function ownHours(page: Page): Promise<void> {
  await radio(page, 'In my working hours').click()
  await button(page, 'Change Monday').click()
  await show(page, 'Working hours')
}

async function crossedHours(page: Page): Promise<void> {
  await ownHours(page)
  const hours = region(page, 'Hours on Monday')
  await hours.getByLabel(/1: until/).fill('12:30')
  await hours.getByRole('button', { name: 'Add hours' }).click()
  await hours.getByRole('button', { name: 'Add hours' }).click()
  await hours.getByLabel(/3: from/).fill('22:00')
  await hours.getByLabel(/3: until/).fill('02:00')
  await region(page, 'Time off in these hours').getByRole('button', { name: 'Add time off' }).click()
  await hours.getByLabel(/2: from/).fill('11:30')
  await hours.getByLabel(/2: until/).focus()
  await region(page, 'Time off in these hours').getByRole('button').last().focus()
  await hours.getByRole('alert').waitFor()
  await show(page, 'Working hours')
}

async function daysOff(page: Page): Promise<void> {
  await radio(page, 'In my working hours').click()
  const off = region(page, 'Days off')
  for (const [from, to] of [
    ['2027-05-03', '2027-05-14'],
    ['2030-12-24', ''],
    ['2025-08-01', '2025-08-15'],
  ] as const) {
    await off.getByLabel('First day').fill(from)
    await off.getByLabel('Last day').fill(to)
    await off.getByRole('button', { name: 'Add' }).click()
    await off
      .getByText(new RegExp(`${from.slice(0, 4)}|Past`))
      .first()
      .waitFor()
  }
  await off.getByText(/^Past days off/).click()
  await off.getByLabel('First day').fill('2027-05-05')
  await off.getByRole('button', { name: 'Add' }).click()
  await off.getByRole('alert').waitFor()
  await show(page, 'Days off')
}

async function askStrict(page: Page): Promise<void> {
  await page.getByRole('switch', { name: 'Strict' }).click()
  await page.getByText(/Strict means/).waitFor()
  await show(page, 'How much, and how firmly')
}

async function ownCommand(page: Page): Promise<void> {
  await show(page, 'Own commands')
  await button(page, 'Set a program: When a pause begins').click()
  await page.getByRole('textbox', { name: 'Program' }).fill('hue dim "living room"')
  await page.getByText(/looks like a whole line/).waitFor()
}

async function triedCommand(page: Page): Promise<void> {
  await ownCommand(page)
  await button(page, 'Take it apart').click()
  await button(page, 'Save').click()
  await button(page, 'Try it now: When a pause begins').click()
  await page.getByText('lights dimmed').waitFor()
}

async function askHome(page: Page): Promise<void> {
  await show(page, 'Home Assistant')
  await region(page, 'Home Assistant').getByRole('switch', { name: 'Tell Home Assistant' }).click()
  await page.getByText(/Everyone who has the password/).waitFor()
  await region(page, 'Home Assistant').evaluate((part) => part.scrollIntoView({ block: 'start' }))
}

async function toldHome(page: Page): Promise<void> {
  await askHome(page)
  await page.getByText('Every message, as it would be told now').click()
  await page.getByText(/homeassistant\/device/).click()
  await region(page, 'Home Assistant').getByRole('button', { name: 'Tell Home Assistant' }).click()
  await region(page, 'How it stands').waitFor()
  await region(page, 'Home Assistant').evaluate((part) => part.scrollIntoView({ block: 'start' }))
}

async function tour(page: Page, steps: number): Promise<void> {
  await button(page, 'Take the tour').click()
  for (let step = 0; step < steps; step++) await button(page, 'Next').click()
  await page.getByText(`Step ${steps + 1} of 6`).waitFor()
  await region(page, 'A tour of pauses').scrollIntoViewIfNeeded()
}

export const breakSettingsScreens: Screen[] = [
  settings('first', { act: async (page) => radio(page, 'Small window').waitFor() }),
  settings('all', {
    size: { width: 960, height: 4300 },
    act: async (page) => radio(page, 'Small window').waitFor(),
  }),
  settings('times', { act: fixedTimes }),
  settings('hours', { size: { width: 960, height: 900 }, act: ownHours }),
  settings('hours-crossed', { size: { width: 960, height: 1150 }, act: crossedHours }),
  settings('days-off', { act: daysOff }),
  settings('strict', { act: askStrict }),
  settings('command', { act: ownCommand }),
  settings('command-tried', { act: triedCommand }),
  settings('home-none', { size: { width: 960, height: 900 }, act: askHome }),
  settings('home', { size: { width: 960, height: 1300 }, scenario: 'beats', act: toldHome }),
  settings('home-failed', { size: { width: 960, height: 1300 }, scenario: 'beatsFailing', act: homeFailed }),
  ...[0, 1, 2, 3, 4, 5].map((step) =>
    settings(`tour-${step + 1}`, { size: { width: 960, height: 760 }, act: (page) => tour(page, step) }),
  ),
  settings('tour-shown', {
    act: async (page) => {
      await tour(page, 1)
      await button(page, 'Show me one').click()
      await page.getByText(/There it is/).waitFor()
    },
  }),
  settings('contrast', { size: { width: 960, height: 900 }, contrast: 'more', act: ownHours }),
  settings('browser', {
    search: '&browser',
    size: { width: 960, height: 900 },
    act: (page) => show(page, 'Sound and notices'),
  }),
  settings('zoom-200', { size: { width: 480, height: 340 } }),
  settings('narrow', {
    size: { width: 480, height: 5200 },
    act: async (page) => {
      await radio(page, 'In my working hours').click()
      await button(page, 'Change Monday').click()
    },
  }),
  {
    name: 'break-settings-shortcuts',
    window: 'home',
    place: 'settings',
    scenario: 'empty',
    size: { width: 960, height: 1100 },
  },
]

async function homeFailed(page: Page): Promise<void> {
  await show(page, 'Home Assistant')
  const home = region(page, 'Home Assistant')
  await home.getByRole('switch', { name: 'Tell Home Assistant' }).click()
  await home.getByRole('combobox', { name: 'Broker' }).click()
  await page.getByRole('option').first().click()
  await home.getByRole('button', { name: 'Tell Home Assistant' }).click()
  await page.getByText(/refuses this user name/).waitFor()
  await home.evaluate((part) => part.scrollIntoView({ block: 'start' }))
}
