/** Telling Home Assistant: said before it is done, over a broker that is there, with every message to look at. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { choose } from '../../choose.ts'
import { broker, brokerId, devicesOfEngine } from '../../fakeDevices.ts'
import { homeAssistantOf } from '../../fakeHomeAssistant.ts'
import { idOf, type Scenario } from '../../fakeWorld.ts'
import { type RenderedApp, renderApp } from '../../renderApp.tsx'

// The page and what it stands in are loaded before the clock of the first test runs.
beforeAll(async () => {
  await import('../../../../renderer/windows/home/HomeWindow.tsx')
  await import('../../../../renderer/features/breaks/PausesPage.tsx')
  await import('../../../../renderer/features/breaks/settings/BreakSettings.tsx')
}, 60_000)
afterEach(() => {
  window.location.hash = ''
})

function settings(scenario: Scenario): RenderedApp {
  window.location.hash = '#/pauses/settings'
  return renderApp(scenario, 'home')
}
const changes = (app: RenderedApp) => app.fake.called('settings.change')
const home = async () => within(await screen.findByRole('region', { name: 'Home Assistant' }))
const turn = async () => fireEvent.click((await home()).getByRole('switch', { name: 'Tell Home Assistant' }))
const confirm = async () =>
  (await home()).getByRole<HTMLButtonElement>('button', { name: 'Tell Home Assistant' })

it('says what is told and who can read it before anything is', async () => {
  const app = settings('beats')
  await turn()
  expect(await screen.findByText(/Everyone who has the password of the broker can read this/)).toBeTruthy()
  expect(changes(app)).toEqual([])
  fireEvent.click(await confirm())
  await waitFor(() =>
    expect(changes(app)).toEqual([
      { homeAssistant: { on: true, deviceId: null, form: 'device', strain: true, commands: false } },
    ]),
  )
  expect(await (await home()).findByText('Connected.')).toBeTruthy()
  await turn()
  await waitFor(() => expect(changes(app).at(-1)).toMatchObject({ homeAssistant: { on: false } }))
  expect(screen.queryByText(/Everyone who has the password/)).toBeNull()
})

it('can be left off again', async () => {
  const app = settings('beats')
  await turn()
  fireEvent.click(await screen.findByRole('button', { name: 'Leave it off' }))
  await waitFor(() => expect(screen.queryByText(/Everyone who has the password/)).toBeNull())
  expect(changes(app)).toEqual([])
})

it('leads to Sensing where there is no broker', async () => {
  settings('empty')
  await turn()
  const link = await screen.findByRole('link', { name: 'Add one in Sensing' })
  expect(link.getAttribute('href')).toBe('#/sensing')
  expect((await confirm()).disabled).toBe(true)
})

it('wants one of several brokers to be chosen', async () => {
  const app = settings('beats')
  await home()
  const devices = devicesOfEngine(app.fake)
  devices.put(broker({ id: idOf(902), title: 'Office' }))
  await turn()
  await waitFor(async () => expect((await confirm()).disabled).toBe(true))
  await choose('Broker', 'Office')
  await waitFor(() => expect(changes(app).at(-1)).toMatchObject({ homeAssistant: { deviceId: idOf(902) } }))
  devices.devices = devices.devices.filter(({ id }) => id === brokerId)
  devices.tell()
  expect(await screen.findByText('The one you chose is gone')).toBeTruthy()
})

it('shows every message, in the form that was chosen', async () => {
  const app = settings('beats')
  await turn()
  const fold = (await screen.findByText('Every message, as it would be told now')).closest('details')
  if (!fold) throw new Error('no fold')
  expect(app.fake.called('homeAssistant.preview')).toEqual([])
  fold.open = true
  fireEvent(fold, new Event('toggle'))
  expect(await screen.findByText(/^homeassistant\/device\//)).toBeTruthy()
  expect(screen.getByText('Lull would listen to no command.')).toBeTruthy()
  fireEvent.click(screen.getByRole('switch', { name: 'Obey ON and OFF' }))
  expect(await screen.findByText('lull/lull_1a2b3c4d5e6f/paused/set')).toBeTruthy()
  fireEvent.click(screen.getByRole('radio', { name: 'Each value by itself' }))
  expect(await screen.findByText(/^homeassistant\/sensor\/.*strain/)).toBeTruthy()
  fireEvent.click(screen.getByRole('switch', { name: 'Tell the strain band' }))
  await waitFor(() => expect(screen.queryByText(/^homeassistant\/sensor\/.*strain/)).toBeNull())
})

it('says why it does not get through, in the words brokers have everywhere', async () => {
  const app = settings('beats')
  app.fake.world.settings.homeAssistant.on = true
  app.fake.settings.emit({ ...app.fake.world.settings })
  await (await home()).findByText('Connected.')
  homeAssistantOf(app.fake).change({
    link: { phase: 'failed', failure: 'nobody_there', retrying: true, detail: 'ECONNREFUSED' },
    commands: { obeyed: 3, refused: 12 },
    published: 1204,
  })
  const state = within(await screen.findByRole('region', { name: 'How it stands' }))
  expect(await state.findByText(/Nobody answers at this address.*tries again.*ECONNREFUSED/)).toBeTruthy()
  expect(
    state.getByText('1,204 messages told since Lull started. 3 commands obeyed, 12 refused.'),
  ).toBeTruthy()
  homeAssistantOf(app.fake).change({ link: { phase: 'no_broker' } })
  expect(await state.findByText(/no broker to tell it to/)).toBeTruthy()
})
