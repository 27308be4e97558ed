/** Each system is asked its own documented way, and says plainly where it cannot tell. */
import koffi from 'koffi'
import { describe, expect, it } from 'vitest'
import { type Ability, answerOf } from '../../electron/probes/ability.ts'
import { hookProblem } from '../../electron/probes/inputHook.ts'
import type { LoadLibrary } from '../../electron/probes/nativeLibrary.ts'
import { systemDesktop } from '../../electron/probes/systemDesktop.ts'

type Native = (...args: never[]) => unknown

const names = new Map<string, string>()
/** The function a C prototype is about, read by the real parser, which takes each prototype once. */
function nameOf(declaration: string): string {
  const name = names.get(declaration) ?? koffi.proto(declaration).proto?.name ?? ''
  names.set(declaration, name)
  return name
}

/** Libraries of a system that is not here. */
function fakeLibraries(libraries: Record<string, Record<string, Native>>): LoadLibrary {
  return (name) => {
    const library = libraries[name]
    if (!library) throw new Error(`no ${name}`)
    return {
      func(declaration) {
        const found = nameOf(declaration)
        const native = library[found]
        if (!native) throw new Error(`${name} has no ${found}`)
        return native as (...args: unknown[]) => unknown
      },
    }
  }
}

const noWindow = async () => () => ({ app: null, fullScreen: false })
const read = <Answer>(ability: Ability<Answer>) =>
  ability.state === 'ready' ? answerOf(ability) : ability.problem
const MAC = '/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices'

describe('Windows', () => {
  function windows(answers: { lastInput?: number; now?: number; state?: number; result?: number }) {
    const { lastInput = 0, now = 0, state = 5, result = 0 } = answers
    const libraries = fakeLibraries({
      'user32.dll': {
        GetLastInputInfo: (info: Uint32Array) => {
          expect(info[0]).toBe(8)
          info[1] = lastInput
          return 1
        },
      },
      'kernel32.dll': { GetTickCount: () => now },
      'shell32.dll': {
        SHQueryUserNotificationState: (into: Int32Array) => {
          into[0] = state
          return result
        },
      },
    })
    return systemDesktop('win32', {}, { libraries: async () => libraries, frontWindow: noWindow })
  }

  it('counts idle time in ticks', async () => {
    expect(read(await windows({ lastInput: 1_000, now: 43_500 }).idleMs())).toBe(42_500)
  })

  it('counts on when the ticks begin anew after 49 days', async () => {
    const desktop = windows({ lastInput: 0xffff_ff00, now: 0x100 })
    expect(read(await desktop.idleMs())).toBe(512)
  })

  it.each([
    [1, null],
    [2, { fullScreen: true, doNotDisturb: null }],
    [3, { fullScreen: true, doNotDisturb: null }],
    [4, { fullScreen: null, doNotDisturb: true }],
    [5, { fullScreen: false, doNotDisturb: null }],
    [6, { fullScreen: false, doNotDisturb: true }],
    [7, { fullScreen: true, doNotDisturb: null }],
    [99, null],
  ])('reads notification state %i as %j', async (state, expected) => {
    expect(read(await windows({ state }).screen())).toEqual(expected)
  })

  it('knows nothing when the call fails', async () => {
    expect(read(await windows({ result: -2_147_467_259 }).screen())).toBeNull()
  })

  it('says who answers', async () => {
    expect(await windows({}).idleMs()).toMatchObject({ state: 'ready', source: 'windows' })
    expect(await windows({}).frontApp()).toMatchObject({ state: 'ready', source: 'windows' })
  })
})

describe('macOS', () => {
  const libraries = (trusted: number) => async () =>
    fakeLibraries({
      [MAC]: {
        CGEventSourceSecondsSinceLastEventType: (state: number, type: number) => {
          expect([state, type]).toEqual([0, 0xffff_ffff])
          return 12.5
        },
        AXIsProcessTrusted: () => trusted,
      },
    })

  it('tells idle time in seconds', async () => {
    const desktop = systemDesktop('darwin', {}, { libraries: libraries(0), frontWindow: noWindow })
    expect(read(await desktop.idleMs())).toBe(12_500)
  })

  it('compares the window with the screen, and is trusted less', async () => {
    const frontWindow = async () => () => ({ app: 'Keynote', fullScreen: true })
    const desktop = systemDesktop('darwin', {}, { libraries: libraries(0), frontWindow })
    expect(await desktop.screen()).toMatchObject({ source: 'macos', quality: 0.5 })
    expect(read(await desktop.screen())).toEqual({ fullScreen: true, doNotDisturb: null })
    expect(read(await desktop.frontApp())).toBe('Keynote')
  })

  it('counts input only with permission, which is asked without a question to the person', async () => {
    expect(await hookProblem('darwin', {}, libraries(0))).toMatchObject({ problem: 'permission_missing' })
    expect(await hookProblem('darwin', {}, libraries(1))).toBeNull()
  })
})

describe('Linux', () => {
  const never = {
    libraries: () => Promise.reject(new Error('native code was loaded')),
    frontWindow: () => Promise.reject(new Error('native code was loaded')),
  }
  async function problems(env: Record<string, string>, native = never) {
    const desktop = systemDesktop('linux', env, native)
    const [idle, app, screen] = [await desktop.idleMs(), await desktop.frontApp(), await desktop.screen()]
    return [read(idle), read(app), read(screen)]
  }

  it.each([
    [{ XDG_SESSION_TYPE: 'wayland', DISPLAY: ':0' }],
    [{ WAYLAND_DISPLAY: 'wayland-0' }],
    [{ WAYLAND_DISPLAY: 'wayland-1', DISPLAY: ':0', XDG_SESSION_TYPE: 'tty' }],
  ])('on Wayland (%j) XWayland is not asked for its half of the truth', async (env) => {
    expect(await problems(env)).toEqual(Array(3).fill('desktop_cannot_tell'))
    expect(await hookProblem('linux', env, never.libraries)).toMatchObject({ problem: 'desktop_cannot_tell' })
  })

  it('without a display says so and loads nothing', async () => {
    expect(await problems({})).toEqual(Array(3).fill('no_display'))
    expect(await hookProblem('linux', {}, never.libraries)).toMatchObject({ problem: 'no_display' })
  })

  it('says which part is not installed', async () => {
    expect(await problems({ DISPLAY: ':0' })).toEqual(Array(3).fill('not_installed'))
    expect(await hookProblem('linux', { DISPLAY: ':0' }, never.libraries)).toMatchObject({
      problem: 'not_installed',
    })
  })

  it('does without idle time where the extension has no library', async () => {
    const x11 = { XOpenDisplay: () => ({}), XQueryExtension: () => 1, XCloseDisplay: () => 0 }
    const libraries = async () => fakeLibraries({ 'libX11.so.6': x11 })
    const desktop = systemDesktop('linux', { DISPLAY: ':0' }, { libraries, frontWindow: noWindow })
    expect(await desktop.idleMs()).toEqual({
      state: 'unable',
      problem: 'desktop_cannot_tell',
      detail: 'libXss.so.1',
    })
    expect(read(await desktop.screen())).toEqual({ fullScreen: false, doNotDisturb: null })
  })
})
