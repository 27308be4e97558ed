/** The last gate before any lamp: a write passes only if it breaks no rule, and each refusal names the rule. */
import type { LocalMoment } from '../presence/localMoment.ts'
import { isWithin as isInSpan } from '../presence/localMoment.ts'
import { type Lamp, type LampWrite, type Shown, shownAfter, shownBy } from './lamp.ts'
import { lampRule, lookRule } from './lampRules.ts'
import { choiceOf, LEAST_FADE_MS, type LightLimits, LONGEST_FADE_MS } from './limits.ts'
import { reversesLamp, reversingRooms } from './luminance.ts'
import { restoreRule } from './restoreRule.ts'
import type { Refused, Rule } from './rules.ts'
import { whoseDoing } from './whoseDoing.ts'
import { headingTo, type LoggedWrite, loggedWrite, mayBeAt, type Purpose } from './writeLog.ts'

/** One change of a lamp in this time, outside breathing. */
export const DWELL_MS = 30_000
/** Breathing goes in steps no bigger than this, percent. */
export const MOST_STEP = 10

/** What Lull found on a lamp, and what it has set since. */
export interface Kept {
  lampId: string
  /** As the person had it. */
  before: Shown
  /** What a restore may go back to: `before`, or a look that still runs beneath another. */
  mayReturnTo: readonly Shown[]
  /** What the lamp shows if nobody touched it. */
  set: Shown
  orElse: Shown | null
}

export interface Known {
  lamps: readonly Lamp[]
  /** In time order. */
  log: readonly LoggedWrite[]
  kept: readonly Kept[]
  limits: LightLimits
  /** Looks of this day nobody asked for, this one left out. */
  looksToday: number
}

export interface Request {
  purpose: Purpose
  /** The person asked for it now: a wish, a preview, an exercise. */
  isAsked: boolean
  writes: readonly LampWrite[]
}

export interface Verdict {
  allowed: LampWrite[]
  refused: Refused[]
  /** The allowed ones, as they are to be kept in the log. */
  logged: LoggedWrite[]
}

const MEMBERS: ReadonlySet<string> = new Set(['lampId', 'brightness', 'mirek', 'xy', 'fadeMs'])
const isWithin = (value: unknown, least: number, most: number) =>
  typeof value === 'number' && value >= least && value <= most
/** A bridge makes nought the least a lamp can do, so nobody asks for less than this, percent. */
const LEAST_PERCENT = 0.01

function isPoint(xy: unknown): boolean {
  if (typeof xy !== 'object' || xy === null) return false
  const { x, y } = xy as Partial<Record<'x' | 'y', unknown>>
  return isWithin(x, 0, 1) && isWithin(y, 1e-4, 1) && Number(x) + Number(y) <= 1
}

/** A write that came from elsewhere may hold more, or something else, than its type says. */
function shapeRule(write: LampWrite): Rule | null {
  const members = Object.keys(write)
  if (members.includes('on')) return 'switches_on'
  if (members.some((name) => !MEMBERS.has(name))) return 'other_member'
  const { brightness, mirek, xy, fadeMs } = write
  if (brightness === undefined && mirek === undefined && xy === undefined) return 'nothing_asked'
  if (mirek !== undefined && xy !== undefined) return 'other_member'
  if (brightness !== undefined && !isWithin(brightness, LEAST_PERCENT, 100)) return 'no_number'
  if (mirek !== undefined && !isWithin(mirek, 50, 1000)) return 'no_number'
  if (xy !== undefined && !isPoint(xy)) return 'no_number'
  if (!isWithin(fadeMs, Number.NEGATIVE_INFINITY, LONGEST_FADE_MS)) return 'no_number'
  return fadeMs < LEAST_FADE_MS ? 'fade_too_short' : null
}

function wishRule({ purpose, isAsked }: Request, known: Known, lamp: Lamp, moment: LocalMoment): Rule | null {
  if (purpose === 'restore') return null
  const { limits, looksToday } = known
  if (!limits.isAllowed) return 'not_allowed'
  const choice = choiceOf(lamp, limits)
  if (choice !== 'chosen') return choice
  if (limits.times !== null && !isInSpan(limits.times, moment.minuteOfDay)) return 'quiet_times'
  return !isAsked && looksToday >= limits.mostLooksADay ? 'daily_cap' : null
}

