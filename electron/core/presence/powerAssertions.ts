/** What keeps a Mac awake, as `pmset -g assertions` tells it: a picture that is shown, a microphone that is heard. */

export interface PowerAssertions {
  /** Some program keeps the display awake; null when the list does not say. */
  keptAwake: boolean | null
  /** The sound server records for somebody. */
  isMicrophoneUsed: boolean
}

/** Null when the text is no such list. */
export function powerAssertions(output: string): PowerAssertions | null {
  if (!/^Assertion status system-wide:/m.test(output)) return null
  const display = /^\s*PreventUserIdleDisplaySleep\s+(\d+)\s*$/m.exec(output)?.[1]
  return {
    keptAwake: display === undefined ? null : display !== '0',
    isMicrophoneUsed: /^\s*Resources:.*\baudio-in\b/m.test(output),
  }
}
