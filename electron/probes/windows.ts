/** Idle time, full screen and quiet of Windows, by its documented calls. */
import type { Ability, ScreenAnswer } from './ability.ts'
import type { LoadLibrary } from './nativeLibrary.ts'

/** GetLastInputInfo and GetTickCount count milliseconds since the start of Windows in 32 bits, and wrap together. */
export function windowsIdle(load: LoadLibrary): Ability<number> {
  const lastInput = load('user32.dll').func('int __stdcall GetLastInputInfo(void *info)')
  const tickCount = load('kernel32.dll').func('uint32_t __stdcall GetTickCount()')
  // LASTINPUTINFO: its own size in bytes, then the tick count of the last input.
  const info = Uint32Array.of(8, 0)
  return {
    state: 'ready',
    source: 'windows',
    quality: 0.95,
    read: () => (lastInput(info) ? (Number(tickCount()) - (info[1] ?? 0)) >>> 0 : null),
  }
}

/**
 * QUERY_USER_NOTIFICATION_STATE by its number. Whether a window is maximised says nothing of full screen, and focus
 * assist does not show here: where the state speaks of one thing only, the other stays unknown.
 */
const SCREEN_STATES: Readonly<Record<number, ScreenAnswer>> = {
  // 1 NOT_PRESENT: locked, a screen saver, another user.
  2: { fullScreen: true, doNotDisturb: null }, // BUSY: a full-screen program
  3: { fullScreen: true, doNotDisturb: null }, // RUNNING_D3D_FULL_SCREEN
  4: { fullScreen: null, doNotDisturb: true }, // PRESENTATION_MODE
  5: { fullScreen: false, doNotDisturb: null }, // ACCEPTS_NOTIFICATIONS
  6: { fullScreen: false, doNotDisturb: true }, // QUIET_TIME
  7: { fullScreen: true, doNotDisturb: null }, // APP: a store app over the whole screen
}

export function windowsScreen(load: LoadLibrary): Ability<ScreenAnswer> {
  const query = load('shell32.dll').func('int32_t __stdcall SHQueryUserNotificationState(void *state)')
  const state = new Int32Array(1)
  return {
    state: 'ready',
    source: 'windows',
    quality: 0.9,
    read: () => (query(state) === 0 ? (SCREEN_STATES[state[0] ?? 0] ?? null) : null),
  }
}
