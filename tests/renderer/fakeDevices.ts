/** The fake engine's devices: a broker with topics that arrive, a simulator, and mappings that really map. */
import { ORPCError } from '@orpc/server'
import type { DeviceView, MappingInput } from '../../electron/contract/devices.ts'
import type { Mapping } from '../../electron/core/readings/mapping.ts'
import { mappingProblem } from '../../electron/core/readings/mappingProblem.ts'
import { presets } from '../../electron/core/readings/presets.ts'
import { previewMapping } from '../../electron/core/readings/previewMapping.ts'
import { topicMatches } from '../../electron/core/readings/topics.ts'
import type { FakeEngine, NotedContract } from './fakeEngine.ts'
import { FakeTopic } from './fakeTopic.ts'
import { idOf, type Scenario } from './fakeWorld.ts'

type Phase = DeviceView['phase']
type Drivers = {
  id: string
  settingsSchema: Record<string, unknown>
  secrets: string[]
  hasTopics: boolean
}[]

export const brokerId = idOf(900)

const drivers: Drivers = [
  {
    id: 'mqtt',
    settingsSchema: {
      type: 'object',
      properties: {
        host: { type: 'string', minLength: 1, maxLength: 255 },
        port: {
          default: null,
          'x-widget': 'port',
          type: ['integer', 'null'],
          minimum: 1,
          maximum: 65_535,
        },
        tls: { default: false, type: 'boolean' },
        ca: { 'x-widget': 'pem', 'x-when': 'tls', default: null, type: ['string', 'null'] },
        username: { default: null, type: ['string', 'null'], maxLength: 1000 },
        password: { 'x-widget': 'password', default: null, type: ['string', 'null'] },
        version: { default: 'auto', 'x-level': 'expert', type: 'string', enum: ['auto', '5', '3.1.1'] },
        qos: { default: 1, 'x-level': 'expert', type: 'number', enum: [0, 1] },
        unheardOf: { 'x-level': 'expert', default: null, type: ['string', 'null'] },
      },
      required: ['host'],
    },
    secrets: ['password'],
    hasTopics: true,
  },
  {
    id: 'simulator',
    settingsSchema: {
      type: 'object',
      properties: { day: { type: 'string', enum: ['calm', 'heavy'], default: 'calm' } },
      required: ['day'],
    },
    secrets: [],
    hasTopics: false,
  },
]

const healthExport = JSON.stringify({
  data: {
    metrics: [
      {
        name: 'heart_rate_variability',
        units: 'ms',
        data: [{ qty: 48.2, date: '2026-01-01 08:30:00 +0100' }],
      },
      {
        name: 'heart_rate',
        units: 'bpm',
        data: [{ date: '2026-01-01 08:30:00 +0100', Min: 58, Avg: 61, Max: 66 }],
      },
    ],
  },
})

/** What is on the wire: the newest payload of each topic. */
function someTopics(now: number): Record<string, string> {
  return {
    'psl/hr': JSON.stringify({
      clientId: 'p1',
      deviceId: '1A2B3C4D',
      sessionId: 17,
      timeStamp: now - 2000,
      hr: 66,
      rr: [905, 912],
    }),
    'psl/ecg': JSON.stringify({ deviceId: '1A2B3C4D', ecg: [-12, 4, 88] }),
    HeartRate: '72',
    'homeassistant/sensor/watch_hr/state': 'unavailable',
    'phone/health': healthExport,
  }
}

export class FakeDevices {
  readonly topic = new FakeTopic<{ devices: DeviceView[] }>()
  readonly heard = new FakeTopic<'now'>()
  drivers = drivers
  devices: DeviceView[]
  topics = someTopics(Date.now())
  counts = new Map<string, number>()
  readonly removed = new Map<string, DeviceView>()

  constructor(scenario: Scenario) {
    this.devices = devicesOf(scenario)
  }

  snapshot = () => ({ devices: this.devices })

