/** A device that hands over readings of the body: a broker, a simulator, a replay. */
import type { BrokerFailure } from '../../core/readings/brokerFailure.ts'
import type { Mapping, Reading, Refusal } from '../../core/readings/mapping.ts'
import type { LastMessage } from '../../core/readings/previewMapping.ts'
import type { Clock } from './clock.ts'

/** Settings of a device as plain JSON; its own schema says which. */
export type DeviceSettings = Readonly<Record<string, unknown>>

export type DevicePhase =
  | { phase: 'off' }
  | { phase: 'connecting' }
  /** `protocol` is `5` or `3.1.1` for a broker, null elsewhere. */
  | { phase: 'connected'; protocol: string | null }
  /** `retrying`: it tries again by itself; else it waits for the person. `storm`: two clients with one name. */
  | { phase: 'failed'; failure: BrokerFailure | 'storm'; retrying: boolean; detail: string | null }

/** What a device needs of the engine. Every method returns at once and never throws. */
export interface DeviceContext {
  clock: Clock
  /** Stays the same on this machine: names the client at a broker. 12 hex digits. */
  installId: string
  /** Which of several devices at one place this is; absent in a test of settings that are not saved. */
  deviceId?: string
  /** The person had switched this off until now: what a broker kept meanwhile must not come. */
  fresh?: boolean
  /** Accepted readings, in the order of arrival. */
  take(readings: readonly Reading[]): void
  /** Refused values of one mapping (null: of a message nobody mapped), by reason; `over_rate` above 50 a second. */
  refuse(mappingId: string | null, refused: readonly CountedRefusal[]): void
  /** Any message of a mapping came, whatever became of it. Epoch ms. */
  heard(mappingId: string, atMs: number): void
  phase(phase: DevicePhase): void
  /** For the list of connections in Settings. */
  connectionMade(peer: string, outcome: 'answered' | 'failed'): void
}

/** `topic_refused`: the broker will not send this topic. `internal`: a fault of ours, counted and survived. */
export type CountedRefusal =
  | Refusal
  | { reason: 'over_rate' | 'duplicate' | 'topic_refused' | 'internal'; count: number }

/** A topic that was heard while looking around. */
export interface HeardTopic {
  topic: string
  count: number
  lastAtMs: number
  retained: boolean
  /** Beginning of the last payload, at most 120 characters; null when it is no text. */
  text: string | null
}

export interface DeviceConnection {
  setMappings(mappings: readonly Mapping[]): void
  /** Listens to more than the mappings; told at most 4 times a second with at most 300 topics. */
  explore(topicFilter: string, listener: (topics: readonly HeardTopic[]) => void): () => void
  /** The last five messages under a filter, newest last; kept only while exploring and for mapped topics. */
  lastMessages(topicFilter: string): readonly LastMessage[]
  /** Tries again now, after a failure that waits for the person. */
  retry(): void
  /** `forget` when it was switched off and not only put away: nothing may be kept for it meanwhile. */
  close(forget?: boolean): Promise<void>
}

export type SettingsCheck =
  | { ok: true; settings: DeviceSettings }
  /** `problem` is a code the page has words for. */
  | { ok: false; field: string; problem: string }

export interface DeviceDriver {
  /** Folder name of the device, such as `mqtt`. */
  id: string
  /** JSON Schema of its settings: the form is drawn from it. */
  settingsSchema: Readonly<Record<string, unknown>>
  /** Keys of settings that never leave the engine once saved. */
  secrets: readonly string[]
  /** Whether topics are looked for and mapped; a simulator needs none. */
  hasTopics: boolean
  checkSettings(settings: unknown): SettingsCheck
  /** Connects, looks, and hangs up, within ten seconds. */
  test(
    settings: DeviceSettings,
    context: Pick<DeviceContext, 'clock' | 'installId' | 'connectionMade'>,
  ): Promise<DevicePhase>
  connect(settings: DeviceSettings, mappings: readonly Mapping[], context: DeviceContext): DeviceConnection
}
