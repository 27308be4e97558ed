/** What the shell and the engine's process say to each other beside the contract: starting, stopping, handing over channels. */
import type { KeyKeeper } from '../engine/host.ts'

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

/**
 * To the engine. In a utility process `open` and `languageModel` carry one MessagePort each; in a plain
 * Node the connection is a number and its messages travel as `data`.
 */
export type ToEngine =
  | { type: 'start'; start: EngineStart }
  | { type: 'open'; connection: number; role: EngineRole }
  | { type: 'data'; connection: number; data: unknown }
  | { type: 'close'; connection: number }
  | { type: 'languageModel'; request: number; failure: string | null }
  | { type: 'languageModelEnded'; request: number; detail: string }
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
  | { type: 'startLanguageModel'; request: number }
  | { type: 'endLanguageModel'; request: number }
