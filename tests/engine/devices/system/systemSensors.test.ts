/** All sensors together: only what is wanted runs, and what runs is told. */
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { SENSOR_IDS, type SensorId } from '../../../../electron/core/presence/sensor.ts'
import { createSystemSensors, type SystemParts } from '../../../../electron/engine/devices/system/index.ts'
import type { Log } from '../../../../electron/engine/log.ts'
import { FakeClock } from '../../../fakes/fakeClock.ts'
import { dbusDaemon } from './dbusDaemon.ts'
import { HeardSink } from './heardSink.ts'
import { fakeProbes } from './probes/fakeProbe.ts'
import { standIn, variant } from './standIn.ts'

const settled = () => new Promise((resolve) => setImmediate(resolve))
const until = (fact: () => void) => vi.waitFor(fact, { timeout: 10_000, interval: 5 })
const quietLog: Log = { info() {}, warn() {}, error() {} }
const MUTTER = 'org.gnome.Mutter.IdleMonitor'

function sensors(options: Partial<SystemParts> = {}) {
  const clock = new FakeClock()
  const sink = new HeardSink()
  const { started, startProbe } = fakeProbes()
  const run = vi.fn(() => Promise.reject(new Error('not there')))
  const it = createSystemSensors({
    clock,
    log: quietLog,
    startProbe,
    platform: 'linux',
    // A bus that is not there, so that no test touches the real one.
    env: { DBUS_SYSTEM_BUS_ADDRESS: 'unix:path=/nowhere/bus' },
    folders: { proc: '/nowhere', dev: '/proc/self/ns', sys: '/nowhere' },
    run,
    ...options,
  })
  it.start(sink)
  onTestFinished(() => it.stop())
  const want = (...ids: SensorId[]) => it.want(new Set(ids))
  const probe = (kind: 'desktop' | 'input') => started.findLast((one) => one.kind === kind && !one.hasEnded)
  return { it, clock, sink, started, run, want, probe }
}

describe('only what is wanted', () => {
  test('nothing wanted: no process, no command, no connection, nothing told', async () => {
    const { clock, sink, started, run, want } = sensors()
    want()
    clock.advance(600_000)
    await settled()
    expect([sink.facts, sink.history, started, run.mock.calls]).toEqual([[], [], [], []])
  })

  test('calls and machine need no process', async () => {
    const { sink, started, want } = sensors()
    want('calls', 'machine')
    await until(() => expect(sink.conditions.machine).toMatchObject({ state: 'running' }))
    await until(() => expect(sink.conditions.calls).toMatchObject({ state: 'running' }))
    expect(started).toEqual([])
  })

  test('apps and input have a process each, which ends with them', async () => {
    const { started, want, probe, sink } = sensors()
    want('apps', 'input')
    await until(() => expect(started).toHaveLength(2))
    await settled()
    expect(probe('desktop')?.posted).toEqual([{ type: 'want', sensors: ['apps'] }])
    expect(probe('input')?.posted).toEqual([{ type: 'want', sensors: ['input'] }])
    expect(sink.conditions).toMatchObject({ apps: { state: 'starting' }, input: { state: 'starting' } })
    want('apps')
    expect(started.find((one) => one.kind === 'input')?.hasEnded).toBe(true)
    want()
    expect(started.every((one) => one.hasEnded)).toBe(true)
    expect(sink.conditions).toEqual({ apps: { state: 'off' }, input: { state: 'off' } })
  })

  test('the end ends everything, and a second one nothing more', async () => {
    const { it, clock, sink, started, want } = sensors()
    want(...SENSOR_IDS)
    await until(() => expect(started.length).toBeGreaterThanOrEqual(2))
    it.stop()
    it.stop()
    want('apps')
    await settled()
    const told = sink.facts.length + sink.machines.length
    clock.advance(600_000)
    await settled()
    expect(started.every((one) => one.hasEnded)).toBe(true)
    expect(sink.facts.length + sink.machines.length).toBe(told)
  })
})

