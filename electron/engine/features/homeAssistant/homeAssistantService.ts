/** Tells a broker what it may know, obeys what it may ask, and does neither before the person has switched it on. */
import type { BreakView } from '../../../contract/breaks.ts'
import type { HomeAssistantSettings, HomeAssistantState } from '../../../contract/homeAssistant.ts'
import type { LightsView } from '../../../contract/lights.ts'
import type { Settings } from '../../../contract/settings.ts'
import type { StressSnapshot } from '../../../contract/stress.ts'
import {
  discoveryMessages,
  discoveryTopics,
  type HomeIdentity,
  type HomeMessage,
  leftBehind,
} from '../../../core/homeAssistant/discovery.ts'
import {
  type HomeAction,
  type HomeCommand,
  homeAction,
  PAUSE_MINUTES,
} from '../../../core/homeAssistant/homeCommand.ts'
import { type HomeStates, homeStates, isCalm } from '../../../core/homeAssistant/homeStates.ts'
import { commandTopics, homeId, keptTopics } from '../../../core/homeAssistant/homeTopics.ts'
import { onlineMessage, stateMessages } from '../../../core/homeAssistant/stateMessages.ts'
import { pauseAt } from '../../../core/presence/sensingPlan.ts'
import { EngineError } from '../../errors.ts'
import type { EventBus } from '../../events.ts'
import type { Log } from '../../log.ts'
import { type Paced, paced } from '../../paced.ts'
import type { ConnectAnnouncer } from '../../ports/announcer.ts'
import type { Clock } from '../../ports/clock.ts'
import type { DeviceSettings } from '../../ports/vitals.ts'
import { type HomeCounts, type HomePlan, HomeRun } from './homeRun.ts'

export interface HomeAssistantParts {
  bus: EventBus
  clock: Clock
  log: Log
  settings: () => Settings
  /** 12 hex digits, made when first asked for; another one after everything was erased. */
  installId: () => string
  appVersion: string
  /** Name of this computer, told to the person's own broker. */
  hostName: string
  /** Saved settings of a broker with its secrets; null id: the only one there is. Null: there is none. */
  broker: (deviceId: string | null) => DeviceSettings | null
  connect: ConnectAnnouncer
  /** What may be asked of pauses; each may throw BREAK_REFUSED. */
  breaks: {
    view(): BreakView
    pause(minutes: number): void
    resume(): void
    start(): void
    finish(): void
  }
  lights: {
    view(): Pick<LightsView, 'lamps' | 'claims'>
    /** Resolves when it was decided on, for lamps are read first. @throws EngineError LIGHTS_REFUSED */
    soften(): Promise<void>
    back(): void
  }
  strain: () => StressSnapshot['strain']
  /** From 0 up to 1. */
  random: () => number
}

/** A page is told twice a second, a broker of what changed by itself once. */
const SHOW_EVERY_MS = 500
const TELL_EVERY_MS = 1000
/** After these something else may have to be told. */
const TOLD_EVENTS = [
  'breaksChanged',
  'stressChanged',
  'presenceChanged',
  'settingsChanged',
  'lightsChanged',
] as const

/** Where a broker stands; another password does not make it another broker. */
const place = ({ host, port }: DeviceSettings) => JSON.stringify([host, port])

/** What is kept at the broker and would have no meaning any more. */
function takenBack({ identity: { id }, choices, broker }: HomePlan, next: HomePlan | null): string[] {
  const isSame = next !== null && next.identity.id === id && place(next.broker) === place(broker)
  if (isSame) return leftBehind(id, choices, next.choices)
  return [...discoveryTopics(id, choices).used, ...keptTopics(id)]
}

export class HomeAssistantService {
  readonly #parts: HomeAssistantParts
  readonly #shower: Paced<void>
  readonly #teller: Paced<void>
  readonly #counts: HomeCounts = { published: 0, obeyed: 0, refused: 0 }
  #run: HomeRun | null = null
  #closing: Promise<void> | null = null
  #shownPhase: HomeAssistantState['link']['phase'] | null = null
  #started = false
  #stopListening: (() => void)[] = []

