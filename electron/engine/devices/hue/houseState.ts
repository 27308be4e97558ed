/** What a bridge has told of its house: read as a whole, changed by events, and shown as lamps, rooms and scenes. */
import { hueLamp } from '../../../core/lights/hueLamp.ts'
import type { Lamp } from '../../../core/lights/lamp.ts'
import type { LampGroup, LampScene, LightsSnapshot } from '../../ports/lights.ts'
import { differing } from '../lampLink/lampNews.ts'
import { shownName } from '../lampLink/shownName.ts'
import type { HueEvent } from './eventStream.ts'
import {
  type HueConnectivity,
  type HueDevice,
  type HueGroup,
  type HueLight,
  type HueResource,
  type HueScene,
  type HueSmartScene,
  isUsed,
  MOST_RESOURCES,
  readHueResource,
  readHueResources,
} from './resources.ts'

export const DRIVER = 'hue'
export const lampId = (rid: string): string => `${DRIVER}:${rid}`

/** Members of a light that events change; each is an object whose own members are set one by one. */
const CHANGING = [
  'on',
  'dimming',
  'color_temperature',
  'color',
  'dynamics',
  'gradient',
  'effects',
  'effects_v2',
  'timed_effects',
  'metadata',
] as const

/** What an event can mean for those who watch. */
export type HouseChange =
  | { kind: 'nothing' }
  | { kind: 'lamps'; lampIds: readonly string[] }
  | { kind: 'all' }

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function mergedLight(light: HueLight, news: Fields): HueLight {
  const merged: Record<string, unknown> = { ...light }
  for (const name of CHANGING) {
    const [old, changed] = [light[name], news[name]]
    if (isFields(changed)) merged[name] = isFields(old) ? { ...old, ...changed } : changed
  }
  if (typeof news.mode === 'string') merged.mode = news.mode
  // A colour that comes without a temperature means that there is none now.
  if (isFields(news.color) && !('color_temperature' in news) && isFields(merged.color_temperature)) {
    merged.color_temperature = { ...merged.color_temperature, mirek: null, mirek_valid: false }
  }
  return merged as HueLight
}

const REACHED: Readonly<Record<string, boolean>> = {
  connected: true,
  unidirectional_incoming: true,
  disconnected: false,
  connectivity_issue: false,
}

export class HouseState {
  #resources = new Map<string, HueResource>()
  #unreadCount = 0
  #readAtMs: number | null = null
  #snapshot: LightsSnapshot | null = null

  /** The whole, at once. */
  readAll(data: readonly unknown[], nowMs: number): void {
    const { all, unreadCount } = readHueResources(data)
    this.#resources = new Map(all.map((one) => [one.id, one]))
    this.#unreadCount = unreadCount
    this.#readAtMs = nowMs
    this.#snapshot = null
  }

