/** The fake engine's presence: facts and sensors by scenario, following the settings as the real one does. */
import type { DaySums, PresenceSnapshot } from '../../electron/contract/presence.ts'
import type { Settings } from '../../electron/contract/settings.ts'
import type { AppCategory } from '../../electron/core/presence/minuteRecord.ts'
import { SENSOR_IDS, type SensorCondition, type SensorId } from '../../electron/core/presence/sensor.ts'
import type { Weights } from '../../electron/core/stress/families.ts'
import type { FakeEngine, NotedContract } from './fakeEngine.ts'
import { FakeTopic } from './fakeTopic.ts'
import type { Scenario } from './fakeWorld.ts'

type Facts = Pick<PresenceSnapshot, 'activity' | 'inCall' | 'sharing' | 'fullScreen' | 'doNotDisturb'>
interface Program {
  app: string
  seconds: number
  category: AppCategory
  mapped: boolean
}

const minuteMs = 60_000
const dayMs = 86_400_000

/** What a sensor comes to when it is allowed. */
const goodConditions: Record<SensorId, SensorCondition> = {
  presence: { state: 'running', sources: ['powerMonitor'] },
  calls: { state: 'running', sources: ['pipewire'] },
  screen: { state: 'running', sources: ['x11'] },
  apps: { state: 'running', sources: ['x-win'] },
  input: { state: 'running', sources: ['uiohook'] },
  machine: { state: 'running', sources: ['os'] },
}

const poorConditions: Record<SensorId, SensorCondition> = {
  presence: { state: 'running', sources: ['mutter', 'logind'] },
  calls: { state: 'starting' },
  screen: { state: 'unavailable', problem: 'permission_missing', detail: null },
  apps: { state: 'unavailable', problem: 'desktop_cannot_tell', detail: null },
  input: { state: 'unavailable', problem: 'crashed', detail: 'signal 6' },
  machine: { state: 'unavailable', problem: 'not_installed', detail: null },
}

const unknown = { value: null, source: null, sinceMs: null, quality: 0 }

export class FakePresence {
  readonly topic = new FakeTopic<PresenceSnapshot>()
  conditions = goodConditions
  facts: Facts
  programs: Program[]
  readonly #engine: FakeEngine

  constructor(engine: FakeEngine) {
    this.#engine = engine
    const { scenario } = engine.world
    this.facts = factsOf(scenario)
    this.programs = somePrograms.map((program) => ({ ...program }))
    if (scenario === 'sensingPoor') this.conditions = poorConditions
    allowBy(scenario, engine.world.settings)
  }

  snapshot(): PresenceSnapshot {
    const { settings } = this.#engine.world
    const paused = settings.sensingPaused
    const sensors = SENSOR_IDS.map((sensor) => {
      const weightless = isWeightless(sensor, settings.weights)
      const runs = settings.sensing[sensor] && !weightless && paused === null
      const condition: SensorCondition = runs ? this.conditions[sensor] : { state: 'off' }
      const lastAtMs = condition.state === 'running' ? Date.now() - 4000 : null
      return { sensor, allowed: settings.sensing[sensor], weightless, condition, lastAtMs }
    })
    const isOn = sensors.some(({ condition }) => condition.state !== 'off')
    const state = paused ? 'paused' : isOn ? 'on' : 'off'
    return {
      ...(isOn ? this.facts : factsOf('sensingOff')),
      standing: isOn ? 'working' : 'unknown',
      sensing: { state, until: paused?.until ?? null },
      sensors,
    }
  }

  tell(): void {
    this.topic.emit(this.snapshot())
  }
}

const presences = new WeakMap<FakeEngine, FakePresence>()

export function presenceOf(engine: FakeEngine): FakePresence {
  const presence = presences.get(engine) ?? new FakePresence(engine)
  presences.set(engine, presence)
  return presence
}

