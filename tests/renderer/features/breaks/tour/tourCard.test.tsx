/** The card that offers the tour once. */
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { expect, it, onTestFinished } from 'vitest'
import { newCache } from '../../../../../renderer/App.tsx'
import { ToastArea } from '../../../../../renderer/design/Toasts.tsx'
import { connectEngine } from '../../../../../renderer/engine.ts'
import { TourCard } from '../../../../../renderer/features/breaks/tour/TourCard.tsx'
import { text } from '../../../../../renderer/text/i18n.ts'
import { EngineProvider } from '../../../../../renderer/watch.ts'
import { FakeEngine } from '../../../fakeEngine.ts'
import { worldOf } from '../../../fakeWorld.ts'
import { sendPort } from '../../../renderApp.tsx'

function card(tourSeenAt: number | null): FakeEngine {
  const world = worldOf('sensing', Date.now())
  world.settings.tourSeenAt = tourSeenAt
  const fake = new FakeEngine(world)
  const engine = connectEngine({ page: window as never, useSocket: false, patienceMs: 5000 })
  render(
    <I18nextProvider i18n={text}>
      <QueryClientProvider client={newCache()}>
        <EngineProvider value={engine}>
          <ToastArea>
            <p>beside it</p>
            <TourCard />
          </ToastArea>
        </EngineProvider>
      </QueryClientProvider>
    </I18nextProvider>,
  )
  const { engineEnd } = sendPort(fake)
  onTestFinished(() => {
    cleanup()
    engine.close()
    engineEnd.close()
    window.localStorage.clear()
  })
  return fake
}
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }))

it('opens the tour in its place, and says how far one had come', async () => {
  const fake = card(null)
  await press('Begin')
  await press('Next')
  await press('Later')
  expect(await screen.findByText('You stopped at step 2 of 6.')).toBeTruthy()
  await press('Go on')
  expect(await screen.findByText('Step 2 of 6')).toBeTruthy()
  await press('Skip the tour')
  await waitFor(() => expect(screen.queryByRole('region', { name: 'A tour of pauses' })).toBeNull())
  expect(fake.called('settings.change')).toEqual([{ tourSeenAt: expect.any(Number) }])
})

it('is put away for good', async () => {
  const fake = card(null)
  await press('No, thanks')
  await waitFor(() => expect(screen.queryByText('Two minutes about pauses?')).toBeNull())
  expect(fake.called('settings.change')).toEqual([{ tourSeenAt: expect.any(Number) }])
})

it('does not come to someone who has seen it', async () => {
  const fake = card(Date.now())
  await waitFor(() => expect(fake.settings.watchers).toBeGreaterThan(0))
  expect(screen.queryByText('Two minutes about pauses?')).toBeNull()
})
