/** XWayland's display is not taken for a desktop that can be asked. */
import { expect, it } from 'vitest'
import { displaySystem } from '../../../electron/core/presence/displaySystem.ts'

it.each([
  ['win32', {}, 'windows'],
  ['darwin', { DISPLAY: ':0' }, 'macos'],
  ['linux', { DISPLAY: ':0' }, 'x11'],
  ['linux', { DISPLAY: ':0', XDG_SESSION_TYPE: 'x11' }, 'x11'],
  ['linux', { DISPLAY: ':0', XDG_SESSION_TYPE: 'tty' }, 'x11'],
  ['linux', { DISPLAY: ':0', XDG_SESSION_TYPE: 'wayland' }, 'wayland'],
  ['linux', { DISPLAY: ':0', XDG_SESSION_TYPE: 'tty', WAYLAND_DISPLAY: 'wayland-1' }, 'wayland'],
  ['linux', { XDG_SESSION_TYPE: 'x11' }, 'none'],
  ['linux', { DISPLAY: '', WAYLAND_DISPLAY: '' }, 'none'],
] as const)('on %s with %j asks %s', (platform, env, expected) => {
  expect(displaySystem(platform, env)).toBe(expected)
})
