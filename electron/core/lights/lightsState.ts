/** All that a decision about lights has to remember: plain values that survive a restart as JSON. */
import type { ExercisePlan } from '../exercises/exercisePlan.ts'
import type { Wave } from './breatheWaves.ts'
import type { Lamp, Shown } from './lamp.ts'
import type { Because, CouldShow, LightsEffect, Snapshot } from './lightsEffects.ts'
import { type LightLimits, usualLimits } from './limits.ts'
import { LOOK_IDS, LOOKS, type Look } from './looks.ts'
import type { LoggedWrite } from './writeLog.ts'

/** An exercise lamps follow, on the clock that also moves the circle on the screen. */
export interface Followed {
  plan: ExercisePlan
  /** Epoch ms. */
  startedAtMs: number
}

/** Something that wants a look for a time. The strongest has the room; the others wait. */
export interface Claim {
  id: number
  because: Because
  look: Look
  fromMs: number
  /** Epoch ms; null: until it is ended. */
  untilMs: number | null
  /** Once the look shows, so long; null: as `untilMs` says. */
  lastsMs: number | null
  exercise: Followed | null
  /** When it first had the room, epoch ms. */
  triedMs: number | null
  /** When its look was first set, or found to have nothing to do; null: it waits. */
  begunMs: number | null
  undoUntilMs: number | null
  /** Lamps that could not be changed at that moment, and may be a little later. */
  retry: readonly string[]
  /** Lamps a hand has touched since. */
  handsOff: readonly string[]
  wave: Wave | null
  /** The last step of the wave that had its turn, ms of the exercise. */
  stepMs: number | null
}

/** What one claim set on a lamp; null: it left that as it was. */
export interface Layer {
  claimId: number
  set: Shown
}

export interface GivingBack {
  sinceMs: number
  /** When the write was given out that brings it back, epoch ms. */
  writtenMs: number | null
  tries: number
}

export interface HeldLamp {
  lampId: string
  /** As the person had it. */
  before: Shown
  /** In the order in which they were set. */
  layers: readonly Layer[]
  /** What it shows if nobody touched it. */
  set: Shown
  /** Of the last write nobody knows whether it arrived: it may show this instead. */
  orElse: Shown | null
  could: CouldShow
  giving: GivingBack | null
  /** Lull was away: what it set last has to be read from the lamp. */
  isFromDisk: boolean
}

export interface LightsState {
  limits: LightLimits
  looks: readonly Look[]
  /** Looks are withheld by chance in half of the raised moments; the person asked for it. */
  isTrialOn: boolean
  atMs: number | null
  isPaused: boolean
  inCall: boolean | null
  lamps: readonly Lamp[]
  claims: readonly Claim[]
  held: readonly HeldLamp[]
  log: readonly LoggedWrite[]
  /** Looks nobody asked for, on this work day. */
  day: { workDay: number; looks: number } | null
  /** When they began, within the last hour, epoch ms. */
  unaskedMs: readonly number[]
  snapshot: Snapshot | null
  seed: number
  nextId: number
}

export type LightsStep = [LightsState, LightsEffect[]]

/** @param seed of all chance; the same seed and events give the same decisions. */
export function newLightsState(seed: number, limits: LightLimits = usualLimits): LightsState {
  return {
    limits,
    looks: LOOK_IDS.map((id) => LOOKS[id]),
    isTrialOn: false,
    atMs: null,
    isPaused: false,
    inCall: null,
    lamps: [],
    claims: [],
    held: [],
    log: [],
    day: null,
    unaskedMs: [],
    snapshot: null,
    seed,
    nextId: 1,
  }
}

export function followedBy(
  [state, effects]: LightsStep,
  next: (state: LightsState) => LightsStep,
): LightsStep {
  const [after, more] = next(state)
  return [after, more.length === 0 ? effects : [...effects, ...more]]
}
