/** The tray says what is going on in words a person would use, and offers the way out of trouble. */
import { describe, expect, it } from 'vitest'
import type { TrayLine } from '../../../electron/main/tray/trayLine.ts'
import {
  iconLamp,
  stateLine,
  type TrayState,
  tooltip,
  trayMenu,
} from '../../../electron/main/tray/trayMenu.ts'
import { emptyLights, pairedLights } from '../../renderer/fakeRoom.ts'
import { breakView, offerOf } from '../breaks/breakView.ts'

const state: TrayState = {
  engine: 'running',
  lamp: 'resting',
  modelTitle: 'SmolLM2 135M',
  shortcut: 'CommandOrControl+Shift+Space',
  shortcutTaken: false,
  panicShortcut: 'CommandOrControl+Alt+Space',
  panicTaken: false,
  lightsShortcut: null,
  lightsTaken: false,
  sensing: null,
  breaks: null,
  lights: null,
}
const nowMs = new Date(2026, 10, 24, 13, 30).getTime()
const linesOf = (of: TrayState): TrayLine[] => trayMenu(of, nowMs, 'en-GB')
const actions = (of: TrayState) => linesOf(of).flatMap((line) => (line?.action ? [line.action] : []))
const labels = (of: TrayState) => linesOf(of).flatMap((line) => (line ? [line.label] : []))

it('offers opening, a new talk, a check-in, help for a hard moment, settings and quitting', () => {
  expect(actions(state)).toEqual(['open', 'newTalk', 'checkin', 'panic', 'settings', 'quit'])
  expect(linesOf(state)[0]).toMatchObject({ accelerator: 'CommandOrControl+Shift+Space' })
})

it.each([
  [{}, 'SmolLM2 135M · awake'],
  [{ lamp: 'writing' as const }, 'SmolLM2 135M · writing'],
  [{ modelTitle: null }, 'Resting'],
  [{ engine: 'waiting' as const }, 'Something stopped; starting again…'],
])('says %j as %s', (change, line) => {
  expect(stateLine({ ...state, ...change })).toBe(line)
})

it('offers to try again when the engine stopped for good', () => {
  expect(actions({ ...state, engine: 'stopped' })).toContain('tryAgain')
})

it('says that another app holds the shortcut, and does not show it as ours', () => {
  const lines = linesOf({ ...state, shortcutTaken: true })
  expect(lines[0]).not.toHaveProperty('accelerator')
  expect(lines.some((line) => line?.label.includes('another app'))).toBe(true)
})

it('has the help for a hard moment also without an engine, with its own shortcut', () => {
  const panic = (of: TrayState) => linesOf(of).find((line) => line?.action === 'panic')
  expect(panic({ ...state, engine: 'stopped' })).toEqual({
    label: 'A hard moment',
    action: 'panic',
    accelerator: 'CommandOrControl+Alt+Space',
  })
  const taken = { ...state, panicTaken: true }
  expect(panic(taken)).not.toHaveProperty('accelerator')
  expect(labels(taken).join()).toMatch(/Alt\+Space, for a hard moment, belongs to another app/)
})

it('speaks of pauses while there is an engine, and is brighter while one is offered', () => {
  const offered: TrayState = { ...state, breaks: breakView({ offer: offerOf() }) }
  expect(actions(offered)).toContain('breakStart')
  expect(tooltip(offered, nowMs, 'en-GB')).toBe(
    'Lull · SmolLM2 135M · awake · A pause is due: stretch, 2 min',
  )
  expect(iconLamp(offered)).toBe('waking')
  expect(iconLamp({ ...offered, breaks: breakView() })).toBe('resting')
  const gone: TrayState = { ...offered, engine: 'waiting', lamp: 'off' }
  expect(actions(gone)).not.toContain('breakStart')
  expect(iconLamp(gone)).toBe('off')
})

it('speaks of lights only where they may be touched, with the keys that do the same', () => {
  const keys = { lightsShortcut: 'CommandOrControl+Alt+Shift+L' }
  const allowed: TrayState = { ...state, ...keys, lights: pairedLights(nowMs) }
  expect(linesOf(allowed).find((line) => line?.action === 'lightsSoften')).toEqual({
    label: 'Soften the lights',
    action: 'lightsSoften',
    accelerator: 'CommandOrControl+Alt+Shift+L',
  })
  const taken: TrayState = { ...allowed, lightsTaken: true }
  expect(linesOf(taken).find((line) => line?.action === 'lightsSoften')).not.toHaveProperty('accelerator')
  expect(labels(taken).join()).toMatch(/Shift\+L, for the lights, belongs to another app/)
  for (const silent of [emptyLights(nowMs), null]) {
    expect(actions({ ...state, lights: silent }).join()).not.toMatch(/lights/)
  }
  expect(actions({ ...allowed, engine: 'waiting' }).join()).not.toMatch(/lights/)
})

describe('sensing', () => {
  const on: TrayState = { ...state, sensing: { state: 'on', until: null } }
  const paused = (until: number | null): TrayState => ({ ...state, sensing: { state: 'paused', until } })
  const rest = ['checkin', 'panic', 'settings', 'quit']
  const changes = (of: TrayState) =>
    actions(of).filter((action) => !['open', 'newTalk', ...rest].includes(action))

  it('is said in the menu and in the tooltip while it runs, and can be paused', () => {
    expect(labels(on)).toContain('Sensing is on')
    expect(tooltip(on, nowMs, 'en-GB')).toBe('Lull · SmolLM2 135M · awake · Sensing is on')
    expect(changes(on)).toEqual(['sensing', 'pauseHour', 'pauseTomorrow', 'pauseOpen'])
  })

  it('that is paused says until when, and can be switched on again', () => {
    const at = (day: number, hour: number, minute: number) => new Date(2026, 10, day, hour, minute).getTime()
    expect(labels(paused(at(24, 14, 30)))).toContain('Sensing is paused until 14:30')
    expect(labels(paused(at(25, 4, 0)))).toContain('Sensing is paused until Wednesday 04:00')
    expect(labels(paused(null))).toContain('Sensing is off until you switch it on')
    expect(changes(paused(null))).toEqual(['sensing', 'resume'])
    expect(tooltip(paused(null), nowMs, 'en-GB')).toContain('Sensing is off')
  })

  it('that is off says so, and its page is one click away', () => {
    const off: TrayState = { ...state, sensing: { state: 'off', until: null } }
    expect(labels(off)).toContain('Sensing is off')
    expect(changes(off)).toEqual(['sensing'])
  })

  it('is not claimed while there is no engine', () => {
    const gone: TrayState = { ...on, engine: 'stopped' }
    expect(labels(gone).join()).not.toMatch(/sensing/i)
    expect(tooltip(gone, nowMs, 'en-GB')).toBe('Lull · Lull stopped and could not start again')
  })
})
