/** The system's input hook; it ends its process where there is no display or no permission, so both are asked first. */
import { displaySystem } from '../core/presence/displaySystem.ts'
import { type Unable, unable } from './ability.ts'
import type { InputCounter } from './inputCounter.ts'
import { mayCountInput } from './macos.ts'
import { type LoadLibrary, systemLibraries } from './nativeLibrary.ts'
import { displayProblem } from './x11.ts'

/** Why input cannot be counted here, or null when the hook may be started. */
export async function hookProblem(
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
  libraries: () => Promise<LoadLibrary> = systemLibraries,
): Promise<Unable | null> {
  const system = displaySystem(platform, env)
  if (system === 'wayland') return unable('desktop_cannot_tell', 'Wayland')
  if (system === 'none') return unable('no_display')
  if (system === 'windows') return null
  try {
    const load = await libraries()
    if (system === 'x11') return displayProblem(load, 'RECORD')
    return mayCountInput(load) ? null : unable('permission_missing')
  } catch {
    // Without an answer the hook is not risked.
    return unable('not_installed', system === 'x11' ? 'libX11.so.6' : 'koffi')
  }
}

/** Feeds the counter from now on. @returns a function that stops it. @throws when the hook does not start. */
export async function hookInto(counter: InputCounter): Promise<() => void> {
  const { uIOhook, UiohookKey } = await import('uiohook-napi')
  // The clock of the events counts differently on each system.
  const now = () => performance.now()
  uIOhook.on('keydown', ({ keycode }) =>
    counter.keyDown(now(), keycode === UiohookKey.Backspace || keycode === UiohookKey.Delete),
  )
  uIOhook.on('keyup', () => counter.keyUp())
  uIOhook.on('mousedown', () => counter.click())
  uIOhook.on('wheel', ({ rotation }) => counter.scroll(rotation))
  uIOhook.on('mousemove', ({ x, y }) => counter.moveTo(x, y))
  const stop = () => {
    uIOhook.stop()
    uIOhook.removeAllListeners()
  }
  try {
    uIOhook.start()
  } catch (error) {
    uIOhook.removeAllListeners()
    throw error
  }
  return stop
}