  tell(): void {
    this.topic.emit(this.snapshot())
  }

  put(device: DeviceView): DeviceView {
    const isThere = this.devices.some(({ id }) => id === device.id)
    this.devices = isThere
      ? this.devices.map((one) => (one.id === device.id ? device : one))
      : [...this.devices, device]
    this.tell()
    return device
  }

  /** A message comes. */
  hear(topic: string, payload: string): void {
    this.topics = { ...this.topics, [topic]: payload }
    this.counts.set(topic, (this.counts.get(topic) ?? 3) + 1)
    this.heard.emit('now')
  }

  heardUnder(filter: string) {
    return Object.entries(this.topics)
      .filter(([topic]) => topicMatches(filter, topic))
      .map(([topic, payload]) => ({
        topic,
        count: this.counts.get(topic) ?? 3,
        lastAtMs: Date.now() - 2000,
        retained: payload === 'unavailable',
        text: payload.slice(0, 120),
      }))
  }

  preview(input: MappingInput) {
    const mapping = input as Mapping
    const now = Date.now()
    const messages = Object.entries(this.topics)
      .filter(([topic]) => topicMatches(mapping.topicFilter, topic))
      .map(([topic, payload], place) => ({
        topic,
        payload,
        arrivedAtMs: now - 2000 * (place + 1),
        retained: payload === 'unavailable',
      }))
    return mappingProblem(mapping) === null
      ? previewMapping(mapping, messages)
      : { problem: mappingProblem(mapping), messages: [] }
  }
}

const fakes = new WeakMap<FakeEngine, FakeDevices>()

export function devicesOfEngine(engine: FakeEngine): FakeDevices {
  const devices = fakes.get(engine) ?? new FakeDevices(engine.world.scenario)
  fakes.set(engine, devices)
  return devices
}

export function broker(rest: Partial<DeviceView> = {}): DeviceView {
  return {
    id: brokerId,
    driver: 'mqtt',
    title: 'At home',
    enabled: true,
    settings: { host: 'broker.home', port: null, tls: false, ca: null, username: 'lull', password: null },
    secretsSet: ['password'],
    phase: { phase: 'connected', protocol: '5' },
    mappings: [],
    ...rest,
  }
}

function polar(rest: Partial<DeviceView['mappings'][number]> = {}): DeviceView['mappings'] {
  const preset = presets.find(({ id }) => id === 'polar_sensor_logger')
  return (preset?.mappings('psl/hr') ?? []).map((mapping, place) => ({
    mapping,
    accepted: place === 0 ? 12_404 : 6_210,
    refused:
      place === 0
        ? [
            { reason: 'out_of_range', count: 31 },
            { reason: 'duplicate', count: 4 },
          ]
        : [],
    lastMessageMs: Date.now() - 4000,
    lastReadingMs: Date.now() - 4000,
    silent: false,
    ...rest,
  }))
}

function devicesOf(scenario: Scenario): DeviceView[] {
  const failed = (phase: Extract<Phase, { phase: 'failed' }>, rest: Partial<DeviceView>) =>
    broker({ phase, ...rest })
  if (scenario === 'sensingAll') return [broker({ mappings: polar() })]
  if (scenario === 'beats') return [broker({ mappings: polar() })]
  if (scenario === 'beatsPlaying') {
    return [
      broker({
        id: idOf(901),
        driver: 'simulator',
        title: 'A heavy day',
        settings: { day: 'heavy' },
        secretsSet: [],
        phase: { phase: 'connected', protocol: null },
      }),
    ]
  }
  if (scenario !== 'beatsFailing') return []
  const longAgo = Date.now() - 52 * 60_000
  return [
    failed({ phase: 'failed', failure: 'credentials_refused', retrying: false, detail: null }, {}),
    failed(
      { phase: 'failed', failure: 'storm', retrying: false, detail: null },
      { id: idOf(902), title: 'Office', mappings: polar({ accepted: 0, refused: [], lastMessageMs: null }) },
    ),
    broker({
      id: idOf(903),
      title: 'Study',
      mappings: polar({ silent: true, lastMessageMs: longAgo, lastReadingMs: longAgo }),
    }),
  ]
}

