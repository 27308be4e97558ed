/** A kind of device whose connections do what the test says. */
import type { Mapping } from '../../../../electron/core/readings/mapping.ts'
import type { LastMessage } from '../../../../electron/core/readings/previewMapping.ts'
import type {
  DeviceConnection,
  DeviceContext,
  DeviceDriver,
  DevicePhase,
  DeviceSettings,
  HeardTopic,
} from '../../../../electron/engine/ports/vitals.ts'

export class FakeConnection implements DeviceConnection {
  readonly context: DeviceContext
  readonly settings: DeviceSettings
  mappings: readonly Mapping[]
  messages: LastMessage[] = []
  explorers = new Map<string, (topics: readonly HeardTopic[]) => void>()
  retries = 0
  closed: 'no' | 'put away' | 'forgotten' = 'no'

  constructor(settings: DeviceSettings, mappings: readonly Mapping[], context: DeviceContext) {
    this.settings = settings
    this.mappings = mappings
    this.context = context
    context.phase({ phase: 'connecting' })
  }

  setMappings(mappings: readonly Mapping[]): void {
    this.mappings = mappings
  }

  explore(topicFilter: string, listener: (topics: readonly HeardTopic[]) => void): () => void {
    this.explorers.set(topicFilter, listener)
    return () => this.explorers.delete(topicFilter)
  }

  lastMessages(): readonly LastMessage[] {
    return this.messages
  }

  retry(): void {
    this.retries++
  }

  async close(forget = false): Promise<void> {
    this.closed = forget ? 'forgotten' : 'put away'
  }
}

export function fakeDriver() {
  const connections: FakeConnection[] = []
  const tested: DeviceSettings[] = []
  const driver: DeviceDriver & { outcome: Promise<DevicePhase> } = {
    id: 'fake',
    settingsSchema: { type: 'object', properties: { host: { type: 'string' } } },
    secrets: ['password'],
    hasTopics: true,
    outcome: Promise.resolve({ phase: 'connected', protocol: '5' }),
    checkSettings(given) {
      const settings = given as Record<string, unknown>
      return typeof settings.host === 'string' && settings.host !== ''
        ? { ok: true, settings: { host: settings.host, password: settings.password || null } }
        : { ok: false, field: 'host', problem: 'missing' }
    },
    test(settings, context) {
      tested.push(settings)
      context.connectionMade('tested:1883', 'answered')
      return driver.outcome
    },
    connect(settings, mappings, context) {
      if (settings.host === 'throws') throw new Error('settings of another version')
      const connection = new FakeConnection(settings, mappings, context)
      connections.push(connection)
      return connection
    },
  }
  const topicless: DeviceDriver = { ...driver, id: 'topicless', hasTopics: false }
  const last = () => {
    const connection = connections.at(-1)
    if (!connection) throw new Error('nothing was connected')
    return connection
  }
  return { driver, topicless, connections, tested, last }
}
