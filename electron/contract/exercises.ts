/** Something worth doing in a pause: what there is, and how it was for this person. */
import { z } from 'zod'
import { ARMS, BREAK_KINDS } from '../core/breaks/kinds.ts'
import { CAUTIONS, MOMENTS, RATED } from '../core/exercises/exercise.ts'
import { procedure } from './procedure.ts'

const epochMs = z.number().int().min(0).max(8.64e15)
const seconds = z.number().min(0)
const id = z.string().min(1).max(60)
/** Answers from 0 to 10. */
const rating = z.number().int().min(0).max(10)

const timings = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('pacer'),
    parts: z.array(z.object({ id, seconds, from: z.number(), to: z.number() })),
  }),
  z.object({ kind: z.literal('steps'), steps: z.array(z.object({ id, seconds })) }),
  z.object({
    kind: z.literal('tenseRelease'),
    groups: z.array(id),
    tenseSeconds: seconds,
    releaseSeconds: seconds,
    rounds: z.number().int(),
  }),
  z.object({ kind: z.literal('bodyScan'), regions: z.array(z.object({ id, weight: z.number() })) }),
])

/** As core's `Exercise`, so that a page can lay it out in time by itself. */
export const exerciseSchema = z.object({
  id,
  timings,
  arm: z.enum(ARMS).exclude(['nothing']).nullable(),
  lengthsSeconds: z.array(seconds),
  suits: z.array(z.enum(BREAK_KINDS)),
  moments: z.array(z.enum(MOMENTS)),
  forPanic: z.boolean(),
  cautions: z.array(z.enum(CAUTIONS)),
  evidence: z.object({
    strength: z.enum(['some', 'little', 'none']),
    sources: z.array(z.object({ name: z.string(), id: z.string() })),
  }),
  rated: z.enum(RATED),
  text: z.object({
    title: z.string(),
    summary: z.string(),
    when: z.string(),
    before: z.string(),
    after: z.string(),
    evidence: z.string(),
    cautions: z.string(),
    labels: z.record(z.string(), z.string()),
  }),
})

const ratingSummary = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('too_few'), n: z.number().int(), missing: z.number().int() }),
  z.object({
    kind: z.literal('known'),
    n: z.number().int(),
    /** Positive for better, with its 95 % interval. */
    change: z.number(),
    low: z.number(),
    high: z.number(),
    better: z.number().int(),
    same: z.number().int(),
    worse: z.number().int(),
  }),
])

export const listedExercise = z.object({
  exercise: exerciseSchema,
  helped: ratingSummary,
  /** Done to the end. */
  times: z.number().int(),
  lastAtMs: epochMs.nullable(),
  /** Why it stands where it stands: the person's own ratings, or what is known of it in general. */
  placedBy: z.enum(['ratings', 'evidence']),
})
export type ListedExercise = z.infer<typeof listedExercise>

const run = z.object({
  id: z.uuid(),
  exerciseId: id,
  atMs: epochMs,
  plannedMs: z.number().int().min(0).max(3_600_000),
  spentMs: z.number().int().min(0).max(3_600_000),
  ended: z.enum(['open', 'done', 'stopped']),
  before: rating.nullable(),
  after: rating.nullable(),
  /** The break it filled; null when it was begun by itself. */
  nudgeId: z.number().int().nullable(),
  via: z.enum(['break', 'list', 'panic']),
})
export type ExerciseRun = z.infer<typeof run>

export const exercises = {
  /** All, in this person's order, and the folders that could not be read with what is wrong in them. */
  list: procedure.output(
    z.object({
      exercises: z.array(listedExercise),
      broken: z.array(
        z.object({
          folder: z.string(),
          problems: z.array(z.object({ at: z.string(), what: z.string() })),
        }),
      ),
    }),
  ),
  /** Written when it begins and again as it goes on; the same id replaces. @throws NOT_FOUND for an unknown exercise. */
  saveRun: procedure.input(run.omit({ atMs: true })).output(run),
  /** Newest first, at most 200. */
  runs: procedure
    .input(z.object({ fromMs: epochMs, toMs: epochMs }))
    .output(z.object({ runs: z.array(run) })),
}
