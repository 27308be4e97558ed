/** Work, rest and the day as they add up: the clock the break need is read from. */
import type { Standing } from '../presence/standing.ts'

/** A stretch of time with one standing, as presence hands it over; stretches follow one another. */
export interface RhythmSpan {
  fromMs: number
  toMs: number
  standing: Standing
  /** Day number of its beginning, with days that start at 04:00. */
  workDay: number
}

export interface RhythmRules {
  /** Rest that counts in full, ms; shorter ones count in proportion (work-pattern notes §4.3, §4.4). */
  fullRestMs: number
}

export interface WorkRhythm {
  /** Work since real rest, ms; partial rests have taken their share away. */
  activeMs: number
  /** Rest that is going on, ms; 0 while working. */
  restMs: number
  /** Beginning of the session going on, epoch ms; a session ends with five minutes of rest. */
  sessionFromMs: number | null
  workDay: number | null
  /** First work of this day, epoch ms. */
  dayFromMs: number | null
  /** Last work of this day, epoch ms. */
  dayToMs: number | null
  /** Work of this day, ms. */
  dayActiveMs: number
  /** Time that is going on in which nobody can tell work from rest, ms; 0 while it can be told. */
  unknownMs: number
}

export type RhythmEffect =
  /** The rest going on has reached five minutes: strain may be cleared, a session is over. */
  | { kind: 'realRestReached'; atMs: number }
  /** Work began again after at least a minute. `credit` is 0–1. */
  | { kind: 'rested'; fromMs: number; toMs: number; credit: number }
  | { kind: 'sessionEnded'; fromMs: number; toMs: number }

/** Away for less than a minute is a thought (work-pattern notes §4.4). */
export const LEAST_REST_MS = 60_000
/** Three minutes of rest count in full by default: "50 minutes without 3 minutes of rest" (work-pattern notes §4.4). */
export const DEFAULT_FULL_REST_MS = 3 * 60_000
/** Five minutes clear everything (work-pattern notes §4.3). */
export const REAL_REST_MS = 5 * 60_000

export const noRhythmYet: WorkRhythm = {
  activeMs: 0,
  restMs: 0,
  sessionFromMs: null,
  workDay: null,
  dayFromMs: null,
  dayToMs: null,
  dayActiveMs: 0,
  unknownMs: 0,
}

/** Whether the stretch that was taken in last was work. */
export function isWorking(rhythm: WorkRhythm): boolean {
  return rhythm.sessionFromMs !== null && rhythm.restMs === 0 && rhythm.unknownMs === 0
}

/** min(1, idle/required), nothing below a minute. */
export function restCredit(restMs: number, fullRestMs: number): number {
  return restMs < LEAST_REST_MS ? 0 : Math.min(1, restMs / fullRestMs)
}

/** Work since real rest with the rest going on already taken into account, ms. */
export function activeSinceRestMs(rhythm: WorkRhythm, rules: RhythmRules): number {
  return rhythm.activeMs * (1 - restCredit(rhythm.restMs, rules.fullRestMs))
}

function onItsDay(rhythm: WorkRhythm, workDay: number): WorkRhythm {
  if (rhythm.workDay === workDay) return rhythm
  return { ...rhythm, workDay, dayFromMs: null, dayToMs: null, dayActiveMs: 0 }
}

/** The rest that ends here takes its share of the work before it away. A thought does not. */
function withoutRest(rhythm: WorkRhythm, atMs: number, rules: RhythmRules): [WorkRhythm, RhythmEffect[]] {
  const { restMs } = rhythm
  if (restMs < LEAST_REST_MS) return [{ ...rhythm, restMs: 0 }, []]
  const credit = restCredit(restMs, rules.fullRestMs)
  const rested: RhythmEffect = { kind: 'rested', fromMs: atMs - restMs, toMs: atMs, credit }
  return [{ ...rhythm, activeMs: activeSinceRestMs(rhythm, rules), restMs: 0 }, [rested]]
}

function afterWork(rhythm: WorkRhythm, span: RhythmSpan, rules: RhythmRules): [WorkRhythm, RhythmEffect[]] {
  const [back, effects] = withoutRest(rhythm, span.fromMs, rules)
  const thoughtMs = effects.length === 0 ? rhythm.restMs : 0
  const addedMs = span.toMs - span.fromMs + thoughtMs
  return [
    {
      ...back,
      activeMs: back.activeMs + addedMs,
      sessionFromMs: back.sessionFromMs ?? span.fromMs,
      dayFromMs: back.dayFromMs ?? span.fromMs,
      dayToMs: span.toMs,
      dayActiveMs: back.dayActiveMs + addedMs,
      unknownMs: 0,
    },
    effects,
  ]
}

function afterRest(rhythm: WorkRhythm, span: RhythmSpan): [WorkRhythm, RhythmEffect[]] {
  const restMs = rhythm.restMs + span.toMs - span.fromMs
  const isReached = rhythm.restMs < REAL_REST_MS && restMs >= REAL_REST_MS
  if (!isReached) return [{ ...rhythm, restMs, unknownMs: 0 }, []]
  const restFromMs = span.fromMs - rhythm.restMs
  const reached: RhythmEffect = { kind: 'realRestReached', atMs: restFromMs + REAL_REST_MS }
  const ended: RhythmEffect[] =
    rhythm.sessionFromMs === null
      ? []
      : [{ kind: 'sessionEnded', fromMs: rhythm.sessionFromMs, toMs: restFromMs }]
  return [{ ...rhythm, restMs, sessionFromMs: null, unknownMs: 0 }, [reached, ...ended]]
}

/**
 * Takes in the next stretch. Unknown time is neither work nor rest: it ends the rest before it and adds nothing. A
 * stretch without length changes nothing.
 */
export function advanceRhythm(
  rhythm: WorkRhythm,
  span: RhythmSpan,
  rules: RhythmRules,
): [WorkRhythm, RhythmEffect[]] {
  const lengthMs = span.toMs - span.fromMs
  if (lengthMs <= 0) return [rhythm, []]
  const today = onItsDay(rhythm, span.workDay)
  if (span.standing === 'working') return afterWork(today, span, rules)
  if (span.standing === 'resting') return afterRest(today, span)
  const [unrested, effects] = withoutRest(today, span.fromMs, rules)
  return [{ ...unrested, unknownMs: unrested.unknownMs + lengthMs }, effects]
}
