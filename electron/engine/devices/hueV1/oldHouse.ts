/** What an older bridge has told of its house, shown as lamps, rooms, zones and scenes. */
import type { Lamp } from '../../../core/lights/lamp.ts'
import type { LampGroup, LampScene, LightsSnapshot } from '../../ports/lights.ts'
import { differing } from '../lampLink/lampNews.ts'
import { oldLamp } from './oldLamp.ts'
import { percentOf } from './stateBody.ts'
import type { ReadList, V1Group, V1Light, V1Scene } from './v1Resources.ts'

export const DRIVER = 'hueV1'

/**
 * Nothing is changed on older knowledge than this: a lamp may have been switched off meanwhile. Long enough for the ten
 * changes of a look after the one question for all lamps.
 */
const FRESH_MS = 1500

export interface OldHouseParts {
  bridgeId: string
  lights: ReadList<V1Light>
  groups: ReadList<V1Group>
  scenes: ReadList<V1Scene>
}

/** Numbers are a bridge's own: with its id in front, two bridges never mean the same lamp. */
export function oldLampId(bridgeId: string, light: string): string {
  return `${DRIVER}:${bridgeId}-${light}`
}

const groupIdOf = (bridgeId: string, group: string) => `${DRIVER}:${bridgeId}-g${group}`

export class OldHouse {
  readonly #bridgeId: string
  readonly #groups: ReadList<V1Group>
  readonly #scenes: Map<string, V1Scene>
  readonly #unreadElsewhere: number
  #lights: ReadList<V1Light>
  #readAtMs: number
  #snapshot: LightsSnapshot | null = null

  /** @param before: what its scenes said is not asked for again. */
  constructor({ bridgeId, lights, groups, scenes }: OldHouseParts, before: OldHouse | null, nowMs: number) {
    this.#bridgeId = bridgeId
    this.#lights = lights
    this.#groups = groups
    this.#scenes = new Map([...scenes.all].filter(([, { recycle }]) => !recycle))
    for (const [id, scene] of this.#scenes) {
      const known = before?.scene(id)
      if (known?.lightstates && known.lastupdated === scene.lastupdated) {
        this.#scenes.set(id, { ...scene, lightstates: known.lightstates })
      }
    }
    this.#unreadElsewhere = groups.unreadCount + scenes.unreadCount
    this.#readAtMs = nowMs
  }

  /** Tells which lamps show something else than was known. */
  readLights(lights: ReadList<V1Light>, nowMs: number): string[] {
    const before = this.lamps()
    this.#lights = lights
    this.#readAtMs = nowMs
    this.#snapshot = null
    return differing(before, this.lamps())
  }

  /** Whether its lamps may be changed on what is known of them. A clock that was set back counts as time that has passed. */
  isFresh(nowMs: number): boolean {
    return Math.abs(nowMs - this.#readAtMs) < FRESH_MS
  }

  get groups(): ReadList<V1Group> {
    return this.#groups
  }

  /** Whether the same lamps are there as in this list. */
  hasSameLamps({ all }: ReadList<V1Light>): boolean {
    return all.size === this.#lights.all.size && [...all.keys()].every((id) => this.#lights.all.has(id))
  }

  scene(id: string): V1Scene | undefined {
    return this.#scenes.get(id)
  }

  /** Scenes that did not say what they ask of their lamps. */
  silentScenes(): string[] {
    return [...this.#scenes].filter(([, { lightstates }]) => lightstates === undefined).map(([id]) => id)
  }

  readScene(id: string, scene: V1Scene): void {
    const known = this.#scenes.get(id)
    if (!known || !scene.lightstates) return
    this.#scenes.set(id, { ...known, lightstates: scene.lightstates })
    this.#snapshot = null
  }

  lamps(): readonly Lamp[] {
    return this.snapshot().lamps
  }

  lamp(lampId: string): Lamp | undefined {
    return this.lamps().find(({ id }) => id === lampId)
  }

  group(groupId: string): LampGroup | undefined {
    const { rooms, zones } = this.snapshot()
    return [...rooms, ...zones].find(({ id }) => id === groupId)
  }

  snapshot(): LightsSnapshot {
    this.#snapshot ??= this.#compose()
    return this.#snapshot
  }

  #compose(): LightsSnapshot {
    const rooms = this.#groupsOf('Room')
    const zones = this.#groupsOf('Zone')
    const groups = [...rooms, ...zones]
    return {
      readAtMs: this.#readAtMs,
      lamps: [...this.#lights.all].map(([number, light]) => {
        const id = oldLampId(this.#bridgeId, number)
        return oldLamp(
          id,
          light,
          groups.filter(({ lampIds }) => lampIds.includes(id)).map((one) => one.id),
        )
      }),
      rooms,
      zones,
      scenes: [...this.#scenes].map(([id, scene]) => this.#sceneOf(id, scene)),
      unreadCount: this.#lights.unreadCount + this.#unreadElsewhere,
    }
  }

  /** Only lamps that are there; a write to the group would reach those that could not be read, too. */
  #groupsOf(type: 'Room' | 'Zone'): LampGroup[] {
    return [...this.#groups.all]
      .filter(([, group]) => group.type === type)
      .map(([number, { name, lights }]) => {
        const lampIds = lights
          .filter((one) => this.#lights.all.has(one))
          .map((one) => oldLampId(this.#bridgeId, one))
        const canWrite = lampIds.length > 0 && lampIds.length === lights.length
        return { id: groupIdOf(this.#bridgeId, number), name, lampIds, canWrite }
      })
  }

  #sceneOf(id: string, { name, group, lightstates = {} }: V1Scene): LampScene {
    return {
      id: `${DRIVER}:${this.#bridgeId}-s${id}`,
      name,
      groupId: group !== undefined && this.#groups.all.has(group) ? groupIdOf(this.#bridgeId, group) : null,
      isSmart: false,
      lamps: Object.entries(lightstates).flatMap(([number, { on, bri, ct, xy }]) => {
        if (on === false || !this.#lights.all.has(number)) return []
        return [
          {
            lampId: oldLampId(this.#bridgeId, number),
            ...(bri === undefined ? {} : { brightness: percentOf(bri) }),
            ...(xy ? { xy: { x: xy[0], y: xy[1] } } : ct === undefined ? {} : { mirek: ct }),
          },
        ]
      }),
    }
  }
}