export function fakeDevices(noted: NotedContract, engine: FakeEngine) {
  const devices = devicesOfEngine(engine)
  const refuse = (code: string, data?: Record<string, string>) =>
    new ORPCError(code, { defined: true, data: data ?? null })
  const known = (id: string) => {
    const device = devices.devices.find((one) => one.id === id)
    if (!device) throw refuse('NOT_FOUND')
    return device
  }
  const check = (settings: DeviceView['settings']) => {
    const problem = (field: string, code: string) => refuse('DEVICE_SETTINGS', { field, problem: code })
    const host = String(settings.host ?? '')
    if (host.includes('/')) throw problem('host', 'not_a_host')
    if (settings.password && !settings.username) throw problem('username', 'user_missing')
  }
  return {
    drivers: noted.devices.drivers.handler(() => ({ drivers: devices.drivers })),
    watch: noted.devices.watch.handler(({ signal }) => devices.topic.watch(devices.snapshot(), signal)),
    test: noted.devices.test.handler(({ input }): Phase => {
      check(input.settings)
      const failed = (failure: Extract<Phase, { phase: 'failed' }>['failure']): Phase => ({
        phase: 'failed',
        failure,
        retrying: false,
        detail: null,
      })
      if (input.settings.host === 'nowhere') return failed('name_unknown')
      if (input.settings.password === 'wrong') return failed('credentials_refused')
      return { phase: 'connected', protocol: '5' }
    }),
    save: noted.devices.save.handler(({ input }) => {
      check(input.settings)
      const driver = devices.drivers.find(({ id }) => id === input.driver)
      const old = devices.devices.find(({ id }) => id === input.id)
      const secrets = driver?.secrets ?? []
      const set = secrets.filter((name) => input.settings[name] != null || old?.secretsSet.includes(name))
      const hidden = Object.fromEntries(secrets.map((name) => [name, null]))
      return devices.put({
        ...input,
        settings: { ...input.settings, ...hidden },
        secretsSet: set,
        phase: input.enabled
          ? { phase: 'connected', protocol: input.driver === 'mqtt' ? '5' : null }
          : { phase: 'off' },
        mappings: old?.mappings ?? [],
      })
    }),
    remove: noted.devices.remove.handler(({ input }) => {
      devices.removed.set(input.id, known(input.id))
      devices.devices = devices.devices.filter(({ id }) => id !== input.id)
      devices.tell()
      return { undoSeconds: 10 }
    }),
    restore: noted.devices.restore.handler(({ input }) => {
      const device = devices.removed.get(input.id)
      if (device) devices.put(device)
      return { restored: devices.removed.delete(input.id) }
    }),
    retry: noted.devices.retry.handler(({ input }) => {
      devices.put({ ...known(input.id), phase: { phase: 'connecting' } })
      return {}
    }),
    watchTopics: noted.devices.watchTopics.handler(async function* ({ input, signal }) {
      known(input.id)
      for await (const _ of devices.heard.watch('now', signal)) {
        yield { topics: devices.heardUnder(input.topicFilter) }
      }
    }),
    preview: noted.devices.preview.handler(({ input }) => devices.preview(input.mapping)),
    setMappings: noted.devices.setMappings.handler(({ input }) => {
      const device = known(input.id)
      const old = new Map(device.mappings.map((one) => [one.mapping.id, one]))
      return devices.put({
        ...device,
        mappings: input.mappings.map((mapping) => ({
          accepted: 0,
          refused: [],
          lastMessageMs: null,
          lastReadingMs: null,
          silent: false,
          ...old.get(mapping.id),
          mapping,
        })),
      })
    }),
  }
}