describe('what a process tells', () => {
  async function running() {
    const it = sensors()
    it.want('apps', 'screen', 'input')
    await until(() => expect(it.started).toHaveLength(2))
    await settled()
    return it
  }

  test('arrives where it belongs', async () => {
    const { probe, sink, clock } = await running()
    const atMs = clock.now()
    const desktop = probe('desktop')
    desktop?.say({ type: 'running', sensor: 'apps', source: 'x11' })
    desktop?.say({ type: 'app', sample: { atMs, app: 'firefox' } })
    const quiet = { fact: 'doNotDisturb', value: true, source: 'quns', atMs, quality: 0.8, how: 'poll' }
    desktop?.say({ type: 'fact', reading: quiet })
    const counts = { keys: 1, deletes: 0, clicks: 0, scrolls: 0, pathPx: 0, pauses: 0, shortPauses: 0 }
    probe('input')?.say({ type: 'input', counts: { fromMs: atMs, toMs: atMs, ...counts } })
    expect(sink.conditions.apps).toEqual({ state: 'running', sources: ['x11'] })
    expect(sink.apps).toEqual([{ atMs, app: 'firefox' }])
    expect(sink.last('doNotDisturb', 'quns')).toEqual(quiet)
    expect(sink.inputs).toHaveLength(1)
  })

  test('of a sensor that is not asked for is not heard', async () => {
    const { probe, sink, clock } = await running()
    const atMs = clock.now()
    const call = { fact: 'inCall', value: true, source: 'x', atMs, quality: 1, how: 'poll' }
    probe('desktop')?.say({ type: 'fact', reading: call })
    const counts = { keys: 1, deletes: 0, clicks: 0, scrolls: 0, pathPx: 0, pauses: 0, shortPauses: 0 }
    probe('desktop')?.say({ type: 'input', counts: { fromMs: atMs, toMs: atMs, ...counts } })
    probe('input')?.say({ type: 'app', sample: { atMs, app: 'firefox' } })
    probe('desktop')?.say({ type: 'running', sensor: 'calls', source: 'x' })
    expect([sink.inputs, sink.apps, sink.conditions.calls]).toEqual([[], [], undefined])
    expect(sink.last('inCall', 'x')).toBeUndefined()
  })

  test('a covered screen is put together with what keeps it awake', async () => {
    const { probe, sink, clock } = await running()
    await until(() => expect(sink.last('fullScreen', 'desktop')?.value).toBeNull())
    const atMs = clock.now()
    const cover = { fact: 'fullScreen', value: true, source: 'x11', atMs, quality: 0.9, how: 'poll' }
    probe('desktop')?.say({ type: 'fact', reading: cover })
    expect(sink.last('fullScreen', 'x11')).toBeUndefined()
    await until(() => {
      clock.advance(2_000)
      expect(sink.last('fullScreen', 'desktop')).toMatchObject({ value: true, quality: 0.6 })
    })
  })

  test('crashed four times: unavailable with the reason, and the rest lives on', async () => {
    const { started, sink, clock, want } = sensors()
    want('apps', 'machine')
    for (const waitMs of [1_000, 5_000, 30_000, 0]) {
      await until(() => expect(started.at(-1)?.posted).toHaveLength(1))
      started.at(-1)?.crash('exit code 134')
      await settled()
      clock.advance(waitMs)
    }
    expect(sink.conditions.apps).toEqual({
      state: 'unavailable',
      problem: 'crashed',
      detail: 'exit code 134',
    })
    const samples = sink.machines.length
    await until(() => {
      clock.advance(5_000)
      expect(sink.machines.length).toBeGreaterThan(samples)
    })
    expect(sink.conditions.machine).toMatchObject({ state: 'running' })
    expect(started).toHaveLength(4)
  })

  test('a process that can tell nothing here is ended, with its reasons kept', async () => {
    const { want, probe, sink, started } = sensors()
    want('apps')
    await until(() => expect(probe('desktop')?.posted).toHaveLength(1))
    probe('desktop')?.say({
      type: 'unavailable',
      sensor: 'apps',
      problem: 'desktop_cannot_tell',
      detail: 'wayland',
    })
    expect(started[0]?.hasEnded).toBe(true)
    await settled()
    expect(sink.conditions.apps).toEqual({
      state: 'unavailable',
      problem: 'desktop_cannot_tell',
      detail: 'wayland',
    })
    expect(started).toHaveLength(1)
  })

  test('a permission may still be given: that process stays', async () => {
    const { want, probe, sink, started } = sensors()
    want('apps')
    await until(() => expect(probe('desktop')?.posted).toHaveLength(1))
    probe('desktop')?.say({
      type: 'unavailable',
      sensor: 'apps',
      problem: 'permission_missing',
      detail: null,
    })
    expect(started[0]?.hasEnded).toBe(false)
    probe('desktop')?.say({ type: 'running', sensor: 'apps', source: 'macos' })
    expect(sink.conditions.apps).toEqual({ state: 'running', sources: ['macos'] })
  })
})

