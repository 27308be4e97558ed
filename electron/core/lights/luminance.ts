/** Keeps a room from flashing: looks at the writes of a lamp and of a room, and counts how often their light turns round. */
import type { LoggedWrite } from './writeLog.ts'

/** In any time this long the light of a lamp, and of a room, turns round once at most. */
export const REVERSAL_MS = 1000
/** A smaller change is none, percent. */
const LEAST_CHANGE = 0.5

export type Change = Pick<LoggedWrite, 'atMs' | 'lampId' | 'roomIds' | 'from' | 'to'>
type Direction = -1 | 0 | 1

function changeOf({ from, to }: Change): number {
  return from.brightness === null || to.brightness === null ? 0 : to.brightness - from.brightness
}

function directionOf(change: number): Direction {
  if (Math.abs(change) < LEAST_CHANGE) return 0
  return change > 0 ? 1 : -1
}

interface Moment {
  atMs: number
  change: number
  lampIds: string[]
}

/** Changes of one moment are one change of the room; a lamp that is told twice in it makes two. */
function moments(changes: readonly Change[]): Moment[] {
  const all: Moment[] = []
  for (const one of changes) {
    const last = all.at(-1)
    if (last?.atMs === one.atMs && !last.lampIds.includes(one.lampId)) {
      last.change += changeOf(one)
      last.lampIds.push(one.lampId)
    } else all.push({ atMs: one.atMs, change: changeOf(one), lampIds: [one.lampId] })
  }
  return all
}

/** The moments that turn round what those before them did. */
function reversals(all: readonly Moment[]): Moment[] {
  let before: Direction = 0
  return all.filter(({ change }) => {
    const direction = directionOf(change)
    const isTurn = direction !== 0 && before !== 0 && direction !== before
    if (direction !== 0) before = direction
    return isTurn
  })
}

/** Times at which light that rose begins to fall, or the other way round; `changes` in time order. */
export function reversalTimes(changes: readonly Change[]): number[] {
  return reversals(moments(changes)).map(({ atMs }) => atMs)
}

/** The most reversals in any second. */
export function mostReversalsASecond(changes: readonly Change[]): number {
  const times = reversalTimes(changes)
  return times.reduce((most, from, first) => {
    const within = times.slice(first).filter((atMs) => atMs - from < REVERSAL_MS).length
    return Math.max(most, within)
  }, 0)
}

/** Whether the last of these moments turns the light round, and another did so within the second. */
function turnsTooOften(changes: readonly Change[], nowMs: number): boolean {
  const all = moments(changes)
  const turns = reversals(all)
  const last = turns.at(-1)
  if (last === undefined || last !== all.at(-1)) return false
  return turns.slice(0, -1).some(({ atMs }) => Math.abs(nowMs - atMs) < REVERSAL_MS)
}

export function reversesLamp(log: readonly Change[], next: Change): boolean {
  const own = log.filter(({ lampId }) => lampId === next.lampId)
  return turnsTooOften([...own, next], next.atMs)
}

/** Which of the next changes would turn the light of their room round too soon; all of one moment. */
export function reversingRooms<One extends Change>(log: readonly Change[], next: readonly One[]): One[] {
  const rooms = [...new Set(next.flatMap(({ roomIds }) => roomIds))]
  return rooms.flatMap((room) => {
    const here = (one: Change) => one.roomIds.includes(room)
    const coming = next.filter(here)
    const nowMs = coming[0]?.atMs ?? 0
    const earlier = log.filter(here)
    if (!turnsTooOften([...earlier, ...coming], nowMs)) return []
    const net = directionOf(coming.reduce((sum, one) => sum + changeOf(one), 0))
    return coming.filter((one) => directionOf(changeOf(one)) === net)
  })
}
