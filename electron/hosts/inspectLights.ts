/** `inspect lights`: a room, a look and a moment in; what would be written and what is left alone out, straight from core. */
import { z } from 'zod'
import { lightChoicesSchema } from '../contract/lights.ts'
import type { ExercisePlan } from '../core/exercises/exercisePlan.ts'
import { planWave, waveSchedule, waveStepAt, waveWrites } from '../core/lights/breatheWaves.ts'
import type { Lamp, LampWrite } from '../core/lights/lamp.ts'
import { lampRule } from '../core/lights/lampRules.ts'
import {
  choiceOf,
  LEAST_FADE_MS,
  type LightLimits,
  LONGEST_FADE_MS,
  usualLimits,
} from '../core/lights/limits.ts'
import { LOOK_IDS, LOOKS, type Look } from '../core/lights/looks.ts'
import { planLook } from '../core/lights/planLook.ts'
import type { Refused } from '../core/lights/rules.ts'
import { type Known, type Request, safeWrites } from '../core/lights/safety.ts'
import type { LocalMoment } from '../core/presence/localMoment.ts'
import { zoneCalendar } from '../engine/calendar.ts'
import { inspectedRoom, lampIdOf, lightOf, type Unread } from './inspectedRoom.ts'
import { sentence } from './inspectInput.ts'
import { lineTime, lineZone } from './lineTime.ts'

/** Several times the most a bridge can hold. */
const MOST_RESOURCES = 2000

const share = z.number().min(0).max(1)
const ownLook = z
  .strictObject({
    brightness: z.number().min(0).max(100).optional(),
    mirek: z.number().min(50).max(1000).optional(),
    xy: z.strictObject({ x: share, y: share }).optional(),
    fadeMs: z.number().min(0).max(LONGEST_FADE_MS).optional(),
  })
  .refine(({ mirek, xy }) => mirek === undefined || xy === undefined, { error: 'mirek or xy, not both' })
type OwnLook = z.infer<typeof ownLook>

const limits = z
  .strictObject({
    ...lightChoicesSchema.pick({
      ...{ isAllowed: true, lampIds: true, roomIds: true, othersLiveHere: true, times: true },
      ...{ mostLooksADay: true, leastBrightness: true, mayBeDimAtWork: true, fadeMs: true, sun: true },
    }).shape,
    isAtWork: z.boolean().nullable(),
  })
  .partial()
type SomeLimits = z.infer<typeof limits>

const id = z.union([z.string().max(200), z.number()])
const line = z.object({
  id,
  lights: z.array(z.unknown()).max(MOST_RESOURCES),
  look: z.union([z.enum(LOOK_IDS), ownLook], {
    error: `one of ${LOOK_IDS.join(', ')}, or an object of brightness, mirek or xy, and fadeMs`,
  }),
  at: lineTime,
  zone: lineZone,
  limits: limits.nullish(),
})

export interface LightsAnswer {
  id: string | number
  writes: (Omit<LampWrite, 'lampId'> & { light: string })[]
  refused: { light: string; rule: Refused['rule'] }[]
  unread?: Unread[]
}

/** A light of its own colour, exactly as asked: what is brighter or too cool is for the rules to refuse. */
function lookFrom(asked: z.infer<typeof line>['look']): Look {
  if (typeof asked === 'string') return LOOKS[asked]
  const { brightness, mirek, xy, fadeMs }: OwnLook = asked
  return {
    id: 'own:asked',
    brightness: brightness ?? null,
    colour: xy ? { kind: 'xy', ...xy } : mirek === undefined ? null : { kind: 'temperature', mirek },
    fadeMs: fadeMs ?? null,
    lamps: null,
    letsGoAtEnd: false,
  }
}

/** Without limits Lull may touch every light of the line. */
function limitsFrom(some: SomeLimits, lamps: readonly Lamp[]): LightLimits {
  const isTicked = some.lampIds !== undefined || some.roomIds !== undefined
  const given = Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined))
  return {
    ...usualLimits,
    isAllowed: true,
    ...(given as Partial<LightLimits>),
    lampIds: isTicked
      ? (some.lampIds ?? []).map((one) => lampIdOf(one))
      : lamps.map(({ id: lampId }) => lampId),
    roomIds: (some.roomIds ?? []).map((one) => lampIdOf(one)),
  }
}

