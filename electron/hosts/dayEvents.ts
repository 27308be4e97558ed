/** What a replayed day is written in: one JSON line an event, states holding until the next one of their kind. */
import { z } from 'zod'
import { breakArm, breakKind } from '../contract/breaks.ts'
import { lightChoicesSchema } from '../contract/lights.ts'
import { settingsPatch } from '../contract/settings.ts'
import { FEELING_WORDS, MOST_WORDS } from '../core/checkins/feelings.ts'
import { MOST_LAMPS } from '../core/lights/lightChoices.ts'
import { APP_CATEGORIES } from '../core/presence/minuteRecord.ts'
import { lineTime, lineZone } from './lineTime.ts'

const LONGEST_IDLE_MS = 24 * 60 * 60_000
const at = lineTime
const count = z.number().int().min(0).max(100_000).default(0)
const share = z.number().min(0).max(1).nullable().default(null)
const flag = z.boolean().nullable()
const face = z.number().int().min(1).max(5)
const isThere = (value: unknown) => value !== undefined

export const dayEvent = z.discriminatedUnion('kind', [
  /** `idleMs`: since the last key or pointer use, which goes on until the next event of this kind. */
  z
    .object({
      at,
      kind: z.literal('presence'),
      state: z.enum(['active', 'idle', 'locked', 'asleep', 'unknown']),
      idleMs: z.number().min(0).max(LONGEST_IDLE_MS).transform(Math.round).optional(),
    })
    .refine(({ state, idleMs }) => idleMs === undefined || state === 'active' || state === 'idle', {
      error: 'idleMs belongs to active and idle',
    }),
  z.object({ at, kind: z.literal('call'), on: flag }),
  z.object({ at, kind: z.literal('fullscreen'), on: flag }),
  z.object({ at, kind: z.literal('dnd'), on: flag }),
  /** The program in front; `category` maps it first. */
  z.object({
    at,
    kind: z.literal('app'),
    app: z.string().min(1).max(120).nullable(),
    category: z.enum(APP_CATEGORIES).optional(),
  }),
  /** Counts of the minute that ends here. */
  z.object({
    at,
    kind: z.literal('input'),
    keys: count,
    deletes: count,
    clicks: count,
    scrolls: count,
    pathPx: z.number().min(0).default(0),
    pauses: count,
    shortPauses: count,
  }),
  /** Beats that ended here, heart rate now, or a night's value. */
  z
    .object({
      at,
      kind: z.literal('vitals'),
      source: z.string().min(1).max(80).default('strap'),
      rrMs: z.array(z.number().nullable()).max(10_000).optional(),
      hrBpm: z.number().min(25).max(240).optional(),
      rmssdMs: z.number().min(1).max(500).optional(),
      sdnnMs: z.number().min(1).max(500).optional(),
    })
    .refine(({ rrMs, hrBpm, rmssdMs, sdnnMs }) => [rrMs, hrBpm, rmssdMs, sdnnMs].some(isThere), {
      error: 'one of rrMs, hrBpm, rmssdMs and sdnnMs is needed',
    }),
  z.object({
    at,
    kind: z.literal('machine'),
    cpuShare: share,
    loopLagMs: z.number().min(0).nullable().default(null),
    memoryShare: share,
    temperatureC: z.number().nullable().default(null),
    onBattery: flag.default(null),
  }),
  /** The person's own check-in. */
  z.object({
    at,
    kind: z.literal('checkin'),
    mood: face,
    energy: face.nullable().default(null),
    sleepHours: z.number().min(0).max(24).multipleOf(0.5).nullable().default(null),
    words: z.array(z.enum(FEELING_WORDS)).max(MOST_WORDS).default([]),
    tags: z.array(z.string().trim().min(1).max(40)).max(8).default([]),
  }),
  /** The answer to an offered check-in; without a mood it is "not now". */
  z.object({ at, kind: z.literal('answer'), mood: face.optional() }),
  /** The answer to the pause that is offered, or `finish` for the one that is running. */
  z.object({
    at,
    kind: z.literal('pauseAnswer'),
    say: z.enum(['start', 'snooze', 'skip', 'notNow', 'finish']),
    minutes: z.union([z.literal(5), z.literal(15)]).default(5),
  }),
  /** The person begins a pause unasked. */
  z.object({
    at,
    kind: z.literal('pauseStart'),
    pause: breakKind,
    arm: breakArm.exclude(['nothing']).nullable().default(null),
  }),
  /** "Did that help?" */
  z.object({ at, kind: z.literal('pauseRated'), helped: z.boolean() }),
  /** No pauses for so long; null = until the day begins anew, 0 = offered again. */
  z.object({
    at,
    kind: z.literal('noPauses'),
    minutes: z.number().int().min(0).max(10_080).nullable(),
  }),
  /** What Lull may do with the lights, changed in part, or other lamps than those of the room on screen. */
  z
    .object({
      at,
      kind: z.literal('lights'),
      choices: z.strictObject(lightChoicesSchema.shape).partial().optional(),
      /** Light resources of a bridge (CLIP v2), with its rooms where there are any. */
      lamps: z.array(z.unknown()).max(MOST_LAMPS).optional(),
    })
    .refine(({ choices, lamps }) => choices !== undefined || lamps !== undefined, {
      error: 'choices or lamps are needed',
    }),
  /** A hand on a lamp, or on the switch at the wall. */
  z.object({
    at,
    kind: z.literal('lamp'),
    light: z.string().min(1).max(150),
    isOn: z.boolean().optional(),
    brightness: z.number().min(0).max(100).optional(),
    mirek: z.number().min(50).max(1000).optional(),
    isReachable: z.boolean().optional(),
  }),
  /** The person wishes a look; null: their light back. */
  z.object({
    at,
    kind: z.literal('look'),
    look: z.string().min(1).max(80).nullable(),
    because: z.enum(['shortcut', 'talk']).default('shortcut'),
  }),
  /** A changed setting, or the time zone the person arrived in. */
  z.object({
    at,
    kind: z.literal('setting'),
    change: settingsPatch.default({}),
    zone: lineZone.optional(),
  }),
])
export type DayEvent = z.infer<typeof dayEvent>
export type DayEventOf<Kind extends DayEvent['kind']> = Extract<DayEvent, { kind: Kind }>
