/** The settings of pauses: each change saved at once and whole, refusals said, removals taken back. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Settings } from '../../../../../electron/contract/settings.ts'
import { defaultBreakSettings } from '../../../../../electron/core/breaks/breakSettings.ts'
import { usualHours } from '../../../../../renderer/features/breaks/settings/workHours.ts'
import { choose } from '../../../choose.ts'
import { type FakeWorld, worldOf } from '../../../fakeWorld.ts'
import { type RenderedApp, renderApp } from '../../../renderApp.tsx'

type Breaks = Settings['breaks']

// The page and what it stands in are loaded before the clock of the first test runs.
beforeAll(async () => {
  await import('../../../../../renderer/windows/home/HomeWindow.tsx')
  await import('../../../../../renderer/features/breaks/PausesPage.tsx')
  await import('../../../../../renderer/features/breaks/settings/BreakSettings.tsx')
}, 60_000)
afterEach(() => {
  window.location.hash = ''
})

function settings(breaks: Partial<Breaks> = {}, more: (world: FakeWorld) => void = () => {}): RenderedApp {
  window.location.hash = '#/pauses/settings'
  const world = worldOf('empty', Date.now())
  world.settings.breaks = { ...world.settings.breaks, ...breaks }
  more(world)
  return renderApp(world, 'home')
}

const changes = (app: RenderedApp) => app.fake.called('settings.change') as Partial<Settings>[]
/** The newest settings of pauses that were saved. */
async function saved(app: RenderedApp, count: number): Promise<Breaks> {
  await waitFor(() => expect(changes(app)).toHaveLength(count))
  const { breaks } = changes(app).at(-1) ?? {}
  if (!breaks) throw new Error('nothing about pauses was saved')
  return breaks
}
const part = async (name: string) => within(await screen.findByRole('region', { name }))
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }))
const pick = async (name: string) => fireEvent.click(await screen.findByRole('radio', { name }))
function type(field: HTMLElement, value: string): void {
  fireEvent.change(field, { target: { value } })
}

describe('offers', () => {
  it('are switched off and on, and the page says so first', async () => {
    const app = settings()
    await screen.findByRole('heading', { level: 1, name: /after about 50 minutes of work/ })
    fireEvent.click(await screen.findByRole('switch', { name: 'Offer pauses' }))
    expect((await saved(app, 1)).isOn).toBe(false)
    await screen.findByRole('heading', { level: 1, name: /No pauses are offered/ })
  })

  it('take another form and keep everything else', async () => {
    const app = settings({ mostADay: 4 })
    await pick('Over every display')
    expect(await saved(app, 1)).toEqual({ ...defaultBreakSettings, mostADay: 4, form: 'overlay' })
  })

  it('hold two quick changes', async () => {
    const app = settings()
    await pick('Hint in the tray')
    fireEvent.click(await screen.findByRole('switch', { name: 'Learn what works for you' }))
    expect(await saved(app, 2)).toMatchObject({ form: 'tray', learns: false })
  })

  it('are built on what another window saved meanwhile', async () => {
    const app = settings()
    await screen.findByRole('radio', { name: 'Over every display' })
    // Saved elsewhere, and not yet told to this page.
    app.fake.world.settings = {
      ...app.fake.world.settings,
      breaks: { ...app.fake.world.settings.breaks, mostADay: 2 },
    }
    await pick('Over every display')
    expect(await saved(app, 1)).toMatchObject({ form: 'overlay', mostADay: 2 })
  })

  it('say what was not saved', async () => {
    const app = settings()
    await screen.findByRole('radio', { name: 'Over every display' })
    Object.defineProperty(app.fake.world, 'settings', {
      get: () => {
        throw new Error('the disk is gone')
      },
    })
    await pick('Over every display')
    expect((await screen.findByRole('alert')).textContent).toMatch(/That was not saved/)
  })
})

