/** The log as stories: what a look changed, how it ended, and what became of each lamp. */
import type { LightsEntryView } from '../../../electron/contract/lights.ts'

export type EntryLampView = LightsEntryView['lamps'][number]
export type LeftAlone = LightsEntryView['refused'][number]

export type Fate = { kind: 'restored'; atMs: number } | { kind: 'left'; atMs: number; why: string | null }

export interface StoryLamp extends EntryLampView {
  /** Null: the log does not say, or not within these days. */
  fate: Fate | null
}

export interface Story {
  row: number
  atMs: number
  workDay: number
  look: string | null
  because: LightsEntryView['because']
  claimId: number | null
  lamps: StoryLamp[]
  leftAlone: LeftAlone[]
  ended: { atMs: number; why: string | null } | null
}

export type LogRow =
  | { kind: 'story'; story: Story }
  /** Nothing was changed, or what a look of other days had changed found its end. */
  | { kind: 'plain'; entry: LightsEntryView }

export const rowOf = (row: LogRow): { row: number; atMs: number; workDay: number } =>
  row.kind === 'story' ? row.story : row.entry

function begun(entry: LightsEntryView, stories: Story[]): Story | null {
  const lamps = entry.lamps.map((lamp): StoryLamp => ({ ...lamp, fate: null }))
  const same = stories.find(({ claimId, ended }) => claimId !== null && claimId === entry.claimId && !ended)
  if (same === undefined) {
    const { row, atMs, workDay, look, because, claimId, refused } = entry
    return { row, atMs, workDay, look, because, claimId, lamps, leftAlone: refused, ended: null }
  }
  // Lamps that had to wait joined later.
  const now = lamps.map(({ lampId }) => lampId)
  same.lamps = [...same.lamps.filter(({ lampId }) => !now.includes(lampId)), ...lamps]
  const still = [...same.leftAlone, ...entry.refused].filter(({ lampId }) => !now.includes(lampId))
  same.leftAlone = still.filter((one, at) => still.findIndex(({ lampId }) => lampId === one.lampId) === at)
  return null
}

/** Looks lie one over the other: a lamp that was given back was given back by all of them. */
function fated(entry: LightsEntryView, stories: readonly Story[]): boolean {
  const { atMs, why } = entry
  const fate: Fate = entry.what === 'restored' ? { kind: 'restored', atMs } : { kind: 'left', atMs, why }
  let isTold = false
  for (const { lampId } of entry.lamps) {
    for (const story of stories) {
      const isOurs = entry.claimId === null || story.claimId === null || story.claimId === entry.claimId
      const lamp = story.lamps.find((one) => one.lampId === lampId && one.fate === null)
      if (!lamp || !isOurs) continue
      lamp.fate = fate
      isTold = true
    }
  }
  return isTold
}

function ended(entry: LightsEntryView, stories: readonly Story[]): boolean {
  const story = stories.find((one) => one.claimId === entry.claimId && one.ended === null)
  if (story === undefined || entry.claimId === null) return false
  story.ended = { atMs: entry.atMs, why: entry.why }
  return true
}

/** Newest first, as the entries come. */
export function lightStories(entries: readonly LightsEntryView[]): LogRow[] {
  const stories: Story[] = []
  const rows: LogRow[] = []
  for (const entry of [...entries].sort((a, b) => a.row - b.row)) {
    if (entry.what === 'begun') {
      const story = begun(entry, stories)
      if (story === null) continue
      stories.unshift(story)
      rows.push({ kind: 'story', story })
    } else if (entry.what === 'ended') {
      // One that changed nothing has been told already.
      ended(entry, stories)
    } else if (entry.what === 'restored' || entry.what === 'left') {
      if (!fated(entry, stories)) rows.push({ kind: 'plain', entry })
    } else rows.push({ kind: 'plain', entry })
  }
  return rows.reverse()
}

/** Days with their rows, newest first. */
export function byDay(rows: readonly LogRow[]): { day: number; rows: LogRow[] }[] {
  const days: { day: number; rows: LogRow[] }[] = []
  for (const row of rows) {
    const { workDay } = rowOf(row)
    const last = days.at(-1)
    if (last?.day === workDay) last.rows.push(row)
    else days.push({ day: workDay, rows: [row] })
  }
  return days
}
