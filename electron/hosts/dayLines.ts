/** What a replayed day prints of the scores: one line for each change of break need, strain or a decision, with what led to it. */
import type { StressSnapshot } from '../contract/stress.ts'
import { localIso } from '../engine/calendar.ts'

export type DayLine = Record<string, unknown>

/** What went into a decision beside the score. */
export interface DayDecision {
  because: string | null
  threshold: number | null
  highMs: number
  raisedShare: number
}

/** A minute of work is 2 % of the way to a pause: smaller steps would be a line a minute. */
const NEED_STEP = 0.1
const STRAIN_STEP = 0.05

const rounded = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 1000)

/** Whether a value moved by a step, or became known or unknown. */
function moved(from: number | null | undefined, to: number | null, step: number): boolean {
  if (from === undefined || from === null || to === null) return from !== to
  // Reaching an end counts: B = 1 is what a pause waits for.
  return Math.abs(to - from) >= step || (to !== from && (to === 0 || to === 1))
}

export class DayLines {
  readonly #zone: () => string
  readonly #print: (line: DayLine) => void
  #need: number | null | undefined
  #strain: number | null | undefined
  #state: StressSnapshot['strain']['state'] | undefined
  #phase: StressSnapshot['strain']['phase'] = 'clear'

  constructor(zone: () => string, print: (line: DayLine) => void) {
    this.#zone = zone
    this.#print = print
  }

  /** Whether a snapshot tells of a decision that was not told yet. */
  isDecision({ strain }: StressSnapshot): boolean {
    return strain.phase !== this.#phase
  }

  /** @param decision what is kept of it, where the snapshot tells of one. */
  stress(snapshot: StressSnapshot, decision: DayDecision | null): void {
    const { need, strain, atMs } = snapshot
    if (moved(this.#need, need.value, NEED_STEP)) {
      this.#need = need.value
      const { value, usual: _, ...rest } = need
      const activeSinceRestMs = Math.round(rest.activeSinceRestMs)
      const inputs = { ...rest, sinceRest: rounded(rest.sinceRest), activeSinceRestMs }
      this.line(atMs, 'need', { need: rounded(value), inputs })
    }
    if (moved(this.#strain, strain.value, STRAIN_STEP) || this.#state !== strain.state) {
      this.#strain = strain.value
      this.#state = strain.state
      this.line(atMs, 'strain', { ...strainOf(snapshot), unknown: strain.unknown })
    }
    if (this.#phase !== strain.phase) {
      const from = this.#phase
      this.#phase = strain.phase
      this.line(atMs, 'decision', {
        from,
        to: strain.phase,
        ...decisionInputs(decision),
        need: rounded(need.value),
        ...strainOf(snapshot),
      })
    }
  }

  prompt(atMs: number, because: string): void {
    this.line(atMs, 'checkinOffered', { because })
  }

  line(atMs: number, kind: string, rest: DayLine): void {
    this.#print({ at: localIso(atMs, this.#zone()), atMs, kind, ...rest })
  }
}

function decisionInputs(decision: DayDecision | null): DayLine {
  if (decision === null) return {}
  const { because, threshold, highMs, raisedShare } = decision
  return { because, threshold: rounded(threshold), highMs, raisedShare: rounded(raisedShare) }
}

function strainOf({ strain, body }: StressSnapshot): DayLine {
  const { state, value, confidence, phase, contributing, reasons } = strain
  return {
    state,
    strain: rounded(value),
    confidence: rounded(confidence),
    phase,
    contributing,
    reasons,
    body: { hrBpm: rounded(body.hrBpm), rmssdMs: rounded(body.rmssdMs), refused: body.refused },
  }
}
