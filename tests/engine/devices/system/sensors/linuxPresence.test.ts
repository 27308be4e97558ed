/** Idle time, lock and sleep over a real message bus, with stand-ins for GNOME, a screen saver and the login service. */
import { describe, expect, test, vi } from 'vitest'
import { LinuxPresence } from '../../../../../electron/engine/devices/system/sensors/linuxPresence.ts'
import type { FakeClock } from '../../../../fakes/fakeClock.ts'
import { type DbusDaemon, dbusDaemon } from '../dbusDaemon.ts'
import { type StandIn, type StandInAnswer, standIn, variant } from '../standIn.ts'
import { type ContextOptions, stopped, testContext } from '../testContext.ts'

const MUTTER = 'org.gnome.Mutter.IdleMonitor'
const MUTTER_PATH = '/org/gnome/Mutter/IdleMonitor/Core'
const SAVER = 'org.freedesktop.ScreenSaver'
const LOGIN = 'org.freedesktop.login1'
const SESSION = '/org/freedesktop/login1/session/_31'

const until = (fact: () => void) => vi.waitFor(fact, { timeout: 10_000, interval: 5 })
/** Lets time pass until something is so, slowly enough for real answers to arrive. */
const passing = (clock: FakeClock, fact: () => void) =>
  vi.waitFor(
    () => {
      clock.advance(1_900)
      fact()
    },
    { timeout: 20_000, interval: 30 },
  )
const count = (signature: string, value: bigint | number): StandInAnswer => ({ signature, body: [value] })
const flag = (value: boolean): StandInAnswer => ({ signature: 'b', body: [value] })
const milliseconds = (value: number) => count('t', BigInt(value))

const mutterOn = (daemon: DbusDaemon, answers: StandIn['answers']) => standIn(daemon.address, MUTTER, answers)

function loginOn(daemon: DbusDaemon, locked: StandInAnswer = variant('b', false)) {
  return standIn(daemon.address, LOGIN, {
    GetSession: { signature: 'o', body: [SESSION] },
    'Get LockedHint': locked,
    'Get PreparingForSleep': variant('b', false),
  })
}

function presence(options: ContextOptions) {
  const test = testContext({ env: { XDG_SESSION_ID: '1' }, ...options })
  const looks = vi.fn()
  const sensor = stopped(new LinuxPresence(test.context, looks))
  let seen = 0
  /** Waits for the look under way, then lets the next one fall due. */
  const nextLook = async (byMs = 5_000) => {
    await until(() => expect(looks.mock.calls.length).toBeGreaterThan(seen))
    seen = looks.mock.calls.length
    test.clock.advance(byMs)
    await until(() => expect(looks.mock.calls.length).toBeGreaterThan(seen))
  }
  const firstLook = () => until(() => expect(looks).toHaveBeenCalled())
  return { ...test, looks, sensor, nextLook, firstLook }
}