  /** Lights and their reachability only. Tells which lamps show something else than was known. */
  readSome(data: readonly unknown[], types: readonly HueResource['type'][]): string[] {
    const before = this.lamps()
    const { all } = readHueResources(data)
    const kept = [...this.#resources].filter(([, one]) => !types.includes(one.type))
    this.#resources = new Map([
      ...kept,
      ...all.filter(({ type }) => types.includes(type)).map((one) => [one.id, one] as const),
    ])
    this.#snapshot = null
    return differing(before, this.lamps())
  }

  hear(events: readonly HueEvent[]): HouseChange {
    if (this.#readAtMs === null) return { kind: 'nothing' }
    const before = this.lamps()
    const isStructural = events.map((event) => this.#take(event)).includes(true)
    this.#snapshot = null
    if (isStructural) return { kind: 'all' }
    const lampIds = differing(before, this.lamps())
    return lampIds.length > 0 ? { kind: 'lamps', lampIds } : { kind: 'nothing' }
  }

  snapshot(): LightsSnapshot | null {
    if (this.#readAtMs === null) return null
    this.#snapshot ??= this.#compose(this.#readAtMs)
    return this.#snapshot
  }

  lamps(): readonly Lamp[] {
    return this.snapshot()?.lamps ?? []
  }

  group(groupId: string): LampGroup | undefined {
    const { rooms = [], zones = [] } = this.snapshot() ?? {}
    return [...rooms, ...zones].find(({ id }) => id === groupId)
  }

  /** The resource that writes to a whole room or zone; null: there is none. */
  groupedLight(groupId: string): string | null {
    const group = [...this.#of<HueGroup>('room'), ...this.#of<HueGroup>('zone')].find(
      ({ id }) => lampId(id) === groupId,
    )
    return group?.services.find(({ rtype }) => rtype === 'grouped_light')?.rid ?? null
  }

  /** True when rooms, scenes or the number of lamps may have changed. */
  #take({ kind, resource }: HueEvent): boolean {
    const { id, type } = resource
    if (!isUsed(type)) return false
    if (kind === 'delete') return this.#resources.delete(id)
    const known = this.#resources.get(id)
    if (kind === 'update' && known?.type === 'light') {
      this.#resources.set(id, mergedLight(known, resource))
      return false
    }
    const read = readHueResource(kind === 'update' && known ? { ...known, ...resource } : resource)
    if (read === null || read === 'unread') return false
    // Of something new an update tells only a part.
    if (!known && (kind === 'update' || this.#resources.size >= MOST_RESOURCES)) return false
    this.#resources.set(id, read)
    return type !== 'zigbee_connectivity' && type !== 'grouped_light'
  }

  #of<Kind extends HueResource>(type: Kind['type']): Kind[] {
    return [...this.#resources.values()].filter((one): one is Kind => one.type === type)
  }

  #compose(readAtMs: number): LightsSnapshot {
    const devices = new Map(this.#of<HueDevice>('device').map((one) => [one.id, one]))
    const lights = this.#of<HueLight>('light')
    const byOwner = Map.groupBy(lights, ({ owner }) => owner?.rid ?? '')
    const groupOf = (group: HueGroup): LampGroup => ({
      id: lampId(group.id),
      name: group.metadata.name,
      // A room holds devices, a zone lights.
      lampIds: group.children.flatMap(({ rid, rtype }) =>
        rtype === 'light' ? this.#light(rid) : (byOwner.get(rid) ?? []).map(({ id }) => lampId(id)),
      ),
      canWrite: hasGroupedLight(group) && group.children.every((child) => this.#isKnown(child)),
    })
    const rooms = this.#of<HueGroup>('room').map(groupOf)
    const zones = this.#of<HueGroup>('zone').map(groupOf)
    const read = lights.map((light) =>
      hueLamp(light, {
        driver: DRIVER,
        roomIds: [...rooms, ...zones]
          .filter(({ lampIds }) => lampIds.includes(lampId(light.id)))
          .map(({ id }) => id),
        isReachable: this.#isReachable(devices.get(light.owner?.rid ?? '')),
      }),
    )
    return {
      readAtMs,
      lamps: read.flatMap(({ lamp }) => (lamp ? { ...lamp, name: shownName(lamp.name, 100) } : [])),
      rooms,
      zones,
      scenes: [...this.#of<HueScene>('scene'), ...this.#of<HueSmartScene>('smart_scene')].map(sceneOf),
      unreadCount: this.#unreadCount + read.reduce((sum, { unread }) => sum + unread.length, 0),
    }
  }

  /** None: it is named in a zone, and nobody knows it. */
  #light(rid: string): string[] {
    return this.#resources.get(rid)?.type === 'light' ? [lampId(rid)] : []
  }

  /** Of a room of which a lamp could not be read the whole is never written to: that would reach this lamp, too. */
  #isKnown({ rid, rtype }: HueGroup['children'][number]): boolean {
    const child = this.#resources.get(rid)
    if (rtype === 'light') return this.#light(rid).length > 0
    if (child?.type !== 'device') return false
    const { services } = child as HueDevice
    return services.every(({ rid: id, rtype: kind }) => kind !== 'light' || this.#resources.has(id))
  }

  #isReachable(device: HueDevice | undefined): boolean | null {
    const rid = device?.services.find(({ rtype }) => rtype === 'zigbee_connectivity')?.rid
    const connectivity = rid === undefined ? undefined : this.#resources.get(rid)
    if (connectivity?.type !== 'zigbee_connectivity') return null
    return REACHED[(connectivity as HueConnectivity).status] ?? null
  }
}

const hasGroupedLight = ({ services }: HueGroup): boolean =>
  services.some(({ rtype }) => rtype === 'grouped_light')

function sceneOf(scene: HueScene | HueSmartScene): LampScene {
  const actions = scene.type === 'scene' ? scene.actions : []
  return {
    id: lampId(scene.id),
    name: scene.metadata.name,
    groupId: scene.group ? lampId(scene.group.rid) : null,
    isSmart: scene.type === 'smart_scene',
    lamps: actions.flatMap(({ target, action: { on, dimming, color, color_temperature } }) => {
      if (target.rtype !== 'light' || on?.on === false) return []
      const mirek = color_temperature?.mirek
      return [
        {
          lampId: lampId(target.rid),
          ...(dimming ? { brightness: dimming.brightness } : {}),
          ...(color ? { xy: color.xy } : typeof mirek === 'number' ? { mirek } : {}),
        },
      ]
    }),
  }
}
