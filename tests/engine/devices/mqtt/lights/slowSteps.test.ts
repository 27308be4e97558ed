/** Fades in steps, as planned, and whose doing it is that a lamp shows something else. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slowSteps, stepAfter } from '../../../../../electron/engine/devices/mqtt/lights/slowSteps.ts'
import { SlowWay } from '../../../../../electron/engine/devices/mqtt/lights/slowWay.ts'

const FINE = 0.4
const brightness = fc.double({ min: 0.4, max: 100, noNaN: true })
const mirek = fc.integer({ min: 153, max: 500 })

describe('steps', () => {
  it('the usual fade: ten even ones, the first at once', () => {
    const { steps, leftOut } = slowSteps(
      { brightness: 80, mirek: 250 },
      { brightness: 40, mirek: 400 },
      4000,
      FINE,
    )
    expect(steps.map(({ atMs }) => atMs)).toEqual([0, 400, 800, 1200, 1600, 2000, 2400, 2800, 3200, 3600])
    expect(steps[0]).toEqual({ atMs: 0, brightness: 76, mirek: 265 })
    expect(steps[9]).toEqual({ atMs: 3600, brightness: 40, mirek: 400 })
    expect(leftOut).toBe(false)
  })

  it('no more than the lamp can show, no more than forty, and at least two where there is room', () => {
    const count = (to: number, fadeMs: number) =>
      slowSteps({ brightness: 80, mirek: null }, { brightness: to }, fadeMs, 1).steps.length
    expect(count(20, 1_800_000)).toBe(40)
    expect(count(20, 100)).toBe(2)
    expect(count(77, 4000)).toBe(3)
    expect(count(80, 4000)).toBe(1)
  })

  it('what nobody told is left out, and without anything to start from there are none', () => {
    const to = { brightness: 40, mirek: 400 }
    const dark = slowSteps({ brightness: 80, mirek: null }, to, 4000, FINE)
    expect(dark.leftOut).toBe(true)
    expect(dark.steps.every((step) => step.mirek === undefined)).toBe(true)
    expect(slowSteps({ brightness: null, mirek: null }, to, 4000, FINE)).toEqual({ steps: [], leftOut: true })
  })

  it('any: they never turn round, none is bigger than another, and the last is the target', () => {
    fc.assert(
      fc.property(
        brightness,
        brightness,
        mirek,
        mirek,
        fc.integer({ min: 1000, max: 6_000_000 }),
        (...all) => {
          const [from, to, cool, warm, fadeMs] = all
          const { steps } = slowSteps(
            { brightness: from, mirek: cool },
            { brightness: to, mirek: warm },
            fadeMs,
            FINE,
          )
          expect(steps.at(-1)).toMatchObject({ brightness: to, mirek: warm })
          expect(steps.every(({ atMs }) => atMs < fadeMs)).toBe(true)
          const shown = [from, ...steps.map((step) => step.brightness ?? Number.NaN)]
          for (const [place, one] of shown.slice(1).entries())
            expect(one - (shown[place] ?? 0)).toBeCloseTo((to - from) / steps.length, 6)
        },
      ),
    )
  })

  it('late ones are passed over, so that a fade ends in time', () => {
    const { steps } = slowSteps({ brightness: 80, mirek: null }, { brightness: 40 }, 4000, FINE)
    expect(stepAfter(steps, 0, 0)).toBe(1)
    expect(stepAfter(steps, 0, 399)).toBe(1)
    expect(stepAfter(steps, 0, 1250)).toBe(3)
    expect(stepAfter(steps, 9, 99_000)).toBe(10)
    expect(stepAfter(steps, 3, -5000)).toBe(4)
  })
})

describe('the way', () => {
  const begun = (older: SlowWay | null = null) => {
    const way = new SlowWay({ brightness: 80, mirek: 250 }, { brightness: 40, mirek: 400 }, older)
    way.sent({ brightness: 70, mirek: 290 })
    return way
  }
  const leads = (way: SlowWay, shown: number, white: number | null = 250) =>
    way.leadsTo({ brightness: shown, mirek: white })

  it('leads from the start to what was sent', () => {
    const way = begun()
    expect([80.9, 75, 70, 69.1].map((shown) => leads(way, shown))).toEqual([true, true, true, true])
  })

  it('leads nowhere else, and never back', () => {
    expect(leads(begun(), 82)).toBe(false)
    expect(leads(begun(), 60)).toBe(false)
    expect(leads(begun(), 75, null)).toBe(false)
    expect(leads(begun(), 75, 300)).toBe(false)
    const way = begun()
    expect([leads(way, 72), leads(way, 78)]).toEqual([true, false])
  })

  it('late words about a fade before it are no hand', () => {
    const back = new SlowWay({ brightness: 75, mirek: 270 }, { brightness: 80, mirek: 250 }, begun())
    expect(leads(back, 70, 290)).toBe(true)
    expect(leads(back, 60, 290)).toBe(false)
  })
})
