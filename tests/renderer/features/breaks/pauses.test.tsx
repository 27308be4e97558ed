/** Pauses as a person meets them: now, a day and its silences, the calendar by keys, a week, sums, why, and forgetting. */
import { ORPCError } from '@orpc/server'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { breaksOf, someOffer } from '../../fakeBreaks.ts'
import type { FakeEngine } from '../../fakeEngine.ts'
import type { Scenario } from '../../fakeWorld.ts'
import { renderApp } from '../../renderApp.tsx'
import { plain } from '../stress/wordsOf.ts'

beforeAll(async () => {
  // Its first loading takes longer than a test waits.
  await import('../../../../renderer/features/breaks/PausesPage.tsx')
})
beforeEach(() => {
  window.location.hash = '#/pauses'
})

function renderPauses(scenario: Scenario = 'calmDay', within = '') {
  window.location.hash = `#/pauses${within}`
  return renderApp(scenario, 'home')
}

const title = () => plain(screen.getByRole('heading', { level: 1 }).textContent ?? '')
const sentence = (words: RegExp) => waitFor(() => expect(title()).toMatch(words), { timeout: 4000 })
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }))
const lastCall = (fake: FakeEngine, path: string) => fake.called(path).at(-1)

describe('now', () => {
  it('is a sentence, and the day newest first', async () => {
    renderPauses()
    await sentence(
      /^Two pauses so far today, and a real rest at .*\. The next one in about 20 minutes of work\.$/,
    )
    const list = await screen.findByRole('list', { name: 'What happened' })
    const titles = within(list)
      .getAllByRole('listitem')
      .map((item) => plain(item.textContent ?? ''))
    expect(titles[0]).toMatch(/Let pass: a look into the distance/)
    expect(titles.at(-1)).toMatch(/Nothing was said/)
    expect(within(list).getAllByRole('link', { name: /^Why this\? / }).length).toBe(5)
  })

  it('takes a pause with what the person wants in it', async () => {
    const { fake } = renderPauses()
    await press('Take a pause now')
    fireEvent.click(await screen.findByRole('menuitem', { name: /^Walk/ }))
    await sentence(/^This is your pause: a walk, until /)
    expect(lastCall(fake, 'breaks.start')).toEqual({ kind: 'pause', arm: 'walk' })
    await press('Back to work')
    await sentence(/^Two pauses/)
    expect(lastCall(fake, 'breaks.answer')).toMatchObject({ answer: { say: 'finish' } })
  })

  it('is quiet for an hour, and takes that back', async () => {
    const { fake } = renderPauses()
    await press('No pauses for an hour')
    await sentence(/^No pauses are offered until /)
    expect(lastCall(fake, 'breaks.pause')).toEqual({ minutes: 60 })
    await press('Undo')
    await sentence(/^Two pauses/)
    await press('No pauses until tomorrow')
    await waitFor(() => expect(lastCall(fake, 'breaks.pause')).toEqual({ minutes: null }))
    await press('Offer pauses again')
    await waitFor(() => expect(fake.called('breaks.resume')).toHaveLength(2))
  })

  it('says that sensing is paused, which keeps it quiet, and ends that', async () => {
    const { fake } = renderPauses('sensingPaused')
    await sentence(/^Sensing is paused, so no pauses are offered until /)
    expect(screen.queryByRole('button', { name: 'Offer pauses again' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'No pauses for an hour' })).toBeNull()
    await press('Sensing on again')
    await sentence(/The next one/)
    expect(lastCall(fake, 'settings.change')).toEqual({ sensingPaused: null })
    expect(fake.called('breaks.resume')).toEqual([])
  })

  it('says why something is refused', async () => {
    const { fake } = renderPauses()
    breaksOf(fake).refusal = 'hushed'
    await press('Take a pause now')
    fireEvent.click(await screen.findByRole('menuitem', { name: /^Breathe/ }))
    expect(await screen.findByText('Not during a call.')).toBeTruthy()
  })

  it('says why it is silent, and offers what is open', async () => {
    const { fake } = renderPauses()
    await sentence(/^Two pauses/)
    const now = Date.now()
    breaksOf(fake).change({ silent: { reason: 'full_screen', sinceMs: now } })
    await sentence(/nothing is said: something fills the screen\.$/)
    breaksOf(fake).change({ silent: null, offer: someOffer(now, { id: 31 }) })
    await sentence(/Right now there is a stretch for you\.$/)
    await press('Start it now')
    await waitFor(() => expect(lastCall(fake, 'breaks.answer')).toEqual({ id: 31, answer: { say: 'start' } }))
  })

  it('lets nobody leave a pause that was chosen to be strict', async () => {
    const { fake } = renderPauses()
    fake.world.settings.breaks = { ...fake.world.settings.breaks, isStrict: true }
    await press('Take a pause now')
    fireEvent.click(await screen.findByRole('menuitem', { name: /^Long pause/ }))
    expect(await screen.findByText('You chose that pauses stay until their end.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Back to work' })).toBeNull()
  })

  it('explains the first days', async () => {
    renderPauses('firstDay')
    expect(await screen.findByText(/^These first three days Lull goes by time alone/)).toBeTruthy()
  })

  it('is an empty place before anything happened', async () => {
    renderPauses('nothingYet')
    await sentence(/^Nothing has been offered so far today/)
    expect(await screen.findByText(/^Nothing has happened yet today/)).toBeTruthy()
    expect(screen.queryByRole('list', { name: 'What happened' })).toBeNull()
  })
})