function paceRule(
  write: LampWrite,
  lamp: Lamp,
  purpose: Purpose,
  { log }: Known,
  nowMs: number,
): Rule | null {
  const isLate = (one: LoggedWrite) => one.lampId === lamp.id && Math.abs(nowMs - one.atMs) < DWELL_MS
  if (purpose === 'look') {
    return log.some((one) => isLate(one) && one.purpose !== 'breathe') ? 'too_soon' : null
  }
  const { brightness } = write
  if (purpose === 'restore' || brightness === undefined) return null
  const isFar = mayBeAt(lamp, log, nowMs).some((one) => Math.abs(brightness - one) > MOST_STEP + 1e-6)
  return isFar ? 'step_too_big' : null
}

function valueRule(
  write: LampWrite,
  lamp: Lamp,
  purpose: Purpose,
  known: Known,
  moment: LocalMoment,
): Rule | null {
  const kept = known.kept.find(({ lampId }) => lampId === lamp.id) ?? null
  if (purpose === 'restore') return restoreRule(write, lamp, kept, known.log, moment.atMs)
  const isWave = purpose === 'breathe' && kept !== null
  if (isWave && whoseDoing(lamp, kept, known.log, moment.atMs) === 'theirs') return 'not_ours'
  const most = isWave ? kept.before.brightness : lamp.brightness
  return lookRule(write, lamp, most, known.limits, moment)
}

function ruleFor(write: LampWrite, request: Request, known: Known, moment: LocalMoment): Rule | null {
  const shape = shapeRule(write)
  if (shape !== null) return shape
  const lamp = known.lamps.find(({ id }) => id === write.lampId)
  if (lamp === undefined) return 'unknown_lamp'
  const { purpose } = request
  return (
    wishRule(request, known, lamp, moment) ??
    lampRule(write, lamp) ??
    valueRule(write, lamp, purpose, known, moment) ??
    paceRule(write, lamp, purpose, known, moment.atMs)
  )
}

/** What a lamp shows or is heading to, as the log counts it. */
function startOf(lamp: Lamp, log: readonly LoggedWrite[], nowMs: number): Shown {
  return { ...shownBy(lamp), brightness: headingTo(lamp, log, nowMs) }
}

function entryFor(
  write: LampWrite,
  purpose: Purpose,
  known: Known,
  log: readonly LoggedWrite[],
  nowMs: number,
): LoggedWrite | null {
  const lamp = known.lamps.find(({ id }) => id === write.lampId)
  if (lamp === undefined) return null
  const from = startOf(lamp, log, nowMs)
  return loggedWrite(write, lamp, purpose, from, shownAfter(from, write), nowMs)
}

/**
 * All writes of one moment. A restore may make brighter and cooler again, at any time and at once, for it gives back no
 * more than Lull took; everything else holds for it too.
 */
export function safeWrites(request: Request, known: Known, moment: LocalMoment): Verdict {
  const refused: Refused[] = []
  const passed: { write: LampWrite; entry: LoggedWrite }[] = []
  const seen = new Set<string>()
  for (const write of request.writes) {
    const { lampId } = write
    const rule = seen.has(lampId) ? 'too_soon' : ruleFor(write, request, known, moment)
    const entry = rule === null ? entryFor(write, request.purpose, known, known.log, moment.atMs) : null
    if (rule !== null || entry === null) refused.push({ lampId, rule: rule ?? 'unknown_lamp' })
    else if (reversesLamp(known.log, entry)) refused.push({ lampId, rule: 'reversal' })
    else {
      passed.push({ write, entry })
      seen.add(lampId)
    }
  }
  const turning = new Set(
    reversingRooms(
      known.log,
      passed.map(({ entry }) => entry),
    ),
  )
  const calm = passed.filter(({ entry }) => !turning.has(entry))
  for (const { lampId } of turning) refused.push({ lampId, rule: 'room_reversal' })
  return { allowed: calm.map(({ write }) => write), refused, logged: calm.map(({ entry }) => entry) }
}
