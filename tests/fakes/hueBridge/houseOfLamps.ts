/** The lamps, rooms and scenes behind the fake bridge: reads, changes, what each change did, and hands on switches. */
import type { Clock } from '../../../electron/engine/ports/clock.ts'
import type { EventStreams } from './eventStreams.ts'
import { changeLamp, type LampTemper } from './lampBehaviour.ts'
import { changeProblem, type LightChange } from './putRules.ts'
import { type FakeLight, house, type LampPlan, type Resource } from './resources.ts'
import { type LampLight, luminanceOf, type SeenWrite } from './writeLog.ts'

export interface HouseAnswer {
  status: number
  data: unknown[]
  errors: string[]
}

const USUAL: LampTemper = { isReachable: true, ignoresFades: false }
const notFound: HouseAnswer = { status: 404, data: [], errors: ['Not Found'] }
/** A fade nobody asked for, ms. */
const USUAL_FADE_MS = 400

const isLight = (resource: Resource): resource is FakeLight => resource.type === 'light'

export class HouseOfLamps {
  readonly writes: SeenWrite[] = []
  readonly #resources: Map<string, Resource>
  readonly #tempers = new Map<string, LampTemper>()
  readonly #streams: EventStreams
  readonly #clock: Clock

  constructor(bridgeId: string, lamps: readonly LampPlan[], streams: EventStreams, clock: Clock) {
    this.#resources = new Map(house(bridgeId, lamps).map((resource) => [resource.id, resource]))
    this.#streams = streams
    this.#clock = clock
  }

  get lights(): FakeLight[] {
    return [...this.#resources.values()].filter(isLight)
  }

  light(name: string): FakeLight {
    const found = this.lights.find(({ metadata }) => metadata.name === name)
    if (!found) throw new Error(`no lamp ${name}`)
    return found
  }

  all(type: string): Resource[] {
    return [...this.#resources.values()].filter((resource) => resource.type === type)
  }

  ignoreFades(name: string): void {
    this.#tempers.set(this.light(name).id, { ...this.#temper(this.light(name).id), ignoresFades: true })
  }

  /** Somebody's hand, or another app. */
  hand(name: string, change: LightChange): void {
    this.#change(this.light(name), change)
  }

  /** A wall switch is cut, or closed again; the bridge goes on telling what it last knew. */
  setReachable(name: string, isReachable: boolean): void {
    const light = this.light(name)
    this.#tempers.set(light.id, { ...this.#temper(light.id), isReachable })
    const zigbee = this.all('zigbee_connectivity').find(({ owner }) => owner?.rid === light.owner?.rid)
    if (!zigbee) return
    zigbee.status = isReachable ? 'connected' : 'connectivity_issue'
    this.#tell(zigbee, { status: zigbee.status })
  }

  remove(name: string): void {
    const { id, type, owner } = this.light(name)
    this.#resources.delete(id)
    this.#streams.tell('delete', { id, type, owner })
  }

  add(resource: Resource): void {
    this.#resources.set(resource.id, resource)
    this.#streams.tell('add', resource)
  }

  /** A change of anything, told or not. */
  set(id: string, members: Record<string, unknown>): void {
    const resource = this.#resources.get(id)
    if (!resource) return
    Object.assign(resource, members)
    this.#tell(resource, members)
  }

  answer(method: string, path: string, body: unknown): HouseAnswer {
    const [type, id, ...more] = path.replace(/\?.*$/, '').split('/').slice(4)
    if (more.length > 0) return notFound
    const chosen = [...this.#resources.values()].filter(
      (resource) => (!type || resource.type === type) && (!id || resource.id === id),
    )
    if (id && chosen.length === 0) return notFound
    if (method === 'GET') return { status: 200, data: chosen, errors: [] }
    const [target] = chosen
    if (method !== 'PUT' || !id || !target) return { status: 405, data: [], errors: ['method not allowed'] }
    return this.#put(target, body)
  }

  #put(target: Resource, body: unknown): HouseAnswer {
    if (target.type !== 'light' && target.type !== 'grouped_light') {
      return { status: 403, data: [], errors: ['not here'] }
    }
    const problem = changeProblem(body)
    if (problem !== null) return { status: 400, data: [], errors: [problem] }
    const change = body as LightChange
    const lamps = isLight(target) ? [target] : this.#lampsOf(target).filter(({ on }) => on.on)
    const told = lamps.map((lamp) => this.#change(lamp, change))
    // A group says nothing of a lamp that lacks what was asked.
    const errors = isLight(target) ? told.flatMap((one) => one.errors) : []
    const status = errors.length > 0 ? 207 : 200
    this.writes.push({
      atMs: this.#clock.now(),
      kind: isLight(target) ? 'light' : 'grouped_light',
      id: target.id,
      body: body as Record<string, unknown>,
      status,
      lamps: told.map((one) => one.light),
    })
    return { status, data: [{ rid: target.id, rtype: target.type }], errors }
  }

  #change(lamp: FakeLight, change: LightChange): { errors: string[]; light: LampLight } {
    const temper = this.#temper(lamp.id)
    const fromLuminance = luminanceOf(lamp)
    const { changed, errors } = changeLamp(lamp, change, temper)
    if (Object.keys(changed).length > 0) {
      this.#tell(lamp, changed)
      this.#tellGroups(lamp)
    }
    const fadeMs = temper.ignoresFades ? 0 : (change.dynamics?.duration ?? USUAL_FADE_MS)
    return { errors, light: { lampId: lamp.id, fromLuminance, toLuminance: luminanceOf(lamp), fadeMs } }
  }

  #tellGroups(lamp: FakeLight): void {
    for (const grouped of this.all('grouped_light')) {
      const lamps = this.#lampsOf(grouped)
      if (!lamps.includes(lamp)) continue
      const lit = lamps.filter(({ on, dimming }) => on.on && dimming)
      const sum = lit.reduce((total, { dimming }) => total + (dimming?.brightness ?? 0), 0)
      const brightness = lit.length === 0 ? 0 : Math.round((sum / lit.length) * 100) / 100
      Object.assign(grouped, { on: { on: lamps.some(({ on }) => on.on) }, dimming: { brightness } })
      this.#tell(grouped, { on: grouped.on, dimming: grouped.dimming })
    }
  }

  #lampsOf(grouped: Resource): FakeLight[] {
    const group = this.#resources.get(grouped.owner?.rid ?? '')
    const children = Array.isArray(group?.children) ? (group.children as { rid: string }[]) : []
    const ids = new Set(children.map(({ rid }) => rid))
    return this.lights.filter(({ id, owner }) => ids.has(id) || ids.has(owner?.rid ?? ''))
  }

  #temper(id: string): LampTemper {
    return this.#tempers.get(id) ?? USUAL
  }

  #tell({ id, type, id_v1, owner }: Resource, members: Record<string, unknown>): void {
    this.#streams.tell('update', { ...members, id, id_v1, owner, type })
  }
}
