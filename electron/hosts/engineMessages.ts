/** What the shell and the engine's process say to each other beside the contract: starting, stopping, handing over channels. */
import type { KeyKeeper } from '../engine/host.ts'
import type { ProbeKind } from '../engine/ports/probes.ts'

/** The start data of an engine; everything in it survives being copied to another process. */
export interface EngineStart {
  dataFolder: string
  resourcesFolder: string
  databaseKeyHex: string
  keyKeeper: KeyKeeper
  appVersion: string
  systemLocale: string | null
  /** Catalogue id of a model to fetch once the engine is up, or null. */
  fetchModelId: string | null
}

export type EngineRole = 'shell' | 'window'

/** Processes beside the engine that it may ask the shell for. */
export type ChildKind = 'languageModel' | ProbeKind

/**
 * To the engine. In a utility process `open` and `child` carry one MessagePort each; in a plain Node the
 * connection is a number and its messages travel as `data`, and the engine starts its children itself.
 */
export type ToEngine =
  | { type: 'start'; start: EngineStart }
  | { type: 'open'; connection: number; role: EngineRole }
  | { type: 'data'; connection: number; data: unknown }
  | { type: 'close'; connection: number }
  /** Answers `startChild`; without a failure it carries the channel to the child. */
  | { type: 'child'; request: number; failure: string | null }
  | { type: 'childEnded'; request: number; detail: string }
  | { type: 'stop' }

/** From the engine. */
export type FromEngine =
  | {
      type: 'ready'
      /** Name of the file that damaged data was moved to; null when nothing was wrong. */
      brokenDatabaseMovedTo: string | null
    }
  | { type: 'failed'; code: string | null; message: string }
  | { type: 'data'; connection: number; data: unknown }
  | { type: 'close'; connection: number }
  | { type: 'startChild'; request: number; kind: ChildKind }
  | { type: 'endChild'; request: number }
