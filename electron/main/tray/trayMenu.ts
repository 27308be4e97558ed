/** What the tray's menu says for a state of Lull, before Electron draws it. */

import type { BreakView } from '../../contract/breaks.ts'
import type { LightsView } from '../../contract/lights.ts'
import type { EngineState } from '../engineProcess.ts'
import { words } from '../words.ts'
import { breakLine, breakLines } from './breakLines.ts'
import { lightsLines } from './lightsLines.ts'
import { type Sensing, sensingLine } from './sensingLine.ts'
import type { TrayLine } from './trayLine.ts'

export type Lamp = 'off' | 'resting' | 'waking' | 'writing'

export interface TrayState {
  engine: EngineState
  lamp: Lamp
  modelTitle: string | null
  /** The global shortcut in use, or null. */
  shortcut: string | null
  shortcutTaken: boolean
  /** The one that opens the help for a hard moment, or null. */
  panicShortcut: string | null
  panicTaken: boolean
  /** The one for lights; null: none, or lights may not be touched. */
  lightsShortcut: string | null
  lightsTaken: boolean
  /** Null until the engine has said it. */
  sensing: Sensing | null
  /** Null until the engine has said it. */
  breaks: BreakView | null
  /** Null until the engine has said it. */
  lights: LightsView | null
}

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
  const breaks = runningBreaks(state)
  return [
    'Lull',
    stateLine(state),
    ...(breaks ? [breakLine(breaks, nowMs, locale)] : []),
    ...(sensing ? [sensingLine(sensing, nowMs, locale)] : []),
  ].join(' · ')
}

/** The lamp as the icon shows it: brighter while a pause is offered, and nothing else happens to it. */
export function iconLamp(state: TrayState): Lamp {
  return runningBreaks(state)?.offer ? 'waking' : state.lamp
}

/** Without an engine nothing is offered. */
export function runningBreaks({ engine, breaks }: TrayState): BreakView | null {
  return engine === 'running' ? breaks : null
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

/** Shortcuts that another app holds. */
function takenLines(state: TrayState): TrayLine[] {
  const { shortcut, panicShortcut, lightsShortcut } = state
  const taken = [
    ...(shortcut && state.shortcutTaken ? [words.shortcutTaken(shortcut)] : []),
    ...(panicShortcut && state.panicTaken ? [words.panicTaken(panicShortcut)] : []),
    ...(lightsShortcut && state.lightsTaken ? [words.lightsTaken(lightsShortcut)] : []),
  ]
  return taken.map((label) => ({ label, action: 'settings' }))
}

function withKeys(line: NonNullable<TrayLine>, shortcut: string | null, isTaken: boolean): TrayLine {
  return shortcut && !isTaken ? { ...line, accelerator: shortcut } : line
}

/** Its shortcut softens, or gives back, as the line does that stands there. */
function roomLines({ engine, lights, lightsShortcut, lightsTaken }: TrayState, nowMs: number): TrayLine[] {
  if (engine !== 'running' || lights === null) return []
  return lightsLines(lights, nowMs).map((line) =>
    line?.action === 'lightsSoften' || line?.action === 'lightsBack'
      ? withKeys(line, lightsShortcut, lightsTaken)
      : line,
  )
}

/** @param locale BCP 47 tag for times of day. */
export function trayMenu(state: TrayState, nowMs: number, locale: string): TrayLine[] {
  const breaks = runningBreaks(state)
  return [
    withKeys({ label: words.open, action: 'open' }, state.shortcut, state.shortcutTaken),
    { label: words.newTalk, action: 'newTalk' },
    { label: words.checkin, action: 'checkin' },
    withKeys({ label: words.panic, action: 'panic' }, state.panicShortcut, state.panicTaken),
    null,
    { label: stateLine(state), action: null },
    ...(state.engine === 'stopped' ? [{ label: words.tryAgain, action: 'tryAgain' as const }] : []),
    ...takenLines(state),
    ...(breaks ? breakLines(breaks, nowMs, locale) : []),
    ...roomLines(state, nowMs),
    ...sensingLines(state, nowMs, locale),
    null,
    { label: words.settings, action: 'settings' },
    { label: words.quit, action: 'quit' },
  ]
}