  constructor(parts: HomeAssistantParts) {
    this.#parts = parts
    const { clock } = parts
    this.#shower = paced(clock, SHOW_EVERY_MS, () =>
      this.#guarded(() => parts.bus.emit('homeAssistantChanged', {})),
    )
    this.#teller = paced(clock, TELL_EVERY_MS, () => this.#guarded(() => this.#run?.tellChanged()))
  }

  start(): void {
    const { bus } = this.#parts
    this.#started = true
    for (const event of ['settingsChanged', 'devicesChanged', 'everythingErased'] as const) {
      this.#stopListening.push(bus.on(event, () => this.#guarded(() => this.#align())))
    }
    for (const event of TOLD_EVENTS) {
      this.#stopListening.push(bus.on(event, () => this.#run && this.#teller.push()))
    }
    this.#guarded(() => this.#align())
  }

  /** Says that Lull is gone; what Home Assistant knows of it stays. */
  async stop(): Promise<void> {
    this.#started = false
    for (const stop of this.#stopListening.splice(0)) stop()
    this.#shower.stop()
    this.#teller.stop()
    const run = this.#run
    this.#run = null
    await Promise.all([run?.close([]), this.#closing])
  }

  state(): HomeAssistantState {
    const { published, obeyed, refused } = this.#counts
    return { link: this.#link(), published, commands: { obeyed, refused } }
  }

  /** What would be told with these settings, whether or not anything is told now. */
  preview(settings: HomeAssistantSettings): { messages: HomeMessage[]; commandTopics: string[] } {
    const identity = this.#identity(this.#parts.installId())
    const { id } = identity
    const messages = [
      onlineMessage(id),
      ...discoveryMessages(identity, settings),
      ...stateMessages(id, settings, this.#states()),
    ]
    return { messages, commandTopics: commandTopics(id, settings.commands) }
  }

  #link(): HomeAssistantState['link'] {
    const { on, deviceId } = this.#parts.settings().homeAssistant
    if (!on) return { phase: 'off' }
    if (this.#run !== null) return this.#run.phase
    return this.#parts.broker(deviceId) === null ? { phase: 'no_broker' } : { phase: 'connecting' }
  }

  #identity(installId: string): HomeIdentity {
    const { hostName, appVersion } = this.#parts
    return { id: homeId(installId), hostName, appVersion }
  }

  #states(): HomeStates {
    const { breaks, lights, strain, settings, clock } = this.#parts
    return homeStates({
      breaks: breaks.view(),
      strain: strain(),
      isSensingPaused: pauseAt(settings(), clock.now()) !== null,
      lights: lights.view(),
    })
  }

  #plan(): HomePlan | null {
    const { on, deviceId, form, strain, commands } = this.#parts.settings().homeAssistant
    const broker = on ? this.#parts.broker(deviceId) : null
    if (broker === null) return null
    const installId = this.#parts.installId()
    return { identity: this.#identity(installId), installId, choices: { form, strain, commands }, broker }
  }

  /** Connects and disconnects until what is told is what was chosen; the old connection is gone before a new one comes. */
  #align(): void {
    if (!this.#started || this.#closing !== null) return
    const plan = this.#plan()
    const run = this.#run
    if (run !== null && JSON.stringify(run.plan) === JSON.stringify(plan)) return
    if (run !== null) this.#close(run, plan)
    else if (plan !== null) this.#run = this.#open(plan)
    this.#showLink()
  }

  /** Devices change twice a second while a strap is worn, which mostly says nothing here. */
  #showLink(): void {
    const { phase } = this.#link()
    if (phase !== this.#shownPhase) this.#shower.push()
    this.#shownPhase = phase
  }

  #close(run: HomeRun, next: HomePlan | null): void {
    this.#run = null
    this.#closing = run
      .close(takenBack(run.plan, next))
      .catch((error: unknown) => this.#parts.log.error('homeAssistantFailed', error))
      .then(() => {
        this.#closing = null
        this.#guarded(() => this.#align())
      })
  }

  #open(plan: HomePlan): HomeRun {
    const { bus, clock } = this.#parts
    return new HomeRun({
      ...this.#parts,
      plan,
      counts: this.#counts,
      states: () => this.#states(),
      obey: (command) => this.#obey(command),
      onChange: () => this.#started && this.#shower.push(),
      connectionMade: (peer, outcome) =>
        this.#guarded(() =>
          bus.emit('connectionMade', { at: clock.now(), peer, reason: 'Home Assistant', outcome }),
        ),
    })
  }

  #obey(command: HomeCommand): boolean | Promise<boolean> {
    try {
      const { breaks, lights } = this.#parts
      const action = homeAction(command, { ...breaks.view(), isCalm: isCalm(lights.view()) })
      if (action === 'soften')
        return lights.soften().then(
          () => true,
          (error) => this.#refused(error),
        )
      if (action !== null) this.#do(action)
      return true
    } catch (error) {
      return this.#refused(error)
    }
  }

  #refused(error: unknown): false {
    if (!(error instanceof EngineError)) this.#parts.log.error('homeCommandFailed', error)
    return false
  }

  #do(action: Exclude<HomeAction, 'soften'>): void {
    const { breaks, lights } = this.#parts
    if (action === 'pause') breaks.pause(PAUSE_MINUTES)
    else if (action === 'giveBack') lights.back()
    else breaks[action]()
  }

  /** Whoever listens, or is asked, may fail; this goes on. */
  #guarded(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#parts.log.error('homeAssistantFailed', error)
    }
  }
}
