/** Programs seen since the start, in memory; only those the person gave a category are kept by name. */
import { appCategory, programName } from '../../../core/presence/appCategory.ts'
import type { AppCategory } from '../../../core/presence/minuteRecord.ts'
import { EngineError } from '../../errors.ts'
import type { PresenceStore } from './presenceStore.ts'

const MOST_NAMES = 200
const MOST_SHOWN = 60
const MOST_MAPPED = 200

export interface ProgramSeen {
  app: string
  seconds: number
  category: AppCategory
  mapped: boolean
}

export class Programs {
  /** By `programName`, with the name as the system wrote it. */
  readonly #seen = new Map<string, { app: string; seconds: number }>()
  readonly #chosen = new Map<string, AppCategory>()
  readonly #store: PresenceStore

  constructor(store: PresenceStore) {
    this.#store = store
    for (const { app, category } of store.programs()) this.#chosen.set(app, category)
  }

  category(app: string): AppCategory {
    return appCategory(programName(app), this.#chosen)
  }

  see(app: string, seconds: number): void {
    const name = programName(app)
    const known = this.#seen.get(name)
    if (known) known.seconds += seconds
    else {
      if (this.#seen.size >= MOST_NAMES) this.#forgetLeastUsed()
      this.#seen.set(name, { app: app.trim(), seconds })
    }
  }

  /** The most used first. Those kept by name are listed also when they were not seen, so that they can be forgotten. */
  list(): ProgramSeen[] {
    const names = new Set([...this.#seen.keys(), ...this.#chosen.keys()])
    const programs = [...names].map((name) => ({
      app: this.#seen.get(name)?.app ?? name,
      seconds: Math.round(this.#seen.get(name)?.seconds ?? 0),
      category: appCategory(name, this.#chosen),
      mapped: this.#chosen.has(name),
    }))
    programs.sort((a, b) => b.seconds - a.seconds || Number(b.mapped) - Number(a.mapped))
    return programs.slice(0, MOST_SHOWN)
  }

  /** @throws EngineError INVALID_INPUT when more names are chosen than are kept. */
  map(app: string, category: AppCategory | null): void {
    const name = programName(app)
    if (category === null) {
      this.#store.forgetProgram(name)
      this.#chosen.delete(name)
      return
    }
    if (name === '') throw new EngineError('INVALID_INPUT', 'A program needs a name.')
    if (!this.#chosen.has(name) && this.#chosen.size >= MOST_MAPPED) {
      throw new EngineError('INVALID_INPUT', `At most ${MOST_MAPPED} programs are kept by name.`)
    }
    this.#store.keepProgram(name, category)
    this.#chosen.set(name, category)
  }

  /** Nobody may look at programs any more. */
  forgetSeen(): void {
    this.#seen.clear()
  }

  /** Forgets every name, in memory and in the database. */
  forget(): void {
    this.#store.erasePrograms()
    this.forgetSeen()
    this.#chosen.clear()
  }

  #forgetLeastUsed(): void {
    let least: string | null = null
    let leastSeconds = Number.POSITIVE_INFINITY
    for (const [name, { seconds }] of this.#seen) {
      if (seconds >= leastSeconds) continue
      least = name
      leastSeconds = seconds
    }
    if (least !== null) this.#seen.delete(least)
  }
}
