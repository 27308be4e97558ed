/** Probes disagree, fall silent and cannot know; presence says only what is known. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Fact, FactReading } from '../../../electron/core/presence/fact.ts'
import { presenceFrom } from '../../../electron/core/presence/presenceFrom.ts'
import { type SettledReadings, settle } from '../../../electron/core/presence/settle.ts'

const poll = (fact: Fact, value: unknown, atMs: number, source = 'probe', quality = 0.8) =>
  ({ fact, value, source, atMs, quality, how: 'poll' }) as FactReading
const event = (fact: Fact, value: unknown, atMs: number) =>
  ({ ...poll(fact, value, atMs, 'events'), how: 'event' }) as FactReading
const settled = (...readings: FactReading[]) => readings.reduce<SettledReadings>(settle, {})
const twice = (fact: Fact, value: unknown, source = 'probe', quality = 0.8) => [
  poll(fact, value, 0, source, quality),
  poll(fact, value, 1000, source, quality),
]

describe('two equal readings before a change', () => {
  test('one is not enough, the second counts from the first', () => {
    expect(presenceFrom(settled(poll('inCall', true, 0)), 0).inCall.value).toBeNull()
    expect(presenceFrom(settled(...twice('inCall', true)), 1000).inCall).toEqual({
      value: true,
      source: 'probe',
      sinceMs: 0,
      quality: 0.8,
    })
  })

  test('one odd reading between changes nothing, also an unknown one', () => {
    for (const odd of [false, null]) {
      const presence = presenceFrom(
        settled(...twice('inCall', true), poll('inCall', odd, 2000), poll('inCall', true, 3000)),
        3000,
      )
      expect(presence.inCall).toMatchObject({ value: true, sinceMs: 0 })
    }
  })

  test('two odd ones that differ change nothing', () => {
    const readings = [...twice('inCall', true), poll('inCall', false, 2000), poll('inCall', null, 3000)]
    expect(presenceFrom(settled(...readings), 3000).inCall.value).toBe(true)
  })

  test('an event is believed at once', () => {
    expect(presenceFrom(settled(event('locked', true, 0)), 0).activity).toMatchObject({ value: 'locked' })
  })

  test('a reading from the past is left out', () => {
    const readings = [...twice('inCall', true), poll('inCall', false, -10), poll('inCall', false, -5)]
    expect(presenceFrom(settled(...readings), 1000).inCall.value).toBe(true)
  })
})

test('a clock set back by an hour does not make presence unknown for an hour', () => {
  const hour = 3_600_000
  const readings = [poll('input', 'active', hour), poll('input', 'active', hour + 1000)]
  const state = settled(...readings, poll('input', 'idle', 2000), poll('input', 'idle', 3000))
  expect(presenceFrom(state, 3000).input).toMatchObject({ value: 'idle', sinceMs: 2000 })
})

test('silence becomes unknown', () => {
  const presence = (nowMs: number) =>
    presenceFrom(settled(...twice('input', 'active'), ...twice('inCall', true)), nowMs)
  expect(presence(31_000)).toMatchObject({ activity: { value: 'active' }, inCall: { value: true } })
  expect(presence(31_001)).toMatchObject({ activity: { value: null, quality: 0 }, inCall: { value: true } })
  expect(presence(61_001).inCall).toEqual({ value: null, source: null, sinceMs: null, quality: 0 })
})

test('an event holds for a day, then nobody knows', () => {
  const presence = (nowMs: number) => presenceFrom(settled(event('locked', true, 0)), nowMs).activity.value
  expect([presence(86_400_000), presence(86_400_001)]).toEqual(['locked', null])
})

test('asleep before locked before input', () => {
  const busy = twice('input', 'active')
  expect(presenceFrom(settled(...busy, event('locked', true, 1000)), 1000).activity.value).toBe('locked')
  expect(
    presenceFrom(settled(...busy, event('locked', true, 1000), event('asleep', true, 1000)), 1000).activity
      .value,
  ).toBe('asleep')
  expect(presenceFrom(settled(...busy, event('locked', false, 1000)), 1000).activity.value).toBe('active')
})

describe('several sources', () => {
  test('the better one wins for input', () => {
    const readings = [...twice('input', 'active', 'x11', 0.2), ...twice('input', 'idle', 'mutter', 0.9)]
    expect(presenceFrom(settled(...readings), 1000).input).toMatchObject({ value: 'idle', source: 'mutter' })
  })

  test('one that cannot know leaves the word to the other', () => {
    const readings = [...twice('input', null, 'mutter', 0.9), ...twice('input', 'idle', 'x11', 0.2)]
    expect(presenceFrom(settled(...readings), 1000).input.value).toBe('idle')
  })

  test.each([
    [true, false, true],
    [false, true, true],
    [false, false, false],
    [false, null, null],
    [true, null, true],
  ])('camera %s and microphone %s: in call %s', (camera, microphone, inCall) => {
    const readings = [...twice('inCall', camera, 'camera'), ...twice('inCall', microphone, 'microphone')]
    expect(presenceFrom(settled(...readings), 1000).inCall.value).toBe(inCall)
  })
})

test('an alternating probe never flaps, and a constant one never changes its beginning', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(true, false, null), { maxLength: 60 }), (values) => {
      let state = settled(event('inCall', false, 0))
      let last: boolean | null = false
      values.forEach((value, place) => {
        state = settle(state, { ...poll('inCall', value, (place + 1) * 1000, 'events') })
        const now = presenceFrom(state, (place + 1) * 1000).inCall.value
        if (now !== last) expect(values[place - 1]).toBe(value)
        last = now
      })
    }),
  )
})
