/** A keeper in memory: rows with a kind, a time and a day. */
import type { DataKind } from '../../../../electron/contract/privacy.ts'
import type { Keeper } from '../../../../electron/engine/ports/keeper.ts'

export interface KeptRow {
  kind: DataKind
  at: number
  workDay: number
}

export class FakeKeeper implements Keeper {
  readonly kinds: readonly DataKind[]
  kept: KeptRow[]
  readonly days: Parameters<Keeper['eraseDay']>[0][] = []

  constructor(kinds: readonly DataKind[], kept: KeptRow[] = []) {
    this.kinds = kinds
    this.kept = kept
  }

  count(kind: DataKind) {
    const rows = this.rows(kind)
    return { rows: rows.length, oldestAt: rows.length > 0 ? Math.min(...rows.map(({ at }) => at)) : null }
  }

  rows(kind: DataKind): KeptRow[] {
    return this.kept.filter((row) => row.kind === kind)
  }

  erase(kind: DataKind): void {
    this.kept = this.kept.filter((row) => row.kind !== kind)
  }

  eraseDay(day: Parameters<Keeper['eraseDay']>[0]): void {
    this.days.push(day)
    this.kept = this.kept.filter((row) => row.workDay !== day.workDay)
  }
}
