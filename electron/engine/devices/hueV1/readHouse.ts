/** Reads an older bridge in small pieces, and says nothing of our key to one that is not the bridge we mean. */
import type { LightsFailure } from '../../ports/lights.ts'
import { OldHouse } from './oldHouse.ts'
import type { V1Answer, V1Client } from './v1Client.ts'
import { type ReadList, readConfig, readGroups, readLights, readScenes, type V1Light } from './v1Resources.ts'

export type Read<Value> = { ok: true; value: Value } | { ok: false; failure: LightsFailure }

/** What did not come, and how many requests it took to find out. */
export interface Missed {
  failure: LightsFailure
  asked: number
}

const REFUSALS = new Set(['not_found', 'rejected', 'partly', 'button_not_pressed', 'too_many_keys'])

/** A refusal where none makes sense is no answer of a bridge. */
export function asFailure(failure: Extract<V1Answer, { ok: false }>['failure']): LightsFailure {
  return REFUSALS.has(failure) ? 'bad_answer' : (failure as LightsFailure)
}

/** Null: it is the bridge we mean. */
export async function strangerAt(client: V1Client, bridgeId: string): Promise<LightsFailure | null> {
  const answer = await client.config()
  if (!answer.ok) return asFailure(answer.failure)
  const config = readConfig(answer.data)
  if (!config) return 'bad_answer'
  return config.bridgeId === bridgeId ? null : 'wrong_bridge'
}

export async function readLampsOf(client: V1Client): Promise<Read<ReadList<V1Light>>> {
  const answer = await client.lights()
  if (!answer.ok) return { ok: false, failure: asFailure(answer.failure) }
  const value = readLights(answer.data)
  // A list of which nothing fits is no list of lamps.
  const isOne = value !== null && (value.all.size > 0 || value.unreadCount === 0)
  return isOne ? { ok: true, value } : { ok: false, failure: 'bad_answer' }
}

/** What is nice to have: an emulator may have none of it, or talk nonsense there. */
async function readMore<List extends ReadList<unknown>>(
  answer: V1Answer,
  read: (data: unknown) => List | null,
  otherwise: List,
): Promise<Read<List>> {
  if (answer.ok) return { ok: true, value: read(answer.data) ?? otherwise }
  const failure = asFailure(answer.failure)
  const isOptional = failure === 'bad_answer' || failure === 'too_large'
  return isOptional ? { ok: true, value: otherwise } : { ok: false, failure }
}

export interface HouseToRead {
  bridgeId: string
  /** What could not be read anew is kept of it. */
  before: OldHouse | null
  nowMs(): number
}

/** Lamps, groups and the names of scenes: one request each, one after the other. */
export async function readHouse(
  client: V1Client,
  { bridgeId, before, nowMs }: HouseToRead,
): Promise<OldHouse | Missed> {
  const lights = await readLampsOf(client)
  if (!lights.ok) return { failure: lights.failure, asked: 1 }
  const readAtMs = nowMs()
  const nothing = { all: new Map(), unreadCount: 1 }
  const groups = await readMore(await client.groups(), readGroups, before?.groups ?? nothing)
  if (!groups.ok) return { failure: groups.failure, asked: 2 }
  const scenes = await readMore(await client.scenes(), readScenes, nothing)
  if (!scenes.ok) return { failure: scenes.failure, asked: 3 }
  const parts = { bridgeId, lights: lights.value, groups: groups.value, scenes: scenes.value }
  return new OldHouse(parts, before, readAtMs)
}
