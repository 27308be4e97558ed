/** The two scores as the day goes: what is known is gathered, core decides, and what came out is kept and told. */
import type { PresenceSnapshot } from '../../../contract/presence.ts'
import type { Settings } from '../../../contract/settings.ts'
import type { StressSnapshot } from '../../../contract/stress.ts'
import { type LocalMoment, workDay } from '../../../core/presence/localMoment.ts'
import { bodySignals } from '../../../core/stress/bodySignals.ts'
import {
  type BreakNeed,
  type BreakRules,
  breakNeed,
  chosenBreakRules,
} from '../../../core/stress/breakNeed.ts'
import type { StressEffect } from '../../../core/stress/decideStress.ts'
import type { Signal } from '../../../core/stress/signal.ts'
import {
  isWorking,
  LEAST_REST_MS,
  noRhythmYet,
  type RhythmEffect,
  type WorkRhythm,
} from '../../../core/stress/workRhythm.ts'
import type { Calendar } from '../../ports/calendar.ts'
import type { Clock } from '../../ports/clock.ts'
import type { BodyWindows, JudgedWindow } from './bodyWindows.ts'
import type { CheckinAnswers } from './checkinAnswers.ts'
import type { QuietMinutes } from './quietMinutes.ts'
import type { ScoreDays } from './scoreDays.ts'
import type { ScoreRecorder } from './scoreRecorder.ts'
import { SCORE_FRESH_MS, type StrainKeeper } from './strainKeeper.ts'
import { bodyView, needView, type StrainNow, strainView } from './stressViews.ts'
import type { UsualWorkKeeper } from './usualWorkKeeper.ts'

/** So often the scores are worked out while someone works. */
export const SCORE_EVERY_MS = 10_000
/**
 * After a minute of beats the next round comes sooner, so that no round falls into the second before the next minute of
 * beats is over: the page is told at most once a second, and the news of a beat should not wait for that.
 */
const SCORE_AFTER_BEATS_MS = 5000
/** Nobody can tell work from rest for so long: what was raised is no longer known. */
const UNKNOWN_AFTER_MS = 5 * 60_000

export interface LiveScoresParts {
  clock: Clock
  calendar: Calendar
  settings: () => Settings
  body: BodyWindows
  quiet: QuietMinutes
  work: UsualWorkKeeper
  answers: CheckinAnswers
  strain: StrainKeeper
  days: ScoreDays
  recorder: ScoreRecorder
  /** Something may look different now. */
  changed: () => void
  /** Runs what may fail on a full disk. */
  safely: (work: () => void) => void
}

export class LiveScores {
  readonly #parts: LiveScoresParts
  #rhythm: WorkRhythm = noRhythmYet
  #isWorking = false
  #deskSinceMs: number | null = null
  #lastScoredMs: number | null = null
  #cancelTimer: (() => void) | null = null

  constructor(parts: LiveScoresParts) {
    this.#parts = parts
  }

  /** Since when the person has been at the desk; null while they are not working. */
  get atDeskSinceMs(): number | null {
    return this.#isWorking ? this.#deskSinceMs : null
  }

  rhythmAdvanced(rhythm: WorkRhythm, effects: readonly RhythmEffect[]): void {
    const { strain } = this.#parts
    const now = this.#now()
    this.#rhythm = rhythm
    if (effects.some((effect) => effect.kind === 'realRestReached')) this.#decided(strain.rested(now), now)
    // A pause in the typing of less than a minute is a thought, and nobody got up for it.
    const isAway = rhythm.restMs >= LEAST_REST_MS || rhythm.unknownMs > 0
    if (isAway) this.#deskSinceMs = null
    if (isWorking(rhythm)) this.#work(now.atMs)
    else this.#pause()
    if (rhythm.unknownMs >= UNKNOWN_AFTER_MS && strain.phase !== 'clear') {
      this.#decided(strain.unknown(now), now)
    }
    this.closeSilent()
    this.#parts.changed()
  }

  presenceChanged(presence: PresenceSnapshot): void {
    const now = this.#now()
    this.#decided(this.#parts.strain.callChanged(presence.inCall.value, now), now)
    this.#parts.changed()
  }

