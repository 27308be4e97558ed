/** The small window: what is offered, every answer to it, and what happens when nobody answers, or nobody can. */
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BreakOffer, RunningBreakView } from '../../../electron/contract/breaks.ts'
import { breaksOf, someOffer } from '../fakeBreaks.ts'
import { FakeEngine } from '../fakeEngine.ts'
import { worldOf } from '../fakeWorld.ts'
import { renderApp } from '../renderApp.tsx'

await import('../../../renderer/windows/nudge/NudgeWindow.tsx')
const minuteMs = 60_000
/** The page's steady clock, which tests move by hand where the first moment of a window matters. */
let steadyMs = 10_000
const close = vi.fn()

beforeEach(() => {
  steadyMs = 10_000
  vi.spyOn(performance, 'now').mockImplementation(() => steadyMs)
  vi.spyOn(window, 'close').mockImplementation(close)
  close.mockClear()
})
afterEach(() => vi.restoreAllMocks())

const settle = () => {
  steadyMs += 400
}
const button = (name: string) => screen.findByRole('button', { name })

async function offered(rest: Partial<BreakOffer> = {}) {
  const app = renderApp('empty', 'nudge')
  const breaks = breaksOf(app.fake)
  await waitFor(() => expect(breaks.topic.watchers).toBe(1))
  act(() => breaks.change({ offer: someOffer(Date.now(), { id: 7, ...rest }) }))
  await screen.findByRole('heading', { level: 1 })
  return { ...app, breaks, answers: () => app.fake.called('breaks.answer') }
}

const running = (leftMs: number, rest: Partial<RunningBreakView> = {}): RunningBreakView => {
  const { id, kind, arm, because, exercise, form } = someOffer(0, { id: 7 })
  const lengthMs = 5 * minuteMs
  const endsAtMs = Date.now() + leftMs
  return {
    ...{ id, kind, arm, because, exercise, form, lengthMs, endsAtMs },
    fromMs: endsAtMs - lengthMs,
    isStrict: false,
    displays: [],
    ...rest,
  }
}

async function taken(leftMs: number, rest: Partial<RunningBreakView> = {}) {
  const app = renderApp('empty', 'nudge')
  const breaks = breaksOf(app.fake)
  await waitFor(() => expect(breaks.topic.watchers).toBe(1))
  act(() => breaks.change({ running: running(leftMs, { exercise: null, ...rest }) }))
  await screen.findByRole('heading', { level: 1 })
  settle()
  return { ...app, breaks, answers: () => app.fake.called('breaks.answer') }
}

