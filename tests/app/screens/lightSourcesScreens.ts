/** Where lamps come from, pairing step by step, older bridges, brokers, and the comparison with oneself. */
import type { Page } from 'playwright-core'
import type {
  FoundBridge,
  LightSourceView,
  LightsView,
  PairStep,
  SightingView,
  TrialResultView,
} from '../../../electron/contract/lights.ts'
import { defaultLightChoices } from '../../../electron/core/lights/lightChoices.ts'
import { bridgeSource, pairedLights } from '../../renderer/fakeRoom.ts'
import type { Screen } from './screens.ts'

const bridgeId = '001788fffe123456'
const sheet = { width: 960, height: 760 }
const zoomed = { width: 480, height: 340 }
const narrow = { width: 480, height: 1500 }

interface FakeParts {
  found: FoundBridge[]
  sighting: SightingView
  pairing: PairStep[]
  maker: { found: FoundBridge[]; outcome: string }
  /** The network never answers. */
  isSlow: boolean
  /** Pairing stays at its last step. */
  stays: boolean
  trial: { isOn: boolean; moments: number; outcomes: { mood: TrialResultView; heartRate: TrialResultView } }
}

interface Fakes {
  fakeLights: Omit<FakeParts, 'pairing'> & {
    change(change: Partial<LightsView>): void
    finding: Promise<unknown>
    pairing: unknown[]
  }
  fake: {
    world: { settings: { lights: object } }
    settings: { emit(settings: object): void }
  }
}

const screen = (
  part: 'sources' | 'trial',
  name: string,
  act: (page: Page) => Promise<void>,
  rest: Partial<Screen> = {},
): Screen => ({
  ...{ name: `light-${name}`, window: 'home', place: `lights/${part}`, scenario: 'beats', act },
  ...rest,
})

async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => 'fakeLights' in window)
}

async function has(page: Page, parts: Partial<FakeParts>): Promise<void> {
  await ready(page)
  await page.evaluate(({ isSlow, stays, ...given }) => {
    const { fakeLights } = window as unknown as Fakes
    Object.assign(fakeLights, given)
    const never = new Promise(() => {})
    if (isSlow) fakeLights.finding = never
    if (stays) fakeLights.pairing = [...fakeLights.pairing, never]
  }, parts)
}

async function paired(page: Page, ...sources: Partial<LightSourceView>[]): Promise<void> {
  await ready(page)
  const view = {
    ...pairedLights(Date.now()),
    sources: sources.map((source, place) => ({ ...bridgeSource, id: `source-${place}`, ...source })),
  }
  await page.evaluate((to) => (window as unknown as Fakes).fakeLights.change(to), view)
}

async function choose(page: Page, choices: object): Promise<void> {
  await ready(page)
  await page.evaluate(
    (to) => {
      const { fake } = window as unknown as Fakes
      fake.world.settings = { ...fake.world.settings, lights: to }
      fake.settings.emit(fake.world.settings)
    },
    { ...defaultLightChoices, ...choices },
  )
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name }).waitFor()

async function look(page: Page): Promise<void> {
  await button(page, 'Look for a bridge').click()
  await dialog(page, 'Find a Hue bridge')
}

async function lookAt(page: Page, address = '192.168.1.20'): Promise<void> {
  await look(page)
  await page.getByRole('textbox', { name: 'Or type its address' }).fill(address)
  await button(page, 'Go to this address').click()
}

const found: FoundBridge[] = [
  { bridgeId, host: '192.168.1.20', port: 443, model: 'BSB002', sourceId: 'source-0' },
  { bridgeId: 'ecb5fafffe00a1b2', host: '192.168.1.31', port: 443, model: 'BSB003', sourceId: null },
]
const seen = (trust: 'root' | 'ask' | 'unverified'): SightingView => ({
  ...{ seen: true, bridgeId, host: '192.168.1.20', port: 443, trust },
  sha256: trust === 'ask' ? '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' : null,
})
const waiting = (): PairStep => ({ step: 'waiting', endsAtMs: Date.now() + 24_000 })

