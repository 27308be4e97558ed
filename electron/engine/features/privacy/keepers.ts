/** All keepers as one: a kind may be kept by several, and one that fails does not save the others' rows. */
import { type DataKind, dataKinds } from '../../../contract/privacy.ts'
import type { Keeper } from '../../ports/keeper.ts'

type ErasedDay = Parameters<Keeper['eraseDay']>[0]

export interface KindCount {
  kind: DataKind
  rows: number
  oldestAt: number | null
}

export class Keepers {
  readonly #keepers: readonly Keeper[]
  /** In the order of the contract, so that lists read the same whoever keeps what. */
  readonly #kinds: readonly DataKind[]

  constructor(keepers: readonly Keeper[]) {
    this.#keepers = keepers
    this.#kinds = dataKinds.filter((kind) => this.#of(kind).length > 0)
  }

  has(kind: DataKind): boolean {
    return this.#kinds.includes(kind)
  }

  counts(): KindCount[] {
    return this.#kinds.map((kind) => {
      const counts = this.#of(kind).map((keeper) => keeper.count(kind))
      const oldest = counts.flatMap(({ oldestAt }) => (oldestAt === null ? [] : [oldestAt]))
      return {
        kind,
        rows: counts.reduce((sum, { rows }) => sum + rows, 0),
        oldestAt: oldest.length > 0 ? Math.min(...oldest) : null,
      }
    })
  }

  rows(): { kind: DataKind; rows: unknown[] }[] {
    return this.#kinds.map((kind) => ({ kind, rows: this.#of(kind).flatMap((keeper) => keeper.rows(kind)) }))
  }

  /** @throws the first error, after every keeper of the kind was asked. */
  erase(kind: DataKind): void {
    doAll(this.#of(kind).map((keeper) => () => keeper.erase(kind)))
  }

  /** @throws the first error, after every keeper was asked for every kind. */
  eraseAll(): void {
    doAll(this.#kinds.map((kind) => () => this.erase(kind)))
  }

  /** @throws the first error, after every keeper was asked. */
  eraseDay(day: ErasedDay): void {
    doAll(this.#keepers.map((keeper) => () => keeper.eraseDay(day)))
  }

  #of(kind: DataKind): readonly Keeper[] {
    return this.#keepers.filter((keeper) => keeper.kinds.includes(kind))
  }
}

function doAll(works: readonly (() => void)[]): void {
  const failures: unknown[] = []
  for (const work of works) {
    try {
      work()
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}