function factsOf(scenario: Scenario): Facts {
  const now = Date.now()
  const since = (minutes: number, source: string) => ({
    source,
    sinceMs: now - minutes * minuteMs,
    quality: 1,
  })
  const none = {
    activity: unknown,
    inCall: unknown,
    sharing: unknown,
    fullScreen: unknown,
    doNotDisturb: unknown,
  }
  if (scenario === 'sensingOff' || scenario === 'sensingPaused') return none
  const activity = { value: 'active' as const, ...since(12, 'powerMonitor') }
  if (scenario === 'sensingPoor') return { ...none, activity: { ...activity, source: 'mutter' } }
  return {
    activity,
    inCall: { value: false, ...since(47, 'pipewire') },
    sharing: unknown,
    fullScreen: { value: false, ...since(190, 'x11') },
    doNotDisturb: { value: true, ...since(25, 'x11') },
  }
}

function allowBy(scenario: Scenario, settings: Settings): void {
  const all = scenario === 'sensingAll' || scenario === 'sensingPoor'
  if (all) settings.sensing = { ...settings.sensing, apps: true, input: true, machine: true }
  if (scenario === 'sensingPaused') settings.sensingPaused = { until: Date.now() + 47 * minuteMs }
  if (scenario === 'sensingOff') settings.sensingPaused = { until: null }
  if (scenario === 'sensingAll') settings.quietHours = { startMinute: 22 * 60, endMinute: 7 * 60 }
}

function isWeightless(sensor: SensorId, weights: Weights): boolean {
  if (sensor === 'apps') return weights.fragmentation === 0 && weights.comms === 0
  if (sensor === 'input') return weights.typing === 0 && weights.pointer === 0
  return sensor === 'machine' && weights.machine === 0
}

const somePrograms: Program[] = [
  { app: 'code', seconds: 5460, category: 'dev', mapped: true },
  { app: 'firefox', seconds: 3120, category: 'other', mapped: false },
  { app: 'thunderbird', seconds: 1260, category: 'comms', mapped: false },
  { app: 'org.gnome.Nautilus', seconds: 95, category: 'other', mapped: false },
]

const emptySums = (workDay: number): DaySums => ({
  workDay,
  activeMs: 0,
  restMs: 0,
  unknownMs: 0,
  realRests: 0,
  callMs: null,
  calls: null,
  sharingMs: null,
  lateMs: 0,
  firstWorkMs: null,
  lastWorkMs: null,
  longestStretchMs: 0,
  switches: null,
  categorySeconds: null,
  keys: null,
  clicks: null,
  cpuShare: null,
  temperatureC: null,
  minutes: 0,
})

const dayStartMs = (workDay: number) => workDay * dayMs + 4 * 60 * minuteMs
const workDayNow = () => Math.floor((Date.now() - 4 * 60 * minuteMs) / dayMs)

export function fakePresence(noted: NotedContract, engine: FakeEngine) {
  const presence = presenceOf(engine)
  void (async () => {
    for await (const _ of engine.settings.watch(engine.world.settings, undefined)) presence.tell()
  })()
  return {
    report: noted.presence.report.handler(() => ({})),
    watch: noted.presence.watch.handler(({ signal }) => presence.topic.watch(presence.snapshot(), signal)),
    today: noted.presence.today.handler(() => {
      const workDay = workDayNow()
      return { workDay, fromMs: dayStartMs(workDay), toMs: dayStartMs(workDay + 1), zone: 'UTC' }
    }),
    day: noted.presence.day.handler(({ input }) => ({
      sums: emptySums(input.workDay),
      fromMs: dayStartMs(input.workDay),
      toMs: dayStartMs(input.workDay + 1),
      spans: [],
    })),
    days: noted.presence.days.handler(() => ({ days: [] })),
    programs: noted.presence.programs.handler(() => ({
      programs: engine.world.settings.sensing.apps ? presence.programs : [],
    })),
    mapProgram: noted.presence.mapProgram.handler(({ input }) => {
      presence.programs = presence.programs.map((program) =>
        program.app === input.app
          ? { ...program, category: input.category ?? 'other', mapped: input.category !== null }
          : program,
      )
      return {}
    }),
  }
}
