/** The lamps, groups and scenes behind the fake older bridge: brightness in 254 steps, and errors in a list with 200. */
import type { Clock } from '../../../electron/engine/ports/clock.ts'
import type { LampPlan } from './resources.ts'

export type OldAnswer = Record<string, unknown> | unknown[]

export interface OldState {
  on: boolean
  bri?: number
  ct?: number
  xy?: [number, number]
  colormode?: string
  effect?: string
  alert: string
  mode: string
  reachable: boolean
}

export interface OldLight {
  state: OldState
  type: string
  name: string
  modelid: string
  capabilities: Record<string, unknown>
}

export interface OldSeenWrite {
  atMs: number
  path: string
  body: Record<string, unknown>
  before: Record<string, OldState>
}

const TYPES = {
  colour: 'Extended color light',
  ambiance: 'Color temperature light',
  white: 'Dimmable light',
  plug: 'On/Off plug-in unit',
} as const

export function v1Error(type: number, address: string, description: string): unknown[] {
  return [{ error: { type, address, description } }]
}

function oldLight({ name, kind, brightness = 80, mirek = 366, xy, isOn = true }: LampPlan): OldLight {
  const hasColour = kind === 'colour'
  const hasTemperature = hasColour || kind === 'ambiance'
  return {
    state: {
      on: isOn,
      ...(kind === 'plug' ? {} : { bri: Math.max(1, Math.floor((brightness * 254) / 100)) }),
      ...(hasTemperature ? { ct: mirek } : {}),
      ...(hasColour ? { xy: xy ? [xy.x, xy.y] : [0.4575, 0.4099], effect: 'none' } : {}),
      ...(hasTemperature ? { colormode: xy ? 'xy' : 'ct' } : {}),
      alert: 'none',
      mode: 'homeautomation',
      reachable: true,
    },
    type: TYPES[kind],
    name,
    modelid: hasColour ? 'LCT015' : kind === 'plug' ? 'LOM001' : 'LTW010',
    capabilities: {
      control: {
        ...(hasColour ? { colorgamuttype: 'C', ct: { min: 153, max: 500 } } : {}),
        ...(kind === 'ambiance' ? { ct: { min: 153, max: 454 } } : {}),
      },
    },
  }
}

export class OldHouseOfLamps {
  readonly lights: Record<string, OldLight> = {}
  readonly groups: Record<string, Record<string, unknown>>
  readonly scenes: Record<string, Record<string, unknown>> = {}
  readonly writes: OldSeenWrite[] = []
  readonly #clock: Clock
  readonly #switchesOn: boolean

  constructor(lamps: readonly LampPlan[], clock: Clock, switchesOn: boolean) {
    this.#clock = clock
    this.#switchesOn = switchesOn
    for (const [place, plan] of lamps.entries()) this.lights[`${place + 1}`] = oldLight(plan)
    const all = Object.keys(this.lights)
    this.groups = {
      1: { name: 'Study', type: 'Room', class: 'Office', lights: all, state: {}, action: {} },
      2: { name: 'Desk', type: 'Zone', lights: all.slice(0, 3), state: {}, action: {} },
      3: { name: 'TV', type: 'Entertainment', lights: all.slice(0, 2) },
      4: { name: 'Remote', type: 'LightGroup', lights: all.slice(0, 1) },
    }
    const asked = { on: true, bri: 143, ct: 447 }
    this.addScene('aBcD1234efGh-ij', 'Relax', Object.fromEntries(all.slice(0, 2).map((id) => [id, asked])))
    this.addScene('Recycled0000000', 'Dimmer switch', { 1: asked }, { recycle: true })
  }

  addScene(id: string, name: string, lightstates: Record<string, unknown>, more = {}): void {
    const members = { type: 'GroupScene', group: '1', lastupdated: '2018-02-03T09:10:11', recycle: false }
    this.scenes[id] = { name, lights: Object.keys(lightstates), ...members, ...more, lightstates }
  }

