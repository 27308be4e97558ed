/** Presence as the shell reports it; what it cannot know stays unknown. */
import { z } from 'zod'
import { procedure, shellProcedure } from './procedure.ts'

export const presenceState = z.object({
  state: z.enum(['active', 'idle', 'locked', 'asleep', 'unknown']),
  /** Epoch milliseconds at which this was read. */
  at: z.number().int(),
  source: z.string().max(60),
})
export type PresenceState = z.infer<typeof presenceState>

export const presence = {
  report: shellProcedure.input(presenceState).output(z.object({})),
  current: procedure.output(presenceState),
}