describe('a day', () => {
  it('with five hundred silences is folded by reason, fifty rows at a time', async () => {
    renderPauses('heavyDay')
    await press(/^Silences/)
    const about = await screen.findByText(/^Pauses that were due and not said/)
    const folds = about.parentElement?.querySelectorAll('details') ?? []
    expect(folds.length).toBe(13)
    expect(document.querySelectorAll('tbody tr')).toHaveLength(0)
    const [first] = folds
    if (first) {
      first.open = true
      fireEvent(first, new Event('toggle'))
    }
    await waitFor(() => expect(first?.querySelectorAll('tbody tr')).toHaveLength(50))
    fireEvent.click(screen.getByRole('button', { name: /^Show \d+ more$/ }))
    expect(first?.querySelectorAll('tbody tr').length).toBeGreaterThan(50)
  })

  it('earlier is a page before', async () => {
    const { fake } = renderPauses()
    await sentence(/^Two pauses/)
    await press('Day before')
    await screen.findByRole('button', { name: 'Back to today' })
    const today = breaksOf(fake).past?.today ?? 0
    expect(window.location.hash).toBe(`#/pauses/day/${today - 1}`)
    await press('Day after')
    await waitFor(() => expect(window.location.hash).toBe('#/pauses'))
  })

  it('that does not answer says so, and asks again', async () => {
    const { fake } = renderPauses()
    const { past } = breaksOf(fake)
    const span = vi.spyOn(past ?? { span: () => {} }, 'span').mockImplementation(() => {
      throw new ORPCError('BUSY', { defined: true })
    })
    const alert = await screen.findByRole('alert', undefined, { timeout: 5000 })
    expect(alert.textContent).toMatch(/^Lull is still busy/)
    span.mockRestore()
    await press('Try again')
    expect(await screen.findByRole('list', { name: 'What happened' })).toBeTruthy()
  })
})

