/** The state of breaks as it outlives a restart: one row of JSON, read by a schema. */
import { z } from 'zod'
import { strainReason } from '../../../contract/stress.ts'
import { BUCKETS } from '../../../core/breaks/armMemory.ts'
import { BECAUSES, SUPPRESSION_REASONS } from '../../../core/breaks/breakEffects.ts'
import { BREAK_FORMS, type BreakSettings } from '../../../core/breaks/breakSettings.ts'
import type { BreakState } from '../../../core/breaks/breakState.ts'
import { ARMS, BREAK_KINDS } from '../../../core/breaks/kinds.ts'
import { APP_CATEGORIES } from '../../../core/presence/minuteRecord.ts'
import { type Store, sql } from '../../store/sql.ts'

const NAME = 'breaks'

const epochMs = z.number().min(-8.64e15).max(8.64e15)
const perhapsMs = epochMs.nullable()
const lengthMs = z.number().min(0)
const count = z.number().int().min(0)
const id = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER)
const day = z.number().int()
const kind = z.enum(BREAK_KINDS)
const arm = z.enum(ARMS)
const invitation = arm.exclude(['nothing']).nullable()
const because = z.enum(BECAUSES)
const dueBecause = because.exclude(['person', 'tour'])
const form = z.enum(BREAK_FORMS)
const yesNo = z.boolean().nullable()

const facts = z.object({
  situation: z.object({
    activity: z.enum(['active', 'idle', 'locked', 'asleep']).nullable(),
    inCall: yesNo,
    sharing: yesNo,
    fullScreen: yesNo,
    doNotDisturb: yesNo,
    category: z.enum(APP_CATEGORIES).nullable(),
  }),
  standing: z.enum(['working', 'resting', 'unknown']),
  inputIdleMs: lengthMs.nullable(),
  restMs: lengthMs,
  sinceRestMs: lengthMs,
  need: z.number().min(0).max(1).nullable(),
  daySpanMs: lengthMs.nullable(),
  strainRaised: z.boolean(),
})

const offer = z.object({
  id,
  kind,
  arm: invitation,
  because,
  lengthMs,
  form,
  postponesLeft: count,
  isAgain: z.boolean(),
  atMs: epochMs,
  sinceRestMs: lengthMs,
})

const nudge = z.object({
  id,
  stage: z.enum(['quiet', 'shown', 'hinted', 'snoozed', 'running', 'rating']),
  kind,
  because: because.exclude(['person']),
  lengthMs,
  offer: offer.nullable(),
  choice: z.object({ arm, bucket: z.enum(BUCKETS), asks: z.boolean() }).nullable(),
  fromMs: epochMs,
  atMs: epochMs,
  untilMs: perhapsMs,
})

const running = z.object({
  id,
  kind,
  arm: invitation,
  because,
  lengthMs,
  fromMs: epochMs,
  endsAtMs: epochMs,
  form,
  isStrict: z.boolean(),
  displays: z.array(z.string()),
})

const suppression = z.object({
  row: id,
  reason: z.enum(SUPPRESSION_REASONS),
  kind,
  because,
  workDay: day,
  fromMs: epochMs,
  toMs: epochMs,
  heldMs: lengthMs,
  times: count,
  toldMs: epochMs,
})

const tallies = z.record(arm, z.object({ a: lengthMs, b: lengthMs }))
const memory = z.object({
  outcomes: count,
  rotation: count,
  overall: tallies,
  buckets: z.record(z.enum(BUCKETS), tallies),
  counts: z.record(arm, z.object({ tried: count, worked: count })),
})

/** Settings and displays are not kept: others know them better. */
const keptState = z.object({
  atMs: perhapsMs,
  workDay: day.nullable(),
  look: z.object({ facts, atMs: epochMs }).nullable(),
  hushed: z.object({
    inCall: perhapsMs,
    sharing: perhapsMs,
    doNotDisturb: perhapsMs,
    fullScreen: perhapsMs,
  }),
  dwelling: z.object({ category: z.enum(APP_CATEGORIES), sinceMs: epochMs }).nullable(),
  breakpoint: z
    .object({
      what: z.enum(['inputGap', 'categorySwitch', 'callEnded', 'returned', 'noDeferral']),
      atMs: epochMs,
    })
    .nullable(),
  pausedUntilMs: perhapsMs,
  isSensingPaused: z.boolean(),
  doneDay: day.nullable(),
  days: z.array(z.object({ workDay: day, nudges: count, fromStrain: count })),
  daysSeen: count,
  lastDaySeen: day.nullable(),
  waiting: z.object({ kind, because: dueBecause, sinceMs: epochMs }).nullable(),
  slots: z.array(z.string()),
  nudge: nudge.nullable(),
  running: running.nullable(),
  suspendedMs: perhapsMs,
  lastRest: z.object({ toMs: epochMs, restedMs: lengthMs, isTold: z.boolean() }).nullable(),
  lastBreak: z.object({ fromMs: epochMs, toMs: epochMs }).nullable(),
  quietUntilMs: perhapsMs,
  notNowUntilMs: perhapsMs,
  ignoredInRow: count,
  workSince: z.object({ eyeRest: lengthMs, pause: lengthMs, long: lengthMs }),
  suppressions: z.array(suppression),
  memory,
  seed: z.number(),
  nextId: id,
})

/** What belongs to the nudge or break that is open, as it was when it came. */
const filling = z.object({
  id,
  exercise: z.object({ id: z.string(), title: z.string() }).nullable(),
  reason: strainReason.nullable(),
})
export type Filling = z.infer<typeof filling>

const kept = z.object({ state: keptState, filling: filling.nullable() })
const keptRow = z.object({ json: z.string() })

export interface KeptBreaks {
  state: BreakState
  filling: Filling | null
}

/** `none`: nothing was kept · `unreadable`: nobody can read it any more. */
export function readBreaks(store: Store, settings: BreakSettings): KeptBreaks | 'none' | 'unreadable' {
  const row = store.get(keptRow, sql`SELECT json FROM kept_states WHERE name = ${NAME}`)
  if (row === null) return 'none'
  try {
    const { state, filling } = kept.parse(JSON.parse(row.json))
    return { state: { ...state, settings, displays: [] }, filling }
  } catch {
    return 'unreadable'
  }
}

export function writeBreaks(store: Store, { state, filling }: KeptBreaks, nowMs: number): void {
  const { settings: _settings, displays: _displays, ...rest } = state
  const json = JSON.stringify({ state: rest, filling })
  store.run(sql`
    INSERT INTO kept_states (name, at, json) VALUES (${NAME}, ${nowMs}, ${json})
    ON CONFLICT (name) DO UPDATE SET at = excluded.at, json = excluded.json`)
}
