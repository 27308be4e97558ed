/** The soft tone: once at the beginning, once at the end, from one window, and only for who wants it. */
import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { RunningBreakView } from '../../../../../electron/contract/breaks.ts'
import { breaksOf, someOffer } from '../../../fakeBreaks.ts'
import { worldOf } from '../../../fakeWorld.ts'
import { renderApp } from '../../../renderApp.tsx'

const playTone = vi.hoisted(() => vi.fn())
vi.mock('../../../../../renderer/design/tone.ts', async (original) => ({
  ...(await original<object>()),
  playTone,
}))
await import('../../../../../renderer/windows/nudge/NudgeWindow.tsx')
await import('../../../../../renderer/windows/pause/PauseWindow.tsx')
const minuteMs = 60_000
let heldBy: 'nobody' | 'another' = 'nobody'

beforeEach(() => {
  playTone.mockClear()
  heldBy = 'nobody'
  const request = async (_: string, __: object, use: (lock: object | null) => unknown) => {
    void use(heldBy === 'nobody' ? {} : null)
  }
  Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true })
  vi.spyOn(window, 'close').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
  Reflect.deleteProperty(navigator, 'locks')
  window.history.replaceState(null, '', '/')
})

function running(sinceMs: number, lengthMs: number, rest: Partial<RunningBreakView> = {}): RunningBreakView {
  const { kind, arm, because } = someOffer(0)
  const fromMs = Date.now() - sinceMs
  return {
    ...{ id: 3, kind, arm, because, lengthMs, fromMs, exercise: null, form: 'corner' },
    ...{ endsAtMs: fromMs + lengthMs, isStrict: false, displays: [] },
    ...rest,
  }
}

async function rung(now: RunningBreakView, sound: { on: boolean; volume: number }, display?: string) {
  if (display) window.history.replaceState(null, '', `/?display=${display}`)
  const world = worldOf('empty', Date.now())
  world.settings.breakSound = sound
  const app = renderApp(world, display ? 'pause' : 'nudge')
  breaksOf(app.fake).view = { ...breaksOf(app.fake).view, running: now }
  await screen.findByRole('heading', { level: 1 })
  await waitFor(() => expect(app.fake.called('breaks.drawn')).toHaveLength(1))
  return breaksOf(app.fake)
}

const on = { on: true, volume: 0.5 }

describe('the tone', () => {
  it('sounds at the beginning', async () => {
    await rung(running(0, 2 * minuteMs), on)
    await waitFor(() => expect(playTone.mock.calls).toEqual([['start', 0.5]]))
  })

  it('sounds at the end, once, before the window goes', async () => {
    const breaks = await rung(running(minuteMs, 2 * minuteMs), on)
    expect(playTone).not.toHaveBeenCalled()
    act(() => breaks.change({ running: running(minuteMs, minuteMs + 1900) }))
    await waitFor(() => expect(playTone.mock.calls).toEqual([['end', 0.5]]))
    act(() => breaks.change({ running: running(minuteMs, minuteMs + 900) }))
    expect(playTone).toHaveBeenCalledOnce()
  })

  it.each([
    { on: false, volume: 0.5 },
    { on: true, volume: 0 },
  ])('is silent for who wants none: %j', async (sound) => {
    await rung(running(0, 2 * minuteMs), sound)
    expect(playTone).not.toHaveBeenCalled()
  })

  it('leaves it to another window that has it already', async () => {
    heldBy = 'another'
    await rung(running(0, 2 * minuteMs), on)
    expect(playTone).not.toHaveBeenCalled()
  })

  it('comes from the first display alone', async () => {
    const overlay = { form: 'overlay', displays: ['1', '2'] } as const
    await rung(running(0, 2 * minuteMs, { ...overlay, displays: ['1', '2'] }), on, '2')
    expect(playTone).not.toHaveBeenCalled()
  })
})
