/** Full screen and do not disturb, with stand-ins for GNOME and KDE on a real bus. */
import { readFileSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { startScreen } from '../../../../../electron/engine/devices/system/sensors/screenSensor.ts'
import { dbusDaemon } from '../dbusDaemon.ts'
import { standIn, variant } from '../standIn.ts'
import { type ContextOptions, stopped, testContext } from '../testContext.ts'

const until = (fact: () => void) => vi.waitFor(fact, { timeout: 10_000, interval: 5 })

function screen(options: ContextOptions) {
  const it = testContext(options)
  const sensor = stopped(startScreen(it.context))
  const told = (fact: 'fullScreen' | 'doNotDisturb') => it.sink.last(fact, 'desktop')?.value
  const look = (count: number) =>
    until(() => expect(it.sink.facts.filter((one) => one.fact === 'fullScreen')).toHaveLength(count))
  const cover = (value: boolean | null) =>
    sensor.takeCover({
      fact: 'fullScreen',
      value,
      source: 'x11',
      atMs: it.clock.now(),
      quality: 0.9,
      how: 'poll',
    })
  return { ...it, told, look, cover }
}

describe('GNOME', () => {
  const gnome = { XDG_CURRENT_DESKTOP: 'GNOME' }

  test.each([
    [8, true],
    [12, true],
    [0, false],
    [4, false],
  ])('inhibited actions %s keep the screen awake: %s', async (actions, expected) => {
    const daemon = await dbusDaemon()
    await standIn(daemon.address, 'org.gnome.SessionManager', {
      'Get InhibitedActions': variant('u', actions),
    })
    const { told, look, sink, sources } = screen({ session: daemon.address, env: gnome })
    await look(1)
    expect(told('fullScreen')).toBe(expected)
    // Only one of the two is known here, so it is trusted less.
    expect(sink.last('fullScreen', 'desktop')?.quality).toBe(0.5)
    expect(sources.get('gnome-session')).toEqual({ state: 'answers' })
  })

  test('a covering window and a screen kept awake are needed both', async () => {
    const daemon = await dbusDaemon()
    const manager = await standIn(daemon.address, 'org.gnome.SessionManager', {
      'Get InhibitedActions': variant('u', 8),
    })
    const { told, look, clock, cover } = screen({ session: daemon.address, env: gnome })
    await look(1)
    cover(false)
    clock.advance(10_000)
    await look(2)
    expect(told('fullScreen')).toBe(false)
    cover(true)
    clock.advance(10_000)
    await look(3)
    expect(told('fullScreen')).toBe(true)
    manager.answers['Get InhibitedActions'] = variant('u', 0)
    clock.advance(10_000)
    await look(4)
    expect(told('fullScreen')).toBe(false)
  })

  test.each([
    ['true\n', false],
    ['false\n', true],
    ['maybe\n', null],
  ])('banners are %j: do not disturb %s', async (banners, expected) => {
    const run = vi.fn(async () => banners)
    const { told, look } = screen({ env: gnome, run })
    await look(1)
    expect(told('doNotDisturb')).toBe(expected)
    expect(run.mock.calls).toEqual([
      ['/usr/bin/gsettings', ['get', 'org.gnome.desktop.notifications', 'show-banners']],
    ])
  })

  test('elsewhere the setting means nothing and is not asked for', async () => {
    const run = vi.fn(async () => 'false\n')
    const { told, look } = screen({ env: { XDG_CURRENT_DESKTOP: 'XFCE' }, run })
    await look(1)
    expect(told('doNotDisturb')).toBeNull()
    expect(run).not.toHaveBeenCalled()
  })
})

describe('KDE', () => {
  test('notifications are held back, and the screen is kept on', async () => {
    const daemon = await dbusDaemon()
    await standIn(daemon.address, 'org.freedesktop.Notifications', { 'Get Inhibited': variant('b', true) })
    const power = await standIn(daemon.address, 'org.kde.Solid.PowerManagement', {
      HasInhibition: ([policy]) => ({ signature: 'b', body: [policy === 4] }),
    })
    const run = vi.fn(async () => 'true\n')
    const { told, look, sources } = screen({
      session: daemon.address,
      env: { XDG_CURRENT_DESKTOP: 'KDE' },
      run,
    })
    await look(1)
    expect([told('doNotDisturb'), told('fullScreen')]).toEqual([true, true])
    expect(power.asked).toEqual(['HasInhibition'])
    expect(run).not.toHaveBeenCalled()
    expect(sources.get('notifications')).toEqual({ state: 'answers' })
  })

  test('a service that hangs is unknown, not "no"', async () => {
    const daemon = await dbusDaemon()
    const service = await standIn(daemon.address, 'org.freedesktop.Notifications', {
      'Get Inhibited': 'silent',
    })
    const { told, look, clock, sources } = screen({ session: daemon.address })
    await until(() => expect(service.asked).toHaveLength(1))
    clock.advance(2_000)
    await look(1)
    expect(told('doNotDisturb')).toBeNull()
    expect(sources.get('notifications')).toEqual({ state: 'fails', problem: 'hung', detail: null })
  })
})

test('with nothing to ask both are unknown', async () => {
  const { told, look, sink } = screen({})
  await look(1)
  expect([told('doNotDisturb'), told('fullScreen')]).toEqual([null, null])
  expect(sink.last('fullScreen', 'desktop')).toMatchObject({ quality: 0 })
})

test('a window that was seen a minute ago covers nothing now', async () => {
  const { told, look, clock, cover } = screen({})
  await look(1)
  cover(true)
  clock.advance(10_000)
  await look(2)
  expect(told('fullScreen')).toBe(true)
  clock.advance(60_000)
  await look(3)
  expect(told('fullScreen')).toBeNull()
})

test('a Mac tells what keeps the display awake, and nothing of its Focus', async () => {
  const fixture = new URL('../../../../fixtures/system/pmset-call.txt', import.meta.url)
  const run = vi.fn(async () => readFileSync(fixture, 'utf8'))
  const { told, look, sink } = screen({ platform: 'darwin', run })
  await look(1)
  expect(told('fullScreen')).toBe(true)
  expect(sink.facts.some((reading) => reading.fact === 'doNotDisturb')).toBe(false)
})

test('on Windows the window alone decides', async () => {
  const { told, look, clock, cover } = screen({ platform: 'win32' })
  await look(1)
  expect(told('fullScreen')).toBeNull()
  cover(true)
  clock.advance(10_000)
  await look(2)
  expect(told('fullScreen')).toBe(true)
})
