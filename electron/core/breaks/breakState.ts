/** All that a decision about breaks has to remember: plain values that survive a restart as JSON. */
import { type ArmMemory, type Bucket, emptyArmMemory } from './armMemory.ts'
import type { BreakEffect, Offer, RunningBreak, Suppression } from './breakEffects.ts'
import { type BreakFacts, type Hushed, nothingHushed } from './breakFacts.ts'
import type { Dwelling, PassedBreakpoint } from './breakpoint.ts'
import { type BreakSettings, defaultBreakSettings } from './breakSettings.ts'
import type { Due } from './due.ts'
import type { Arm, BreakKind } from './kinds.ts'

/** What a choice hangs on until its outcome is known. */
export interface OpenChoice {
  arm: Arm
  bucket: Bucket
  asks: boolean
}

/** A pause that was decided on, from the choice to its outcome. There is at most one. */
export interface Nudge {
  id: number
  /**
   * `quiet`: left out on purpose · `shown`: on the screen · `hinted`: in the tray · `snoozed`: put off · `running`: taken up
   * · `rating`: over, and asked whether it helped.
   */
  stage: 'quiet' | 'shown' | 'hinted' | 'snoozed' | 'running' | 'rating'
  kind: BreakKind
  because: Due['because'] | 'tour'
  lengthMs: number
  /** Null when it was left out. */
  offer: Offer | null
  choice: OpenChoice | null
  /** When it was first decided, epoch ms. */
  fromMs: number
  /** When it was last said, epoch ms. */
  atMs: number
  /** End of the stage `snoozed` or `rating`, epoch ms. */
  untilMs: number | null
}

export interface DayCount {
  workDay: number
  nudges: number
  fromStrain: number
}

/** A suppression that may still go on. */
export interface OpenSuppression extends Suppression {
  /** When its row was last told, epoch ms. */
  toldMs: number
}

/** A rest that was over, or seemed to be. */
export interface EndedRest {
  toMs: number
  restedMs: number
  /** It is in the history, or need not come into it; a bumped mouse is no end of a rest, so that waits a minute. */
  isTold: boolean
}

export interface BreakState {
  settings: BreakSettings
  /** Time of the last event, epoch ms. */
  atMs: number | null
  /** The day of the last event; it is set back with the clock. */
  workDay: number | null
  look: { facts: BreakFacts; atMs: number } | null
  hushed: Hushed
  dwelling: Dwelling | null
  breakpoint: PassedBreakpoint | null
  displays: readonly string[]
  pausedUntilMs: number | null
  /** The person has paused all sensing, and with it every nudge. */
  isSensingPaused: boolean
  /** The day the person has closed. */
  doneDay: number | null
  /** Nudges by day; several, for a clock may be set back over the end of one. */
  days: readonly DayCount[]
  /** Different days with work seen so far, counted up to a few. */
  daysSeen: number
  lastDaySeen: number | null
  /** Since when something is due and may be said, waiting for a moment that fits. */
  waiting: { kind: BreakKind; because: Due['because']; sinceMs: number } | null
  /** Fixed times that have had their turn, newest last. */
  slots: readonly string[]
  nudge: Nudge | null
  running: RunningBreak | null
  /** When the machine was put to sleep, until the first look after it, epoch ms. */
  suspendedMs: number | null
  /** The last rest of at least a minute, whoever asked for it. */
  lastRest: EndedRest | null
  /** The last break of Lull's, so that the rest in it is not counted as natural. */
  lastBreak: { fromMs: number; toMs: number } | null
  /** End of the time after a nudge or a break in which nothing is said, epoch ms. */
  quietUntilMs: number | null
  /** End of the hour after "not now", epoch ms. */
  notNowUntilMs: number | null
  ignoredInRow: number
  /** Work since a rest that was long enough for each, ms. */
  workSince: { eyeRest: number; pause: number; long: number }
  suppressions: readonly OpenSuppression[]
  memory: ArmMemory
  seed: number
  nextId: number
}

export type Step = [BreakState, BreakEffect[]]

/** @param seed of all chance; the same seed and events give the same decisions. */
export function newBreakState(seed: number, settings: BreakSettings = defaultBreakSettings): BreakState {
  return {
    settings,
    atMs: null,
    workDay: null,
    look: null,
    hushed: nothingHushed,
    dwelling: null,
    breakpoint: null,
    displays: [],
    pausedUntilMs: null,
    isSensingPaused: false,
    doneDay: null,
    days: [],
    daysSeen: 0,
    lastDaySeen: null,
    waiting: null,
    slots: [],
    nudge: null,
    running: null,
    suspendedMs: null,
    lastRest: null,
    lastBreak: null,
    quietUntilMs: null,
    notNowUntilMs: null,
    ignoredInRow: 0,
    workSince: { eyeRest: 0, pause: 0, long: 0 },
    suppressions: [],
    memory: emptyArmMemory,
    seed,
    nextId: 1,
  }
}
