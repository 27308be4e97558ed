/** The lamps of a broker at work: a client of its own that reads who is there, listens, and speaks only to lamps that are on. */
import type { Clock } from '../../../ports/clock.ts'
import type {
  LightsConnection,
  LightsContext,
  LightsNews,
  LightsState,
  WritePlan,
  WriteResult,
} from '../../../ports/lights.ts'
import type { DevicePhase, DeviceSettings } from '../../../ports/vitals.ts'
import { Quiet } from '../../lampLink/quiet.ts'
import { Standing } from '../../lampLink/standing.ts'
import { Together } from '../../lampLink/together.ts'
import type { BrokerLink } from '../brokerLink.ts'
import type { BrokerSettings } from '../brokerSettings.ts'
import type { BrokerMessage } from '../protocol.ts'
import { type Layout, lampIn, layoutOf, snapshotOf } from './brokerHouse.ts'
import type { BrokerLamp } from './brokerLamp.ts'
import { LampLists } from './lampLists.ts'
import { LampStates } from './lampStates.ts'
import { LampTalk, lampIdOf } from './lampTalk.ts'
import { lightsFailure } from './lightsFailure.ts'
import { lightsLink, readableBroker } from './lightsLink.ts'
import type { LightsBrokerSettings } from './lightsSettings.ts'
import { Look } from './look.ts'

export interface LightsConnectionParts {
  settings: LightsBrokerSettings
  installId: string
  /** Of the broker as saved now; null: it is not set up any more. */
  broker(deviceId: string): DeviceSettings | null
  context: LightsContext
}

/** Lists come in many messages; they are put together once. */
const ARRANGE_MS = 40

export class MqttLightsConnection implements LightsConnection {
  readonly #parts: LightsConnectionParts
  readonly #clock: Clock
  readonly #standing = new Standing()
  readonly #quiet: Quiet
  readonly #lists: LampLists
  readonly #states = new LampStates()
  readonly #talk: LampTalk
  #layout: Layout = layoutOf({ lamps: [], groups: [], unreadCount: 0 })
  #link: BrokerLink | null = null
  #broker = ''
  #readAtMs: number | null = null
  readonly #refusedTopics = new Set<string>()
  /** What was asked for last: who refuses a topic is not asked again with every lamp that comes. */
  #wanted = ''
  readonly #look: Look
  readonly #questions = new Together<boolean>()
  #cancelArrange: (() => void) | null = null
  #closed = false

