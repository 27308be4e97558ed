/** Keys pressed as the name of a shortcut. */
import { describe, expect, it } from 'vitest'
import { keyCaps, recordedShortcut } from '../../../../renderer/features/settings/accelerator.ts'

const none = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false }
const record = (code: string, held: Partial<typeof none> = {}, isMac = false) =>
  recordedShortcut({ ...none, ...held, code }, isMac)

describe('recording a shortcut', () => {
  it.each([
    ['Space', { ctrlKey: true, shiftKey: true }, false, 'CommandOrControl+Shift+Space'],
    ['KeyL', { altKey: true }, false, 'Alt+L'],
    ['Digit5', { metaKey: true }, false, 'Super+5'],
    ['KeyL', { metaKey: true, shiftKey: true }, true, 'CommandOrControl+Shift+L'],
    ['KeyL', { ctrlKey: true }, true, 'Control+L'],
    ['F9', {}, false, 'F9'],
    ['ArrowUp', { ctrlKey: true, altKey: true }, false, 'CommandOrControl+Alt+Up'],
  ] as const)('%s with %o', (code, held, isMac, accelerator) => {
    expect(record(code, held, isMac)).toEqual({ kind: 'shortcut', accelerator })
  })

  it('waits while only modifiers are held', () => {
    expect(record('ShiftLeft', { shiftKey: true })).toEqual({ kind: 'unfinished' })
  })

  it('refuses what would get in the way of typing', () => {
    expect(record('KeyA')).toEqual({ kind: 'needsModifier' })
    expect(record('KeyA', { shiftKey: true })).toEqual({ kind: 'needsModifier' })
  })

  it('refuses keys no shortcut can hold', () => {
    expect(record('Lang1', { ctrlKey: true })).toEqual({ kind: 'badKey' })
  })

  it('reads a shortcut out as the keys on the keyboard', () => {
    expect(keyCaps('CommandOrControl+Shift+Space', false)).toEqual(['Ctrl', 'Shift', 'Space'])
    expect(keyCaps('CommandOrControl+Shift+Space', true)).toEqual(['⌘', '⇧', 'Space'])
  })
})
