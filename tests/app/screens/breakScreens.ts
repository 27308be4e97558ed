/** A pause in its forms: offered for every reason, running in the corner, over displays and in a page, and asked about. */
import type { Page } from 'playwright-core'
import type { BreakOffer, BreakView, RunningBreakView } from '../../../electron/contract/breaks.ts'
import type { Screen } from './screens.ts'

const minuteMs = 60_000
type Fake = { change(change: Partial<BreakView>): void }

/** Puts a state into the fake engine as if it had come to it. */
async function change(page: Page, state: Partial<BreakView>): Promise<void> {
  await page.waitForFunction(() => 'fakeBreaks' in window)
  await page.evaluate((to) => (window as unknown as { fakeBreaks: Fake }).fakeBreaks.change(to), state)
}

/** Half past twelve today, so that a picture does not hang on when it is taken. */
const noonish = () => new Date().setHours(12, 30, 0, 0)

export const pictureOffer = (rest: Partial<BreakOffer> = {}): BreakOffer => ({
  id: 12,
  kind: 'micro',
  arm: 'breathe',
  because: 'need',
  lengthMs: 2 * minuteMs,
  form: 'corner',
  postponesLeft: 2,
  isAgain: false,
  atMs: noonish(),
  sinceRestMs: 62 * minuteMs,
  exercise: { id: 'six-breaths', title: 'Six breaths a minute' },
  reason: null,
  ...rest,
})

const hopping: BreakOffer['reason'] = {
  family: 'fragmentation',
  feature: 'switchesPerMinute',
  direction: 'high',
  value: 9,
  usualLow: 4,
  usualHigh: 6,
  level: 'cell',
  z: 2.1,
  s: 0.8,
  w: 0.15,
  q: 1,
  share: 0.6,
}

/** @param leftMs of it, when the picture is taken. */
function running(leftMs: number, rest: Partial<RunningBreakView> = {}): RunningBreakView {
  const lengthMs = rest.lengthMs ?? 2 * minuteMs
  const endsAtMs = Date.now() + leftMs
  return {
    id: 12,
    kind: 'micro',
    arm: 'breathe',
    because: 'need',
    lengthMs,
    fromMs: endsAtMs - lengthMs,
    endsAtMs,
    form: 'corner',
    isStrict: false,
    displays: [],
    exercise: { id: 'six-breaths', title: 'Six breaths a minute' },
    ...rest,
  }
}

/** As the shell makes the window: as high as what it says. */
async function fitHeight(page: Page): Promise<void> {
  const height = await page.evaluate(() => {
    const main = document.querySelector('main')
    main?.style.setProperty('height', 'auto')
    const needed = main?.offsetHeight ?? 0
    main?.style.removeProperty('height')
    return needed
  })
  await page.setViewportSize({ width: 340, height: Math.min(height, 520) })
}

const nudge = (name: string, state: () => Partial<BreakView>, rest: Partial<Screen> = {}): Screen => ({
  name: `break-nudge-${name}`,
  window: 'nudge',
  scenario: 'talking',
  act: async (page) => {
    await change(page, state())
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    if (!rest.size) await fitHeight(page)
  },
  ...rest,
})

const offered = (name: string, offer: Partial<BreakOffer> = {}, rest: Partial<Screen> = {}): Screen =>
  nudge(name, () => ({ offer: pictureOffer(offer) }), rest)

const overlay = (
  name: string,
  state: () => Partial<RunningBreakView>,
  rest: Partial<Screen> = {},
): Screen => ({
  name: `break-overlay-${name}`,
  window: 'pause',
  scenario: 'talking',
  search: '&display=1',
  act: async (page) => {
    await change(page, {
      running: { ...running(84_000), form: 'overlay', displays: ['1', '2'], ...state() },
    })
    await page.getByRole('heading', { level: 1 }).waitFor()
    // The exercise is read when it is needed.
    const isMain = rest.search === undefined && state().exercise !== null
    if (isMain) await page.locator('section, ol').first().waitFor()
  },
  ...rest,
})

const inPage = (name: string, state: () => Partial<BreakView>, rest: Partial<Screen> = {}): Screen => ({
  name: `break-page-${name}`,
  window: 'home',
  scenario: 'talking',
  place: 'talk',
  search: '&browser',
  act: async (page) => {
    await change(page, state())
    await page.getByRole('heading', { level: 2 }).first().waitFor()
  },
  ...rest,
})

const small = { width: 170, height: 110 }

