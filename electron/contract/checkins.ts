/** Ten seconds of one's own word: mood, energy, feeling words, tags, sleep. */
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { LEAST_FACE, MOST_FACE } from '../core/checkins/checkin.ts'
import { procedure, sharedProcedure } from './procedure.ts'

const epochMs = z.number().int().min(0).max(8.64e15)
const face = z.number().int().min(LEAST_FACE).max(MOST_FACE)
const because = z.enum(['person', 'time', 'strain'])

const answers = {
  id: z.uuid(),
  mood: face,
  energy: face.nullable(),
  words: z.array(z.string().min(1).max(40)).max(5),
  tags: z.array(z.string().trim().min(1).max(40)).max(8),
  sleepHours: z.number().min(0).max(24).multipleOf(0.5).nullable(),
  because,
}

export const checkinRow = z.object({ ...answers, atMs: epochMs, workDay: z.number().int() })
export type CheckinRow = z.infer<typeof checkinRow>

/** What the tray and the pages show of check-ins. */
export const checkinState = z.object({
  /** One is offered now; null when none is, also in a call and after three today. */
  prompt: z.object({ because: z.enum(['time', 'strain']), sinceMs: epochMs }).nullable(),
  lastAtMs: epochMs.nullable(),
  /** Own tags, the most used first, at most 12. */
  tags: z.array(z.string()),
  /** Whether sleep was told since the day began at 04:00. */
  sleepTold: z.boolean(),
})
export type CheckinState = z.infer<typeof checkinState>

export const checkins = {
  watch: sharedProcedure.output(eventIterator(checkinState)),
  /** Sending the same id twice changes the first answer. */
  save: procedure.input(z.object(answers)).output(checkinRow),
  /** Not now: the prompt goes, and counts as one of today's three. */
  dismiss: sharedProcedure.output(z.object({})),
  /** At most 500, oldest first. */
  between: procedure
    .input(z.object({ fromMs: epochMs, toMs: epochMs }))
    .output(z.object({ checkins: z.array(checkinRow) })),
  /** Takes one away at once; `restore` brings it back for ten seconds. */
  erase: procedure.input(z.object({ id: z.uuid() })).output(z.object({ undoSeconds: z.number() })),
  restore: procedure.input(z.object({ id: z.uuid() })).output(z.object({ restored: z.boolean() })),
}
