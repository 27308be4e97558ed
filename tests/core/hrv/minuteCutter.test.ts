/** Minutes of a source: each beat in one of them, each judged once, and a flood in none. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type BeatMinute,
  judgedMinute,
  MinuteCutter,
  SILENT_AFTER_MS,
} from '../../../electron/core/hrv/minuteCutter.ts'
import type { SourceMessage } from '../../../electron/core/hrv/sourceWindow.ts'

const MINUTE = 60_000

/** One message a second with the beats that ended in it. */
function strap(seconds: number, rrMs = (n: number) => 800 + 20 * (n % 2), fromMs = 0): SourceMessage[] {
  const messages: SourceMessage[] = []
  let beatMs = fromMs
  let n = 0
  for (let second = 1; second <= seconds; second++) {
    const beats: number[] = []
    while (beatMs + rrMs(n) <= fromMs + second * 1000) {
      beatMs += rrMs(n)
      beats.push(rrMs(n++))
    }
    messages.push({ atMs: fromMs + second * 1000, rrMs: beats })
  }
  return messages
}

function cut(messages: readonly SourceMessage[]): BeatMinute[] {
  const cutter = new MinuteCutter()
  return messages.flatMap((message) => cutter.take(message))
}

describe('cutting', () => {
  test('a minute is over with the first beat after it', () => {
    const cutter = new MinuteCutter()
    const messages = strap(61)
    const done = messages.map((message) => cutter.take(message).length)
    expect(done.reduce((sum, count) => sum + count, 0)).toBe(1)
    expect(done.lastIndexOf(1)).toBeGreaterThanOrEqual(59)
  })

  test('follows its own minutes, and begins anew after a silence', () => {
    const later = 10 * MINUTE + 17_000
    const minutes = cut([...strap(125), ...strap(70, undefined, later)])
    const first = minutes[0]?.fromMs ?? Number.NaN
    expect(minutes.map((minute) => minute.fromMs)).toEqual([
      first,
      first + MINUTE,
      first + 2 * MINUTE,
      later + 200,
    ])
    expect(minutes.map((minute) => judgedMinute(minute).refused.length)).toEqual([0, 0, 1, 0])
  })

  test('a list of many minutes is cut where its beats ended', () => {
    const rrMs = Array.from({ length: 200 }, () => 1000)
    const minutes = cut([
      { atMs: 200_000, rrMs },
      { atMs: 241_000, rrMs: rrMs.slice(0, 41) },
    ])
    expect(minutes.map((minute) => [minute.fromMs, judgedMinute(minute).n])).toEqual([
      [0, 59],
      [MINUTE, 60],
      [2 * MINUTE, 60],
      [3 * MINUTE, 60],
    ])
  })

  test('what nothing completes is over some time after it', () => {
    const cutter = new MinuteCutter()
    for (const message of strap(40)) cutter.take(message)
    expect(cutter.closeSilent(MINUTE + SILENT_AFTER_MS - 1000)).toBeNull()
    expect(cutter.closeSilent(MINUTE + SILENT_AFTER_MS + 1000)?.messages).toHaveLength(40)
    expect(cutter.closeSilent(10 * MINUTE)).toBeNull()
  })

  test('late messages of a judged minute change nothing in the next', () => {
    const messages = strap(130)
    const late = messages.slice(10, 30)
    const shuffled = [...messages.slice(0, 10), ...messages.slice(30, 70), ...late, ...messages.slice(70)]
    const [first, second] = cut(shuffled).map(judgedMinute)
    expect(first?.refused).toContain('too_little_covered')
    expect(second).toEqual(cut(messages).map(judgedMinute)[1])
  })

  test('no beat is in two minutes', () => {
    const message = fc.record({
      gapMs: fc.integer({ min: 0, max: 90_000 }),
      rrMs: fc.array(fc.option(fc.integer({ min: 0, max: 3000 }), { nil: null }), { maxLength: 80 }),
    })
    fc.assert(
      fc.property(fc.array(message, { maxLength: 40 }), (messages) => {
        let atMs = 1_000_000
        let sent = 0
        const minutes = cut(
          messages.map(({ gapMs, rrMs }) => {
            atMs += gapMs
            sent += rrMs.length
            return { atMs, rrMs }
          }),
        )
        const cutBeats = minutes.flatMap((minute) => minute.messages.flatMap((one) => one.rrMs ?? []))
        expect(cutBeats.length).toBeLessThanOrEqual(sent)
        for (const [place, minute] of minutes.entries()) {
          expect(minute.toMs - minute.fromMs).toBe(MINUTE)
          expect(minute.messages.length).toBeGreaterThan(0)
          expect(place === 0 || minute.fromMs !== minutes[place - 1]?.fromMs).toBe(true)
        }
      }),
    )
  })
})

describe('judging', () => {
  test('a good minute speaks', () => {
    const [minute] = cut(strap(62))
    expect(minute && judgedMinute(minute)).toMatchObject({
      refused: [],
      steady: true,
      lnRmssd: expect.closeTo(Math.log(20), 1),
    })
  })

  test('more than 5 % bad beats or less than 80 % covered is refused', () => {
    const [odd] = cut(strap(62, (n) => (n % 12 === 0 ? 1500 : 800)))
    expect(odd && judgedMinute(odd)).toMatchObject({
      lnRmssd: null,
      hrBpm: null,
      refused: ['too_many_bad_beats'],
    })
    const [thin] = cut(strap(62).filter((_, second) => second < 20 || second > 35))
    expect(thin && judgedMinute(thin)).toMatchObject({ lnRmssd: null, refused: ['too_little_covered'] })
  })

  test('the same beats from two senders are refused, though they fill the minute', () => {
    const [doubled] = cut(strap(62).flatMap((message) => [message, { ...message, atMs: message.atMs + 5 }]))
    expect(doubled && judgedMinute(doubled)).toMatchObject({ lnRmssd: null, refused: ['too_many_bad_beats'] })
  })

  test('a flood is refused and does not grow', () => {
    const cutter = new MinuteCutter()
    for (let n = 0; n < 50_000; n++) cutter.take({ atMs: 1000 + n / 1000, rrMs: [800] })
    const [flood] = cutter.take({ atMs: 90_000, rrMs: [800] })
    expect(flood?.messages).toHaveLength(1000)
    expect(flood && judgedMinute(flood).refused).toContain('too_many_bad_beats')
  })

  test('heart rates alone speak of the rate, and know when it climbs', () => {
    const rates = (slope: number) =>
      cut(
        Array.from({ length: 63 }, (_, second) => ({
          atMs: second * 1000,
          hrBpm: 70 + (slope * second) / 60,
        })),
      )
    const [still] = rates(2).map(judgedMinute)
    expect(still).toMatchObject({ lnRmssd: null, refused: [], steady: true, hrBpm: expect.closeTo(71, 0) })
    expect(rates(20).map(judgedMinute)[0]).toMatchObject({ steady: false })
  })
})
