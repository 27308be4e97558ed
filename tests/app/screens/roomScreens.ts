/** What is said of the light wherever the person is: the line, the chip in a talk, and the menu. */
import type { Page } from 'playwright-core'
import type { LightsView } from '../../../electron/contract/lights.ts'
import type { Because } from '../../../electron/core/lights/lightsEffects.ts'
import type { FakeEngine } from '../../renderer/fakeEngine.ts'
import type { FakeLights } from '../../renderer/fakeLights.ts'
import type { Screen } from './screens.ts'

type Given = typeof globalThis & { fake: FakeEngine; fakeLights: FakeLights }

/** Lamps of the person's own, which Lull may touch. */
async function allow(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { fakeLights } = globalThis as Given
    fakeLights.change({ isAllowed: true, isSimulated: false })
  })
}

async function begin(page: Page, because: Because, look = 'soften'): Promise<void> {
  await allow(page)
  await page.evaluate(([id, why]) => (globalThis as Given).fakeLights.begin(id, why), [
    look,
    because,
  ] as const)
  await page.getByRole('region', { name: 'The light' }).waitFor()
}

async function minuteOver(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { fakeLights } = globalThis as Given
    const { announced } = fakeLights.view
    fakeLights.change({ announced: announced && { ...announced, undoUntilMs: Date.now() - 1 } })
  })
  await page.getByRole('button', { name: 'Give it back' }).waitFor()
}

async function allOff(page: Page): Promise<void> {
  await allow(page)
  await page.evaluate(() => {
    const told: LightsView['told'] = {
      ...{ atMs: Date.now(), what: 'allOff', look: 'soften', because: 'shortcut', why: null, refused: [] },
    }
    ;(globalThis as Given).fakeLights.change({ told })
  })
  await page.getByRole('region', { name: 'The light' }).waitFor()
}

async function askInTalk(page: Page): Promise<void> {
  await allow(page)
  const field = page.getByRole('textbox', { name: 'Your message' })
  await field.fill('Could you dim the lights a bit?')
  await field.press('Enter')
  await page.locator('li span', { hasText: 'The light is softer.' }).waitFor()
}

export const roomScreens: Screen[] = [
  { name: 'room-popup-strain', window: 'popup', scenario: 'talking', act: (page) => begin(page, 'strain') },
  {
    ...{ name: 'room-popup-on', window: 'popup', scenario: 'talking' },
    act: async (page) => {
      await begin(page, 'shortcut')
      await minuteOver(page)
    },
  },
  {
    ...{ name: 'room-popup-on-screen', window: 'popup', scenario: 'empty' },
    act: async (page) => {
      await page.evaluate(() => (globalThis as Given).fakeLights.begin('soften', 'shortcut'))
      await page.getByRole('region', { name: 'The light' }).waitFor()
    },
  },
  { name: 'room-popup-all-off', window: 'popup', scenario: 'empty', act: allOff },
  {
    ...{ name: 'room-popup-soon', window: 'popup', scenario: 'empty' },
    act: async (page) => {
      await begin(page, 'shortcut')
      await page.evaluate(() => {
        const { fakeLights } = globalThis as Given
        const { claims, lamps } = fakeLights.view
        fakeLights.change({
          announced: null,
          claims: claims.map((claim) => ({ ...claim, begunMs: null })),
          lamps: lamps.map((lamp) => ({ ...lamp, heldBy: null })),
        })
      })
      await page.getByRole('button', { name: 'Leave it' }).waitFor()
    },
  },
  { name: 'room-popup-said', window: 'popup', scenario: 'talking', act: askInTalk },
  {
    ...{ name: 'room-popup-menu', window: 'popup', scenario: 'talking' },
    act: async (page) => {
      await allow(page)
      await page.getByRole('button', { name: 'More' }).click()
      await page.getByRole('menuitem', { name: 'Soften the lights' }).waitFor()
    },
  },
  {
    ...{ name: 'room-popup-zoom-200', window: 'popup', scenario: 'talking' },
    size: { width: 190, height: 280 },
    act: (page) => begin(page, 'strain'),
  },
  {
    ...{ name: 'room-home-bedtime', window: 'home', place: 'talk', scenario: 'manyTalks' },
    act: (page) => begin(page, 'bedtime', 'windDown'),
  },
  {
    ...{ name: 'room-home-today', window: 'home', place: 'today', scenario: 'heavyDay' },
    act: (page) => begin(page, 'strain'),
  },
  {
    ...{ name: 'room-home-said', window: 'home', place: 'talk', scenario: 'manyTalks' },
    act: askInTalk,
  },
  {
    ...{ name: 'room-home-zoom-200', window: 'home', place: 'today', scenario: 'heavyDay' },
    size: { width: 480, height: 340 },
    act: (page) => begin(page, 'strain'),
  },
]