  /** Minutes of beats were judged: they are kept, and the score follows at once. */
  judged(windows: readonly JudgedWindow[]): void {
    if (windows.length === 0) return
    this.#parts.recorder.judged(windows)
    if (this.#isWorking) this.#score(SCORE_AFTER_BEATS_MS)
    else this.#parts.changed()
  }

  /** Judges minutes of beats whose source fell silent. */
  closeSilent(): void {
    this.judged(this.#parts.body.closeSilent(this.#parts.clock.now(), this.atDeskSinceMs))
  }

  settingsChanged(settings: Settings): void {
    const now = this.#now()
    if (!settings.strainOn) this.#decided(this.#parts.strain.unknown(now), now)
    this.rescore()
  }

  /** Something that went into the scores is different now. */
  rescore(): void {
    if (this.#isWorking) this.#score(SCORE_EVERY_MS)
    else this.#parts.changed()
  }

  clockSetBack(): void {
    this.#deskSinceMs = this.#deskSinceMs === null ? null : this.#parts.clock.now()
    this.#lastScoredMs = null
    this.#parts.strain.clockSetBack()
  }

  snapshot(): StressSnapshot {
    const { days, quiet } = this.#parts
    const now = this.#now()
    const usual = days.usual(workDay(now))
    const { rules, need } = this.#need(now)
    const body = this.#parts.body.now(now.atMs)
    const measure = body?.window.hasIntervals ? 'lnRmssd' : 'hrBpm'
    const baseline = body === null ? quiet.bestBaseline(now) : body.baselines[measure]
    return {
      atMs: now.atMs,
      need: needView(need, rules.targetMs, usual.need),
      strain: strainView(this.#strainNow(now), usual.strain),
      body: bodyView(body, baseline),
    }
  }

  /** Everything was erased: how long someone works is counted anew. */
  forget(): void {
    this.#rhythm = noRhythmYet
    this.#deskSinceMs = null
    this.#pause()
  }

  stop(): void {
    this.#pause()
  }

  #now(): LocalMoment {
    return this.#parts.calendar.moment(this.#parts.clock.now())
  }

  #work(nowMs: number): void {
    this.#deskSinceMs ??= nowMs
    if (this.#isWorking) return
    this.#isWorking = true
    this.#score(SCORE_EVERY_MS)
  }

  #pause(): void {
    this.#isWorking = false
    this.#lastScoredMs = null
    this.#cancelTimer?.()
    this.#cancelTimer = null
  }

  /** Works the scores out now, and again after a while. */
  #score(nextAfterMs: number): void {
    this.#again(nextAfterMs)
    this.#assess()
    this.#parts.changed()
  }

  #again(afterMs: number): void {
    this.#cancelTimer?.()
    this.#cancelTimer = this.#parts.clock.after(afterMs, () => this.#parts.safely(() => this.#round()))
  }

  #round(): void {
    const { body, clock, work } = this.#parts
    // The next round first: whatever goes wrong in this one.
    this.#again(SCORE_EVERY_MS)
    work.finishBefore(clock.now())
    const silent = body.closeSilent(clock.now(), this.atDeskSinceMs)
    if (silent.length > 0) this.judged(silent)
    else this.#score(SCORE_EVERY_MS)
  }

  #assess(): void {
    const { settings, strain, work, recorder, body } = this.#parts
    const now = this.#now()
    const { weights, strainOn } = settings()
    const spoken = body.now(now.atMs)
    const { window, toMs } = work.window(now.atMs)
    if (strainOn) {
      const { daysKnown } = work
      const usual = work.usual(now.atMs)
      const inputs = { window, usual, daysKnown, weights, otherSignals: this.#otherSignals(now.atMs) }
      this.#decided(strain.assess(inputs, now)[1], now)
    }
    const { rules, need } = this.#need(now)
    const strainNow = this.#strainNow(now)
    recorder.scored({
      now,
      need,
      targetMs: rules.targetMs,
      strain: strainNow,
      assessment: strainNow.assessment,
      threshold: strainOn ? strain.threshold(now) : null,
      minutesToMs: toMs,
      body: spoken && { source: spoken.source, atMs: spoken.window.atMs },
      coversMs: this.#coveredMs(now.atMs),
    })
  }

  #otherSignals(nowMs: number): Signal[] {
    const body = this.#parts.body.now(nowMs)
    const answer = this.#parts.answers.signal(nowMs)
    const beats = body === null ? [] : bodySignals(body.previous, body.current, body.baselines, nowMs)
    return answer === null ? beats : [...beats, answer]
  }

  /** Time since the scores before, once. */
  #coveredMs(nowMs: number): number {
    const sinceMs = this.#lastScoredMs
    this.#lastScoredMs = nowMs
    return sinceMs === null ? 0 : Math.max(0, Math.min(SCORE_FRESH_MS, nowMs - sinceMs))
  }

  #need(now: LocalMoment): { rules: BreakRules; need: BreakNeed } {
    const rules = chosenBreakRules(this.#parts.settings())
    return { rules, need: breakNeed(this.#rhythm, rules, now) }
  }

  #strainNow(now: LocalMoment): StrainNow {
    const { settings, strain, work } = this.#parts
    const isOn = settings().strainOn
    return {
      isOn,
      assessment: isOn ? strain.current(now.atMs) : null,
      phase: strain.phase,
      daysKnown: work.daysKnown,
    }
  }

  #decided(effects: readonly StressEffect[], now: LocalMoment): void {
    this.#parts.recorder.decided(effects, now)
  }
}
