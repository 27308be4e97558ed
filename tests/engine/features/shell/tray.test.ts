/** The tray tells what the engine is doing: the lamp, sensing, and whether a check-in is offered. */
import { expect, it } from 'vitest'
import { trayOf } from '../../../../electron/engine/features/shell/tray.ts'

it.each([
  ['off', 'off', false],
  ['failed', 'off', false],
  ['waking', 'waking', true],
  ['ready', 'resting', false],
  ['busy', 'resting', false],
  ['busy', 'writing', true],
] as const)('a model that is %s shows a lamp that is %s', (phase, lamp, replying) => {
  const runtime = { phase, modelId: null, failure: null }
  const shown = {
    modelTitle: 'Small',
    shortcut: null,
    sensing: { state: 'on', until: null },
    checkinDue: true,
  } as const
  expect(trayOf({ runtime, replying, ...shown })).toEqual({ type: 'tray', lamp, ...shown })
})
