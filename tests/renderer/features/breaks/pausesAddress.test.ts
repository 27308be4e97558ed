/** Addresses of the views of pauses, and the way from one to another. */
import { describe, expect, it } from 'vitest'
import { addressOf, hrefOf, type Shown, shownAt } from '../../../../renderer/features/breaks/pausesAddress.ts'
import { isNewest, periodFrom, placedOf, turned } from '../../../../renderer/features/breaks/placedDays.ts'

describe('an address', () => {
  it.each([
    { view: 'now' },
    { view: 'day', day: 20_585 },
    { view: 'week', fromDay: null },
    { view: 'week', fromDay: 20_579 },
    { view: 'month', of: null },
    { view: 'month', of: { year: 2026, month: 5 } },
    { view: 'sums', span: 'year' },
    { view: 'why', nudgeId: 12 },
    { view: 'learning' },
    { view: 'settings' },
  ] as Shown[])('comes back as it went: %o', (shown) => expect(shownAt(addressOf(shown))).toEqual(shown))

  it.each([
    [['nowhere'], { view: 'now' }],
    [['day', '-3'], { view: 'now' }],
    [['day', '999999'], { view: 'now' }],
    [['why', '0'], { view: 'now' }],
    [['why', '1e9'], { view: 'now' }],
    [['month', '2026-13'], { view: 'month', of: null }],
    [['week', 'x'], { view: 'week', fromDay: null }],
    [['sums', 'ever'], { view: 'sums', span: 'month' }],
  ] as const)('%o shows what can be shown', (within, shown) => expect(shownAt(within)).toEqual(shown))

  it('is a link', () => expect(hrefOf({ view: 'why', nudgeId: 7 })).toBe('#/pauses/why/7'))
})

describe('days', () => {
  /** 12 May 2026. */
  const today = 20_585
  const shown = (place: Parameters<typeof placedOf>[0]) => placedOf(place, today)

  it('never lie ahead', () => {
    expect(shown({ view: 'day', day: today + 9 })).toEqual({ period: 'day', day: today })
    expect(shown({ view: 'week', fromDay: today })).toEqual({ period: 'week', fromDay: today - 6 })
    expect(shown({ view: 'month', of: { year: 2030, month: 1 } })).toEqual({
      period: 'month',
      of: { year: 2026, month: 5 },
    })
  })

  it('turn, and end today', () => {
    expect(turned(shown({ view: 'now' }), -1, today)).toEqual({ view: 'day', day: today - 1 })
    expect(turned({ period: 'day', day: today - 1 }, 1, today)).toEqual({ view: 'now' })
    expect(turned(shown({ view: 'week', fromDay: null }), -1, today)).toEqual({
      view: 'week',
      fromDay: today - 13,
    })
    expect(turned({ period: 'week', fromDay: today - 9 }, 1, today)).toEqual({ view: 'week', fromDay: null })
    expect(turned({ period: 'month', of: { year: 2026, month: 1 } }, -1, today)).toEqual({
      view: 'month',
      of: { year: 2025, month: 12 },
    })
    expect(isNewest({ period: 'month', of: { year: 2026, month: 4 } }, today)).toBe(false)
    expect(isNewest(shown({ view: 'month', of: null }), today)).toBe(true)
  })

  it('stay in sight from one view to another', () => {
    const april = { period: 'month', of: { year: 2026, month: 4 } } as const
    expect(periodFrom(april, 'day', today)).toEqual({ view: 'day', day: today - 12 })
    expect(periodFrom({ period: 'day', day: today - 40 }, 'month', today)).toEqual({
      view: 'month',
      of: { year: 2026, month: 4 },
    })
    expect(periodFrom({ period: 'day', day: today }, 'week', today)).toEqual({ view: 'week', fromDay: null })
  })
})