async function fingerprint(page: Page): Promise<void> {
  await has(page, { sighting: seen('ask') })
  await lookAt(page)
  await dialog(page, 'Is this your bridge?')
}

async function atButton(page: Page): Promise<void> {
  await has(page, { sighting: seen('root'), pairing: [waiting()], stays: true })
  await lookAt(page)
  await page
    .getByText(/seconds left/)
    .first()
    .waitFor()
}

async function several(page: Page): Promise<void> {
  await paired(
    page,
    {},
    { title: 'Office', driver: 'hueV1', isVerified: false, address: '10.0.0.4:80', lamps: 3 },
    {
      title: 'Summer house',
      address: '10.8.0.20:443',
      phase: { phase: 'failed', failure: 'unreachable', retrying: true },
    },
    {
      ...{ title: 'Study', driver: 'mqttLights', bridgeId: null, address: 'At home', lamps: 12, unread: 2 },
      gaveUp: true,
    },
  )
  await page.getByRole('heading', { name: 'Study' }).waitFor()
}

async function alarm(page: Page): Promise<void> {
  await paired(
    page,
    { phase: { phase: 'failed', failure: 'certificate_changed', retrying: false } },
    { title: 'Office', phase: { phase: 'failed', failure: 'key_removed', retrying: false } },
  )
  await page.getByRole('alert').waitFor()
}

async function results(page: Page): Promise<void> {
  const means = { look: { mean: 3.42, n: 24 }, withheld: { mean: 3.17, n: 22 } }
  await has(page, {
    trial: {
      ...{ isOn: true, moments: 63 },
      outcomes: {
        mood: { kind: 'known', n: 46, ...means, difference: 0.25, low: -0.31, high: 0.81 },
        heartRate: {
          ...{ kind: 'known', n: 39, look: { mean: -4.2, n: 20 }, withheld: { mean: -1.1, n: 19 } },
          ...{ difference: -3.1, low: -5.4, high: -0.8 },
        },
      },
    },
  })
  await choose(page, { isAllowed: true, isTrialOn: true })
  // What was asked before is looked at anew.
  await button(page, 'Room')
    .or(page.getByRole('link', { name: 'Room' }))
    .first()
    .click()
  await page.goBack()
  await page.getByRole('img', { name: /^Difference of 0\.25/ }).waitFor()
}

const tall = { width: 960, height: 1000 }

