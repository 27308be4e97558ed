/** Pauses inside a page: in a browser all of them, beside what the person does; in Lull's own windows next to nothing. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { BreakOffer, BreakView } from '../../../../../electron/contract/breaks.ts'
import type { WindowName } from '../../../../../renderer/App.tsx'
import { breaksOf, someOffer } from '../../../fakeBreaks.ts'
import { worldOf } from '../../../fakeWorld.ts'
import { renderApp } from '../../../renderApp.tsx'

await import('../../../../../renderer/features/breaks/live/BreakInPage.tsx')
await import('../../../../../renderer/windows/home/HomeWindow.tsx')
const minuteMs = 60_000

afterEach(() => {
  window.location.hash = ''
  delete document.documentElement.dataset.window
  vi.unstubAllGlobals()
})

async function page(name: WindowName, hasShell: boolean) {
  const app = renderApp(worldOf('empty', Date.now()), name)
  app.fake.hasShell = hasShell
  const breaks = breaksOf(app.fake)
  await screen.findByRole('textbox', { name: 'Your message' })
  await waitFor(() => expect(app.fake.called('shell.about').length).toBeGreaterThan(0))
  const change = (to: Partial<BreakView>) => act(() => breaks.change(to))
  const offer = (rest: Partial<BreakOffer> = {}) =>
    change({ offer: someOffer(Date.now(), { id: 5, ...rest }) })
  return { ...app, breaks, change, offer, answers: () => app.fake.called('breaks.answer') }
}

const card = () => screen.findByRole('dialog', { name: /You have been at it/ })
/** Presses until the first moment of the card is over and the press is taken. */
const press = (name: string, taken: () => void) =>
  waitFor(() => {
    const button = screen.queryByRole('button', { name })
    if (button) fireEvent.click(button)
    taken()
  })

function runningOf(rest: Partial<NonNullable<BreakView['running']>> = {}): BreakView['running'] {
  const { id, kind, arm, because, form } = someOffer(0, { id: 5 })
  const endsAtMs = Date.now() + 2 * minuteMs
  return {
    ...{ id, kind, arm, because, form, endsAtMs, exercise: null, isStrict: false, displays: [] },
    lengthMs: 2 * minuteMs,
    fromMs: endsAtMs - 2 * minuteMs,
    ...rest,
  }
}

describe('in Lull’s own windows', () => {
  it('the popup tells that a pause is running, and offers none', async () => {
    const { breaks, change, offer } = await page('popup', true)
    await waitFor(() => expect(breaks.topic.watchers).toBe(1))
    offer()
    change({ running: runningOf() })
    expect(await screen.findByText(/^On a pause until/)).toBeTruthy()
    expect(screen.queryByRole('dialog')).toBeNull()
    change({ running: null })
    await waitFor(() => expect(screen.queryByText(/^On a pause until/)).toBeNull())
  })

  it('the home window does not even ask', async () => {
    const { breaks } = await page('home', true)
    expect(breaks.topic.watchers).toBe(0)
  })
})

