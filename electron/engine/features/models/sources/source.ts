/** What every kind of source has in common: how a fetch is asked for, and how it says why it gave nothing. */
import type { CatalogueEntry, ModelSource, SourceFailureReason } from '../../../../core/models/model.ts'
import type { Clock } from '../../../ports/clock.ts'

/** A source that did not give the file; the next one is tried. */
export class SourceError extends Error {
  readonly reason: SourceFailureReason
  /** Short and technical (a status, a host); never a path or a login. */
  readonly hint: string | null
  constructor(reason: SourceFailureReason, hint: string | null = null) {
    super(hint === null ? reason : `${reason} (${hint})`)
    this.name = 'SourceError'
    this.reason = reason
    this.hint = hint
  }
}

/** The disk ran full while writing: no other source would help. */
export class DiskFullError extends Error {
  constructor() {
    super('the disk is full')
    this.name = 'DiskFullError'
  }
}

export interface FetchTarget {
  /** Unfinished files go here: same file system as `finalPath`, so that the last step is one rename. */
  folder: string
  /** Holds the whole, checked file once a fetch resolves; nothing is there before. */
  finalPath: string
}

export interface FetchOptions {
  target: FetchTarget
  /** Aborting rejects with the signal's reason; what came may be kept for going on later. */
  signal: AbortSignal
  onProgress: (progress: { phase: 'fetching'; receivedBytes: number } | { phase: 'checking' }) => void
  /** Every peer outside this machine that was asked. */
  onConnection: (peer: string, outcome: 'answered' | 'failed' | 'stopped') => void
  clock: Clock
}

export type WantedFile = Pick<CatalogueEntry, 'sizeBytes' | 'sha256'>

/** Fetches one entry's file. @throws SourceError, DiskFullError, or the signal's reason. */
export type FetchModel<Source extends ModelSource> = (
  source: Source,
  entry: WantedFile,
  options: FetchOptions,
) => Promise<void>

export function isDiskFull(error: unknown): boolean {
  return (
    error instanceof DiskFullError || (error instanceof Error && 'code' in error && error.code === 'ENOSPC')
  )
}
