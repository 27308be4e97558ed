/** A probe process that lives, dies, hangs, and comes too late; and what becomes of it. */
import { describe, expect, test, vi } from 'vitest'
import {
  ProbeChild,
  type ProbeState,
} from '../../../../../electron/engine/devices/system/probes/probeChild.ts'
import type { Log } from '../../../../../electron/engine/log.ts'
import type { ProbeKind, ProbeProcess } from '../../../../../electron/engine/ports/probes.ts'
import { FakeClock } from '../../../../fakes/fakeClock.ts'
import { FakeProbe, fakeProbes } from './fakeProbe.ts'

const settled = () => new Promise((resolve) => setImmediate(resolve))

function child(startProbe?: (kind: ProbeKind) => Promise<ProbeProcess>) {
  const clock = new FakeClock()
  const { started, startProbe: start } = fakeProbes()
  const states: ProbeState[] = []
  const messages: unknown[] = []
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() } satisfies Log
  const it = new ProbeChild({
    kind: 'desktop',
    clock,
    log,
    startProbe: startProbe ?? start,
    onMessage: (message) => messages.push(message),
    onState: (state) => states.push(state),
  })
  const alive = () => started.at(-1)?.say({ type: 'alive', atMs: clock.now() })
  const crash = async (detail = 'exit code 1') => {
    started.at(-1)?.crash(detail)
    await settled()
  }
  const pass = async (ms: number) => {
    clock.advance(ms)
    await settled()
  }
  return { it, clock, started, states, messages, log, alive, crash, pass }
}

describe('started while something is asked', () => {
  test('nothing is started for nothing', () => {
    const { it, started } = child()
    it.want([])
    expect(started).toEqual([])
  })

  test('the wish is sent at the start and at every change, and the end is sent for when nothing is left', async () => {
    const { it, started, states, alive } = child()
    it.want(['apps'])
    await settled()
    alive()
    it.want(['apps', 'screen'])
    it.want(['apps', 'screen'])
    expect(started).toHaveLength(1)
    expect(started[0]?.posted).toEqual([
      { type: 'want', sensors: ['apps'] },
      { type: 'want', sensors: ['apps', 'screen'] },
    ])
    it.want([])
    expect(started[0]?.hasEnded).toBe(true)
    expect(states.map(({ state }) => state)).toEqual(['starting', 'running', 'off'])
    await settled()
    expect(states).toHaveLength(3)
  })

  test('a closer look is asked for once, of this process and of those that come after it', async () => {
    const { it, started, alive, crash, pass } = child()
    it.lookCloser(true)
    expect(started).toEqual([])
    it.want(['presence'])
    await settled()
    alive()
    it.lookCloser(true)
    expect(started[0]?.posted).toEqual([{ type: 'want', sensors: ['presence'], isCloser: true }])
    await crash()
    await pass(1_000)
    expect(started[1]?.posted).toEqual([{ type: 'want', sensors: ['presence'], isCloser: true }])
    it.lookCloser(false)
    expect(started[1]?.posted.at(-1)).toEqual({ type: 'want', sensors: ['presence'] })
  })

  test('a process that comes when nobody wants it any more is ended', async () => {
    const late = Promise.withResolvers<ProbeProcess>()
    const { it } = child(() => late.promise)
    it.want(['apps'])
    it.want([])
    const probe = new FakeProbe('desktop')
    late.resolve(probe)
    await settled()
    expect([probe.hasEnded, probe.posted]).toEqual([true, []])
  })

  test('what it says after its end is not heard', async () => {
    const { it, started, messages, clock } = child()
    it.want(['apps'])
    await settled()
    it.want([])
    started[0]?.say({ type: 'app', sample: { atMs: clock.now(), app: 'late' } })
    expect(messages).toEqual([])
  })
})

