/** The windows of a pause when all goes well, and the desktop given back when anything does not. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BreakView } from '../../../electron/contract/breaks.ts'
import type { BreakWindowEvents, MakeBreakWindow } from '../../../electron/main/breaks/breakWindow.ts'
import { BreakWindows } from '../../../electron/main/breaks/breakWindows.ts'
import type { Display } from '../../../electron/main/breaks/planBreakWindows.ts'
import { breakView, nowMs, offerOf, runningOf } from './breakView.ts'

interface FakeWindow extends BreakWindowEvents {
  slot: string
  log: string[]
}

const display = (id: string): Display => ({ id, bounds: { x: 0, y: 0, width: Number(id), height: 1 } })
let displays: Display[]
let made: FakeWindow[]
let told: string[]
let finish: () => Promise<unknown>
let askEngine: () => Promise<unknown>
let hasFocus: boolean
let windows: BreakWindows

const make: MakeBreakWindow = ({ slot }, events) => {
  const log: string[] = []
  made.push({ slot, log, ...events })
  return {
    show: () => log.push('shown'),
    takeFocus: () => log.push('focused'),
    place: (bounds) => log.push(`placed ${bounds?.width ?? 'itself'}`),
    destroy: () => log.push('destroyed'),
  }
}

beforeEach(() => {
  vi.useFakeTimers({ now: nowMs })
  displays = [display('1'), display('2')]
  made = []
  told = []
  finish = async () => told.push('finish')
  askEngine = async () => {}
  hasFocus = false
  windows = new BreakWindows({
    make,
    displays: () => displays,
    pointerDisplay: () => '2',
    hasFocus: () => hasFocus,
    keepFocus: () => {
      told.push('focus kept')
      return () => told.push('focus back')
    },
    notDrawn: (id, slot) => told.push(`${slot} of ${id} not drawn`),
    finish: () => finish(),
    askEngine: () => askEngine(),
    nowMs: () => Date.now(),
  })
})
afterEach(() => {
  windows.stop()
  vi.useRealTimers()
})

const follow = (change: Partial<BreakView>) => windows.follow(breakView(change))
const standing = () => made.filter(({ log }) => !log.includes('destroyed')).map(({ slot }) => slot)
const said = (slot: string) =>
  made.find((one) => one.slot === slot)?.log.filter((word) => !word.startsWith('placed'))
const window = (slot: string): FakeWindow => {
  const found = made.findLast((one) => one.slot === slot)
  if (!found) throw new Error(`no window ${slot}`)
  return found
}
const running = runningOf()
const waiting = { kind: 'micro', because: 'need', sinceMs: nowMs } as const

describe('the small window', () => {
  it('comes when it has drawn, and leaves with the offer', () => {
    follow({ offer: offerOf() })
    expect(said('corner')).toEqual([])
    follow({ offer: offerOf(), drawn: ['corner'] })
    expect(said('corner')).toEqual(['shown'])
    follow({})
    expect(said('corner')).toEqual(['shown', 'destroyed'])
    expect(told).toEqual([])
  })

  it('is made ready while something waits for its moment, and dropped when nothing comes of it', () => {
    follow({ waiting })
    expect(standing()).toEqual(['corner'])
    vi.advanceTimersByTime(60_000)
    expect(said('corner')).toEqual([])
    follow({ offer: offerOf() })
    expect(made).toHaveLength(1)
    follow({ offer: offerOf(), drawn: ['corner'] })
    expect(said('corner')).toEqual(['shown'])
    follow({ waiting })
    follow({})
    expect(standing()).toEqual([])
  })

  it('goes on with the countdown and the question after it', () => {
    follow({ offer: offerOf(), drawn: ['corner'] })
    follow({ running: runningOf({ form: 'corner', displays: [] }), drawn: ['corner'] })
    follow({ rating: { nudgeId: 7, kind: 'micro', arm: null }, drawn: ['corner'] })
    vi.advanceTimersByTime(10_000)
    expect(made).toHaveLength(1)
    expect(window('corner').log).toEqual(['shown'])
  })

  it('that is closed is no answer, and does not come back for the same offer', () => {
    follow({ offer: offerOf(), drawn: ['corner'] })
    expect(window('corner').mayClose()).toBe(true)
    window('corner').closed()
    follow({ offer: offerOf() })
    expect(made).toHaveLength(1)
    expect(told).toEqual([])
    follow({ running: runningOf({ form: 'corner' }) })
    expect(made).toHaveLength(2)
  })

  it('is never given the keyboard', () => {
    follow({ offer: offerOf(), drawn: ['corner'] })
    vi.advanceTimersByTime(5_000)
    expect(said('corner')).toEqual(['shown'])
  })

  it('finds its place anew when the displays change', () => {
    follow({ offer: offerOf(), drawn: ['corner'] })
    windows.displaysChanged()
    expect(window('corner').log.at(-1)).toBe('placed itself')
  })
})

describe('the overlay', () => {
  it('stands on every display, and leaves all of them at once', () => {
    follow({ running })
    follow({ running, drawn: ['1', '2'] })
    expect(standing()).toEqual(['1', '2'])
    follow({})
    expect(standing()).toEqual([])
  })

  it('takes the keyboard where the pointer is, once the keys that were under way have arrived elsewhere', () => {
    follow({ running, drawn: ['1', '2'] })
    vi.advanceTimersByTime(399)
    expect(told).toEqual(['focus kept'])
    expect(said('2')).toEqual(['shown'])
    vi.advanceTimersByTime(1)
    expect(said('2')).toEqual(['shown', 'focused'])
    expect(said('1')).toEqual(['shown'])
    follow({})
    expect(told).toEqual(['focus kept', 'focus back'])
  })

  it('takes it at once from a window of ours, whose button began the pause', () => {
    follow({ offer: offerOf({ form: 'overlay' }), drawn: ['corner'] })
    hasFocus = true
    follow({ running })
    hasFocus = false
    follow({ running, drawn: ['1', '2'] })
    vi.advanceTimersByTime(0)
    expect(said('2')).toEqual(['shown', 'focused'])
  })

  it('follows displays that come, go, and change their size', () => {
    follow({ running, drawn: ['1', '2'] })
    displays = [display('1')]
    windows.displaysChanged()
    expect(standing()).toEqual(['1'])
    displays = [{ id: '1', bounds: { x: 0, y: 0, width: 99, height: 1 } }, display('3')]
    windows.displaysChanged()
    expect(window('1').log.at(-1)).toBe('placed 99')
    follow({ running: runningOf({ displays: ['1', '3'] }), drawn: ['1'] })
    expect(standing()).toEqual(['1', '3'])
  })

  it('closed by the person ends the pause everywhere', async () => {
    follow({ running, drawn: ['1', '2'] })
    expect(window('1').mayClose()).toBe(false)
    expect(told).toContain('finish')
    expect(standing()).toEqual(['1', '2'])
  })

  it('stays until its end where the person chose strict', () => {
    const strict = runningOf({ isStrict: true })
    follow({ running: strict, drawn: ['1', '2'] })
    expect(window('1').mayClose()).toBe(false)
    expect(told).not.toContain('finish')
    vi.setSystemTime(strict.endsAtMs)
    window('1').mayClose()
    expect(told).toContain('finish')
  })
})

describe('a window that does not draw', () => {
  it('is gone after two seconds, and the engine is told which', () => {
    follow({ running })
    follow({ running, drawn: ['1'] })
    vi.advanceTimersByTime(1_999)
    expect(standing()).toEqual(['1', '2'])
    vi.advanceTimersByTime(1)
    expect(standing()).toEqual(['1'])
    expect(told).toContain('2 of 7 not drawn')
    // An engine that has not heard it yet still names it.
    follow({ running, drawn: ['1'] })
    expect(standing()).toEqual(['1'])
  })

  it('hands the keyboard to the one that did', () => {
    follow({ running, drawn: ['1'] })
    vi.advanceTimersByTime(2_000)
    expect(said('1')?.at(-1)).toBe('focused')
  })

  it('is gone at once when its page cannot be loaded', () => {
    follow({ running })
    window('1').failed()
    expect(standing()).toEqual(['2'])
    expect(told).toContain('1 of 7 not drawn')
  })

  it('may be the small one', () => {
    follow({ offer: offerOf() })
    vi.advanceTimersByTime(2_000)
    expect(standing()).toEqual([])
    expect(told).toEqual(['corner of 7 not drawn'])
  })

  it('is seen by then, for a page may wait for that', () => {
    follow({ offer: offerOf() })
    vi.advanceTimersByTime(700)
    expect(said('corner')).toEqual(['shown'])
  })

  it('is nobody’s trouble while it is only made ready, and is not tried again for the same wait', () => {
    follow({ waiting })
    window('corner').failed()
    follow({ waiting })
    expect(made).toHaveLength(1)
    expect(told).toEqual([])
  })
})

describe('without an engine', () => {
  it('the windows close after three seconds', () => {
    follow({ running, drawn: ['1', '2'] })
    windows.engineGone()
    vi.advanceTimersByTime(2_999)
    windows.engineGone()
    expect(standing()).toEqual(['1', '2'])
    vi.advanceTimersByTime(1)
    expect(standing()).toEqual([])
    expect(told).toContain('focus back')
  })

  it('that comes back in time the pause goes on', () => {
    follow({ running, drawn: ['1', '2'] })
    windows.engineGone()
    vi.advanceTimersByTime(2_000)
    follow({ running, drawn: ['1', '2'] })
    vi.advanceTimersByTime(2_000)
    expect(standing()).toEqual(['1', '2'])
  })

  it('that says nothing at its end the pause is over three seconds later', () => {
    follow({ running, drawn: ['1', '2'] })
    vi.advanceTimersByTime(302_999)
    expect(standing()).toEqual(['1', '2'])
    vi.advanceTimersByTime(1)
    expect(standing()).toEqual([])
    follow({ running, drawn: ['1', '2'] })
    expect(standing()).toEqual([])
    follow({ running: runningOf({ endsAtMs: Date.now() + 60_000 }) })
    expect(standing()).toEqual(['1', '2'])
  })

  it('gives way to help, however strict, and stays away while the same break runs', () => {
    follow({ running: { ...running, isStrict: true }, drawn: ['1', '2'] })
    windows.giveWay()
    expect(standing()).toEqual([])
    follow({ running: { ...running, isStrict: true, endsAtMs: Date.now() + 90_000 }, drawn: ['1', '2'] })
    expect(standing()).toEqual([])
    follow({ running: runningOf({ id: 9, endsAtMs: Date.now() + 60_000 }) })
    expect(standing()).toEqual(['1', '2'])
  })

  it('that answers, Esc leaves the rest to the page', async () => {
    follow({ running, drawn: ['1', '2'] })
    window('1').escaped()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(standing()).toEqual(['1', '2'])
  })

  it('that does not answer, Esc gets everybody out, and so does closing', async () => {
    askEngine = () => new Promise(() => {})
    follow({ running, drawn: ['1', '2'] })
    window('1').escaped()
    await vi.advanceTimersByTimeAsync(1_500)
    expect(standing()).toEqual([])

    finish = () => new Promise(() => {})
    const next = runningOf({ id: 8, endsAtMs: Date.now() + 60_000 })
    follow({ running: next, drawn: ['1', '2'] })
    window('1').mayClose()
    await vi.advanceTimersByTimeAsync(1_500)
    expect(standing()).toEqual([])
  })
})