describe('an offer', () => {
  it('opens with a sentence, names what it invites to, and says that it is drawn', async () => {
    const { fake } = await offered()
    expect(screen.getByRole('heading').textContent).toBe('You have been at it 52 minutes.')
    expect(screen.getByText(/Two minutes of standing/)).toBeTruthy()
    expect(screen.getByText('Stretch')).toBeTruthy()
    await waitFor(() => expect(fake.called('breaks.drawn')).toEqual([{ id: 7, display: 'corner' }]))
  })

  it.each([
    ['Start', { say: 'start' }],
    ['In 5 minutes', { say: 'snooze', minutes: 5 }],
    ['In 15 minutes', { say: 'snooze', minutes: 15 }],
    ['Skip this one', { say: 'skip' }],
    ['Not now', { say: 'notNow' }],
  ])('takes "%s"', async (name, answer) => {
    const { answers } = await offered()
    settle()
    fireEvent.click(await button(name))
    await waitFor(() => expect(answers()).toEqual([{ id: 7, answer }]))
  })

  it('tells what "Not now" means', async () => {
    await offered()
    const described = (await button('Not now')).getAttribute('aria-describedby') ?? ''
    expect(document.getElementById(described)?.textContent).toContain('an hour of quiet')
  })

  it('cannot be put off for ever', async () => {
    await offered({ postponesLeft: 0 })
    expect(screen.queryByRole('button', { name: /minutes/ })).toBeNull()
    expect(screen.getByText('It was put off as often as you allow.')).toBeTruthy()
  })

  it('does not take what was pressed before anybody could have read it', async () => {
    const { answers, fake } = await offered()
    fireEvent.click(await button('Start'))
    fireEvent.keyDown(await button('Start'), { key: 'Escape' })
    steadyMs += 399
    fireEvent.click(await button('Skip this one'))
    expect(close).not.toHaveBeenCalled()
    steadyMs += 1
    fireEvent.click(await button('Not now'))
    await waitFor(() => expect(answers()).toHaveLength(1))
    expect(fake.called('breaks.answer')).toEqual([{ id: 7, answer: { say: 'notNow' } }])
  })

  it('never takes the keyboard', async () => {
    await offered()
    expect(document.activeElement).toBe(document.body)
  })

  it('is left to the tray by Esc and by its cross, and that is no answer', async () => {
    const { answers } = await offered()
    settle()
    fireEvent.keyDown(window, { key: 'Escape' })
    expect(close).toHaveBeenCalledTimes(1)
    fireEvent.click(await button('Leave it in the tray'))
    expect(close).toHaveBeenCalledTimes(2)
    expect(answers()).toEqual([])
  })

  it('opens its reasons in the home window', async () => {
    const { fake } = await offered()
    settle()
    fireEvent.click(await button('Why this?'))
    await waitFor(() => expect(fake.called('shell.openHome')).toEqual([{ place: 'pauses/why/7' }]))
  })

  it('to talk opens the talk, once it was taken', async () => {
    const { fake } = await offered({ arm: 'talk', exercise: null })
    settle()
    fireEvent.click(await button('Talk'))
    await waitFor(() => expect(fake.called('shell.openPopup')).toEqual([{ wish: 'newTalk' }]))
    expect(await button('Open the talk')).toBeTruthy()
  })

  it('shown on purpose says so and has no reasons', async () => {
    await offered({ because: 'tour' })
    expect(screen.getByText(/shown on purpose/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Why this?' })).toBeNull()
  })

  it('goes to the tray when nobody answers, and the window with it', async () => {
    const { breaks } = await offered()
    act(() => breaks.change({ offer: someOffer(Date.now(), { id: 7, form: 'tray' }) }))
    await waitFor(() => expect(close).toHaveBeenCalled())
  })

  it('that was answered elsewhere takes the window with it', async () => {
    const { breaks } = await offered()
    act(() => breaks.change({ offer: null }))
    await waitFor(() => expect(close).toHaveBeenCalled())
    expect(screen.queryByRole('heading')).toBeNull()
  })

  it.each([
    ['gone', 'This pause is not offered any more.'],
    ['hushed', 'Not during a call, or while Lull is asked to be quiet.'],
    ['postpone_limit', 'It was put off as often as you allow.'],
  ] as const)('says why an answer was refused: %s', async (refusal, said) => {
    const { breaks } = await offered()
    breaks.refusal = refusal
    settle()
    fireEvent.click(await button('In 5 minutes'))
    await waitFor(() => expect(screen.getByRole('alert').textContent).toBe(said))
  })

  it('waits with its answers while the engine is away, and says so', async () => {
    const { connection, connect, answers, fake } = await offered()
    settle()
    act(() => connection.engineEnd.close())
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('being started again'))
    expect(screen.getByRole('group', { name: 'Your answer' })).toHaveProperty('disabled', true)
    const second = new FakeEngine(worldOf('empty', Date.now()))
    breaksOf(second).view = { ...breaksOf(fake).view }
    act(() => void connect(second))
    await waitFor(() =>
      expect(screen.getByRole('group', { name: 'Your answer' })).toHaveProperty('disabled', false),
    )
    // The new engine has not heard that it is on the screen.
    await waitFor(() => expect(second.called('breaks.drawn')).toEqual([{ id: 7, display: 'corner' }]))
    fireEvent.click(await button('Skip this one'))
    await waitFor(() => expect(second.called('breaks.answer')).toHaveLength(1))
    expect(answers()).toEqual([])
  })
})

describe('a pause that runs in it', () => {
  it('tells what is left without haste, and how to come back', async () => {
    const { answers } = await taken(4 * minuteMs)
    expect(screen.getByText('4 minutes left')).toBeTruthy()
    expect(screen.getByText(/^Until /)).toBeTruthy()
    fireEvent.click(await button('Back to work'))
    await waitFor(() => expect(answers()).toEqual([{ id: 7, answer: { say: 'finish' } }]))
  })

  it('ends with Esc', async () => {
    const { answers } = await taken(4 * minuteMs)
    fireEvent.keyDown(window, { key: 'Escape' })
    await waitFor(() => expect(answers()).toEqual([{ id: 7, answer: { say: 'finish' } }]))
  })

  it('stays where the person chose so, and says until when', async () => {
    const { answers } = await taken(4 * minuteMs, { isStrict: true })
    expect(screen.getByText(/You chose to stay until/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Back to work' })).toBeNull()
    fireEvent.keyDown(window, { key: 'Escape' })
    expect(answers()).toEqual([])
  })

  it('tells a screen reader politely, and not each second', async () => {
    const { breaks } = await taken(4 * minuteMs)
    await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/^Your pause began/))
    act(() => breaks.change({ running: running(2 * minuteMs, { exercise: null }) }))
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Half of your pause is over.'))
    act(() => breaks.change({ running: running(40_000, { exercise: null }) }))
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('One minute left.'))
    expect(screen.getByText('40 seconds left')).toBeTruthy()
  })

  it('follows the end the engine tells after the clock was set', async () => {
    const { breaks } = await taken(minuteMs / 2)
    expect(screen.getByText('30 seconds left')).toBeTruthy()
    act(() => breaks.change({ running: running(3 * minuteMs, { exercise: null }) }))
    expect(await screen.findByText('3 minutes left')).toBeTruthy()
  })

  it('is no business of this window while it covers the displays', async () => {
    const { breaks } = await taken(4 * minuteMs)
    act(() => breaks.change({ running: running(4 * minuteMs, { form: 'overlay', displays: ['1'] }) }))
    await waitFor(() => expect(screen.queryByRole('heading')).toBeNull())
  })
})

describe('the question afterwards', () => {
  it.each([
    ['Yes', true],
    ['Not really', false],
  ])('takes "%s", and the window goes', async (name, helped) => {
    const { breaks, fake } = await taken(minuteMs)
    act(() => breaks.change({ running: null, rating: { nudgeId: 7, kind: 'micro', arm: 'breathe' } }))
    await screen.findByText('Did that help?')
    settle()
    fireEvent.click(await button(name))
    await waitFor(() => expect(fake.called('breaks.rate')).toEqual([{ nudgeId: 7, helped }]))
    await waitFor(() => expect(close).toHaveBeenCalled())
  })

  it('may be left open', async () => {
    const { breaks, fake } = await taken(minuteMs)
    act(() => breaks.change({ running: null, rating: { nudgeId: 7, kind: 'micro', arm: 'breathe' } }))
    await screen.findByText('Did that help?')
    settle()
    fireEvent.keyDown(window, { key: 'Escape' })
    expect(close).toHaveBeenCalled()
    expect(fake.called('breaks.rate')).toEqual([])
  })
})
