/** What others on a broker may know of a moment: five coarse answers and a band, never a beat and never a score. */

export type StrainBand = 'low' | 'usual' | 'raised'
export const STRAIN_BANDS: readonly StrainBand[] = ['low', 'usual', 'raised']

export interface HomeStates {
  /** Null: not known. */
  strain: StrainBand | null
  breakDue: boolean
  onBreak: boolean
  paused: boolean
  /** A look of Lull's is on. */
  calm: boolean
  /** In steps of five minutes; null when it cannot be foreseen. */
  nextBreakMinutes: number | null
}

/** What the states are made of. */
export interface HomeFacts {
  breaks: {
    offer: object | null
    running: object | null
    waiting: object | null
    pausedUntilMs: number | null
    isDayDone: boolean
    next: { inMs: number } | null
  }
  strain: {
    state: string
    value: number | null
    phase: string
    usual: { low: number; high: number } | null
  }
  /** The person has paused all noticing. */
  isSensingPaused: boolean
  lights: CalmFacts
}

export interface CalmFacts {
  lamps: readonly { heldBy: string | null }[]
  claims: readonly { because: string; begunMs: number | null }[]
}

const STEP_MINUTES = 5

/** `raised` is what Lull itself counts as raised, not a high moment; `usual` is all that is neither. */
export function strainBand({ state, value, phase, usual }: HomeFacts['strain']): StrainBand | null {
  if (state !== 'known' || value === null) return null
  if (phase === 'raised') return 'raised'
  if (usual === null) return null
  return value < usual.low ? 'low' : 'usual'
}

/** Lamps are in a look of Lull's, or one that was asked for from outside is just coming. */
export function isCalm({ lamps, claims }: CalmFacts): boolean {
  const isComing = claims.some(({ because, begunMs }) => because === 'outside' && begunMs === null)
  return isComing || lamps.some(({ heldBy }) => heldBy !== null)
}

/** Rounded up: a pause is never told to be nearer than it is. */
function coarseMinutes(inMs: number): number {
  return Math.ceil(Math.max(0, inMs) / 60_000 / STEP_MINUTES) * STEP_MINUTES
}

export function homeStates({ breaks, strain, isSensingPaused, lights }: HomeFacts): HomeStates {
  const { offer, running, waiting, pausedUntilMs, isDayDone, next } = breaks
  return {
    strain: strainBand(strain),
    breakDue: running === null && (offer !== null || waiting !== null),
    onBreak: running !== null,
    paused: pausedUntilMs !== null || isDayDone || isSensingPaused,
    calm: isCalm(lights),
    nextBreakMinutes: next === null ? null : coarseMinutes(next.inMs),
  }
}