describe('rhythm by the clock', () => {
  const fixed: Breaks['rhythm'] = { by: 'fixed', times: [{ minuteOfDay: 900, kind: 'pause' }] }

  it('begins with usual times, and brings typed ones back', async () => {
    const app = settings()
    await pick('By the clock')
    expect((await saved(app, 1)).rhythm).toMatchObject({ by: 'fixed', times: [{}, {}] })
    await pick('By need')
    expect((await saved(app, 2)).rhythm).toEqual({ by: 'need' })
    await pick('By the clock')
    expect((await saved(app, 3)).rhythm).toMatchObject({
      times: [{ minuteOfDay: 630 }, { minuteOfDay: 900 }],
    })
  })

  it('takes another time in order, and refuses a minute that is taken', async () => {
    const app = settings({ rhythm: fixed })
    const times = await part('Times')
    type(times.getByLabelText('Time of a new pause'), '11:15')
    fireEvent.click(times.getByRole('button', { name: 'Add' }))
    expect((await saved(app, 1)).rhythm).toEqual({
      by: 'fixed',
      times: [
        { minuteOfDay: 675, kind: 'pause' },
        { minuteOfDay: 900, kind: 'pause' },
      ],
    })
    type(times.getByLabelText('Time of a new pause'), '15:00')
    fireEvent.click(times.getByRole('button', { name: 'Add' }))
    expect((await times.findByRole('alert')).textContent).toMatch(/there is one already: Pause/)
    expect(changes(app)).toHaveLength(1)
  })

  it('turns one into another kind, and takes a removal back', async () => {
    const app = settings({ rhythm: fixed })
    await choose(/Kind of pause at/, 'Long pause')
    expect((await saved(app, 1)).rhythm).toMatchObject({ times: [{ kind: 'long' }] })
    await press(/Remove the pause at/)
    expect((await saved(app, 2)).rhythm).toEqual({ by: 'fixed', times: [] })
    await press('Undo')
    expect((await saved(app, 3)).rhythm).toMatchObject({ times: [{ minuteOfDay: 900 }] })
  })

  it('says that a kind is switched off', async () => {
    const { kinds } = structuredClone(defaultBreakSettings) as Breaks
    settings({ rhythm: fixed, kinds: { ...kinds, pause: { ...kinds.pause, isOn: false } } })
    expect(await screen.findByText(/switched off below/)).toBeTruthy()
  })
})

describe('kinds', () => {
  it('are counted in seconds or minutes', async () => {
    const app = settings()
    const eyes = await screen.findByRole('textbox', { name: 'Length: Eye rest' })
    expect((eyes as HTMLInputElement).value).toBe('20')
    type(eyes, '30')
    fireEvent.blur(eyes)
    expect((await saved(app, 1)).kinds.eyeRest).toEqual({ isOn: false, lengthMs: 30_000 })
    fireEvent.click(screen.getByRole('switch', { name: 'Offer: Lunch' }))
    expect((await saved(app, 2)).kinds.lunch.isOn).toBe(false)
    await waitFor(() => expect(screen.queryByLabelText('Lunch from')).toBeNull())
  })

  it('have lunch in a window that is never empty', async () => {
    const app = settings()
    const until = await screen.findByLabelText('Lunch until')
    type(until, '12:00')
    fireEvent.blur(until)
    expect((await screen.findByRole('alert')).textContent).toMatch(/lunch would never come/)
    type(until, '13:30')
    fireEvent.blur(until)
    expect((await saved(app, 1)).lunch).toEqual({ startMinute: 720, endMinute: 810 })
  })
})

describe('working hours', () => {
  const open = async (hours: Breaks['hours'] = usualHours()) => {
    const app = settings({ hours })
    await press('Change Monday')
    return app
  }

  it('begin with a usual week, and are had back after they were dropped', async () => {
    const app = settings()
    await pick('In my working hours')
    expect((await saved(app, 1)).hours).toEqual(usualHours())
    await pick('Whenever I work')
    expect((await saved(app, 2)).hours).toBeNull()
    await press('Undo')
    expect((await saved(app, 3)).hours).toEqual(usualHours())
  })

  it('take more than one stretch a day, one of them over midnight, said plainly', async () => {
    const app = await open()
    await press('Add hours')
    expect((await saved(app, 1)).hours?.weekdays[1]?.ranges).toHaveLength(2)
    type(await screen.findByLabelText('Hours on Monday, 2: from'), '22:00')
    type(screen.getByLabelText('Hours on Monday, 2: until'), '02:00')
    expect(screen.getByText(/^until 0?2:00.*the next day$/)).toBeTruthy()
    fireEvent.blur(screen.getByLabelText('Hours on Monday, 2: until'))
    expect((await saved(app, 2)).hours?.weekdays[1]?.ranges).toEqual([
      { startMinute: 540, endMinute: 1020 },
      { startMinute: 1320, endMinute: 120 },
    ])
  })

  it('are held back with words while they overlap, and made one on request', async () => {
    const app = await open()
    await press('Add hours')
    await saved(app, 1)
    const from = await screen.findByLabelText('Hours on Monday, 2: from')
    type(from, '16:00')
    fireEvent.blur(from)
    expect((await screen.findByRole('alert')).textContent).toMatch(/This overlaps .* Not saved yet/)
    expect(from.getAttribute('aria-invalid')).toBe('true')
    expect(changes(app)).toHaveLength(1)
    await press('Make them one')
    expect((await saved(app, 2)).hours?.weekdays[1]?.ranges).toEqual([{ startMinute: 540, endMinute: 1260 }])
  })

  it('cannot be never, and can be left as they were', async () => {
    const app = await open()
    const until = screen.getByLabelText('Hours on Monday, 1: until')
    type(until, '09:00')
    fireEvent.keyDown(until, { key: 'Enter' })
    expect((await screen.findByRole('alert')).textContent).toMatch(/would mean never/)
    await press('Leave it as it was')
    expect((until as HTMLInputElement).value).toBe('17:00')
    expect(changes(app)).toEqual([])
  })

  it('have time off in them, and say when it lies outside', async () => {
    const app = await open()
    await press('Add time off')
    expect((await saved(app, 1)).hours?.weekdays[1]?.breaks).toEqual([{ startMinute: 720, endMinute: 750 }])
    const from = await screen.findByLabelText('Time off in these hours, 1: from')
    type(from, '18:00')
    type(screen.getByLabelText('Time off in these hours, 1: until'), '18:30')
    fireEvent.blur(from)
    expect(await screen.findByText(/outside the hours of the day/)).toBeTruthy()
  })

  it('are copied to other days, and copied back', async () => {
    const app = await open()
    await press('Sun: the hours of Monday on Sunday too')
    expect((await saved(app, 1)).hours?.weekdays[0]?.ranges).toHaveLength(1)
    await press('Undo')
    expect((await saved(app, 2)).hours).toEqual(usualHours())
  })

  it('are removed, and had back', async () => {
    const app = await open()
    await press(/^Remove 0?9:00/)
    expect((await saved(app, 1)).hours?.weekdays[1]?.ranges).toEqual([])
    expect(await screen.findByText('No working hours, so Lull stays quiet.')).toBeTruthy()
    await press('Undo')
    expect((await saved(app, 2)).hours).toEqual(usualHours())
  })
})

