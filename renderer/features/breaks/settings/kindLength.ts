/** How long each kind lasts, in the unit a person would count it in, within what the contract allows. */
import type { BreakKind } from '../../../../electron/core/breaks/kinds.ts'

export interface LengthUnit {
  unit: 'seconds' | 'minutes'
  unitMs: number
  min: number
  max: number
  step: number
}

const SECOND_MS = 1000
const MINUTE_MS = 60_000

const minutes = (max: number, min = 1, step = 1): LengthUnit => ({
  unit: 'minutes',
  unitMs: MINUTE_MS,
  min,
  max,
  step,
})

export const lengthUnits: Readonly<Record<BreakKind, LengthUnit>> = {
  eyeRest: { unit: 'seconds', unitMs: SECOND_MS, min: 10, max: 120, step: 5 },
  micro: minutes(10, 0.5, 0.5),
  pause: minutes(15),
  long: minutes(60),
  lunch: minutes(120, 5, 5),
  endOfDay: minutes(60),
}

/** At most one decimal, for a length that was set elsewhere. */
export function shownLength(kind: BreakKind, lengthMs: number): number {
  const { unit, unitMs } = lengthUnits[kind]
  const value = lengthMs / unitMs
  return unit === 'seconds' ? Math.round(value) : Math.round(value * 10) / 10
}

export function lengthOf(kind: BreakKind, shown: number): number {
  const { unitMs, min, max } = lengthUnits[kind]
  return Math.round(Math.min(max, Math.max(min, shown)) * unitMs)
}
