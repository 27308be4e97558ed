/** Tells others on a broker and hears their commands: Home Assistant, or any automation that listens on MQTT. */
import type { Clock } from './clock.ts'
import type { DevicePhase, DeviceSettings } from './vitals.ts'

export interface Announcement {
  topic: string
  payload: string
  retained: boolean
}

/** What an announcer needs of the engine. Every method returns at once and never throws. */
export interface AnnouncerContext {
  clock: Clock
  /** From 0 up to 1. */
  random(): number
  /** Stays the same on this machine: names the client at the broker. 12 hex digits. */
  installId: string
  /** Kept by the broker and told when Lull is gone without a word; told as `online`/`offline` by the announcer itself. */
  statusTopic: string
  /** Heard only while connected; a retained message is never handed on. */
  commandTopics: readonly string[]
  /** Where Home Assistant tells of its own start; `null` = nobody is listened for. */
  birthTopic: string | null
  /** What is found retained here is of an earlier choice: it is taken back before anything is told. */
  staleTopics: readonly string[]
  phase(phase: DevicePhase): void
  /** A command that was not retained; text of at most 64 bytes. */
  command(topic: string, text: string): void
  /** Retained, too long, or not text. */
  refused(count: number): void
  /** So many messages were taken by the broker. */
  published(count: number): void
  /** The link is up, or Home Assistant has started anew: everything is to be told again. */
  tellAll(): void
  connectionMade(peer: string, outcome: 'answered' | 'failed'): void
}

export interface Announcer {
  /** At once while connected; otherwise it is left out, for `tellAll` comes with the connection. */
  tell(announcements: readonly Announcement[]): void
  /** Says `offline`, takes back what is given (empty retained messages), and hangs up, within two seconds. */
  close(takeBack?: readonly string[]): Promise<void>
}

/** Begins to connect. @throws when the settings do not fit, as those of an earlier version may */
export type ConnectAnnouncer = (broker: DeviceSettings, context: AnnouncerContext) => Announcer