describe('days off', () => {
  it('are added, refused where they are known, removed and had back; past ones are folded away', async () => {
    const app = settings({ hours: { ...usualHours(), holidays: [{ fromDay: 100, toDay: 101 }] } })
    expect(await screen.findByText('Past days off (1)')).toBeTruthy()
    const off = await part('Days off')
    const add = (from: string, to: string) => {
      type(off.getByLabelText('First day'), from)
      type(off.getByLabelText('Last day'), to)
      fireEvent.click(off.getByRole('button', { name: 'Add' }))
    }
    add('2199-12-24', '2199-12-31')
    expect((await saved(app, 1)).hours?.holidays).toHaveLength(2)
    await off.findByRole('button', { name: /Remove December 24/ })
    add('2199-12-25', '')
    expect((await off.findByRole('alert')).textContent).toMatch(/days off already/)
    add('2199-12-31', '2199-12-25')
    expect((await off.findByRole('alert')).textContent).toMatch(/before the first/)
    fireEvent.click(off.getByRole('button', { name: /Remove December 24/ }))
    expect((await saved(app, 2)).hours?.holidays).toHaveLength(1)
    await press('Undo')
    expect((await saved(app, 3)).hours?.holidays).toHaveLength(2)
  })
})

describe('limits and wishes', () => {
  it('stay within what the contract allows', async () => {
    const app = settings()
    const most = await screen.findByRole('textbox', { name: 'Most nudges a day' })
    type(most, '50')
    fireEvent.blur(most)
    await waitFor(() => expect((most as HTMLInputElement).value).toBe('8'))
    type(most, '3')
    fireEvent.blur(most)
    expect((await saved(app, 1)).mostADay).toBe(3)
  })

  it('explain strict before it holds, and let go of it at once', async () => {
    const app = settings()
    const strict = await screen.findByRole('switch', { name: 'Strict' })
    fireEvent.click(strict)
    expect(await screen.findByText(/A call always ends it/)).toBeTruthy()
    expect(changes(app)).toEqual([])
    await press('Switch strict on')
    expect((await saved(app, 1)).isStrict).toBe(true)
    await waitFor(() => expect(screen.queryByText(/Strict means/)).toBeNull())
    fireEvent.click(strict)
    expect((await saved(app, 2)).isStrict).toBe(false)
  })

  it('hold one wish for each suggestion', async () => {
    const app = settings({ pins: ['walk'] })
    await choose('Wish for Walk', 'never')
    expect(await saved(app, 1)).toMatchObject({ pins: [], bans: ['walk'] })
    await choose('Wish for Breathe', 'always')
    expect(await saved(app, 2)).toMatchObject({ pins: ['breathe'], bans: ['walk'] })
    expect(await screen.findByText(/nothing else is suggested/)).toBeTruthy()
  })
})

describe('sound', () => {
  it('is saved when the hand lets go', async () => {
    const app = settings()
    const volume = await screen.findByRole('slider', { name: 'Volume' })
    type(volume, '20')
    type(volume, '25')
    expect(changes(app)).toEqual([])
    fireEvent.pointerUp(volume)
    await waitFor(() => expect(changes(app)).toEqual([{ breakSound: { on: false, volume: 0.25 } }]))
  })

  it('offers notices in a browser alone', async () => {
    settings()
    await screen.findByRole('slider', { name: 'Volume' })
    expect(screen.queryByText('Notices of the browser')).toBeNull()
  })
})

it('has a way back, and leads to each of its parts', async () => {
  settings()
  expect((await screen.findAllByRole('link', { name: 'Pauses' })).at(-1)?.getAttribute('href')).toBe(
    '#/pauses',
  )
  await press('Own commands')
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Own commands')
})
