/** Telling a Home Assistant at the person's own broker about pauses, and being told to be quiet. */
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { devicePhase } from './devices.ts'
import { procedure } from './procedure.ts'

/** Off by default. At most a coarse band of strain is told, never a beat or a number. */
export const homeAssistantSettings = z.object({
  on: z.boolean(),
  /** Which of the devices is the broker; null: the only one there is. */
  deviceId: z.uuid().nullable(),
  /** One message for the whole device, or one for each entity as older versions want it; never both. */
  form: z.enum(['device', 'older']),
  /** Whether the strain band is told. */
  strain: z.boolean(),
  /** Whether ON and OFF from the broker are obeyed. */
  commands: z.boolean(),
})
export type HomeAssistantSettings = z.infer<typeof homeAssistantSettings>

const message = z.object({ topic: z.string(), payload: z.string(), retained: z.boolean() })

const state = z.object({
  /** `no_broker`: switched on, but no broker is set up, or the chosen one is gone. */
  link: z.union([devicePhase, z.object({ phase: z.literal('no_broker') })]),
  /** Since the start. */
  published: z.number().int(),
  commands: z.object({ obeyed: z.number().int(), refused: z.number().int() }),
})
export type HomeAssistantState = z.infer<typeof state>

export const homeAssistant = {
  watch: procedure.output(eventIterator(state)),
  /** Every message that would be told with these settings, with the states of now. */
  preview: procedure
    .input(homeAssistantSettings)
    .output(z.object({ messages: z.array(message), commandTopics: z.array(z.string()) })),
}
