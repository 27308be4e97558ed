/** Sound: its section while nothing plays and while something does, its small buttons, and the line in the rail. */
import type { Page } from 'playwright-core'
import type { BreakView, RunningBreakView } from '../../../electron/contract/breaks.ts'
import { SETTLING_MS } from '../../../renderer/features/breaks/live/useSettling.ts'
import type { Screen } from './screens.ts'

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()

/** The section at the top of the picture. */
async function toSection(page: Page): Promise<void> {
  const section = page.getByRole('region', { name: 'Sound', exact: true })
  await section.getByText('How loud').waitFor()
  await section.evaluate((one) => one.scrollIntoView({ block: 'start' }))
}

async function play(page: Page): Promise<void> {
  await button(page, 'Play rain').click()
  await button(page, 'Stop the rain').waitFor()
}

/** A computer with a voice of its own. */
async function giveVoice(page: Page): Promise<void> {
  await page.evaluate(() => {
    const voice = { name: 'own', voiceURI: 'own', lang: 'en-GB', localService: true, default: true }
    Object.defineProperty(speechSynthesis, 'getVoices', { value: () => [voice] })
    speechSynthesis.dispatchEvent(new Event('voiceschanged'))
  })
  await button(page, 'Hear it').waitFor()
}

async function begin(page: Page): Promise<void> {
  await button(page, 'Start').click()
  await button(page, 'Start without saying').click()
  await button(page, 'Play rain').waitFor()
}

/** Two minutes of slow breathing, with 84 seconds left. */
async function pauseRuns(page: Page, rest: Partial<RunningBreakView>): Promise<void> {
  await page.waitForFunction(() => 'fakeBreaks' in window)
  const endsAtMs = Date.now() + 84_000
  const running: RunningBreakView = {
    ...{ id: 12, kind: 'micro', arm: 'breathe', because: 'need', lengthMs: 120_000 },
    ...{ fromMs: endsAtMs - 120_000, endsAtMs, form: 'corner', isStrict: false, displays: [] },
    exercise: { id: 'six-breaths', title: 'Six breaths a minute' },
    ...rest,
  }
  await page.evaluate(
    (state) =>
      (window as unknown as { fakeBreaks: { change(to: Partial<BreakView>): void } }).fakeBreaks.change(
        state,
      ),
    { running },
  )
  await button(page, 'Play rain').waitFor()
  // What is pressed in its first moment was not meant for it.
  const sinceMs = await page.evaluate(() => performance.now())
  await page.waitForFunction(({ from, ms }) => performance.now() - from > ms, {
    from: sinceMs,
    ms: 2 * SETTLING_MS,
  })
}

const section = (name: string, act: (page: Page) => Promise<void>, rest: Partial<Screen> = {}): Screen => ({
  name: `sound-${name}`,
  window: 'home',
  scenario: 'empty',
  place: 'lights',
  act: async (page) => {
    await toSection(page)
    await act(page)
    await toSection(page)
  },
  ...rest,
})

const player = (name: string, act: (page: Page) => Promise<void>, rest: Partial<Screen> = {}): Screen => ({
  name: `sound-player-${name}`,
  window: 'home',
  scenario: 'empty',
  place: 'exercises/six-breaths',
  act: async (page) => {
    await begin(page)
    await act(page)
  },
  ...rest,
})

export const soundScreens: Screen[] = [
  section('nothing', async () => {}),
  section('playing', async (page) => {
    await giveVoice(page)
    await play(page)
    await page.getByRole('combobox', { name: 'How long' }).click()
    await page.getByRole('option', { name: '30 minutes' }).click()
    await page
      .getByText(/Rain is playing, until/)
      .first()
      .waitFor()
  }),
  section('zoom-200', play, { size: { width: 480, height: 680 } }),
  section('contrast', play, { contrast: 'more' }),
  player('lamps', async (page) => {
    await page.getByText('The room on screen breathes with you.').waitFor()
  }),
  player('playing', async (page) => {
    await play(page)
    await button(page, 'Say the words').click()
    await page.getByText('no voice of its own').waitFor()
  }),
  player('zoom-200', play, { size: { width: 480, height: 560 } }),
  player('words', async (page) => {
    await button(page, 'Only words').click()
    await page.getByText('There is no clock here').waitFor()
  }),
  {
    name: 'sound-line',
    window: 'home',
    scenario: 'empty',
    place: 'exercises/six-breaths',
    act: async (page) => {
      await begin(page)
      await play(page)
      await page.getByRole('link', { name: 'Settings' }).click()
      await page.getByRole('heading', { name: /^Few settings/ }).waitFor()
    },
  },
  {
    name: 'sound-pause',
    window: 'pause',
    scenario: 'talking',
    search: '&display=1',
    act: async (page) => {
      await pauseRuns(page, { form: 'overlay', displays: ['1'] })
      await page.locator('section').first().waitFor()
      await play(page)
    },
  },
  {
    name: 'sound-corner',
    window: 'nudge',
    scenario: 'talking',
    size: { width: 340, height: 420 },
    act: async (page) => {
      await pauseRuns(page, {})
      await page.locator('section').first().waitFor()
      await play(page)
    },
  },
]
