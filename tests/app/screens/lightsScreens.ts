/** Lights in their states: the room on screen, paired, running, refused, away; looks tuned, what may be touched, the log. */
import type { Page } from 'playwright-core'
import type { LightsEntryView, LightsView } from '../../../electron/contract/lights.ts'
import { defaultLightChoices } from '../../../electron/core/lights/lightChoices.ts'
import { FakeDays } from '../../renderer/fakeDays.ts'
import { bridgeSource, pairedLights, roomLamps } from '../../renderer/fakeRoom.ts'
import { largeHouse, lightsPast, ownScenes } from '../../renderer/livedLights.ts'
import type { Screen } from './screens.ts'

const minuteMs = 60_000
const window960 = { width: 960, height: 680 }
const whole = { width: 960, height: 1900 }
const zoomed = { width: 480, height: 340 }
interface Fakes {
  fakeLights: { change(change: Partial<LightsView>): void; entries: LightsEntryView[] }
  fake: {
    world: { settings: { lights: object } }
    settings: { emit(settings: object): void }
  }
}

const screen = (name: string, act: (page: Page) => Promise<void>, rest: Partial<Screen> = {}): Screen => ({
  name: `lights-${name}`,
  window: 'home',
  place: 'lights',
  scenario: 'empty',
  size: window960,
  act,
  ...rest,
})

async function change(page: Page, state: Partial<LightsView>): Promise<void> {
  await page.waitForFunction(() => 'fakeLights' in window)
  await page.evaluate((to) => (window as unknown as Fakes).fakeLights.change(to), state)
}

async function choose(page: Page, choices: object): Promise<void> {
  await page.waitForFunction(() => 'fake' in window)
  await page.evaluate(
    (to) => {
      const { fake } = window as unknown as Fakes
      const { settings } = fake.world
      fake.world.settings = { ...settings, lights: to }
      fake.settings.emit(fake.world.settings)
    },
    { ...defaultLightChoices, ...choices },
  )
}

const lede = (page: Page, words: RegExp) => page.getByRole('heading', { level: 1, name: words }).waitFor()
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()
const allowed = { isAllowed: true, roomIds: ['simulator:study'] }

/** A look as it stands some minutes after it was set. */
function softened(now: number, rest: Partial<LightsView> = {}): Partial<LightsView> {
  const begunMs = now - 12 * minuteMs
  const paired = pairedLights(now)
  const held = ['simulator:lamp-1', 'simulator:lamp-2']
  return {
    ...paired,
    lamps: paired.lamps.map((lamp) =>
      held.includes(lamp.id)
        ? { ...lamp, heldBy: 'soften', brightness: 56, colour: { kind: 'temperature' as const, mirek: 447 } }
        : lamp,
    ),
    claims: [
      { claimId: 4, look: 'soften', because: 'strain', fromMs: begunMs, begunMs, untilMs: null },
      { claimId: 3, look: 'windDown', because: 'bedtime', fromMs: begunMs, begunMs: null, untilMs: null },
    ],
    looksToday: 2,
    ...rest,
  }
}

async function running(page: Page): Promise<void> {
  const now = Date.now()
  const [claim] = softened(now).claims ?? []
  await choose(page, allowed)
  await change(page, {
    ...softened(now),
    announced: {
      ...{ claimId: 4, look: 'soften', because: 'strain', atMs: now, lampIds: [] },
      undoUntilMs: now + 48_000,
    },
    told: {
      ...{ atMs: now, what: 'refused', look: 'soften', because: 'strain', why: null },
      refused: [
        { lampId: 'simulator:lamp-4', rule: 'off' },
        { lampId: 'simulator:lamp-3', rule: 'nothing_to_change' },
      ],
    },
  })
  await lede(page, claim ? /softer since/ : /never/)
}

async function log(page: Page, entries: readonly LightsEntryView[]): Promise<void> {
  await page.waitForFunction(() => 'fakeLights' in window)
  await page.evaluate((to) => {
    ;(window as unknown as Fakes).fakeLights.entries = [...to]
  }, entries)
  await page.getByRole('link', { name: 'Log', exact: true }).click()
  await lede(page, /Lull|seven days/)
}

/** As the fake engine counts days. */
const today = () => new FakeDays('empty', Date.now()).today

