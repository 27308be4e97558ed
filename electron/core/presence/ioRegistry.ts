/** Idle time and lock of a Mac, from the text of `ioreg`. */

export interface ConsoleState {
  /** Time since the last input; null when the registry does not say. */
  idleMs: number | null
  locked: boolean | null
}

const NS_PER_MS = 1_000_000

/** `HIDIdleTime` counts nanoseconds. `IOConsoleLocked` stands at the root of the registry. */
export function consoleState(output: string): ConsoleState {
  const idle = /"HIDIdleTime"\s*=\s*(\d{1,20})/.exec(output)?.[1]
  const locked = /"IOConsoleLocked"\s*=\s*(Yes|No)/.exec(output)?.[1]
  return {
    idleMs: idle === undefined ? null : Math.round(Number(idle) / NS_PER_MS),
    locked: locked === undefined ? null : locked === 'Yes',
  }
}
