/** The tray says what is going on in words a person would use, and offers the way out of trouble. */
import { expect, it } from 'vitest'
import { stateLine, type TrayState, trayMenu } from '../../../electron/main/tray/trayMenu.ts'

const state: TrayState = {
  engine: 'running',
  lamp: 'resting',
  modelTitle: 'SmolLM2 135M',
  shortcut: 'CommandOrControl+Shift+Space',
  shortcutTaken: false,
}
const actions = (of: TrayState) => trayMenu(of).flatMap((line) => (line?.action ? [line.action] : []))

it('offers opening, a new talk, settings and quitting', () => {
  expect(actions(state)).toEqual(['open', 'newTalk', 'settings', 'quit'])
  expect(trayMenu(state)[0]).toMatchObject({ accelerator: 'CommandOrControl+Shift+Space' })
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
  const lines = trayMenu({ ...state, shortcutTaken: true })
  expect(lines[0]).not.toHaveProperty('accelerator')
  expect(lines.some((line) => line?.label.includes('another app'))).toBe(true)
})