describe('GNOME', () => {
  test('idle since the last input, to the millisecond', async () => {
    const daemon = await dbusDaemon()
    await mutterOn(daemon, { GetIdletime: milliseconds(95_000) })
    const { sink, clock, sources, looks, firstLook } = presence({ session: daemon.address })
    await firstLook()
    expect(sink.last('input', 'mutter')).toEqual({
      fact: 'input',
      value: 'idle',
      source: 'mutter',
      atMs: clock.now(),
      sinceMs: clock.now() - 95_000,
      idleMs: 95_000,
      quality: 0.95,
      how: 'poll',
    })
    expect(sources.get('mutter')).toEqual({ state: 'answers' })
    expect(looks).toHaveBeenLastCalledWith({ known: true, absent: false })
  })

  test('it is asked every two seconds while somebody waits for a gap, and never while away', async () => {
    const daemon = await dbusDaemon()
    await mutterOn(daemon, { GetIdletime: milliseconds(4_000) })
    const { sink, sensor, closer, away, nextLook } = presence({ session: daemon.address })
    await nextLook()
    const atMs = () => sink.facts.filter((one) => one.source === 'mutter').map((one) => one.atMs)
    await nextLook()
    closer.now = true
    sensor.soon()
    // Hurried, but not within a second of the last look.
    await nextLook(1_000)
    for (let at = 0; at < 5; at += 1) await nextLook(2_000)
    closer.now = false
    await nextLook(2_000)
    await nextLook(5_000)
    closer.now = true
    away.now = true
    await nextLook(5_000)
    await nextLook(10_000)
    const gaps = atMs().map((one, at, all) => one - (all[at - 1] ?? one))
    expect(gaps).toEqual([
      0, 5_000, 5_000, 1_000, 2_000, 2_000, 2_000, 2_000, 2_000, 2_000, 5_000, 5_000, 10_000,
    ])
    expect(sink.last('input', 'mutter')).toMatchObject({ value: 'active', idleMs: 4_000 })
  })

  test('its word comes at once when input is used again, and it is asked for it once', async () => {
    const daemon = await dbusDaemon()
    const mutter = await mutterOn(daemon, {
      GetIdletime: milliseconds(95_000),
      AddUserActiveWatch: count('u', 12),
    })
    const { sink, nextLook } = presence({ session: daemon.address })
    await nextLook()
    await nextLook()
    await until(() => expect(mutter.asked.filter((call) => call === 'AddUserActiveWatch')).toHaveLength(1))
    mutter.signal(MUTTER_PATH, MUTTER, 'WatchFired', 'u', [99])
    mutter.signal(MUTTER_PATH, MUTTER, 'WatchFired', 'u', [12])
    await until(() =>
      expect(sink.last('input', 'mutter')).toMatchObject({
        ...{ value: 'active', how: 'event', quality: 0.95, idleMs: 0 },
      }),
    )
    await nextLook()
    await until(() => expect(mutter.asked.filter((call) => call === 'AddUserActiveWatch')).toHaveLength(2))
  })

  test('an idle time that stands at zero for a minute becomes unknown', async () => {
    const daemon = await dbusDaemon()
    const mutter = await mutterOn(daemon, { GetIdletime: milliseconds(3) })
    const { sink, sources, nextLook, looks } = presence({ session: daemon.address })
    await nextLook()
    mutter.answers.GetIdletime = milliseconds(0)
    await nextLook()
    expect(sink.last('input', 'mutter')).toMatchObject({ value: 'active' })
    for (let at = 0; at < 12; at += 1) await nextLook()
    expect(sink.last('input', 'mutter')).toMatchObject({ value: null, quality: 0 })
    expect(sources.get('mutter')).toMatchObject({ state: 'fails', problem: 'desktop_cannot_tell' })
    expect(looks).toHaveBeenLastCalledWith({ known: false, absent: false })
  })
})

describe('a screen saver', () => {
  test('that counts milliseconds, as KDE does', async () => {
    const daemon = await dbusDaemon()
    let idleMs = 1_000
    await standIn(daemon.address, SAVER, {
      GetSessionIdleTime: () => {
        idleMs += 5_000
        return count('u', idleMs)
      },
    })
    const { sink, nextLook, clock, firstLook } = presence({ session: daemon.address })
    await firstLook()
    // 6000 may be six seconds or an hour and a half.
    expect(sink.last('input', 'screensaver')).toMatchObject({ value: null })
    for (let at = 0; at < 5; at += 1) await nextLook()
    expect(sink.last('input', 'screensaver')).toMatchObject({
      value: 'idle',
      sinceMs: clock.now() - 31_000,
      quality: 0.8,
    })
  })

  test('that counts seconds', async () => {
    const daemon = await dbusDaemon()
    let idleSeconds = 15
    await standIn(daemon.address, SAVER, {
      GetSessionIdleTime: () => {
        idleSeconds += 5
        return count('u', idleSeconds)
      },
    })
    const { sink, nextLook, clock } = presence({ session: daemon.address })
    await nextLook()
    expect(sink.last('input', 'screensaver')).toMatchObject({ value: 'active' })
    for (let at = 0; at < 3; at += 1) await nextLook()
    expect(sink.last('input', 'screensaver')).toMatchObject({ value: 'idle', sinceMs: clock.now() - 40_000 })
  })

  test('that never says anything but zero is not believed', async () => {
    const daemon = await dbusDaemon()
    await standIn(daemon.address, SAVER, { GetSessionIdleTime: count('u', 0) })
    const { sink, sources, nextLook } = presence({ session: daemon.address })
    await nextLook()
    expect(sink.last('input', 'screensaver')).toMatchObject({ value: null })
    expect(sources.get('screensaver')).toMatchObject({ state: 'fails' })
  })

  test('that covers the screen hints at a lock', async () => {
    const daemon = await dbusDaemon()
    await standIn(daemon.address, SAVER, { GetActive: flag(true) })
    const { sink, firstLook, sources } = presence({ session: daemon.address })
    await firstLook()
    expect(sink.last('locked', 'screensaver')).toMatchObject({ value: true, quality: 0.7, how: 'poll' })
    expect(sources.get('screensaver')).toEqual({ state: 'answers' })
  })

  test('that answers the idle time never, as KDE does under Wayland, is asked once and covers all the same', {
    timeout: 30_000,
  }, async () => {
    const daemon = await dbusDaemon()
    const saver = await standIn(daemon.address, SAVER, {
      GetSessionIdleTime: 'silent',
      GetActive: flag(false),
    })
    const { sink, clock, looks, sources } = presence({ session: daemon.address })
    await passing(clock, () => expect(looks.mock.calls.length).toBeGreaterThanOrEqual(5))
    await passing(clock, () => expect(sink.last('locked', 'screensaver')).toMatchObject({ value: false }))
    expect(saver.asked.filter((call) => call === 'GetSessionIdleTime')).toHaveLength(1)
    expect(saver.asked.filter((call) => call === 'GetActive').length).toBeGreaterThanOrEqual(5)
    expect(sink.last('input', 'screensaver')).toMatchObject({ value: null })
    expect(sources.get('screensaver')).toEqual({ state: 'answers' })
  })
})