interface Asked {
  lamps: readonly Lamp[]
  look: Look
  limits: LightLimits
  moment: LocalMoment
}

interface Answered {
  writes: readonly LampWrite[]
  refused: readonly Refused[]
}

/** The person asks now, in a room Lull has not touched lately. */
function gated({ lamps, limits, moment }: Asked, purpose: Request['purpose'], plan: Answered): Answered {
  const known: Known = { lamps, log: [], kept: [], limits, looksToday: 0 }
  const { allowed, refused } = safeWrites({ purpose, isAsked: true, writes: plan.writes }, known, moment)
  return { writes: allowed, refused: [...plan.refused, ...refused] }
}

/** Six breaths a minute, as the exercise of that name has them. */
const sixBreaths: ExercisePlan = {
  id: 'six-breaths',
  phases: [
    { id: 'in', label: '', lengthMs: 5000, level: { from: 0, to: 1 } },
    { id: 'out', label: '', lengthMs: 5000, level: { from: 1, to: 0 } },
  ],
  rounds: 6,
  roundMs: 10_000,
  totalMs: 60_000,
}

/** The first step of a breath: the others come one a second while it goes on. */
function breathing(asked: Asked): Answered {
  const { lamps, limits } = asked
  const left = lamps.flatMap((lamp): Refused[] => {
    const choice = choiceOf(lamp, limits)
    return choice === 'chosen' ? [] : [{ lampId: lamp.id, rule: choice }]
  })
  const chosen = lamps.filter((lamp) => choiceOf(lamp, limits) === 'chosen')
  const { wave, refused } = planWave(chosen, sixBreaths, limits)
  const step = waveStepAt(sixBreaths, waveSchedule(sixBreaths), 0)
  const places = new Map(chosen.map(({ id: lampId, brightness }) => [lampId, [brightness ?? 0]]))
  const writes = wave && step ? waveWrites(wave, step, places) : []
  const silent = chosen.filter((lamp) => ![...writes, ...refused].some(({ lampId }) => lampId === lamp.id))
  const whys = silent.map((lamp): Refused => ({ lampId: lamp.id, rule: whyNotBreathing(lamp) }))
  return gated(asked, 'breathe', { writes, refused: [...left, ...refused, ...whys] })
}

function whyNotBreathing(lamp: Lamp): Refused['rule'] {
  const asksBrightness = { lampId: lamp.id, brightness: 1, fadeMs: LEAST_FADE_MS }
  return lampRule(asksBrightness, lamp) ?? 'nothing_to_change'
}

function answered(asked: Asked): Answered {
  if (asked.look.id === 'breathe') return breathing(asked)
  return gated(asked, 'look', planLook(asked.lamps, asked.look, asked.limits, asked.moment))
}

function answerOf(value: unknown): LightsAnswer {
  const parsed = line.safeParse(value)
  if (!parsed.success) throw new Error(sentence(parsed.error))
  const { data } = parsed
  const { lamps, unread } = inspectedRoom(data.lights)
  const { writes, refused } = answered({
    lamps,
    look: lookFrom(data.look),
    limits: limitsFrom(data.limits ?? {}, lamps),
    moment: zoneCalendar(() => data.zone).moment(data.at),
  })
  const places = new Map(lamps.map(({ id: lampId }, place) => [lampId, place]))
  const inOrder = (a: { lampId: string }, b: { lampId: string }) =>
    (places.get(a.lampId) ?? 0) - (places.get(b.lampId) ?? 0)
  return {
    id: data.id,
    writes: writes.map(({ lampId, ...write }) => ({ light: lightOf(lampId), ...write })),
    refused: refused.toSorted(inOrder).map(({ lampId, rule }) => ({ light: lightOf(lampId), rule })),
    ...(unread.length > 0 && { unread }),
  }
}

/** A line that does not fit is answered by its id where it has one, and by its number else. */
export function lightsAnswer(value: unknown): LightsAnswer | { id: string | number; error: string } {
  const named = z.object({ id }).safeParse(value)
  if (!named.success) throw new Error(sentence(named.error))
  try {
    return answerOf(value)
  } catch (error) {
    return { id: named.data.id, error: error instanceof Error ? error.message : String(error) }
  }
}
