/** Speaks to a broker for Home Assistant: a client of its own, with a will, that the straps know nothing of. */
import { utf8Text } from '../../../core/readings/utf8Text.ts'
import type { Announcement, Announcer, AnnouncerContext, ConnectAnnouncer } from '../../ports/announcer.ts'
import type { DevicePhase } from '../../ports/vitals.ts'
import { BrokerLink } from './brokerLink.ts'
import { type BrokerSettings, readBrokerSettings } from './brokerSettings.ts'
import { DeniedTopics } from './deniedTopics.ts'
import { clientId, peerOf } from './mqttConnection.ts'
import type { BrokerMessage } from './protocol.ts'
import { Speech } from './speech.ts'

const MOST_COMMAND_BYTES = 64
/** After its start Home Assistant is busy with everybody; 1–10 s, so that not all speak at once (sensing notes §8). */
const BIRTH_WAIT_MS = { least: 1000, most: 10_000 }
/** What a broker keeps comes at once after it was asked for; it never says that this was all. */
const LOOK_FOR_STALE_MS = 1000
/** Home Assistant takes entities away in its own time, and passes over news of them meanwhile. */
const TAKEN_BACK_MS = 3000
/** The goodbye after it takes another second at most. */
const LAST_WORDS_WITHIN_MS = 1000

const ONLINE = 'online'
const OFFLINE = 'offline'

export class MqttAnnouncer implements Announcer {
  readonly #context: AnnouncerContext
  readonly #link: BrokerLink
  readonly #commandTopics: ReadonlySet<string>
  readonly #staleTopics: ReadonlySet<string>
  /** Up, and through with what an earlier choice left behind. */
  #isReady = false
  #isFresh = false
  #found = new Set<string>()
  readonly #denied = new DeniedTopics()
  readonly #speech: Speech
  #phase: DevicePhase = { phase: 'connecting' }
  #toldPhase = ''
  #cancelReady = () => {}
  #cancelBirth: (() => void) | null = null
  #closed: Promise<void> | null = null

