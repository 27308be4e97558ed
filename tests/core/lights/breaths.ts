/** The shipped breathing exercises laid out for ten minutes, as far as they offer it. */
import { readFileSync } from 'node:fs'
import { type ExercisePlan, exercisePlan } from '../../../electron/core/exercises/exercisePlan.ts'
import { parseExercise } from '../../../electron/core/exercises/parseExercise.ts'

export function shipped(id: string, wishSeconds: number): ExercisePlan {
  const folder = new URL(`../../../resources/exercises/${id}/`, import.meta.url)
  const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')
  const parsed = parseExercise(id, read('exercise.json'), read('en.md'))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return exercisePlan(parsed.value, wishSeconds)
}

/** Ten minutes of six breaths a minute. */
export const sixBreaths = shipped('six-breaths', 600)
