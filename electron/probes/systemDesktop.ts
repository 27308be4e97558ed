/** Which native code answers on which system; on Wayland nobody does, for XWayland knows its own windows only. */
import { displaySystem } from '../core/presence/displaySystem.ts'
import { type Ability, type Desktop, type ScreenAnswer, unable } from './ability.ts'
import { type FrontWindow, frontWindowReader } from './frontWindow.ts'
import { macIdle } from './macos.ts'
import { type LoadLibrary, systemLibraries } from './nativeLibrary.ts'
import { windowsIdle, windowsScreen } from './windows.ts'
import { displayProblem, x11Idle } from './x11.ts'

export interface NativeParts {
  libraries(): Promise<LoadLibrary>
  /** Looks at the window in front. */
  frontWindow(): Promise<() => FrontWindow>
}

const system: NativeParts = { libraries: systemLibraries, frontWindow: frontWindowReader }

export function systemDesktop(
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
  native: NativeParts = system,
): Desktop {
  switch (displaySystem(platform, env)) {
    case 'wayland':
      return unableDesktop(unable('desktop_cannot_tell', 'Wayland'))
    case 'none':
      return unableDesktop(unable('no_display'))
    case 'windows':
      return {
        idleMs: () => loaded('koffi', async () => windowsIdle(await native.libraries())),
        frontApp: () => frontApp('windows', native),
        screen: () => loaded('koffi', async () => windowsScreen(await native.libraries())),
      }
    case 'macos':
      return {
        idleMs: () => loaded('koffi', async () => macIdle(await native.libraries())),
        frontApp: () => frontApp('macos', native),
        // Compares the window with the screen; beside a camera notch a full screen is smaller than the screen.
        screen: () => coveredScreen('macos', 0.5, native),
      }
    case 'x11':
      return {
        idleMs: () => loaded('koffi', async () => x11Idle(await native.libraries())),
        frontApp: () => withDisplay(native, () => frontApp('x11', native)),
        // The window manager's own word for it.
        screen: () => withDisplay(native, () => coveredScreen('x11', 0.9, native)),
      }
  }
}

function unableDesktop(why: Ability<never>): Desktop {
  return { idleMs: async () => why, frontApp: async () => why, screen: async () => why }
}

/** What `make` finds, or that the package it needs is not on this machine. */
async function loaded<Answer>(
  packageName: string,
  make: () => Promise<Ability<Answer>>,
): Promise<Ability<Answer>> {
  try {
    return await make()
  } catch {
    return unable('not_installed', packageName)
  }
}

function frontApp(source: string, native: NativeParts): Promise<Ability<string>> {
  return loaded('x-win', async () => {
    const look = await native.frontWindow()
    return { state: 'ready', source, quality: 0.9, read: () => look().app }
  })
}

function coveredScreen(source: string, quality: number, native: NativeParts): Promise<Ability<ScreenAnswer>> {
  return loaded('x-win', async () => {
    const look = await native.frontWindow()
    const read = () => ({ fullScreen: look().fullScreen, doNotDisturb: null })
    return { state: 'ready', source, quality, read }
  })
}

/** DISPLAY may name a server that is gone. Where that cannot be asked, the answers themselves will show it. */
async function withDisplay<Answer>(
  native: NativeParts,
  make: () => Promise<Ability<Answer>>,
): Promise<Ability<Answer>> {
  try {
    return displayProblem(await native.libraries()) ?? (await make())
  } catch {
    return make()
  }
}
