/** Any point explains itself, down to the rows it came from. */
import type { Checkin } from '../../../core/checkins/checkin.ts'
import type { MinuteRecord } from '../../../core/presence/minuteRecord.ts'
import { loudest } from '../../../core/stress/explainStrain.ts'
import { WINDOW_MINUTES } from '../../../core/stress/workWindow.ts'
import { EngineError } from '../../errors.ts'
import type { BeatStore } from './beatStore.ts'
import type { BodyWindows } from './bodyWindows.ts'
import { type ScoreInputs, signalsOf } from './scoreInputs.ts'
import type { ScoreRow, ScoreStore } from './scoreStore.ts'
import { rmssdMs } from './stressViews.ts'
import type { WindowStore } from './windowStore.ts'

const MINUTE_MS = 60_000
/** Scores are a minute apart while someone works; further away is another moment. */
const MOST_AWAY_MS = 2 * MINUTE_MS
/** The minute that spoke and the one before it, with room for one that began late. */
const BODY_REACH_MS = 2.5 * MINUTE_MS
/** An answer is heard for five hours. */
const CHECKIN_REACH_MS = 5 * 60 * MINUTE_MS

export interface ExplanationParts {
  scores: ScoreStore
  windows: WindowStore
  beats: BeatStore
  body: BodyWindows
  minutes: (fromMs: number, toMs: number) => MinuteRecord[]
  checkins: (fromMs: number, toMs: number) => Checkin[]
}

/** A rest is known for one after five minutes, and a call that goes on without work ends sometime. */
const DECISION_REACH_MS = 10 * MINUTE_MS

export class Explanations {
  readonly #parts: ExplanationParts

  constructor(parts: ExplanationParts) {
    this.#parts = parts
  }

  /** @throws EngineError NOT_FOUND */
  explain(atMs: number) {
    const row = this.#parts.scores.nearest(atMs, MOST_AWAY_MS)
    if (row === null) throw new EngineError('NOT_FOUND', 'No scores are kept of this moment.')
    const { inputs } = row
    return {
      atMs: row.atMs,
      need: needOf(row),
      strain: strainOf(row),
      minutes: this.#parts
        .minutes(inputs.minutesToMs - WINDOW_MINUTES * MINUTE_MS, inputs.minutesToMs)
        .map((minute) => ({ ...minute })),
      ...this.#beats(inputs.body),
      checkin: inputs.signals.checkin === undefined ? null : this.#checkinBefore(row.atMs + MINUTE_MS),
      decision: this.#decisionAfter(row.atMs),
    }
  }

  /** What was decided in this minute, or in the rest that followed it, of which there are no scores. */
  #decisionAfter(atMs: number) {
    const { scores } = this.#parts
    return scores.lastDecision(atMs, scores.nextMs(atMs, DECISION_REACH_MS) ?? atMs + DECISION_REACH_MS)
  }

  #beats(body: ScoreInputs['body']) {
    if (body === undefined) return { windows: [], beats: { rows: 0, fromMs: null, toMs: null } }
    const kept = this.#parts.windows.between(body.source, body.atMs - BODY_REACH_MS, body.atMs).slice(-2)
    const fromMs = (kept[0]?.atMs ?? body.atMs) - MINUTE_MS
    return {
      windows: kept.map((window) => ({
        atMs: window.atMs,
        source: window.source,
        n: window.n,
        hrBpm: window.hrBpm,
        rmssdMs: rmssdMs(window.lnRmssd),
        coverage: window.coverage,
        rejectedShare: window.rejectedShare,
        refused: window.refused,
        quiet: this.#parts.body.isQuiet(window),
      })),
      beats: this.#parts.beats.span(body.source, fromMs, body.atMs),
    }
  }

  #checkinBefore(toMs: number): Checkin | null {
    return this.#parts.checkins(toMs - CHECKIN_REACH_MS, toMs).at(-1) ?? null
  }
}

function needOf({ need, inputs }: ScoreRow & { inputs: ScoreInputs }) {
  const { sinceRest, activeSinceRestMs, targetMs, daySpanMs, isLongDay, inQuietHours } = inputs
  return { value: need, sinceRest, activeSinceRestMs, targetMs, daySpanMs, isLongDay, inQuietHours }
}

function strainOf({ strain, confidence, inputs }: ScoreRow & { inputs: ScoreInputs }) {
  const { state, phase, contributing, daysKnown, threshold } = inputs
  const signals = signalsOf(inputs.signals)
  const unknown = Object.entries(inputs.unknown).flatMap(([feature, reason]) =>
    reason === undefined ? [] : [{ feature: feature as keyof typeof inputs.unknown, reason }],
  )
  return {
    ...{ state, value: strain, confidence, phase, contributing, daysKnown, threshold, unknown, signals },
    reasons: loudest(signals),
  }
}
