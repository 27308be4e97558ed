/** Notices come when they are due, one at a time, stay until they are put away, and do not come twice. */
import { describe, expect, it } from 'vitest'
import { AWAY_MS, type NoticeFacts, noticeDue, REST_MS } from '../../../electron/core/care/noticeDue.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** 04:00 of some day. */
const MORNING = Date.UTC(2026, 10, 24, 4)
const talk = (fromMs: number, minutes: number) =>
  Array.from({ length: Math.floor(minutes / 3) + 1 }, (_, n) => fromMs + n * 3 * MINUTE)
const facts = (change: Partial<NoticeFacts> = {}): NoticeFacts => ({
  nowMs: MORNING + 6 * HOUR,
  timesMs: [],
  earlierMs: null,
  putAway: {},
  noticeHours: 3,
  talkLimitMinutes: null,
  today: { fromMs: MORNING, toMs: MORNING + DAY },
  isNight: false,
  ...change,
})

describe('after a week away', () => {
  const last = MORNING - 9 * DAY

  it('comes before the first word, and not to someone who never wrote', () => {
    expect(noticeDue(facts({ earlierMs: last }))).toEqual({
      kind: 'returned',
      sinceMs: last + AWAY_MS,
      usedMinutes: null,
      atNight: false,
    })
    expect(noticeDue(facts())).toBeNull()
    const almost = { timesMs: [MORNING + HOUR - AWAY_MS], nowMs: MORNING + HOUR }
    expect(noticeDue(facts(almost))).toBeNull()
    expect(noticeDue(facts({ ...almost, nowMs: almost.nowMs + 1 }))?.kind).toBe('returned')
  })

  it('stays while the person writes, until it is put away or the day is over', () => {
    const timesMs = talk(MORNING + 5 * HOUR, 30)
    expect(noticeDue(facts({ earlierMs: last, timesMs }))?.kind).toBe('returned')
    const putAway = { returned: MORNING + 5 * HOUR + MINUTE }
    expect(noticeDue(facts({ earlierMs: last, timesMs, putAway }))).toBeNull()
    const tomorrow = {
      nowMs: MORNING + DAY + HOUR,
      today: { fromMs: MORNING + DAY, toMs: MORNING + 2 * DAY },
    }
    expect(noticeDue(facts({ earlierMs: last, timesMs, ...tomorrow }))).toBeNull()
  })

  it('put away before the first word is put away after it too', () => {
    const putAway = { returned: MORNING + 5 * HOUR }
    expect(noticeDue(facts({ earlierMs: last, putAway }))).toBeNull()
    expect(noticeDue(facts({ earlierMs: last, putAway, timesMs: [MORNING + 5.5 * HOUR] }))).toBeNull()
  })

  it('comes again after one more week without a word', () => {
    const putAway = { returned: MORNING - 8 * DAY }
    expect(noticeDue(facts({ earlierMs: MORNING - 20 * DAY, putAway }))?.kind).toBe('returned')
  })

  it('comes although one was put away under a clock that was years ahead', () => {
    const putAway = { returned: MORNING + 1000 * DAY }
    expect(noticeDue(facts({ earlierMs: last, putAway }))?.kind).toBe('returned')
  })
})

describe('after hours of use', () => {
  it('comes when they are full, and says how long it was', () => {
    const nowMs = MORNING + 6 * HOUR
    expect(noticeDue(facts({ nowMs, timesMs: talk(nowMs - 3 * HOUR + 3 * MINUTE, 177) }))).toBeNull()
    expect(noticeDue(facts({ nowMs, timesMs: talk(nowMs - 200 * MINUTE, 198), isNight: true }))).toEqual({
      kind: 'longUse',
      sinceMs: nowMs - 20 * MINUTE,
      usedMinutes: 198,
      atNight: true,
    })
  })

  it('comes every hour for whoever wants it so', () => {
    const timesMs = talk(MORNING + 4 * HOUR, 90)
    expect(noticeDue(facts({ timesMs, noticeHours: 2 }))).toBeNull()
    expect(noticeDue(facts({ timesMs, noticeHours: 1 }))?.usedMinutes).toBe(90)
  })

  it('adds up over short rests, and begins anew after a long one', () => {
    const twice = (gapMs: number) => {
      const first = talk(MORNING, 120)
      const second = talk((first.at(-1) ?? 0) + gapMs, 90)
      return facts({ timesMs: [...first, ...second], nowMs: (second.at(-1) ?? 0) + MINUTE })
    }
    expect(noticeDue(twice(REST_MS - 1))?.kind).toBe('longUse')
    expect(noticeDue(twice(REST_MS))).toBeNull()
  })

  it('goes by itself after a rest, and counts from when it was put away', () => {
    const timesMs = talk(MORNING, 400)
    const end = timesMs.at(-1) ?? 0
    expect(noticeDue(facts({ timesMs, nowMs: end + REST_MS }))).toBeNull()
    const nowMs = end + MINUTE
    expect(noticeDue(facts({ timesMs, nowMs, putAway: { longUse: MORNING + 230 * MINUTE } }))).toBeNull()
    expect(noticeDue(facts({ timesMs, nowMs, putAway: { longUse: MORNING + 210 * MINUTE } }))).toMatchObject({
      usedMinutes: 189,
    })
  })

  it('does not count what lies ahead of a clock that was set back two hours', () => {
    const timesMs = talk(MORNING, 270)
    expect(noticeDue(facts({ timesMs, nowMs: MORNING + 150 * MINUTE }))).toBeNull()
    const nowMs = MORNING + 200 * MINUTE
    expect(noticeDue(facts({ timesMs, nowMs, putAway: { longUse: nowMs + HOUR } }))?.kind).toBe('longUse')
  })
})

describe('the own limit', () => {
  const limited = (change: Partial<NoticeFacts>) => noticeDue(facts({ talkLimitMinutes: 30, ...change }))

  it('comes once a day, and counts from 04:00', () => {
    const timesMs = talk(MORNING + 5 * HOUR, 45)
    expect(limited({ timesMs })).toMatchObject({
      kind: 'enough',
      sinceMs: MORNING + 5.5 * HOUR,
      usedMinutes: 45,
    })
    expect(limited({ timesMs, putAway: { enough: MORNING + 5.6 * HOUR } })).toBeNull()
    expect(limited({ timesMs, putAway: { enough: MORNING - MINUTE } })?.kind).toBe('enough')
    expect(limited({ timesMs: talk(MORNING - 30 * MINUTE, 57), nowMs: MORNING + HOUR })).toBeNull()
  })

  it('is not there while none is set', () => {
    expect(limited({ timesMs: talk(MORNING + HOUR, 120), talkLimitMinutes: null })).toBeNull()
  })
})

it('one at a time: coming back, then hours of use, then the own limit', () => {
  const timesMs = talk(MORNING + HOUR, 240)
  const all = { timesMs, earlierMs: MORNING - 9 * DAY, talkLimitMinutes: 60 }
  expect(noticeDue(facts(all))?.kind).toBe('returned')
  const putAway = { returned: MORNING + HOUR }
  expect(noticeDue(facts({ ...all, putAway }))?.kind).toBe('longUse')
  expect(noticeDue(facts({ ...all, putAway: { ...putAway, longUse: MORNING + 5 * HOUR } }))?.kind).toBe(
    'enough',
  )
})
