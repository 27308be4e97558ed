/** In which order and how fast writes go out, so that a bridge is never pressed: a plan, without a clock of its own. */
import type { LampWrite } from './lamp.ts'

/** One light, or all lights of a group at once. */
export interface QueuedWrite {
  id: number
  target: { kind: 'light' } | { kind: 'group'; groupId: string }
  /** Those it reaches. */
  lampIds: readonly string[]
  write: Omit<LampWrite, 'lampId'>
  queuedMs: number
  /** Not before, after a try that failed, epoch ms. */
  notBeforeMs: number
  tries: number
}

export interface WriteQueue {
  waiting: readonly QueuedWrite[]
  inFlight: readonly QueuedWrite[]
  lastLightMs: number | null
  lastGroupMs: number | null
  /** Tries in a row that found nobody. */
  unanswered: number
  lastTryMs: number | null
  nextId: number
}

export type Answer =
  | 'done'
  /** 429 or 503: later. */
  | 'busy'
  /** Nobody there, or too slow. */
  | 'unanswered'
  /** It will not, and says so. */
  | 'refused'

/** What came of the queue's own doing, to be told once. */
export interface GivenUp {
  write: QueuedWrite
  because: 'refused' | 'tries' | 'too_late'
}

/** Hue: ten lights and one group a second, three requests at a time (light notes §7). */
export const LIGHT_EVERY_MS = 100
export const GROUP_EVERY_MS = 1000
/**
 * After a write to a group that had to wait, the next may come this much sooner: lamps that follow a breath are told every
 * second, and would fall behind with each late timer and never catch up.
 */
export const CATCH_UP_MS = 100
export const MOST_IN_FLIGHT = 3
export const MOST_TRIES = 5
/** A calm change that comes later than this is worse than none. */
export const TOO_LATE_MS = 30_000
/** At most ten tries a minute for someone who does not answer, those that were on their way among them. */
const DEAD_EVERY_MS = 8000
const DEAD_AFTER = 1
const FIRST_WAIT_MS = 250

export const emptyQueue: WriteQueue = {
  waiting: [],
  inFlight: [],
  lastLightMs: null,
  lastGroupMs: null,
  unanswered: 0,
  lastTryMs: null,
  nextId: 1,
}

/** Lights a bridge can write to at once: a room or a zone. */
export interface Group {
  groupId: string
  lampIds: readonly string[]
}

type NewWrite = Pick<QueuedWrite, 'target' | 'lampIds' | 'write'>

function contentOf({ lampId: _, ...write }: LampWrite): Omit<LampWrite, 'lampId'> {
  return write
}

/**
 * Writes that ask the same of every light of a group become one write to the group; never of a group that reaches a light
 * none of them is for. Biggest groups first.
 */
export function grouped(writes: readonly LampWrite[], groups: readonly Group[]): NewWrite[] {
  const left = new Map(writes.map((one) => [one.lampId, one]))
  const all: NewWrite[] = []
  const bySize = [...groups].sort((a, b) => b.lampIds.length - a.lampIds.length)
  for (const { groupId, lampIds } of bySize) {
    const own = lampIds.flatMap((id) => left.get(id) ?? [])
    const [first] = own
    const isWhole = own.length === lampIds.length && own.length > 1 && first !== undefined
    if (!isWhole || new Set(own.map((one) => JSON.stringify(contentOf(one)))).size > 1) continue
    all.push({ target: { kind: 'group', groupId }, lampIds, write: contentOf(first) })
    for (const id of lampIds) left.delete(id)
  }
  for (const one of left.values()) {
    all.push({ target: { kind: 'light' }, lampIds: [one.lampId], write: contentOf(one) })
  }
  return all
}

/** What is left of a waiting write once a newer one says something else about its light. */
function without(older: QueuedWrite, newer: NewWrite): QueuedWrite | null {
  if (!older.lampIds.every((id) => newer.lampIds.includes(id))) return older
  const { brightness, mirek, xy, fadeMs } = older.write
  const isColour = newer.write.mirek !== undefined || newer.write.xy !== undefined
  const left: QueuedWrite['write'] = {
    fadeMs,
    ...(brightness !== undefined && newer.write.brightness === undefined ? { brightness } : {}),
    ...(mirek !== undefined && !isColour ? { mirek } : {}),
    ...(xy !== undefined && !isColour ? { xy } : {}),
  }
  return Object.keys(left).length > 1 ? { ...older, write: left } : null
}

/** To the same target, what is still to be said joins the newer write. */
function joined(older: QueuedWrite, newer: NewWrite): NewWrite {
  const isSame = JSON.stringify(older.target) === JSON.stringify(newer.target)
  const left = isSame && older.lampIds.join() === newer.lampIds.join() ? without(older, newer) : null
  return left === null ? newer : { ...newer, write: { ...left.write, ...newer.write } }
}

export function enqueued(queue: WriteQueue, writes: readonly NewWrite[], nowMs: number): WriteQueue {
  let { waiting, nextId } = queue
  for (const one of writes) {
    const whole = waiting.reduce((newer, older) => joined(older, newer), one)
    const others = waiting.flatMap((older) => without(older, whole) ?? [])
    waiting = [...others, { ...whole, id: nextId++, queuedMs: nowMs, notBeforeMs: nowMs, tries: 0 }]
  }
  return { ...queue, waiting, nextId }
}

