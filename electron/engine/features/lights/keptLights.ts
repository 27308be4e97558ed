/** What of lights outlives a restart: how the lamps were found, and beside it what paces and counts need. */
import { z } from 'zod'
import type { Snapshot } from '../../../core/lights/lightsEffects.ts'
import type { LightsState } from '../../../core/lights/lightsState.ts'
import { type Store, sql } from '../../store/sql.ts'

/** Two rows, for the way back has to be found even where nobody can read the rest. */
const STATE = 'lights'
const SNAPSHOT = 'lightsSnapshot'

const epochMs = z.number().min(-8.64e15).max(8.64e15)
const count = z.number().int().min(0)
const lampId = z.string().max(200)
const colour = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('temperature'), mirek: z.number() }),
  z.object({ kind: z.literal('xy'), x: z.number(), y: z.number() }),
])
const shown = z.object({ brightness: z.number().min(0).max(100).nullable(), colour: colour.nullable() })

const snapshotSchema = z.object({
  atMs: epochMs,
  lamps: z.array(
    z.object({
      lampId,
      before: shown,
      could: z.object({
        brightness: z.object({ least: z.number(), most: z.number() }).nullable(),
        colours: z.array(colour),
      }),
    }),
  ),
})

const stateSchema = z.object({
  atMs: epochMs.nullable(),
  day: z.object({ workDay: z.number().int(), looks: count }).nullable(),
  unaskedMs: z.array(epochMs),
  seed: z.number(),
  nextId: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  log: z.array(
    z.object({
      atMs: epochMs,
      lampId,
      roomIds: z.array(lampId),
      purpose: z.enum(['look', 'breathe', 'restore']),
      from: shown,
      to: shown,
      fadeMs: z.number(),
      isTaken: z.boolean(),
    }),
  ),
})
export type KeptState = Pick<LightsState, keyof z.infer<typeof stateSchema>>

const row = z.object({ json: z.string() })

function read<Value>(store: Store, name: string, schema: z.ZodType<Value>): Value | 'none' | 'unreadable' {
  const found = store.get(row, sql`SELECT json FROM kept_states WHERE name = ${name}`)
  if (found === null) return 'none'
  try {
    return schema.parse(JSON.parse(found.json))
  } catch {
    return 'unreadable'
  }
}

function write(store: Store, name: string, atMs: number, value: unknown): void {
  store.run(sql`
    INSERT INTO kept_states (name, at, json) VALUES (${name}, ${atMs}, ${JSON.stringify(value)})
    ON CONFLICT (name) DO UPDATE SET at = excluded.at, json = excluded.json`)
}

/** `none`: nothing was kept · `unreadable`: nobody can read it any more. */
export function readState(store: Store): KeptState | 'none' | 'unreadable' {
  return read(store, STATE, stateSchema)
}

export function readSnapshot(store: Store): Snapshot | 'none' | 'unreadable' {
  return read(store, SNAPSHOT, snapshotSchema)
}

export function writeState(store: Store, state: KeptState, nowMs: number): void {
  const { atMs, day, unaskedMs, seed, nextId, log } = state
  write(store, STATE, nowMs, { atMs, day, unaskedMs, seed, nextId, log })
}

/** Null: nothing is owed to any lamp. */
export function writeSnapshot(store: Store, snapshot: Snapshot | null, nowMs: number): void {
  if (snapshot === null) store.run(sql`DELETE FROM kept_states WHERE name = ${SNAPSHOT}`)
  else write(store, SNAPSHOT, nowMs, snapshot)
}
