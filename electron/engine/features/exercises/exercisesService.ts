/** Something worth doing in a pause: what there is, in this person's order, and what they said of it. */
import type { ExerciseRun, ListedExercise } from '../../../contract/exercises.ts'
import type { Exercise } from '../../../core/exercises/exercise.ts'
import { type BreakToFill, exerciseForBreak } from '../../../core/exercises/exerciseForBreak.ts'
import type { ExercisePlan } from '../../../core/exercises/exercisePlan.ts'
import { exercisesInOrder } from '../../../core/exercises/exercisesInOrder.ts'
import { planToFollow } from '../../../core/exercises/planToFollow.ts'
import { type RatingSummary, ratingSummary } from '../../../core/exercises/ratingSummary.ts'
import { workDay } from '../../../core/presence/localMoment.ts'
import { seededRandom } from '../../../core/stress/seededRandom.ts'
import { EngineError } from '../../errors.ts'
import type { EventBus } from '../../events.ts'
import type { Log } from '../../log.ts'
import type { Calendar } from '../../ports/calendar.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Keeper } from '../../ports/keeper.ts'
import type { ExerciseFolders } from './exerciseFolders.ts'
import type { ExerciseRuns } from './exerciseRuns.ts'

/** What helped a year ago may not help now: only so many of the latest ratings speak. */
const RATINGS_HEARD = 200
/** As in the contract. */
const MOST_RUNS = 200
/** No pause that still asks something began earlier. */
const PAUSE_LASTS_MS = 24 * 60 * 60_000
/** The interval of the same ratings is always the same. */
const SEED = 20_261_122

export interface ExercisesParts {
  runs: ExerciseRuns
  /** Called once, when an exercise is first asked for. */
  readFolders: () => ExerciseFolders
  bus: EventBus
  clock: Clock
  calendar: Calendar
  log: Log
}

export class ExercisesService {
  readonly keeper: Keeper
  readonly #parts: ExercisesParts
  #folders: ExerciseFolders | null = null
  /** By exercise; worked out when asked for. */
  readonly #helped = new Map<string, RatingSummary>()
  #stopListening = () => {}

  constructor(parts: ExercisesParts) {
    this.#parts = parts
    this.keeper = {
      kinds: ['exercises'],
      count: () => parts.runs.count(),
      rows: () => parts.runs.rows(),
      erase: () => {
        parts.runs.eraseEverything()
        this.#forget()
      },
      eraseDay: (day) => {
        parts.runs.eraseDay(day)
        this.#forget()
      },
    }
  }

  start(): void {
    this.#stopListening = this.#parts.bus.on('everythingErased', () => this.#forget())
  }

  stop(): void {
    this.#stopListening()
  }

  list(): { exercises: ListedExercise[]; broken: { folder: string; problems: Told[] }[] } {
    const { exercises, broken } = this.#known()
    const done = this.#parts.runs.done()
    const listed = exercises.map((exercise) => ({
      exercise: asTold(exercise),
      helped: this.#helpedBy(exercise),
      times: done.get(exercise.id)?.times ?? 0,
      lastAtMs: done.get(exercise.id)?.lastAtMs ?? null,
    }))
    return {
      exercises: exercisesInOrder(listed),
      broken: broken.map(({ folder, problems }) => ({ folder, problems: [...problems] })),
    }
  }

  /** The moment is that of the first time it was sent. @throws EngineError NOT_FOUND for an unknown exercise. */
  saveRun(run: Omit<ExerciseRun, 'atMs'>): ExerciseRun {
    const { runs, clock, calendar } = this.#parts
    if (!this.#known().exercises.some(({ id }) => id === run.exerciseId)) {
      throw new EngineError('NOT_FOUND', 'There is no such exercise.')
    }
    const now = calendar.moment(clock.now())
    const before = runs.run(run.id)
    const kept = runs.keep({ ...run, atMs: now.atMs }, workDay(now))
    this.#changed(kept.exerciseId, before?.exerciseId ?? kept.exerciseId)
    return kept
  }

  /** From `fromMs` on, `toMs` not included; newest first. */
  runs(fromMs: number, toMs: number): ExerciseRun[] {
    return this.#parts.runs.between(fromMs, toMs, MOST_RUNS)
  }

  /** Whether the person said how it was before and after, in this pause of today. */
  isRated(nudgeId: number): boolean {
    const { runs, clock } = this.#parts
    return runs.isRated(nudgeId, clock.now() - PAUSE_LASTS_MS)
  }

  /** What fills a pause; null when nothing fits. A pause without an exercise is better than none: never throws. */
  forBreak(pause: BreakToFill): { id: string; title: string } | null {
    try {
      const found = exerciseForBreak(this.#known().exercises, pause, (one) => this.#helpedBy(one))
      return found && { id: found.id, title: found.text.title }
    } catch (error) {
      this.#parts.log.error('exerciseNotChosen', error)
      return null
    }
  }

  /** As a page plays it that gave it this length; null: there is no such exercise. */
  plan(exerciseId: string, lengthSeconds: number): ExercisePlan | null {
    const exercise = this.#known().exercises.find(({ id }) => id === exerciseId)
    if (exercise === undefined) return null
    return planToFollow(exercise, lengthSeconds)
  }

  #known(): ExerciseFolders {
    if (this.#folders) return this.#folders
    this.#folders = this.#parts.readFolders()
    const { broken, leftOut } = this.#folders
    if (broken.length + leftOut > 0) {
      this.#parts.log.warn('exercisesBroken', { broken: broken.length, leftOut })
    }
    return this.#folders
  }

  #helpedBy({ id, rated }: Pick<Exercise, 'id' | 'rated'>): RatingSummary {
    const known = this.#helped.get(id)
    if (known) return known
    const pairs = this.#parts.runs.ratings(id, RATINGS_HEARD)
    const helped = ratingSummary(pairs, rated, seededRandom(SEED))
    this.#helped.set(id, helped)
    return helped
  }

  #forget(): void {
    this.#helped.clear()
    this.#changed()
  }

  /** @param exerciseIds whose ratings may be others now. */
  #changed(...exerciseIds: string[]): void {
    for (const id of exerciseIds) this.#helped.delete(id)
    this.#parts.bus.emit('exercisesChanged', {})
  }
}

type Told = { at: string; what: string }

/** The contract's lists may be written to. */
function asTold(exercise: Exercise): ListedExercise['exercise'] {
  return structuredClone(exercise) as ListedExercise['exercise']
}
