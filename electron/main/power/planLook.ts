/** What the shell reports after a look at the system, and when it looks again; what the system does not tell is unknown. */
import type { FactReport } from '../../contract/presence.ts'
import { IDLE_AFTER_MS } from '../../core/presence/idleAfter.ts'
import { idleReading } from '../../core/presence/idleReading.ts'
import { CLOSER_LOOK_EVERY_MS } from '../../core/presence/sensorPace.ts'

const SOURCE = 'powerMonitor'
const QUALITY = 0.9
/** Polled answers count for 30 s; told this often, one of them may get lost. */
const TELL_EVERY_MS = 10_000
/** An engine believes the second equal answer, so it comes soon after the first. */
const CONFIRM_AFTER_MS = 2_000
/** Someone who comes back is seen this fast; each look wakes the shell, and three seconds of rest more or less are none. */
const LOOK_WHILE_IDLE_EVERY_MS = 5_000
const SHORTEST_WAIT_MS = 250
/** Timers may come a little early. */
const TIMER_SLACK_MS = 50

export interface SystemFacts {
  /** Seconds without input; null where the system does not say. */
  idleSeconds: number | null
  /** Null where the system does not say. */
  locked: boolean | null
}

/** What an engine was told last. */
export interface Told {
  input: FactReport['value']
  locked: boolean | null
  atMs: number
  /** It changed then, and was not said again yet. */
  isNew: boolean
}

export interface Look {
  /** Empty when there is nothing to tell. */
  readings: FactReport[]
  told: Told
  nextLookMs: number
}

/** Something that happened, told once and believed at once. */
export function eventReading(fact: 'locked' | 'asleep', value: boolean, nowMs: number): FactReport {
  return { fact, value, source: SOURCE, quality: QUALITY, atMs: nowMs, sinceMs: nowMs, how: 'event' }
}

/**
 * @param told null for an engine that was told nothing yet.
 * @param isCloser the engine waits for a gap in the input, and is told of it every two seconds; nobody types on a locked
 *   screen.
 */
export function planLook(facts: SystemFacts, told: Told | null, nowMs: number, isCloser = false): Look {
  const input = inputReading(facts.idleSeconds, nowMs)
  const isNew = told?.input !== input.value || told.locked !== facts.locked
  const everyMs = tellEveryMs(facts, isCloser)
  if (!isNew && !told.isNew && !isDue(told, facts, nowMs, everyMs)) {
    return { readings: [], told, nextLookMs: untilNext(facts, told.atMs, nowMs, everyMs) }
  }
  const readings = facts.locked === null ? [input] : [input, lockedReading(facts.locked, nowMs)]
  return {
    readings,
    told: { input: input.value, locked: facts.locked, atMs: nowMs, isNew },
    nextLookMs: isNew ? CONFIRM_AFTER_MS : untilNext(facts, nowMs, nowMs, everyMs),
  }
}

function tellEveryMs({ idleSeconds, locked }: SystemFacts, isCloser: boolean): number {
  const hasMore = isCloser && idleSeconds !== null && locked !== true
  return hasMore ? CLOSER_LOOK_EVERY_MS : TELL_EVERY_MS
}

function inputReading(idleSeconds: number | null, nowMs: number): FactReport {
  const idleMs = idleSeconds === null ? null : idleSeconds * 1000
  return idleReading({ source: SOURCE, quality: QUALITY, idleMs, atMs: nowMs })
}

function lockedReading(value: boolean, nowMs: number): FactReport {
  return { fact: 'locked', value, source: SOURCE, quality: QUALITY, atMs: nowMs, how: 'poll' }
}

/** Nothing known needs no repeating: an old answer is unknown as well. */
function isDue(
  told: Told,
  { idleSeconds, locked }: SystemFacts,
  nowMs: number,
  tellEveryMs: number,
): boolean {
  if (idleSeconds === null && locked === null) return false
  // The clock may have been set back.
  return Math.abs(nowMs - told.atMs) >= tellEveryMs - TIMER_SLACK_MS
}

function untilNext(
  { idleSeconds, locked }: SystemFacts,
  toldAtMs: number,
  nowMs: number,
  tellEveryMs: number,
): number {
  if (idleSeconds === null && locked === null) return tellEveryMs
  const untilDueMs = tellEveryMs - Math.abs(nowMs - toldAtMs)
  if (idleSeconds === null) return Math.max(SHORTEST_WAIT_MS, untilDueMs)
  const untilIdleMs = IDLE_AFTER_MS - idleSeconds * 1000
  const untilChangeMs = untilIdleMs > 0 ? untilIdleMs : LOOK_WHILE_IDLE_EVERY_MS
  return Math.max(SHORTEST_WAIT_MS, Math.min(untilDueMs, untilChangeMs))
}
