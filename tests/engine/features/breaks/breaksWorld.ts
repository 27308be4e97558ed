/** Noticing and pausing as the engine puts them together, on a clock that can jump and at a desk a test sits at. */
import { createRouterClient } from '@orpc/server'
import { onTestFinished } from 'vitest'
import type { BreakView } from '../../../../electron/contract/breaks.ts'
import type { EngineClient } from '../../../../electron/contract/index.ts'
import type { Role } from '../../../../electron/contract/procedure.ts'
import { type Settings, settingsDocument } from '../../../../electron/contract/settings.ts'
import { type EngineEvents, EventBus } from '../../../../electron/engine/events.ts'
import type { EngineParts } from '../../../../electron/engine/host.ts'
import { createLog } from '../../../../electron/engine/log.ts'
import { createNoticing } from '../../../../electron/engine/noticing.ts'
import { createPausing } from '../../../../electron/engine/pausing.ts'
import { openDatabase } from '../../../../electron/engine/store/database.ts'
import type { Store } from '../../../../electron/engine/store/sql.ts'
import { ScriptedModel } from '../../../fakes/scriptedModel.ts'
import { engineParts, TEST_KEY } from '../../engineParts.ts'
import { JumpingClock } from '../presence/noticing.ts'
import { DeskSensors } from './deskSensors.ts'

export const SECOND = 1000
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

export interface WorldOptions extends Pick<Partial<EngineParts>, 'runOwnCommand'> {
  /** UTC ISO time at which it begins. */
  at?: string
  zone?: string
  settings?: Partial<Settings>
  /** Of the pauses alone. */
  breaks?: Partial<Settings['breaks']>
  store?: Store
}

type Happened = EngineEvents['breakHappened']

function settingsOf({ settings, breaks }: WorldOptions): Settings {
  const all = settingsDocument.parse(settings ?? {})
  // Lunch has tests of its own, and else would be due in the middle of others.
  const kinds = { ...all.breaks.kinds, lunch: { ...all.breaks.kinds.lunch, isOn: false } }
  return { ...all, breaks: { ...all.breaks, kinds, ...breaks } }
}

export function breaksWorld(options: WorldOptions = {}) {
  const clock = new JumpingClock(Date.parse(options.at ?? '2026-06-03T09:00:00Z'))
  const store = options.store ?? openDatabase({ dataFolder: null, keyHex: TEST_KEY, now: clock.now() }).store
  const bus = new EventBus()
  const logLines: string[] = []
  const log = createLog(clock, (line) => logLines.push(line))
  const place = { zone: options.zone ?? 'UTC' }
  let settings = settingsOf(options)
  const views: BreakView[] = []
  const happened: Happened[] = []
  bus.on('breaksChanged', (view) => views.push(view))
  bus.on('breakHappened', (one) => happened.push(one))

  const world = {
    ...{ clock, store, bus, logLines, place, views, happened },
    sensors: new DeskSensors(clock),
    pausing: null as unknown as ReturnType<typeof createPausing>,
    noticing: null as unknown as ReturnType<typeof createNoticing>,
    settings: () => settings,
    change(patch: Partial<Settings>) {
      settings = settingsDocument.parse({ ...settings, ...patch })
      bus.emit('settingsChanged', settings)
    },
    changeBreaks(patch: Partial<Settings['breaks']>) {
      world.change({ breaks: { ...settings.breaks, ...patch } })
    },
    begin() {
      world.sensors = new DeskSensors(clock)
      const { runOwnCommand } = options
      const { parts } = engineParts(new ScriptedModel(), {
        ...{ clock, sensors: world.sensors, timeZone: () => place.zone, drivers: [], seed: 7 },
        ...(runOwnCommand && { runOwnCommand }),
      })
      const shared = { parts, store, bus, log, settings: () => settings }
      world.noticing = createNoticing(shared)
      const noLights = { view: () => ({ lamps: [], claims: [] }), soften: async () => {}, back: () => {} }
      world.pausing = createPausing({ ...shared, noticing: world.noticing, lights: () => noLights })
      world.pausing.start()
      world.noticing.start()
    },
    async end() {
      await world.noticing.stop()
      await world.pausing.stop()
    },
    /** Ends it, lets time pass without it, and begins anew on the same database. */
    async restart(afterMs: number) {
      await world.end()
      clock.jump(afterMs)
      world.begin()
    },
    client: (role: Role = 'window') =>
      createRouterClient(world.pausing.routers, {
        context: { role, report: () => {} },
      }) as unknown as Pick<EngineClient, 'breaks' | 'exercises'>,
    view: () => world.pausing.breaks.view(),
    state: () => world.pausing.breaks.state,
    /** Keys in use for so long. */
    type(ms: number) {
      world.sensors.isTyping = true
      clock.advance(ms)
    },
    /** Hands off the keys for so long. */
    rest(ms: number) {
      world.sensors.isTyping = false
      clock.advance(ms)
    },
    call(ms: number) {
      world.sensors.inCall = true
      clock.advance(ms)
      world.sensors.inCall = false
    },
    /** Work until a pause is offered, which takes a gap in the typing. */
    untilOffered() {
      world.type(51 * MINUTE)
      world.rest(14 * SECOND)
      const { offer } = world.view()
      if (!offer) throw new Error('nothing was offered')
      return offer
    },
    whats: () => world.entries().map(({ what }) => what),
    entries: () =>
      world.rows('break_entries ORDER BY sequence') as unknown as { what: string; reason: string }[],
    rows: (table: string) => store.raw.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[],
    logged: (event: string) => logLines.filter((line) => line.includes(`"event":"${event}"`)),
  }
  world.begin()
  onTestFinished(() => world.end())
  return world
}
