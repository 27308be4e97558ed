/** The fake engine's telling of a Home Assistant: a link that can be set, and messages like the real ones. */
import type { HomeAssistantSettings, HomeAssistantState } from '../../electron/contract/homeAssistant.ts'
import type { FakeEngine, NotedContract } from './fakeEngine.ts'
import { FakeTopic } from './fakeTopic.ts'

const id = 'lull_1a2b3c4d5e6f'
const base = `lull/${id}`

export class FakeHomeAssistant {
  readonly topic = new FakeTopic<HomeAssistantState>()
  state: HomeAssistantState = {
    link: { phase: 'off' },
    published: 0,
    commands: { obeyed: 0, refused: 0 },
  }

  change(change: Partial<HomeAssistantState>): void {
    this.state = { ...this.state, ...change }
    this.topic.emit(this.state)
  }
}

const fakes = new WeakMap<FakeEngine, FakeHomeAssistant>()

export function homeAssistantOf(engine: FakeEngine): FakeHomeAssistant {
  const fake = fakes.get(engine) ?? new FakeHomeAssistant()
  fakes.set(engine, fake)
  return fake
}

/** As the real one stands: off until it is switched on, then by whether there is a broker that lets it in. */
function linkOf(engine: FakeEngine): HomeAssistantState['link'] {
  if (!engine.world.settings.homeAssistant.on) return { phase: 'off' }
  const { scenario } = engine.world
  if (scenario === 'beatsFailing') {
    return { phase: 'failed', failure: 'credentials_refused', retrying: false, detail: null }
  }
  return scenario === 'beats' ? { phase: 'connected', protocol: '5' } : { phase: 'no_broker' }
}

function messagesOf({ form, strain }: HomeAssistantSettings) {
  const retained = (topic: string, payload: string) => ({ topic, payload, retained: true })
  const dev = { ids: [id], name: 'Lull on study-pc' }
  const names = [...(strain ? ['strain'] : []), 'next_break', 'break_due', 'on_break', 'paused', 'calm']
  const device = { dev, o: { name: 'Lull' }, cmps: Object.fromEntries(names.map((name) => [name, { name }])) }
  return [
    ...(form === 'device'
      ? [retained(`homeassistant/device/${id}/config`, JSON.stringify(device))]
      : names.map((name) =>
          retained(`homeassistant/sensor/${id}/${name}/config`, JSON.stringify({ name, device: dev })),
        )),
    retained(`${base}/status`, 'online'),
    ...['break_due', 'on_break', 'paused', 'calm'].map((name) => retained(`${base}/${name}/state`, 'OFF')),
    {
      topic: `${base}/state`,
      payload: JSON.stringify({ ...(strain ? { strain: 'usual' } : {}), next_break: 20 }),
      retained: false,
    },
  ]
}

export function fakeHomeAssistant(noted: NotedContract, engine: FakeEngine) {
  const fake = homeAssistantOf(engine)
  void (async () => {
    for await (const _ of engine.settings.watch(engine.world.settings, undefined)) {
      const link = linkOf(engine)
      fake.change({ link, published: link.phase === 'connected' ? 6 : 0 })
    }
  })()
  return {
    watch: noted.homeAssistant.watch.handler(({ signal }) => fake.topic.watch(fake.state, signal)),
    preview: noted.homeAssistant.preview.handler(({ input }) => ({
      messages: messagesOf(input),
      commandTopics: input.commands ? [`${base}/on_break/set`, `${base}/paused/set`, `${base}/calm/set`] : [],
    })),
  }
}
