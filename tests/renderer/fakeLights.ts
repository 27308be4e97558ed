/** The fake engine's lights: a room that takes looks and hands, a log, and bridges that pair as a test says. */
import { ORPCError } from '@orpc/server'
import type {
  FoundBridge,
  LightsEntryView,
  LightsView,
  PairStep,
  SightingView,
  TrialResultView,
} from '../../electron/contract/lights.ts'
import type { Because, RefusedWish } from '../../electron/core/lights/lightsEffects.ts'
import { isLookId, LOOKS } from '../../electron/core/lights/looks.ts'
import { LEAST_EACH } from '../../electron/core/lights/trial.ts'
import type { FakeEngine, NotedContract } from './fakeEngine.ts'
import { bridgeSource, emptyLights } from './fakeRoom.ts'
import { FakeTopic } from './fakeTopic.ts'
import { idOf } from './fakeWorld.ts'

const notEnough: TrialResultView = { kind: 'not_enough', n: 0, missing: LEAST_EACH }

export class FakeLights {
  readonly topic = new FakeTopic<LightsView>()
  view: LightsView = emptyLights(Date.now())
  /** Every wish is refused with this. */
  refusal: RefusedWish | null = null
  entries: LightsEntryView[] = []
  trial: {
    isOn: boolean
    moments: number
    outcomes: { mood: TrialResultView; heartRate: TrialResultView }
  } = { isOn: false, moments: 0, outcomes: { mood: notEnough, heartRate: notEnough } }
  found: FoundBridge[] = []
  findings: 'answered' | 'unreachable' | 'too_often' | 'bad_answer' = 'answered'
  sighting: SightingView = { seen: false, failure: 'unreachable' }
  /** Who is where, when that depends on how it is asked. */
  sightingOf: ((asked: { driver: string; address: string }) => SightingView | Promise<SightingView>) | null =
    null
  /** What the network's answer waits for. */
  finding: Promise<unknown> = Promise.resolve()
  /** What the maker's server says; null: the same as the network. */
  maker: { found: FoundBridge[]; outcome: FakeLights['findings'] } | null = null
  /** Pairings whose watcher left. */
  pairingsLeft = 0
  /** A broker's lamps are refused with this. */
  brokerRefusal: { field: string; problem: string } | null = null
  /** Whether what was removed can still be had back. */
  canRestore = true
  /** What pairing goes through; a test may put in promises that it settles. */
  pairing: (PairStep | Promise<PairStep>)[] = []
  followed: { exerciseId: string; lengthSeconds: number; startedAtMs: number }[] = []
  #claims = 1

  change(change: Partial<LightsView>): void {
    this.view = { ...this.view, atMs: Date.now(), ...change }
    this.topic.emit(this.view)
  }

  /** A look as the real one would set it, near enough for a page. */
  begin(look: string, because: Because): void {
    if (this.refusal !== null) {
      throw new ORPCError('LIGHTS_REFUSED', { defined: true, data: { because: this.refusal } })
    }
    const atMs = Date.now()
    const claimId = this.#claims++
    const wanted = isLookId(look) ? LOOKS[look] : null
    const mirek = wanted?.colour && 'mirek' in wanted.colour ? wanted.colour.mirek : 400
    const held = this.view.lamps.filter(({ isOn, choice }) => isOn && choice === 'chosen')
    const lampIds = held.map(({ id }) => id)
    this.change({
      lamps: this.view.lamps.map((lamp) =>
        lampIds.includes(lamp.id)
          ? {
              ...lamp,
              heldBy: look,
              fadeMs: 4000,
              brightness: Math.min(lamp.brightness ?? 100, wanted?.brightness ?? 100),
              colour: { kind: 'temperature', mirek },
            }
          : lamp,
      ),
      claims: [
        {
          ...{ claimId, look, because, fromMs: atMs, begunMs: atMs },
          untilMs: atMs + (because === 'preview' ? 10_000 : 20 * 60_000),
        },
      ],
      announced: { claimId, look, because, atMs, lampIds, undoUntilMs: atMs + 60_000 },
    })
  }

  /** @returns whether any lamp does. */
  breathe(isOn: boolean): boolean {
    const { isAllowed, isSimulated, lamps } = this.view
    const wasOn = lamps.some(({ heldBy }) => heldBy === 'breathe')
    const follows = isOn && (isAllowed || isSimulated)
    if (follows === wasOn) return follows
    const heldBy = follows ? 'breathe' : null
    this.change({
      lamps: lamps.map((lamp) => (lamp.isOn && lamp.choice === 'chosen' ? { ...lamp, heldBy } : lamp)),
    })
    return follows
  }

  giveBack(): void {
    const first = emptyLights(0).lamps
    this.change({
      lamps: this.view.lamps.map((lamp) => {
        const was = first.find(({ id }) => id === lamp.id)
        return lamp.heldBy === null || !was
          ? lamp
          : { ...lamp, heldBy: null, brightness: was.brightness, colour: was.colour }
      }),
      claims: [],
      announced: null,
    })
  }
}

const fakes = new WeakMap<FakeEngine, FakeLights>()

