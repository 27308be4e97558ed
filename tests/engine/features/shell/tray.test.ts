/** The lamp tells what the engine is doing. */
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
  expect(trayOf({ runtime, replying, modelTitle: 'Small', shortcut: null })).toEqual({
    type: 'tray',
    lamp,
    modelTitle: 'Small',
    shortcut: null,
  })
})
