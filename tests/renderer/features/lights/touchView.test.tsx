/** What Lull may touch: each choice saved at once and alone, ticks, times, the sun, answers; and the log by weeks. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Settings } from '../../../../electron/contract/settings.ts'
import { choose } from '../../choose.ts'
import { FakeDays } from '../../fakeDays.ts'
import { type FakeLights, lightsOf } from '../../fakeLights.ts'
import { pairedLights } from '../../fakeRoom.ts'
import { worldOf } from '../../fakeWorld.ts'
import { lightsPast } from '../../livedLights.ts'
import { type RenderedApp, renderApp } from '../../renderApp.tsx'

type Choices = Settings['lights']

beforeAll(async () => {
  await import('../../../../renderer/windows/home/HomeWindow.tsx')
  await import('../../../../renderer/features/lights/LightsPage.tsx')
}, 60_000)
afterEach(() => {
  window.location.hash = ''
})

async function page(
  address: string,
  choices: Partial<Choices> = {},
  before: (fake: FakeLights) => void = () => {},
): Promise<{ app: RenderedApp; fake: FakeLights }> {
  window.location.hash = `#/lights/${address}`
  const world = worldOf('empty', Date.now())
  world.settings.lights = { ...world.settings.lights, ...choices }
  const app = renderApp(world, 'home')
  const fake = lightsOf(app.fake)
  before(fake)
  await screen.findByRole('heading', { level: 1, name: /Lull|lamps/ })
  return { app, fake }
}
const paired = (fake: FakeLights) => {
  fake.view = pairedLights(Date.now())
}
const now = (app: RenderedApp): Choices => app.fake.world.settings.lights
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }))
const tick = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('checkbox', { name }))
const flip = async (name: string) => fireEvent.click(await screen.findByRole('switch', { name }))
const becomes = (app: RenderedApp, choices: Partial<Choices>) =>
  waitFor(() => expect(now(app)).toMatchObject(choices))
const part = async (name: string) => within(await screen.findByRole('region', { name }))

describe('leave', () => {
  it('is off, given, and taken back, and the page says so first', async () => {
    const { app } = await page('touch', {}, paired)
    await screen.findByRole('heading', { level: 1, name: /not touch any light/ })
    await flip('Lull may touch the lamps I tick')
    await becomes(app, { isAllowed: true })
    await screen.findByRole('heading', { level: 1, name: /no lamp is ticked/ })
    await flip('Lull may touch the lamps I tick')
    await becomes(app, { isAllowed: false })
  })

  it('leads to the keys for it, where there is a shell to hear them', async () => {
    await page('touch', {}, paired)
    const link = await screen.findByRole('link', { name: 'Choose its keys in Settings' })
    expect(link.getAttribute('href')).toBe('#/settings')
  })

  it('says what was not saved', async () => {
    const { app } = await page('touch', {}, paired)
    Object.defineProperty(app.fake.world, 'settings', {
      get: () => {
        throw new Error('the disk is gone')
      },
    })
    await flip('Lull may touch the lamps I tick')
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toMatch(/^That was not saved/)
  })
})

describe('ticks', () => {
  it('take a room whole, and in part', async () => {
    const { app } = await page('touch', { isAllowed: true }, paired)
    await tick('All lamps of Study')
    await becomes(app, { roomIds: ['simulator:study'], lampIds: [] })
    await screen.findByRole('heading', { level: 1, name: /Lull may touch four lamps/ })
    await tick(/^Ceiling/)
    await becomes(app, {
      roomIds: [],
      lampIds: ['simulator:lamp-1', 'simulator:lamp-2', 'simulator:lamp-4'],
    })
    const room = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'All lamps of Study' })
    await waitFor(() => expect(room.indeterminate).toBe(true))
    screen.getByText('3 of 4 ticked')
  })

  it('count by the lamp where someone else lives', async () => {
    const { app } = await page('touch', { isAllowed: true, roomIds: ['simulator:study'] }, paired)
    await flip('Someone else lives here')
    await screen.findByRole('heading', { level: 1, name: /no lamp is ticked/ })
    expect(screen.queryByRole('checkbox', { name: 'All lamps of Study' })).toBeNull()
    expect(screen.getAllByText('needs its own tick')).toHaveLength(4)
    await tick(/^Desk lamp/)
    await becomes(app, { lampIds: ['simulator:lamp-1'], othersLiveHere: true })
    await screen.findByText('1 of 4 ticked by themselves')
  })

  it('of lamps that are gone stay until they are unticked, and can be brought back', async () => {
    const { app } = await page('touch', { isAllowed: true, lampIds: ['simulator:gone'] }, paired)
    await screen.findByText(/One ticked lamp is not there/)
    await press('Untick what is gone')
    await becomes(app, { lampIds: [] })
    await press('Undo')
    await becomes(app, { lampIds: ['simulator:gone'] })
  })

  it('cover a zone', async () => {
    const { app } = await page('touch', { isAllowed: true }, (fake) => {
      const view = pairedLights(Date.now())
      const zone = { id: 'z', sourceId: 'b', kind: 'zone' as const, name: 'Downstairs', lampIds: [] }
      fake.view = {
        ...view,
        groups: [...view.groups, zone],
        lamps: view.lamps.map((lamp) => ({ ...lamp, roomIds: [...lamp.roomIds, 'z'] })),
      }
    })
    await tick('Zone Downstairs')
    await becomes(app, { roomIds: ['z'] })
    await screen.findByRole('heading', { level: 1, name: /five lamps/ })
  })

  it('are not asked for before something is paired', async () => {
    await page('touch')
    const link = await screen.findByRole('link', { name: 'Find your lamps' })
    expect(link.getAttribute('href')).toBe('#/lights/sources')
    expect(screen.queryAllByRole('checkbox')).toEqual([])
  })
})

describe('limits', () => {
  it('hold times, and say when they are empty', async () => {
    const { app } = await page('touch', { isAllowed: true, roomIds: ['simulator:study'] }, paired)
    await flip('Only at certain times')
    await becomes(app, { times: { startMinute: 420, endMinute: 1380 } })
    const until = await screen.findByLabelText('Until')
    fireEvent.change(until, { target: { value: '07:00' } })
    fireEvent.blur(until)
    await becomes(app, { times: { startMinute: 420, endMinute: 420 } })
    await screen.findByRole('heading', { level: 1, name: /but never: the times are empty/ })
  })

  it('hold numbers, and ask about a tenth at work only below it', async () => {
    const { app } = await page('touch', {}, paired)
    expect(screen.queryByRole('switch', { name: 'Below a tenth while I work, too' })).toBeNull()
    await press('Never darker than: less')
    await becomes(app, { leastBrightness: 5 })
    await flip('Below a tenth while I work, too')
    await becomes(app, { mayBeDimAtWork: true })
    await press('A change takes: more')
    await becomes(app, { fadeMs: 5000 })
    await press('Looks nobody asked for: less')
    await becomes(app, { mostLooksADay: 5 })
  })
})

describe('the sun', () => {
  it('goes by a place once one is typed, and back to the clock', async () => {
    const { app, fake } = await page('touch', {}, paired)
    fireEvent.click(await screen.findByRole('radio', { name: 'By a place' }))
    const field = await screen.findByLabelText('Latitude and longitude')
    fireEvent.change(field, { target: { value: 'home' } })
    await press('Use this place')
    await screen.findByRole('alert')
    expect(now(app).sun.kind).toBe('clock')
    fireEvent.change(field, { target: { value: '52.52, 13.40' } })
    await press('Use this place')
    await becomes(app, { sun: { kind: 'place', latitude: 52.52, longitude: 13.4 } })
    const at = Date.UTC(2026, 10, 24)
    fake.change({
      sun: { sunriseAtMs: at + 7 * 3_600_000, sunsetAtMs: at + 15 * 3_600_000 },
      isAfterSunset: true,
    })
    await screen.findByText(/Today the sun rises at .* and sets at .* Right now it is after sunset/)
    fireEvent.click(await screen.findByRole('radio', { name: 'By the clock' }))
    await becomes(app, { sun: { kind: 'clock', sunsetMinute: 1080, sunriseMinute: 420 } })
  })

  it('keeps one’s own times for whoever looks at a place and comes back', async () => {
    const own = { kind: 'clock', sunsetMinute: 1200, sunriseMinute: 400 } as const
    const { app } = await page('touch', { sun: own }, paired)
    fireEvent.click(await screen.findByRole('radio', { name: 'By a place' }))
    await screen.findByRole('textbox', { name: 'Latitude and longitude' })
    fireEvent.click(await screen.findByRole('radio', { name: 'By the clock' }))
    await flip('Someone else lives here')
    await becomes(app, { othersLiveHere: true, sun: own })
    await screen.findByText(/^Right now it is/)
  })

  it('says a polar day as such', async () => {
    await page('touch', { sun: { kind: 'place', latitude: 78.2, longitude: 15.6 } }, paired)
    await screen.findByText(/the sun does not set or does not rise today/)
  })
})

describe('answers', () => {
  it('take another look, or none', async () => {
    const { app } = await page('touch', { isAllowed: true }, paired)
    await choose('When strain is raised', 'Break')
    await becomes(app, { atStrain: 'break' })
    await choose('While you are on a pause', 'Nothing')
    await becomes(app, { atPause: null, atStrain: 'break' })
    await flip('Lamps breathe with an exercise')
    await flip('Warm a little while I write')
    await becomes(app, { followsExercises: false, warmsInTalk: true })
  })

  it('wind down before bed, and say when', async () => {
    const { app } = await page('touch', { isAllowed: true }, paired)
    await flip('Wind down before bed')
    await screen.findByText(/Tonight it begins at/)
    const bed = await screen.findByLabelText('Bedtime')
    fireEvent.change(bed, { target: { value: '00:30' } })
    fireEvent.blur(bed)
    await becomes(app, { windDown: { isOn: true, bedMinute: 30, beforeMinutes: 60 } })
    await screen.findByText(/11:30|23:30/)
  })
})

describe('the log', () => {
  /** As the fake engine counts days, whatever hour it is here. */
  const today = () => new FakeDays('empty', Date.now()).today
  const lived = (fake: FakeLights) => {
    fake.entries = lightsPast(today(), Date.now())
  }

  it('says that nothing has happened', async () => {
    await page('log')
    await screen.findByRole('heading', { level: 1, name: /not changed any light yet/ })
    await screen.findByText(/Each change will stand here/)
  })

  it('tells each look with what it changed, what became of it, and what was left alone', async () => {
    await page('log', {}, lived)
    await screen.findByRole('heading', { level: 1, name: /changed the light three times/ })
    const day = await part(
      (await screen.findAllByRole('region'))
        .map((one) => one.getAttribute('aria-label') ?? '')
        .find((name) => /^Today/.test(name)) ?? 'Today',
    )
    day.getByText('Break, because you are on a pause')
    day.getByText(/changed by hand at .*, left alone/)
    day.getAllByText(/80%, warm white → 56%, evening/)
    day.getByText('Shelf: it was off.')
    day.getByText('Soften left out by chance, for your comparison')
  })

  it('turns by weeks, and not before its beginning', async () => {
    const { app } = await page('log', {}, (fake) => {
      const days = today()
      fake.entries = [...lightsPast(days, Date.now()), ...lightsPast(days - 10, Date.now() - 10 * 86_400_000)]
    })
    await press('Seven days before')
    await waitFor(() => expect(window.location.hash).toBe(`#/lights/log/${today() - 13}`))
    await waitFor(() =>
      expect(app.fake.called('lights.log').at(-1)).toEqual({ fromDay: today() - 13, toDay: today() - 7 }),
    )
    const before = await screen.findByRole('button', { name: 'Seven days before' })
    await waitFor(() => expect(before.hasAttribute('disabled')).toBe(true))
    await press('Back to now')
    await waitFor(() => expect(window.location.hash).toBe('#/lights/log'))
  })
})
