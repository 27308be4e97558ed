/** Writes down what was worked out: a row a minute, the sums of the day, each decision, and the state that must go on. */
import { type LocalMoment, workDay } from '../../../core/presence/localMoment.ts'
import type { StrainAssessment } from '../../../core/stress/assessStrain.ts'
import type { BreakNeed } from '../../../core/stress/breakNeed.ts'
import type { StressEffect } from '../../../core/stress/decideStress.ts'
import { withBeatWindow, withMoment, withRaised } from '../../../core/stress/scoreDay.ts'
import type { Calendar } from '../../ports/calendar.ts'
import type { Store } from '../../store/sql.ts'
import type { JudgedWindow } from './bodyWindows.ts'
import type { ScoreDays } from './scoreDays.ts'
import { keptNeed, keptSignals, keptUnknown } from './scoreInputs.ts'
import type { ScoreStore } from './scoreStore.ts'
import type { StrainState, StrainStateStore } from './strainState.ts'
import { asShare, asShareOrNull, type StrainNow, strainStateOf } from './stressViews.ts'
import type { WindowStore } from './windowStore.ts'

export interface RecorderParts {
  store: Store
  calendar: Calendar
  scores: ScoreStore
  days: ScoreDays
  windows: WindowStore
  states: StrainStateStore
  /** The state to be kept, as it stands. */
  strainState: () => StrainState
}

/** Everything one moment came to. */
export interface MomentScores {
  now: LocalMoment
  need: BreakNeed
  targetMs: number
  strain: StrainNow
  assessment: StrainAssessment | null
  threshold: number | null
  /** End of the ten minutes that were measured, epoch ms. */
  minutesToMs: number
  body: { source: string; atMs: number } | null
  /** Time since the scores before, ms. */
  coversMs: number
}

const MINUTE_MS = 60_000

export class ScoreRecorder {
  readonly #parts: RecorderParts
  #lastMinuteMs: number | null = null

  constructor(parts: RecorderParts) {
    this.#parts = parts
  }

  /** The first scores of a minute are its row. */
  scored(moment: MomentScores): void {
    const { now, need, assessment, strain, coversMs } = moment
    this.#parts.days.change(workDay(now), (day) =>
      withMoment(day, {
        need: need.need,
        strain: asShareOrNull(assessment?.strain ?? null),
        confidence: assessment === null ? null : asShare(assessment.confidence),
        isRaised: strain.phase === 'raised',
        coversMs,
      }),
    )
    const minuteMs = Math.floor(now.atMs / MINUTE_MS) * MINUTE_MS
    if (minuteMs === this.#lastMinuteMs) return
    this.#lastMinuteMs = minuteMs
    this.#parts.store.transaction(() => {
      const isKnown = need.need !== null || (assessment?.strain ?? null) !== null
      if (isKnown) this.#addRow(moment, minuteMs)
      this.save(now.atMs)
    })
  }

  decided(effects: readonly StressEffect[], now: LocalMoment): void {
    if (effects.length === 0) return
    const { store, scores, days } = this.#parts
    store.transaction(() => {
      for (const effect of effects) {
        scores.addDecision(effect, now)
        if (effect.kind === 'strainRaised') days.change(workDay(now), withRaised)
      }
      this.save(now.atMs)
    })
  }

  judged(windows: readonly JudgedWindow[]): void {
    const { store, calendar, days } = this.#parts
    store.transaction(() => {
      for (const window of windows) {
        const at = calendar.moment(window.atMs)
        this.#parts.windows.add(window, at)
        const { hasIntervals, hrBpm, lnRmssd, refused } = window
        const isAccepted = refused.length === 0
        days.change(workDay(at), (day) =>
          withBeatWindow(day, window.source, { hasIntervals, hrBpm, lnRmssd, isAccepted }),
        )
      }
      days.save()
    })
  }

  /** Sums and state, as they stand. */
  save(nowMs: number): void {
    this.#parts.days.save()
    this.#parts.states.write(this.#parts.strainState(), nowMs)
  }

  #addRow(moment: MomentScores, atMs: number): void {
    const { now, need, targetMs, strain, assessment, threshold, minutesToMs, body } = moment
    this.#parts.scores.add(
      {
        atMs,
        workDay: workDay(now),
        need: asShareOrNull(need.need),
        strain: asShareOrNull(assessment?.strain ?? null),
        confidence: asShare(assessment?.confidence ?? 0),
        isRaised: strain.phase === 'raised',
      },
      {
        ...keptNeed(need, targetMs),
        state: strainStateOf(strain),
        phase: strain.phase,
        daysKnown: strain.daysKnown,
        threshold,
        minutesToMs,
        contributing: assessment?.contributing ?? [],
        signals: keptSignals(assessment?.signals ?? []),
        unknown: keptUnknown(assessment),
        ...(body === null ? {} : { body }),
      },
    )
  }
}
