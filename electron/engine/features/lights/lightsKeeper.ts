/** What the feature of lights keeps, to be counted, taken along and erased; lamps are given back before anything is forgotten. */
import type { DataKind } from '../../../contract/privacy.ts'
import type { Keeper } from '../../ports/keeper.ts'
import type { LightsDriver } from '../../ports/lights.ts'
import type { EntriesStore } from './entriesStore.ts'
import type { SourcesStore, StoredSource } from './sourcesStore.ts'
import type { TrialStore } from './trialStore.ts'

export interface LightsKeeperParts {
  sources: SourcesStore
  entries: EntriesStore
  trial: TrialStore
  drivers: readonly LightsDriver[]
  eraseSources: () => void
  eraseEntries: () => void
  erased: () => void
}

const NONE = { rows: 0, oldestAt: null }

export class LightsKeeper implements Keeper {
  readonly kinds = ['lightSources', 'lights', 'lightTrial'] as const
  readonly #parts: LightsKeeperParts

  constructor(parts: LightsKeeperParts) {
    this.#parts = parts
  }

  count(kind: DataKind): { rows: number; oldestAt: number | null } {
    const { sources, entries, trial } = this.#parts
    if (kind === 'lightSources') return sources.count()
    if (kind === 'lights') return entries.count()
    return kind === 'lightTrial' ? trial.count() : NONE
  }

  rows(kind: DataKind): unknown[] {
    const { sources, entries, trial } = this.#parts
    if (kind === 'lightSources') return sources.all().map((one) => this.#withoutSecrets(one))
    if (kind === 'lights') return entries.all()
    return kind === 'lightTrial' ? trial.all() : []
  }

  erase(kind: DataKind): void {
    const { trial, eraseSources, eraseEntries, erased } = this.#parts
    if (kind === 'lightSources') eraseSources()
    if (kind === 'lights') eraseEntries()
    if (kind === 'lightTrial') trial.erase()
    erased()
  }

  eraseDay({ workDay }: Parameters<Keeper['eraseDay']>[0]): void {
    const { entries, trial, erased } = this.#parts
    entries.eraseDay(workDay)
    trial.eraseDay(workDay)
    erased()
  }

  /** Of a driver that is gone nobody knows which settings were secret. */
  #withoutSecrets({ id, driver, title, settings, addedAt }: StoredSource) {
    const known = this.#parts.drivers.find((one) => one.id === driver)
    const open = Object.entries(known ? settings : {}).filter(([key]) => !known?.secrets.includes(key))
    return { id, driver, title, settings: Object.fromEntries(open), addedAt }
  }
}