describe('dying', () => {
  test('three restarts after 1, 5 and 30 seconds, then off with the reason', async () => {
    const { it, started, states, crash, pass } = child()
    it.want(['apps'])
    await settled()
    for (const [at, waitMs] of [1_000, 5_000, 30_000].entries()) {
      await crash()
      await pass(waitMs - 1)
      expect(started).toHaveLength(at + 1)
      await pass(1)
      expect(started).toHaveLength(at + 2)
    }
    await crash('SIGABRT: no display')
    expect(states.at(-1)).toEqual({ state: 'failed', problem: 'crashed', detail: 'SIGABRT: no display' })
    await pass(24 * 3_600_000)
    it.want(['apps', 'screen'])
    await pass(0)
    expect(started).toHaveLength(4)
  })

  test('turned off and on again it gets another chance', async () => {
    const { it, started, crash, pass } = child()
    it.want(['apps'])
    await settled()
    for (const waitMs of [1_000, 5_000, 30_000, 0]) {
      await crash()
      await pass(waitMs)
    }
    expect(started).toHaveLength(4)
    it.want([])
    it.want(['apps'])
    await settled()
    expect(started).toHaveLength(5)
  })

  test('turned off while it waits to be started again, it stays off', async () => {
    const { it, started, crash, pass } = child()
    it.want(['apps'])
    await settled()
    await crash()
    it.want([])
    await pass(60_000)
    expect(started).toHaveLength(1)
  })

  test('ten healthy minutes forgive what was before', async () => {
    const { it, started, crash, pass, alive } = child()
    it.want(['apps'])
    await settled()
    for (const waitMs of [1_000, 5_000, 30_000]) {
      await crash()
      await pass(waitMs)
    }
    alive()
    for (let second = 0; second < 600; second += 5) {
      await pass(5_000)
      alive()
    }
    await crash()
    await pass(1_000)
    expect(started).toHaveLength(5)
  })

  test('one that cannot be started counts like one that dies', async () => {
    const start = vi.fn(() => Promise.reject(new Error('no more processes')))
    const { it, states, pass } = child(start)
    it.want(['apps'])
    for (const waitMs of [0, 1_000, 5_000, 30_000]) await pass(waitMs)
    expect(start).toHaveBeenCalledTimes(4)
    expect(states.at(-1)).toEqual({ state: 'failed', problem: 'crashed', detail: 'no more processes' })
  })

  test('one whose part of the program is missing is not tried again', async () => {
    const missing = Object.assign(new Error('Cannot find module'), { code: 'MODULE_NOT_FOUND' })
    const start = vi.fn(() => Promise.reject(missing))
    const { it, states, pass } = child(start)
    it.want(['apps'])
    await settled()
    await pass(60_000)
    expect(start).toHaveBeenCalledTimes(1)
    expect(states.at(-1)).toMatchObject({ state: 'failed', problem: 'not_installed' })
  })

  test('a long last word is cut', async () => {
    const { it, states, crash, pass } = child()
    it.want(['apps'])
    await settled()
    for (const waitMs of [1_000, 5_000, 30_000, 0]) {
      await crash('x'.repeat(5_000))
      await pass(waitMs)
    }
    expect(states.at(-1)).toMatchObject({ detail: 'x'.repeat(200) })
  })
})

describe('hanging', () => {
  test('three signs of life missing and it is ended and started again', async () => {
    const { it, started, alive, pass, states } = child()
    it.want(['apps'])
    await settled()
    alive()
    for (let second = 0; second < 60; second += 5) {
      await pass(5_000)
      alive()
    }
    expect(started).toHaveLength(1)
    await pass(15_999)
    expect(started[0]?.hasEnded).toBe(false)
    await pass(1)
    expect(started[0]?.hasEnded).toBe(true)
    await pass(1_000)
    expect(started).toHaveLength(2)
    expect(states.map(({ state }) => state)).toEqual(['starting', 'running', 'starting', 'starting'])
  })

  test('hung four times in a row it is off', async () => {
    const { it, states, pass, started } = child()
    it.want(['apps'])
    await settled()
    for (const waitMs of [1_000, 5_000, 30_000, 0]) {
      await pass(16_000)
      await pass(waitMs)
    }
    expect(started.every((probe) => probe.hasEnded)).toBe(true)
    expect(states.at(-1)).toEqual({ state: 'failed', problem: 'hung', detail: null })
  })

  test('a start that never comes back is one too', async () => {
    const { it, states, pass } = child(() => new Promise(() => {}))
    it.want(['apps'])
    for (const waitMs of [1_000, 5_000, 30_000, 0]) {
      await pass(16_000)
      await pass(waitMs)
    }
    expect(states.at(-1)).toMatchObject({ problem: 'hung' })
  })

  test('after a weekend asleep the process gets its time again', async () => {
    const { it, clock, started, alive, pass } = child()
    it.want(['apps'])
    await settled()
    alive()
    // The wall clock is two days on before the timer that was set on Friday rings.
    const weekendMs = 2 * 86_400_000
    const nowMs = clock.now.bind(clock)
    clock.now = () => nowMs() + weekendMs
    await pass(16_000)
    expect(started[0]?.hasEnded).toBe(false)
    await pass(16_000)
    expect(started[0]?.hasEnded).toBe(true)
  })

  test('other messages are no sign of life', async () => {
    const { it, clock, started, pass } = child()
    it.want(['apps'])
    await settled()
    for (let at = 0; at < 16; at += 1) {
      started[0]?.say({ type: 'app', sample: { atMs: clock.now(), app: 'x' } })
      await pass(1_000)
    }
    expect(started[0]?.hasEnded).toBe(true)
  })
})

test('refused messages are counted in one line a minute', async () => {
  const { it, started, messages, log, pass, alive } = child()
  it.want(['apps'])
  await settled()
  for (let at = 0; at < 1_000; at += 1) started[0]?.say({ type: 'app', sample: at })
  for (let at = 0; at < 12; at += 1) {
    await pass(5_000)
    alive()
  }
  expect(messages).toEqual([])
  expect(log.warn.mock.calls).toEqual([['probeMessagesRefused', { refused: 1_000 }]])
})
