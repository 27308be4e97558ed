/** What an engine asks of whoever runs it. The engine itself knows neither Electron nor a browser. */
import type { Clock } from './ports/clock.ts'
import type { LoadableEncoder } from './ports/encoder.ts'
import type { LanguageModel } from './ports/languageModel.ts'
import type { LightsDriver } from './ports/lights.ts'
import type { RunOwnCommand } from './ports/ownCommand.ts'
import type { Sensors } from './ports/presence.ts'
import type { ProbeKind, ProbeProcess } from './ports/probes.ts'
import type { DeviceDriver } from './ports/vitals.ts'

/** A language model process that was started for this engine. */
export interface LanguageModelProcess {
  model: LanguageModel
  encoder: LoadableEncoder
  /** Resolves once, when the process is gone for whatever reason. */
  ended: Promise<{ expected: boolean; detail: string }>
  /** Ends the process and gives its memory back. Safe to call twice. */
  end(): void
}

/** How the database key came to be, for the plain notice in Settings. */
export type KeyKeeper = 'keychain' | 'file' | 'environment' | 'memory'

/** Options of `npm run inspect -- chat`: a file to use instead of the selected model, and how to sample. */
export interface InspectOverrides {
  modelPath?: string
  temperature?: number
  maxTokens?: number
  seed?: number
}

export interface EngineParts {
  /** Folder of the database, models and state files; null keeps everything in memory. */
  dataFolder: string | null
  /** Folder of `resources/`. */
  resourcesFolder: string
  /** 32 bytes as hex: encrypts the database and the state files. */
  databaseKeyHex: string
  keyKeeper: KeyKeeper
  appVersion: string
  /** BCP 47 tag of the operating system, such as "en-GB"; null when it does not say. */
  systemLocale: string | null
  clock: Clock
  /** IANA name of the zone the machine is in now; asked again whenever it matters, for people travel. */
  timeZone(): string
  startLanguageModel(): Promise<LanguageModelProcess>
  /** Starts a child for native probes. @throws when it cannot be started. */
  startProbe(kind: ProbeKind): Promise<ProbeProcess>
  /** Instead of this machine's sensors: replays and tests. */
  sensors?: Sensors
  /** Instead of the devices that come with Lull: replays and tests. */
  drivers?: readonly DeviceDriver[]
  /** Instead of the lights that come with Lull: replays and tests. */
  lightDrivers?: readonly LightsDriver[]
  /** Instead of starting programs of the person's own: replays and tests. */
  runOwnCommand?: RunOwnCommand
  /** Of all chance in choosing pauses and in a trial of lights: replays and tests; absent, the machine's own. */
  seed?: number
  /** What the inspecting door overrides; absent everywhere else. */
  inspect?: InspectOverrides
  /** JSON lines of the redacting logger go here. */
  logLine?: (line: string) => void
}
