/** The exercises that come with Lull, as their files say. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Exercise } from '../../../../electron/core/exercises/exercise.ts'
import { parseExercise } from '../../../../electron/core/exercises/parseExercise.ts'

export function realExercise(id: string): Exercise {
  const folder = join(import.meta.dirname, '../../../../resources/exercises', id)
  const file = (name: string) => readFileSync(join(folder, name), 'utf8')
  const parsed = parseExercise(id, file('exercise.json'), file('en.md'))
  if (!parsed.ok) throw new Error(`${id} is broken`)
  return parsed.value
}
