/** Exercises of any evidence, and what a person's ratings may say of them. */
import type { Invitation } from '../../../electron/core/breaks/kinds.ts'
import type { Evidence, Exercise } from '../../../electron/core/exercises/exercise.ts'
import { parseExercise } from '../../../electron/core/exercises/parseExercise.ts'
import type { RatingSummary } from '../../../electron/core/exercises/ratingSummary.ts'
import { soundPacer, soundText } from './exerciseFiles.ts'

export function made(
  id: string,
  strength: Evidence['strength'],
  arm: Invitation | null = 'breathe',
): Exercise {
  const parsed = parseExercise('sea', JSON.stringify(soundPacer), soundText)
  if (!parsed.ok) throw new Error('not sound')
  const text = { ...parsed.value.text, title: `The ${id}` }
  return { ...parsed.value, id, arm, evidence: { strength, sources: [] }, text }
}

export const none: RatingSummary = { kind: 'too_few', n: 0, missing: 5 }
export const few: RatingSummary = { kind: 'too_few', n: 4, missing: 1 }
export const known = (low: number, high: number): RatingSummary => ({
  ...{ kind: 'known', n: 9, change: (low + high) / 2, low, high },
  ...{ better: 5, same: 2, worse: 2 },
})
