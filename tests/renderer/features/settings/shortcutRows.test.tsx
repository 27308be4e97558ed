/** The global shortcuts: each recorded by itself, never the same for two, and none in a browser. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { type RenderedApp, renderApp } from '../../renderApp.tsx'

beforeAll(async () => {
  await import('../../../../renderer/windows/home/HomeWindow.tsx')
  await import('../../../../renderer/features/settings/SettingsPage.tsx')
}, 60_000)
afterEach(() => {
  window.location.hash = ''
})

const settings = (): RenderedApp => {
  window.location.hash = '#/settings'
  return renderApp('empty', 'home')
}
const panic = async () => within(await screen.findByRole('region', { name: 'Shortcut for a hard moment' }))
async function record(keys: object): Promise<void> {
  fireEvent.click((await panic()).getByRole('button', { name: 'Change' }))
  fireEvent.keyDown(await screen.findByRole('button', { name: /Press the keys now/ }), keys)
}

it('records the one for a hard moment', async () => {
  const app = settings()
  await record({ code: 'KeyH', key: 'h', ctrlKey: true, altKey: true })
  await waitFor(() =>
    expect(app.fake.called('settings.change')).toEqual([{ panicShortcut: 'CommandOrControl+Alt+H' }]),
  )
  expect(await (await panic()).findByText('H')).toBeTruthy()
})

it('refuses the keys of the other one', async () => {
  const app = settings()
  await record({ code: 'Space', key: ' ', ctrlKey: true, shiftKey: true })
  expect((await (await panic()).findByRole('alert')).textContent).toMatch(/Both shortcuts would be the same/)
  expect(app.fake.called('settings.change')).toEqual([])
})

it('has one for the lights, which refuses the keys of any other', async () => {
  const app = settings()
  const lights = within(await screen.findByRole('region', { name: 'Shortcut for the lights' }))
  const press = async (held: object) => {
    fireEvent.click(lights.getByRole('button', { name: 'Change' }))
    fireEvent.keyDown(await lights.findByRole('button', { name: /Press the keys now/ }), held)
  }
  await press({ code: 'Space', key: ' ', ctrlKey: true, altKey: true })
  expect((await lights.findByRole('alert')).textContent).toMatch(/would be the same/)
  expect(app.fake.called('settings.change')).toEqual([])
  await press({ code: 'KeyJ', key: 'j', ctrlKey: true, altKey: true })
  await waitFor(() =>
    expect(app.fake.called('settings.change')).toEqual([{ lightsShortcut: 'CommandOrControl+Alt+J' }]),
  )
})

it('may be none', async () => {
  const app = settings()
  fireEvent.click((await panic()).getByRole('button', { name: 'Use none' }))
  await waitFor(() => expect(app.fake.called('settings.change')).toEqual([{ panicShortcut: null }]))
})

it('leads to the settings of pauses', async () => {
  settings()
  const link = await screen.findByRole('link', { name: 'Settings of pauses' })
  expect(link.getAttribute('href')).toBe('#/pauses/settings')
})
