/** Lamps, groups and scenes of CLIP v1, each read by its schema; what does not fit is left out and counted. */
import { z } from 'zod'
import { shownName } from '../lampLink/shownName.ts'
import { isV1Id } from './v1Client.ts'

const name = z
  .string()
  .max(200)
  .catch('')
  .transform((text) => shownName(text, 100))
const number = z.number().finite().optional().catch(undefined)
const pair = z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)])
const text = z.string().max(100).optional().catch(undefined)

const light = z.object({
  name,
  type: z.string().max(100).catch(''),
  modelid: z.string().max(100).catch(''),
  state: z.object({
    on: z.boolean().optional().catch(undefined),
    bri: z.number().min(0).max(255).optional().catch(undefined),
    ct: number,
    xy: pair.optional().catch(undefined),
    colormode: text,
    effect: text,
    /** `streaming`: lent to a film or game. */
    mode: text,
    reachable: z.boolean().optional().catch(undefined),
  }),
  capabilities: z
    .object({
      control: z
        .object({
          ct: z.object({ min: z.number(), max: z.number() }).optional().catch(undefined),
          colorgamut: z.tuple([pair, pair, pair]).optional().catch(undefined),
          colorgamuttype: text,
        })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
})
const ids = z.array(z.string().max(10)).max(1000).catch([])
const group = z.object({ name, type: z.string().max(100), lights: ids })
const state = z.object({
  on: z.boolean().optional().catch(undefined),
  bri: z.number().min(0).max(255).optional().catch(undefined),
  ct: number,
  xy: pair.optional().catch(undefined),
})
const scene = z.object({
  name,
  type: z.string().max(100).catch('LightScene'),
  group: z.string().max(10).optional().catch(undefined),
  /** Made by a switch or an app for itself, and thrown away when it likes. */
  recycle: z.boolean().catch(false),
  lastupdated: text,
  lightstates: z.record(z.string().max(10), state).optional().catch(undefined),
})

export type V1Light = z.infer<typeof light>
export type V1Group = z.infer<typeof group>
export type V1Scene = z.infer<typeof scene>

export interface ReadList<Resource> {
  all: ReadonlyMap<string, Resource>
  unreadCount: number
}

/** A bridge of this age holds fifty lamps and two hundred scenes; emulators some more. */
const MOST = 1000

/** Null: that is no list of them. */
function readList<Resource>(
  given: unknown,
  schema: z.ZodType<Resource>,
  isId: (id: string) => boolean,
): ReadList<Resource> | null {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return null
  const entries = Object.entries(given)
  const read = entries.slice(0, MOST).map(([id, one]) => ({ id, parsed: schema.safeParse(one) }))
  const all = new Map<string, Resource>()
  for (const { id, parsed } of read) if (parsed.success && isId(id)) all.set(id, parsed.data)
  return { all, unreadCount: entries.length - all.size }
}

export function readLights(given: unknown): ReadList<V1Light> | null {
  return readList(given, light, isV1Id)
}

export function readGroups(given: unknown): ReadList<V1Group> | null {
  return readList(given, group, isV1Id)
}

export function readScenes(given: unknown): ReadList<V1Scene> | null {
  return readList(given, scene, (id) => /^[\w-]{1,64}$/.test(id))
}

/** A scene by itself, which tells what it asks of each lamp. */
export function readScene(given: unknown): V1Scene | null {
  return scene.safeParse(given).data ?? null
}

const config = z.object({
  bridgeid: z.string().max(100).optional(),
  mac: z.string().max(100).optional(),
  modelid: z.string().max(100).catch(''),
  swversion: z.coerce.number().catch(0),
})

export interface V1Config {
  bridgeId: string
  modelId: string
  softwareVersion: number
}

/** The first bridges say only their hardware address, from which the id is made. */
export function readConfig(given: unknown): V1Config | null {
  const parsed = config.safeParse(given)
  if (!parsed.success) return null
  const { bridgeid, mac, modelid, swversion } = parsed.data
  const digits = mac?.toLowerCase().replace(/[:-]/g, '') ?? ''
  const made = /^[0-9a-f]{12}$/.test(digits) ? `${digits.slice(0, 6)}fffe${digits.slice(6)}` : ''
  const bridgeId = bridgeid?.toLowerCase() ?? made
  return isOldBridgeId(bridgeId) ? { bridgeId, modelId: modelid, softwareVersion: swversion } : null
}

/** Emulators are not always exact about its length. */
export function isOldBridgeId(id: string): boolean {
  return /^[0-9a-f]{12,16}$/.test(id)
}
