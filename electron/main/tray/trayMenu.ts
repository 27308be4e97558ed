/** What the tray's menu says for a state of Lull, before Electron draws it. */
import type { EngineState } from '../engineProcess.ts'
import { words } from '../words.ts'

export type Lamp = 'off' | 'resting' | 'waking' | 'writing'

export interface TrayState {
  engine: EngineState
  lamp: Lamp
  modelTitle: string | null
  /** The global shortcut in use, or null. */
  shortcut: string | null
  shortcutTaken: boolean
}

export type TrayAction = 'open' | 'newTalk' | 'settings' | 'tryAgain' | 'quit'

/** One line: something to do, something to read, or (null) a rule between. */
export type TrayLine = { label: string; action: TrayAction | null; accelerator?: string } | null

/** The second line: what Lull is doing now. */
export function stateLine({ engine, lamp, modelTitle }: TrayState): string {
  if (engine === 'starting') return words.starting
  if (engine === 'waiting') return words.startingAgain
  if (engine === 'stopped') return words.stopped
  return modelTitle ? `${modelTitle} · ${words.lamp[lamp]}` : words.resting
}

export function trayMenu(state: TrayState): TrayLine[] {
  const open: TrayLine = { label: words.open, action: 'open' }
  if (state.shortcut && !state.shortcutTaken) open.accelerator = state.shortcut
  return [
    open,
    { label: words.newTalk, action: 'newTalk' },
    null,
    { label: stateLine(state), action: null },
    ...(state.engine === 'stopped' ? [{ label: words.tryAgain, action: 'tryAgain' as const }] : []),
    ...(state.shortcut && state.shortcutTaken
      ? [{ label: words.shortcutTaken(state.shortcut), action: 'settings' as const }]
      : []),
    null,
    { label: words.settings, action: 'settings' },
    { label: words.quit, action: 'quit' },
  ]
}
