/** The overlay on one display: what it shows where, the way out of it, and that it never stays longer than it should. */
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { RunningBreakView } from '../../../electron/contract/breaks.ts'
import { breaksOf, someOffer } from '../fakeBreaks.ts'
import { FakeEngine } from '../fakeEngine.ts'
import { worldOf } from '../fakeWorld.ts'
import { renderApp } from '../renderApp.tsx'

await import('../../../renderer/windows/pause/PauseWindow.tsx')
const minuteMs = 60_000
const close = vi.fn()

beforeEach(() => {
  vi.spyOn(window, 'close').mockImplementation(close)
  close.mockClear()
})
afterEach(() => {
  vi.restoreAllMocks()
  window.history.replaceState(null, '', '/')
})

function running(leftMs: number, rest: Partial<RunningBreakView> = {}): RunningBreakView {
  const { kind, arm, because } = someOffer(0)
  const lengthMs = 5 * minuteMs
  const endsAtMs = Date.now() + leftMs
  return {
    ...{ id: 9, kind, arm, because, lengthMs, endsAtMs, exercise: null },
    fromMs: endsAtMs - lengthMs,
    form: 'overlay',
    isStrict: false,
    displays: ['left', 'right'],
    ...rest,
  }
}

async function shownOn(display: string, leftMs: number, rest: Partial<RunningBreakView> = {}) {
  window.history.replaceState(null, '', `/?window=pause&display=${display}`)
  const world = worldOf('empty', Date.now())
  const app = renderApp(world, 'pause')
  const breaks = breaksOf(app.fake)
  breaks.view = { ...breaks.view, running: running(leftMs, rest) }
  await screen.findByRole('heading', { level: 1 })
  return { ...app, breaks, answers: () => app.fake.called('breaks.answer') }
}

/** Until the first moment is over, keys are not taken; they are pressed until they are. */
const untilEsc = (taken: () => void) =>
  waitFor(() => {
    fireEvent.keyDown(window, { key: 'Escape' })
    taken()
  })

describe('an overlay', () => {
  it('holds what to do on the first display, and tells that it is drawn', async () => {
    const { fake } = await shownOn('left', 3 * minuteMs)
    expect(screen.getByText('Nothing to do. Look at something far away, or at nothing at all.')).toBeTruthy()
    expect(screen.getByText('3 minutes left')).toBeTruthy()
    await waitFor(() => expect(fake.called('breaks.drawn')).toEqual([{ id: 9, display: 'left' }]))
  })

  it('is quiet on the others, with the same end, and speaks to nobody twice', async () => {
    const { fake } = await shownOn('right', 3 * minuteMs)
    expect(screen.queryByText(/Nothing to do/)).toBeNull()
    expect(screen.getByText('3 minutes left')).toBeTruthy()
    expect(screen.queryByRole('status')).toBeNull()
    await waitFor(() => expect(fake.called('breaks.drawn')).toEqual([{ id: 9, display: 'right' }]))
  })

  it('becomes the one with the exercise when the first display is gone', async () => {
    const { breaks } = await shownOn('right', 3 * minuteMs)
    act(() => breaks.change({ running: running(3 * minuteMs, { displays: ['right'] }) }))
    expect(await screen.findByText(/Nothing to do/)).toBeTruthy()
  })

  it('tells again that it is drawn when another pause takes its place', async () => {
    const { breaks, fake } = await shownOn('left', minuteMs)
    await waitFor(() => expect(fake.called('breaks.drawn')).toHaveLength(1))
    act(() => breaks.change({ running: running(minuteMs, { id: 10 }) }))
    await waitFor(() => expect(fake.called('breaks.drawn')).toContainEqual({ id: 10, display: 'left' }))
  })

  it('is left by Esc from any display', async () => {
    const { answers } = await shownOn('right', 3 * minuteMs)
    await untilEsc(() => expect(answers()[0]).toEqual({ id: 9, answer: { say: 'finish' } }))
  })

  it('stays where the person chose so, and says until when', async () => {
    const { answers } = await shownOn('left', 3 * minuteMs, { isStrict: true })
    expect(screen.getByText(/You chose to stay until/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Back to work' })).toBeNull()
    fireEvent.keyDown(window, { key: 'Escape' })
    expect(answers()).toEqual([])
  })

  it('has a door to help for a hard moment, also when it is to stay', async () => {
    const { fake } = await shownOn('left', 3 * minuteMs, { isStrict: true })
    await waitFor(() => {
      fireEvent.click(screen.getByRole('button', { name: 'A hard moment' }))
      expect(fake.called('shell.openPopup')[0]).toEqual({ wish: 'panic' })
    })
  })

  it('follows the newest end', async () => {
    const { breaks } = await shownOn('left', 3 * minuteMs)
    act(() => breaks.change({ running: running(20_000) }))
    expect(await screen.findByText('20 seconds left')).toBeTruthy()
  })
})

describe('it closes', () => {
  it('when the pause is over by the engine’s word', async () => {
    const { breaks } = await shownOn('left', 3 * minuteMs)
    expect(close).not.toHaveBeenCalled()
    act(() => breaks.change({ running: null }))
    await waitFor(() => expect(close).toHaveBeenCalled())
  })

  it('when there is no pause at all', async () => {
    renderApp('empty', 'pause')
    await waitFor(() => expect(close).toHaveBeenCalled())
  })

  it('when its end has passed for four seconds without a word', async () => {
    await shownOn('left', -3200)
    expect(screen.getByText('Time to come back, gently.')).toBeTruthy()
    expect(close).not.toHaveBeenCalled()
    await waitFor(() => expect(close).toHaveBeenCalled())
  })

  it('when the engine has been gone for four seconds, and not when it comes back', async () => {
    const { connection, connect, fake } = await shownOn('left', 3 * minuteMs)
    act(() => connection.engineEnd.close())
    const second = new FakeEngine(worldOf('empty', Date.now()))
    breaksOf(second).view = { ...breaksOf(fake).view }
    let next = { engineEnd: connection.engineEnd }
    act(() => {
      next = connect(second)
    })
    await waitFor(() => expect(second.called('breaks.drawn')).toHaveLength(1))
    expect(close).not.toHaveBeenCalled()
    act(() => next.engineEnd.close())
    await waitFor(() => expect(close).toHaveBeenCalled())
  })
})
