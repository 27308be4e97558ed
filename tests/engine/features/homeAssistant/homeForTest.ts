/** Home Assistant's feature with breaks and a body that do what the test says. */
import { onTestFinished } from 'vitest'
import type { BreakView } from '../../../../electron/contract/breaks.ts'
import type { HomeAssistantSettings } from '../../../../electron/contract/homeAssistant.ts'
import type { LightsView } from '../../../../electron/contract/lights.ts'
import { settingsDocument } from '../../../../electron/contract/settings.ts'
import type { StressSnapshot } from '../../../../electron/contract/stress.ts'
import { EngineError } from '../../../../electron/engine/errors.ts'
import { EventBus } from '../../../../electron/engine/events.ts'
import { createHomeAssistant } from '../../../../electron/engine/features/homeAssistant/index.ts'
import { createLog } from '../../../../electron/engine/log.ts'
import type { ConnectAnnouncer } from '../../../../electron/engine/ports/announcer.ts'
import type { Clock } from '../../../../electron/engine/ports/clock.ts'
import type { DeviceSettings } from '../../../../electron/engine/ports/vitals.ts'

export const INSTALL_ID = '1a2b3c4d5e6f'
export const ID = `lull_${INSTALL_ID}`

type Brokers = Record<string, DeviceSettings>

const nothingGoesOn = {
  offer: null,
  running: null,
  waiting: null,
  pausedUntilMs: null,
  isDayDone: false,
  next: null,
}

/** Breaks that begin and end when asked. */
function fakeBreaks(bus: EventBus) {
  const breaks = {
    view: { ...nothingGoesOn } as unknown as BreakView,
    asked: [] as string[],
    /** The person's break cannot be left early. */
    isStrict: false,
    change(changes: object) {
      breaks.view = { ...breaks.view, ...changes }
      bus.emit('breaksChanged', breaks.view)
    },
  }
  const parts = {
    view: () => breaks.view,
    pause(minutes: number) {
      breaks.asked.push(`pause ${minutes}`)
      breaks.change({ pausedUntilMs: 1 })
    },
    resume() {
      breaks.asked.push('resume')
      breaks.change({ pausedUntilMs: null, isDayDone: false })
    },
    start() {
      breaks.asked.push('start')
      breaks.change({ running: {} })
    },
    finish() {
      breaks.asked.push('finish')
      if (breaks.isStrict) throw new EngineError('BREAK_REFUSED', 'Not yet.')
      breaks.change({ running: null })
    },
  }
  return { breaks, parts }
}

/** Lights that soften and come back at once. */
function fakeLights(bus: EventBus) {
  const lights = {
    asked: [] as string[],
    /** The person did not let Lull touch any light. */
    isForbidden: false,
    /** Lamps are read before anything is done to them. */
    read: Promise.resolve(),
    view: { lamps: [{ heldBy: null }], claims: [] } as unknown as LightsView,
    hold(heldBy: string | null) {
      lights.view = { ...lights.view, lamps: [{ heldBy }] } as unknown as LightsView
      bus.emit('lightsChanged', lights.view)
    },
  }
  const ask = (what: string, heldBy: string | null) => {
    lights.asked.push(what)
    if (lights.isForbidden) throw new EngineError('LIGHTS_REFUSED', 'Not allowed.')
    lights.hold(heldBy)
  }
  const parts = {
    view: () => lights.view,
    async soften() {
      await lights.read
      ask('soften', 'soften')
    },
    back: () => ask('back', null),
  }
  return { lights, parts }
}

export function homeForTest(options: {
  clock: Clock
  connect: ConnectAnnouncer
  settings?: Partial<HomeAssistantSettings>
  brokers?: Brokers
  random?: () => number
}) {
  const { clock, connect, random = () => 0 } = options
  const bus = new EventBus()
  const logLines: string[] = []
  const { breaks, parts } = fakeBreaks(bus)
  const { lights, parts: lightsParts } = fakeLights(bus)
  const world = {
    settings: settingsDocument.parse({}),
    brokers: options.brokers ?? ({ home: { host: 'broker', port: 1883, password: 'sea-salt' } } as Brokers),
    installId: INSTALL_ID,
    strain: { state: 'known', value: 0.4, phase: 'clear', usual: { low: 0.2, high: 0.5 } } as object,
  }
  const peers: string[] = []
  let shown = 0
  bus.on('connectionMade', ({ peer, reason, outcome }) => peers.push(`${peer} ${reason} ${outcome}`))
  bus.on('homeAssistantChanged', () => shown++)
  const { service } = createHomeAssistant({
    bus,
    clock,
    log: createLog(clock, (line) => logLines.push(line)),
    settings: () => world.settings,
    installId: () => world.installId,
    appVersion: '0.1.0',
    hostName: 'study-pc',
    broker: (id) => {
      const all = Object.entries(world.brokers)
      const found = id === null ? all : all.filter(([key]) => key === id)
      return found.length === 1 ? (found[0]?.[1] ?? null) : null
    },
    connect,
    breaks: parts,
    lights: lightsParts,
    strain: () => world.strain as StressSnapshot['strain'],
    random,
  })
  const change = (changes: Partial<HomeAssistantSettings>) => {
    const homeAssistant = { ...world.settings.homeAssistant, ...changes }
    world.settings = { ...world.settings, homeAssistant }
    bus.emit('settingsChanged', world.settings)
  }
  change(options.settings ?? { on: true })
  onTestFinished(() => service.stop())
  return {
    service,
    bus,
    world,
    breaks,
    lights,
    peers,
    logLines,
    change,
    shown: () => shown,
    strain(strain: object) {
      world.strain = { ...world.strain, ...strain }
      bus.emit('stressChanged', { strain: world.strain } as unknown as StressSnapshot)
    },
    brokersChanged(brokers: Brokers) {
      world.brokers = brokers
      bus.emit('devicesChanged', {})
    },
  }
}