  constructor(parts: LightsConnectionParts) {
    const { context, settings } = parts
    this.#parts = parts
    this.#clock = context.clock
    this.#quiet = new Quiet(context.clock, context.note)
    this.#lists = new LampLists(settings)
    this.#look = new Look(context.clock, () => this.#endLook())
    this.#talk = new LampTalk({
      clock: context.clock,
      random: () => context.random(),
      states: this.#states,
      publish: async ({ topic, payload }) => (await this.#link?.publish(topic, payload, false)) ?? 'lost',
      presenceChanged: (lamp) => this.#standing.tell({ kind: 'lamps', lampIds: [lampIdOf(lamp.id)] }),
      gaveUp: () => {
        this.#quiet.note('mqttLightWritesGivenUp')
        this.#standing.tell({ kind: 'gave_up' })
      },
    })
    this.#open()
  }

  state(): LightsState {
    const { phase, isConnected } = this.#standing
    if (this.#readAtMs === null) return { phase, snapshot: null }
    const about = { isConnected, readAtMs: this.#readAtMs, refusedTopics: this.#refusedTopics.size }
    return { phase, snapshot: snapshotOf(this.#layout, this.#states, about) }
  }

  watch(listener: (news: LightsNews) => void): () => void {
    return this.#standing.watch(listener)
  }

  async write(plan: WritePlan): Promise<readonly WriteResult[]> {
    // A group would be written to without a look at each of its lamps.
    const groups = (plan.groups ?? []).map(({ groupId }) => ({ id: groupId, outcome: 'refused' as const }))
    if (this.#standing.isConnected) {
      return [...groups, ...(await this.#talk.write({ lamps: plan.lamps ?? [] }))]
    }
    const outcome = this.#closed ? 'closed' : 'unreachable'
    return [...groups, ...(plan.lamps ?? []).map(({ lampId }) => ({ id: lampId, outcome }) as const)]
  }

  refresh(): Promise<boolean> {
    return this.#questions.ask(() => this.#refresh())
  }

  /** Also after the broker was set up anew. */
  retry(): void {
    if (this.#closed) return
    if (JSON.stringify(this.#saved()) !== this.#broker) {
      void this.#link?.close(false)
      this.#lost()
      this.#open()
    } else if (this.#standing.isConnected) void this.refresh()
    else this.#link?.retry()
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#lost()
    this.#talk.end('closed')
    this.#standing.end()
    await this.#link?.close(false)
  }

  #saved(): BrokerSettings | null {
    return readableBroker(this.#parts.broker(this.#parts.settings.deviceId))
  }

  #open(): void {
    const saved = this.#saved()
    this.#broker = JSON.stringify(saved)
    this.#link = saved && this.#linkTo(saved)
    if (this.#link === null) {
      this.#standing.set({ phase: 'failed', failure: 'no_broker', retrying: false })
      return
    }
    this.#wanted = ''
    this.#want()
    this.#link.start()
  }

  /** What an earlier line still says is of no interest. */
  #linkTo(broker: BrokerSettings): BrokerLink {
    const link: BrokerLink = lightsLink({
      ...this.#parts,
      broker,
      onMessage: (message) => this.#link === link && this.#hear(message),
      onPhase: (phase) => this.#link === link && this.#linkChanged(phase),
      onTopicsRefused: (filters) => {
        for (const filter of filters) this.#refusedTopics.add(filter)
      },
    })
    return link
  }

  #want(): void {
    const filters = [...new Set([...this.#lists.filters, ...this.#states.topics])]
    const wanted = filters.join('\n')
    if (wanted === this.#wanted) return
    this.#wanted = wanted
    this.#link?.want(filters)
  }

  #linkChanged(phase: DevicePhase): void {
    if (this.#closed) return
    if (phase.phase === 'connected') this.#beginLook()
    else this.#lost()
    if (phase.phase === 'failed') {
      const { failure, retrying } = phase
      this.#quiet.note('mqttLightsLost')
      this.#standing.set({ phase: 'failed', failure: lightsFailure(failure), retrying })
    } else if (!this.#standing.isConnected) this.#standing.set({ phase: 'connecting' })
  }

  #lost(): void {
    this.#look.cancel()
    this.#cancelArrange?.()
    this.#cancelArrange = null
    this.#questions.forget()
    this.#talk.end('unreachable')
  }

  #beginLook(): void {
    this.#refusedTopics.clear()
    this.#states.forgetPresence()
    this.#lists.beginLook()
    this.#look.begin()
  }

  #endLook(): void {
    this.#lists.endLook()
    this.#arrange()
    this.#readAtMs = this.#clock.now()
    this.#talk.begin()
    this.#quiet.note('mqttLightsAnswered', { lamps: this.#layout.lamps.length })
    this.#standing.set({ phase: 'connected' })
    this.#standing.tell({ kind: 'all' })
    void this.refresh()
  }

  #hear({ topic, payload, retained }: BrokerMessage): void {
    if (this.#lists.take(topic, payload)) {
      this.#look.goOn()
      this.#cancelArrange ??= this.#clock.after(ARRANGE_MS, () => this.#arrangeAndTell())
      return
    }
    const before = new Map<BrokerLamp, string>()
    for (const lamp of this.#states.concerned(topic)) before.set(lamp, this.#shown(lamp))
    for (const lampId of this.#states.take(topic, payload, retained)) this.#talk.spoke(lampId)
    const changed = [...before].filter(([lamp, was]) => this.#shown(lamp) !== was)
    if (changed.length === 0 || !this.#standing.isConnected) return
    this.#standing.tell({ kind: 'lamps', lampIds: changed.map(([{ id }]) => lampIdOf(id)) })
  }

  #shown(lamp: BrokerLamp): string {
    return JSON.stringify(lampIn(this.#layout, lamp, this.#states, true))
  }

  #arrange(): void {
    this.#cancelArrange?.()
    this.#cancelArrange = null
    const { lamps, unreadCount } = this.#lists.lamps()
    this.#layout = layoutOf({ lamps, groups: this.#lists.groups, unreadCount })
    this.#states.use(lamps)
    this.#want()
  }

  #arrangeAndTell(): void {
    const before = JSON.stringify(this.#layout)
    const known = new Set(this.#layout.lamps.map(({ id }) => id))
    this.#arrange()
    if (!this.#standing.isConnected || JSON.stringify(this.#layout) === before) return
    this.#standing.tell({ kind: 'all' })
    const isNew = this.#layout.lamps.filter(({ id }) => !known.has(id))
    if (isNew.length > 0) void this.#talk.askAll(isNew)
  }

  async #refresh(): Promise<boolean> {
    if (!this.#standing.isConnected) return false
    const isAnswered = await this.#talk.askAll(this.#layout.lamps)
    if (!this.#standing.isConnected) return false
    if (isAnswered) this.#readAtMs = this.#clock.now()
    return isAnswered
  }
}
