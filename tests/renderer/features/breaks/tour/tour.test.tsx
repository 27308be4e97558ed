/** The tour: step by step, one nudge on purpose that waits for the end of a call, left and taken up, put away for good. */
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { breaksOf } from '../../../fakeBreaks.ts'
import { presenceOf } from '../../../fakePresence.ts'
import { worldOf } from '../../../fakeWorld.ts'
import { type RenderedApp, renderApp } from '../../../renderApp.tsx'

// The page and what it stands in are loaded before the clock of the first test runs.
beforeAll(async () => {
  await import('../../../../../renderer/windows/home/HomeWindow.tsx')
  await import('../../../../../renderer/features/breaks/PausesPage.tsx')
  await import('../../../../../renderer/features/breaks/settings/BreakSettings.tsx')
}, 60_000)
afterEach(() => {
  window.location.hash = ''
  window.localStorage.clear()
})

function settings(prepare: (app: ReturnType<typeof worldOf>) => void = () => {}): RenderedApp {
  window.location.hash = '#/pauses/settings'
  const world = worldOf('sensing', Date.now())
  prepare(world)
  return renderApp(world, 'home')
}
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }))
const step = (words: RegExp) => screen.findByRole('heading', { level: 2, name: words })
const changes = (app: RenderedApp) => app.fake.called('settings.change')

it('goes through six steps and is over when it is done', async () => {
  const app = settings()
  await press('Take the tour')
  const titles = [
    /small question/,
    /what one looks like/,
    /Every answer is fine/,
    /as quiet as you like/,
    /by time alone/,
    /behind your back/,
  ]
  for (const [place, title] of titles.entries()) {
    const heading = await step(title)
    expect(document.activeElement).toBe(heading)
    expect(screen.getByText(`Step ${place + 1} of 6`)).toBeTruthy()
    if (place < titles.length - 1) await press('Next')
  }
  await press('Done')
  await waitFor(() => expect(changes(app)).toEqual([{ tourSeenAt: expect.any(Number) }]))
  expect(await screen.findByText(/You find it again/)).toBeTruthy()
})

it('is left until later, and goes on where it was, also in another window', async () => {
  const app = settings()
  await press('Take the tour')
  await press('Next')
  await press('Next')
  await press('Later')
  expect(changes(app)).toEqual([])
  await press('Take the tour')
  await step(/Every answer is fine/)
  cleanup()
  settings()
  await press('Take the tour')
  await step(/Every answer is fine/)
  await press('Skip the tour')
  await press('Take the tour')
  await step(/small question/)
})

it('shows one nudge on purpose', async () => {
  const app = settings()
  await press('Take the tour')
  await press('Next')
  await press('Show me one')
  expect(await screen.findByText('There it is, in the corner of the screen.')).toBeTruthy()
  expect(app.fake.called('breaks.showOnPurpose')).toHaveLength(1)
  breaksOf(app.fake).change({ offer: null })
  expect(await screen.findByText(/gone again/)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Show another' })).toBeTruthy()
})

it('waits for the end of a call, also when the person goes on', async () => {
  const app = settings()
  const breaks = breaksOf(app.fake)
  const presence = presenceOf(app.fake)
  const fact = (value: boolean) => ({ value, source: 'pipewire', sinceMs: Date.now(), quality: 1 })
  presence.facts = { ...presence.facts, inCall: fact(true), doNotDisturb: fact(false) }
  breaks.refusal = 'hushed'
  await press('Take the tour')
  presence.tell()
  await press('Next')
  await press('Show me one')
  expect(await screen.findByText(/It waits and comes as soon as that is over/)).toBeTruthy()
  await press('Next')
  breaks.refusal = null
  presence.facts = { ...presence.facts, inCall: fact(false) }
  presence.tell()
  await waitFor(() => expect(breaks.view.offer?.because).toBe('tour'))
  await press('Back')
  expect(await screen.findByText(/There it is/)).toBeTruthy()
})

it('says when a pause is open already', async () => {
  const app = settings()
  breaksOf(app.fake).refusal = 'already_running'
  await press('Take the tour')
  await press('Next')
  await press('Show me one')
  expect(await screen.findByText(/One is open already/)).toBeTruthy()
})

it('changes the form at once', async () => {
  const app = settings()
  await press('Take the tour')
  for (let n = 0; n < 3; n++) await press('Next')
  fireEvent.click((await screen.findAllByRole('radio', { name: 'Hint in the tray' })).at(-1) as HTMLElement)
  await waitFor(() => expect(changes(app)).toMatchObject([{ breaks: { form: 'tray' } }]))
})

it('says the keys of the hard-moment door, where there are some', async () => {
  settings((world) => {
    world.settings.panicShortcut = 'CommandOrControl+Alt+H'
  })
  await press('Take the tour')
  for (let n = 0; n < 5; n++) await press('Next')
  expect(await screen.findByText('H')).toBeTruthy()
})