describe.each(['popup', 'home'] as const)('in a browser’s %s page', (name) => {
  it('an offer lies beside what is being done and takes no keyboard', async () => {
    const { offer, answers } = await page(name, false)
    const field = screen.getByRole('textbox', { name: 'Your message' })
    act(() => field.focus())
    offer()
    expect((await card()).getAttribute('aria-modal')).toBe('false')
    expect(document.activeElement).toBe(field)
    expect(screen.getByText(/^A pause is offered\. You have been/)).toBeTruthy()
    await press('In 5 minutes', () =>
      expect(answers()).toEqual([{ id: 5, answer: { say: 'snooze', minutes: 5 } }]),
    )
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('typing elsewhere is never held up', async () => {
    const { offer } = await page(name, false)
    const field = screen.getByRole('textbox', { name: 'Your message' })
    offer()
    await card()
    expect(fireEvent.keyDown(field, { key: 'a' })).toBe(true)
  })

  it('Esc in the card folds it to a line, and the line opens it again', async () => {
    const { offer, answers } = await page(name, false)
    offer()
    const inner = within(await card()).getByRole('button', { name: 'Skip this one' })
    await waitFor(() => {
      fireEvent.keyDown(inner, { key: 'Escape' })
      expect(screen.queryByRole('dialog')).toBeNull()
    })
    expect(answers()).toEqual([])
    fireEvent.click(await screen.findByRole('button', { name: /^A pause waits: two minutes/ }))
    expect(await card()).toBeTruthy()
  })

  it('what only the tray would say is one line', async () => {
    const { offer } = await page(name, false)
    offer({ form: 'tray' })
    fireEvent.click(await screen.findByRole('button', { name: /^A pause waits/ }))
    expect(await card()).toBeTruthy()
  })

  it('the pause lies over the page, and Esc ends it', async () => {
    const { change, answers } = await page(name, false)
    change({ running: runningOf() })
    const over = await screen.findByRole('dialog', { name: /standing and stretching/ })
    expect(within(over).getByText('2 minutes left')).toBeTruthy()
    await waitFor(() => {
      fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' })
      expect(answers()[0]).toEqual({ id: 5, answer: { say: 'finish' } })
    })
    expect(await screen.findByRole('dialog', { name: 'Did that help?' })).toBeTruthy()
  })

  it('a strict pause stays over it', async () => {
    const { change, answers } = await page(name, false)
    change({ running: runningOf({ isStrict: true }) })
    const over = await screen.findByRole('dialog')
    expect(within(over).getByText(/You chose to stay until/)).toBeTruthy()
    fireEvent.keyDown(over, { key: 'Escape' })
    expect(within(over).queryByRole('button', { name: 'Back to work' })).toBeNull()
    expect(answers()).toEqual([])
  })

  it('help for a hard moment is never covered, and the pause waits below it', async () => {
    const { change } = await page(name, false)
    change({ running: runningOf({ isStrict: true }) })
    const over = await screen.findByRole('dialog')
    await waitFor(() => {
      const door = within(over).queryByRole('button', { name: 'A hard moment' })
      if (door) fireEvent.click(door)
      expect(screen.queryByText(/You chose to stay until/)).toBeNull()
    })
  })

  it('a pause to talk leaves the talk free', async () => {
    const { offer, answers } = await page(name, false)
    document.documentElement.dataset.window = name
    offer({ arm: 'talk', exercise: null })
    await press('Talk', () => expect(answers()).toEqual([{ id: 5, answer: { say: 'start' } }]))
    expect(await screen.findByText(/^Time to talk it over/)).toBeTruthy()
    expect(screen.queryByRole('dialog')).toBeNull()
    await waitFor(() => expect(window.location.hash).toMatch(name === 'popup' ? /^#\/new-/ : /^#\/talk$/))
  })

  it('the question afterwards can be left', async () => {
    const { change, fake } = await page(name, false)
    change({ rating: { nudgeId: 5, kind: 'micro', arm: 'breathe' } })
    const asked = await screen.findByRole('dialog', { name: 'Did that help?' })
    await waitFor(() => {
      fireEvent.click(within(asked).getByRole('button', { name: 'Close' }))
      expect(screen.queryByRole('dialog')).toBeNull()
    })
    expect(fake.called('breaks.rate')).toEqual([])
  })
})

it('the page is free again when the engine is gone for good', async () => {
  const { change, connection } = await page('home', false)
  change({ running: runningOf() })
  await screen.findByRole('dialog')
  act(() => connection.engineEnd.close())
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), { timeout: 8000 })
}, 12_000)

it('"Why this?" turns the home page to its reasons', async () => {
  const { offer } = await page('home', false)
  offer()
  await press('Why this?', () => expect(window.location.hash).toBe('#/pauses/why/5'))
})
