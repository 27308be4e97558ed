/** Puts together what was announced and what was heard into lamps, rooms and zones as the rest of Lull knows them. */
import type { Lamp, LampColour } from '../../../../core/lights/lamp.ts'
import type { LampGroup, LightsSnapshot } from '../../../ports/lights.ts'
import type { BrokerLamp, Heard } from './brokerLamp.ts'
import type { LampStates } from './lampStates.ts'
import type { ZigbeeGroup } from './zigbeeDevices.ts'

export const DRIVER = 'mqttLights'
const idOf = (own: string) => `${DRIVER}:${own}`
/** The id a lamp has among those of its broker. */
export const ownId = (lampId: string) =>
  lampId.startsWith(`${DRIVER}:`) ? lampId.slice(DRIVER.length + 1) : ''

const roomId = (area: string) => idOf(`r:${area.toLowerCase()}`)

export interface Announcements {
  lamps: readonly BrokerLamp[]
  groups: readonly ZigbeeGroup[]
  /** What could not be read of the lists. */
  unreadCount: number
}

/** Null: not known, or not one of the two kinds that could be given back. */
export function colourOf({ can }: BrokerLamp, { mode, mirek, xy }: Heard): LampColour | null {
  const only = can.temperature === null ? 'xy' : can.colour === null ? 'temperature' : null
  const shown = mode ?? only
  if (shown === 'temperature') return mirek === null ? null : { kind: 'temperature', mirek }
  return shown === 'xy' && xy !== null ? { kind: 'xy', ...xy } : null
}

export function lampOf(
  lamp: BrokerLamp,
  roomIds: readonly string[],
  states: LampStates,
  isConnected: boolean,
): Lamp {
  const heard = states.heard(lamp.id)
  return {
    id: idOf(lamp.id),
    name: lamp.name,
    roomIds,
    isOn: heard.isOn,
    isReachable: isConnected ? states.isReachable(lamp) : null,
    brightness: heard.brightness,
    leastBrightness: lamp.leastBrightness,
    colour: colourOf(lamp, heard),
    can: lamp.can,
    isDynamic: false,
    effect: heard.effect,
    hasGradient: false,
  }
}

function roomsOf(lamps: readonly BrokerLamp[]): LampGroup[] {
  const areas = Map.groupBy(
    lamps.filter(({ area }) => area !== null),
    ({ area }) => roomId(area ?? ''),
  )
  return [...areas].map(([id, own]) => ({
    id,
    name: own[0]?.area ?? '',
    lampIds: own.map((lamp) => idOf(lamp.id)),
    canWrite: false,
  }))
}

/** A device with several lamps is left out: its group does not say which of them it means. */
function zonesOf(lamps: readonly BrokerLamp[], groups: readonly ZigbeeGroup[]): LampGroup[] {
  const known = new Set(lamps.map(({ id }) => id))
  return groups.flatMap(({ id, name, members }) => {
    const own = [...new Set(members)].filter((address) => known.has(`z:${address}`))
    if (own.length === 0) return []
    return [{ id: idOf(id), name, lampIds: own.map((address) => idOf(`z:${address}`)), canWrite: false }]
  })
}

/** Group → lamps, worked out once for each change of the lists. */
export interface Layout extends Announcements {
  rooms: readonly LampGroup[]
  zones: readonly LampGroup[]
  roomIdsOf: ReadonlyMap<string, readonly string[]>
}

export function layoutOf(announced: Announcements): Layout {
  const { lamps, groups } = announced
  const [rooms, zones] = [roomsOf(lamps), zonesOf(lamps, groups)]
  const roomIdsOf = new Map<string, string[]>()
  for (const { id, lampIds } of [...rooms, ...zones])
    for (const lampId of lampIds) roomIdsOf.set(lampId, [...(roomIdsOf.get(lampId) ?? []), id])
  return { ...announced, rooms, zones, roomIdsOf }
}

/** One lamp as it stands; JSON of it tells whether anything changed. */
export function lampIn(layout: Layout, lamp: BrokerLamp, states: LampStates, isConnected: boolean): Lamp {
  return lampOf(lamp, layout.roomIdsOf.get(idOf(lamp.id)) ?? [], states, isConnected)
}

export function snapshotOf(
  layout: Layout,
  states: LampStates,
  { isConnected, readAtMs, refusedTopics }: { isConnected: boolean; readAtMs: number; refusedTopics: number },
): LightsSnapshot {
  return {
    readAtMs,
    lamps: layout.lamps.map((lamp) => lampIn(layout, lamp, states, isConnected)),
    rooms: layout.rooms,
    zones: layout.zones,
    scenes: [],
    unreadCount: layout.unreadCount + states.unreadCount + refusedTopics,
  }
}