export const lightsScreens: Screen[] = [
  screen('first', (page) => lede(page, /room on screen/)),
  screen('whole', (page) => lede(page, /room on screen/), { size: whole }),
  screen(
    'hand',
    async (page) => {
      await button(page, /^Desk lamp/).click()
      await button(page, /^Desk lamp/).press('Enter')
      await page.getByRole('slider', { name: 'Brightness' }).waitFor()
    },
    { size: { width: 960, height: 900 } },
  ),
  screen('preview', async (page) => {
    await button(page, 'Show for ten seconds: Soften').click()
    await lede(page, /This is Soften/)
  }),
  screen(
    'preview-card',
    async (page) => {
      await button(page, 'Show for ten seconds: Soften').click()
      await page.getByText(/s left/).waitFor()
    },
    { size: { width: 960, height: 1100 } },
  ),
  screen('paired', async (page) => {
    await choose(page, allowed)
    await change(page, pairedLights(Date.now()))
    await lede(page, /as you left it/)
  }),
  screen('not-allowed', async (page) => {
    await change(page, { ...pairedLights(Date.now()), isAllowed: false })
    await lede(page, /not touch any light/)
  }),
  screen('paused', async (page) => {
    await change(page, { ...pairedLights(Date.now()), isPaused: true })
    await lede(page, /leaves every light alone/)
  }),
  screen('all-off', async (page) => {
    const lamps = roomLamps.map((lamp) => ({ ...lamp, isOn: false }))
    await choose(page, allowed)
    await change(page, { ...pairedLights(Date.now()), lamps, isAfterSunset: true })
    await lede(page, /is off, so there is nothing/)
  }),
  screen('bridge-gone', async (page) => {
    const paired = pairedLights(Date.now())
    await change(page, {
      ...paired,
      sources: [{ ...bridgeSource, phase: { phase: 'failed', failure: 'timed_out', retrying: true } }],
      lamps: paired.lamps.map((lamp) => ({ ...lamp, isReachable: null, isOn: null })),
    })
    await lede(page, /does not answer/)
  }),
  screen('key-removed', async (page) => {
    await change(page, {
      ...pairedLights(Date.now()),
      sources: [{ ...bridgeSource, phase: { phase: 'failed', failure: 'key_removed', retrying: false } }],
    })
    await lede(page, /no longer knows Lull/)
  }),
  screen('running', running, { size: { width: 960, height: 900 } }),
  screen('running-window', running),
  screen('owed', async (page) => {
    const paired = pairedLights(Date.now())
    await choose(page, allowed)
    await change(page, {
      ...paired,
      owed: 2,
      lamps: paired.lamps.map((lamp, at) =>
        at < 2 ? { ...lamp, isReachable: false, heldBy: 'soften' } : lamp,
      ),
    })
    await lede(page, /on its way back/)
  }),
  screen('refused', async (page) => {
    await choose(page, allowed)
    await change(page, {
      ...pairedLights(Date.now()),
      told: {
        ...{ atMs: Date.now(), what: 'nothing', look: 'focus', because: 'shortcut', why: null },
        refused: roomLamps.map(({ id }, at) => ({
          lampId: id,
          rule: at < 3 ? 'cooler_after_sunset' : at === 3 ? 'off' : 'not_chosen',
        })),
      },
      isAfterSunset: true,
    })
    await page.getByText('Focus changed nothing.').waitFor()
  }),
  screen(
    'many',
    async (page) => {
      await choose(page, { isAllowed: true })
      const { claims = [] } = softened(Date.now())
      await change(page, { ...pairedLights(Date.now()), ...largeHouse(), claims })
      await page.getByText('Winter garden').first().waitFor()
    },
    { size: { width: 960, height: 1500 } },
  ),
  screen(
    'looks-tuned',
    async (page) => {
      await choose(page, { ...allowed, looks: { soften: { brightness: 40, mirek: 400 } }, scenes: ownScenes })
      await change(page, {
        ...pairedLights(Date.now()),
        scenes: [
          ...['Reading', 'Tropical twilight'].map((name, at) => ({
            ...{ id: `s${at}`, name, groupId: 'simulator:study', isSmart: false, canAdopt: at === 0 },
          })),
          { id: 's9', name: 'Natural light', groupId: null, isSmart: true, canAdopt: false },
        ],
      })
      await button(page, 'Tune: Soften').click()
      await button(page, 'Take over a scene').click()
      await page.getByText('Smart scene').first().waitFor()
    },
    { size: { width: 960, height: 2300 } },
  ),
  screen('touch', (page) => lede(page, /You choose/), { place: 'lights/touch' }),
  screen(
    'touch-whole',
    async (page) => {
      await choose(page, {
        ...allowed,
        lampIds: ['simulator:gone'],
        leastBrightness: 5,
        times: { startMinute: 480, endMinute: 1320 },
        windDown: { isOn: true, bedMinute: 1380, beforeMinutes: 60 },
      })
      await change(page, pairedLights(Date.now()))
      await lede(page, /Lull may touch/)
    },
    { place: 'lights/touch', size: { width: 960, height: 2100 } },
  ),
  screen(
    'touch-shared',
    async (page) => {
      await choose(page, { ...allowed, lampIds: ['simulator:lamp-1'], othersLiveHere: true })
      await change(page, pairedLights(Date.now()))
      await page.getByRole('radio', { name: 'By a place' }).click()
      await page.getByLabel('Latitude and longitude').fill('north of here')
      await button(page, 'Use this place').click()
      await page.getByRole('alert').waitFor()
    },
    { place: 'lights/touch', size: { width: 960, height: 2100 } },
  ),
  screen(
    'log',
    async (page) => {
      await choose(page, { scenes: ownScenes })
      await log(page, lightsPast(today(), Date.now()))
      for (const fold of await page.locator('summary').all()) await fold.click()
    },
    { size: { width: 960, height: 1500 } },
  ),
  screen('log-empty', (page) => log(page, [])),
  screen('sources', (page) => lede(page, /None of your lamps/), { place: 'lights/sources' }),
  screen('trial', (page) => lede(page, /cue to slow down/), { place: 'lights/trial' }),
  screen('contrast', running, { contrast: 'more' }),
  screen('zoom-200', running, { size: zoomed }),
  screen('narrow', running, { size: { width: 480, height: 2600 } }),
  screen('narrow-many', async (page) => change(page, { ...pairedLights(Date.now()), ...largeHouse() }), {
    size: { width: 480, height: 1400 },
  }),
  screen(
    'touch-narrow',
    async (page) => {
      await choose(page, allowed)
      await change(page, pairedLights(Date.now()))
    },
    { place: 'lights/touch', size: { width: 480, height: 2400 } },
  ),
]
