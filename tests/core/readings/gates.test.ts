/** The gates before a reading is kept: once only, not too fast, and no client fighting its twin. */
import { describe, expect, test } from 'vitest'
import { afterConnect } from '../../../electron/core/readings/connectStorm.ts'
import { duplicateGate } from '../../../electron/core/readings/duplicateGate.ts'
import type { Reading } from '../../../electron/core/readings/mapping.ts'
import { quietTopic, takeMessage } from '../../../electron/core/readings/topicRate.ts'

const hr = (atMs: number, bpm: number, source = 'strap'): Reading => ({
  kind: 'hr',
  source,
  atMs,
  timeFrom: 'payload',
  notLive: null,
  bpm,
})

describe('duplicateGate', () => {
  test('the same source, time and value pass once, also out of order', () => {
    const isNew = duplicateGate()
    const sent = [hr(1, 60), hr(2, 60), hr(1, 60), hr(1, 61), hr(1, 60, 'watch'), hr(2, 60)]
    expect(sent.map(isNew)).toEqual([true, true, false, true, true, false])
  })

  test('long lists of intervals are told apart too', () => {
    const isNew = duplicateGate()
    const rr = (last: number): Reading => ({
      kind: 'rr',
      source: 'strap',
      atMs: 1,
      timeFrom: 'payload',
      notLive: null,
      rrMs: [...Array.from({ length: 4000 }, () => 800), null, last],
    })
    expect([rr(800), rr(801), rr(800)].map(isNew)).toEqual([true, true, false])
  })

  test('it forgets the oldest and never grows', () => {
    const isNew = duplicateGate(3)
    for (let at = 0; at < 100_000; at++) isNew(hr(at, 60))
    expect([hr(99_999, 60), hr(0, 60)].map(isNew)).toEqual([false, true])
  })
})

test('fifty messages a second pass, the rest is counted', () => {
  let rate = quietTopic
  let taken = 0
  for (let sent = 0; sent < 200; sent++) {
    const [next, take] = takeMessage(rate, 1000 + sent * 10)
    rate = next
    if (take) taken++
  }
  expect({ taken, refused: rate.refused }).toEqual({ taken: 100, refused: 100 })
  expect(takeMessage(rate, 0)[1]).toBe(true)
})

test('the fourth connect within ten seconds is a storm', () => {
  const connect = (times: number[]) =>
    times.reduce<{ connectedAtMs: number[]; storm: boolean }>(
      (state, atMs) => afterConnect(state.connectedAtMs, atMs),
      { connectedAtMs: [], storm: false },
    )
  expect(connect([0, 1000, 2000]).storm).toBe(false)
  expect(connect([0, 1000, 2000, 9999]).storm).toBe(true)
  expect(connect([0, 1000, 2000, 10_000]).storm).toBe(false)
})
