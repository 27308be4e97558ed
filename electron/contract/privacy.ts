/** What is kept, who was connected to, and taking it with you or erasing it. */
import { z } from 'zod'
import { procedure } from './procedure.ts'

/** Kinds of data a person can look at, take along and erase. */
export const dataKinds = [
  'conversations',
  'messages',
  'models',
  'settings',
  'connections',
  'states',
  /** One row a minute, and stretches of work, rest and calls. */
  'minutes',
  'spans',
  /** Sums by day. */
  'days',
  /** Program names with a category the person chose. */
  'programs',
  'devices',
  /** Intervals and heart rates as they came. */
  'beats',
  /** Windows of a minute worked out from them, and what is usual. */
  'beatWindows',
  /** Nightly or resting values. */
  'nightly',
  /** Scores with their reasons, decisions, and stretches marked as wrong. */
  'scores',
  'checkins',
  /** Pauses offered and taken, and silences with their reasons. */
  'breaks',
  /** Which pause was chosen, with its chances and outcome, and what was learnt. */
  'breakChoices',
  /** Exercises that were done, with ratings. */
  'exercises',
  /** Bridges and brokers with lamps. */
  'lightSources',
  /** What was done with lamps, when, why, and what they showed before. */
  'lights',
  /** Raised moments with a look and without, and what came after. */
  'lightTrial',
  /** People and lines of one's own, and the plan for a hard night. */
  'carePlan',
  /** That people to call were shown, hard moments to come back to, and notices; no words. */
  'careMoments',
  /** What happened outside Lull, and the plan against leaning on it. */
  'acts',
] as const
export type DataKind = (typeof dataKinds)[number]

export const privacy = {
  /** Each kind of data with its rows and oldest row, and how it is locked. */
  inventory: procedure.output(
    z.object({
      kinds: z.array(
        z.object({
          kind: z.enum(dataKinds),
          rows: z.number().int(),
          bytes: z.number().int().nullable(),
          /** Epoch milliseconds of the oldest row, or null when there is none. */
          oldestAt: z.number().int().nullable(),
          /** Days it is kept before it goes or is summed up; null = until erased. */
          keptDays: z.number().int().nullable(),
          /** Whether `eraseKind` takes it. */
          erasable: z.boolean(),
        }),
      ),
      dataFolder: z.string().nullable(),
      keyKeeper: z.enum(['keychain', 'file', 'environment', 'memory']),
    }),
  ),
  /** Every connection Lull made, newest first, at most 200: when, to whom, why, and how it ended. */
  connections: procedure.output(
    z.object({
      connections: z.array(
        z.object({
          at: z.number().int(),
          peer: z.string(),
          reason: z.string(),
          outcome: z.enum(['answered', 'failed', 'stopped']),
        }),
      ),
    }),
  ),
  /** Everything Lull keeps, as one JSON document. */
  export: procedure.output(z.object({ fileName: z.string(), json: z.string() })),
  /** Erases all conversations, settings and states (models stay unless asked). `confirm` is typed by the person. */
  eraseEverything: procedure
    .input(z.object({ confirm: z.literal('erase'), models: z.boolean().default(false) }))
    .output(z.object({})),
  /** Erases one kind of what was noticed. */
  eraseKind: procedure
    .input(z.object({ kind: z.enum(dataKinds), confirm: z.literal('erase') }))
    .output(z.object({})),
  /** Erases everything noticed on one day (days start at 04:00), and the talks of that day stay. */
  eraseDay: procedure
    .input(z.object({ workDay: z.number().int().min(-1).max(100_000), confirm: z.literal('erase') }))
    .output(z.object({})),
}
