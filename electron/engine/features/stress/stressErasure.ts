/** What the stress feature keeps, to be counted, taken along and erased; what is erased is forgotten in memory too. */
import type { DataKind } from '../../../contract/privacy.ts'
import { FADED_AFTER_MS } from '../../../core/stress/checkinSignal.ts'
import type { Calendar } from '../../ports/calendar.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Keeper } from '../../ports/keeper.ts'
import type { Store } from '../../store/sql.ts'
import type { BeatIntake } from './beatIntake.ts'
import type { BeatSources } from './beatSources.ts'
import type { BeatStore } from './beatStore.ts'
import type { BodyWindows } from './bodyWindows.ts'
import type { NightlyStore } from './nightlyStore.ts'
import type { QuietMinutes } from './quietMinutes.ts'
import type { ScoreDays } from './scoreDays.ts'
import type { ScoreStore } from './scoreStore.ts'
import type { StrainKeeper } from './strainKeeper.ts'
import type { StrainStateStore } from './strainState.ts'
import type { StressParts } from './stressParts.ts'
import type { UsualWorkKeeper } from './usualWorkKeeper.ts'
import type { WindowStore } from './windowStore.ts'
import type { WorkWindowStore } from './workWindowStore.ts'
import type { WrongStretches } from './wrongStretches.ts'

export interface ErasureParts {
  store: Store
  clock: Clock
  calendar: Calendar
  sources: BeatSources
  beats: BeatStore
  nightly: NightlyStore
  windows: WindowStore
  scores: ScoreStore
  days: ScoreDays
  workWindows: WorkWindowStore
  states: StrainStateStore
  intake: BeatIntake
  body: BodyWindows
  quiet: QuietMinutes
  work: UsualWorkKeeper
  wrong: WrongStretches
  strain: StrainKeeper
  checkins: StressParts['checkins']
  /** Something is gone: what stands on it is worked out anew. */
  erased: () => void
}

const kinds = ['beats', 'beatWindows', 'nightly', 'scores', 'checkins'] as const
type StressKind = (typeof kinds)[number]
type Day = Parameters<Keeper['eraseDay']>[0]

const isOurs = (kind: DataKind): kind is StressKind => (kinds as readonly DataKind[]).includes(kind)

export class StressErasure implements Keeper {
  readonly kinds = kinds
  readonly #parts: ErasureParts

  constructor(parts: ErasureParts) {
    this.#parts = parts
  }

  count(kind: DataKind): { rows: number; oldestAt: number | null } {
    const { beats, windows, nightly } = this.#parts
    if (kind === 'beats') return beats.count()
    if (kind === 'beatWindows') return windows.count()
    if (kind === 'nightly') return nightly.count()
    return kind === 'scores' ? this.#countScores() : { rows: 0, oldestAt: null }
  }

  rows(kind: DataKind): unknown[] {
    const { beats, windows, nightly, scores, days, wrong } = this.#parts
    if (kind === 'beats') return beats.rows()
    if (kind === 'beatWindows') return windows.rows()
    if (kind === 'nightly') return nightly.rows()
    if (kind !== 'scores') return []
    return [
      ...scores.rows(),
      ...days.rows(),
      ...scores.decisionRows(),
      ...wrong.all(),
      ...this.#parts.workWindows.since(0),
    ]
  }

  erase(kind: DataKind): void {
    if (!isOurs(kind)) return
    this.#parts.store.transaction(() => this.#eraseKind(kind))
    this.#parts.erased()
  }

  eraseDay(day: Day): void {
    const { store, intake } = this.#parts
    // What waits may be of that day: once it is committed it can be told apart.
    intake.flush()
    store.transaction(() => this.#eraseRowsOf(day))
    this.#forgetDay(day)
    this.#parts.erased()
  }

  /** An answer spoke until it had faded or the next one came; none of those rows may tell of it. */
  eraseAnswer(atMs: number): void {
    const fadedMs = atMs + FADED_AFTER_MS
    const next = this.#parts.checkins(atMs + 1, fadedMs)[0]
    this.#parts.scores.eraseAnswersBetween(atMs, next?.atMs ?? fadedMs)
  }

  /** Everything at once. */
  eraseEverything(): void {
    this.#parts.store.transaction(() => {
      for (const kind of kinds) this.#eraseKind(kind)
    })
    this.#parts.work.forget()
    this.#parts.erased()
  }

  #eraseKind(kind: StressKind): void {
    const { sources, beats, nightly } = this.#parts
    if (kind === 'beats') {
      this.#parts.intake.forget()
      this.#parts.body.forget()
      beats.erase()
    }
    if (kind === 'beatWindows') this.#eraseWindows()
    if (kind === 'nightly') nightly.erase()
    if (kind === 'scores') this.#eraseScores()
    // Another feature keeps the answers; what they said is among our reasons.
    if (kind === 'checkins') this.#parts.scores.eraseAnswers()
    sources.dropSilent()
  }

  /** With what the body said in the sums and the reasons. */
  #eraseWindows(): void {
    const { windows, scores, days, quiet, body, strain, states, clock } = this.#parts
    windows.erase()
    scores.eraseBody()
    days.eraseBody()
    quiet.forget()
    body.forget()
    strain.forgetBody()
    states.write(strain.state(), clock.now())
  }

  #eraseScores(): void {
    const { scores, days, wrong, workWindows, states, strain, work, quiet } = this.#parts
    scores.erase()
    days.erase()
    wrong.erase()
    workWindows.erase()
    states.erase()
    strain.forget()
    work.forget()
    quiet.recount()
  }

  #eraseRowsOf({ workDay, fromMs, toMs }: Day): void {
    const { sources, beats, nightly, windows, scores, days, workWindows, wrong } = this.#parts
    beats.eraseBetween(fromMs, toMs)
    // Beats know no day. One that was lived in another zone began at another time: its minutes tell.
    const lived = windows.spanOf(workDay)
    if (lived !== null) beats.eraseBetween(lived.fromMs, lived.toMs)
    nightly.eraseDay(workDay)
    windows.eraseDay(workDay)
    scores.eraseDay(workDay)
    days.eraseDay(workDay)
    workWindows.eraseDay(workDay)
    wrong.eraseBetween(fromMs, toMs)
    sources.dropSilent()
  }

  #forgetDay({ workDay, fromMs, toMs }: Day): void {
    const { clock, strain, states, work, quiet, body } = this.#parts
    const now = clock.now()
    const isToday = now >= fromMs && now < toMs
    strain.eraseDay(workDay, isToday)
    states.write(strain.state(), now)
    work.eraseDay(workDay)
    quiet.eraseBetween(fromMs, toMs)
    if (isToday) body.forget()
    else body.recount()
  }

  #countScores() {
    const { scores, days, wrong, workWindows, calendar } = this.#parts
    const kept = scores.count()
    const firstDay = days.first()
    const work = workWindows.since(0)
    const oldest = [
      kept.oldestAt,
      firstDay === null ? null : Math.max(0, calendar.daySpan(firstDay).fromMs),
      wrong.all()[0]?.fromMs ?? null,
      work[0]?.atMs ?? null,
    ].filter((at) => at !== null)
    return {
      rows: kept.rows + days.count() + wrong.all().length + work.length,
      oldestAt: oldest.length === 0 ? null : Math.min(...oldest),
    }
  }
}
