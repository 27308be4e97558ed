/** The resources of a bridge that Lull uses, each read by its schema; what does not fit is left out and counted. */
import { z } from 'zod'
import { shownName } from '../lampLink/shownName.ts'

const id = z.string().min(1).max(100)
const name = z
  .string()
  .max(200)
  .catch('')
  .transform((text) => shownName(text, 100))
const ref = z.object({ rid: id, rtype: z.string().max(100) })
const metadata = z.object({ name }).catch({ name: '' })
const refs = z.array(ref).max(1000).catch([])

/** All of a light is kept: `core/lights/hueLamp.ts` reads it member by member. */
const light = z.looseObject({ id, type: z.literal('light'), owner: ref.optional() })
const group = (type: 'room' | 'zone') =>
  z.object({ id, type: z.literal(type), metadata, children: refs, services: refs })
const groupedLight = z.object({ id, type: z.literal('grouped_light'), owner: ref.optional() })
const device = z.object({ id, type: z.literal('device'), metadata, services: refs })
const connectivity = z.object({
  id,
  type: z.literal('zigbee_connectivity'),
  owner: ref.optional(),
  status: z.string().max(100).catch('unknown'),
})

const percent = z.object({ brightness: z.number().min(0).max(100) })
const action = z.object({
  target: ref,
  action: z.object({
    on: z.object({ on: z.boolean() }).optional().catch(undefined),
    dimming: percent.optional().catch(undefined),
    color_temperature: z.object({ mirek: z.number().nullish() }).optional().catch(undefined),
    color: z
      .object({ xy: z.object({ x: z.number(), y: z.number() }) })
      .optional()
      .catch(undefined),
  }),
})
const scene = z.object({
  id,
  type: z.literal('scene'),
  metadata,
  group: ref.optional(),
  actions: z.array(action).max(1000).catch([]),
})
const smartScene = z.object({ id, type: z.literal('smart_scene'), metadata, group: ref.optional() })
const bridge = z.object({ id, type: z.literal('bridge'), bridge_id: z.string().max(100) })
/** Films and games: left alone, and known only so that their lamps are. */
const entertainment = z.object({
  id,
  type: z.literal('entertainment_configuration'),
  status: z.string().catch(''),
})

const SCHEMAS = {
  light,
  room: group('room'),
  zone: group('zone'),
  grouped_light: groupedLight,
  device,
  zigbee_connectivity: connectivity,
  scene,
  smart_scene: smartScene,
  bridge,
  entertainment_configuration: entertainment,
} as const

export type ResourceType = keyof typeof SCHEMAS
export type HueLight = z.infer<typeof light>
export type HueGroup = z.infer<ReturnType<typeof group>>
export type HueDevice = z.infer<typeof device>
export type HueConnectivity = z.infer<typeof connectivity>
export type HueScene = z.infer<typeof scene>
export type HueSmartScene = z.infer<typeof smartScene>
export type HueResource = z.infer<(typeof SCHEMAS)[ResourceType]>

/** A bridge holds no more than some hundreds of these. */
export const MOST_RESOURCES = 20_000

export function isUsed(type: string): type is ResourceType {
  return Object.hasOwn(SCHEMAS, type)
}

/** `null`: of a kind nobody needs here. `unread`: it should have fitted. */
export function readHueResource(given: unknown): HueResource | 'unread' | null {
  const type = typeof given === 'object' && given !== null && 'type' in given ? given.type : undefined
  if (typeof type !== 'string') return 'unread'
  if (!isUsed(type)) return null
  const parsed = SCHEMAS[type].safeParse(given)
  return parsed.success ? parsed.data : 'unread'
}

export interface ReadResources {
  all: HueResource[]
  unreadCount: number
}

export function readHueResources(data: readonly unknown[]): ReadResources {
  const read = data.slice(0, MOST_RESOURCES).map(readHueResource)
  return {
    all: read.filter((one): one is HueResource => one !== null && one !== 'unread'),
    unreadCount: read.filter((one) => one === 'unread').length + Math.max(0, data.length - MOST_RESOURCES),
  }
}
