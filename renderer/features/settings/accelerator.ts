/** Keys pressed, as the name of a global shortcut, and such a name as a person reads it. */

export interface PressedKeys {
  code: string
  ctrlKey: boolean
  altKey: boolean
  shiftKey: boolean
  metaKey: boolean
}

export type Recorded =
  | { kind: 'shortcut'; accelerator: string }
  /** Only modifiers so far. */
  | { kind: 'unfinished' }
  | { kind: 'needsModifier' }
  | { kind: 'badKey' }

const namedKeys: Record<string, string> = {
  Space: 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Insert: 'Insert',
  Minus: '-',
  Equal: '=',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Semicolon: ';',
  Quote: "'",
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Backquote: '`',
}

/** By place on the keyboard, so that the same keys are meant whatever is typed with them. */
function keyName(code: string): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1] ?? /^Digit(\d)$/.exec(code)?.[1]
  if (letter !== undefined) return letter
  if (/^F([1-9]|1\d|2[0-4])$/.test(code)) return code
  return namedKeys[code] ?? null
}

export function recordedShortcut(keys: PressedKeys, isMac: boolean): Recorded {
  if (/^(Control|Shift|Alt|Meta|OS)(Left|Right)?$/.test(keys.code)) return { kind: 'unfinished' }
  const key = keyName(keys.code)
  if (key === null) return { kind: 'badKey' }
  const isFunctionKey = /^F\d+$/.test(key)
  const modifiers = [
    keys.ctrlKey ? (isMac ? 'Control' : 'CommandOrControl') : null,
    keys.metaKey ? (isMac ? 'CommandOrControl' : 'Super') : null,
    keys.altKey ? 'Alt' : null,
    keys.shiftKey ? 'Shift' : null,
  ].filter((modifier) => modifier !== null)
  // Shift alone is how capitals are typed.
  const isFree = modifiers.some((modifier) => modifier !== 'Shift') || isFunctionKey
  if (!isFree) return { kind: 'needsModifier' }
  return { kind: 'shortcut', accelerator: [...modifiers, key].join('+') }
}

/** "CommandOrControl+Shift+Space" as the keys' own names, in order. */
export function keyCaps(accelerator: string, isMac: boolean): string[] {
  const caps: Record<string, string> = isMac
    ? { CommandOrControl: '⌘', Command: '⌘', Control: '⌃', Alt: '⌥', Shift: '⇧' }
    : { CommandOrControl: 'Ctrl', Control: 'Ctrl', Super: 'Super' }
  return accelerator.split('+').map((part) => caps[part] ?? part)
}
