/** Pauses in the shell: windows where they are wanted, and word to the engine of displays and of what did not draw. */
import { BrowserWindow } from 'electron'
import type { BreakView } from '../../contract/breaks.ts'
import type { EngineClient } from '../../contract/index.ts'
import { follow } from '../engineClient.ts'
import { BreakWindows } from './breakWindows.ts'
import { displaysNow, pointerDisplay, watchDisplays } from './displays.ts'
import { keepFocus, makeBreakWindow } from './makeBreakWindow.ts'
import type { BreakForm } from './planBreakWindows.ts'

export interface Breaks {
  /** Follows this engine from now on. */
  connect(client: EngineClient): void
  engineGone(): void
  useForm(form: BreakForm): void
  /** Nothing may cover the help that is about to be shown. */
  giveWay(): void
  /** Lull is quitting: every window may go. */
  stop(): void
}

export function createBreaks(
  loaded: (window: BrowserWindow) => void,
  changed: (view: BreakView) => void,
): Breaks {
  let client: EngineClient | null = null
  let told = ''
  const windows = new BreakWindows({
    make: makeBreakWindow(loaded),
    displays: displaysNow,
    pointerDisplay,
    hasFocus: () => BrowserWindow.getFocusedWindow() !== null,
    keepFocus,
    // Without an engine nobody waits for it.
    notDrawn: (id, display) => void client?.breaks.notDrawn({ id, display }).catch(() => {}),
    finish: async (id) => client?.breaks.answer({ id, answer: { say: 'finish' } }),
    askEngine: async () => client?.settings.current(),
    nowMs: () => Date.now(),
  })
  const tellDisplays = () => {
    const displays = displaysNow().map(({ id }) => id)
    if (!client || JSON.stringify(displays) === told) return
    told = JSON.stringify(displays)
    client.breaks.displays({ displays }).catch(() => {})
  }
  watchDisplays(() => {
    windows.displaysChanged()
    tellDisplays()
  })
  return {
    connect(next) {
      client = next
      told = ''
      tellDisplays()
      void follow(next.breaks.watch(), (view) => {
        windows.follow(view)
        changed(view)
      })
    },
    engineGone: () => windows.engineGone(),
    useForm: (form) => windows.useForm(form),
    giveWay: () => windows.giveWay(),
    stop: () => windows.stop(),
  }
}
