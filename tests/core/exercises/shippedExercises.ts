/** Every exercise that comes with Lull, read where it lies. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Exercise } from '../../../electron/core/exercises/exercise.ts'
import { parseExercise } from '../../../electron/core/exercises/parseExercise.ts'

const folder = join(import.meta.dirname, '../../../resources/exercises')

export function allShipped(): Exercise[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return names.map(({ name }) => {
    const file = (which: string) => readFileSync(join(folder, name, which), 'utf8')
    const parsed = parseExercise(name, file('exercise.json'), file('en.md'))
    if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.problems)}`)
    return parsed.value
  })
}
