/** What is kept, who was connected to, and taking it with you or erasing it. */
import { z } from 'zod'
import { procedure } from './procedure.ts'

export const privacy = {
  /** Each kind of data with its rows and oldest row, and how it is locked. */
  inventory: procedure.output(
    z.object({
      kinds: z.array(
        z.object({
          kind: z.enum(['conversations', 'messages', 'models', 'settings', 'connections', 'states']),
          rows: z.number().int(),
          bytes: z.number().int().nullable(),
          /** Epoch milliseconds of the oldest row, or null when there is none. */
          oldestAt: z.number().int().nullable(),
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
}
