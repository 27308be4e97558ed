/** A day of pauses as a line of time: each offer with what came of it, rests, and what was not said between them. */
import type { BreakEntryView, SuppressionView } from '../../../electron/contract/breaks.ts'
import type { SuppressionReason } from '../../../electron/core/breaks/breakEffects.ts'

type Entry = BreakEntryView

export type Outcome =
  | 'taken'
  | 'left'
  | 'skipped'
  | 'notNow'
  | 'ignored'
  | 'withdrawn'
  /** Rest began by itself soon after. */
  | 'rested'
  | 'leftOut'
  /** Nothing is written down of how it ended. */
  | 'open'

/** One nudge, or one pause the person began. */
export interface NudgeItem {
  type: 'nudge'
  id: string
  atMs: number
  minuteOfDay: number
  outcome: Outcome
  /** The entry that tells kind, what with, and why. */
  entry: Entry
  restedMs: number | null
  /** Why it went away. */
  reason: string | null
  timesSnoozed: number
  /** Only the tray said it. */
  isHint: boolean
  /** When it was said, in local minutes; null where it was not. */
  offeredMinute: number | null
}

export interface RestItem {
  type: 'rest'
  id: string
  /** When it began. */
  atMs: number
  minuteOfDay: number
  restedMs: number | null
}

export interface DayDoneItem {
  type: 'dayDone'
  id: string
  atMs: number
  minuteOfDay: number
}

/** Silences with nothing else between them. */
export interface QuietItem {
  type: 'quiet'
  id: string
  atMs: number
  groups: SilenceGroup[]
}

export interface SilenceGroup {
  reason: SuppressionReason
  /** How often it came anew. */
  times: number
  heldMs: number
  /** Newest first. */
  rows: SuppressionView[]
}

export type TimelineItem = NudgeItem | RestItem | DayDoneItem | QuietItem
export const timelineFilters = ['all', 'pauses', 'offers', 'silences'] as const
export type TimelineFilter = (typeof timelineFilters)[number]

const endings = ['taken', 'left', 'skipped', 'notNow', 'ignored', 'withdrawn'] as const
const MINUTE_MS = 60_000
/** Rest that begins within this was the answer (as in core's outcomes). */
const ANSWERED_WITHIN_MS = 5 * MINUTE_MS

const restStart = ({ atMs, restedMs }: Entry) => atMs - (restedMs ?? 0)
const minuteBefore = (minuteOfDay: number, ms: number | null) =>
  (((minuteOfDay - Math.round((ms ?? 0) / MINUTE_MS)) % 1440) + 1440) % 1440

function isRestOf(nudge: Entry, rest: Entry): boolean {
  const afterMs = restStart(rest) - nudge.atMs
  return afterMs >= -MINUTE_MS && afterMs <= ANSWERED_WITHIN_MS
}

function outcomeOf(story: readonly Entry[], last: Entry, rests: readonly Entry[]): Outcome {
  if (last.what === 'leftOut') return 'leftOut'
  const ending = endings.find((one) => story.some(({ what }) => what === one))
  if (ending) return ending
  return rests.some((rest) => isRestOf(last, rest)) ? 'rested' : 'open'
}

function nudgeItem(story: readonly Entry[], rests: readonly Entry[]): NudgeItem | null {
  const [first] = story
  const last = story.at(-1)
  if (!first || !last) return null
  const said = story.find(({ what }) => what === 'offered' || what === 'hinted')
  const pause = story.find(({ what }) => what === 'taken' || what === 'left')
  const moment = pause ?? said ?? last
  return {
    type: 'nudge',
    id: `n${first.nudgeId}.${first.atMs}`,
    // A pause stands where it began.
    atMs: pause ? restStart(pause) : moment.atMs,
    minuteOfDay: minuteBefore(moment.minuteOfDay, pause ? pause.restedMs : 0),
    outcome: outcomeOf(story, last, rests),
    entry: pause ?? said ?? first,
    restedMs: pause?.restedMs ?? null,
    reason: last.reason,
    timesSnoozed: story.filter(({ what }) => what === 'snoozed').length,
    isHint: said?.what === 'hinted',
    offeredMinute: said?.minuteOfDay ?? null,
  }
}

