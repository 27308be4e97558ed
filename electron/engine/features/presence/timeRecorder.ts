/**
 * Time as it passed: the last minutes stay open, for idleness is noticed late; what is older is added up and kept.
 *
 * A desktop says "idle" up to two minutes after the last key press. So the rhythm is held as it stood some minutes ago,
 * together with the stretches since, and worked out from there whenever it is asked for: what turns out to have been
 * rest is put where it belongs, and nothing has to be undone.
 */
import { shiftedRhythm } from '../../../core/presence/clockShift.ts'
import {
  type DayLedger,
  emptyLedger,
  ledgerAfter,
  OPEN_CALLS,
  OPEN_STANDINGS,
} from '../../../core/presence/dayLedger.ts'
import type { MinuteRecord } from '../../../core/presence/minuteRecord.ts'
import { MINUTE_MS, type MinuteCounts, minuteRecord } from '../../../core/presence/minuteSums.ts'
import { NOTHING_KNOWN, type Situation } from '../../../core/presence/situation.ts'
import type { Standing, StandingRules } from '../../../core/presence/standing.ts'
import { cutAt, type Stretch, withIdleSince, withStretch } from '../../../core/presence/stretch.ts'
import {
  DEFAULT_FULL_REST_MS,
  type RhythmEffect,
  type RhythmRules,
  type WorkRhythm,
} from '../../../core/stress/workRhythm.ts'
import type { Calendar } from '../../ports/calendar.ts'
import { dayPieces } from './dayPieces.ts'
import type { KeptRhythm } from './keptRhythm.ts'
import { minuteStartMs, type OpenMinute, OpenMinutes } from './openMinutes.ts'
import type { PresenceStore } from './presenceStore.ts'
import { WrittenSpans } from './writtenSpans.ts'

/** Idleness found later than this stays what it was taken for. */
export const OPEN_MS = 5 * 60_000
/** What cannot be written, as on a full disk, waits this long. */
const MOST_UNWRITTEN_MS = 6 * 60 * 60_000
const RULES: RhythmRules = { fullRestMs: DEFAULT_FULL_REST_MS }

/** Time with one situation; `late` tells whether it lay in the quiet hours, null while there are none. */
export interface Passed {
  fromMs: number
  toMs: number
  situation: Situation
  standing: Standing
  late: boolean | null
}

export class TimeRecorder {
  #base: DayLedger = emptyLedger
  #open: readonly Stretch[] = []
  /** Epoch ms of the last time that passed. */
  #atMs = 0
  #untold: RhythmEffect[] = []
  #told: ReadonlySet<string> = new Set()
  readonly #minutes: OpenMinutes
  readonly #spans: WrittenSpans
  readonly #store: PresenceStore
  readonly #calendar: Calendar

  constructor(store: PresenceStore, calendar: Calendar) {
    this.#store = store
    this.#calendar = calendar
    this.#minutes = new OpenMinutes(calendar)
    this.#spans = new WrittenSpans(store)
  }

  /** Time that was seen as it passed: it belongs to minutes. */
  pass(passed: Passed): void {
    this.#minutes.touch(passed.fromMs, passed.toMs)
    this.passUnseen(passed)
  }

  /** Time that is known of only afterwards, such as sleep: minutes of their own it has none. */
  passUnseen(passed: Passed): void {
    this.#open = this.#stretches(passed).reduce<Stretch[]>(withStretch, [...this.#open])
    this.#atMs = passed.toMs
  }

