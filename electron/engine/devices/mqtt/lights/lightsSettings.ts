/** What a source of lamps on a broker is set to: which broker, and where those who announce lamps speak. */
import { z } from 'zod'
import type { LightsSettingsCheck } from '../../../ports/lights.ts'
import { isPlainTopic } from './told.ts'

/** The beginning of topics; what follows needs room too. */
const LONGEST = 100

const prefix = z
  .string('not_text')
  .trim()
  .max(LONGEST, 'too_long')
  .nullable()
  .default(null)
  .transform((text) => (text === '' ? null : (text?.replace(/\/+$/, '') ?? null)))
  .refine((text) => text === null || isPlainTopic(text), 'not_a_topic')

export const lightsSettings = z.object({
  /** Of the broker among the person's devices. */
  deviceId: z.uuid('not_valid'),
  /** Usually `zigbee2mqtt`; null: not looked at. */
  zigbeeTopic: prefix,
  /** Usually `homeassistant`; null: not looked at. */
  discoveryTopic: prefix,
})
export type LightsBrokerSettings = z.output<typeof lightsSettings>
export type LightsTopics = Pick<LightsBrokerSettings, 'zigbeeTopic' | 'discoveryTopic'>

const checked = lightsSettings.refine((all) => all.zigbeeTopic !== null || all.discoveryTopic !== null, {
  path: ['zigbeeTopic'],
  message: 'missing',
})

export function checkLightsSettings(given: unknown): LightsSettingsCheck {
  const parsed = checked.safeParse(given)
  if (parsed.success) return { ok: true, settings: parsed.data }
  const issue = parsed.error.issues[0]
  const problem = issue && /^[a-z_]{1,40}$/.test(issue.message) ? issue.message : 'not_valid'
  return { ok: false, field: String(issue?.path[0] ?? ''), problem }
}

/** @throws ZodError when they do not fit */
export function readLightsSettings(settings: unknown): LightsBrokerSettings {
  return checked.parse(settings)
}
