/** Lamps, whatever drives them: a Hue bridge, a broker, a room drawn on screen. */
import type { Lamp, LampWrite } from '../../core/lights/lamp.ts'
import type { Clock } from './clock.ts'

/** Settings of a driver as plain JSON; its own schema says which. */
export type LightsSettings = Readonly<Record<string, unknown>>

/** Why a certificate was not taken. */
export type CertificateFault =
  /** Named after another bridge: the address now belongs to someone else. */
  | 'wrong_bridge'
  /** It claims to be the bridge we know and is not signed as it was: an alarm, not a reconnect. */
  | 'certificate_changed'
  /** Signed by itself and not shown to the person yet. */
  | 'unknown_certificate'
  /** Signed by somebody who signs no bridges. */
  | 'not_hue_certificate'
  | 'certificate_expired'
  | 'certificate_not_yet_valid'

export type LightsFailure =
  | CertificateFault
  | 'unreachable'
  | 'timed_out'
  /** It refuses because it has too much to do. */
  | 'busy'
  /** It answered, and not as such a thing answers. */
  | 'bad_answer'
  | 'too_large'
  /** Our key is gone: the person has to pair again. The settings stay. */
  | 'key_removed'
  /** The broker that brings these lamps is not set up any more. */
  | 'no_broker'
  /** The broker does not let us in. */
  | 'broker_refused'

export type LightsPhase =
  | { phase: 'connecting' }
  | { phase: 'connected' }
  /** `retrying`: it tries again by itself; else it waits for the person. */
  | { phase: 'failed'; failure: LightsFailure; retrying: boolean }

/** A room or a zone. */
export interface LampGroup {
  /** As in `Lamp.roomIds`. */
  id: string
  name: string
  lampIds: readonly string[]
  /** Whether one write can reach all its lamps. */
  canWrite: boolean
}

/** A scene the person made elsewhere; Lull reads it and never calls it, for a scene switches lamps on. */
export interface LampScene {
  id: string
  name: string
  groupId: string | null
  /** It follows the time of day by itself. */
  isSmart: boolean
  /** What it asks of each lamp that it leaves on; empty when it does not say. */
  lamps: readonly Omit<LampWrite, 'fadeMs'>[]
}

export interface LightsSnapshot {
  /** When the whole was last read. Epoch ms. */
  readAtMs: number
  lamps: readonly Lamp[]
  rooms: readonly LampGroup[]
  zones: readonly LampGroup[]
  scenes: readonly LampScene[]
  /** Members and resources that could not be read, and were left out. */
  unreadCount: number
}

export interface LightsState {
  phase: LightsPhase
  /** As last heard, also while the connection is gone, when no lamp is known to be reachable; null before the first answer. */
  snapshot: LightsSnapshot | null
}

export type LightsNews =
  | { kind: 'phase' }
  /** Everything was read anew, or something came or went. */
  | { kind: 'all' }
  /** These lamps show something else than before, by whoever. */
  | { kind: 'lamps'; lampIds: readonly string[] }
  /** Writes were given up; said once until one succeeds again. */
  | { kind: 'gave_up' }

/** One write for a whole room or zone, where the bridge does the rest. Like a lamp's write it has no word for on. */
export interface GroupWrite {
  groupId: string
  brightness?: number
  mirek?: number
  xy?: { x: number; y: number }
  fadeMs: number
}

export interface WritePlan {
  lamps?: readonly LampWrite[]
  groups?: readonly GroupWrite[]
}

/**
 * `written` · `partly`: the lamp left out something it cannot do, or nobody knows whether it heard · `replaced`: a newer
 * write for the same came before it was sent · `refused`: not understood, or not allowed to leave · `gone`: no such lamp ·
 * `gave_up`: too busy too long · `unreachable`: no connection now, nothing was sent or nobody answered · `closed`.
 */
export type WriteOutcome =
  | 'written'
  | 'partly'
  | 'replaced'
  | 'refused'
  | 'gone'
  | 'gave_up'
  | 'unreachable'
  | 'closed'

export interface WriteResult {
  /** Of the lamp or the group. */
  id: string
  outcome: WriteOutcome
}

