/** Which windowing system a process may ask: through XWayland an X11 question gets only half the truth. */

export type DisplaySystem = 'windows' | 'macos' | 'x11' | 'wayland' | 'none'

/**
 * Any sign of Wayland wins over `DISPLAY`: a compositor started from a terminal leaves XDG_SESSION_TYPE at `tty` and
 * sets `DISPLAY` for XWayland, which sees its own windows and their input only.
 */
export function displaySystem(
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
): DisplaySystem {
  if (platform === 'win32') return 'windows'
  if (platform === 'darwin') return 'macos'
  if (env.XDG_SESSION_TYPE === 'wayland' || env.WAYLAND_DISPLAY) return 'wayland'
  return env.DISPLAY ? 'x11' : 'none'
}
