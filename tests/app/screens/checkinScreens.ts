/** The check-in in its states: offered, begun, full, refused, with what was said today, and at 200 %. */
import type { Page } from 'playwright-core'
import type { Screen } from './screens.ts'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'How are you?' })

async function open(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'How are you?' }).first().click()
  await dialog(page).getByRole('radio', { name: 'in between' }).waitFor()
}

async function tellAll(page: Page): Promise<void> {
  await open(page)
  await page.keyboard.press('2')
  await dialog(page).getByRole('radio', { name: 'even' }).focus()
  await page.keyboard.press('3')
  await dialog(page).getByRole('button', { name: 'Uneasy' }).click()
  await dialog(page).getByRole('button', { name: 'tense' }).click()
  await dialog(page).getByRole('button', { name: 'worried' }).click()
  await dialog(page).getByRole('button', { name: 'Worn out' }).click()
  await dialog(page).getByRole('button', { name: 'foggy' }).click()
  const tags = dialog(page).getByRole('textbox', { name: 'What is around you' })
  await tags.fill('deadline, ')
  await tags.fill('off')
}

export const checkinScreens: Screen[] = [
  { name: 'checkin-due', window: 'popup', scenario: 'checkinDue' },
  { name: 'checkin-due-home', window: 'home', scenario: 'checkinDue', place: 'talk' },
  { name: 'checkin-open-home', window: 'home', scenario: 'checkins', place: 'models', act: open },
  { name: 'checkin-open', window: 'popup', scenario: 'empty', act: open },
  { name: 'checkin-told', window: 'popup', scenario: 'checkins', act: tellAll },
  {
    name: 'checkin-today',
    window: 'popup',
    scenario: 'checkins',
    act: async (page) => {
      await open(page)
      await dialog(page)
        .getByRole('button', { name: /Take away/ })
        .last()
        .click()
      await page.getByRole('button', { name: 'Undo' }).waitFor()
      await dialog(page).getByRole('heading', { name: 'Earlier today' }).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'checkin-refused',
    window: 'popup',
    scenario: 'empty',
    act: async (page) => {
      await open(page)
      await page.keyboard.press('Enter')
      await dialog(page).getByRole('alert').waitFor()
    },
  },
  {
    name: 'checkin-saved',
    window: 'popup',
    scenario: 'empty',
    act: async (page) => {
      await open(page)
      await page.keyboard.press('4')
      await page.keyboard.press('Enter')
      await page.getByText('Noted: good.').waitFor()
    },
  },
  {
    name: 'checkin-zoom-200',
    window: 'popup',
    scenario: 'checkins',
    size: { width: 190, height: 280 },
    act: open,
  },
  {
    name: 'checkin-due-zoom-200',
    window: 'popup',
    scenario: 'checkinDue',
    size: { width: 190, height: 280 },
  },
  {
    name: 'checkin-settings',
    window: 'home',
    scenario: 'empty',
    place: 'settings',
    act: async (page) => {
      const section = page.getByRole('region', { name: 'Check-ins' })
      for (const [place, time] of ['16:30', '11:00'].entries()) {
        await section.getByLabel('Another time').fill(time)
        await section.getByRole('button', { name: 'Add' }).click()
        // Times are said in the person's language.
        await section
          .getByRole('button', { name: /^Do not ask at/ })
          .nth(place)
          .waitFor()
      }
      await section.scrollIntoViewIfNeeded()
    },
  },
]