describe('who tells when input was used', () => {
  const gnome = async () => {
    const daemon = await dbusDaemon()
    await standIn(daemon.address, MUTTER, { GetIdletime: { signature: 't', body: [1_234n] } })
    const env = { DBUS_SESSION_BUS_ADDRESS: daemon.address, DBUS_SYSTEM_BUS_ADDRESS: daemon.address }
    return { daemon, env }
  }

  test('a desktop that does needs no process', async () => {
    const { env } = await gnome()
    const { want, sink, started } = sensors({ env })
    want('presence')
    await until(() => expect(sink.last('input', 'mutter')).toMatchObject({ value: 'active' }))
    expect(sink.conditions.presence).toEqual({ state: 'running', sources: ['mutter'] })
    expect(started).toEqual([])
  })

  test('without any the process is asked, as soon as a shell would have told', async () => {
    const { want, probe, sink, started, clock } = sensors()
    want('presence')
    await settled()
    expect(started).toEqual([])
    clock.advance(5_000)
    await until(() => expect(probe('desktop')?.posted).toEqual([{ type: 'want', sensors: ['presence'] }]))
    expect(sink.conditions.presence).toEqual({ state: 'starting' })
    probe('desktop')?.say({ type: 'running', sensor: 'presence', source: 'x11' })
    expect(sink.conditions.presence).toEqual({ state: 'running', sources: ['x11'] })
  })

  test('a bus that goes away for long is replaced by the process, which ends when the bus is back', async () => {
    const { daemon, env } = await gnome()
    const { want, sink, started, clock, probe } = sensors({ env })
    want('presence')
    await until(() => expect(sink.last('input', 'mutter')).toMatchObject({ value: 'active' }))
    await daemon.kill()
    await vi.waitFor(
      () => {
        clock.advance(1_900)
        expect(probe('desktop')).toBeDefined()
      },
      { timeout: 20_000, interval: 20 },
    )
    await daemon.start()
    await standIn(daemon.address, MUTTER, { GetIdletime: { signature: 't', body: [999n] } })
    await vi.waitFor(
      () => {
        clock.advance(1_900)
        probe('desktop')?.say({ type: 'alive', atMs: clock.now() })
        expect(probe('desktop')).toBeUndefined()
      },
      { timeout: 20_000, interval: 30 },
    )
    expect(started).toHaveLength(1)
    expect(sink.conditions.presence).toEqual({ state: 'running', sources: ['mutter'] })
  })

  test.each(['linux', 'win32', 'darwin'])('a shell that tells is enough on %s', async (platform) => {
    const { want, sink, started } = sensors({ platform, otherIdleSource: () => 'powerMonitor' })
    want('presence')
    await until(() =>
      expect(sink.conditions.presence).toEqual({ state: 'running', sources: ['powerMonitor'] }),
    )
    await settled()
    expect(started).toEqual([])
  })

  test.each(['linux', 'win32', 'darwin'])(
    'a shell that tells a little later is waited for on %s',
    async (platform) => {
      let shell: string | null = null
      const run = vi.fn(async () => '')
      const { want, started, clock } = sensors({ platform, run, otherIdleSource: () => shell })
      want('presence')
      await settled()
      clock.advance(3_000)
      shell = 'powerMonitor'
      for (let seconds = 0; seconds < 120; seconds += 5) {
        clock.advance(5_000)
        await settled()
      }
      expect(started).toEqual([])
      expect(run).not.toHaveBeenCalled()
    },
  )

  test('a shell that goes away is replaced', async () => {
    let shell: string | null = 'powerMonitor'
    const { want, started, clock, probe } = sensors({ platform: 'win32', otherIdleSource: () => shell })
    want('presence')
    await settled()
    expect(started).toEqual([])
    shell = null
    clock.advance(30_000)
    await settled()
    expect(started).toEqual([])
    clock.advance(5_000)
    await until(() => expect(probe('desktop')?.posted).toEqual([{ type: 'want', sensors: ['presence'] }]))
  })

  test('a Mac is asked by command, and a process only without an answer', async () => {
    const answers: Record<string, string> = {
      '-c': '  "HIDIdleTime" = 61000000000\n',
      '-n': '  "IOConsoleLocked" = No\n',
    }
    const run = vi.fn(async (_file: string, args: readonly string[]) => answers[args[0] ?? ''] ?? '')
    const { want, sink, started, clock } = sensors({ platform: 'darwin', run })
    want('presence')
    await settled()
    expect(run).not.toHaveBeenCalled()
    clock.advance(10_000)
    await until(() => expect(sink.last('locked', 'ioreg')).toMatchObject({ value: false }))
    expect(sink.last('input', 'ioreg')).toMatchObject({ value: 'idle', sinceMs: clock.now() - 61_000 })
    expect(run.mock.calls.map(([file]) => file)).toEqual(['/usr/sbin/ioreg', '/usr/sbin/ioreg'])
    expect(started).toEqual([])
  })
})

