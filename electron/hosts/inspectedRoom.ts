/** Resources of a bridge (CLIP v2) as lamps with their rooms, and what could not be read of them. */
import { hueLamp } from '../core/lights/hueLamp.ts'
import type { Lamp } from '../core/lights/lamp.ts'

const DRIVER = 'hue'

export interface Unread {
  /** Null: it has no id. */
  light: string | null
  /** From 0, in the list it stood in. */
  place: number
  members: readonly string[]
}

export interface InspectedRoom {
  lamps: Lamp[]
  unread: Unread[]
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const member = (value: unknown, name: string): unknown =>
  isFields(value) && Object.hasOwn(value, name) ? value[name] : undefined

/** As it was written: a line speaks of a light by the bridge's own id. */
export function lightOf(lampId: string, driver = DRIVER): string {
  return lampId.startsWith(`${driver}:`) ? lampId.slice(driver.length + 1) : lampId
}

export function lampIdOf(light: string, driver = DRIVER): string {
  return light.startsWith(`${driver}:`) ? light : `${driver}:${light}`
}

const REACHED: Readonly<Record<string, boolean>> = {
  connected: true,
  unidirectional_incoming: true,
  disconnected: false,
  connectivity_issue: false,
}

/** A light does not say it itself: `zigbee_connectivity` of its device does, where it is in the list. */
function isReachable(light: Fields, others: readonly Fields[]): boolean | null {
  const own = member(light, 'reachable')
  if (typeof own === 'boolean') return own
  const device = member(light.owner, 'rid')
  const told =
    typeof device === 'string'
      ? others.find((one) => one.type === 'zigbee_connectivity' && member(one.owner, 'rid') === device)
      : undefined
  const status = told ? told.status : light.status
  if (status === undefined) return true
  return (typeof status === 'string' ? REACHED[status] : undefined) ?? null
}

function isChild(group: Fields, light: Fields): boolean {
  const children = Array.isArray(group.children) ? group.children : []
  const ids = [light.id, member(light.owner, 'rid')].filter((id) => typeof id === 'string')
  return children.some((child) => ids.includes(String(member(child, 'rid'))))
}

function roomIds(light: Fields, others: readonly Fields[], driver: string): string[] {
  return others
    .filter((one) => (one.type === 'room' || one.type === 'zone') && isChild(one, light))
    .flatMap(({ id }) => (typeof id === 'string' ? [lampIdOf(id, driver)] : []))
}

const AROUND: ReadonlySet<unknown> = new Set(['zigbee_connectivity', 'room', 'zone', 'device'])
const isAround = (resource: unknown): resource is Fields =>
  isFields(resource) && AROUND.has(member(resource, 'type'))

/**
 * @param driver stands before every id
 * @throws a sentence when two lights have one id.
 */
export function inspectedRoom(resources: readonly unknown[], driver = DRIVER): InspectedRoom {
  const room: InspectedRoom = { lamps: [], unread: [] }
  const others = resources.filter(isAround)
  for (const [place, resource] of resources.entries()) {
    if (isAround(resource)) continue
    const type = member(resource, 'type')
    if (type !== undefined && type !== 'light') {
      room.unread.push({ light: null, place, members: ['type'] })
      continue
    }
    const light = isFields(resource) ? resource : {}
    const around = {
      driver,
      roomIds: roomIds(light, others, driver),
      isReachable: isReachable(light, others),
    }
    const { lamp, unread } = hueLamp(resource, around)
    if (unread.length > 0) {
      room.unread.push({ light: lamp && lightOf(lamp.id, driver), place, members: unread })
    }
    if (lamp === null) continue
    if (room.lamps.some(({ id }) => id === lamp.id)) throw new Error('lights: two of them have the same id')
    room.lamps.push(lamp)
  }
  return room
}
