/** `inspect triage`: what safety hears in a session, as the app hears it, without an engine. */
import { z } from 'zod'
import type { InspectedListening } from './inspectedListening.ts'
import { sentence } from './inspectInput.ts'

const session = z.object({
  id: z.union([z.string().max(200), z.number()]),
  messages: z
    .array(
      z.object({
        role: z.enum(['user', 'person', 'assistant', 'lull']),
        text: z.string().max(200_000),
      }),
    )
    .min(1)
    .max(2_000),
  country: z.string().max(10).nullish(),
})

/** Answers one line, as the app would hear it. */
export function triageAnswer(listening: InspectedListening) {
  return async (value: unknown): Promise<unknown> => {
    const parsed = session.safeParse(value)
    if (!parsed.success) throw new Error(sentence(parsed.error))
    const turns = parsed.data.messages.map(({ role, text }) => ({
      role: role === 'user' || role === 'person' ? ('person' as const) : ('lull' as const),
      text,
    }))
    const { tier, kinds, reasons, perTurn } = await listening.hear(turns)
    return { id: parsed.data.id, tier, kinds, reasons, perTurn }
  }
}