describe('the login service', () => {
  test('a lock is polled, and told at once when it changes', async () => {
    const daemon = await dbusDaemon()
    const login = await loginOn(daemon)
    const { sink, firstLook } = presence({ system: daemon.address })
    await firstLook()
    expect(sink.last('locked', 'logind')).toMatchObject({ value: false, how: 'poll', quality: 0.6 })
    const change = [
      'org.freedesktop.login1.Session',
      { LockedHint: (variant('b', true) as { body: unknown[] }).body[0] },
      [],
    ]
    await until(() => {
      login.signal(SESSION, 'org.freedesktop.DBus.Properties', 'PropertiesChanged', 'sa{sv}as', change)
      expect(sink.last('locked', 'logind')).toMatchObject({ value: true, how: 'event', quality: 0.95 })
    })
  })

  test('its "no" counts more where the desktop is known to keep the hint', async () => {
    const daemon = await dbusDaemon()
    await loginOn(daemon)
    const { sink, firstLook } = presence({
      system: daemon.address,
      env: { XDG_SESSION_ID: '1', XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' },
    })
    await firstLook()
    expect(sink.last('locked', 'logind')).toMatchObject({ value: false, quality: 0.8 })
  })

  test('sleep is announced, and so is waking', async () => {
    const daemon = await dbusDaemon()
    const login = await loginOn(daemon)
    const { sink, firstLook } = presence({ system: daemon.address })
    await firstLook()
    expect(sink.last('asleep', 'logind')).toMatchObject({ value: false, how: 'poll' })
    const manager = '/org/freedesktop/login1'
    login.signal(manager, 'org.freedesktop.login1.Manager', 'PrepareForSleep', 'b', [true])
    await until(() => expect(sink.last('asleep', 'logind')).toMatchObject({ value: true, how: 'event' }))
    login.signal(manager, 'org.freedesktop.login1.Manager', 'PrepareForSleep', 'b', [false])
    await until(() => expect(sink.last('asleep', 'logind')).toMatchObject({ value: false, how: 'event' }))
  })

  test('a program outside of any session takes the one on the screen', async () => {
    const daemon = await dbusDaemon()
    const login = await loginOn(daemon, variant('b', true))
    login.answers.GetUser = { signature: 'o', body: ['/org/freedesktop/login1/user/_1000'] }
    login.answers['Get Display'] = variant('(so)', ['1', SESSION])
    const { sink, firstLook } = presence({ system: daemon.address, env: {} })
    await firstLook()
    expect(login.asked).toContain('GetUser')
    expect(login.asked).not.toContain('GetSession')
    expect(sink.last('locked', 'logind')).toMatchObject({ value: true })
  })

  test('without a session the lock is unknown', async () => {
    const daemon = await dbusDaemon()
    const login = await loginOn(daemon)
    login.answers.GetSession = new Error('no session')
    login.answers.GetUser = { signature: 'o', body: ['/org/freedesktop/login1/user/_1000'] }
    login.answers['Get Display'] = variant('(so)', ['', '/'])
    const { sink, firstLook } = presence({ system: daemon.address })
    await firstLook()
    expect(sink.last('locked', 'logind')).toMatchObject({ value: null, quality: 0 })
    expect(sink.last('asleep', 'logind')).toMatchObject({ value: false })
  })
})

describe('buses on bad days', { timeout: 30_000 }, () => {
  test('absent: everything unknown, nothing thrown', async () => {
    const gone = await dbusDaemon({ started: false })
    const { sink, sources, firstLook, looks } = presence({ session: gone.address, system: gone.address })
    await firstLook()
    expect(looks).toHaveBeenLastCalledWith({ known: false, absent: true })
    for (const reading of sink.facts) expect(reading).toMatchObject({ value: null, quality: 0 })
    for (const state of sources.values()) {
      expect(state).toEqual({ state: 'fails', problem: 'desktop_cannot_tell', detail: null })
    }
  })

  test('a service that hangs is unknown after two seconds, and asked once', async () => {
    const daemon = await dbusDaemon()
    const mutter = await mutterOn(daemon, { GetIdletime: 'silent' })
    const { sink, sources, clock, looks } = presence({ session: daemon.address })
    await until(() => expect(mutter.asked).toEqual(['GetIdletime']))
    clock.advance(2_000)
    await until(() => expect(sink.last('input', 'mutter')).toMatchObject({ value: null }))
    expect(sources.get('mutter')).toEqual({ state: 'fails', problem: 'hung', detail: null })
    for (let at = 2; at < 10; at += 1) {
      clock.advance(5_000)
      await until(() => expect(looks.mock.calls.length).toBeGreaterThanOrEqual(at))
    }
    expect(mutter.asked).toEqual(['GetIdletime'])
  })

  test('a bus that freezes is unknown, and known again when it thaws', async () => {
    const daemon = await dbusDaemon()
    await mutterOn(daemon, { GetIdletime: milliseconds(40_000), AddUserActiveWatch: count('u', 1) })
    const { sink, clock, firstLook } = presence({ session: daemon.address })
    await firstLook()
    daemon.freeze()
    await passing(clock, () => {
      expect(sink.last('input', 'mutter')).toMatchObject({ value: null })
    })
    daemon.thaw()
    await passing(clock, () => {
      expect(sink.last('input', 'mutter')).toMatchObject({ value: 'idle' })
    })
  })

  test('started again midway: asked again, watched again, the units learned anew', async () => {
    const daemon = await dbusDaemon()
    await mutterOn(daemon, { GetIdletime: milliseconds(40_000), AddUserActiveWatch: count('u', 1) })
    await loginOn(daemon)
    const { sink, clock, firstLook } = presence({ session: daemon.address, system: daemon.address })
    await firstLook()
    await daemon.kill()
    await passing(clock, () => {
      expect(sink.last('input', 'mutter')).toMatchObject({ value: null })
      expect(sink.last('locked', 'logind')).toMatchObject({ value: null })
    })
    await daemon.start()
    const again = await mutterOn(daemon, {
      GetIdletime: milliseconds(50_000),
      AddUserActiveWatch: count('u', 2),
    })
    await loginOn(daemon, variant('b', true))
    await passing(clock, () => {
      expect(sink.last('input', 'mutter')).toMatchObject({ value: 'idle' })
      expect(sink.last('locked', 'logind')).toMatchObject({ value: true })
      expect(again.asked).toContain('AddUserActiveWatch')
    })
  })
})

test('while away it looks half as often', async () => {
  const daemon = await dbusDaemon()
  const mutter = await mutterOn(daemon, { GetIdletime: milliseconds(10) })
  const { away, nextLook, clock, firstLook } = presence({ session: daemon.address })
  away.now = true
  await firstLook()
  // Lets the look under way choose its next turn.
  await new Promise((resolve) => setImmediate(resolve))
  clock.advance(9_999)
  await new Promise((resolve) => setImmediate(resolve))
  const times = () => mutter.asked.filter((call) => call === 'GetIdletime').length
  expect(times()).toBe(1)
  await nextLook(1)
  expect(times()).toBe(2)
})
