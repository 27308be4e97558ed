/** The sensors a person can switch, and what each hands over: counts and flags, never content. */

/**
 * presence: input used or not, locked, asleep · calls: camera or microphone in use, screen shared · screen: full screen
 * and do not disturb · apps: which program is in front · input: counts of keys, clicks and movement · machine: how hard
 * the computer works.
 */
export const SENSOR_IDS = ['presence', 'calls', 'screen', 'apps', 'input', 'machine'] as const
export type SensorId = (typeof SENSOR_IDS)[number]

/** The program in front at one moment. */
export interface AppSample {
  /** Epoch ms. */
  atMs: number
  /** Name of the program, such as `firefox`; null when nobody can tell. Never a title or an address. */
  app: string | null
}

/** Input of a stretch of time, counted where it happens; which keys they were is never known here. */
export interface InputCounts {
  fromMs: number
  toMs: number
  keys: number
  /** Backspace and delete among them. */
  deletes: number
  clicks: number
  /** Notches of the wheel. */
  scrolls: number
  /** Way of the pointer, pixels. */
  pathPx: number
  /** Pauses of at least 250 ms between two keys, up to 8 s. */
  pauses: number
  /** Those among them below 1 s. */
  shortPauses: number
}

/** The machine over the last seconds; null where it does not say. */
export interface MachineSample {
  atMs: number
  /** Busy share of all processors, 0–1. */
  cpuShare: number | null
  /** How late our own event loop ran at most, ms. */
  loopLagMs: number | null
  /** Used share of memory, 0–1. */
  memoryShare: number | null
  temperatureC: number | null
  onBattery: boolean | null
}

/** Why a sensor cannot run, as codes the page has words for. */
export type SensorProblem =
  /** This desktop offers no way to ask (such as the app in front on Wayland). */
  | 'desktop_cannot_tell'
  /** There is no display at all. */
  | 'no_display'
  /** The system wants a permission first (macOS). */
  | 'permission_missing'
  /** Its process died three times in a row. */
  | 'crashed'
  /** Its process answers no more. */
  | 'hung'
  /** Its part of the program is not on this machine. */
  | 'not_installed'

export type SensorCondition =
  | { state: 'off' }
  | { state: 'starting' }
  /** `sources` are the probes that answer, such as `powerMonitor`, `mutter`, `logind`. */
  | { state: 'running'; sources: string[] }
  | { state: 'unavailable'; problem: SensorProblem; detail: string | null }
