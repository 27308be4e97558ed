/** A day written as events, played through the real engine on a clock of its own. */
import { randomUUID } from 'node:crypto'
import type { CheckinRow, CheckinState } from '../contract/checkins.ts'
import type { EngineClient } from '../contract/index.ts'
import type { Settings } from '../contract/settings.ts'
import { createEngine, type Engine } from '../engine/index.ts'
import { appFolder } from './appFolder.ts'
import type { DayEvent, DayEventOf } from './dayEvents.ts'
import { DayLights } from './dayLights.ts'
import { type DayDecision, type DayLine, DayLines } from './dayLines.ts'
import { DayPauses } from './dayPauses.ts'
import { ReplayDevice } from './replayDevice.ts'
import { ReplayRoom } from './replayRoom.ts'
import { ReplaySensors } from './replaySensors.ts'
import { VirtualClock } from './virtualClock.ts'

export interface ReplayOptions {
  /** IANA name. */
  zone: string
  /** What differs from the defaults, where every sensor is on: the day says what they saw. */
  settings: Partial<Settings>
  print(line: DayLine): void
}

const EVERY_SENSOR = { presence: true, calls: true, screen: true, apps: true, input: true, machine: true }
/** What is true at the last event is said within a minute. */
const AFTER_LAST_MS = 60_000
/** Further ahead is a slip of the pen; a month of nothing takes ten seconds to replay. */
const MOST_AHEAD_MS = 31 * 24 * 60 * 60_000
/** Further back than this and the day's clock was set back; a little is disorder, and refused. */
const LEAST_SET_BACK_MS = 60_000

const DECISION_REACH_MINUTES = 10
/** Pages are told at most once a second. */
const TOLD_WITHIN_MS = 2000

export class DayReplay {
  readonly #clock: VirtualClock
  readonly #sensors: ReplaySensors
  readonly #device = new ReplayDevice()
  readonly #engine: Engine
  readonly #client: EngineClient
  readonly #lines: DayLines
  readonly #pauses: DayPauses
  readonly #room = new ReplayRoom()
  readonly #lights: DayLights
  readonly #watching = new AbortController()
  #zone: string
  #prompt: CheckinState['prompt'] = null

  private constructor(startMs: number, { zone, print }: ReplayOptions) {
    const app = appFolder()
    this.#zone = zone
    this.#clock = new VirtualClock(startMs)
    this.#sensors = new ReplaySensors(this.#clock)
    this.#lines = new DayLines(() => this.#zone, print)
    this.#engine = createEngine({
      dataFolder: null,
      resourcesFolder: app.resources,
      databaseKeyHex: '00'.repeat(32),
      keyKeeper: 'memory',
      appVersion: app.version,
      systemLocale: null,
      clock: this.#clock,
      timeZone: () => this.#zone,
      startLanguageModel: () => Promise.reject(new Error('a replay has no language model')),
      startProbe: () => Promise.reject(new Error('a replay has no probes')),
      sensors: this.#sensors,
      // The same day gives the same choices.
      seed: 3,
      drivers: [this.#device.driver],
      lightDrivers: [this.#room.driver],
    })
    this.#client = this.#engine.client('inspect')
    const line = (atMs: number, kind: string, rest: DayLine) => this.#lines.line(atMs, kind, rest)
    this.#pauses = new DayPauses({ client: this.#client, nowMs: () => this.#clock.now(), line })
    this.#lights = new DayLights({ client: this.#client, room: this.#room, line })
  }

  static async start(startMs: number, options: ReplayOptions): Promise<DayReplay> {
    const replay = new DayReplay(startMs, options)
    await replay.#begin(options.settings)
    return replay
  }

  /** For asking what the day has left so far. */
  get client(): EngineClient {
    return this.#client
  }

  /** @throws when the event is a little earlier than the one before, or far ahead of it, or says what cannot be. */
  async play(event: DayEvent): Promise<void> {
    const lateMs = this.#clock.now() - event.at
    if (-lateMs > MOST_AHEAD_MS) throw new Error('more than 31 days after the event before it')
    if (lateMs > LEAST_SET_BACK_MS) this.#clock.setTo(event.at)
    else if (lateMs > 0) throw new Error('earlier than the event before it')
    await this.#advanceTo(event.at)
    await this.#apply(event)
    await drained()
  }

  async finish(): Promise<void> {
    await this.#advanceTo(this.#clock.now() + AFTER_LAST_MS)
    await this.#pauses.finish()
    await this.#lights.changed()
    this.#watching.abort()
    await this.#stop()
  }