export const lightSourcesScreens: Screen[] = [
  screen('sources', 'sources-first', (page) => button(page, 'Look for a bridge').waitFor()),
  screen('sources', 'sources-several', several, { size: tall }),
  screen('sources', 'sources-alarm', alarm, { size: tall }),
  screen('sources', 'sources-narrow', several, { size: narrow }),
  screen('sources', 'sources-alarm-narrow', alarm, { size: narrow }),
  screen('sources', 'sources-rename', async (page) => {
    await paired(page, {})
    await button(page, 'What to do with “Hue bridge”').click()
    await page.getByRole('menuitem', { name: 'Rename' }).click()
    await page.getByRole('textbox', { name: 'New name' }).waitFor()
  }),
  screen('sources', 'pair-looking', async (page) => {
    await has(page, { isSlow: true })
    await look(page)
    await page.getByRole('progressbar').waitFor()
  }),
  screen(
    'sources',
    'pair-found',
    async (page) => {
      await has(page, { found })
      await paired(page, {})
      await look(page)
      await page.getByText('2 bridges found.').waitFor()
    },
    { size: sheet },
  ),
  screen(
    'sources',
    'pair-none-maker',
    async (page) => {
      await look(page)
      await button(page, "Ask the maker's server").click()
      await page.getByText(/Signify then knows/).waitFor()
    },
    { size: sheet },
  ),
  screen(
    'sources',
    'pair-too-often',
    async (page) => {
      await has(page, { maker: { found: [], outcome: 'too_often' } })
      await look(page)
      await button(page, "Ask the maker's server").click()
      await button(page, "Ask Signify's server").click()
      await page.getByText(/asked too often/).waitFor()
      await page.getByRole('textbox', { name: 'Or type its address' }).fill('192.168.1')
      await button(page, 'Go to this address').click()
      await page.getByRole('alert').waitFor()
    },
    { size: sheet },
  ),
  screen('sources', 'pair-fingerprint', fingerprint, { size: tall }),
  screen('sources', 'pair-fingerprint-zoom-200', fingerprint, { size: zoomed }),
  screen('sources', 'pair-fingerprint-narrow', fingerprint, { size: { width: 480, height: 1000 } }),
  screen('sources', 'pair-button', atButton),
  screen('sources', 'pair-button-zoom-200', atButton, { size: zoomed }),
  screen('sources', 'pair-button-contrast', atButton, { contrast: 'more' }),
  screen('sources', 'pair-not-pressed', async (page) => {
    await has(page, {
      sighting: seen('root'),
      pairing: [waiting(), { step: 'failed', failure: 'button_not_pressed' }],
    })
    await lookAt(page)
    await dialog(page, 'That did not work')
  }),
  screen('sources', 'pair-refused', async (page) => {
    await has(page, { sighting: { seen: false, failure: 'not_hue_certificate' } })
    await lookAt(page)
    await dialog(page, 'That did not work')
  }),
  screen('sources', 'pair-old', async (page) => {
    await has(page, { sighting: { seen: false, failure: 'old_version' } })
    await lookAt(page)
    await button(page, 'Go on as an older bridge').waitFor()
  }),
  screen('sources', 'pair-older', async (page) => {
    await button(page, 'An older bridge').click()
    await dialog(page, 'An older bridge')
  }),
  screen('sources', 'pair-unverified', async (page) => {
    await has(page, { sighting: seen('unverified') })
    await button(page, 'An older bridge').click()
    await page.getByRole('textbox', { name: 'Its address' }).fill('192.168.1.20')
    await button(page, 'Go to this address').click()
    await dialog(page, 'Nobody can show who this is')
  }),
  screen('sources', 'pair-paired', async (page) => {
    await has(page, {
      sighting: seen('root'),
      pairing: [waiting(), { step: 'paired', sourceId: 'source-new' }],
    })
    await lookAt(page)
    await page.getByText('It has 5 lamps.').waitFor()
  }),
  screen(
    'sources',
    'broker',
    async (page) => {
      await button(page, 'Lamps through a broker').click()
      await button(page, 'Take these lamps').waitFor()
    },
    { size: sheet },
  ),
  screen(
    'sources',
    'broker-wrong',
    async (page) => {
      await button(page, 'Lamps through a broker').click()
      await page.getByRole('textbox', { name: 'Topic of zigbee2mqtt' }).fill('zigbee2mqtt/#')
      await button(page, 'Take these lamps').click()
      await page.getByRole('alert').waitFor()
    },
    { size: sheet },
  ),
  screen(
    'sources',
    'broker-none',
    async (page) => {
      await button(page, 'Lamps through a broker').click()
      await page.getByRole('link', { name: 'Add one in Sensing' }).waitFor()
    },
    { scenario: 'empty' },
  ),
  screen('trial', 'trial-off', (page) => page.getByRole('switch').waitFor()),
  screen('trial', 'trial-consent', async (page) => {
    await choose(page, { isAllowed: true })
    await page.getByRole('switch').click()
    await button(page, 'Begin to compare').waitFor()
  }),
  screen(
    'trial',
    'trial-not-enough',
    async (page) => {
      await choose(page, { isAllowed: true, isTrialOn: true })
      await page.getByRole('region', { name: 'Your next check-in' }).waitFor()
    },
    { size: tall },
  ),
  screen('trial', 'trial-results', results, { size: { width: 960, height: 1150 } }),
  screen('trial', 'trial-results-narrow', results, { size: narrow }),
  screen('trial', 'trial-results-zoom-200', results, { size: zoomed }),
  screen('trial', 'trial-forget', async (page) => {
    await results(page)
    await button(page, 'Forget the comparison').click()
    await dialog(page, 'Forget what was compared?')
  }),
]
