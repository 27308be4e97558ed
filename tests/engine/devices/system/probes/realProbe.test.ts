/** Real probe processes that crash in a loop, hang so that they hear nothing, and flood with garbage. */
import { resolve } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { ProbeMessage } from '../../../../../electron/core/presence/probeMessage.ts'
import {
  ProbeChild,
  type ProbeState,
} from '../../../../../electron/engine/devices/system/probes/probeChild.ts'
import type { ProbeKind } from '../../../../../electron/engine/ports/probes.ts'
import { forkProbe } from '../../../../../electron/hosts/forkProbe.ts'
import { systemClock } from '../../../../../electron/hosts/systemClock.ts'
import { FakeClock } from '../../../../fakes/fakeClock.ts'
import { usedBytes } from '../usedBytes.ts'

const entry = resolve(import.meta.dirname, 'strangeProbe.ts')
const until = (fact: () => void) => vi.waitFor(fact, { timeout: 30_000, interval: 20 })
const runs = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function realChild(clock: FakeClock | typeof systemClock) {
  const pids: number[] = []
  const states: ProbeState[] = []
  const messages: ProbeMessage[] = []
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() }
  const startProbe = async (kind: ProbeKind) => {
    const probe = await forkProbe(kind, { entry })
    if (probe.pid !== undefined) pids.push(probe.pid)
    return probe
  }
  const child = new ProbeChild({
    kind: 'desktop',
    clock,
    log,
    startProbe,
    onMessage: (message) => messages.push(message),
    onState: (state) => states.push(state),
  })
  onTestFinished(() => child.stop())
  return { child, pids, states, messages, log }
}

test('an abort in native code four times over: off, with the signal as the reason', {
  timeout: 60_000,
}, async () => {
  const clock = new FakeClock()
  const { child, pids, states } = realChild(clock)
  child.want(['input'])
  for (const [at, waitMs] of [1_000, 5_000, 30_000].entries()) {
    await until(() => expect(states).toHaveLength(2 * at + 2))
    expect(pids).toHaveLength(at + 1)
    clock.advance(waitMs)
  }
  await until(() => expect(states.at(-1)).toMatchObject({ state: 'failed', problem: 'crashed' }))
  expect(states.at(-1)).toMatchObject({ detail: expect.stringContaining('SIGABRT') })
  expect(pids).toHaveLength(4)
  await until(() => expect(pids.filter(runs)).toEqual([]))
})

test('one that hears nothing any more is ended by force', { timeout: 60_000 }, async () => {
  const clock = new FakeClock()
  const { child, pids, states } = realChild(clock)
  child.want(['presence'])
  await until(() => expect(pids).toHaveLength(1))
  clock.advance(16_000)
  expect(states.at(-1)).toEqual({ state: 'starting' })
  await until(() => expect(pids.filter(runs)).toEqual([]))
})

test('a hundred thousand malformed messages: counted, memory flat, the process lives on', {
  timeout: 120_000,
}, async () => {
  const { child, messages, states, pids } = realChild(systemClock)
  const beforeBytes = usedBytes()
  child.want(['apps'])
  await vi.waitFor(
    () =>
      expect(messages).toEqual([
        { type: 'app', sample: { atMs: expect.any(Number), app: 'after the flood' } },
      ]),
    { timeout: 110_000, interval: 50 },
  )
  expect(usedBytes() - beforeBytes).toBeLessThan(5_000_000)
  expect(states.map(({ state }) => state)).toEqual(['starting', 'running'])
  expect(pids).toHaveLength(1)
})

test('one that behaves is started once and gone when nothing is asked any more', {
  timeout: 60_000,
}, async () => {
  const { child, messages, pids } = realChild(systemClock)
  child.want(['screen'])
  await until(() => expect(messages).toEqual([{ type: 'running', sensor: 'screen', source: 'desktop' }]))
  child.want([])
  await until(() => expect(pids.filter(runs)).toEqual([]))
  expect(pids).toHaveLength(1)
})
