/** A light that announces itself to Home Assistant, as firmware for small boards does: JSON or a topic for each thing. */
import type { MqttClient } from 'mqtt'

export interface FakeAnnouncedOptions {
  id: string
  schema: 'json' | 'default'
  /** ESPHome leaves an off light off when no state is said; others take a brightness for a wish to be on. */
  comesOnByBrightness?: boolean
  /** It says that it is there. */
  saysOnline?: boolean
  isOn?: boolean
  /** Shows what it was told, and says nothing of it. */
  isMute?: boolean
  extra?: Record<string, unknown>
}

export class FakeAnnouncedLight {
  readonly heard: { topic: string; text: string }[] = []
  /** What must never happen. */
  readonly faults: string[] = []
  isOn: boolean
  brightness = 200
  mirek = 300
  readonly base: string
  readonly #client: MqttClient
  readonly #options: FakeAnnouncedOptions

  constructor(client: MqttClient, options: FakeAnnouncedOptions) {
    this.#client = client
    this.#options = options
    this.isOn = options.isOn ?? true
    this.base = `lights/${options.id}`
    client.on('message', (topic, payload) => {
      if (topic.startsWith(`${this.base}/`)) this.#take(topic.slice(this.base.length + 1), String(payload))
    })
  }

  get config(): Record<string, unknown> {
    const { id, schema, saysOnline = true, extra = {} } = this.#options
    return {
      '~': this.base,
      name: null,
      uniq_id: id,
      stat_t: '~/state',
      cmd_t: '~/set',
      dev: { ids: [id], name: `Board ${id}`, sa: 'Kitchen' },
      ...(saysOnline ? { avty_t: '~/status' } : {}),
      ...(schema === 'json'
        ? { schema, brightness: true, sup_clrm: ['color_temp'], min_mirs: 160, max_mirs: 400 }
        : {
            ...{ bri_cmd_t: '~/level/set', bri_stat_t: '~/level', bri_scl: 100 },
            ...{ clr_temp_cmd_t: '~/white/set', clr_temp_stat_t: '~/white' },
          }),
      ...extra,
    }
  }

  async start(): Promise<void> {
    await this.#client.subscribeAsync([`${this.base}/set`, `${this.base}/+/set`], { qos: 1 })
    await this.announce()
    if (this.#options.saysOnline ?? true) await this.#publish('status', 'online')
    await this.tell()
  }

  announce(
    config: object | '' = this.config,
    topic = `homeassistant/light/${this.#options.id}/config`,
  ): Promise<unknown> {
    const payload = config === '' ? '' : JSON.stringify(config)
    return this.#client.publishAsync(topic, payload, { qos: 1, retain: true })
  }

  /** Somebody uses its button. */
  async hand(change: { isOn?: boolean; brightness?: number }): Promise<void> {
    Object.assign(this, change)
    await this.tell()
  }

  async goAway(): Promise<void> {
    await this.#publish('status', 'offline')
  }

  async tell(): Promise<void> {
    const state = this.isOn ? 'ON' : 'OFF'
    if (this.#options.schema === 'json') {
      const all = { state, brightness: this.brightness, color_mode: 'color_temp', color_temp: this.mirek }
      await this.#publish('state', JSON.stringify(all))
      return
    }
    await this.#publish('state', state)
    await this.#publish('level', String(Math.round(this.brightness / 2.55)))
    await this.#publish('white', String(this.mirek))
  }

  #take(topic: string, text: string): void {
    this.heard.push({ topic, text })
    if (/"?(state|effect|flash)"?\s*:/.test(text) || (topic === 'set') !== (this.#options.schema === 'json'))
      this.faults.push(`told ${topic} ${text}`)
    const isOff = !this.isOn
    if (this.#options.schema === 'json') {
      const { brightness, color_temp } = JSON.parse(text) as Record<string, number>
      if (brightness !== undefined) this.#dim(brightness, isOff)
      if (color_temp !== undefined) this.mirek = color_temp
    } else if (topic === 'level/set') this.#dim(Math.round(Number(text) * 2.55), isOff)
    else if (topic === 'white/set') this.mirek = Number(text)
    if (this.#options.isMute !== true) void this.tell()
  }

  #dim(brightness: number, isOff: boolean): void {
    this.brightness = brightness
    if (!isOff || this.#options.comesOnByBrightness !== true) return
    this.isOn = true
    this.faults.push('came on')
  }

  #publish(topic: string, payload: string): Promise<unknown> {
    return this.#client
      .publishAsync(`${this.base}/${topic}`, payload, { qos: 1, retain: true })
      .catch(() => {})
  }
}
