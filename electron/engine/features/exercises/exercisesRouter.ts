/** Exercises on the wire. */
import { os } from '../../wire/procedures.ts'
import type { ExercisesService } from './exercisesService.ts'

export function exercisesRouter(service: ExercisesService) {
  return {
    list: os.exercises.list.handler(() => service.list()),
    saveRun: os.exercises.saveRun.handler(({ input }) => service.saveRun(input)),
    runs: os.exercises.runs.handler(({ input }) => ({ runs: service.runs(input.fromMs, input.toMs) })),
  }
}