export const breakScreens: Screen[] = [
  offered('need'),
  offered('strain', { because: 'strain', reason: hopping }),
  offered('time', {
    because: 'time',
    arm: 'walk',
    lengthMs: 5 * minuteMs,
    kind: 'pause',
    exercise: { id: 'walk', title: 'A short walk' },
  }),
  offered('lunch', { kind: 'lunch', arm: null, lengthMs: 30 * minuteMs, exercise: null }),
  offered('end-of-day', { kind: 'endOfDay', arm: null, lengthMs: 5 * minuteMs, exercise: null }),
  offered('eye-rest', {
    kind: 'eyeRest',
    arm: 'lookAway',
    lengthMs: 20_000,
    exercise: { id: 'eye-rest', title: 'Eye rest' },
  }),
  offered('talk', { arm: 'talk', kind: 'pause', lengthMs: 5 * minuteMs, exercise: null }),
  offered('again', { isAgain: true, postponesLeft: 0 }),
  offered('tour', { because: 'tour', arm: null, exercise: null }),
  offered('long-title', {
    because: 'strain',
    reason: { ...hopping, feature: 'deleteShare' } as BreakOffer['reason'],
    exercise: {
      id: 'x',
      title: `A walk to the ${'very '.repeat(12)}far window and Donaudampfschifffahrtsgesellschaftskapitän`,
    },
  }),
  offered('zoom-200', {}, { size: small }),
  offered('contrast', {}, { contrast: 'more' }),
  nudge('running-asked', () => ({ running: running(2 * minuteMs) })),
  nudge('running', () => ({ running: running(84_000) })),
  nudge('running-nothing', () => ({
    running: running(4 * minuteMs - 1000, {
      kind: 'pause',
      arm: null,
      lengthMs: 5 * minuteMs,
      exercise: null,
    }),
  })),
  nudge('running-strict', () => ({ running: running(40_000, { isStrict: true }) })),
  nudge('running-talk', () => ({
    running: running(4 * minuteMs, { arm: 'talk', exercise: null, lengthMs: 5 * minuteMs }),
  })),
  nudge('running-zoom-200', () => ({ running: running(84_000) }), { size: small }),
  nudge('rating', () => ({ rating: { nudgeId: 12, kind: 'micro', arm: 'breathe' } })),
  overlay('main', () => ({})),
  overlay('asked', () => {
    const { fromMs, endsAtMs } = running(2 * minuteMs)
    return { fromMs, endsAtMs }
  }),
  overlay('other', () => ({}), { search: '&display=2' }),
  overlay('strict', () => ({ isStrict: true })),
  overlay('nothing', () => ({ kind: 'long', arm: null, lengthMs: 15 * minuteMs, exercise: null })),
  overlay('steps', () => ({ arm: 'stretch', exercise: { id: 'stretch', title: 'Stand and stretch' } })),
  overlay('zoom-200', () => ({}), { size: { width: 640, height: 400 } }),
  overlay('contrast', () => ({}), { contrast: 'more' }),
  inPage('offer', () => ({ offer: pictureOffer() })),
  inPage('offer-today', () => ({ offer: pictureOffer() }), { place: 'settings' }),
  inPage('offer-popup', () => ({ offer: pictureOffer() }), { window: 'popup' }),
  inPage('offer-wide-popup', () => ({ offer: pictureOffer() }), {
    window: 'popup',
    size: { width: 960, height: 680 },
  }),
  inPage('offer-zoom-200', () => ({ offer: pictureOffer() }), {
    window: 'popup',
    size: { width: 190, height: 280 },
  }),
  inPage('running', () => ({ running: running(84_000) })),
  inPage('running-popup', () => ({ running: running(84_000) }), { window: 'popup' }),
  inPage('rating', () => ({ rating: { nudgeId: 12, kind: 'micro', arm: 'breathe' } })),
  {
    name: 'break-page-tray',
    window: 'home',
    scenario: 'talking',
    place: 'talk',
    search: '&browser',
    act: async (page) => {
      await change(page, { offer: pictureOffer({ form: 'tray' }) })
      await page.getByRole('button', { name: /A pause waits/ }).waitFor()
    },
  },
  {
    name: 'break-page-talk',
    window: 'popup',
    scenario: 'talking',
    search: '&browser',
    act: async (page) => {
      await change(page, { running: running(4 * minuteMs, { arm: 'talk', exercise: null }) })
      await page.getByText(/Time to talk it over/).waitFor()
    },
  },
  {
    name: 'break-popup-line',
    window: 'popup',
    scenario: 'talking',
    act: async (page) => {
      await change(page, { running: running(84_000) })
      await page.getByText(/On a pause until/).waitFor()
    },
  },
]