  /** Time nobody may note: the rhythm learns that it is unknown, and nothing is kept. */
  passUnnoted(fromMs: number, toMs: number): void {
    const unknown = { fromMs, toMs, situation: NOTHING_KNOWN, standing: 'unknown', late: null } as const
    const [{ rhythm, lateMs }, effects] = ledgerAfter(this.#base, this.#stretches(unknown), RULES)
    this.#base = { ...this.#base, rhythm, lateMs }
    this.#untold.push(...effects)
    this.#atMs = toMs
  }

  /** Input has been idle since then, as was learned just now. */
  idleSince(sinceMs: number, rules: StandingRules): void {
    this.#open = withIdleSince(this.#open, sinceMs, rules)
    this.#minutes.changeFrom(sinceMs)
  }

  /** Counts something in the minute it happened in; false when that minute is over and gone. */
  count(atMs: number, nowMs: number, change: (counts: MinuteCounts) => MinuteCounts): boolean {
    return this.#minutes.count(atMs, nowMs, change)
  }

  /** The rhythm now, and what happened in it that was not told yet. */
  takeRhythm(): { rhythm: WorkRhythm; effects: RhythmEffect[] } {
    const { rhythm } = this.#ledger()
    const effects = this.#untold
    this.#untold = []
    return { rhythm, effects }
  }

  /** Writes what is over. @returns the minutes that were written for the first time. @throws DISK_FULL */
  finish(nowMs: number): MinuteRecord[] {
    const due = this.#minutes.due(nowMs)
    if (due.length === 0) return []
    const first = this.#write(due, true)
    this.#settle(minuteStartMs(nowMs - OPEN_MS))
    return first
  }

  /** When writing failed: what has waited too long goes, for memory must not grow without end. */
  giveUpOld(nowMs: number): void {
    this.#settle(minuteStartMs(nowMs - MOST_UNWRITTEN_MS))
  }

  /** Writes everything, also the minute going on, and begins anew; the rhythm goes on. @throws DISK_FULL */
  close(noting: boolean): MinuteRecord[] {
    try {
      return this.#write(this.#minutes.unwritten(), noting)
    } finally {
      this.#begin()
    }
  }

  /** Nothing passed before this. */
  beginAt(nowMs: number): void {
    this.#atMs = nowMs
  }

  /** The rhythm of before a restart. */
  restore({ rhythm, lateMs }: Pick<KeptRhythm, 'rhythm' | 'lateMs'>): void {
    this.#base = { ...emptyLedger, rhythm, lateMs }
  }

  /** To be closed before. How long work and rest have lasted does not change. */
  clockSetBack(byMs: number): void {
    this.#spans.clockSetBack(this.#atMs)
    this.#base = { ...this.#base, rhythm: shiftedRhythm(this.#base.rhythm, byMs) }
    this.#atMs -= byMs
  }

  /** Forgets all of it, so that nothing erased is written again. */
  forget(): void {
    this.#begin()
    this.#store.forgetSums()
    this.#base = emptyLedger
    this.#untold = []
  }

  /** Everything of before is as it is. */
  #begin(): void {
    this.#settle(Number.POSITIVE_INFINITY)
    this.#base = { ...this.#base, standings: [], calls: [] }
    this.#spans.settleAll()
  }

  #stretches(passed: Passed): Stretch[] {
    return dayPieces(passed.fromMs, passed.toMs, this.#calendar).map((piece) => ({ ...passed, ...piece }))
  }

  /** Everything together as of now; notes what happened. */
  #ledger(): DayLedger {
    const [ledger, effects] = ledgerAfter(this.#base, this.#open, RULES)
    const keyed = new Map(effects.map((effect) => [JSON.stringify(effect), effect]))
    for (const [key, effect] of keyed) if (!this.#told.has(key)) this.#untold.push(effect)
    this.#told = new Set(keyed.keys())
    return ledger
  }

  #write(due: readonly OpenMinute[], noting: boolean): MinuteRecord[] {
    const ledger = this.#ledger()
    const records = due.map((minute) => this.#record(minute))
    const accept = this.#store.transaction(() => {
      for (const record of records) if (record) this.#store.keepMinute(record)
      const written = this.#spans.write(ledger)
      for (const day of this.#touchedDays(ledger, due)) this.#store.keepDay(day)
      this.#store.keepRhythm({ atMs: this.#atMs, rhythm: ledger.rhythm, lateMs: ledger.lateMs, noting })
      return written
    })
    accept()
    const first = records.filter((record, place) => record !== null && due[place]?.state === 'open')
    for (const minute of due) minute.state = 'written'
    return first as MinuteRecord[]
  }

  #record({ place, counts }: OpenMinute): MinuteRecord | null {
    const [until] = cutAt(this.#open, place.atMs + MINUTE_MS)
    return minuteRecord(place, until, counts, ledgerAfter(this.#base, until, RULES)[0])
  }

  #touchedDays({ standings, calls }: DayLedger, due: readonly OpenMinute[]): Set<number> {
    const openFromMs = this.#open.at(0)?.fromMs ?? this.#atMs
    const spans = [...standings, ...calls].filter((span) => span.toMs >= openFromMs)
    return new Set([...spans.map((span) => span.workDay), ...due.map(({ place }) => place.workDay)])
  }

  /** What is older than this does not change any more. */
  #settle(beforeMs: number): void {
    this.#ledger()
    const [before, after] = cutAt(this.#open, beforeMs)
    const base = ledgerAfter(this.#base, before, RULES)[0]
    const standings = Math.max(0, base.standings.length - OPEN_STANDINGS)
    const calls = Math.max(0, base.calls.length - OPEN_CALLS)
    this.#base = { ...base, standings: base.standings.slice(standings), calls: base.calls.slice(calls) }
    this.#spans.settle(standings, calls)
    this.#open = after
    this.#minutes.forgetBefore(beforeMs)
  }
}
