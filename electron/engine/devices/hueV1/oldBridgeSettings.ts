/** What is kept of a paired bridge of the older kind. */
import { z } from 'zod'
import type { LightsSettings, LightsSettingsCheck } from '../../ports/lights.ts'
import { isOldBridgeId } from './v1Resources.ts'

/** It becomes part of every path, so nothing in it may mean anything there. */
export const v1Key = z.string().regex(/^[\w.~-]{1,200}$/)

export const oldBridgeSettings = z.object({
  host: z.string().min(1).max(253),
  port: z.number().int().min(1).max(65_535).meta({ 'x-widget': 'port', 'x-level': 'expert' }),
  /** Whether it is spoken to over TLS. */
  isSecure: z.boolean(),
  /** The address may change, this does not. */
  bridgeId: z.string().refine(isOldBridgeId),
  /** The application key. */
  key: v1Key.meta({ 'x-widget': 'password' }),
  /** SHA-256 of the certificate first met, which nobody signed; null in the clear. */
  certificateSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
})

export type OldBridgeSettings = z.infer<typeof oldBridgeSettings>

export const SECRETS = ['key'] as const

export function checkOldBridgeSettings(settings: unknown): LightsSettingsCheck {
  const parsed = oldBridgeSettings.safeParse(settings)
  if (parsed.success) return { ok: true, settings: parsed.data }
  const issue = parsed.error.issues[0]
  return { ok: false, field: String(issue?.path[0] ?? ''), problem: issue?.code ?? 'invalid' }
}

/** @throws when they do not fit; the error quotes none of them */
export function readOldBridgeSettings(settings: LightsSettings): OldBridgeSettings {
  return oldBridgeSettings.parse(settings)
}