test('away it looks more rarely, and at once when the person is back', async () => {
  const daemon = await dbusDaemon()
  const login = await standIn(daemon.address, 'org.freedesktop.login1', {
    GetSession: { signature: 'o', body: ['/s'] },
    'Get LockedHint': variant('b', true),
    'Get PreparingForSleep': variant('b', false),
  })
  const { want, sink, clock } = sensors({
    env: { DBUS_SYSTEM_BUS_ADDRESS: daemon.address, XDG_SESSION_ID: '1' },
  })
  want('presence', 'calls')
  await until(() => expect(sink.last('locked', 'logind')).toMatchObject({ value: true }))
  await until(() => expect(sink.last('inCall', 'camera')).toBeDefined())
  await settled()
  const looks = () => sink.facts.filter((one) => one.source === 'camera').length
  const before = looks()
  // The calls of one turn were planned before the lock was known.
  clock.advance(10_000)
  await until(() => expect(looks()).toBe(before + 1))
  await settled()
  clock.advance(20_000)
  await settled()
  expect(looks()).toBe(before + 1)
  login.answers['Get LockedHint'] = variant('b', false)
  await vi.waitFor(
    () => {
      clock.advance(1_000)
      expect(sink.last('locked', 'logind')).toMatchObject({ value: false })
    },
    { timeout: 10_000, interval: 20 },
  )
  // Not within ten seconds of the last look, for a look starts processes; without a word it would be due later.
  await until(() => expect(looks()).toBeGreaterThan(before + 1))
})

describe('a closer look', () => {
  /** Looks in a minute, counted by the questions asked. */
  async function inAMinute(clock: FakeClock, looks: () => number) {
    const before = looks()
    for (let seconds = 0; seconds < 60; seconds += 1) {
      clock.advance(1_000)
      await settled()
    }
    return looks() - before
  }

  test('asks a Mac every two seconds while it lasts, and ten as before and after', async () => {
    const run = vi.fn(async () => '  "HIDIdleTime" = 4000000000\n  "IOConsoleLocked" = No\n')
    const { it, want, clock, sink } = sensors({ platform: 'darwin', run })
    want('presence')
    await settled()
    clock.advance(10_000)
    await until(() => expect(sink.last('input', 'ioreg')).toBeDefined())
    const looks = () => sink.facts.filter((one) => one.source === 'ioreg' && one.fact === 'input').length
    expect(await inAMinute(clock, looks)).toBe(6)
    it.lookCloser(true)
    it.lookCloser(true)
    const closer = await inAMinute(clock, looks)
    expect(closer).toBeGreaterThanOrEqual(29)
    expect(closer).toBeLessThanOrEqual(31)
    expect(sink.last('input', 'ioreg')).toMatchObject({ value: 'active', idleMs: 4_000 })
    it.lookCloser(false)
    clock.advance(2_000)
    await settled()
    expect(await inAMinute(clock, looks)).toBe(6)
  })

  test('is passed on to the process that tells idle time, and to no other', async () => {
    const { it, want, probe, clock } = sensors()
    want('presence', 'input')
    await settled()
    clock.advance(5_000)
    await until(() => expect(probe('desktop')?.posted).toHaveLength(1))
    it.lookCloser(true)
    expect(probe('desktop')?.posted.at(-1)).toEqual({ type: 'want', sensors: ['presence'], isCloser: true })
    expect(probe('input')?.posted).toEqual([{ type: 'want', sensors: ['input'] }])
    it.lookCloser(false)
    expect(probe('desktop')?.posted.at(-1)).toEqual({ type: 'want', sensors: ['presence'] })
  })

  test('of nothing is nothing: no process, no question, no timer', async () => {
    const { it, clock, started, run } = sensors()
    it.lookCloser(true)
    expect(clock.pending).toBe(0)
    clock.advance(60_000)
    await settled()
    it.stop()
    it.lookCloser(true)
    expect([started, run.mock.calls, clock.pending]).toEqual([[], [], 0])
  })
})

test('an answer that comes after its sensor was turned off is dropped', async () => {
  const open: ((text: string) => void)[] = []
  const run = () => new Promise<string>((resolve) => open.push(resolve))
  const { want, sink } = sensors({ platform: 'darwin', run })
  want('calls')
  await settled()
  want()
  want('calls')
  for (const answer of open.slice(0, 1)) answer('Assertion status system-wide:\n')
  await settled()
  expect(sink.facts).toEqual([])
  expect(sink.history).toEqual(['calls starting', 'calls off', 'calls starting'])
})

test('clock, log and a way to start processes are enough', async () => {
  const clock = new FakeClock()
  const sink = new HeardSink()
  const { startProbe, started } = fakeProbes()
  const it = createSystemSensors({ clock, log: quietLog, startProbe })
  onTestFinished(() => it.stop())
  it.start(sink)
  it.want(new Set(['machine']))
  await until(() => expect(sink.machines).toHaveLength(1))
  expect(started).toEqual([])
})
