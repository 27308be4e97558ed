/** The feature put together: exercises from their folders, runs in the database. */
import { join } from 'node:path'
import type { EventBus } from '../../events.ts'
import type { Log } from '../../log.ts'
import type { Calendar } from '../../ports/calendar.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Store } from '../../store/sql.ts'
import { readExerciseFolders } from './exerciseFolders.ts'
import { ExerciseRuns } from './exerciseRuns.ts'
import { exercisesRouter } from './exercisesRouter.ts'
import { ExercisesService } from './exercisesService.ts'

export interface ExercisesFeatureParts {
  store: Store
  bus: EventBus
  clock: Clock
  calendar: Calendar
  log: Log
  /** Holds the folder `exercises`. */
  resourcesFolder: string
}

export function createExercises({ store, resourcesFolder, ...shared }: ExercisesFeatureParts) {
  const service = new ExercisesService({
    ...shared,
    runs: new ExerciseRuns(store),
    readFolders: () => readExerciseFolders(join(resourcesFolder, 'exercises')),
  })
  return { service, router: exercisesRouter(service), keeper: service.keeper }
}
