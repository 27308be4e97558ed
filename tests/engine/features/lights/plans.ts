/** Exercises laid out in time, for lamps to follow. */
import type { ExercisePlan } from '../../../../electron/core/exercises/exercisePlan.ts'

/** Six breaths of ten seconds: four in, six out. */
export const breatheForOneMinute: ExercisePlan = {
  id: 'breath',
  phases: [
    { id: 'in', label: 'In', lengthMs: 4000, level: { from: 0, to: 1 } },
    { id: 'out', label: 'Out', lengthMs: 6000, level: { from: 1, to: 0 } },
  ],
  rounds: 6,
  roundMs: 10_000,
  totalMs: 60_000,
}