/** Entries of one nudge belong together; those of none stand for themselves. */
function storiesOf(entries: readonly Entry[]): Entry[][] {
  const byNudge = new Map<number, Entry[]>()
  // An end of the day that was accepted is told by the day that was closed.
  const closed = new Set(entries.filter(({ what }) => what === 'dayDone').map(({ nudgeId }) => nudgeId))
  for (const entry of entries) {
    if (entry.nudgeId === null || closed.has(entry.nudgeId) || entry.what === 'natural') continue
    const story = byNudge.get(entry.nudgeId)
    if (story) story.push(entry)
    else byNudge.set(entry.nudgeId, [entry])
  }
  return [...byNudge.values()]
}

function happenings(entries: readonly Entry[]): Exclude<TimelineItem, QuietItem>[] {
  const rests = entries.filter(({ what }) => what === 'natural')
  const nudges = storiesOf(entries).map((story) => nudgeItem(story, rests))
  return [
    ...nudges.filter((item) => item !== null),
    ...rests.map(
      (rest, at): RestItem => ({
        type: 'rest',
        id: `r${rest.atMs}.${at}`,
        atMs: restStart(rest),
        minuteOfDay: minuteBefore(rest.minuteOfDay, rest.restedMs),
        restedMs: rest.restedMs,
      }),
    ),
    ...entries
      .filter(({ what }) => what === 'dayDone')
      .map(({ atMs, minuteOfDay }): DayDoneItem => ({ type: 'dayDone', id: `d${atMs}`, atMs, minuteOfDay })),
  ]
}

/** By reason, the one that held longest first. */
export function silenceGroups(suppressions: readonly SuppressionView[]): SilenceGroup[] {
  const groups = new Map<SuppressionReason, SilenceGroup>()
  for (const row of suppressions) {
    const group = groups.get(row.reason) ?? { reason: row.reason, times: 0, heldMs: 0, rows: [] }
    group.times += Math.max(1, row.times)
    group.heldMs += row.heldMs
    group.rows.push(row)
    groups.set(row.reason, group)
  }
  for (const group of groups.values()) group.rows.sort((a, b) => b.fromMs - a.fromMs)
  return [...groups.values()].sort((a, b) => b.heldMs - a.heldMs || b.times - a.times)
}

/** Newest first. However many silences there are, those with nothing between them are one item. */
export function dayTimeline(
  entries: readonly Entry[],
  suppressions: readonly SuppressionView[],
): TimelineItem[] {
  const items = happenings(entries).sort((a, b) => b.atMs - a.atMs)
  const silences = suppressions.toSorted((a, b) => b.fromMs - a.fromMs)
  const line: TimelineItem[] = []
  let next = 0
  const takeSince = (sinceMs: number) => {
    const from = next
    while (next < silences.length && (silences[next]?.fromMs ?? 0) >= sinceMs) next++
    const rows = silences.slice(from, next)
    const oldest = rows.at(-1)
    if (!oldest) return
    line.push({ type: 'quiet', id: `q${oldest.row}`, atMs: oldest.fromMs, groups: silenceGroups(rows) })
  }
  for (const item of items) {
    takeSince(item.atMs)
    line.push(item)
  }
  takeSince(Number.NEGATIVE_INFINITY)
  return line
}

const pauses: readonly Outcome[] = ['taken', 'left', 'rested']

export function isShownIn(filter: TimelineFilter, item: TimelineItem): boolean {
  if (filter === 'all') return true
  if (filter === 'silences') return item.type === 'quiet'
  if (filter === 'offers') return item.type === 'nudge' && item.entry.because !== 'person'
  return item.type === 'rest' || (item.type === 'nudge' && pauses.includes(item.outcome))
}
