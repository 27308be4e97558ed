/** Which windows stand for which moment of a pause, and on which display. */
import { describe, expect, it } from 'vitest'
import { type Display, planBreakWindows } from '../../../electron/main/breaks/planBreakWindows.ts'
import { breakView, offerOf, runningOf } from './breakView.ts'

const displays: Display[] = [
  { id: '1', bounds: { x: 0, y: 0, width: 1920, height: 1080 } },
  { id: '2', bounds: { x: 1920, y: 0, width: 1280, height: 1024 } },
]
const corner = (stage: string, id = 7) => [{ slot: 'corner', about: { id, stage } }]
const rating = { nudgeId: 7, kind: 'micro', arm: 'stretch' } as const
const waiting = { kind: 'micro', because: 'need', sinceMs: 0 } as const

describe('planBreakWindows', () => {
  it('opens nothing while nothing is up', () => {
    expect(planBreakWindows(breakView(), displays, 'corner')).toEqual([])
  })

  it.each([
    ['a corner offer', { offer: offerOf() }, corner('offer')],
    [
      'an overlay, which is offered in the corner first',
      { offer: offerOf({ form: 'overlay' }) },
      corner('offer'),
    ],
    ['an offer that is in the tray', { offer: offerOf({ form: 'tray' }) }, []],
    ['a break in the corner', { running: runningOf({ form: 'corner', displays: [] }) }, corner('running')],
    [
      'a talk, which nothing may cover',
      { running: runningOf({ form: 'overlay', arm: 'talk' }) },
      corner('running'),
    ],
    ['a break in the tray', { running: runningOf({ form: 'tray', displays: [] }) }, []],
    ['the question after a break', { rating }, corner('rating')],
    ['something due that waits for its moment', { waiting }, [{ slot: 'corner', about: null }]],
    [
      'an offer that comes back',
      { snoozed: { offer: offerOf(), untilMs: 1 } },
      [{ slot: 'corner', about: null }],
    ],
    [
      'a pause that may come within two minutes',
      { next: { kind: 'micro', because: 'need', inMs: 100_000 } },
      [{ slot: 'corner', about: null }],
    ],
    ['a pause that is far off', { next: { kind: 'micro', because: 'need', inMs: 600_000 } }, []],
    [
      'a pause that is kept from being said',
      { next: { kind: 'micro', because: 'need', inMs: 0 }, silent: { reason: 'call', sinceMs: 1 } },
      [],
    ],
  ] as const)('has the windows of %s', (_what, change, wanted) => {
    expect(planBreakWindows(breakView(change), displays, 'corner')).toEqual(wanted)
  })

  it('covers each display the break names, whole', () => {
    expect(planBreakWindows(breakView({ running: runningOf() }), displays, 'overlay')).toEqual([
      { slot: '1', about: { id: 7, stage: 'running' }, bounds: displays[0]?.bounds },
      { slot: '2', about: { id: 7, stage: 'running' }, bounds: displays[1]?.bounds },
    ])
  })

  it('leaves out a display that is gone, and one that was given back', () => {
    const running = runningOf({ displays: ['2', '3'] })
    expect(planBreakWindows(breakView({ running }), displays, 'overlay').map(({ slot }) => slot)).toEqual([
      '2',
    ])
  })

  it('opens no window for whoever wants none', () => {
    for (const change of [{ rating }, { waiting }]) {
      expect(planBreakWindows(breakView(change), displays, 'tray')).toEqual([])
    }
  })

  it('shows the break and nothing besides while one is running', () => {
    const view = breakView({ running: runningOf({ form: 'tray' }), offer: offerOf(), waiting })
    expect(planBreakWindows(view, displays, 'corner')).toEqual([])
  })
})
