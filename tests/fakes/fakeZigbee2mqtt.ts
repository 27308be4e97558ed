/** A zigbee2mqtt with a few lamps that behave as real ones do: they fade, round, sleep, and come on when told a brightness. */
import type { MqttClient } from 'mqtt'

export interface FakeZigbeeLamp {
  address: string
  name: string
  isOn: boolean
  /** 0–254. */
  level: number
  mirek: number | null
  xy: { x: number; y: number } | null
  mode: 'color_temp' | 'xy' | null
  /** Cut at the wall: nothing reaches it and it says nothing. */
  isCut: boolean
  ignoresTransition: boolean
  /** Its own name for this is `optimistic`: what was asked is told at once, else only once it is shown. */
  toldAtOnce: boolean
  /** What it may be told and asked; without colour it is white only. */
  can: ('brightness' | 'color_temp' | 'color_xy')[]
}

const usual: Omit<FakeZigbeeLamp, 'address' | 'name'> = {
  isOn: true,
  level: 203,
  mirek: 250,
  xy: null,
  mode: 'color_temp',
  isCut: false,
  ignoresTransition: false,
  toldAtOnce: true,
  can: ['brightness', 'color_temp'],
}

interface Fade {
  from: number
  to: number
  beganMs: number
  tookMs: number
}

const ALL = { access: 7 }

function exposeOf({ can }: FakeZigbeeLamp): object {
  const features: object[] = [
    { name: 'state', property: 'state', type: 'binary', value_on: 'ON', value_off: 'OFF', ...ALL },
  ]
  if (can.includes('brightness'))
    features.push({
      name: 'brightness',
      property: 'brightness',
      type: 'numeric',
      value_min: 0,
      value_max: 254,
      ...ALL,
    })
  if (can.includes('color_temp'))
    features.push({
      name: 'color_temp',
      property: 'color_temp',
      type: 'numeric',
      value_min: 153,
      value_max: 454,
      ...ALL,
    })
  if (can.includes('color_xy'))
    features.push({
      ...{ name: 'color_xy', property: 'color', type: 'composite' },
      features: [
        { name: 'x', property: 'x', type: 'numeric', ...ALL },
        { name: 'y', property: 'y', type: 'numeric', ...ALL },
      ],
    })
  return { type: 'light', features }
}

export interface SetHeard {
  name: string
  payload: Record<string, unknown>
  atMs: number
}

export class FakeZigbee2mqtt {
  readonly sets: SetHeard[] = []
  readonly gets: string[] = []
  /** What must never happen: a lamp that came on, or was told to. */
  readonly faults: string[] = []
  readonly lamps = new Map<string, FakeZigbeeLamp>()
  groups: { id: number; friendly_name: string; members: { ieee_address: string; endpoint: number }[] }[] = []
  /** Whether it watches who is there, which it does only when told to. */
  readonly #watches: boolean
  readonly #client: MqttClient
  readonly #base: string
  readonly #fades = new Map<string, Fade>()
  /** Lamps of which the last news did not reach it, as it last knew them. */
  readonly #believed = new Map<string, boolean>()
  readonly #timers = new Set<NodeJS.Timeout>()

  constructor(client: MqttClient, { base = 'zigbee2mqtt', watches = false } = {}) {
    this.#client = client
    this.#base = base
    this.#watches = watches
    client.on('message', (topic, payload) => this.#heard(topic, String(payload)))
  }

  add(name: string, rest: Partial<FakeZigbeeLamp> = {}): FakeZigbeeLamp {
    const address = `0x${(0x1000 + this.lamps.size).toString(16)}`
    const lamp = { ...usual, address, name, ...rest }
    this.lamps.set(address, lamp)
    return lamp
  }

  async start(): Promise<void> {
    await this.#client.subscribeAsync(`${this.#base}/#`, { qos: 1 })
    await this.#publish('bridge/state', '{"state":"online"}', true)
    await this.publishLists()
    if (!this.#watches) return
    for (const { name, isCut } of this.lamps.values())
      await this.#publish(
        `${name}/availability`,
        JSON.stringify({ state: isCut ? 'offline' : 'online' }),
        true,
      )
  }

  async publishLists(): Promise<void> {
    const coordinator = {
      ieee_address: '0x0',
      type: 'Coordinator',
      friendly_name: 'Coordinator',
      definition: null,
    }
    const sensor = {
      ...{ ieee_address: '0x99', type: 'EndDevice', friendly_name: 'Window' },
      definition: {
        model: 'S1',
        exposes: [{ type: 'binary', name: 'contact', property: 'contact', access: 1 }],
      },
    }
    const lamps = [...this.lamps.values()].map((lamp) => ({
      ...{
        ieee_address: lamp.address,
        type: 'Router',
        friendly_name: lamp.name,
        supported: true,
        disabled: false,
      },
      definition: {
        model: 'L1',
        vendor: 'Lamps',
        exposes: [exposeOf(lamp), { type: 'numeric', name: 'linkquality', access: 1 }],
      },
    }))
    await this.#publish('bridge/devices', JSON.stringify([coordinator, sensor, ...lamps]), true)
    await this.#publish('bridge/groups', JSON.stringify(this.groups), true)
  }

  async rename(lamp: FakeZigbeeLamp, name: string): Promise<void> {
    lamp.name = name
    await this.publishLists()
  }

  /** Somebody uses a switch or an app. */
  async hand(lamp: FakeZigbeeLamp, change: Partial<FakeZigbeeLamp>): Promise<void> {
    this.#fades.delete(lamp.address)
    Object.assign(lamp, change)
    await this.#tell(lamp)
  }

  /** Switched by a remote that speaks to the lamp alone: nobody hears of it until the lamp is asked. */
  switchUnheard(lamp: FakeZigbeeLamp, isOn: boolean): void {
    this.#believed.set(lamp.address, lamp.isOn)
    lamp.isOn = isOn
  }

  async goAway(): Promise<void> {
    await this.#publish('bridge/state', '{"state":"offline"}', true)
  }

  /** As it really stands now, in the middle of a fade too. */
  levelOf(lamp: FakeZigbeeLamp): number {
    const fade = this.#fades.get(lamp.address)
    if (fade === undefined) return lamp.level
    const share = Math.min(1, (Date.now() - fade.beganMs) / Math.max(1, fade.tookMs))
    return Math.round(fade.from + (fade.to - fade.from) * share)
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer)
  }

