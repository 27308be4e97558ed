/** The time left is the engine's, whatever happens to the clock; and it is told without haste. */
import { describe, expect, it } from 'vitest'
import {
  type Anchor,
  leftMs,
  leftWords,
  milestoneAt,
  overMs,
  toNextSecondMs,
} from '../../../../../renderer/features/breaks/live/timeLeft.ts'
import { text } from '../../../../../renderer/text/i18n.ts'
import '../../../../../renderer/text/breakText.ts'

const anchor: Anchor = { wallMs: 1_000_000, steadyMs: 500, endsAtMs: 1_120_000 }
const later = (steadyMs: number, wallMs = steadyMs) => ({
  wallMs: 1_000_000 + wallMs,
  steadyMs: 500 + steadyMs,
})
const hourMs = 3_600_000

describe('what is left', () => {
  it('goes down with the time', () => {
    expect(leftMs(anchor, later(0))).toBe(120_000)
    expect(leftMs(anchor, later(90_000))).toBe(30_000)
    expect(leftMs(anchor, later(130_000))).toBe(0)
    expect(overMs(anchor, later(90_000))).toBe(0)
    expect(overMs(anchor, later(124_000))).toBe(4000)
  })

  it('does not grow when the clock is set back', () => {
    expect(leftMs(anchor, later(30_000, 30_000 - 2 * hourMs))).toBe(90_000)
    expect(overMs(anchor, later(125_000, 125_000 - 2 * hourMs))).toBe(5000)
  })

  it('counts sleep, also where the steady clock slept too', () => {
    expect(leftMs(anchor, later(10_000, hourMs))).toBe(0)
  })

  it('is looked at again at the next whole second', () => {
    expect(toNextSecondMs(2400)).toBe(400)
    expect(toNextSecondMs(2000)).toBe(1000)
    expect(toNextSecondMs(0)).toBe(1000)
  })
})

describe('in words', () => {
  const said = (ms: number) => leftWords(ms, text.t)
  it.each([
    [300_000, '5 minutes'],
    [150_000, '3 minutes'],
    [149_000, '2 minutes'],
    [84_000, 'One minute'],
    [60_000, 'One minute'],
    [55_000, '55 seconds'],
    [51_000, '55 seconds'],
    [20_000, '20 seconds'],
    [5000, 'A moment'],
    [1, 'A moment'],
  ])('%i ms are %s', (ms, words) => expect(said(ms)).toBe(words))

  it('changes at most every five seconds', () => {
    const all = Array.from({ length: 300 }, (_, at) => said((300 - at) * 1000))
    const changes = all.filter((one, at) => at > 0 && one !== all[at - 1]).length
    expect(changes).toBeLessThanOrEqual(16)
  })
})

describe('what a screen reader is told', () => {
  const told = (lengthMs: number) => {
    const seconds = Array.from({ length: lengthMs / 1000 + 1 }, (_, at) => lengthMs - at * 1000)
    return seconds.map((left) => milestoneAt(left, lengthMs)).filter((one, at, all) => one !== all[at - 1])
  }
  it('is little, and less for a short pause', () => {
    expect(told(300_000)).toEqual(['start', 'half', 'minute', 'over'])
    expect(told(120_000)).toEqual(['start', 'half', 'over'])
    expect(told(20_000)).toEqual(['start', 'over'])
  })
})
