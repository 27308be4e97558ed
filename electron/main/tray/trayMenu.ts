/** What the tray's menu says for a state of Lull, before Electron draws it. */
import type { EngineState } from '../engineProcess.ts'
import { words } from '../words.ts'
import { type Sensing, sensingLine } from './sensingLine.ts'

export type Lamp = 'off' | 'resting' | 'waking' | 'writing'

export interface TrayState {
  engine: EngineState
  lamp: Lamp
  modelTitle: string | null
  /** The global shortcut in use, or null. */
  shortcut: string | null
  shortcutTaken: boolean
  /** Null until the engine has said it. */
  sensing: Sensing | null
}

export type TrayAction =
  | 'open'
  | 'newTalk'
  | 'checkin'
  | 'sensing'
  | 'pauseHour'
  | 'pauseTomorrow'
  | 'pauseOpen'
  | 'resume'
  | 'settings'
  | 'tryAgain'
  | 'quit'

/** One line: something to do, something to read, or (null) a rule between. */
export type TrayLine = { label: string; action: TrayAction | null; accelerator?: string } | null

/** The second line: what Lull is doing now. */
export function stateLine({ engine, lamp, modelTitle }: TrayState): string {
  if (engine === 'starting') return words.starting
  if (engine === 'waiting') return words.startingAgain
  if (engine === 'stopped') return words.stopped
  return modelTitle ? `${modelTitle} · ${words.lamp[lamp]}` : words.resting
}

/** What a mouse resting on the lamp is told: whether sensing runs is always part of it. */
export function tooltip(state: TrayState, nowMs: number, locale: string): string {
  const sensing = runningSensing(state)
  return ['Lull', stateLine(state), ...(sensing ? [sensingLine(sensing, nowMs, locale)] : [])].join(' · ')
}

/** Without an engine nothing senses, and nothing can be paused. */
function runningSensing({ engine, sensing }: TrayState): Sensing | null {
  return engine === 'running' ? sensing : null
}

/** The line about sensing opens its page; beneath it is what changes it. */
function sensingLines(state: TrayState, nowMs: number, locale: string): TrayLine[] {
  const sensing = runningSensing(state)
  if (!sensing) return []
  const line: TrayLine = { label: sensingLine(sensing, nowMs, locale), action: 'sensing' }
  if (sensing.state === 'paused') return [null, line, { label: words.resume, action: 'resume' }]
  if (sensing.state === 'off') return [null, line]
  return [
    null,
    line,
    { label: words.pauseHour, action: 'pauseHour' },
    { label: words.pauseTomorrow, action: 'pauseTomorrow' },
    { label: words.pauseOpen, action: 'pauseOpen' },
  ]
}

/** @param locale BCP 47 tag for times of day. */
export function trayMenu(state: TrayState, nowMs: number, locale: string): TrayLine[] {
  const open: TrayLine = { label: words.open, action: 'open' }
  if (state.shortcut && !state.shortcutTaken) open.accelerator = state.shortcut
  return [
    open,
    { label: words.newTalk, action: 'newTalk' },
    { label: words.checkin, action: 'checkin' },
    null,
    { label: stateLine(state), action: null },
    ...(state.engine === 'stopped' ? [{ label: words.tryAgain, action: 'tryAgain' as const }] : []),
    ...(state.shortcut && state.shortcutTaken
      ? [{ label: words.shortcutTaken(state.shortcut), action: 'settings' as const }]
      : []),
    ...sensingLines(state, nowMs, locale),
    null,
    { label: words.settings, action: 'settings' },
    { label: words.quit, action: 'quit' },
  ]
}
