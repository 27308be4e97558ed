/** What is usual of the body at the desk, by source: fourteen days of quiet minutes held in memory, never read again. */
import {
  LIVE_REACH_MS,
  type LiveBaseline,
  liveBaseline,
  type QuietMinute,
} from '../../../core/hrv/liveBaseline.ts'
import type { LocalMoment } from '../../../core/presence/localMoment.ts'
import type { WindowStore } from './windowStore.ts'
import type { WrongStretches } from './wrongStretches.ts'

const MINUTE_MS = 60_000

export interface BodyBaselines {
  hrBpm: LiveBaseline
  lnRmssd: LiveBaseline
}

export class QuietMinutes {
  readonly #store: WindowStore
  readonly #wrong: WrongStretches
  /** All of them, also those in a stretch marked as wrong, which may be put back. */
  #bySource = new Map<string, QuietMinute[]>()
  /** Those that count, made anew when a mark changes. */
  #counted = new Map<string, QuietMinute[]>()

  #best: { minuteMs: number; baseline: LiveBaseline | null } | null = null

  constructor(store: WindowStore, wrong: WrongStretches) {
    this.#store = store
    this.#wrong = wrong
  }

  load(nowMs: number): void {
    this.#bySource = new Map()
    for (const minute of this.#store.quietMinutes(nowMs - LIVE_REACH_MS)) {
      const known = this.#bySource.get(minute.source)
      if (known) known.push(minute)
      else this.#bySource.set(minute.source, [minute])
    }
    this.recount()
  }

  add(minute: QuietMinute): void {
    const { source, atMs } = minute
    const kept = (this.#bySource.get(source) ?? []).filter(
      (one) => atMs - one.atMs <= LIVE_REACH_MS && one.atMs !== atMs,
    )
    this.#bySource.set(source, [...kept, minute])
    this.#recountSource(source)
  }

  /** A mark was set or taken back. */
  recount(): void {
    this.#best = null
    this.#counted = new Map()
    for (const source of this.#bySource.keys()) this.#recountSource(source)
  }

  baselines(source: string, at: LocalMoment): BodyBaselines {
    const minutes = this.#counted.get(source) ?? []
    return {
      hrBpm: liveBaseline(minutes, 'hrBpm', source, at),
      lnRmssd: liveBaseline(minutes, 'lnRmssd', source, at),
    }
  }

  countOf(source: string): number {
    return this.#counted.get(source)?.length ?? 0
  }

  /** How far the best known source is with its baseline, looked up once a minute: for while none speaks. */
  bestBaseline(now: LocalMoment): LiveBaseline | null {
    const minuteMs = Math.floor(now.atMs / MINUTE_MS) * MINUTE_MS
    if (this.#best?.minuteMs !== minuteMs) this.#best = { minuteMs, baseline: this.#baselineOfBest(now) }
    return this.#best.baseline
  }

  #baselineOfBest(now: LocalMoment): LiveBaseline | null {
    const hasIntervals = (source: string) =>
      this.#counted.get(source)?.some((minute) => minute.lnRmssd !== null) ?? false
    const best = [...this.#counted.keys()].toSorted(
      (a, b) => Number(hasIntervals(b)) - Number(hasIntervals(a)) || this.countOf(b) - this.countOf(a),
    )[0]
    if (best === undefined) return null
    return this.baselines(best, now)[hasIntervals(best) ? 'lnRmssd' : 'hrBpm']
  }

  isWrong(minute: { atMs: number }): boolean {
    return this.#wrong.covers('body', minute.atMs - MINUTE_MS, minute.atMs)
  }

  eraseBetween(fromMs: number, toMs: number): void {
    for (const [source, minutes] of this.#bySource) {
      this.#bySource.set(
        source,
        minutes.filter((one) => one.atMs < fromMs || one.atMs >= toMs),
      )
    }
    this.recount()
  }

  forget(): void {
    this.#bySource = new Map()
    this.recount()
  }

  #recountSource(source: string): void {
    const minutes = this.#bySource.get(source) ?? []
    this.#counted.set(
      source,
      minutes.filter((minute) => !this.isWrong(minute)),
    )
  }
}
