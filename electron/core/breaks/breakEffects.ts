/** What a decision about breaks asks of others, and what it leaves behind: all of it values. */
import type { Bucket } from './armMemory.ts'
import type { Shares } from './boundedShares.ts'
import type { BreakForm } from './breakSettings.ts'
import type { Arm, BreakKind, Invitation } from './kinds.ts'

/** `person`: they began it themselves; `tour`: shown on purpose in the first days. */
export const BECAUSES = ['need', 'strain', 'time', 'person', 'tour'] as const
export type Because = (typeof BECAUSES)[number]

/** Why nothing was said although something was due, in the order in which it is looked at. */
export const SUPPRESSION_REASONS = [
  'paused',
  'day_done',
  'outside_hours',
  'hours_break',
  'holiday',
  'call',
  'share',
  'do_not_disturb',
  'full_screen',
  'cap_day',
  'cap_strain',
  'not_now',
  'refractory',
] as const
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number]

export interface Offer {
  id: number
  kind: BreakKind
  /** Null: a pause to fill as one likes. */
  arm: Invitation | null
  because: Because
  lengthMs: number
  form: BreakForm
  postponesLeft: number
  /** It was put off, and comes back as asked. */
  isAgain: boolean
  atMs: number
  /** Work since real rest as it was then, ms, for "you have been at it …". */
  sinceRestMs: number
}

export type WithdrawnBecause =
  /** Two minutes without an answer: it leaves the screen, and can be taken up from the tray for eight more. */
  | 'unanswered'
  | 'started'
  | 'snoozed'
  | 'skipped'
  | 'notNow'
  /** Ten minutes without an answer. */
  | 'ignored'
  | 'natural'
  /** It was put off, and no moment came in which it could be said again; or Lull was not there meanwhile. */
  | 'lapsed'
  | 'settings'
  | 'notDrawn'
  | SuppressionReason

/** A break that is running. Every window counts down to the same `endsAtMs`. */
export interface RunningBreak {
  id: number
  kind: BreakKind
  arm: Invitation | null
  because: Because
  lengthMs: number
  fromMs: number
  endsAtMs: number
  form: BreakForm
  isStrict: boolean
  /** Where an overlay stands; empty for the other forms. */
  displays: readonly string[]
}

export type ClosedBecause = 'done' | 'finished' | 'call' | 'share' | 'notDrawn'

/** A choice with its chances, as it is kept. */
export interface ChoiceRecord {
  nudgeId: number
  atMs: number
  workDay: number
  kind: BreakKind
  bucket: Bucket
  /** In which form it is said, or would have been. */
  form: BreakForm
  arm: Arm
  by: 'pinned' | 'rules' | 'learnt'
  probabilities: Shares
  expected: Shares
  asks: boolean
}

export type OutcomeHow =
  | 'done'
  | 'natural'
  /** Left before three fifths were over. */
  | 'left'
  | 'skipped'
  | 'notNow'
  | 'ignored'
  /** Left out on purpose, and the person worked on. */
  | 'workedOn'
  | 'ratedBad'
  /** Something came between, and nobody can say. */
  | 'unseen'

/** One row for a stretch of silence with one reason; the same `row` again replaces the earlier one. */
export interface Suppression {
  row: number
  reason: SuppressionReason
  kind: BreakKind
  because: Because
  workDay: number
  fromMs: number
  toMs: number
  /** Time within it that the reason held, ms. */
  heldMs: number
  /** How often the reason came anew within it. */
  times: number
}

export const ENTRY_WHATS = [
  'offered',
  'hinted',
  /** Said once more after it was put off. */
  'again',
  'leftOut',
  'taken',
  'left',
  'natural',
  'snoozed',
  'skipped',
  'notNow',
  'ignored',
  'withdrawn',
  'dayDone',
] as const
export type EntryWhat = (typeof ENTRY_WHATS)[number]

/** One line of the history. */
export interface BreakEntry {
  atMs: number
  workDay: number
  /** What the person's calendar and clock showed. */
  dayNumber: number
  minuteOfDay: number
  what: EntryWhat
  kind: BreakKind | null
  arm: Arm | null
  because: Because | null
  nudgeId: number | null
  lengthMs: number | null
  restedMs: number | null
  /** Why it was withdrawn. */
  reason: WithdrawnBecause | ClosedBecause | null
}

export type RefusedBecause =
  | 'gone'
  | 'postpone_limit'
  | 'strict'
  | 'already_running'
  | 'not_running'
  | 'hushed'

export type BreakEffect =
  /** Show it, in its form. */
  | { kind: 'offer'; offer: Offer }
  /** Only the tray says it. */
  | { kind: 'hint'; offer: Offer }
  | { kind: 'withdraw'; nudgeId: number; because: WithdrawnBecause }
  /** Also again when displays come or go and when the clock was set: the newest `endsAtMs` holds. */
  | { kind: 'openBreak'; running: RunningBreak }
  | { kind: 'closeBreak'; id: number; because: ClosedBecause }
  | { kind: 'askHelped'; nudgeId: number }
  | { kind: 'chosen'; choice: ChoiceRecord }
  /** `worked` null: not counted. */
  | { kind: 'outcome'; nudgeId: number; arm: Arm; worked: boolean | null; how: OutcomeHow; atMs: number }
  | { kind: 'entered'; entry: BreakEntry }
  | { kind: 'suppressed'; suppression: Suppression }
  | { kind: 'refused'; because: RefusedBecause }
