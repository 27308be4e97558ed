/** Own commands: a program and its arguments as they stand, tried out, reported once, taken away and had back. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import type { Settings } from '../../../../../electron/contract/settings.ts'
import { breaksOf } from '../../../fakeBreaks.ts'
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
})

function settings(commands: Partial<Settings['breakCommands']> = {}): RenderedApp {
  window.location.hash = '#/pauses/settings'
  const world = worldOf('empty', Date.now())
  world.settings.breakCommands = { ...world.settings.breakCommands, ...commands }
  return renderApp(world, 'home')
}
const changes = (app: RenderedApp) => app.fake.called('settings.change')
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }))
const fill = async (name: string, value: string) =>
  fireEvent.change(await screen.findByRole('textbox', { name }), { target: { value } })

it('saves a program and its arguments apart', async () => {
  const app = settings({ end: ['music', 'play'] })
  await press('Set a program: When a pause begins')
  await press('Save')
  expect(await screen.findByText('A program is needed.')).toBeTruthy()
  await fill('Program', 'notify-send')
  await press('Add an argument')
  await fill('Argument 1', '$HOME is *')
  await press('Add an argument')
  await press('Save')
  await waitFor(() =>
    expect(changes(app)).toEqual([
      { breakCommands: { start: ['notify-send', '$HOME is *'], end: ['music', 'play'], skip: null } },
    ]),
  )
})

it('takes a pasted line apart', async () => {
  const app = settings()
  await press('Set a program: When it is skipped')
  await fill('Program', 'hue dim "living room"')
  await press('Take it apart')
  await press('Save')
  await waitFor(() =>
    expect(changes(app)).toEqual([
      { breakCommands: { start: null, end: null, skip: ['hue', 'dim', 'living room'] } },
    ]),
  )
})

it.each([
  ['done', 0, /It worked/],
  ['failed', 1, /something went wrong/],
  ['missing', null, /no such program/],
  ['not_allowed', null, /may not be run/],
  ['timed_out', null, /longer than ten seconds/],
  ['too_much', null, /printed too much/],
] as const)('tells how a try went: %s', async (outcome, exitCode, words) => {
  const app = settings({ start: ['hue'] })
  breaksOf(app.fake).report = {
    outcome,
    exitCode,
    output: '<b>dim</b>\nwarm',
    outputCut: outcome === 'too_much',
  }
  await press('Try it now: When a pause begins')
  expect(await screen.findByText(words)).toBeTruthy()
  expect((await screen.findByRole('region', { name: 'What it printed' })).textContent).toBe(
    '<b>dim</b>\nwarm',
  )
  expect(screen.queryByText(`Exit code ${exitCode}`) !== null).toBe(exitCode !== null)
  expect(screen.queryByText('Only the beginning is shown.') !== null).toBe(outcome === 'too_much')
  await press('Put away')
  expect(screen.queryByText(words)).toBeNull()
})

it('shows the report of one that ran by itself until it is put away', async () => {
  const app = settings({ start: ['hue'] })
  await screen.findByRole('button', { name: 'Try it now: When a pause begins' })
  const report = breaksOf(app.fake).commandRan('start', { outcome: 'failed', exitCode: 3 })
  const own = within(await screen.findByRole('region', { name: 'Own commands' }))
  expect(await own.findByText(/It ran: When a pause begins/)).toBeTruthy()
  expect(own.getByText('It printed nothing.')).toBeTruthy()
  await press('Put away')
  await waitFor(() => expect(own.queryByText(/It ran/)).toBeNull())
  expect(app.fake.called('breaks.putCommandAway')).toEqual([{ id: report.id }])
})

it('is taken away, and had back unless another was set', async () => {
  const app = settings({ end: ['music', 'play'] })
  await press('Remove the program: When it ends')
  await waitFor(() =>
    expect(changes(app)).toEqual([{ breakCommands: { start: null, end: null, skip: null } }]),
  )
  await press('Undo')
  await waitFor(() =>
    expect(changes(app).at(-1)).toEqual({
      breakCommands: { start: null, end: ['music', 'play'], skip: null },
    }),
  )
})

it('says when the engine does not know it', async () => {
  const app = settings({ start: ['hue'] })
  breaksOf(app.fake).report = null
  await press('Try it now: When a pause begins')
  const row = within(await screen.findByRole('region', { name: 'When a pause begins' }))
  await waitFor(() => expect(row.getByRole('status').textContent).not.toBe(''))
})