  /** Lights are given back before the end, which takes time by the day's own clock. */
  async #stop(): Promise<void> {
    let isOver = false
    const stopping = this.#engine.stop().finally(() => {
      isOver = true
    })
    while (!isOver) {
      const next = this.#clock.nextMs()
      if (next !== null) this.#clock.moveTo(next)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await stopping
  }

  async #begin(settings: Partial<Settings>): Promise<void> {
    await this.#engine.start()
    await this.#client.settings.change({ sensing: EVERY_SENSOR, ...settings })
    await this.#client.devices.save({
      id: randomUUID(),
      driver: 'replay',
      title: 'Replay',
      enabled: true,
      settings: {},
    })
    void this.#follow()
    void this.#followPrompts()
    void this.#followPauses()
    void this.#followLights()
    await drained()
  }

  async #advanceTo(atMs: number): Promise<void> {
    for (let next = this.#clock.nextMs(); next !== null && next <= atMs; next = this.#clock.nextMs()) {
      this.#clock.moveTo(next)
      await drained()
    }
    this.#clock.moveTo(atMs)
    await drained()
  }

  async #apply(event: DayEvent): Promise<void> {
    switch (event.kind) {
      case 'presence':
        return this.#sensors.presence(event)
      case 'call':
        return this.#sensors.flag('inCall', event.on)
      case 'fullscreen':
        return this.#sensors.flag('fullScreen', event.on)
      case 'dnd':
        return this.#sensors.flag('doNotDisturb', event.on)
      case 'app':
        if (event.app !== null && event.category) {
          await this.#client.presence.mapProgram({ app: event.app, category: event.category })
        }
        return this.#sensors.app(event)
      case 'input':
        return this.#sensors.input(event)
      case 'machine':
        return this.#sensors.machine(event)
      case 'vitals':
        return this.#device.take(event)
      case 'setting':
        if (event.zone !== undefined) this.#zone = event.zone
        await this.#client.settings.change(event.change)
        return
      case 'checkin':
        return await this.#checkin(event, 'person')
      case 'answer':
        return await this.#answer(event.mood)
      case 'pauseAnswer':
      case 'pauseStart':
      case 'pauseRated':
      case 'noPauses':
        return await this.#pauses.apply(event)
      case 'lights':
      case 'lamp':
      case 'look':
        return await this.#lights.apply(event)
    }
  }

  async #answer(mood: number | undefined): Promise<void> {
    if (this.#prompt === null) throw new Error('no check-in is offered at that moment')
    if (mood === undefined) await this.#client.checkins.dismiss({})
    else {
      await this.#checkin({ mood, energy: null, sleepHours: null, words: [], tags: [] }, this.#prompt.because)
    }
  }

  async #checkin(
    { mood, energy, sleepHours, words, tags }: Omit<DayEventOf<'checkin'>, 'at' | 'kind'>,
    because: CheckinRow['because'],
  ): Promise<void> {
    await this.#client.checkins.save({ id: randomUUID(), mood, energy, words, tags, sleepHours, because })
  }

  async #follow(): Promise<void> {
    const { signal } = this.#watching
    for await (const snapshot of await this.#client.stress.watch(undefined, { signal })) {
      const isDecision = this.#lines.isDecision(snapshot)
      this.#lines.stress(snapshot, isDecision ? await this.#decisionAt(snapshot.atMs) : null)
    }
  }

  /** A decision is kept beside the scores before it; in a rest or a call these may be some minutes old. */
  async #decisionAt(atMs: number): Promise<DayDecision | null> {
    for (let minutes = 0; minutes <= DECISION_REACH_MINUTES; minutes++) {
      const asked = { atMs: atMs - minutes * 60_000 }
      const explained = await this.#client.stress.explain(asked).catch(() => null)
      const decision = explained?.decision ?? null
      if (decision !== null && Math.abs(atMs - decision.atMs) <= TOLD_WITHIN_MS) return decision
    }
    return null
  }

  async #followPrompts(): Promise<void> {
    const { signal } = this.#watching
    for await (const state of await this.#client.checkins.watch(undefined, { signal })) this.#prompted(state)
  }

  async #followPauses(): Promise<void> {
    const { signal } = this.#watching
    for await (const view of await this.#client.breaks.watch(undefined, { signal })) {
      await this.#pauses.changed(view)
    }
  }

  async #followLights(): Promise<void> {
    const { signal } = this.#watching
    for await (const _ of await this.#client.lights.watch(undefined, { signal })) await this.#lights.changed()
  }

  #prompted({ prompt }: CheckinState): void {
    if (prompt && this.#prompt === null) this.#lines.prompt(this.#clock.now(), prompt.because)
    this.#prompt = prompt
  }
}

/** Lets everything that was told arrive where it is heard: ticks come after all promises that are settled. */
function drained(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve))
}
