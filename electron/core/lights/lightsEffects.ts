/** What a decision about lights asks of others, and what it leaves behind: all of it values. */
import type { LampColour, LampWrite, Shown } from './lamp.ts'
import type { Refused } from './rules.ts'
import type { Purpose } from './writeLog.ts'

/** Who wants light to change, the strongest first. */
export const BECAUSE = [
  'preview',
  'exercise',
  /** The person, by a button, the tray or the keyboard. */
  'shortcut',
  'talk',
  /** A Home Assistant the person let command. */
  'outside',
  'pause',
  'bedtime',
  'strain',
  /** Listen mode, while the person writes. */
  'listen',
] as const
export type Because = (typeof BECAUSE)[number]

/** What Lull may have made a lamp show; null and empty: it did not change that. */
export interface CouldShow {
  brightness: { least: number; most: number } | null
  colours: readonly LampColour[]
}

export interface SnapshotLamp {
  lampId: string
  /** As the person had it: this is what is given back. */
  before: Shown
  could: CouldShow
}

/** Kept on disk before the first write, so that a crash takes nothing from anyone; the newest replaces the one before. */
export interface Snapshot {
  /** When it was last known to hold, epoch ms. */
  atMs: number
  lamps: readonly SnapshotLamp[]
}

export type EndedBecause =
  /** Its time was over, or what it answered. */
  'over' | 'undone' | 'released' | 'paused' | 'quit' | 'suspended' | 'settings' | 'replaced' | 'quiet_times'

export type WithheldBecause = 'trial' | 'daily_cap' | 'hourly'

/** Why a lamp was not given back. */
export type LeftBecause = 'hand' | 'off' | 'gone' | 'no_answer' | 'refused' | 'too_long_ago' | 'let_go'

/** One line of the log: when, what, why, and what it was before. */
export interface LightsEntry {
  atMs: number
  workDay: number
  /**
   * `begun`: a look changed these lamps · `restored`: they show what they showed before · `left`: they stay as they
   * are · `withheld`: nothing was changed, on purpose · `nothing`: no lamp could be changed · `allOff`: all of them are
   * off, so nothing was done · `ended`: the look is over.
   */
  what: 'begun' | 'restored' | 'left' | 'withheld' | 'nothing' | 'allOff' | 'ended'
  because: Because | null
  look: string | null
  claimId: number | null
  lamps: readonly EntryLamp[]
  refused: readonly Refused[]
  why: EndedBecause | WithheldBecause | LeftBecause | null
}

export interface EntryLamp {
  lampId: string
  before: Shown
  /** What Lull set; null: it did nothing to it. */
  set: Shown | null
}

export type RefusedWish =
  | 'not_allowed'
  | 'paused'
  | 'quiet_times'
  | 'unknown_look'
  | 'undo_over'
  | 'not_running'

export type LightsEffect =
  | { kind: 'keepSnapshot'; snapshot: Snapshot }
  | { kind: 'forgetSnapshot' }
  | { kind: 'write'; purpose: Exclude<Purpose, 'restore'>; claimId: number; writes: readonly LampWrite[] }
  | { kind: 'restore'; writes: readonly LampWrite[] }
  /** To be told at once, with a way to undo it. */
  | {
      kind: 'announced'
      claimId: number
      look: string
      because: Because
      lampIds: readonly string[]
      undoUntilMs: number
    }
  /** A raised moment was drawn by chance in the person's trial. */
  | { kind: 'drawn'; atMs: number; claimId: number; arm: 'look' | 'withheld'; propensity: number }
  | { kind: 'entered'; entry: LightsEntry }
  | { kind: 'refused'; because: RefusedWish }
