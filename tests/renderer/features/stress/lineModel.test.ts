/** What the line of a day says of one moment and of the whole. */
import { describe, expect, it } from 'vitest'
import {
  curveSummary,
  type DayData,
  dayLineModel,
  momentWords,
} from '../../../../renderer/features/stress/lineModel.ts'
import { timesOf } from '../../../../renderer/features/stress/MarkWrong.tsx'
import { keyMs } from '../../../../renderer/features/stress/useLineCursor.ts'
import { at, minuteMs, plain, wordsOf } from './wordsOf.ts'

const words = wordsOf()
const bounds = { fromMs: at(4), toMs: at(28) }
const data: DayData = {
  presence: {
    ...bounds,
    spans: [
      { kind: 'work', fromMs: at(9), toMs: at(10) },
      { kind: 'rest', fromMs: at(10), toMs: at(10.5) },
      { kind: 'unknown', fromMs: at(10.5), toMs: at(11) },
      { kind: 'call', fromMs: at(11), toMs: at(12) },
    ],
  },
  stress: {
    ...bounds,
    points: [
      { atMs: at(9.5), need: 0.6, strain: 0.5, confidence: 0.58 },
      { atMs: at(9.5) + minuteMs, need: 0.62, strain: null, confidence: 0.2 },
    ],
    raised: [{ fromMs: at(9.5), toMs: at(9.75) }],
    needUsual: null,
    strainUsual: null,
    beats: { windows: [] },
    wrong: [{ id: 'a', fromMs: at(11), toMs: at(11.5), what: 'all', note: '' }],
  },
  checkins: [{ id: 'b', atMs: at(11.25), mood: 2 } as never],
}
const line = dayLineModel(data, null)

describe('one moment', () => {
  const say = (hour: number) => line && plain(momentWords(line, at(hour), words))
  it('says what was known then, in words', () => {
    expect(say(9.5)).toBe('09:30: at it. A pause comes nearer. Strain signal on the low side.')
    expect(say(9.5 + 1 / 60)).toBe('09:31: at it. A pause comes nearer. Strain signal not known.')
  })
  it('says unknown as unknown', () =>
    expect(say(10.75)).toBe('10:45: not known. Break need not known. Strain signal not known.'))
  it('says check-ins and what was marked as wrong', () => {
    expect(say(11.25)).toContain('in a call')
    expect(say(11.25)).toContain('Check-in: low. Marked as wrong.')
  })
  it('says when nothing was kept', () => expect(say(12.5)).toContain('nothing was kept'))
})

describe('the whole', () => {
  it('is said in words', () =>
    expect(line && plain(curveSummary(line, words))).toBe(
      'A pause was nearest at 09:31. The strain signal was known for 1 min, and highest at 09:30. It was raised once: 09:30–09:45.',
    ))
  it('is not there before the engine has told the day', () =>
    expect(dayLineModel({ presence: null, stress: null, checkins: [] }, null)).toBeNull())
  it('stands also where one of both did not answer', () => {
    expect(dayLineModel({ ...data, stress: null }, null)?.points).toEqual([])
    expect(dayLineModel({ ...data, presence: null }, null)?.window.fromMs).toBe(at(9.5))
  })
})

describe('keys', () => {
  const window = { fromMs: at(9), toMs: at(12) }
  const go = (key: string, from: number, shiftKey = false) => {
    const to = keyMs({ key, shiftKey }, at(from), window)
    return to === null ? null : (to - at(from)) / minuteMs
  }
  it('move by five minutes, one with Shift, an hour by page', () => {
    expect([go('ArrowLeft', 11), go('ArrowRight', 11), go('ArrowRight', 11, true)]).toEqual([-5, 5, 1])
    expect([go('PageDown', 11), go('PageUp', 10), go('Home', 11), go('End', 11)]).toEqual([-60, 60, -120, 60])
  })
  it('stay on the line, and leave others alone', () => {
    expect([go('ArrowLeft', 9), go('ArrowRight', 12)].map((one) => one === 0 || Object.is(one, -0))).toEqual([
      true,
      true,
    ])
    expect(go('a', 10)).toBeNull()
  })
})

describe('two typed times', () => {
  it('are a stretch of the day, also over midnight, and never one that runs backwards', () => {
    expect(timesOf('09:00', '10:30', bounds, words)).toEqual({ fromMs: at(9), toMs: at(10.5) })
    expect(timesOf('23:00', '01:00', bounds, words)).toEqual({ fromMs: at(23), toMs: at(25) })
    expect(timesOf('23:00', '04:00', bounds, words)).toEqual({ fromMs: at(23), toMs: at(28) })
    expect(timesOf('10:00', '09:00', bounds, words)).toBeNull()
    expect(timesOf('10:00', '10:00', bounds, words)).toBeNull()
    expect(timesOf('', '10:00', bounds, words)).toBeNull()
  })
})