/** When a write of its kind may go out at the earliest, epoch ms. */
function paceMs(queue: WriteQueue, { target }: QueuedWrite): number {
  const last = target.kind === 'group' ? queue.lastGroupMs : queue.lastLightMs
  const everyMs = target.kind === 'group' ? GROUP_EVERY_MS : LIGHT_EVERY_MS
  const isDead = queue.unanswered >= DEAD_AFTER && queue.lastTryMs !== null
  const deadMs = isDead ? (queue.lastTryMs ?? 0) + DEAD_EVERY_MS : 0
  return Math.max(last === null ? 0 : last + everyMs, deadMs)
}

/** No write overtakes an older one to the same light. */
function isBlocked(queue: WriteQueue, one: QueuedWrite): boolean {
  const touches = (other: QueuedWrite) => other.lampIds.some((id) => one.lampIds.includes(id))
  return queue.inFlight.some(touches) || queue.waiting.some((other) => other.id < one.id && touches(other))
}

export interface Sending {
  queue: WriteQueue
  /** To be sent now. */
  send: QueuedWrite[]
  givenUp: GivenUp[]
  /** When to ask again, epoch ms; null: when something is answered or comes in. */
  nextMs: number | null
}

function sent(queue: WriteQueue, one: QueuedWrite, nowMs: number): WriteQueue {
  const tried = { ...one, tries: one.tries + 1 }
  const waitedMs = Math.min(CATCH_UP_MS, Math.max(0, nowMs - one.queuedMs))
  return {
    ...queue,
    waiting: queue.waiting.filter(({ id }) => id !== one.id),
    inFlight: [...queue.inFlight, tried],
    lastTryMs: nowMs,
    ...(one.target.kind === 'group' ? { lastGroupMs: nowMs - waitedMs } : { lastLightMs: nowMs }),
  }
}

function nextMs(queue: WriteQueue, nowMs: number): number | null {
  if (queue.inFlight.length >= MOST_IN_FLIGHT) return null
  const free = queue.waiting.filter((one) => !isBlocked(queue, one))
  const times = free.map((one) => Math.max(one.notBeforeMs, paceMs(queue, one)))
  return times.length === 0 ? null : Math.max(nowMs, Math.min(...times))
}

/** All that may go out at this moment. A clock that was set back starts the pace anew. */
export function sendable(before: WriteQueue, nowMs: number): Sending {
  const isLate = (one: QueuedWrite) => nowMs - one.queuedMs >= TOO_LATE_MS
  const givenUp = before.waiting.filter(isLate).map((write): GivenUp => ({ write, because: 'too_late' }))
  let queue: WriteQueue = onClock({ ...before, waiting: before.waiting.filter((one) => !isLate(one)) }, nowMs)
  const send: QueuedWrite[] = []
  for (const one of queue.waiting) {
    if (queue.inFlight.length >= MOST_IN_FLIGHT) break
    if (one.notBeforeMs > nowMs || paceMs(queue, one) > nowMs || isBlocked(queue, one)) continue
    queue = sent(queue, one, nowMs)
    send.push({ ...one, tries: one.tries + 1 })
  }
  return { queue, send, givenUp, nextMs: nextMs(queue, nowMs) }
}

function onClock(queue: WriteQueue, nowMs: number): WriteQueue {
  const no = (atMs: number | null) => (atMs !== null && atMs > nowMs ? nowMs : atMs)
  const waiting = queue.waiting.map((one) =>
    one.queuedMs > nowMs ? { ...one, queuedMs: nowMs, notBeforeMs: nowMs } : one,
  )
  const { lastLightMs, lastGroupMs, lastTryMs } = queue
  return {
    ...queue,
    waiting,
    lastLightMs: no(lastLightMs),
    lastGroupMs: no(lastGroupMs),
    lastTryMs: no(lastTryMs),
  }
}

/** Twice as long after every try, and never all at once: between half and one and a half of it. */
function waitMs(tries: number, random: () => number): number {
  return FIRST_WAIT_MS * 2 ** (tries - 1) * (0.5 + random())
}

/** @param random gives 0–1. */
export function answered(
  queue: WriteQueue,
  id: number,
  answer: Answer,
  nowMs: number,
  random: () => number,
): { queue: WriteQueue; givenUp: GivenUp[] } {
  const write = queue.inFlight.find((one) => one.id === id)
  const inFlight = queue.inFlight.filter((one) => one.id !== id)
  const unanswered = answer === 'unanswered' ? queue.unanswered + 1 : 0
  const next: WriteQueue = { ...queue, inFlight, unanswered }
  if (write === undefined || answer === 'done') return { queue: next, givenUp: [] }
  if (answer === 'refused') return { queue: next, givenUp: [{ write, because: 'refused' }] }
  if (write.tries >= MOST_TRIES) return { queue: next, givenUp: [{ write, because: 'tries' }] }
  const newer = queue.waiting.filter((one) => one.id > write.id)
  const left = newer.reduce<QueuedWrite | null>((one, over) => one && without(one, over), write)
  if (left === null) return { queue: next, givenUp: [] }
  const again = { ...left, notBeforeMs: nowMs + Math.round(waitMs(write.tries, random)) }
  return { queue: { ...next, waiting: [again, ...queue.waiting] }, givenUp: [] }
}