  constructor(settings: BrokerSettings, context: AnnouncerContext) {
    this.#context = context
    this.#commandTopics = new Set(context.commandTopics)
    this.#staleTopics = new Set(context.staleTopics)
    this.#speech = new Speech(
      ({ topic, payload, retained }) => this.#link.publish(topic, payload, retained),
      (topic, outcome) => {
        if (outcome === 'taken') context.published(1)
        this.#denied.said(topic, outcome, context.clock.now())
        this.#tellPhase()
      },
    )
    this.#link = new BrokerLink({
      settings,
      clock: context.clock,
      clientId: clientId('tell', context.installId, settings),
      sessionSeconds: 0,
      fresh: true,
      // Of QoS 1 messages too large for us mosquitto 2.0 counts each as under way for ever, and after twenty sends no more.
      qos: 0,
      will: { topic: context.statusTopic, payload: OFFLINE },
      speaks: true,
      onMessage: (message) => this.#hear(message),
      onConnected: () => {
        this.#isFresh = true
      },
      onPhase: (phase) => this.#linkChanged(phase),
      onTopicsRefused: (topics) => this.#notHeard(topics),
      connectionMade: (outcome) => context.connectionMade(peerOf(settings), outcome),
    })
    this.#link.want([...this.#lasting(), ...context.staleTopics])
    this.#link.start()
  }

  tell(announcements: readonly Announcement[]): void {
    if (!this.#isReady) return
    for (const announcement of announcements) this.#say(announcement)
  }

  close(takeBack: readonly string[] = []): Promise<void> {
    this.#closed ??= this.#end(takeBack)
    return this.#closed
  }

  #lasting(): string[] {
    const { commandTopics, birthTopic } = this.#context
    return birthTopic === null ? [...commandTopics] : [...commandTopics, birthTopic]
  }

  async #end(takeBack: readonly string[]): Promise<void> {
    this.#rest()
    const open = takeBack.filter((topic) => !this.#isAvoided(topic))
    const words = [
      this.#link.publish(this.#context.statusTopic, OFFLINE, true),
      ...open.map((topic) => this.#link.publish(topic, '', true)),
    ]
    await new Promise<void>((resolve) => {
      const cancel = this.#context.clock.after(LAST_WORDS_WITHIN_MS, resolve)
      void Promise.all(words).then(() => {
        cancel()
        resolve()
      })
    })
    await this.#link.close(false)
  }

  /** Nothing more is told by itself. */
  #rest(): void {
    this.#isReady = false
    this.#speech.fallSilent()
    this.#cancelReady()
    this.#cancelBirth?.()
    this.#cancelBirth = null
  }

  #linkChanged(phase: DevicePhase): void {
    if (this.#closed !== null) return
    if (phase.phase !== 'connected') this.#rest()
    if (phase.phase === 'failed') this.#denied.cut()
    this.#phase = phase
    const begins = phase.phase === 'connected' && this.#isFresh
    if (begins) this.#denied.heardAnew()
    this.#tellPhase()
    if (!begins) return
    this.#isFresh = false
    this.#begin()
  }

  #begin(): void {
    this.#found.clear()
    this.#sayOnline()
    if (this.#staleTopics.size === 0) {
      this.#ready()
      return
    }
    this.#after(LOOK_FOR_STALE_MS, () => {
      this.#link.want(this.#lasting())
      if (this.#found.size === 0) {
        this.#ready()
        return
      }
      for (const topic of this.#found) this.#say({ topic, payload: '', retained: true })
      this.#after(TAKEN_BACK_MS, () => this.#ready())
    })
  }

  #after(delayMs: number, next: () => void): void {
    this.#cancelReady = this.#context.clock.after(delayMs, next)
  }

  #ready(): void {
    this.#isReady = true
    this.#context.tellAll()
  }

  #sayOnline(): void {
    this.#say({ topic: this.#context.statusTopic, payload: ONLINE, retained: true })
  }

  #say(announcement: Announcement): void {
    if (!this.#isAvoided(announcement.topic)) this.#speech.say(announcement)
  }

  #isAvoided(topic: string): boolean {
    return this.#denied.isAvoided(topic, this.#context.clock.now())
  }

  /** Home Assistant's birth is a convenience: what is retained reaches it without. */
  #notHeard(topics: readonly string[]): void {
    this.#denied.notHeard(topics.filter((topic) => this.#commandTopics.has(topic)))
    this.#tellPhase()
  }

  /** Each phase once. */
  #tellPhase(): void {
    const phase = this.#shownPhase()
    const text = JSON.stringify(phase)
    if (text === this.#toldPhase) return
    this.#toldPhase = text
    this.#context.phase(phase)
  }

  /** Where a topic is closed to us the person has to look at the broker's access list, also when it cuts the line for it. */
  #shownPhase(): DevicePhase {
    const phase = this.#phase
    const hidesRefusal =
      phase.phase === 'connected' ||
      (phase.phase === 'failed' && (phase.failure === 'connection_lost' || phase.failure === 'storm'))
    if (!hidesRefusal || !this.#denied.any) return phase
    return { phase: 'failed', failure: 'topic_refused', retrying: false, detail: null }
  }

  #hear({ topic, payload, retained }: BrokerMessage): void {
    if (this.#closed !== null) return
    if (this.#commandTopics.has(topic)) this.#hearCommand(topic, payload, retained)
    else if (this.#staleTopics.has(topic)) {
      if (retained && payload.length > 0) this.#found.add(topic)
    } else if (topic === this.#context.birthTopic && shortText(payload) === ONLINE) {
      this.#bornSoon()
    }
  }

  #hearCommand(topic: string, payload: Uint8Array, retained: boolean): void {
    const text = retained ? null : shortText(payload)
    if (text === null) this.#context.refused(1)
    else this.#context.command(topic, text)
  }

  /** However often it is told meanwhile. */
  #bornSoon(): void {
    const { clock, random } = this.#context
    const { least, most } = BIRTH_WAIT_MS
    this.#cancelBirth ??= clock.after(least + random() * (most - least), () => {
      this.#cancelBirth = null
      if (!this.#isReady) return
      this.#sayOnline()
      this.#context.tellAll()
    })
  }
}

function shortText(payload: Uint8Array): string | null {
  return payload.length > MOST_COMMAND_BYTES ? null : utf8Text(payload)
}

export const connectAnnouncer: ConnectAnnouncer = (broker, context) =>
  new MqttAnnouncer(readBrokerSettings(broker), context)