  numberOf(name: string): string {
    const [found] = Object.entries(this.lights).find(([, light]) => light.name === name) ?? []
    if (found === undefined) throw new Error(`no lamp ${name}`)
    return found
  }

  state(name: string): OldState {
    const found = this.lights[this.numberOf(name)]
    if (!found) throw new Error(`no lamp ${name}`)
    return found.state
  }

  /** Somebody's hand, or another app. */
  hand(name: string, change: Partial<OldState>): void {
    Object.assign(this.state(name), change)
  }

  remove(name: string): void {
    delete this.lights[this.numberOf(name)]
  }

  answer(method: string, path: readonly string[], body: unknown): OldAnswer {
    const [kind = '', id, member] = path
    if (method === 'GET') return this.#get(kind, id)
    const isState =
      method === 'PUT' &&
      ((kind === 'lights' && member === 'state') || (kind === 'groups' && member === 'action'))
    if (!isState || id === undefined) return v1Error(4, `/${path.join('/')}`, 'method not available')
    return this.#put(kind, id, body)
  }

  #get(kind: string, id: string | undefined): OldAnswer {
    const all = kind === 'lights' ? this.lights : kind === 'groups' ? this.groups : this.scenes
    const nobody = v1Error(3, `/${kind}/${id ?? ''}`, `resource, /${kind}/${id ?? ''}, not available`)
    if (!['lights', 'groups', 'scenes'].includes(kind)) return nobody
    if (id !== undefined) return (all[id] as Record<string, unknown> | undefined) ?? nobody
    // A list of scenes says nothing of their lamps.
    const silent = Object.entries(this.scenes).map(([key, { lightstates: _, ...scene }]) => [key, scene])
    return kind === 'scenes' ? Object.fromEntries(silent) : all
  }

  #put(kind: string, id: string, body: unknown): OldAnswer {
    const path = kind === 'lights' ? `/lights/${id}/state` : `/groups/${id}/action`
    const members = kind === 'lights' ? (this.lights[id] ? [id] : []) : this.#lampsOf(id)
    if (members.length === 0) return v1Error(3, path, `resource, ${path}, not available`)
    if (typeof body !== 'object' || body === null) return v1Error(2, path, 'body contains invalid json')
    const lights = members.flatMap((one) =>
      this.lights[one] ? [{ one, state: this.lights[one].state }] : [],
    )
    const before = Object.fromEntries(lights.map(({ one, state }) => [one, structuredClone(state)]))
    this.writes.push({ atMs: this.#clock.now(), path, body: body as Record<string, unknown>, before })
    const changes = Object.entries(body)
    if (kind === 'groups') {
      for (const { state } of lights) for (const [name, value] of changes) this.#set(state, name, value)
      return changes.map(([name, value]) => ({ success: { [`${path}/${name}`]: value } }))
    }
    const [first] = lights
    return changes.map(([name, value]) => {
      const type = first ? this.#set(first.state, name, value) : 3
      if (type === 0) return { success: { [`${path}/${name}`]: value } }
      return { error: { type, address: `${path}/${name}`, description: `no, parameter, ${name}` } }
    })
  }

  #lampsOf(group: string): string[] {
    const lights = this.groups[group]?.lights
    return Array.isArray(lights) ? lights.filter((id): id is string => id in this.lights) : []
  }

  /** The number of the error; 0: done. */
  #set(state: OldState, name: string, value: unknown): number {
    if (name === 'transitiontime') return 0
    if (!(name in state)) return 6
    if (this.#switchesOn && name === 'bri') state.on = true
    if (!state.on && name !== 'on') return 201
    if (name === 'bri' && Number.isInteger(value)) state.bri = Math.min(254, Math.max(1, Number(value)))
    else if (name === 'ct' && Number.isInteger(value)) {
      state.ct = Math.min(500, Math.max(153, Number(value)))
      state.colormode = 'ct'
    } else if (name === 'xy' && Array.isArray(value)) {
      state.xy = [Number(value[0]), Number(value[1])]
      state.colormode = 'xy'
    } else if (name === 'on') state.on = value === true
    else return 7
    return 0
  }
}
