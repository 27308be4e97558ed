/** A breath made short, so that a test can do it to its end. */
import type { ListedExercise } from '../../../../electron/contract/exercises.ts'
import { realExercise } from './realExercises.ts'

export const shortId = 'short-breath'

/** Three rounds of 0.4 seconds. */
export function shortBreath(): ListedExercise {
  const real = realExercise('six-breaths') as ListedExercise['exercise']
  return {
    exercise: {
      ...real,
      id: shortId,
      lengthsSeconds: [1.2],
      timings: {
        kind: 'pacer',
        parts: [
          { id: 'in', seconds: 0.2, from: 0, to: 1 },
          { id: 'out', seconds: 0.2, from: 1, to: 0 },
        ],
      },
      text: { ...real.text, title: 'A short breath' },
    },
    helped: { kind: 'too_few', n: 2, missing: 3 },
    times: 2,
    lastAtMs: Date.now() - 3_600_000,
    placedBy: 'evidence',
  }
}
