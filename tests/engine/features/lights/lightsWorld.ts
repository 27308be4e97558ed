/** The feature of lights as the engine puts it together, over houses a test can bend and a clock that stands still. */
import { createRouterClient } from '@orpc/server'
import { onTestFinished } from 'vitest'
import type { EngineClient } from '../../../../electron/contract/index.ts'
import type { LightsEntryView, LightsView } from '../../../../electron/contract/lights.ts'
import type { Role } from '../../../../electron/contract/procedure.ts'
import { type Settings, settingsDocument } from '../../../../electron/contract/settings.ts'
import type { StressSnapshot } from '../../../../electron/contract/stress.ts'
import type { RunningBreak } from '../../../../electron/core/breaks/breakEffects.ts'
import type { ExercisePlan } from '../../../../electron/core/exercises/exercisePlan.ts'
import type { Lamp } from '../../../../electron/core/lights/lamp.ts'
import { NOTHING_KNOWN, type Situation } from '../../../../electron/core/presence/situation.ts'
import { zoneCalendar } from '../../../../electron/engine/calendar.ts'
import { simulatedRoom } from '../../../../electron/engine/devices/simulatedRoom/index.ts'
import { EventBus } from '../../../../electron/engine/events.ts'
import { createLights, fromOutside } from '../../../../electron/engine/features/lights/index.ts'
import { createLog } from '../../../../electron/engine/log.ts'
import type { LightsDriver } from '../../../../electron/engine/ports/lights.ts'
import { openDatabase } from '../../../../electron/engine/store/database.ts'
import type { Store } from '../../../../electron/engine/store/sql.ts'
import { TEST_KEY } from '../../engineParts.ts'
import { JumpingClock } from '../presence/noticing.ts'
import { FakeHouse, fakeDriver, lamp } from './fakeHouse.ts'

export const SECOND = 1000
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const SOURCE = '00000000-0000-4000-8000-000000000900'
export const OTHER_SOURCE = '00000000-0000-4000-8000-000000000901'

export interface LightsWorldOptions {
  /** UTC ISO time at which it begins. */
  at?: string
  zone?: string
  /** What was chosen about lights; by default allowed, with the study ticked. */
  lights?: Partial<Settings['lights']>
  lamps?: readonly Lamp[]
  /** Of a second bridge. */
  otherLamps?: readonly Lamp[]
  /** Nothing is paired. */
  isUnpaired?: boolean
  /** Beside the houses and the room on screen. */
  drivers?: readonly LightsDriver[]
  store?: Store
  seed?: number
  /** False: it is not started. */
  isStarted?: boolean
}

