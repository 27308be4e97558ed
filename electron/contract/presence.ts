/** Where the person is, as far as this machine can tell; which sensors look; and the minutes that were kept. */
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { APP_CATEGORIES } from '../core/presence/minuteRecord.ts'
import { SENSOR_IDS } from '../core/presence/sensor.ts'
import { procedure, sharedProcedure, shellProcedure } from './procedure.ts'

const epochMs = z.number().int().min(0).max(8.64e15)
const dayNumber = z.number().int().min(-1).max(100_000)

/** One answer of one probe of the shell. `value` null = it cannot know. */
export const factReport = z.object({
  fact: z.enum(['input', 'locked', 'asleep', 'inCall', 'sharing', 'fullScreen', 'doNotDisturb']),
  value: z.union([z.boolean(), z.enum(['active', 'idle'])]).nullable(),
  source: z.string().min(1).max(40),
  atMs: epochMs,
  sinceMs: epochMs.optional(),
  /** With `input`: time since the last key or pointer use, where it is known to the second. */
  idleMs: z.number().min(0).optional(),
  quality: z.number().min(0).max(1),
  how: z.enum(['poll', 'event']),
})
export type FactReport = z.infer<typeof factReport>

const known = <Value extends z.ZodType>(value: Value) =>
  z.object({
    /** Null: unknown. */
    value: value.nullable(),
    source: z.string().nullable(),
    sinceMs: epochMs.nullable(),
    quality: z.number(),
  })

const sensorCondition = z.discriminatedUnion('state', [
  z.object({ state: z.literal('off') }),
  z.object({ state: z.literal('starting') }),
  z.object({ state: z.literal('running'), sources: z.array(z.string()) }),
  z.object({
    state: z.literal('unavailable'),
    problem: z.enum([
      'desktop_cannot_tell',
      'no_display',
      'permission_missing',
      'crashed',
      'hung',
      'not_installed',
    ]),
    detail: z.string().nullable(),
  }),
])

export const presenceSnapshot = z.object({
  activity: known(z.enum(['active', 'idle', 'locked', 'asleep'])),
  inCall: known(z.boolean()),
  sharing: known(z.boolean()),
  fullScreen: known(z.boolean()),
  doNotDisturb: known(z.boolean()),
  standing: z.enum(['working', 'resting', 'unknown']),
  /** `on` as soon as one sensor or device runs; `off` = nothing is allowed or the person switched all off. */
  sensing: z.object({ state: z.enum(['on', 'paused', 'off']), until: epochMs.nullable() }),
  sensors: z.array(
    z.object({
      sensor: z.enum(SENSOR_IDS),
      /** What the person chose; a weight of 0 switches off as well. */
      allowed: z.boolean(),
      weightless: z.boolean(),
      condition: sensorCondition,
      /** Epoch ms of the last reading since the start; null before the first. */
      lastAtMs: epochMs.nullable(),
    }),
  ),
})
export type PresenceSnapshot = z.infer<typeof presenceSnapshot>

const categorySeconds = z.record(z.enum(APP_CATEGORIES), z.number())

/** Sums of a day; null where no sensor could tell. */
export const daySums = z.object({
  workDay: dayNumber,
  activeMs: z.number(),
  /** Rest between the first and the last work of the day: the night is none of it. */
  restMs: z.number(),
  unknownMs: z.number(),
  /** Of these rests, those of at least five minutes. */
  realRests: z.number().int(),
  callMs: z.number().nullable(),
  calls: z.number().int().nullable(),
  sharingMs: z.number().nullable(),
  /** Work inside the quiet hours. */
  lateMs: z.number(),
  firstWorkMs: epochMs.nullable(),
  lastWorkMs: epochMs.nullable(),
  longestStretchMs: z.number(),
  switches: z.number().int().nullable(),
  categorySeconds: categorySeconds.nullable(),
  keys: z.number().int().nullable(),
  clicks: z.number().int().nullable(),
  cpuShare: z.number().nullable(),
  temperatureC: z.number().nullable(),
  /** Minutes with a row. */
  minutes: z.number().int(),
})
export type DaySums = z.infer<typeof daySums>

const daySpan = z.object({
  kind: z.enum(['work', 'rest', 'unknown', 'call']),
  fromMs: epochMs,
  toMs: epochMs,
})
export type DaySpanOfPresence = z.infer<typeof daySpan>

export const presence = {
  /** At most 20 readings at once; a value that does not belong to its fact is refused. */
  report: shellProcedure
    .input(z.object({ readings: z.array(factReport).min(1).max(20) }))
    .output(z.object({})),
  /** The snapshot, then at most one a second. */
  watch: sharedProcedure.output(eventIterator(presenceSnapshot)),
  /** The day number now, its bounds and zone; a page asks for other days by subtracting. */
  today: procedure.output(z.object({ workDay: dayNumber, fromMs: epochMs, toMs: epochMs, zone: z.string() })),
  /** One day: its sums and its stretches in time order. Days older than 30 have no stretches any more. */
  day: procedure.input(z.object({ workDay: dayNumber })).output(
    z.object({
      sums: daySums,
      fromMs: epochMs,
      toMs: epochMs,
      spans: z.array(daySpan),
    }),
  ),
  /** Sums of at most 62 days in order; days without a row are left out. */
  days: procedure
    .input(z.object({ fromDay: dayNumber, toDay: dayNumber }))
    .output(z.object({ days: z.array(daySums) })),
  /** Programs seen since the start, the most used first, at most 60; kept in memory only. */
  programs: procedure.output(
    z.object({
      programs: z.array(
        z.object({
          app: z.string(),
          seconds: z.number(),
          category: z.enum(APP_CATEGORIES),
          /** Chosen by the person, and therefore kept by name. */
          mapped: z.boolean(),
        }),
      ),
    }),
  ),
  /** Chooses a category for a program, or null to forget its name. */
  mapProgram: procedure
    .input(z.object({ app: z.string().min(1).max(120), category: z.enum(APP_CATEGORIES).nullable() }))
    .output(z.object({})),
}