export function lightsOf(engine: FakeEngine): FakeLights {
  const fake = fakes.get(engine) ?? new FakeLights()
  fakes.set(engine, fake)
  return fake
}

export function fakeLights(noted: NotedContract, engine: FakeEngine) {
  const { lights } = noted
  const fake = lightsOf(engine)
  return {
    watch: lights.watch.handler(({ signal }) => fake.topic.watch(fake.view, signal)),
    apply: lights.apply.handler(({ input }) => done(fake.begin(input.look, input.because))),
    preview: lights.preview.handler(({ input }) => done(fake.begin(input.look, 'preview'))),
    undo: lights.undo.handler(() => done(fake.giveBack())),
    release: lights.release.handler(() => done(fake.giveBack())),
    followExercise: lights.followExercise.handler(({ input }) => {
      fake.followed.push(input)
      return { follows: fake.breathe(true) }
    }),
    exerciseEnded: lights.exerciseEnded.handler(() => {
      fake.breathe(false)
      return {}
    }),
    writing: lights.writing.handler(() => ({})),
    touchLamp: lights.touchLamp.handler(({ input: { lampId, mirek, ...hand } }) => {
      const lamps = fake.view.lamps.map((lamp) =>
        lamp.id === lampId
          ? {
              ...lamp,
              ...(Object.fromEntries(
                Object.entries(hand).filter(([, value]) => value !== undefined),
              ) as object),
              ...(mirek === undefined ? {} : { colour: { kind: 'temperature' as const, mirek } }),
              heldBy: null,
            }
          : lamp,
      )
      return done(fake.change({ lamps }))
    }),
    saveScene: lights.saveScene.handler(({ input }) => {
      const id = `own:${idOf(820 + engine.world.settings.lights.scenes.length)}`
      keepScene(engine, { id, title: input.title, lamps: [] })
      return { id }
    }),
    adoptScene: lights.adoptScene.handler(({ input }) => {
      const scene = fake.view.scenes.find(({ id }) => id === input.sceneId)
      if (!scene) throw new ORPCError('NOT_FOUND', { defined: true })
      const id = `own:${idOf(820 + engine.world.settings.lights.scenes.length)}`
      keepScene(engine, { id, title: scene.name, lamps: [] })
      return { id }
    }),
    log: lights.log.handler(({ input }) => ({
      entries: fake.entries.filter(({ workDay }) => workDay >= input.fromDay && workDay <= input.toDay),
      firstDay: fake.entries.at(-1)?.workDay ?? null,
    })),
    trial: lights.trial.handler(() => fake.trial),
    forgetTrial: lights.forgetTrial.handler(() => {
      fake.trial = { isOn: fake.trial.isOn, moments: 0, outcomes: { mood: notEnough, heartRate: notEnough } }
      return {}
    }),
    ...fakePairing(noted, fake),
  }
}

function fakePairing({ lights }: NotedContract, fake: FakeLights) {
  return {
    discover: lights.discover.handler(async () => {
      await fake.finding
      return { found: fake.found, outcome: fake.findings }
    }),
    lookUp: lights.lookUp.handler(() => fake.maker ?? { found: fake.found, outcome: fake.findings }),
    lookAt: lights.lookAt.handler(({ input }) => fake.sightingOf?.(input) ?? fake.sighting),
    pair: lights.pair.handler(async function* ({ signal }) {
      signal?.addEventListener('abort', () => {
        fake.pairingsLeft += 1
      })
      for (const step of fake.pairing) {
        const now = await step
        if (now.step === 'paired') {
          fake.change({ isSimulated: false, sources: [{ ...bridgeSource, id: now.sourceId }] })
        }
        yield now
      }
    }),
    addBroker: lights.addBroker.handler(() => {
      if (fake.brokerRefusal) {
        throw new ORPCError('DEVICE_SETTINGS', { defined: true, data: fake.brokerRefusal })
      }
      const added = { ...bridgeSource, driver: 'mqttLights' as const, title: 'Broker', bridgeId: null }
      fake.change({ isSimulated: false, sources: [added] })
      return { sourceId: added.id }
    }),
    renameSource: lights.renameSource.handler(({ input }) => {
      const sources = fake.view.sources.map((one) =>
        one.id === input.id ? { ...one, title: input.title } : one,
      )
      return done(fake.change({ sources }))
    }),
    removeSource: lights.removeSource.handler(({ input }) => {
      fake.change({ sources: fake.view.sources.filter(({ id }) => id !== input.id) })
      return { undoSeconds: 10 }
    }),
    restoreSource: lights.restoreSource.handler(() => {
      if (fake.canRestore) fake.change({ sources: [bridgeSource] })
      return { restored: fake.canRestore }
    }),
    retrySource: lights.retrySource.handler(() => ({})),
  }
}

function keepScene(
  engine: FakeEngine,
  scene: FakeEngine['world']['settings']['lights']['scenes'][number],
): void {
  const { settings } = engine.world
  engine.world.settings = {
    ...settings,
    lights: { ...settings.lights, scenes: [...settings.lights.scenes, scene] },
  }
  engine.settings.emit(engine.world.settings)
}

function done(_nothing: unknown): Record<string, never> {
  return {}
}