describe('a month', () => {
  const focused = () => document.activeElement as HTMLElement | null
  const label = () => plain(focused()?.getAttribute('aria-label') ?? '')

  it('goes from day to day by keys, and turns at its edge', async () => {
    const { fake } = renderPauses('calmDay', '/month')
    const grid = await screen.findByRole('grid')
    const stops = [...grid.querySelectorAll('button')].filter(({ tabIndex }) => tabIndex === 0)
    expect(stops).toHaveLength(1)
    const [stop] = stops
    stop?.focus()
    expect(stop?.getAttribute('aria-current')).toBe('date')
    expect(label()).toMatch(/: two pauses and one rest of your own, /)
    fireEvent.keyDown(stop ?? grid, { key: 'PageUp' })
    await waitFor(() => expect(fake.called('breaks.month')).toHaveLength(2))
    await waitFor(() => expect(focused()?.closest('[role="grid"]')).not.toBeNull())
    const before = label()
    fireEvent.keyDown(focused() ?? grid, { key: 'ArrowLeft' })
    await waitFor(() => expect(label()).not.toBe(before))
    fireEvent.click(focused() ?? grid)
    await waitFor(() => expect(window.location.hash).toMatch(/^#\/pauses\/day\/\d+$/))
  })

  it('of which nothing is known says so', async () => {
    renderPauses('nothingYet', '/month')
    await sentence(/^Nothing is known of pauses in /)
    const grid = await screen.findByRole('grid')
    const days = within(grid).getAllByRole('button')
    expect(days.every((day) => /: nothing known$/.test(day.getAttribute('aria-label') ?? ''))).toBe(true)
  })
})

describe('a week and sums', () => {
  it('compares with oneself alone, and says how sure that is', async () => {
    const { fake } = renderPauses('heavyDay', '/week')
    await sentence(/^In these seven days you took .*\. In the seven days before it was /)
    expect(await screen.findByText(/^Where Lull spoke, you rested in 58 of 100/)).toBeTruthy()
    expect(screen.getByRole('img', { name: 'Difference of 22 points, from 3 to 39' })).toBeTruthy()
    const today = breaksOf(fake).past?.today ?? 0
    expect(lastCall(fake, 'breaks.week')).toEqual({ fromDay: today - 6 })
  })

  it('over a year come from sums alone', async () => {
    const { fake } = renderPauses('calmDay', '/sums/year')
    await sentence(/^In the last year you took \d+ pauses, /)
    const today = breaksOf(fake).past?.today ?? 0
    expect(fake.called('breaks.statistics')).toContainEqual({ fromDay: today - 364, toDay: today })
    expect(fake.called('breaks.history')).toEqual([])
    await press('All')
    await sentence(/^Since /)
    expect(lastCall(fake, 'breaks.statistics')).toEqual({ fromDay: 0, toDay: today })
  })

  it('are saved as files', async () => {
    const saved: string[] = []
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
      this: HTMLAnchorElement,
    ) {
      saved.push(this.download)
    })
    renderPauses('calmDay', '/sums/all')
    await press('Save as CSV')
    expect(await screen.findByText(/^Saved as .*\.csv\.$/)).toBeTruthy()
    await press('Save as JSON')
    await waitFor(() => expect(saved).toHaveLength(2))
    expect(saved.map((name) => name.split('.').at(-1))).toEqual(['csv', 'json'])
    click.mockRestore()
  })
})

describe('why', () => {
  it('tells what was known, the chances, and what came of it', async () => {
    renderPauses()
    fireEvent.click(await screen.findByRole('link', { name: /^Why this\? a walk/ }))
    await sentence(/^At .* Lull offered a walk\.$/)
    expect(await screen.findByText(/^A pause was due after your work\. You had been at it for /)).toBeTruthy()
    const chosen = screen.getByRole('region', { name: 'How it was chosen' })
    expect(plain(within(chosen).getAllByRole('listitem')[0]?.textContent ?? '')).toMatch(
      /^Walkthis one\d+ ?%$/,
    )
    expect(screen.getByText('Tried 44 times, taken 31', { exact: false })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Pin one, or leave one out' }).getAttribute('href')).toBe(
      '#/pauses/settings',
    )
  })

  it('of a pause nobody knows says so', async () => {
    renderPauses('calmDay', '/why/999999999')
    await sentence(/^Nothing is kept about this pause any more\.$/)
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('what was learnt', () => {
  it('is forgotten only after it was said what goes', async () => {
    const { fake } = renderPauses('calmDay', '/learning')
    await sentence(/^From 145 outcomes Lull goes by what has worked for you/)
    await press('Forget what was learnt')
    const sheet = await screen.findByRole('dialog', { name: 'Forget what was learnt?' })
    expect(within(sheet).getByText(/^What stays: the history of pauses/)).toBeTruthy()
    expect(fake.called('breaks.forgetLearning')).toEqual([])
    await press('Forget it')
    await sentence(/^Nothing has been learnt yet\. The first 20/)
    expect(fake.called('breaks.forgetLearning')).toEqual([{ confirm: 'forget' }])
  })
})
