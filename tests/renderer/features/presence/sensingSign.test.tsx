/** The sign that sensing runs: in the popup a button to the Sensing page, in the rail beside its name. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { presenceOf } from '../../fakePresence.ts'
import { renderApp } from '../../renderApp.tsx'

afterEach(() => {
  window.location.hash = ''
})

it('tells its state in words and follows it', async () => {
  const { fake } = renderApp('sensing')
  expect(await screen.findByRole('button', { name: 'Sensing is on. Open Sensing' })).toBeTruthy()
  act(() => {
    fake.world.settings = { ...fake.world.settings, sensingPaused: { until: Date.now() + 600_000 } }
    fake.settings.emit(fake.world.settings)
    presenceOf(fake).tell()
  })
  const paused = await screen.findByRole('button', { name: /^Sensing is paused until .+\. Open Sensing$/ })
  fireEvent.click(paused)
  await waitFor(() => expect(fake.called('shell.openHome')).toEqual([{ place: 'sensing' }]))
})

it('stands in the rail of the home window', async () => {
  renderApp('sensingOff', 'home')
  const rail = within(await screen.findByRole('navigation'))
  expect(await rail.findByRole('link', { name: 'Sensing off' })).toBeTruthy()
})
