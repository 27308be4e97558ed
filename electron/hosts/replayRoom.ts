/** The room of a replayed day: the one on screen, or the lamps the day brings along. Nothing of it leaves this process. */
import type { Lamp } from '../core/lights/lamp.ts'
import { FlatConnection } from '../engine/devices/simulatedRoom/flatConnection.ts'
import { simulatedRoom } from '../engine/devices/simulatedRoom/index.ts'
import { type SmallFlat, smallFlat } from '../engine/devices/simulatedRoom/smallFlat.ts'
import type { Clock } from '../engine/ports/clock.ts'
import type { LampGroup, LightsConnection, LightsDriver, LightsNews } from '../engine/ports/lights.ts'
import { inspectedRoom, lampIdOf, lightOf } from './inspectedRoom.ts'

const { id: DRIVER, ...shownRoom } = simulatedRoom()
/** For lamps that are in no room of the day. */
const ROOM = `${DRIVER}:room`

export const replayLampId = (light: string) => lampIdOf(light, DRIVER)
export const replayLight = (lampId: string) => lightOf(lampId, DRIVER)

export class ReplayRoom {
  #flat: SmallFlat = smallFlat
  #live: LiveRoom | null = null

  readonly driver: LightsDriver = {
    ...shownRoom,
    id: DRIVER,
    settingsSchema: {},
    connect: (_settings, { clock }) => {
      this.#live = new LiveRoom(this.#flat, clock)
      return this.#live
    },
  }

  /** @param resources of a bridge (CLIP v2). @throws a sentence when they are no room. */
  furnish(resources: readonly unknown[]): void {
    const { lamps, unread } = inspectedRoom(resources, DRIVER)
    const nameless = unread.find(({ light }) => light === null)
    if (nameless) throw new Error(`lamps.${nameless.place}: not a light of a bridge`)
    this.#flat = flatOf(lamps)
    this.#live?.furnish(this.#flat)
  }
}

function flatOf(all: readonly Lamp[]): SmallFlat {
  const lamps = all.map((lamp) => (lamp.roomIds.length === 0 ? { ...lamp, roomIds: [ROOM] } : lamp))
  const roomIds = new Set(lamps.flatMap((lamp) => lamp.roomIds))
  const rooms = [...roomIds].map((id): LampGroup => {
    const lampIds = lamps.filter((lamp) => lamp.roomIds.includes(id)).map((lamp) => lamp.id)
    return { id, name: replayLight(id), lampIds, canWrite: true }
  })
  return { lamps, rooms, scenes: [] }
}

/** A room whose lamps can be exchanged while it is lived in. */
class LiveRoom implements LightsConnection {
  readonly #clock: Clock
  readonly #watchers = new Set<(news: LightsNews) => void>()
  #flat: FlatConnection

  constructor(flat: SmallFlat, clock: Clock) {
    this.#clock = clock
    this.#flat = this.#moveIn(flat)
  }

  furnish(flat: SmallFlat): void {
    void this.#flat.close()
    this.#flat = this.#moveIn(flat)
    this.#tell({ kind: 'all' })
  }

  state() {
    return this.#flat.state()
  }

  watch(listener: (news: LightsNews) => void): () => void {
    this.#watchers.add(listener)
    return () => this.#watchers.delete(listener)
  }

  write(...given: Parameters<LightsConnection['write']>) {
    return this.#flat.write(...given)
  }

  refresh(): Promise<boolean> {
    return this.#flat.refresh()
  }

  retry(): void {}

  touch(...given: Parameters<FlatConnection['touch']>): boolean {
    return this.#flat.touch(...given)
  }

  async close(): Promise<void> {
    this.#watchers.clear()
    await this.#flat.close()
  }

  #moveIn(flat: SmallFlat): FlatConnection {
    const connection = new FlatConnection(flat, this.#clock)
    connection.watch((news) => this.#tell(news))
    return connection
  }

  #tell(news: LightsNews): void {
    for (const watcher of this.#watchers) watcher(news)
  }
}
