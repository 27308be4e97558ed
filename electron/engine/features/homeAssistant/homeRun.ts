/** One time of being heard: a connection to one broker with one set of choices, and what was told over it. */
import {
  discoveryMessages,
  discoveryTopics,
  type HomeIdentity,
  type HomeMessage,
} from '../../../core/homeAssistant/discovery.ts'
import { EXPIRE_AFTER_SECONDS, type HomeChoices } from '../../../core/homeAssistant/entities.ts'
import { type HomeCommand, homeCommand, withCommand } from '../../../core/homeAssistant/homeCommand.ts'
import type { HomeStates } from '../../../core/homeAssistant/homeStates.ts'
import {
  BIRTH_TOPIC,
  commandTopics,
  type HomeSwitch,
  jsonTopic,
  stateTopic,
  statusTopic,
} from '../../../core/homeAssistant/homeTopics.ts'
import { stateMessages } from '../../../core/homeAssistant/stateMessages.ts'
import type { Log } from '../../log.ts'
import type { Announcer, ConnectAnnouncer } from '../../ports/announcer.ts'
import type { Clock } from '../../ports/clock.ts'
import type { DevicePhase, DeviceSettings } from '../../ports/vitals.ts'

/** All that a connection is made with; any change of it needs another one. */
export interface HomePlan {
  identity: HomeIdentity
  installId: string
  choices: HomeChoices
  broker: DeviceSettings
}

/** Since the engine started. */
export interface HomeCounts {
  published: number
  obeyed: number
  refused: number
}

export interface HomeRunParts {
  plan: HomePlan
  clock: Clock
  log: Log
  connect: ConnectAnnouncer
  random: () => number
  counts: HomeCounts
  states: () => HomeStates
  /** @returns whether it was done, or is so already. */
  obey: (command: HomeCommand) => boolean | Promise<boolean>
  onChange: () => void
  connectionMade: (peer: string, outcome: 'answered' | 'failed') => void
}

/** Well before the half of the time after which a value is no longer shown. */
const AGAIN_AFTER_MS = (EXPIRE_AFTER_SECONDS * 1000) / 2 - 30_000

export class HomeRun {
  readonly #parts: HomeRunParts
  readonly #announcer: Announcer | null
  readonly #told = new Map<string, string>()
  readonly #obeyedAtMs = new Map<HomeSwitch, readonly number[]>()
  #phase: DevicePhase = { phase: 'connecting' }
  #cancelAgain = () => {}
  #closed = false

  constructor(parts: HomeRunParts) {
    this.#parts = parts
    this.#announcer = this.#connect()
    this.#againLater()
  }

  get plan(): HomePlan {
    return this.#parts.plan
  }

  get phase(): DevicePhase {
    return this.#phase
  }

  /** What has changed since it was told last. */
  tellChanged(): void {
    if (this.#announcer === null || this.#closed) return
    const { plan, states } = this.#parts
    const messages = stateMessages(plan.identity.id, plan.choices, states())
    this.#tell(messages.filter(({ topic, payload }) => this.#told.get(topic) !== payload))
  }

  async close(takeBack: readonly string[]): Promise<void> {
    this.#closed = true
    this.#cancelAgain()
    await this.#announcer?.close(takeBack)
  }

  #connect(): Announcer | null {
    const { plan, clock, log, connect, random, counts, onChange, connectionMade } = this.#parts
    const { id } = plan.identity
    try {
      return connect(plan.broker, {
        clock,
        random,
        installId: plan.installId,
        statusTopic: statusTopic(id),
        commandTopics: commandTopics(id, plan.choices.commands),
        birthTopic: BIRTH_TOPIC,
        staleTopics: discoveryTopics(id, plan.choices).unused,
        phase: (phase) => this.#setPhase(phase),
        command: (topic, text) => this.#guarded(() => this.#command(topic, text)),
        refused: (count) => {
          counts.refused += count
          onChange()
        },
        published: (count) => {
          counts.published += count
          onChange()
        },
        tellAll: () => this.#guarded(() => this.#tellAll()),
        connectionMade,
      })
    } catch (error) {
      // Settings of an earlier version that no longer fit; the form of the device shows which.
      log.error('homeAssistantNotConnected', error)
      this.#phase = { phase: 'failed', failure: 'unknown', retrying: false, detail: 'settings' }
      return null
    }
  }

  #setPhase(phase: DevicePhase): void {
    if (this.#closed) return
    this.#phase = phase
    if (phase.phase === 'failed') this.#parts.log.warn('homeAssistantFailed', { retrying: phase.retrying })
    this.#parts.onChange()
  }

  #tellAll(): void {
    const { plan } = this.#parts
    this.#told.clear()
    this.#announcer?.tell(discoveryMessages(plan.identity, plan.choices))
    this.tellChanged()
  }

  #tell(messages: readonly HomeMessage[]): void {
    if (messages.length === 0) return
    for (const { topic, payload } of messages) this.#told.set(topic, payload)
    this.#announcer?.tell(messages)
    const json = jsonTopic(this.plan.identity.id)
    if (messages.some(({ topic }) => topic === json)) this.#againLater()
  }

  /** Values that do not change are told again before they are too old; so is everything that was not allowed. */
  #againLater(): void {
    this.#cancelAgain()
    if (this.#closed) return
    this.#cancelAgain = this.#parts.clock.after(AGAIN_AFTER_MS, () => {
      this.#againLater()
      this.#guarded(() => {
        if (this.#phase.phase === 'failed') this.#tellAll()
        this.#told.delete(jsonTopic(this.plan.identity.id))
        this.tellChanged()
      })
    })
  }

  #command(topic: string, text: string): void {
    const { plan, clock, counts, obey, onChange } = this.#parts
    const command = this.#closed ? null : homeCommand(plan.identity.id, topic, text)
    if (command === null || !this.#mayObey(command.what, clock.now())) {
      counts.refused++
      onChange()
      return
    }
    const isDone = obey(command)
    if (typeof isDone === 'boolean') this.#answer(command, isDone)
    else void isDone.then((isIt) => this.#guarded(() => this.#answer(command, isIt)))
  }

  #answer({ what }: HomeCommand, isDone: boolean): void {
    const { plan, counts, onChange } = this.#parts
    if (isDone) counts.obeyed++
    else counts.refused++
    onChange()
    // The answer is the state, also where it is as before.
    this.#told.delete(stateTopic(plan.identity.id, what))
    this.tellChanged()
  }

  #mayObey(what: HomeSwitch, nowMs: number): boolean {
    const { obeyedAtMs, isAllowed } = withCommand(this.#obeyedAtMs.get(what) ?? [], nowMs)
    this.#obeyedAtMs.set(what, obeyedAtMs)
    return isAllowed
  }

  /** Called from within the connection's work, which must go on. */
  #guarded(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#parts.log.error('homeAssistantFailed', error)
    }
  }
}
