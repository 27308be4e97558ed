/** The fake engine's exercises: the real ones, read where they lie, with runs that tests can look at. */
import type { ExerciseRun, ListedExercise } from '../../electron/contract/exercises.ts'
import { parseExercise } from '../../electron/core/exercises/parseExercise.ts'
import type { FakeEngine, NotedContract } from './fakeEngine.ts'

const files = import.meta.glob<string>('../../resources/exercises/*/*', {
  query: '?raw',
  import: 'default',
  eager: true,
})

function fromFiles(): ListedExercise[] {
  const folders = Object.keys(files).flatMap((path) => /exercises\/([^/]+)\/en\.md$/.exec(path)?.[1] ?? [])
  return folders.flatMap((folder) => {
    const file = (name: string) => files[`../../resources/exercises/${folder}/${name}`] ?? ''
    const parsed = parseExercise(folder, file('exercise.json'), file('en.md'))
    if (!parsed.ok) return []
    // Core's arrays are readonly; the wire's are not.
    const exercise = structuredClone(parsed.value) as ListedExercise['exercise']
    return [
      {
        exercise,
        helped: { kind: 'too_few', n: 0, missing: 5 },
        times: 0,
        lastAtMs: null,
        placedBy: 'evidence',
      },
    ]
  })
}

export class ExerciseWorld {
  listed: ListedExercise[] = fromFiles()
  broken: { folder: string; problems: { at: string; what: string }[] }[] = []
  readonly runs = new Map<string, ExerciseRun>()
}

const worlds = new WeakMap<FakeEngine, ExerciseWorld>()

/** What a fake engine holds of exercises, for tests to look at and to change. */
export function exercisesOf(engine: FakeEngine): ExerciseWorld {
  const world = worlds.get(engine) ?? new ExerciseWorld()
  worlds.set(engine, world)
  return world
}

export function fakeExercises(noted: NotedContract, engine: FakeEngine) {
  const world = () => exercisesOf(engine)
  return {
    list: noted.exercises.list.handler(() => ({ exercises: world().listed, broken: world().broken })),
    saveRun: noted.exercises.saveRun.handler(({ input }) => {
      const first = world().runs.get(input.id)
      const run = { ...input, atMs: first?.atMs ?? Date.now() }
      world().runs.set(run.id, run)
      return run
    }),
    runs: noted.exercises.runs.handler(({ input }) => ({
      runs: [...world().runs.values()].filter(({ atMs }) => atMs >= input.fromMs && atMs < input.toMs),
    })),
  }
}