  #heard(topic: string, text: string): void {
    const match = /^(.+)\/(set|get)$/.exec(topic.slice(this.#base.length + 1))
    const lamp = [...this.lamps.values()].find(({ name }) => name === match?.[1])
    if (match === null || lamp === undefined) return
    const payload = JSON.parse(text) as Record<string, unknown>
    if (match[2] === 'set') this.#set(lamp, payload)
    else this.#get(lamp, payload)
  }

  #set(lamp: FakeZigbeeLamp, payload: Record<string, unknown>): void {
    this.sets.push({ name: lamp.name, payload, atMs: Date.now() })
    if ('state' in payload || 'effect' in payload)
      this.faults.push(`${lamp.name} was told ${JSON.stringify(payload)}`)
    if (lamp.isCut) return
    const seconds = typeof payload.transition === 'number' ? payload.transition : 0
    const tookMs = lamp.ignoresTransition ? 0 : seconds * 1000
    if (typeof payload.brightness === 'number') {
      if (!lamp.isOn) this.faults.push(`${lamp.name} came on`)
      lamp.isOn = true
      const from = this.levelOf(lamp)
      this.#fades.set(lamp.address, { from, to: payload.brightness, beganMs: Date.now(), tookMs })
      lamp.level = payload.brightness
    }
    if (typeof payload.color_temp === 'number')
      Object.assign(lamp, { mirek: payload.color_temp, mode: 'color_temp' })
    if (payload.color !== undefined) Object.assign(lamp, { xy: payload.color, mode: 'xy' })
    this.#later(lamp.toldAtOnce ? 5 : tookMs + 5, () => this.#tell(lamp, lamp.level))
  }

  /** One reading over the air for each member, and a message for each. */
  #get(lamp: FakeZigbeeLamp, payload: Record<string, unknown>): void {
    this.gets.push(lamp.name)
    if (lamp.isCut) return
    for (const [place] of Object.keys(payload).entries()) {
      this.#later(10 + 10 * place, () => {
        this.#believed.delete(lamp.address)
        return this.#tell(lamp)
      })
    }
  }

  #tell(lamp: FakeZigbeeLamp, level = this.levelOf(lamp)): Promise<unknown> {
    const isOn = this.#believed.get(lamp.address) ?? lamp.isOn
    const state = {
      state: isOn ? 'ON' : 'OFF',
      linkquality: 120,
      ...(lamp.can.includes('brightness') ? { brightness: level } : {}),
      ...(lamp.can.includes('color_temp') ? { color_temp: lamp.mirek } : {}),
      ...(lamp.xy === null ? {} : { color: lamp.xy }),
      ...(lamp.mode === null ? {} : { color_mode: lamp.mode }),
    }
    return this.#publish(lamp.name, JSON.stringify(state), false)
  }

  #publish(topic: string, payload: string, retain: boolean): Promise<unknown> {
    if (!this.#client.connected) return Promise.resolve()
    return this.#client.publishAsync(`${this.#base}/${topic}`, payload, { qos: 1, retain }).catch(() => {})
  }

  #later(delayMs: number, act: () => Promise<unknown>): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      void act()
    }, delayMs)
    this.#timers.add(timer)
  }
}