export interface LightsConnection {
  state(): LightsState
  /** Told of every change from now on. A listener never throws. */
  watch(listener: (news: LightsNews) => void): () => void
  /** Paced as the device can bear; resolves when each was answered, replaced or given up. Never rejects. */
  write(plan: WritePlan): Promise<readonly WriteResult[]>
  /** Reads all lamps anew, before acting and before giving back. False: there is no answer, the state is as last heard. */
  refresh(): Promise<boolean>
  /** Tries again now, after a failure that waits for the person, or after the machine has slept. */
  retry(): void
  /** A person's hand on a lamp of a room that has no other switch: the one on screen. False: no such lamp. */
  touch?(lampId: string, touch: LampTouch): boolean
  close(): Promise<void>
}

/** What a hand can do to a lamp on screen; `isReachable` is the switch at the wall. */
export interface LampTouch {
  isOn?: boolean | undefined
  brightness?: number | undefined
  mirek?: number | undefined
  isReachable?: boolean | undefined
}

/** What a connection needs of the engine. Every method returns at once and never throws. */
export interface LightsContext {
  clock: Clock
  /** From 0 up to 1. */
  random(): number
  /** Members to keep with the settings: the bridge was found at another address. */
  settingsChanged(members: LightsSettings): void
  /** For the log: an event in the past tense, and counts. */
  note(event: string, counts?: Readonly<Record<string, number>>): void
  /** For the list of connections in Settings. */
  connectionMade(peer: string, outcome: 'answered' | 'failed'): void
}

/** Something found that could be paired. */
export interface FoundLights {
  /** Lower-case id of the bridge. */
  bridgeId: string
  host: string
  port: number
  /** As it calls itself; null: it did not say. */
  model: string | null
}

/** `answered` without findings: nobody there. `too_often`: the look-up refuses for a while. */
export interface Findings {
  found: readonly FoundLights[]
  outcome: 'answered' | 'unreachable' | 'too_often' | 'bad_answer'
}

/** What a look at a typed or found address gave, before anything is said to it. */
export type Sighting =
  | { seen: true; bridgeId: string; host: string; port: number; trust: 'root' }
  /** Signed by itself: the person compares this fingerprint (SHA-256, hex) and says yes. */
  | { seen: true; bridgeId: string; host: string; port: number; trust: 'ask'; sha256: string }
  /** It has no way to show who it is, so anybody could be at the other end: the person has to agree. */
  | { seen: true; bridgeId: string; host: string; port: number; trust: 'unverified' }
  /** `speaks_v2`: asked as an older bridge, and it can do better: it is paired the usual way. */
  | { seen: false; failure: LightsFailure | 'bad_address' | 'old_version' | 'speaks_v2' }

export type PairFailure =
  | LightsFailure
  /** Nobody pressed the button in time. */
  | 'button_not_pressed'
  /** It has no room for another key. */
  | 'too_many_keys'
  /** It speaks only the older language. */
  | 'old_version'
  | 'refused'
  | 'cancelled'

export type PairOutcome = { paired: true; settings: LightsSettings } | { paired: false; failure: PairFailure }

export interface Pairing {
  /** Until when the button counts. Epoch ms. */
  endsAtMs: number
  done: Promise<PairOutcome>
  cancel(): void
}

export interface PairRequest {
  bridgeId: string
  host: string
  port: number
  /** The fingerprint the person said yes to; null where a root vouches for it. */
  sha256: string | null
  /** Names this machine in the list of the bridge's apps. */
  machineName: string
}

export type LightsSettingsCheck =
  | { ok: true; settings: LightsSettings }
  /** `problem` is a code the page has words for. */
  | { ok: false; field: string; problem: string }

export interface LightsDriver {
  /** Folder name of the driver, such as `hue`; also the beginning of its lamps' ids. */
  id: string
  /** JSON Schema of its settings. */
  settingsSchema: Readonly<Record<string, unknown>>
  /** Keys of settings that never leave the engine once saved. */
  secrets: readonly string[]
  checkSettings(settings: unknown): LightsSettingsCheck
  /** Asks the local network, for about three seconds. */
  discover?(context: Pick<LightsContext, 'clock' | 'connectionMade'>): Promise<Findings>
  /** Asks the maker's server on the internet: only when the person said so just now. */
  lookUp?(context: Pick<LightsContext, 'clock' | 'connectionMade'>): Promise<Findings>
  lookAt?(address: string, context: Pick<LightsContext, 'clock' | 'connectionMade'>): Promise<Sighting>
  pair?(request: PairRequest, context: Pick<LightsContext, 'clock' | 'connectionMade'>): Pairing
  /** @throws when the settings do not fit, as those of an earlier version may */
  connect(settings: LightsSettings, context: LightsContext): LightsConnection
}
