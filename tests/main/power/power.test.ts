/** The shell's report follows Electron's events and its own looks, to whichever engine is there. */
import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { EngineClient } from '../../../electron/contract/index.ts'
import type { FactReport } from '../../../electron/contract/presence.ts'

const monitor = vi.hoisted(() => ({ idleSeconds: 0, state: 'active', emitter: null as EventEmitter | null }))
vi.mock('electron', () => ({
  powerMonitor: {
    on: (name: string, listener: () => void) => monitor.emitter?.on(name, listener),
    getSystemIdleTime: () => monitor.idleSeconds,
    getSystemIdleState: () => monitor.state,
  },
}))
const { watchPower } = await import('../../../electron/main/power/power.ts')

let power: ReturnType<typeof watchPower>
const platform = process.platform
beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 9) })
  vi.stubEnv('WAYLAND_DISPLAY', undefined)
  vi.stubEnv('XDG_SESSION_TYPE', 'x11')
  Object.assign(monitor, { idleSeconds: 0, state: 'active', emitter: new EventEmitter() })
})
afterEach(() => {
  power.stop()
  vi.useRealTimers()
  vi.unstubAllEnvs()
  Object.defineProperty(process, 'platform', { value: platform })
})

function on(system: NodeJS.Platform) {
  Object.defineProperty(process, 'platform', { value: system })
  power = watchPower()
  return { engine: engine(), happen: (name: string) => monitor.emitter?.emit(name) }
}

function engine() {
  const messages: FactReport[][] = []
  const report = async ({ readings }: { readings: FactReport[] }) => {
    messages.push(readings)
    return {}
  }
  const client = { presence: { report } } as unknown as EngineClient
  /** What was said since the last look, as fact and value. */
  const taken = () =>
    messages.splice(0).map((readings) => readings.map(({ fact, value, how }) => `${fact} ${value} ${how}`))
  return { client, taken }
}

it('tells a new engine everything known, and every new one again', () => {
  const { engine: first } = on('linux')
  power.reportTo(first.client)
  expect(first.taken()).toEqual([['asleep false event', 'input active poll']])
  const second = engine()
  power.reportTo(second.client)
  expect(second.taken()).toEqual([['asleep false event', 'input active poll']])
  vi.advanceTimersByTime(2_000)
  expect(second.taken()).toEqual([['input active poll']])
  vi.advanceTimersByTime(60_000)
  expect(second.taken()).toHaveLength(6)
  expect(first.taken()).toEqual([])
})

it('says nothing of input where Wayland does not tell', () => {
  vi.stubEnv('XDG_SESSION_TYPE', 'wayland')
  const { engine: one } = on('linux')
  power.reportTo(one.client)
  expect(one.taken()).toEqual([['asleep false event', 'input null poll']])
})

it('tells sleep before it comes, and waking with fresh readings', () => {
  const { engine: one, happen } = on('linux')
  power.reportTo(one.client)
  vi.advanceTimersByTime(5_000)
  one.taken()
  happen('suspend')
  expect(one.taken()[0]).toContain('asleep true event')
  vi.setSystemTime(Date.UTC(2026, 10, 23, 17))
  monitor.idleSeconds = 2
  happen('resume')
  expect(one.taken()).toEqual([['asleep false event', 'input active poll']])
  vi.advanceTimersByTime(2_000)
  expect(one.taken()).toEqual([['input active poll']])
})

it('believes fresh input more than a waking nobody told of', () => {
  const { engine: one, happen } = on('linux')
  power.reportTo(one.client)
  one.taken()
  monitor.idleSeconds = 100
  happen('suspend')
  // A key in the seconds it takes to fall asleep is no waking.
  monitor.idleSeconds = 0
  vi.advanceTimersByTime(10_000)
  monitor.idleSeconds = 1_000
  vi.advanceTimersByTime(60_000)
  expect(one.taken().flat()).not.toContain('asleep false event')
  monitor.idleSeconds = 1
  vi.advanceTimersByTime(20_000)
  expect(one.taken().flat()).toContain('asleep false event')
})

it('asks for the lock beside its events where Electron knows of one', () => {
  const { engine: one, happen } = on('win32')
  power.reportTo(one.client)
  expect(one.taken()).toEqual([['asleep false event', 'input active poll', 'locked false poll']])
  monitor.state = 'locked'
  happen('lock-screen')
  expect(one.taken()).toEqual([['locked true event', 'input active poll', 'locked true poll']])
  // An unlocking that is not told is found.
  monitor.state = 'active'
  vi.advanceTimersByTime(12_000)
  expect(
    one
      .taken()
      .flat()
      .filter((said) => said === 'locked false poll').length,
  ).toBeGreaterThanOrEqual(2)
})

it('is silent without an engine and after the end', () => {
  const { engine: one, happen } = on('linux')
  happen('suspend')
  happen('resume')
  power.reportTo(one.client)
  expect(one.taken()).toHaveLength(1)
  power.stop()
  happen('suspend')
  vi.advanceTimersByTime(60_000)
  expect(one.taken()).toEqual([])
})

it('looks closer while it is wanted, and at once', () => {
  const { engine: one } = on('linux')
  power.reportTo(one.client)
  vi.advanceTimersByTime(5_000)
  one.taken()
  monitor.idleSeconds = 9
  power.lookCloser(true)
  expect(one.taken()).toHaveLength(1)
  power.lookCloser(true)
  expect(one.taken()).toEqual([])
  vi.advanceTimersByTime(20_000)
  expect(one.taken()).toHaveLength(10)
  power.lookCloser(false)
  vi.advanceTimersByTime(30_000)
  expect(one.taken()).toHaveLength(3)
})

it.each(['suspend', 'lock-screen'])('keeps its pace after %s, however closely it was to look', (name) => {
  const { engine: one, happen } = on('linux')
  power.reportTo(one.client)
  power.lookCloser(true)
  happen(name)
  monitor.idleSeconds = 1_000
  vi.advanceTimersByTime(30_000)
  one.taken()
  vi.advanceTimersByTime(60_000)
  expect(one.taken()).toHaveLength(6)
  monitor.idleSeconds = 0
  happen(name === 'suspend' ? 'resume' : 'unlock-screen')
  vi.advanceTimersByTime(5_000)
  one.taken()
  vi.advanceTimersByTime(20_000)
  expect(one.taken()).toHaveLength(10)
})

it('wants no look without an engine, or after the end', () => {
  on('linux')
  power.lookCloser(true)
  expect(vi.getTimerCount()).toBe(0)
  power.stop()
  power.lookCloser(false)
  expect(vi.getTimerCount()).toBe(0)
})
