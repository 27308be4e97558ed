/** What is ticked, read from the person's choices, and what becomes of them when a tick changes. */
import type { LampView, LightsView } from '../../../electron/contract/lights.ts'
import type { Settings } from '../../../electron/contract/settings.ts'

export type LightChoices = Settings['lights']
export type Ticks = Pick<LightChoices, 'lampIds' | 'roomIds' | 'othersLiveHere'>
type Ticked = Pick<LightChoices, 'lampIds' | 'roomIds'>
type Placed = Pick<LampView, 'id' | 'roomIds'>

export type LampTick = 'on' | 'off' | 'shared'

export function lampTick({ id, roomIds }: Placed, ticks: Ticks): LampTick {
  if (ticks.lampIds.includes(id)) return 'on'
  if (!roomIds.some((room) => ticks.roomIds.includes(room))) return 'off'
  return ticks.othersLiveHere ? 'shared' : 'on'
}

export interface RoomTick {
  state: 'on' | 'off' | 'some'
  ticked: number
}

/** Of the lamps that stand in it. */
export function roomTick(lamps: readonly Placed[], ticks: Ticks): RoomTick {
  const ticked = lamps.filter((lamp) => lampTick(lamp, ticks) === 'on').length
  return { ticked, state: ticked === 0 ? 'off' : ticked === lamps.length ? 'on' : 'some' }
}

/** A ticked room holds lamps that come to it later as well; where others live, only lamps count. */
export function withRoom(ticks: Ticks, roomId: string, lamps: readonly Placed[], on: boolean): Ticked {
  const ids = lamps.filter((lamp) => lamp.roomIds.includes(roomId)).map(({ id }) => id)
  if (on) {
    return {
      roomIds: [...ticks.roomIds.filter((id) => id !== roomId), roomId],
      lampIds: ticks.lampIds.filter((id) => !ids.includes(id)),
    }
  }
  return withoutLamps({ ...ticks, roomIds: ticks.roomIds.filter((id) => id !== roomId) }, ids, lamps)
}

export function withLamp(ticks: Ticks, lampId: string, lamps: readonly Placed[], on: boolean): Ticked {
  if (!on) return withoutLamps(ticks, [lampId], lamps)
  return { roomIds: ticks.roomIds, lampIds: [...ticks.lampIds.filter((id) => id !== lampId), lampId] }
}

/** A room or zone that ticked one of them gives way to its other lamps. */
function withoutLamps(ticks: Ticks, ids: readonly string[], lamps: readonly Placed[]): Ticked {
  const gone = lamps.filter(({ id }) => ids.includes(id))
  const opened = ticks.roomIds.filter((room) => gone.some(({ roomIds }) => roomIds.includes(room)))
  // Where others live the room's tick did not count for them, and must not become one that does.
  const others = ticks.othersLiveHere
    ? []
    : lamps.filter((lamp) => !ids.includes(lamp.id) && lamp.roomIds.some((room) => opened.includes(room)))
  const kept = ticks.lampIds.filter((id) => !ids.includes(id))
  return {
    roomIds: ticks.roomIds.filter((room) => !opened.includes(room)),
    lampIds: [...kept, ...others.map(({ id }) => id).filter((id) => !kept.includes(id))],
  }
}

/** Ticked once, and told by no source now. */
export function goneLamps(ticks: Ticks, { lamps }: Pick<LightsView, 'lamps'>): string[] {
  return ticks.lampIds.filter((id) => !lamps.some((lamp) => lamp.id === id))
}
