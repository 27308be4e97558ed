/** What a feature keeps, so that it can be counted, taken along and erased without knowing the feature. */
import type { DataKind } from '../../contract/privacy.ts'

export interface Keeper {
  kinds: readonly DataKind[]
  /** Rows and epoch ms of the oldest one. */
  count(kind: DataKind): { rows: number; oldestAt: number | null }
  /** Every row for the export, secrets left out. */
  rows(kind: DataKind): unknown[]
  /** Erases one kind and forgets what is held of it in memory. */
  erase(kind: DataKind): void
  /** Erases everything of one day; ends not included. */
  eraseDay(day: { workDay: number; fromMs: number; toMs: number }): void
}
