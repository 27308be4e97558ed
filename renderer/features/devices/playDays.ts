/** Which days a driver can play, found in its schema: a choice that knows a calm and a heavy one. */
import type { SettingValues } from './formValues.ts'
import { schemaFields } from './schemaFields.ts'

export const playDays = ['calm', 'heavy'] as const
export type PlayDay = (typeof playDays)[number]

/** Settings that play a day, or null for a driver that plays none. */
export function playSettings(settingsSchema: Record<string, unknown>, day: PlayDay): SettingValues | null {
  const fields = schemaFields(settingsSchema)
  const chosen = fields.find(({ options }) => playDays.every((known) => options.includes(known)))
  if (!chosen) return null
  const defaults = fields.map(({ name, defaultValue }) => [name, defaultValue] as const)
  return { ...Object.fromEntries(defaults), [chosen.name]: day }
}
