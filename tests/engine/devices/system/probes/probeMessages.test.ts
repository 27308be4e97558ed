/** What a probe process may say, and all it may not. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ProbeMessages } from '../../../../../electron/engine/devices/system/probes/probeMessages.ts'
import { FakeClock } from '../../../../fakes/fakeClock.ts'
import { usedBytes } from '../usedBytes.ts'

function messages() {
  const clock = new FakeClock()
  return { clock, nowMs: clock.now(), messages: new ProbeMessages(clock) }
}

const reading = (nowMs: number, more: object = {}) => ({
  type: 'fact',
  reading: { fact: 'input', value: 'idle', source: 'x11', atMs: nowMs, quality: 0.8, how: 'poll', ...more },
})
const counts = (nowMs: number, more: object = {}) => ({
  type: 'input',
  counts: {
    fromMs: nowMs - 60_000,
    toMs: nowMs,
    keys: 120,
    deletes: 4,
    clicks: 3,
    scrolls: 9,
    pathPx: 812.5,
    pauses: 2,
    shortPauses: 1,
    ...more,
  },
})

describe('accepted', () => {
  test('everything the contract holds', () => {
    const { nowMs, messages: it } = messages()
    for (const said of [
      { type: 'alive', atMs: nowMs },
      reading(nowMs),
      reading(nowMs, { sinceMs: nowMs - 5 }),
      reading(nowMs, { idleMs: 40_000 }),
      reading(nowMs, { value: 'active', idleMs: 0, sinceMs: nowMs }),
      reading(nowMs, { value: null }),
      reading(nowMs, { fact: 'fullScreen', value: true }),
      { type: 'app', sample: { atMs: nowMs, app: 'firefox' } },
      { type: 'app', sample: { atMs: nowMs, app: null } },
      counts(nowMs),
      { type: 'running', sensor: 'apps', source: 'x11' },
      { type: 'unavailable', sensor: 'apps', problem: 'no_display', detail: null },
    ]) {
      expect(it.accept(said)).toEqual(said)
    }
    expect(it.takeRefused()).toBe(0)
  })

  test('a title that comes along is left behind, and long texts are cut', () => {
    const { nowMs, messages: it } = messages()
    expect(
      it.accept({ type: 'app', sample: { atMs: nowMs, app: 'a'.repeat(500), title: 'my diary' } }),
    ).toEqual({ type: 'app', sample: { atMs: nowMs, app: 'a'.repeat(120) } })
    const said = { type: 'unavailable', sensor: 'input', problem: 'crashed', detail: 'd'.repeat(500) }
    expect(it.accept(said)).toMatchObject({ detail: 'd'.repeat(200) })
  })
})

describe('refused', () => {
  const nowMs = new FakeClock().now()
  test.each([
    null,
    undefined,
    7,
    'alive',
    [],
    {},
    { type: 'alive' },
    { type: '__proto__' },
    { type: 'alive', atMs: Number.NaN },
    { type: 'alive', atMs: Number.POSITIVE_INFINITY },
    { type: 'fact' },
    reading(nowMs, { value: true }),
    reading(nowMs, { fact: 'locked' }),
    reading(nowMs, { fact: 'mood', value: true }),
    reading(nowMs, { quality: 1.1 }),
    reading(nowMs, { source: 'x'.repeat(41) }),
    reading(nowMs, { how: 'guess' }),
    reading(nowMs, { atMs: nowMs + 61_000 }),
    reading(nowMs, { atMs: nowMs - 61_000 }),
    reading(nowMs, { sinceMs: 'yesterday' }),
    counts(nowMs, { keys: -1 }),
    counts(nowMs, { keys: 0.5 }),
    counts(nowMs, { fromMs: nowMs + 1 }),
    counts(nowMs, { pathPx: Number.POSITIVE_INFINITY }),
    { type: 'running', sensor: 'diary', source: 'x11' },
    { type: 'unavailable', sensor: 'apps', problem: 'bored', detail: null },
  ])('%j', (said) => {
    const { messages: it } = messages()
    expect(it.accept(said)).toBeNull()
    expect(it.takeRefused()).toBe(1)
    expect(it.takeRefused()).toBe(0)
  })

  test('more than fifty a second, for the rest of that second', () => {
    const { clock, nowMs: atMs, messages: it } = messages()
    const said = { type: 'app', sample: { atMs, app: 'x' } }
    const accepted = Array.from({ length: 500 }, () => it.accept(said)).filter((one) => one !== null)
    expect(accepted).toHaveLength(50)
    expect(it.takeRefused()).toBe(450)
    clock.advance(1_000)
    expect(it.accept(said)).not.toBeNull()
  })

  test('anything at all, without a throw', () => {
    const { messages: it } = messages()
    const typed = fc.record({
      type: fc.constantFrom('alive', 'fact', 'app', 'input', 'running', 'unavailable'),
      atMs: fc.anything(),
      reading: fc.anything(),
      sample: fc.anything(),
      counts: fc.anything(),
      sensor: fc.anything(),
    })
    fc.assert(fc.property(fc.oneof(fc.anything(), typed), (said) => void it.accept(said)))
  })
})

test('a hundred thousand malformed messages are counted, and leave no memory behind', () => {
  const { nowMs, messages: it } = messages()
  const zoo = [
    null,
    '{',
    { type: 'fact', reading: { fact: 'locked' } },
    { type: 'app', sample: 'x'.repeat(300) },
  ]
  const flood = (times: number) => {
    for (let at = 0; at < times; at += 1) it.accept(zoo[at % zoo.length])
  }
  flood(10_000)
  const beforeBytes = usedBytes()
  flood(100_000)
  expect(it.takeRefused()).toBe(110_000)
  expect(usedBytes() - beforeBytes).toBeLessThan(1_000_000)
  expect(it.accept({ type: 'alive', atMs: nowMs })).not.toBeNull()
})
