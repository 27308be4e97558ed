/** The house as it is drawn: rooms in the order their source tells them, each with its lamps, and how close they stand. */
import type { LampView, LightsView } from '../../../electron/contract/lights.ts'

export interface HouseRoom {
  /** Null: lamps that stand in no room. */
  id: string | null
  name: string | null
  lamps: LampView[]
}

/** More than these are drawn as a list of small glows. */
const MOST_DRAWN = 14
const MOST_DRAWN_IN_ROOM = 7

/** Every lamp stands in one room only: the first that has it. Rooms without lamps are left out. */
export function houseRooms({ groups, lamps }: Pick<LightsView, 'groups' | 'lamps'>): HouseRoom[] {
  const placed = new Set<string>()
  const rooms = groups
    .filter(({ kind }) => kind === 'room')
    .map(({ id, name, lampIds }): HouseRoom => {
      const here = lamps.filter(
        (lamp) => !placed.has(lamp.id) && (lamp.roomIds.includes(id) || lampIds.includes(lamp.id)),
      )
      for (const lamp of here) placed.add(lamp.id)
      return { id, name, lamps: here }
    })
  const elsewhere = lamps.filter(({ id }) => !placed.has(id))
  return [...rooms, { id: null, name: null, lamps: elsewhere }].filter((room) => room.lamps.length > 0)
}

export function isCompact(rooms: readonly HouseRoom[]): boolean {
  const all = rooms.reduce((sum, room) => sum + room.lamps.length, 0)
  return all > MOST_DRAWN || rooms.some((room) => room.lamps.length > MOST_DRAWN_IN_ROOM)
}

/** Names of the rooms in which these lamps stand, in the order of the house. */
export function roomsOf(lampIds: readonly string[], view: Pick<LightsView, 'groups' | 'lamps'>): string[] {
  return houseRooms(view)
    .filter((room) => room.lamps.some(({ id }) => lampIds.includes(id)))
    .flatMap(({ name }) => (name === null ? [] : [name]))
}