/** Lets everything that waits for nothing but its turn happen. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((done) => setImmediate(done))
}

export function lightsWorld(options: LightsWorldOptions = {}) {
  const clock = new JumpingClock(Date.parse(options.at ?? '2026-06-03T10:00:00Z'))
  const store = options.store ?? openDatabase({ dataFolder: null, keyHex: TEST_KEY, now: clock.now() }).store
  let bus = new EventBus()
  let isAlive = { now: true }
  const logLines: string[] = []
  const log = createLog(clock, (line) => logLines.push(line))
  const place = { zone: options.zone ?? 'UTC' }
  const chosen = { isAllowed: true, roomIds: ['hue:study', 'hue:hall'], mayBeDimAtWork: true }
  const defaults = settingsDocument.parse({})
  let settings: Settings = {
    ...defaults,
    lights: { ...defaults.lights, ...chosen, ...options.lights },
  }
  const house = new FakeHouse(
    clock,
    options.lamps ?? [lamp('hue:desk'), lamp('hue:floor'), lamp('hue:shelf')],
  )
  const other = new FakeHouse(clock, options.otherLamps ?? [])
  const views: LightsView[] = []
  const strain = { phase: 'clear' } as StressSnapshot['strain']
  const save = (id: string, title: string, held: Record<string, unknown>) =>
    store.raw
      .prepare('INSERT INTO light_sources (id, driver, title, settings, added_at) VALUES (?, ?, ?, ?, ?)')
      .run(id, 'hue', title, JSON.stringify(held), clock.now())
  if (!options.isUnpaired && options.store === undefined) {
    save(SOURCE, 'Hue Bridge', { house: 0, key: 'secret-key', bridgeId: 'aa', host: '10.0.0.2', port: 443 })
    if (options.otherLamps)
      save(OTHER_SOURCE, 'Upstairs', { house: 1, key: 'other', bridgeId: 'bb', host: '10.0.0.3', port: 443 })
  }

  /** A clock that says nothing more to an engine that crashed. */
  const ownClock = () => {
    const alive = isAlive
    return {
      now: () => clock.now(),
      after: (ms: number, callback: () => void) => clock.after(ms, () => alive.now && callback()),
    }
  }

  const make = (): ReturnType<typeof createLights> =>
    createLights({
      ...{ store, bus, log, clock: ownClock() },
      calendar: zoneCalendar(() => place.zone),
      settings: () => settings,
      changeLights: (lights) => world.change({ lights }),
      drivers: [
        ...(options.drivers ?? []),
        fakeDriver({ houses: [house, other] }),
        fakeDriver({ id: 'mqttLights', houses: [other] }),
        simulatedRoom(),
      ],
      situation: () => world.situation,
      strain: () => strain,
      exercisePlan: (id, seconds) => world.plans.get(`${id} ${seconds}`) ?? null,
      meanHeartRate: (fromMs, toMs) => world.heartRate(fromMs, toMs),
      broker: () => world.broker,
      brokerTitle: () => 'My broker',
      machineName: 'desk',
      random: () => 0.5,
      seed: options.seed ?? 1,
    })

  const world = {
    ...{ clock, store, logLines, place, views, house, other },
    get bus() {
      return bus
    },
    lights: null as unknown as ReturnType<typeof createLights>,
    situation: NOTHING_KNOWN as Situation,
    plans: new Map<string, ExercisePlan>(),
    heartRate: (_fromMs: number, _toMs: number): number | null => null,
    broker: { host: 'localhost' } as Record<string, unknown> | null,
    settings: () => settings,
    change(patch: Partial<Settings>) {
      settings = settingsDocument.parse({ ...settings, ...patch })
      bus.emit('settingsChanged', settings)
    },
    choose(patch: Partial<Settings['lights']>) {
      world.change({ lights: { ...settings.lights, ...patch } })
    },
    /** No word more from it, and nothing is tidied up. */
    crash() {
      isAlive.now = false
      isAlive = { now: true }
      bus = new EventBus()
      house.hangUp()
      other.hangUp()
    },
    begin() {
      bus.on('lightsChanged', (view) => views.push(view))
      world.lights = make()
      world.lights.service.start()
    },
    client: (role: Role = 'window') =>
      createRouterClient(
        { lights: world.lights.router },
        { context: { role, report: () => {} } },
      ) as unknown as Pick<EngineClient, 'lights'>,
    outside: () => fromOutside(world.lights.service),
    view: () => world.lights.service.view(),
    /** Time goes on in small steps, and what is asked is answered between them. */
    async pass(ms: number, stepMs = 500) {
      for (let left = ms; left > 0; left -= stepMs) {
        clock.advance(Math.min(stepMs, left))
        await settled()
      }
    },
    async end() {
      const ending = world.lights.service.stop()
      await world.pass(4 * SECOND, 250)
      await ending
    },
    raise(phase: 'clear' | 'queued' | 'raised') {
      Object.assign(strain, { phase })
      bus.emit('stressChanged', { strain } as StressSnapshot)
    },
    pause(what: 'start' | 'end' | 'skip', lengthMs = 5 * MINUTE) {
      const running = { id: 1, kind: 'pause', lengthMs, endsAtMs: clock.now() + lengthMs } as RunningBreak
      bus.emit('breakHappened', { what, running: what === 'skip' ? null : running, atMs: clock.now() })
    },
    see(situation: Partial<Situation>) {
      world.situation = { ...world.situation, ...situation }
      bus.emit('presenceChanged', { activity: { value: world.situation.activity } } as never)
    },
    log(): LightsEntryView[] {
      const day = Math.floor(clock.now() / 86_400_000)
      return world.lights.service.log(day - 3, day + 3).entries.reverse()
    },
    whats: () => world.log().map(({ what, why }) => (why === null ? what : `${what} ${why}`)),
    kept(name: 'lights' | 'lightsSnapshot') {
      const row = store.raw.prepare('SELECT json FROM kept_states WHERE name = ?').get(name)
      return row === undefined ? null : JSON.parse((row as { json: string }).json)
    },
    logged: (event: string) => logLines.filter((line) => line.includes(`"event":"${event}"`)),
  }
  if (options.isStarted !== false) world.begin()
  onTestFinished(() => {
    if (world.lights) void world.lights.service.stop()
  })
  return world
}
